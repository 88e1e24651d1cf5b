import {
  type CommitmentState,
  type CommitmentTerms,
  type EvidenceState,
  isBound,
  type LedgerEvent,
  type PartnershipState,
  requireActing,
  requireAgreeingThere,
  requireAttendance,
  requireBody,
  requireEvidence,
  requireGoal,
  requireKnown,
  requireMember,
  requireNotOwnEvidence,
  requireNotOwnShare,
  requireOwner,
  requireRunning,
  requireSuccessor,
  requireWholePeriod,
} from '#domain';
import { type CivilDate, earlier, type Fact, type Id, streamParts } from '#kernel';

type FactOf<Type extends LedgerEvent['type']> = Extract<Fact<LedgerEvent>, { type: Type }>;

/** A rule as the deciders ask it; throws a refusal where it is broken. */
export type Ask = () => void;

/** What the rules that look beyond a stream look at. Of streams only those that were opened. */
export type Beyond = Readonly<{
  partnership: PartnershipState;
  commitments: ReadonlyMap<Id, CommitmentState>;
  evidence: ReadonlyMap<Id, EvidenceState>;
  /** How many revisions each item of evidence has. */
  revisions: ReadonlyMap<Id, number>;
  indicators: Readonly<{ has(id: Id): boolean }>;
  meetings: Readonly<{ has(id: Id): boolean }>;
  /** A commitment as it stood before a fact beside it; undefined where it is not there. */
  before: (fact: Fact, commitmentId: Id) => CommitmentState | undefined;
}>;

/**
 * Rule 16: what the decider of a fact asks beyond its stream, to be asked again: who acts, and what the fact names.
 * @param fact of a commitment, an item of evidence, an indicator or a meeting
 */
export function asksBeyond(fact: Fact<LedgerEvent>, beyond: Beyond): readonly Ask[] {
  return [() => requireActs(fact, beyond), ...asksOfCommitment(fact, beyond), ...asksOfOthers(fact, beyond)];
}

/** Rule 1, asked of the party whose act it is; of an importer only that the party is there. */
function requireActs(fact: Fact<LedgerEvent>, beyond: Beyond): void {
  const { actor, occurredOn, recordedAt: now } = fact;
  const party = partyNamed(fact, beyond) ?? (actor.kind === 'person' ? actor.partyId : undefined);
  if (party === undefined) return;
  requireActing(beyond.partnership, { actor, occurredOn, now }, party, 'actor.partyId', mayHaveLeft(fact, party, beyond));
}

/** The party whose act a fact says that it is. */
function partyNamed(fact: Fact<LedgerEvent>, { partnership }: Beyond): Id | undefined {
  switch (fact.type) {
    case 'ShareTransferred':
      return fact.data.from;
    case 'ShareKeptOn':
    case 'CommitmentBroken':
    case 'ProgressReported':
    case 'FollowedUp':
    case 'DueDateAnnounced':
    case 'FulfilmentClaimed':
    case 'EvidenceSubmitted':
      return fact.data.party;
    case 'DueDateProposed':
    case 'EvidenceLinked':
    case 'FulfilmentVerified':
    case 'FulfilmentRejected':
    case 'EvidenceAppraised':
      return fact.data.by;
    case 'DueDateAgreed':
    case 'DueDateDeclined':
      return 'party' in fact.data.by ? fact.data.by.party : undefined;
    case 'RecordConfirmed':
    case 'RecordContested':
      return partnership.bodies.has(fact.data.party) ? undefined : fact.data.party;
    default:
      return undefined;
  }
}

