import { setTimeout as pause, setImmediate as soon } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type AllPage, type EventStore, START } from '#event-store';
import { newId, type Recorded, streamName } from '#kernel';
import { type Batch, batches, messageOf, oneAhead, orQuiet } from './relay-batches.js';
import { recordedEvent } from './testing/recorded.js';

const LEDGER = '018f0000-0000-7000-8000-00000000abcd';
const TOPICS = { prefix: 'throughline' };
const MOST_BYTES = 1_000_000;
/** Each is 39 bytes of a message. */
const ID = newId();

describe('the batches that go to the brokers', () => {
  it('hold what a page does, where that is small', async () => {
    const [one, two, three] = [claimed(1, 1), claimed(2, 1), claimed(3, 1)];
    const told = await batchesOf({ events: [one, two], caughtUp: false }, { events: [three], caughtUp: true });
    expect(told.map(({ events, caughtUp }) => ({ events, caughtUp }))).toEqual([
      { events: [one, two], caughtUp: false },
      { events: [three], caughtUp: true },
    ]);
  });

  it('hold no more bytes than a broker takes in one partition: a page of more becomes several of them, in order', async () => {
    const events = Array.from({ length: 20 }, (_, n) => claimed(n, 2_000 + 700 * (n % 5)));
    const told = await batchesOf({ events, caughtUp: true });
    expect(told.length).toBeGreaterThan(2);
    expect(told.flatMap(({ events: its }) => its)).toEqual(events);
    for (const [n, batch] of told.entries()) {
      expect(batch.messages).toEqual(batch.events.map(messageFor));
      expect(bytesOf(batch.events)).toBeLessThanOrEqual(MOST_BYTES);
      // Nor are they smaller than they must be.
      const [following] = told[n + 1]?.events ?? [];
      if (following !== undefined) expect(bytesOf([...batch.events, following])).toBeGreaterThan(MOST_BYTES);
    }
    // Who has told a part of a page has not told all that there is.
    expect(told.map(({ caughtUp }) => caughtUp)).toEqual(told.map((_, n) => n === told.length - 1));
  });

  it('count bytes, not characters, to the last of them', async () => {
    const first = claimed(1, 10_000);
    const left = MOST_BYTES - bytesOf([first]);
    const fits = filled(claimed(2, 0), left);
    const isOneOver = filled(claimed(2, 0), left + 1);
    expect(bytesOf([first, fits])).toBe(MOST_BYTES);
    expect((await batchesOf({ events: [first, fits], caughtUp: true })).map(({ events }) => events.length)).toEqual([2]);
    expect((await batchesOf({ events: [first, isOneOver], caughtUp: true })).map(({ events }) => events.length)).toEqual([1, 1]);
  });

  it('hold a message that is larger than that alone', async () => {
    const [before, large, behind] = [claimed(1, 1), claimed(2, 30_000), claimed(3, 1)];
    expect(bytesOf([large])).toBeGreaterThan(MOST_BYTES);
    const told = await batchesOf({ events: [before, large, behind], caughtUp: true }, { events: [large], caughtUp: true });
    expect(told.map(({ events }) => events)).toEqual([[before], [large], [behind], [large]]);
  });

  it('hold what lies before an event that cannot be told, and then it is named: which, of which stream, at which position', async () => {
    const [before, also, behind] = [claimed(1, 1), claimed(2, 1), claimed(4, 1)];
    const unknown = { ...claimed(3, 1), type: 'Unheard' };
    const told: Batch[] = [];
    const telling = tellInto(told, { events: [before, also, unknown, behind], caughtUp: true });
    await expect(telling).rejects.toMatchObject({
      kind: 'corrupt',
      code: 'UNTOLD_EVENT',
      message: `event ${unknown.id} of ${unknown.stream} at position ${unknown.position} cannot be told: nothing says what is told of Unheard of the family commitment`,
    });
    expect(told).toEqual([{ events: [before, also], messages: [before, also].map(messageFor), caughtUp: false }]);
  });

  it('are none before one that cannot be told where it is the first', async () => {
    const told: Batch[] = [];
    const telling = tellInto(told, { events: [{ ...claimed(1, 1), type: 'Unheard' }], caughtUp: true });
    await expect(telling).rejects.toMatchObject({ code: 'UNTOLD_EVENT' });
    expect(told).toEqual([]);
  });

  it('are none where a page holds nothing', async () => {
    expect(await batchesOf({ events: [], caughtUp: true })).toEqual([]);
  });
});

