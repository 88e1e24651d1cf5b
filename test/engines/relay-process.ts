import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Waiting } from '../support/waiting.js';
import type { Asked } from './relaying.js';

const RUN_SOURCES = new URL('../support/run-sources.js', import.meta.url).href;
const RELAYING = fileURLToPath(new URL('./relaying.ts', import.meta.url));

/** A relay in a process of its own (`relaying.ts`), to be killed or stopped where it stands. */
export class RelayProcess {
  private static readonly alive = new Set<RelayProcess>();
  private readonly child: ChildProcess;
  private readonly waiting = new Waiting();
  private said = '';
  private complaint = '';
  private hasEnded = false;

  /** Loads its program; touches nothing before `start`. */
  constructor(asked: Asked) {
    const words = ['--conditions=throughline-src', '--import', RUN_SOURCES, RELAYING, JSON.stringify(asked)];
    this.child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe'] });
    RelayProcess.alive.add(this);
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.said += text;
      this.waiting.look();
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaint += text;
    });
    this.child.once('close', () => {
      RelayProcess.alive.delete(this);
      this.hasEnded = true;
      this.waiting.look();
    });
  }

  /** kill -9 of all that are left: a test that fails leaves none behind. */
  static async killAll(): Promise<void> {
    await Promise.all([...RelayProcess.alive].map((relay) => relay.kill()));
  }

  /** Lets it begin. @throws Error with its own words where it does not */
  async start(): Promise<this> {
    this.child.stdin?.write('go\n');
    await this.waiting.until(() => this.said.includes('started\n') || this.hasEnded);
    if (!this.said.includes('started\n')) throw new Error(`the relay did not start: ${this.complaint}`);
    return this;
  }

  /** Returns when it has looked at the topics and has a session with the brokers. */
  async untilTelling(): Promise<void> {
    await this.waiting.until(() => this.said.includes('tells\n') || this.hasEnded);
  }

  /** Lets it begin and returns when it has killed itself. */
  async untilKilled(): Promise<void> {
    const closed = once(this.child, 'close');
    this.child.stdin?.write('go\n');
    const [, signal] = (await closed) as [number | null, NodeJS.Signals | null];
    if (signal !== 'SIGKILL') throw new Error(`the relay ended otherwise: ${this.complaint}`);
  }

  /** Returns when it has stopped itself. */
  async untilStopped(): Promise<void> {
    await this.waiting.until(() => this.said.includes('stops\n') || this.hasEnded);
    if (this.hasEnded) throw new Error(`the relay ended: ${this.complaint}`);
  }

  /** Lets one that stopped itself go on. */
  continue(): void {
    this.child.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it in order. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.hasEnded) return;
    const closed = once(this.child, 'close');
    this.child.kill(signal);
    await closed;
  }
}
