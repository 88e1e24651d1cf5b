import { type LedgerEvent, type PartnershipEvent, type PartnershipState, partnershipShape } from '#domain';
import {
  type Anomaly,
  type Basis,
  type CivilDate,
  dayOf,
  type Fact,
  foldFacts,
  type Id,
  type Instant,
  inFactOrder,
  type KnownFacts,
  knownFacts,
  type Recorded,
  streamParts,
  type TimeZone,
} from '#kernel';

export type Struck = KnownFacts<LedgerEvent>['struck'][number];

/** The facts of one stream: in log order, and those that a correction struck. */
export type StreamFacts = Readonly<{ id: Id; facts: readonly Fact<LedgerEvent>[]; struck: readonly Struck[] }>;

/** What is known of a partnership at an instant on a basis, sorted by what it is about. */
export type Known = Readonly<{
  partnershipId: Id | null;
  partnership: PartnershipState;
  /** The facts of the partnership itself in fact order, with those that did not apply. */
  about: readonly Fact<PartnershipEvent>[];
  timeZone: TimeZone;
  commitments: readonly StreamFacts[];
  evidence: readonly StreamFacts[];
  indicators: readonly StreamFacts[];
  meetings: readonly StreamFacts[];
  anomalies: readonly Anomaly[];
  through: Readonly<{ eventId: Id | null; count: number }>;
}>;

/** The zone whose days the partnership's dates are; it never changes (its first event says it). */
export function timeZoneOf(events: readonly Recorded<LedgerEvent>[]): TimeZone {
  for (const event of events) if (event.type === 'PartnershipFormed') return event.data.calendar.timeZone;
  return 'UTC';
}

/**
 * What is known at `asOf`. Streams come sorted by id.
 * @param on only facts of this day or earlier are kept, where a view of a day is asked for
 */
export function knownAt(
  events: readonly Recorded<LedgerEvent>[],
  at: Readonly<{ asOf: Instant; basis: Basis; on?: CivilDate }>,
): Known {
  const timeZone = timeZoneOf(events);
  // Only positions say what came before what, so that the order of a list can never change a figure.
  const logOrder = isInLogOrder(events) ? events : [...events].sort(byText(({ position }) => position));
  const { facts, struck } = knownFacts(logOrder, { asOf: at.asOf, basis: at.basis, timeZone });
  const streams = new Map<string, { id: Id; facts: Fact<LedgerEvent>[]; struck: Struck[] }>();
  const streamOf = (stream: string) => {
    const found = streams.get(stream) ?? { id: streamParts(stream).id, facts: [], struck: [] };
    streams.set(stream, found);
    return found;
  };
  for (const fact of facts) if (at.on === undefined || fact.day <= at.on) streamOf(fact.stream).facts.push(fact);
  for (const fact of struck) if (at.on === undefined || fact.day <= at.on) streamOf(fact.stream).struck.push(fact);

  const family = (name: string) =>
    [...streams]
      .filter(([stream]) => streamParts(stream).family === name)
      .map(([, found]) => found)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const formed = family('partnership');
  const about = inFactOrder(formed.flatMap((stream) => stream.facts as readonly Fact<PartnershipEvent>[]));
  const folded = foldFacts(partnershipShape, about);
  const last = facts
    .concat(struck)
    .reduce<Fact<LedgerEvent> | undefined>((a, b) => (a && a.position > b.position ? a : b), undefined);
  return {
    partnershipId: formed[0]?.id ?? null,
    partnership: folded.state,
    about,
    timeZone,
    commitments: family('commitment'),
    evidence: family('evidence'),
    indicators: family('indicator'),
    meetings: family('meeting'),
    anomalies: folded.anomalies,
    through: { eventId: last?.id ?? null, count: facts.length + struck.length },
  };
}

function isInLogOrder(events: readonly Recorded[]): boolean {
  return events.every(({ position }, at) => position >= (events[at - 1]?.position ?? ''));
}

/** Sorts by one text, in the order of its characters. */
export function byText<T>(text: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const left = text(a);
    const right = text(b);
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

/** The civil day of an instant, in the partnership's zone; each instant is looked up in the zone once. */
export function dayIn(timeZone: TimeZone): (instant: Instant) => CivilDate {
  const days = new Map<Instant, CivilDate>();
  return (instant) => {
    const day = days.get(instant) ?? dayOf(instant, timeZone);
    days.set(instant, day);
    return day;
  };
}
