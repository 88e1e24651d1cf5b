import { type CivilDate, daysBetween, type Id } from '#kernel';
import { endOfItem, type Found, type Scored } from './follow-through.js';
import { dateOf } from './items.js';
import { byText } from './ledger.js';
import { median } from './rational.js';
import type { DaysFigure } from './scorecard.js';
import type { Story } from './story.js';

/** What each successor replaced. */
export type Predecessors = ReadonlyMap<Id, Story>;

/** What was superseded by a day, by its successor. */
export function predecessorsIn(stories: readonly Story[], day: CivilDate): Predecessors {
  return new Map(
    stories.flatMap((story) => {
      const { ending } = story;
      return ending?.how === 'superseded' && ending.on <= day ? [[ending.successorId, story] as const] : [];
    }),
  );
}

/** The date at the end of the first day on which there was one; what is agreed later is no longer the first. */
function firstAgreed(story: Story): CivilDate | undefined {
  const days = [story.whole, ...story.shareDates].flatMap((timeline) => timeline.map(({ setOn }) => setOn)).sort();
  return days.map((day) => dateOf(story, day)).find((date) => date !== null) ?? undefined;
}

/**
 * Line 9: the first recorded due date, without one the first agreed: the whole's, or the latest of its shares'; after a
 * supersession the predecessor's.
 */
export function originalDate(story: Story, predecessors: Predecessors, seen: readonly Id[] = []): CivilDate | undefined {
  const predecessor = predecessors.get(story.id);
  const known = predecessor === undefined || seen.includes(predecessor.id);
  const inherited = known ? undefined : originalDate(predecessor, predecessors, [...seen, story.id]);
  if (inherited !== undefined) return inherited;
  return story.firstDueOn ?? firstAgreed(story);
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
