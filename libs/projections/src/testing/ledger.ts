import { afterAll, beforeAll, jest } from '@jest/globals';
import { type EventStore, type Ledger, migrate, openEphemeral, type Sql, SqlEventStore } from '#event-store';

// Opening a database takes seconds, many where the machine is busy.
const PATIENCE_MS = 120_000;
jest.setTimeout(PATIENCE_MS);

let ledger: Ledger | undefined;
let schemas = 0;

beforeAll(async () => {
  ledger = await openEphemeral();
}, PATIENCE_MS);

afterAll(async () => {
  await ledger?.close();
}, PATIENCE_MS);

/** A real event store of its own: a schema in the one database that the spec file opens. */
export async function ephemeralLedger(): Promise<{ sql: Sql; store: EventStore }> {
  if (ledger === undefined) throw new Error('no database is open: was it asked for outside a test?');
  const { sql } = ledger;
  const schema = `ledger_${++schemas}`;
  await sql.query(`create schema ${schema}`);
  await sql.query(`set search_path to ${schema}`);
  await migrate(sql);
  return { sql, store: new SqlEventStore(sql, { notifies: false }) };
}
