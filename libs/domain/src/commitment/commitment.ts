import { DoesNotApply, type Evolve, type Id, isAboutFact, later, never, type Shape, type Side, withWord } from '#kernel';
import type { CommitmentEvent, PartyId } from './commitment.events.js';
import {
  endOf,
  isBroken,
  milestoneAfter,
  neededForChange,
  neededForRelease,
  neededForShare,
  neededForTransfer,
  ownDateOf,
  shareHeldBy,
} from './commitment.standing.js';
import {
  type Claim,
  type CommitmentFact,
  type CommitmentState,
  type FactOf,
  type HeldShare,
  nothingMade,
  type Proposal,
} from './commitment.state.js';

function withEntry<V>(map: ReadonlyMap<Id, V>, id: Id, value: V): ReadonlyMap<Id, V> {
  return new Map(map).set(id, value);
}

/**
 * How a fact changes a commitment. Total: a fact that does not apply at its place is answered with the rule it breaks.
 * In a view facts come in the order of their days, so an answer may come before what it answers: it waits for it.
 */
const evolve: Evolve<CommitmentState, CommitmentEvent> = (state, its) => {
  const fact = its as CommitmentFact;
  const next = applied(state, fact);
  if (next instanceof DoesNotApply) return next;
  return answered({ ...next, log: state.log.with(its) }, fact);
};

/** The thing a fact makes, by the id under which answers name it. */
function made(fact: CommitmentFact): Id | undefined {
  switch (fact.type) {
    case 'MilestonePlanned':
      return fact.data.milestoneId;
    case 'DueDateProposed':
      return fact.data.proposalId;
    case 'EvidenceLinked':
      return fact.data.linkId;
    case 'FulfilmentClaimed':
      return fact.data.claimId;
    default:
      return undefined;
  }
}

/** Applies the answers that waited for this fact, or for what it made. */
function answered(state: CommitmentState, fact: CommitmentFact): CommitmentState {
  return [made(fact), fact.id].reduce(answeredTo, state);
}

function answeredTo(state: CommitmentState, id: Id | undefined): CommitmentState {
  const answers = id === undefined ? undefined : state.waiting.get(id);
  if (id === undefined || answers === undefined) return state;
  const waiting = new Map(state.waiting);
  waiting.delete(id);
  return answers.reduce<CommitmentState>(
    (before, answer) => {
      const after = applied(before, answer);
      return after instanceof DoesNotApply ? before : after;
    },
    { ...state, waiting },
  );
}

function waits(state: CommitmentState, id: Id, fact: CommitmentFact): CommitmentState {
  return { ...state, waiting: withEntry(state.waiting, id, [...(state.waiting.get(id) ?? []), fact]) };
}

/** What may still come after an end (rule 6), and the answers that judge what came before it. */
const AFTER_THE_END: ReadonlySet<CommitmentEvent['type']> = new Set([
  'EvidenceLinked',
  'EvidenceUnlinked',
  'ClaimWithdrawn',
  'FulfilmentVerified',
  'FulfilmentRejected',
  'FactCorrected',
  'RecordConfirmed',
  'RecordContested',
]);

/** Before the making, or after an end that takes no such fact any more. */
function outOfPlace(state: CommitmentState, fact: CommitmentFact): DoesNotApply | undefined {
  if (fact.type === 'CommitmentMade')
    return state.made === undefined ? undefined : new DoesNotApply('R16', 'the commitment was made already');
  // What strikes the making, and the words on that, stand beside a commitment that is no more.
  if (state.made === undefined) return isAboutFact(fact) ? undefined : new DoesNotApply('R2', 'the commitment was not made yet');
  const end = endOf(state);
  // Kept and released are what verdicts and releases add up to, and these may be dated before acts recorded before them.
  const isWordless = end?.kind === 'kept' || end?.kind === 'released';
  if (end !== undefined && !isWordless && !AFTER_THE_END.has(fact.type))
    return new DoesNotApply('R6', `the commitment was ${end.kind}`);
  return undefined;
}

