import type { Instant } from './civil-date.js';
import { type Confirmations, confirmationsIn, standsSince, wordOf } from './confirmation.js';
import { type Event, type Fact, type FactCorrected, partyOf } from './event.js';
import type { Id } from './ids.js';

/** What a correction says, and since when it counts; undefined while it moves nothing. */
export type Correction = Readonly<{ id: Id; data: FactCorrected['data']; since: Instant | undefined }>;

/** A correction as it was recorded. */
export type RecordedCorrection = Correction & Readonly<{ fact: Fact<FactCorrected> }>;

function isCorrection(fact: Event): fact is Fact<FactCorrected> {
  return fact.type === 'FactCorrected';
}

/**
 * The corrections among facts, in log order, each with the instant since which it counts. One that names other parties as
 * having agreed is in the hand of one principal: until each of them has confirmed it, it moves nothing. Nor does one that
 * the party whose act it was contests.
 * @param facts of any streams, in log order, with what parties said of records
 */
export function correctionsIn(facts: readonly Fact[]): readonly RecordedCorrection[] {
  const corrections = facts.filter(isCorrection);
  if (corrections.length === 0) return [];
  const confirmations = confirmationsIn(facts);
  return corrections.map((fact) => ({ id: fact.id, data: fact.data, since: agreedSince(fact, confirmations), fact }));
}

/** Since when all whom a correction names as having agreed are known to have; undefined while one of them is not. */
function agreedSince(fact: Fact<FactCorrected>, confirmations: Confirmations): Instant | undefined {
  const acting = partyOf(fact.actor);
  const others = othersAgreeing(fact);
  const sides = others.map((party) => ({ fact, party }));
  const own = acting === undefined ? fact.knownSince : standsSince({ fact, party: acting }, sides, confirmations);
  const theirs = others.map((party) => {
    const word = wordOf(party, fact.id, confirmations);
    return word?.confirmed === true ? word.knownSince : undefined;
  });
  return latest([own, ...theirs]);
}

/** The parties a correction names as having agreed, beside the one whose act it is. */
export function othersAgreeing({ actor, data }: Pick<Fact<FactCorrected>, 'actor' | 'data'>): readonly Id[] {
  return (data.agreedBy ?? []).filter((party) => party !== partyOf(actor));
}

/** The latest of some instants, of which there is at least one; undefined where one of them is. */
export function latest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.reduce((a, b) => (a === undefined || b === undefined ? undefined : a > b ? a : b));
}

/** Corrections by what they correct, in the order given. */
export function byCorrected<C extends Correction>(corrections: readonly C[]): ReadonlyMap<Id, readonly C[]> {
  const found = new Map<Id, C[]>();
  for (const correction of corrections) {
    const { corrects } = correction.data;
    const others = found.get(corrects);
    if (others === undefined) found.set(corrects, [correction]);
    else others.push(correction);
  }
  return found;
}

/** The words that stand for a fact, since when, and the correction that said them last. */
export type Standing<C extends Correction> = Readonly<{
  replacement: FactCorrected['data']['replacement'];
  since: Instant;
  by: C;
}>;

/**
 * Rule 11: the latest correction of an event that counts and was not itself struck, in the words of its own latest
 * correction.
 * @returns undefined where the event stands as it was recorded
 */
export function standingCorrection<C extends Correction>(
  of: Id,
  corrections: ReadonlyMap<Id, readonly C[]>,
): Standing<C> | undefined {
  for (const correction of (corrections.get(of) ?? []).toReversed()) {
    const { id, data, since } = correction;
    const own = standingCorrection(id, corrections);
    if (own === undefined && since !== undefined) return { replacement: data.replacement, since, by: correction };
    if (own === undefined || own.replacement === null) continue;
    return { ...own, replacement: (own.replacement.data as FactCorrected['data']).replacement };
  }
  return undefined;
}

/** Corrections that move nothing, and that no correction of their own took back or made good. */
export function unconfirmedAmong<C extends Correction>(corrections: readonly C[]): readonly C[] {
  const all = byCorrected(corrections);
  return corrections.filter(({ id, since }) => since === undefined && standingCorrection(id, all) === undefined);
}
