import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { NamedTokens, type TokenMade } from '#http';
import { newId } from '#kernel';
import { PinoLogger } from '#platform';
import { metricIn } from '../support/metrics.js';
import { HouseOfOne, problemIn, refuses } from './house-of-one.js';
import { formPartnershipOfTwo, type PartnershipOfTwo } from './partnership-of-two.js';

type Packed = Readonly<{ packed: Buffer; size: number }>;

/** 1 GiB of nothing, packed: the same 16 MiB again and again, for it would not fit into memory at once. */
const BOMB: Packed = (() => {
  const piece = Buffer.alloc(16 * 1024 * 1024);
  const packed = deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH });
  const pieces = Array.from({ length: 64 }, () => packed);
  return { packed: Buffer.concat([...pieces, deflateRawSync(Buffer.alloc(0))]), size: 64 * piece.length };
})();

/** A zip, byte by byte. */
function zipOf(...files: readonly (readonly [name: string, content: string | Packed])[]): Buffer {
  return Buffer.concat(
    files.flatMap(([name, content]) => {
      const { packed, size } =
        typeof content === 'string' ? { packed: deflateRawSync(content), size: Buffer.byteLength(content) } : content;
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(20, 4);
      header.writeUInt16LE(8, 8);
      header.writeUInt32LE(packed.length, 18);
      header.writeUInt32LE(size, 22);
      header.writeUInt16LE(name.length, 26);
      return [header, Buffer.from(name), packed];
    }),
  );
}

const LIMITS = { requestsPerMinute: 200, failuresPerMinute: 40 };

