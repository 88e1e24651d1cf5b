import { type Body, type Cadence, fiscalYearStartOn, type MeetingEvent, type PartnershipState } from '#domain';
import {
  type CivilDate,
  earlier,
  type Fact,
  firstOfMonth,
  type Id,
  lastOfMonth,
  periodOf,
  quarterNamed,
  quarterOf,
  type Span,
  spansThrough,
} from '#kernel';
import type { Asking } from './items.js';
import { byText, type StreamFacts } from './ledger.js';
import type { MeetingFigures } from './scorecard.js';

/** The whole period of a cadence that a day lies in; half-years and years are fiscal. */
export function cadencePeriod(day: CivilDate, cadence: Cadence, partnership: PartnershipState): Span {
  const start = fiscalYearStartOn(partnership, day);
  if (cadence === 'week' || cadence === 'month' || cadence === 'quarter') return periodOf(day, cadence, start);
  const { name } = quarterOf(day, start);
  const year = quarterNamed(`${name.slice(0, 6)}-Q1` as typeof name, start);
  const quarters = cadence === 'year' ? 4 : 2;
  const second = cadence === 'half-year' && Number(name.slice(8)) > 2;
  const first = second ? firstOfMonth(year.first, 6) : year.first;
  return { first, last: lastOfMonth(first, quarters * 3 - 1) };
}

/** The whole periods of a cadence that ended in the quarter by e. */
function wholePeriodsIn({ quarter, e, partnership }: Asking, cadence: Cadence | undefined): Span[] {
  if (cadence === undefined) return [];
  const spans = spansThrough(quarter.first, e, (day) => cadencePeriod(day, cadence, partnership));
  return [...spans].filter(({ last }) => last <= e);
}

function isPausedIn({ pauses }: PartnershipState, span: Span): boolean {
  return pauses.some(({ from, until }) => from <= span.last && (until === undefined || until > span.first));
}

/** A body goes with its partnership: whichever ended first is its last day. */
function lastDayOf({ until }: Body, { endedOn }: PartnershipState): CivilDate | undefined {
  return until === undefined || endedOn === undefined ? (until ?? endedOn) : earlier(until, endedOn);
}

type Held = Readonly<{ id: Id; bodyId: Id | undefined; on: CivilDate; parties: readonly Id[] }>;

function heldMeeting(stream: StreamFacts, { quarter, e }: Asking): Held | undefined {
  let bodyId: Id | undefined;
  let held: Held | undefined;
  for (const fact of stream.facts as readonly Fact<MeetingEvent>[]) {
    if (fact.type === 'MeetingScheduled') bodyId = fact.data.bodyId;
    if (fact.type === 'MeetingHeld' && quarter.first <= fact.day && fact.day <= e) {
      held = { id: stream.id, bodyId, on: fact.day, parties: fact.data.attendance.map(({ party }) => party) };
    }
  }
  return held === undefined ? undefined : { ...held, bodyId };
}

/** Line 13: whole cadence periods that ended in the quarter, those with a meeting, and who came. */
export function meetingFigures(streams: readonly StreamFacts[], asking: Asking): MeetingFigures {
  const { partnership, quarter, e } = asking;
  const held = streams.flatMap((stream) => heldMeeting(stream, asking) ?? []);
  const bodies = [...partnership.bodies.values()]
    .map((body) => ({ ...body, until: lastDayOf(body, partnership) }))
    .filter(({ from, until }) => from <= e && (until === undefined || until >= quarter.first))
    .sort(byText(({ bodyId }) => bodyId))
    .map(({ bodyId, cadence, from, until }) => {
      const its = held.filter((meeting) => meeting.bodyId === bodyId);
      const expected = wholePeriodsIn(asking, cadence).filter(
        (span) => from <= span.first && (until === undefined || until >= span.last) && !isPausedIn(partnership, span),
      );
      // A half-year's or a year's meeting may lie before the quarter in which the period ends.
      const days = streams.flatMap((stream) => daysHeld(stream, bodyId));
      const met = expected.filter((span) => days.some((day) => span.first <= day && day <= span.last));
      const parties = [...new Set(its.flatMap((meeting) => meeting.parties))].sort();
      return {
        bodyId,
        expected: cadence === undefined ? null : expected.map(({ last }) => last),
        met: cadence === undefined ? null : met.map(({ last }) => last),
        held: its.map(({ id }) => id),
        attendance: parties.map((party) => ({
          party,
          meetings: its.filter((meeting) => meeting.parties.includes(party)).map(({ id }) => id),
        })),
      };
    });
  const known = new Set(bodies.map(({ bodyId }) => bodyId));
  return { bodies, others: held.filter(({ bodyId }) => bodyId === undefined || !known.has(bodyId)).map(({ id }) => id) };
}

function daysHeld(stream: StreamFacts, bodyId: Id): CivilDate[] {
  const facts = stream.facts as readonly Fact<MeetingEvent>[];
  if (!facts.some((fact) => fact.type === 'MeetingScheduled' && fact.data.bodyId === bodyId)) return [];
  return facts.flatMap((fact) => (fact.type === 'MeetingHeld' ? [fact.day] : []));
}
