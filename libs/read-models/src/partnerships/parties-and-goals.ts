import type { Goal, Party, Role } from '#domain';
import type { Sql } from '#event-store';
import type { Id } from '#kernel';
import { type Answer, readModels } from '#projections';
import type { Status } from '#scoring';
import type { BoardRow } from '../commitments-board/board.js';
import { BOARD, boardRowsIn, type Now } from '../commitments-board/commitments-board.js';
import { type OrganizationView, organizations } from '../organizations/organizations.js';
import { fromStored } from '../stored.js';
import { partnershipIn } from './partnerships.js';

/** Commitments by status, each with the ids it counted. */
export type ByStatus = Readonly<Partial<Record<Status, readonly Id[]>>>;

/** A party with its organization's name, who holds its roles, and how its commitments stand. They do not add up. */
export type PartyView = Party &
  Readonly<{
    name: string | null;
    kind: OrganizationView['kind'] | null;
    roles: readonly Role[];
    owes: ByStatus;
    owed: ByStatus;
  }>;

/** A goal with how its commitments stand; `goalId: null` are those without a goal. */
export type GoalView = Readonly<{ goal: Goal | null; commitments: ByStatus }>;

function byStatus(rows: readonly BoardRow[]): ByStatus {
  const counted: Partial<Record<Status, Id[]>> = {};
  for (const { status, commitmentId } of rows) {
    const ids = counted[status] ?? [];
    ids.push(commitmentId);
    counted[status] = ids;
  }
  for (const ids of Object.values(counted)) ids.sort();
  return counted;
}

/** The parties of a partnership, those that left included; null where there is no such partnership. */
export function listParties(sql: Sql, partnershipId: Id, now: Now): Promise<Answer<readonly PartyView[] | null>> {
  return readModels(sql, [...BOARD, organizations], async (queries, tables) => {
    const partnership = await partnershipIn(queries, tables, partnershipId);
    if (partnership === null) return null;
    const parties = [...partnership.parties.values()];
    const rows = await boardRowsIn(queries, tables, partnership, now);
    const found = await queries.query<{ id: string; view: string }>(
      `select id, view from ${tables['organizations']} where id = any ($1::text[])`,
      [parties.map(({ organizationId }) => organizationId)],
    );
    const known = new Map(found.map(({ id, view }) => [id, fromStored<OrganizationView>(view)]));
    return parties.map((party) => ({
      ...party,
      name: known.get(party.organizationId)?.name ?? null,
      kind: known.get(party.organizationId)?.kind ?? null,
      roles: [...partnership.roles.values()].filter(({ partyId }) => partyId === party.partyId),
      owes: byStatus(rows.filter(({ shares }) => shares.some((share) => share.party === party.partyId))),
      owed: byStatus(rows.filter(({ terms }) => terms.owedTo.includes(party.partyId))),
    }));
  });
}

/** The goals of a partnership, and its commitments without one; null where there is no such partnership. */
export function listGoals(sql: Sql, partnershipId: Id, now: Now): Promise<Answer<readonly GoalView[] | null>> {
  return readModels(sql, BOARD, async (queries, tables) => {
    const partnership = await partnershipIn(queries, tables, partnershipId);
    if (partnership === null) return null;
    const rows = await boardRowsIn(queries, tables, partnership, now);
    const goals: readonly (Goal | null)[] = [...partnership.goals.values(), null];
    return goals.map((goal) => ({
      goal,
      commitments: byStatus(rows.filter(({ terms }) => (terms.goalId ?? null) === (goal?.goalId ?? null))),
    }));
  });
}
