import { type CivilDate, type Context, refused } from '#kernel';
import type { Standing } from '../deciding.js';
import type { DataOf, PartnershipFacts } from './partnership.facts.js';
import { fiscalYearStartOn, type PartnershipState } from './partnership.js';
import { quarterAt } from './partnership.quarters.js';

/** A partnership is formed; one that it is part of is there, and is another. */
export function decideFormation(data: DataOf<'PartnershipFormed'>, context: Context<PartnershipFacts>): Standing {
  const { parent } = data;
  if (parent === context.id) throw refused('R16', 'parent', 'a partnership is not part of itself');
  if (parent !== undefined && context.facts.other?.formedOn === undefined)
    throw refused('R16', 'parent', `partnership ${parent} is not there`);
  return 'new';
}

/** A fiscal year's start is changed for quarters that still run or are to come: those that are over keep their names. */
export function decideCalendar(data: DataOf<'ReviewCalendarChanged'>, state: PartnershipState, on: CivilDate): Standing {
  const { fiscalYearStart, from } = data;
  const isChangedLater = state.calendarChanges.some((change) => change.from > from);
  if (!isChangedLater && fiscalYearStartOn(state, from) === fiscalYearStart) return 'already-true';
  const running = quarterAt(state, on);
  if (from < running.first)
    throw refused(
      'R15',
      'from',
      `${from} lies before the quarter that runs, ${running.name}: quarters that are over keep their names`,
    );
  return 'new';
}

/** A body of governance is established; two that meet at a time bear different names. */
export function decideBody(data: DataOf<'BodyEstablished'>, state: PartnershipState): Standing {
  const there = [...state.bodies.values()].find((body) => body.name === data.name && body.until === undefined);
  if (there === undefined) return 'new';
  if (there.cadence !== data.cadence) throw refused('R16', 'name', `body ${there.bodyId} bears this name`);
  return 'already-true';
}

export function decideBodyEnd(data: DataOf<'BodyDissolved'>, state: PartnershipState, on: CivilDate): Standing {
  const body = state.bodies.get(data.bodyId);
  if (body === undefined) throw refused('R16', 'bodyId', `body ${data.bodyId} is not in this partnership`);
  if (on < body.from) throw refused('R16', 'occurredOn', `the body was established on ${body.from}`);
  return body.until === undefined ? 'new' : 'already-true';
}

export function decideGoal(data: DataOf<'GoalSet'>, state: PartnershipState): Standing {
  const there = [...state.goals.values()].some(
    (goal) => goal.title === data.title && goal.framework === data.framework && goal.retiredOn === undefined,
  );
  return there ? 'already-true' : 'new';
}

export function decideGoalEnd(data: DataOf<'GoalRetired'>, state: PartnershipState, on: CivilDate): Standing {
  const goal = state.goals.get(data.goalId);
  if (goal === undefined) throw refused('R16', 'goalId', `goal ${data.goalId} is not in this partnership`);
  if (on < goal.setOn) throw refused('R16', 'occurredOn', `the goal was set on ${goal.setOn}`);
  return goal.retiredOn === undefined ? 'new' : 'already-true';
}
