import { Temporal } from 'temporal-polyfill';

/** A day in the partnership's zone, `2025-02-15`. No time of day. */
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

/** True for an instant in exactly the stored form. */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string') return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

/**
 * Any ISO 8601 instant with an offset, in the stored form.
 * @returns undefined where the text is no instant or names no offset.
 */
export function toInstant(text: string): Instant | undefined {
  try {
    const ms = Temporal.Instant.from(text).epochMilliseconds;
    return new Date(ms).toISOString() as Instant;
  } catch {
    return undefined;
  }
}

/** Days since 1970-01-01. */
export function epochDay(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The day that lies `days` after 1970-01-01. */
export function fromEpochDay(days: number): CivilDate {
  const date = new Date(days * DAY_MS);
  return (Number.isNaN(date.getTime()) ? 'NaN-NaN-NaN' : date.toISOString().slice(0, 10)) as CivilDate;
}

/** The day `days` after `date` (before it, where negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Days from `from` to `to`: 0 on the same day, negative where `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return epochDay(to) - epochDay(from);
}

/** The first of the month that lies `months` after the month of `date`. */
export function firstOfMonth(date: CivilDate, months = 0): CivilDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
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

/** The civil day of an instant in a zone. */
export function dayOf(instant: Instant, zone: TimeZone): CivilDate {
  let format = dayFormats.get(zone);
  if (!format) {
    // 'en-CA' writes a date as 2025-02-15.
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(zone, format);
  }
  return format.format(Date.parse(instant)) as CivilDate;
}

/** The last millisecond of a civil day in a zone: what `asOf=<date>` means. */
export function endOfDay(date: CivilDate, zone: TimeZone): Instant {
  const next = Temporal.PlainDate.from(addDays(date, 1)).toZonedDateTime(zone);
  return new Date(next.epochMilliseconds - 1).toISOString() as Instant;
}

/** The last day a date can mean: a month or a year counts as its last day. */
export function lastDayMeant(occurredOn: OccurredOn): CivilDate {
  if (YEAR.test(occurredOn)) return `${occurredOn}-12-31` as CivilDate;
  if (MONTH.test(occurredOn)) return addDays(firstOfMonth(`${occurredOn}-01` as CivilDate, 1), -1);
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