/** Rule 1: what a party that left may still do, for what it was bound to while a member. */
function mayHaveLeft(fact: Fact<LedgerEvent>, party: Id, beyond: Beyond): boolean {
  const { id } = streamParts(fact.stream);
  const commitment = beyond.commitments.get(id);
  const bound = () => commitment !== undefined && isBound({ state: commitment }, party);
  switch (fact.type) {
    case 'MilestoneReached':
    case 'MilestoneReopened':
    case 'ProgressReported':
    case 'DueDateAnnounced':
    case 'FulfilmentClaimed':
    case 'ClaimWithdrawn':
    case 'FulfilmentVerified':
    case 'FulfilmentRejected':
    case 'EvidenceLinked':
      return bound();
    case 'DueDateAgreed':
    case 'DueDateDeclined':
      return 'party' in fact.data.by && bound();
    case 'EvidenceRevised':
    case 'EvidenceRetracted':
    case 'EvidenceContentErased':
      return beyond.evidence.get(id)?.party === party;
    case 'RecordConfirmed':
    case 'RecordContested':
      // For a body speaks who administers, and who administers is a member.
      return fact.data.party === party;
    default:
      return fact.type === 'FactCorrected';
  }
}

function asksOfCommitment(fact: Fact<LedgerEvent>, beyond: Beyond): readonly Ask[] {
  const { partnership } = beyond;
  const { parties, bodies } = partnership;
  const member = (party: Id | undefined) => () => {
    if (party !== undefined) requireMember(partnership, party, fact.day, 'party');
  };
  const party = (id: Id | undefined) => () => requireKnown(parties, id, 'party', 'party');
  const body = (id: Id | undefined) => () => requireKnown(bodies, id, 'bodyId', 'governance body');
  const agreeing = (agreedBy: readonly Id[]) => agreedBy.map((id) => () => requireAgreeingThere({ agreedBy: [id] }, partnership));
  const evidence = beyond.revisions;
  switch (fact.type) {
    case 'CommitmentMade': {
      const { shares, owedTo, verifier, owner, goalId, changesAgreedBy, pledgedAt, answers, doneWhen } = fact.data;
      return [
        () => requireRunning(partnership, fact.day),
        ...[...shares.map((share) => share.party), ...owedTo, verifier].map(member),
        () => requireOwner(partnership, owner, fact.day),
        () => requireKnown(partnership.goals, goalId, 'goalId', 'goal'),
        body(changesAgreedBy === 'every-party' ? undefined : changesAgreedBy.bodyId),
        () => requireKnown(beyond.meetings, pledgedAt, 'pledgedAt', 'meeting'),
        () => requireKnown(beyond.commitments, answers, 'answers', 'commitment'),
        ...doneWhen.map((criterion) => () => requireKnown(beyond.indicators, criterion.indicatorId, 'doneWhen', 'indicator')),
      ];
    }
    case 'ShareAdded':
      return [member(fact.data.party), ...agreeing(fact.data.agreedBy)];
    case 'ShareTransferred':
      return [member(fact.data.to), ...agreeing(fact.data.agreedBy)];
    case 'ShareReleased':
    case 'CommitmentWithdrawn':
      return agreeing(fact.data.agreedBy);
    case 'CommitmentSuperseded':
      return [() => requireSuccessor(beyond.before(fact, fact.data.successorId)), ...agreeing(fact.data.agreedBy)];
    case 'FactCorrected':
      return agreeing(fact.data.agreedBy ?? []);
    case 'OwnerChanged':
      return [() => requireOwner(partnership, fact.data.owner, fact.day)];
    case 'MilestonePlanned':
      return [party(fact.data.party)];
    case 'FollowedUp':
      return [party(fact.data.answeredBy)];
    case 'ProgressReported':
    case 'DueDateProposed':
      return [party(fact.data.of.kind === 'share' ? fact.data.of.party : undefined)];
    case 'DueDateAgreed':
    case 'DueDateDeclined':
      return [body('bodyId' in fact.data.by ? fact.data.by.bodyId : undefined)];
    case 'EvidenceLinked':
      return [() => requireEvidence({ evidence }, fact.data, '')];
    case 'FulfilmentClaimed':
      return [
        ...fact.data.evidence.map((item) => () => requireEvidence({ evidence }, item, '')),
        () => requirePeriodByCalendar(fact, beyond),
      ];
    case 'FulfilmentVerified':
    case 'FulfilmentRejected':
      return [() => requireAnothersClaim(fact, beyond)];
    default:
      return [];
  }
}

