import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type OpenPostgres, openPostgres, START } from '#event-store';
import { newId, type Recorded } from '#kernel';
import type { TopicSettings } from '#messaging';
import { brokerAddresses, everythingOn, topicsOnBrokers } from '../../libs/messaging/src/testing/engines.js';
import { NOTHING_WRONG, repeatsIn, until, wrongWith } from '../../libs/messaging/src/testing/told.js';
import { tell } from '../faults/figures.js';
import { PostgresServer } from '../faults/postgres-server.js';
import { Running } from '../services/running.js';
import { buildPrograms } from '../support/program.js';
import { sizes } from './sizes.js';

const WRITERS = 4;
const BETWEEN_KILLS = 40;
const ROUNDS_OF_A_CONTROL = 10;
const PATIENCE_MS = 300_000;
const COMES_AGAIN_MS = 50;

describe('kill -9 of PostgreSQL under the services', () => {
  let server: PostgresServer;
  let folder: string;
  let topics: TopicSettings;
  let opened: OpenPostgres;
  let ledger: Running;
  let queries: Running;

  beforeAll(buildPrograms);
  beforeEach(async () => {
    server = await PostgresServer.start();
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    topics = await topicsOnBrokers();
    const environment = {
      THROUGHLINE_STORE: 'postgres',
      THROUGHLINE_POSTGRES: server.url,
      THROUGHLINE_DATA: folder,
      THROUGHLINE_KAFKA: brokerAddresses().join(','),
      THROUGHLINE_KAFKA_TOPICS: topics.prefix,
      THROUGHLINE_KAFKA_PARTITIONS: String(topics.partitions),
      THROUGHLINE_KAFKA_REPLICAS: String(topics.replicas),
      THROUGHLINE_REQUESTS_PER_MINUTE: '0',
      THROUGHLINE_LOG_LEVEL: 'error',
    };
    ledger = await Running.start('ledger', environment);
    queries = await Running.start('queries', environment);
    await Running.start('projector', environment);
    await Running.start('relay', environment);
    opened = await openPostgres({ connectionString: server.url });
  });
  afterEach(async () => {
    await Running.killAll();
    await opened.close();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const log = async (): Promise<readonly Recorded[]> => (await opened.store.readAll(START, { limit: 100_000 })).events;

  /** Of what was acknowledged, what the log does not hold; and what it holds beside it. */
  const compared = async (acknowledged: readonly string[]) => {
    const found = (await log()).map(({ id }) => id);
    const distinct = new Set(found);
    const lost = acknowledged.filter((id) => !distinct.has(id)).length;
    return { lost, doubled: found.length - (acknowledged.length - lost) };
  };

  it(`${sizes.postgres.kills} times: nothing is lost or doubled, in the log, in the read models and on the topics, without a hand`, async () => {
    const since = Date.now();
    const { kills } = sizes.postgres;
    const writers = new Writers(ledger);
    for (let kill = 0; kill < kills; kill += 1) {
      await writers.acknowledge(BETWEEN_KILLS);
      server.kill();
      await server.startAgain();
    }
    await writers.acknowledge(BETWEEN_KILLS);
    await writers.stop();
    const { acknowledged } = writers;
    const { lost, doubled } = await compared(acknowledged);
    const events = await log();
    const read = await organizations(queries, events.at(-1)?.position ?? START);
    await until(async () => wrongWith(await everythingOn(topics), events).lost.length === 0, PATIENCE_MS, 'the end of the log');
    const lying = await everythingOn(topics);
    const wrong = wrongWith(lying, events);
    const figures = {
      lost,
      doubled,
      'not told': wrong.lost.length,
      disordered: wrong.disordered.length,
      repeated: repeatsIn(lying),
    };
    tell('kill -9 of PostgreSQL under the services', { kills, acknowledged: acknowledged.length, ...figures }, since);
    expect({ lost, doubled, read }).toEqual({ lost: 0, doubled: 0, read: acknowledged.length });
    expect(wrong).toEqual(NOTHING_WRONG);
    expect((await ledger.get('/health/ready')).status).toBe(200);
  });

  it('control: with a server that acknowledges before it flushes, acknowledged commands are lost', async () => {
    const since = Date.now();
    // What opening refuses as NOT_DURABLE, set behind its back.
    await opened.sql.query('alter role postgres set synchronous_commit = off');
    await opened.sql.query(`alter system set wal_writer_delay = '10s'`);
    server.kill();
    await server.startAgain();
    let [rounds, lost] = [0, 0];
    for (; lost === 0 && rounds < ROUNDS_OF_A_CONTROL; rounds += 1) {
      const writers = new Writers(ledger);
      await writers.acknowledge(BETWEEN_KILLS);
      await writers.stop();
      server.kill();
      await server.startAgain();
      ({ lost } = await compared(writers.acknowledged));
    }
    tell('kill -9 of PostgreSQL under the services', { rounds, lost }, since, 'synchronous_commit');
    expect(lost).toBeGreaterThan(0);
  });
});

/** Writers that register organizations without end, each command until it is acknowledged. */
class Writers {
  /** The event of each. */
  readonly acknowledged: string[] = [];
  private isOver = false;
  private readonly ends: Promise<void>[];

  constructor(private readonly ledger: Running) {
    this.ends = Array.from({ length: WRITERS }, () => this.write());
  }

  /** Returns when so many more were acknowledged. */
  async acknowledge(more: number): Promise<void> {
    const goal = this.acknowledged.length + more;
    await until(() => this.acknowledged.length >= goal, PATIENCE_MS, 'the acknowledgements');
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.ends);
  }

  private async write(): Promise<void> {
    while (!this.isOver) {
      const key = newId();
      for (;;) {
        const { status, body } = await this.ledger.post('/organizations', { name: `School ${key}`, kind: 'school' }, key);
        if (status === 201 || status === 200) {
          this.acknowledged.push(...(body['eventIds'] as string[]));
          break;
        }
        if (status !== 503) throw new Error(`${status} ${JSON.stringify(body)}`);
        await pause(COMES_AGAIN_MS);
      }
    }
  }
}

/** How many organizations the read model has that has taken in a position. */
async function organizations(queries: Running, position: string): Promise<number> {
  let [count, cursor] = [0, ''];
  do {
    const path = `/organizations?limit=100&atLeast=${position}${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const { body } = await queries.until(path, ({ status }) => status === 200, PATIENCE_MS);
    count += (body['items'] as unknown[]).length;
    cursor = (body['next'] as string | null) ?? '';
  } while (cursor !== '');
  return count;
}
