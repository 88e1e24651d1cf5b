import type { Absence, Decimal, HistoryKind, LedgerEvent } from '#domain';
import type { Anomaly, Basis, CivilDate, FiscalYearStart, Id, Instant, QuarterName, Recorded, TimeZone } from '#kernel';
import type { Rational } from './rational.js';

/** All events of one partnership's streams in log order, and of its children where a table of them is wanted. */
export type ScorecardInput = Readonly<{
  events: readonly Recorded<LedgerEvent>[];
  children?: readonly Readonly<{ partnershipId: Id; events: readonly Recorded<LedgerEvent>[] }>[];
}>;

export type ScorecardRequest = Readonly<{ quarter: QuarterName; asOf: Instant; basis: Basis }>;
export type KnownAt = Omit<ScorecardRequest, 'quarter'>;

/** Stands in every place that a later part of the ledger will fill; never a zero. */
export type NotRecordedYet = 'not recorded yet';

/** What can fall due: a commitment, or one period of a standing promise, named by its last day. */
export type Item = Readonly<{ commitmentId: Id; period?: CivilDate }>;

export type Outcome = 'kept' | 'keptLate' | 'partlyKept' | 'pushed' | 'missed';
export const OUTCOMES = ['kept', 'keptLate', 'partlyKept', 'pushed', 'missed'] as const satisfies readonly Outcome[];

/** Each outcome with what was counted under it. */
export type Outcomes<Counted> = Readonly<Record<Outcome, readonly Counted[]>>;

/** Kept of counted. The rate is not reduced, and null where nothing was counted. */
export type FollowThrough = Readonly<{ kept: number; counted: number; rate: Rational | null }>;

/** An item that fell due in the quarter, with how each share stood against the item's own date (lines 6 and 7). */
export type DueItem = Item &
  Readonly<{
    dueOn: CivilDate;
    /** The day the last share that was needed was done. */
    doneOn: CivilDate | null;
    /** How many shares completion asked for at the end of the day it fell due. */
    needed: number;
    shares: readonly Readonly<{ party: Id; outcome: Outcome; doneOn: CivilDate | null }>[];
  }>;

export type PendingItem = Item & Readonly<{ dueOn: CivilDate; done: boolean }>;

/** What became of an item that was carried in: done in the quarter, ended, or still open. */
export type Became = 'done' | 'withdrawn' | 'superseded' | 'broken' | 'released' | 'partlyKept' | 'open';

export type CarriedItem = Item & Readonly<{ dueOn: CivilDate; ageDays: number; doneOn: CivilDate | null; became: Became }>;

/** A date in the quarter that did not fall due, and the event that took it away. */
export type TakenAway = Item & Readonly<{ dueOn: CivilDate; party?: Id; eventId: Id }>;

/** Agreements and verdicts whose two sides one principal recorded: they move and judge nothing. */
export type Unconfirmed = Readonly<{ commitmentId: Id; eventIds: readonly Id[] }>;

/** Days per item, with the middle and the largest; null where there is none. */
export type DaysFigure = Readonly<{
  items: readonly Readonly<{ commitmentId: Id; days: number }>[];
  median: Rational | null;
  worst: number | null;
}>;

export type CommitmentFigures = Readonly<{
  /** Over items that fell due in the quarter on a day that can be judged (lines 3 and 7). */
  outcomes: Outcomes<DueItem>;
  followThrough: FollowThrough;
  pending: readonly PendingItem[];
  carriedIn: readonly CarriedItem[];
  /** Open in the quarter and without any date. */
  noDate: readonly Item[];
  uncounted: Readonly<{
    renegotiated: readonly TakenAway[];
    withdrawn: readonly TakenAway[];
    superseded: readonly TakenAway[];
    released: readonly TakenAway[];
    transferred: readonly TakenAway[];
    struck: readonly TakenAway[];
  }>;
  beside: Readonly<{
    /** Of kept and late: as many shares as were needed are verified as met. */
    verified: readonly Item[];
    onlyClaimed: readonly Item[];
    disputed: NotRecordedYet;
    /** Judging parties differ; the less favourable verdict stands. */
    contested: readonly Item[];
    reDated: readonly Item[];
    recordedAfterwards: readonly Item[];
    alreadyDoneWhenPromised: readonly Item[];
    correctedTerms: readonly Item[];
    unconfirmed: readonly Unconfirmed[];
  }>;
}>;

export type EvidenceFigures = Readonly<{
  /** Commitments due, carried in or claimed in the quarter. */
  over: readonly Id[];
  required: readonly Id[];
  present: readonly Id[];
  accepted: readonly Id[];
  triangulated: readonly Id[];
  contradicted: readonly Id[];
  /** Commitments with any supporting item that counts, whether evidence was required or not. */
  withAny: readonly Id[];
}>;

export type SilenceFigures = Readonly<{
  parties: readonly Id[];
  shares: readonly Readonly<{ commitmentId: Id; party: Id; openDays: number }>[];
}>;

/** What a milestone was last said to be: the source's own word, a light, or that its source says nothing any more. */
export type LastWord = Readonly<{ kind: 'source' | 'light' | 'no-longer-stated' | 'none'; word: string }>;

export type MilestoneItem = Readonly<{ commitmentId: Id; milestoneId: Id }>;
export type DueMilestone = MilestoneItem & Readonly<{ dueOn: CivilDate; reachedOn: CivilDate | null }>;

