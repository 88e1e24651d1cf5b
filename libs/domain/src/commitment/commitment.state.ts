import { type CivilDate, type Confirmations, type Fact, FactLog, type Id, type Side } from '#kernel';
import type { CommitmentEvent, CommitmentEventOf, Owner, PartyId, Quantity, Target } from './commitment.events.js';

/** A fact of one of these types: a union over the types, so that `type` tells the words of its correction apart too. */
export type FactOf<Type extends CommitmentEvent['type']> = { [T in Type]: Fact<CommitmentEventOf<T>> }[Type];

export type CommitmentFact = FactOf<CommitmentEvent['type']>;

/**
 * An act that other parties (or a body) must agree to, with those whose agreement it needed when it was done.
 * Whether it stands is asked of `commitment.standing.ts`: an agreement written down by one hand waits for confirmation.
 */
export type Agreed<F extends CommitmentFact> = Readonly<{ fact: F; needed: readonly PartyId[] }>;

/** One party's share, from the fact it came by to the facts that ended it. At most one share of a party is held at a time. */
export type HeldShare = Readonly<{
  party: PartyId;
  does?: string;
  quantity?: Quantity;
  /** The share's own date as it came; absent where the date of the whole applies. */
  dueOn?: CivilDate;
  /** The first date the share ever had of its own: a transfer keeps it. */
  originalDueOn?: CivilDate;
  /** Whose share it was before. */
  receivedFrom?: PartyId;
  entered: Agreed<FactOf<'CommitmentMade' | 'ShareAdded' | 'ShareTransferred'>>;
  exits: readonly Agreed<FactOf<'ShareReleased' | 'ShareTransferred'>>[];
  /** The party left and stays bound. */
  keptOn?: FactOf<'ShareKeptOn'>;
  broken?: FactOf<'CommitmentBroken'>;
}>;

export type Milestone = Readonly<{
  milestoneId: Id;
  planned: FactOf<'MilestonePlanned'>;
  /** The date it has now; its first one stands in `planned`. */
  dueOn?: CivilDate;
  state: 'open' | 'reached' | 'dropped';
  steps: readonly FactOf<'MilestoneReached' | 'MilestoneReopened' | 'MilestoneRescheduled' | 'MilestoneDropped'>[];
}>;

export type VerdictFact = FactOf<'FulfilmentVerified'> | FactOf<'FulfilmentRejected'>;

export type Claim = Readonly<{
  claimId: Id;
  claimed: FactOf<'FulfilmentClaimed'>;
  withdrawn?: FactOf<'ClaimWithdrawn'>;
  /** Every verdict given, in the order of the fold; of each party the last one counts. */
  verdicts: readonly VerdictFact[];
}>;

export type Proposal = Readonly<{
  proposalId: Id;
  proposed: FactOf<'DueDateProposed'>;
  /** The last word of each party or body that answered. */
  answers: ReadonlyMap<PartyId, FactOf<'DueDateAgreed'> | FactOf<'DueDateDeclined'>>;
}>;

/** A date agreed by all who had to: it exists from the last agreement needed and is dated by it (scoring line 1). */
export type DateMove = Readonly<{
  proposalId: Id;
  of: Exclude<Target, { kind: 'milestone' }>;
  dueOn: CivilDate;
  agreedOn: CivilDate;
  /** The words it is made of: the proposal and each agreement. */
  sides: readonly Side[];
}>;

export type EvidenceLink = Readonly<{ linkId: Id; linked: FactOf<'EvidenceLinked'>; unlinked?: FactOf<'EvidenceUnlinked'> }>;

export type Ownership = Readonly<{ owner: Owner; from: CivilDate; fact: FactOf<'CommitmentMade' | 'OwnerChanged'> }>;

/** A withdrawal or a supersession, with the whole side (all owing, or all owed) whose word ends the commitment. */
export type EndingAct = Agreed<FactOf<'CommitmentWithdrawn'> | FactOf<'CommitmentSuperseded'>>;

/** A commitment as facts, grouped by what they are about. What they add up to is asked of `commitment.standing.ts`. */
export type CommitmentState = Readonly<{
  /** The making, whose data are the terms; absent before it, and where it was struck. */
  made?: FactOf<'CommitmentMade'>;
  /** In the order they came, those that ended included. */
  shares: readonly HeldShare[];
  milestones: ReadonlyMap<Id, Milestone>;
  reports: readonly FactOf<'ProgressReported'>[];
  followUps: readonly FactOf<'FollowedUp'>[];
  announcements: readonly FactOf<'DueDateAnnounced'>[];
  proposals: ReadonlyMap<Id, Proposal>;
  /** In the order they were agreed. */
  moves: readonly DateMove[];
  /** The last one is the owner now. */
  owners: readonly Ownership[];
  links: ReadonlyMap<Id, EvidenceLink>;
  claims: ReadonlyMap<Id, Claim>;
  endings: readonly EndingAct[];
  /** Answers whose question (claim, proposal, milestone, link, a record) has not come yet in the order of days, by its id. */
  waiting: ReadonlyMap<Id, readonly CommitmentFact[]>;
  /** What parties said of records made for them. */
  confirmations: Confirmations;
  /** Every fact by its id, in the order of the fold. */
  log: FactLog<CommitmentEvent>;
}>;

export const nothingMade: CommitmentState = {
  shares: [],
  milestones: new Map(),
  reports: [],
  followUps: [],
  announcements: [],
  proposals: new Map(),
  moves: [],
  owners: [],
  links: new Map(),
  claims: new Map(),
  endings: [],
  waiting: new Map(),
  confirmations: new Map(),
  log: FactLog.empty(),
};
