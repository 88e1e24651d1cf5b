import { once } from 'node:events';
import { EventStoreDBClient, excludeSystemEvents, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AppendFault, EsdbDouble } from './index.js';
import { grpc, StreamsClient, shared, streams } from './protocol.js';

const UNARY = { credentials: { username: 'admin', password: 'changeit' } };
const said = (n: number) => jsonEvent({ type: 'Said', data: { n } });
const reason = (error: unknown) => (error as { type?: string }).type;

describe('the double of EventStoreDB', () => {
  let double: EsdbDouble;
  let client: EventStoreDBClient;

  beforeEach(async () => {
    double = await EsdbDouble.start();
    client = EventStoreDBClient.connectionString(double.connectionString());
  });
  afterEach(async () => {
    await client.dispose();
    await double.stop();
  });

  /** How many events the server has of a stream. */
  const stored = (stream: string): number => {
    const events = double.log.stream(stream);
    return typeof events === 'string' ? 0 : events.length;
  };

  it.each<{ fault: AppendFault; unary: string; batch: string; kept: number }>([
    { fault: 'fails', unary: 'unavailable', batch: 'unavailable', kept: 0 },
    { fault: 'fails-after-storing', unary: 'unavailable', batch: 'unavailable', kept: 1 },
    { fault: 'times-out', unary: 'timeout', batch: 'deadline-exceeded', kept: 0 },
    { fault: 'times-out-after-storing', unary: 'timeout', batch: 'deadline-exceeded', kept: 1 },
    { fault: 'not-ready', unary: 'unavailable', batch: 'unknown', kept: 0 },
    { fault: 'not-leader', unary: 'not-leader', batch: 'not-leader', kept: 0 },
  ])('answers an append that $fault as the server does', async ({ fault, unary, batch, kept }) => {
    double.faults.onNextAppends(fault, fault);
    expect(await client.appendToStream('a', said(1), UNARY).catch(reason)).toBe(unary);
    expect(await client.appendToStream('b', said(1)).catch(reason)).toBe(batch);
    expect([stored('a'), stored('b')]).toEqual([kept, kept]);
    expect(await client.appendToStream('c', said(1))).toMatchObject({ success: true });
  });

  it.each([
    { fault: 'silent', kept: 0 },
    { fault: 'silent-after-storing', kept: 1 },
  ] as const)('never answers an append that is $fault', async ({ fault, kept }) => {
    double.faults.onNextAppends(fault);
    expect(await client.appendToStream('a', said(1), { ...UNARY, deadline: 2_000 }).catch(reason)).toBe('deadline-exceeded');
    expect(stored('a')).toBe(kept);
  });

  it('draws the same faults for the same seed', async () => {
    const drawn = async () => {
      double.faults.onSomeAppends(7, 0.5, ['fails', 'not-ready', 'times-out-after-storing']);
      const ends = [];
      for (let n = 0; n < 20; n += 1) ends.push(await client.appendToStream('a', said(n), UNARY).then(() => 'stored', reason));
      return ends;
    };
    const first = await drawn();
    expect(new Set(first)).toEqual(new Set(['stored', 'unavailable', 'timeout']));
    expect(await drawn()).toEqual(first);
  });

  it('refuses the batch path where only the unary one is offered', async () => {
    double.faults.batchPath = false;
    await client.appendToStream('a', said(1));
    expect(double.calls).toMatchObject({ batchappend: 0, append: 1 });
  });

  it('loses no acknowledged event when it is stopped and comes up again on its port', async () => {
    await client.appendToStream('a', said(1));
    const { port } = double;
    await double.stop();
    expect(await client.appendToStream('a', said(2), UNARY).catch(reason)).toBe('unavailable');
    await double.up();
    expect(double.port).toBe(port);
    await client.appendToStream('a', said(2), { ...UNARY, expectedRevision: 0n });
    expect(stored('a')).toBe(2);
  });

  it('leaves everything open and answers nothing while it is cut off, and goes on afterwards', async () => {
    const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: ['a'] }) });
    await once(subscription, 'confirmation');
    const heard = once(subscription, 'data');
    double.faults.isolate();
    expect(await client.appendToStream('a', said(1), { ...UNARY, deadline: 2_000 }).catch(reason)).toBe('deadline-exceeded');
    expect(stored('a')).toBe(0);
    double.faults.heal();
    expect(await heard).toMatchObject([{ event: { data: { n: 1 } } }]);
    await subscription.unsubscribe();
  });

  it('ends a subscription behind so many events, by an error or as if all were said', async () => {
    await client.appendToStream('a', [1, 2, 3, 4].map(said));
    double.faults.endNextSubscriptionAfter(2, 'error');
    double.faults.endNextSubscriptionAfter(3, 'silent end');
    const heard = async () => {
      let events = 0;
      try {
        for await (const _ of client.subscribeToAll({ filter: excludeSystemEvents() })) events += 1;
      } catch (error) {
        return { events, ended: reason(error) };
      }
      return { events, ended: 'silently' };
    };
    const dropped = await heard();
    expect(dropped.ended).toBe('unavailable');
    expect(dropped.events).toBeLessThanOrEqual(2);
    expect(await heard()).toEqual({ events: 3, ended: 'silently' });
    expect(double.dropSubscriptions('error')).toBe(0);
  });

  it('breaks a read off behind so many events', async () => {
    await client.appendToStream('a', [1, 2, 3].map(said));
    double.faults.readsFailAfter = 2;
    const reading = (async () => {
      for await (const _ of client.readStream('a'));
    })();
    await expect(reading).rejects.toMatchObject({ type: 'unavailable' });
  });

  it('stops sending to a consumer that does not read', async () => {
    const large = Array.from({ length: 10 }, () => jsonEvent({ type: 'Said', data: 'x'.repeat(100_000) }));
    for (let n = 0; n < 10; n += 1)
      await client.appendToStream(
        'a',
        large.map(({ type, data }) => jsonEvent({ type, data })),
      );
    const reading = client.readStream('a');
    await once(reading, 'readable');
    for (let sent = -1; sent !== double.eventsSent; await new Promise((resolve) => setTimeout(resolve, 50)))
      sent = double.eventsSent;
    expect(double.eventsSent).toBeLessThan(60);
    await reading.cancel();
  });

  describe('on the wire', () => {
    const { ContentCase } = streams.ReadResp;
    const { FilterOptions, AllOptions, SubscriptionOptions, UUIDOption } = streams.ReadReq.Options;

    /** The messages of a subscription to events whose type matches, until so many have come. */
    async function messages(regex: string | undefined, count: number, during: () => Promise<unknown> = () => Promise.resolve()) {
      const options = new streams.ReadReq.Options()
        .setAll(new AllOptions().setStart(new shared.Empty()))
        .setSubscription(new SubscriptionOptions())
        .setUuidOption(new UUIDOption().setString(new shared.Empty()));
      if (regex === undefined) options.setNoFilter(new shared.Empty());
      else {
        const expression = new FilterOptions.Expression().setRegex(regex);
        options.setFilter(new FilterOptions().setEventType(expression).setMax(4).setCheckpointintervalmultiplier(1));
      }
      const wire = new StreamsClient(`127.0.0.1:${double.port}`, grpc.credentials.createInsecure());
      const call = wire.read(new streams.ReadReq().setOptions(options));
      call.on('error', () => undefined);
      const heard: ReadResp[] = [];
      for await (const message of call as AsyncIterable<ReadResp>) {
        heard.push(message);
        if (message.hasCaughtUp()) await during();
        if (heard.length === count) break;
      }
      call.cancel();
      wire.close();
      return heard;
    }

    it('confirms a subscription, sends what there is, a checkpoint and that it caught up, and then what comes', async () => {
      await client.appendToStream('a', [1, 2, 3].map(said));
      const heard = await messages('^Said', 8, () => client.appendToStream('a', said(4)));
      expect(heard.map((message) => message.getContentCase())).toEqual([
        ContentCase.CONFIRMATION,
        ContentCase.EVENT,
        // The window of four events: three of the server's own, and one that was asked for.
        ContentCase.CHECKPOINT,
        ContentCase.EVENT,
        ContentCase.EVENT,
        ContentCase.CHECKPOINT,
        ContentCase.CAUGHT_UP,
        ContentCase.EVENT,
      ]);
    });

    it('says how far it searched where nothing matches, and says nothing of it without a filter', async () => {
      await client.appendToStream('a', [1, 2, 3, 4, 5].map(said));
      const searched = await messages('^Never', 5);
      const { CONFIRMATION, CHECKPOINT, CAUGHT_UP } = ContentCase;
      expect(searched.map((message) => message.getContentCase())).toEqual([
        CONFIRMATION,
        CHECKPOINT,
        CHECKPOINT,
        CHECKPOINT,
        CAUGHT_UP,
      ]);
      const last = double.log.at(double.log.length - 1)?.position.commit;
      expect(searched[3]?.getCheckpoint()?.getCommitPosition()).toBe(last?.toString());
      expect((await messages(undefined, 10)).some((message) => message.hasCheckpoint())).toBe(false);
    });

    it('reports a checkpoint of 2^64-1 where it has that bug', async () => {
      double.faults.checkpointBug = true;
      const heard = await messages('^Never', 3);
      expect(heard[1]?.getCheckpoint()?.toObject()).toEqual({
        commitPosition: '18446744073709551615',
        preparePosition: '18446744073709551615',
      });
    });
  });
});
