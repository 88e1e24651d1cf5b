import { type CivilDate, refused } from '#kernel';
import { requireActing } from '../acting.js';
import type { PartnershipState } from '../partnership/partnership.js';
import type { Owner, PartyId, Target } from './commitment.events.js';
import {
  type DataOf,
  isBound,
  type Matter,
  owing,
  requireActorOneOf,
  requireEvidence,
  requireNamed,
  requireNotBefore,
  requireOneOf,
} from './commitment.matter.js';
import { isDenied, ownerOf, shareHeldBy } from './commitment.standing.js';
import type { Milestone } from './commitment.state.js';

/** Rule 16: an owner holds the role it owns in, in that party, on the day. */
export function requireOwner(partnership: PartnershipState, owner: Owner, on: CivilDate): void {
  if (owner === 'without-owner') return;
  const role = partnership.roles.get(owner.roleId);
  if (role === undefined) throw refused('R16', 'owner.roleId', `role ${owner.roleId} is not in this partnership`);
  if (role.personId !== owner.personId) throw refused('R16', 'owner.personId', 'this person does not hold the role');
  if (role.partyId !== owner.party) throw refused('R16', 'owner.party', 'the role is in another party');
  const holds = role.from <= on && (role.until === undefined || on <= role.until);
  if (!holds) throw refused('R16', 'owner.roleId', `the person did not hold the role on ${on}`);
}

/** Who carries the commitment: those who owe, and the party of its owner. */
function carrying(matter: Matter): readonly PartyId[] {
  const owner = ownerOf(matter.state);
  return owner === 'without-owner' ? owing(matter.state) : [...owing(matter.state), owner.party];
}

const CARRYING = 'a party that owes, or that of the owner,';

export function decideOwner(data: DataOf<'OwnerChanged'>, matter: Matter): void {
  requireActorOneOf(matter, carrying(matter), CARRYING, 'member only');
  requireOwner(matter.partnership, data.owner, matter.on);
}

/** Rules 1 and 2 for a new milestone. */
export function decidePlanned(data: DataOf<'MilestonePlanned'>, matter: Matter): void {
  const { party, dueOn } = data;
  if (party !== undefined && !owing(matter.state).includes(party))
    throw refused(
      'R16',
      'party',
      `party ${party} owes nothing in this commitment: a milestone is on the way of a party that does`,
    );
  requireActorOneOf(matter, carrying(matter), CARRYING, 'member only');
  requireNotBefore(dueOn, matter.on, 'dueOn');
}

function requireMilestone({ state }: Matter, milestoneId: string, field: string): Milestone {
  const milestone = state.milestones.get(milestoneId);
  if (milestone === undefined || isDenied(milestone.planned, state.confirmations))
    throw refused('R16', field, `milestone ${milestoneId} is not planned in this commitment`);
  return milestone;
}

/** Whose milestone it is: its party's, else of all who carry the commitment. */
function holdersOf(milestone: Milestone, matter: Matter): readonly PartyId[] {
  const { party } = milestone.planned.data;
  const owner = ownerOf(matter.state);
  if (party === undefined) return carrying(matter);
  return owner === 'without-owner' ? [party] : [party, owner.party];
}

/** A milestone is reached, moved or dropped by those whose it is; reopened also by those who are owed. */
export function decideStep(
  event:
    | Readonly<{ type: 'MilestoneReached'; data: DataOf<'MilestoneReached'> }>
    | Readonly<{ type: 'MilestoneReopened'; data: DataOf<'MilestoneReopened'> }>
    | Readonly<{ type: 'MilestoneRescheduled'; data: DataOf<'MilestoneRescheduled'> }>
    | Readonly<{ type: 'MilestoneDropped'; data: DataOf<'MilestoneDropped'> }>,
  matter: Matter,
): void {
  const milestone = requireMilestone(matter, event.data.milestoneId, 'milestoneId');
  const isReport = event.type === 'MilestoneReached' || event.type === 'MilestoneReopened';
  const among = [...holdersOf(milestone, matter), ...(event.type === 'MilestoneReopened' ? matter.terms.owedTo : [])];
  requireActorOneOf(matter, among, 'the party whose milestone it is', isReport ? 'bound before' : 'member only');
  if (milestone.state === 'dropped') throw refused('R6', 'milestoneId', 'the milestone was dropped: plan another');
  if (event.type === 'MilestoneRescheduled') requireNotBefore(event.data.dueOn, matter.on, 'dueOn');
}

/** Rule 1: a report is the word of a party on its own share, or of one that carries the whole or the milestone. */
export function decideReport(data: DataOf<'ProgressReported'>, matter: Matter): void {
  const { of, party } = data;
  const among = reporters(of, matter);
  requireNamed(matter, party, 'party');
  if (party !== undefined) requireOneOf(matter, party, 'party', among, 'the party whose word it is to give', 'bound before');
}

function reporters(of: Target, matter: Matter): readonly PartyId[] {
  switch (of.kind) {
    case 'whole':
      return carrying(matter);
    case 'share':
      if (shareHeldBy(matter.state, of.party) === undefined)
        throw refused('R4', 'of.party', `party ${of.party} holds no share in this commitment`);
      return [of.party];
    case 'milestone':
      return holdersOf(requireMilestone(matter, of.milestoneId, 'of.milestoneId'), matter);
  }
}

/** A follow-up asks the owner: it is somebody else's act. */
export function decideFollowUp(data: DataOf<'FollowedUp'>, matter: Matter): void {
  const { actor } = matter.context;
  const owner = ownerOf(matter.state);
  requireActing(matter.partnership, matter.context, data.party, 'party');
  if (owner !== 'without-owner' && actor.kind === 'person' && actor.personId === owner.personId)
    throw refused('R1', 'actor.personId', 'the owner is asked, and does not follow up on itself');
  if (data.answered === undefined && data.answeredBy !== undefined)
    throw refused('R15', 'answered', `say what party ${data.answeredBy} answered`);
  if (data.answeredBy !== undefined && !carrying(matter).includes(data.answeredBy))
    throw refused('R16', 'answeredBy', `party ${data.answeredBy} owes nothing in this commitment`);
  requireNotBefore(data.nextOn, matter.on, 'nextOn');
}

/** Rule 16 for the link; rule 1: any member, or a party that was bound, may bring evidence forward. */
export function decideLink(data: DataOf<'EvidenceLinked'>, matter: Matter): void {
  const { by, to } = data;
  requireNamed(matter, by, 'by');
  if (by !== undefined) requireActing(matter.partnership, matter.context, by, 'by', isBound(matter, by));
  requireEvidence(matter.facts, data, '');
  if (to.kind === 'milestone') requireMilestone(matter, to.milestoneId, 'to.milestoneId');
  if (to.kind === 'criterion' && !matter.terms.doneWhen.some((criterion) => criterion.id === to.criterionId))
    throw refused('R16', 'to.criterionId', `the commitment has no criterion ${to.criterionId}`);
}

/** Rule 1: a link is taken back by the party that made it. */
export function decideUnlink(data: DataOf<'EvidenceUnlinked'>, matter: Matter): void {
  const link = matter.state.links.get(data.linkId);
  if (link === undefined) throw refused('R16', 'linkId', `link ${data.linkId} is not in this commitment`);
  const { by } = link.linked.data;
  if (by === undefined) requireActorOneOf(matter, carrying(matter), CARRYING, 'member only');
  else requireActorOneOf(matter, [by], 'the party that linked it', 'member only');
}
