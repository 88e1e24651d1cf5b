import {
  type CivilDate,
  DoesNotApply,
  type EventAboutFact,
  type Fact,
  FactLog,
  type FiscalYearStart,
  type Id,
  logging,
  never,
  type ReviewCalendar,
  type Shape,
} from '#kernel';
import type { Cadence, HistoryKind, PartnershipEvent, PartnershipEventOf } from './partnership.events.js';

export type Party = Readonly<{
  partyId: Id;
  organizationId: Id;
  cohort?: string;
  partOf?: Id;
  joinedOn: CivilDate;
  leftOn?: CivilDate;
}>;

export type Role = Readonly<{
  roleId: Id;
  personId: Id;
  partyId: Id;
  title: string;
  succeeds?: Id;
  from: CivilDate;
  until?: CivilDate;
}>;

export type Body = Readonly<{ bodyId: Id; name: string; cadence?: Cadence; from: CivilDate; until?: CivilDate }>;

export type Goal = Readonly<{ goalId: Id; title: string; framework?: string; setOn: CivilDate; retiredOn?: CivilDate }>;

/** A partnership as it stands; everything that ended keeps its days, so that rules can ask about any day. */
export type PartnershipState = Readonly<{
  formedOn?: CivilDate;
  name: string;
  purpose: string;
  history: HistoryKind;
  calendar: ReviewCalendar;
  /** Changes of the fiscal year, by the day they take effect. */
  calendarChanges: readonly Readonly<{ from: CivilDate; fiscalYearStart: FiscalYearStart }>[];
  lateAfterDays: number;
  parent?: Id;
  theoryOfAction?: string;
  parties: ReadonlyMap<Id, Party>;
  roles: ReadonlyMap<Id, Role>;
  bodies: ReadonlyMap<Id, Body>;
  goals: ReadonlyMap<Id, Goal>;
  /** Pauses; the last one may be open. */
  pauses: readonly Readonly<{ from: CivilDate; until?: CivilDate }>[];
  endedOn?: CivilDate;
  carriedOnBy?: Id;
  /** Every fact by its id, for corrections and confirmations. */
  log: FactLog<PartnershipEvent>;
}>;

const initial: PartnershipState = {
  name: '',
  purpose: '',
  history: 'lived',
  calendar: { fiscalYearStart: '07-01', timeZone: 'UTC' },
  calendarChanges: [],
  lateAfterDays: 30,
  parties: new Map(),
  roles: new Map(),
  bodies: new Map(),
  goals: new Map(),
  pauses: [],
  log: FactLog.empty(),
};

function withEntry<V>(map: ReadonlyMap<Id, V>, id: Id, value: V): ReadonlyMap<Id, V> {
  return new Map(map).set(id, value);
}

function applied(
  state: PartnershipState,
  fact: Fact<Exclude<PartnershipEvent, EventAboutFact>>,
): PartnershipState | DoesNotApply {
  const { day } = fact;
  if (state.formedOn === undefined && fact.type !== 'PartnershipFormed')
    return new DoesNotApply('R16', 'the partnership was not formed yet');
  switch (fact.type) {
    case 'PartnershipFormed':
      return formed(state, fact.data, day);
    case 'TheoryOfActionRevised':
      return { ...state, theoryOfAction: fact.data.theoryOfAction };
    case 'ReviewCalendarChanged':
      return { ...state, calendarChanges: withChange(state, fact.data) };
    case 'PartyJoined':
      if (partyNotLeftBy(state, fact.data.organizationId, day) !== undefined)
        return new DoesNotApply('R1', 'the organization was a party already');
      return { ...state, parties: withEntry(state.parties, fact.data.partyId, { ...fact.data, joinedOn: day }) };
    case 'PartyLeft': {
      const party = state.parties.get(fact.data.partyId);
      if (party === undefined) return new DoesNotApply('R1', 'the party had not joined');
      // Its roles end with it; what it may still do, its last role holders do.
      const roles = new Map(
        [...state.roles].map(([id, role]) => [id, isOpenIn(party.partyId, role) ? { ...role, until: day } : role]),
      );
      return { ...state, roles, parties: withEntry(state.parties, party.partyId, { ...party, leftOn: day }) };
    }
    case 'RoleAssigned':
      if (!state.parties.has(fact.data.partyId)) return new DoesNotApply('R1', 'the party had not joined');
      return { ...state, roles: withEntry(state.roles, fact.data.roleId, { ...fact.data, from: day }) };
    case 'RoleEnded': {
      const role = state.roles.get(fact.data.roleId);
      if (role === undefined) return new DoesNotApply('R1', 'the role was not assigned');
      return { ...state, roles: withEntry(state.roles, role.roleId, { ...role, until: day }) };
    }
    case 'BodyEstablished':
      return { ...state, bodies: withEntry(state.bodies, fact.data.bodyId, { ...fact.data, from: day }) };
    case 'BodyDissolved': {
      const body = state.bodies.get(fact.data.bodyId);
      if (body === undefined) return new DoesNotApply('R16', 'the body was not established');
      return { ...state, bodies: withEntry(state.bodies, body.bodyId, { ...body, until: day }) };
    }
    case 'GoalSet':
      return { ...state, goals: withEntry(state.goals, fact.data.goalId, { ...fact.data, setOn: day }) };
    case 'GoalRetired': {
      const goal = state.goals.get(fact.data.goalId);
      if (goal === undefined) return new DoesNotApply('R16', 'the goal was not set');
      return { ...state, goals: withEntry(state.goals, goal.goalId, { ...goal, retiredOn: day }) };
    }
    case 'PartnershipPaused':
      return paused(state, day);
    case 'PartnershipResumed':
      return resumed(state, day);
    case 'PartnershipEnded':
      return {
        ...state,
        endedOn: day,
        ...(fact.data.carriedOnBy === undefined ? {} : { carriedOnBy: fact.data.carriedOnBy }),
      };
    case 'ContributionRecorded':
      return state.parties.has(fact.data.partyId) ? state : new DoesNotApply('R1', 'the party had not joined');
    case 'ContextNoted':
      return state;
    default:
      return never(fact);
  }
}

