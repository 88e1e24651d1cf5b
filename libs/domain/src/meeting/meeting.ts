import {
  type CivilDate,
  DoesNotApply,
  type EventAboutFact,
  type Fact,
  FactLog,
  type Id,
  logging,
  never,
  type Shape,
  type TextRef,
} from '#kernel';
import type { Attendance, MeetingEvent, MeetingKind } from './meeting.events.js';

/** A meeting as it stands: planned, held or cancelled. */
export type MeetingState = Readonly<{
  partnershipId?: Id;
  scheduledOn?: CivilDate;
  kind: MeetingKind;
  title: string;
  /** The day it is planned for. */
  on?: CivilDate;
  bodyId?: Id;
  questions: readonly string[];
  confidentiality: 'public' | 'partnership';
  heldOn?: CivilDate;
  attendance: readonly Attendance[];
  guests?: number;
  minutes?: Id;
  reflection?: Readonly<{ worked?: TextRef; didNot?: TextRef; change?: TextRef }>;
  cancelledOn?: CivilDate;
  /** Every fact by its id, for corrections and confirmations. */
  log: FactLog<MeetingEvent>;
}>;

const initial: MeetingState = {
  kind: 'meeting',
  title: '',
  questions: [],
  confidentiality: 'partnership',
  attendance: [],
  log: FactLog.empty(),
};

function applied(state: MeetingState, fact: Fact<Exclude<MeetingEvent, EventAboutFact>>): MeetingState | DoesNotApply {
  if (state.partnershipId === undefined && fact.type !== 'MeetingScheduled')
    return new DoesNotApply('R16', 'the meeting was not scheduled yet');
  switch (fact.type) {
    case 'MeetingScheduled':
      if (state.partnershipId !== undefined) return new DoesNotApply('R16', 'the meeting was scheduled already');
      return { ...state, ...fact.data, scheduledOn: fact.day };
    case 'MeetingHeld':
      if (state.cancelledOn !== undefined) return new DoesNotApply('R16', 'the meeting was cancelled');
      return { ...state, ...fact.data, heldOn: fact.day };
    case 'MeetingCancelled':
      if (state.heldOn !== undefined) return new DoesNotApply('R16', 'the meeting was held');
      return { ...state, cancelledOn: fact.day };
    default:
      return never(fact);
  }
}

export const meetingShape: Shape<MeetingState, MeetingEvent> = { family: 'meeting', initial, evolve: logging(applied) };
