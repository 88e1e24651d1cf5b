import { afterAll, beforeAll, jest } from '@jest/globals';
import { type EventStore, type Ledger, migrate, openEphemeral, openPostgres, type Sql, SqlEventStore } from '#event-store';
import { newId } from '#kernel';

// Opening a database takes seconds, many where the machine is busy.
const PATIENCE_MS = 120_000;
jest.setTimeout(PATIENCE_MS);

const server = process.env.POSTGRES_URL;
const onServer: { close(): Promise<void> }[] = [];
let ledger: Ledger | undefined;
let schemas = 0;

beforeAll(async () => {
  if (server === undefined) ledger = await openEphemeral();
}, PATIENCE_MS);

afterAll(async () => {
  await ledger?.close();
  for (const opened of onServer) await opened.close();
}, PATIENCE_MS);

/**
 * A real event store of its own: a schema in the one embedded database that the spec file opens, or on the server that
 * POSTGRES_URL names.
 */
export async function ephemeralLedger(): Promise<{ sql: Sql; store: EventStore }> {
  if (server !== undefined) {
    const schema = `ledger_${newId().replaceAll('-', '')}`;
    // Few connections each: a spec file keeps all its stores open to its end.
    const opened = await openPostgres({ connectionString: server, schema, connections: 3 });
    onServer.push(opened);
    return { sql: opened.sql, store: opened.store };
  }
  if (ledger === undefined) throw new Error('no database is open: was it asked for outside a test?');
  const { sql } = ledger;
  const schema = `ledger_${++schemas}`;
  await sql.query(`create schema ${schema}`);
  await sql.query(`set search_path to ${schema}`);
  await migrate(sql);
  return { sql, store: new SqlEventStore(sql, { notifies: false }) };
}
