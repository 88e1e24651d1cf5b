import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type EvidenceCommand as Asked, evidenceDecider } from '#domain';
import type { CommandMeta, Id, Receipt } from '#kernel';
import { OpenLedger } from '#platform';

/** Whatever can be asked of an item of evidence, on its way over the command bus. */
export class EvidenceCommand extends Command<Receipt> {
  constructor(
    readonly id: Id,
    readonly command: Asked,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(EvidenceCommand)
export class EvidenceHandler implements ICommandHandler<EvidenceCommand> {
  constructor(private readonly ledger: OpenLedger) {}

  execute({ id, command, meta }: EvidenceCommand): Promise<Receipt> {
    return this.ledger.decisions.run(evidenceDecider, id, command, meta);
  }
}
