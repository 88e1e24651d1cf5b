import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NamedFiles } from '#content';
import { digestOf, moveLedger, openEmbedded, type StorePlace } from '#event-store';
import { counted } from '../../libs/event-store/src/contract/opened.js';
import { EsdbDouble } from '../../libs/event-store/src/esdb/double/index.js';
import { seeded } from './damage.js';
import { tell } from './figures.js';
import { PostgresServer } from './postgres-server.js';

const RUN_SOURCES = new URL('../support/run-sources.js', import.meta.url).href;
const MOVER = fileURLToPath(new URL('./mover.ts', import.meta.url));
/** Of the ledger that is moved: several blocks, and many streams that come by turns. */
const EVENTS = 3_000;
const STREAMS = 40;
const TEXTS = 200;
/** From the word to go to the end of a move that nobody kills, by and large. */
const WITHIN_MS = 1_500;

/** A move that is killed with -9, again and again, and goes on. Registers the tests. */
export function moveFaults({ kills }: Readonly<{ kills: number }>, seed: number): void {
  describe(`kill -9 of a move (seed ${seed})`, () => {
    const random = seeded(seed);
    let server: PostgresServer;
    let double: EsdbDouble;
    let folder: string;
    let from: StorePlace;
    let digest: string;
    /** In how many blocks the events are copied. */
    let blocks = 0;
    let places = 0;

    beforeAll(async () => {
      server = await PostgresServer.start();
      double = await EsdbDouble.start();
      folder = await mkdtemp(join(tmpdir(), 'throughline-move-'));
      from = { kind: 'embedded', folder: join(folder, 'source') };
      await fill(from.folder);
      const to: StorePlace = { kind: 'embedded', folder: join(folder, 'undisturbed') };
      const progress = ({ doing }: Readonly<{ doing: string }>) => {
        if (doing === 'copying events') blocks += 1;
      };
      digest = (await moveLedger({ from, to, naming: new NamedFiles(), progress })).digest;
    });
    afterAll(async () => {
      await double.stop();
      await server.stop();
      await rm(folder, { recursive: true });
    });

    const target = (kind: StorePlace['kind']): StorePlace => {
      places += 1;
      const data = join(folder, `target-${places}`);
      const name = `moved_${places}`;
      if (kind === 'embedded') return { kind, folder: data };
      if (kind === 'postgres') return { kind, folder: data, connectionString: server.url, schema: name };
      return { kind, folder: data, connectionString: double.connectionString(), ledger: name };
    };

    it.each(['embedded', 'postgres', 'esdb'] as const)(
      `to %s: ${kills} times at a moment of chance, then at each of its last steps; what is there in the end is equal`,
      async (kind) => {
        const since = Date.now();
        const to = target(kind);
        let killed = 0;
        for (let kill = 0; kill < kills; kill += 1) {
          const mover = new Mover(from, to);
          await mover.begins();
          await pause(random() * WITHIN_MS);
          if (await mover.kill()) killed += 1;
          if (!existsSync(join(to.folder, 'moved.json')) || existsSync(join(to.folder, '.moving'))) await refusedBy(to);
        }
        const stepwise = target(kind);
        let steps = 0;
        for (let step = 1; (await new Mover(from, stepwise, stepOf(stepwise, step)).ends()) === 'killed'; step += 1) steps += 1;
        expect(steps).toBeGreaterThan(5);
        let [lost, doubled] = [0, 0];
        for (const each of [to, stepwise]) {
          const back: StorePlace = { kind: 'embedded', folder: `${each.folder}-back` };
          await moveLedger({ from, to: each, naming: new NamedFiles() });
          // Read from where it lies, by another move.
          const { contents, digest: found } = await moveLedger({ from: each, to: back, naming: new NamedFiles() });
          lost += Math.max(0, EVENTS - contents.events.count);
          doubled += Math.max(0, contents.events.count - EVENTS);
          expect([found, digestOf(contents)]).toEqual([digest, digest]);
        }
        tell(`kill -9 of a move to ${kind}`, { kills: killed + steps, events: 2 * EVENTS, lost, doubled }, since);
        expect([lost, doubled]).toEqual([0, 0]);
      },
    );

    it.each(['embedded', 'postgres', 'esdb'] as const)(
      'to %s: killed after every block that it copies, it copies the next one in its next life, and none again',
      async (kind) => {
        const to = target(kind);
        const appendsBefore = double.calls.append + double.calls.batchappend;
        let lives = 1;
        // One that began anew each time would never come further than its first block.
        while (lives <= blocks + 1 && (await new Mover(from, to, 'block').ends()) === 'killed') lives += 1;
        expect(blocks).toBeGreaterThan(2);
        expect(lives).toBe(blocks + 1);
        const appends = double.calls.append + double.calls.batchappend - appendsBefore;
        // At most one for each event, and two with which each life founds the ledger.
        expect(appends).toBeLessThanOrEqual(kind === 'esdb' ? EVENTS + 2 * lives : 0);
        const back: StorePlace = { kind: 'embedded', folder: `${to.folder}-back` };
        await moveLedger({ from, to, naming: new NamedFiles() });
        expect((await moveLedger({ from: to, to: back, naming: new NamedFiles() })).digest).toBe(digest);
      },
    );

    it('control: built where it will lie, what was moved half is opened as if it were the ledger', async () => {
      const since = Date.now();
      const to = target('embedded');
      expect(await new Mover(from, to, 2, 'in-place').ends()).toBe('killed');
      const ledger = await openEmbedded({ folder: to.folder });
      const there = Number(await ledger.store.head());
      await ledger.close();
      tell('kill -9 of a move', { kills: 1, events: EVENTS, lost: EVENTS - there }, since, 'a place of its own until the end');
      expect(there).toBeGreaterThan(0);
      expect(EVENTS - there).toBeGreaterThan(0);
    });
  });
}

