import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '#kernel';
import type { TopicSettings } from '#messaging';
import { EsdbDouble } from '../../libs/event-store/src/esdb/double/index.js';
import { brokerAddresses, everythingOn, topicsOnBrokers } from '../../libs/messaging/src/testing/engines.js';
import { until } from '../../libs/messaging/src/testing/told.js';
import { type Answer, Running } from '../services/running.js';
import { OwnDatabase } from '../support/own-database.js';
import { buildPrograms } from '../support/program.js';

jest.setTimeout(120_000);

const COMES_AGAIN_MS = 50;
const PATIENCE_MS = 60_000;
const STORE_AWAY = { status: 503, body: { code: 'STORE_UNAVAILABLE' } };

/** The store of the services profile as it is set without a word: three nodes, here of the protocol double. */
describe('the services, two of each, their events in EventStoreDB', () => {
  const database = OwnDatabase.named('services_esdb');
  let nodes: readonly EsdbDouble[];
  let topics: TopicSettings;
  let environment: Record<string, string>;
  let ledgers: readonly Running[];
  let queries: readonly Running[];
  let projectors: readonly Running[];
  let relays: readonly Running[];
  /** The event of each organization whose registration was acknowledged, and where the last one lies. */
  const acknowledged = new Set<string>();
  let last = '';

  const connectionString = (...more: readonly string[]) =>
    `esdb://${[...nodes.map(({ port }) => `127.0.0.1:${port}`), ...more].join(',')}?tls=false`;
  const two = (service: Running['service'], more: Readonly<Record<string, string>> = {}) =>
    Promise.all([1, 2].map(() => Running.start(service, { ...environment, ...more })));
  const everyone = () => [...ledgers, ...queries, ...projectors, ...relays];
  const first = ([one]: readonly Running[]): Running => one as Running;
  const second = ([, other]: readonly Running[]): Running => other as Running;

  beforeAll(async () => {
    buildPrograms();
    await database.make();
    const leader = await EsdbDouble.start();
    nodes = [leader, ...(await Promise.all([1, 2].map(() => EsdbDouble.start({ followerOf: leader }))))];
    topics = await topicsOnBrokers();
    environment = {
      THROUGHLINE_STORE: 'esdb',
      THROUGHLINE_ESDB: connectionString(),
      THROUGHLINE_POSTGRES: database.url,
      THROUGHLINE_DATA: await mkdtemp(join(tmpdir(), 'throughline-services-esdb-')),
      THROUGHLINE_LEASE_SECONDS: '2',
      THROUGHLINE_DRAIN_SECONDS: '12',
      THROUGHLINE_LOG_LEVEL: 'error',
    };
    [ledgers, queries, projectors] = await Promise.all([two('ledger'), two('queries'), two('projector')]);
    relays = await two('relay', {
      THROUGHLINE_KAFKA: brokerAddresses().join(','),
      THROUGHLINE_KAFKA_TOPICS: topics.prefix,
      THROUGHLINE_KAFKA_PARTITIONS: String(topics.partitions),
      THROUGHLINE_KAFKA_REPLICAS: String(topics.replicas),
    });
  });
  afterAll(async () => {
    await Running.killAll();
    for (const node of nodes) await node.stop();
    await database.remove();
    await rm(environment['THROUGHLINE_DATA'] ?? '', { recursive: true, force: true });
  });

  const register = async (at: Running, key = newId()): Promise<Answer> => {
    const answer = await at.post('/organizations', { name: `School ${key}`, kind: 'school', occurredOn: '2024-08-01' }, key);
    if (answer.status < 300) {
      const { eventIds, position } = answer.body as { eventIds: string[]; position: string };
      for (const id of eventIds) acknowledged.add(id);
      if (position > last) last = position;
    }
    return answer;
  };
  /** Sends a command again and again until the store takes it. @returns 201, or 200 where it was recorded before */
  const insists = async (at: Running, key = newId()): Promise<number> => {
    for (;;) {
      const { status } = await register(at, key);
      if (status !== 503) return status;
      await pause(COMES_AGAIN_MS);
    }
  };
  /** How many organizations this copy of the queries shows, once it has taken in what was acknowledged last. */
  const shownBy = async (at: Running): Promise<number> => {
    let shown = 0;
    for (let cursor = ''; ; ) {
      const page = await at.until(`/organizations?limit=500&atLeast=${last}${cursor}`, ({ status }) => status === 200);
      const { items, next } = page.body as { items: unknown[]; next: string | null };
      shown += items.length;
      if (next === null) return shown;
      cursor = `&cursor=${next}`;
    }
  };
  /** Both queries show what was acknowledged and nothing else. */
  const allIsShown = async () => {
    expect(await Promise.all(queries.map(shownBy))).toEqual(queries.map(() => acknowledged.size));
  };
  /** The topics tell what was acknowledged and nothing else. */
  const allIsTold = async () => {
    let told = new Set<string>();
    const isToldAll = async () => {
      told = new Set((await everythingOn(topics)).map(({ event }) => event.id));
      return told.size >= acknowledged.size;
    };
    await until(isToldAll, PATIENCE_MS, 'the end of the log on the topics');
    expect(told).toEqual(acknowledged);
  };
  const allAreReady = () => Promise.all(everyone().map((at) => at.until('/health/ready', ({ status }) => status === 200)));

  it('are ready by themselves', async () => {
    expect(await allAreReady()).toHaveLength(8);
  });

  it('record through both ledgers, show it through both queries from the position of a receipt on, and tell it', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => register((n % 2 === 0 ? first : second)(ledgers))));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(acknowledged.size).toBe(answers.length);
    await allIsShown();
    await allIsTold();
  });

  it('R14: record a command once that is sent to both ledgers at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const key = newId();
      const [one, other] = await Promise.all([register(first(ledgers), key), register(second(ledgers), key)]);
      expect([one.status, other.status].sort()).toEqual([200, 201]);
      expect(one.body['eventIds']).toEqual(other.body['eventIds']);
    }
    await allIsShown();
  });

  it('say at their start how a node was started that may lose what it acknowledges', async () => {
    const told = JSON.stringify([{ name: 'UnsafeDisableFlushToDisk', group: 'Database Options', value: 'True' }]);
    const node = createServer((asked, reply) => reply.end(asked.url === '/info/options' ? told : ''));
    await once(node.listen(0, '127.0.0.1'), 'listening');
    const host = `127.0.0.1:${(node.address() as AddressInfo).port}`;
    const third = await Running.start('ledger', {
      ...environment,
      THROUGHLINE_ESDB: connectionString(host),
      THROUGHLINE_LOG_LEVEL: 'warn',
    });
    third.terminate();
    const ended = await third.ended;
    node.close();
    expect(ended).toEqual({
      code: 0,
      complaint: expect.stringContaining(`UNSAFE: EventStoreDB, node ${host} runs with UnsafeDisableFlushToDisk`),
    });
  });

  it('are not ready where a read model has stopped: who answers from it, and who keeps it up', async () => {
    const stopped = { status: 503, body: { code: 'READ_MODEL_STOPPED', detail: expect.stringContaining('timeline') } };
    await database.admin.query('set search_path = throughline');
    const failure = { eventId: newId(), stream: 'organization-1', position: last, error: 'TypeError' };
    await database.admin.query(`update projection_checkpoints set failure = $1 where name = 'timeline'`, [
      JSON.stringify(failure),
    ]);
    for (const at of [...queries, ...projectors]) expect(await at.get('/health/ready')).toMatchObject(stopped);
    await database.admin.query(`update projection_checkpoints set failure = null where name = 'timeline'`);
    await allAreReady();
  });

  it('go on where a projector and the relay that leads are killed', async () => {
    let leads: readonly boolean[] = [];
    const isOneLeading = async () => {
      const looked = await Promise.all(relays.map((at) => at.get('/health/ready')));
      leads = looked.map(({ body }) => (body['work'] as { relay: string } | undefined)?.relay !== 'standing-by');
      return leads.filter(Boolean).length === 1;
    };
    await until(isOneLeading, PATIENCE_MS, 'one relay that leads');
    await Promise.all([first(projectors).kill(), relays[leads.indexOf(true)]?.kill()]);
    projectors = projectors.slice(1);
    relays = relays.filter((_, n) => !leads[n]);
    for (const at of ledgers) expect((await register(at)).status).toBe(201);
    await allIsShown();
    await allIsTold();
  });

  it('go on with the node that leads after another that went', async () => {
    const [before, after] = nodes as readonly [EsdbDouble, EsdbDouble];
    await before.stop();
    after.lead();
    for (const at of ledgers) expect([200, 201]).toContain(await insists(at));
    await before.up();
    await allIsShown();
  });

  it('say that the store is away while no node answers, lose nothing, and go on by themselves when it is back', async () => {
    for (const node of nodes) await node.stop();
    for (const looked of await Promise.all(everyone().map((at) => at.get('/health/ready'))))
      expect(looked).toMatchObject(STORE_AWAY);
    for (const looked of await Promise.all(everyone().map((at) => at.get('/health/live')))) expect(looked.status).toBe(200);
    const key = newId();
    expect(await register(first(ledgers), key)).toMatchObject(STORE_AWAY);
    for (const node of nodes) await node.up();
    expect([200, 201]).toContain(await insists(second(ledgers), key));
    expect((await register(first(ledgers), key)).status).toBe(200);
    await allAreReady();
    await allIsShown();
    await allIsTold();
  });

  it('end in order', async () => {
    for (const at of everyone()) at.terminate();
    for (const at of everyone()) expect([at.service, await at.ended]).toEqual([at.service, { code: 0, complaint: '' }]);
    expect(nodes.map(({ openReads }) => openReads)).toEqual(nodes.map(() => 0));
    await database.isLeft();
  });
});
