import type { Id } from '#kernel';
import { byItem, type Found } from './follow-through.js';
import { type Asking, daysOf, itemOf, shareFallsDue } from './items.js';
import { byText } from './ledger.js';
import { byOutcome, followThroughOf, fulfilmentOf, shareOutcome } from './outcomes.js';
import type { GoalFigures, PartyFigures } from './scorecard.js';
import type { Story } from './story.js';

/** Line 15: the outcomes of each party's own shares, by the shares' own dates. They do not add up to the commitments. */
export function byParty(stories: readonly Story[], asking: Asking): PartyFigures[] {
  const { quarter, e, partnership } = asking;
  const due = stories.flatMap((story) =>
    story.holdings.flatMap((holding, index) => {
      const days = daysOf(story, story.shareDates[index] ?? [], e, partnership, quarter.first).filter((day) =>
        shareFallsDue(story, index, day),
      );
      // Of several days on which one share fell due, the first counts (line 3); a standing promise has one for each period.
      const counted = story.terms.every === undefined ? days.slice(0, 1) : days;
      return counted.map((day) => {
        const done = fulfilmentOf(story, holding, day, asking);
        return {
          party: holding.party,
          outcome: shareOutcome(story, holding, done, day.dueOn, e),
          item: { ...itemOf(story, day), dueOn: day.dueOn, doneOn: done.doneOn },
        };
      });
    }),
  );
  const parties = [...new Set(due.map(({ party }) => party))].sort();
  return parties.map((party) => {
    const its = due.filter((share) => share.party === party).sort((a, b) => byItem(a.item, b.item));
    const outcomes = byOutcome(
      its,
      ({ outcome }) => outcome,
      ({ item }) => item,
    );
    return { party, outcomes, followThrough: followThroughOf(outcomes) };
  });
}

/** Line 15: commitments by goal, and those without one (`null`, last). */
export function byGoal(found: Found): GoalFigures[] {
  const goals = new Set<Id | null>(found.counted.map(({ story }) => story.terms.goalId ?? null));
  return [...goals].sort(byText((goalId) => (goalId === null ? '~' : goalId))).map((goalId) => {
    const its = found.counted
      .filter(({ story }) => (story.terms.goalId ?? null) === goalId)
      .sort((a, b) => byItem(itemOf(a.story, a.day), itemOf(b.story, b.day)));
    const outcomes = byOutcome(
      its,
      ({ result }) => result.outcome,
      ({ story, day }) => itemOf(story, day),
    );
    return { goalId, outcomes, followThrough: followThroughOf(outcomes) };
  });
}
