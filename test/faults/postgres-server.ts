import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const COMES_BACK_WITHIN_MS = 60_000;

/** A real PostgreSQL server of its own, to be killed and started again. `infra/local/postgres.mjs` makes it and removes it. */
export class PostgresServer {
  private constructor(
    private readonly keeper: ChildProcess,
    readonly url: string,
    private readonly data: string,
  ) {}

  static async start(): Promise<PostgresServer> {
    const waits = 'console.log(process.env.POSTGRES_URL); process.stdin.resume()';
    const words = ['infra/local/postgres.mjs', 'run', '--', process.execPath, '-e', waits];
    const keeper = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    const [said] = (await Promise.race([once(keeper.stdout, 'data'), once(keeper, 'exit')])) as [Buffer | number];
    if (typeof said === 'number') throw new Error(`the server did not start: infra/local/postgres.mjs ended with ${said}`);
    const url = said.toString().trim();
    const data = await asked(url, 'show data_directory');
    return new PostgresServer(keeper, url, data);
  }

  /** kill -9 of the postmaster and of every process it made: none can finish what it was about. */
  kill(): void {
    for (const pid of this.stopped()) signalled(pid, 'SIGKILL');
  }

  /** Stops them all, as a machine does that is suspended: whoever is connected stays so, and nobody answers. */
  standStill(): void {
    for (const pid of this.stopped()) signalled(pid, 'SIGSTOP');
  }

  /** Lets them go on as if nothing had been. */
  goOn(): void {
    for (const pid of this.stopped()) signalled(pid, 'SIGCONT');
  }

  /** Starts it again on what it kept; returns when it answers. */
  async startAgain(): Promise<void> {
    const words = readFileSync(join(this.data, 'postmaster.opts'), 'utf8').trim();
    const [server = '', ...options] = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map((word) => word[1] ?? word[2] ?? '');
    // It runs as who owns its folder; a program between that would have to be killed with it.
    const { uid, gid } = statSync(this.data);
    const as = process.getuid?.() === 0 ? { uid, gid } : {};
    const deadline = Date.now() + COMES_BACK_WITHIN_MS;
    // The memory of the killed one is let go of when the last of its processes is gone: until then it refuses.
    for (;;) {
      spawn(server, options, { ...as, stdio: 'ignore', detached: true, cwd: '/' }).unref();
      for (let look = 0; look < 40; look += 1) {
        if (
          await asked(this.url, 'select 1').then(
            () => true,
            () => false,
          )
        )
          return;
        await pause(50);
      }
      if (Date.now() > deadline) throw new Error('the server did not come back');
    }
  }

  /** Switches a setting of the whole server while it runs; returns when who connects meets it so. */
  async switches(setting: string, to: string): Promise<void> {
    await asked(this.url, `alter system set ${setting} = '${to}'`);
    await asked(this.url, 'select pg_reload_conf()');
    while ((await asked(this.url, `show ${setting}`)) !== to) await pause(10);
  }

  /** Every process of the server, the postmaster last. */
  private stopped(): readonly number[] {
    const postmaster = Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    // Stopped first, so that it makes no new process while its children are counted.
    process.kill(postmaster, 'SIGSTOP');
    const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' });
    const children = listed.stdout
      .split('\n')
      .map(Number)
      .filter((pid) => pid > 0);
    if (children.length === 0) throw new Error('a server has children; none was found');
    return [...children, postmaster];
  }

  async stop(): Promise<void> {
    const closed = once(this.keeper, 'close');
    this.keeper.stdin?.end();
    await closed;
    if (existsSync(this.data)) throw new Error(`${this.data} was left behind`);
  }
}

/** What the server answers, by its own client. */
async function asked(url: string, query: string): Promise<string> {
  const { stdout } = await promisify(execFile)('psql', ['-X', '-A', '-t', '-c', query, url]);
  return stdout.trim();
}

function signalled(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
