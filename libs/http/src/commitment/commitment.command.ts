import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommitmentCommand as Asked, commitmentDecider } from '#domain';
import type { CommandMeta, Id, Receipt } from '#kernel';
import { OpenLedger } from '#platform';

/** Whatever can be asked of a commitment, on its way over the command bus. */
export class CommitmentCommand extends Command<Receipt> {
  constructor(
    readonly id: Id,
    readonly command: Asked,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(CommitmentCommand)
export class CommitmentHandler implements ICommandHandler<CommitmentCommand> {
  constructor(private readonly ledger: OpenLedger) {}

  execute({ id, command, meta }: CommitmentCommand): Promise<Receipt> {
    return this.ledger.decisions.run(commitmentDecider, id, command, meta);
  }
}
