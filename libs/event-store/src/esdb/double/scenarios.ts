import { setTimeout as pause } from 'node:timers/promises';
import type { NewEvent } from '#kernel';
import { counted } from '../../contract/opened.js';
import { type Expected, RevisionConflict, START, StoreUnavailable } from '../../port.js';
import { EsdbDouble, type SubscriptionEnd } from './index.js';

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

/** One situation, and what is seen in it: by the bare client, and where the guard stands. */
export type Scenario = Readonly<{
  /** As the list of the client's defects numbers it; undefined for what the server does. */
  defect?: number;
  says: string;
  run: (open: OpenStore) => Promise<Observed>;
  bare: Observed;
  guarded: Observed;
}>;

const PATIENCE_MS = 10_000;
/** What takes longer than this, on a machine under load, is taken to wait for ever. */
const FOR_EVER_MS = 1_500;

/** How an append ended. */
async function outcome(work: Promise<unknown>): Promise<string> {
  const ended = work.then(
    () => 'stored',
    (error: unknown) =>
      error instanceof StoreUnavailable
        ? 'store unavailable'
        : error instanceof RevisionConflict
          ? `conflict at ${error.actual}`
          : 'another error',
  );
  return await Promise.race([ended, pause(FOR_EVER_MS, 'waits for ever', { ref: false })]);
}

/** True when it becomes so soon enough. */
async function becomes(true_: () => boolean): Promise<boolean> {
  for (const until = Date.now() + FOR_EVER_MS; Date.now() < until; await pause(5)) if (true_()) return true;
  return false;
}

async function onDouble<T>(work: (double: EsdbDouble) => Promise<T>): Promise<T> {
  const double = await EsdbDouble.start();
  try {
    return await work(double);
  } finally {
    await double.stop();
  }
}

async function onStore(
  open: OpenStore,
  work: (store: StoreUnderTest, double: EsdbDouble) => Promise<Observed>,
  patienceMs = PATIENCE_MS,
): Promise<Observed> {
  return await onDouble(async (double) => {
    const store = await open(double.connectionString(), { patienceMs });
    try {
      return await work(store, double);
    } finally {
      await Promise.race([store.close(), pause(FOR_EVER_MS, undefined, { ref: false })]);
    }
  });
}

const numbered = (count: number, from = 0): NewEvent[] => Array.from({ length: count }, (_, n) => counted(from + n));
const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);

/** Reads a subscription until so many of these events have come, or it ends. */
async function takeUntil(store: StoreUnderTest, after: string, enough: (seen: string[], page: Page) => boolean) {
  const leaving = new AbortController();
  const seen: string[] = [];
  let last: Page = { events: [], scannedTo: after, caughtUp: false };
  const reading = (async () => {
    for await (const page of store.subscribeAll(after, { signal: leaving.signal, batchSize: 1 })) {
      for (const { id } of page.events) {
        await pause(1);
        seen.push(id);
      }
      last = page;
      if (enough(seen, page)) break;
    }
  })();
  await Promise.race([reading.catch(() => undefined), pause(FOR_EVER_MS, undefined, { ref: false })]);
  leaving.abort();
  return { seen, last };
}

