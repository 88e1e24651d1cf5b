import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { derivedId, newId } from '#kernel';
import { OwnDatabase } from '../support/own-database.js';
import { buildPrograms } from '../support/program.js';
import { type Answer, Running } from './running.js';

jest.setTimeout(120_000);

const LEASE_SECONDS = 2;

describe('the services, two of each on one PostgreSQL', () => {
  const database = OwnDatabase.named('services');
  let environment: Record<string, string>;
  let ledgers: readonly Running[];
  let queries: readonly Running[];
  let projectors: readonly Running[];
  let recorded = 0;

  beforeAll(async () => {
    buildPrograms();
    await database.make();
    environment = {
      THROUGHLINE_STORE: 'postgres',
      THROUGHLINE_POSTGRES: database.url,
      THROUGHLINE_DATA: await mkdtemp(join(tmpdir(), 'throughline-services-')),
      THROUGHLINE_LEASE_SECONDS: String(LEASE_SECONDS),
      THROUGHLINE_DRAIN_SECONDS: '10',
      THROUGHLINE_REQUESTS_PER_MINUTE: '0',
      THROUGHLINE_LOG_LEVEL: 'error',
    };
    const two = (service: 'ledger' | 'queries') =>
      Promise.all([Running.start(service, environment), Running.start(service, environment)]);
    [ledgers, queries] = await Promise.all([two('ledger'), two('queries')]);
  });
  afterAll(async () => {
    await Running.killAll();
    await database.remove();
    await rm(environment['THROUGHLINE_DATA'] ?? '', { recursive: true, force: true });
  });

  const ledger = (n: number): Running => ledgers[n] as Running;
  const query = (n: number): Running => queries[n] as Running;

  const register = async (at: Running, key = newId()) => {
    const answer = await at.post('/organizations', { name: `School ${key}`, kind: 'school', occurredOn: '2024-08-01' }, key);
    if (answer.status === 201) recorded += 1;
    return answer;
  };
  const positionOf = ({ body }: Answer) => body['position'] as string;
  const latest = (answers: readonly Answer[]) => answers.map(positionOf).sort().at(-1) ?? '';
  /** Every organization that this copy of the queries shows, once it has taken in the position. */
  const shownBy = async (at: Running, position: string): Promise<number> => {
    let shown = 0;
    for (let cursor = ''; ; ) {
      const page = await at.until(`/organizations?limit=500&atLeast=${position}${cursor}`, ({ status }) => status === 200);
      const { items, next } = page.body as { items: unknown[]; next: string | null };
      shown += items.length;
      if (next === null) return shown;
      cursor = `&cursor=${next}`;
    }
  };

  it('say that they are ready only where they are: no answers before somebody keeps the read models up', async () => {
    for (const at of ledgers) expect((await at.get('/health/ready')).status).toBe(200);
    for (const at of queries)
      expect(await at.get('/health/ready')).toMatchObject({ status: 503, body: { code: 'READ_MODEL_BUILDING' } });
    projectors = await Promise.all([Running.start('projector', environment), Running.start('projector', environment)]);
    for (const at of [...projectors, ...queries]) await at.until('/health/ready', ({ status }) => status === 200);
  });

  it('record through both ledgers at once, and show it through both queries from the position of a receipt on', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => register(ledger(n % 2))));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const position = latest(answers);
    expect(await Promise.all([0, 1].map((n) => shownBy(query(n), position)))).toEqual([recorded, recorded]);
  });

  it('record a command once that is sent to both ledgers at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const key = newId();
      const [one, other] = await Promise.all([register(ledger(0), key), register(ledger(1), key)]);
      expect([one.status, other.status].sort()).toEqual([200, 201]);
      expect(one.body['eventIds']).toEqual(other.body['eventIds']);
    }
    const position = positionOf(await register(ledger(0)));
    expect(await shownBy(query(1), position)).toBe(recorded);
  });

  it('say of what they do not answer which service does', async () => {
    expect(await ledger(0).get('/organizations')).toMatchObject({
      status: 405,
      body: { code: 'METHOD_NOT_ALLOWED', detail: 'GET is not answered by this service: the service "queries" answers it' },
    });
    const refused = await query(0).post('/organizations', {});
    expect(refused).toMatchObject({
      status: 405,
      body: { code: 'METHOD_NOT_ALLOWED', detail: 'POST is not answered by this service: the service "ledger" answers it' },
    });
    expect(refused.headers.get('allow')).toBe('GET, HEAD');
    expect((await ledger(0).get('/nothing')).body['code']).toBe('NO_SUCH_ROUTE');
  });

  it('tell of an import through every copy, whichever works on it, and begin it once', async () => {
    const partnership = derivedId(derivedId('3a1f8f0e-0c55-5b0e-9a39-6f8de2a4c7d1', 'services'), 'partnership partnership');
    const tables = {
      'partnership.csv':
        'key,name,purpose,fiscal_year_start,time_zone,formed_on\nservices,Valley,Reading,07-01,America/New_York,2024-08-01\n',
      'organizations.csv': 'key,name,kind,occurred_on\nnorth,North,school,2024-08-01\nsouth,South,school,2024-08-01\n',
      'parties.csv': 'key,organization,occurred_on\np1,north,2024-08-01\np2,south,2024-08-01\n',
    };
    const key = newId();
    const path = `/partnerships/${partnership}/imports`;
    const begun = await Promise.all(ledgers.map((at) => at.upload(path, tables, key)));
    expect(begun.map(({ status }) => status)).toEqual([202, 202]);
    const ids = new Set(begun.map(({ body }) => body['id'] as string));
    expect(ids.size).toBe(1);
    const done = await Promise.all(
      queries.map((at) => at.until(`${path}/${[...ids][0]}`, ({ body }) => body['state'] === 'done')),
    );
    expect(done[0]?.body).toEqual(done[1]?.body);
    expect(done[0]?.body).toMatchObject({ result: { recorded: { byKind: { OrganizationRegistered: 2, PartyJoined: 2 } } } });
    recorded += 2;
  });

  it('let a token in everywhere at once that was made at one, and nowhere once it was revoked at another', async () => {
    const made = await ledger(0).post('/tokens', { name: 'reader', role: 'viewer' });
    const token = made.body['token'] as string;
    for (const at of queries) expect((await at.get('/partnerships', token)).status).toBe(200);
    expect((await ledger(1).post('/tokens/reader/revocation', {})).status).toBe(200);
    for (const at of queries) expect((await at.get('/partnerships', token)).status).toBe(401);
  });

  it('go on with the read models where one of the projectors is killed', async () => {
    const [first, second] = projectors as readonly [Running, Running];
    await first.kill();
    const position = positionOf(await register(ledger(0)));
    expect(await Promise.all([0, 1].map((n) => shownBy(query(n), position)))).toEqual([recorded, recorded]);
    const third = await Running.start('projector', environment);
    await second.kill();
    const later = positionOf(await register(ledger(1)));
    expect(await Promise.all([0, 1].map((n) => shownBy(query(n), later)))).toEqual([recorded, recorded]);
    await third.until('/health/ready', ({ status }) => status === 200);
    projectors = [third];
  });

  it('answer what they have in hand when they are told to end: no answer is lost, and nothing that was acknowledged', async () => {
    const leaving = ledger(0);
    let isOver = false;
    const answers: Answer[] = [];
    const turnedAway: { key: string; code: string }[] = [];
    const clients = Array.from({ length: 8 }, async () => {
      while (!isOver) {
        const key = newId();
        try {
          answers.push(await register(leaving, key));
        } catch (error) {
          turnedAway.push({ key, code: codeOf(error) });
          return;
        }
      }
    });
    while (answers.length < 40) await leaving.get('/health/live');
    leaving.terminate();
    expect(await leaving.until('/health/ready', ({ status }) => status !== 200)).toMatchObject({
      status: 503,
      body: { code: 'DRAINING' },
    });
    const { code, complaint } = await leaving.ended;
    isOver = true;
    await Promise.all(clients);
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    // Whoever came too late found the door shut, or waited before it as it was shut, whom the system cuts off.
    expect(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET']).toEqual(
      expect.arrayContaining(turnedAway.map((client) => client.code)),
    );
    expect(turnedAway).toHaveLength(clients.length);
    // Nobody who was let in went without an answer: nothing is recorded but what was acknowledged.
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await shownBy(query(0), latest(answers))).toBe(recorded);
    for (const { key } of turnedAway) expect((await register(ledger(1), key)).status).toBe(201);
  });

  it('end in order with whatever they do', async () => {
    const left = [ledger(1), ...queries, ...projectors];
    for (const at of left) at.terminate();
    for (const at of left) expect(await at.ended).toEqual({ code: 0, complaint: '' });
    await database.isLeft();
  });

  it('do not start with a setting that is wrong or missing: exit code 2, its key, what it got and what it wants', async () => {
    const { THROUGHLINE_POSTGRES: _server, ...without } = environment;
    expect(await Running.refused('ledger', without)).toEqual({
      code: 2,
      complaint: 'ledger: THROUGHLINE_POSTGRES: not set, wanted a URL, such as postgres://user@host:5432/database\n',
    });
    expect(await Running.refused('queries', { ...environment, THROUGHLINE_PORT: 'eighty' })).toEqual({
      code: 2,
      complaint: 'queries: THROUGHLINE_PORT: got "eighty", wanted a port from 0 to 65535 (0: any free one)\n',
    });
  });

  it('say in words that the server of the store does not answer', async () => {
    const { code, complaint } = await Running.refused('ledger', {
      ...environment,
      THROUGHLINE_POSTGRES: 'postgres://app:hidden@127.0.0.1:1/none',
    });
    expect({ code, complaint }).toEqual({
      code: 1,
      complaint: expect.stringMatching(/^ledger: STORE_UNAVAILABLE: PostgreSQL at 127/),
    });
    expect(complaint).not.toMatch(/hidden/);
  });

  it('end within their time when they are told to while they still start', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const starting = Running.starting('ledger', {
      ...environment,
      THROUGHLINE_POSTGRES: `postgres://app@127.0.0.1:${port}/none`,
      THROUGHLINE_DRAIN_SECONDS: '1',
    });
    await once(silent, 'connection');
    starting.terminate();
    expect(await starting.ended).toEqual({ code: 1, complaint: 'ledger: did not end within 1 s, and is cut off\n' });
    silent.close();
  });
});

/** Why a request was not answered: the code of the socket's error, however deep. */
function codeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code ?? String(error);
}
