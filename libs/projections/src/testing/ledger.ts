import { PGlite } from '@electric-sql/pglite';
import { migrate, pgliteSql, type Sql, SqlEventStore } from '#event-store';

let shared: Promise<PGlite> | undefined;
let schemas = 0;

/** A real event store of its own, in memory. */
export async function ephemeralLedger(): Promise<{ sql: Sql; store: SqlEventStore }> {
  shared ??= PGlite.create();
  const db = await shared;
  const schema = `ledger_${++schemas}`;
  await db.query(`create schema ${schema}`);
  await db.query(`set search_path to ${schema}`);
  const sql = pgliteSql(db);
  await migrate(sql);
  return { sql, store: new SqlEventStore(sql, { notifies: false }) };
}
