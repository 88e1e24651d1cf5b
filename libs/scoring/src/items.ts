import { type CommitmentTerms, fiscalYearStartOn, type PartnershipState } from '#domain';
import { addDays, type CivilDate, type Id, type Instant, later, type Period, periodOf, type Quarter, type Span } from '#kernel';
import {
  agreedAt,
  agreedAway,
  dateInForce,
  fallsDueBy,
  knownInTime,
  type Setting,
  standingSettings,
  type Timeline,
} from './due-dates.js';
import type { Item } from './scorecard.js';
import { type Holding, heldAtEndOf } from './shares.js';
import type { Story } from './story.js';

/** A day on which something may fall due; for a standing promise the period that ends on it. */
export type Day = Readonly<{ dueOn: CivilDate; period?: Span }>;

/** What the lines ask with: the quarter, the last day that can be judged, and the calendar. */
export type Asking = Readonly<{
  quarter: Quarter;
  e: CivilDate;
  partnership: PartnershipState;
  dayOf: (instant: Instant) => CivilDate;
}>;

export function itemOf(story: Story, day: Day): Item {
  return { commitmentId: story.id, ...(day.period === undefined ? {} : { period: day.period.last }) };
}

/** What a standing promise asked for in each period, and by which periods, on day x: as agreed by its end, and known in time. */
export function everyAt(story: Story, x: CivilDate): CommitmentTerms['every'] {
  return agreedAt(story.agreed, x).terms.every;
}

/**
 * Every whole period from the first that starts on or after the making to the last that ends by `to`. A period is of the
 * kind that was agreed by its end, and starts after the last one that was over.
 */
export function periodsOf(story: Story, to: CivilDate, partnership: PartnershipState): Span[] {
  const kinds = [...new Set(story.agreed.flatMap(({ terms }) => terms.every?.period ?? []))];
  const spans: Span[] = [];
  if (kinds.length === 0) return spans;
  for (let day = story.madeOn; day <= to; ) {
    const running = kinds.map((kind) => ({ kind, ...wholeFrom(day, kind, partnership) }));
    const due = running.find(({ kind, first, last }) => first >= day && last <= to && everyAt(story, last)?.period === kind);
    if (due !== undefined) spans.push({ first: due.first, last: due.last });
    day = addDays((due ?? running.reduce((a, b) => (b.last < a.last ? b : a))).last, 1);
  }
  return spans;
}

/** The period that a day lies in; where the calendar changes within it, the first that the new calendar has. */
function wholeFrom(day: CivilDate, kind: Period, partnership: PartnershipState): Span {
  const by = (date: CivilDate) => periodOf(date, kind, fiscalYearStartOn(partnership, date));
  return by(by(day).last);
}

/** The last day of which a timeline ever spoke, no later than `to`; `to` itself where it speaks of none. */
function horizon(timeline: Timeline, to: CivilDate): CivilDate {
  const dates = timeline.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]));
  if (dates.length === 0) return to;
  const last = dates.reduce(later);
  return last < to ? last : to;
}

/** Days on which a timeline may fall due up to `to`, in order. */
export function daysOf(story: Story, timeline: Timeline, to: CivilDate, partnership: PartnershipState): Day[] {
  if (story.terms.every !== undefined) {
    return periodsOf(story, horizon(timeline, to), partnership).map((period) => ({ dueOn: period.last, period }));
  }
  const dates = new Set(timeline.flatMap(({ dueOn }) => (dueOn === null || dueOn > to ? [] : [dueOn])));
  return [...dates].sort().map((dueOn) => ({ dueOn }));
}

/** The setting by which a day stands: the date itself, or the end of a standing promise that lies on it or behind it. */
export function standsBy(timeline: Timeline, day: Day): Setting | 'without end' | undefined {
  if (day.period === undefined) return fallsDueBy(timeline, day.dueOn);
  if (timeline.length === 0) return 'without end';
  return standingSettings(timeline, day.dueOn).find((setting) => setting.dueOn === null || setting.dueOn >= day.dueOn);
}

/** The agreed end that took day x away from the whole: dated by x and known in time (line 2). */
export function endTaking(story: Story, x: CivilDate) {
  const { ending } = story;
  return ending?.knownOn !== undefined && ending.on <= x && knownInTime(ending.knownOn, x) ? ending : undefined;
}

/** The shares that completion asks for on day x: held at its end (line 7). */
export function requiredAt(story: Story, x: CivilDate): Holding[] {
  return story.holdings.filter((holding) => heldAtEndOf(x, holding));
}

