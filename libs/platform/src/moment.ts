import { type PartnershipState } from '#domain';
import {
  type Basis,
  type CivilDate,
  dayOf,
  endOfDay,
  type Instant,
  invalid,
  isCivilDate,
  lastOfMonth,
  type Problem,
  type TimeZone,
  toInstant,
} from '#kernel';

/** What a reader may ask for: known by when, true on which day, on which basis. */
export type MomentAsked = Readonly<{ asOf?: string; on?: string; basis?: string }>;

/** What an answer is about. */
export type Moment = Readonly<{ asOf: Instant; on: CivilDate; basis: Basis; timeZone: TimeZone }>;

/**
 * So far ahead of what is known a reader may ask, to the end of the month. Promises are made for less; and what repeats
 * without an end is gone through period by period: without a bound, who asks would say how long that takes.
 */
const YEARS_AHEAD = 100;

/**
 * @param field where the day was asked for, or what ends on it
 * @throws LedgerError `invalid` for a day that lies too far ahead of what is known (R15)
 */
export function requireWithinReach(field: string, day: CivilDate, known: Pick<Moment, 'asOf' | 'timeZone'>): void {
  const problems = beyondReach(field, day, known);
  if (problems.length > 0) throw invalid(problems);
}

function beyondReach(field: string, day: CivilDate, { asOf, timeZone }: Pick<Moment, 'asOf' | 'timeZone'>): Problem[] {
  const known = dayOf(asOf, timeZone);
  const last = lastOfMonth(known, YEARS_AHEAD * 12);
  const message = `${day} lies more than ${YEARS_AHEAD} years after ${known}, the day of asOf: ask up to ${last}`;
  return day > last ? [{ field, rule: 'R15', message }] : [];
}

/**
 * Settles what a reader asks for. `asOf` absent is now, a date is the end of that day in the zone; `on` absent is the
 * civil day of `asOf`; a history that was imported or reconstructed opens on `source`.
 * @throws LedgerError `invalid` naming each that is wrong; nothing can be known that is not recorded yet, and no day is asked
 *   of that lies too far ahead (R15)
 */
export function momentOf(
  asked: MomentAsked,
  { calendar, history }: Pick<PartnershipState, 'calendar' | 'history'>,
  now: Instant = new Date().toISOString() as Instant,
): Moment {
  const { timeZone } = calendar;
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, rule: 'R15', message });

  const asOf = instantMeant(asked.asOf, timeZone, now);
  if (asOf === undefined) wrong('asOf', 'wanted an instant with its offset, as 2025-04-10T12:00:00Z, or a day');
  else if (asOf > now) wrong('asOf', `lies in the future: nothing can be known then that is not known now, ${now}`);
  if (asked.on !== undefined && !isCivilDate(asked.on)) wrong('on', 'wanted a day that exists, as 2025-02-15');
  const basis = asked.basis ?? (history === 'lived' ? 'ledger' : 'source');
  if (basis !== 'ledger' && basis !== 'source') wrong('basis', 'wanted ledger or source');
  if (asOf !== undefined && isCivilDate(asked.on)) problems.push(...beyondReach('on', asked.on, { asOf, timeZone }));
  if (problems.length > 0 || asOf === undefined) throw invalid(problems);
  return { asOf, on: (asked.on as CivilDate | undefined) ?? dayOf(asOf, timeZone), basis: basis as Basis, timeZone };
}

function instantMeant(asked: string | undefined, timeZone: TimeZone, now: Instant): Instant | undefined {
  if (asked === undefined) return now;
  if (!isCivilDate(asked)) return toInstant(asked);
  // The day that is running ends later than now, and is known no further than now.
  return asked === dayOf(now, timeZone) ? now : endOfDay(asked, timeZone);
}
