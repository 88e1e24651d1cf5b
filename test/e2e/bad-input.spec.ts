import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, type Instant, newId } from '#kernel';
import { type Answered, HouseOfOne, problemIn, refuses } from './house-of-one.js';
import { CALENDAR, formPartnershipOfTwo, mentorsPromised, type PartnershipOfTwo } from './partnership-of-two.js';

const TODAY = dayOf(new Date().toISOString() as Instant, CALENDAR.timeZone);

let house: HouseOfOne;
let two: PartnershipOfTwo;

beforeAll(async () => {
  house = await HouseOfOne.open();
  two = await formPartnershipOfTwo(house);
}, 60_000);
afterAll(() => house.close(), 60_000);

describe('bad input over HTTP is refused by field and rule, and the ledger stays as it was (R15)', () => {
  let commitment: Answered;
  let before: unknown;

  beforeAll(async () => {
    commitment = await house.recorded(`/partnerships/${two.id}/commitments`, mentorsPromised(two), two.district.behalf);
  });
  beforeEach(async () => {
    before = await house.everything();
  });
  afterEach(async () => {
    expect(await house.everything()).toEqual(before);
    // Nothing of a refused upload is left behind, neither its bytes nor its marker.
    for (const folder of ['incoming', 'held']) expect(await readdir(join(house.folder, 'files', folder))).toEqual([]);
  });

  const made = (changes: object) =>
    house.post(`/partnerships/${two.id}/commitments`, two.district.behalf).send({ ...mentorsPromised(two), ...changes });
  const upload = (bytes: Buffer, contentType: string) =>
    house
      .post(`/partnerships/${two.id}/evidence`, two.district.behalf)
      .field('title', 'Minutes')
      .field('method', 'minutes')
      .field('collectedOn', '2025-02-12')
      .field('party', two.district.partyId)
      .attach('file', bytes, { filename: 'minutes', contentType });

  describe('a commitment', () => {
    it('owed by an unknown party', async () => {
      const party = newId();
      await refuses(made({ shares: [{ party }] }), [422, 'RULE_16', 'shares[0].party', 'R16']);
    });
    it('due before it was made', () => refuses(made({ dueOn: '2024-09-01' }), [422, 'RULE_2', 'dueOn', 'R2']));
    it('made in the future', () =>
      refuses(made({ occurredOn: addDays(TODAY, 2), dueOn: addDays(TODAY, 9) }), [422, 'RULE_15', 'occurredOn', 'R15']));
    it('without a statement', () => refuses(made({ statement: '  ' }), [400, 'INVALID_INPUT', 'statement', 'R15']));
    it('with a day that does not exist', () => refuses(made({ dueOn: '2025-02-29' }), [400, 'INVALID_INPUT', 'dueOn', 'R15']));
    it('with no day, and no word that it has none', () =>
      refuses(made({ dueOn: undefined }), [400, 'INVALID_INPUT', 'dueOn', 'R15']));
    it('with a property that is not known', () => refuses(made({ status: 'kept' }), [400, 'INVALID_INPUT', 'status', 'R15']));
    it('with an unknown property inside a share', () =>
      refuses(made({ shares: [{ party: two.district.partyId, done: true }] }), [400, 'INVALID_INPUT', 'shares[0].done', 'R15']));
    it('with null for what may be left out', () => refuses(made({ goalId: null }), [400, 'INVALID_INPUT', 'goalId', 'R15']));
    it('with half a character in its statement', () =>
      refuses(made({ statement: 'Every \ud800 teacher' }), [400, 'INVALID_INPUT', 'statement', 'R15']));
    it('names each field that is missing, once, and what is wanted there', async () => {
      const response = await house.post(`/partnerships/${two.id}/commitments`, two.district.behalf).send({});
      expect(problemIn(response).errors.map(({ field, message }) => `${field}: ${message}`)).toEqual([
        'statement: wanted words: not empty, at most 2000 characters',
        'shares: wanted a list of at most 500 objects',
        'owedTo: wanted a list of 0 to 500 ids (UUID)',
        'owner: wanted "without-owner" or an object',
        'dueBasis: wanted one of stated, assumed, none',
      ]);
    });

    it('names every wrong field at once', async () => {
      const { errors } = problemIn(await made({ statement: '', dueOn: 'soon', owedTo: 'all' }));
      expect(new Set(errors.map(({ field }) => field))).toEqual(new Set(['statement', 'dueOn', 'owedTo']));
    });
  });

  describe('a body', () => {
    const posting = (body: string, type = 'application/json') =>
      house.post('/organizations').set('Content-Type', type).send(body);
    it('that is not JSON', () => refuses(posting('{"name": "North'), [400, 'MALFORMED_BODY', 'body', 'R15']));
    it('that is a list', () => refuses(posting('[1]'), [400, 'INVALID_INPUT', 'name', 'R15']));
    it('that is empty', () => refuses(posting(''), [400, 'INVALID_INPUT', 'name', 'R15']));
    it('of more than a megabyte', () =>
      refuses(posting(JSON.stringify({ name: 'a'.repeat(1_100_000) })), [413, 'BODY_TOO_LARGE', 'body', 'R15']));
  });

  describe('a file', () => {
    it('of 26 MiB', () =>
      refuses(upload(Buffer.alloc(26 * 1024 * 1024, 'a'), 'text/plain'), [413, 'FILE_TOO_LARGE', 'file', 'R15']));
    it('of a wrong media type', () =>
      refuses(upload(Buffer.from('MZ\x90\0\x03', 'latin1'), 'application/pdf'), [415, 'MEDIA_TYPE_REFUSED', 'file', 'R15']));
    it('that is not what it is declared to be', () =>
      refuses(upload(Buffer.from('%PDF-1.7\n'), 'image/png'), [415, 'MEDIA_TYPE_REFUSED', 'file', 'R15']));
    it('that is missing, with no link and no text', () =>
      refuses(
        house
          .post(`/partnerships/${two.id}/evidence`, two.district.behalf)
          .send({ title: 'Minutes', method: 'minutes', collectedOn: '2025-02-12', party: two.district.partyId }),
        [400, 'INVALID_INPUT', 'file', 'R15'],
      ));
    it('beside a text', () =>
      refuses(upload(Buffer.from('minutes'), 'text/plain').field('text', 'minutes'), [400, 'INVALID_INPUT', 'file', 'R15']));
    it('whose words are wrong', () =>
      refuses(upload(Buffer.from('minutes'), 'text/plain').field('expiresOn', 'never'), [
        400,
        'INVALID_INPUT',
        'expiresOn',
        'R15',
      ]));
    it('of a party that a rule refuses', () =>
      refuses(upload(Buffer.from('minutes of the union'), 'text/plain').set(two.union.behalf), [422, 'RULE_1', 'party', 'R1']));
    it('without a command id', () =>
      refuses(upload(Buffer.from('minutes'), 'text/plain').set('Idempotency-Key', 'no uuid'), [
        400,
        'INVALID_INPUT',
        'Idempotency-Key',
        'R14',
      ]));
  });

  describe('who asks', () => {
    it('with a wrong token', () =>
      refuses(house.post('/organizations').set('Authorization', 'Bearer guessed'), [
        401,
        'UNAUTHENTICATED',
        'Authorization',
        'R1',
      ]));
    it('with no token, also to read', async () => {
      const response = await house.get('/partnerships').unset('Authorization');
      expect([response.status, problemIn(response).code, response.headers['www-authenticate']]).toEqual([
        401,
        'UNAUTHENTICATED',
        'Bearer',
      ]);
    });
    it('without a command id', () =>
      refuses(house.post('/organizations').unset('Idempotency-Key').send({ name: 'North', kind: 'district' }), [
        400,
        'INVALID_INPUT',
        'Idempotency-Key',
        'R14',
      ]));
    it('on behalf of a role that is not there', () =>
      refuses(made({}).set('On-Behalf-Of', `${two.district.partyId}/${newId()}`), [404, 'NOT_FOUND', 'On-Behalf-Of', 'R15']));
    it("on behalf of one party in another's role", () =>
      refuses(made({}).set('On-Behalf-Of', `${two.district.partyId}/${two.union.roleId}`), [
        404,
        'NOT_FOUND',
        'On-Behalf-Of',
        'R15',
      ]));
    it('on behalf of nobody that can be read', () =>
      refuses(made({}).set('On-Behalf-Of', 'the district'), [400, 'INVALID_INPUT', 'On-Behalf-Of', 'R15']));
  });

  describe('what is not there, or not yours', () => {
    const progress = { light: 'on-track', occurredOn: '2024-11-04' };
    it('a commitment of another ledger', () =>
      refuses(house.post(`/commitments/${newId()}/progress`).send(progress), [404, 'NOT_FOUND', 'id', 'R15']));
    it('an id that is none', () =>
      refuses(house.post('/commitments/1/progress').send(progress), [404, 'NOT_FOUND', 'id', 'R15']));
    it('a partnership asked for as a commitment', () =>
      refuses(house.post(`/commitments/${two.id}/progress`).send(progress), [404, 'NOT_FOUND', 'id', 'R15']));
    it('a claim of another commitment', () =>
      refuses(house.post(`/commitments/${commitment.id}/claims/${newId()}/withdrawal`, two.district.behalf).send({}), [
        404,
        'NOT_FOUND',
        'claimId',
        'R16',
      ]));
    it('an address with nothing at it', async () => {
      const response = await house.post('/nothing').send({});
      expect([response.status, problemIn(response).code]).toEqual([404, 'NO_SUCH_ROUTE']);
    });
  });

  describe('what somebody decided on', () => {
    const progress = { light: 'at-risk', occurredOn: '2024-12-02' };
    it('an older revision: stale', () =>
      refuses(
        house
          .post(`/commitments/${commitment.id}/progress`, { ...two.district.behalf, 'If-Match': '"7"' })
          .send({ ...progress, party: two.district.partyId }),
        [412, 'STALE_REVISION', 'If-Match', 'R14'],
      ));
    it('a revision that is none', () =>
      refuses(house.post(`/commitments/${commitment.id}/progress`, { 'If-Match': '7' }).send(progress), [
        400,
        'INVALID_INPUT',
        'If-Match',
        'R15',
      ]));
  });
});