export const SCENARIOS = {
  sharedFate: {
    defect: 1,
    says: 'a failed append on one connection leaves the appends of another alone',
    run: (open) =>
      onDouble((first) =>
        onStore(open, async (other, second) => {
          const store = await open(first.connectionString(), { patienceMs: PATIENCE_MS });
          let crashes = 0;
          const onCrash = (): void => void (crashes += 1);
          process.on('uncaughtException', onCrash);
          await store.append('meeting-1', numbered(1), 'no-stream');
          await other.append('meeting-1', numbered(1), 'no-stream');
          second.faults.holdAnswers();
          const waiting = outcome(other.append('meeting-2', numbered(1), 'no-stream'));
          await becomes(() => second.faults.heldAnswers === 1);
          first.faults.onEveryAppend('fails');
          await outcome(store.append('meeting-2', numbered(1), 'no-stream'));
          // The answer comes late: only now.
          second.faults.releaseAnswers();
          const ended = await waiting;
          await pause(50);
          process.off('uncaughtException', onCrash);
          await store.close();
          return { 'append on the other connection': ended, 'crashes of the process': crashes };
        }),
      ),
    bare: { 'append on the other connection': 'store unavailable', 'crashes of the process': 1 },
    guarded: { 'append on the other connection': 'stored', 'crashes of the process': 0 },
  },

  aheadOfTheConsumer: {
    defect: 2,
    says: 'a consumer that stops and resumes from where it was told it stands misses nothing',
    run: (open) =>
      onStore(open, async (store) => {
        const events = numbered(60);
        await store.append('meeting-1', events, 'no-stream');
        const stopped = await takeUntil(store, START, (seen) => seen.length === 20);
        const resumed = await takeUntil(store, stopped.last.scannedTo, (seen) => seen.includes(events[59]?.id ?? ''));
        const handled = new Set([...stopped.seen, ...resumed.seen]);
        const upTo = await takeUntil(store, START, (_seen, { caughtUp }) => caughtUp);
        return {
          'events missed': idsOf(events).some((id) => !handled.has(id)),
          'caught up before the last event': upTo.seen.length < events.length,
        };
      }),
    bare: { 'events missed': true, 'caught up before the last event': true },
    guarded: { 'events missed': false, 'caught up before the last event': false },
  },

  noAnswer: {
    defect: 3,
    says: 'an append without an answer ends in time, and repeated with the same ids is stored once',
    run: (open) =>
      onStore(
        open,
        async (store, double) => {
          await store.append('meeting-1', numbered(1), 'no-stream');
          double.faults.onEveryAppend('silent-after-storing');
          const events = numbered(2);
          const silent = await outcome(store.append('meeting-2', events, 'no-stream'));
          double.faults.onEveryAppend(undefined);
          const repeated = await outcome(store.append('meeting-2', events, 'no-stream'));
          return { silent, repeated, 'events stored': (await store.readStream('meeting-2')).length };
        },
        300,
      ),
    bare: { silent: 'waits for ever', repeated: 'stored', 'events stored': 2 },
    guarded: { silent: 'store unavailable', repeated: 'stored', 'events stored': 2 },
  },

  noAnswerToTheFirstQuestion: {
    defect: 3,
    says: 'the first append to a node that has fallen silent ends in time',
    run: (open) =>
      onStore(
        open,
        async (store, double) => {
          double.faults.isolate();
          const silent = await outcome(store.append('meeting-1', numbered(1), 'no-stream'));
          double.faults.heal();
          return { silent };
        },
        300,
      ),
    bare: { silent: 'waits for ever' },
    guarded: { silent: 'store unavailable' },
  },

  serverAway: {
    defect: 4,
    says: 'a server that is away, or not ready, is known as such',
    run: (open) =>
      onStore(
        open,
        async (store, double) => {
          await store.append('meeting-1', numbered(1), 'no-stream');
          double.faults.onEveryAppend('not-ready');
          const notReady = await outcome(store.append('meeting-2', numbered(1), 'no-stream'));
          double.faults.onEveryAppend(undefined);
          await double.stop();
          // The first call notices that the connection broke, the second that nobody is there.
          await outcome(store.append('meeting-2', numbered(1), 'no-stream'));
          const away = await outcome(store.append('meeting-2', numbered(1), 'no-stream'));
          await double.up();
          return { 'not ready': notReady, away };
        },
        500,
      ),
    bare: { 'not ready': 'another error', away: 'another error' },
    guarded: { 'not ready': 'store unavailable', away: 'store unavailable' },
  },

  conflict: {
    defect: 5,
    says: 'a conflict says at which revision the stream is',
    run: (open) =>
      onStore(open, async (store) => {
        await store.append('meeting-1', numbered(5), 'no-stream');
        return { append: await outcome(store.append('meeting-1', numbered(1), { revision: 2n })) };
      }),
    bare: { append: 'conflict at 1' },
    guarded: { append: 'conflict at 4' },
  },

  leaving: {
    defect: 6,
    says: 'a reader that leaves leaves nothing open, and closing ends',
    run: (open) =>
      onStore(open, async (store, double) => {
        await store.append('meeting-1', numbered(200), 'no-stream');
        const before = double.openReads;
        for await (const _ of store.subscribeAll(START, { signal: new AbortController().signal })) break;
        await becomes(() => double.openReads <= before);
        const leftOpen = double.openReads - before;
        const short = await open(double.connectionString(), { patienceMs: PATIENCE_MS });
        const { scannedTo } = await short.readAll(START, { limit: 190 });
        for (const limit of [1, 2, 3, 4, 5]) await short.readAll(scannedTo, { limit });
        await pause(50);
        const closing = await outcome(short.close());
        return { 'calls left open': leftOpen, closing: closing === 'stored' ? 'ends' : closing };
      }),
    bare: { 'calls left open': 1, closing: 'waits for ever' },
    guarded: { 'calls left open': 0, closing: 'ends' },
  },

  silentEnd: {
    defect: 7,
    says: 'a subscription that the server ends as if all were said goes on',
    run: (open) => dropped(open, 'silent end'),
    bare: { 'events handled once': 3, handled: 3 },
    guarded: { 'events handled once': 5, handled: 5 },
  },

  drop: {
    defect: 7,
    says: 'a subscription that is dropped goes on',
    run: (open) => dropped(open, 'error'),
    bare: { 'events handled once': 3, handled: 3 },
    guarded: { 'events handled once': 5, handled: 5 },
  },

  slowConsumer: {
    defect: 8,
    says: 'a slow consumer is given one page after the other',
    run: (open) =>
      onStore(open, async (store) => {
        await store.append('meeting-1', numbered(50), 'no-stream');
        const leaving = new AbortController();
        let atOnce = 0;
        let most = 0;
        let handled = 0;
        const handle = async ({ events }: Page): Promise<void> => {
          if (events.length === 0) return;
          atOnce += 1;
          most = Math.max(most, atOnce);
          await pause(2);
          atOnce -= 1;
          handled += events.length;
        };
        const consume =
          store.consume?.bind(store) ??
          (async (after: string, each: typeof handle, signal: AbortSignal) => {
            for await (const page of store.subscribeAll(after, { signal, batchSize: 1 })) await each(page);
          });
        const consuming = consume(START, handle, leaving.signal);
        await becomes(() => handled === 50);
        leaving.abort();
        await consuming;
        return { 'pages handled at once': most === 1 ? 'one' : 'many' };
      }),
    bare: { 'pages handled at once': 'many' },
    guarded: { 'pages handled at once': 'one' },
  },

  slowClock: {
    defect: 9,
    says: 'a clock 11 s behind the server stops no append',
    run: (open) =>
      onStore(open, async (store, double) => {
        double.faults.clockAheadMs = 11_000;
        return { append: await outcome(store.append('meeting-1', numbered(1), 'no-stream')) };
      }),
    bare: { append: 'store unavailable' },
    guarded: { append: 'stored' },
  },

  checkpointNowhere: {
    says: 'a checkpoint of 2^64-1, as some servers report it, loses nothing',
    run: (open) =>
      onStore(open, async (store, double) => {
        double.faults.checkpointBug = true;
        const events = numbered(21);
        await store.append('meeting-1', events.slice(0, 20), 'no-stream');
        // By the tenth event the client has heard the checkpoint that ends the catching up.
        const stopped = await takeUntil(store, START, (seen) => seen.length === 10);
        await store.append('meeting-1', events.slice(20), { revision: 19n });
        const resumed = await takeUntil(store, stopped.last.scannedTo, (seen) => seen.includes(events[20]?.id ?? ''));
        return { 'events missed': events.length - new Set([...stopped.seen, ...resumed.seen]).size };
      }),
    bare: { 'events missed': 11 },
    guarded: { 'events missed': 0 },
  },

  deafSubscription: {
    says: 'a subscription that stays open and says nothing does not hide what was appended',
    run: (open) =>
      onStore(open, async (store, double) => {
        const events = numbered(2);
        await store.append('meeting-1', events.slice(0, 1), 'no-stream');
        let appended: Promise<unknown> = Promise.resolve();
        const { seen } = await takeUntil(store, START, (handled) => {
          if (handled.length === 1) {
            double.faults.muteSubscriptions();
            appended = store.append('meeting-1', events.slice(1), { revision: 0n });
          }
          return handled.length === 2;
        });
        await appended;
        return { handled: seen.length };
      }),
    bare: { handled: 1 },
    guarded: { handled: 2 },
  },

  anotherLeader: {
    says: 'an append that meets a node which no longer leads is stored by the leader',
    run: (open) =>
      onStore(open, async (store, double) => {
        await store.append('meeting-1', numbered(1), 'no-stream');
        const leader = await EsdbDouble.start({ followerOf: double });
        try {
          double.faults.leader = { host: '127.0.0.1', port: leader.port };
          double.faults.onEveryAppend('not-leader');
          return { append: await outcome(store.append('meeting-1', numbered(1), { revision: 0n })) };
        } finally {
          await leader.stop();
        }
      }),
    bare: { append: 'another error' },
    guarded: { append: 'stored' },
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

/** Three events are handled, the subscription ends, two more are appended. */
async function dropped(open: OpenStore, how: SubscriptionEnd): Promise<Observed> {
  return await onStore(open, async (store, double) => {
    const events = numbered(5);
    await store.append('meeting-1', events.slice(0, 3), 'no-stream');
    let appended: Promise<unknown> = Promise.resolve();
    let ended = false;
    const { seen } = await takeUntil(store, START, (handled) => {
      if (handled.length === 3 && !ended) {
        ended = true;
        double.dropSubscriptions(how);
        appended = store.append('meeting-1', events.slice(3), { revision: 2n });
      }
      return handled.length === 5;
    });
    await appended;
    return { 'events handled once': new Set(seen).size, handled: seen.length };
  });
}
