import { type CivilDate, daysBetween, type Id, type Instant } from '#kernel';
import { correctionsOf } from './corrected-terms.js';
import { dateInForce, fallsDueBy, inOrder, knownInTime, type Setting, type Timeline, takenAwayBy } from './due-dates.js';
import { type Asking, endTaking, requiredAt } from './items.js';
import { byText } from './ledger.js';
import { byOutcome, followThroughOf, resultOf } from './outcomes.js';
import type { ActivityFigures, DueMilestone, LastWord, MilestoneFigures, MilestoneItem, Outcome } from './scorecard.js';
import type { CommitmentFact, Story } from './story.js';

type FactOf<Type extends CommitmentFact['type']> = Extract<CommitmentFact, { type: Type }>;
type Step = FactOf<'MilestoneReached' | 'MilestoneReopened'>;

/** One milestone, as its facts tell it. */
type Milestone = Readonly<{
  story: Story;
  id: Id;
  planned: FactOf<'MilestonePlanned'>;
  dates: Timeline;
  /** Reached and reopened, in fact order. */
  steps: readonly Step[];
  dropped: FactOf<'MilestoneDropped'> | undefined;
  reports: readonly FactOf<'ProgressReported'>[];
}>;

function milestonesOf(story: Story, dayOf: (instant: Instant) => CivilDate): Milestone[] {
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

/** The agreed end of its commitment, or its fulfilment, that came before a milestone's date. */
function endsWithCommitment({ story }: Milestone, x: CivilDate, asking: Asking): boolean {
  if (endTaking(story, x) !== undefined) return true;
  if (story.terms.every !== undefined || requiredAt(story, x).length === 0) return false;
  const { verified, doneOn } = resultOf(story, { dueOn: x }, asking);
  return verified && doneOn !== null && doneOn < x;
}

function droppedInTime({ dropped }: Milestone, x: CivilDate, dayOf: (instant: Instant) => CivilDate): boolean {
  return dropped !== undefined && dropped.day < x && knownInTime(dayOf(dropped.knownSince), x);
}

type Due = Readonly<{ milestone: Milestone; dueOn: CivilDate; outcome: Outcome; reachedOn: CivilDate | null }>;

function scoredOn(milestone: Milestone, x: CivilDate, { e }: Asking): Due {
  const reachedOn = reachedBy(milestone, e);
  const { ending } = milestone.story;
  const ended = (milestone.dropped?.day ?? e) < e || (ending !== undefined && ending.on <= e);
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

/** Line 12. */
export function milestoneFigures(stories: readonly Story[], asking: Asking): MilestoneFigures {
  const { quarter, e, dayOf } = asking;
  const inQuarter = (day: CivilDate) => quarter.first <= day && day <= quarter.last;
  const all = stories
    .filter((story) => story.struckBy === undefined && !(story.ending !== undefined && story.ending.on < quarter.first))
    .flatMap((story) => milestonesOf(story, dayOf))
    .filter((milestone) => milestone.planned.day <= e)
    .sort((a, b) => byMilestone(item(a), item(b)));
  const live = all.filter(({ dropped }) => dropped === undefined || dropped.day > e);

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
    const over = (day: CivilDate | null | undefined) => day !== null && day !== undefined && day < quarter.first;
    return over(scored.reachedOn) || over(milestone.dropped?.day) ? [] : [scored];
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
