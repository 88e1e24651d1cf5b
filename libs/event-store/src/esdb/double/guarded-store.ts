import { Schemas } from '../../contract/schemas.js';
import { emptyDatabase } from '../../embedded/template.js';
import { WorkerSql } from '../../embedded/worker-sql.js';
import type { Sql } from '../../sql/sql.js';
import { EsdbEventStore } from '../esdb-event-store.js';
import type { OpenStore } from './stage.js';

let database: Promise<WorkerSql> | undefined;
let known: WorkerSql;
const schemas = new Schemas(() => known);
let opened = 0;

/** A database of its own, in memory: a schema of one that all share. */
export async function databaseOf(name: string): Promise<Sql> {
  database ??= emptyDatabase().then((template) => WorkerSql.open({ template }));
  known = await database;
  const schema = `${name}_${(opened += 1)}`;
  await known.query(`create schema ${schema}`);
  return schemas.sql(schema);
}

/** The event store of this project, with its copy of the log in such a database. */
export const openGuarded: OpenStore = async (connectionString, { patienceMs }) => {
  const times = { patience: patienceMs, heartbeat: 200 };
  return await EsdbEventStore.open({ connectionString, sql: await databaseOf('guarded'), times });
};

/** Ends what all share. */
export async function closeShared(): Promise<void> {
  await (await database)?.close();
}
