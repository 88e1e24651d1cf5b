import { describe, expect, it } from '@jest/globals';
import { type Actor, type CivilDate, type Event, type Instant, knownFacts, type Recorded } from '#kernel';

type How = Readonly<{ on: CivilDate; by?: string; hand?: string; assertedAt?: Instant }>;

/** Events in log order, each at noon of its day, of party `by` and in the hand of `hand`: its own person's where it is not said. */
function log(...events: readonly (Event & Readonly<{ id: string; how: How }>)[]): Recorded[] {
  return events.map(({ how, ...event }, index) => {
    const { on, by, hand, assertedAt } = how;
    const actor: Actor = { kind: 'person', personId: `person of ${by ?? ''}`, ...(by === undefined ? {} : { partyId: by }) };
    return {
      ...event,
      schema: 1,
      stream: 'commitment-1',
      revision: BigInt(index),
      position: String(index).padStart(20, '0'),
      recordedAt: `${on}T12:00:00.000Z`,
      metadata: {
        occurredOn: on,
        ...(assertedAt === undefined ? {} : { assertedAt }),
        actor,
        recordedBy: { kind: 'person', id: hand ?? actor.personId },
        commandId: event.id,
        commandDigest: '',
        decidedOn: {},
        correlationId: event.id,
        causationId: event.id,
      },
    };
  });
}

const said = (how: How) => ({ type: 'Said', data: { word: 'first' }, id: 'fact', how });
const correction = (id: string, word: string | null, agreedBy: readonly string[] | undefined, how: How, corrects = 'fact') => ({
  type: 'FactCorrected',
  data: {
    corrects,
    replacement: word === null ? null : { data: { word }, occurredOn: '2025-01-10' },
    reason: { text: 't', sha256: '0' },
    ...(agreedBy === undefined ? {} : { agreedBy }),
  },
  id,
  how,
});
const word = (type: 'RecordConfirmed' | 'RecordContested', eventId: string, party: string, how: How) => ({
  type,
  data: { eventId, party },
  id: `${type} ${eventId} ${party} ${how.on}`,
  how: { by: party, ...how },
});
const FIRST = said({ on: '2025-01-10', by: 'A' });
const seen = (events: Recorded[], at: Readonly<{ asOf?: Instant; basis?: 'ledger' | 'source' }> = {}) => {
  const { facts, struck, unconfirmed } = knownFacts(events, { basis: 'ledger', timeZone: 'UTC', ...at });
  const fact = facts.find(({ id }) => id === 'fact');
  return {
    word: (fact?.data as { word: string } | undefined)?.word ?? 'struck',
    since: fact?.knownSince ?? struck[0]?.struckSince,
    unconfirmed: unconfirmed.map(({ id }) => id),
  };
};

