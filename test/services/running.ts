import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { newId } from '#kernel';

export type Answer = Readonly<{ status: number; headers: Headers; body: Record<string, unknown> }>;
export type ServiceName = 'ledger' | 'queries' | 'projector' | 'relay';
type Environment = Readonly<Record<string, string>>;

/** A real service in a process of its own, on a free port. */
export class Running {
  private static readonly all = new Set<Running>();
  private readonly child: ChildProcess;
  private logged = '';
  private said = '';
  private api = '';
  private token = '';
  readonly ended: Promise<Readonly<{ code: number | null; complaint: string }>>;

  private constructor(
    readonly service: ServiceName,
    private readonly environment: Environment,
  ) {
    const main = resolve(`dist/apps/${service}/src/main.js`);
    const { PATH = '' } = process.env;
    const env = { PATH, THROUGHLINE_PORT: '0', ...environment };
    this.child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    Running.all.add(this);
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.logged += text;
    });
    this.ended = once(this.child, 'close').then(([code]) => {
      Running.all.delete(this);
      return { code: code as number | null, complaint: this.complaints };
    });
  }

  /** Starts one, and returns when it serves. @throws Error with its own words where it does not */
  static async start(service: ServiceName, environment: Environment): Promise<Running> {
    const running = new Running(service, environment);
    await running.announced();
    return running;
  }

  /** Starts one that is not expected to serve. @returns its exit code and what it complained of */
  static refused(service: ServiceName, environment: Environment): Running['ended'] {
    return Running.starting(service, environment).ended;
  }

  /** Begins to start one, and does not wait. */
  static starting(service: ServiceName, environment: Environment): Running {
    return new Running(service, environment);
  }

  /** kill -9 of all that are left; a test that fails leaves none behind. */
  static async killAll(): Promise<void> {
    for (const running of [...Running.all]) await running.kill();
  }

  /** Everything that it has said on stderr so far. */
  get log(): string {
    return this.logged;
  }

  /** The last of it. */
  get complaints(): string {
    return this.logged.slice(-8_000);
  }

  get port(): number {
    return Number(new URL(this.api).port);
  }

  get(path: string, token = this.token): Promise<Answer> {
    return this.ask('GET', path, { authorization: `Bearer ${token}` });
  }

  /** What is no JSON. */
  async text(path: string): Promise<string> {
    return await (await fetch(`${this.api}${path}`, { headers: { authorization: `Bearer ${this.token}` } })).text();
  }

  post(path: string, body: object, key: string = newId()): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', 'idempotency-key': key };
    return this.ask('POST', path, headers, JSON.stringify(body));
  }

  /** Sends a form of files. */
  upload(path: string, files: Readonly<Record<string, string>>, key: string = newId()): Promise<Answer> {
    const form = new FormData();
    for (const [name, content] of Object.entries(files)) form.append('file', new Blob([content]), name);
    return this.ask('POST', path, { authorization: `Bearer ${this.token}`, 'idempotency-key': key }, form);
  }

  /** Asks until it is answered so. @throws Error with the last answer after some time */
  async until(path: string, isIt: (answer: Answer) => boolean, withinMs = 30_000): Promise<Answer> {
    for (const until = Date.now() + withinMs; ; ) {
      const answer = await this.get(path);
      if (isIt(answer)) return answer;
      if (Date.now() > until)
        throw new Error(`${this.service} ${path}: ${answer.status} ${JSON.stringify(answer.body)}\n${this.complaints}`);
    }
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Tells it to end, and does not wait. */
  terminate(): void {
    this.child.kill('SIGTERM');
  }

  private async ask(method: string, path: string, headers: Record<string, string>, body?: string | FormData): Promise<Answer> {
    const response = await fetch(`${this.api}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Answer['body'] };
  }

  private async announced(): Promise<void> {
    const line = new Promise<string>((resolve, reject) => {
      this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        this.said += text;
        if (this.said.includes('\n')) resolve(this.said);
      });
      this.ended.then(({ complaint }) => reject(new Error(`${this.service} did not start: ${complaint}`)), reject);
    });
    this.api = (JSON.parse(await line) as { api: string }).api;
    this.token = (await readFile(join(this.environment['THROUGHLINE_DATA'] ?? '', 'owner-token'), 'utf8')).trim();
  }
}