export type MilestoneFigures = Readonly<{
  /** Planned by the last day judged and neither dropped nor struck. */
  planned: readonly MilestoneItem[];
  reached: readonly MilestoneItem[];
  /** Reopened in the quarter, each with the event. */
  reopened: readonly (MilestoneItem & Readonly<{ eventId: Id }>)[];
  outcomes: Outcomes<DueMilestone>;
  followThrough: FollowThrough;
  pending: readonly DueMilestone[];
  carriedIn: readonly (DueMilestone & Readonly<{ ageDays: number }>)[];
  /** Uncounted: dates in the quarter that went away before they came. */
  rescheduled: readonly (MilestoneItem & Readonly<{ dueOn: CivilDate; eventId: Id }>)[];
  dropped: readonly (MilestoneItem & Readonly<{ dueOn: CivilDate | null; eventId: Id }>)[];
  endedWithCommitment: readonly (MilestoneItem & Readonly<{ dueOn: CivilDate }>)[];
  undated: readonly (MilestoneItem & Readonly<{ last: LastWord; saidOn: CivilDate | null }>)[];
  /** All planned milestones by their last word. */
  words: readonly (LastWord & Readonly<{ milestones: readonly MilestoneItem[] }>)[];
}>;

/** What was reported and linked in the quarter. */
export type ActivityFigures = Readonly<{
  /** Reports that state a light or a source's word, by event id. */
  statusReports: Readonly<{
    onMilestones: readonly Id[];
    onOthers: readonly Id[];
    milestonesReportedOn: readonly MilestoneItem[];
  }>;
  evidenceLinks: readonly Id[];
}>;

export type MeetingFigures = Readonly<{
  bodies: readonly Readonly<{
    bodyId: Id;
    /** Whole periods of its cadence that ended in the quarter, by their last day; null where it has no cadence. */
    expected: readonly CivilDate[] | null;
    /** Those of them with a meeting. */
    met: readonly CivilDate[] | null;
    held: readonly Id[];
    attendance: readonly Readonly<{ party: Id; meetings: readonly Id[] }>[];
  }>[];
  /** Meetings of no body. */
  others: readonly Id[];
}>;

export type ReadingFigure = Readonly<{ readingId: Id; asOf: CivilDate; n: number | null }> &
  (Readonly<{ value: Decimal }> | Readonly<{ absent: Absence }>);

export type IndicatorFigure = Readonly<{
  indicatorId: Id;
  for: Readonly<{ party?: Id; dimension?: string }> | null;
  unit: string;
  direction: 'up' | 'down';
  baseline: Decimal | null;
  target: Readonly<{ value: Decimal; by: CivilDate }> | null;
  last: ReadingFigure | null;
  quarterBefore: ReadingFigure | null;
  /** (value - baseline) / (target - baseline), reduced, not clamped. */
  distanceClosed: Rational | null;
  distanceClosedBefore: Rational | null;
  /** The indicator was redefined since the reading before: the two are not compared. */
  seriesBroken: boolean;
}>;

export type PartyFigures = Readonly<{
  party: Id;
  /** Of its shares. They do not add up to the commitments, which may have several owing parties. */
  outcomes: Outcomes<Item & Readonly<{ dueOn: CivilDate; doneOn: CivilDate | null }>>;
  followThrough: FollowThrough;
}>;

export type GoalFigures = Readonly<{ goalId: Id | null; outcomes: Outcomes<Item>; followThrough: FollowThrough }>;

export type ChildFigures = Readonly<{
  partnershipId: Id;
  quarter: Readonly<{ first: CivilDate; last: CivilDate }>;
  followThrough: FollowThrough;
}>;

/** The scorecard of a quarter: a pure function of events. Lists are sorted by id; there are no floats. */
export type Scorecard = Readonly<{
  scoringVersion: 1;
  partnershipId: Id | null;
  history: HistoryKind;
  quarter: Readonly<{ name: QuarterName; first: CivilDate; last: CivilDate }>;
  calendar: Readonly<{ fiscalYearStart: FiscalYearStart; timeZone: TimeZone }>;
  asOf: Instant;
  basis: Basis;
  /** The last day that can be judged. */
  judgedThrough: CivilDate;
  /** What it was computed from: how many events were known, and the last of them. */
  through: Readonly<{ eventId: Id | null; count: number }>;
  commitments: CommitmentFigures;
  slippage: DaysFigure;
  lateness: DaysFigure;
  evidence: EvidenceFigures;
  silent: SilenceFigures;
  milestones: MilestoneFigures;
  activity: ActivityFigures;
  meetings: MeetingFigures;
  indicators: readonly IndicatorFigure[];
  byParty: readonly PartyFigures[];
  byGoal: readonly GoalFigures[];
  children: readonly ChildFigures[];
  anomalies: readonly Anomaly[];
  agreements: NotRecordedYet;
  reviews: NotRecordedYet;
}>;

/** One earlier quarter (line 16): as it was published, as it was known 30 days after its end, and as known now. */
export type EarlierQuarter = Readonly<{
  quarter: Readonly<{ name: QuarterName; first: CivilDate; last: CivilDate }>;
  asPublished: NotRecordedYet;
  knownThen: Readonly<{ asOf: Instant; basis: Basis; followThrough: FollowThrough; scorecard: Scorecard }>;
  knownNow: Readonly<{ asOf: Instant; basis: Basis; followThrough: FollowThrough; scorecard: Scorecard }>;
}>;
