import type { Command, CommandBus } from '@nestjs/cqrs';
import type { Act, RecordAct } from '#domain';
import { type CommandMeta, never, type Receipt } from '#kernel';
import { CommitmentCommand } from './commitment/commitment.command.js';
import { EvidenceCommand } from './evidence/evidence.command.js';
import { IndicatorCommand } from './indicator/indicator.command.js';
import { MeetingCommand } from './meeting/meeting.command.js';
import { OrganizationCommand } from './organization/organization.command.js';
import { PartnershipCommand } from './partnership/partnership.command.js';

/**
 * Records over the command bus: the one way in for HTTP, imports, demonstrations and the command line.
 * @param recorded told of every receipt, for whoever counts
 */
export function recordOver(bus: CommandBus, recorded: (receipt: Receipt) => void = () => undefined): RecordAct {
  return async (act, meta) => {
    const receipt = await bus.execute(commandFor(act, meta));
    recorded(receipt);
    return receipt;
  };
}

function commandFor(act: Act, meta: CommandMeta): Command<Receipt> {
  switch (act.family) {
    case 'organization':
      return new OrganizationCommand(act.id, act.command, meta);
    case 'partnership':
      return new PartnershipCommand(act.id, act.command, meta);
    case 'commitment':
      return new CommitmentCommand(act.id, act.command, meta);
    case 'evidence':
      return new EvidenceCommand(act.id, act.command, meta);
    case 'indicator':
      return new IndicatorCommand(act.id, act.command, meta);
    case 'meeting':
      return new MeetingCommand(act.id, act.command, meta);
    default:
      return never(act);
  }
}
