import { type CivilDate, type Context, refused } from '#kernel';
import { requireKnown } from '../beside.js';
import type { Standing } from '../deciding.js';
import type { DataOf, PartnershipFacts } from './partnership.facts.js';
import { isMemberOn, type PartnershipState, partyNotLeftBy } from './partnership.js';
import { requireOwnershipSettled, requireRolesSettled, requireSharesSettled } from './partnership.settling.js';

/** An organization joins: it exists, and is not a party already on that day or after it. Who comes back is a new party. */
export function decideJoining(
  data: DataOf<'PartyJoined'>,
  state: PartnershipState,
  on: CivilDate,
  context: Context<PartnershipFacts>,
): Standing {
  const { organizationId, cohort, partOf } = data;
  const there = partyNotLeftBy(state, organizationId, on);
  if (there?.joinedOn === on && there.cohort === cohort && there.partOf === partOf) return 'already-true';
  if (there !== undefined)
    throw refused('R1', 'organizationId', `the organization is party ${there.partyId} already, since ${there.joinedOn}`);
  const { organization } = context.facts;
  if (organization?.registeredOn === undefined)
    throw refused('R16', 'organizationId', `organization ${organizationId} is not there`);
  if (organization.mergedInto !== undefined)
    throw refused('R16', 'organizationId', `the organization was merged into ${organization.mergedInto}: that one joins`);
  if (organization.closedOn !== undefined && organization.closedOn < on)
    throw refused('R16', 'organizationId', `the organization was closed on ${organization.closedOn}`);
  if (partOf !== undefined && !isMemberOn(state, partOf, on))
    throw refused('R16', 'partOf', `party ${partOf} was not a member on ${on}`);
  return 'new';
}

/** A party leaves when all it owes, is owed alone and owns is settled (rules 8 and 9). Its roles end with it. */
export function decideLeaving(
  data: DataOf<'PartyLeft'>,
  state: PartnershipState,
  on: CivilDate,
  context: Context<PartnershipFacts>,
): Standing {
  const { partyId } = data;
  const party = state.parties.get(partyId);
  if (party === undefined) throw refused('R16', 'partyId', `party ${partyId} is not in this partnership`);
  if (party.leftOn !== undefined) return 'already-true';
  if (on < party.joinedOn) throw refused('R16', 'occurredOn', `the party joined on ${party.joinedOn}`);
  const { commitments = new Map() } = context.facts;
  requireSharesSettled(commitments, state, partyId);
  requireRolesSettled(commitments, state, partyId);
  return 'new';
}

/** A person takes a role in a member party. */
export function decideRole(data: DataOf<'RoleAssigned'>, state: PartnershipState, on: CivilDate): Standing {
  const { personId, partyId, title, succeeds } = data;
  requireKnown(state.parties, partyId, 'partyId', 'party');
  if (!isMemberOn(state, partyId, on)) throw refused('R1', 'partyId', `party ${partyId} was not a member on ${on}`);
  const before = succeeds === undefined ? undefined : state.roles.get(succeeds);
  if (succeeds !== undefined && before?.partyId !== partyId)
    throw refused('R16', 'succeeds', `role ${succeeds} is not one of party ${partyId}`);
  if (before !== undefined && on < before.from) throw refused('R16', 'succeeds', `the role it succeeds began on ${before.from}`);
  const held = [...state.roles.values()].some(
    (role) =>
      role.personId === personId &&
      role.partyId === partyId &&
      role.title === title &&
      role.from <= on &&
      (role.until === undefined || on <= role.until),
  );
  return held ? 'already-true' : 'new';
}

/** A role ends when each open commitment it owns has found an owner, or explicitly has none (rule 9). */
export function decideRoleEnd(
  data: DataOf<'RoleEnded'>,
  state: PartnershipState,
  on: CivilDate,
  context: Context<PartnershipFacts>,
): Standing {
  const { roleId } = data;
  const role = state.roles.get(roleId);
  if (role === undefined) throw refused('R16', 'roleId', `role ${roleId} is not in this partnership`);
  if (role.until !== undefined) return 'already-true';
  if (on < role.from) throw refused('R16', 'occurredOn', `the role was assigned on ${role.from}`);
  requireOwnershipSettled(context.facts.commitments ?? new Map(), roleId, 'roleId');
  return 'new';
}
