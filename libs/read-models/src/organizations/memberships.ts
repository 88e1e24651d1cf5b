import type { Sql } from '#event-store';
import { type Id, streamParts, type ViewAt } from '#kernel';
import { type Answer, readModels } from '#projections';
import { partnerships } from '../partnerships/partnerships.js';
import { eventsIn, selectEvents } from '../per-stream.js';
import { type OrganizationView, organizations, organizationsAt } from './organizations.js';

/** An organization with those that became part of it, and every partnership that ever named one of them. */
export type Memberships = Readonly<{ organizationIds: ReadonlySet<Id>; partnershipIds: readonly Id[] }>;

/**
 * Where to look for what an organization owes and is owed: what was merged into it, by whatever number of steps, is part of
 * it from the merger on. Whether it was a party at the moment, the partnership's own events say.
 * @returns null where there was no such organization
 */
export function membershipsOf(sql: Sql, organizationId: Id, at: ViewAt): Promise<Answer<Memberships | null>> {
  return readModels(sql, [organizations, partnerships], async (queries, tables) => {
    const all = await organizationsAt(queries, tables, at);
    if (!all.some((its) => its.organizationId === organizationId)) return null;
    const organizationIds = withMerged(organizationId, all);
    const naming = await queries.query<{ event: string }>(selectEvents(tables, 'partnerships', 'e.event like any ($1::text[])'), [
      [...organizationIds].map((id) => `%"${id}"%`),
    ]);
    const partnershipIds = new Set(eventsIn(naming).map(({ stream }) => streamParts(stream).id));
    return { organizationIds, partnershipIds: [...partnershipIds].sort() };
  });
}

function withMerged(organizationId: Id, all: readonly OrganizationView[]): ReadonlySet<Id> {
  const found = new Set([organizationId]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { organizationId: id, mergedInto } of all) if (mergedInto !== undefined && found.has(mergedInto)) found.add(id);
  }
  return found;
}
