import { migrateStore } from '#platform';
import { type CommonOptions, configurationOf, warnOfSettings } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/**
 * Brings the schema in PostgreSQL up to date as its owner, made where it is missing, and gives the role of the services its
 * rights. Safe to run again, beside running services, and by several at once.
 * @throws LedgerError as `migrateStore` does
 */
export async function migrateCommand(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  const configuration = configurationOf(options);
  warnOfSettings(terminal, configuration);
  const state = await migrateStore(configuration.store);
  const { schema, made, applied, owner, application } = state;
  terminal.result(state, () =>
    [
      ...(made ? [`schema ${schema} made`] : []),
      ...applied.map((name) => `${name} applied`),
      `Schema ${schema} is up to date. It belongs to ${owner}${application === owner ? '' : `; ${application} may read and append`}.`,
    ].join('\n'),
  );
  return EXIT.done;
}
