import type { CivilDate, Event, EventAboutFact, Id, OccurredOn, Period, TextRef } from '#kernel';

export type PartyId = Id;

/** So much of something: at least, and where it is bounded at most. */
export type Quantity = Readonly<{ atLeast: number; atMost?: number; unit: string }>;

/** One party's part in a commitment. */
export type Share = Readonly<{ party: PartyId; does?: string; dueOn?: CivilDate; quantity?: Quantity }>;

/** A criterion by which all will see that it is done, fixed before evidence arrives (rule 3). */
export type Criterion = Readonly<{ id: string; text: string; indicatorId?: Id; threshold?: string }>;

/** How many of the shares must be fulfilled. */
export type Completion = 'all' | Readonly<{ atLeast: number }>;

export const EVIDENCE_METHODS = [
  'observation',
  'interview',
  'survey',
  'minutes',
  'student-work',
  'assessment-data',
  'administrative-data',
  'document',
  'visit-report',
  'testimony',
] as const;
export type EvidenceMethod = (typeof EVIDENCE_METHODS)[number];

export type EvidenceRequirement = Readonly<{ minimum: number; methods?: readonly EvidenceMethod[] }>;

/** Who answers for a commitment: a person acting for a party in a role, or explicitly nobody. */
export type Owner = Readonly<{ personId: Id; roleId: Id; party: PartyId }> | 'without-owner';

/** The whole of a commitment, one share of it, or one milestone. */
export type Target =
  | Readonly<{ kind: 'whole' }>
  | Readonly<{ kind: 'share'; party: PartyId }>
  | Readonly<{ kind: 'milestone'; milestoneId: Id }>;

/** What an item of evidence stands behind (or against). */
export type EvidenceTarget =
  | Readonly<{ kind: 'whole' }>
  | Readonly<{ kind: 'milestone'; milestoneId: Id }>
  | Readonly<{ kind: 'criterion'; criterionId: string }>;

/** A due date with its basis: a date that somebody stated or that was assumed, or none. */
export type DueTerms =
  | Readonly<{ dueBasis: 'stated' | 'assumed'; dueOn: CivilDate }>
  | Readonly<{ dueBasis: 'none'; dueOn?: never }>;

export type CommitmentTerms = Readonly<{
  statement: string;
  shares: readonly Share[];
  owedTo: readonly PartyId[];
  goalId?: Id;
  /** The meeting at which it was pledged. */
  pledgedAt?: Id;
  /** The commitment it answers. */
  answers?: Id;
  /** A standing promise falls due at the end of each whole period. */
  every?: Readonly<{ period: Period; quantity?: Quantity }>;
  doneWhen: readonly Criterion[];
  completion: Completion;
  evidenceRequirement?: EvidenceRequirement;
  /** A party, not owing, that judges claims beside those it is owed to. */
  verifier?: PartyId;
  /** Whose agreement a change of terms needs. */
  changesAgreedBy: 'every-party' | Readonly<{ bodyId: Id }>;
  owner: Owner;
}> &
  DueTerms;

/** One side's yes: a party's, or a named body's. */
export type AgreementBy = Readonly<{ party: PartyId }> | Readonly<{ bodyId: Id }>;

export type Light = 'on-track' | 'at-risk' | 'off-track';

/** The source's own status word, or its silence where it once had one. */
export type SourceStatus = Readonly<{ says: string }> | 'no-longer-stated';

export type CriterionVerdict = Readonly<{ criterionId: string; verdict: 'met' | 'partially-met' | 'not-met' }>;

/** An item of evidence in one of its revisions (1 is the first). */
export type EvidenceRevisionRef = Readonly<{ evidenceId: Id; revision: number }>;

export type CommitmentEvent =
  | Event<'CommitmentMade', CommitmentTerms & { partnershipId: Id }>
  | Event<'ShareAdded', Share & { agreedBy: readonly PartyId[] }>
  | Event<'ShareTransferred', { from: PartyId; to: PartyId; agreedBy: readonly PartyId[]; reason?: TextRef }>
  | Event<'ShareReleased', { party: PartyId; agreedBy: readonly PartyId[]; reason: TextRef }>
  | Event<'ShareKeptOn', { party: PartyId; reason?: TextRef }>
  | Event<'MilestonePlanned', { milestoneId: Id; title: string; dueOn?: CivilDate; party?: PartyId }>
  | Event<'MilestoneReached', { milestoneId: Id }>
  | Event<'MilestoneReopened', { milestoneId: Id; reason: TextRef }>
  | Event<'MilestoneRescheduled', { milestoneId: Id; dueOn: CivilDate; reason: TextRef }>
  | Event<'MilestoneDropped', { milestoneId: Id; reason: TextRef }>
  | Event<
      'ProgressReported',
      { of: Target; party?: PartyId; light?: Light; percent?: number; narrative?: TextRef; sourceStatus?: SourceStatus }
    >
  | Event<'FollowedUp', { party: PartyId; asked: TextRef; answered?: TextRef; answeredBy?: PartyId; nextOn?: CivilDate }>
  | Event<'DueDateAnnounced', { party: PartyId; expectedOn: CivilDate; reason: TextRef }>
  /** Of the whole or of a share. The proposing party agrees by proposing. */
  | Event<
      'DueDateProposed',
      { proposalId: Id; of: Extract<Target, { kind: 'whole' | 'share' }>; by: PartyId; dueOn: CivilDate; reason: TextRef }
    >
  | Event<'DueDateAgreed', { proposalId: Id; by: AgreementBy }>
  | Event<'DueDateDeclined', { proposalId: Id; by: AgreementBy; reason: TextRef }>
  | Event<'OwnerChanged', { owner: Owner; reason?: TextRef }>
  | Event<
      'EvidenceLinked',
      EvidenceRevisionRef & { linkId: Id; to: EvidenceTarget; stance: 'supports' | 'contradicts'; by?: PartyId }
    >
  | Event<'EvidenceUnlinked', { linkId: Id; reason: TextRef }>
  | Event<
      'FulfilmentClaimed',
      {
        claimId: Id;
        party: PartyId;
        fulfilledOn: OccurredOn;
        /** Last day of the period of a standing promise. */
        period?: CivilDate;
        quantity?: number;
        evidence: readonly EvidenceRevisionRef[];
      }
    >
  | Event<'ClaimWithdrawn', { claimId: Id; reason?: TextRef }>
  | Event<
      'FulfilmentVerified',
      { claimId: Id; by: PartyId; verdict: 'met' | 'partially-met'; criteria?: readonly CriterionVerdict[]; reason?: TextRef }
    >
  | Event<'FulfilmentRejected', { claimId: Id; by: PartyId; criteria?: readonly CriterionVerdict[]; reason: TextRef }>
  | Event<'CommitmentWithdrawn', { reason: TextRef; agreedBy: readonly PartyId[] }>
  | Event<'CommitmentSuperseded', { successorId: Id; reason: TextRef; agreedBy: readonly PartyId[] }>
  | Event<'CommitmentBroken', { party: PartyId; reason: TextRef }>
  | EventAboutFact;

export type CommitmentEventOf<Type extends CommitmentEvent['type']> = Extract<CommitmentEvent, { type: Type }>;
