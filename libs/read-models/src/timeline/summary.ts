import type { LedgerEvent } from '#domain';
import { never } from '#kernel';

/** A piece of a sentence: plain words, or something that bears a name elsewhere. */
export type Piece = string | Readonly<{ party: string }> | Readonly<{ organization: string }> | Readonly<{ goal: string }>;

const party = (id: string): Piece => ({ party: id });

function list(ids: readonly string[]): Piece[] {
  return ids.flatMap((id, at) => (at === 0 ? [party(id)] : [', ', party(id)]));
}

function reported({ light, percent, sourceStatus }: Extract<LedgerEvent, { type: 'ProgressReported' }>['data']): string {
  const words: string[] = [];
  if (light !== undefined) words.push(light);
  if (percent !== undefined) words.push(`${percent} %`);
  if (sourceStatus !== undefined) {
    words.push(sourceStatus === 'no-longer-stated' ? 'no longer stated by the source' : `"${sourceStatus.says}"`);
  }
  return words.length === 0 ? 'narrative' : words.join(', ');
}

/** What an event says, in plain words. Free text and names are not in it: names are filled in when it is read. */
export function summaryOf(event: Readonly<{ type: LedgerEvent['type']; data: unknown }>): readonly Piece[] {
  const e = event as LedgerEvent;
  switch (e.type) {
    case 'OrganizationRegistered':
      return [`Organization registered: ${e.data.name}`];
    case 'OrganizationRenamed':
      return [`Organization renamed: ${e.data.name}`];
    case 'OrganizationMerged':
      return ['Organization merged into ', { organization: e.data.into }];
    case 'OrganizationClosed':
      return ['Organization closed'];
    case 'AliasAdded':
      return [`Also known as ${e.data.alias}`];
    case 'SizeRecorded':
      return [`Size: ${e.data.count} ${e.data.unit} as of ${e.data.asOf}`];
    case 'PartnershipFormed':
      return [`Partnership formed: ${e.data.name}`];
    case 'TheoryOfActionRevised':
      return ['Theory of action revised'];
    case 'ReviewCalendarChanged':
      return [`Fiscal year starts on ${e.data.fiscalYearStart} from ${e.data.from}`];
    case 'PartyJoined':
      return [party(e.data.partyId), ' joined'];
    case 'PartyLeft':
      return [party(e.data.partyId), ' left'];
    case 'RoleAssigned':
      return [`Role ${e.data.title} assigned in `, party(e.data.partyId)];
    case 'RoleEnded':
      return ['A role ended'];
    case 'BodyEstablished':
      return [`${e.data.name} established`];
    case 'BodyDissolved':
      return ['A body was dissolved'];
    case 'GoalSet':
      return [`Goal set: ${e.data.title}`];
    case 'GoalRetired':
      return ['Goal retired: ', { goal: e.data.goalId }];
    case 'ContributionRecorded':
      return [
        party(e.data.partyId),
        ` contributed ${[e.data.amount, e.data.unit ?? e.data.kind].filter(Boolean).join(' ')} towards ${e.data.towards}`,
      ];
    case 'ContextNoted':
      return [`Noted (${e.data.kind}): ${e.data.title}`];
    case 'PartnershipPaused':
      return ['Partnership paused'];
    case 'PartnershipResumed':
      return ['Partnership resumed'];
    case 'PartnershipEnded':
      return ['Partnership ended'];
    case 'CommitmentMade':
      return [
        ...list(e.data.shares.map((share) => share.party)),
        ` committed: ${e.data.statement}`,
        e.data.dueOn === undefined ? ' (no date)' : ` (due ${e.data.dueOn})`,
      ];
    case 'ShareAdded':
      return [party(e.data.party), ' took on a share'];
    case 'ShareTransferred':
      return ['Share transferred from ', party(e.data.from), ' to ', party(e.data.to)];
    case 'ShareReleased':
      return [party(e.data.party), ' was released from its share'];
    case 'ShareKeptOn':
      return [party(e.data.party), ' stays bound to its share'];
    case 'MilestonePlanned':
      return [`Milestone planned: ${e.data.title}`, e.data.dueOn === undefined ? '' : ` (due ${e.data.dueOn})`];
    case 'MilestoneReached':
      return ['Milestone reached'];
    case 'MilestoneReopened':
      return ['Milestone reopened'];
    case 'MilestoneRescheduled':
      return [`Milestone rescheduled to ${e.data.dueOn}`];
    case 'MilestoneDropped':
      return ['Milestone dropped'];
    case 'ProgressReported':
      return [`Progress reported on the ${e.data.of.kind}: ${reported(e.data)}`];
    case 'FollowedUp':
      return [party(e.data.party), ' followed up', e.data.answered === undefined ? ', not answered yet' : ', answered'];
    case 'DueDateAnnounced':
      return [party(e.data.party), ` announced ${e.data.expectedOn} (the date in force stays)`];
    case 'DueDateProposed':
      return [party(e.data.by), ` proposed to move the date to ${e.data.dueOn}`];
    case 'DueDateAgreed':
      return ['party' in e.data.by ? party(e.data.by.party) : 'The body', ' agreed to move the date'];
    case 'DueDateDeclined':
      return ['party' in e.data.by ? party(e.data.by.party) : 'The body', ' declined to move the date'];
    case 'OwnerChanged':
      return e.data.owner === 'without-owner'
        ? ['Left without owner']
        : ['Owner changed to a person of ', party(e.data.owner.party)];
    case 'EvidenceLinked':
      return [`Evidence linked that ${e.data.stance} the ${e.data.to.kind}`];
    case 'EvidenceUnlinked':
      return ['Evidence unlinked'];
    case 'FulfilmentClaimed':
      return [party(e.data.party), ` claimed its share as done on ${e.data.fulfilledOn}`];
    case 'ClaimWithdrawn':
      return ['Claim withdrawn'];
    case 'FulfilmentVerified':
      return [party(e.data.by), e.data.verdict === 'met' ? ' verified a claim as met' : ' found a claim partially met'];
    case 'FulfilmentRejected':
      return [party(e.data.by), ' rejected a claim'];
    case 'CommitmentWithdrawn':
      return ['Commitment withdrawn'];
    case 'CommitmentSuperseded':
      return ['Commitment superseded by another'];
    case 'CommitmentBroken':
      return [party(e.data.party), ' declared its share broken'];
    case 'EvidenceSubmitted':
      return [`Evidence submitted (${e.data.method}): ${e.data.title}`];
    case 'EvidenceRevised':
      return [`Evidence revised: revision ${e.data.revision}`];
    case 'EvidenceAppraised':
      return [party(e.data.by), ` ${e.data.verdict} revision ${e.data.revision} of the evidence`];
    case 'EvidenceRetracted':
      return ['Evidence retracted'];
    case 'EvidenceContentErased':
      return [`Content of revision ${e.data.revision} erased (${e.data.legalGround})`];
    case 'IndicatorDefined':
      return [`Indicator defined: ${e.data.name} (${e.data.unit})`];
    case 'IndicatorRedefined':
      return [`Indicator redefined, series broken: ${e.data.name}`];
    case 'ReadingRecorded':
      return [`Reading as of ${e.data.asOf}: ${'value' in e.data.reading ? e.data.reading.value : e.data.reading.absent}`];
    case 'TargetRevised':
      return [`Target revised to ${e.data.target.value} by ${e.data.target.by}`];
    case 'IndicatorRetired':
      return ['Indicator retired'];
    case 'MeetingScheduled':
      return [`Meeting scheduled for ${e.data.on}: ${e.data.title}`];
    case 'MeetingHeld':
      return ['Meeting held with ', ...list(e.data.attendance.map((there) => there.party))];
    case 'MeetingCancelled':
      return ['Meeting cancelled'];
    case 'FactCorrected':
      return [e.data.replacement === null ? 'An earlier fact struck' : 'An earlier fact corrected'];
    case 'RecordConfirmed':
      return [party(e.data.party), ' confirmed what was recorded for it'];
    case 'RecordContested':
      return [party(e.data.party), ' contested what was recorded for it'];
    default:
      return never(e);
  }
}
