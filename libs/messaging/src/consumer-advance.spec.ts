import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Ledger, openEphemeral, type Sql } from '#event-store';
import { newId, type StreamName, streamName } from '#kernel';
import { type Consumes, type Incoming, takeMessagesIn } from './consumer-advance.js';
import { offsetOf, prepareConsumer } from './consumer-place.js';
import { messageOf } from './relay-batches.js';
import { recordedEvent } from './testing/recorded.js';

// Opening a database takes seconds, many where the machine is busy.
jest.setTimeout(120_000);

const LEDGER = newId();
const PARTITION = { topic: 'throughline.partnerships', partition: 3 };
const BEFORE = 5;

describe('messages of a partition', () => {
  let ledger: Ledger;
  let sql: Sql;
  let consumes: Consumes;
  let taken: string[];

  beforeAll(async () => {
    ledger = await openEphemeral();
    ({ sql } = ledger);
  });
  afterAll(() => ledger.close());
  beforeEach(async () => {
    taken = [];
    consumes = {
      name: `consumer-${newId()}`,
      tables: [],
      takeIn: (_, events) => Promise.resolve(void taken.push(...events.map(({ id }) => id))),
      empty: () => Promise.resolve(),
    };
    await prepareConsumer(sql, []);
  });

  /** An event that is told: the first of a stream of its own where nothing else is said. */
  const told = (revision = 0n, ledgerId = LEDGER, stream = streamName('partnership', newId())) => {
    const event = recordedEvent(newId(), { stream, revision });
    return { id: event.id, stream, value: messageOf(event, { ledgerId }, { prefix: 'throughline' }).value };
  };
  const lying = (values: readonly string[]): Incoming[] => values.map((value, offset) => ({ offset: BigInt(offset), value }));
  const takingIn = (values: readonly string[]) =>
    takeMessagesIn({ sql, consumes, policy: 'stop' }, PARTITION, lying(values)).catch((error: unknown) => error);

  it.each([
    ['is none of a ledger', 'NOT_A_MESSAGE', () => 'hello', /this is no message of a ledger/],
    ['lacks what comes before it', 'MESSAGES_MISSING', () => told(1n).value, /revision 0 comes next, and 1 .* was told/],
    ['is of another ledger', 'LEDGER_FORKED', (stream: StreamName) => told(1n, newId(), stream).value, /build it anew/],
  ])('are taken in up to the one that %s, and its place is named (%s)', async (_, code, foreign, says) => {
    const first = told();
    const events = [first, ...Array.from({ length: BEFORE - 1 }, () => told())];
    const page = [...events.map(({ value }) => value), foreign(first.stream), told().value, told().value];
    const refusal = {
      code,
      message: expect.stringMatching(new RegExp(`^${PARTITION.topic}/3 at offset ${BEFORE}: .*${says.source}`)),
    };
    expect(await takingIn(page)).toMatchObject(refusal);
    expect([taken, await offsetOf(sql, consumes.name, PARTITION)]).toEqual([events.map(({ id }) => id), BigInt(BEFORE)]);
    // It stands still there, and takes in nothing twice.
    expect(await takingIn(page)).toMatchObject(refusal);
    expect(taken).toHaveLength(BEFORE);
  });
});
