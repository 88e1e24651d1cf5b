import { type CivilDate, dayCounted, dayOf, type Instant, type OccurredOn, type TimeZone } from './civil-date.js';
import { byCorrected, correctionsIn, standingCorrection, unconfirmedAmong } from './corrections.js';
import type { Basis, Event, Fact, FactCorrected, Recorded } from './event.js';

/** What is to be known, and by when. Without `asOf`, everything. */
export type Knowledge = Readonly<{ asOf?: Instant; basis: Basis; timeZone: TimeZone }>;

export type KnownFacts<E extends Event> = Readonly<{
  /** In log order, corrections applied, struck facts left out. */
  facts: readonly Fact<E>[];
  /** Facts that a correction struck, as they were first recorded, with the correction that did it. */
  struck: readonly (Fact<E> &
    Readonly<{ struckBy: string; struckSince: Instant; struckOn: CivilDate; agreedBy: readonly string[] }>)[];
  /** Corrections that move nothing until the parties they name as having agreed confirm them; they are among the facts too. */
  unconfirmed: readonly Fact<FactCorrected>[];
}>;

/** Since when a recorded event counts as known on a basis. */
export function knownSince(event: Recorded, basis: Basis): Instant {
  return basis === 'source' ? (event.metadata.assertedAt ?? event.recordedAt) : event.recordedAt;
}

/**
 * The facts known at `asOf`, each in the words of its latest known correction (rule 11). The latest in log order of those
 * that count wins; a correction may itself be corrected or struck. One that names parties as having agreed counts, and is
 * known, from their last confirmation on.
 * @param events of any streams, in log order
 */
export function knownFacts<E extends Event>(events: readonly Recorded<E>[], knowledge: Knowledge): KnownFacts<E> {
  const { asOf, basis, timeZone } = knowledge;
  const known = asOf === undefined ? events : events.filter((event) => knownSince(event, basis) <= asOf);
  const recorded = known.map((event) => asRecorded(event, basis, timeZone));
  const all = correctionsIn(recorded);
  const corrections = byCorrected(all);
  const facts: Fact<E>[] = [];
  const struck: KnownFacts<E>['struck'][number][] = [];
  for (const first of recorded) {
    // A corrected correction is listed as it was recorded; what it corrects is read in the final words.
    const standing = first.type === 'FactCorrected' ? undefined : standingCorrection(first.id, corrections);
    if (standing === undefined) {
      facts.push(first);
      continue;
    }
    const { by, since } = standing;
    const { id, fact } = by;
    const agreedBy = fact.data.agreedBy ?? [];
    if (standing.replacement === null) {
      struck.push({ ...first, struckBy: id, struckSince: since, struckOn: fact.day, agreedBy });
      continue;
    }
    const corrected = { by: id, first: { data: first.data, day: first.day }, agreedBy, day: fact.day };
    facts.push({ ...replaced(first, standing.replacement, timeZone), knownSince: since, corrected });
  }
  return { facts, struck, unconfirmed: unconfirmedAmong(all).map(({ fact }) => fact) };
}

/** A fact in other words and on another day, at the place in the log that it always had. */
export function replaced<E extends Event>(
  fact: Fact<E>,
  { data, occurredOn }: NonNullable<FactCorrected['data']['replacement']>,
  timeZone: TimeZone,
): Fact<E> {
  return { ...fact, data: data as E['data'], occurredOn, day: countedDay(fact, occurredOn, timeZone) };
}

/** Facts in fact order: by the day they count on, then as the log has them. */
export function inFactOrder<E extends Event>(facts: readonly Fact<E>[]): Fact<E>[] {
  return [...facts].sort((a, b) => (a.day === b.day ? (a.position < b.position ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function countedDay({ recordedAt }: Readonly<{ recordedAt: Instant }>, occurredOn: OccurredOn, timeZone: TimeZone): CivilDate {
  return occurredOn.length === 10 ? (occurredOn as CivilDate) : dayCounted(occurredOn, dayOf(recordedAt, timeZone));
}

function asRecorded<E extends Event>(event: Recorded<E>, basis: Basis, timeZone: TimeZone): Fact<E> {
  const { metadata, id, stream, position, revision, recordedAt } = event;
  const since = knownSince(event, basis);
  return {
    type: event.type,
    data: event.data,
    id,
    stream,
    position,
    revision,
    recordedAt,
    occurredOn: metadata.occurredOn,
    day: countedDay(event, metadata.occurredOn, timeZone),
    actor: metadata.actor,
    recordedBy: metadata.recordedBy,
    ...(metadata.provenance === undefined ? {} : { provenance: metadata.provenance }),
    knownSince: since,
    firstKnownSince: since,
  } as Fact<E>;
}
