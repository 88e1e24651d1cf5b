import { type PartnershipEvent, type PartnershipEventOf, type PartnershipState, partnershipShape } from '#domain';
import type { Sql } from '#event-store';
import { type CivilDate, dayOf, type Id, type Instant, type ViewAt } from '#kernel';
import { type Answer, type Projection, readModels } from '#projections';
import { keyIn, limitOf, type Page, type PageRequest, pageOf, pageWithin, searchable } from '../page.js';
import { eventsIn, perStream, selectEvents, zoneIn } from '../per-stream.js';
import { statesAt } from '../states-at.js';
import { fromStored } from '../stored.js';

type Said<Type extends 'ContributionRecorded' | 'ContextNoted'> = PartnershipEventOf<Type>['data'] &
  Readonly<{ on: CivilDate; eventId: Id }>;

/** A partnership with its parties, roles, bodies and goals, and what was given and noted. */
export type PartnershipView = Omit<PartnershipState, 'log'> &
  Readonly<{
    partnershipId: Id;
    contributions: readonly Said<'ContributionRecorded'>[];
    context: readonly Said<'ContextNoted'>[];
  }>;

export const partnerships: Projection = perStream(partnershipShape, {
  name: 'partnerships',
  version: 2,
  table: 'partnerships',
  keepsEvents: true,
  columns: 'sort_name text not null collate "C"',
  indexes: ['sort_name, id'],
  also: (view: PartnershipView) => ({ sort_name: searchable(view.name) }),
  view: ({ id, state }) => viewOf(id, state),
});

function viewOf(partnershipId: Id, { log, ...state }: PartnershipState): PartnershipView {
  return {
    partnershipId,
    ...state,
    contributions: [...log.values()].flatMap((fact) =>
      fact.type === 'ContributionRecorded' ? [{ ...fact.data, on: fact.day, eventId: fact.id }] : [],
    ),
    context: [...log.values()].flatMap((fact) =>
      fact.type === 'ContextNoted' ? [{ ...fact.data, on: fact.day, eventId: fact.id }] : [],
    ),
  };
}

const LIST = 'partnerships';

/** `only`: this one alone, for who may see no other. */
type Wanted = PageRequest & Readonly<{ only?: Id }>;

/**
 * Partnerships by name, without what is inside them.
 * @throws LedgerError `invalid` (R15) for a limit or cursor that is none
 */
export function listPartnerships(sql: Sql, request: Wanted = {}): Promise<Answer<Page<PartnershipView>>> {
  const limit = limitOf(request);
  const [name, id] = keyIn({ ...request, list: LIST }, 2) ?? [];
  return readModels(sql, [partnerships], async (queries, tables) => {
    const rows = await queries.query<{ view: string }>(
      `select view from ${tables['partnerships']} where ($1::text is null or (sort_name, id) > ($1, $2)) and ($4::text is null or id = $4)
       order by sort_name, id limit $3`,
      [name === undefined ? null : String(name), id === undefined ? null : String(id), limit + 1, request.only ?? null],
    );
    const views = rows.map(({ view }) => fromStored<PartnershipView>(view));
    return pageOf(views, limit, keyOf, LIST);
  });
}

/**
 * The same list as it was known at an instant, by the names of then, each in the days of its own zone.
 * @param at `on` is the day of the instant in each zone where it is not said
 */
export function listPartnershipsAt(
  sql: Sql,
  { asOf, on, basis }: Readonly<{ asOf: Instant; on?: CivilDate }> & Pick<ViewAt, 'basis'>,
  request: Wanted = {},
): Promise<Answer<Page<PartnershipView>>> {
  return readModels(sql, [partnerships], async (queries, tables) => {
    const rows = await queries.query<{ event: string }>(selectEvents(tables, 'partnerships', 'true'));
    const states = statesAt(partnershipShape, eventsIn<PartnershipEvent>(rows), (own) => {
      const timeZone = zoneIn(own);
      return { asOf, on: on ?? dayOf(asOf, timeZone), basis, timeZone };
    });
    const views = [...states].flatMap(([id, state]) =>
      request.only === undefined || request.only === id ? [viewOf(id, state)] : [],
    );
    return pageWithin(views, { ...request, list: LIST }, keyOf);
  });
}

function keyOf({ name, partnershipId }: PartnershipView): readonly string[] {
  return [searchable(name), partnershipId];
}

/** One partnership; null where it is not there. */
export function partnership(sql: Sql, id: Id): Promise<Answer<PartnershipView | null>> {
  return readModels(sql, [partnerships], (queries, tables) => partnershipIn(queries, tables, id));
}

/** For reads of several read models at one moment. */
export async function partnershipIn(
  queries: Pick<Sql, 'query'>,
  tables: Readonly<Record<string, string>>,
  id: Id,
): Promise<PartnershipView | null> {
  const [row] = await queries.query<{ view: string }>(`select view from ${tables['partnerships']} where id = $1`, [id]);
  return row === undefined ? null : fromStored<PartnershipView>(row.view);
}
