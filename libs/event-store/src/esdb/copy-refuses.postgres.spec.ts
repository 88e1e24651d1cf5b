import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Id, newId, type Receipt } from '#kernel';
import { OwnDatabase } from '../../../../test/support/own-database.js';
import { counted, refusalOf } from '../contract/opened.js';
import { given, tally } from '../contract/tally.js';
import { Decisions } from '../decisions.js';
import { heard } from '../measures.js';
import { type OpenPostgres, openPostgres } from '../sql/postgres.js';
import { SqlTexts } from '../texts.js';
import { EsdbDouble } from './double/index.js';
import { EsdbEventStore } from './esdb-event-store.js';

jest.setTimeout(60_000);

/** Where PostgreSQL says that it has no room, refuses the role, finds its own files damaged, or takes a row for a wrong one. */
const REFUSALS = ['53100', '42501', 'XX001', '23514', 'P0001'];

describe('an append to EventStoreDB while the database with the copy of its log refuses', () => {
  const database = OwnDatabase.named('refuses');
  const { admin } = database;
  let double: EsdbDouble;
  let beside: OpenPostgres;
  let store: EsdbEventStore;
  let decisions: Decisions;
  let id: Id;

  const readOnly = async (setting: 'on' | 'off') => {
    await admin.query(`alter database ${database.name} set default_transaction_read_only = ${setting}`);
    // A session has what was set when it began.
    await database.cutOff();
  };
  const refusing = async (state: string) => {
    await admin.query(`create or replace function throughline.refuses() returns trigger language plpgsql as
      $$ begin raise exception 'no' using errcode = '${state}'; end $$`);
    await admin.query(`create or replace trigger refuses before insert on throughline.esdb_events
      for each row execute function throughline.refuses()`);
  };
  const add = (meta: ReturnType<typeof given>): Promise<Receipt> => decisions.run(tally, id, { type: 'add', n: 1 }, meta);
  const stored = () => store.readStream(`meeting-${id}`);

  beforeAll(async () => {
    await database.make();
    double = await EsdbDouble.start();
    beside = await openPostgres({ connectionString: database.url, connections: 3 });
    store = await EsdbEventStore.open({ connectionString: double.connectionString(), sql: beside.sql });
    decisions = new Decisions(store, new SqlTexts(beside.sql), { attempts: 3 });
  });
  beforeEach(async () => {
    id = newId();
    await decisions.run(tally, id, { type: 'open', limit: 9 }, given());
  });
  afterAll(async () => {
    await store.close();
    await double.stop();
    await beside.close();
    await database.remove();
  });

  it('is told as unknown where it takes no writes, for the event is stored; the same command then gives its receipt (R14)', async () => {
    const before = double.log.length;
    const appends: string[] = [];
    const deaf = heard('append', ({ outcome }) => appends.push(outcome));
    await readOnly('on');
    const meta = given();
    expect(await refusalOf(add(meta))).toMatchObject({ kind: 'unavailable', code: 'OUTCOME_UNKNOWN' });
    deaf();
    expect([double.log.length - before, appends]).toEqual([1, ['unknown']]);
    await readOnly('off');
    expect(await add(meta)).toMatchObject({ revision: 1n, alreadyRecorded: true });
    expect(await stored()).toHaveLength(2);
  });

  it.each(REFUSALS)(
    'is told as unknown whatever it refuses with (%s), and the same command then gives its receipt (R14)',
    async (state) => {
      await refusing(state);
      const meta = given();
      expect(await refusalOf(add(meta))).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
      await admin.query('drop trigger refuses on throughline.esdb_events');
      expect(await add(meta)).toMatchObject({ revision: 1n, alreadyRecorded: true });
      expect(await stored()).toHaveLength(2);
    },
  );

  it('control: who acts again under another id, as after an answer that nothing was stored, doubles the fact', async () => {
    await readOnly('on');
    await refusalOf(add(given()));
    await readOnly('off');
    await add(given());
    expect(await stored()).toHaveLength(3);
  });

  it('is not sent where it must be looked at the copy first, and then it is told that nothing was stored', async () => {
    await readOnly('on');
    await refusalOf(add(given()));
    const before = double.log.length;
    expect(await refusalOf(store.streamOfCommand(newId()))).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    const another = decisions.run(tally, newId(), { type: 'open', limit: 9 }, { ...given(), chosenOutside: true });
    expect(await refusalOf(another)).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(double.log.length).toBe(before);
    await readOnly('off');
    await store.append(`meeting-${newId()}`, [counted(1)], 'no-stream');
  });
});
