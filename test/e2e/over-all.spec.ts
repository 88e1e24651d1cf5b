import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type Answered, HouseOfOne, problemIn, refuses } from './house-of-one.js';
import { formPartnershipOfTwo, mentorsPromised, type PartnershipOfTwo } from './partnership-of-two.js';

type Wire = {
  position: string;
  stream: string;
  revision: string;
  type: string;
  data: unknown;
  metadata: { partnershipId?: string };
};
type Feed = { ledger: string; position: string; caughtUp: boolean; items: Wire[]; next: string };
type Listed<T> = { asOf: string; on: string; basis: string; position: string; figures?: string; items: T[]; next: string | null };

describe('what lies over all partnerships', () => {
  let house: HouseOfOne;
  let two: PartnershipOfTwo;
  let commitment: Answered;
  let districtId: string;

  beforeAll(async () => {
    house = await HouseOfOne.open();
    two = await formPartnershipOfTwo(house);
    commitment = await house.recorded(`/partnerships/${two.id}/commitments`, mentorsPromised(two), two.district.behalf);
    const parties = await list<{ partyId: string; organizationId: string }>(`/partnerships/${two.id}/parties`);
    districtId = parties.items.find(({ partyId }) => partyId === two.district.partyId)?.organizationId ?? '';
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const list = async <T>(path: string): Promise<Listed<T>> => {
    const response = await house.get(path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${response.text}`);
    return response.body as Listed<T>;
  };
  const now = async () => house.ledger.store.head();

  describe('a receipt', () => {
    it('says which ids the act made, and the same when it is repeated (R14)', async () => {
      const key = { 'Idempotency-Key': newId() };
      const goal = { title: 'New teachers stay', occurredOn: '2024-07-02' };
      const first = await house.recorded(`/partnerships/${two.id}/goals`, goal, key);
      expect(first.made).toEqual({ goalId: await house.madeBy(first, 'goalId') });
      const again = await house.post(`/partnerships/${two.id}/goals`, key).send(goal);
      expect([again.status, again.body]).toEqual([200, { ...first, alreadyRecorded: true }]);
    });
  });

  describe('people', () => {
    it('are called by name wherever their ids are shown, from the directory and never from an event', async () => {
      const roles = `/partnerships/${two.id}/roles`;
      const nameless = await list<{ personName: string | null }>(roles);
      expect(nameless.items.map(({ personName }) => personName)).toEqual([null, null]);
      const { personId } = two.district;
      const entered = await house.post('/people').send({ personId, name: 'Zoë Ångström', email: 'zoe@example.org' });
      expect([entered.status, entered.body]).toEqual([201, { id: personId, alreadyRecorded: false }]);
      const named = await list<{ personId: string; personName: string | null }>(roles);
      expect(named.items.find((role) => role.personId === personId)?.personName).toBe('Zoë Ångström');
      const history = await list<{ actor: { personName: string } }>(`/commitments/${commitment.id}/history`);
      expect(history.items[0]?.actor.personName).toBe('Zoë Ångström');
      const found = await list<{ name: string }>('/people?q=zoe ang');
      expect(found.items).toEqual([{ personId, name: 'Zoë Ångström', email: 'zoe@example.org', erased: null }]);
      const events = JSON.stringify(await house.ledger.sql.query('select * from events'));
      expect(events).not.toMatch(/Zoë|Ångström|zoe@/);
    });

    it('are renamed for good, and erased for good with the ground', async () => {
      const { id } = (await house.post('/people').send({ name: 'Mistyped Nmae' })).body as { id: string };
      expect((await house.post(`/people/${id}/names`).send({ name: 'Typed Name' })).status).toBe(201);
      const key = { 'Idempotency-Key': newId() };
      const erase = () => house.post(`/people/${id}/erasure`, key).send({ legalGround: 'Request of the person' });
      expect([(await erase()).status, (await erase()).status]).toEqual([201, 200]);
      expect((await house.get(`/people/${id}`)).body).toMatchObject({
        data: { personId: id, name: null, erased: { legalGround: 'Request of the person', by: house.token.split('.')[0] } },
      });
      expect(JSON.stringify(await house.everything())).not.toMatch(/Nmae|Typed Name/);
      await refuses(house.get('/people?cursor=tampered'), [400, 'INVALID_INPUT', 'cursor', 'R15']);
    });

    it('are refused where what is said of them is wrong (R14, R15)', async () => {
      const { personId } = two.district;
      await refuses(house.post('/people').send({ name: ' ' }), [400, 'INVALID_INPUT', 'name', 'R15']);
      await refuses(house.post('/people').send({ personId, name: 'Other' }), [409, 'PERSON_TAKEN', 'personId', 'R15']);
      await refuses(house.post(`/people/${newId()}/names`).send({ name: 'Nobody' }), [404, 'NOT_FOUND', 'id', 'R15']);
      await refuses(house.get(`/people/${newId()}`), [404, 'NOT_FOUND', 'id', 'R15']);
      const header = house.post('/people', { 'If-Match': '"0"' }).send({ name: 'Somebody' });
      await refuses(header, [400, 'INVALID_INPUT', 'If-Match', 'R15']);
      const [made] = await house.ledger.store.readStream(commitment.stream);
      const used = house.post('/people', { 'Idempotency-Key': made?.metadata.commandId ?? '' }).send({ name: 'Somebody' });
      await refuses(used, [422, 'COMMAND_REUSED', 'Idempotency-Key', 'R14']);
    });
  });

  describe('an organization', () => {
    it('is listed by the name it had at a moment, also on a day before it was renamed', async () => {
      const { id } = await house.recorded('/organizations', { name: 'Old Ågården', kind: 'school', occurredOn: '2024-08-01' });
      const before = new Date().toISOString();
      const { position } = await house.recorded(`/organizations/${id}/names`, { name: 'New Garden', occurredOn: '2025-01-15' });
      const names = async (query: string) =>
        (await list<{ name: string; organizationId: string }>(`/organizations?atLeast=${position}&${query}`)).items
          .filter(({ organizationId }) => organizationId === id)
          .map(({ name }) => name);
      expect(await names('q=garden')).toEqual(['New Garden']);
      expect(await names(`asOf=${before}`)).toEqual(['Old Ågården']);
      expect(await names('on=2025-01-14&q=agarden')).toEqual(['Old Ågården']);
      expect(await names('on=2024-07-31')).toEqual([]);
      expect((await list(`/organizations?asOf=${before}&basis=source`)).basis).toBe('source');
      expect((await house.get(`/organizations/${id}?on=2025-01-14`)).body).toMatchObject({ data: { name: 'Old Ågården' } });
      await refuses(house.get(`/organizations/${id}?on=2024-07-31`), [404, 'NOT_FOUND', 'id', 'R15']);
      expect((await list<{ name: string }>('/partnerships?on=2024-06-30')).items).toEqual([]);
      expect((await list<{ name: string }>('/partnerships?on=2024-07-01')).items).toMatchObject([
        { name: 'Northfield joint team' },
      ]);
    });

    it('answers for what it owes and is owed in every partnership, and for what was merged into it', async () => {
      const successor = await house.recorded('/organizations', {
        name: 'Greater Northfield',
        kind: 'district',
        occurredOn: '2024-07-01',
      });
      const owed = async (query = '') =>
        (
          await list<{ commitmentId: string; partnership: string; owes: string[]; isOwed: string[] }>(
            `/organizations/${successor.id}/commitments?atLeast=${await now()}&${query}`,
          )
        ).items;
      expect(await owed()).toEqual([]);
      await house.recorded(`/organizations/${districtId}/merger`, { into: successor.id, occurredOn: '2025-01-01' });
      expect(await owed()).toMatchObject([
        { commitmentId: commitment.id, partnership: 'Northfield joint team', owes: [two.district.partyId], isOwed: [] },
      ]);
      // Before the merger it was not yet part of it.
      expect(await owed('on=2024-12-31')).toEqual([]);
      expect(await owed('side=is-owed')).toEqual([]);
      expect(await owed('side=owes&on=2025-02-20&status=overdue')).toHaveLength(1);
      await refuses(house.get(`/organizations/${newId()}/commitments`), [404, 'NOT_FOUND', 'id', 'R15']);
    });

    it('gives its parties their names', async () => {
      const { items } = await list<{ partyId: string; name: string; kind: string }>(`/partnerships/${two.id}/parties`);
      expect(items.map(({ name, kind }) => [name, kind]).sort()).toEqual([
        ['Northfield district', 'district'],
        ['Northfield teachers', 'union'],
      ]);
    });
  });

  describe('a partnership over time', () => {
    const path = (rest: string) => house.get(`/partnerships/${two.id}/${rest}`);

    it('is given whole, as it was on a day', async () => {
      const before = (await path('state?on=2024-08-31')).body as {
        data: { commitments: unknown[]; partnership: { name: string } };
      };
      expect(before.data).toMatchObject({ commitments: [], partnership: { name: 'Northfield joint team' } });
      expect((await path('state?on=2025-02-20')).body).toMatchObject({
        on: '2025-02-20',
        data: { commitments: [{ commitmentId: commitment.id, status: 'overdue' }], evidence: [], meetings: [] },
      });
      expect((await path('state?on=2024-06-30')).status).toBe(404);
    });

    it('differs between two days, and between what was known on two days', async () => {
      const occurred = await path('difference?axis=occurred&from=2025-02-15&to=2025-02-16');
      expect(occurred.body).toMatchObject({
        data: {
          axis: 'occurred',
          from: { on: '2025-02-15' },
          to: { on: '2025-02-16' },
          changes: [{ commitmentId: commitment.id, field: 'status', before: 'due', after: 'overdue' }],
        },
      });
      const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
      const known = await path(`difference?axis=known&from=2025-02-01&to=${today}&on=2025-02-20`);
      expect(known.body).toMatchObject({ on: '2025-02-20', data: { from: { on: '2025-02-20' } } });
      expect((known.body as { data: { from: { asOf: string } } }).data.from.asOf).toBe('2025-02-02T04:59:59.999Z');
    });

    it('is followed through quarter by quarter, as known then and now (line 16)', async () => {
      const followed = await path('follow-through?from=FY2025-Q2&to=FY2025-Q3');
      const nothing = { kept: 0, counted: 0, rate: null };
      expect(followed.body).toMatchObject({
        data: {
          quarters: [
            { name: 'FY2025-Q2', knownThen: { followThrough: nothing }, knownNow: { followThrough: nothing } },
            {
              name: 'FY2025-Q3',
              // All of it was recorded long after the quarter: then, nothing was known.
              knownThen: { followThrough: nothing, asOf: '2025-05-01T03:59:59.999Z' },
              knownNow: {
                followThrough: { kept: 0, counted: 1 },
                outcomes: { missed: [{ commitmentId: commitment.id }], kept: [] },
              },
            },
          ],
        },
      });
      const { quarters } = ((await path('follow-through')).body as { data: { quarters: unknown[] } }).data;
      expect(quarters).toHaveLength(8);
    });
  });

  describe('the feed', () => {
    const feed = async (query = '') => (await house.get(`/events?${query}`)).body as Feed;

    it('is enough to build a read model elsewhere: every event once, in order, page by page', async () => {
      const tally = new Map<string, number>();
      let after = '';
      let page: Feed;
      do {
        page = await feed(`limit=7${after === '' ? '' : `&after=${after}`}`);
        for (const { position, type, revision, stream } of page.items) {
          expect(position > after).toBe(true);
          after = position;
          tally.set(type, (tally.get(type) ?? 0) + 1);
          const count = tally.get(stream) ?? 0;
          expect(revision).toBe(String(count));
          tally.set(stream, count + 1);
        }
        after = page.next;
      } while (!page.caughtUp);
      const rows = await house.ledger.sql.query<{ type: string; count: string }>(
        'select type, count(*)::text as count from events group by type',
      );
      for (const { type, count } of rows) expect([type, tally.get(type)]).toEqual([type, Number(count)]);
      expect(page.position).toBe(await now());
    });

    it('bears references to free texts, never their words', async () => {
      const narrative = 'Nine of fourteen are named.';
      const said = { party: two.district.partyId, light: 'on-track', narrative, occurredOn: '2024-11-04' };
      const { position } = await house.recorded(`/commitments/${commitment.id}/progress`, said, two.district.behalf);
      const before = String(BigInt(position) - 1n).padStart(20, '0');
      const { items } = await feed(`after=${before}`);
      expect(items).toMatchObject([{ type: 'ProgressReported', data: { narrative: { text: expect.any(String) as unknown } } }]);
      expect(JSON.stringify(items)).not.toContain('fourteen');
    });

    it('waits for the next event where somebody asks it to, and answers with none after the time', async () => {
      const head = await now();
      const waiting = feed(`after=${head}&wait=30`);
      const recorded = await house.recorded(`/partnerships/${two.id}/context`, {
        kind: 'other',
        title: 'Snow',
        occurredOn: '2025-01-10',
      });
      expect((await waiting).items.map(({ position }) => position)).toEqual([recorded.position]);
      expect(await feed(`after=${recorded.position}&wait=1`)).toMatchObject({
        items: [],
        next: recorded.position,
        caughtUp: true,
      });
    });

    it('ends a page where the events are large: none is left out, and no answer is', async () => {
      const before = await now();
      // Two bytes each.
      const criterion = 'é'.repeat(2_000);
      const doneWhen = Array.from({ length: 100 }, (_, n) => ({ id: `c${n}`, text: criterion }));
      const large: string[] = [];
      for (let n = 0; n < 12; n += 1) {
        const promise = { ...mentorsPromised(two), statement: `A large one, ${n}`, doneWhen };
        large.push((await house.recorded(`/partnerships/${two.id}/commitments`, promise, two.district.behalf)).position);
      }
      const first = await house.get(`/events?after=${before}&limit=1000`);
      expect(Buffer.byteLength(first.text)).toBeLessThan(4.5 * 1024 * 1024);
      const page = first.body as Feed;
      expect(page.caughtUp).toBe(false);
      const rest = await feed(`after=${page.next}&limit=1000`);
      expect([...page.items, ...rest.items].map(({ position }) => position)).toEqual(large);
      expect(rest.caughtUp).toBe(true);
    }, 120_000);

    it.each([
      ['after=1', 400, 'INVALID_INPUT', 'after'],
      [`after=${'9'.repeat(20)}`, 409, 'FEED_FORKED', 'after'],
      [`ledger=${newId()}`, 409, 'FEED_FORKED', 'ledger'],
      ['limit=0', 400, 'INVALID_INPUT', 'limit'],
      ['limit=1001', 400, 'INVALID_INPUT', 'limit'],
      ['limit=abc', 400, 'INVALID_INPUT', 'limit'],
      ['wait=31', 400, 'INVALID_INPUT', 'wait'],
      ['asOf=2025-01-01', 400, 'INVALID_INPUT', 'asOf'],
    ])('refuses %s (R15)', (query, status, code, field) => refuses(house.get(`/events?${query}`), [status, code, field, 'R15']));
  });

  describe('search', () => {
    const titles = async (query: string) =>
      (await list<{ title: string }>(`/search?atLeast=${await now()}&${query}`)).items.map(({ title }) => title);

    it('finds things by their words, and an erased text from that instant on no longer', async () => {
      expect(await titles('q=MENTÓR')).toEqual(['Northfield joint team', 'Every new teacher has a mentor.']);
      expect(await titles('q=mentor&kind=commitment')).toEqual(['Every new teacher has a mentor.']);
      const narrative = 'The quokka is ill.';
      const said = { party: two.district.partyId, light: 'at-risk', narrative, occurredOn: '2024-12-04' };
      const { stream } = await house.recorded(`/commitments/${commitment.id}/progress`, said, two.district.behalf);
      expect(await titles('q=quokka')).toEqual(['Every new teacher has a mentor.']);
      const reported = (await house.ledger.store.readStream(stream)).at(-1);
      await house.ledger.texts.erase((reported?.data as { narrative: { text: string } }).narrative.text);
      expect(await titles('q=quokka')).toEqual([]);
    });

    it('says nothing of persons', async () => {
      expect(await titles('q=zoe')).toEqual([]);
    });

    it.each([
      ['', 'q'],
      ['q=%20', 'q'],
      ['q=!!', 'q'],
      [`q=${'a'.repeat(201)}`, 'q'],
      ['q=a&limit=0', 'limit'],
      ['q=a&limit=abc', 'limit'],
      ['q=a&kind=person', 'kind'],
      ['q=a&partnership=1', 'partnership'],
      ['q=a&cursor=e30', 'cursor'],
      ['q=a&asOf=2025-01-01', 'asOf'],
    ])('refuses %s (R15)', (query, field) => refuses(house.get(`/search?${query}`), [400, 'INVALID_INPUT', field, 'R15']));
  });

  describe('a question that is wrong names the field (R15)', () => {
    const inPartnership = (rest: string) => house.get(`/partnerships/${two.id}/${rest}`);

    it.each([
      ['follow-through?from=FY2025-Q5', 'from'],
      ['follow-through?to=Q3', 'to'],
      ['follow-through?from=FY2025-Q3&to=FY2025-Q2', 'from'],
      ['follow-through?from=FY1990-Q1', 'from'],
      ['difference?from=2025-01-02&to=2025-01-01', 'from'],
      ['difference?from=2025-01-01', 'to'],
      ['difference?from=2025-01-01&to=2025-01-02&axis=sideways', 'axis'],
      ['difference?from=2025-01-01&to=2999-01-01&axis=known', 'to'],
      ['difference?from=2025-01-01&to=2025-01-02&axis=known&asOf=2025-01-01', 'asOf'],
      ['difference?from=2025-01-01&to=2025-01-02&axis=occurred&on=2025-01-01', 'on'],
      ['state?asOf=2999-01-01', 'asOf'],
      ['state?basis=hearsay', 'basis'],
      ['timeline?from=2025-01-02&to=2025-01-01', 'from'],
      ['commitments?dueFrom=2025-01-02&dueTo=2025-01-01', 'dueFrom'],
    ])('%s', (rest, field) => refuses(inPartnership(rest), [400, 'INVALID_INPUT', field, 'R15']));

    it.each([
      ['/organizations?asOf=2999-01-01', 'asOf'],
      ['/organizations?basis=hearsay', 'basis'],
      ['/organizations?cursor=WyJwYXJ0bmVyc2hpcHMiLCJhIiwiYiJd', 'cursor'],
      [`/organizations?q=${'a'.repeat(201)}`, 'q'],
      ['/partnerships?on=2025-02-29', 'on'],
      ['/partnerships?limit=501', 'limit'],
    ])('%s', (path, field) => refuses(house.get(path), [400, 'INVALID_INPUT', field, 'R15']));

    it('a cursor of another list, though it looks the same', async () => {
      const { next } = await list(`/partnerships/${two.id}/parties?limit=1`);
      await refuses(inPartnership(`roles?cursor=${next ?? ''}`), [400, 'INVALID_INPUT', 'cursor', 'R15']);
      const organizations = await list('/organizations?limit=1');
      await refuses(house.get(`/partnerships?cursor=${organizations.next ?? ''}`), [400, 'INVALID_INPUT', 'cursor', 'R15']);
      expect((await list(`/organizations?limit=1&on=2025-06-01&cursor=${organizations.next ?? ''}`)).items).toHaveLength(1);
    });

    it('words that no database can hold find nothing and break nothing', async () => {
      expect((await list('/organizations?q=%00x%00')).items).toEqual([]);
      const forged = Buffer.from(JSON.stringify(['organizations', '\0', '\0'])).toString('base64url');
      await refuses(house.get(`/organizations?cursor=${forged}`), [400, 'INVALID_INPUT', 'cursor', 'R15']);
    });

    it('what the search has not reached is not answered as if it had', async () => {
      const response = await house.get(`/search?q=mentor&atLeast=${'9'.repeat(20)}`);
      expect([response.status, response.headers['retry-after'], problemIn(response).code]).toEqual([
        503,
        '1',
        'READ_MODEL_BEHIND',
      ]);
    }, 20_000);
  });

  describe('a partnership whose fiscal year moves from July to October 2025', () => {
    let id: string;
    const path = (rest: string) => house.get(`/partnerships/${id}/${rest}`);
    const scorecard = (quarter: string) => path(`scorecard?quarter=${quarter}`);
    type Rows = { data: { quarters: { name: string; first: string; last: string }[] } };

    beforeAll(async () => {
      ({ id } = await house.recorded('/partnerships', {
        name: 'Reading together',
        purpose: 'Every child reads.',
        calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
        occurredOn: '2024-07-01',
      }));
      const moved = { fiscalYearStart: '10-01', from: '2025-10-01', occurredOn: '2025-05-01' };
      await house.recorded(`/partnerships/${id}/review-calendar`, moved);
    }, 60_000);

    it('is followed through by quarters that each day lies in once, by the names that their scorecards bear (line 16)', async () => {
      const { quarters } = ((await path('follow-through?from=FY2025-Q4&to=FY2026-Q5')).body as Rows).data;
      expect(quarters.map(({ name, first, last }) => `${name} ${first} ${last}`)).toEqual([
        'FY2025-Q4 2025-04-01 2025-06-30',
        'FY2026-Q1 2025-07-01 2025-09-30',
        'FY2026-Q2 2025-10-01 2025-12-31',
        'FY2026-Q3 2026-01-01 2026-03-31',
        'FY2026-Q4 2026-04-01 2026-06-30',
        'FY2026-Q5 2026-07-01 2026-09-30',
      ]);
      for (const { name, first, last } of quarters) {
        expect((await scorecard(name)).body).toMatchObject({ data: { quarter: { name, first, last } } });
      }
    });

    it('has no quarter of another name, and says what those on either side are called (R15)', async () => {
      const message = 'the partnership has no FY2026-Q6: FY2026-Q5 ends on 2026-09-30, then FY2027-Q1 begins';
      const problem = (field: string) => ({ status: 400, code: 'INVALID_INPUT', errors: [{ field, rule: 'R15', message }] });
      expect(problemIn(await scorecard('FY2026-Q6'))).toMatchObject(problem('quarter'));
      expect(problemIn(await path('follow-through?to=FY2026-Q6'))).toMatchObject(problem('to'));
    });
  });
});