/** How many shares completion asked for on day x (line 7): as agreed by its end, and known in time. */
export function neededAt(story: Story, x: CivilDate): number {
  const { terms } = agreedAt(story.agreed, x);
  return terms.completion === 'all' ? requiredAt(story, x).length : terms.completion.atLeast;
}

/** True where the shares' own dates make day x the commitment's: it has none of its own, and x is the latest of theirs. */
function latestOfShares(story: Story, x: CivilDate): boolean {
  if (story.terms.every !== undefined || standingSettings(story.whole, x).some(({ dueOn }) => dueOn !== null)) return false;
  const held = story.holdings.flatMap((holding, i) => (heldAtEndOf(x, holding) ? [story.shareDates[i] ?? []] : []));
  return (
    held.some((timeline) => fallsDueBy(timeline, x) !== undefined) &&
    held.every((timeline) => (dateInForce(timeline, x) ?? x) <= x || fallsDueBy(timeline, x) !== undefined)
  );
}

/** The days up to `to` that may be the commitment's. */
export function candidateDays(story: Story, to: CivilDate, partnership: PartnershipState): Day[] {
  const own = daysOf(story, story.whole, to, partnership);
  if (story.terms.every !== undefined) return own;
  const ofShares = story.shareDates.flatMap((timeline) => daysOf(story, timeline, to, partnership));
  const days = new Map([...own, ...ofShares].map((day) => [day.dueOn, day]));
  return [...days.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** Line 2: a commitment falls due on its own date in force; without one, on the latest of its shares'. */
export function commitmentFallsDue(story: Story, day: Day): boolean {
  const x = day.dueOn;
  if (story.struckBy !== undefined || endTaking(story, x) !== undefined || requiredAt(story, x).length === 0) return false;
  return standsBy(story.whole, day) !== undefined || latestOfShares(story, x);
}

/** Line 2, of one share by its own date. */
export function shareFallsDue(story: Story, index: number, day: Day): boolean {
  const holding = story.holdings[index];
  const timeline = story.shareDates[index];
  if (holding === undefined || timeline === undefined || story.struckBy !== undefined) return false;
  return endTaking(story, day.dueOn) === undefined && heldAtEndOf(day.dueOn, holding) && standsBy(timeline, day) !== undefined;
}

/** Dates that fell due before the quarter and in it: of one commitment, or per period of a standing promise (lines 3 and 4). */
export type FallingDue = Readonly<{ story: Story; day: Day; fellDueBefore: CivilDate | null }>;

/** Line 3: what falls due in the quarter, whether it can be judged yet or not. */
export function fallingDueIn(story: Story, { quarter, partnership }: Asking): FallingDue[] {
  const days = candidateDays(story, quarter.last, partnership).filter((day) => commitmentFallsDue(story, day));
  const inside = days.filter(({ dueOn }) => dueOn >= quarter.first);
  if (story.terms.every !== undefined) return inside.map((day) => ({ story, day, fellDueBefore: null }));
  const [first] = inside;
  const before = days.findLast(({ dueOn }) => dueOn < quarter.first);
  return first === undefined ? [] : [{ story, day: first, fellDueBefore: before?.dueOn ?? null }];
}

/** Line 4: what fell due before the quarter and not again in it; the last such day. */
export function fellDueBefore(story: Story, { quarter, partnership, e }: Asking): Day[] {
  const days = candidateDays(story, quarter.last, partnership).filter((day) => commitmentFallsDue(story, day));
  const before = days.filter(({ dueOn }) => dueOn < quarter.first && dueOn <= e);
  if (story.terms.every !== undefined) return before;
  return days.some(({ dueOn }) => dueOn >= quarter.first) ? [] : before.slice(-1);
}

/** True where another date than x was agreed by e after the one that made it x: x stood all the same (line 8). */
export function movedAfter(timeline: Timeline, x: CivilDate, e: CivilDate): boolean {
  const by = fallsDueBy(timeline, x);
  if (by === undefined) return false;
  return timeline.slice(timeline.indexOf(by) + 1).some((setting) => setting.setOn <= e && setting.dueOn !== x);
}

/** The agreement that took a day of the whole away, where nothing else makes it stand. */
export function wholeTakenAwayBy(story: Story, day: Day): Id | undefined {
  if (day.period === undefined) return agreedAway(story.whole, day.dueOn);
  if (standsBy(story.whole, day) !== undefined) return undefined;
  const standing = standingSettings(story.whole, day.dueOn)[0];
  const before = standing === undefined ? [] : story.whole.slice(0, story.whole.indexOf(standing));
  return before.some(({ dueOn, setOn, by }) => (by === 'making' || setOn <= day.dueOn) && (dueOn === null || dueOn >= day.dueOn))
    ? standing?.eventId
    : undefined;
}
