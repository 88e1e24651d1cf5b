import { type Id, refused } from '#kernel';
import { requireActing, requireAdministering } from '../acting.js';
import { requireKnown } from '../beside.js';
import type { AgreementBy } from './commitment.events.js';
import { type DataOf, type Matter, owing, requireNotBefore, requireOneOf } from './commitment.matter.js';
import { requireOpenShare } from './commitment.shares.js';
import { partiesTo } from './commitment.standing.js';
import type { Proposal } from './commitment.state.js';

/** Rule 2: an owing party says alone when it expects to be done; the date in force stays. */
export function decideAnnounced(data: DataOf<'DueDateAnnounced'>, matter: Matter): void {
  requireOneOf(matter, data.party, 'party', owing(matter.state), 'a party that owes', 'bound before');
  requireNotBefore(data.expectedOn, matter.on, 'expectedOn');
}

/** Rule 2 for another date, of the whole or of a share: any party to the commitment proposes it, and agrees by proposing. */
export function decideProposed(data: DataOf<'DueDateProposed'>, matter: Matter): void {
  const { of, by, dueOn } = data;
  requireOneOf(matter, by, 'by', partiesTo(matter.state), 'a party that owes or is owed', 'member only');
  if (of.kind === 'share') requireOpenShare(matter, of.party, 'of.party');
  requireNotBefore(dueOn, matter.on, 'dueOn');
}

function requireProposal({ state }: Matter, proposalId: Id): Proposal {
  const proposal = state.proposals.get(proposalId);
  if (proposal === undefined) throw refused('R16', 'proposalId', `proposal ${proposalId} is not in this commitment`);
  return proposal;
}

/** Rule 2: an agreed date is not before the day of the agreement; agreed by a party to the commitment, or its body. */
export function decideAgreed(data: DataOf<'DueDateAgreed'>, matter: Matter): void {
  const { dueOn } = requireProposal(matter, data.proposalId).proposed.data;
  requireSay(data.by, matter);
  if (dueOn < matter.on)
    throw refused('R2', 'proposalId', `the date proposed, ${dueOn}, lies before ${matter.on}: propose a later one`);
}

/** A party says no while the date is not yet agreed by all. */
export function decideDeclined(data: DataOf<'DueDateDeclined'>, matter: Matter): void {
  requireProposal(matter, data.proposalId);
  requireSay(data.by, matter);
  if (matter.state.moves.some((move) => move.proposalId === data.proposalId))
    throw refused('R12', 'proposalId', 'all have agreed to this date: what was agreed is changed by proposing another');
}

function requireSay(by: AgreementBy, matter: Matter): void {
  if ('party' in by) {
    requireOneOf(matter, by.party, 'by.party', partiesTo(matter.state), 'a party that owes or is owed', 'bound before');
    return;
  }
  const { changesAgreedBy } = matter.terms;
  requireKnown(matter.partnership.bodies, by.bodyId, 'by.bodyId', 'governance body');
  if (changesAgreedBy === 'every-party' || changesAgreedBy.bodyId !== by.bodyId)
    throw refused('R12', 'by.bodyId', 'changes of this commitment are not agreed by that body');
  requireAdministering(matter.partnership, matter.context);
  const { actor } = matter.context;
  if ('partyId' in actor && actor.partyId !== undefined)
    requireActing(matter.partnership, matter.context, actor.partyId, 'actor.partyId');
}
