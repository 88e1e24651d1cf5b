import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finding, textsElsewhere } from '#event-store';
import { LedgerError } from '#kernel';
import {
  type Configuration,
  type Opening,
  OpenLedger,
  readConfiguration,
  type StoreChosen,
  startTelemetry,
  unsafeInWords,
  unsafeSettings,
} from '#platform';
import type { Advance, Terminal } from './terminal.js';

/** Options that every command takes; where the events lie, only those that read or write them. */
export type CommonOptions = Readonly<{
  data?: string;
  json?: boolean;
  store?: string;
  esdb?: string;
  esdbLedger?: string;
  postgres?: string;
}>;

export type ServingOptions = CommonOptions & Readonly<{ port?: string; host?: string; logLevel?: string }>;

/** @throws LedgerError `invalid` naming each setting that is wrong */
export function configurationOf({
  data,
  port,
  host,
  logLevel,
  store,
  esdb,
  esdbLedger,
  postgres,
}: ServingOptions): Configuration {
  return readConfiguration(
    {
      ...(store === undefined ? {} : { store }),
      ...(esdb === undefined ? {} : { esdb }),
      ...(esdbLedger === undefined ? {} : { esdbLedger }),
      ...(postgres === undefined ? {} : { postgres }),
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
  founds = true,
): Promise<T> {
  const configuration = configurationOf(options);
  await requireFolder(configuration.data);
  const warn = (message: string) => terminal.note(message);
  warnOfSettings(terminal, configuration);
  const telemetry = await startTelemetry(process.env, { service: 'throughline', warn });
  try {
    return await withOpen(configuration, terminal, work, founds);
  } finally {
    await telemetry?.stop();
  }
}

/** Says what is unsafe about how the store is spoken to, before anything is: to Kafka most commands do not speak. */
export function warnOfSettings(terminal: Terminal, { store }: Pick<Configuration, 'store'>): void {
  noteUnsafe(terminal, unsafeSettings({ store }));
}

/** Says what is unsafe. */
export function noteUnsafe(terminal: Terminal, findings: readonly Finding[]): void {
  for (const finding of findings) terminal.note(unsafeInWords(finding));
}

async function withOpen<T>(
  configuration: Configuration,
  terminal: Terminal,
  work: (ledger: OpenLedger, configuration: Configuration) => Promise<T>,
  founds: boolean,
): Promise<T> {
  const { data, store } = configuration;
  const ledger = await terminal.progress('opening the ledger', (progress) =>
    OpenLedger.inFolder(data, { warn: (message) => terminal.note(message), progress, store, founds, ...sharing(configuration) }),
  );
  try {
    for (const note of ledger.notes) terminal.note(note);
    return await work(ledger, configuration);
  } finally {
    await ledger.close();
  }
}

/** On a server others may keep the read models up too: each does a share. A ledger in a folder is one process's. */
function sharing({ store, leaseSeconds, partitions }: Configuration): Pick<Opening, 'readModels' | 'shares'> {
  return isOnServer(store) ? { readModels: 'shared', shares: { service: 'throughline', leaseSeconds, partitions } } : {};
}

/** Whether nothing of the ledger but files and tokens lies in the data folder. */
function isOnServer(store: StoreChosen): boolean {
  return store.kind === 'postgres' || (store.kind === 'esdb' && store.postgres !== undefined);
}

/**
 * The same for a command that only looks: a mistyped folder or schema must not become a new ledger that is empty and well.
 * @throws LedgerError `invalid` NOT_A_LEDGER where there is none
 */
export async function withLedgerThere<T>(
  options: CommonOptions,
  terminal: Terminal,
  work: (ledger: OpenLedger, configuration: Configuration) => Promise<T>,
): Promise<T> {
  await ledgerThere(options);
  return withLedger(options, terminal, work, false);
}

/**
 * The same for a command that only tries: where there is no ledger yet, it tries on an empty one that is gone afterwards.
 * @throws LedgerError `invalid` NOT_A_FOLDER where the data folder is a file
 */
export async function withLedgerToTryOn<T>(
  options: CommonOptions,
  terminal: Terminal,
  work: (ledger: OpenLedger, configuration: Configuration) => Promise<T>,
): Promise<T> {
  try {
    return await withLedgerThere(options, terminal, work);
  } catch (error) {
    if (!(error instanceof LedgerError && error.code === 'NOT_A_LEDGER')) throw error;
  }
  await requireFolder(configurationOf(options).data);
  const data = await mkdtemp(join(tmpdir(), 'throughline-trial-'));
  try {
    return await withLedger({ data, store: 'embedded' }, terminal, work);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/**
 * The data folder of a ledger that is there. One that lies on a server has no more in its folder than files and tokens:
 * whether it is there, the server says when it is opened.
 * @throws LedgerError `invalid` NOT_A_LEDGER where the folder is to hold it, and does not
 */
export async function ledgerThere(options: CommonOptions): Promise<string> {
  const { data, store } = configurationOf(options);
  if (isOnServer(store)) return data;
  if ((await kindOf(join(data, 'journal'))) !== undefined) return data;
  throw wrongData('NOT_A_LEDGER', `there is no ledger in ${data}; name another with --data, or make one: demo, import or start`);
}

/**
 * For what copies a data folder whole, or makes one from a copy: a ledger on a server has its events and texts elsewhere.
 * @throws LedgerError `invalid` STORE_DIFFERS naming what is to be run instead
 */
export async function requireTextsInFolder(data: string): Promise<void> {
  if ((await textsElsewhere(data)) === undefined) return;
  const message = [
    `${data} holds the evidence files and tokens of this ledger; its texts, and perhaps its events, lie in PostgreSQL.`,
    'Back the server up with its own means (pg_dump), and then copy files/, tokens/, owner-token and store.json;',
    'or copy the ledger into a folder with throughline move, and back that up.',
  ].join(' ');
  throw wrongData('STORE_DIFFERS', message);
}

/** What lies at a path; undefined where nothing does. */
export async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'file';
}

async function requireFolder(data: string): Promise<void> {
  if ((await kindOf(data)) === 'file') throw wrongData('NOT_A_FOLDER', `${data} is a file; name a folder with --data`);
}

function wrongData(code: string, message: string): LedgerError {
  return new LedgerError('invalid', code, message, [{ field: '--data', rule: 'R15', message }]);
}

/** Steps of a long work on a progress bar. */
export function stepsOn(advance: Advance): (step: Readonly<{ done: number; total: number }>) => void {
  return ({ done, total }) => advance(done, total);
}
