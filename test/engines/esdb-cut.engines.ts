import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EsdbLedger, type EventStore, openEsdbLedger, type Sql, START } from '#event-store';
import { newId } from '#kernel';
import { Brokers, Relay, type TopicSettings } from '#messaging';
import { ProjectionRunner } from '#projections';
import { EsdbDouble } from '../../libs/event-store/src/esdb/double/index.js';
import { brokerAddresses, everythingOn, topicsOnBrokers } from '../../libs/messaging/src/testing/engines.js';
import { happen } from '../../libs/messaging/src/testing/history.js';
import { repeatsIn, until, wrongWith } from '../../libs/messaging/src/testing/told.js';
import { contents, tallies } from '../../libs/projections/src/testing/tallies.js';
import { tell } from '../faults/figures.js';
import { sizes } from './sizes.js';

const BATCH = 20;
const AT_ONCE = 20;
const PATIENCE_MS = 300_000;
const CUTS_OF_A_CONTROL = 2;
/** Whether a cut meets a reader that has something to miss is chance: the control tries until one did. */
const ROUNDS_OF_A_CONTROL = 10;

describe('EventStoreDB (its protocol double), the connection cut again and again', () => {
  let double: EsdbDouble;
  let folder: string;
  let ledger: EsdbLedger;
  let topics: TopicSettings;
  let cutNow: AbortController;

  beforeEach(async () => {
    double = await EsdbDouble.start();
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    const url = process.env['POSTGRES_URL'];
    if (url === undefined) throw new Error('POSTGRES_URL is not set: npm run test:engines starts the engines and sets it');
    const schema = `cut_${newId().replaceAll('-', '')}`;
    ledger = await openEsdbLedger({
      folder,
      connectionString: double.connectionString(),
      postgres: { connectionString: url, schema },
    });
    topics = await topicsOnBrokers();
    cutNow = new AbortController();
  });
  afterEach(async () => {
    await ledger.close();
    await double.stop();
    await rm(folder, { recursive: true });
  });

  /** Events are recorded, told and folded while the server goes away and comes back. */
  const throughCuts = async (cuts: number, events: number, store: EventStore) => {
    const sql: Sql = ledger.sql;
    const runner = new ProjectionRunner(sql, store, [tallies()], { batchSize: BATCH });
    const relay = new Relay(
      { sql, store, brokers: new Brokers({ brokers: brokerAddresses() }), topics },
      { batchSize: BATCH, pauseMs: 100 },
    );
    await runner.start();
    await relay.start();
    for (let cut = 0; cut < cuts; cut += 1) {
      const recording = recorded(events / cuts);
      await pause(100);
      await double.stop();
      cutNow.abort();
      cutNow = new AbortController();
      await pause(300);
      await double.up();
      await recording;
    }
    const head = await ledger.store.head();
    await runner.waitFor(head, PATIENCE_MS);
    await until(async () => (await relay.status()).position === head, PATIENCE_MS, 'the end of the log');
    await relay.stop();
    const stands = await contents(sql, tallies());
    await runner.rebuild('tallies');
    const isEqual = stands === (await contents(sql, tallies()));
    await runner.stop();
    const lying = await everythingOn(topics);
    const log = (await ledger.store.readAll(START, { limit: 100_000 })).events;
    const { lost, disordered } = wrongWith(lying, log);
    return { events: log.length, lost: lost.length, disordered: disordered.length, repeated: repeatsIn(lying), isEqual };
  };

  /** So many at least: what a cut met is recorded anew, whether or not it was stored. */
  const recorded = async (events: number) => {
    for (let n = 0; n < events; ) {
      const isDone = await happen(ledger.store, AT_ONCE).then(
        () => true,
        () => false,
      );
      if (isDone) n += AT_ONCE;
      else await pause(50);
    }
  };

  it(`${sizes.cuts.cuts} times: relay and projector go on by themselves where they stood`, async () => {
    const since = Date.now();
    const { cuts } = sizes.cuts;
    const { events, lost, disordered, repeated, isEqual } = await throughCuts(cuts, sizes.cuts.events, ledger.store);
    tell('EventStoreDB cut off under relay and projector (double)', { cuts, events, lost, disordered, repeated }, since);
    expect({ lost, disordered, isEqual }).toEqual({ lost: 0, disordered: 0, isEqual: true });
    expect(events).toBeGreaterThanOrEqual(sizes.cuts.events);
  });

  it('control: where readers go on at the end of the log and not where they stood, events are lost', async () => {
    const since = Date.now();
    let [rounds, events, lost] = [0, 0, 0];
    for (; lost === 0 && rounds < ROUNDS_OF_A_CONTROL; rounds += 1)
      ({ events, lost } = await throughCuts(CUTS_OF_A_CONTROL, sizes.cuts.events, forgetful(ledger.store)));
    const figures = { cuts: rounds * CUTS_OF_A_CONTROL, events, lost };
    tell('EventStoreDB cut off under relay and projector (double)', figures, since, 'the place that was handled');
    expect(lost).toBeGreaterThan(0);
  });

  /** The store as a reader sees it that goes on, after each cut, behind what was recorded meanwhile. */
  const forgetful = (store: EventStore): EventStore => {
    const headBeyond = async (position: string): Promise<string> => {
      for (;;) {
        const head = await store.head().catch(() => position);
        if (head > position) return head;
        await pause(50);
      }
    };
    async function* subscribeAll(...[after, { signal, batchSize = BATCH }]: Parameters<EventStore['subscribeAll']>) {
      for (let from = after; !signal.aborted; ) {
        for await (const page of store.subscribeAll(from, { signal: AbortSignal.any([signal, cutNow.signal]), batchSize })) {
          yield page;
          from = page.scannedTo;
        }
        if (!signal.aborted) from = await headBeyond(from);
      }
    }
    return Object.create(store, { subscribeAll: { value: subscribeAll } }) as EventStore;
  };
});
