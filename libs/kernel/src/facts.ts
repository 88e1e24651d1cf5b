import { type CivilDate, dayCounted, dayOf, type Instant, type TimeZone } from './civil-date.js';
import type { Basis, Event, Fact, FactCorrected, Recorded } from './event.js';

/** What is to be known, and by when. Without `asOf`, everything. */
export type Knowledge = Readonly<{ asOf?: Instant; basis: Basis; timeZone: TimeZone }>;

export type KnownFacts<E extends Event> = Readonly<{
  /** In log order, corrections applied, struck facts left out. */
  facts: readonly Fact<E>[];
  /** Facts that a correction struck, as they were first recorded, with the correction that did it. */
  struck: readonly (Fact<E> &
    Readonly<{ struckBy: string; struckSince: Instant; struckOn: CivilDate; agreedBy: readonly string[] }>)[];
}>;

/** Since when a recorded event counts as known on a basis. */
export function knownSince(event: Recorded, basis: Basis): Instant {
  return basis === 'source' ? (event.metadata.assertedAt ?? event.recordedAt) : event.recordedAt;
}

/**
 * The facts known at `asOf`, each in the words of its latest known correction (rule 11).
 * The latest correction in log order wins; a correction may itself be corrected or struck.
 * @param events of any streams, in log order
 */
export function knownFacts<E extends Event>(events: readonly Recorded<E>[], knowledge: Knowledge): KnownFacts<E> {
  const { asOf, basis, timeZone } = knowledge;
  const known = asOf === undefined ? events : events.filter((event) => knownSince(event, basis) <= asOf);
  const corrections = new Map<string, Recorded<E>[]>();
  for (const event of known) {
    if (event.type !== 'FactCorrected') continue;
    const { corrects } = event.data as FactCorrected['data'];
    corrections.set(corrects, [...(corrections.get(corrects) ?? []), event]);
  }

  type Standing = { data: FactCorrected['data']; last: Recorded<E> };
  /** The latest correction of an event that was not itself struck, in the words of its own latest correction. */
  const standingCorrection = (eventId: string): Standing | undefined => {
    for (const correction of (corrections.get(eventId) ?? []).toReversed()) {
      const data = correction.data as FactCorrected['data'];
      const own = standingCorrection(correction.id);
      if (own === undefined) return { data, last: correction };
      if (own.data.replacement === null) continue;
      const words = own.data.replacement.data as FactCorrected['data'];
      return { data: { ...words, corrects: data.corrects }, last: own.last };
    }
    return undefined;
  };

  const facts: Fact<E>[] = [];
  const struck: KnownFacts<E>['struck'][number][] = [];
  for (const event of known) {
    const first = asRecorded(event, basis, timeZone);
    // A corrected correction is listed as it was recorded; what it corrects is read in the final words.
    const final = event.type === 'FactCorrected' ? undefined : standingCorrection(event.id);
    if (final === undefined) {
      facts.push(first);
      continue;
    }
    const agreedBy = final.data.agreedBy ?? [];
    const correctionDay = countedDay(final.last, final.last.metadata.occurredOn, timeZone);
    if (final.data.replacement === null) {
      struck.push({
        ...first,
        struckBy: final.last.id,
        struckSince: knownSince(final.last, basis),
        struckOn: correctionDay,
        agreedBy,
      });
      continue;
    }
    const { data, occurredOn } = final.data.replacement;
    facts.push({
      ...first,
      data: data as E['data'],
      occurredOn,
      day: countedDay(event, occurredOn, timeZone),
      knownSince: knownSince(final.last, basis),
      corrected: { by: final.last.id, first: { data: first.data, day: first.day }, agreedBy, day: correctionDay },
    });
  }
  return { facts, struck };
}

/** Facts in fact order: by the day they count on, then as the log has them. */
export function inFactOrder<E extends Event>(facts: readonly Fact<E>[]): Fact<E>[] {
  return [...facts].sort((a, b) => (a.day === b.day ? (a.position < b.position ? -1 : 1) : a.day < b.day ? -1 : 1));
}

function countedDay(event: Recorded, occurredOn: Recorded['metadata']['occurredOn'], timeZone: TimeZone): CivilDate {
  return occurredOn.length === 10 ? (occurredOn as CivilDate) : dayCounted(occurredOn, dayOf(event.recordedAt, timeZone));
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
