import pg from 'pg';
import { LedgerError } from '#kernel';
import type { EventStore } from '../port.js';
import { PostgresListener } from './postgres-listener.js';
import { bringUpToDate, type SchemaState } from './postgres-schema.js';
import { SessionLocks } from './session-locks.js';
import { ConnectionLost, isReadOnly, type Row, type Sql } from './sql.js';
import { SqlEventStore, type SqlEventStoreOptions } from './sql-event-store.js';

export type PostgresOptions = Readonly<{
  connectionString: string;
  /** Made where it is missing; `throughline` by default. */
  schema?: string;
  /**
   * How the owner of the schema connects: it makes the tables, and the role of `connectionString` gets the right to
   * read and append and nothing else. Without it that role owns the tables, or finds them up to date.
   */
  owner?: string;
  /** False for who only looks: a mistyped schema must not become a new ledger that is empty and well. True by default. */
  founds?: boolean;
  /** Connections at most; 10 by default. */
  connections?: number;
  /** For so long a connection is waited for; 10 s by default. */
  connectTimeoutMs?: number;
  /** After so long the server ends a statement; 30 s by default, 0 for never. */
  statementTimeoutMs?: number;
  /** After so long the server ends the wait for a lock; 10 s by default. */
  lockTimeoutMs?: number;
  store?: SqlEventStoreOptions;
}>;

export type OpenPostgres = Readonly<{
  store: EventStore;
  sql: Sql;
  /** By which the processes of this ledger keep out of each other's way. */
  locks: SessionLocks;
  close: () => Promise<void>;
}>;

/**
 * The event store on a PostgreSQL server, its schema up to date: brought there by its owner, or found so by whoever is not.
 * @throws LedgerError `unavailable` NOT_DURABLE where the server is set to lose acknowledged commits; `invalid`
 *   NOT_A_LEDGER where there is none and none is to be made; ConnectionLost where it does not answer; whatever
 *   `bringUpToDate` throws
 */
export async function openPostgres(options: PostgresOptions): Promise<OpenPostgres> {
  const { connectionString, schema = 'throughline' } = options;
  const { sql } = await prepared(options);
  const store = new SqlEventStore(sql, options.store);
  const locks = new SessionLocks(clientConfig(options, schema, connectionString));
  return {
    store,
    sql,
    locks,
    close: async () => {
      await store.close();
      await locks.close();
      await sql.close();
    },
  };
}

/**
 * Brings the schema up to date, and opens nothing.
 * @throws as `openPostgres` does
 */
export async function migratePostgres(options: PostgresOptions): Promise<SchemaState> {
  const { sql, state } = await prepared(options);
  await sql.close();
  return state;
}

/** Connections of the application to a schema that is up to date, and what was done to it. */
async function prepared(options: PostgresOptions): Promise<Readonly<{ sql: Sql; state: SchemaState }>> {
  const { connectionString, schema = 'throughline', owner } = options;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) throw new TypeError(`${schema} is no schema name: a-z, 0-9 and _`);
  const sql = postgresSql(clientConfig(options, schema, connectionString), options.connections);
  const ownerSql = owner === undefined ? undefined : postgresSql(clientConfig(options, schema, owner), 1);
  try {
    await requireDurable(sql);
    if (options.founds === false) await requireLedger(sql, schema);
    return { sql, state: await bringUpToDate(schema, sql, ownerSql) };
  } catch (error) {
    await sql.close();
    throw error;
  } finally {
    await ownerSql?.close();
  }
}

/**
 * A server that has been silent for so much longer than it gives a statement is cut off, or stands still: nobody waits for it
 * until the system gives the connection up, which takes a quarter of an hour, and never comes where only the server stands.
 */
const SILENT_MS = 5_000;
/**
 * On a connection on which nothing is asked, as on the one that listens, no statement finds out. After so long the system asks,
 * and Node has it ask ten times, a second apart, before it gives the connection up; by itself it begins after two hours.
 */
const QUIET_MS = 30_000;
/** The longest that the driver counts. */
const UNBOUNDED_MS = 2 ** 31 - 1;

/** Connections to a schema as it is, for who only looks: nothing is made, changed or asked of it first. */
export function connectPostgres(options: PostgresOptions): Sql {
  const { connectionString, schema = 'throughline' } = options;
  return postgresSql(clientConfig(options, schema, connectionString), options.connections);
}

/** `Sql` over a pool of connections to a server. */
function postgresSql(config: pg.ClientConfig, connections = 10): Sql {
  const pool = new pg.Pool({ ...config, max: connections });
  // An idle connection that is lost is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => undefined);
  const listener = new PostgresListener(config);

  const connected = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((error: unknown) => {
      throw new ConnectionLost(false, describe(error), { cause: error });
    });
    // While it is lent out, the loss of a connection is told to the client and to the query.
    const ignore = () => undefined;
    client.on('error', ignore);
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      broken = error instanceof ConnectionLost || isReadOnly(error);
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  };
  return {
    query: (text, parameters) => connected((client) => answered(client, text, parameters)),
    transaction: (work, { takesItsTime = false } = {}) =>
      connected(async (client) => {
        const within = takesItsTime ? UNBOUNDED_MS : undefined;
        await answered(client, 'begin isolation level read committed');
        try {
          if (takesItsTime) await answered(client, 'set local statement_timeout = 0');
          const result = await work({ query: (text, parameters) => answered(client, text, parameters, within) });
          await answered(client, 'commit', [], within);
          return result;
        } catch (error) {
          if (!(error instanceof ConnectionLost)) await answered(client, 'rollback');
          throw error;
        }
      }),
    listen: (channel, heard) => listener.listen(channel, heard),
    connections: () => {
      const { totalCount, idleCount, waitingCount } = pool;
      return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
    },
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
}

