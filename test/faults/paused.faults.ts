import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Leases, openPostgres } from '#event-store';
import { ProjectionRunner } from '#projections';
import { appendMany, tallies } from '../../libs/projections/src/testing/tallies.js';
import { tell } from './figures.js';
import { PostgresServer } from './postgres-server.js';
import { standsAndRebuilt } from './projector.faults.js';

const RUN_SOURCES = new URL('../support/run-sources.js', import.meta.url).href;
const PAUSED = fileURLToPath(new URL('./paused.ts', import.meta.url));
const PATIENCE_MS = 60_000;
const EVENTS = 40;
/** Long enough for a start, short enough to wait for its end. */
const LEASE_SECONDS = 4;

/** Where it is stopped: before it asks whether the lease is still its own, or after, with its transaction open. */
type Point = 'before' | 'within';

/** A projector that is stopped beyond its lease, and goes on when another has taken over. Registers the tests. */
export function pausedFaults({ pauses }: Readonly<{ pauses: number }>): void {
  describe('a projector that is stopped beyond its lease, and goes on', () => {
    let server: PostgresServer;
    let schemas = 0;

    beforeAll(async () => {
      server = await PostgresServer.start();
    });
    afterAll(() => server.stop());

    /** @param off the guards that are switched off in the one that is stopped */
    const overtaken = async (point: Point, off: string) => {
      schemas += 1;
      const schema = `overtaken_${schemas}`;
      const opened = await openPostgres({ connectionString: server.url, schema, connections: 4 });
      const stopped = new Stopped(server.url, schema, point, off, String(LEASE_SECONDS));
      const elects = new Leases(opened.sql, { holder: 'the one that takes over', seconds: LEASE_SECONDS });
      const successor = new ProjectionRunner(opened.sql, opened.store, [tallies()], { elects });
      try {
        await appendMany(opened.store, EVENTS);
        await stopped.says('stops');
        await successor.start();
        await successor.waitFor(await opened.store.head(), PATIENCE_MS);
        await appendMany(opened.store, EVENTS);
        await successor.waitFor(await opened.store.head(), PATIENCE_MS);
        const batch = await stopped.goesOn();
        await successor.stop();
        return { batch, ...(await standsAndRebuilt(opened)) };
      } finally {
        stopped.end();
        await successor.stop();
        await opened.close();
      }
    };

    /** @param alone the guard that is left */
    const repeatedly = async (point: Point, off: string, times: number, alone?: string) => {
      const since = Date.now();
      const ran: Awaited<ReturnType<typeof overtaken>>[] = [];
      for (let pause = 0; pause < times; pause += 1) ran.push(await overtaken(point, off));
      const written = ran.filter(({ batch }) => batch === 'written').length;
      const sum = (of: (one: (typeof ran)[number]) => number) => ran.reduce((all, one) => all + of(one), 0);
      const where = point === 'before' ? 'before its transaction' : 'within its transaction';
      tell(
        `a projector stopped beyond its lease, ${where}${alone === undefined ? '' : `, with ${alone} alone`}`,
        { pauses: times, 'batches written': written, lost: sum(({ lost }) => lost), doubled: sum(({ doubled }) => doubled) },
        since,
        off === '' || alone !== undefined ? undefined : off,
      );
      return { ran, written };
    };

    it.each(['before', 'within'] as const)(`writes nothing (stopped %s), ${pauses} times`, async (point) => {
      const { ran, written } = await repeatedly(point, '', pauses);
      expect(written).toBe(0);
      // Its transaction was ended by the server, or it was told that it lost its lease.
      expect(new Set(ran.map(({ batch }) => batch))).toEqual(new Set([point === 'before' ? 'LeaseLost' : 'ConnectionLost']));
      for (const { stands, rebuilt } of ran) expect(rebuilt).toBe(stands);
    });

    it.each([
      ['the lease', 'compare-and-set'],
      ['compare-and-set', 'the lease'],
    ])('writes nothing without %s either: %s is enough', async (off, alone) => {
      const { ran, written } = await repeatedly('before', off, 1, alone);
      expect(written).toBe(0);
      for (const { stands, rebuilt } of ran) expect(rebuilt).toBe(stands);
    });

    it('control: without both it writes what stands already, and takes the checkpoint back', async () => {
      const { ran, written } = await repeatedly('before', 'the lease and compare-and-set', 1);
      expect(written).toBe(1);
      for (const { stands, rebuilt, doubled } of ran) {
        expect(rebuilt).not.toBe(stands);
        expect(doubled).toBeGreaterThan(0);
      }
    });
  });
}

/** The process that is stopped. */
class Stopped {
  private readonly child: ChildProcess;
  private readonly lines: Interface;
  private complaint = '';

  constructor(...words: readonly [url: string, schema: string, point: Point, off: string, seconds: string]) {
    const command = ['--conditions=throughline-src', '--import', RUN_SOURCES, PAUSED, ...words];
    this.child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaint += text;
    });
    if (this.child.stdout === null) throw new Error('a pipe is there');
    this.lines = createInterface(this.child.stdout);
  }

  /** Begins, and waits until it says so. */
  async says(word: string): Promise<void> {
    this.child.stdin?.write('go\n');
    const line = await this.line();
    if (line !== word) throw new Error(`the projector said ${line}: ${this.complaint}`);
  }

  /** @returns what became of the batch in which it was stopped */
  async goesOn(): Promise<string> {
    const line = this.line();
    this.child.kill('SIGCONT');
    return await line;
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  private async line(): Promise<string> {
    const ended = once(this.child, 'exit').then(() => {
      throw new Error(`the projector ended: ${this.complaint}`);
    });
    const said = once(this.lines, 'line') as Promise<[string]>;
    ended.catch(() => undefined);
    return (await Promise.race([said, ended]))[0];
  }
}
