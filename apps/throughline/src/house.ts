import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerError } from '#kernel';
import { type Configuration, OpenLedger, readConfiguration } from '#platform';
import type { Advance, Terminal } from './terminal.js';

/** Options that every command takes; where the events lie, only those that read or write them. */
export type CommonOptions = Readonly<{ data?: string; json?: boolean; store?: string; esdb?: string; esdbLedger?: string }>;

export type ServingOptions = CommonOptions & Readonly<{ port?: string; host?: string; logLevel?: string }>;

/** @throws LedgerError `invalid` naming each setting that is wrong */
export function configurationOf({ data, port, host, logLevel, store, esdb, esdbLedger }: ServingOptions): Configuration {
  return readConfiguration(
    {
      ...(store === undefined ? {} : { store }),
      ...(esdb === undefined ? {} : { esdb }),
      ...(esdbLedger === undefined ? {} : { esdbLedger }),
      ...(data === undefined ? {} : { data }),
      ...(port === undefined ? {} : { port }),
      ...(host === undefined ? {} : { host }),
      ...(logLevel === undefined ? {} : { logLevel }),
    },
    process.env,
  );
}

/**
 * Does the work on the open ledger of the data folder, made where it is missing, and closes it whatever comes of it.
 * @throws LedgerError `invalid` NOT_A_FOLDER where the data folder is a file
 */
export async function withLedger<T>(
  options: ServingOptions,
  terminal: Terminal,
  work: (ledger: OpenLedger, configuration: Configuration) => Promise<T>,
): Promise<T> {
  const configuration = configurationOf(options);
  const { data, store } = configuration;
  if ((await kindOf(data)) === 'file') throw wrongData('NOT_A_FOLDER', `${data} is a file; name a folder with --data`);
  const ledger = await terminal.progress('opening the ledger', (progress) =>
    OpenLedger.inFolder(data, { warn: (message) => terminal.note(message), progress, store }),
  );
  try {
    for (const note of ledger.notes) terminal.note(note);
    return await work(ledger, configuration);
  } finally {
    await ledger.close();
  }
}

/**
 * The same for a command that only looks: a mistyped folder must not become a new ledger that is empty and well.
 * @throws LedgerError `invalid` NOT_A_LEDGER where the data folder holds none
 */
export async function withLedgerThere<T>(
  options: CommonOptions,
  terminal: Terminal,
  work: (ledger: OpenLedger, configuration: Configuration) => Promise<T>,
): Promise<T> {
  await ledgerThere(options);
  return withLedger(options, terminal, work);
}

/**
 * The data folder of a ledger that is there.
 * @throws LedgerError `invalid` NOT_A_LEDGER where it holds none
 */
export async function ledgerThere(options: CommonOptions): Promise<string> {
  const { data } = configurationOf(options);
  if ((await kindOf(join(data, 'journal'))) !== undefined) return data;
  throw wrongData('NOT_A_LEDGER', `there is no ledger in ${data}; name another with --data, or make one: demo, import or start`);
}

/** What lies at a path; undefined where nothing does. */
export async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file';
}

function wrongData(code: string, message: string): LedgerError {
  return new LedgerError('invalid', code, message, [{ field: '--data', rule: 'R15', message }]);
}

/** Steps of a long work on a progress bar. */
export function stepsOn(advance: Advance): (step: Readonly<{ done: number; total: number }>) => void {
  return ({ done, total }) => advance(done, total);
}
