import { type Context, type Decider, type Fact, type Id, never, refused } from '#kernel';
import { dayOfAct } from '../acting.js';
import { everyFactOf, requirePartnership } from '../beside.js';
import { deciderOf, type Slice, type Standing } from '../deciding.js';
import { isAlreadyTrue } from './commitment.already.js';
import type { CommitmentCommand } from './commitment.commands.js';
import { requireTermsAgreed } from './commitment.correcting.js';
import {
  decideFollowUp,
  decideLink,
  decideOwner,
  decidePlanned,
  decideReport,
  decideStep,
  decideUnlink,
} from './commitment.course.js';
import { decideAgreed, decideAnnounced, decideDeclined, decideProposed } from './commitment.dates.js';
import { decideSuperseded, decideWithdrawn } from './commitment.endings.js';
import type { CommitmentEvent } from './commitment.events.js';
import { type CommitmentFacts, facts } from './commitment.facts.js';
import { decideClaim, decideClaimWithdrawn, decideVerdict } from './commitment.fulfilment.js';
import { commitmentShape } from './commitment.js';
import type { Matter } from './commitment.matter.js';
import { says } from './commitment.says.js';
import {
  decideBroken,
  decideMaking,
  decideShareAdded,
  decideShareKeptOn,
  decideShareReleased,
  decideShareTransferred,
} from './commitment.shares.js';
import { endOf } from './commitment.standing.js';
import type { CommitmentState } from './commitment.state.js';

export type { CommitmentFacts };

/** What an ended commitment still accepts (rule 6): evidence, beside corrections and what is said of records. */
const AFTER_THE_END: ReadonlySet<CommitmentEvent['type']> = new Set(['EvidenceLinked', 'EvidenceUnlinked']);

/** The rules of an event: first whether it is so already, then whether the commitment is open to it, then its own. */
function decide(event: CommitmentEvent, state: CommitmentState, context: Context<CommitmentFacts>): Standing {
  const { made } = state;
  const partnershipId = event.type === 'CommitmentMade' ? event.data.partnershipId : made?.data.partnershipId;
  const partnership = requirePartnership(context.facts, partnershipId);
  const on = dayOfAct(context, context.facts.timeZone);
  const begun = { state, partnership, facts: context.facts, context, on };
  if (event.type === 'CommitmentMade') {
    decideMaking(event.data, begun);
    return 'new';
  }
  if (made === undefined) throw refused('R16', 'id', 'the commitment was not made');
  if (isAlreadyTrue(event, state, context.recordedBy)) return 'already-true';
  if (on < made.day) throw refused('R2', 'occurredOn', `the commitment was made on ${made.day}: nothing happened to it before`);
  const end = endOf(state);
  if (end !== undefined && !AFTER_THE_END.has(event.type))
    throw refused('R6', 'id', `the commitment has ended: it is ${end.kind}`);
  requireRules(event, { ...begun, terms: made.data, madeOn: made.day });
  return 'new';
}

function requireRules(event: Exclude<CommitmentEvent, { type: 'CommitmentMade' }>, matter: Matter): void {
  switch (event.type) {
    case 'ShareAdded':
      return decideShareAdded(event.data, matter);
    case 'ShareTransferred':
      return decideShareTransferred(event.data, matter);
    case 'ShareReleased':
      return decideShareReleased(event.data, matter);
    case 'ShareKeptOn':
      return decideShareKeptOn(event.data, matter);
    case 'MilestonePlanned':
      return decidePlanned(event.data, matter);
    case 'MilestoneReached':
    case 'MilestoneReopened':
    case 'MilestoneRescheduled':
    case 'MilestoneDropped':
      return decideStep(event, matter);
    case 'ProgressReported':
      return decideReport(event.data, matter);
    case 'FollowedUp':
      return decideFollowUp(event.data, matter);
    case 'DueDateAnnounced':
      return decideAnnounced(event.data, matter);
    case 'DueDateProposed':
      return decideProposed(event.data, matter);
    case 'DueDateAgreed':
      return decideAgreed(event.data, matter);
    case 'DueDateDeclined':
      return decideDeclined(event.data, matter);
    case 'OwnerChanged':
      return decideOwner(event.data, matter);
    case 'EvidenceLinked':
      return decideLink(event.data, matter);
    case 'EvidenceUnlinked':
      return decideUnlink(event.data, matter);
    case 'FulfilmentClaimed':
      return decideClaim(event.data, matter);
    case 'ClaimWithdrawn':
      return decideClaimWithdrawn(event.data, matter);
    case 'FulfilmentVerified':
    case 'FulfilmentRejected':
      return decideVerdict(event.data, matter);
    case 'CommitmentWithdrawn':
      return decideWithdrawn(event.data, matter);
    case 'CommitmentSuperseded':
      return decideSuperseded(event.data, matter);
    case 'CommitmentBroken':
      return decideBroken(event.data, matter);
    case 'FactCorrected':
    case 'RecordConfirmed':
    case 'RecordContested':
      return;
    default:
      return never(event);
  }
}

