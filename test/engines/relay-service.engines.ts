import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { newId } from '#kernel';
import { brokerAddresses, everythingOn, topicsOnBrokers } from '../../libs/messaging/src/testing/engines.js';
import { repeatsIn, until } from '../../libs/messaging/src/testing/told.js';
import { Running } from '../services/running.js';
import { metricIn } from '../support/metrics.js';
import { buildPrograms } from '../support/program.js';
import { KafkaCluster } from './kafka-cluster.js';

jest.setTimeout(400_000);

const NAME = 'Wilhelmina Marker school';
/** Of what it is given to end: well within. */
const ENDS_WITHIN_MS = 15_000;
/** Brokers that take longer than this over a batch, on a machine that does much else, have it twice. */
const GIVES_UP_AFTER_MS = 5_000;
const ENDS = 5;

describe('the relay as a service', () => {
  const server = process.env['POSTGRES_URL'] ?? '';
  const database = `relay_service_${process.pid}`;
  const admin = new pg.Client(server);
  const cluster = KafkaCluster.ofThisRun();
  let folder: string;
  let topics: Awaited<ReturnType<typeof topicsOnBrokers>>;
  let environment: Record<string, string>;
  let ledger: Running;

  beforeAll(async () => {
    buildPrograms();
    await admin.connect();
    await admin.query(`create database ${database}`);
    folder = await mkdtemp(join(tmpdir(), 'throughline-relay-service-'));
    topics = await topicsOnBrokers();
    environment = {
      THROUGHLINE_STORE: 'postgres',
      THROUGHLINE_POSTGRES: Object.assign(new URL(server), { pathname: `/${database}` }).href,
      THROUGHLINE_DATA: folder,
      THROUGHLINE_LOG_LEVEL: 'debug',
      THROUGHLINE_LEASE_SECONDS: '30',
      THROUGHLINE_REQUESTS_PER_MINUTE: '0',
      THROUGHLINE_KAFKA: brokerAddresses().join(','),
      THROUGHLINE_KAFKA_TOPICS: topics.prefix,
      THROUGHLINE_KAFKA_PARTITIONS: String(topics.partitions),
      THROUGHLINE_KAFKA_REPLICAS: String(topics.replicas),
    };
    ledger = await Running.start('ledger', environment);
  });
  afterAll(async () => {
    await Running.killAll();
    await admin.query(`drop database ${database} with (force)`);
    await admin.end();
    await rm(folder, { recursive: true });
  });

  const started = () => Running.start('relay', environment);
  let recorded = 0;
  /** What a relay gave up at its end is told again by the next. */
  let gaveUp = false;
  const record = async () => {
    const { status } = await ledger.post('/organizations', { name: `${NAME} ${newId()}`, kind: 'school' });
    expect(status).toBe(201);
    recorded += 1;
  };
  const toldOf = async () => new Set((await everythingOn(topics)).map(({ event }) => event.id)).size;
  const untilAllTold = () => until(async () => (await toldOf()) === recorded, 60_000, 'every message');
  const ended = async (relay: Running) => {
    const since = Date.now();
    relay.terminate();
    const { code } = await relay.ended;
    const took = Date.now() - since;
    if (took >= GIVES_UP_AFTER_MS) gaveUp = true;
    return { code, inTime: took < ENDS_WITHIN_MS };
  };

  it.each([
    ['THROUGHLINE_KAFKA', 'here', 'THROUGHLINE_KAFKA: got "here", wanted brokers as host:port', 2],
    ['THROUGHLINE_LEASE_SECONDS', 'soon', 'THROUGHLINE_LEASE_SECONDS: got "soon", wanted a whole number', 2],
    ['THROUGHLINE_KAFKA_PARTITIONS', '7', /TOPIC_DIFFERS: .* has \d+ partitions?, wanted 7 \(THROUGHLINE_KAFKA_PARTITIONS\)/, 2],
    ['THROUGHLINE_KAFKA_TOPICS', 'nobody', /TOPIC_MISSING: there is no topic nobody\.commitments.*throughline topics create/, 2],
  ])('R15: stops at its start with the key, what it got and what it wants: %s=%s', async (key, value, says, exit) => {
    const { code, complaint } = await Running.refused('relay', { ...environment, [key]: value, THROUGHLINE_LOG_LEVEL: 'warn' });
    expect(complaint).toMatch(says);
    expect(code).toBe(exit);
  });

  it('that cannot listen passes its turn on at once, not when its lease runs out', async () => {
    const leaseSeconds = 60;
    const patient = { ...environment, THROUGHLINE_LEASE_SECONDS: String(leaseSeconds) };
    const { code, complaint } = await Running.refused('relay', { ...patient, THROUGHLINE_PORT: String(ledger.port) });
    expect({ code, complaint }).toEqual({ code: 2, complaint: expect.stringContaining('is in use') });
    const next = await Running.start('relay', patient);
    await record();
    await until(async () => (await toldOf()) === recorded, (leaseSeconds * 1000) / 2, 'every message');
    expect((await ended(next)).code).toBe(0);
  });

  it('ends after the batch in hand: told to end again and again while much is recorded, it loses nothing and tells nothing twice', async () => {
    let isOver = false;
    const writing = (async () => {
      while (!isOver) await Promise.all([record(), record(), record(), record()]);
    })();
    for (let turn = 0; turn < ENDS; turn += 1) {
      const relay = await started();
      await pause(1_000);
      expect(await ended(relay)).toEqual({ code: 0, inTime: true });
    }
    isOver = true;
    await writing;
    const last = await started();
    await untilAllTold();
    expect(gaveUp || repeatsIn(await everythingOn(topics)) === 0).toBe(true);
    expect((await ended(last)).code).toBe(0);
  });

  it('ends in order where a broker that does not answer has its batch, which is told by the next', async () => {
    const relay = await started();
    cluster.pause();
    try {
      await record();
      await pause(1_000);
      expect(await ended(relay)).toEqual({ code: 0, inTime: true });
    } finally {
      cluster.continue();
    }
    const next = await started();
    await untilAllTold();
    expect((await ended(next)).code).toBe(0);
  });

  it('gives a broker that does not answer a bounded time, then says so and how far the topics are behind; later it goes on', async () => {
    const relay = await started();
    const untold = 10;
    const figure = async (name: string) => metricIn(await relay.text('/metrics'), `${name}{topics="${topics.prefix}"}`);
    cluster.pause();
    try {
      for (let n = 0; n < untold; n += 1) await record();
      const { body } = await relay.until('/health/ready', ({ status }) => status === 503, 120_000);
      expect(body).toMatchObject({ code: 'RELAY_STOPPED', detail: expect.stringContaining('Kafka at') });
      expect(await figure('throughline_relay_lag_events')).toBe(untold);
      expect(await figure('throughline_relay_lag_seconds')).toBeGreaterThan(0);
    } finally {
      cluster.continue();
    }
    await untilAllTold();
    await relay.until('/health/ready', ({ status }) => status === 200);
    expect(await figure('throughline_relay_lag_events')).toBe(0);
    expect(relay.complaints).not.toContain(NAME);
    expect(ledger.complaints).not.toContain(NAME);
    expect((await ended(relay)).code).toBe(0);
  });
});
