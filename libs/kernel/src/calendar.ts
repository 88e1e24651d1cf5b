import { addDays, type CivilDate, firstOfMonth, type TimeZone } from './civil-date.js';

/** The first of a month on which a fiscal year begins, `07-01`. */
export type FiscalYearStart = `${number}-01`;

/** When a partnership reviews: its fiscal year and the zone its days are days of. */
export type ReviewCalendar = Readonly<{ fiscalYearStart: FiscalYearStart; timeZone: TimeZone }>;

/** A fiscal quarter's name, `FY2025-Q3`: the year is the calendar year in which the fiscal year ends. */
export type QuarterName = `FY${number}-Q${1 | 2 | 3 | 4}`;

/** A span of days, both ends included. */
export type Span = Readonly<{ first: CivilDate; last: CivilDate }>;

export type Quarter = Span & Readonly<{ name: QuarterName }>;

/** Over which a standing promise repeats. */
export type Period = 'week' | 'month' | 'quarter';

export function isFiscalYearStart(text: unknown): text is FiscalYearStart {
  return typeof text === 'string' && /^(0[1-9]|1[0-2])-01$/.test(text);
}

/** True for the name of a quarter whose days all can be written with four digits of a year. */
export function isQuarterName(text: unknown): text is QuarterName {
  return typeof text === 'string' && /^FY(?!9999)[1-9]\d{3}-Q[1-4]$/.test(text);
}

/** The days of a named quarter: `FY2025-Q3` with 07-01 is 2025-01-01 to 2025-03-31. */
export function quarterNamed(name: QuarterName, start: FiscalYearStart): Quarter {
  const year = Number(name.slice(2, 6));
  const index = Number(name.slice(8)) - 1;
  const startYear = start === '01-01' ? year : year - 1;
  const first = firstOfMonth(`${startYear}-${start}` as CivilDate, index * 3);
  return { name, first, last: addDays(firstOfMonth(first, 3), -1) };
}

/** The quarter a day lies in. */
export function quarterOf(day: CivilDate, start: FiscalYearStart): Quarter {
  const startMonth = Number(start.slice(0, 2)) - 1;
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - startMonth;
  const startYear = Math.floor(months / 12);
  const year = start === '01-01' ? startYear : startYear + 1;
  const index = Math.floor((months - startYear * 12) / 3) + 1;
  return quarterNamed(`FY${year}-Q${index}` as QuarterName, start);
}

/** The whole period a day lies in: Monday to Sunday, a calendar month, a fiscal quarter. */
export function periodOf(day: CivilDate, period: Period, start: FiscalYearStart): Span {
  switch (period) {
    case 'week': {
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      const first = addDays(day, -weekday);
      return { first, last: addDays(first, 6) };
    }
    case 'month':
      return { first: firstOfMonth(day), last: addDays(firstOfMonth(day, 1), -1) };
    case 'quarter': {
      const { first, last } = quarterOf(day, start);
      return { first, last };
    }
  }
}

/** Every whole period that starts on or after `from` and ends on or before `to`, in order. */
export function wholePeriods(period: Period, from: CivilDate, to: CivilDate, start: FiscalYearStart): Span[] {
  const spans: Span[] = [];
  let span = periodOf(from, period, start);
  if (span.first < from) span = periodOf(addDays(span.last, 1), period, start);
  for (; span.last <= to; span = periodOf(addDays(span.last, 1), period, start)) spans.push(span);
  return spans;
}
