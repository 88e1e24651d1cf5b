import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded, openPostgres, START } from '#event-store';
import { rebuild } from '#projections';
import { PROJECTIONS } from '#read-models';

const NO_STREAM = -1n;
const timeline = PROJECTIONS.find(({ name }) => name === 'timeline');

/** The ledger on a PostgreSQL server: what `url` names. */
export function openServer({ url }) {
  return driver(() => openPostgres({ connectionString: url }));
}

/** The ledger as it runs by default: PGlite in a thread, a journal that is flushed before each answer. */
export async function openDefault({ folder }) {
  const embedded = await driver(() => openEmbedded({ folder }));
  return {
    ...embedded,
    /** What a restore does: the database is made again from the journal. */
    async restore() {
      await embedded.close();
      await rm(join(folder, 'database'), { recursive: true });
      await embedded.reopen();
    },
  };
}

async function driver(open) {
  let ledger = await open();
  const self = {
    ledger: () => ledger,
    async reopen() {
      ledger = await open();
    },
    /** @param revision the stream's last, `NO_STREAM` or undefined for any; answers the new last one */
    async append(stream, events, revision) {
      const expected = revision === undefined ? 'any' : revision === NO_STREAM ? 'no-stream' : { revision };
      return (await ledger.store.append(stream, events, expected)).revision;
    },
    async readAll(each) {
      for (let page = { scannedTo: START, caughtUp: false }; !page.caughtUp; ) {
        page = await ledger.store.readAll(page.scannedTo, { limit: 1000 });
        for (const { id, data } of page.events) each(id, data);
      }
    },
    async count(stream) {
      return (await ledger.store.readStream(stream)).length;
    },
    async tail(each, signal) {
      for await (const { events } of ledger.store.subscribeAll(START, { signal })) for (const { id } of events) each(id);
    },
    /** Builds the timeline anew, beside the one that serves, and compares them. */
    rebuild: () => rebuild(ledger.sql, ledger.store, timeline),
    close: () => ledger.close(),
  };
  return self;
}
