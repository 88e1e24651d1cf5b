import { type PartnershipState, quarterAt, requireQuarter } from '#domain';
import { addDays, type CivilDate, endOfDay, type Instant, invalid, type Quarter, type QuarterName, spansThrough } from '#kernel';
import { accountAt } from './account.js';
import { timeZoneOf } from './ledger.js';
import type { EarlierQuarter, KnownAt, ScorecardInput, ScorecardRequest } from './scorecard.js';
import { scorecardOf } from './scorecard-v1.js';

/** How long after its end a quarter that was not published counts as known then (line 16). */
const KNOWN_THEN_DAYS = 30;

/** Which quarters are asked for, the first and the last by name, and how many may be. */
export type QuartersAsked = Readonly<{
  from?: QuarterName | undefined;
  to?: QuarterName | undefined;
  /** So many, where no first one is named. */
  usual: number;
  most: number;
}>;

/**
 * Line 16: earlier quarters beside one, newest first: each as it was published, as it was known 30 days after its end
 * (or now, where that day is still to come), and as it is known now.
 * @param of the quarter before which they lie, the instant known at and the basis
 * @param count how many; quarters that ended before the partnership was formed are left out
 * @throws LedgerError `invalid` where the partnership has no quarter of that name
 */
export function earlierQuarters(input: ScorecardInput, of: ScorecardRequest, count: number): EarlierQuarter[] {
  const { partnership } = accountAt(input.events, of).known;
  const { first } = requireQuarter(partnership, of.quarter);
  return backFrom(addDays(first, -1), partnership, count).map((quarter) => knownThenAndNow(quarter, input, of));
}

/**
 * Quarter by quarter as line 16 has them, oldest first: up to the one that runs, where no earlier one is named. Those that
 * ended before the partnership was formed are left out.
 * @throws LedgerError `invalid` where there is no quarter of a name, for the wrong way round, and for too many
 */
export function quartersBetween(input: ScorecardInput, at: KnownAt, asked: QuartersAsked): EarlierQuarter[] {
  const { known, dayOf } = accountAt(input.events, at);
  const { partnership } = known;
  const from = asked.from && requireQuarter(partnership, asked.from, 'from');
  const to = asked.to && requireQuarter(partnership, asked.to, 'to');
  if (from && to && from.first > to.first) throw wrongFrom(`lies after to, ${to.name}`);
  const running = quarterAt(partnership, dayOf(at.asOf));
  const last = to && to.first < running.first ? to : running;
  const quarters = from ? through(from, last, partnership, asked.most) : backFrom(last.last, partnership, asked.usual).reverse();
  return quarters.map((quarter) => knownThenAndNow(quarter, input, at));
}

/** The quarter of a day and those before it, newest first. */
function backFrom(from: CivilDate, partnership: PartnershipState, count: number): Quarter[] {
  const found: Quarter[] = [];
  for (let day = from; found.length < count && isFormedBy(day, partnership); ) {
    const quarter = quarterAt(partnership, day);
    found.push(quarter);
    day = addDays(quarter.first, -1);
  }
  return found;
}

/** Every quarter from one to another. */
function through(from: Quarter, to: Quarter, partnership: PartnershipState, most: number): Quarter[] {
  const found: Quarter[] = [];
  for (const quarter of spansThrough(from.first, to.first, (day) => quarterAt(partnership, day))) {
    if (found.push(quarter) > most) throw wrongFrom(`lies more than ${most} quarters before the last`);
  }
  return found.filter(({ last }) => isFormedBy(last, partnership));
}

function isFormedBy(day: CivilDate, { formedOn }: PartnershipState): boolean {
  return formedOn !== undefined && formedOn <= day;
}

function wrongFrom(message: string) {
  return invalid([{ field: 'from', rule: 'R15', message }]);
}

/** The same days twice, also where they were not called so then. */
function knownThenAndNow(quarter: Quarter, { events }: ScorecardInput, { asOf: now, basis }: KnownAt): EarlierQuarter {
  const { name, first, last } = quarter;
  const then = endOfDay(addDays(last, KNOWN_THEN_DAYS), timeZoneOf(events));
  const known = (asOf: Instant) => {
    const scorecard = scorecardOf(quarter, accountAt(events, { asOf, basis }), { events }, { asOf, basis });
    return { asOf, basis, followThrough: scorecard.commitments.followThrough, scorecard };
  };
  return {
    quarter: { name, first, last },
    asPublished: 'not recorded yet',
    knownThen: known(then < now ? then : now),
    knownNow: known(now),
  };
}
