import { type Id, refused, type Seen } from '#kernel';
import { isKeptOn, isOpen, openSharesOf, ownedBy } from '../commitment/commitment.standing.js';
import type { CommitmentState } from '../commitment/commitment.state.js';
import type { PartnershipState } from './partnership.js';

/** The partnership's commitments, by id, as read beside its stream. */
export type Commitments = ReadonlyMap<Id, Seen<CommitmentState>>;

function commitmentsThat(commitments: Commitments, ask: (state: CommitmentState) => boolean): readonly Id[] {
  return [...commitments].filter(([, { state }]) => ask(state)).map(([commitmentId]) => commitmentId);
}

/**
 * Rule 8: a party leaves when each of its open shares is transferred, released, broken or kept on, and what is owed to it
 * alone, or only to others that have left, is released or re-addressed. An agreement that waits for confirmation settles nothing.
 * @throws LedgerError `refused`, naming the commitments that are not settled
 */
export function requireSharesSettled(commitments: Commitments, partnership: PartnershipState, partyId: Id): void {
  const owing = commitmentsThat(commitments, (state) => openSharesOf(state, partyId).length > 0);
  const unsettled = `has an open share in ${owing.join(', ')}: each is transferred, released, declared broken or kept on first`;
  if (owing.length > 0) throw refused('R8', 'partyId', `party ${partyId} ${unsettled}`);
  const hasLeft = (party: Id) => partnership.parties.get(party)?.leftOn !== undefined;
  const isOwedToAlone = ({ made }: CommitmentState) => {
    const { owedTo = [] } = made?.data ?? {};
    return owedTo.includes(partyId) && owedTo.every((party) => party === partyId || hasLeft(party));
  };
  const owed = commitmentsThat(commitments, (state) => isOpen(state) && isOwedToAlone(state));
  const alone = `is the only party left that ${owed.join(', ')} is owed to: each is released or re-addressed first`;
  if (owed.length > 0) throw refused('R8', 'partyId', `party ${partyId} ${alone}`);
}

/**
 * Rule 9: a role ends when each open commitment it owns has a new owner, or is explicitly left without one.
 * @throws LedgerError `refused`, naming the commitments
 */
export function requireOwnershipSettled(commitments: Commitments, roleId: Id, field: string): void {
  const owned = commitmentsThat(commitments, (state) => ownedBy(state, roleId));
  const unsettled = `owns ${owned.join(', ')}: each is given a new owner, or explicitly left without owner, first`;
  if (owned.length > 0) throw refused('R9', field, `role ${roleId} ${unsettled}`);
}

/**
 * Rule 9 for a party that leaves, and with it its roles. Where it is kept on, its people stay the owners.
 */
export function requireRolesSettled(commitments: Commitments, partnership: PartnershipState, partyId: Id): void {
  const others = new Map([...commitments].filter(([, { state }]) => !isKeptOn(state, partyId)));
  for (const role of partnership.roles.values())
    if (role.partyId === partyId && role.until === undefined) requireOwnershipSettled(others, role.roleId, 'partyId');
}

/**
 * Rule 10: a partnership ends when each open commitment has ended, or the partnership that carries them on is named.
 * @throws LedgerError `refused`, naming the commitments
 */
export function requireCommitmentsSettled(commitments: Commitments, carriedOnBy: Id | undefined): void {
  const open = commitmentsThat(commitments, isOpen);
  const unsettled = `${open.join(', ')} would be left open: each ends first, or the partnership that carries them on is named`;
  if (open.length > 0 && carriedOnBy === undefined) throw refused('R10', 'carriedOnBy', unsettled);
}
