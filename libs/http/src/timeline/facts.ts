import type { LedgerEvent } from '#domain';
import { dayOf, type Fact, type Id, invalid, isOnBehalf, knownFacts, type Recorded } from '#kernel';
import type { PartnershipAt } from '../reading.js';

/** A fact as a reader sees it: in its latest words, with when it was true, since when it is known, and whose act it was. */
export type ToldFact = Fact<LedgerEvent> &
  Readonly<{ onBehalf: boolean; struck?: Readonly<{ by: Id; on: string; agreedBy: readonly Id[] }> }>;

/** The facts of these events as known at the moment; those that were struck are among them, marked. */
export function told(events: readonly Recorded<LedgerEvent>[], { moment }: PartnershipAt): readonly ToldFact[] {
  const { facts, struck } = knownFacts(events, moment);
  const standing = facts.map((fact) => ({ ...fact, onBehalf: isOnBehalf(fact) }));
  const gone = struck.map(({ struckBy, struckOn, struckSince: _since, agreedBy, ...fact }) => ({
    ...fact,
    onBehalf: isOnBehalf(fact),
    struck: { by: struckBy, on: struckOn, agreedBy },
  }));
  return [...standing, ...gone].filter((fact) => fact.day <= moment.on);
}

/** What a timeline is sorted by. */
export type Axis = 'known' | 'occurred';

export function keyOn(axis: Axis): (fact: ToldFact) => readonly string[] {
  return axis === 'known' ? (fact) => [fact.firstKnownSince, fact.position] : (fact) => [fact.day, fact.position];
}

/** The day of a fact on an axis. */
export function dayOn(axis: Axis, fact: ToldFact, { moment }: PartnershipAt): string {
  return axis === 'known' ? dayOf(fact.firstKnownSince, moment.timeZone) : fact.day;
}

/** @throws LedgerError `invalid` where two days are the wrong way round (R15) */
export function requireInOrder(
  from: string | undefined,
  to: string | undefined,
  names: readonly [string, string] = ['from', 'to'],
): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw invalid([{ field: names[0], rule: 'R15', message: `lies after ${names[1]}, ${to}` }]);
}
