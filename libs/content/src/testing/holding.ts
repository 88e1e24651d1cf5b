import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Told } from './holder.js';

const RUN_SOURCES = new URL('../../../../test/support/run-sources.js', import.meta.url).href;
const HOLDER = fileURLToPath(new URL('./holder.ts', import.meta.url));

/** A process that shares a folder of evidence (`holder.ts`), as a test tells it what to do. */
export class Holding {
  private readonly heard: string[] = [];
  private readonly waiting: ((line: string) => void)[] = [];
  private complaint = '';

  private constructor(private readonly child: ChildProcess) {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaint += text;
    });
    if (child.stdout === null) throw new Error('a holder has an output');
    createInterface({ input: child.stdout }).on('line', (line) => this.hear(line));
    child.once('close', () => this.hear(`ended: ${this.complaint}`));
  }

  /** @throws Error with its own words where it does not open the folder */
  static async start(...words: readonly [url: string, schema: string, folder: string, guard: string]): Promise<Holding> {
    const command = ['--conditions=throughline-src', '--import', RUN_SOURCES, HOLDER, ...words];
    const holding = new Holding(spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] }));
    await holding.expects('open');
    return holding;
  }

  /** Tells it to do something, and returns what it says of it next: `done`, `waits`, or how it failed. */
  async told(what: Told): Promise<string> {
    this.child.stdin?.write(`${JSON.stringify(what)}\n`);
    return await this.next();
  }

  /** kill -9; returns when it is gone. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const closed = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await closed;
  }

  private async expects(line: string): Promise<void> {
    const said = await this.next();
    if (said !== line) throw new Error(`a holder said "${said}" where "${line}" was to come`);
  }

  private next(): Promise<string> {
    const [line] = this.heard.splice(0, 1);
    return line === undefined ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve(line);
  }

  private hear(line: string): void {
    const resolve = this.waiting.shift();
    if (resolve === undefined) this.heard.push(line);
    else resolve(line);
  }
}
