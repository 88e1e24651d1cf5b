import { describe, expect, it } from '@jest/globals';
import type { CivilDate, Event, Fact, Instant } from '#kernel';
import { confirmationsIn, isOwnWord, standsSince } from './confirmation.js';

let count = 0;
function fact(event: Event, by: { party?: string; person?: string; recorder: string; on?: CivilDate }): Fact {
  count += 1;
  const on = by.on ?? '2025-01-10';
  const recordedAt: Instant = `${on}T12:00:00.000Z`;
  return {
    ...event,
    id: `f${count}`,
    stream: 'commitment-1',
    position: String(count).padStart(20, '0'),
    revision: BigInt(count),
    recordedAt,
    occurredOn: on,
    day: on,
    actor:
      by.person === undefined
        ? { kind: 'importer' }
        : { kind: 'person', personId: by.person, ...(by.party === undefined ? {} : { partyId: by.party }), roleId: 'role' },
    recordedBy: { kind: by.person === undefined ? 'importer' : 'person', id: by.recorder },
    knownSince: recordedAt,
    firstKnownSince: recordedAt,
  };
}
const claim = (by: Parameters<typeof fact>[1]) => ({
  fact: fact({ type: 'FulfilmentClaimed', data: {} }, by),
  party: by.party ?? '',
});
const verdict = claim;
const word = (type: string, eventId: string, party: string, by: Parameters<typeof fact>[1]) =>
  fact({ type, data: { eventId, party } }, by);

describe('two sides recorded by one principal', () => {
  it('stand at once where each side recorded its own act', () => {
    const a = claim({ party: 'A', person: 'ann', recorder: 'ann' });
    const b = verdict({ party: 'B', person: 'bob', recorder: 'bob' });
    expect(standsSince(b, [a], confirmationsIn([a.fact, b.fact]))).toBe('2025-01-10T12:00:00.000Z');
  });

  it('are unconfirmed where a third hand recorded both, until the party confirms its own', () => {
    const a = claim({ party: 'A', person: 'ann', recorder: 'office' });
    const b = verdict({ party: 'B', person: 'bob', recorder: 'office' });
    expect(standsSince(b, [a], confirmationsIn([a.fact, b.fact]))).toBeUndefined();
    const confirmed = word('RecordConfirmed', b.fact.id, 'B', { party: 'B', person: 'bob', recorder: 'bob', on: '2025-02-01' });
    expect(standsSince(b, [a], confirmationsIn([a.fact, b.fact, confirmed]))).toBe('2025-02-01T12:00:00.000Z');
  });

  it('are unconfirmed where one side recorded the other too, until the other confirms', () => {
    const a = claim({ party: 'A', person: 'ann', recorder: 'bob' });
    const b = verdict({ party: 'B', person: 'bob', recorder: 'bob' });
    expect(standsSince(b, [a], confirmationsIn([a.fact, b.fact]))).toBeUndefined();
    const confirmed = word('RecordConfirmed', a.fact.id, 'A', { party: 'A', person: 'ann', recorder: 'ann', on: '2025-02-01' });
    expect(standsSince(b, [a], confirmationsIn([a.fact, b.fact, confirmed]))).toBe('2025-02-01T12:00:00.000Z');
  });

  it('are not confirmed by the hand that recorded them', () => {
    const a = claim({ party: 'A', person: 'ann', recorder: 'office' });
    const b = verdict({ party: 'B', person: 'bob', recorder: 'office' });
    const own = word('RecordConfirmed', b.fact.id, 'B', { party: 'B', person: 'bob', recorder: 'office', on: '2025-02-01' });
    expect(standsSince(b, [a], confirmationsIn([a.fact, b.fact, own]))).toBeUndefined();
  });

  it('fall where the party contests, whoever recorded them', () => {
    const a = claim({ party: 'A', person: 'ann', recorder: 'ann' });
    const b = verdict({ party: 'B', person: 'bob', recorder: 'office' });
    expect(standsSince(b, [a], confirmationsIn([a.fact, b.fact]))).toBeDefined();
    const contested = word('RecordContested', b.fact.id, 'B', { party: 'B', person: 'bob', recorder: 'bob', on: '2025-02-01' });
    expect(standsSince(b, [a], confirmationsIn([a.fact, b.fact, contested]))).toBeUndefined();
  });

  it('are unconfirmed in an import, where one importer recorded both', () => {
    const a = claim({ recorder: 'tracker' });
    const b = verdict({ recorder: 'tracker' });
    expect(standsSince({ ...b, party: 'B' }, [{ ...a, party: 'A' }], confirmationsIn([a.fact, b.fact]))).toBeUndefined();
  });
});

describe('a word that would be given again', () => {
  const office = { kind: 'person', id: 'office' } as const;
  const bob = { kind: 'person', id: 'bob' } as const;

  it('is given where it stands, whoever would give it', () => {
    const a = claim({ party: 'A', person: 'ann', recorder: 'ann' });
    const b = verdict({ party: 'B', person: 'bob', recorder: 'bob' });
    const words = confirmationsIn([a.fact, b.fact]);
    expect([isOwnWord(b, [a], words, bob), isOwnWord(b, [a], words, office)]).toEqual([true, true]);
  });

  it('is given to the hand in which it waits, and to no other', () => {
    const a = claim({ party: 'A', person: 'ann', recorder: 'office' });
    const b = verdict({ party: 'B', person: 'bob', recorder: 'office' });
    const words = confirmationsIn([a.fact, b.fact]);
    expect([isOwnWord(b, [a], words, office), isOwnWord(b, [a], words, bob)]).toEqual([true, false]);
  });

  it('was never given where its party contests it', () => {
    const a = claim({ party: 'A', person: 'ann', recorder: 'ann' });
    const b = verdict({ party: 'B', person: 'bob', recorder: 'office' });
    const contested = word('RecordContested', b.fact.id, 'B', { party: 'B', person: 'bob', recorder: 'bob' });
    const words = confirmationsIn([a.fact, b.fact, contested]);
    expect([isOwnWord(b, [a], words, office), isOwnWord(b, [a], words, bob)]).toEqual([false, false]);
  });
});
