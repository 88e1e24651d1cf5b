import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  type CivilDate,
  dayCounted,
  dayOf,
  endOfDay,
  firstOfMonth,
  isCivilDate,
  isInstant,
  isQuarterName,
  lastOfMonth,
  periodOf,
  quarterNamed,
  quarterOf,
  spansThrough,
  toInstant,
} from '#kernel';

describe('the review calendar', () => {
  it('names a fiscal year by the calendar year in which it ends', () => {
    expect(quarterNamed('FY2025-Q3', '07-01')).toMatchObject({ first: '2025-01-01', last: '2025-03-31' });
    expect(quarterNamed('FY2025-Q3', '01-01')).toMatchObject({ first: '2025-07-01', last: '2025-09-30' });
    expect(quarterNamed('FY2025-Q3', '10-01')).toMatchObject({ first: '2025-04-01', last: '2025-06-30' });
    expect(quarterNamed('FY2024-Q2', '10-01')).toMatchObject({ first: '2024-01-01', last: '2024-03-31' });
    expect(quarterNamed('FY2025-Q1', '09-01')).toMatchObject({ first: '2024-09-01', last: '2024-11-30' });
  });

  it.each(['01-01', '07-01', '09-01', '10-01', '02-01'] as const)(
    'finds the quarter of a day again by its name, fiscal year from %s',
    (start) => {
      for (const day of ['2024-02-29', '2024-06-30', '2024-07-01', '2024-12-31', '2025-01-01', '2025-01-31'] as const) {
        const quarter = quarterOf(day, start);
        expect(quarter.first <= day && day <= quarter.last).toBe(true);
        expect(quarterNamed(quarter.name, start)).toEqual(quarter);
      }
    },
  );

  it('knows no quarter whose days cannot be written', () => {
    expect(['FY2025-Q3', 'FY1000-Q1', 'FY9998-Q4'].every(isQuarterName)).toBe(true);
    expect(['FY0000-Q1', 'FY9999-Q4', 'FY25-Q1', '', null].some(isQuarterName)).toBe(false);
  });

  it('may number more quarters of a year than four, in plain numbers from 1 on', () => {
    expect(['FY2026-Q5', 'FY2026-Q15'].every(isQuarterName)).toBe(true);
    expect(['FY2026-Q0', 'FY2026-Q05', 'FY2026-Q100', 'FY2026-Q', 'FY2026-Q5 '].some(isQuarterName)).toBe(false);
  });

  it('goes from period to period up to the one that the last day lies in', () => {
    const weeks = (from: CivilDate, to: CivilDate) => [...spansThrough(from, to, (day) => periodOf(day, 'week', '07-01'))];
    expect(weeks('2025-01-01', '2025-01-12')).toEqual([
      { first: '2024-12-30', last: '2025-01-05' },
      { first: '2025-01-06', last: '2025-01-12' },
    ]);
    expect(weeks('2025-01-12', '2025-01-13')).toHaveLength(2);
    expect(weeks('2025-01-13', '2025-01-12')).toEqual([]);
  });

  it.each(['week', 'month', 'quarter'] as const)('comes to an end on the last day there is, by the %s', (period) => {
    const spans = [...spansThrough('9999-11-30', '9999-12-31', (day) => periodOf(day, period, '07-01'))];
    expect(spans.at(-1)?.last).toBe('9999-12-31');
    expect(spans.filter(({ last }) => last === '9999-12-31')).toHaveLength(1);
  });

  it('comes to an end where a span goes nowhere', () => {
    expect([...spansThrough('2025-01-02', '2025-12-31', () => ({ first: '2025-01-01', last: '2025-01-01' }))]).toHaveLength(1);
  });

  it.each(['01-01', '02-01', '07-01'] as const)(
    'has quarters from the first day there is to the last, fiscal year from %s',
    (start) => {
      for (const day of ['0000-01-01', '0001-01-01', '0999-07-01', '9999-12-31'] as const) {
        const { first, last } = quarterOf(day, start);
        expect([first, last].every(isCivilDate) && first <= day && day <= last).toBe(true);
      }
      const { name } = quarterOf('0999-02-01', start);
      expect(quarterNamed(name, start)).toEqual(quarterOf('0999-02-01', start));
    },
  );
});

describe('civil dates', () => {
  it('know which days exist', () => {
    expect(isCivilDate('2024-02-29')).toBe(true);
    expect(isCivilDate('2025-02-29')).toBe(false);
    expect(isCivilDate('2025-2-1')).toBe(false);
    expect(['0000-01-01', '9999-12-31'].every(isCivilDate)).toBe(true);
    expect(['9999-12-32', '9999-13-01', '10000-01-01', '+010000-01-01', '-000001-12-31'].some(isCivilDate)).toBe(false);
  });

  it('never leave the years of four digits, in which text order is the order of days', () => {
    expect([addDays('9999-12-30', 1), addDays('9999-12-31', 1), addDays('9999-12-02', 30)]).toEqual(Array(3).fill('9999-12-31'));
    expect([addDays('0000-01-02', -1), addDays('0000-01-01', -1), addDays('0000-01-07', -30)]).toEqual(
      Array(3).fill('0000-01-01'),
    );
    expect([firstOfMonth('9999-12-31', 1), firstOfMonth('0000-01-31', -1)]).toEqual(['9999-12-01', '0000-01-01']);
    expect([lastOfMonth('9999-12-01'), lastOfMonth('9999-11-01', 2)]).toEqual(['9999-12-31', '9999-12-31']);
    expect([lastOfMonth('2024-01-31', 1), lastOfMonth('2024-12-01', 1)]).toEqual(['2024-02-29', '2025-01-31']);
  });

  it('and their instants neither, in every zone', () => {
    const zones = ['America/New_York', 'UTC', 'Pacific/Kiritimati'];
    const last = '9999-12-31T23:59:59.999Z';
    for (const zone of zones) {
      expect([endOfDay('9999-12-31', zone), dayOf(last, zone)]).toEqual([expect.stringMatching(/^9999-12-31T/), '9999-12-31']);
      expect(dayOf(endOfDay('0999-03-09', zone), zone)).toBe('0999-03-09');
      expect(dayOf(endOfDay('0000-01-01', zone), zone)).toBe('0000-01-01');
    }
    expect(dayOf('0000-01-01T00:00:00.000Z', 'America/New_York')).toBe('0000-01-01');
    expect(
      ['+010000-01-01T00:00:00.000Z', '-000001-12-31T00:00:00.000Z'].flatMap((text) => [isInstant(text), toInstant(text)]),
    ).toEqual([false, undefined, false, undefined]);
    expect([isInstant(last), toInstant('9999-12-31T23:59:59.999-01:00')]).toEqual([true, undefined]);
  });

  it('count a month as its last day, or the recording day where that is earlier', () => {
    expect(dayCounted('2011-02', '2024-01-01')).toBe('2011-02-28');
    expect(dayCounted('2011', '2024-01-01')).toBe('2011-12-31');
    expect(dayCounted('2024', '2024-03-04')).toBe('2024-03-04');
  });

  it('end where the zone says', () => {
    expect(endOfDay('2025-03-09', 'America/New_York')).toBe('2025-03-10T03:59:59.999Z');
    expect(dayOf('2025-03-10T03:59:59.999Z', 'America/New_York')).toBe('2025-03-09');
    expect(dayOf('2025-03-10T04:00:00.000Z', 'America/New_York')).toBe('2025-03-10');
  });
});
