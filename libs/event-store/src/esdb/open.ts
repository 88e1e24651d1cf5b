import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LedgerError } from '#kernel';
import { STORE_MARKER, unlessMissing, writeWhole } from '../embedded/durable-files.js';
import { type EmbeddedOptions, type Ledger, openEmbedded } from '../embedded/open.js';
import { LedgerForked } from '../port.js';
import { DEFAULT_LEDGER, EsdbEventStore, type EsdbOptions } from './esdb-event-store.js';
import { LogCopy } from './log-copy.js';

/** Where the events of a data folder lie, where that is not the folder itself. */
export type EsdbPlace = Readonly<{ connectionString: string; ledger?: string }>;

export type EsdbLedger = Ledger & Readonly<{ store: EsdbEventStore }>;

export type EsdbLedgerOptions = Omit<EmbeddedOptions, 'readOnly' | 'switchedOff'> &
  EsdbPlace &
  Readonly<{
    times?: NonNullable<EsdbOptions['times']>;
    /** Makes the copy of the log anew first: where copy and server are of different histories. */
    copiesAnew?: boolean;
  }>;

/** Says of a data folder that its events lie in EventStoreDB, and in which ledger there. */
type Marker = Readonly<{ format: 1; store: 'esdb'; ledger: string; ledgerId: string }>;

/**
 * Opens a ledger whose events lie in EventStoreDB, and all else in a data folder: texts with their journal, the read
 * models, the copy of the log beside them, evidence files, tokens. Nothing of an event is in the folder that cannot be
 * made again from the server.
 * @throws LedgerError as `openEmbedded` and `EsdbEventStore.open` do; `invalid` STORE_DIFFERS where the folder has events
 *   of its own; LedgerForked where it belongs to another ledger of the server
 */
export async function openEsdbLedger(options: EsdbLedgerOptions): Promise<EsdbLedger> {
  const { connectionString, ledger = DEFAULT_LEDGER, times, copiesAnew, progress, upcasters, ...local } = options;
  const folder = resolve(options.folder);
  const beside = await openEmbedded({ ...local, folder, eventsElsewhere: true, ...(progress === undefined ? {} : { progress }) });
  try {
    if (copiesAnew === true) await LogCopy.forget(beside.sql);
    const opened = await onServer(beside, { connectionString, ledger }, { times, upcasters, progress });
    await agreeOnMarker(folder, { format: 1, store: 'esdb', ledger, ledgerId: opened.ledgerId }).catch(async (error: unknown) => {
      await opened.store.close();
      throw error;
    });
    return opened;
  } catch (error) {
    await beside.close();
    throw error;
  }
}

/**
 * The same ledger with its events on the server; closing it closes what it was made of.
 * @throws LedgerError as `EsdbEventStore.open` does
 */
export async function onServer(
  beside: Ledger,
  { connectionString, ledger = DEFAULT_LEDGER }: EsdbPlace,
  { times, upcasters, progress }: Undefinable<Pick<EsdbLedgerOptions, 'times' | 'upcasters' | 'progress'>> = {},
): Promise<EsdbLedger> {
  const store = await EsdbEventStore.open({
    connectionString,
    ledger,
    sql: beside.sql,
    ...(times === undefined ? {} : { times }),
    ...(upcasters === undefined ? {} : { upcasters }),
    progress: (done) => progress?.({ doing: 'reading the log of the server', done, total: done }),
  });
  const close = async () => {
    await store.close();
    await beside.close();
  };
  let closing: Promise<void> | undefined;
  return {
    ...beside,
    store,
    ledgerId: await store.ledgerId(),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

type Undefinable<T> = { [K in keyof T]?: T[K] | undefined };

/** Where the events of a folder lie, as it was last opened; undefined where they are its own. */
export async function eventsElsewhere(folder: string): Promise<string | undefined> {
  const marker = await readMarker(folder);
  return marker === undefined ? undefined : `EventStoreDB, ledger "${marker.ledger}"`;
}

/** @throws LedgerError `invalid` STORE_DIFFERS where the folder's events lie on a server, and it is opened as if they were its own */
export async function requireOwnEvents(folder: string): Promise<void> {
  const elsewhere = await eventsElsewhere(folder);
  if (elsewhere === undefined) return;
  const message = `the events of ${folder} lie in ${elsewhere}; open it with --store esdb --esdb <connection string>`;
  throw new LedgerError('invalid', 'STORE_DIFFERS', message, [{ field: '--store', rule: 'R15', message }]);
}

async function agreeOnMarker(folder: string, marker: Marker): Promise<void> {
  const there = await readMarker(folder);
  if (there === undefined) {
    await writeWhole(join(folder, STORE_MARKER), `${JSON.stringify(marker)}\n`);
  } else if (there.ledgerId !== marker.ledgerId) {
    throw new LedgerForked(
      `${folder} holds the texts and read models of ledger ${there.ledgerId} ("${there.ledger}"); the server holds ` +
        `${marker.ledgerId} ("${marker.ledger}"). Connect to the server it belongs to, or name another data folder`,
    );
  }
}

async function readMarker(folder: string): Promise<Marker | undefined> {
  const text = await readFile(join(folder, STORE_MARKER), 'utf8').catch(unlessMissing(undefined));
  return text === undefined ? undefined : (JSON.parse(text) as Marker);
}