describe('reading one ahead', () => {
  it('asks for the second while the first is in use, and for the third no sooner than that is done with', async () => {
    const asked: number[] = [];
    const ahead = oneAhead(counting(asked, 4));
    expect(asked).toEqual([]);
    for (let n = 1; n <= 4; n += 1) {
      expect(await ahead.next()).toEqual({ done: false, value: n });
      await soon();
      expect(asked).toEqual(Array.from({ length: Math.min(n + 1, 4) }, (_, index) => index + 1));
    }
    expect(await ahead.next()).toEqual({ done: true, value: undefined });
  });

  it('throws what failed ahead when its turn comes, and not while the one before it is in use', async () => {
    const failed = new Error('the store is away');
    const ahead = oneAhead(counting([], 1, failed));
    expect(await ahead.next()).toEqual({ done: false, value: 1 });
    // It has failed by now, and nobody has been told.
    await soon();
    await expect(ahead.next()).rejects.toBe(failed);
    expect(await ahead.next()).toEqual({ done: true, value: undefined });
  });

  it('leaves nothing behind where the use of the first fails before the second does', async () => {
    const ofUse = new Error('the brokers are away');
    const used = async () => {
      for await (const n of oneAhead(counting([], 1, new Error('the store is away')))) {
        await soon();
        if (n === 1) throw ofUse;
      }
    };
    await expect(used()).rejects.toBe(ofUse);
    // A rejection that nobody handles would end the process.
    await soon();
  });
});

describe('reading what is quiet for a while', () => {
  const QUIET_MS = 20;
  /** One at once, and one after so long. */
  async function* late(ms: number, failure?: Error): AsyncGenerator<number, void> {
    yield 1;
    await pause(ms);
    if (failure !== undefined) throw failure;
    yield 2;
  }

  it('says so each time that nothing has come for so long, and brings all the same what comes then', async () => {
    const said: (number | undefined)[] = [];
    for await (const came of orQuiet(late(10 * QUIET_MS), QUIET_MS)) said.push(came);
    expect([said[0], said.at(-1)]).toEqual([1, 2]);
    expect(said.length).toBeGreaterThan(3);
    expect(said.slice(1, -1)).toEqual(said.slice(1, -1).map(() => undefined));
  });

  it('says nothing of the kind where what comes is never late', async () => {
    const said: (number | undefined)[] = [];
    for await (const came of orQuiet(counting([], 3), 60_000)) said.push(came);
    expect(said).toEqual([1, 2, 3]);
  });

  it('throws what failed meanwhile when it is asked for more, and not before', async () => {
    const failed = new Error('the store is away');
    const quiet = orQuiet(late(2 * QUIET_MS, failed), QUIET_MS);
    expect(await quiet.next()).toEqual({ done: false, value: 1 });
    expect(await quiet.next()).toEqual({ done: false, value: undefined });
    // It has failed by the end of this, and a rejection that nobody handles would end the process.
    await pause(5 * QUIET_MS);
    await expect(quiet.next()).rejects.toBe(failed);
  });
});

/** A claim with so many pieces of evidence. */
function claimed(n: number, evidence: number): Recorded {
  return recordedEvent(newId(), {
    type: 'FulfilmentClaimed',
    data: { claimId: newId(), party: ID, fulfilledOn: '2025-02-15', evidence: Array.from({ length: evidence }, () => ID) },
    stream: streamName('commitment', newId()),
    position: String(n).padStart(20, '0'),
  });
}

/** The same with a message of exactly so many bytes, most of them two to a character. */
function filled(event: Recorded, bytes: number): Recorded {
  const left = bytes - bytesOf([{ ...event, data: { ...event.data, fulfilledOn: '' } }]);
  return { ...event, data: { ...event.data, fulfilledOn: `${'é'.repeat(Math.floor(left / 2))}${'e'.repeat(left % 2)}` } };
}

function messageFor(event: Recorded) {
  return messageOf(event, { ledgerId: LEDGER }, TOPICS);
}

/** As a broker counts: key and value, and what is around them. */
function bytesOf(events: readonly Recorded[]): number {
  const sizes = events.map(messageFor).map(({ key, value }) => 300 + Buffer.byteLength(key) + Buffer.byteLength(value));
  return sizes.reduce((sum, size) => sum + size, 0);
}

type Page = Omit<AllPage, 'scannedTo'>;

/** What is made of these pages of a log. */
async function batchesOf(...pages: readonly Page[]): Promise<Batch[]> {
  const told: Batch[] = [];
  await tellInto(told, ...pages);
  return told;
}

/** The same, kept as far as it comes. */
async function tellInto(told: Batch[], ...pages: readonly Page[]): Promise<void> {
  const store: Partial<EventStore> = {
    subscribeAll: async function* () {
      for (const page of pages) yield await Promise.resolve({ ...page, scannedTo: START });
    },
  };
  const { signal } = new AbortController();
  const from = { store: store as EventStore, ledgerId: LEDGER, after: START, topics: TOPICS, batchSize: 100, signal };
  for await (const batch of batches(from)) told.push(batch);
}

/** So many numbers, each noted when it is asked for; then it ends, or fails. */
async function* counting(asked: number[], count: number, failure?: Error): AsyncGenerator<number, void> {
  for (let n = 1; n <= count; n += 1) {
    asked.push(n);
    yield await Promise.resolve(n);
  }
  if (failure !== undefined) throw failure;
}
