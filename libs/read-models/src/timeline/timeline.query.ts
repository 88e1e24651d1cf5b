import type { LedgerEvent } from '#domain';
import type { Sql } from '#event-store';
import {
  addDays,
  type Basis,
  type CivilDate,
  dayOf,
  daysBetween,
  endOfDay,
  type Id,
  type Instant,
  isOnBehalf,
  type OccurredOn,
  type Provenance,
} from '#kernel';
import { type Answer, readModels } from '#projections';
import { organizations } from '../organizations/organizations.js';
import { keyIn, limitOf, type Page, type PageRequest, pageOf } from '../page.js';
import { type PartnershipView, partnershipIn, partnerships } from '../partnerships/partnerships.js';
import { fromStored } from '../stored.js';
import { type Piece, summaryOf } from './summary.js';
import { type KeptFact, timeline } from './timeline.js';

export type TimelineRequest = PageRequest &
  Readonly<{
    /** By the day it was true, or by since when it is known. */
    axis: 'known' | 'occurred';
    basis: Basis;
    /** Days on that axis, both included. */
    from?: CivilDate;
    to?: CivilDate;
  }>;

export type TimelineEntry = Readonly<{
  eventId: Id;
  position: string;
  stream: string;
  type: LedgerEvent['type'];
  /** As its source says it: a day, a month or a year. */
  occurredOn: OccurredOn;
  /** The day it counts on. */
  day: CivilDate;
  recordedAt: Instant;
  /** Since when it is known, on the basis asked for. */
  knownSince: Instant;
  summary: string;
  /** Known later than the partnership's late days after it occurred. */
  late: boolean;
  onBehalf: boolean;
  correctedBy: Id | null;
  struckBy: Id | null;
  provenance: Provenance | null;
}>;

type Row = Readonly<{
  position: string;
  event_id: string;
  stream: string;
  occurred_on: OccurredOn;
  day: CivilDate;
  recorded_at: Instant;
  known: Instant;
  corrected_by: string | null;
  struck_by: string | null;
  fact: string;
}>;

/**
 * What happened in a partnership, in the order of the axis; null where there is no such partnership.
 * @throws LedgerError `invalid` (R15) for a limit or cursor that is none
 */
export function partnershipTimeline(
  sql: Sql,
  partnershipId: Id,
  request: TimelineRequest,
): Promise<Answer<Page<TimelineEntry> | null>> {
  const limit = limitOf(request);
  const [afterKey, afterPosition] = keyIn(request, 2) ?? [];
  return readModels(sql, [partnerships, organizations, timeline], async (queries, tables) => {
    const partnership = await partnershipIn(queries, tables, partnershipId);
    if (partnership === null) return null;
    const known = request.basis === 'source' ? 'known_source' : 'recorded_at';
    const axis = request.axis === 'occurred' ? 'day' : known;
    const [from, to] = bounds(request, partnership.calendar.timeZone);
    const rows = (await queries.query(
      `select position, event_id, stream, occurred_on, day, recorded_at, ${known} as known, corrected_by, struck_by, fact
       from ${tables['timeline']}
       where partnership_id = $1 and ($2::text is null or ${axis} > $2) and ($3::text is null or ${axis} <= $3)
         and ($4::text is null or (${axis}, position) > ($4, $5))
       order by ${axis}, position limit $6`,
      [partnershipId, from, to, afterKey ?? null, afterPosition ?? null, limit + 1],
    )) as Row[];
    const names = await namesIn(queries, tables, partnership);
    const entries = rows.map((row) => entryOf(row, partnership, names));
    return pageOf(entries, limit, (entry) => [axis === 'day' ? entry.day : entry.knownSince, entry.position]);
  });
}

/** The axis strictly after `from` and up to `to`, as the rows spell it; null where open. */
function bounds({ axis, from, to }: TimelineRequest, zone: string): readonly [string | null, string | null] {
  const spelled = (day: CivilDate | undefined) => (day === undefined ? null : axis === 'occurred' ? day : endOfDay(day, zone));
  return [spelled(from === undefined ? undefined : addDays(from, -1)), spelled(to)];
}

function entryOf(row: Row, partnership: PartnershipView, names: (piece: Piece) => string): TimelineEntry {
  const fact = JSON.parse(row.fact) as KeptFact;
  return {
    eventId: row.event_id,
    position: row.position,
    stream: row.stream,
    type: fact.type,
    occurredOn: row.occurred_on,
    day: row.day,
    recordedAt: row.recorded_at,
    knownSince: row.known,
    summary: summaryOf(fact).map(names).join(''),
    late: daysBetween(row.day, dayOf(row.known, partnership.calendar.timeZone)) > partnership.lateAfterDays,
    onBehalf: isOnBehalf(fact),
    correctedBy: row.corrected_by,
    struckBy: row.struck_by,
    provenance: fact.provenance ?? null,
  };
}

/** The names that sentences leave open; where none is known the id stands. */
async function namesIn(
  queries: Pick<Sql, 'query'>,
  tables: Readonly<Record<string, string>>,
  { parties, goals }: PartnershipView,
): Promise<(piece: Piece) => string> {
  const rows = await queries.query<{ id: string; view: string }>(
    `select id, view from ${tables['organizations']} where id = any ($1::text[])`,
    [[...parties.values()].map(({ organizationId }) => organizationId)],
  );
  const organizationNames = new Map(rows.map(({ id, view }) => [id, fromStored<{ name: string }>(view).name]));
  const organization = (id: Id) => organizationNames.get(id) ?? id;
  return (piece) => {
    if (typeof piece === 'string') return piece;
    if ('goal' in piece) return goals.get(piece.goal)?.title ?? piece.goal;
    if ('organization' in piece) return organization(piece.organization);
    const known = parties.get(piece.party);
    return known === undefined ? piece.party : organization(known.organizationId);
  };
}
