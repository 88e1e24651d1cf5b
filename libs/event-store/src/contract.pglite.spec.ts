import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { decisionsContract } from './contract/decisions.contract.js';
import { eventStoreContract } from './contract/event-store.contract.js';
import type { Opened } from './contract/opened.js';
import { sqlEventStoreContract } from './contract/sql.contract.js';
import { migrate } from './sql/migrate.js';
import { pgliteSql } from './sql/pglite.js';
import type { Sql } from './sql/sql.js';
import { SqlEventStore } from './sql/sql-event-store.js';
import { SqlTexts } from './texts.js';

// Some tests wait for sixteen writers: on a machine that is busy with other things, for a while.
jest.setTimeout(30_000);

// One instance for all tests, about 350 MB: each test has a schema of its own in it.
let folder: string;
let db: PGlite;
let schemaInUse = '';
let ledgers = 0;

const open = () => openSchema(`ledger_${(ledgers += 1)}`);

eventStoreContract('PGlite', open);
sqlEventStoreContract('PGlite', open);
decisionsContract('PGlite', open);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-pglite-'));
  db = await PGlite.create(folder);
}, 60_000);

afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

async function openSchema(schema: string): Promise<Opened> {
  const instance = db;
  const sql = schemaSql(instance, schema);
  await sql.query(`create schema if not exists ${schema}`);
  await migrate(sql);
  const store = new SqlEventStore(sql);
  const stores = [store];
  return {
    store,
    texts: new SqlTexts(sql),
    sql,
    another: (options) => {
      const another = new SqlEventStore(sql, options);
      stores.push(another);
      return Promise.resolve(another);
    },
    killAndRestart: async () => {
      await instance.close();
      db = await PGlite.create(folder);
      schemaInUse = '';
      return await openSchema(schema);
    },
    close: async () => {
      for (const opened of stores) await opened.close();
    },
  };
}

/** PGlite has one connection: what is asked of it in order is done in order, so the schema is set just before. */
function schemaSql(instance: PGlite, schema: string): Sql {
  const sql = pgliteSql(instance);
  const inSchema = <T>(work: () => Promise<T>): Promise<T> => {
    if (schemaInUse === schema || instance !== db) return work();
    schemaInUse = schema;
    return Promise.all([instance.exec(`set search_path to ${schema}`), work()]).then(([, answer]) => answer);
  };
  return {
    query: (text, parameters) => inSchema(() => sql.query(text, parameters)),
    transaction: (work) => inSchema(() => sql.transaction(work)),
    listen: (channel, heard) => sql.listen(channel, heard),
    close: () => sql.close(),
  };
}