describe('a correction that names other parties as having agreed (rule 11)', () => {
  const agreed = correction('c', 'second', ['B', 'C'], { on: '2025-02-01', by: 'A' });
  const byB = word('RecordConfirmed', 'c', 'B', { on: '2025-02-10' });
  const byC = word('RecordConfirmed', 'c', 'C', { on: '2025-02-20' });
  const waits = { word: 'first', since: '2025-01-10T12:00:00.000Z', unconfirmed: ['c'] };
  const stands = { word: 'second', since: '2025-02-20T12:00:00.000Z', unconfirmed: [] };

  it('moves nothing until each of them has confirmed it, and is known since the last confirmation', () => {
    expect(seen(log(FIRST, agreed))).toEqual(waits);
    expect(seen(log(FIRST, agreed, byB))).toEqual(waits);
    expect(seen(log(FIRST, agreed, byB, byC))).toEqual(stands);
    expect(seen(log(FIRST, agreed, byB, byC), { asOf: '2025-02-20T11:00:00.000Z' })).toEqual(waits);
  });

  it('is not confirmed by the hand that recorded it', () => {
    const ownHand = word('RecordConfirmed', 'c', 'C', { on: '2025-02-20', hand: 'person of A' });
    expect(seen(log(FIRST, agreed, byB, ownHand))).toEqual(waits);
  });

  it('falls where one of them, or the party whose act it was, contests it', () => {
    const contested = (party: string) => word('RecordContested', 'c', party, { on: '2025-03-01' });
    expect(seen(log(FIRST, agreed, byB, byC, contested('B')))).toEqual(waits);
    const onBehalf = correction('c', 'second', undefined, { on: '2025-02-01', by: 'A', hand: 'the office' });
    expect(seen(log(FIRST, onBehalf)).word).toBe('second');
    expect(seen(log(FIRST, onBehalf, contested('A')))).toEqual(waits);
  });

  it('waits for the party whose act it was too, where a third hand recorded it', () => {
    const byOffice = correction('c', 'second', ['B', 'C'], { on: '2025-02-01', by: 'A', hand: 'the office' });
    expect(seen(log(FIRST, byOffice, byB, byC))).toEqual(waits);
    const byA = word('RecordConfirmed', 'c', 'A', { on: '2025-02-21' });
    expect(seen(log(FIRST, byOffice, byB, byC, byA))).toEqual({ ...stands, since: '2025-02-21T12:00:00.000Z' });
  });

  it('waits where it is the act of no party, for each it names', () => {
    const byFacilitator = correction('c', 'second', ['B'], { on: '2025-02-01' });
    expect(seen(log(FIRST, byFacilitator))).toEqual(waits);
    expect(seen(log(FIRST, byFacilitator, byB)).word).toBe('second');
  });

  it('stands at once where it names nobody but its own party', () => {
    expect(seen(log(FIRST, correction('c', 'second', ['A'], { on: '2025-02-01', by: 'A' })))).toEqual({
      word: 'second',
      since: '2025-02-01T12:00:00.000Z',
      unconfirmed: [],
    });
  });

  it('strikes nothing, and takes back no other correction, before it is confirmed', () => {
    const strike = correction('c', null, ['B'], { on: '2025-02-01', by: 'A' });
    expect(seen(log(FIRST, strike))).toEqual(waits);
    expect(seen(log(FIRST, strike, byB))).toEqual({ word: 'struck', since: '2025-02-10T12:00:00.000Z', unconfirmed: [] });
    const alone = correction('alone', 'second', undefined, { on: '2025-01-20', by: 'A' });
    const struckAlone = correction('c', null, ['B'], { on: '2025-02-01', by: 'A' }, 'alone');
    expect(seen(log(FIRST, alone, struckAlone))).toMatchObject({ word: 'second', unconfirmed: ['c'] });
    expect(seen(log(FIRST, alone, struckAlone, byB))).toMatchObject({ word: 'first', unconfirmed: [] });
  });

  it('leaves an earlier correction standing while it waits', () => {
    const alone = correction('alone', 'alone', undefined, { on: '2025-01-20', by: 'A' });
    expect(seen(log(FIRST, alone, agreed)).word).toBe('alone');
    expect(seen(log(FIRST, alone, agreed, byB, byC)).word).toBe('second');
  });

  it('is taken back, or put in other words, by a correction of its own', () => {
    const takenBack = correction('s', null, undefined, { on: '2025-02-02', by: 'A' }, 'c');
    expect(seen(log(FIRST, agreed, takenBack, byB, byC))).toEqual({ ...waits, unconfirmed: [] });
    const { data } = correction('c', 'third', ['B'], { on: '2025-02-02' });
    const reworded = {
      ...correction('cc', 'third', ['B'], { on: '2025-02-02', by: 'A' }, 'c'),
      data: { ...data, corrects: 'c', replacement: { data, occurredOn: '2025-02-02' } },
    };
    expect(seen(log(FIRST, agreed, reworded))).toMatchObject({ word: 'first', unconfirmed: ['c', 'cc'] });
    const confirmed = word('RecordConfirmed', 'cc', 'B', { on: '2025-02-10' });
    expect(seen(log(FIRST, agreed, reworded, confirmed))).toMatchObject({ word: 'third', unconfirmed: [] });
  });

  it('is known, on the basis of the source, since the source knew of the last confirmation', () => {
    const asserted = { ...byC, how: { ...byC.how, assertedAt: '2025-02-15T00:00:00.000Z' as const } };
    expect(seen(log(FIRST, agreed, byB, asserted), { basis: 'source' })).toEqual({
      ...stands,
      since: '2025-02-15T00:00:00.000Z',
    });
  });
});
