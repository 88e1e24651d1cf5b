import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Protection } from '#event-store';
import { Waiting } from '../support/waiting.js';

const RUN_SOURCES = new URL('../support/run-sources.js', import.meta.url).href;

/** What a process said was recorded: whatever happens to it, this must be there afterwards. */
export type Acknowledged = { events: string[]; texts: Map<string, string>; erasing: Set<string>; erased: Set<string> };

export function nothingYet(): Acknowledged {
  return { events: [], texts: new Map(), erasing: new Set(), erased: new Set() };
}

type Program = 'appender' | 'eraser';

/** What a process does without: a protection of the ledger, or its own acknowledging only what was appended. */
export type Guard = Protection | 'acknowledges-what-is-there';

/** A process that appends (`appender.ts`) or erases (`eraser.ts`), to be killed. */
export class Victim {
  private readonly child: ChildProcess;
  private readonly waiting = new Waiting();
  private unread = '';
  private complaint = '';
  private state: 'starting' | 'open' | 'done' | 'ended' = 'starting';

  private constructor(
    program: Program,
    folder: string,
    appends: number,
    readonly acknowledged: Acknowledged,
    switchedOff: readonly Guard[],
  ) {
    const path = fileURLToPath(new URL(`./${program}.ts`, import.meta.url));
    const command = ['--conditions=throughline-src', '--import', RUN_SOURCES, path, folder, String(appends), ...switchedOff];
    this.child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => this.hear(text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaint += text;
    });
    this.child.once('close', () => {
      this.state = 'ended';
      this.waiting.look();
    });
  }

  /**
   * Starts one and returns when it has the folder open.
   * @param acknowledged takes what it says
   * @throws Error with its own words where it does not open
   */
  static async start(
    folder: string,
    options: Readonly<{
      program?: Program;
      acknowledged?: Acknowledged;
      appends?: number;
      switchedOff?: readonly Guard[];
    }> = {},
  ): Promise<Victim> {
    const { program = 'appender', acknowledged = nothingYet() } = options;
    const victim = new Victim(program, folder, options.appends ?? 200, acknowledged, options.switchedOff ?? []);
    await victim.waiting.until(() => victim.state !== 'starting');
    if (victim.state === 'ended') throw new Error(`the process did not open the ledger: ${victim.complaint}`);
    return victim;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Returns when it has said so many more events, or erasures begun, or is through. */
  async acknowledges(more: number): Promise<void> {
    const said = () => this.acknowledged.events.length + this.acknowledged.erasing.size;
    const goal = said() + more;
    await this.waiting.until(() => said() >= goal || this.state === 'done' || this.state === 'ended');
  }

  async done(): Promise<void> {
    await this.waiting.until(() => this.state === 'done' || this.state === 'ended');
    if (this.state === 'ended') throw new Error(`the process ended early: ${this.complaint}`);
  }

  /** kill -9; returns when everything it said has been heard. */
  async kill(): Promise<void> {
    if (this.state === 'ended') return;
    const closed = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await closed;
  }

  private hear(text: string): void {
    const lines = (this.unread + text).split('\n');
    // A line cut off by the kill was not said.
    this.unread = lines.pop() ?? '';
    for (const line of lines) {
      const [what = '', first = '', ...rest] = line.split(' ');
      if (what === 'events') this.acknowledged.events.push(first, ...rest);
      else if (what === 'text') this.acknowledged.texts.set(first, rest.join(' '));
      else if (what === 'erasing' || what === 'erased') this.acknowledged[what].add(first);
      else if (what === 'open' || what === 'done') this.state = what;
    }
    this.waiting.look();
  }
}
