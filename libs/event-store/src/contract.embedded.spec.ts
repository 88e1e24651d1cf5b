import { rm } from 'node:fs/promises';
import { jest } from '@jest/globals';
import { decisionsContract } from './contract/decisions.contract.js';
import { eventStoreContract } from './contract/event-store.contract.js';
import type { Opened } from './contract/opened.js';
import { openEmbedded } from './embedded/open.js';
import { newFolder } from './embedded/samples.js';

jest.setTimeout(60_000);

// The engine that programs use: a folder, a thread and a journal for each test. What only SQL shows is in the suites of
// PGlite and PostgreSQL; kill -9 of the whole process is in the fault tests.
const open = async (): Promise<Opened> => openIn(await newFolder());

eventStoreContract('the embedded engine', open);
decisionsContract('the embedded engine', open);

async function openIn(folder: string): Promise<Opened> {
  const ledger = await openEmbedded({ folder });
  return {
    store: ledger.store,
    texts: ledger.texts,
    sql: ledger.sql,
    another: () => Promise.resolve(ledger.store),
    killAndRestart: async () => {
      // The database goes away under its writers. What kill -9 of the whole process does, the fault tests show.
      await ledger.sql.close();
      await ledger.close();
      return await openIn(folder);
    },
    close: async () => {
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
