import { describe, expect, it } from '@jest/globals';
import { addDays, type FiscalYearStart, type QuarterName } from '#kernel';
import { type PartnershipState, partnershipShape } from './partnership.js';
import { quarterAt, quarterIn, requireQuarter } from './partnership.quarters.js';

type Change = PartnershipState['calendarChanges'][number];

/** A partnership whose fiscal year begins on a day, and on others from certain days on. */
const withCalendars = (fiscalYearStart: FiscalYearStart, ...calendarChanges: readonly Change[]): PartnershipState => ({
  ...partnershipShape.initial,
  calendar: { fiscalYearStart, timeZone: 'UTC' },
  calendarChanges,
});
const from = (day: `${number}-${number}-01`): Change => ({ from: day, fiscalYearStart: day.slice(5) as FiscalYearStart });

/** Every name that a quarter of those years could bear. */
const NAMES = [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029].flatMap((year) =>
  Array.from({ length: 20 }, (_, n): QuarterName => `FY${year}-Q${n + 1}`),
);
const rows = (partnership: PartnershipState, ...names: QuarterName[]) =>
  names.map((name) => {
    const { first, last } = requireQuarter(partnership, name);
    return `${name} ${first} ${last}`;
  });

const quartersOf = (partnership: PartnershipState) =>
  NAMES.flatMap((name) => quarterIn(partnership, name) ?? []).sort((a, b) => (a.first < b.first ? -1 : 1));
const everyMonth = ['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => from(`2025-${month as '03'}-01`));

describe.each<[string, PartnershipState]>([
  ['from July that never changes', withCalendars('07-01')],
  ['from July, changed to what it was', withCalendars('07-01', from('2025-07-01'))],
  ['from July, from October 2025 on', withCalendars('07-01', from('2025-10-01'))],
  ['from July, from August 2025 on', withCalendars('07-01', from('2025-08-01'))],
  ['from July, from January 2026 on', withCalendars('07-01', from('2026-01-01'))],
  ['from October, from July 2025 on', withCalendars('10-01', from('2025-07-01'))],
  ['from January, from December 2025 on', withCalendars('01-01', from('2025-12-01'))],
  ['from December, from January 2025 on', withCalendars('12-01', from('2025-01-01'))],
  ['from February, from January 2026 on', withCalendars('02-01', from('2026-01-01'))],
  ['from July, from October 2025 on, and back', withCalendars('07-01', from('2025-10-01'), from('2026-07-01'))],
  ['from July, from August and from September 2025 on', withCalendars('07-01', from('2025-08-01'), from('2025-09-01'))],
  ['from February, changed every month', withCalendars('02-01', ...everyMonth)],
])('a fiscal year %s', (_, partnership) => {
  it('has each day in exactly one quarter, which is found again by its name', () => {
    const quarters = quartersOf(partnership);
    // No day between two of them, and none in both.
    expect(quarters.slice(1).map(({ first }) => addDays(first, -1))).toEqual(quarters.slice(0, -1).map(({ last }) => last));
    for (const quarter of quarters)
      for (const day of [quarter.first, addDays(quarter.first, 14), quarter.last]) {
        expect(quarterAt(partnership, day)).toEqual(quarter);
      }
  });

  it('gives no quarter that was over another name when it changes', () => {
    for (const [at, { from: day }] of partnership.calendarChanges.entries()) {
      const before = { ...partnership, calendarChanges: partnership.calendarChanges.slice(0, at) };
      const wasOver = quartersOf(before).filter(({ last }) => last < day);
      expect(wasOver.map(({ first }) => quarterAt(partnership, first))).toEqual(wasOver);
    }
  });
});

describe('a fiscal year in which the calendar changes', () => {
  it('has more quarters than four, where the new calendar has a year of the same name', () => {
    const partnership = withCalendars('07-01', from('2025-10-01'));
    expect(rows(partnership, 'FY2025-Q4', 'FY2026-Q1', 'FY2026-Q2', 'FY2026-Q5', 'FY2027-Q1')).toEqual([
      'FY2025-Q4 2025-04-01 2025-06-30',
      'FY2026-Q1 2025-07-01 2025-09-30',
      'FY2026-Q2 2025-10-01 2025-12-31',
      'FY2026-Q5 2026-07-01 2026-09-30',
      'FY2027-Q1 2026-10-01 2026-12-31',
    ]);
  });

  it('cuts the quarter short that ran until then', () => {
    expect(rows(withCalendars('07-01', from('2025-08-01')), 'FY2026-Q1', 'FY2026-Q2')).toEqual([
      'FY2026-Q1 2025-07-01 2025-07-31',
      'FY2026-Q2 2025-08-01 2025-10-31',
    ]);
  });

  it('has fewer quarters than four, where the next year begins early', () => {
    const partnership = withCalendars('10-01', from('2025-07-01'));
    expect(rows(partnership, 'FY2025-Q3', 'FY2026-Q1')).toEqual([
      'FY2025-Q3 2025-04-01 2025-06-30',
      'FY2026-Q1 2025-07-01 2025-09-30',
    ]);
    expect(() => requireQuarter(partnership, 'FY2025-Q4')).toThrow(
      'quarter: the partnership has no FY2025-Q4: FY2025-Q3 ends on 2025-06-30, then FY2026-Q1 begins',
    );
  });
});

describe('the name of a quarter that a partnership has not', () => {
  it.each<[QuarterName, PartnershipState, string]>([
    ['FY2025-Q5', withCalendars('07-01'), 'FY2025-Q4 ends on 2025-06-30, then FY2026-Q1 begins'],
    ['FY2026-Q6', withCalendars('07-01', from('2025-10-01')), 'FY2026-Q5 ends on 2026-09-30, then FY2027-Q1 begins'],
    ['FY9998-Q99', withCalendars('01-01'), 'FY9998-Q4 ends on 9998-12-31, then FY9999-Q1 begins'],
  ])('%s is refused with the names on either side (R15)', (name, partnership, sides) => {
    expect(() => requireQuarter(partnership, name, 'from')).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        problems: [{ field: 'from', rule: 'R15', message: `the partnership has no ${name}: ${sides}` }],
      }),
    );
  });
});
