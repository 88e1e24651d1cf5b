import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, type Instant, lastOfMonth } from '#kernel';
import { HouseOfOne, problemIn, refuses } from './house-of-one.js';
import { CALENDAR, formPartnershipOfTwo, mentorsPromised, type PartnershipOfTwo } from './partnership-of-two.js';

describe('a day that is asked about, where a promise repeats every week without an end', () => {
  let house: HouseOfOne;
  let two: PartnershipOfTwo;
  let commitment: string;
  const inPartnership = (rest: string) => house.get(`/partnerships/${two.id}/${rest}`);

  beforeAll(async () => {
    house = await HouseOfOne.open();
    two = await formPartnershipOfTwo(house);
    const { dueOn: _, ...weekly } = { ...mentorsPromised(two), dueBasis: 'none', every: { period: 'week' } } as {
      dueOn?: string;
    };
    ({ id: commitment } = await house.recorded(`/partnerships/${two.id}/commitments`, weekly, two.district.behalf));
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  it.each([
    ['state?on=9999-12-31', 'on'],
    ['commitments?on=9999-12-31', 'on'],
    ['anomalies?on=9999-12-31', 'on'],
    ['difference?from=2025-01-01&to=9999-12-31&axis=occurred', 'to'],
    ['difference?from=2025-01-01&to=2025-01-02&axis=known&on=9999-12-31', 'on'],
    ['scorecard?quarter=FY9998-Q4', 'quarter'],
    ['scorecard?quarter=FY9999-Q4', 'quarter'],
    ['scorecard?quarter=FY0001-Q1', 'quarter'],
    ['state?asOf=%2B010000-01-01T00:00:00Z', 'asOf'],
  ])('lies within reach, else it is refused: %s (R15)', (rest, field) =>
    refuses(inPartnership(rest), [400, 'INVALID_INPUT', field, 'R15']),
  );

  it('lies within reach over all partnerships, too, and of one commitment (R15)', async () => {
    await refuses(house.get('/partnerships?on=9999-12-31'), [400, 'INVALID_INPUT', 'on', 'R15']);
    await refuses(house.get(`/commitments/${commitment}?on=9999-12-31`), [400, 'INVALID_INPUT', 'on', 'R15']);
  });

  it('is refused with the last day that may be asked about', async () => {
    const today = dayOf(new Date().toISOString() as Instant, CALENDAR.timeZone);
    const last = lastOfMonth(today, 1_200);
    const errorsOf = async (rest: string) => problemIn(await inPartnership(rest)).errors;
    const wrong = (field: string, day: string) => {
      const message = `${day} lies more than 100 years after ${today}, the day of asOf: ask up to ${last}`;
      return [{ field, rule: 'R15', message }];
    };
    const next = addDays(last, 1);
    expect(await errorsOf(`state?on=${next}`)).toEqual(wrong('on', next));
    expect(await errorsOf(`difference?from=2025-01-01&to=${next}&axis=occurred`)).toEqual(wrong('to', next));
    expect(await errorsOf('scorecard?quarter=FY9998-Q4')).toEqual(wrong('quarter', '9998-06-30'));
    expect((await inPartnership(`state?on=${last}`)).body).toMatchObject({ data: { commitments: [{ status: 'overdue' }] } });
  });

  it.each([
    ['state?on=0000-01-01', 404],
    ['state?asOf=0000-01-01', 404],
    ['state?asOf=0001-01-01T00:00:00Z', 404],
    ['commitments?on=0000-01-01', 200],
    ['commitments?asOf=0999-01-01', 200],
    ['difference?from=0000-01-01&to=2025-01-01&axis=known', 200],
    ['difference?from=0000-01-01&to=2025-01-01&axis=occurred', 200],
    ['timeline?from=0000-01-01&to=9999-12-31', 200],
    ['commitments?dueFrom=0000-01-01&dueTo=9999-12-31', 200],
    ['scorecard?quarter=FY1000-Q1', 200],
    ['follow-through?to=FY9998-Q4', 200],
    ['follow-through?from=FY9998-Q1', 200],
    ['follow-through?to=FY1000-Q1', 200],
  ])('is never too early, and never too late where it only bounds a list: %s is answered with %i', async (rest, status) => {
    expect((await inPartnership(rest)).status).toBe(status);
  });
});
