import { describe, expect, it } from '@jest/globals';
import type { PartnershipState } from '#domain';
import { type Instant, LedgerError, type Problem } from '#kernel';
import { type MomentAsked, momentOf } from './moment.js';

const NOW: Instant = '2025-04-10T02:30:00.000Z';

/** In New York it is still 9 April, 22:30. */
const asked = (what: MomentAsked, history: PartnershipState['history'] = 'lived') =>
  momentOf(what, { calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' }, history }, NOW);

const problemsOf = (what: MomentAsked): readonly Problem[] => {
  try {
    asked(what);
  } catch (error) {
    if (error instanceof LedgerError) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
};
const fieldsOf = (what: MomentAsked) => problemsOf(what).map(({ field }) => field);

describe('the moment a reader asks for', () => {
  it('is now, on the civil day that it is in the zone of the partnership', () => {
    expect(asked({})).toEqual({ asOf: NOW, on: '2025-04-09', basis: 'ledger', timeZone: 'America/New_York' });
  });

  it('is the end of a day in the zone, where a day is named', () => {
    expect(asked({ asOf: '2025-02-15' })).toMatchObject({ asOf: '2025-02-16T04:59:59.999Z', on: '2025-02-15' });
  });

  it('is now on the day that is running, which has not ended', () => {
    expect(asked({ asOf: '2025-04-09' })).toMatchObject({ asOf: NOW, on: '2025-04-09' });
  });

  it('is an instant with its offset, on the civil day that it was then', () => {
    expect(asked({ asOf: '2025-02-15T23:00:00-05:00' })).toMatchObject({ asOf: '2025-02-16T04:00:00.000Z', on: '2025-02-15' });
  });

  it('is true on another day, where one is named', () => {
    expect(asked({ asOf: '2025-02-15', on: '2024-12-31' })).toMatchObject({ asOf: '2025-02-16T04:59:59.999Z', on: '2024-12-31' });
  });

  it('opens on the source where the history was imported or reconstructed, on the ledger where it was lived', () => {
    expect([asked({}).basis, asked({}, 'imported').basis, asked({}, 'reconstructed').basis]).toEqual([
      'ledger',
      'source',
      'source',
    ]);
    expect(asked({ basis: 'ledger' }, 'imported').basis).toBe('ledger');
  });

  it.each([
    [{ asOf: 'garbage' }, 'asOf'],
    [{ asOf: '2025-02-15T23:00:00' }, 'asOf'],
    [{ asOf: '2025-04-10' }, 'asOf'],
    [{ asOf: '2025-04-10T02:30:00.001Z' }, 'asOf'],
    [{ asOf: '9999-12-31' }, 'asOf'],
    [{ asOf: '+010000-01-01T00:00:00Z' }, 'asOf'],
    [{ asOf: '-000001-01-01T00:00:00Z' }, 'asOf'],
    [{ on: '2025-02' }, 'on'],
    [{ on: '2025-02-29' }, 'on'],
    [{ basis: 'hearsay' }, 'basis'],
  ])('%j is refused: nothing is known before it is recorded, and days exist (R15)', (what, field) => {
    expect(fieldsOf(what)).toEqual([field]);
  });

  it('is true on a day up to a hundred years after what is known, and on none that lies further ahead (R15)', () => {
    expect(asked({ on: '2125-04-30' }).on).toBe('2125-04-30');
    expect(asked({ on: '0000-01-01' }).on).toBe('0000-01-01');
    expect(problemsOf({ on: '2125-05-01' })).toEqual([
      {
        field: 'on',
        rule: 'R15',
        message: '2125-05-01 lies more than 100 years after 2025-04-09, the day of asOf: ask up to 2125-04-30',
      },
    ]);
    expect(fieldsOf({ on: '9999-12-31' })).toEqual(['on']);
    expect(fieldsOf({ asOf: '1925-01-01', on: '2025-04-09' })).toEqual(['on']);
  });

  it('names everything that is wrong at once', () => {
    expect(fieldsOf({ asOf: 'soon', on: 'soon', basis: 'soon' })).toEqual(['asOf', 'on', 'basis']);
  });
});
