import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ConnectionLost, type Row, type Sql } from '../sql/sql.js';

type Request =
  | Readonly<{ do: 'query'; text: string; parameters: readonly unknown[] }>
  | Readonly<{ do: 'listen' | 'unlisten'; channel: string }>
  | Readonly<{ do: 'dump' | 'close' }>;
type Reply = Readonly<{ id: number; value?: unknown; error?: Readonly<{ message: string; severity?: string }> }>;
type Heard = Readonly<{ channel: string; payload: string }>;
type Options = Readonly<{ dataDir?: string; template?: Uint8Array }>;
type Waiting = Readonly<{ resolve: (value: unknown) => void; reject: (error: Error) => void }>;

const WORKER = fileURLToPath(new URL('./pglite-worker.js', import.meta.url));
// A damaged folder may make the database loop instead of failing. Recovery of a large one takes seconds.
const OPENING_MAY_TAKE_MS = 180_000;

/**
 * A PGlite database in a worker thread. One connection: statements run one after the other, and nothing else runs
 * between the statements of a transaction.
 *
 * Where the database gives up (PANIC: the disk is full when it needs the next file of its write-ahead log) PGlite answers
 * no more. Then its thread is ended, and the next statement opens the folder anew, as after a crash, once there is room.
 */
export class WorkerSql implements Sql {
  private worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly hearing = new Map<string, Set<(payload: string) => void>>();
  private lastId = 0;
  private last: Promise<unknown> = Promise.resolve();
  private lost: ConnectionLost | undefined;
  private gaveUp = false;
  private inOrder = false;
  private gone: Promise<void> = Promise.resolve();

  private constructor(private readonly options: Options) {
    this.worker = this.newThread(options);
  }

  /**
   * @param options `dataDir`: the folder the database lies in, else it lives in memory; `template`: a dump to start from
   * @throws Error where the database does not open
   */
  static async open(options: Options = {}): Promise<WorkerSql> {
    const sql = new WorkerSql(options);
    await sql.opened();
    return sql;
  }

  query<R extends Row = Row>(text: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return this.alone(() => this.run<R>(text, parameters));
  }

  transaction<T>(work: (sql: Pick<Sql, 'query'>) => Promise<T>): Promise<T> {
    return this.alone(async () => {
      await this.run('begin', []);
      try {
        const result = await work({ query: <R extends Row>(text: string, parameters = []) => this.run<R>(text, parameters) });
        await this.run('commit', []);
        return result;
      } catch (error) {
        // Where the thread is gone, the first error says more than a failed rollback.
        await this.run('rollback', []).catch(() => undefined);
        throw error;
      }
    });
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const listeners = this.hearing.get(channel) ?? new Set();
    this.hearing.set(channel, listeners);
    listeners.add(heard);
    await this.alone(() => this.ask({ do: 'listen', channel }));
    return async () => {
      listeners.delete(heard);
      if (listeners.size > 0 || this.lost !== undefined) return;
      await this.alone(async () => {
        if (listeners.size === 0) await this.ask({ do: 'unlisten', channel });
      });
    };
  }

  /** The whole database as a tar archive: what `template` takes. */
  async dump(): Promise<Uint8Array> {
    return (await this.alone(() => this.ask({ do: 'dump' }))) as Uint8Array;
  }

  /** Waits for what is under way, then closes; closing twice is the same as once. */
  async close(): Promise<void> {
    if (this.lost === undefined) {
      try {
        await this.alone(() => this.ask({ do: 'close' }));
        this.inOrder = true;
      } catch (error) {
        if (!this.gaveUp) throw error;
        await this.worker.terminate();
      }
    }
    await this.gone;
  }

  /** True once the database wrote everything and said so; false where its thread just ended. */
  get closedInOrder(): boolean {
    return this.inOrder;
  }

  /** Work that nothing else runs beside, in the order asked for. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(async () => {
      if (this.gaveUp) await this.openAnew();
      return await work();
    });
    this.last = result.catch(() => undefined);
    return result;
  }

  private async run<R extends Row>(text: string, parameters: readonly unknown[]): Promise<R[]> {
    return (await this.ask({ do: 'query', text, parameters })) as R[];
  }

  private ask(request: Request): Promise<unknown> {
    if (this.lost !== undefined) return Promise.reject(new ConnectionLost(false, this.lost.message, { cause: this.lost }));
    if (this.gaveUp) return Promise.reject(new ConnectionLost(false, 'the database gave up'));
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      this.waiting.set(this.lastId, { resolve, reject });
      this.worker.postMessage({ id: this.lastId, ...request });
    });
  }

  private receive(message: Reply | Heard): void {
    if ('channel' in message) {
      for (const heard of this.hearing.get(message.channel) ?? []) heard(message.payload);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    // The error was made in another thread: here it becomes one again, its SQLSTATE in `code`.
    if (message.error === undefined) waiting?.resolve(message.value);
    else if (message.error.severity === 'PANIC') {
      this.gaveUp = true;
      // Whether what it was about is in its log is seen when it is opened again.
      waiting?.reject(new ConnectionLost(true, `the database gave up: ${message.error.message}`));
    } else waiting?.reject(Object.assign(new Error(message.error.message), message.error));
  }

  private newThread(options: Options): Worker {
    // Without this process's own flags: loaders and test runners are none of its business.
    const worker = new Worker(WORKER, { workerData: options, execArgv: [] });
    const ifCurrent = (work: () => void) => {
      if (this.worker === worker && !this.gaveUp) work();
    };
    worker.on('message', (message: Reply | Heard) => {
      if (this.worker === worker) this.receive(message);
    });
    worker.on('error', (cause) => ifCurrent(() => this.lose('the database thread failed', cause)));
    this.gone = new Promise((resolve) => {
      worker.once('exit', () => {
        ifCurrent(() => this.lose('the database is closed'));
        resolve();
      });
    });
    return worker;
  }

  /** Returns when the thread has the database open. */
  private async opened(): Promise<void> {
    const { worker } = this;
    let limit: NodeJS.Timeout | undefined;
    try {
      await new Promise((resolve, reject) => {
        limit = setTimeout(() => reject(new Error('the database did not open in time')), OPENING_MAY_TAKE_MS);
        this.waiting.set(0, { resolve, reject });
      });
    } catch (error) {
      await worker.terminate();
      throw error;
    } finally {
      clearTimeout(limit);
    }
  }

  /** @throws ConnectionLost while it does not open: the next statement tries again */
  private async openAnew(): Promise<void> {
    await this.worker.terminate();
    const { dataDir } = this.options;
    if (dataDir === undefined) throw new ConnectionLost(false, 'the database gave up, and lived in memory');
    this.worker = this.newThread({ dataDir });
    try {
      await this.opened();
    } catch (error) {
      throw new ConnectionLost(false, 'the database does not open again yet', { cause: error });
    }
    this.gaveUp = false;
    for (const channel of this.hearing.keys()) await this.ask({ do: 'listen', channel });
  }

  private lose(why: string, cause?: unknown): void {
    this.lost ??= new ConnectionLost(true, why, { cause });
    for (const { reject } of this.waiting.values()) reject(this.lost);
    this.waiting.clear();
  }
}
