import { type CivilDate, daysBetween, earlier, type Id, type Instant, later } from '#kernel';
import { correctionsOf } from './corrected-terms.js';
import { dateInForce, fallsDueBy, inOrder, knownInTime, type Setting, type Timeline, takenAwayBy } from './due-dates.js';
import { endOfItem } from './follow-through.js';
import { type Asking, endTaking, requiredAt } from './items.js';
import { byText } from './ledger.js';
import { byOutcome, followThroughOf, resultOf } from './outcomes.js';
import type { ActivityFigures, DueMilestone, LastWord, MilestoneFigures, MilestoneItem, Outcome } from './scorecard.js';
import { isHeldOn } from './shares.js';
import type { CommitmentFact, Story } from './story.js';

type FactOf<Type extends CommitmentFact['type']> = Extract<CommitmentFact, { type: Type }>;
type Step = FactOf<'MilestoneReached' | 'MilestoneReopened'>;

/** One milestone, as its facts tell it. */
type Milestone = Readonly<{
  story: Story;
  id: Id;
  /** The day by which its commitment was over by e; a milestone ends with it. */
  overOn: CivilDate | undefined;
  planned: FactOf<'MilestonePlanned'>;
  dates: Timeline;
  /** Reached and reopened, in fact order. */
  steps: readonly Step[];
  dropped: FactOf<'MilestoneDropped'> | undefined;
  reports: readonly FactOf<'ProgressReported'>[];
}>;

function milestonesOf(story: Story, asking: Asking): Milestone[] {
  const { dayOf } = asking;
  const overOn = overBy(story, asking);
  const of = <Type extends CommitmentFact['type']>(type: Type, id: Id) =>
    story.facts.filter(
      (fact): fact is FactOf<Type> => fact.type === type && (fact.data as { milestoneId?: Id }).milestoneId === id,
    );
  return story.facts.flatMap((planned): Milestone[] => {
    if (planned.type !== 'MilestonePlanned') return [];
    const id = planned.data.milestoneId;
    return [
      {
        story,
        id,
        overOn,
        planned,
        dates: inOrder([
          ...settingsIn(planned, 'making', story, dayOf),
          ...of('MilestoneRescheduled', id).flatMap((fact) => settingsIn(fact, 'owner', story, dayOf)),
        ]),
        steps: story.facts.filter(
          (fact): fact is Step =>
            (fact.type === 'MilestoneReached' || fact.type === 'MilestoneReopened') && fact.data.milestoneId === id,
        ),
        dropped: of('MilestoneDropped', id)[0],
        reports: story.facts.filter(
          (fact): fact is FactOf<'ProgressReported'> =>
            fact.type === 'ProgressReported' && fact.data.of.kind === 'milestone' && fact.data.of.milestoneId === id,
        ),
      },
    ];
  });
}

/** The date a fact sets; where a correction gave it another, the first stays and the correction moves it from its own day on. */
function settingsIn(
  fact: FactOf<'MilestonePlanned' | 'MilestoneRescheduled'>,
  by: 'making' | 'owner',
  story: Story,
  dayOf: (instant: Instant) => CivilDate,
): Setting[] {
  const first = (fact.corrected?.first.data ?? fact.data) as { dueOn?: CivilDate };
  const moved = first.dueOn !== fact.data.dueOn;
  const setOn = moved ? (fact.corrected?.first.day ?? fact.day) : fact.day;
  const knownOn = dayOf(moved ? fact.firstKnownSince : fact.knownSince);
  const settings: Setting[] =
    first.dueOn === undefined ? [] : [{ by, eventId: fact.id, setOn, knownOn, dueOn: first.dueOn, position: fact.position }];
  if (!moved) return settings;
  for (const { by: correction, replacement, since } of correctionsOf(fact.id, story.corrections)) {
    if (replacement === null) continue;
    const { dueOn = null } = replacement.data as { dueOn?: CivilDate };
    const { id: eventId, position, knownSince } = correction.fact;
    settings.push({ by: 'correction', eventId, setOn: dayOf(knownSince), knownOn: dayOf(since), dueOn, position });
  }
  return settings;
}

/** The day it was reached and not reopened since, by a day; a reopened milestone is not reached, from its own day on. */
function reachedBy(milestone: Milestone, day: CivilDate): CivilDate | null {
  let reachedOn: CivilDate | null = null;
  for (const step of milestone.steps) {
    if (step.day > day) break;
    reachedOn = step.type === 'MilestoneReopened' ? null : (reachedOn ?? step.day);
  }
  return reachedOn;
}

