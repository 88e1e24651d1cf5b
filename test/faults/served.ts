import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const MAIN = resolve('dist/apps/throughline/src/main.js');
const WARM = resolve('test/faults/warm.js');

export type Answer = Readonly<{ status: number; body: Record<string, unknown> }>;

/** The real `throughline start` on a data folder, in a process of its own. */
export class Served {
  private static readonly started = new Set<Served>();
  private readonly child: ChildProcess;
  private complaint = '';
  private api = '';
  private token = '';

  private constructor(private readonly folder: string) {
    const words = ['--import', WARM, MAIN, 'start', '--port', '0', '--json', '--data', folder];
    this.child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe'] });
    Served.started.add(this);
    this.child.once('close', () => Served.started.delete(this));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.complaint = `${this.complaint}${text}`.slice(-4_000);
    });
  }

  /** kill -9 of all that are left; a test that fails leaves none behind. */
  static async killAll(): Promise<void> {
    for (const served of Served.started) await served.kill();
  }

  /** One that has loaded its program and touches nothing yet. */
  static warm(folder: string): Served {
    return new Served(folder);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Lets it start. @returns when it serves. @throws Error with its own words where it does not */
  async serve(): Promise<this> {
    const ended = once(this.child, 'close');
    this.child.stdin?.write('go\n');
    const said = await this.announced();
    if (said === undefined) {
      await ended;
      throw new Error(`the server did not start: ${this.complaint}`);
    }
    this.api = said.api;
    this.token = (await readFile(join(this.folder, 'owner-token'), 'utf8')).trim();
    return this;
  }

  /** @returns undefined where no answer came, or half of one: whether it was recorded is then not known */
  async ask(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string> = {},
    body?: object,
  ): Promise<Answer | undefined> {
    try {
      const response = await fetch(`${this.api}${path}`, {
        method,
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    } catch {
      return undefined;
    }
  }

  /** kill -9; returns when it is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it in order. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const closed = once(this.child, 'close');
    this.child.kill(signal);
    await closed;
  }

  private async announced(): Promise<{ api: string } | undefined> {
    let said = '';
    for await (const text of this.child.stdout?.setEncoding('utf8') ?? []) {
      said += text as string;
      if (said.trimEnd().endsWith('}')) break;
    }
    // What it says later is not waited for, and must not stop it.
    this.child.stdout?.resume();
    return said.trimEnd().endsWith('}') ? (JSON.parse(said) as { api: string }) : undefined;
  }
}
