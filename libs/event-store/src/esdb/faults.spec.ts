import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, describe, expect, it } from '@jest/globals';
import { newId, type Recorded, type Texts } from '#kernel';
import { counted, everything } from '../contract/opened.js';
import { given, tally } from '../contract/tally.js';
import { Decisions } from '../decisions.js';
import { type EventStore, START } from '../port.js';
import { closeShared, databaseOf } from './double/guarded-store.js';
import { type AppendFault, EsdbDouble } from './double/index.js';
import { EsdbEventStore } from './esdb-event-store.js';
import { toWire } from './wire.js';

/** Commands in a run; `npm run test:esdb` makes it many. */
const COMMANDS = Number(process.env['ESDB_COMMANDS'] ?? 40);
const SEED = Number(process.env['ESDB_SEED'] ?? 7);
const WRITERS = 8;
const STREAMS = 5;
/** So that an answer that never comes costs little. */
const TIMES = { patience: 400, heartbeat: 100, farewell: 200 };

const AMBIGUOUS: readonly AppendFault[] = [
  'fails',
  'fails-after-storing',
  'times-out',
  'times-out-after-storing',
  'not-ready',
  'silent',
  'silent-after-storing',
];

afterAll(closeShared);

describe('EventStoreDB under faults', () => {
  it(
    `loses none of ${COMMANDS} commands and records none twice, whatever befalls appends, subscriptions, clock and server`,
    async () => {
      const double = await EsdbDouble.start();
      const sql = await databaseOf('faults');
      const connectionString = double.connectionString();
      const open = () => patiently(() => EsdbEventStore.open({ connectionString, sql, times: TIMES }));
      const stores = [await open(), await open(), await open()] as const;
      const [reads, ...writes] = stores;
      const reading = follow(reads);
      const streams = Array.from({ length: STREAMS }, () => newId());
      const partnershipId = newId();
      for (const id of streams) {
        const opening = given();
        await patiently(() => decisionsOn(writes[0]).run(tally, id, { type: 'open', limit: 1e9, partnershipId }, opening));
      }

      double.faults.onSomeAppends(SEED, 0.25, AMBIGUOUS);
      const stirring = new AbortController();
      const stirred = stir(double, stirring.signal);
      const commands = Array.from({ length: COMMANDS }, (_, n) => ({ meta: given(), id: streams[n % STREAMS] as string }));
      await Promise.all(
        Array.from({ length: WRITERS }, async (_, writer) => {
          const decisions = decisionsOn(writes[writer % 2] as EventStore);
          for (let n = writer; n < COMMANDS; n += WRITERS) await untilDone(decisions, commands[n] as (typeof commands)[number]);
        }),
      );
      stirring.abort();
      await stirred;
      double.faults.onEveryAppend(undefined);
      double.faults.clockAheadMs = 0;

      const log = await patiently(() => everything(writes[0]));
      await reading.reached(log.length);
      const times = new Map<string, number>();
      for (const { metadata } of log) times.set(metadata.commandId, (times.get(metadata.commandId) ?? 0) + 1);
      expect(commands.filter(({ meta }) => !times.has(meta.commandId))).toEqual([]);
      expect([...times.values()].filter((count) => count > 1)).toEqual([]);
      expect(reading.seen.map(({ id }) => id)).toEqual(log.map(({ id }) => id));
      expect(log.map(({ recordedAt }) => recordedAt)).toEqual(log.map(({ recordedAt }) => recordedAt).sort());
      // Each addition says the sum it was decided on: a decision on a state that was not the last one would show.
      for (const id of streams) {
        const added = (await patiently(() => reads.readStream(`meeting-${id}`))).slice(1);
        const sums = added.map(({ data }) => (data as { sum: number }).sum);
        expect(sums).toEqual(sums.map((_, index) => index + 1));
      }
      expect(await patiently(() => reads.readPartnership(partnershipId))).toEqual(log);
      await reading.stop();
      for (const store of stores) await store.close();
      await double.stop();
    },
    60_000 + COMMANDS * 500,
  );

  it('the control: who appends at "any" and repeats what was not answered records twice', async () => {
    const double = await EsdbDouble.start({ idempotencyCache: 1 });
    const client = EventStoreDBClient.connectionString(double.connectionString({ defaultDeadline: TIMES.patience }));
    double.faults.batchPath = false;
    double.faults.onSomeAppends(SEED, 0.25, ['fails-after-storing']);
    const appendAll = async (stream: string) => {
      for (let n = 0; n < 25; n += 1) {
        const event = toWire(counted(n), '', newId());
        const append = () => client.appendToStream(stream, [event], { expectedRevision: 'any' });
        for (let stored = false; !stored; )
          stored = await append().then(
            () => true,
            () => false,
          );
      }
    };
    await Promise.all([appendAll('a'), appendAll('b')]);
    double.faults.onEveryAppend(undefined);
    const ids: string[] = [];
    for (const stream of ['a', 'b']) for await (const { event } of client.readStream(stream)) if (event) ids.push(event.id);
    expect(new Set(ids).size).toBe(50);
    expect(ids.length).toBeGreaterThan(50);
    await Promise.race([client.dispose(), pause(200)]);
    await double.stop();
  }, 60_000);
});

