import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '#kernel';
import { type Answered, HouseOfOne, problemIn } from './house-of-one.js';
import { formPartnershipOfTwo, mentorsPromised, type PartnershipOfTwo } from './partnership-of-two.js';

const MINUTES = Buffer.from('Minutes of 12 February. A mentor is named for each of 14 new teachers.\n');

describe('from a partnership to its scorecard, over HTTP', () => {
  let house: HouseOfOne;
  let two: PartnershipOfTwo;
  let commitment: Answered;

  beforeAll(async () => {
    house = await HouseOfOne.open();
    two = await formPartnershipOfTwo(house);
    commitment = await house.recorded(`/partnerships/${two.id}/commitments`, mentorsPromised(two), two.district.behalf);
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const on = (path: string) => `/commitments/${commitment.id}${path}`;

  it('a write is answered with its receipt, an ETag and its position', async () => {
    const response = await house.post(on('/progress'), two.district.behalf).send({
      party: two.district.partyId,
      light: 'on-track',
      narrative: 'Nine of fourteen are named.',
      occurredOn: '2024-11-04',
    });
    expect(response.status).toBe(201);
    const receipt = response.body as Answered;
    expect(receipt).toEqual({
      id: commitment.id,
      stream: commitment.stream,
      revision: '1',
      position: expect.stringMatching(/^\d{20}$/),
      eventIds: [expect.any(String)],
      made: {},
      alreadyRecorded: false,
    });
    expect(response.headers).toMatchObject({ etag: '"1"', 'ledger-position': receipt.position });
  });

  it('free text is kept apart: the event bears its reference alone', async () => {
    const [, reported] = await house.ledger.store.readStream(commitment.stream);
    const { narrative } = reported?.data as { narrative: { text: string; sha256: string } };
    expect(narrative).toEqual({ text: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await house.ledger.texts.read([narrative.text])).get(narrative.text)).toBe('Nine of fourteen are named.');
  });

  it('an act on behalf of a party is that of its role, recorded by who signed in', async () => {
    const [made] = await house.ledger.store.readStream(commitment.stream);
    const { partyId, roleId, personId } = two.district;
    expect(made?.metadata.actor).toEqual({ kind: 'person', personId, partyId, roleId });
    expect(made?.metadata.recordedBy).toEqual({ kind: 'person', id: house.token.split('.')[0] });
  });

  it('a file goes in, is linked, claimed on, judged, and comes out with the same bytes', async () => {
    const evidence = await submitMinutes();
    await house.recorded(
      on('/evidence'),
      {
        evidenceId: evidence.id,
        to: { kind: 'criterion', criterionId: 'named' },
        by: two.district.partyId,
        occurredOn: '2025-02-12',
      },
      two.district.behalf,
    );
    const claim = await house.recorded(
      on('/claims'),
      {
        party: two.district.partyId,
        fulfilledOn: '2025-02-12',
        evidence: [{ evidenceId: evidence.id, revision: 1 }],
        occurredOn: '2025-02-13',
      },
      two.district.behalf,
    );
    const { claimId } = claim.made;
    expect(claimId).toBe(await house.madeBy(claim, 'claimId'));
    const verdict = await house.recorded(
      on(`/claims/${claimId}/verdict`),
      { by: two.union.partyId, verdict: 'met', criteria: [{ criterionId: 'named', verdict: 'met' }], occurredOn: '2025-02-14' },
      two.union.behalf,
    );
    // One hand recorded both sides: the verdict stands once the union itself confirms the claim's and its own record.
    expect(verdict.revision).toBe('4');

    const download = await house.get(`/evidence/${evidence.id}/content`).responseType('blob');
    expect(download.status).toBe(200);
    expect(download.body).toEqual(MINUTES);
    expect(download.headers).toMatchObject({
      'content-type': 'text/plain',
      'content-length': String(MINUTES.length),
      'content-disposition': `attachment; filename="evidence-${evidence.id}-r1"`,
      'x-content-type-options': 'nosniff',
    });
  });

  it('the readers see it: board, commitment, history, timeline, anomalies and scorecard, once the position is in them', async () => {
    const { position } = await house.recorded(on('/follow-ups'), followUp(), two.union.behalf);
    const board = await house.get(
      `/partnerships/${two.id}/commitments?party=${two.union.partyId}&on=2025-02-20&atLeast=${position}`,
    );
    expect(board.body).toMatchObject({
      on: '2025-02-20',
      basis: 'ledger',
      position,
      items: [{ commitmentId: commitment.id, dueOn: '2025-02-15' }],
      next: null,
    });
    expect((await house.get(`/partnerships/${two.id}/commitments?dueFrom=2025-02-16`)).body).toMatchObject({ items: [] });
    expect((await house.get(on(''))).body).toMatchObject({ data: { terms: { statement: 'Every new teacher has a mentor.' } } });

    const history = await house.get(on('/history?limit=2'));
    const { items, next } = history.body as {
      items: { type: string; data: { narrative?: { content: string } } }[];
      next: string;
    };
    expect(items.map(({ type }) => type)).toEqual(['CommitmentMade', 'ProgressReported']);
    expect(items[1]?.data.narrative?.content).toBe('Nine of fourteen are named.');
    const rest = await house.get(on(`/history?limit=100&cursor=${next}`));
    expect((rest.body as { items: { type: string }[] }).items.map(({ type }) => type)).toEqual([
      'EvidenceLinked',
      'FulfilmentClaimed',
      'FulfilmentVerified',
      'FollowedUp',
    ]);

    const timeline = await house.get(`/partnerships/${two.id}/timeline?axis=occurred&from=2025-02-13&to=2025-02-14`);
    expect((timeline.body as { items: { type: string }[] }).items.map(({ type }) => type)).toEqual([
      'FulfilmentClaimed',
      'FulfilmentVerified',
    ]);
    // Scoring line 5: the owner recorded both sides, so the verdict waits for a word of the union.
    const anomalies = await house.get(`/partnerships/${two.id}/anomalies`);
    expect(anomalies.body).toMatchObject({ data: { unconfirmed: [{ commitmentId: commitment.id }] } });

    const scorecard = await house.get(`/partnerships/${two.id}/scorecard?quarter=FY2025-Q3`);
    expect(scorecard.body).toMatchObject({
      basis: 'ledger',
      data: {
        quarter: { name: 'FY2025-Q3' },
        commitments: {
          followThrough: { kept: 1, counted: 1 },
          outcomes: { kept: [{ commitmentId: commitment.id, dueOn: '2025-02-15', doneOn: '2025-02-12' }] },
          beside: { verified: [], onlyClaimed: [{ commitmentId: commitment.id }] },
        },
      },
    });
  });

  it('a reader that asks for more than there is waits, then is told to come again, what was asked for, and where each read model stands', async () => {
    const response = await house.get(`/partnerships/${two.id}?atLeast=${'9'.repeat(20)}`);
    expect([response.status, response.headers['retry-after'], problemIn(response).code]).toEqual([503, '1', 'READ_MODEL_BEHIND']);
    // Every read model has taken in all there is, and none what was asked for.
    const { asked, readModels } = (
      response.body as { behind: { asked: string; readModels: { name: string; reached: string }[] } }
    ).behind;
    const { position } = (await house.get(`/partnerships/${two.id}`)).body as { position: string };
    expect([asked, readModels.find(({ name }) => name === 'timeline')?.reached]).toEqual(['9'.repeat(20), position]);
  }, 20_000);

  it('a reader cannot ask for what will be known', async () => {
    const response = await house.get(`/partnerships/${two.id}?asOf=2999-01-01`);
    expect(problemIn(response)).toMatchObject({ status: 400, errors: [{ field: 'asOf', rule: 'R15' }] });
  });

  it('a later revision leaves the earlier one downloadable; erased, it is gone for good and the other stays', async () => {
    const evidence = await submitMinutes('Minutes with a name in them.\n');
    await house
      .post(`/evidence/${evidence.id}/revisions`, two.district.behalf)
      .field('reason', 'The name is blotted out.')
      .attach('file', Buffer.from('Minutes without the name.\n'), { filename: 'm.txt', contentType: 'text/plain' })
      .expect(201);
    const text = (revision: number) => house.get(`/evidence/${evidence.id}/content?revision=${revision}`);
    expect((await text(1)).text).toBe('Minutes with a name in them.\n');
    expect((await text(2)).text).toBe('Minutes without the name.\n');

    await house.recorded(
      `/evidence/${evidence.id}/erasure`,
      { revision: 1, legalGround: 'Request of the person named' },
      two.district.behalf,
    );
    const erased = await text(1);
    expect(erased.status).toBe(410);
    expect(problemIn(erased)).toMatchObject({ code: 'CONTENT_ERASED', errors: [{ field: 'revision' }] });
    const files: string[] = [];
    for await (const hash of house.ledger.files.all()) files.push(hash);
    expect(files).not.toContain(sha256('Minutes with a name in them.\n'));
    expect((await text(2)).text).toBe('Minutes without the name.\n');
  });

  it('evidence is a text or a link, too; a text is erasable, a link is never fetched', async () => {
    const about = { method: 'testimony', collectedOn: '2025-02', party: two.union.partyId };
    const said = await house.recorded(
      `/partnerships/${two.id}/evidence`,
      { ...about, title: 'A teacher', text: 'My mentor came on Monday.' },
      two.union.behalf,
    );
    expect((await house.get(`/evidence/${said.id}/content`)).text).toBe('My mentor came on Monday.');
    await house.recorded(`/evidence/${said.id}/erasure`, { revision: 1, legalGround: 'Consent withdrawn' }, two.union.behalf);
    expect((await house.get(`/evidence/${said.id}/content`)).status).toBe(410);
    expect(JSON.stringify(await house.everything())).not.toContain('My mentor came on Monday.');

    let fetched = 0;
    const page = createServer((socket) => {
      fetched += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(page, 'listening');
    const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}/mentors`;
    const link = await house.recorded(
      `/partnerships/${two.id}/evidence`,
      { ...about, title: 'A page', link: url },
      two.union.behalf,
    );
    expect(problemIn(await house.get(`/evidence/${link.id}/content`))).toMatchObject({ status: 404, code: 'CONTENT_IS_LINK' });
    expect((await house.get(`/evidence/${link.id}`)).text).toContain(url);
    await house.ledger.settled();
    expect(fetched).toBe(0);
    // The control: whoever asks for it is counted.
    await fetch(url).catch(() => undefined);
    expect(fetched).toBeGreaterThan(0);
    page.close();
  });

  const followUp = () => ({ party: two.union.partyId, asked: 'Do the mentors meet weekly?', occurredOn: '2025-02-17' });

  async function submitMinutes(content: Buffer | string = MINUTES): Promise<Answered> {
    const response = await house
      .post(`/partnerships/${two.id}/evidence`, two.district.behalf)
      .field('title', 'Minutes of the mentoring group')
      .field('method', 'minutes')
      .field('collectedOn', '2025-02-12')
      .field('party', two.district.partyId)
      .field('occurredOn', '2025-02-12')
      .attach('file', Buffer.from(content), { filename: 'minutes.txt', contentType: 'text/plain' });
    if (response.status !== 201) throw new Error(response.text);
    return response.body as Answered;
  }
});
