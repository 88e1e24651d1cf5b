import { describe, expect, it } from '@jest/globals';
import type { Row, Sql } from '#event-store';
import { ProjectionRunner } from './runner.js';
import { ephemeralLedger } from './testing/ledger.js';
import { appendMany, contents, tallies } from './testing/tallies.js';

const EVENTS = 125;
const KILLS = 25;
const PATIENCE_MS = 60_000;

/** Where a projector can be killed within a batch. */
const POINTS = {
  'before the checkpoint and the writes': 'before',
  'between the checkpoint and the writes': 'between',
  'after both, before the commit': 'after',
  'after the commit, before it hears of it': 'committed',
} as const;
type Point = (typeof POINTS)[keyof typeof POINTS];

class Killed extends Error {}

/**
 * The same database as one life of a projector sees it: its second batch breaks off at the point, and nothing it asks
 * afterwards is answered. `guarded: false` takes one guard away: writes and checkpoint no longer share a transaction.
 */
function oneLife(sql: Sql, point: Point, guarded: boolean): Sql & { killed: boolean } {
  let batches = 0;
  const life = {
    killed: false,
    query: <R extends Row>(text: string, parameters?: readonly unknown[]) => {
      if (life.killed) throw new Killed();
      return sql.query<R>(text, parameters);
    },
    listen: (channel: string, heard: (payload: string) => void) => sql.listen(channel, heard),
    close: () => sql.close(),
    transaction: async <T>(work: (queries: Pick<Sql, 'query'>) => Promise<T>): Promise<T> => {
      const dieAt = (reached: Point) => {
        if (reached === point && batches === 2) life.killed = true;
        if (life.killed) throw new Killed(`killed ${point}`);
      };
      const whole = async (queries: Pick<Sql, 'query'>) => {
        const answer = await work({
          query: async <R extends Row>(text: string, parameters?: readonly unknown[]) => {
            const movesCheckpoint = text.startsWith('update projection_checkpoints');
            if (movesCheckpoint) {
              batches++;
              dieAt('before');
            }
            const rows = await queries.query<R>(text, parameters);
            if (movesCheckpoint) dieAt('between');
            return rows;
          },
        });
        dieAt('after');
        return answer;
      };
      const answer = guarded ? await sql.transaction(whole) : await whole(sql);
      dieAt('committed');
      return answer;
    },
  };
  return life;
}

/** Runs a projection to the head although it is killed again and again: each time a new one takes over. */
async function runThroughKills(point: Point, guarded: boolean) {
  const { sql, store } = await ephemeralLedger();
  await appendMany(store, EVENTS);
  const head = await store.head();
  const projection = tallies();
  let kills = 0;
  while (kills < KILLS) {
    const life = oneLife(sql, point, guarded);
    const runner = new ProjectionRunner(life, store, [projection], { batchSize: 2 });
    await runner.start();
    await expect(runner.waitFor(head, PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
    expect(life.killed).toBe(true);
    await runner.stop();
    kills++;
  }
  const last = new ProjectionRunner(sql, store, [projection]);
  await last.start();
  await last.waitFor(head, PATIENCE_MS);
  await last.stop();
  return { sql, store, projection };
}

async function afterRebuild({ sql, store, projection }: Awaited<ReturnType<typeof runThroughKills>>): Promise<string> {
  await new ProjectionRunner(sql, store, [projection]).rebuild(projection.name);
  return contents(sql, projection);
}

describe('a projector killed again and again', () => {
  it.each(Object.entries(POINTS))('%s leaves what a rebuild gives, byte for byte', async (_words, point) => {
    const ran = await runThroughKills(point, true);
    const stands = await contents(ran.sql, ran.projection);
    expect(stands.split('\n').filter((row) => /^\(.{36}\)$/.test(row))).toHaveLength(EVENTS);
    expect(await afterRebuild(ran)).toBe(stands);
  });

  it('loses events where checkpoint and writes do not share a transaction (negative control)', async () => {
    const ran = await runThroughKills('between', false);
    const stands = await contents(ran.sql, ran.projection);
    expect(await afterRebuild(ran)).not.toBe(stands);
  });
});