/** No command here bears a text. */
const NO_TEXTS: Texts = {
  draft: () => Promise.reject(new Error('no texts here')),
  keep: () => Promise.resolve(),
  about: () => Promise.resolve([]),
  read: () => Promise.resolve(new Map()),
  erase: () => Promise.resolve(),
};

function decisionsOn(store: EventStore): Decisions {
  return new Decisions(store, NO_TEXTS);
}

/** As a client does that is told to try again: with the same command id. */
async function untilDone(decisions: Decisions, { id, meta }: Readonly<{ id: string; meta: ReturnType<typeof given> }>) {
  await patiently(() => decisions.run(tally, id, { type: 'add', n: 1 }, meta));
}

/** Asks again as long as the store is away: a line that broke is tried again only after a while. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if ((error as { kind?: string }).kind !== 'unavailable') throw error;
      await pause(20);
    }
  }
}

/** Restarts the server, drops, ends and mutes subscriptions, cuts the node off, moves its clock; in turn, without end. */
async function stir(double: EsdbDouble, signal: AbortSignal): Promise<void> {
  const acts: readonly (() => unknown)[] = [
    () => double.dropSubscriptions('error'),
    () => (double.faults.clockAheadMs = 20_000),
    () => double.dropSubscriptions('silent end'),
    () => double.restart(),
    () => (double.faults.clockAheadMs = -20_000),
    () => double.faults.muteSubscriptions(),
    async () => {
      double.faults.isolate();
      await pause(100);
      double.faults.heal();
    },
  ];
  for (let n = 0; !signal.aborted; n += 1) {
    await acts[n % acts.length]?.();
    await pause(60, undefined, { signal }).catch(() => undefined);
  }
}

/** Follows the log as a read model does: where the store is away it goes on from the last event it handled. */
function follow(store: EventStore) {
  const seen: Recorded[] = [];
  const leaving = new AbortController();
  const following = (async () => {
    for (let position = START; !leaving.signal.aborted; ) {
      try {
        for await (const page of store.subscribeAll(position, { signal: leaving.signal, batchSize: 20 })) {
          seen.push(...page.events);
          position = page.scannedTo;
        }
      } catch (error) {
        if ((error as { kind?: string }).kind !== 'unavailable') throw error;
        await pause(20);
      }
    }
  })();
  return {
    seen,
    reached: async (count: number) => {
      while (seen.length < count) await Promise.race([pause(10), following]);
    },
    stop: async () => {
      leaving.abort();
      await following;
    },
  };
}
