import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { Brokers, createTopics, topicOf } from '#messaging';
import { examine, type KafkaChosen } from '#platform';
import { until } from '../../libs/messaging/src/testing/told.js';
import { Running, type ServiceName } from '../services/running.js';
import { Collector, type SpanSeen, wayUp } from '../support/collector.js';
import { metricIn } from '../support/metrics.js';
import { buildPrograms } from '../support/program.js';

jest.setTimeout(300_000);

const NAME = 'Wilhelmina Marker joint team';
const PASSWORD = 'marker-of-a-password';
/** Much longer than it takes to record something and to look: meanwhile nobody takes over. */
const LEASE_SECONDS = 30;

describe('the services, watched', () => {
  const server = process.env['POSTGRES_URL'] ?? '';
  const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',');
  const database = `watched_${process.pid}`;
  const topics = { prefix: `watched${process.pid}`, partitions: 3, replicas: brokers.length };
  const admin = new pg.Client(server);
  const url = Object.assign(new URL(server), { username: database, password: PASSWORD, pathname: `/${database}` }).href;
  const label = `{topics="${topics.prefix}"}`;
  const logs = new Map<string, () => string>();
  let environment: Record<string, string>;
  let folder: string;
  let collector: Collector;
  let ledger: Running;
  let projector: Running;
  let relay: Running;
  let queries: Running;
  let tallying: ChildProcess;

  beforeAll(async () => {
    buildPrograms();
    await admin.connect();
    await admin.query(`create role ${database} login password '${PASSWORD}'`);
    await admin.query(`create database ${database} owner ${database}`);
    folder = await mkdtemp(join(tmpdir(), 'throughline-watched-'));
    collector = await Collector.start();
    await createTopics(new Brokers({ brokers }), topics);
    const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_BSP_SCHEDULE_DELAY: '100' };
    const kafka = { THROUGHLINE_KAFKA: brokers.join(','), THROUGHLINE_KAFKA_TOPICS: topics.prefix };
    environment = {
      ...traced,
      ...kafka,
      ...{ THROUGHLINE_STORE: 'postgres', THROUGHLINE_POSTGRES: url, THROUGHLINE_DATA: folder, THROUGHLINE_LOG_LEVEL: 'debug' },
      ...{ THROUGHLINE_KAFKA_PARTITIONS: '3', THROUGHLINE_KAFKA_REPLICAS: String(topics.replicas) },
      THROUGHLINE_LEASE_SECONDS: String(LEASE_SECONDS),
    };
    ledger = await started('ledger');
    projector = await started('projector');
    relay = await started('relay');
    queries = await started('queries');
    const env = { PATH: process.env['PATH'], ...traced, ...kafka, TALLY_POSTGRES: url };
    tallying = spawn(process.execPath, [resolve('dist/apps/tally/src/main.js')], { stdio: ['ignore', 'ignore', 'pipe'], env });
    let said = '';
    tallying.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    logs.set('tally', () => said);
  });
  afterAll(async () => {
    await Running.killAll();
    // A member that leaves its group holds up nobody who comes after it.
    tallying.kill('SIGTERM');
    if (tallying.exitCode === null) await once(tallying, 'close');
    await collector.stop();
    await admin.query(`drop database ${database} with (force)`);
    await admin.query(`drop role ${database}`);
    await admin.end();
    await rm(folder, { recursive: true });
  });

  const started = async (service: ServiceName) => {
    const running = await Running.start(service, environment);
    logs.set(`${service} ${logs.size}`, () => running.log);
    return running;
  };

  /** The spans of the trace that an act began, once it has come to the consumer. */
  const traceOf = async (stream: string): Promise<readonly SpanSeen[]> => {
    const isCommand = ({ attributes }: SpanSeen) => attributes['throughline.stream'] === stream;
    const { traceId } = await collector.span(isCommand);
    return await collector.trace(
      traceId,
      'POST /api/v1/partnerships',
      'append',
      'read model partnerships',
      'relay send',
      'consumer throughline-tally',
    );
  };

  /** What the consumer has taken in by its own account: how many messages, and of which streams up to which revision. */
  const takenIn = async () => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      const places = await client.query<{ messages: number }>(
        'select sum(next_offset)::int as messages from throughline_tally.consumer_partitions',
      );
      const streams = await client.query('select stream, revision from throughline_tally.consumer_streams order by stream');
      return { messages: places.rows[0]?.messages, streams: streams.rows as unknown };
    } finally {
      await client.end();
    }
  };

  it('hand over one trace, over four processes: request, command, append, read models, relay and consumer', async () => {
    const { status, body } = await ledger.post('/partnerships', {
      name: NAME,
      purpose: 'Every class has a trained mentor.',
      calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
      occurredOn: '2024-07-01',
    });
    expect(status).toBe(201);
    const spans = await traceOf(String(body['stream']));
    const command = ['partnership FormPartnership', 'POST /api/v1/partnerships'];
    const ways = (name: string) =>
      spans.filter((span) => span.name === name).map((span) => [span.service, ...wayUp(spans, span)]);
    expect(ways('append')).toEqual([['ledger', 'append', ...command]]);
    expect(ways('read model partnerships')).toEqual([['projector', 'read model partnerships', ...command]]);
    expect(ways('relay send')).toEqual([['relay', 'relay send', ...command]]);
    // What is brought again as it joins is seen again, and not taken in: of one act there is one message.
    const consumed = ['tally', 'consumer throughline-tally', 'relay send', ...command];
    expect(new Set(ways('consumer throughline-tally').map(String))).toEqual(new Set([String(consumed)]));
    expect(await takenIn()).toEqual({ messages: 1, streams: [{ stream: body['stream'], revision: '0' }] });
    expect(spans.filter(({ failed }) => failed)).toEqual([]);
    expect(collector.bodies.join('')).not.toContain(NAME);
    const page = await readFile('docs/explanation/telemetry.md', 'utf8');
    const attributes = new Set(collector.spans.flatMap((span) => Object.keys(span.attributes)));
    expect([...attributes].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('say how far the topics are, who holds what, and how many connections they have', async () => {
    const isToldAll = async () => metricIn(await relay.text('/metrics'), `throughline_relay_lag_events${label}`) === 0;
    await until(isToldAll, 60_000, 'the checkpoint behind what the consumer has');
    const said = await relay.text('/metrics');
    const value = (line: string) => metricIn(said, line);
    expect(value('throughline_relay_told_events_total')).toBeGreaterThan(0);
    expect(value(`throughline_relay_lag_events${label}`)).toBe(0);
    expect(value(`throughline_relay_lag_seconds${label}`)).toBe(0);
    expect(value(`throughline_relay_stopped${label}`)).toBe(0);
    expect(value('throughline_lease_held{lease="relay"}')).toBe(1);
    expect(value('throughline_lease_held{lease="projection/partnerships/0"}')).toBe(1);
    expect(value('throughline_lease_epoch{lease="relay"}')).toBe(1);
    expect(value('throughline_database_connections{state="waiting"}')).toBe(0);
    const recorded = await ledger.text('/metrics');
    expect(recorded).toMatch(/^throughline_append_duration_seconds_count\{outcome="stored"\} 1$/m);
    expect(recorded).toMatch(/^throughline_append_batch_appends_count 1$/m);
    expect(recorded).toMatch(/^throughline_commands_total\{outcome="recorded"\} 1$/m);
  });

  it('say how far the topics are behind while no relay tells, and that they are not once another has taken over', async () => {
    const other = await started('relay');
    const value = async (name: string) => metricIn(await other.text('/metrics'), `throughline_${name}`);
    // Who stands by says it too.
    expect(await value(`relay_lag_events${label}`)).toBe(0);
    await relay.kill();
    expect((await ledger.post('/organizations', { name: 'Southfield', kind: 'district' })).status).toBe(201);
    expect(await value(`relay_lag_events${label}`)).toBe(1);
    expect(await value(`relay_lag_seconds${label}`)).toBeGreaterThan(0);
    await until(async () => (await value(`relay_lag_events${label}`)) === 0, 2 * LEASE_SECONDS * 1000, 'the other relay');
    expect(await value(`relay_lag_seconds${label}`)).toBe(0);
    expect(await value('lease_epoch{lease="relay"}')).toBe(2);
    relay = other;
  });

  describe('and doctor', () => {
    const kafka: KafkaChosen = { brokers, tls: false, topics: topics.prefix, partitions: 3, replicas: topics.replicas };
    const found = async (more: Partial<KafkaChosen> = {}) => {
      const store = { kind: 'postgres', postgres: { connectionString: url, schema: 'throughline', connections: 4 } } as const;
      const findings = await examine({ folder, store, secrets: ['owner-token'], kafka: { ...kafka, ...more } });
      // Of one broker alone is told that it is alone.
      return findings.filter(({ severity }) => severity !== 'note').map(({ where, what, page }) => ({ where, what, page }));
    };
    const told = (where: string, what: string) => ({ where, what: expect.stringMatching(what), page: 'relay.md' });

    it('finds nothing where all is well', async () => {
      expect(await found()).toEqual([]);
    });

    it('names brokers that are away, a topic that is missing, and one that is divided otherwise', async () => {
      expect(await found({ brokers: ['127.0.0.1:1'] })).toEqual([told('Kafka (KAFKA_UNAVAILABLE)', '127.0.0.1:1')]);
      expect(await found({ partitions: 4 })).toEqual([told('Kafka (TOPIC_DIFFERS)', 'has 3 partitions, wanted 4')]);
      await older();
      const never = told(`topics ${topics.prefix}x.*`, 'were never told anything');
      expect(await found({ topics: `${topics.prefix}x` })).toEqual([never, told('Kafka (TOPIC_MISSING)', 'there is no topic')]);
    });

    it('names a relay that is killed and leaves the topics behind, and its lease', async () => {
      await relay.kill();
      expect((await ledger.post('/organizations', { name: 'Northfield', kind: 'district' })).status).toBe(201);
      await until(allTakenIn, 60_000, 'the read models');
      await older();
      await slips(`update throughline.leases set until = until - interval '10 minutes' where name = 'relay'`);
      const findings = await found();
      expect(findings).toEqual([
        {
          where: 'lease relay',
          what: expect.stringMatching(/ran out .* its last holder was relay /),
          page: 'nobody-does-the-work.md',
        },
        told(`topics ${topics.prefix}.*`, 'were not told what was recorded \\d+ minutes ago'),
      ]);
    });

    /** Read models take in what was recorded meanwhile: of them there is nothing to tell. */
    const allTakenIn = async () => {
      const lags = (await projector.text('/metrics'))
        .split('\n')
        .filter((line) => line.startsWith('throughline_projection_lag_events{'));
      return lags.length > 0 && lags.every((line) => line.endsWith('} 0'));
    };
    /** As if all had been recorded ten minutes earlier. */
    const older = () =>
      slips(`alter table throughline.events disable trigger events_never_change;
        update throughline.events set recorded_at = recorded_at - interval '10 minutes';
        alter table throughline.events enable always trigger events_never_change`);
    const slips = async (text: string) => {
      const client = new pg.Client(Object.assign(new URL(server), { pathname: `/${database}` }).href);
      await client.connect();
      await client.query(text);
      await client.end();
    };
  });

  it('write lines of JSON to their logs, and in none of them a name, a token or a password', async () => {
    const token = (await readFile(join(folder, 'owner-token'), 'utf8')).trim();
    const issued = await ledger.post('/tokens', { name: 'dashboard', role: 'viewer' });
    const secrets = [NAME, PASSWORD, token, String(issued.body['token'])];
    expect(secrets[3]).toMatch(/^dashboard\./);
    const named = encodeURIComponent(NAME);
    for (const said of [token, NAME]) {
      expect((await ledger.post('/organizations', { name: said, kind: said })).status).toBe(400);
      expect((await queries.get(`/partnerships/${encodeURIComponent(said)}`)).status).toBe(404);
    }
    expect((await queries.get(`/search?q=${named}`)).status).toBe(200);
    expect((await queries.get('/partnerships', `${token}x`)).status).toBe(401);
    await sendToTopics(`{"name": ${NAME}}`);
    const isTold = () => logs.get('tally')?.().includes('throughline-tally does not move') === true;
    await until(isTold, 60_000, 'what the consumer says of a message that is none');
    expect([...logs.keys()].map((name) => name.split(' ')[0])).toEqual([
      'ledger',
      'projector',
      'relay',
      'queries',
      'tally',
      'relay',
    ]);
    for (const [name, log] of logs) {
      const lines = log().split('\n').slice(0, -1);
      expect([name, lines.length]).not.toEqual([name, 0]);
      for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), msg: expect.any(String) });
      for (const secret of secrets) expect(log()).not.toContain(secret);
    }
  });

  /** What no relay would say. */
  const sendToTopics = async (value: string) => {
    const sender = await new Brokers({ brokers }).sender();
    await sender.send([{ topic: topicOf('partnership', topics), key: NAME, value, headers: {} }]);
    await sender.close();
  };
});