/** Scoring line 2. What of its period the commitment itself says shows within the stream; the calendar does not. */
function requirePeriodByCalendar(
  { stream, data: { period } }: FactOf<'FulfilmentClaimed'>,
  { partnership, commitments }: Beyond,
): void {
  const made = commitments.get(streamParts(stream).id)?.made;
  const first = (made?.corrected?.first.data ?? made?.data) as CommitmentTerms | undefined;
  const every = made?.data.every?.period;
  // Where the terms had other periods before, the claim may name one of those.
  if (period !== undefined && every !== undefined && every === first?.every?.period)
    requireWholePeriod(partnership, every, period);
}

/** Rule 5. That it is the party itself shows within the stream; that both are one organization does not. */
function requireAnothersClaim(
  { stream, data: { by, claimId } }: FactOf<'FulfilmentVerified' | 'FulfilmentRejected'>,
  beyond: Beyond,
): void {
  const claim = beyond.commitments.get(streamParts(stream).id)?.claims.get(claimId);
  if (claim !== undefined && claim.claimed.data.party !== by) requireNotOwnShare(beyond, by, claim);
}

function asksOfOthers(fact: Fact<LedgerEvent>, beyond: Beyond): readonly Ask[] {
  const { partnership } = beyond;
  const running = () => requireRunning(partnership, fact.day);
  const evidence = (id: Id | undefined) => () => requireKnown(beyond.evidence, id, 'evidenceId', 'evidence');
  switch (fact.type) {
    case 'EvidenceSubmitted':
      return [running];
    case 'EvidenceAppraised':
      return [() => requireNotOwn(fact, beyond)];
    case 'IndicatorDefined':
    case 'IndicatorRedefined': {
      const { goalId, madeOf = [] } = fact.data;
      return [
        ...(fact.type === 'IndicatorDefined' ? [running] : []),
        () => requireGoal(partnership, goalId, fact.day),
        ...madeOf.map((part) => () => requireKnown(beyond.indicators, part.indicatorId, 'madeOf', 'indicator')),
      ];
    }
    case 'ReadingRecorded':
      return [
        () => requireKnown(partnership.parties, fact.data.for?.party, 'for.party', 'party'),
        evidence(fact.data.evidenceId),
      ];
    case 'MeetingScheduled':
      return [running, () => requireBody(partnership, fact.data.bodyId, lastDayJudged(fact, fact.data, partnership))];
    case 'MeetingHeld':
      return [
        ...fact.data.attendance.map((there) => () => requireAttendance(partnership, [there], fact.day)),
        evidence(fact.data.minutes),
      ];
    default:
      return [];
  }
}

/**
 * The day by which the body of a meeting must not be dissolved: that of the meeting. A body dissolved once the meeting was
 * scheduled breaks nothing: then only the day of the scheduling counts.
 */
function lastDayJudged(
  fact: Fact,
  { bodyId, on }: Readonly<{ bodyId?: Id; on: CivilDate }>,
  { log }: PartnershipState,
): CivilDate {
  const dissolved = log.values().find((its) => its.type === 'BodyDissolved' && its.data.bodyId === bodyId);
  const isSeen = dissolved !== undefined && (dissolved.day < fact.day || dissolved.position < fact.position);
  return isSeen ? on : earlier(on, fact.day);
}

/** Rule 5, asked of an appraisal as of a verdict. */
function requireNotOwn(fact: FactOf<'EvidenceAppraised'>, { partnership, evidence }: Beyond): void {
  const { by } = fact.data;
  const its = evidence.get(streamParts(fact.stream).id);
  if (its !== undefined && its.party !== by) requireNotOwnEvidence(partnership, its, by);
}
