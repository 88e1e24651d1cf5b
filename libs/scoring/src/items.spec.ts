import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { commitmentViews, scorecardV1 } from '#scoring';
import { accountAt } from './account.js';
import { knownInTime } from './due-dates.js';
import { periodsOf } from './items.js';
import { type History, history } from './testing/history.js';

const KNOWN = { asOf: '2025-04-10T12:00:00.000Z', basis: 'ledger' } as const;

/** A promise made on 1 September 2024, a Sunday, where nothing else is said; without an end where none is. */
function promised(
  period: 'week' | 'month' | 'quarter',
  { on = '2024-09-01', until }: Readonly<{ on?: CivilDate; until?: CivilDate }> = {},
): History {
  const h = history();
  const end =
    until === undefined
      ? { more: { every: { period }, dueBasis: 'none' as const } }
      : { due: until, more: { every: { period } } };
  h.made('w', end, on);
  return h;
}

function lastDays(h: History, to: CivilDate, from?: CivilDate): CivilDate[] {
  const { stories, known } = accountAt(h.events(), KNOWN);
  return stories.flatMap((story) => [...periodsOf(story, to, known.partnership, from)]).map(({ last }) => last);
}

describe('the periods of a standing promise', () => {
  it('are whole, from the making to the day asked about', () => {
    expect(lastDays(promised('week'), '2024-09-22')).toEqual(['2024-09-08', '2024-09-15', '2024-09-22']);
    expect(lastDays(promised('week'), '2024-09-21')).toEqual(['2024-09-08', '2024-09-15']);
    expect(lastDays(promised('month'), '2024-10-31')).toEqual(['2024-09-30', '2024-10-31']);
  });

  it.each(['week', 'month', 'quarter'] as const)('are the same by the %s, wherever the first one asked for lies', (period) => {
    const h = promised(period, { on: '2024-09-04' });
    const all = lastDays(h, '2027-08-31');
    expect(all[0]).toBe({ week: '2024-09-15', month: '2024-10-31', quarter: '2024-12-31' }[period]);
    for (const from of ['2023-01-01', '2024-09-06', '2024-09-30', '2025-01-01', '2026-02-15', '2028-01-01'] as const)
      expect(lastDays(h, '2027-08-31', from)).toEqual(all.filter((last) => last >= from));
  });

  it('come to an end on the last day there is', () => {
    expect(lastDays(promised('week'), '9999-12-31', '9999-12-20')).toEqual(['9999-12-26', '9999-12-31']);
    expect(lastDays(promised('month'), '9999-12-31', '9999-11-01')).toEqual(['9999-11-30', '9999-12-31']);
  });

  it('are gone through no further than to the first that was not kept: a view of the last day there is tells it at once', () => {
    const view = commitmentViews(promised('week').events(), { ...KNOWN, on: '9999-12-31' }).get('w');
    expect(view?.status).toBe('overdue');
  });

  it('are asked about up to the day alone, where the promise ends on the last day there is', () => {
    const h = promised('week', { until: '9999-12-31' });
    expect(commitmentViews(h.events(), { ...KNOWN, on: '2024-09-07' }).get('w')?.status).toBe('due');
    expect(commitmentViews(h.events(), { ...KNOWN, on: '2024-09-08' }).get('w')?.status).toBe('overdue');
  });

  it('of a quarter far ahead are pending, and only those of it are gone through', () => {
    const { commitments } = scorecardV1({ events: promised('week').events() }, { ...KNOWN, quarter: 'FY9998-Q4' });
    expect(commitments.pending).toHaveLength(13);
    expect(commitments.carriedIn).toHaveLength(31);
  });
});

describe('a date in the last days there are', () => {
  it('is moved by what is known in time, like every other (line 1)', () => {
    expect([knownInTime('2025-04-10', '9999-12-20'), knownInTime('9999-12-31', '9999-12-31')]).toEqual([true, true]);
    const h = history();
    h.made('c', { owes: ['A'], to: ['B'], due: '9999-12-20' });
    h.moved('c', '2025-02-20', ['A', 'B'], '2025-01-10');
    expect(h.card().commitments.outcomes.missed.map(({ dueOn }) => dueOn)).toEqual(['2025-02-20']);
  });
});