function formed(
  state: PartnershipState,
  formation: PartnershipEventOf<'PartnershipFormed'>['data'],
  day: CivilDate,
): PartnershipState | DoesNotApply {
  if (state.formedOn !== undefined) return new DoesNotApply('R16', 'the partnership was formed already');
  const { name, purpose, history, calendar, lateAfterDays = 30, parent, theoryOfAction } = formation;
  return {
    ...state,
    formedOn: day,
    name,
    purpose,
    history,
    calendar,
    lateAfterDays,
    ...(parent === undefined ? {} : { parent }),
    ...(theoryOfAction === undefined ? {} : { theoryOfAction }),
  };
}

function paused(state: PartnershipState, day: CivilDate): PartnershipState | DoesNotApply {
  const last = state.pauses.at(-1);
  if (last !== undefined && last.until === undefined) return new DoesNotApply('R10', 'the partnership was paused already');
  return { ...state, pauses: [...state.pauses, { from: day }] };
}

function resumed(state: PartnershipState, day: CivilDate): PartnershipState | DoesNotApply {
  const open = state.pauses.at(-1);
  if (open === undefined || open.until !== undefined) return new DoesNotApply('R10', 'the partnership was not paused');
  return { ...state, pauses: [...state.pauses.slice(0, -1), { ...open, until: day }] };
}

function isOpenIn(partyId: Id, role: Role): boolean {
  return role.partyId === partyId && role.until === undefined;
}

/** Changes in the order of the days they take effect; of two for one day the later known stands. */
function withChange(state: PartnershipState, change: PartnershipState['calendarChanges'][number]) {
  return [...state.calendarChanges.filter(({ from }) => from !== change.from), change].sort((a, b) => (a.from < b.from ? -1 : 1));
}

export const partnershipShape: Shape<PartnershipState, PartnershipEvent> = {
  family: 'partnership',
  initial,
  evolve: logging(applied),
};

/** A member on a day: from the day it joined to the day it left, both included. */
export function isMemberOn(partnership: PartnershipState, partyId: Id, day: CivilDate): boolean {
  const party = partnership.parties.get(partyId);
  return party !== undefined && party.joinedOn <= day && (party.leftOn === undefined || day <= party.leftOn);
}

/** One organization, also where it left as one party and came back as another. */
export function isSameOrganization({ parties }: PartnershipState, a: Id, b: Id): boolean {
  const organizationId = parties.get(a)?.organizationId;
  return a === b || (organizationId !== undefined && parties.get(b)?.organizationId === organizationId);
}

/** As which party an organization has not left before a day. */
export function partyNotLeftBy(partnership: PartnershipState, organizationId: Id, day: CivilDate): Party | undefined {
  return [...partnership.parties.values()].find(
    (party) => party.organizationId === organizationId && (party.leftOn === undefined || day <= party.leftOn),
  );
}

/** The fiscal year's start that is in force on a day. */
export function fiscalYearStartOn(partnership: PartnershipState, day: CivilDate): FiscalYearStart {
  return (
    partnership.calendarChanges.findLast((change) => change.from <= day)?.fiscalYearStart ?? partnership.calendar.fiscalYearStart
  );
}
