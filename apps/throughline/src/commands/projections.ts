import { START } from '#event-store';
import { openStore, requireServer, type StoreChosen } from '#platform';
import { type ProjectionStatus, rebuildNamed } from '#projections';
import { PROJECTIONS } from '#read-models';
import { type CommonOptions, configurationOf, ledgerThere, stepsOn, warnOfSettings, withLedgerThere } from '../house.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

/** Every read model with how far it is. Exit 1 where one has stopped or parked an event. */
export function listProjections(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  return withLedgerThere(options, terminal, async (ledger) => {
    await ledger.settled();
    const statuses = await ledger.projections.status();
    terminal.result(statuses, () => statuses.map(inWords).join('\n'));
    return statuses.every(({ failure, parked }) => failure === null && parked.length === 0) ? EXIT.done : EXIT.no;
  });
}

/** What a ledger on a server has beside its read models: as they, it can be made anew from the events. */
const LOG_COPY = 'log-copy';

/** Builds one anew beside what serves, compares, and switches. */
export async function rebuildProjection(terminal: Terminal, options: CommonOptions, name: string): Promise<ExitCode> {
  const { store } = configurationOf(options);
  warnOfSettings(terminal, { store });
  const folder = await ledgerThere(options);
  if (name === LOG_COPY) return copyAnew(terminal, folder, store);
  // The bare ledger: a read model of another history keeps the house from opening until it is built anew.
  const ledger = await openStore(folder, store, { founds: false });
  const rebuilt = await terminal
    .progress(`rebuilding ${name}`, (advance) =>
      rebuildNamed(ledger.sql, ledger.store, PROJECTIONS, name, {
        progress: ({ scanned, head }) => advance(Number(scanned), Number(head)),
      }),
    )
    .finally(() => ledger.close());
  const { comparison } = rebuilt;
  const beside =
    comparison === null ? 'nothing to compare with' : comparison.equal ? 'equal to what served' : 'other than what served';
  terminal.result(rebuilt, () => `${name}: build ${rebuilt.build} serves, ${rebuilt.events} events taken in, ${beside}`);
  return EXIT.done;
}

async function copyAnew(terminal: Terminal, folder: string, store: StoreChosen): Promise<ExitCode> {
  requireServer(store, LOG_COPY);
  const ledger = await terminal.progress('copying the log of the server', (advance) =>
    openStore(folder, store, { copiesAnew: true, founds: false, progress: stepsOn(advance) }),
  );
  try {
    const position = await ledger.store.head();
    terminal.result({ name: LOG_COPY, position }, () => `${LOG_COPY}: made anew up to ${position}`);
    return EXIT.done;
  } finally {
    await ledger.close();
  }
}

function inWords({ name, version, state, position, lag, failure, parked }: ProjectionStatus): string {
  const where = `at ${position === null ? 'nothing' : BigInt(position.slice(0, START.length))}, ${lag ?? 0n} behind`;
  const failed = failure === null ? [] : [`  stopped by event ${failure.eventId} of ${failure.stream}: ${failure.error}`];
  const aside = parked.map((event) => `  parked: event ${event.eventId} of ${event.stream}: ${event.error}`);
  return [`${name} (version ${version}): ${state}, ${where}`, ...failed, ...aside].join('\n');
}
