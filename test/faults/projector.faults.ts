import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OpenPostgres, openPostgres } from '#event-store';
import { ProjectionRunner } from '#projections';
import { appendMany, contents, tallies } from '../../libs/projections/src/testing/tallies.js';
import { tell } from './figures.js';
import { PostgresServer } from './postgres-server.js';

const RUN_SOURCES = new URL('../support/run-sources.js', import.meta.url).href;
const PROJECTOR = fileURLToPath(new URL('./projector.ts', import.meta.url));
const PATIENCE_MS = 60_000;
const KILLS_OF_A_CONTROL = 3;
/** Of each life: a batch before the one in which it dies, and that one. */
const EVENTS_OF_A_LIFE = 4;
const PARTITIONS = 4;
/** While two of them live there is always something to take in. */
const COMING = { events: 20, everyMs: 200 } as const;

const POINTS = {
  before: 'before the read model and the checkpoint',
  between: 'between the checkpoint and the read model',
  after: 'after both, before the commit',
  committed: 'after the commit, before the projector knows of it',
} as const;
type Point = keyof typeof POINTS;
const AT_EACH = `at each of ${Object.keys(POINTS).length} points`;

/** A projector that dies by kill -9 within a batch, again and again. Registers the tests. */
export function projectorFaults({ kills, ofTwo }: Readonly<{ kills: number; ofTwo: number }>): void {
  describe('kill -9 of the projector', () => {
    let server: PostgresServer;
    let schemas = 0;

    beforeAll(async () => {
      server = await PostgresServer.start();
    });
    afterAll(() => server.stop());

    const runThrough = async (point: Point, times: number, guard: 'one-transaction' | 'none') => {
      schemas += 1;
      const schema = `projected_${schemas}`;
      const opened = await openPostgres({ connectionString: server.url, schema, connections: 3 });
      try {
        await appendMany(opened.store, times * EVENTS_OF_A_LIFE);
        let next = new Life(server.url, schema, point, guard);
        for (let kill = 0; kill < times; kill += 1) {
          const life = next;
          // The next one loads its program while this one runs.
          next = new Life(server.url, schema, point, guard);
          await life.untilKilled();
        }
        next.end();
        return await standsAndRebuilt(opened);
      } finally {
        await opened.close();
      }
    };

    /** Two at a time share four partitions; each that dies is followed by another, while the log goes on growing. */
    const runThroughOfTwo = async (point: Point, times: number) => {
      schemas += 1;
      const schema = `projected_${schemas}`;
      const opened = await openPostgres({ connectionString: server.url, schema, connections: 3 });
      const ending = new AbortController();
      const growing = (async () => {
        while (!ending.signal.aborted) {
          await appendMany(opened.store, COMING.events);
          await pause(COMING.everyMs, undefined, { signal: ending.signal }).catch(() => undefined);
        }
      })();
      const lane = async () => {
        const born = () => new Life(server.url, schema, point, 'one-transaction', String(PARTITIONS));
        let next = born();
        for (let kill = 0; kill < times; kill += 1) {
          const life = next;
          next = born();
          await life.untilKilled();
        }
        next.end();
      };
      try {
        await Promise.all([lane(), lane()]);
        ending.abort();
        await growing;
        return { events: Number(await opened.store.head()), ...(await standsAndRebuilt(opened)) };
      } finally {
        ending.abort();
        await opened.close();
      }
    };

    it(`leaves what a rebuild gives, byte for byte: ${kills} times ${AT_EACH}`, async () => {
      const since = Date.now();
      const points = Object.keys(POINTS) as Point[];
      const ran = await Promise.all(points.map((point) => runThrough(point, kills, 'one-transaction')));
      const sum = (of: (one: (typeof ran)[number]) => number) => ran.reduce((all, one) => all + of(one), 0);
      tell(
        `kill -9 of the projector, ${AT_EACH}`,
        { kills, events: kills * EVENTS_OF_A_LIFE, lost: sum(({ lost }) => lost), doubled: sum(({ doubled }) => doubled) },
        since,
      );
      for (const { stands, rebuilt } of ran) {
        expect(seenIn(stands)).toHaveLength(kills * EVENTS_OF_A_LIFE);
        expect(rebuilt).toBe(stands);
      }
    });

    it(`of two that share ${PARTITIONS} partitions leaves what a rebuild gives, byte for byte: ${ofTwo} times each ${AT_EACH}`, async () => {
      const since = Date.now();
      const points = Object.keys(POINTS) as Point[];
      const ran = await Promise.all(points.map((point) => runThroughOfTwo(point, ofTwo)));
      const sum = (of: (one: (typeof ran)[number]) => number) => ran.reduce((all, one) => all + of(one), 0);
      const counts = { kills: ofTwo * 2, events: sum(({ events }) => events), lost: sum(({ lost }) => lost) };
      tell(
        `kill -9 of two projectors on ${PARTITIONS} partitions, ${AT_EACH}`,
        { ...counts, doubled: sum(({ doubled }) => doubled) },
        since,
      );
      for (const { stands, rebuilt, events } of ran) {
        expect(seenIn(stands)).toHaveLength(events);
        expect(rebuilt).toBe(stands);
      }
    });

    it('control: where checkpoint and read model do not share a transaction, events are lost', async () => {
      const since = Date.now();
      const { stands, rebuilt, lost, doubled } = await runThrough('between', KILLS_OF_A_CONTROL, 'none');
      tell('kill -9 of the projector', { kills: KILLS_OF_A_CONTROL, lost, doubled }, since, 'one transaction for both');
      expect(rebuilt).not.toBe(stands);
      expect(lost).toBeGreaterThan(0);
    });
  });
}

/** A projector from its start to its end by its own hand. */
class Life {
  private readonly child: ChildProcess;
  private complaint = '';

  constructor(...words: readonly [url: string, schema: string, point: Point, guard: string, ...partitions: string[]]) {
    const command = ['--conditions=throughline-src', '--import', RUN_SOURCES, PROJECTOR, ...words];
    this.child = spawn(process.execPath, command, { stdio: ['pipe', 'ignore', 'pipe'] });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaint += text;
    });
  }

  async untilKilled(): Promise<void> {
    const closed = once(this.child, 'close');
    this.child.stdin?.write('go\n');
    const [, signal] = (await closed) as [number | null, NodeJS.Signals | null];
    if (signal !== 'SIGKILL') throw new Error(`the projector ended otherwise: ${this.complaint}`);
  }

  /** One that was not needed. */
  end(): void {
    this.child.kill('SIGKILL');
  }
}

/** What stands when everything is taken in, and what a rebuild makes of the same log. */
export async function standsAndRebuilt({ sql, store }: OpenPostgres) {
  const runner = new ProjectionRunner(sql, store, [tallies()]);
  await runner.start();
  await runner.waitFor(await store.head(), PATIENCE_MS);
  const stands = await contents(sql, tallies());
  await runner.rebuild('tallies', { partitions: 1 });
  const rebuilt = await contents(sql, tallies());
  await runner.stop();
  return { stands, rebuilt, ...differences(stands, rebuilt) };
}

/** Rows of the events seen that are in one and not in the other. */
function differences(stands: string, rebuilt: string): Readonly<{ lost: number; doubled: number }> {
  const [there, expected] = [seenIn(stands), seenIn(rebuilt)];
  const distinct = new Set(there);
  return { lost: expected.filter((row) => !distinct.has(row)).length, doubled: there.length - distinct.size };
}

/** The rows that name an event each. */
function seenIn(text: string): readonly string[] {
  return text.split('\n').filter((row) => /^\(.{36}\)$/.test(row));
}
