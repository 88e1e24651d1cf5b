import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Decisions, type OpenPostgres, openPostgres, SqlEventStore, SqlTexts, START } from '#event-store';
import { type Id, LedgerError, newId, type Receipt } from '#kernel';
import { ProjectionRunner } from '#projections';
import { tally } from '../../libs/event-store/src/contract/tally.js';
import { contents, tallies } from '../../libs/projections/src/testing/tallies.js';
import { Waiting } from '../support/waiting.js';
import { seeded } from './damage.js';
import { tell } from './figures.js';
import { PostgresServer } from './postgres-server.js';

export const WRITERS = 8;
const ROUNDS_OF_A_CONTROL = 10;
/** So long that only a notification, and no look of its own, tells a reader in time. */
const NEVER_POLLS_MS = 600_000;
const PATIENCE_MS = 60_000;
const COMES_AGAIN_MS = 50;

/** kill -9 of the whole PostgreSQL server while writers decide and a projector follows. Registers the tests. */
export function postgresFaults({ kills }: Readonly<{ kills: number }>, seed: number): void {
  describe(`kill -9 of PostgreSQL (seed ${seed})`, () => {
    let server: PostgresServer;
    let opened: OpenPostgres;

    beforeEach(async () => {
      server = await PostgresServer.start();
      opened = await openPostgres({ connectionString: server.url });
    });
    afterEach(async () => {
      await opened.close();
      await server.stop();
    });

    it(`loses and doubles nothing, ${kills} times; writers, projector and listener come back by themselves`, async () => {
      const since = Date.now();
      const random = seeded(seed);
      const store = new SqlEventStore(opened.sql, { pollMs: NEVER_POLLS_MS });
      const runner = new ProjectionRunner(opened.sql, store, [tallies()], { batchSize: 20 });
      await runner.start();
      const writers = new Writers(opened);
      for (let kill = 0; kill < kills; kill += 1) {
        await writers.acknowledge(1 + Math.floor(random() * 80));
        server.kill();
        await server.startAgain();
      }
      await writers.acknowledge(50);
      await writers.stop();
      const { lost, doubled } = await writers.compared();
      // Its store never looks by itself: the connection that listens was made again.
      await runner.waitFor(await opened.store.head(), PATIENCE_MS);
      const stands = await contents(opened.sql, tallies());
      await runner.rebuild('tallies');
      const rebuilt = await contents(opened.sql, tallies());
      await runner.stop();
      await store.close();
      tell(
        'kill -9 of PostgreSQL',
        { kills, commands: writers.asked, acknowledged: writers.acknowledged.length, lost, doubled },
        since,
      );
      expect({ acknowledged: writers.acknowledged.length, lost, doubled }).toEqual({
        acknowledged: writers.asked,
        lost: 0,
        doubled: 0,
      });
      expect(stands).toBe(rebuilt);
    });

    it('control: with a server that acknowledges before it flushes, acknowledged commands are lost', async () => {
      const since = Date.now();
      // What opening refuses as NOT_DURABLE, set behind its back.
      await opened.sql.query('alter role postgres set synchronous_commit = off');
      await opened.sql.query(`alter system set wal_writer_delay = '10s'`);
      let rounds = 0;
      let lost = 0;
      server.kill();
      await server.startAgain();
      for (; lost === 0 && rounds < ROUNDS_OF_A_CONTROL; rounds += 1) {
        const writers = new Writers(opened);
        await writers.acknowledge(100);
        await writers.stop();
        server.kill();
        await server.startAgain();
        ({ lost } = await writers.compared());
      }
      tell('kill -9 of PostgreSQL', { rounds, lost }, since, 'synchronous_commit');
      expect(lost).toBeGreaterThan(0);
    });
  });
}

/** Writers that decide without end, each command until it is acknowledged. */
export class Writers {
  asked = 0;
  /** Each answer that told to come again: its code, and the command that it answered. */
  readonly refused: Readonly<{ code: string; commandId: Id }>[] = [];
  readonly acknowledged: Readonly<{ commandId: Id; receipt: Receipt }>[] = [];
  private readonly waiting = new Waiting();
  private readonly ends: Promise<void>[];
  private isOver = false;

  constructor(private readonly opened: OpenPostgres) {
    const { sql } = opened;
    const decisions = new Decisions(new SqlEventStore(sql), new SqlTexts(sql));
    this.ends = Array.from({ length: WRITERS }, () => this.write(decisions));
  }

  /** Returns when so many more were acknowledged. */
  async acknowledge(more: number): Promise<void> {
    const goal = this.acknowledged.length + more;
    await this.waiting.until(() => this.acknowledged.length >= goal);
  }

  /** Of how many commands it was told to come again, once or more often. */
  get commandsRefused(): number {
    return new Set(this.refused.map(({ commandId }) => commandId)).size;
  }

  /** Returns when of so many more commands it was told to come again. */
  async beRefused(more: number): Promise<void> {
    const goal = this.commandsRefused + more;
    await this.waiting.until(() => this.commandsRefused >= goal);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.ends);
  }

  /** What the log holds of what was acknowledged, and what it holds twice. */
  async compared(): Promise<Readonly<{ lost: number; doubled: number }>> {
    const found = new Set<string>();
    let events = 0;
    for (let after = START, caughtUp = false; !caughtUp; ) {
      const page = await this.opened.store.readAll(after, { limit: 1000 });
      for (const { id } of page.events) found.add(id);
      events += page.events.length;
      ({ scannedTo: after, caughtUp } = page);
    }
    const mine = new Set(this.acknowledged.flatMap(({ receipt }) => receipt.eventIds));
    const lost = this.acknowledged.filter(({ receipt }) => receipt.eventIds.some((id) => !found.has(id)));
    return { lost: lost.length, doubled: events - found.size + [...found].filter((id) => !mine.has(id)).length };
  }

  private async write(decisions: Decisions): Promise<void> {
    const id = newId();
    for (let n = 0; !this.isOver; n += 1) {
      const command = n === 0 ? ({ type: 'open', limit: 1_000_000 } as const) : ({ type: 'add', n: 1 } as const);
      const commandId = newId();
      this.asked += 1;
      for (;;) {
        const meta = { commandId, actor: { kind: 'clock' }, recordedBy: { kind: 'clock', id: 'clock' } } as const;
        try {
          this.acknowledged.push({ commandId, receipt: await decisions.run(tally, id, command, meta) });
          break;
        } catch (error) {
          if (!(error instanceof LedgerError && error.kind === 'unavailable')) throw error;
          this.refused.push({ code: error.code, commandId });
          this.waiting.look();
          // As every client does that is told to come again.
          await pause(COMES_AGAIN_MS);
        }
      }
      this.waiting.look();
    }
  }
}
