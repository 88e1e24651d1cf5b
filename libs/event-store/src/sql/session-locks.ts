import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StoreUnavailable } from '../port.js';

/** What the server calls the connection. */
const LOCKS = 'throughline locks';
const LOOKS_AGAIN_MS = 20;
const PATIENCE_MS = 10_000;
/** Of the schema, so that two ledgers in one database do not wait for each other. */
const KEY = `hashtextextended('throughline ' || coalesce(current_schema(), '') || ' ' || $1, 0)`;

type Asking = 'try_advisory_lock_shared' | 'advisory_unlock_shared' | 'try_advisory_lock' | 'advisory_unlock' | 'held';

const ASKED: Readonly<Record<Asking, string>> = {
  try_advisory_lock_shared: `select pg_try_advisory_lock_shared(${KEY}) as answer`,
  advisory_unlock_shared: `select pg_advisory_unlock_shared(${KEY}) as answer`,
  try_advisory_lock: `select pg_try_advisory_lock(${KEY}) as answer`,
  advisory_unlock: `select pg_advisory_unlock(${KEY}) as answer`,
  held: `select exists (select 1 from pg_locks l where l.locktype = 'advisory' and l.pid = pg_backend_pid() and l.granted
    and l.mode = 'ExclusiveLock' and l.objsubid = 1
    and (l.classid::bigint << 32 | l.objid::bigint) = ${KEY}) as answer`,
};

/**
 * Locks of things by their names among the processes of one PostgreSQL schema, on a connection of their own. They go with
 * the process, however it ends. Nothing ever waits inside the server, so that no two processes wait for each other there:
 * who does not get a lock asks again.
 */
export class SessionLocks {
  private client: Promise<pg.Client> | undefined;
  private closed = false;

  constructor(private readonly config: pg.ClientConfig) {}

  /**
   * Returns once nobody is alone with the name; then nobody will be before `unshare`. Of one process once at a time.
   * @throws StoreUnavailable where somebody is for long, or the server does not answer
   */
  async share(name: string): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(LOOKS_AGAIN_MS))
      if (await this.ask('try_advisory_lock_shared', name)) return;
    throw new StoreUnavailable('not-stored', `another process has been alone with ${name} for ${PATIENCE_MS} ms`);
  }

  /** @returns whether it was shared all the time: not where the connection was lost meanwhile */
  async unshare(name: string): Promise<boolean> {
    return await this.let('advisory_unlock_shared', name);
  }

  /**
   * Does the work while nobody shares the name, or not at all.
   * @param work is given a way to ask whether that is still so
   * @returns false where somebody shares it, or is alone with it
   * @throws whatever the work throws; StoreUnavailable where the server does not answer
   */
  async alone(name: string, work: (isStill: () => Promise<boolean>) => Promise<void>): Promise<boolean> {
    if (!(await this.ask('try_advisory_lock', name))) return false;
    try {
      await work(() => this.let('held', name));
    } finally {
      await this.let('advisory_unlock', name);
    }
    return true;
  }

  async close(): Promise<void> {
    this.closed = true;
    const { client } = this;
    await client?.then((open) => open.end()).catch(() => undefined);
  }

  /** What goes with the connection is let go where there is none any more. */
  private async let(what: Asking, name: string): Promise<boolean> {
    return await this.ask(what, name).catch((error: unknown) => {
      if (error instanceof StoreUnavailable) return false;
      throw error;
    });
  }

  private async ask(what: Asking, name: string): Promise<boolean> {
    let connecting: Promise<pg.Client> | undefined;
    try {
      if (this.closed) throw new Error('the locks are closed');
      connecting = this.client ?? this.connect();
      const { rows } = await (await connecting).query<{ answer: boolean }>(ASKED[what], [name]);
      return rows[0]?.answer === true;
    } catch (cause) {
      if (cause instanceof pg.DatabaseError && cause.severity === 'ERROR') throw cause;
      // A connection that is silent is lost as well, and what was locked on it.
      if (this.client === connecting) this.client = undefined;
      connecting?.then((open) => open.end()).catch(() => undefined);
      const message = `the database that tells processes of each other is away: ${cause instanceof Error ? cause.message : String(cause)}`;
      throw new StoreUnavailable('not-stored', message, { cause });
    }
  }

  private connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.config, application_name: LOCKS });
    const forget = () => {
      if (this.client === connecting) this.client = undefined;
    };
    // Both are told of a lost connection; an 'error' that nobody hears would end the process.
    client.on('error', forget);
    client.on('end', forget);
    const connecting = client.connect().then(
      () => client,
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    this.client = connecting;
    return connecting;
  }
}
