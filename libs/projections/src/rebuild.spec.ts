import { afterEach, describe, expect, it } from '@jest/globals';
import type { Row, Sql } from '#event-store';
import type { Projection } from './projection.js';
import { readModels } from './reading.js';
import { type RebuildProgress, rebuild } from './rebuild.js';
import { ProjectionRunner } from './runner.js';
import { ephemeralLedger } from './testing/ledger.js';
import { appendMany, contents, plainEvent, tallies } from './testing/tallies.js';

const PATIENCE_MS = 20_000;
const running: ProjectionRunner[] = [];

afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
});

async function following(events: number, projection: Projection = tallies()) {
  const { sql, store } = await ephemeralLedger();
  await appendMany(store, events);
  const runner = new ProjectionRunner(sql, store, [projection]);
  running.push(runner);
  await runner.start();
  await runner.waitFor(await store.head(), PATIENCE_MS);
  return { sql, store, projection, runner };
}

const builds = (sql: Sql) => sql.query<{ build: string; serving: boolean }>('select build, serving from projection_builds');

const tables = async (sql: Sql) =>
  (
    await sql.query<{ name: string }>(
      `select tablename::text as name from pg_tables where schemaname = current_schema() and tablename like 'rm%' order by 1`,
    )
  ).map(({ name }) => name);

const count = (sql: Sql, projection: Projection) =>
  readModels(sql, [projection], async (queries, names) => {
    const [row] = await queries.query<{ n: number }>(`select count(*)::integer as n from ${names['seen']}`);
    return row?.n;
  });

describe('a rebuild', () => {
  it('equals what stands, shows how far it is, and leaves one build behind', async () => {
    const { sql, store, projection } = await following(450);
    const before = await contents(sql, projection);
    const seen: RebuildProgress[] = [];
    const rebuilt = await rebuild(sql, store, projection, { batchSize: 100, progress: (at) => seen.push(at) });
    expect(rebuilt).toMatchObject({ name: 'tallies', events: 450, position: await store.head(), comparison: { equal: true } });
    expect(rebuilt.comparison?.tables['seen']).toMatchObject({ serving: { rows: 450 }, rebuilt: { rows: 450 } });
    expect(seen.map(({ scanned }) => scanned)).toEqual([100n, 200n, 300n, 400n, 450n]);
    expect(seen.every(({ head }) => head === 450n)).toBe(true);
    expect(await contents(sql, projection)).toBe(before);
    expect(await builds(sql)).toEqual([{ build: rebuilt.build, serving: true }]);
    expect(await tables(sql)).toEqual([`rm_seen_${rebuilt.build}`, `rm_tallies_${rebuilt.build}`]);
  });

  it('says where what stood was different, and mends it', async () => {
    const { sql, store, projection } = await following(50);
    const [serving] = await builds(sql);
    await sql.query(
      `delete from rm_seen_${serving?.build} where event_id = (select max(event_id) from rm_seen_${serving?.build})`,
    );
    const { comparison } = await rebuild(sql, store, projection);
    expect(comparison).toMatchObject({ equal: false, tables: { seen: { serving: { rows: 49 }, rebuilt: { rows: 50 } } } });
    expect((await count(sql, projection)).data).toBe(50);
  });

  it('catches up with what is recorded while it runs, and the runner goes on from the new build', async () => {
    const { sql, store, projection, runner } = await following(100);
    let during: Promise<unknown> = Promise.resolve();
    await rebuild(sql, store, projection, {
      batchSize: 20,
      progress: ({ events }) => {
        if (events === 40) during = appendMany(store, 60);
      },
    });
    await during;
    const { position } = await store.append('tally-after', [plainEvent('Counted')], 'any');
    await runner.waitFor(position, PATIENCE_MS);
    expect(await count(sql, projection)).toMatchObject({ position, data: 161 });
  });

  it('is built from the ledger there is where the checkpoint was of another', async () => {
    const { sql, store, projection, runner } = await following(30);
    await runner.stop();
    await sql.query('update ledger set id = gen_random_uuid()');
    expect(await rebuild(sql, store, projection)).toMatchObject({ events: 30, comparison: null });
    const again = new ProjectionRunner(sql, store, [projection]);
    running.push(again);
    await again.start();
    await again.waitFor(await store.head(), PATIENCE_MS);
    expect((await count(sql, projection)).data).toBe(30);
  });

  it('gives way to a later rebuild of the same projection', async () => {
    const { sql, store, projection } = await following(100);
    let second: Promise<unknown> = Promise.resolve();
    const first = rebuild(sql, store, projection, {
      batchSize: 10,
      progress: ({ events }) => {
        if (events === 30) second = rebuild(sql, store, projection);
      },
    });
    await expect(first).rejects.toMatchObject({ code: 'REBUILD_TAKEN_OVER' });
    await second;
    expect((await count(sql, projection)).data).toBe(100);
    expect(await builds(sql)).toHaveLength(1);
  });

  it('ends on abort and leaves what serves', async () => {
    const { sql, store, projection } = await following(60);
    const abort = new AbortController();
    const ends = rebuild(sql, store, projection, { batchSize: 10, signal: abort.signal, progress: () => abort.abort() });
    await expect(ends).rejects.toThrow('aborted');
    expect((await count(sql, projection)).data).toBe(60);
  });
});

describe('a rebuild that crashes', () => {
  class Crash extends Error {}

  /** The same database, which goes away after so many transactions: within the last one, or right after its commit. */
  function goingAway(sql: Sql, transactions: number, where: 'within' | 'after'): Sql {
    let left = transactions;
    return {
      query: <R extends Row>(text: string, parameters?: readonly unknown[]) => {
        if (left <= 0) throw new Crash();
        return sql.query<R>(text, parameters);
      },
      transaction: async (work) => {
        if (left-- <= 0) throw new Crash();
        const answer = await sql.transaction(async (queries) => {
          const done = await work(queries);
          if (left === 0 && where === 'within') throw new Crash();
          return done;
        });
        if (left === 0) throw new Crash();
        return answer;
      },
      listen: (channel, heard) => sql.listen(channel, heard),
      close: () => sql.close(),
    };
  }

  // Bookkeeping, new build, four batches, comparison, switch, dropping the old tables: nine transactions.
  const TRANSACTIONS = 9;
  const points = Array.from({ length: TRANSACTIONS }, (_, at) => at + 1).flatMap((at) => [
    { at, where: 'within' as const },
    { at, where: 'after' as const },
  ]);

  it.each(points)('$where transaction $at leaves what serves whole, and the next one cleans up', async ({ at, where }) => {
    const { sql, store, projection, runner } = await following(80);
    await runner.stop();
    const before = await contents(sql, projection);
    await expect(rebuild(goingAway(sql, at, where), store, projection, { batchSize: 20 })).rejects.toThrow(Crash);
    expect(await contents(sql, projection)).toBe(before);
    expect((await builds(sql)).filter(({ serving }) => serving)).toHaveLength(1);
    const { build } = await rebuild(sql, store, projection);
    expect(await contents(sql, projection)).toBe(before);
    expect(await tables(sql)).toEqual([`rm_seen_${build}`, `rm_tallies_${build}`]);
  });

  it('has no transaction but those above', async () => {
    const { sql, store, projection, runner } = await following(80);
    await runner.stop();
    await expect(rebuild(goingAway(sql, TRANSACTIONS + 1, 'after'), store, projection, { batchSize: 20 })).resolves.toBeDefined();
  });
});
