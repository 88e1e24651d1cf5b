import { type Beside, type Context, type Decider, type Id, never, refused, streamParts } from '#kernel';
import { dayOfAct, requireActing, requireAdministering, requireRunning } from '../acting.js';
import { everyFactOf, requireKnown } from '../beside.js';
import { commitmentShape } from '../commitment/commitment.js';
import { deciderOf, type Slice, type Standing } from '../deciding.js';
import { organizationShape } from '../organization/organization.js';
import { decideEnd, decidePause, decideResumption } from './partnership.course.js';
import type { PartnershipCommand, PartnershipEvent } from './partnership.events.js';
import type { DataOf, PartnershipFacts } from './partnership.facts.js';
import { type PartnershipState, partnershipShape } from './partnership.js';
import { decideJoining, decideLeaving, decideRole, decideRoleEnd } from './partnership.parties.js';
import { decideBody, decideBodyEnd, decideCalendar, decideFormation, decideGoal, decideGoalEnd } from './partnership.plan.js';
import { says } from './partnership.says.js';

async function facts(beside: Beside, event: PartnershipEvent, state: PartnershipState): Promise<PartnershipFacts> {
  const own: PartnershipFacts = state.formedOn === undefined ? {} : { partnership: state, timeZone: state.calendar.timeZone };
  const partnershipId = idOf(state);
  const other = async (id: Id | undefined): Promise<PartnershipFacts> => {
    const seen = id === undefined ? undefined : await beside.stream(partnershipShape, id);
    return seen === undefined ? {} : { other: seen.state };
  };
  const commitments = async (): Promise<PartnershipFacts> =>
    partnershipId === undefined ? {} : { commitments: await beside.all(commitmentShape, partnershipId) };
  switch (event.type) {
    case 'PartnershipFormed':
      return { ...own, ...(await other(event.data.parent)), timeZone: event.data.calendar.timeZone };
    case 'PartnershipEnded':
      return { ...own, ...(await other(event.data.carriedOnBy)), ...(await commitments()) };
    case 'PartyJoined': {
      const seen = await beside.stream(organizationShape, event.data.organizationId);
      return seen === undefined ? own : { ...own, organization: seen.state };
    }
    case 'PartyLeft':
    case 'RoleEnded':
      return { ...own, ...(await commitments()) };
    case 'ContributionRecorded':
      return event.data.commitmentId === undefined ? own : { ...own, ...(await commitments()) };
    default:
      return own;
  }
}

/** The partnership's own id, as its facts say it. */
function idOf(state: PartnershipState): Id | undefined {
  const [first] = state.log.values();
  return first === undefined ? undefined : streamParts(first.stream).id;
}

function decide(event: PartnershipEvent, state: PartnershipState, context: Context<PartnershipFacts>): Standing {
  const on = dayOfAct(context, context.facts.timeZone);
  if (event.type === 'ContributionRecorded') requireActing(state, context, event.data.partyId, 'partyId');
  else requireAdministering(state, context);
  if (state.formedOn !== undefined && on < state.formedOn)
    throw refused('R16', 'occurredOn', `the partnership was formed on ${state.formedOn}`);
  if (event.type !== 'PartnershipEnded') requireRunning(state, on);
  switch (event.type) {
    case 'PartnershipFormed':
      return decideFormation(event.data, context);
    case 'TheoryOfActionRevised':
      return event.data.theoryOfAction === state.theoryOfAction ? 'already-true' : 'new';
    case 'ReviewCalendarChanged':
      return decideCalendar(event.data, state, on);
    case 'PartyJoined':
      return decideJoining(event.data, state, on, context);
    case 'PartyLeft':
      return decideLeaving(event.data, state, on, context);
    case 'RoleAssigned':
      return decideRole(event.data, state, on);
    case 'RoleEnded':
      return decideRoleEnd(event.data, state, on, context);
    case 'BodyEstablished':
      return decideBody(event.data, state);
    case 'BodyDissolved':
      return decideBodyEnd(event.data, state, on);
    case 'GoalSet':
      return decideGoal(event.data, state);
    case 'GoalRetired':
      return decideGoalEnd(event.data, state, on);
    case 'ContributionRecorded':
      return decideContribution(event.data, context);
    case 'PartnershipPaused':
      return decidePause(state, on);
    case 'PartnershipResumed':
      return decideResumption(state, on);
    case 'PartnershipEnded':
      return decideEnd(event.data, state, context);
    case 'ContextNoted':
    case 'FactCorrected':
    case 'RecordConfirmed':
    case 'RecordContested':
      return 'new';
    default:
      return never(event);
  }
}

function decideContribution(data: DataOf<'ContributionRecorded'>, context: Context<PartnershipFacts>): Standing {
  requireKnown(context.facts.commitments ?? new Map(), data.commitmentId, 'commitmentId', 'commitment');
  return 'new';
}

const slice: Slice<PartnershipState, PartnershipCommand, PartnershipEvent, PartnershipFacts> = {
  shape: partnershipShape,
  leadsTo: {
    FormPartnership: { event: 'PartnershipFormed', opens: true },
    ReviseTheoryOfAction: { event: 'TheoryOfActionRevised' },
    ChangeReviewCalendar: { event: 'ReviewCalendarChanged' },
    JoinParty: { event: 'PartyJoined', makes: 'party' },
    LetPartyLeave: { event: 'PartyLeft' },
    AssignRole: { event: 'RoleAssigned', makes: 'role' },
    EndRole: { event: 'RoleEnded' },
    EstablishBody: { event: 'BodyEstablished', makes: 'body' },
    DissolveBody: { event: 'BodyDissolved' },
    SetGoal: { event: 'GoalSet', makes: 'goal' },
    RetireGoal: { event: 'GoalRetired' },
    RecordContribution: { event: 'ContributionRecorded', makes: 'contribution' },
    NoteContext: { event: 'ContextNoted' },
    PausePartnership: { event: 'PartnershipPaused' },
    ResumePartnership: { event: 'PartnershipResumed' },
    EndPartnership: { event: 'PartnershipEnded' },
  },
  says,
  isOpen: (state) => state.formedOn !== undefined,
  facts,
  decide,
  partnershipOf: (_state, _events, id) => id,
  correcting: {
    fixed: {
      // Days were told apart by the zone from the first fact on.
      PartnershipFormed: 'calendar.timeZone',
      PartyJoined: 'partyId',
      PartyLeft: 'partyId',
      RoleAssigned: 'roleId',
      RoleEnded: 'roleId',
      BodyEstablished: 'bodyId',
      BodyDissolved: 'bodyId',
      GoalSet: 'goalId',
      GoalRetired: 'goalId',
      ContributionRecorded: 'contributionId',
    },
    isAdministrative: (fact) => fact.type !== 'ContributionRecorded',
    answering: () => [],
    elsewhere: (beside, state) => everyFactOf(beside, idOf(state)),
  },
};

/** Partnerships: formed by their parties, with roles, bodies and goals; paused, resumed, ended. */
export const partnershipDecider: Decider<PartnershipState, PartnershipCommand, PartnershipEvent, PartnershipFacts> =
  deciderOf(slice);
