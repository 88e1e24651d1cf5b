import type { Instant } from './civil-date.js';
import { type Event, type Fact, isOnBehalf, type RecordConfirmed, type RecordContested, type Recorder } from './event.js';
import type { Id } from './ids.js';

/** One party's word in a matter that has two sides: a claim, a verdict, a proposal, an agreement, a submission, an appraisal. */
export type Side = Readonly<{ fact: Fact; party: Id }>;

type Said = Readonly<{ confirmed: boolean; knownSince: Instant; position: string }>;

/** What parties (or bodies) said of records made on their behalf: of each (fact, party) the latest word, in log order. */
export type Confirmations = ReadonlyMap<string, Said>;

/** A party's word on a record that another hand made of its act. */
export type WordOnRecord = Fact<RecordConfirmed> | Fact<RecordContested>;

const key = (eventId: Id, party: Id) => `${eventId} ${party}`;

/** The same principal wrote both down. */
export function isSameHand(a: Recorder, b: Recorder): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** Collects what parties said of records from facts in log order. */
export function confirmationsIn(facts: Iterable<Fact>): Confirmations {
  const recorders = new Map<Id, Fact>();
  const said = new Map<string, Said>();
  for (const fact of facts) {
    recorders.set(fact.id, fact);
    if (!isWordOnRecord(fact)) continue;
    const about = recorders.get(fact.data.eventId);
    if (about !== undefined) hear(said, fact, about);
  }
  return said;
}

/** The same and one more word, on a fact. */
export function withWord(said: Confirmations, word: WordOnRecord, about: Fact): Confirmations {
  const more = new Map(said);
  hear(more, word, about);
  return more;
}

// Who recorded a fact says nothing by confirming it, nor does a third hand; nor does a word that the party took back since.
function hear(said: Map<string, Said>, word: WordOnRecord, about: Fact): void {
  const { type, data, knownSince, position, recordedBy } = word;
  const at = key(data.eventId, data.party);
  const before = said.get(at);
  if (isSameHand(about.recordedBy, recordedBy) || isOnBehalf(word)) return;
  if (before !== undefined && before.position > position) return;
  said.set(at, { confirmed: type === 'RecordConfirmed', knownSince, position });
}

function isWordOnRecord(fact: Event): fact is WordOnRecord {
  return fact.type === 'RecordConfirmed' || fact.type === 'RecordContested';
}

/** A party's latest word on a fact; undefined where it said none. */
export function wordOf(party: Id, eventId: Id, confirmations: Confirmations): Said | undefined {
  return confirmations.get(key(eventId, party));
}

/**
 * Since when one side stands as that party's own word; undefined while it is unconfirmed or contested.
 *
 * Two sides recorded by one principal count as unconfirmed: where the recorder is this side's own actor, until the
 * other party confirms what was recorded for it; else until this party confirms. The confirmation gives its known-since
 * (scoring line 1). An act that the party contests never stands.
 * @param others the other sides of the same matter; sides of the same party are passed over
 */
export function standsSince(side: Side, others: readonly Side[], confirmations: Confirmations): Instant | undefined {
  const own = wordOf(side.party, side.fact.id, confirmations);
  if (own !== undefined && !own.confirmed) return undefined;
  let since = side.fact.knownSince;
  const recordsItself = side.fact.actor.kind === 'person' && side.fact.actor.partyId === side.party && !isOnBehalf(side.fact);
  for (const other of others) {
    if (other.party === side.party || !isSameHand(other.fact.recordedBy, side.fact.recordedBy)) continue;
    const needed = recordsItself ? wordOf(other.party, other.fact.id, confirmations) : own;
    if (needed === undefined || !needed.confirmed) return undefined;
    if (needed.knownSince > since) since = needed.knownSince;
  }
  return since;
}

/**
 * One side's word is given already: it stands, or waits in the very hand that would give it again. A contested one was never
 * given, and one that waits may be given by another hand.
 * @param hand who would record it
 */
export function isOwnWord(side: Side, others: readonly Side[], confirmations: Confirmations, hand: Recorder): boolean {
  if (wordOf(side.party, side.fact.id, confirmations)?.confirmed === false) return false;
  return standsSince(side, others, confirmations) !== undefined || isSameHand(side.fact.recordedBy, hand);
}
