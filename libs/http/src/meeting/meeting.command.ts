import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type MeetingCommand as Asked, meetingDecider } from '#domain';
import type { CommandMeta, Id, Receipt } from '#kernel';
import { OpenLedger } from '#platform';

/** Whatever can be asked of a meeting, on its way over the command bus. */
export class MeetingCommand extends Command<Receipt> {
  constructor(
    readonly id: Id,
    readonly command: Asked,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(MeetingCommand)
export class MeetingHandler implements ICommandHandler<MeetingCommand> {
  constructor(private readonly ledger: OpenLedger) {}

  execute({ id, command, meta }: MeetingCommand): Promise<Receipt> {
    return this.ledger.decisions.run(meetingDecider, id, command, meta);
  }
}
