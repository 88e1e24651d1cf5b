import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type OrganizationCommand as Asked, organizationDecider } from '#domain';
import type { CommandMeta, Id, Receipt } from '#kernel';
import { OpenLedger } from '#platform';

/** Whatever can be asked of an organization, on its way over the command bus. */
export class OrganizationCommand extends Command<Receipt> {
  constructor(
    readonly id: Id,
    readonly command: Asked,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(OrganizationCommand)
export class OrganizationHandler implements ICommandHandler<OrganizationCommand> {
  constructor(private readonly ledger: OpenLedger) {}

  execute({ id, command, meta }: OrganizationCommand): Promise<Receipt> {
    return this.ledger.decisions.run(organizationDecider, id, command, meta);
  }
}
