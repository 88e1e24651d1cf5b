import { type CivilDate, daysBetween, type Id } from '#kernel';
import { agreedAway, knownInTime, takenAwayBy } from './due-dates.js';
import {
  type Asking,
  type Day,
  dateOf,
  daysOf,
  endTaking,
  type FallingDue,
  fallingDueIn,
  fellDueBefore,
  itemOf,
  movedAfter,
  neededAt,
  requiredAt,
  standsBy,
  wholeTakenAwayBy,
} from './items.js';
import { byText } from './ledger.js';
import { byOutcome, followThroughOf, type Result, resultOf } from './outcomes.js';
import type { Became, CarriedItem, CommitmentFigures, DueItem, Item, PendingItem, TakenAway } from './scorecard.js';
import { type Holding, handsOf, heldAtEndOf } from './shares.js';
import type { Story } from './story.js';

/** An item with its standing by e. */
export type Scored = FallingDue & Readonly<{ result: Result }>;

/** What lines 3 and 4 find, for all lines that count over it. */
export type Found = Readonly<{
  counted: readonly Scored[];
  pending: readonly Scored[];
  carriedIn: readonly (Scored & Readonly<{ became: Became }>)[];
}>;

export function found(stories: readonly Story[], asking: Asking): Found {
  const due = stories
    .flatMap((story) => fallingDueIn(story, asking))
    .map((falling): Scored => ({ ...falling, result: resultOf(falling.story, falling.day, asking) }));
  const carriedIn = stories.flatMap((story) =>
    fellDueBefore(story, asking).flatMap((day) => {
      const result = resultOf(story, day, asking);
      const end = endOfItem(story, day, asking.e);
      if (result.doneOn !== null && result.doneOn < asking.quarter.first) return [];
      if (end !== undefined && end.on < asking.quarter.first) return [];
      return [{ story, day, fellDueBefore: day.dueOn, result, became: becameOf(result, end?.how) }];
    }),
  );
  return {
    counted: due.filter(({ day }) => day.dueOn <= asking.e),
    pending: due.filter(({ day }) => day.dueOn > asking.e),
    carriedIn,
  };
}

type ItemEnd = Readonly<{ how: Exclude<Became, 'done' | 'partlyKept' | 'open'>; on: CivilDate }>;

/** The day by which an item could no longer be done: the commitment ended, or too few of its shares were left. */
export function endOfItem(story: Story, day: Day, e: CivilDate): ItemEnd | undefined {
  const ends: ItemEnd[] = [];
  const { ending } = story;
  if (ending !== undefined && ending.on <= e) ends.push({ how: ending.how, on: ending.on });
  const required = requiredAt(story, day.dueOn);
  const needed = neededAt(story, day.dueOn);
  const gone = required.flatMap((holding) => endOfHands(story, holding, e) ?? []).sort(byText(({ on }) => on));
  const last = gone[required.length - needed];
  if (last !== undefined) ends.push({ how: last.how === 'released' ? 'released' : 'broken', on: last.on });
  return ends.sort(byText(({ on }) => on))[0];
}

/** How a share ended by e in the hands that it had come to. */
function endOfHands(story: Story, holding: Holding, e: CivilDate) {
  return handsOf(story.holdings, holding, e)
    .at(-1)
    ?.ends.find((end) => end.on <= e && end.how !== 'transferred');
}

function becameOf(result: Result, end: ItemEnd['how'] | undefined): Became {
  if (result.doneOn !== null) return 'done';
  return end ?? (result.outcome === 'partlyKept' ? 'partlyKept' : 'open');
}

const key = (item: Item) => `${item.commitmentId} ${item.period ?? ''}`;
export const byItem = byText(key);

function dueItem({ story, day, result }: Scored): DueItem {
  const shares = result.shares.map(({ holding, outcome, doneOn }) => ({ party: holding.party, outcome, doneOn }));
  return {
    ...itemOf(story, day),
    dueOn: day.dueOn,
    doneOn: result.doneOn,
    needed: result.needed,
    shares: shares.sort(byText(({ party }) => party)),
  };
}