function applied(state: CommitmentState, fact: CommitmentFact): CommitmentState | DoesNotApply {
  const misplaced = outOfPlace(state, fact);
  if (misplaced !== undefined) return misplaced;
  switch (fact.type) {
    case 'CommitmentMade':
      return begun(state, fact);
    case 'ShareAdded':
    case 'ShareTransferred':
    case 'ShareReleased':
    case 'ShareKeptOn':
    case 'CommitmentBroken':
      return withShare(state, fact);
    case 'MilestonePlanned': {
      const { milestoneId } = fact.data;
      return withMilestone(state, { milestoneId, planned: fact, steps: [] });
    }
    case 'MilestoneReached':
    case 'MilestoneReopened':
    case 'MilestoneRescheduled':
    case 'MilestoneDropped':
      return withStep(state, fact);
    case 'ProgressReported':
      return { ...state, reports: [...state.reports, fact] };
    case 'FollowedUp':
      return { ...state, followUps: [...state.followUps, fact] };
    case 'DueDateAnnounced':
      return { ...state, announcements: [...state.announcements, fact] };
    case 'DueDateProposed': {
      const { proposalId } = fact.data;
      return {
        ...state,
        proposals: withEntry(state.proposals, proposalId, { proposalId, proposed: fact, answers: new Map() }),
      };
    }
    case 'DueDateAgreed':
    case 'DueDateDeclined':
      return withAnswer(state, fact);
    case 'OwnerChanged':
      return { ...state, owners: [...state.owners, { owner: fact.data.owner, from: fact.day, fact }] };
    case 'EvidenceLinked':
      return {
        ...state,
        links: withEntry(state.links, fact.data.linkId, { linkId: fact.data.linkId, linked: fact }),
      };
    case 'EvidenceUnlinked': {
      const link = state.links.get(fact.data.linkId);
      if (link === undefined) return waits(state, fact.data.linkId, fact);
      return { ...state, links: withEntry(state.links, link.linkId, { ...link, unlinked: fact }) };
    }
    case 'FulfilmentClaimed': {
      const share = shareHeldBy(state, fact.data.party);
      if (share === undefined) return new DoesNotApply('R4', 'the party held no share');
      if (isBroken(state, share)) return new DoesNotApply('R6', 'the share was broken');
      const { claimId } = fact.data;
      return { ...state, claims: withEntry(state.claims, claimId, { claimId, claimed: fact, verdicts: [] }) };
    }
    case 'ClaimWithdrawn':
    case 'FulfilmentVerified':
    case 'FulfilmentRejected':
      return withWordOnClaim(state, fact);
    case 'CommitmentWithdrawn':
    case 'CommitmentSuperseded':
      return { ...state, endings: [...state.endings, { fact, needed: neededForChange(state) }] };
    case 'RecordConfirmed':
    case 'RecordContested': {
      const about = state.log.get(fact.data.eventId);
      if (about === undefined) return waits(state, fact.data.eventId, fact);
      const heard = { ...state, confirmations: withWord(state.confirmations, fact, about) };
      return [...state.milestones.values()]
        .filter(({ steps }) => steps.some(({ id }) => id === about.id))
        .reduce(withMilestone, heard);
    }
    case 'FactCorrected':
      return state;
    default:
      return never(fact);
  }
}

function withWordOnClaim(
  state: CommitmentState,
  fact: FactOf<'ClaimWithdrawn'> | FactOf<'FulfilmentVerified'> | FactOf<'FulfilmentRejected'>,
): CommitmentState | DoesNotApply {
  const claim = state.claims.get(fact.data.claimId);
  if (claim === undefined) return waits(state, fact.data.claimId, fact);
  if (fact.type !== 'ClaimWithdrawn' && !mayJudge(state, fact.data.by, claim))
    return new DoesNotApply('R5', 'the party was not one to judge this claim');
  const said = fact.type === 'ClaimWithdrawn' ? { ...claim, withdrawn: fact } : { ...claim, verdicts: [...claim.verdicts, fact] };
  return { ...state, claims: withEntry(state.claims, claim.claimId, said) };
}

/** Rule 5: a verdict is given by a party it is owed to or the verifier named, and never on the party's own claim. */
function mayJudge({ made }: CommitmentState, party: PartyId, { claimed }: Claim): boolean {
  const { owedTo = [], verifier } = made?.data ?? {};
  return party !== claimed.data.party && (owedTo.includes(party) || party === verifier);
}

function begun(state: CommitmentState, fact: FactOf<'CommitmentMade'>): CommitmentState {
  const entered = { fact, needed: [] };
  return {
    ...state,
    made: fact,
    owners: [{ owner: fact.data.owner, from: fact.day, fact }],
    shares: fact.data.shares.map((share) => ({
      ...share,
      ...(share.dueOn === undefined ? {} : { originalDueOn: firstDueOn(fact, share.party) ?? share.dueOn }),
      entered,
      exits: [],
    })),
  };
}

/** A share's date before any correction of the making. */
function firstDueOn(fact: FactOf<'CommitmentMade'>, party: PartyId) {
  return fact.corrected?.first.data.shares.find((share) => share.party === party)?.dueOn;
}

function replaced(state: CommitmentState, share: HeldShare, by: Partial<HeldShare>): readonly HeldShare[] {
  return state.shares.map((its) => (its === share ? { ...its, ...by } : its));
}

