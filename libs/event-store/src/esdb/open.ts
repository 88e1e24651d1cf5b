import { resolve } from 'node:path';
import { LedgerError } from '#kernel';
import { type EmbeddedOptions, type Ledger, openEmbedded } from '../embedded/open.js';
import { openBeside } from '../postgres-ledger.js';
import type { PostgresOptions } from '../sql/postgres.js';
import { agreeOnMarker, requireLedgerOf, requireNothingOwn, requireOwnTexts } from '../store-marker.js';
import { connectionTo } from './connection.js';
import { EsdbEventStore, type EsdbOptions } from './esdb-event-store.js';
import { type Founded, foundingOf } from './founding.js';
import { DEFAULT_LEDGER, requireLedgerName } from './ledger-name.js';
import { LogCopy } from './log-copy.js';

/** Where the events of a data folder lie, where that is not the folder itself. */
export type EsdbPlace = Readonly<{ connectionString: string; ledger?: string }>;

export type EsdbLedger = Ledger & Readonly<{ store: EsdbEventStore }>;

export type EsdbLedgerOptions = Omit<EmbeddedOptions, 'readOnly' | 'switchedOff'> &
  EsdbPlace &
  Readonly<{
    times?: NonNullable<EsdbOptions['times']>;
    /** False for who only looks: a mistyped name must not become a new ledger that is empty and well. True by default. */
    founds?: boolean;
    /** Makes the copy of the log anew first: where copy and server are of different histories. */
    copiesAnew?: boolean;
    /** Where all but events and evidence files lies, where several processes share it; in the folder where nothing is said. */
    postgres?: PostgresOptions;
  }>;

/**
 * Opens a ledger whose events lie in EventStoreDB, and all else in a data folder: texts with their journal, the read
 * models, the copy of the log beside them, evidence files, tokens. Or all but the last two on a PostgreSQL server, which
 * several processes share. Nothing of an event is there that cannot be made again from the server of the events.
 * @throws LedgerError as `openEmbedded` or `openBeside`, and `EsdbEventStore.open` do; `invalid` STORE_DIFFERS where the
 *   folder has events of its own, or its texts lie in the other place; LedgerForked where it belongs to another ledger
 *   than the server holds, `invalid` NOT_A_LEDGER where it holds none and none is to be founded: nothing was made there then
 */
export async function openEsdbLedger(options: EsdbLedgerOptions): Promise<EsdbLedger> {
  const {
    connectionString,
    ledger = DEFAULT_LEDGER,
    times,
    founds,
    copiesAnew,
    postgres,
    progress,
    upcasters,
    ...local
  } = options;
  const folder = resolve(options.folder);
  await (postgres === undefined ? requireOwnTexts(folder) : requireNothingOwn(folder));
  const held = () => ledgerOn({ connectionString, ledger }, times);
  await requireLedgerOf(folder, { store: 'esdb', ledger }, held);
  if (founds === false && (await held()) === undefined) throw notALedger(ledger);
  const beside =
    postgres === undefined
      ? await openEmbedded({ ...local, folder, eventsElsewhere: true, ...(progress === undefined ? {} : { progress }) })
      : await openBeside(folder, postgres);
  try {
    if (copiesAnew === true) await LogCopy.forget(beside.sql);
    const opened = await onServer(beside, { connectionString, ledger }, { times, upcasters, progress });
    const { ledgerId } = opened;
    const where = postgres === undefined ? {} : { beside: 'postgres' as const };
    await agreeOnMarker(folder, { format: 1, store: 'esdb', ledger, ledgerId, ...where }).catch(async (error: unknown) => {
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
 * The id of the ledger of this name on the server; undefined where there is none. Nothing is made there.
 * @throws LedgerError `invalid` for a connection string or a name that is none; StoreUnavailable
 */
export async function ledgerOn(place: EsdbPlace, times?: EsdbOptions['times']): Promise<string | undefined> {
  return (await foundedOn(place, times))?.ledgerId;
}

/**
 * What the server says of the ledger of this name; undefined where there is none. Nothing is made there.
 * @throws LedgerError as `ledgerOn` does
 */
export async function foundedOn(
  { connectionString, ledger = DEFAULT_LEDGER }: EsdbPlace,
  times?: EsdbOptions['times'],
): Promise<Founded | undefined> {
  requireLedgerName(ledger);
  const connection = connectionTo(connectionString, times);
  return await foundingOf(connection, ledger).finally(() => connection.close());
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

function notALedger(ledger: string): LedgerError {
  const message = `EventStoreDB holds no ledger "${ledger}"; name another with THROUGHLINE_ESDB_LEDGER, or another server`;
  return new LedgerError('invalid', 'NOT_A_LEDGER', message, [{ field: 'THROUGHLINE_ESDB_LEDGER', rule: 'R15', message }]);
}

type Undefinable<T> = { [K in keyof T]?: T[K] | undefined };
