import { afterEach, describe, expect, it } from '@jest/globals';
import { ConnectionLost, type EventStore, Leases, type Row, type Sql } from '#event-store';
import { prepareBookkeeping } from './bookkeeping.js';
import { buildsOf, servingBuild } from './builds.js';
import { partitionOf } from './partition.js';
import type { Projection } from './projection.js';
import type { Projections } from './projections.js';
import { rebuild } from './rebuild.js';
import { ProjectionRunner, type RunnerOptions } from './runner.js';
import { ephemeralLedger } from './testing/ledger.js';
import { contents, plainEvent, tallies } from './testing/tallies.js';
import { ProjectionWatch } from './watch.js';

const PATIENCE_MS = 20_000;
const HOUR_MS = 3_600_000;
const running: Projections[] = [];

async function started(sql: Sql, store: EventStore, options: RunnerOptions, projections: readonly Projection[] = [tallies()]) {
  const runner = new ProjectionRunner(sql, store, projections, { batchSize: 16, ...options });
  running.push(runner);
  await runner.start();
  return runner;
}

async function watching(sql: Sql, store: EventStore, projections: readonly Projection[] = [tallies()]) {
  // It is told, or it waits for the test's whole time.
  const watch = new ProjectionWatch(sql, store, projections, { pollMs: HOUR_MS });
  running.push(watch);
  await watch.start();
  return watch;
}

afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
});

/** Appends so many events to a dozen streams, which lie in every partition. */
async function spread(store: EventStore, count: number): Promise<void> {
  const streams = Array.from({ length: count }, (_, n) => `tally-${n % 12}`);
  await Promise.all(streams.map((stream) => store.append(stream, [plainEvent('Counted')], 'any')));
}

const elects = (sql: Sql, holder: string) => new Leases(sql, { holder, seconds: 30 });
const parts = async (sql: Sql) => (await servingBuild(sql, 'tallies'))?.parts ?? [];
const rows = async (sql: Sql) => (await contents(sql, tallies())).split('\n').filter((row) => /^\(.{36}\)$/.test(row));

/** What stands is what one partition makes of the same log. */
async function expectRebuildToEqual(sql: Sql, store: EventStore, events: number) {
  expect(await rows(sql)).toHaveLength(events);
  const stands = await contents(sql, tallies());
  const { comparison } = await rebuild(sql, store, tallies(), { partitions: 1 });
  expect(comparison?.equal).toBe(true);
  expect(await contents(sql, tallies())).toBe(stands);
}

describe('a partition', () => {
  it('is that of the partnership, or of the stream where there is none, the same for ever', () => {
    const of = (partnershipId: string | undefined, stream: string, partitions: number) =>
      partitionOf(
        { stream, metadata: { ...plainEvent('Counted').metadata, ...(partnershipId === undefined ? {} : { partnershipId }) } },
        partitions,
      );
    // SHA-256 of "abc" begins with ba7816bf: 3128432319 = 4 * 782108079 + 3 = 7 * 446918902 + 5.
    expect([of('abc', 'commitment-1', 4), of('abc', 'meeting-2', 4), of(undefined, 'abc', 4), of('abc', 'x', 7)]).toEqual([
      3, 3, 3, 5,
    ]);
    expect([of('abc', 'x', 1), of('another', 'x', 1)]).toEqual([0, 0]);
  });
});