/**
 * Runs a statement; whatever is not the server's refusal of it means that the connection was lost with it under way: also
 * where no answer came in time, which may be the answer to a commit.
 * @param within for how long it may take, where that is not as for every statement
 */
async function answered<R extends Row>(
  client: pg.PoolClient,
  text: string,
  parameters: readonly unknown[] = [],
  within?: number,
): Promise<R[]> {
  try {
    const bound = within === undefined ? {} : { query_timeout: within };
    return (await client.query<R>({ text, values: [...parameters], ...bound })).rows;
  } catch (error) {
    // FATAL and PANIC end the session, perhaps after the commit.
    if (error instanceof pg.DatabaseError && error.severity === 'ERROR') throw error;
    throw new ConnectionLost(true, describe(error), { cause: error });
  }
}

function clientConfig(options: PostgresOptions, schema: string, connectionString: string): pg.ClientConfig {
  const { connectTimeoutMs = 10_000, statementTimeoutMs = 30_000, lockTimeoutMs = 10_000 } = options;
  const settings = {
    search_path: schema,
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    // The server finds out alike, and where its answer is not taken; until then it holds what was locked on the connection.
    tcp_keepalives_idle: QUIET_MS / 1000,
    tcp_keepalives_interval: 1,
    tcp_keepalives_count: 10,
    tcp_user_timeout: QUIET_MS + 10_000,
  };
  return {
    connectionString,
    application_name: 'throughline',
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: QUIET_MS,
    query_timeout: statementTimeoutMs === 0 ? 0 : statementTimeoutMs + SILENT_MS,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  };
}

/**
 * The id of the ledger in a schema, whatever its version; nothing is made. Asked as the owner where there is one.
 * @returns undefined where there is no ledger, null where this role may not read it
 * @throws ConnectionLost where the server does not answer
 */
export async function ledgerInSchema(options: PostgresOptions): Promise<string | undefined | null> {
  const { connectionString, owner = connectionString, schema = 'throughline' } = options;
  const sql = connectPostgres({ ...options, connectionString: owner, connections: 1 });
  try {
    const [found] = await sql.query<{ may: boolean }>(
      `select has_schema_privilege(n.oid, 'usage'::text) and has_table_privilege(t.oid, 'select'::text) as may
        from pg_namespace n join pg_class t on t.relnamespace = n.oid and t.relname = 'ledger'::name where n.nspname = $1::name`,
      [schema],
    );
    if (found === undefined) return undefined;
    if (!found.may) return null;
    const [ledger] = await sql.query<{ id: string }>('select l.id::text as id from ledger l');
    return ledger?.id;
  } finally {
    await sql.close();
  }
}

async function requireLedger(sql: Sql, schema: string): Promise<void> {
  const [found] = await sql.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [`${schema}.ledger`]);
  if (found?.there === true) return;
  const message = `there is no ledger in schema ${schema} of the server; name another with THROUGHLINE_POSTGRES_SCHEMA`;
  throw new LedgerError('invalid', 'NOT_A_LEDGER', message, [{ field: 'THROUGHLINE_POSTGRES_SCHEMA', rule: 'R15', message }]);
}

/**
 * Selects each setting with which a server loses what it acknowledged, and what it is set to. `local` does not wait for a
 * standby that is named as synchronous: after a failover to it what was acknowledged last is not there.
 */
export const NOT_DURABLE_SETTINGS = `select s.name, s.setting as is from pg_settings s
  where (s.name in ('fsync', 'full_page_writes', 'synchronous_commit') and s.setting = 'off')
    or (s.name = 'synchronous_commit' and s.setting = 'local' and current_setting('synchronous_standby_names') <> '')`;

/** A setting of `NOT_DURABLE_SETTINGS`. */
export type NotDurable = Readonly<{ name: string; is: string }>;

async function requireDurable(sql: Sql): Promise<void> {
  const found = await sql.query<NotDurable>(NOT_DURABLE_SETTINGS);
  if (found.length === 0) return;
  const settings = found.map(({ name, is }) => `${name} ${is}`).join(', ');
  const loses = found.every(({ is }) => is === 'local') ? 'a failover to the synchronous standby' : 'a crash';
  throw new LedgerError(
    'unavailable',
    'NOT_DURABLE',
    `the server runs with ${settings}: ${loses} would lose acknowledged events`,
  );
}

function describe(error: unknown): string {
  // A refused connection to a name with several addresses is an AggregateError without a message.
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  return error instanceof Error ? error.message : String(error);
}
