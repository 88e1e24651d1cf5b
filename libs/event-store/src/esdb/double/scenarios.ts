import { setTimeout as pause } from 'node:timers/promises';
import { START } from '../../port.js';
import { EsdbDouble, type SubscriptionEnd } from './index.js';
import { numbered, type Observed, type OpenStore, type Page, Stage } from './stage.js';

/** One situation, and what is seen in it: by the bare client, and where the guard stands. */
export type Scenario = Readonly<{
  /** As the list of the client's defects numbers it; undefined for what the server does. */
  defect?: number;
  says: string;
  play: (stage: Stage) => Promise<Observed>;
  bare: Observed;
  guarded: Observed;
}>;

/** So long a store waits for a server that says nothing; what is answered is answered sooner on a machine that is busy too. */
const FALLS_SILENT_MS = 2_000;

const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);

export const SCENARIOS = {
  sharedFate: {
    defect: 1,
    says: 'a failed append on one connection leaves the appends of another alone',
    play: (stage) =>
      stage.onStore((first, firstServer) =>
        stage.onStore(async (second, secondServer) => {
          let crashes = 0;
          const onCrash = (): void => void (crashes += 1);
          process.on('uncaughtException', onCrash);
          await first.append('meeting-1', numbered(1), 'no-stream');
          await second.append('meeting-1', numbered(1), 'no-stream');
          secondServer.faults.holdAnswers();
          const waiting = stage.outcome(second.append('meeting-2', numbered(1), 'no-stream'));
          await stage.becomes(() => secondServer.faults.heldAnswers === 1);
          firstServer.faults.onEveryAppend('fails');
          await stage.outcome(first.append('meeting-2', numbered(1), 'no-stream'));
          // Only now does the answer come.
          secondServer.faults.releaseAnswers();
          const ended = await waiting;
          await pause(50);
          process.off('uncaughtException', onCrash);
          return { 'append on the other connection': ended, 'crashes of the process': crashes };
        }),
      ),
    bare: { 'append on the other connection': 'store unavailable', 'crashes of the process': 1 },
    guarded: { 'append on the other connection': 'done', 'crashes of the process': 0 },
  },

  aheadOfTheConsumer: {
    defect: 2,
    says: 'a consumer that stops and resumes from where it was told it stands misses nothing',
    play: (stage) =>
      stage.onStore(async (store) => {
        const events = numbered(60);
        await store.append('meeting-1', events, 'no-stream');
        const stopped = await stage.handleUntil(store, START, (seen) => seen.length === 20);
        const resumed = await stage.handleUntil(store, stopped.last.scannedTo, (seen) => seen.includes(events[59]?.id ?? ''));
        const handled = new Set([...stopped.handled, ...resumed.handled]);
        const upTo = await stage.handleUntil(store, START, (soFar, { caughtUp }) => caughtUp || soFar.length === 60);
        return {
          'events missed': idsOf(events).some((id) => !handled.has(id)),
          'caught up before the last event': upTo.handled.length < events.length,
        };
      }),
    bare: { 'events missed': true, 'caught up before the last event': true },
    guarded: { 'events missed': false, 'caught up before the last event': false },
  },

  noAnswer: {
    defect: 3,
    says: 'an append without an answer ends in time, and repeated with the same ids is stored once',
    play: (stage) =>
      stage.onStore(async (store, double) => {
        await store.append('meeting-1', numbered(1), 'no-stream');
        double.faults.onEveryAppend('silent-after-storing');
        const events = numbered(2);
        const silent = await stage.outcome(store.append('meeting-2', events, 'no-stream'));
        double.faults.onEveryAppend(undefined);
        const repeated = await stage.outcome(store.append('meeting-2', events, 'no-stream'));
        return { silent, repeated, 'events stored': (await store.readStream('meeting-2')).length };
      }, FALLS_SILENT_MS),
    bare: { silent: 'waits for ever', repeated: 'done', 'events stored': 2 },
    // The server says "done" again; that it was done before is what a command must know, and is told as a conflict.
    guarded: { silent: 'store unavailable', repeated: 'conflict at 1', 'events stored': 2 },
  },

  noAnswerToTheFirstQuestion: {
    defect: 3,
    says: 'the first append to a node that has fallen silent ends in time',
    play: (stage) =>
      stage.onStore(async (store, double) => {
        double.faults.isolate();
        const silent = await stage.outcome(store.append('meeting-1', numbered(1), 'no-stream'));
        double.faults.heal();
        return { silent };
      }, FALLS_SILENT_MS),
    bare: { silent: 'waits for ever' },
    guarded: { silent: 'store unavailable' },
  },

  serverAway: {
    defect: 4,
    says: 'a server that is away, or not ready, is known as such',
    play: (stage) =>
      stage.onStore(async (store, double) => {
        await store.append('meeting-1', numbered(1), 'no-stream');
        double.faults.onEveryAppend('not-ready');
        const notReady = await stage.outcome(store.append('meeting-2', numbered(1), 'no-stream'));
        double.faults.onEveryAppend(undefined);
        await double.stop();
        // The first call notices that the connection broke, the second that nobody is there.
        await stage.outcome(store.append('meeting-2', numbered(1), 'no-stream'));
        const away = await stage.outcome(store.append('meeting-2', numbered(1), 'no-stream'));
        await double.up();
        return { 'not ready': notReady, away };
      }, FALLS_SILENT_MS),
    bare: { 'not ready': 'another error', away: 'another error' },
    guarded: { 'not ready': 'store unavailable', away: 'store unavailable' },
  },

  conflict: {
    defect: 5,
    says: 'a conflict says at which revision the stream is',
    play: (stage) =>
      stage.onStore(async (store) => {
        await store.append('meeting-1', numbered(5), 'no-stream');
        return { append: await stage.outcome(store.append('meeting-1', numbered(1), { revision: 2n })) };
      }),
    bare: { append: 'conflict at 1' },
    guarded: { append: 'conflict at 4' },
  },

  leaving: {
    defect: 6,
    says: 'a reader that leaves leaves nothing open, and closing ends',
    play: (stage) =>
      stage.onStore(async (store, double) => {
        await store.append('meeting-1', numbered(200), 'no-stream');
        const before = double.openReads;
        for await (const _ of store.subscribeAll(START, { signal: new AbortController().signal })) break;
        await stage.becomes(() => double.openReads <= before);
        const leftOpen = double.openReads - before;
        const short = await stage.open(double);
        const { scannedTo } = await short.readAll(START, { limit: 190 });
        for (const limit of [1, 2, 3, 4, 5]) await short.readAll(scannedTo, { limit });
        await pause(50);
        const closing = await stage.outcome(short.close());
        return { 'calls left open': leftOpen, closing };
      }),
    bare: { 'calls left open': 1, closing: 'waits for ever' },
    guarded: { 'calls left open': 0, closing: 'done' },
  },

  silentEnd: {
    defect: 7,
    says: 'a subscription that the server ends as if all were said goes on',
    play: (stage) => dropped(stage, 'silent end'),
    bare: { 'events handled once': 3, handled: 3 },
    guarded: { 'events handled once': 5, handled: 5 },
  },

  drop: {
    defect: 7,
    says: 'a subscription that is dropped goes on',
    play: (stage) => dropped(stage, 'error'),
    bare: { 'events handled once': 3, handled: 3 },
    guarded: { 'events handled once': 5, handled: 5 },
  },

  slowConsumer: {
    defect: 8,
    says: 'a slow consumer is given one page after the other',
    play: (stage) =>
      stage.onStore(async (store) => {
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
        await stage.becomes(() => handled === 50);
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
    play: (stage) =>
      stage.onStore(async (store, double) => {
        double.faults.clockAheadMs = 11_000;
        return { append: await stage.outcome(store.append('meeting-1', numbered(1), 'no-stream')) };
      }),
    bare: { append: 'store unavailable' },
    guarded: { append: 'done' },
  },

  checkpointNowhere: {
    says: 'a checkpoint of 2^64-1, as some servers report it, loses nothing',
    play: (stage) =>
      stage.onStore(async (store, double) => {
        double.faults.checkpointBug = true;
        const events = numbered(21);
        await store.append('meeting-1', events.slice(0, 20), 'no-stream');
        // By the tenth event the client has heard the checkpoint that ends the catching up.
        const stopped = await stage.handleUntil(store, START, (seen) => seen.length === 10);
        await store.append('meeting-1', events.slice(20), { revision: 19n });
        const resumed = await stage.handleUntil(store, stopped.last.scannedTo, (seen) => seen.includes(events[20]?.id ?? ''));
        return { 'events missed': events.length - new Set([...stopped.handled, ...resumed.handled]).size };
      }),
    bare: { 'events missed': 11 },
    guarded: { 'events missed': 0 },
  },

  deafSubscription: {
    says: 'a subscription that stays open and says nothing does not hide what was appended',
    play: (stage) =>
      stage.onStore(async (store, double) => {
        const events = numbered(2);
        await store.append('meeting-1', events.slice(0, 1), 'no-stream');
        let appended: Promise<unknown> = Promise.resolve();
        const { handled } = await stage.handleUntil(store, START, (soFar) => {
          if (soFar.length === 1) {
            double.faults.muteSubscriptions();
            appended = store.append('meeting-1', events.slice(1), { revision: 0n });
          }
          return soFar.length === 2;
        });
        await appended;
        return { handled: handled.length };
      }),
    bare: { handled: 1 },
    guarded: { handled: 2 },
  },

  anotherLeader: {
    says: 'an append that meets a node which no longer leads is stored by the leader',
    play: (stage) =>
      stage.onStore(async (store, double) => {
        await store.append('meeting-1', numbered(1), 'no-stream');
        const leader = await EsdbDouble.start({ followerOf: double });
        try {
          leader.lead();
          double.faults.onEveryAppend('not-leader');
          return { append: await stage.outcome(store.append('meeting-1', numbered(1), { revision: 0n })) };
        } finally {
          await leader.stop();
        }
      }),
    bare: { append: 'another error' },
    guarded: { append: 'done' },
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

/**
 * Plays a scenario on what is under test; what it saw is to be compared with its `bare` or its `guarded`.
 * `sharedFate` makes the bare client throw where nobody catches: play that one with `playedApart`.
 * @param forEverMs what takes longer is taken to wait for ever: short for the bare client, which does
 */
export async function played(name: ScenarioName, open: OpenStore, forEverMs = 10_000): Promise<Observed> {
  return await SCENARIOS[name].play(new Stage(open, forEverMs));
}

/** Three events are handled, the subscription ends, two more are appended. */
async function dropped(stage: Stage, how: SubscriptionEnd): Promise<Observed> {
  return await stage.onStore(async (store, double) => {
    const events = numbered(5);
    await store.append('meeting-1', events.slice(0, 3), 'no-stream');
    let appended: Promise<unknown> = Promise.resolve();
    let ended = false;
    const { handled } = await stage.handleUntil(store, START, (soFar) => {
      if (soFar.length === 3 && !ended) {
        ended = true;
        double.dropSubscriptions(how);
        appended = store.append('meeting-1', events.slice(3), { revision: 2n });
      }
      return soFar.length === 5;
    });
    await appended;
    return { 'events handled once': new Set(handled).size, handled: handled.length };
  });
}