describe('a projection in partitions', () => {
  it('takes in what it would in one, byte for byte, and stands where the least of them does', async () => {
    const { sql, store } = await ephemeralLedger();
    await spread(store, 150);
    const runner = await started(sql, store, { partitions: 3 });
    await runner.waitFor(await store.head(), PATIENCE_MS);
    await spread(store, 50);
    const last = await store.head();
    await runner.waitFor(last, PATIENCE_MS);
    expect(
      (await parts(sql)).map(({ partition, partitions, checkpoint }) => [partition, partitions, checkpoint.position]),
    ).toEqual([0, 1, 2].map((partition) => [partition, 3, last]));
    await runner.stop();
    await sql.query(`update projection_checkpoints set position = '00000000000000000007' where partition = 1`);
    expect(await runner.status()).toMatchObject([{ partitions: 3, position: '00000000000000000007', lag: 193n }]);
    await sql.query('update projection_checkpoints set position = $1', [last]);
    await expectRebuildToEqual(sql, store, 200);
  });

  it('stays whole where its rows are not of one partnership', async () => {
    const { sql, store } = await ephemeralLedger();
    const { partitionedBy: _, ...whole } = tallies();
    await spread(store, 20);
    const runner = await started(sql, store, { partitions: 3 }, [whole]);
    await runner.waitFor(await store.head(), PATIENCE_MS);
    expect(await parts(sql)).toHaveLength(1);
  });

  it('goes on from the one checkpoint that a build had before there were partitions', async () => {
    const { sql, store } = await ephemeralLedger();
    await spread(store, 60);
    const first = await started(sql, store, {});
    await first.waitFor(await store.head(), PATIENCE_MS);
    await first.stop();
    const build = await asItWasBefore(sql);
    await spread(store, 40);
    const second = await started(sql, store, {});
    await second.waitFor(await store.head(), PATIENCE_MS);
    expect((await buildsOf(sql)).map((its) => [its.build, its.parts.length])).toEqual([[build, 1]]);
    await expectRebuildToEqual(sql, store, 100);
  });

  it('is divided anew without a rebuild, each event taken in once; where no number is said it stays as it is', async () => {
    const { sql, store } = await ephemeralLedger();
    let events = 0;
    const builds = new Set<string>();
    for (const [partitions, expected] of [
      [undefined, 1],
      [4, 4],
      [undefined, 4],
      [2, 2],
      [5, 5],
    ] as const) {
      const runner = await started(sql, store, partitions === undefined ? {} : { partitions });
      await spread(store, 30);
      events += 30;
      await runner.waitFor(await store.head(), PATIENCE_MS);
      expect(await parts(sql)).toHaveLength(expected);
      builds.add((await servingBuild(sql, 'tallies'))?.build ?? '');
      await runner.stop();
    }
    expect(builds.size).toBe(1);
    await expectRebuildToEqual(sql, store, events);
  });

  it('that is divided anew while one of its parts is behind waits for that part first, and for nobody who has stopped', async () => {
    const { sql, store } = await ephemeralLedger();
    await spread(store, 100);
    const halting = await started(withoutPart(sql, 0), store, { partitions: 2 });
    const head = await store.head();
    while ((await parts(sql))[1]?.checkpoint.position !== head) await new Promise((resolve) => setTimeout(resolve, 5));
    await halting.stop();
    expect((await parts(sql)).map(({ checkpoint }) => checkpoint.position < head)).toEqual([true, false]);
    await sql.query(`update projection_checkpoints set failure = '{}' where partition = 0`);
    const warned: string[] = [];
    const refused = new ProjectionRunner(withoutPart(sql, 0), store, [tallies()], {
      partitions: 3,
      warn: (said) => warned.push(said),
    });
    await refused.start();
    await refused.stop();
    expect(warned[0]).toContain('stays divided as it is');
    expect(await parts(sql)).toHaveLength(2);
    await sql.query('update projection_checkpoints set failure = null');
    const runner = await started(sql, store, { partitions: 3 });
    await spread(store, 40);
    await runner.waitFor(await store.head(), PATIENCE_MS);
    expect(await parts(sql)).toHaveLength(3);
    await expectRebuildToEqual(sql, store, 140);
  });

  it('is rebuilt in as many, beside the one that serves', async () => {
    const { sql, store } = await ephemeralLedger();
    await spread(store, 130);
    const runner = await started(sql, store, { partitions: 3 });
    await runner.waitFor(await store.head(), PATIENCE_MS);
    const rebuilt = await runner.rebuild('tallies', { batchSize: 40 });
    expect(rebuilt).toMatchObject({ events: 130, comparison: { equal: true } });
    expect((await parts(sql)).map(({ build }) => build)).toEqual([rebuilt.build, rebuilt.build, rebuilt.build]);
    const { position } = await store.append('tally-after', [plainEvent('Counted')], 'any');
    await runner.waitFor(position, PATIENCE_MS);
    expect(await rows(sql)).toHaveLength(131);
  });

  it('of which one part has stopped says so, and stands where that part does', async () => {
    const { sql, store } = await ephemeralLedger();
    await spread(store, 40);
    const [poison] = (await store.append('tally-poison', [plainEvent('Poison')], 'any')).events;
    await spread(store, 40);
    const runner = await started(sql, store, { partitions: 3 }, [tallies((event) => event.id === poison?.id)]);
    await expect(runner.waitFor(await store.head(), PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
    const [status] = await runner.status();
    expect(status).toMatchObject({ state: 'stopped', failure: { eventId: poison?.id } });
    expect(status?.position && poison && status.position < poison.position).toBe(true);
  });
});

describe('runners that share projections', () => {
  it('each take their part of the partitions, and all of them where the other has gone', async () => {
    const { sql, store } = await ephemeralLedger();
    await spread(store, 60);
    const [one, two] = [elects(sql, 'one'), elects(sql, 'two')];
    const first = await started(sql, store, { partitions: 4, elects: one });
    await started(sql, store, { partitions: 4, elects: two });
    const held = async () =>
      (await one.standing())
        .filter(({ name }) => name.startsWith('projection/'))
        .map(({ holder }) => holder)
        .sort();
    await spread(store, 60);
    while ((await held()).join() !== 'one,one,two,two') await spread(store, 5);
    await first.waitFor(await store.head(), PATIENCE_MS);
    await first.stop();
    while ((await held()).join() !== 'two,two,two,two') await spread(store, 5);
    const watch = await watching(sql, store);
    const head = await store.head();
    await watch.waitFor(head, PATIENCE_MS);
    await expectRebuildToEqual(sql, store, Number(head));
  });

  it('divide them anew while they run, when one comes that is told another number', async () => {
    const { sql, store } = await ephemeralLedger();
    await spread(store, 100);
    for (const holder of ['one', 'two']) await started(sql, store, { partitions: 2, elects: elects(sql, holder) });
    while ((await parts(sql)).length !== 2) await spread(store, 5);
    const last = await started(sql, store, { partitions: 5, elects: elects(sql, 'three') });
    while ((await parts(sql)).length !== 5) await spread(store, 5);
    await spread(store, 50);
    const head = await store.head();
    await last.waitFor(head, PATIENCE_MS);
    await expectRebuildToEqual(sql, store, Number(head));
  });

  it('leave to a newer version what it built, and it does not wait for them to take a share', async () => {
    const { sql, store } = await ephemeralLedger();
    await spread(store, 50);
    const leases = elects(sql, 'newer');
    const newer = await started(sql, store, { elects: leases, partitions: 4 }, [tallies(undefined, 2)]);
    await newer.waitFor(await store.head(), PATIENCE_MS);
    const older = await started(sql, store, { elects: elects(sql, 'older') }, [tallies()]);
    while (!(await leases.standing()).some(({ holder }) => holder === 'older')) await spread(store, 1);
    for (let round = 0; round < 5; round++) {
      await spread(store, 12);
      await newer.waitFor(await store.head(), PATIENCE_MS);
    }
    expect((await leases.standing()).filter(({ name }) => name.startsWith('projection/')).map(({ holder }) => holder)).toEqual(
      Array.from({ length: 4 }, () => 'newer'),
    );
    expect(await older.status()).toMatchObject([{ state: 'rebuilding' }]);
    expect(await servingBuild(sql, 'tallies')).toMatchObject({ version: 2 });
  });
});

describe('a process that runs no projections', () => {
  it('sees how far those of others are, and is woken by their commits', async () => {
    const { sql, store } = await ephemeralLedger();
    const watch = await watching(sql, store);
    expect(await watch.status()).toMatchObject([
      { name: 'tallies', build: null, position: null, lag: null, state: 'rebuilding' },
    ]);
    await spread(store, 20);
    await started(sql, store, { partitions: 2, elects: elects(sql, 'one') });
    for (let round = 0; round < 5; round++) {
      const { position } = await store.append('tally-late', [plainEvent('Counted')], 'any');
      await watch.waitFor(position, PATIENCE_MS);
      expect(await rows(sql)).toHaveLength(21 + round);
    }
    expect(await watch.status()).toMatchObject([{ state: 'live', lag: 0n, partitions: 2 }]);
    const readModels = [{ name: 'tallies', reached: await store.head() }];
    await expect(watch.waitFor('9'.repeat(20), 1)).rejects.toMatchObject({ code: 'READ_MODEL_BEHIND', readModels });
  });

  it('is told that one has stopped, and that it goes on', async () => {
    const { sql, store } = await ephemeralLedger();
    const { events } = await store.append('tally-poison', [plainEvent('Poison')], 'any');
    let mended = false;
    const projection = tallies((event) => event.id === events[0]?.id && !mended);
    const runner = await started(sql, store, { elects: elects(sql, 'one') }, [projection]);
    const watch = await watching(sql, store);
    const head = await store.head();
    await expect(watch.waitFor(head, PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
    expect(await watch.status()).toMatchObject([{ state: 'stopped', failure: { eventId: events[0]?.id } }]);
    mended = true;
    await runner.rebuild('tallies');
    await watch.waitFor(head, PATIENCE_MS);
    expect(await watch.status()).toMatchObject([{ state: 'live', failure: null }]);
  });

  it('refuses read models of another ledger', async () => {
    const { sql, store } = await ephemeralLedger();
    const runner = await started(sql, store, {});
    await spread(store, 5);
    await runner.waitFor(await store.head(), PATIENCE_MS);
    await runner.stop();
    await sql.query('update ledger set id = gen_random_uuid()');
    await expect(watching(sql, store)).rejects.toMatchObject({ code: 'LEDGER_FORKED' });
  });
});

/** The same database, in which a part of every projection cannot be written. */
function withoutPart(sql: Sql, partition: number): Sql {
  return {
    query: (text, parameters) => sql.query(text, parameters),
    transaction: (work) =>
      sql.transaction((queries) =>
        work({
          query: <R extends Row>(text: string, parameters: readonly unknown[] = []) => {
            if (text.startsWith('update projection_checkpoints set position') && parameters[2] === partition)
              throw new ConnectionLost(false, 'cut off');
            return queries.query<R>(text, parameters);
          },
        }),
      ),
    listen: (channel, heard) => sql.listen(channel, heard),
    close: () => sql.close(),
  };
}

/** Puts the bookkeeping into the shape it had when a build had one checkpoint. @returns the build that serves */
async function asItWasBefore(sql: Sql): Promise<string> {
  const serving = await servingBuild(sql, 'tallies');
  const checkpoint = serving?.parts[0]?.checkpoint;
  if (serving === undefined || checkpoint === undefined) throw new Error('nothing serves');
  await sql.query('drop table projection_checkpoints');
  for (const column of ['position text collate "C"', 'event_id text', 'stream text', 'revision text', 'failure text'])
    await sql.query(`alter table projection_builds add column ${column}`);
  const { position, eventId, stream, revision } = checkpoint;
  await sql.query('update projection_builds set position = $1, event_id = $2, stream = $3, revision = $4', [
    position,
    eventId,
    stream,
    revision,
  ]);
  // Safe to run again, and by several at once.
  await Promise.all([prepareBookkeeping(sql), prepareBookkeeping(sql)]);
  return serving.build;
}
