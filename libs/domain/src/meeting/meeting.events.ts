import type { CivilDate, Event, EventAboutFact, Id, TextRef } from '#kernel';
import type { CommandAboutFact } from '../about-facts.js';
import type { PartyId } from '../commitment/commitment.events.js';

export type MeetingKind = 'meeting' | 'visit' | 'summit' | 'institute' | 'in-service';

type Schedule = {
  partnershipId: Id;
  kind: MeetingKind;
  title: string;
  /** The day it is planned for. */
  on: CivilDate;
  /** The body whose meeting it is. */
  bodyId?: Id;
  questions?: readonly string[];
  confidentiality?: 'public' | 'partnership';
};

/** A party that was there, and in which roles. */
export type Attendance = Readonly<{ party: PartyId; roles?: readonly Id[] }>;

type Held = {
  attendance: readonly Attendance[];
  guests?: number;
  /** The minutes, as an item of evidence. */
  minutes?: Id;
  reflection?: Readonly<{ worked?: TextRef; didNot?: TextRef; change?: TextRef }>;
};

/** A meeting's pledges are commitments that name it. */
export type MeetingEvent =
  | Event<'MeetingScheduled', Schedule>
  /** Its day is the day it occurred on. */
  | Event<'MeetingHeld', Held>
  | Event<'MeetingCancelled', { reason?: TextRef }>
  | EventAboutFact;

export type MeetingCommand =
  | Readonly<{ type: 'ScheduleMeeting' } & Schedule>
  | Readonly<{ type: 'HoldMeeting' } & Held>
  | Readonly<{ type: 'CancelMeeting'; reason?: TextRef }>
  | CommandAboutFact;
