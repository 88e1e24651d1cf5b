import { resolve } from 'node:path';
import { LedgerError } from '#kernel';
import type { Ledger } from './embedded/open.js';
import { type EventStore, START, StoreUnavailable } from './port.js';
import { awayInWords } from './sql/away.js';
import { ledgerInSchema, migratePostgres, type OpenPostgres, openPostgres, type PostgresOptions } from './sql/postgres.js';
import type { SchemaState } from './sql/postgres-schema.js';
import { ConnectionLost } from './sql/sql.js';
import { agreeOnMarker, requireLedgerOf, requireNothingOwn, requireTextsOf } from './store-marker.js';
import { SqlTexts } from './texts.js';

export type PostgresLedgerOptions = PostgresOptions &
  Readonly<{
    /** The data folder, which holds evidence files and tokens; it belongs to this one ledger. */
    folder: string;
  }>;

/**
 * Opens a ledger that lies on a PostgreSQL server: events, texts and read models in one schema of it, evidence files and
 * tokens in a data folder. Any number of processes may have it open.
 * @throws LedgerError as `openPostgres` does; `unavailable` STORE_UNAVAILABLE where the server is away or refuses; `invalid`
 *   STORE_DIFFERS where the folder holds a ledger of its own; LedgerForked where it belongs to another than the server holds:
 *   nothing was made there then
 */
export async function openPostgresLedger({ folder, ...options }: PostgresLedgerOptions): Promise<Ledger> {
  await requireNothingOwn(resolve(folder));
  const { schema: ledger = 'throughline' } = options;
  await requireLedgerOf(resolve(folder), { store: 'postgres', ledger }, () => answering(options, ledgerInSchema));
  const opened = await ledgerIn(await answering(options, openPostgres));
  try {
    await agreeOnMarker(resolve(folder), { format: 1, store: 'postgres', ledger, ledgerId: opened.ledgerId });
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/**
 * Opens a schema for what lies beside events that are elsewhere: texts, read models, the copy of a server's log.
 * @param folder the data folder, which says whether the texts are on a server already
 * @throws LedgerError as `openPostgres` does; `unavailable` where the server is away or refuses; `invalid` STORE_DIFFERS where
 *   the schema has events of its own; LedgerForked where the texts are on a server, and are not here
 */
export async function openBeside(folder: string, options: PostgresOptions): Promise<Ledger> {
  const { schema = 'throughline' } = options;
  await requireTextsOf(folder, schema, async () => (await answering(options, ledgerInSchema)) !== undefined);
  const opened = await ledgerIn(await answering(options, openPostgres));
  try {
    await requireNoEvents(schema, opened.store);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** @throws LedgerError `invalid` STORE_DIFFERS where a schema that is to lie beside events in EventStoreDB has its own */
export async function requireNoEvents(schema: string, store: Pick<EventStore, 'head'>): Promise<void> {
  if ((await store.head()) === START) return;
  const message = `schema ${schema} holds events of its own: name another for a ledger in EventStoreDB`;
  throw new LedgerError('invalid', 'STORE_DIFFERS', message, [{ field: 'THROUGHLINE_POSTGRES_SCHEMA', rule: 'R15', message }]);
}

/**
 * Brings the schema of a ledger, or of what lies beside one, up to date as its owner; nothing is opened, and no folder asked.
 * Safe to run again, beside running services, and by several at once.
 * @throws LedgerError as `openPostgres` does; `unavailable` STORE_UNAVAILABLE where the server is away or refuses
 */
export function migrateSchema(options: PostgresOptions): Promise<SchemaState> {
  return answering(options, migratePostgres);
}

async function answering<T>(options: PostgresOptions, work: (options: PostgresOptions) => Promise<T>): Promise<T> {
  try {
    return await work(options);
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    const setting = `THROUGHLINE_POSTGRES${options.owner === undefined ? '' : ' or THROUGHLINE_POSTGRES_OWNER'}`;
    throw new StoreUnavailable('not-stored', awayInWords(options.connectionString, error, setting), { cause: error });
  }
}

async function ledgerIn({ store, sql, locks, close }: OpenPostgres): Promise<Ledger> {
  let closing: Promise<void> | undefined;
  return {
    store,
    sql,
    texts: new SqlTexts(sql),
    ledgerId: await store.ledgerId(),
    folder: undefined,
    locks,
    notes: [],
    damage: [],
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
