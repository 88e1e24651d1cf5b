import { dayOf, type Id, type Instant, type TimeZone } from '#kernel';
import type { FollowThrough, Item, Outcome } from '#scoring';
import { day } from './days.js';
import type { Names } from './names.js';

/** An instant as people write it, in a zone that is named: 31 Jan 2011, 23:59 (America/New_York). */
export function instant(at: Instant, zone: TimeZone): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    Date.parse(at),
  );
  return `${day(dayOf(at, zone))}, ${time} (${zone})`;
}

/** `1 promise`, `3 promises`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `3 of 9 kept (33 %)`; where nothing was counted, that there is no rate. */
export function followThroughWords({ kept, counted: of, rate }: FollowThrough): string {
  return rate === null ? 'no rate: nothing was counted' : `${kept} of ${of} kept (${Math.round((100 * kept) / of)} %)`;
}

/** A fraction of days as a person would say it: 3, 2.5. */
export function fraction(value: Readonly<{ num: number; den: number }> | null): string {
  if (value === null) return '–';
  const whole = value.num / value.den;
  return Number.isInteger(whole) ? String(whole) : whole.toFixed(1);
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  kept: 'kept',
  keptLate: 'kept late',
  partlyKept: 'partly kept',
  pushed: 'pushed out',
  missed: 'missed',
};

/** Words for ids; an id that no name is known for stands for itself. */
export type Wording = Readonly<{
  commitment: (id: Id) => string;
  item: (item: Item) => string;
  /** `P3`: the number of a commitment in this document. */
  number: (id: Id) => string;
  party: (id: Id) => string;
  parties: (ids: readonly Id[]) => string;
  numbers: (items: readonly (Item | Id)[]) => string;
}>;

export function wordingOf(names: Names): Wording {
  const party = (id: Id) => names.parties.get(id) ?? id;
  const number = (id: Id) => {
    const known = names.commitments.get(id);
    return known === undefined ? id : `P${known.number}`;
  };
  const commitment = (id: Id) => names.commitments.get(id)?.statement ?? id;
  const period = (item: Item) => (item.period === undefined ? '' : ` (period to ${day(item.period)})`);
  return {
    party,
    number,
    commitment,
    item: (item) => `${commitment(item.commitmentId)}${period(item)}`,
    parties: (ids) =>
      ids.length > 3 ? `${ids.slice(0, 2).map(party).join(', ')} and ${ids.length - 2} more` : ids.map(party).join(', '),
    numbers: (items) =>
      [
        ...new Set(
          items.map((item) =>
            typeof item === 'string'
              ? number(item)
              : `${number(item.commitmentId)}${item.period === undefined ? '' : ` to ${day(item.period)}`}`,
          ),
        ),
      ]
        .sort(new Intl.Collator('en', { numeric: true }).compare)
        .join(', '),
  };
}