function withShare(
  state: CommitmentState,
  fact:
    | FactOf<'ShareAdded'>
    | FactOf<'ShareTransferred'>
    | FactOf<'ShareReleased'>
    | FactOf<'ShareKeptOn'>
    | FactOf<'CommitmentBroken'>,
): CommitmentState | DoesNotApply {
  if (fact.type === 'ShareAdded') {
    const { agreedBy: _, ...share } = fact.data;
    if (shareHeldBy(state, share.party) !== undefined) return new DoesNotApply('R2', 'the party held a share already');
    const needed = neededForShare(state, share.party);
    const added = { ...share, ...(share.dueOn === undefined ? {} : { originalDueOn: share.dueOn }) };
    return { ...state, shares: [...state.shares, { ...added, entered: { fact, needed }, exits: [] }] };
  }
  const party = fact.type === 'ShareTransferred' ? fact.data.from : fact.data.party;
  const share = shareHeldBy(state, party);
  if (share === undefined) return new DoesNotApply('R4', 'the party held no share');
  switch (fact.type) {
    case 'ShareKeptOn':
      return { ...state, shares: replaced(state, share, { keptOn: fact }) };
    case 'CommitmentBroken':
      return { ...state, shares: replaced(state, share, { broken: fact }) };
    case 'ShareReleased': {
      const needed = neededForRelease(state, party);
      return { ...state, shares: replaced(state, share, { exits: [...share.exits, { fact, needed }] }) };
    }
    case 'ShareTransferred': {
      const { to } = fact.data;
      if (shareHeldBy(state, to) !== undefined) return new DoesNotApply('R2', 'the receiver held a share already');
      const act = { fact, needed: neededForTransfer(state, party, to) };
      const { keptOn: _k, broken: _b, dueOn: _d, ...passed } = share;
      const dueOn = ownDateOf(state, party);
      const received = { ...passed, ...(dueOn === undefined ? {} : { dueOn }), party: to, receivedFrom: party };
      return {
        ...state,
        shares: [...replaced(state, share, { exits: [...share.exits, act] }), { ...received, entered: act, exits: [] }],
      };
    }
    default:
      return never(fact);
  }
}

function withStep(
  state: CommitmentState,
  fact: FactOf<'MilestoneReached'> | FactOf<'MilestoneReopened'> | FactOf<'MilestoneRescheduled'> | FactOf<'MilestoneDropped'>,
): CommitmentState | DoesNotApply {
  const milestone = state.milestones.get(fact.data.milestoneId);
  if (milestone === undefined) return waits(state, fact.data.milestoneId, fact);
  if (milestone.state === 'dropped') return new DoesNotApply('R6', 'the milestone was dropped');
  return withMilestone(state, { ...milestone, steps: [...milestone.steps, fact] });
}

function withMilestone(state: CommitmentState, milestone: Parameters<typeof milestoneAfter>[0]): CommitmentState {
  const { milestoneId } = milestone;
  return { ...state, milestones: withEntry(state.milestones, milestoneId, milestoneAfter(milestone, state.confirmations)) };
}

/** The party or body whose word an agreement is. */
export function speaker(by: Readonly<{ party: PartyId }> | Readonly<{ bodyId: Id }>): PartyId {
  return 'party' in by ? by.party : by.bodyId;
}

/** The words an agreement on a date is made of: who proposes agrees by proposing. */
export function sidesOfProposal({ proposed, answers }: Proposal): readonly Side[] {
  const agreed = [...answers].filter(([, answer]) => answer.type === 'DueDateAgreed');
  return [{ fact: proposed, party: proposed.data.by }, ...agreed.map(([party, answer]) => ({ fact: answer, party }))];
}

function withAnswer(state: CommitmentState, fact: FactOf<'DueDateAgreed'> | FactOf<'DueDateDeclined'>): CommitmentState {
  const proposal = state.proposals.get(fact.data.proposalId);
  if (proposal === undefined) return waits(state, fact.data.proposalId, fact);
  const answers = new Map(proposal.answers).set(speaker(fact.data.by), fact);
  const answeredNow: Proposal = { ...proposal, answers };
  const next = { ...state, proposals: withEntry(state.proposals, proposal.proposalId, answeredNow) };
  if (state.moves.some((move) => move.proposalId === proposal.proposalId)) return next;
  const { proposed } = proposal;
  const { of, dueOn } = proposed.data;
  const sides = sidesOfProposal(answeredNow);
  if (!neededForChange(state).every((party) => sides.some((side) => side.party === party))) return next;
  const agreedOn = sides.map((side) => side.fact.day).reduce(later);
  return { ...next, moves: [...state.moves, { proposalId: proposal.proposalId, of, dueOn, agreedOn, sides }] };
}

export const commitmentShape: Shape<CommitmentState, CommitmentEvent> = { family: 'commitment', initial: nothingMade, evolve };
