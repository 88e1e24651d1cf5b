import { setTimeout as pause } from 'node:timers/promises';
import { type Metadata, type NewEvent, newId } from '#kernel';
import { type Expected, RevisionConflict, StoreUnavailable, StreamExists } from '../../port.js';
import { EsdbDouble } from './index.js';

export type Page = Readonly<{ events: readonly Readonly<{ id: string }>[]; scannedTo: string; caughtUp: boolean }>;

/** What the scenarios ask of a store: a part of the port, which every EventStore has. */
export type StoreUnderTest = Readonly<{
  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Readonly<{ revision: bigint }>>;
  readStream(stream: string): Promise<readonly Readonly<{ id: string }>[]>;
  readAll(after: string, options: Readonly<{ limit: number }>): Promise<Page>;
  subscribeAll(after: string, options: Readonly<{ signal: AbortSignal; batchSize?: number }>): AsyncIterable<Page>;
  /** How a consumer is called, where it does not iterate over `subscribeAll`. */
  consume?(after: string, handle: (page: Page) => Promise<void>, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}>;

/** Opens what is under test on a server. @param patienceMs the longest that one call may wait for its answer */
export type OpenStore = (connectionString: string, options: Readonly<{ patienceMs: number }>) => Promise<StoreUnderTest>;

export type Observed = Readonly<Record<string, string | number | boolean>>;

const PATIENCE_MS = 10_000;

/** Where a scenario is played: what is under test, and how long is for ever. */
export class Stage {
  constructor(
    private readonly opening: OpenStore,
    /** What takes longer is taken to wait for ever. */
    private readonly forEverMs: number,
  ) {}

  open(double: EsdbDouble, patienceMs = PATIENCE_MS): Promise<StoreUnderTest> {
    return this.opening(double.connectionString(), { patienceMs });
  }

  /** A store on a double of its own; both are gone afterwards, whatever happens. */
  async onStore(
    work: (store: StoreUnderTest, double: EsdbDouble) => Promise<Observed>,
    patienceMs = PATIENCE_MS,
  ): Promise<Observed> {
    const double = await EsdbDouble.start();
    try {
      const store = await this.open(double, patienceMs);
      try {
        return await work(store, double);
      } finally {
        await Promise.race([store.close(), this.forEver(undefined)]);
      }
    } finally {
      await double.stop();
    }
  }

  /** How an append ended. */
  async outcome(work: Promise<unknown>): Promise<string> {
    const ended = work.then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof StoreUnavailable) return 'store unavailable';
        const isConflict = error instanceof RevisionConflict || error instanceof StreamExists;
        return isConflict ? `conflict at ${error.actual}` : 'another error';
      },
    );
    return await Promise.race([ended, this.forEver('waits for ever')]);
  }

  /** True when it becomes so soon enough. */
  async becomes(so: () => boolean): Promise<boolean> {
    for (const until = Date.now() + this.forEverMs; Date.now() < until; await pause(5)) if (so()) return true;
    return false;
  }

  /**
   * Handles a subscription event by event, until that is enough, it ends, or nothing comes any more.
   * @returns the ids handled, and the last page
   */
  async handleUntil(store: StoreUnderTest, after: string, enough: (handled: readonly string[], page: Page) => boolean) {
    const leaving = new AbortController();
    const handled: string[] = [];
    let last: Page = { events: [], scannedTo: after, caughtUp: false };
    const handling = (async () => {
      for await (const page of store.subscribeAll(after, { signal: leaving.signal, batchSize: 1 })) {
        for (const { id } of page.events) {
          // The first takes long: meanwhile the client fills its buffers.
          await pause(handled.length === 0 ? 100 : 1);
          handled.push(id);
        }
        last = page;
        if (enough(handled, page)) break;
      }
    })();
    await Promise.race([handling.catch(() => undefined), this.forEver(undefined)]);
    leaving.abort();
    return { handled, last };
  }

  private forEver<T>(answer: T): Promise<T> {
    return pause(this.forEverMs, answer, { ref: false });
  }
}

const METADATA: Metadata = {
  occurredOn: '2025-02-15',
  actor: { kind: 'clock' },
  recordedBy: { kind: 'clock', id: 'clock' },
  commandId: '018f0000-0000-7000-8000-000000000001',
  commandDigest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  decidedOn: {},
  correlationId: 'scenario',
  causationId: 'scenario',
};

/** So many new events, of one command. */
export function numbered(count: number): NewEvent[] {
  const metadata = { ...METADATA, commandId: newId() };
  return Array.from({ length: count }, (_, n) => ({ id: newId(), type: 'Counted', schema: 1, data: { n }, metadata }));
}