/** The day by which a commitment had ended (rule 6): by word, broken, its last share given away, or verified as met. */
function overBy(story: Story, asking: Asking): CivilDate | undefined {
  const { e } = asking;
  const day = { dueOn: e };
  const days = [endOfItem(story, day, e)?.on ?? []].flat();
  if (story.holdings.every((holding) => !isHeldOn(e, holding))) {
    const givenAway = story.holdings.flatMap(({ ends }) => ends.filter(({ on }) => on <= e)).map(({ on }) => on);
    if (givenAway.length > 0) days.push(givenAway.reduce(later));
  }
  const { verified, doneOn } = resultOf(story, day, asking);
  if (story.terms.every === undefined && verified && doneOn !== null) days.push(doneOn);
  return days.length === 0 ? undefined : days.reduce(earlier);
}

/** The agreed end of its commitment, or its fulfilment, that came before a milestone's date. */
function endsWithCommitment({ story }: Milestone, x: CivilDate, asking: Asking): boolean {
  if (endTaking(story, x) !== undefined || requiredAt(story, x).length === 0) return true;
  if (story.terms.every !== undefined) return false;
  const { verified, doneOn } = resultOf(story, { dueOn: x }, asking);
  return verified && doneOn !== null && doneOn < x;
}

function droppedInTime({ dropped }: Milestone, x: CivilDate, dayOf: (instant: Instant) => CivilDate): boolean {
  return dropped !== undefined && dropped.day < x && knownInTime(dayOf(dropped.knownSince), x);
}

type Due = Readonly<{ milestone: Milestone; dueOn: CivilDate; outcome: Outcome; reachedOn: CivilDate | null }>;

function scoredOn(milestone: Milestone, x: CivilDate, { e }: Asking): Due {
  const reachedOn = reachedBy(milestone, e);
  const { dropped, overOn } = milestone;
  const ended = (dropped !== undefined && dropped.day <= e) || overOn !== undefined;
  const said = milestone.dates.findLast(({ by, setOn }) => by !== 'making' && setOn <= e)?.dueOn ?? null;
  const outcome =
    reachedOn !== null ? (reachedOn <= x ? 'kept' : 'keptLate') : !ended && said !== null && said > e ? 'pushed' : 'missed';
  return { milestone, dueOn: x, outcome, reachedOn };
}

const item = ({ story, id }: Milestone): MilestoneItem => ({ commitmentId: story.id, milestoneId: id });
const dueItem = ({ milestone, dueOn, reachedOn }: Due): DueMilestone => ({ ...item(milestone), dueOn, reachedOn });
const byMilestone = byText<MilestoneItem>((one) => `${one.commitmentId} ${one.milestoneId}`);

/** The last word reported of a milestone by a day: the source's own before a light. */
function lastWord(milestone: Milestone, day: CivilDate): Readonly<{ last: LastWord; saidOn: CivilDate | null }> {
  const report = milestone.reports.findLast((fact) => fact.day <= day && statesSomething(fact));
  if (report === undefined) return { last: { kind: 'none', word: '' }, saidOn: null };
  const { sourceStatus, light = '' } = report.data;
  if (sourceStatus === 'no-longer-stated') return { last: { kind: 'no-longer-stated', word: '' }, saidOn: report.day };
  const last: LastWord =
    sourceStatus === undefined ? { kind: 'light', word: light } : { kind: 'source', word: sourceStatus.says };
  return { last, saidOn: report.day };
}

function statesSomething({ data }: FactOf<'ProgressReported'>): boolean {
  return data.sourceStatus !== undefined || data.light !== undefined;
}

/** How many milestones a commitment has on day e, and how many of them are reached: in its whole life, ended or not. */
export function milestoneCount(story: Story, asking: Asking): Readonly<{ reached: number; planned: number }> {
  const { e } = asking;
  const live = milestonesOf(story, asking).filter(({ planned, dropped }) => planned.day <= e && !(dropped && dropped.day <= e));
  return { reached: live.filter((milestone) => reachedBy(milestone, e) !== null).length, planned: live.length };
}

