import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type EventStore, LedgerForked, type Sql } from '#event-store';
import { prepareBookkeeping } from './bookkeeping.js';
import type { PoisonPolicy, Projection } from './projection.js';
import { projectionStatus } from './projections.js';
import { readModels } from './reading.js';
import { ProjectionRunner } from './runner.js';
import { ephemeralLedger } from './testing/ledger.js';
import { appendMany, contents, plainEvent, tallies } from './testing/tallies.js';

const PATIENCE_MS = 20_000;
const running: ProjectionRunner[] = [];

async function started(sql: Sql, store: EventStore, projections: readonly Projection[], policy?: PoisonPolicy) {
  const runner = new ProjectionRunner(sql, store, projections, { batchSize: 16, ...(policy === undefined ? {} : { policy }) });
  running.push(runner);
  await runner.start();
  return runner;
}

afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
});

const total = (sql: Sql, projection: Projection) =>
  readModels(sql, [projection], async (queries, tables) => {
    const [row] = await queries.query<{ n: number }>(`select count(*)::integer as n from ${tables['seen']}`);
    return row?.n;
  });

describe('the runner', () => {
  it('takes in what was there and what comes, and answers with the position it stands at', async () => {
    const { sql, store } = await ephemeralLedger();
    const projection = tallies();
    await appendMany(store, 40);
    const runner = await started(sql, store, [projection]);
    const { position } = await store.append('tally-late', [plainEvent('Counted')], 'no-stream');
    await runner.waitFor(position, PATIENCE_MS);
    expect(await total(sql, projection)).toEqual({ position, figures: 'complete', data: 41 });
    expect(await runner.status()).toMatchObject([
      { name: 'tallies', version: 1, position, lag: 0n, parked: [], failure: null, state: 'live' },
    ]);
  });

  it('goes on from its checkpoint after a restart', async () => {
    const { sql, store } = await ephemeralLedger();
    const projection = tallies();
    const first = await started(sql, store, [projection]);
    await appendMany(store, 30);
    await first.waitFor(await store.head(), PATIENCE_MS);
    await first.stop();
    await appendMany(store, 30);
    const second = await started(sql, store, [projection]);
    await second.waitFor(await store.head(), PATIENCE_MS);
    expect((await total(sql, projection)).data).toBe(60);
  });

  it('whose rebuild another took over, and gave up, begins it again by itself', async () => {
    const { sql, store } = await ephemeralLedger();
    await appendMany(store, 30);
    const older = await started(sql, store, [tallies()]);
    await older.waitFor(await store.head(), PATIENCE_MS);
    await older.stop();
    let isTaken = false;
    const taking: Sql = {
      query: (text, parameters) => sql.query(text, parameters),
      transaction: async (work) => {
        // As another rebuild begins: what stands half built is removed.
        if (!isTaken) isTaken = (await sql.query('delete from projection_builds where not serving returning build')).length > 0;
        return await sql.transaction(work);
      },
      listen: (channel, heard) => sql.listen(channel, heard),
      close: () => sql.close(),
    };
    const newer = tallies(undefined, 2);
    const runner = await started(taking, store, [newer]);
    await runner.waitFor(await store.head(), PATIENCE_MS);
    expect([isTaken, (await total(sql, newer)).data]).toEqual([true, 30]);
  });

  it('says that it is behind when the time runs out first, which of them is and where it stands', async () => {
    const { sql, store } = await ephemeralLedger();
    const runner = await started(sql, store, [tallies()]);
    await appendMany(store, 3);
    const head = await store.head();
    await runner.waitFor(head, PATIENCE_MS);
    const beyond = '9'.repeat(20);
    await expect(runner.waitFor(beyond, 1)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'READ_MODEL_BEHIND',
      message: `the read models have not reached ${beyond} yet: tallies stands at ${head}; ask again`,
      asked: beyond,
      readModels: [{ name: 'tallies', reached: head }],
    });
  });

  it('shares a projection with a second runner, and each event is taken in once', async () => {
    const { sql, store } = await ephemeralLedger();
    const projection = tallies();
    const runners = await Promise.all([started(sql, store, [projection]), started(sql, store, [projection])]);
    for (let round = 0; round < 20; round++) await appendMany(store, 25);
    const head = await store.head();
    await Promise.all(runners.map((runner) => runner.waitFor(head, PATIENCE_MS)));
    expect((await total(sql, projection)).data).toBe(500);
  });

  it('builds a changed shape beside the old one before it serves', async () => {
    const { sql, store } = await ephemeralLedger();
    await appendMany(store, 30);
    const old = await started(sql, store, [tallies()]);
    await old.waitFor(await store.head(), PATIENCE_MS);
    await old.stop();
    const changed = tallies(undefined, 2);
    await expect(total(sql, changed)).rejects.toMatchObject({ code: 'READ_MODEL_BUILDING' });
    const runner = await started(sql, store, [changed]);
    await runner.waitFor(await store.head(), PATIENCE_MS);
    expect((await total(sql, changed)).data).toBe(30);
    expect(await sql.query('select 1 from projection_builds')).toHaveLength(1);
  });
});

