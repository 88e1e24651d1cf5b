import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type OpenPostgres, openPostgres } from '#event-store';
import { ProjectionRunner } from '#projections';
import { EsdbDouble } from '../../libs/event-store/src/esdb/double/index.js';
import { EsdbEventStore } from '../../libs/event-store/src/esdb/esdb-event-store.js';
import { appendMany, contents, tallies } from '../../libs/projections/src/testing/tallies.js';
import { OwnDatabase } from '../support/own-database.js';

jest.setTimeout(120_000);

const PATIENCE_MS = 60_000;
const COMES_WITHIN_MS = 3_000;

describe('read models beside EventStoreDB, in a PostgreSQL that is set to read only', () => {
  const database = OwnDatabase.named('read_only_esdb');
  const elsewhere = OwnDatabase.named('read_only_other');
  const opened: OpenPostgres[] = [];
  const stores: EsdbEventStore[] = [];
  let double: EsdbDouble;

  const open = async ({ url }: OwnDatabase) => {
    const beside = await openPostgres({ connectionString: url, connections: 4 });
    const store = await EsdbEventStore.open({ connectionString: double.connectionString(), sql: beside.sql });
    opened.push(beside);
    stores.push(store);
    return { store, sql: beside.sql };
  };

  beforeAll(async () => {
    double = await EsdbDouble.start();
    for (const one of [database, elsewhere]) await one.make();
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await double.stop();
    for (const beside of opened) await beside.close();
    for (const one of [database, elsewhere]) await one.remove();
  });

  it('wait, blame no event, and go on by themselves', async () => {
    const { store, sql } = await open(database);
    // Of another process, with a copy of the log of its own: events come meanwhile.
    const writer = (await open(elsewhere)).store;
    const runner = new ProjectionRunner(sql, store, [tallies()], { batchSize: 16 });
    await runner.start();
    await runner.waitFor((await appendMany(writer, 20)).at(-1)?.position ?? '', PATIENCE_MS);
    const failures = () =>
      database.admin.query('select failure from throughline.projection_checkpoints where failure is not null');

    await database.admin.query(`alter database ${database.name} set default_transaction_read_only = on`);
    await database.cutOff();
    const last = (await appendMany(writer, 50)).at(-1)?.position ?? '';
    const early = runner.waitFor(last, COMES_WITHIN_MS);
    await expect(early).rejects.toMatchObject({ code: 'READ_MODEL_BEHIND' });
    expect((await failures()).rows).toEqual([]);

    await database.admin.query(`alter database ${database.name} reset default_transaction_read_only`);
    await runner.waitFor(last, PATIENCE_MS);
    await runner.stop();
    expect((await failures()).rows).toEqual([]);
    expect((await contents(sql, tallies())).split('\n').filter((row) => /^\(.{36}\)$/.test(row))).toHaveLength(70);
  });
});
