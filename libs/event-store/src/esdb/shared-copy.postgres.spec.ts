import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { counted } from '../contract/opened.js';
import { START } from '../port.js';
import { type OpenPostgres, openPostgres } from '../sql/postgres.js';
import { EsdbDouble } from './double/index.js';
import { EsdbEventStore } from './esdb-event-store.js';

jest.setTimeout(60_000);

const url = process.env['POSTGRES_URL'];
if (url === undefined) throw new Error('POSTGRES_URL names no server: npm run test:postgres starts one');

const PROCESSES = 3;
const EVENTS = 60;

describe('the copy of a server’s log in PostgreSQL that several processes fill', () => {
  const database = `copy_${process.pid}`;
  const admin = new pg.Client(url);
  const opened: OpenPostgres[] = [];
  const stores: EsdbEventStore[] = [];
  let double: EsdbDouble;

  const anotherProcess = async (): Promise<EsdbEventStore> => {
    const connectionString = Object.assign(new URL(url), { pathname: `/${database}` }).href;
    const beside = await openPostgres({ connectionString, connections: 3 });
    opened.push(beside);
    const store = await EsdbEventStore.open({ connectionString: double.connectionString(), sql: beside.sql, ledger: 'shared' });
    stores.push(store);
    return store;
  };

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`create database ${database}`);
    double = await EsdbDouble.start();
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await double.stop();
    for (const beside of opened) await beside.close();
    await admin.query(`drop database ${database} with (force)`);
    await admin.end();
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
