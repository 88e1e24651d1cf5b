import { canonicalJson, isOwnWord, isSameHand, type Recorder, wordOf } from '#kernel';
import type { CommitmentEvent, CommitmentEventOf, PartyId } from './commitment.events.js';
import { sidesOfProposal, speaker } from './commitment.js';
import {
  agreedSince,
  dateInForce,
  endOf,
  isBroken,
  isContested,
  isDenied,
  isKeptOn,
  isStandingClaim,
  isWithdrawn,
  judgementOf,
  ownDateOf,
  ownerOf,
  shareHeldBy,
  standingLinks,
} from './commitment.standing.js';
import type { Agreed, CommitmentFact, CommitmentState } from './commitment.state.js';

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/**
 * Rule 14: what an act would say is so already; then nothing is recorded. The ids that an act makes do not count. A word that
 * its party contests was never given, and one that waits for confirmation may be given by another hand.
 * @param hand who would record it
 */
export function isAlreadyTrue(event: CommitmentEvent, state: CommitmentState, hand: Recorder): boolean {
  switch (event.type) {
    case 'ShareAdded':
    case 'ShareTransferred':
    case 'ShareReleased':
    case 'ShareKeptOn':
    case 'CommitmentBroken':
      return isShareSo(event, state, hand);
    case 'MilestonePlanned':
    case 'MilestoneReached':
    case 'MilestoneReopened':
    case 'MilestoneDropped':
    case 'MilestoneRescheduled':
      return isMilestoneSo(event, state);
    case 'DueDateAnnounced':
    case 'DueDateProposed':
    case 'DueDateAgreed':
    case 'DueDateDeclined':
      return isDateSo(event, state, hand);
    case 'OwnerChanged':
      return same(ownerOf(state), event.data.owner);
    case 'EvidenceLinked': {
      const { linkId: _l, by: _b, ...linked } = event.data;
      return standingLinks(state).some(({ linked: { data } }) => {
        const { linkId: _id, by: _by, ...its } = data;
        return same(its, linked);
      });
    }
    case 'EvidenceUnlinked':
      return state.links.has(event.data.linkId) && standingLinks(state).every(({ linkId }) => linkId !== event.data.linkId);
    case 'FulfilmentClaimed':
    case 'ClaimWithdrawn':
      return isClaimSo(event, state);
    case 'FulfilmentVerified':
    case 'FulfilmentRejected':
      return isJudgedSo(event, state, hand);
    case 'CommitmentWithdrawn':
    case 'CommitmentSuperseded':
      return isEndedSo(event, state);
    default:
      return false;
  }
}

type ShareEvent = 'ShareAdded' | 'ShareTransferred' | 'ShareReleased' | 'ShareKeptOn' | 'CommitmentBroken';

function isShareSo(event: CommitmentEventOf<ShareEvent>, state: CommitmentState, hand: Recorder): boolean {
  const isGiven = (act: Agreed<CommitmentFact>) =>
    !isContested(state, act) && (agreedSince(state, act) !== undefined || isSameHand(act.fact.recordedBy, hand));
  switch (event.type) {
    case 'ShareAdded': {
      const { agreedBy: _, ...added } = event.data;
      return state.shares.some(
        ({ party, does, dueOn, quantity, exits, entered }) =>
          exits.length === 0 && isGiven(entered) && same({ party, does, dueOn, quantity }, added),
      );
    }
    case 'ShareTransferred':
      return state.shares.some(
        ({ party, receivedFrom, exits, entered }) =>
          party === event.data.to && receivedFrom === event.data.from && exits.length === 0 && isGiven(entered),
      );
    case 'ShareReleased':
      return (
        state.shares
          .findLast((share) => share.party === event.data.party)
          ?.exits.some((exit) => exit.fact.type === 'ShareReleased' && isGiven(exit)) ?? false
      );
    case 'ShareKeptOn':
      return isKeptOn(state, event.data.party);
    case 'CommitmentBroken': {
      const share = shareHeldBy(state, event.data.party);
      return share !== undefined && isBroken(state, share);
    }
  }
}

type MilestoneEvent = 'MilestonePlanned' | 'MilestoneReached' | 'MilestoneReopened' | 'MilestoneDropped' | 'MilestoneRescheduled';

function isMilestoneSo(event: CommitmentEventOf<MilestoneEvent>, state: CommitmentState): boolean {
  if (event.type === 'MilestonePlanned') {
    const { milestoneId: _, ...planned } = event.data;
    return [...state.milestones.values()].some(({ planned: first, dueOn, state: its }) => {
      const { title, party } = first.data;
      return !isDenied(first, state.confirmations) && its !== 'dropped' && same({ title, dueOn, party }, planned);
    });
  }
  const milestone = state.milestones.get(event.data.milestoneId);
  switch (event.type) {
    case 'MilestoneReached':
      return milestone?.state === 'reached';
    case 'MilestoneReopened':
      return milestone?.state === 'open';
    case 'MilestoneDropped':
      return milestone?.state === 'dropped';
    case 'MilestoneRescheduled':
      return milestone?.state !== 'dropped' && milestone?.dueOn === event.data.dueOn;
  }
}

