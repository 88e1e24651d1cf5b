import { canonicalJson } from '#kernel';
import type { CommitmentEvent, PartyId } from './commitment.events.js';
import { speaker } from './commitment.js';
import { dateInForce, endOf, judgementOf, ownDateOf, ownerOf, shareHeldBy } from './commitment.standing.js';
import type { CommitmentState } from './commitment.state.js';

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/** Rule 14: what an act would say is so already; then nothing is recorded. The ids that an act makes do not count. */
export function isAlreadyTrue(event: CommitmentEvent, state: CommitmentState): boolean {
  switch (event.type) {
    case 'ShareAdded': {
      const { agreedBy: _, ...added } = event.data;
      return state.shares.some(
        ({ party, does, dueOn, quantity, exits }) => exits.length === 0 && same({ party, does, dueOn, quantity }, added),
      );
    }
    case 'ShareTransferred':
      return state.shares.some(
        (share) => share.party === event.data.to && share.receivedFrom === event.data.from && share.exits.length === 0,
      );
    case 'ShareReleased':
      return (
        state.shares
          .findLast((share) => share.party === event.data.party)
          ?.exits.some(({ fact }) => fact.type === 'ShareReleased') ?? false
      );
    case 'ShareKeptOn':
      return shareHeldBy(state, event.data.party)?.keptOn !== undefined;
    case 'CommitmentBroken':
      return shareHeldBy(state, event.data.party)?.broken !== undefined;
    case 'MilestonePlanned': {
      const { milestoneId: _, ...planned } = event.data;
      return [...state.milestones.values()].some(({ planned: { data }, dueOn, state: its }) => {
        const { title, party } = data;
        return its !== 'dropped' && same({ title, dueOn, party }, planned);
      });
    }
    case 'MilestoneReached':
      return state.milestones.get(event.data.milestoneId)?.state === 'reached';
    case 'MilestoneReopened':
      return state.milestones.get(event.data.milestoneId)?.state === 'open';
    case 'MilestoneDropped':
      return state.milestones.get(event.data.milestoneId)?.state === 'dropped';
    case 'MilestoneRescheduled': {
      const milestone = state.milestones.get(event.data.milestoneId);
      return milestone?.state !== 'dropped' && milestone?.dueOn === event.data.dueOn;
    }
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
      const answer = proposal?.answers.get(by)?.type ?? (proposal?.proposed.data.by === by ? 'DueDateAgreed' : undefined);
      return answer === 'DueDateAgreed';
    }
    case 'DueDateDeclined':
      return state.proposals.get(event.data.proposalId)?.answers.get(speaker(event.data.by))?.type === 'DueDateDeclined';
    case 'OwnerChanged':
      return same(ownerOf(state), event.data.owner);
    case 'EvidenceLinked': {
      const { linkId: _l, by: _b, ...linked } = event.data;
      return [...state.links.values()].some(({ linked: { data }, unlinked }) => {
        const { linkId: _id, by: _by, ...its } = data;
        return unlinked === undefined && same(its, linked);
      });
    }
    case 'EvidenceUnlinked':
      return state.links.get(event.data.linkId)?.unlinked !== undefined;
    case 'FulfilmentClaimed': {
      const { claimId: _, ...claimed } = event.data;
      return [...state.claims.values()].some((claim) => {
        const { claimId: _id, ...its } = claim.claimed.data;
        return claim.withdrawn === undefined && judgementOf(state, claim)?.verdict !== 'not-met' && same(its, claimed);
      });
    }
    case 'ClaimWithdrawn':
      return state.claims.get(event.data.claimId)?.withdrawn !== undefined;
    case 'FulfilmentVerified':
    case 'FulfilmentRejected': {
      const last = state.claims.get(event.data.claimId)?.verdicts.findLast((verdict) => verdict.data.by === event.data.by);
      const { reason: _, ...verdict } = event.data;
      const { reason: _r, ...its } = last?.data ?? {};
      return last?.type === event.type && same(its, verdict);
    }
    case 'CommitmentWithdrawn':
      return endOf(state)?.kind === 'withdrawn';
    case 'CommitmentSuperseded': {
      const end = endOf(state);
      return (
        end?.kind === 'superseded' &&
        'successorId' in end.act.fact.data &&
        end.act.fact.data.successorId === event.data.successorId
      );
    }
    default:
      return false;
  }
}

function lastAnnounced(state: CommitmentState, party: PartyId) {
  return state.announcements.findLast((announced) => announced.data.party === party)?.data.expectedOn;
}

function isProposed(state: CommitmentState, what: unknown): boolean {
  return [...state.proposals.values()].some(({ proposalId, proposed, answers }) => {
    const { of, by, dueOn } = proposed.data;
    const isOpen =
      !state.moves.some((move) => move.proposalId === proposalId) &&
      ![...answers.values()].some((answer) => answer.type === 'DueDateDeclined');
    return isOpen && same({ of, by, dueOn }, what);
  });
}
