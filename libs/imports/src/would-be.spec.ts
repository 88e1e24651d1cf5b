import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Ledger, openEphemeral, START } from '#event-store';
import { type NewEvent, newId } from '#kernel';
import { Scratch } from './scratch.js';
import { WouldBeStore } from './would-be.js';

const PARTNERSHIP = newId();
const noted = (n: number): NewEvent => ({
  type: 'Noted',
  data: { n },
  id: newId(),
  schema: 1,
  metadata: {
    occurredOn: '2025-02-15',
    actor: { kind: 'clock' },
    recordedBy: { kind: 'clock', id: 'clock' },
    commandId: newId(),
    commandDigest: '0'.repeat(64),
    decidedOn: {},
    correlationId: 'c',
    causationId: 'c',
    partnershipId: PARTNERSHIP,
  },
});

/** Two streams that take turns, each of so many stored events and so many that would be. */
const STREAMS = ['meeting-1', 'meeting-2'];
const [STORED, WOULD_BE] = [3, 5];

describe('a ledger as it would be', () => {
  let ledger: Ledger;
  let scratch: Scratch;
  let wouldBe: WouldBeStore;

  beforeAll(async () => {
    ledger = await openEphemeral();
    const append = async (to: Pick<Ledger['store'], 'append'>, count: number) => {
      for (let n = 0; n < count; n += 1) for (const stream of STREAMS) await to.append(stream, [noted(n)], 'any');
    };
    await append(ledger.store, STORED);
    scratch = Scratch.open();
    wouldBe = new WouldBeStore(ledger.store, await ledger.store.head(), scratch);
    await append(wouldBe, WOULD_BE);
  }, 60_000);
  afterAll(async () => {
    scratch.end();
    await ledger.close();
  });

  it('answers of a stream what was asked for, and reads no more than that of what would be', async () => {
    const whole = await wouldBe.readStream('meeting-2');
    expect(whole.map(({ revision }) => revision)).toEqual(Array.from({ length: STORED + WOULD_BE }, (_, at) => BigInt(at)));
    const read = jest.spyOn(scratch, 'read');
    const stored = jest.spyOn(ledger.store, 'readStream');
    for (let from = 0; from <= whole.length + 1; from += 1) {
      expect(await wouldBe.readStream('meeting-2', BigInt(from))).toEqual(whole.slice(from));
      expect(read.mock.calls).toHaveLength(Math.min(WOULD_BE, Math.max(0, whole.length - from)));
      expect(stored.mock.calls).toHaveLength(from < STORED ? 1 : 0);
      read.mockClear();
      stored.mockClear();
    }
    read.mockRestore();
    stored.mockRestore();
  });

  it('answers of a partnership what lies between two positions, and reads no more than that of what would be', async () => {
    const whole = await wouldBe.readPartnership(PARTNERSHIP);
    expect(whole.map(({ stream }) => stream)).toEqual(whole.map((_, at) => STREAMS[at % 2]));
    expect(whole).toHaveLength(2 * (STORED + WOULD_BE));
    const read = jest.spyOn(scratch, 'read');
    const positions = [START, ...whole.map(({ position }) => position)];
    for (const after of positions)
      for (const through of [undefined, ...positions]) {
        const between = whole.filter(({ position }) => position > after && (through === undefined || position <= through));
        expect(await wouldBe.readPartnership(PARTNERSHIP, after, through)).toEqual(between);
        expect(read.mock.calls).toHaveLength(
          between.filter(({ position }) => whole.findIndex((it) => it.position === position) >= 2 * STORED).length,
        );
        read.mockClear();
      }
    read.mockRestore();
  });
});
