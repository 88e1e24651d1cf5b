import {
  addDays,
  type CivilDate,
  earlier,
  type FiscalYearStart,
  invalid,
  later,
  type Quarter,
  type QuarterName,
  quarterNamed,
  quarterOf,
  type Span,
} from '#kernel';
import { fiscalYearStartOn, type PartnershipState } from './partnership.js';

/*
 * The quarters of a partnership tile its time: each day lies in one, and each has a name of its own. A day belongs to the
 * fiscal year that the calendar in force on it says; where the calendar changes, the quarter that runs ends on the day
 * before. What two calendars give to fiscal years of one name is one fiscal year, and its quarters are counted through:
 * so no change gives another name to a quarter that was over before it.
 */

/** The quarter that bears a name, where the partnership has one. */
export function quarterIn(partnership: PartnershipState, name: QuarterName): Quarter | undefined {
  return quartersOfYear(partnership, yearIn(name)).find((quarter) => quarter.name === name);
}

/**
 * The quarter that bears a name.
 * @param field where the name was given
 * @throws LedgerError `invalid` where the partnership has none of that name (R15), with the names of those on either side
 */
export function requireQuarter(partnership: PartnershipState, name: QuarterName, field = 'quarter'): Quarter {
  const found = quarterIn(partnership, name);
  if (found !== undefined) return found;
  // Every fiscal year has a first quarter: only its last ones can be missing.
  const before = quartersOfYear(partnership, yearIn(name)).at(-1);
  const [after] = quartersOfYear(partnership, yearIn(name) + 1);
  const message = `the partnership has no ${name}: ${before?.name} ends on ${before?.last}, then ${after?.name} begins`;
  throw invalid([{ field, rule: 'R15', message }]);
}

/** The quarter that a day lies in. */
export function quarterAt(partnership: PartnershipState, day: CivilDate): Quarter {
  const uncut = quarterOf(day, fiscalYearStartOn(partnership, day));
  // After the last fiscal year that can be named no quarter is listed, and nothing cuts one.
  return quartersOfYear(partnership, yearIn(uncut.name)).find(({ first, last }) => first <= day && day <= last) ?? uncut;
}

function yearIn(name: QuarterName): number {
  return Number(name.slice(2, 6));
}

/** The quarters of a fiscal year in their order: of every calendar those that begin while it is in force. */
function quartersOfYear({ calendar, calendarChanges }: PartnershipState, year: number): Quarter[] {
  return [calendar, ...calendarChanges]
    .flatMap(({ fiscalYearStart }, at) => {
      const [from, next] = [calendarChanges[at - 1]?.from, calendarChanges[at]?.from];
      return fourOf(year, fiscalYearStart).flatMap((span) => cut(span, from, next));
    })
    .map((span, index) => ({ name: nameOf(year, index + 1), ...span }));
}

function nameOf(year: number, number: number): QuarterName {
  return `FY${String(year).padStart(4, '0') as `${number}`}-Q${number}`;
}

function fourOf(year: number, start: FiscalYearStart): Span[] {
  return [1, 2, 3, 4].map((number) => quarterNamed(nameOf(year, number), start));
}

/** What of a span lies between two changes of the calendar, if anything does. */
function cut({ first, last }: Span, from: CivilDate | undefined, next: CivilDate | undefined): Span[] {
  const span = {
    first: from === undefined ? first : later(first, from),
    last: next === undefined ? last : earlier(last, addDays(next, -1)),
  };
  return span.first <= span.last ? [span] : [];
}
