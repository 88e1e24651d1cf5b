import { type CommitmentTerms, fiscalYearStartOn, type PartnershipState } from '#domain';
import {
  addDays,
  type CivilDate,
  earlier,
  type FiscalYearStart,
  type Id,
  type Instant,
  later,
  type Period,
  periodOf,
  type Quarter,
  type Span,
  spansThrough,
} from '#kernel';
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
import { type Holding, heldAtEndOf, isHeldOn } from './shares.js';
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
 * kind that was agreed by its end, and starts after the last one that was over. They are found one by one as they are
 * taken: who needs the first alone goes through no others.
 * @param from those that end before it are left out
 */
export function* periodsOf(
  story: Story,
  to: CivilDate,
  partnership: PartnershipState,
  from: CivilDate = story.madeOn,
): Generator<Span> {
  const kinds = [...new Set(story.agreed.flatMap(({ terms }) => terms.every?.period ?? []))];
  if (kinds.length === 0) return;
  const spans = spansThrough(beginAt(story, kinds, from), to, (day) => {
    const running = kinds.map((kind) => ({ kind, ...wholeFrom(day, kind, partnership) }));
    const due = running.find(({ kind, first, last }) => first >= day && everyAt(story, last)?.period === kind);
    return { isDue: due !== undefined, ...(due ?? running.reduce((a, b) => (b.last < a.last ? b : a))) };
  });
  for (const { isDue, first, last } of spans) if (isDue && from <= last && last <= to) yield { first, last };
}

/** Where to begin, for periods that end on `from` or later: weeks and months lie where they lie, whichever came before. */
function beginAt({ madeOn }: Story, [kind, another]: readonly Period[], from: CivilDate): CivilDate {
  if (kind === undefined || kind === 'quarter' || another !== undefined || from <= madeOn) return madeOn;
  return later(madeOn, periodOf(from, kind, ANY_YEAR).first);
}

/** The start of a fiscal year, where none matters. */
const ANY_YEAR: FiscalYearStart = '01-01';

/** The period that a day lies in; where the calendar changes within it, the first that the new calendar has. */
function wholeFrom(day: CivilDate, kind: Period, partnership: PartnershipState): Span {
  const by = (date: CivilDate) => periodOf(date, kind, fiscalYearStartOn(partnership, date));
  return by(by(day).last);
}

/** The last day of which a timeline ever spoke, no later than `to`; `to` itself where it ever went on without end. */
function horizon(timeline: Timeline, to: CivilDate): CivilDate {
  const dates = timeline.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn]));
  if (dates.length < timeline.length || dates.length === 0) return to;
  const last = dates.reduce(later);
  return last < to ? last : to;
}

/** Days on which a timeline may fall due from `from` to `to`, in order; from the first on, where none is said. */
export function daysOf(story: Story, timeline: Timeline, to: CivilDate, partnership: PartnershipState, from?: CivilDate): Day[] {
  if (story.terms.every !== undefined) {
    const periods = periodsOf(story, horizon(timeline, to), partnership, from);
    return [...periods].map((period) => ({ dueOn: period.last, period }));
  }
  const isWithin = (dueOn: CivilDate) => dueOn <= to && (from === undefined || dueOn >= from);
  const dates = new Set(timeline.flatMap(({ dueOn }) => (dueOn !== null && isWithin(dueOn) ? [dueOn] : [])));
  return [...dates].sort().map((dueOn) => ({ dueOn }));
}

/** The setting by which a day stands: the date itself, or the end of a standing promise that lies on it or behind it. */
export function standsBy(timeline: Timeline, day: Day): Setting | 'without end' | undefined {
  if (day.period === undefined) return fallsDueBy(timeline, day.dueOn);
  if (timeline.length === 0) return 'without end';
  return standingSettings(timeline, day.dueOn).find((setting) => setting.dueOn === null || setting.dueOn >= day.dueOn);
}

/** A commitment's date at the end of a day: its own, or the latest of its shares'. */
export function dateOf(story: Story, day: CivilDate): CivilDate | null {
  const own = dateInForce(story.whole, day);
  if (own !== null) return own;
  const dates = story.shareDates.flatMap((timeline, index) => {
    const holding = story.holdings[index];
    return holding !== undefined && isHeldOn(day, holding) ? [dateInForce(timeline, day) ?? []].flat() : [];
  });
  return dates.length === 0 ? null : dates.reduce(later);
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

/** The days from `from` to `to` that may be the commitment's; from the first on, where none is said. */
export function candidateDays(story: Story, to: CivilDate, partnership: PartnershipState, from?: CivilDate): Day[] {
  const own = daysOf(story, story.whole, to, partnership, from);
  if (story.terms.every !== undefined) return own;
  const ofShares = story.shareDates.flatMap((timeline) => daysOf(story, timeline, to, partnership, from));
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
export function fallingDueIn(story: Story, asking: Asking): FallingDue[] {
  const { first, last } = asking.quarter;
  const inside = fallingDue(story, asking, last, first);
  if (story.terms.every !== undefined) return inside.map((day) => ({ story, day, fellDueBefore: null }));
  const [day] = inside;
  const before = fallingDue(story, asking, addDays(first, -1)).at(-1);
  return day === undefined ? [] : [{ story, day, fellDueBefore: before?.dueOn ?? null }];
}

function fallingDue(story: Story, { partnership }: Asking, to: CivilDate, from?: CivilDate): Day[] {
  return candidateDays(story, to, partnership, from).filter((day) => commitmentFallsDue(story, day));
}

/** Line 4: what fell due before the quarter and not again in it; the last such day. */
export function fellDueBefore(story: Story, asking: Asking): Day[] {
  const { first, last } = asking.quarter;
  const before = fallingDue(story, asking, earlier(addDays(first, -1), asking.e));
  if (story.terms.every !== undefined) return before;
  return fallingDue(story, asking, last, first).length > 0 ? [] : before.slice(-1);
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
