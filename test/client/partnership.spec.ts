import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import createClient from 'openapi-fetch';
import { newId } from '#kernel';
import { HouseOfOne } from '../e2e/house-of-one.js';
// Generated, and never committed: `npm run typecheck` writes it anew from the description.
import type { components, paths } from './throughline.js';

type Receipt = components['schemas']['Receipt'];

describe('a client that was generated from the description', () => {
  let house: HouseOfOne;
  beforeAll(async () => {
    house = await HouseOfOne.open();
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  it('records a partnership with a promise that all agreed to, its evidence, claim and verdict, and reviews it', async () => {
    const client = createClient<paths>({
      baseUrl: house.address(''),
      headers: { Authorization: `Bearer ${house.token}` },
    });
    const header = (behalf?: string) => ({
      'Idempotency-Key': newId(),
      ...(behalf === undefined ? {} : { 'On-Behalf-Of': behalf }),
    });
    const occurredOn = '2024-07-01';

    const formed = await client.POST('/partnerships', {
      params: { header: header() },
      body: {
        name: 'Northfield joint team',
        purpose: 'Every class has a trained mentor.',
        calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
        history: 'lived',
        occurredOn,
      },
    });
    const { id } = recorded(formed);
    const joined = async (name: string, kind: 'district' | 'union') => {
      const organization = await client.POST('/organizations', {
        params: { header: header() },
        body: { name, kind, occurredOn },
      });
      const party = await client.POST('/partnerships/{id}/parties', {
        params: { path: { id }, header: header() },
        body: { organizationId: recorded(organization).id, occurredOn },
      });
      const partyId = madeIn(party, 'partyId');
      const role = await client.POST('/partnerships/{id}/roles', {
        params: { path: { id }, header: header() },
        body: { personId: newId(), partyId, title: 'Lead', occurredOn },
      });
      return { partyId, behalf: `${partyId}/${madeIn(role, 'roleId')}` };
    };
    const district = await joined('Northfield district', 'district');
    const union = await joined('Northfield teachers', 'union');

    const promised = await client.POST('/partnerships/{id}/commitments', {
      params: { path: { id }, header: header(district.behalf) },
      body: {
        statement: 'Every new teacher has a mentor.',
        shares: [{ party: district.partyId }],
        owedTo: [union.partyId],
        doneWhen: [{ id: 'named', text: 'A mentor is named for each.' }],
        completion: 'all',
        changesAgreedBy: 'every-party',
        owner: 'without-owner',
        dueBasis: 'stated',
        dueOn: '2025-02-15',
        occurredOn: '2024-09-02',
      },
    });
    const commitment = { id: recorded(promised).id };

    const evidence = await client.POST('/partnerships/{id}/evidence', {
      params: { path: { id }, header: header(district.behalf) },
      body: {
        title: 'Minutes of the mentoring group',
        method: 'minutes',
        collectedOn: '2025-02-12',
        party: district.partyId,
        confidentiality: 'partnership',
        occurredOn: '2025-02-12',
        file: new Blob(['A mentor is named for each of 14 new teachers.\n'], { type: 'text/plain' }),
      },
      bodySerializer: asForm,
    });
    const claimed = await client.POST('/commitments/{id}/claims', {
      params: { path: commitment, header: header(district.behalf) },
      body: {
        party: district.partyId,
        fulfilledOn: '2025-02-12',
        evidence: [{ evidenceId: recorded(evidence).id, revision: 1 }],
        occurredOn: '2025-02-13',
      },
    });
    const judged = await client.POST('/commitments/{id}/claims/{claimId}/verdict', {
      params: { path: { ...commitment, claimId: madeIn(claimed, 'claimId') }, header: header(union.behalf) },
      body: { by: union.partyId, verdict: 'met', occurredOn: '2025-02-14' },
    });

    const { data } = await client.GET('/partnerships/{id}/scorecard', {
      params: { path: { id }, query: { quarter: 'FY2025-Q3', atLeast: recorded(judged).position } },
    });
    expect(data?.data.commitments.followThrough).toMatchObject({ kept: 1, counted: 1 });
    expect(data?.data.commitments.outcomes.kept).toMatchObject([{ commitmentId: commitment.id, doneOn: '2025-02-12' }]);
  }, 60_000);

  it('is told what is wrong in a form that it knows', async () => {
    const client = createClient<paths>({ baseUrl: house.address(''), headers: { Authorization: `Bearer ${house.token}` } });
    const { error } = await client.GET('/partnerships/{id}', { params: { path: { id: newId() } } });
    expect(error).toMatchObject({ status: 404, code: 'NOT_FOUND', errors: [{ field: 'id' }] });
  });
});

/** A body as multipart: `fetch` sets the boundary. */
function asForm(body: object): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.append(name, value as string | Blob);
  return form;
}

/** The receipt of a write that was recorded. */
function recorded({ data, error }: Readonly<{ data?: Receipt; error?: unknown }>): Receipt {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

function madeIn(answer: Parameters<typeof recorded>[0], name: string): string {
  const id = (recorded(answer).made as Readonly<Record<string, string>>)[name];
  if (id === undefined) throw new Error(`no ${name} was made`);
  return id;
}
