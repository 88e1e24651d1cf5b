import { type OrganizationState, organizationShape } from '#domain';
import type { Sql } from '#event-store';
import type { Id } from '#kernel';
import { type Answer, type Projection, readModels } from '#projections';
import { keyIn, limitOf, type Page, type PageRequest, pageOf, searchable } from '../page.js';
import { perStream } from '../per-stream.js';
import { fromStored } from '../stored.js';

/** An organization with all its names. */
export type OrganizationView = Omit<OrganizationState, 'log'> & Readonly<{ organizationId: Id }>;

export const organizations: Projection = perStream(organizationShape, {
  name: 'organizations',
  version: 1,
  table: 'organizations',
  columns: 'sort_name text not null collate "C", search text not null',
  indexes: ['sort_name, id'],
  also: (view: OrganizationView) => ({
    sort_name: searchable(view.name),
    search: searchable([view.name, ...view.aliases, ...view.externalIds.map(({ value }) => value)].join('\n')),
  }),
  view: ({ id, state: { log: _log, ...state } }) => ({ organizationId: id, ...state }),
});

/**
 * Organizations by name, those whose name, alias or external id holds the words of `q`, whatever their case and accents.
 * @throws LedgerError `invalid` (R15) for a limit or cursor that is none
 */
export function listOrganizations(
  sql: Sql,
  request: PageRequest & Readonly<{ q?: string }> = {},
): Promise<Answer<Page<OrganizationView>>> {
  const limit = limitOf(request);
  const [name, id] = keyIn(request, 2) ?? [];
  const words = searchable(request.q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return readModels(sql, [organizations], async (queries, tables) => {
    const rows = await queries.query<{ view: string }>(
      `select view from ${tables['organizations']}
       where ($1::text is null or (sort_name, id) > ($1, $2))
         and not exists (select from unnest($3::text[]) word where position(word in search) = 0)
       order by sort_name, id limit $4`,
      [name ?? null, id ?? null, words, limit + 1],
    );
    const views = rows.map(({ view }) => fromStored<OrganizationView>(view));
    return pageOf(views, limit, (view) => [searchable(view.name), view.organizationId]);
  });
}

/** One organization; null where it is not there. */
export function organization(sql: Sql, id: Id): Promise<Answer<OrganizationView | null>> {
  return readModels(sql, [organizations], async (queries, tables) => {
    const [row] = await queries.query<{ view: string }>(`select view from ${tables['organizations']} where id = $1`, [id]);
    return row === undefined ? null : fromStored<OrganizationView>(row.view);
  });
}
