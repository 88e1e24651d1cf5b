import { type OrganizationEvent, type OrganizationState, organizationShape } from '#domain';
import type { Sql } from '#event-store';
import type { Id, ViewAt } from '#kernel';
import { type Answer, type Projection, readModels, type TableNames } from '#projections';
import { keyIn, limitOf, type Page, type PageRequest, pageOf, pageWithin, searchable } from '../page.js';
import { eventsIn, perStream, selectEvents } from '../per-stream.js';
import { statesAt } from '../states-at.js';
import { fromStored } from '../stored.js';

/** An organization with all its names. */
export type OrganizationView = Omit<OrganizationState, 'log'> & Readonly<{ organizationId: Id }>;

export const organizations: Projection = perStream(organizationShape, {
  name: 'organizations',
  version: 2,
  table: 'organizations',
  keepsEvents: true,
  columns: 'sort_name text not null collate "C", search text not null',
  indexes: ['sort_name, id'],
  also: (view: OrganizationView) => ({
    sort_name: searchable(view.name),
    search: searched(view),
  }),
  view: ({ id, state: { log: _log, ...state } }) => ({ organizationId: id, ...state }),
});

type Wanted = PageRequest & Readonly<{ q?: string }>;

const LIST = 'organizations';

/** What is looked through for an organization. */
function searched({ name, aliases, externalIds }: OrganizationState | OrganizationView): string {
  return searchable([name, ...aliases, ...externalIds.map(({ value }) => value)].join('\n'));
}

/** What is looked for; no text holds NUL, and nothing is found by it. */
function lookedFor(q = ''): readonly string[] {
  return searchable(q)
    .split(/[\s\0]+/)
    .filter((word) => word !== '');
}

/**
 * Organizations by name, those whose name, alias or external id holds the words of `q`, whatever their case and accents.
 * @throws LedgerError `invalid` (R15) for a limit or cursor that is none
 */
export function listOrganizations(sql: Sql, request: Wanted = {}): Promise<Answer<Page<OrganizationView>>> {
  const limit = limitOf(request);
  const [name, id] = keyIn({ ...request, list: LIST }, 2) ?? [];
  return readModels(sql, [organizations], async (queries, tables) => {
    const rows = await queries.query<{ view: string }>(
      `select view from ${tables['organizations']}
       where ($1::text is null or (sort_name, id) > ($1, $2))
         and not exists (select from unnest($3::text[]) word where position(word in search) = 0)
       order by sort_name, id limit $4`,
      [textOf(name), textOf(id), lookedFor(request.q), limit + 1],
    );
    const views = rows.map(({ view }) => fromStored<OrganizationView>(view));
    return pageOf(views, limit, keyOf, LIST);
  });
}

/** The same list as it was known at a moment, by the names of then; its days are days of UTC, for it belongs to no zone. */
export function listOrganizationsAt(sql: Sql, at: ViewAt, request: Wanted = {}): Promise<Answer<Page<OrganizationView>>> {
  return readModels(sql, [organizations], async (queries, tables) => {
    const words = lookedFor(request.q);
    const views = (await organizationsAt(queries, tables, at)).filter((view) => {
      const text = searched(view);
      return words.every((word) => text.includes(word));
    });
    return pageWithin(views, { ...request, list: LIST }, keyOf);
  });
}

/** Every organization that there was at a moment, for reads of several read models. */
export async function organizationsAt(
  queries: Pick<Sql, 'query'>,
  tables: TableNames,
  at: ViewAt,
): Promise<readonly OrganizationView[]> {
  const rows = await queries.query<{ event: string }>(selectEvents(tables, 'organizations', 'true'));
  const states = statesAt(organizationShape, eventsIn<OrganizationEvent>(rows), at);
  return [...states].map(([organizationId, { log: _log, ...state }]) => ({ organizationId, ...state }));
}

function keyOf({ name, organizationId }: OrganizationView): readonly string[] {
  return [searchable(name), organizationId];
}

function textOf(part: string | number | undefined): string | null {
  return part === undefined ? null : String(part);
}

/** One organization; null where it is not there. */
export function organization(sql: Sql, id: Id): Promise<Answer<OrganizationView | null>> {
  return readModels(sql, [organizations], async (queries, tables) => {
    const [row] = await queries.query<{ view: string }>(`select view from ${tables['organizations']} where id = $1`, [id]);
    return row === undefined ? null : fromStored<OrganizationView>(row.view);
  });
}
