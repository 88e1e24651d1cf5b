import { type LedgerEvent, type PartnershipEvent, type PartnershipState, partnershipShape } from '#domain';
import { type EventStore, START } from '#event-store';
import {
  type Anomaly,
  type Basis,
  type CivilDate,
  dayOf,
  endOfDay,
  foldView,
  type Id,
  type Instant,
  isCivilDate,
  notFound,
  type QuarterName,
  type Recorded,
  streamParts,
} from '#kernel';
import { breaches, type CommitmentView, commitmentViews, type Scorecard, scorecardV1 } from '#scoring';
import { zoneIn } from '../per-stream.js';

/** Known by when, true on which day, on which basis. */
export type AsOf = Readonly<{
  /** An instant, or the end of a day in the partnership's zone. Absent: everything known. */
  asOf?: Instant | CivilDate;
  /** Absent: the civil day of `asOf`. */
  on?: CivilDate;
  basis?: Basis;
  /** The instant of asking, for what `asOf` does not say. */
  now: Instant;
}>;

/** The moment an answer is about, and how far the log was read for it. */
export type About = Readonly<{ asOf: Instant; on: CivilDate; basis: Basis; position: string }>;

export type PartnershipAsOf = About &
  Readonly<{
    partnershipId: Id;
    partnership: Omit<PartnershipState, 'log'>;
    commitments: ReadonlyMap<Id, CommitmentView>;
    anomalies: readonly Anomaly[];
  }>;

/**
 * A partnership as it stood on a day, as known by an instant: folded from its events with the functions that make the
 * current read models.
 * @throws LedgerError `not-found` where it was not known then
 */
export async function partnershipStateAsOf(store: EventStore, id: Id, at: AsOf): Promise<PartnershipAsOf> {
  const { events, about, timeZone } = await readAt(store, id, at);
  const { asOf, on, basis } = about;
  const own = events.filter((event) => streamParts(event.stream).family === 'partnership') as Recorded<PartnershipEvent>[];
  const { state } = foldView(partnershipShape, own, { asOf, on, basis, timeZone });
  if (state.formedOn === undefined) throw notFound('id', `partnership ${id}`);
  const { log: _log, ...partnership } = state;
  return {
    ...about,
    partnershipId: id,
    partnership,
    commitments: commitmentViews(events, { on, asOf, basis }),
    anomalies: breaches(events, { asOf, basis }),
  };
}

/**
 * The scorecard of a quarter as known by an instant, scoring version 1; children are not joined in.
 * @throws LedgerError `not-found` where the partnership was not known then
 */
export async function scorecardOf(
  store: EventStore,
  id: Id,
  request: Readonly<{ quarter: QuarterName }> & Omit<AsOf, 'on'>,
): Promise<About & Readonly<{ scorecard: Scorecard }>> {
  const { events, about } = await readAt(store, id, request);
  const { asOf, basis } = about;
  return { ...about, scorecard: scorecardV1({ events }, { quarter: request.quarter, asOf, basis }) };
}

async function readAt(store: EventStore, id: Id, { asOf: until, on, basis = 'ledger', now }: AsOf) {
  const position = await store.head();
  // Only deciders append to a partnership's streams, and theirs are the ledger's events.
  const events = (await store.readPartnership(id, START, position)) as readonly Recorded<LedgerEvent>[];
  if (events.length === 0) throw notFound('id', `partnership ${id}`);
  const timeZone = zoneIn(events);
  const asOf = until === undefined ? now : isCivilDate(until) ? endOfDay(until, timeZone) : until;
  const about: About = { asOf, on: on ?? dayOf(asOf, timeZone), basis, position };
  return { events, about, timeZone };
}
