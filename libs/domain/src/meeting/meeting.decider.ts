import { type Beside, type CivilDate, type Context, canonicalJson, type Decider, type Id, type Problem, refused } from '#kernel';
import { dayOfAct, requireAdministering, requireRunning } from '../acting.js';
import { everyFactOf, knownOf, partnershipBeside, requireKnown, requirePartnership } from '../beside.js';
import { type Beheld, deciderOf, type Slice, type Standing } from '../deciding.js';
import { evidenceShape } from '../evidence/evidence.js';
import { day, id, integer, list, object, oneOf, optional, type Said, textRef, words } from '../input.js';
import { isMemberOn, type PartnershipState } from '../partnership/partnership.js';
import type { Attendance, MeetingCommand, MeetingEvent } from './meeting.events.js';
import { type MeetingState, meetingShape } from './meeting.js';

/** Which of the evidence named is there. */
export type MeetingFacts = Beheld & Readonly<{ evidence: ReadonlySet<Id> }>;

type DataOf<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>['data'];

const says: Said<MeetingEvent> = {
  MeetingScheduled: object<DataOf<'MeetingScheduled'>>({
    partnershipId: id,
    kind: oneOf(['meeting', 'visit', 'summit', 'institute', 'in-service']),
    title: words,
    on: day,
    bodyId: optional(id),
    questions: optional(list(words)),
    confidentiality: optional(oneOf(['public', 'partnership'])),
  }),
  MeetingHeld: object<DataOf<'MeetingHeld'>>(
    {
      attendance: list(object<Attendance>({ party: id, roles: optional(list(id)) })),
      guests: optional(integer(0)),
      minutes: optional(id),
      reflection: optional(
        object<NonNullable<DataOf<'MeetingHeld'>['reflection']>>({
          worked: optional(textRef),
          didNot: optional(textRef),
          change: optional(textRef),
        }),
      ),
    },
    ({ attendance }) => attendance.flatMap(({ party }, index) => namedTwice(attendance, party, index)),
  ),
  MeetingCancelled: object<DataOf<'MeetingCancelled'>>({ reason: optional(textRef) }),
};

function namedTwice(attendance: readonly Attendance[], party: Id, index: number): readonly Problem[] {
  if (attendance.findIndex((other) => other.party === party) === index) return [];
  return [{ field: `attendance[${index}].party`, rule: 'R15', message: `party ${party} is named twice` }];
}

async function facts(beside: Beside, event: MeetingEvent, state: MeetingState): Promise<MeetingFacts> {
  const partnershipId = event.type === 'MeetingScheduled' ? event.data.partnershipId : state.partnershipId;
  const minutes = event.type === 'MeetingHeld' ? event.data.minutes : undefined;
  return {
    ...(await partnershipBeside(beside, partnershipId)),
    evidence: await knownOf(beside, evidenceShape, [minutes], partnershipId),
  };
}

function decide(event: MeetingEvent, state: MeetingState, context: Context<MeetingFacts>): Standing {
  const partnership = requirePartnership(context.facts, state.partnershipId);
  const on = dayOfAct(context, context.facts.timeZone);
  requireAdministering(partnership, context);
  if (state.scheduledOn !== undefined && on < state.scheduledOn)
    throw refused('R16', 'occurredOn', `the meeting was scheduled on ${state.scheduledOn}: nothing became of it before`);
  switch (event.type) {
    case 'MeetingScheduled':
      requireRunning(partnership, on);
      requireBody(partnership, event.data.bodyId, event.data.on);
      return 'new';
    case 'MeetingHeld': {
      if (state.cancelledOn !== undefined) throw refused('R16', 'id', `the meeting was cancelled on ${state.cancelledOn}`);
      if (state.heldOn !== undefined) return sameAgain(event.data, state);
      requireAttendance(partnership, event.data.attendance, on);
      requireKnown(context.facts.evidence, event.data.minutes, 'minutes', 'evidence');
      return 'new';
    }
    case 'MeetingCancelled':
      if (state.cancelledOn !== undefined) return 'already-true';
      if (state.heldOn !== undefined) throw refused('R16', 'id', `the meeting was held on ${state.heldOn}`);
      return 'new';
    case 'FactCorrected':
    case 'RecordConfirmed':
    case 'RecordContested':
      return 'new';
  }
}

/** Rule 16: the body whose meeting it is was established, and not dissolved before the day of the meeting. */
export function requireBody(partnership: PartnershipState, bodyId: Id | undefined, on: CivilDate): void {
  requireKnown(partnership.bodies, bodyId, 'bodyId', 'body');
  const until = bodyId === undefined ? undefined : partnership.bodies.get(bodyId)?.until;
  if (until !== undefined && until < on) throw refused('R16', 'bodyId', `the body was dissolved on ${until}`);
}

/** Rule 1, for those who attended: members on that day, in roles that are theirs on that day. */
export function requireAttendance(partnership: PartnershipState, attendance: readonly Attendance[], on: CivilDate): void {
  attendance.forEach(({ party, roles = [] }, index) => {
    const field = `attendance[${index}]`;
    if (!isMemberOn(partnership, party, on)) throw refused('R1', `${field}.party`, `party ${party} was not a member on ${on}`);
    roles.forEach((roleId, at) => {
      const role = partnership.roles.get(roleId);
      const held = role?.partyId === party && role.from <= on && (role.until === undefined || on <= role.until);
      if (!held) throw refused('R1', `${field}.roles[${at}]`, `role ${roleId} was not held in party ${party} on ${on}`);
    });
  });
}

function sameAgain(data: DataOf<'MeetingHeld'>, state: MeetingState): Standing {
  const held = state.log.values().find(({ type }) => type === 'MeetingHeld');
  if (canonicalJson(held?.data) === canonicalJson(data)) return 'already-true';
  throw refused('R16', 'id', `the meeting was held on ${state.heldOn ?? ''}: what was recorded of it is corrected instead`);
}

const slice: Slice<MeetingState, MeetingCommand, MeetingEvent, MeetingFacts> = {
  shape: meetingShape,
  leadsTo: {
    ScheduleMeeting: { event: 'MeetingScheduled', opens: true },
    HoldMeeting: { event: 'MeetingHeld' },
    CancelMeeting: { event: 'MeetingCancelled' },
  },
  says,
  isOpen: (state) => state.partnershipId !== undefined,
  facts,
  decide,
  partnershipOf: (state, events) => {
    const [first] = events;
    return state.partnershipId ?? (first?.type === 'MeetingScheduled' ? first.data.partnershipId : undefined);
  },
  correcting: {
    fixed: { MeetingScheduled: 'partnershipId' },
    isAdministrative: () => true,
    answering: () => [],
    elsewhere: (beside, state) => everyFactOf(beside, state.partnershipId),
  },
};

/** Meetings, visits, summits, institutes: planned, held with who was there, or cancelled. */
export const meetingDecider: Decider<MeetingState, MeetingCommand, MeetingEvent, MeetingFacts> = deciderOf(slice);