describe('the door: what every request meets before a route does', () => {
  let house: HouseOfOne;
  let two: PartnershipOfTwo;
  let viewer: TokenMade;
  let broken: TokenMade;
  const log: string[] = [];
  /** Every answer to a request that bore a secret where none belongs. */
  const answers: string[] = [];

  beforeAll(async () => {
    house = await HouseOfOne.open({ limits: LIMITS, log: new PinoLogger('debug', { write: (line) => log.push(line) }) });
    two = await formPartnershipOfTwo(house);
    const tokens = new NamedTokens(house.folder);
    viewer = await tokens.add({ name: 'viewer', role: 'viewer' });
    broken = await tokens.add({ name: 'broken', role: 'viewer' });
  }, 60_000);
  afterAll(() => house.close(), 60_000);

  const asked = (path: string, token: string) => house.get(path).set('Authorization', `Bearer ${token}`);
  /** Where the server listens, for who speaks to it byte by byte. */
  const socket = () => {
    const { hostname, port } = new URL(house.address('/'));
    return connect(Number(port), hostname);
  };

  describe('a method', () => {
    const base = () => new URL(house.address('/')).origin;
    const by = (method: 'options' | 'put' | 'patch' | 'delete' | 'post' | 'head', path: string) =>
      request(base())[method](`/api/v1${path}`).set('Authorization', `Bearer ${house.token}`);

    it.each([
      ['options', '/partnerships', 'GET, HEAD, POST'],
      ['put', '/partnerships', 'GET, HEAD, POST'],
      ['patch', '/tokens', 'GET, HEAD, POST'],
      ['delete', `/commitments/${newId()}`, 'GET, HEAD'],
      ['post', '/health/live', 'GET, HEAD'],
      ['delete', `/evidence/${newId()}/corrections`, 'POST'],
    ] as const)('%s of %s, which is there, is answered 405 with what is allowed', async (method, path, allow) => {
      const response = await by(method, path);
      expect([response.status, problemIn(response).code, response.headers['allow']]).toEqual([405, 'METHOD_NOT_ALLOWED', allow]);
    });

    it('of an address with nothing at it is answered 404, whatever it is', async () => {
      const response = await by('put', '/nothing/at/all');
      expect([response.status, problemIn(response).code]).toEqual([404, 'NO_SUCH_ROUTE']);
    });

    it('HEAD is answered as GET is, without the body', async () => {
      const response = await by('head', '/partnerships');
      expect([response.status, response.text ?? '']).toEqual([200, '']);
    });

    it('from another origin is told of no leave to read the answer', async () => {
      const plain = await house.get('/partnerships').set('Origin', 'https://example.org');
      const preflight = await by('options', '/partnerships')
        .set('Origin', 'https://example.org')
        .set('Access-Control-Request-Method', 'POST');
      for (const { headers } of [plain, preflight])
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    });
  });

  describe('an answer', () => {
    it.each(['/partnerships', '/nothing', '/health/live', '/../outside'])('to %s bears the headers of data', async (path) => {
      const { headers } = await house.get(path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(Object.keys(headers)).not.toContain('x-powered-by');
    });
  });

  describe('a body', () => {
    const posted = (body: string | Buffer) =>
      house
        .post('/organizations')
        .set('Content-Type', 'application/json')
        .send(body as string);

    it('of who has not signed in is not read', async () => {
      const talk = socket();
      talk.write(
        'POST /api/v1/organizations HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{',
      );
      const [head] = (await new Promise<Buffer>((resolve) => talk.once('data', resolve))).toString().split('\r\n');
      talk.destroy();
      expect(head).toBe('HTTP/1.1 401 Unauthorized');
    });

    it('that is small and unpacks to much is refused as too large', async () => {
      const bomb = gzipSync(Buffer.from(`{"name":"${'a'.repeat(50_000_000)}"}`));
      expect(bomb.length).toBeLessThan(100_000);
      const sent = house.post('/organizations').set({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
      sent.write(bomb);
      await refuses(sent, [413, 'BODY_TOO_LARGE', 'body', 'R15']);
    });

    it('of many small values is refused as too large', () =>
      refuses(posted(`{"name":"x","kind":[${'1,'.repeat(30_000)}1]}`), [413, 'BODY_TOO_LARGE', 'body', 'R15']));

    it.each(['__proto__', 'constructor', 'prototype'])('that names %s changes nothing but its own refusal', async (name) => {
      await refuses(posted(`{"name":"North","kind":"school","${name}":{"isOwner":true}}`), [400, 'INVALID_INPUT', name, 'R15']);
      expect(Object.hasOwn(Object.prototype, 'isOwner')).toBe(false);
    });
  });

  describe('a request that is hardly one', () => {
    const answerTo = async (bytes: string) => {
      const talk = socket();
      talk.on('error', () => undefined);
      talk.write(bytes);
      const [head = '', body = ''] = (await text(talk)).split('\r\n\r\n');
      return { head, problem: JSON.parse(body) as { status: number; code: string } };
    };

    it('with headers of more than 16 KiB is answered in a problem', async () => {
      const { head, problem } = await answerTo(
        `GET /api/v1/partnerships HTTP/1.1\r\nHost: here\r\nX-Much: ${'a'.repeat(17_000)}\r\n\r\n`,
      );
      expect(head).toMatch(/^HTTP\/1\.1 431 [\s\S]*application\/problem\+json/);
      expect(problem).toMatchObject({ status: 431, code: 'HEADERS_TOO_LARGE' });
    });

    it.each([
      ['is not HTTP', 'hello\r\n\r\n'],
      ['says two lengths', 'POST /api/v1/x HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
      [
        'hides one request in another',
        'POST /api/v1/x HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
      ],
    ])('and %s is answered in a problem, and the connection ends', async (_what, bytes) => {
      const { head, problem } = await answerTo(bytes);
      expect(head).toMatch(/^HTTP\/1\.1 400 [\s\S]*Connection: close/);
      expect(problem).toMatchObject({ status: 400, code: 'MALFORMED_REQUEST' });
    });
  });

  describe('a file is judged by its content', () => {
    const upload = (bytes: Buffer | string, contentType: string, filename: string) =>
      house
        .post(`/partnerships/${two.id}/evidence`, two.district.behalf)
        .field('title', 'Minutes')
        .field('method', 'minutes')
        .field('collectedOn', '2025-02-12')
        .field('party', two.district.partyId)
        .attach('file', Buffer.from(bytes), { filename, contentType });

    const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    it.each([
      ['SVG that is called PDF', SVG, 'application/pdf', 'minutes.pdf'],
      ['SVG', SVG, 'image/svg+xml', 'minutes.svg'],
      ['HTML that is called PDF', '<html><script>alert(1)</script></html>', 'application/pdf', 'minutes.pdf'],
      ['HTML that begins with a comment', '<!-- %PDF-1.7 --><html></html>', 'application/pdf', 'minutes.pdf'],
      ['a picture that is a program, called a program', 'GIF89a=1;alert(1)//', 'text/javascript', 'a.js'],
      ['a program for Windows', 'MZ\x90\0\x03', 'application/octet-stream', 'minutes.pdf'],
      ['any zip', zipOf(['a.txt', 'a']), 'application/zip', 'minutes.zip'],
    ])('%s is refused', (_what, bytes, type, name) =>
      refuses(upload(bytes, type, name), [415, 'MEDIA_TYPE_REFUSED', 'file', 'R15']),
    );

    it.each([
      ['a PDF that is HTML, too', '%PDF-1.7\n<html><script>alert(1)</script></html>', 'application/pdf'],
      ['a picture that is a program, too', 'GIF89a/*\0\0*/=1;alert(1)//', 'image/gif'],
      ['HTML that is called text', '<html><script>alert(1)</script></html>', 'text/plain'],
    ])('%s is handed out as what it was taken for, as an attachment that runs nothing', async (_what, bytes, type) => {
      const { id } = (await upload(bytes, type, 'minutes').expect(201)).body as { id: string };
      const { headers } = await house.get(`/evidence/${id}/content`).responseType('blob');
      expect(headers).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="evidence-${id}-r1"`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
      });
    });

    it.each([
      ['a path', '../../../owner-token'],
      ['a path of Windows', 'C:\\owner-token'],
      ['a line', 'minutes"\r\nSet-Cookie: a=b'],
      ['letters from right to left', 'minutes\u202Efdp.exe'],
    ])('its name is not looked at: one with %s is kept under its hash and handed out under its id', async (_what, name) => {
      const { id } = (await upload(`Minutes of ${newId()}`, 'text/plain', name).expect(201)).body as { id: string };
      const { headers } = await house.get(`/evidence/${id}/content`);
      expect(headers['content-disposition']).toBe(`attachment; filename="evidence-${id}-r1"`);
      expect(Object.keys(headers)).not.toContain('set-cookie');
    });

    it('its name bears no NUL', () =>
      refuses(upload('Minutes', 'text/plain', 'minutes\0.pdf'), [400, 'MALFORMED_BODY', 'body', 'R15']));

    it('a document that would unpack to 1 GiB is not unpacked', async () => {
      const before = process.memoryUsage().rss;
      const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      const types = `<Types><Override ContentType="${SHEET}.main+xml"/></Types>`;
      // Either where its type is told, which is looked at, or where its words would be, which nobody reads.
      await refuses(upload(zipOf(['[Content_Types].xml', BOMB], ['b', '']), SHEET, 'a.xlsx'), [
        415,
        'MEDIA_TYPE_REFUSED',
        'file',
        'R15',
      ]);
      await upload(zipOf(['[Content_Types].xml', types], ['xl/sheet1.xml', BOMB]), SHEET, 'a.xlsx').expect(201);
      expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 * 1024);
    }, 30_000);
  });

  describe('no secret is said', () => {
    const secretsOf = () => [house.token, viewer.token, broken.token].map((token) => token.slice(token.indexOf('.') + 1));

    it('not in an answer, wherever a token came by mistake', async () => {
      await writeFile(join(house.folder, 'tokens', 'broken.json'), 'half');
      const token = viewer.token;
      const requests = [
        house.get(`/partnerships?token=${token}`),
        house.get(`/partnerships?${token}=1`),
        house.get(`/partnerships/${two.id}/parties?cursor=${token}`),
        house.get(`/partnerships?access_token=${house.token}`).unset('Authorization'),
        house.get('/partnerships').unset('Authorization').set('Cookie', `token=${house.token}`),
        house.get('/partnerships').set('Authorization', `Basic ${house.token}`),
        house.get('/partnerships').set('Authorization', `Bearer ${house.token}x`),
        house.get('/partnerships').set('Authorization', `Bearer x${viewer.token}`),
        house.get(`/partnerships/${token}`),
        house.get(`/${token}/${house.token}`),
        house.get(`/evidence/${house.token}/content`),
        house.post(`/tokens/${token}/revocation`),
        house.post('/tokens').send({ name: token, role: token }),
        house.post('/organizations').send({ name: 'North', kind: token, [token]: token }),
        house.post('/organizations').set('Idempotency-Key', token).send({ name: 'North', kind: 'school' }),
        house.post('/organizations').set('Content-Type', token).send('{}'),
        house.post('/organizations').set('Content-Type', 'application/json').send(`{"name": ${token}`),
        house.post(`/partnerships/${two.id}/pause`).set('On-Behalf-Of', token).send({}),
        house.post(`/partnerships/${two.id}/pause`).set('If-Match', token).send({}),
        asked('/partnerships', broken.token),
      ];
      const statuses: number[] = [];
      for (const sent of requests) {
        const { status, text: body, headers } = await sent;
        statuses.push(status);
        answers.push(body + JSON.stringify(headers));
      }
      expect(new Set(statuses)).toEqual(new Set([400, 401, 404, 415, 500]));
      for (const secret of secretsOf()) for (const answer of answers) expect(answer).not.toContain(secret);
    });

    it('not in the log, where what broke is told all the same', () => {
      const said = log.join('');
      expect(said).toContain('TOKEN_UNREADABLE');
      for (const secret of secretsOf()) expect(said).not.toContain(secret);
    });

    it('and what an error of somebody else would say of one is struck out', () => {
      const lines: string[] = [];
      new PinoLogger('error', { write: (line) => lines.push(line) }).error(
        new Error(`cannot GET /?token=${viewer.token}`),
        'http',
      );
      expect(lines.join('')).toContain('cannot GET /?token=[token]');
    });
  });

  describe('metrics', () => {
    it('need a token that may watch', async () => {
      expect((await house.get('/metrics').unset('Authorization')).status).toBe(401);
      expect((await asked('/metrics', viewer.token)).status).toBe(200);
    });

    it('count requests by route and status, appends, refusals, and say how far the read models are', async () => {
      await asked(`/partnerships/${two.id}`, viewer.token);
      await house.ledger.settled();
      const { text: said, headers } = await asked('/metrics', viewer.token);
      expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
      const value = (line: string) => metricIn(said, line);
      const count = 'throughline_http_request_duration_seconds_count';
      expect(value(`${count}{method="GET",route="/api/v1/partnerships/:id",status="200"}`)).toBeGreaterThanOrEqual(1);
      expect(value(`${count}{method="other",route="none",status="405"}`)).toBeGreaterThanOrEqual(4);
      // Forming two: a partnership, two parties, two roles; beside them two organizations.
      expect(value('throughline_appended_events_total{family="partnership"}')).toBe(5);
      expect(value('throughline_refused_requests_total{code="UNAUTHENTICATED"}')).toBeGreaterThanOrEqual(4);
      expect(value('throughline_projection_lag_events{projection="partnerships"}')).toBe(0);
      expect(value('throughline_projection_parked_events{projection="partnerships"}')).toBe(0);
      expect(value('throughline_store_reachable')).toBe(1);
    });

    it('name no id, no name and no token', async () => {
      const { text: said } = await asked('/metrics', viewer.token);
      expect(said).not.toContain(two.id);
      expect(said).not.toContain('Northfield');
      expect(said).not.toContain(viewer.token);
      expect(said).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    });
  });

  // Last: what is used up here is used up for the whole minute.
  describe('who asks too often', () => {
    it('fails to sign in so often and no oftener, whatever address it claims; a good token passes all the while', async () => {
      const attempt = (n: number) =>
        house.get('/partnerships').set({ Authorization: `Bearer guess-${n}`, 'X-Forwarded-For': `203.0.113.${n}` });
      const statuses: number[] = [];
      // Twice as often: a minute may end meanwhile.
      for (let n = 0; n <= 2 * LIMITS.failuresPerMinute && !statuses.includes(429); n += 1)
        statuses.push((await attempt(n % 250)).status);
      expect(new Set(statuses)).toEqual(new Set([401, 429]));
      const refused = await attempt(0);
      expect(problemIn(refused)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await asked('/partnerships', viewer.token)).status).toBe(200);
    });

    it('asks so much and no more; another token, and probes, are not kept waiting', async () => {
      const first = await asked('/tokens', viewer.token);
      expect(first.headers['ratelimit-policy']).toMatch(/^"requests"; q=200; w=60/);
      expect(first.headers['ratelimit']).toMatch(/^"requests"; r=\d+; t=\d+$/);
      let refused = first;
      for (let n = 0; n < 2 * LIMITS.requestsPerMinute && refused.status !== 429; n += 1)
        refused = await asked('/tokens', viewer.token);
      expect(problemIn(refused)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect((await house.get('/partnerships')).status).toBe(200);
      for (let n = 0; n < 5; n += 1) expect((await house.get('/health/live').unset('Authorization')).status).toBe(200);
    });
  });
});