describe('a checkpoint of another history', () => {
  it('is found at the start, with the command to run', async () => {
    const { sql, store } = await ephemeralLedger();
    await appendMany(store, 10);
    const runner = await started(sql, store, [tallies()]);
    await runner.waitFor(await store.head(), PATIENCE_MS);
    await runner.stop();
    await sql.query(`update projection_checkpoints set event_id = gen_random_uuid()::text`);
    const refused = started(sql, store, [tallies()]);
    await expect(refused).rejects.toThrow(LedgerForked);
    await expect(refused).rejects.toThrow('throughline projections rebuild tallies');
  });

  it('is found where the ledger itself is another, and every read model of it is named at once', async () => {
    const { sql, store } = await ephemeralLedger();
    const all = [tallies(), { ...tallies(), name: 'other' }];
    const runner = await started(sql, store, all);
    await runner.waitFor(await store.head(), PATIENCE_MS);
    await runner.stop();
    await sql.query('update ledger set id = gen_random_uuid()');
    const refused = started(sql, store, all);
    await expect(refused).rejects.toThrow(LedgerForked);
    for (const name of ['tallies', 'other']) await expect(refused).rejects.toThrow(`throughline projections rebuild ${name}`);
  });
});

it('what fails for a reason that nobody foresaw, and that no event is to blame for, has stopped and is tried again', async () => {
  const { sql, store } = await ephemeralLedger();
  await appendMany(store, 30);
  let fails = true;
  const failing: Sql = {
    query: (text, parameters) => sql.query(text, parameters),
    transaction: (work, options) =>
      sql.transaction(
        (queries) =>
          work({
            query: async (text, parameters) => {
              if (fails && text.startsWith('update projection_checkpoints')) throw new Error('a defect');
              return await queries.query(text, parameters);
            },
          }),
        options,
      ),
    listen: (channel, heard) => sql.listen(channel, heard),
    close: () => sql.close(),
  };
  const runner = await started(failing, store, [tallies()]);
  const head = await store.head();
  await expect(runner.waitFor(head, PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
  expect(await runner.status()).toMatchObject([{ state: 'stopped', failure: null }]);
  fails = false;
  await untilItGoesOn(runner, head);
  expect((await total(sql, tallies())).data).toBe(30);
});

/** Who waits is told at once that it has stopped, until it is tried again. */
async function untilItGoesOn(runner: ProjectionRunner, position: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(100)) {
    const goesOn = await runner.waitFor(position, PATIENCE_MS).then(
      () => true,
      () => false,
    );
    if (goesOn) return;
  }
  throw new Error('it was not tried again');
}

describe('a poison event', () => {
  const withPoison = async () => {
    const { sql, store } = await ephemeralLedger();
    await appendMany(store, 37);
    const { events } = await store.append('tally-poison', [plainEvent('Poison')], 'any');
    await appendMany(store, 12);
    const [poison] = events;
    if (poison === undefined) throw new Error('nothing was appended');
    return { sql, store, poison };
  };

  it('stops the projection at the event, which is named; what came before it is in', async () => {
    const { sql, store, poison } = await withPoison();
    const projection = tallies((event) => event.id === poison.id);
    const runner = await started(sql, store, [projection]);
    const head = await store.head();
    await expect(runner.waitFor(head, PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
    expect(await total(sql, projection)).toMatchObject({
      data: 37,
      figures: 'incomplete',
      lacking: [{ projection: 'tallies', since: poison.position, because: 'stopped' }],
    });
    expect(await runner.status()).toMatchObject([
      {
        state: 'stopped',
        failure: { eventId: poison.id, stream: 'tally-poison', position: poison.position, error: 'Error: cannot read Poison' },
        lag: 13n,
      },
    ]);
    await expect(runner.waitFor(head, PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
  });

  it('holds up no other projection', async () => {
    const { sql, store, poison } = await withPoison();
    const healthy = { ...tallies(), name: 'healthy' };
    const runner = await started(sql, store, [tallies((event) => event.id === poison.id), healthy]);
    await runner.waitFor(await store.head(), PATIENCE_MS, ['healthy']);
    await expect(runner.waitFor(await store.head(), PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
    // Another answer beside it would be trusted with figures that the one that stopped contradicts.
    expect(await total(sql, healthy)).toMatchObject({ data: 50, figures: 'incomplete', lacking: [{ projection: 'tallies' }] });
  });

  it('is tried again as often as the policy says, and taken in when the cause has gone', async () => {
    const { sql, store, poison } = await withPoison();
    let attempts = 0;
    const projection = tallies((event) => event.id === poison.id && ++attempts <= 7);
    const runner = await started(sql, store, [projection], { retry: 8, backoffMs: 1 });
    await runner.waitFor(await store.head(), PATIENCE_MS);
    expect((await total(sql, projection)).data).toBe(50);
    expect(attempts).toBe(8);
  });

  it('stops the projection when every try was used up', async () => {
    const { sql, store, poison } = await withPoison();
    let alone = 0;
    const fails = tallies((event) => event.id === poison.id);
    const projection: Projection = {
      ...fails,
      project: (events, beside) => {
        if (events.length === 1 && events[0]?.id === poison.id) alone++;
        return fails.project(events, beside);
      },
    };
    const runner = await started(sql, store, [projection], { retry: 3, backoffMs: 1 });
    await expect(runner.waitFor(await store.head(), PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
    expect(alone).toBe(4);
  });

  it('is tried again where nobody could note it, for the part went on meanwhile', async () => {
    const { sql, store, poison } = await withPoison();
    let noted = 0;
    const movedOn: Sql = {
      query: async (text, parameters) => {
        if (!text.startsWith('update projection_checkpoints set failure')) return await sql.query(text, parameters);
        noted++;
        return [];
      },
      transaction: (work, options) => sql.transaction(work, options),
      listen: (channel, heard) => sql.listen(channel, heard),
      close: () => sql.close(),
    };
    const projection = tallies((event) => event.id === poison.id && noted < 3);
    const runner = await started(movedOn, store, [projection]);
    await runner.waitFor(await store.head(), PATIENCE_MS);
    expect([noted, (await total(sql, projection)).data]).toEqual([3, 50]);
  });

  it('is parked, and every answer says that figures are incomplete until a rebuild took it in', async () => {
    const { sql, store, poison } = await withPoison();
    let mended = false;
    const projection = tallies((event) => event.id === poison.id && !mended);
    const runner = await started(sql, store, [projection], 'park');
    const head = await store.head();
    await runner.waitFor(head, PATIENCE_MS);
    expect(await total(sql, projection)).toEqual({
      position: head,
      figures: 'incomplete',
      lacking: [{ projection: 'tallies', since: poison.position, because: 'parked' }],
      data: 49,
    });
    expect(await runner.status()).toMatchObject([{ parked: [{ eventId: poison.id, position: poison.position }] }]);
    mended = true;
    await runner.rebuild('tallies');
    expect(await total(sql, projection)).toEqual({ position: head, figures: 'complete', data: 50 });
  });

  it('that stopped a projection is taken in by a rebuild, and the runner goes on from there', async () => {
    const { sql, store, poison } = await withPoison();
    let mended = false;
    const projection = tallies((event) => event.id === poison.id && !mended);
    const runner = await started(sql, store, [projection]);
    await expect(runner.waitFor(await store.head(), PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
    await expect(runner.rebuild('tallies')).rejects.toMatchObject({ code: 'POISON_EVENT', failure: { eventId: poison.id } });
    mended = true;
    await runner.rebuild('tallies');
    const { position } = await store.append('tally-after', [plainEvent('Counted')], 'any');
    await runner.waitFor(position, PATIENCE_MS);
    expect((await total(sql, projection)).data).toBe(51);
  });
});

it('status is there without a runner, and a name that is none is refused with those there are', async () => {
  const { sql, store } = await ephemeralLedger();
  await prepareBookkeeping(sql);
  expect(await projectionStatus(sql, store, [tallies()])).toMatchObject([
    { name: 'tallies', build: null, lag: null, state: 'idle' },
  ]);
  const runner = new ProjectionRunner(sql, store, [tallies()]);
  await expect(runner.rebuild('talies')).rejects.toThrow('there is no projection talies; there are: tallies');
  expect(await contents(sql, { ...tallies(), tables: {} })).toBe('');
});