/** Once all is there and equal, what is left is to put it in its place: each life puts one thing there. */
function stepOf({ folder }: StorePlace, step: number): number {
  const moving = join(folder, '.moving', 'moving.json');
  return existsSync(moving) && readFileSync(moving, 'utf8').includes('"equal"') ? 3 : step;
}

/** A half of a ledger is never opened as one. */
async function refusedBy({ folder }: StorePlace): Promise<void> {
  if (!existsSync(join(folder, '.moving'))) return;
  await expect(openEmbedded({ folder })).rejects.toMatchObject({ code: 'MOVE_UNFINISHED' });
}

async function fill(folder: string): Promise<void> {
  const ledger = await openEmbedded({ folder });
  for (let n = 0; n < EVENTS; n += STREAMS)
    await Promise.all(
      Array.from({ length: STREAMS }, (_, stream) => ledger.store.append(`stream-${stream}`, [counted(n)], 'any')),
    );
  for (let n = 0; n < TEXTS; n += 1) {
    const text = await ledger.texts.draft(crypto.randomUUID(), 'what', `what was said of number ${n}`);
    await ledger.texts.keep([text]);
    if (n % 50 === 0) await ledger.texts.erase(text.id);
  }
  await ledger.close();
}

/** A process that moves a ledger. */
class Mover {
  private readonly child: ChildProcess;
  private complaint = '';

  constructor(from: StorePlace, to: StorePlace, step: number | 'block' = 0, guard = '') {
    const words = [JSON.stringify(from), JSON.stringify(to), String(step), guard];
    const command = ['--conditions=throughline-src', '--import', RUN_SOURCES, MOVER, ...words];
    this.child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaint += text;
    });
  }

  /** Returns when it was told to begin. */
  async begins(): Promise<void> {
    await Promise.race([once(this.child.stdout ?? this.child, 'data'), this.failed()]);
    this.child.stdin?.write('go\n');
  }

  /** @returns false where it had ended before, in order */
  async kill(): Promise<boolean> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    return (await this.closed()) === 'killed';
  }

  /** Returns when it has come to its end. */
  async ends(): Promise<'killed' | 'done'> {
    await this.begins();
    return await this.closed();
  }

  private async closed(): Promise<'killed' | 'done'> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'close');
    if (this.child.signalCode === 'SIGKILL') return 'killed';
    if (this.child.exitCode !== 0) throw new Error(`the move failed: ${this.complaint}`);
    return 'done';
  }

  private async failed(): Promise<never> {
    await once(this.child, 'close');
    throw new Error(`the move did not begin: ${this.complaint}`);
  }
}