describe('a repeated command (R14)', () => {
  const promise = (key: string, changes: object = {}) =>
    house
      .post(`/partnerships/${two.id}/commitments`, { ...two.district.behalf, 'Idempotency-Key': key })
      .send({ ...mentorsPromised(two), ...changes });

  it('is answered 200 with the first receipt, and records nothing more', async () => {
    const key = newId();
    const first = await promise(key);
    const before = await house.everything();
    const again = await promise(key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual({ ...(first.body as Answered), alreadyRecorded: true });
    expect(again.headers['etag']).toBe(first.headers['etag']);
    expect(await house.everything()).toEqual(before);
  });

  it('five copies at once make one commitment', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => promise(key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => (body as Answered).id)).size).toBe(1);
  });

  it('with other content is refused, and the ledger stays as it was', async () => {
    const key = newId();
    await promise(key);
    const before = await house.everything();
    const other = promise(key, { statement: 'Every second teacher has a mentor.' });
    await refuses(other, [422, 'COMMAND_REUSED', 'Idempotency-Key', 'R14']);
    expect(await house.everything()).toEqual(before);
  });

  it('for an act on something else is refused, too', async () => {
    const key = newId();
    await promise(key);
    const before = await house.everything();
    const other = house.post('/organizations', { 'Idempotency-Key': key }).send({ name: 'North', kind: 'school' });
    await refuses(other, [422, 'COMMAND_REUSED', 'Idempotency-Key', 'R14']);
    expect(await house.everything()).toEqual(before);
  });

  it('with another free text is refused, too', async () => {
    const { id } = (await promise(newId())).body as Answered;
    const key = newId();
    const report = (narrative: string) =>
      house
        .post(`/commitments/${id}/progress`, { ...two.district.behalf, 'Idempotency-Key': key })
        .send({ party: two.district.partyId, light: 'on-track', narrative, occurredOn: '2024-11-04' });
    expect((await report('Nine are named.')).status).toBe(201);
    const before = await house.everything();
    expect((await report('Nine are named.')).status).toBe(200);
    expect((await report('Ten are named.')).status).toBe(422);
    expect(await house.everything()).toEqual(before);
  });

  it('of an upload with the same file is answered 200; with another file it is refused and that file is not kept', async () => {
    const key = newId();
    const upload = (content: string) =>
      house
        .post(`/partnerships/${two.id}/evidence`, { ...two.district.behalf, 'Idempotency-Key': key })
        .field('title', 'Minutes')
        .field('method', 'minutes')
        .field('collectedOn', '2025-02-12')
        .field('party', two.district.partyId)
        .attach('file', Buffer.from(content), { filename: 'm.txt', contentType: 'text/plain' });
    expect((await upload('first')).status).toBe(201);
    const before = await house.everything();
    expect((await upload('first')).status).toBe(200);
    const other = await upload('second');
    expect([other.status, problemIn(other).code]).toEqual([422, 'COMMAND_REUSED']);
    expect(await house.everything()).toEqual(before);
  });

  it('that is already true records nothing and says so', async () => {
    const { id } = await house.recorded('/organizations', { name: 'North', kind: 'school' });
    await house.recorded(`/organizations/${id}/aliases`, { alias: 'Northside' });
    const again = await house.post(`/organizations/${id}/aliases`).send({ alias: 'Northside' });
    expect([again.status, (again.body as Answered).alreadyRecorded, (again.body as Answered).eventIds]).toEqual([200, true, []]);
  });
});
