import { addDays, type CivilDate, firstOfMonth, lastOfMonth, type TimeZone } from './civil-date.js';

/** The first of a month on which a fiscal year begins, `07-01`. */
export type FiscalYearStart = `${number}-01`;

/** When a partnership reviews: its fiscal year and the zone its days are days of. */
export type ReviewCalendar = Readonly<{ fiscalYearStart: FiscalYearStart; timeZone: TimeZone }>;

/**
 * A fiscal quarter's name, `FY2025-Q3`: the year is the calendar year in which the fiscal year ends. A fiscal year in which a
 * partnership changes its calendar may have fewer quarters than four, or more: `FY2026-Q5`.
 */
export type QuarterName = `FY${number}-Q${number}`;

/** A span of days, both ends included. */
export type Span = Readonly<{ first: CivilDate; last: CivilDate }>;

export type Quarter = Span & Readonly<{ name: QuarterName }>;

/** The day from which months are counted. */
const YEAR_0: CivilDate = '0000-01-01';

/** Over which a standing promise repeats. */
export type Period = 'week' | 'month' | 'quarter';

export function isFiscalYearStart(text: unknown): text is FiscalYearStart {
  return typeof text === 'string' && /^(0[1-9]|1[0-2])-01$/.test(text);
}

/**
 * True for the form of a quarter's name, of a year whose days all can be written with four digits. Whether a partnership has
 * that quarter, its calendars say.
 */
export function isQuarterName(text: unknown): text is QuarterName {
  return typeof text === 'string' && /^FY(?!9999)[1-9]\d{3}-Q[1-9]\d?$/.test(text);
}

/** The days of a named quarter, where the calendar never changes: `FY2025-Q3` with 07-01 is 2025-01-01 to 2025-03-31. */
export function quarterNamed(name: QuarterName, start: FiscalYearStart): Quarter {
  const year = Number(name.slice(2, 6));
  const months = (start === '01-01' ? year : year - 1) * 12 + startMonthOf(start) + (Number(name.slice(8)) - 1) * 3;
  return { name, first: firstOfMonth(YEAR_0, months), last: lastOfMonth(YEAR_0, months + 2) };
}

/** The quarter a day lies in, where the calendar never changes. */
export function quarterOf(day: CivilDate, start: FiscalYearStart): Quarter {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - startMonthOf(start);
  const startYear = Math.floor(months / 12);
  // A fiscal year that ends after the last day there is bears the last year's name: it has no other.
  const year = Math.min(start === '01-01' ? startYear : startYear + 1, 9_999);
  const index = Math.floor((months - startYear * 12) / 3);
  const name: QuarterName = `FY${String(year).padStart(4, '0') as `${number}`}-Q${index + 1}`;
  const first = startYear * 12 + startMonthOf(start) + index * 3;
  return { name, first: firstOfMonth(YEAR_0, first), last: lastOfMonth(YEAR_0, first + 2) };
}

/** The month in which a fiscal year begins, from 0. */
function startMonthOf(start: FiscalYearStart): number {
  return Number(start.slice(0, 2)) - 1;
}

/** The whole period a day lies in: Monday to Sunday, a calendar month, a fiscal quarter; cut off at the first and the last day there is. */
export function periodOf(day: CivilDate, period: Period, start: FiscalYearStart): Span {
  switch (period) {
    case 'week': {
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      const first = addDays(day, -weekday);
      return { first, last: addDays(first, 6) };
    }
    case 'month':
      return { first: firstOfMonth(day), last: lastOfMonth(day) };
    case 'quarter': {
      const { first, last } = quarterOf(day, start);
      return { first, last };
    }
  }
}

/**
 * Spans one after another, from the one that `from` lies in to the one that `to` lies in; none where `to` comes before.
 * It ends whatever `to` is and whatever the spans are: on the last day there is, too, after which no day comes.
 */
export function* spansThrough<S extends Span>(from: CivilDate, to: CivilDate, spanOf: (day: CivilDate) => S): Generator<S> {
  for (let day = from; day <= to; ) {
    const span = spanOf(day);
    yield span;
    const next = addDays(span.last, 1);
    if (span.last >= to || next <= day) return;
    day = next;
  }
}
