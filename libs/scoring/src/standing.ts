import { type CivilDate, earlier, later } from '#kernel';
import { type Asking, candidateDays, commitmentFallsDue, dateOf, periodsOf } from './items.js';
import { fulfilmentOf, resultOf } from './outcomes.js';
import { endedBy, type Holding, isHeldOn } from './shares.js';
import type { Story } from './story.js';

export const STATUSES = [
  'struck',
  'withdrawn',
  'superseded',
  'broken',
  'kept',
  'kept-late',
  'partially-met',
  'claimed',
  'overdue',
  'due',
  'no-date',
] as const;
/** The first that applies. */
export type Status = (typeof STATUSES)[number];

export type Standing = Readonly<{ status: Status; doneOn: CivilDate | null }>;

/** The status of a commitment in a view: the first that applies. Verdicts count here from their own day. */
export function standing(story: Story, asking: Asking): Standing {
  const on = asking.e;
  if (story.struckBy !== undefined) return { status: 'struck', doneOn: null };
  if (story.ending !== undefined) return { status: story.ending.how, doneOn: null };
  const held = story.holdings.filter((holding) => isHeldOn(on, holding));
  if (held.length === 0) return { status: 'withdrawn', doneOn: null };
  const { completion } = (story.agreed.findLast((agreed) => agreed.on <= on) ?? story.agreed[0]).terms;
  const needed = completion === 'all' ? held.length : completion.atLeast;
  const unbroken = held.filter((holding) => endedBy(on, holding) === undefined).length;
  const result = story.terms.every === undefined ? ofHeld(story, held, needed, asking) : ofPeriods(story, asking);
  if (result.verified) return { status: isLate(story, result.doneOn, asking) ? 'kept-late' : 'kept', doneOn: result.doneOn };
  if (unbroken < needed && unbroken < held.length) return { status: 'broken', doneOn: null };
  return unsettled(story, result, on);
}

/** Neither ended nor kept. */
function unsettled(story: Story, { partly, doneOn, behind }: Reached, on: CivilDate): Standing {
  if (partly) return { status: 'partially-met', doneOn: null };
  if (doneOn !== null) return { status: 'claimed', doneOn };
  const due = dateOf(story, on);
  if (behind || (due !== null && due < on)) return { status: 'overdue', doneOn: null };
  return { status: due === null && story.terms.every === undefined ? 'no-date' : 'due', doneOn: null };
}

type Reached = Readonly<{ doneOn: CivilDate | null; verified: boolean; partly: boolean; behind: boolean }>;

function ofHeld(story: Story, held: readonly Holding[], needed: number, asking: Asking): Reached {
  const shares = held.map((holding) => fulfilmentOf(story, holding, { dueOn: asking.e }, asking));
  const days = shares.flatMap(({ doneOn }) => doneOn ?? []).sort();
  return {
    doneOn: days[needed - 1] ?? null,
    verified: shares.filter(({ verified }) => verified).length >= needed,
    partly: shares.some(({ doneOn, partlyOn }) => doneOn === null && partlyOn !== null),
    behind: false,
  };
}

/** A standing promise is done when its last period is; behind while one that passed is not. */
function ofPeriods(story: Story, asking: Asking): Reached {
  const on = asking.e;
  const last = dateOf(story, on);
  const days: CivilDate[] = [];
  let verified = true;
  for (const period of periodsOf(story, last === null ? on : earlier(last, on), asking.partnership)) {
    const result = resultOf(story, { dueOn: period.last, period }, asking);
    if (result.shares.length === 0) continue;
    // The first that is not done says it all: the others need not be looked at, however many there are by that day.
    if (result.doneOn === null) return { doneOn: null, verified: false, partly: false, behind: true };
    days.push(result.doneOn);
    verified &&= result.verified;
  }
  const isOver = last !== null && last <= on && days.length > 0;
  return { doneOn: isOver ? days.reduce(later) : null, verified: isOver && verified, partly: false, behind: false };
}

/** Later than the first date that fell due: an agreement after it does not make it timely. */
function isLate(story: Story, doneOn: CivilDate | null, asking: Asking): boolean {
  if (doneOn === null || story.terms.every !== undefined) return false;
  const first = candidateDays(story, asking.e, asking.partnership).find((day) => commitmentFallsDue(story, day));
  return first !== undefined && doneOn > first.dueOn;
}
