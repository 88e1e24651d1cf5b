import { Temporal } from 'temporal-polyfill';

/** A day in the partnership's zone, `2025-02-15`. No time of day. Years have four digits: text order is the order of days. */
export type CivilDate = `${number}-${number}-${number}`;

/** The day a fact became true, as exactly as its source says it: a day, a month (`2011-02`) or a year (`2011`). */
export type OccurredOn = CivilDate | `${number}-${number}` | `${number}`;

/** An instant in UTC with milliseconds, `2025-02-15T09:30:00.000Z`: text order is time order. */
export type Instant = `${CivilDate}T${string}Z`;

/** An IANA zone name, `America/New_York`. */
export type TimeZone = string;

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;
const YEAR = /^\d{4}$/;

const FIRST_DAY: CivilDate = '0000-01-01';
const LAST_DAY: CivilDate = '9999-12-31';
const LAST_INSTANT: Instant = `${LAST_DAY}T23:59:59.999Z`;
const LAST_EPOCH_DAY = epochDay(LAST_DAY);
const FIRST_EPOCH_DAY = epochDay(FIRST_DAY);
/** December 9999, counted from January of the year 0. */
const LAST_MONTH = 9_999 * 12 + 11;

/** True for a day that exists in the calendar (`2025-02-29` does not). */
export function isCivilDate(text: unknown): text is CivilDate {
  return typeof text === 'string' && DAY.test(text) && fromEpochDay(Date.parse(`${text}T00:00:00Z`) / DAY_MS) === text;
}

/** True for a day, month or year that exists. */
export function isOccurredOn(text: unknown): text is OccurredOn {
  if (typeof text !== 'string') return false;
  if (YEAR.test(text)) return true;
  if (MONTH.test(text)) return isCivilDate(`${text}-01`);
  return isCivilDate(text);
}

/** True for an instant in exactly the stored form, in a year of four digits. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && text.length === LAST_INSTANT.length && storedForm(Date.parse(text)) === text;
}

/**
 * Any ISO 8601 instant with an offset, in the stored form.
 * @returns undefined where the text is no instant, names no offset, or lies outside the years of four digits.
 */
export function toInstant(text: string): Instant | undefined {
  try {
    return storedForm(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** An instant as it is stored; undefined where it has none, for its year would not be in text order among the others. */
function storedForm(ms: number): Instant | undefined {
  const text = Number.isNaN(ms) ? '' : new Date(ms).toISOString();
  return text.length === LAST_INSTANT.length ? (text as Instant) : undefined;
}

/** Days since 1970-01-01. */
export function epochDay(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/**
 * The day that lies `days` after 1970-01-01. Never outside the years of four digits, where text order is no longer the order
 * of days: what lies beyond is the last day there is, 9999-12-31, and what lies before the first, 0000-01-01.
 */
export function fromEpochDay(days: number): CivilDate {
  if (Number.isNaN(days)) return 'NaN-NaN-NaN' as CivilDate;
  const within = Math.min(Math.max(days, FIRST_EPOCH_DAY), LAST_EPOCH_DAY);
  return new Date(within * DAY_MS).toISOString().slice(0, 10) as CivilDate;
}

/** The day `days` after `date` (before it, where negative); the last or the first day there is, where that lies beyond it. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Days from `from` to `to`: 0 on the same day, negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDay(to) - epochDay(from);
}

/** The first of the month that lies `months` after the month of `date`; of the last or the first month there is, beyond them. */
export function firstOfMonth(date: CivilDate, months = 0): CivilDate {
  return monthNumbered(monthOf(date) + months);
}

/** The last day of the month that lies `months` after the month of `date`; of the last or the first there is, beyond them. */
export function lastOfMonth(date: CivilDate, months = 0): CivilDate {
  const next = Math.max(monthOf(date) + months, 0) + 1;
  return next > LAST_MONTH ? LAST_DAY : addDays(monthNumbered(next), -1);
}

/** Months since January of the year 0. */
function monthOf(date: CivilDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The first day of a month by its number, within the years of four digits. */
function monthNumbered(number: number): CivilDate {
  const month = Math.min(Math.max(number, 0), LAST_MONTH);
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}-01` as CivilDate;
}

/** The earlier of two days. */
export function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

/** True where the text names a zone this runtime knows. */
export function isTimeZone(text: unknown): text is TimeZone {
  if (typeof text !== 'string' || text === '') return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

const dayFormats = new Map<TimeZone, Intl.DateTimeFormat>();

/** The civil day of an instant in a zone; the last or the first day there is, where that lies beyond it. */
export function dayOf(instant: Instant, zone: TimeZone): CivilDate {
  // The format below writes no zeros before a year, and counts the years before the first from 1 on.
  if (instant < '1000-01-03' || instant >= LAST_DAY) return isoDayOf(instant, zone);
  let format = dayFormats.get(zone);
  if (!format) {
    // 'en-CA' writes a date as 2025-02-15.
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(zone, format);
  }
  return format.format(Date.parse(instant)) as CivilDate;
}

function isoDayOf(instant: Instant, zone: TimeZone): CivilDate {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  if (day.year < 0) return FIRST_DAY;
  return day.year > 9_999 ? LAST_DAY : (day.toString() as CivilDate);
}

/** The last millisecond of a civil day in a zone: what `asOf=<date>` means. The last instant there is, where that lies beyond it. */
export function endOfDay(date: CivilDate, zone: TimeZone): Instant {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone);
  return storedForm(next.epochMilliseconds - 1) ?? LAST_INSTANT;
}

/** The last day a date can mean: a month or a year counts as its last day. */
export function lastDayMeant(occurredOn: OccurredOn): CivilDate {
  if (YEAR.test(occurredOn)) return `${occurredOn}-12-31` as CivilDate;
  if (MONTH.test(occurredOn)) return lastOfMonth(`${occurredOn}-01` as CivilDate);
  return occurredOn as CivilDate;
}

/** The first day a date can mean: what decides whether it may still lie in the future. */
export function firstDayMeant(occurredOn: OccurredOn): CivilDate {
  if (YEAR.test(occurredOn)) return `${occurredOn}-01-01` as CivilDate;
  if (MONTH.test(occurredOn)) return `${occurredOn}-01` as CivilDate;
  return occurredOn as CivilDate;
}

/** The day a fact counts on: the last day its date can mean, or the recording day where that is earlier. */
export function dayCounted(occurredOn: OccurredOn, recordingDay: CivilDate): CivilDate {
  const last = lastDayMeant(occurredOn);
  return last.length === occurredOn.length ? last : earlier(last, recordingDay);
}
