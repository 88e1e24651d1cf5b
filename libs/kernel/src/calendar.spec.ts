import { describe, expect, it } from '@jest/globals';
import { dayCounted, dayOf, endOfDay, isCivilDate, isQuarterName, quarterNamed, quarterOf, wholePeriods } from '#kernel';

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
    expect(['FY0000-Q1', 'FY9999-Q4', 'FY2025-Q5', 'FY25-Q1', '', null].some(isQuarterName)).toBe(false);
  });

  it('takes only whole periods', () => {
    expect(wholePeriods('week', '2025-01-01', '2025-01-20', '07-01')).toEqual([
      { first: '2025-01-06', last: '2025-01-12' },
      { first: '2025-01-13', last: '2025-01-19' },
    ]);
    expect(wholePeriods('month', '2025-01-01', '2025-02-28', '07-01')).toHaveLength(2);
    expect(wholePeriods('month', '2025-01-02', '2025-02-27', '07-01')).toHaveLength(0);
  });
});

describe('civil dates', () => {
  it('know which days exist', () => {
    expect(isCivilDate('2024-02-29')).toBe(true);
    expect(isCivilDate('2025-02-29')).toBe(false);
    expect(isCivilDate('2025-2-1')).toBe(false);
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
