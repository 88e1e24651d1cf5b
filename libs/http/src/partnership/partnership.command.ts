import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PartnershipCommand as Asked, partnershipDecider } from '#domain';
import type { CommandMeta, Id, Receipt } from '#kernel';
import { OpenLedger } from '#platform';

/** Whatever can be asked of a partnership, on its way over the command bus. */
export class PartnershipCommand extends Command<Receipt> {
  constructor(
    readonly id: Id,
    readonly command: Asked,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(PartnershipCommand)
export class PartnershipHandler implements ICommandHandler<PartnershipCommand> {
  constructor(private readonly ledger: OpenLedger) {}

  execute({ id, command, meta }: PartnershipCommand): Promise<Receipt> {
    return this.ledger.decisions.run(partnershipDecider, id, command, meta);
  }
}
