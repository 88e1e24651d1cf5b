import { readdir } from 'node:fs/promises';
import { request as plainRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_EVIDENCE_BYTES } from '#domain';
import { newId } from '#kernel';
import { HouseOfOne, problemIn, refuses } from './house-of-one.js';
import { formPartnershipOfTwo, type PartnershipOfTwo } from './partnership-of-two.js';

let house: HouseOfOne;
let two: PartnershipOfTwo;

beforeAll(async () => {
  house = await HouseOfOne.open();
  two = await formPartnershipOfTwo(house);
}, 60_000);
afterAll(() => house.close(), 60_000);

describe('a request of a wrong form is refused, and the ledger stays as it was (R15)', () => {
  let before: unknown;

  beforeAll(() => house.recorded(`/partnerships/${two.id}/pause`, { reason: 'Strike', occurredOn: '2025-01-10' }));
  beforeEach(async () => {
    before = await house.everything();
  });
  afterEach(async () => {
    expect(await house.everything()).toEqual(before);
    expect(await leftBehind()).toEqual([]);
  });

  const leftBehind = async () =>
    (await Promise.all(['incoming', 'held'].map((folder) => readdir(join(house.folder, 'files', folder))))).flat();
  const resumption = () => house.post(`/partnerships/${two.id}/resumption`);
  const upload = (partnershipId = two.id) =>
    house
      .post(`/partnerships/${partnershipId}/evidence`, two.district.behalf)
      .field('title', 'Minutes')
      .field('method', 'minutes')
      .field('collectedOn', '2025-02-12')
      .field('party', two.district.partyId);
  const file = (content: string | Buffer, contentType: string, filename = 'minutes') =>
    upload().attach('file', Buffer.from(content), { filename, contentType });

  describe('a body', () => {
    // Every word of a resumption may be left out: unread, it would be recorded as of today and without its reason.
    it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/merge-patch+json'])(
      'of type %s is refused, never passed over',
      (type) =>
        refuses(resumption().set('Content-Type', type).send('{"occurredOn":"2025-01-20"}'), [
          415,
          'CONTENT_TYPE_REFUSED',
          'Content-Type',
          'R15',
        ]),
    );
    it('of a form, where no file is taken', () =>
      refuses(resumption().field('reason', 'The strike is over'), [415, 'CONTENT_TYPE_REFUSED', 'Content-Type', 'R15']));
    it('in an encoding that is not taken', () =>
      refuses(resumption().set('Content-Type', 'application/json; charset=latin1').send('{}'), [
        415,
        'ENCODING_REFUSED',
        'Content-Type',
        'R15',
      ]));
    it('compressed in a way that is not taken', () =>
      refuses(resumption().set('Content-Type', 'application/json').set('Content-Encoding', 'compress').send('{}'), [
        415,
        'ENCODING_REFUSED',
        'Content-Encoding',
        'R15',
      ]));
    it('that is not UTF-8', () => {
      const asked = resumption().set('Content-Type', 'application/json');
      asked.write(Buffer.from('{"reason":"caf\xe9"}', 'latin1'));
      return refuses(asked, [400, 'INVALID_INPUT', 'body', 'R15']);
    });
    it.each([33, 100_000])('that nests %i levels deep', (levels) => {
      const data = `${'{"a":'.repeat(levels - 2)}1${'}'.repeat(levels - 2)}`;
      const body = `{"corrects":"${newId()}","reason":"x","replacement":{"occurredOn":"2024-07-01","data":${data}}}`;
      const asked = house.post(`/partnerships/${two.id}/corrections`).set('Content-Type', 'application/json').send(body);
      return refuses(asked, [400, 'INVALID_INPUT', 'body', 'R15']);
    });
  });

  describe('a file', () => {
    it('of one byte more than 25 MiB', () =>
      refuses(file(Buffer.alloc(MAX_EVIDENCE_BYTES + 1, 'a'), 'text/plain'), [413, 'FILE_TOO_LARGE', 'file', 'R15']));
    it('of no bytes', () => refuses(file('', 'text/plain'), [400, 'INVALID_INPUT', 'file', 'R15']));
    it('beside a second one', () =>
      refuses(file('a', 'text/plain').attach('file', Buffer.from('b'), 'b.txt'), [400, 'MALFORMED_BODY', 'file', 'R15']));
    it('in another field', () =>
      refuses(upload().attach('scan', Buffer.from('a'), 'a.txt'), [400, 'MALFORMED_BODY', 'scan', 'R15']));
    it('of PDF that is called text', () =>
      refuses(file('%PDF-1.7\n', 'text/plain', 'minutes.txt'), [415, 'MEDIA_TYPE_REFUSED', 'file', 'R15']));
    it.each(['image/png', 'text/html'])('of HTML that is called %s', (type) =>
      refuses(file('<html><script>alert(1)</script></html>', type), [415, 'MEDIA_TYPE_REFUSED', 'file', 'R15']),
    );
    it('without a command id', () =>
      refuses(file('minutes', 'text/plain').unset('Idempotency-Key'), [400, 'INVALID_INPUT', 'Idempotency-Key', 'R14']));
    it('for a partnership that is not there', () =>
      refuses(upload(newId()).attach('file', Buffer.from('minutes'), 'm.txt'), [404, 'NOT_FOUND', 'id', 'R15']));
    it('with a field longer than 256 KiB', () =>
      refuses(file('minutes', 'text/plain').field('text', 'a'.repeat(300_000)), [400, 'MALFORMED_BODY', 'text', 'R15']));
    it('whose sender hangs up leaves nothing behind', async () => {
      const address = new URL(house.address(`/partnerships/${two.id}/evidence`));
      const headers = { authorization: `Bearer ${house.token}`, 'content-type': 'multipart/form-data; boundary=x' };
      const asked = plainRequest(address, { method: 'POST', headers: { ...headers, 'idempotency-key': newId() } });
      asked.on('error', () => undefined);
      asked.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\ncontent-type: text/plain\r\n\r\nhalf');
      while ((await leftBehind()).length === 0) await new Promise((resolve) => setImmediate(resolve));
      asked.destroy();
      while ((await leftBehind()).length > 0) await new Promise((resolve) => setImmediate(resolve));
    });
  });

  describe('an address', () => {
    it('that is not percent-encoded', () =>
      refuses(house.get('/partnerships/%zz'), [400, 'MALFORMED_ADDRESS', 'address', 'R15']));
    it.each(['..%2f..%2fowner-token', '%00', "1'--", '%2e%2e%5cowner-token'])('with %s for an id', (id) =>
      refuses(house.get(`/evidence/${id}/content`), [404, 'NOT_FOUND', 'id', 'R15']),
    );
    it.each([
      ['asOf=garbage', 'asOf'],
      ['asOf=2025-01-01&asOf=2025-01-02', 'asOf'],
      ['asOf=2999-01-01', 'asOf'],
      ['on=2025-02-29', 'on'],
      ['on=9999-12-31', 'on'],
      ['basis=hearsay', 'basis'],
      ['atLeast=-1', 'atLeast'],
      ['limit=-1', 'limit'],
      ['limit=0', 'limit'],
      ['limit=501', 'limit'],
      ['limit=1e2', 'limit'],
      ['cursor=tampered', 'cursor'],
      ['colour=red', 'colour'],
    ])('that asks %s', (query, field) =>
      refuses(house.get(`/partnerships/${two.id}/parties?${query}`), [400, 'INVALID_INPUT', field, 'R15']),
    );
    it('says of a limit once what it may be', async () => {
      const { errors } = problemIn(await house.get(`/partnerships/${two.id}/parties?limit=-1`));
      expect(errors).toEqual([{ field: 'limit', rule: 'R15', message: 'wanted a whole number from 1 to 500' }]);
    });
  });

  describe('a token', () => {
    it.each(['token', 'access_token'])('in the query string as %s', (name) =>
      refuses(house.get(`/partnerships?${name}=${house.token}`).unset('Authorization'), [
        401,
        'UNAUTHENTICATED',
        'Authorization',
        'R1',
      ]),
    );
    it('that begins as the right one does', () =>
      refuses(house.get('/partnerships').set('Authorization', `Bearer ${house.token.slice(0, -1)}`), [
        401,
        'UNAUTHENTICATED',
        'Authorization',
        'R1',
      ]));
  });
});

describe('what is answered', () => {
  it.each(['/partnerships', '/nothing', '/health/ready'])('%s is kept by no cache, sniffed by no browser', async (path) => {
    const { headers } = await house.get(path);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(Object.keys(headers)).not.toContain('x-powered-by');
    // An ETag is a revision, which a read has not.
    expect(Object.keys(headers)).not.toContain('etag');
  });

  it('a file of exactly 25 MiB is kept, whatever its name', async () => {
    const response = await house
      .post(`/partnerships/${two.id}/evidence`, two.district.behalf)
      .field('title', 'Minutes')
      .field('method', 'minutes')
      .field('collectedOn', '2025-02-12')
      .field('party', two.district.partyId)
      .attach('file', Buffer.alloc(MAX_EVIDENCE_BYTES, 'a'), { filename: '../../"ü\\\n;.txt', contentType: 'text/plain' });
    expect(response.status).toBe(201);
    const { id } = response.body as { id: string };
    const download = await house.get(`/evidence/${id}/content`).responseType('blob');
    expect((download.body as Buffer).length).toBe(MAX_EVIDENCE_BYTES);
    expect(download.headers['content-disposition']).toBe(`attachment; filename="evidence-${id}-r1"`);
  });
});