type DateEvent = 'DueDateAnnounced' | 'DueDateProposed' | 'DueDateAgreed' | 'DueDateDeclined';

function isDateSo(event: CommitmentEventOf<DateEvent>, state: CommitmentState, hand: Recorder): boolean {
  switch (event.type) {
    case 'DueDateAnnounced':
      return lastAnnounced(state, event.data.party) === event.data.expectedOn;
    case 'DueDateProposed': {
      const { of, by, dueOn } = event.data;
      const inForce = of.kind === 'share' ? ownDateOf(state, of.party) : dateInForce(state);
      return inForce === dueOn || isProposed(state, { of, by, dueOn });
    }
    case 'DueDateAgreed': {
      const proposal = state.proposals.get(event.data.proposalId);
      const by = speaker(event.data.by);
      if (proposal === undefined) return false;
      const answer = proposal.answers.get(by);
      if (answer === undefined) return proposal.proposed.data.by === by && isSaid(state, proposal.proposed, by);
      const side = { fact: answer, party: by };
      return answer.type === 'DueDateAgreed' && isOwnWord(side, sidesOfProposal(proposal), state.confirmations, hand);
    }
    case 'DueDateDeclined': {
      const answer = state.proposals.get(event.data.proposalId)?.answers.get(speaker(event.data.by));
      return answer?.type === 'DueDateDeclined' && !isDenied(answer, state.confirmations);
    }
  }
}

function isClaimSo(event: CommitmentEventOf<'FulfilmentClaimed' | 'ClaimWithdrawn'>, state: CommitmentState): boolean {
  if (event.type === 'ClaimWithdrawn') {
    const claim = state.claims.get(event.data.claimId);
    return claim !== undefined && isWithdrawn(state, claim);
  }
  const { claimId: _, ...claimed } = event.data;
  return [...state.claims.values()].some((claim) => {
    const { claimId: _id, ...its } = claim.claimed.data;
    return isStandingClaim(state, claim) && judgementOf(state, claim)?.verdict !== 'not-met' && same(its, claimed);
  });
}

/** The party's last verdict on the claim says the same, whatever its reason. */
function isJudgedSo(
  event: CommitmentEventOf<'FulfilmentVerified' | 'FulfilmentRejected'>,
  state: CommitmentState,
  hand: Recorder,
): boolean {
  const { reason: _, ...verdict } = event.data;
  const claim = state.claims.get(event.data.claimId);
  const last = claim?.verdicts.findLast(({ data }) => data.by === event.data.by);
  if (claim === undefined || last === undefined) return false;
  const { reason: _r, ...its } = last.data;
  const claimed = { fact: claim.claimed, party: claim.claimed.data.party };
  const side = { fact: last, party: event.data.by };
  return last.type === event.type && same(its, verdict) && isOwnWord(side, [claimed], state.confirmations, hand);
}

function isEndedSo(event: CommitmentEventOf<'CommitmentWithdrawn' | 'CommitmentSuperseded'>, state: CommitmentState): boolean {
  const end = endOf(state);
  if (event.type === 'CommitmentWithdrawn') return end?.kind === 'withdrawn';
  return (
    end?.kind === 'superseded' && 'successorId' in end.act.fact.data && end.act.fact.data.successorId === event.data.successorId
  );
}

/** The party does not contest that it said so. */
function isSaid({ confirmations }: CommitmentState, fact: CommitmentFact, party: PartyId): boolean {
  return wordOf(party, fact.id, confirmations)?.confirmed !== false;
}

function lastAnnounced(state: CommitmentState, party: PartyId) {
  const standing = state.announcements.filter((announced) => !isDenied(announced, state.confirmations));
  return standing.findLast((announced) => announced.data.party === party)?.data.expectedOn;
}

function isProposed(state: CommitmentState, what: unknown): boolean {
  return [...state.proposals.values()].some(({ proposalId, proposed, answers }) => {
    const { of, by, dueOn } = proposed.data;
    const isOpen =
      isSaid(state, proposed, by) &&
      !state.moves.some((move) => move.proposalId === proposalId) &&
      ![...answers.values()].some((answer) => answer.type === 'DueDateDeclined' && !isDenied(answer, state.confirmations));
    return isOpen && same({ of, by, dueOn }, what);
  });
}
