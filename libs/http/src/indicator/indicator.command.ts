import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type IndicatorCommand as Asked, indicatorDecider } from '#domain';
import type { CommandMeta, Id, Receipt } from '#kernel';
import { OpenLedger } from '#platform';

/** Whatever can be asked of an indicator, on its way over the command bus. */
export class IndicatorCommand extends Command<Receipt> {
  constructor(
    readonly id: Id,
    readonly command: Asked,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(IndicatorCommand)
export class IndicatorHandler implements ICommandHandler<IndicatorCommand> {
  constructor(private readonly ledger: OpenLedger) {}

  execute({ id, command, meta }: IndicatorCommand): Promise<Receipt> {
    return this.ledger.decisions.run(indicatorDecider, id, command, meta);
  }
}