/** Lines 3, 4 and 8. */
export function commitmentFigures(stories: readonly Story[], items: Found, asking: Asking): CommitmentFigures {
  const counted = [...items.counted].sort(byText((scored) => key(itemOf(scored.story, scored.day))));
  const outcomes = byOutcome(counted, ({ result }) => result.outcome, dueItem);
  const list = (those: (scored: Scored) => boolean) => counted.filter(those).map(({ story, day }) => itemOf(story, day));
  const isDone = ({ result }: Scored) => result.outcome === 'kept' || result.outcome === 'keptLate';
  const touched = new Set([...items.counted, ...items.pending, ...items.carriedIn].map(({ story }) => story.id));
  return {
    outcomes,
    followThrough: followThroughOf(outcomes),
    pending: items.pending
      .map(({ story, day, result }): PendingItem => ({ ...itemOf(story, day), dueOn: day.dueOn, done: result.doneOn !== null }))
      .sort(byItem),
    carriedIn: items.carriedIn.map((scored) => carried(scored, asking)).sort(byItem),
    noDate: stories.filter((story) => isOpenWithoutDate(story, asking)).map(({ id }) => ({ commitmentId: id })),
    uncounted: uncounted(stories, asking),
    beside: {
      verified: list((scored) => isDone(scored) && scored.result.verified),
      onlyClaimed: list((scored) => isDone(scored) && !scored.result.verified),
      disputed: 'not recorded yet',
      contested: list(({ result }) => result.contested),
      reDated: list((scored) => isReDated(scored, asking)),
      recordedAfterwards: list((scored) => isRecordedAfterwards(scored, asking)),
      alreadyDoneWhenPromised: list(({ story, result }) => result.doneOn !== null && result.doneOn < story.madeOn),
      correctedTerms: list(({ story }) => story.correctedTerms),
      unconfirmed: stories
        .filter((story) => story.unconfirmed.length > 0 && touched.has(story.id))
        .map(({ id, unconfirmed }) => ({ commitmentId: id, eventIds: unconfirmed })),
    },
  };
}

function carried({ story, day, result, became }: Found['carriedIn'][number], { e }: Asking): CarriedItem {
  const until = result.doneOn ?? e;
  return { ...itemOf(story, day), dueOn: day.dueOn, ageDays: daysBetween(day.dueOn, until), doneOn: result.doneOn, became };
}

/** x stood although another date was agreed by e, or it fell due before and was promised anew. */
function isReDated({ story, day, fellDueBefore: before }: Scored, { e }: Asking): boolean {
  if (day.period !== undefined) return false;
  if (before !== null) return true;
  const timelines = [story.whole, ...story.shareDates];
  return timelines.some((timeline) => movedAfter(timeline, day.dueOn, e));
}

/** Made known after it fell due or was done; or kept, as became known only after it fell due. */
function isRecordedAfterwards({ story, day, result }: Scored, { dayOf }: Asking): boolean {
  const madeKnown = dayOf(story.made.firstKnownSince);
  if (madeKnown > day.dueOn || (result.doneOn !== null && madeKnown > result.doneOn)) return true;
  return result.outcome === 'kept' && result.knownOn !== null && result.knownOn > day.dueOn;
}

/** Line 3: no date in force at e, and neither ended nor done before the quarter. */
function isOpenWithoutDate(story: Story, asking: Asking): boolean {
  const { quarter, e } = asking;
  if (story.struckBy !== undefined || story.madeOn > e || story.terms.every !== undefined) return false;
  if (dateOf(story, e) !== null) return false;
  const day = { dueOn: e };
  if (requiredAt(story, e).length === 0) return false;
  const end = endOfItem(story, day, e);
  const { doneOn } = resultOf(story, day, asking);
  return (end === undefined || end.on >= quarter.first) && (doneOn === null || doneOn >= quarter.first);
}

