import type { CivilDate, Event, EventAboutFact, FiscalYearStart, Id, ReviewCalendar, TextRef } from '#kernel';
import type { CommandAboutFact } from '../about-facts.js';

/** How a history came into the ledger: as it happened, from another record, or from published accounts. */
export type HistoryKind = 'lived' | 'imported' | 'reconstructed';

export type Cadence = 'week' | 'month' | 'quarter' | 'half-year' | 'year';

export type ContributionKind = 'staff-days' | 'money' | 'in-kind';

/** A decimal number as text, `-12.50`: no float ever stands in the ledger. */
export type Decimal = string;

type Formation = {
  name: string;
  /** The purpose or common need. */
  purpose: string;
  calendar: ReviewCalendar;
  history: HistoryKind;
  blueprint?: string;
  /** The partnership it is part of. */
  parent?: Id;
  theoryOfAction?: string;
  /** Facts known later than this many days after they occurred are late; 30 where it is not said. */
  lateAfterDays?: number;
};

export type PartnershipEvent =
  | Event<'PartnershipFormed', Formation>
  | Event<'TheoryOfActionRevised', { theoryOfAction: string; reason?: TextRef }>
  /** Takes effect at the start of a fiscal year, by the new calendar. The zone stays. */
  | Event<'ReviewCalendarChanged', { fiscalYearStart: FiscalYearStart; from: CivilDate }>
  | Event<'PartyJoined', { partyId: Id; organizationId: Id; cohort?: string; partOf?: Id }>
  | Event<'PartyLeft', { partyId: Id; reason?: TextRef }>
  | Event<'RoleAssigned', { roleId: Id; personId: Id; partyId: Id; title: string; succeeds?: Id }>
  | Event<'RoleEnded', { roleId: Id; reason?: TextRef }>
  | Event<'BodyEstablished', { bodyId: Id; name: string; cadence?: Cadence }>
  | Event<'BodyDissolved', { bodyId: Id; reason?: TextRef }>
  | Event<'GoalSet', { goalId: Id; title: string; framework?: string }>
  | Event<'GoalRetired', { goalId: Id; reason?: TextRef }>
  | Event<
      'ContributionRecorded',
      {
        contributionId: Id;
        partyId: Id;
        kind: ContributionKind;
        amount?: Decimal;
        unit?: string;
        towards: string;
        commitmentId?: Id;
      }
    >
  /** What happened around the partnership: a strike, a takeover, a new law, a new leader. */
  | Event<
      'ContextNoted',
      { kind: 'strike' | 'takeover' | 'law' | 'leadership' | 'funding' | 'other'; title: string; narrative?: TextRef }
    >
  | Event<'PartnershipPaused', { reason: TextRef }>
  | Event<'PartnershipResumed', { reason?: TextRef }>
  | Event<'PartnershipEnded', { reason: TextRef; carriedOnBy?: Id }>
  | EventAboutFact;

export type PartnershipEventOf<Type extends PartnershipEvent['type']> = Extract<PartnershipEvent, { type: Type }>;

type Saying<Command extends string, E extends PartnershipEvent['type'], Made extends string = never> = Readonly<{
  type: Command;
}> &
  Omit<PartnershipEventOf<E>['data'], Made>;

/** Ids of parties, roles, bodies, goals and contributions are derived from the command id. */
export type PartnershipCommand =
  | Saying<'FormPartnership', 'PartnershipFormed'>
  | Saying<'ReviseTheoryOfAction', 'TheoryOfActionRevised'>
  | Saying<'ChangeReviewCalendar', 'ReviewCalendarChanged'>
  | Saying<'JoinParty', 'PartyJoined', 'partyId'>
  | Saying<'LetPartyLeave', 'PartyLeft'>
  | Saying<'AssignRole', 'RoleAssigned', 'roleId'>
  | Saying<'EndRole', 'RoleEnded'>
  | Saying<'EstablishBody', 'BodyEstablished', 'bodyId'>
  | Saying<'DissolveBody', 'BodyDissolved'>
  | Saying<'SetGoal', 'GoalSet', 'goalId'>
  | Saying<'RetireGoal', 'GoalRetired'>
  | Saying<'RecordContribution', 'ContributionRecorded', 'contributionId'>
  | Saying<'NoteContext', 'ContextNoted'>
  | Saying<'PausePartnership', 'PartnershipPaused'>
  | Saying<'ResumePartnership', 'PartnershipResumed'>
  | Saying<'EndPartnership', 'PartnershipEnded'>
  | CommandAboutFact;
