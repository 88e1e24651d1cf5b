import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { DescribedInterface } from '../support/described.js';
import { alongEveryRoute } from './every-route.js';
import { HouseOfOne } from './house-of-one.js';
import { askedAgain, type Step, Walk } from './walk.js';

type Asked = Omit<Step, 'answer'>;

const NOBODY = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What is asked of a route, otherwise than it was answered, to meet each status that it can answer. */
const OTHERWISE: Readonly<Record<number, (asked: Asked, takesKey: boolean) => Asked>> = {
  200: (asked) => asked,
  400: (asked, takesKey) => {
    if (takesKey) return withHeaders(asked, { 'Idempotency-Key': 'mine' });
    return { ...asked, path: `${asked.path}${asked.path.includes('?') ? '&' : '?'}nothing=1`, body: {} };
  },
  401: (asked) => withHeaders(asked, { Authorization: 'Basic me' }),
  404: (asked) => {
    const path = asked.path.replace(ID, NOBODY).replace('left-behind', 'nobody');
    const member = { partnershipId: NOBODY, partyId: NOBODY };
    const isToken = asked.operationId === 'makeToken';
    const elsewhere = isToken ? { ...asked, body: { name: 'nobody', role: 'member', member } } : { ...asked, path };
    return asked.verb === 'get' ? elsewhere : withHeaders(elsewhere, { 'Idempotency-Key': newId() });
  },
  412: (asked) => withHeaders(asked, { 'Idempotency-Key': newId(), 'If-Match': '"999999"' }),
  415: (asked) => withHeaders({ ...withoutForm(asked), body: 'words' }, { 'Content-Type': 'text/plain' }),
  422: (asked) => {
    const other = { occurredOn: '2024-06-30', name: 'Another', legalGround: 'Another', personId: NOBODY };
    const changed = (words: object) => ({
      ...words,
      ...Object.fromEntries(Object.entries(other).filter(([key]) => key in words)),
    });
    const { form, body } = asked;
    if (form === undefined) return { ...asked, body: changed(typeof body === 'object' ? body : {}) };
    const file = { ...form.file, content: form.file.content.replace('Valley', 'Hill') };
    return { ...asked, form: { fields: changed(form.fields), file } };
  },
};

function withHeaders(asked: Asked, headers: Readonly<Record<string, string>>): Asked {
  return { ...asked, headers: { ...asked.headers, ...headers } };
}

function withoutForm({ form: _form, ...asked }: Asked): Asked {
  return asked;
}

describe('every route that is described', () => {
  const described = DescribedInterface.served();
  let house: HouseOfOne;
  let walk: Walk;

  beforeAll(async () => {
    house = await HouseOfOne.open();
    walk = new Walk(house);
    await alongEveryRoute(walk);
  }, 120_000);
  afterAll(() => house.close(), 60_000);

  it('does what it is for', () => {
    const walked = new Set(walk.steps.map(({ operationId }) => operationId));
    expect([...described.operations.keys()].filter((name) => !walked.has(name))).toEqual([]);
  });

  it('answers with each status that is its own, and with no other', async () => {
    const otherwise: string[] = [];
    for (const [operationId, { responses, parameters }] of described.operations) {
      const takesKey = parameters.some((its) => JSON.stringify(its).includes('Idempotency-Key'));
      const step = walk.steps.find((its) => its.operationId === operationId);
      if (step === undefined) continue;
      for (const status of Object.keys(responses).map(Number)) {
        const ask = OTHERWISE[status];
        if (ask === undefined || status === step.answer.status) continue;
        const answer = await askedAgain(house, ask(step, takesKey));
        if (answer.status !== status)
          otherwise.push(`${operationId}: wanted ${status}, answered ${answer.status} ${answer.text.slice(0, 200)}`);
      }
    }
    expect(otherwise).toEqual([]);
  }, 120_000);

  it('is refused to a token whose role is not for it', async () => {
    const of = (name: string) => walk.steps.find(({ operationId }) => operationId === name)?.answer.body as unknown;
    const { id } = of('formPartnership') as Readonly<{ id: string }>;
    const { made } = of('joinParty') as Readonly<{ made: Readonly<{ partyId: string }> }>;
    const tokenOf = async (wanted: object) =>
      ((await house.post('/tokens').send(wanted)).body as Readonly<{ token: string }>).token;
    const tokens = [
      await tokenOf({ name: 'looks-on', role: 'viewer' }),
      await tokenOf({ name: 'district', role: 'member', member: { partnershipId: id, partyId: made.partyId } }),
    ];
    const letIn: string[] = [];
    for (const [operationId, { responses }] of described.operations) {
      const step = walk.steps.find((its) => its.operationId === operationId);
      if (step === undefined || responses['403'] === undefined) continue;
      const statuses: number[] = [];
      for (const token of tokens)
        statuses.push((await askedAgain(house, withHeaders(step, { Authorization: `Bearer ${token}` }))).status);
      if (!statuses.includes(403)) letIn.push(`${operationId}: ${statuses.join()}`);
    }
    expect(letIn).toEqual([]);
  }, 120_000);

  it('says that what was erased is gone, that a name is taken, and that a feed is of another ledger', async () => {
    const erased =
      walk.steps.find(({ operationId }) => operationId === 'eraseEvidenceContent')?.path.replace('/erasure', '/content') ?? '';
    const statuses = [
      await house.get(erased),
      await house.post('/tokens').send({ name: 'looks-on', role: 'viewer' }),
      await house.get(`/events?after=${'9'.repeat(20)}`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([410, 409, 409]);
  });
});