/** Line 12. */
export function milestoneFigures(stories: readonly Story[], asking: Asking): MilestoneFigures {
  const { quarter, e, dayOf } = asking;
  const inQuarter = (day: CivilDate) => quarter.first <= day && day <= quarter.last;
  const all = stories
    .filter(({ struckBy }) => struckBy === undefined)
    .flatMap((story) => milestonesOf(story, asking))
    .filter(({ planned }) => planned.day <= e)
    .sort((a, b) => byMilestone(item(a), item(b)));
  const isBefore = (day: CivilDate | null | undefined) => day !== null && day !== undefined && day < quarter.first;
  const live = all.filter(({ dropped, overOn }) => !(dropped && dropped.day <= e) && !isBefore(overOn));

  const fellDue = all.flatMap((milestone) => {
    const days = [...new Set(milestone.dates.flatMap(({ dueOn }) => dueOn ?? []))].sort();
    const due = days.filter((x) => fallsDueBy(milestone.dates, x) !== undefined && !droppedInTime(milestone, x, dayOf));
    const ended = due.filter((x) => endsWithCommitment(milestone, x, asking));
    return [{ milestone, days, due: due.filter((x) => !ended.includes(x)), ended }];
  });
  const inside = fellDue.flatMap(({ milestone, due }) => {
    const x = due.find(inQuarter);
    return x === undefined ? [] : [scoredOn(milestone, x, asking)];
  });
  const carriedIn = fellDue.flatMap(({ milestone, due }) => {
    const x = due.findLast((day) => day < quarter.first && day <= e);
    if (x === undefined || due.some(inQuarter)) return [];
    const scored = scoredOn(milestone, x, asking);
    return [scored.reachedOn, milestone.dropped?.day, milestone.overOn].some(isBefore) ? [] : [scored];
  });
  const outcomes = byOutcome(
    inside.filter(({ dueOn }) => dueOn <= e),
    ({ outcome }) => outcome,
    dueItem,
  );
  return {
    planned: live.map(item),
    reached: live.filter((milestone) => reachedBy(milestone, e) !== null).map(item),
    reopened: all.flatMap((milestone) =>
      milestone.steps
        .filter((step) => step.type === 'MilestoneReopened' && quarter.first <= step.day && step.day <= e)
        .map((step) => ({ ...item(milestone), eventId: step.id })),
    ),
    outcomes,
    followThrough: followThroughOf(outcomes),
    pending: inside.filter(({ dueOn }) => dueOn > e).map(dueItem),
    carriedIn: carriedIn.map((due) => ({ ...dueItem(due), ageDays: daysBetween(due.dueOn, due.reachedOn ?? e) })),
    rescheduled: fellDue.flatMap(({ milestone, days }) =>
      days.filter(inQuarter).flatMap((x) => {
        const moved = droppedInTime(milestone, x, dayOf) ? undefined : takenAwayBy(milestone.dates, x);
        return moved === undefined ? [] : [{ ...item(milestone), dueOn: x, eventId: moved.eventId }];
      }),
    ),
    dropped: all.flatMap((milestone) => {
      const { dropped } = milestone;
      if (dropped === undefined || dropped.day > e) return [];
      const x = dateInForce(milestone.dates, dropped.day);
      const counts = x === null ? inQuarter(dropped.day) : inQuarter(x) && droppedInTime(milestone, x, dayOf);
      return counts ? [{ ...item(milestone), dueOn: x, eventId: dropped.id }] : [];
    }),
    endedWithCommitment: fellDue.flatMap(({ milestone, ended }) =>
      ended.filter(inQuarter).map((dueOn) => ({ ...item(milestone), dueOn })),
    ),
    undated: live
      .filter((milestone) => dateInForce(milestone.dates, e) === null)
      .map((milestone) => ({ ...item(milestone), ...lastWord(milestone, e) })),
    words: wordsOf(live, e),
  };
}

function wordsOf(live: readonly Milestone[], e: CivilDate): MilestoneFigures['words'] {
  const words = new Map<string, LastWord & { milestones: MilestoneItem[] }>();
  for (const milestone of live) {
    const { last } = lastWord(milestone, e);
    const key = `${last.kind} ${last.word}`;
    const under = words.get(key) ?? { ...last, milestones: [] };
    under.milestones.push(item(milestone));
    words.set(key, under);
  }
  return [...words].sort(byText(([key]) => key)).map(([, under]) => under);
}

/** What was reported and linked in the quarter. A source that falls silent reports nothing. */
export function activityFigures(stories: readonly Story[], { quarter, e }: Asking): ActivityFigures {
  const facts = stories
    .filter((story) => story.struckBy === undefined)
    .flatMap((story) => story.facts.map((fact) => ({ story, fact })))
    .filter(({ fact }) => quarter.first <= fact.day && fact.day <= e);
  const reports = facts.flatMap(({ story, fact }) =>
    fact.type === 'ProgressReported' && statesSomething(fact) && fact.data.sourceStatus !== 'no-longer-stated'
      ? [{ story, id: fact.id, of: fact.data.of }]
      : [],
  );
  const on = new Map<string, MilestoneItem>();
  for (const { story, of } of reports) {
    if (of.kind === 'milestone') on.set(`${story.id} ${of.milestoneId}`, { commitmentId: story.id, milestoneId: of.milestoneId });
  }
  const ids = (ofMilestones: boolean) =>
    reports
      .filter(({ of }) => (of.kind === 'milestone') === ofMilestones)
      .map(({ id }) => id)
      .sort();
  return {
    statusReports: {
      onMilestones: ids(true),
      onOthers: ids(false),
      milestonesReportedOn: [...on.values()].sort(byMilestone),
    },
    evidenceLinks: facts.flatMap(({ fact }) => (fact.type === 'EvidenceLinked' ? [fact.id] : [])).sort(),
  };
}
