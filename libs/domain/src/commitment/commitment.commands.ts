import type { Id } from '#kernel';
import type { CommandAboutFact } from '../about-facts.js';
import type { CommitmentEvent, CommitmentEventOf, CommitmentTerms } from './commitment.events.js';

/** A command that says the same as an event, less the id that it makes. */
type Saying<Command extends string, E extends CommitmentEvent['type'], Made extends string = never> = Readonly<{
  type: Command;
}> &
  Omit<CommitmentEventOf<E>['data'], Made>;

/**
 * What can be asked of a commitment. Each leads to the event of the same meaning; ids of things that a command
 * makes (milestone, proposal, link, claim) are derived from the command id.
 */
export type CommitmentCommand =
  | (Readonly<{ type: 'MakeCommitment'; partnershipId: Id }> & CommitmentTerms)
  | Saying<'AddShare', 'ShareAdded'>
  | Saying<'TransferShare', 'ShareTransferred'>
  | Saying<'ReleaseShare', 'ShareReleased'>
  | Saying<'KeepShareOn', 'ShareKeptOn'>
  | Saying<'PlanMilestone', 'MilestonePlanned', 'milestoneId'>
  | Saying<'ReachMilestone', 'MilestoneReached'>
  | Saying<'ReopenMilestone', 'MilestoneReopened'>
  | Saying<'RescheduleMilestone', 'MilestoneRescheduled'>
  | Saying<'DropMilestone', 'MilestoneDropped'>
  | Saying<'ReportProgress', 'ProgressReported'>
  | Saying<'FollowUp', 'FollowedUp'>
  | Saying<'AnnounceDueDate', 'DueDateAnnounced'>
  | Saying<'ProposeDueDate', 'DueDateProposed', 'proposalId'>
  | Saying<'AgreeDueDate', 'DueDateAgreed'>
  | Saying<'DeclineDueDate', 'DueDateDeclined'>
  | Saying<'ChangeOwner', 'OwnerChanged'>
  | Saying<'LinkEvidence', 'EvidenceLinked', 'linkId'>
  | Saying<'UnlinkEvidence', 'EvidenceUnlinked'>
  | Saying<'ClaimFulfilment', 'FulfilmentClaimed', 'claimId'>
  | Saying<'WithdrawClaim', 'ClaimWithdrawn'>
  | Saying<'VerifyFulfilment', 'FulfilmentVerified'>
  | Saying<'RejectFulfilment', 'FulfilmentRejected'>
  | Saying<'WithdrawCommitment', 'CommitmentWithdrawn'>
  | Saying<'SupersedeCommitment', 'CommitmentSuperseded'>
  | Saying<'DeclareBroken', 'CommitmentBroken'>
  | CommandAboutFact;
