import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { decisionsContract } from './contract/decisions.contract.js';
import { eventStoreContract } from './contract/event-store.contract.js';
import { leasesContract } from './contract/leases.contract.js';
import { type OpenedSql, seedRow } from './contract/opened.js';
import { Schemas } from './contract/schemas.js';
import { sqlEventStoreContract } from './contract/sql.contract.js';
import { EventJournal } from './embedded/event-journal.js';
import type { Guard } from './embedded/guarded-store.js';
import { journaledStore, journaledTexts } from './embedded/journaled.js';
import { openEmbedded } from './embedded/open.js';
import { newFolder } from './embedded/samples.js';
import { emptyDatabase } from './embedded/template.js';
import { TEXTS_FILE, TextJournal } from './embedded/text-journal.js';
import { WorkerSql } from './embedded/worker-sql.js';
import { migrate } from './sql/migrate.js';

// Some tests wait for sixteen writers: on a machine that is busy with other things, for a while.
jest.setTimeout(60_000);

// The engine that programs use. To start it takes a second: the tests share one in its folder and its thread, and each
// has a schema and journals of its own. Whole folders are opened by the test that kills, and by those of `openEmbedded`.
let folder: string;
let database: WorkerSql;
let ledgers = 0;
const schemas = new Schemas(() => database);

const open = (use?: 'to be killed') =>
  use === undefined ? openSchema(`ledger_${(ledgers += 1)}`) : newFolder().then(openFolder);

eventStoreContract('the embedded engine', open);
sqlEventStoreContract('the embedded engine', open);
leasesContract('the embedded engine', open);
decisionsContract('the embedded engine', open);
decisionsContract('the embedded engine, decided unread', open, { decidesUnread: true });

beforeAll(async () => {
  folder = await newFolder();
  database = await WorkerSql.open({ dataDir: join(folder, 'database'), template: await emptyDatabase() });
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function openSchema(schema: string): Promise<OpenedSql> {
  const sql = schemas.sql(schema);
  await sql.query(`create schema ${schema}`);
  await migrate(sql);
  const { journal: events } = await EventJournal.open(join(folder, schema), 'whole');
  const texts = await TextJournal.open(join(folder, schema, TEXTS_FILE));
  const journals = { folder: join(folder, schema), sql, events, texts };
  const guard: Guard = { reached: () => Promise.resolve(), readOnly: undefined, lost: undefined };
  const store = journaledStore(journals, guard);
  const stores = [store];
  return {
    store,
    texts: journaledTexts(journals),
    sql,
    positions: 'dense',
    seed: (row) => seedRow(sql, row),
    another: (options) => {
      const another = journaledStore(journals, guard, options);
      stores.push(another);
      return Promise.resolve(another);
    },
    killAndRestart: () => Promise.reject(new Error('the others need this engine: open one to be killed')),
    close: async () => {
      for (const opened of stores) await opened.close();
      await events.close();
      await texts.close();
    },
  };
}

async function openFolder(own: string): Promise<OpenedSql> {
  const ledger = await openEmbedded({ folder: own });
  return {
    store: ledger.store,
    texts: ledger.texts,
    sql: ledger.sql,
    positions: 'dense',
    seed: (row) => seedRow(ledger.sql, row),
    another: () => Promise.resolve(ledger.store),
    killAndRestart: async () => {
      // The database goes away under its writers. What kill -9 of the whole process does, the fault tests show.
      await ledger.sql.close();
      await ledger.close();
      return await openFolder(own);
    },
    close: async () => {
      await ledger.close();
      await rm(own, { recursive: true, force: true });
    },
  };
}
