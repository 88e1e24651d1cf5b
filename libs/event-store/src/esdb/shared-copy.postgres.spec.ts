import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OwnDatabase } from '../../../../test/support/own-database.js';
import { counted } from '../contract/opened.js';
import { START } from '../port.js';
import { type OpenPostgres, openPostgres } from '../sql/postgres.js';
import { EsdbDouble } from './double/index.js';
import { EsdbEventStore } from './esdb-event-store.js';

jest.setTimeout(60_000);

const PROCESSES = 3;
const EVENTS = 60;

describe('the copy of a server’s log in PostgreSQL that several processes fill', () => {
  const database = OwnDatabase.named('copy');
  const opened: OpenPostgres[] = [];
  const stores: EsdbEventStore[] = [];
  let double: EsdbDouble;

  const anotherProcess = async (): Promise<EsdbEventStore> => {
    const beside = await openPostgres({ connectionString: database.url, connections: 3 });
    opened.push(beside);
    const store = await EsdbEventStore.open({ connectionString: double.connectionString(), sql: beside.sql, ledger: 'shared' });
    stores.push(store);
    return store;
  };

  beforeAll(async () => {
    await database.make();
    double = await EsdbDouble.start();
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await double.stop();
    for (const beside of opened) await beside.close();
    await database.remove();
  });

  it('holds every event once and in order, whoever appended it, and each process sees them all', async () => {
    // All of them found the ledger and make the tables at one moment.
    await Promise.all(Array.from({ length: PROCESSES }, anotherProcess));
    await Promise.all(
      stores.map(async (store, process) => {
        for (let event = 0; event < EVENTS; event += 1) await store.append(`stream-${process}-${event}`, [counted(event)], 'any');
      }),
    );
    const heads = await Promise.all(stores.map((store) => store.head()));
    expect(new Set(heads).size).toBe(1);
    const log = await stores[0]?.readAll(START, { limit: 1_000 });
    expect(log?.events).toHaveLength(PROCESSES * EVENTS);
    const copies = await Promise.all(stores.map((store) => store.copy.between(START, heads[0] ?? START)));
    for (const copy of copies) expect(copy.map(({ id }) => id)).toEqual(log?.events.map(({ id }) => id));
    expect(await stores[1]?.copy.repeatedIds()).toEqual([]);
  });

  it('is filled on by the others where one of them has it made anew', async () => {
    const [first, second] = stores as [EsdbEventStore, EsdbEventStore];
    const { LogCopy } = await import('./log-copy.js');
    await LogCopy.forget((opened[0] as OpenPostgres).sql);
    const third = await anotherProcess();
    await first.append('stream-after', [counted(1)], 'any');
    const head = await third.head();
    expect(await second.head()).toBe(head);
    expect(await third.copy.between(START, head)).toHaveLength(PROCESSES * EVENTS + 1);
    expect(await second.streamOfCommand((await second.readStream('stream-after'))[0]?.metadata.commandId ?? '')).toBe(
      'stream-after',
    );
  });
});
