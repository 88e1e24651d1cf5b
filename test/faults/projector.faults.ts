import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPostgres } from '#event-store';
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

const POINTS = {
  before: 'before the read model and the checkpoint',
  between: 'between the checkpoint and the read model',
  after: 'after both, before the commit',
} as const;
type Point = keyof typeof POINTS;

/** A projector that dies by kill -9 within a batch, again and again. Registers the tests. */
export function projectorFaults({ kills }: Readonly<{ kills: number }>): void {
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
        const runner = new ProjectionRunner(opened.sql, opened.store, [tallies()]);
        await runner.start();
        await runner.waitFor(await opened.store.head(), PATIENCE_MS);
        const stands = await contents(opened.sql, tallies());
        await runner.rebuild('tallies');
        const rebuilt = await contents(opened.sql, tallies());
        await runner.stop();
        return { stands, rebuilt, ...differences(stands, rebuilt) };
      } finally {
        await opened.close();
      }
    };

    it(`leaves what a rebuild gives, byte for byte: ${kills} times at each of ${Object.keys(POINTS).length} points`, async () => {
      const since = Date.now();
      const points = Object.keys(POINTS) as Point[];
      const ran = await Promise.all(points.map((point) => runThrough(point, kills, 'one-transaction')));
      const sum = (of: (one: (typeof ran)[number]) => number) => ran.reduce((all, one) => all + of(one), 0);
      tell(
        'kill -9 of the projector, at each of 3 points',
        { kills, events: kills * EVENTS_OF_A_LIFE, lost: sum(({ lost }) => lost), doubled: sum(({ doubled }) => doubled) },
        since,
      );
      for (const { stands, rebuilt } of ran) {
        expect(stands.split('\n').filter((row) => /^\(.{36}\)$/.test(row))).toHaveLength(kills * EVENTS_OF_A_LIFE);
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

  constructor(...words: readonly [url: string, schema: string, point: Point, guard: string]) {
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

/** Rows of the events seen that are in one and not in the other. */
function differences(stands: string, rebuilt: string): Readonly<{ lost: number; doubled: number }> {
  const seen = (text: string) => text.split('\n').filter((row) => /^\(.{36}\)$/.test(row));
  const [there, expected] = [seen(stands), seen(rebuilt)];
  const distinct = new Set(there);
  return { lost: expected.filter((row) => !distinct.has(row)).length, doubled: there.length - distinct.size };
}
