import type { LedgerEvent } from '#domain';
import { type Basis, type CivilDate, type Id, type Instant, knownSince, type Recorded } from '#kernel';
import { anomaliesIn, type DatedAnomaly } from './anomalies.js';
import { type EvidenceItem, evidenceItem } from './evidence.js';
import { dayIn, type Known, knownAt } from './ledger.js';
import { type Story, storyOf } from './story.js';

/** What is known of a partnership, put together: the same whichever quarter is scored from it. */
export type Account = Readonly<{
  known: Known;
  dayOf: (instant: Instant) => CivilDate;
  stories: readonly Story[];
  evidence: ReadonlyMap<Id, EvidenceItem>;
  anomalies: readonly DatedAnomaly[];
}>;

// A review scores a quarter and several before it, as known then and now: most of them from the same facts. Kept for as
// long as the events themselves.
const accounts = new WeakMap<readonly Recorded<LedgerEvent>[], Map<string, Account>>();

/**
 * The account of what is known at an instant on a basis. Of the same events (the very list) it is put together once for
 * every set of facts known: what is known at one instant is known at every later one, so that their number tells the sets
 * of a basis apart.
 * @param events of the partnership's streams; the list is not changed afterwards
 */
export function accountAt(events: readonly Recorded<LedgerEvent>[], at: Readonly<{ asOf: Instant; basis: Basis }>): Account {
  const size = events.reduce((count, event) => (knownSince(event, at.basis) <= at.asOf ? count + 1 : count), 0);
  const kept = accounts.get(events) ?? new Map<string, Account>();
  accounts.set(events, kept);
  const which = `${at.basis} ${size} of ${events.length}`;
  const account = kept.get(which) ?? putTogether(knownAt(events, at));
  kept.set(which, account);
  return account;
}

function putTogether(known: Known): Account {
  const dayOf = dayIn(known.timeZone);
  return {
    known,
    dayOf,
    stories: known.commitments.flatMap((stream) => storyOf(stream, dayOf) ?? []),
    evidence: new Map(known.evidence.flatMap((stream) => evidenceItem(stream) ?? []).map((item) => [item.id, item])),
    anomalies: anomaliesIn(known),
  };
}
