import { type Event, type EventAboutFact, type Fact, type Id, type Instant, isOnBehalf, type Recorder } from '#kernel';
import type { PartyId } from './commitment/commitment.events.js';

/** One party's word in a matter that has two sides: a claim, a verdict, a proposal, an agreement, a submission, an appraisal. */
export type Side = Readonly<{ fact: Fact; party: PartyId }>;

type Said = Readonly<{ confirmed: boolean; knownSince: Instant; by: Recorder }>;

/** What parties said of records made on their behalf: of each (fact, party) the latest word, in log order. */
export type Confirmations = ReadonlyMap<string, Said>;

const key = (eventId: Id, party: PartyId) => `${eventId} ${party}`;

const isSame = (a: Recorder, b: Recorder) => a.kind === b.kind && a.id === b.id;

/**
 * Collects confirmations and contestations from the facts of a stream, in log order. A confirmation by the very
 * principal that recorded the fact says nothing and is left out.
 */
export function confirmationsIn(facts: Iterable<Fact<Event | EventAboutFact>>): Confirmations {
  const recorders = new Map<Id, Recorder>();
  const said = new Map<string, Said>();
  for (const fact of facts) {
    recorders.set(fact.id, fact.recordedBy);
    if (fact.type !== 'RecordConfirmed' && fact.type !== 'RecordContested') continue;
    const { eventId, party } = fact.data as { eventId: Id; party: PartyId };
    const recorder = recorders.get(eventId);
    if (recorder === undefined || isSame(recorder, fact.recordedBy)) continue;
    said.set(key(eventId, party), {
      confirmed: fact.type === 'RecordConfirmed',
      knownSince: fact.knownSince,
      by: fact.recordedBy,
    });
  }
  return said;
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
  const own = confirmations.get(key(side.fact.id, side.party));
  if (own !== undefined && !own.confirmed) return undefined;
  let since = side.fact.knownSince;
  const recordsItself = side.fact.actor.kind === 'person' && side.fact.actor.partyId === side.party && !isOnBehalf(side.fact);
  for (const other of others) {
    if (other.party === side.party || !isSame(other.fact.recordedBy, side.fact.recordedBy)) continue;
    const needed = recordsItself ? confirmations.get(key(other.fact.id, other.party)) : own;
    if (needed === undefined || !needed.confirmed) return undefined;
    if (needed.knownSince > since) since = needed.knownSince;
  }
  return since;
}
