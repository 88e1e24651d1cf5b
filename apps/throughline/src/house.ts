import { type Configuration, OpenLedger, readConfiguration } from '#platform';
import type { Advance, Terminal } from './terminal.js';

/** Options that every command takes. */
export type CommonOptions = Readonly<{ data?: string; json?: boolean }>;

export type ServingOptions = CommonOptions & Readonly<{ port?: string; host?: string; logLevel?: string }>;

/** @throws LedgerError `invalid` naming each setting that is wrong */
export function configurationOf({ data, port, host, logLevel }: ServingOptions): Configuration {
  return readConfiguration(
    {
      ...(data === undefined ? {} : { data }),
      ...(port === undefined ? {} : { port }),
      ...(host === undefined ? {} : { host }),
      ...(logLevel === undefined ? {} : { logLevel }),
    },
    process.env,
  );
}

/** Does the work on the open ledger of the data folder, and closes it whatever comes of it. */
export async function withLedger<T>(
  options: ServingOptions,
  terminal: Terminal,
  work: (ledger: OpenLedger, configuration: Configuration) => Promise<T>,
): Promise<T> {
  const configuration = configurationOf(options);
  const ledger = await terminal.progress('opening the ledger', (progress) =>
    OpenLedger.inFolder(configuration.data, { warn: (message) => terminal.note(message), progress }),
  );
  try {
    for (const note of ledger.notes) terminal.note(note);
    return await work(ledger, configuration);
  } finally {
    await ledger.close();
  }
}

/** Steps of a long work on a progress bar. */
export function stepsOn(advance: Advance): (step: Readonly<{ done: number; total: number }>) => void {
  return ({ done, total }) => advance(done, total);
}
