import { type CivilDate, daysBetween, type Id, later } from '#kernel';
import { dateInForce, type Timeline } from './due-dates.js';
import { endOfItem, type Found, type Scored } from './follow-through.js';
import { byText } from './ledger.js';
import { median } from './rational.js';
import type { DaysFigure } from './scorecard.js';
import { isHeldOn } from './shares.js';
import type { Story } from './story.js';

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

/** What each successor replaced. */
export type Predecessors = ReadonlyMap<Id, Story>;

export function predecessorsIn(stories: readonly Story[]): Predecessors {
  return new Map(stories.flatMap((story) => story.supersedes.map((successor) => [successor, story] as const)));
}

/** The first date a timeline ever had. */
function firstOf(timeline: Timeline): CivilDate | undefined {
  return timeline.find(({ dueOn }) => dueOn !== null)?.dueOn ?? undefined;
}

/**
 * Line 9: the first recorded due date, without one the first agreed, else the latest of the shares' first;
 * after a supersession the predecessor's.
 */
export function originalDate(story: Story, predecessors: Predecessors, seen: readonly Id[] = []): CivilDate | undefined {
  const predecessor = predecessors.get(story.id);
  const known = predecessor === undefined || seen.includes(predecessor.id);
  const inherited = known ? undefined : originalDate(predecessor, predecessors, [...seen, story.id]);
  if (inherited !== undefined) return inherited;
  const own = story.firstDueOn ?? firstOf(story.whole);
  if (own !== undefined) return own;
  const ofShares = story.shareDates.flatMap((timeline) => firstOf(timeline) ?? []);
  return ofShares.length === 0 ? undefined : ofShares.reduce(later);
}

/** Line 9, over counted items and those carried in; standing promises have no one date. */
export function slippageAndLateness(
  items: Found,
  predecessors: Predecessors,
  e: CivilDate,
): Readonly<{ slippage: DaysFigure; lateness: DaysFigure }> {
  const scored = [...items.counted, ...items.carriedIn].filter(({ story }) => story.terms.every === undefined);
  const figure = (days: (item: Scored, original: CivilDate) => number | undefined): DaysFigure => {
    const listed = scored.flatMap((item) => {
      const original = originalDate(item.story, predecessors);
      const found = original === undefined ? undefined : days(item, original);
      return found === undefined ? [] : [{ commitmentId: item.story.id, days: found }];
    });
    listed.sort(byText(({ commitmentId }) => commitmentId));
    const values = listed.map(({ days: value }) => value);
    return { items: listed, median: median(values), worst: values.length === 0 ? null : Math.max(...values) };
  };
  return {
    slippage: figure(({ story }, original) => {
      const inForce = dateOf(story, e);
      return inForce === null ? undefined : daysBetween(original, inForce);
    }),
    lateness: figure(({ story, day, result }, original) => {
      if (result.doneOn !== null) return daysBetween(original, result.doneOn);
      return endOfItem(story, day, e) === undefined ? daysBetween(original, e) : undefined;
    }),
  };
}