/** Line 8, uncounted: dates in the quarter that an agreement or a correction took away. */
function uncounted(stories: readonly Story[], asking: Asking): CommitmentFigures['uncounted'] {
  const inQuarter = stories.flatMap((story) =>
    daysOf(story, story.whole, asking.quarter.last, asking.partnership, asking.quarter.first).map((day) => ({ story, day })),
  );
  const taken = (by: (story: Story, day: Day) => Id | undefined): TakenAway[] =>
    inQuarter.flatMap(({ story, day }) => {
      const eventId = by(story, day);
      return eventId === undefined ? [] : [{ ...itemOf(story, day), dueOn: day.dueOn, eventId }];
    });
  const endedAs = (how: 'withdrawn' | 'superseded') => (story: Story, day: Day) => {
    const end = endTaking(story, day.dueOn);
    return story.struckBy === undefined && end?.how === how ? end.eventId : undefined;
  };
  /** Days of the whole, and of shares whose own dates they were, that a fact about the whole took away. */
  const takenWith = (by: (story: Story, day: Day) => Id | undefined) => [
    ...taken((story, day) => (standsBy(story.whole, day) === undefined ? undefined : by(story, day))),
    ...ofShares(stories, asking, (story, index, day) => (isOwnDay(story, index, day) ? by(story, day) : undefined)),
  ];
  return {
    renegotiated: [
      ...taken((story, day) => (story.struckBy === undefined ? wholeTakenAwayBy(story, day) : undefined)),
      ...ofShares(stories, asking, ({ shareDates, whole, struckBy }, index, { dueOn }) => {
        const timeline = struckBy === undefined ? (shareDates[index] ?? []) : [];
        // What moved the whole, with every share that goes by its date, is listed once.
        return takenAwayBy(timeline, dueOn) === takenAwayBy(whole, dueOn) ? undefined : agreedAway(timeline, dueOn);
      }),
    ].sort(byTaken),
    withdrawn: takenWith(endedAs('withdrawn')).sort(byTaken),
    superseded: takenWith(endedAs('superseded')).sort(byTaken),
    released: ofShares(stories, asking, (story, index, day) => endOfShare(story, index, day, 'released')).sort(byTaken),
    transferred: ofShares(stories, asking, (story, index, day) => endOfShare(story, index, day, 'transferred')).sort(byTaken),
    struck: takenWith(({ struckBy }) => struckBy).sort(byTaken),
  };
}

const byTaken = byText<TakenAway>((taken) => `${key(taken)} ${taken.dueOn} ${taken.party ?? ''}`);

function ofShares(
  stories: readonly Story[],
  { quarter, partnership }: Asking,
  by: (story: Story, index: number, day: Day) => Id | undefined,
): TakenAway[] {
  return stories.flatMap((story) =>
    story.holdings.flatMap((holding, index) =>
      daysOf(story, story.shareDates[index] ?? [], quarter.last, partnership, quarter.first).flatMap((day): TakenAway[] => {
        const eventId = by(story, index, day);
        return eventId === undefined ? [] : [{ ...itemOf(story, day), dueOn: day.dueOn, party: holding.party, eventId }];
      }),
    ),
  );
}

/** A day on which a share would have fallen due by a date of its own. */
function isOwnDay(story: Story, index: number, day: Day): boolean {
  const holding = story.holdings[index];
  if (holding === undefined || !heldAtEndOf(day.dueOn, holding) || standsBy(story.whole, day) !== undefined) return false;
  return standsBy(story.shareDates[index] ?? [], day) !== undefined;
}

/** The agreement that took a share away from its party in time, where it would have fallen due. */
function endOfShare(story: Story, index: number, day: Day, how: 'released' | 'transferred'): Id | undefined {
  const x = day.dueOn;
  const holding = story.holdings[index];
  if (holding === undefined || holding.from > x || standsBy(story.shareDates[index] ?? [], day) === undefined) return undefined;
  if (story.struckBy !== undefined || endTaking(story, x) !== undefined) return undefined;
  return holding.ends.find((end) => end.how === how && end.on <= x && knownInTime(end.knownOn, x))?.eventId;
}
