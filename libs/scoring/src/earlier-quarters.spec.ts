import { describe, expect, it } from '@jest/globals';
import { type QuartersAsked, quartersBetween } from '#scoring';
import { history } from './testing/history.js';

const asOf = '2026-10-10T12:00:00.000Z';

/** The rows of a partnership formed in January 2020, whose fiscal years begin in July, and from October 2025 on in October. */
function rows(asked: Pick<QuartersAsked, 'from' | 'to'>, bounds = { usual: 2, most: 10 }) {
  const h = history();
  h.partnership({ type: 'ReviewCalendarChanged', data: { fiscalYearStart: '10-01', from: '2025-10-01' } }, '2025-05-01');
  const found = quartersBetween({ events: h.events() }, { asOf, basis: 'ledger' }, { ...asked, ...bounds });
  return found.map(({ quarter }) => Object.values(quarter).join(' '));
}
const refused = (message: string, field = 'from') => expect.objectContaining({ problems: [{ field, rule: 'R15', message }] });

describe('quarters one after the other (line 16)', () => {
  it('are those from one to another, oldest first, by the names they have across a change of the calendar', () => {
    expect(rows({ from: 'FY2026-Q1', to: 'FY2027-Q1' })).toEqual([
      'FY2026-Q1 2025-07-01 2025-09-30',
      'FY2026-Q2 2025-10-01 2025-12-31',
      'FY2026-Q3 2026-01-01 2026-03-31',
      'FY2026-Q4 2026-04-01 2026-06-30',
      'FY2026-Q5 2026-07-01 2026-09-30',
      'FY2027-Q1 2026-10-01 2026-12-31',
    ]);
  });

  it('are the last ones up to the quarter that runs, where none is named', () => {
    expect(rows({})).toEqual(['FY2026-Q5 2026-07-01 2026-09-30', 'FY2027-Q1 2026-10-01 2026-12-31']);
    expect(rows({ to: 'FY2025-Q4' })).toEqual(['FY2025-Q3 2025-01-01 2025-03-31', 'FY2025-Q4 2025-04-01 2025-06-30']);
  });

  it('never lie ahead of the one that runs', () => {
    expect(rows({ from: 'FY2026-Q5', to: 'FY2030-Q1' })).toEqual(rows({}));
    expect(rows({ from: 'FY2027-Q2' })).toEqual([]);
  });

  it('are none that ended before the partnership was formed', () => {
    expect(rows({ from: 'FY2020-Q1', to: 'FY2020-Q3' })).toEqual(['FY2020-Q3 2020-01-01 2020-03-31']);
    expect(rows({ to: 'FY2020-Q3' })).toEqual(['FY2020-Q3 2020-01-01 2020-03-31']);
    expect(rows({ to: 'FY1000-Q1' })).toEqual([]);
  });

  it('are refused the wrong way round, in too great a number, and by a name that there is not (R15)', () => {
    expect(() => rows({ from: 'FY2026-Q5', to: 'FY2026-Q4' })).toThrow(refused('lies after to, FY2026-Q4'));
    expect(rows({ from: 'FY2025-Q1' })).toHaveLength(10);
    expect(() => rows({ from: 'FY2024-Q4' })).toThrow(refused('lies more than 10 quarters before the last'));
    const sides = 'FY2025-Q4 ends on 2025-06-30, then FY2026-Q1 begins';
    for (const field of ['from', 'to'] as const) {
      expect(() => rows({ [field]: 'FY2025-Q5' })).toThrow(refused(`the partnership has no FY2025-Q5: ${sides}`, field));
    }
  });
});
