import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Gateway, startGateway } from './nginx.js';

type Asked = Readonly<{ of: string; method: string; from: string | undefined; host: string | undefined; body: string }>;

/** Where copies of the services would be: loopback has many addresses. */
const COPIES = { ledger: ['127.0.1.1', '127.0.1.2'], queries: ['127.0.2.1', '127.0.2.2'] };
const PORTS = { ledger: 4371, queries: 4372 };

/** nginx itself with the shipped configuration, in front of servers that note what they are asked. */
describe('the gateway', () => {
  const asked: Asked[] = [];
  const servers = new Map<string, Server>();
  let answer: (request: IncomingMessage, response: ServerResponse) => void = well;
  let gateway: Gateway;

  const serve = async (service: keyof typeof PORTS, address: string) => {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { method = '', headers } = request;
        const body = Buffer.concat(parts).toString();
        asked.push({ of: `${service} ${address}`, method, from: headers['x-forwarded-for'] as string, host: headers.host, body });
        answer(request, response);
      });
    });
    await new Promise<void>((done, failed) => server.once('error', failed).listen(PORTS[service], address, done));
    servers.set(address, server);
  };
  const end = async (address: string) => {
    const server = servers.get(address);
    servers.delete(address);
    server?.closeAllConnections();
    await new Promise((done) => server?.close(done));
  };
  const act = (body = '{}') => fetch(`${gateway.address}/api/v1/organizations`, { method: 'POST', body });

  beforeAll(async () => {
    for (const address of COPIES.ledger) await serve('ledger', address);
    for (const address of COPIES.queries) await serve('queries', address);
    gateway = await startGateway({ ...COPIES });
  });
  afterEach(() => {
    asked.length = 0;
    answer = well;
  });
  afterAll(async () => {
    await gateway.stop();
    for (const address of [...servers.keys()]) await end(address);
  });

  it('takes questions to the queries and all else to the ledgers, and to both copies of each', async () => {
    for (let n = 0; n < 20; n += 1) {
      await fetch(`${gateway.address}/api/v1/partnerships`);
      await fetch(`${gateway.address}/api/v1/partnerships`, { method: 'HEAD' });
      await act();
      await fetch(`${gateway.address}/api/v1/partnerships`, { method: 'DELETE' });
    }
    const of = (method: string) => [...new Set(asked.filter((one) => one.method === method).map((one) => one.of))].sort();
    expect(asked).toHaveLength(80);
    expect([of('GET'), of('HEAD')]).toEqual(
      [COPIES.queries, COPIES.queries].map((copies) => copies.map((address) => `queries ${address}`)),
    );
    expect([of('POST'), of('DELETE')]).toEqual(
      [COPIES.ledger, COPIES.ledger].map((copies) => copies.map((address) => `ledger ${address}`)),
    );
  });

  it('says who asks, whoever else that says it is, and under which name it was asked', async () => {
    await fetch(`${gateway.address}/api/v1/partnerships`, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    expect(asked).toMatchObject([{ from: '127.0.0.1', host: new URL(gateway.address).host }]);
  });

  it('passes on what a service answers, a refusal with its headers included', async () => {
    answer = (_, response) =>
      response.writeHead(422, { 'Content-Type': 'application/problem+json', ETag: '"7"' }).end('{"code":"RULE"}');
    const said = await act();
    expect([said.status, said.headers.get('etag'), await said.json()]).toEqual([422, '"7"', { code: 'RULE' }]);
  });

  it('passes on a file of 25 MiB', async () => {
    const file = 'x'.repeat(25 * 2 ** 20);
    expect((await act(file)).status).toBe(200);
    expect(asked[0]?.body.length).toBe(file.length);
  });

  it('asks the other copy where one cannot be reached', async () => {
    const [gone = ''] = COPIES.ledger;
    await end(gone);
    const statuses = [];
    for (let n = 0; n < 10; n += 1) statuses.push((await act()).status);
    await serve('ledger', gone);
    expect(statuses).toEqual(Array(10).fill(200));
  });

  it('sends an act once, and where the answer is lost says that nobody knows the outcome', async () => {
    answer = (request) => request.socket.destroy();
    const said = await act();
    expect(await problemOf(said)).toEqual([503, 'OUTCOME_UNKNOWN', '1']);
    expect(asked).toHaveLength(1);
  });

  it('asks a question of both copies before it says that none answers', async () => {
    answer = (request) => request.socket.destroy();
    expect(await problemOf(await fetch(`${gateway.address}/api/v1/partnerships`))).toEqual([503, 'STORE_UNAVAILABLE', '1']);
    expect(new Set(asked.map(({ of }) => of)).size).toBe(2);
  });

  it('refuses what is too large in problems, as the services do', async () => {
    expect((await problemOf(await act('x'.repeat(33 * 2 ** 20)))).slice(0, 2)).toEqual([413, 'BODY_TOO_LARGE']);
    const long = await fetch(`${gateway.address}/api/v1/partnerships`, { headers: { 'X-Long': 'x'.repeat(17_000) } });
    expect((await problemOf(long)).slice(0, 2)).toEqual([431, 'HEADERS_TOO_LARGE']);
    expect(asked).toEqual([]);
  });

  it('finds copies that were made anew under other addresses', async () => {
    await serve('ledger', '127.0.1.3');
    gateway.names['ledger'] = ['127.0.1.3'];
    for (const address of COPIES.ledger) await end(address);
    const until = Date.now() + 20_000;
    while ((await act()).status !== 200 && Date.now() < until) await pause(200);
    asked.length = 0;
    await act();
    expect(asked).toMatchObject([{ of: 'ledger 127.0.1.3' }]);
  });
});

function well(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
}

async function problemOf(said: Response): Promise<[status: number, code: unknown, retryAfter: string | null]> {
  expect(said.headers.get('content-type')).toContain('application/problem+json');
  const { code } = (await said.json()) as { code?: unknown };
  return [said.status, code, said.headers.get('retry-after')];
}