/** The parties whose facts answer one: who judged a claim, who agreed to a proposal or declined it (rule 11). */
function answering(fact: Fact<CommitmentEvent>, state: CommitmentState): readonly Id[] {
  if (fact.type === 'FulfilmentClaimed') {
    const { claimId } = fact.data as Readonly<{ claimId: Id }>;
    return state.claims.get(claimId)?.verdicts.map(({ data }) => data.by) ?? [];
  }
  if (fact.type !== 'DueDateProposed') return [];
  const { proposalId } = fact.data as Readonly<{ proposalId: Id }>;
  return [...(state.proposals.get(proposalId)?.answers.keys() ?? [])];
}

const slice: Slice<CommitmentState, CommitmentCommand, CommitmentEvent, CommitmentFacts> = {
  shape: commitmentShape,
  leadsTo: {
    MakeCommitment: { event: 'CommitmentMade', opens: true },
    AddShare: { event: 'ShareAdded' },
    TransferShare: { event: 'ShareTransferred' },
    ReleaseShare: { event: 'ShareReleased' },
    KeepShareOn: { event: 'ShareKeptOn' },
    PlanMilestone: { event: 'MilestonePlanned', makes: 'milestone' },
    ReachMilestone: { event: 'MilestoneReached' },
    ReopenMilestone: { event: 'MilestoneReopened' },
    RescheduleMilestone: { event: 'MilestoneRescheduled' },
    DropMilestone: { event: 'MilestoneDropped' },
    ReportProgress: { event: 'ProgressReported' },
    FollowUp: { event: 'FollowedUp' },
    AnnounceDueDate: { event: 'DueDateAnnounced' },
    ProposeDueDate: { event: 'DueDateProposed', makes: 'proposal' },
    AgreeDueDate: { event: 'DueDateAgreed' },
    DeclineDueDate: { event: 'DueDateDeclined' },
    ChangeOwner: { event: 'OwnerChanged' },
    LinkEvidence: { event: 'EvidenceLinked', makes: 'link' },
    UnlinkEvidence: { event: 'EvidenceUnlinked' },
    ClaimFulfilment: { event: 'FulfilmentClaimed', makes: 'claim' },
    WithdrawClaim: { event: 'ClaimWithdrawn' },
    VerifyFulfilment: { event: 'FulfilmentVerified' },
    RejectFulfilment: { event: 'FulfilmentRejected' },
    WithdrawCommitment: { event: 'CommitmentWithdrawn' },
    SupersedeCommitment: { event: 'CommitmentSuperseded' },
    DeclareBroken: { event: 'CommitmentBroken' },
  },
  says,
  isOpen: (state) => state.made !== undefined,
  facts,
  decide,
  partnershipOf: (state, events) => {
    const [first] = events;
    return state.made?.data.partnershipId ?? (first?.type === 'CommitmentMade' ? first.data.partnershipId : undefined);
  },
  correcting: {
    fixed: {
      CommitmentMade: 'partnershipId',
      MilestonePlanned: 'milestoneId',
      DueDateProposed: 'proposalId',
      EvidenceLinked: 'linkId',
      FulfilmentClaimed: 'claimId',
    },
    isAdministrative: () => false,
    answering,
    elsewhere: (beside, state) => everyFactOf(beside, state.made?.data.partnershipId),
  },
};

const decider = deciderOf(slice);

/** Commitments: made, moved, claimed, judged and ended by the parties that owe and are owed. */
export const commitmentDecider: Decider<CommitmentState, CommitmentCommand, CommitmentEvent, CommitmentFacts> = {
  ...decider,
  decide: (command, state, context) => {
    const events = decider.decide(command, state, context);
    if (command.type === 'CorrectFact' && events.length > 0) requireTermsAgreed(command, state, context);
    return events;
  },
};
