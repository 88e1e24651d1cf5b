import {
  type EventData,
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  type RecordedEvent,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EsdbDouble, MAX_APPEND_BYTES } from './index.js';

/** Per-call credentials are dropped on an insecure connection, and force the unary path. */
const UNARY = { credentials: { username: 'admin', password: 'changeit' } };
const PATHS = [
  { path: 'batchappend', options: {} },
  { path: 'append', options: UNARY },
] as const;

const said = (n: number, id?: string) => jsonEvent({ type: 'Said', data: { n }, ...(id === undefined ? {} : { id }) });
const numbers = (events: readonly RecordedEvent[]) => events.map(({ data }) => (data as { n: number }).n);

async function all<E extends { event?: RecordedEvent }>(reading: AsyncIterable<E>): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const { event } of reading) if (event !== undefined && !event.type.startsWith('$')) events.push(event);
  return events;
}

describe('the double of EventStoreDB, seen through the client', () => {
  let double: EsdbDouble;
  let client: EventStoreDBClient;
  const connected = () => EventStoreDBClient.connectionString(double.connectionString());
  /** Another server in the place of the one that each test begins with. */
  const replaced = async (options: Parameters<typeof EsdbDouble.start>[0]) => {
    await client.dispose();
    await double.stop();
    double = await EsdbDouble.start(options);
    client = connected();
  };
  const restarted = async () => {
    await client.dispose();
    await double.restart();
    client = connected();
  };

  beforeEach(async () => {
    double = await EsdbDouble.start();
    client = connected();
  });
  afterEach(async () => {
    await client.dispose();
    await double.stop();
  });

  describe.each(PATHS)('by $path', ({ path, options }) => {
    const append = (
      stream: string,
      events: EventData | EventData[],
      expectedRevision: 'any' | 'no_stream' | 'stream_exists' | bigint,
    ) => client.appendToStream(stream, events, { expectedRevision, ...options });

    it('answers an append with the revision and the position of its last event', async () => {
      const { nextExpectedRevision, position } = await append('a', [said(1), said(2)], 'no_stream');
      expect(nextExpectedRevision).toBe(1n);
      expect(position).toEqual((await all(client.readAll()))[1]?.position);
      expect(double.calls).toMatchObject({ append: 0, batchappend: 0, [path]: 1 });
    });

    it.each([
      { expected: 'no_stream' as const, current: 1n },
      { expected: 0n, current: 1n },
      { expected: 2n, current: 1n },
      { expected: 'stream_exists' as const, current: 'no_stream' },
      { expected: 0n, current: 'no_stream' },
    ])('refuses $expected where the stream is at $current', async ({ expected, current }) => {
      if (current === 1n) await append('a', [said(1), said(2)], 'no_stream');
      const refused = await append('a', said(3), expected).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(WrongExpectedVersionError);
      expect(refused).toMatchObject({ streamName: 'a', expectedVersion: expected, actualVersion: current });
    });

    it('takes a repeat at the exact revision for the first time, later events and restarts notwithstanding', async () => {
      const events = [said(1), said(2)];
      const first = await append('a', events, 'no_stream');
      const second = await append('a', said(3), 1n);
      await restarted();
      expect(await append('a', events, 'no_stream')).toEqual(first);
      expect(await append('a', events.slice(0, 1), 'no_stream')).toMatchObject({ nextExpectedRevision: 0n });
      expect(await append('a', events.slice(1), 0n)).toEqual(first);
      expect(numbers(await all(client.readStream('a')))).toEqual([1, 2, 3]);
      expect(await append('a', said(4), 2n)).toMatchObject({ nextExpectedRevision: 3n });
      expect(second.nextExpectedRevision).toBe(2n);
    });

    it('refuses a repeat that matches in part', async () => {
      const events = [said(1), said(2)];
      await append('a', events, 'no_stream');
      for (const other of [
        [...events, said(3)],
        [events[0], said(3)],
        [said(3), events[1]],
      ] as EventData[][]) {
        await expect(append('a', other, 'no_stream')).rejects.toBeInstanceOf(WrongExpectedVersionError);
      }
    });

    it('stores the same ids again at a later revision, and in another stream', async () => {
      const event = said(1);
      await append('a', event, 'no_stream');
      await append('a', event, 0n);
      await append('b', event, 'no_stream');
      await append('c', event, 'any');
      expect(numbers(await all(client.readAll()))).toEqual([1, 1, 1, 1]);
    });

    it.each(['any', 'stream_exists'] as const)(
      'knows a repeat with %s while it remembers it, and no longer',
      async (expected) => {
        await replaced({ idempotencyCache: 3 });
        await append('a', said(0), 'no_stream');
        const event = said(1);
        const first = await append('a', event, expected);
        expect(await append('a', event, expected)).toEqual(first);
        await restarted();
        await append('a', event, expected);
        expect(numbers(await all(client.readStream('a')))).toEqual([0, 1, 1]);
        await append('b', [said(2), said(3), said(4)], 'any');
        await append('a', event, expected);
        expect(numbers(await all(client.readStream('a')))).toEqual([0, 1, 1, 1]);
      },
    );

    it('takes no more than 1 MiB at once, in however many pieces it comes', async () => {
      // Its type counts twice per character, its text has two quotation marks.
      const half = (more = 0) => jsonEvent({ type: 'Said', data: 'x'.repeat(MAX_APPEND_BYTES / 2 - 10 + more) });
      const pieces = { expectedRevision: 'no_stream', batchAppendSize: 100_000, ...options } as const;
      await client.appendToStream('a', [half(), half()], pieces);
      await expect(client.appendToStream('b', [half(), half(1)], pieces)).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
      expect(await all(client.readAll())).toHaveLength(2);
    });

    it('writes no more to a stream that was ended for good, and shows it no more', async () => {
      await append('a', said(1), 'no_stream');
      await client.tombstoneStream('a');
      await expect(append('a', said(2), 'any')).rejects.toBeInstanceOf(StreamDeletedError);
      await expect(all(client.readStream('a'))).rejects.toMatchObject({ type: 'stream-deleted', streamName: 'a' });
    });
  });

  it('reads a stream from a revision on, and backwards down from one', async () => {
    await client.appendToStream(
      'a',
      [0, 1, 2, 3].map((n) => said(n)),
    );
    const read = async (options: Parameters<typeof client.readStream>[1]) => numbers(await all(client.readStream('a', options)));
    expect(await read({})).toEqual([0, 1, 2, 3]);
    expect(await read({ fromRevision: 1n, maxCount: 2 })).toEqual([1, 2]);
    expect(await read({ fromRevision: 9n })).toEqual([]);
    expect(await read({ fromRevision: 'end', direction: 'backwards', maxCount: 1 })).toEqual([3]);
    expect(await read({ fromRevision: 2n, direction: 'backwards' })).toEqual([2, 1, 0]);
    await expect(all(client.readStream('b'))).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  it.each([false, true])('numbers the log strictly upwards, with gaps; commits shared: %s', async (sharedCommit) => {
    await replaced({ sharedCommit });
    await client.appendToStream('a', [said(1), said(2)]);
    await client.appendToStream('b', said(3));
    const places = [];
    for await (const { event } of client.readAll()) places.push(event?.position ?? { commit: 0n, prepare: 0n });
    expect(places.length).toBeGreaterThan(5);
    for (const [index, { commit, prepare }] of places.entries()) {
      const before = places[index - 1];
      if (before === undefined) continue;
      expect(prepare - before.prepare).toBeGreaterThan(1n);
      expect(commit).toBeGreaterThanOrEqual(sharedCommit ? before.commit : before.commit + 1n);
    }
    expect(places.at(-2)?.commit === places.at(-3)?.commit).toBe(sharedCommit);
  });

  it('reads the log from a position on, itself included, and backwards from before it; a subscription starts behind it', async () => {
    await client.appendToStream(
      'a',
      [1, 2, 3].map((n) => said(n)),
    );
    const [first, second] = await all(client.readAll());
    const fromPosition = (second as unknown as { position: { commit: bigint; prepare: bigint } }).position;
    expect(first?.revision).toBe(0n);
    expect(numbers(await all(client.readAll({ fromPosition })))).toEqual([2, 3]);
    expect(numbers(await all(client.readAll({ fromPosition, direction: 'backwards', maxCount: 1 })))).toEqual([1]);
    expect(numbers(await all(client.readAll({ fromPosition: 'end', direction: 'backwards', maxCount: 1 })))).toEqual([3]);
    const subscription = client.subscribeToAll({ fromPosition });
    for await (const { event } of subscription) {
      expect(event?.data).toEqual({ n: 3 });
      break;
    }
    await subscription.unsubscribe();
  });

  it('says when an event was recorded in ticks of 100 ns, of which the client keeps milliseconds', async () => {
    await client.appendToStream('a', said(1));
    const [event] = await all(client.readStream('a'));
    const { createdTicks } = double.log.at(double.log.length - 1) ?? { createdTicks: 0n };
    expect(createdTicks % 10_000n).not.toBe(0n);
    expect(event?.created.getTime()).toBe(Number(createdTicks / 10_000n));
  });

  it('keeps data and metadata as they came, text and bytes', async () => {
    const metadata = { $correlationId: 'c', note: 'é\u0000𝄞' };
    await client.appendToStream('a', jsonEvent({ type: 'Said', data: { text: '\u2028é𝄞' }, metadata }), UNARY);
    await client.appendToStream('a', {
      id: said(1).id,
      contentType: 'application/octet-stream',
      type: 'Bytes',
      data: Uint8Array.from([0, 255, 128]),
      metadata: undefined,
    });
    const [text, bytes] = await all(client.readStream('a'));
    expect(text).toMatchObject({ data: { text: '\u2028é𝄞' }, metadata, isJson: true });
    expect(bytes).toMatchObject({ data: Uint8Array.from([0, 255, 128]), isJson: false });
  });

  it('hides from a stream what its metadata says, and loses it from the log at the next scavenge', async () => {
    await client.appendToStream(
      'a',
      [0, 1, 2, 3].map((n) => said(n)),
    );
    await client.setStreamMetadata('a', { maxCount: 2 });
    expect((await client.getStreamMetadata('a')).metadata).toEqual({ maxCount: 2 });
    expect(numbers(await all(client.readStream('a')))).toEqual([2, 3]);
    await client.setStreamMetadata('a', { truncateBefore: 3 });
    expect(numbers(await all(client.readStream('a')))).toEqual([3]);
    expect(numbers(await all(client.readAll()))).toEqual([0, 1, 2, 3]);
    double.log.scavenge();
    expect(numbers(await all(client.readAll()))).toEqual([3]);
  });

  it('hides what is older than a stream keeps', async () => {
    await client.appendToStream('a', said(0));
    await client.setStreamMetadata('a', { maxAge: 60 });
    double.faults.clockAheadMs = 61_000;
    await client.appendToStream('a', said(1), UNARY);
    expect(numbers(await all(client.readStream('a')))).toEqual([1]);
  });

  it('deletes a stream so that it reads as missing and can be written again, from the revision it was at', async () => {
    await client.appendToStream('a', [said(0), said(1)]);
    await expect(client.deleteStream('a', { expectedRevision: 0n })).rejects.toMatchObject({ type: 'wrong-expected-version' });
    await client.deleteStream('a', { expectedRevision: 1n });
    await expect(all(client.readStream('a'))).rejects.toBeInstanceOf(StreamNotFoundError);
    expect(numbers(await all(client.readAll()))).toEqual([0, 1]);
    expect(await client.appendToStream('a', said(2), { expectedRevision: 'no_stream' })).toMatchObject({
      nextExpectedRevision: 2n,
    });
    expect(numbers(await all(client.readStream('a')))).toEqual([2]);
  });

  it('puts other bytes in the place of an event when it is redacted', async () => {
    const event = said(1);
    await client.appendToStream('a', event);
    double.log.redact(event.id, Buffer.from('{"n":9}'));
    expect(numbers(await all(client.readStream('a')))).toEqual([9]);
    expect(numbers(await all(client.readAll()))).toEqual([9]);
  });

  it('tells several nodes which of them leads, and turns those away who ask another one for the leader', async () => {
    const follower = await EsdbDouble.start({ followerOf: double });
    const hosts = `127.0.0.1:${follower.port},127.0.0.1:${double.port}`;
    const cluster = EventStoreDBClient.connectionString(`esdb://${hosts}?tls=false`);
    await cluster.appendToStream('a', said(1));
    expect([double.calls.batchappend, follower.calls.batchappend]).toEqual([1, 0]);
    const beside = EventStoreDBClient.connectionString(follower.connectionString());
    expect(numbers(await all(beside.readAll()))).toEqual([1]);
    const insist = { requiresLeader: true };
    const named = { type: 'not-leader', leader: { address: '127.0.0.1', port: double.port } };
    await expect(all(beside.readAll(insist))).rejects.toMatchObject(named);
    await client.appendToStream('a', said(2), { ...UNARY, ...insist });
    follower.lead();
    await expect(client.appendToStream('a', said(3), { ...UNARY, ...insist })).rejects.toMatchObject({
      ...named,
      leader: { address: '127.0.0.1', port: follower.port },
    });
    // The client has turned to the node that was named.
    await client.appendToStream('a', said(3), { ...UNARY, ...insist });
    expect(numbers(await all(beside.readAll()))).toEqual([1, 2, 3]);
    await cluster.dispose();
    await beside.dispose();
    await follower.stop();
  });
});
