import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { type NamedToken, NamedTokens, ROLES, ROUTES, type Role, type TokenMade } from '#http';
import { newId } from '#kernel';
import { MAY } from '../../libs/http/src/identity/roles.js';
import { printed, typed } from '../support/command-line.js';
import { type Answered, HouseOfOne, problemIn } from './house-of-one.js';
import { formPartnershipOfTwo, mentorsPromised, type OneOfEach, oneOfEach, type PartnershipOfTwo } from './partnership-of-two.js';

describe('access: who may do what', () => {
  let house: HouseOfOne;
  let two: PartnershipOfTwo;
  let other: PartnershipOfTwo;
  let promised: Answered;
  let tokens: NamedTokens;
  const made = new Map<string, TokenMade>();

  beforeAll(async () => {
    house = await HouseOfOne.open();
    two = await formPartnershipOfTwo(house);
    other = await formPartnershipOfTwo(house);
    promised = await house.recorded(`/partnerships/${two.id}/commitments`, mentorsPromised(two), two.district.behalf);
    tokens = new NamedTokens(house.folder);
    for (const role of ROLES.filter((role) => role !== 'member')) made.set(role, await tokens.add({ name: `a-${role}`, role }));
    // The union's is its lead's own; the district's is a machine's, which the ledger does not know as a person.
    await member('district', two.id, two.district.partyId);
    await member('member', two.id, two.union.partyId, two.union.personId);
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  async function member(name: string, partnershipId: string, partyId: string, personId = newId()): Promise<void> {
    made.set(name, await tokens.add({ name, role: 'member', personId, member: { partnershipId, partyId } }));
  }

  const tokenOf = (name: string): string => made.get(name)?.token ?? '';
  const bearer = (name: string) => ({ Authorization: `Bearer ${tokenOf(name)}` });
  const get = (name: string, path: string) => house.get(path).set(bearer(name));
  const post = (name: string, path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    house.post(path, headers).set(bearer(name)).send(body);
  const saidOf = (response: Response) => [response.status, problemIn(response).code];

  describe('every route is decided', () => {
    it('each route of the router stands in the table with what it needs', () => {
      expect(house.routes.length).toBeGreaterThan(80);
      expect(house.routes.filter((route) => !Object.hasOwn(ROUTES, route))).toEqual([]);
    });

    it('the table names no route that the router does not have', () => {
      expect(Object.keys(ROUTES).filter((route) => !house.routes.includes(route))).toEqual([]);
    });

    it('only probes need no sign-in', () => {
      const open = Object.entries(ROUTES).filter(([, need]) => need === 'nothing');
      expect(open.map(([route]) => route)).toEqual(['GET health/live', 'GET health/ready']);
    });

    it('nobody who only reads may do what a POST does, and only the owner says who signs in', () => {
      const posted = new Set(Object.entries(ROUTES).flatMap(([route, need]) => (route.startsWith('POST') ? [need] : [])));
      expect([...posted].sort()).toEqual(['act', 'administer', 'tokens']);
      const may = (role: Role) => [...posted].filter((need) => MAY[role].includes(need)).sort();
      expect(ROLES.map(may)).toEqual([['act', 'administer', 'tokens'], ['act', 'administer'], ['act'], [], []]);
    });

    it.each(ROLES)(
      'a token of a %s is let through where the table says so, and is answered 403 everywhere else',
      async (role) => {
        const outcomes = await Promise.all(
          Object.entries(ROUTES).map(async ([route, need]) => {
            const [method, template = ''] = route.split(' ');
            const path = `/${template.replace(':things', 'commitments').replaceAll(/:\w+/g, newId())}`;
            const response = method === 'POST' ? await post(role, path, {}) : await get(role, path);
            const isForbidden = response.status === 403 && problemIn(response).code === 'ROLE_FORBIDS';
            return isForbidden === MAY[role].includes(need) ? `${route}: ${response.status}` : undefined;
          }),
        );
        expect(outcomes.filter((wrong) => wrong !== undefined)).toEqual([]);
      },
      60_000,
    );
  });

  it('a viewer is told neither what persons are called nor the words of evidence, beside whatever they stand', async () => {
    const { personId, partyId, behalf } = two.union;
    expect((await house.post('/people').send({ personId, name: 'Ada Brook' })).status).toBe(201);
    const testimony = {
      party: partyId,
      title: 'What a mentor said',
      method: 'testimony',
      collectedOn: '2024-11-01',
      confidentiality: 'partnership',
      text: 'They met every week.',
      occurredOn: '2024-11-02',
    };
    const { id } = await house.recorded(`/partnerships/${two.id}/evidence`, testimony, behalf);
    const paths = ['', '/roles', '/evidence', '/state'].map((path) => `/partnerships/${two.id}${path}`);
    for (const path of [...paths, `/evidence/${id}`]) {
      const said = async (name: string) => {
        const response = await get(name, path);
        expect([path, response.status]).toEqual([path, 200]);
        return ['Ada Brook', 'They met every week.'].filter((words) => response.text.includes(words));
      };
      expect([path, await said('viewer')]).toEqual([path, []]);
      for (const name of ['evaluator', 'member']) expect((await said(name)).length).toBeGreaterThan(0);
    }
  });

  describe('a member sees and moves one partnership alone', () => {
    it('what is of another partnership answers as what is not there does, word for word', async () => {
      const theirs = await house.recorded(`/partnerships/${other.id}/commitments`, mentorsPromised(other), other.district.behalf);
      const told = async (path: string, id: string) => {
        const response = await get('member', path);
        return [response.status, response.text.replaceAll(id, '<id>')];
      };
      const nowhere = newId();
      for (const [path, id] of [
        ['/partnerships/<id>', other.id],
        ['/partnerships/<id>/scorecard?quarter=FY2025-Q3', other.id],
        ['/commitments/<id>', theirs.id],
        ['/commitments/<id>/history', theirs.id],
      ] as const) {
        const missing = await told(path.replace('<id>', nowhere), nowhere);
        expect(await told(path.replace('<id>', id), id)).toEqual(missing);
        expect(missing[0]).toBe(404);
      }
    });

    it('no route lets it at another partnership; by the same routes it reads its own', async () => {
      const [theirs, its] = [await oneOfEach(house, other), await oneOfEach(house, two)];
      // What stands outside of partnerships is nobody's own; every other address names a thing of one.
      const routes = Object.entries(ROUTES).filter(([route]) => / (?!organizations|people)[^ ]*\/:id/.test(route));
      const asked = routes.flatMap(([route, need]) => {
        const [method, template = ''] = route.split(' ');
        const families = Object.keys(theirs) as (keyof OneOfEach)[];
        const named = families.filter((things) => template.startsWith(':things/') || template.startsWith(`${things}/`));
        return named.map((things) => ({ method, need, things, path: template.replace(':things', things) }));
      });
      expect(new Set(asked.map(({ things }) => things)).size).toBe(5);
      expect(asked.length).toBeGreaterThan(85);
      const wrong: string[] = [];
      const read: string[] = [];
      for (const { method, need, things, path } of asked) {
        const inPath = newId();
        const answer = async (id: string) => {
          const at = `/${path.replace(':id', id).replaceAll(/:\w+/g, inPath)}`;
          const response = await (method === 'POST' ? post('member', at, {}) : get('member', at));
          return { status: response.status, text: response.text.replaceAll(id, '<id>') };
        };
        const [atTheirs, nowhere, atIts] = [await answer(theirs[things]), await answer(newId()), await answer(its[things])];
        const refused = MAY.member.includes(need) ? 404 : 403;
        const isAlike = atTheirs.text === nowhere.text && atTheirs.status === refused && nowhere.status === refused;
        // With nothing said, and for parts that are not there: past the door its own is answered otherwise.
        const isLetIn = refused === 403 ? atIts.status === 403 : atIts.status !== 403 && atIts.text !== nowhere.text;
        if (method === 'GET' && atIts.status === 200) read.push(path);
        if (!isAlike || !isLetIn) wrong.push(`${method} ${path}: ${atTheirs.text} ${nowhere.text} ${atIts.text}`);
      }
      expect(wrong).toEqual([]);
      expect(read).toEqual(expect.arrayContaining(['evidence/:id/content', 'commitments/:id/history']));
      expect(Object.keys(its).filter((things) => !read.includes(`${things}/:id`))).toEqual([]);
    }, 60_000);

    it('of the list of all partnerships it is shown its own, now as at a moment', async () => {
      for (const query of ['', '?limit=1', `?basis=ledger&asOf=${new Date().toISOString()}`]) {
        const { items, next } = (await get('member', `/partnerships${query}`)).body as {
          items: { partnershipId: string }[];
          next: unknown;
        };
        expect([items.map(({ partnershipId }) => partnershipId), next]).toEqual([[two.id], null]);
      }
      expect(((await get('viewer', '/partnerships')).body as { items: unknown[] }).items).toHaveLength(2);
    });

    it('what is its own it reads, and does in it what a party does', async () => {
      expect((await get('member', `/commitments/${promised.id}`)).status).toBe(200);
      const asked = { party: two.union.partyId, asked: 'Do the mentors meet?', occurredOn: '2024-10-01' };
      expect((await post('member', `/commitments/${promised.id}/follow-ups`, asked)).status).toBe(201);
    });

    it('writes to another partnership answer 404, and nothing is recorded', async () => {
      const before = await house.everything();
      const goal = { kind: 'strike', note: 'x' };
      expect(saidOf(await post('member', `/partnerships/${other.id}/context`, goal))).toEqual([404, 'NOT_FOUND']);
      expect(saidOf(await post('member', `/partnerships/${other.id}/corrections`, {}))).toEqual([404, 'NOT_FOUND']);
      expect(await house.everything()).toEqual(before);
    });

    it('nobody makes the words or the file of another stream its own by their reference, and so shows or erases them (R16)', async () => {
      const report = { party: two.district.partyId, light: 'at-risk', narrative: 'Ours to say.', occurredOn: '2024-11-05' };
      const reported = await house.recorded(`/commitments/${promised.id}/progress`, report, two.district.behalf);
      const [event] = await house.ledger.store.readStream(reported.stream, BigInt(reported.revision));
      const { narrative } = event?.data as { narrative: { text: string; sha256: string } };
      const own = {
        title: 'Our view',
        method: 'testimony',
        collectedOn: '2024-11-01',
        party: two.union.partyId,
        text: 'Ours.',
        occurredOn: '2024-11-06',
      };
      const submitted = await post('member', `/partnerships/${two.id}/evidence`, own);
      expect(submitted.status).toBe(201);
      const { id, stream, eventIds } = submitted.body as Answered;
      const [fact] = await house.ledger.store.readStream(stream);
      const { partnershipId: _, ...data } = fact?.data as { partnershipId: string; content: object };
      const correct = (content: object) =>
        post('member', `/evidence/${id}/corrections`, {
          corrects: eventIds[0],
          replacement: { data: { ...data, partnershipId: two.id, content }, occurredOn: '2024-11-06' },
          reason: 'Other words',
        });
      const refusal = await correct({ kind: 'text', text: narrative });
      expect(saidOf(refusal)).toEqual([422, 'RULE_16']);
      expect(problemIn(refusal).errors[0]?.field).toBe('replacement.data.content.text');
      const foreign = { kind: 'file', sha256: 'ab'.repeat(32), size: 3, mediaType: 'text/plain' };
      expect(saidOf(await correct(foreign))).toEqual([422, 'RULE_16']);
      const erasure = { revision: 1, legalGround: 'none', occurredOn: '2024-11-07' };
      expect((await correct({ ...data.content, kind: 'text' })).status).toBe(200);
      expect((await post('member', `/evidence/${id}/erasure`, erasure)).status).toBe(201);
      expect((await house.ledger.texts.read([narrative.text])).get(narrative.text)).toBe('Ours to say.');
    });

    it('a repeated key does not open what another hand recorded', async () => {
      const key = newId();
      const body = { party: two.district.partyId, light: 'on-track', occurredOn: '2024-11-04' };
      const path = `/commitments/${promised.id}/progress`;
      await house.recorded(path, body, { ...two.district.behalf, 'Idempotency-Key': key });
      const again = await post('member', path, { ...body, party: two.union.partyId }, { 'Idempotency-Key': key });
      expect(saidOf(again)).toEqual([422, 'COMMAND_REUSED']);
    });
  });

  describe('whose act it is, and who wrote it down', () => {
    const metadataOf = async ({ body }: Response) => {
      const { stream, revision } = body as Answered;
      const [event] = await house.ledger.store.readStream(stream, BigInt(revision));
      return event?.metadata;
    };
    const follow = (name: string, headers = {}) =>
      post(
        name,
        `/commitments/${promised.id}/follow-ups`,
        { party: two.union.partyId, asked: 'How is it?', occurredOn: '2024-10-02' },
        headers,
      );

    it('a member acts as its party in the role that its person holds, by its own hand (R1)', async () => {
      const { partyId, roleId, personId } = two.union;
      const metadata = await metadataOf(await follow('member'));
      expect(metadata?.actor).toEqual({ kind: 'person', personId, partyId, roleId });
      expect(metadata?.recordedBy).toEqual({ kind: 'person', id: personId });
    });

    it('a member whose person holds no role says a role of its party, and records on its behalf (R1)', async () => {
      const path = `/commitments/${promised.id}/progress`;
      const body = { party: two.district.partyId, light: 'at-risk', occurredOn: '2024-12-02' };
      const silent = await post('district', path, body);
      expect(saidOf(silent)).toEqual([422, 'RULE_1']);
      expect(problemIn(silent).errors[0]?.field).toBe('On-Behalf-Of');
      const metadata = await metadataOf(await post('district', path, body, two.district.behalf));
      expect(metadata?.actor).toMatchObject({ personId: two.district.personId, roleId: two.district.roleId });
      expect(metadata?.recordedBy).toEqual({ kind: 'person', id: made.get('district')?.personId });
    });

    it.each(['the other party', 'its own party in a role of the other'])('a member does not speak for %s', async (whom) => {
      const party = whom === 'the other party' ? two.district.partyId : two.union.partyId;
      const response = await follow('member', { 'On-Behalf-Of': `${party}/${two.district.roleId}` });
      expect(saidOf(response)).toEqual(party === two.union.partyId ? [404, 'NOT_FOUND'] : [403, 'NOT_YOUR_PARTY']);
    });

    it('a facilitator records for anybody, and is named as who did', async () => {
      const metadata = await metadataOf(await follow('facilitator', two.union.behalf));
      expect(metadata?.actor).toMatchObject({ partyId: two.union.partyId });
      expect(metadata?.recordedBy).toEqual({ kind: 'person', id: made.get('facilitator')?.personId });
    });

    it('two tokens are two hands: what one proposed and the other agreed moves the date; one hand alone moves nothing (R1)', async () => {
      const moved = async (proposer: string, agreer: string, dueOn: string) => {
        const { id } = await house.recorded(`/partnerships/${two.id}/commitments`, mentorsPromised(two), two.district.behalf);
        const proposal = { by: two.district.partyId, dueOn, reason: 'Later', occurredOn: '2025-01-10' };
        const proposed = await post(proposer, `/commitments/${id}/due-date`, proposal, two.district.behalf);
        const proposalId = await house.madeBy(proposed.body as Answered, 'proposalId');
        const agreed = { by: { party: two.union.partyId }, occurredOn: '2025-01-12' };
        const answer = await post(agreer, `/commitments/${id}/due-date/${proposalId}/agreement`, agreed, two.union.behalf);
        expect(answer.status).toBe(201);
        return ((await get('facilitator', `/commitments/${id}`)).body as { data: { dueOn: string } }).data.dueOn;
      };
      expect(await moved('facilitator', 'facilitator', '2025-03-20')).toBe('2025-02-15');
      expect(await moved('district', 'member', '2025-03-21')).toBe('2025-03-21');
    });

    it('what was recorded for a party its own token confirms', async () => {
      const proposal = { by: two.district.partyId, dueOn: '2025-04-01', reason: 'Later', occurredOn: '2025-01-10' };
      const on = `/commitments/${promised.id}`;
      const proposed = await post('facilitator', `${on}/due-date`, proposal, two.district.behalf);
      const proposalId = await house.madeBy(proposed.body as Answered, 'proposalId');
      const agreed = { by: { party: two.union.partyId }, occurredOn: '2025-01-12' };
      const answer = await post('facilitator', `${on}/due-date/${proposalId}/agreement`, agreed, two.union.behalf);
      const [eventId] = (answer.body as Answered).eventIds;
      const confirmed = await post('member', `${on}/records/${eventId ?? ''}/confirmation`, { party: two.union.partyId });
      expect(confirmed.status).toBe(201);
    });
  });
});

describe('tokens over HTTP, for the owner', () => {
  let house: HouseOfOne;
  beforeAll(async () => {
    house = await HouseOfOne.open();
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const make = (body: object) => house.post('/tokens').send(body);

  it('a token is made, listed without its secret, and revoked: the next request is not let in', async () => {
    const response = await make({ name: 'dashboard', role: 'viewer', expiresOn: '2999-12-31' });
    expect(response.status).toBe(201);
    const { token, ...rest } = response.body as TokenMade;
    expect(token).toMatch(/^dashboard\.[A-Za-z0-9_-]{43}$/);
    const listed = await house.get('/tokens');
    expect(listed.body).toEqual({ items: [rest], unreadable: [] });
    const asks = () => house.get('/partnerships').set('Authorization', `Bearer ${token}`);
    expect((await asks()).status).toBe(200);
    const revoked = await house.post('/tokens/dashboard/revocation');
    expect([revoked.status, revoked.body]).toEqual([200, { ...rest, revokedAt: expect.any(String) }]);
    expect((await asks()).status).toBe(401);
    expect((await house.post('/tokens/dashboard/revocation')).body).toEqual(revoked.body);
  });

  it('a name is used once, also after its token was revoked', async () => {
    expect((await make({ name: 'once', role: 'viewer' })).status).toBe(201);
    await house.post('/tokens/once/revocation');
    const again = await make({ name: 'once', role: 'owner' });
    expect([again.status, problemIn(again).code]).toEqual([409, 'TOKEN_NAME_TAKEN']);
  });

  it('the command line makes, lists and revokes them beside the running server, which knows at once', async () => {
    const tokens = (...words: string[]) => typed('tokens', ...words, '--data', house.folder, '--json');
    const madeThere = await tokens('add', 'nightly', '--role', 'evaluator', '--expires', '2999-12-31');
    expect(madeThere.code).toBe(0);
    const { token, ...rest } = printed<TokenMade>(madeThere);
    const asks = async () => (await house.get('/partnerships').set('Authorization', `Bearer ${token}`)).status;
    expect(await asks()).toBe(200);
    expect(printed<{ tokens: NamedToken[] }>(await tokens('list')).tokens).toContainEqual(rest);
    expect((await tokens('revoke', 'nightly')).code).toBe(0);
    expect(await asks()).toBe(401);
    const wrong = await tokens('add', 'desk', '--role', 'member', '--person', 'Ann');
    expect([
      wrong.code,
      (JSON.parse(wrong.stderr) as { problems: { field: string }[] }).problems.map(({ field }) => field),
    ]).toEqual([2, ['--person', '--party']]);
    expect((await tokens('add', 'desk', '--role', 'king')).code).toBe(2);
    expect((await tokens('revoke', 'nobody')).code).toBe(2);
  });

  it('what is wrong is named: a name that is none, a role that is none, a member of no party, a day that is past (R15)', async () => {
    const fieldsOf = async (body: object) => problemIn(await make(body)).errors.map(({ field }) => field);
    expect(await fieldsOf({ name: '../owner-token', role: 'viewer' })).toEqual(['name']);
    expect(await fieldsOf({ name: 'owner', role: 'viewer' })).toEqual(['name']);
    expect(await fieldsOf({ name: 'x', role: 'king' })).toEqual(['role']);
    expect(await fieldsOf({ name: 'x', role: 'member' })).toEqual(['member']);
    expect(await fieldsOf({ name: 'x', role: 'viewer', expiresOn: '2020-01-01' })).toEqual(['expiresOn']);
    expect(await fieldsOf({ name: 'x', role: 'member', member: { partnershipId: newId(), partyId: newId() } })).toEqual([
      'member',
    ]);
    expect((await house.post('/tokens/..%2fowner-token/revocation')).status).toBe(404);
  });
});
