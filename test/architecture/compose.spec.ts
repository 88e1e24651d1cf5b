import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as containers from './compose/containers.js';
import { type Container, type Deployment, readDeployment } from './compose/deployment.js';
import * as settings from './compose/settings.js';
import * as watched from './compose/watched.js';

const CHECKS = { ...containers, ...settings, ...watched };
type CheckName = {
  [Name in keyof typeof CHECKS]: (typeof CHECKS)[Name] extends containers.Check ? Name : never;
}[keyof typeof CHECKS];

const of = ({ services }: Deployment, name: string): Container => {
  const container = services[name];
  if (container === undefined) throw new Error(`there is no ${name}`);
  return container;
};
const set = (service: string, key: string, value: string) => (deployment: Deployment) =>
  void Object.assign((of(deployment, service).environment ??= {}), { [key]: value });
const unset = (service: string, key: string) => (deployment: Deployment) =>
  void delete of(deployment, service).environment?.[key];
const change = (service: string, changes: Partial<Container>) => (deployment: Deployment) =>
  void Object.assign(of(deployment, service), changes);
const nginx = (from: string, to: string) => (deployment: Deployment) =>
  void (deployment.nginx = deployment.nginx.replace(from, to));
const dockerfile = (from: string | RegExp, to: string) => (deployment: Deployment) =>
  void (deployment.dockerfile = deployment.dockerfile.replaceAll(from, to));
const down = (from: string, to: string) => (deployment: Deployment) => {
  const rule = deployment.rules.find(({ alert }) => alert === 'ThroughlineDown');
  Object.assign(rule ?? {}, { expr: rule?.expr.replace(from, to) });
};
const asks = (expr: string) => (deployment: Deployment) => void deployment.rules.push({ alert: 'Made up', expr });

/** What each check is for: what it finds where the files are changed so. */
const FOUND: readonly (readonly [check: CheckName, found: string, changed: (deployment: Deployment) => void])[] = [
  ['images', 'postgres:latest', change('postgres', { image: 'postgres:latest' })],
  ['images', 'grafana/grafana:12', change('grafana', { image: 'grafana/grafana:12' })],
  ['images', 'node:24-bookworm-slim', dockerfile(/node:[\d.]+-/g, 'node:24-')],
  ['images', 'docker/dockerfile:1.7', dockerfile(/^(?=# One image)/g, '# syntax=docker/dockerfile:1.7\n')],
  ['images', 'apache/kafka:3.8.0 is not what the tests run on, 3.9.1', change('kafka-2', { image: 'apache/kafka:3.8.0' })],
  ['guarded', 'relay: its files can be written', change('relay', { read_only: false })],
  ['guarded', 'ledger: runs as root, or as nobody knows whom', change('ledger', { user: '0:0' })],
  ['guarded', 'esdb-1: keeps capabilities', change('esdb-1', { cap_drop: [] })],
  ['guarded', 'collector: may gain privileges', change('collector', { security_opt: [] })],
  ['bounded', 'queries: has no limits', change('queries', { deploy: { replicas: 2 } })],
  ['room', 'ledger: /tmp holds 67108864 bytes', change('ledger', { tmpfs: ['/tmp:size=64m'] })],
  [
    'room',
    'ledger: what lies in /tmp takes the memory of the process',
    change('ledger', { deploy: { replicas: 2, resources: { limits: { cpus: '2', memory: '1g', pids: 256 } } } }),
  ],
  ['guarded', 'gateway: has the network of another', change('gateway', { network_mode: 'host' })],
  ['bounded', 'projector: stays down', change('projector', { restart: 'no' })],
  ['health', 'kafka-1: is not asked how it is', change('kafka-1', { healthcheck: {} })],
  ['health', 'relay: does not say to healthy.mjs where it listens', unset('relay', 'THROUGHLINE_PORT')],
  ['commands', 'projector: is started as another', change('projector', { command: ['dist/apps/ledger/src/main.js'] })],
  ['commands', 'queries: has an image of another version', change('queries', { image: 'throughline:0.0.9' })],
  ['commands', 'relay: has no second copy', change('relay', { deploy: { replicas: 1 } })],
  ['commands', 'queries: is not run', ({ services }) => void delete services['queries']],
  ['commandLine', 'there is no throughline', ({ services }) => void delete services['throughline']],
  [
    'commandLine',
    'throughline: is another program',
    change('throughline', { entrypoint: ['node', '--enable-source-maps', 'infra/throughline.mjs'] }),
  ],
  [
    'commandLine',
    'throughline: is not run as the image is',
    change('throughline', { entrypoint: ['dist/apps/throughline/src/main.js'] }),
  ],
  ['commandLine', 'throughline: has an image of another version', change('throughline', { image: 'throughline:0.0.9' })],
  ['commandLine', 'throughline: does something where nothing is typed', change('throughline', { command: ['start'] })],
  ['commandLine', 'throughline: is started with the services', change('throughline', { profiles: [] })],
  [
    'commandLine',
    'throughline: starts others, or waits for them',
    change('throughline', { depends_on: { schema: { condition: 'service_completed_successfully' } } }),
  ],
  ['commandLine', 'throughline: is somebody else than the services', change('throughline', { user: '1001:1001' })],
  ['commandLine', 'throughline: does not see data:/data', change('throughline', { volumes: [] })],
  ['commandLine', 'throughline: does not see esdb', change('throughline', { secrets: ['postgres-app'] })],
  ['commandLine', 'throughline: THROUGHLINE_STORE is not as ledger has it', set('throughline', 'THROUGHLINE_STORE', 'postgres')],
  ['commandLine', 'throughline: THROUGHLINE_KAFKA is not as relay has it', unset('throughline', 'THROUGHLINE_KAFKA')],
  ['networks', 'throughline: cannot reach kafka-1', change('throughline', { networks: ['store', 'watch'] })],
  ['networks', 'throughline: cannot reach postgres', change('throughline', { networks: ['kafka', 'watch'] })],
  ['room', 'throughline: /tmp holds 67108864 bytes', change('throughline', { tmpfs: ['/tmp:size=64m'] })],
  ['keys', 'throughline: nobody reads THROUGHLINE_KAFKA_TOPIC', set('throughline', 'THROUGHLINE_KAFKA_TOPIC', 'throughline2')],
  ['keys', 'topics: nobody reads THROUGHLINE_KAFKA_TOPIC', set('topics', 'THROUGHLINE_KAFKA_TOPIC', 'throughline2')],
  ['taken', 'throughline: THROUGHLINE_STORE: got "sqlite"', set('throughline', 'THROUGHLINE_STORE', 'sqlite')],
  ['kafka', 'topics: wants other topics', set('topics', 'THROUGHLINE_KAFKA_TOPICS', 'throughline2')],
  ['kafka', 'relay: wants other topics, or does not say which', unset('relay', 'THROUGHLINE_KAFKA_TOPICS')],
  [
    'owner',
    'throughline: sees how the owner of the schema connects',
    change('throughline', { secrets: ['esdb', 'postgres-app', 'postgres-owner'] }),
  ],
  ['drained', 'ledger: is killed while it drains', change('ledger', { stop_grace_period: '20s' })],
  ['secrets', 'relay: reads esdb, which it is not given', change('relay', { secrets: ['postgres-app'] })],
  ['secrets', 'esdb is not made by prepare.mjs', ({ prepared }) => void delete (prepared as Record<string, string>)['esdb']],
  ['secrets', 'postgres: says POSTGRES_PASSWORD for all to read', set('postgres', 'POSTGRES_PASSWORD', 'postgres')],
  ['volumes', 'data is mounted and not declared', ({ volumes }) => void delete volumes['data']],
  [
    'volumes',
    './infra/nginx.conf:/etc/nginx/nginx.conf:ro is not there',
    change('gateway', { volumes: ['./infra/nginx.conf:/etc/nginx/nginx.conf:ro'] }),
  ],
  [
    'volumes',
    './infra/grafana/dashboards:/etc/dashboards can be written',
    change('grafana', { volumes: ['grafana:/var/lib/grafana', './infra/grafana/dashboards:/etc/dashboards'] }),
  ],
  ['networks', 'gateway: 4370:8080 is open to the world', change('gateway', { ports: ['4370:8080'] })],
  ['networks', 'store leads outside', ({ networks }) => void (networks['store'] = {})],
  ['networks', 'relay: cannot reach kafka-1', change('relay', { networks: ['store', 'watch'] })],
  ['networks', 'queries: cannot reach postgres', change('queries', { networks: ['front', 'watch'] })],
  [
    'networks',
    'ledger: cannot start where esdb-1 is left out',
    (all) => void (of(all, 'ledger').depends_on = { 'esdb-1': { condition: 'service_healthy' } }),
  ],
  ['keys', 'ledger: nobody reads THROUGHLINE_STOER', set('ledger', 'THROUGHLINE_STOER', 'esdb')],
  ['keys', 'queries: does not read THROUGHLINE_KAFKA', set('queries', 'THROUGHLINE_KAFKA', 'kafka-1:9092')],
  ['keys', 'relay: THROUGHLINE_KAFKA_PASSWORD is a secret, and stands there', set('relay', 'THROUGHLINE_KAFKA_PASSWORD', 'x')],
  ['keys', 'projector: lacks OTEL_EXPORTER_OTLP_ENDPOINT', unset('projector', 'OTEL_EXPORTER_OTLP_ENDPOINT')],
  ['taken', 'THROUGHLINE_PORT: got "eighty"', set('ledger', 'THROUGHLINE_PORT', 'eighty')],
  ['taken', 'THROUGHLINE_KAFKA', unset('relay', 'THROUGHLINE_KAFKA')],
  ['taken', 'THROUGHLINE_STORE: got "sqlite"', set('queries', 'THROUGHLINE_STORE', 'sqlite')],
  ['postgres', 'fsync is not on', (all) => void (of(all, 'postgres').command = ['postgres', '-c', 'fsync=off'])],
  [
    'owner',
    'relay: sees how the owner of the schema connects',
    change('relay', { secrets: ['esdb', 'postgres-app', 'postgres-owner'] }),
  ],
  [
    'owner',
    'ledger: sees how the owner of the schema connects',
    set('ledger', 'THROUGHLINE_POSTGRES_OWNER_FILE', '/run/secrets/postgres-owner'),
  ],
  ['owner', 'queries: does not wait for the schema', change('queries', { depends_on: {} })],
  [
    'owner',
    'nothing brings the schema up to date',
    change('schema', { command: ['dist/apps/throughline/src/main.js', 'doctor'] }),
  ],
  ['owner', 'schema: is not the owner', unset('schema', 'THROUGHLINE_POSTGRES_OWNER_FILE')],
  ['postgres', '208 connections do not fit', set('queries', 'THROUGHLINE_POSTGRES_CONNECTIONS', '60')],
  [
    'postgres',
    'nobody makes the role somebody',
    ({ prepared }) => void Object.assign(prepared, { 'postgres-app': 'postgres://somebody@postgres/throughline' }),
  ],
  ['eventStoreDb', 'esdb-2: EVENTSTORE_INSECURE', set('esdb-2', 'EVENTSTORE_INSECURE', 'true')],
  ['eventStoreDb', 'esdb-2: EVENTSTORE_UNSAFE_IGNORE_HARD_DELETE', set('esdb-2', 'EVENTSTORE_UNSAFE_IGNORE_HARD_DELETE', 'true')],
  ['eventStoreDb', 'esdb-3: another size of the cluster', set('esdb-3', 'EVENTSTORE_CLUSTER_SIZE', '1')],
  ['eventStoreDb', 'esdb-1: does not know esdb-2:2113 and esdb-3:2113', set('esdb-1', 'EVENTSTORE_GOSSIP_SEED', 'esdb-2:2113')],
  [
    'eventStoreDb',
    'the services do not ask who answers',
    ({ prepared }) => void Object.assign(prepared, { esdb: 'esdb://esdb-1:2113?tls=false' }),
  ],
  ['kafka', 'kafka-1: KAFKA_MIN_INSYNC_REPLICAS is not 2', set('kafka-1', 'KAFKA_MIN_INSYNC_REPLICAS', '1')],
  [
    'kafka',
    'kafka-3: KAFKA_ADVERTISED_LISTENERS is not PLAINTEXT://kafka-3:9092',
    set('kafka-3', 'KAFKA_ADVERTISED_LISTENERS', 'PLAINTEXT://localhost:9092'),
  ],
  ['kafka', 'the relay wants more copies than there are brokers', set('relay', 'THROUGHLINE_KAFKA_REPLICAS', '5')],
  ['gateway', 'questions do not go to the queries', nginx('queries:4372', 'ledger:4371')],
  ['gateway', 'acts do not go to the ledgers', set('ledger', 'THROUGHLINE_PORT', '4380')],
  ['gateway', 'who asks may say who it is', nginx('X-Forwarded-For $remote_addr', 'X-Forwarded-For $proxy_add_x_forwarded_for')],
  [
    'gateway',
    'an act may be sent twice',
    nginx('proxy_next_upstream error timeout', 'proxy_next_upstream error timeout non_idempotent'),
  ],
  ['gateway', 'addresses stand in its log', nginx('$request_method $status', '$request $status')],
  ['gateway', 'addresses stand in its log', nginx('error_log stderr crit', 'error_log stderr warn')],
  ['gateway', 'another port is published', nginx('listen 8080', 'listen 80')],
  ['scraped', 'relay is not asked where it listens', set('relay', 'THROUGHLINE_PORT', '4380')],
  ['scraped', 'ledger is asked without a token', (all) => void (of(all, 'prometheus').volumes = [])],
  ['missed', 'queries: 3 copies run, and 2 are counted on', change('queries', { deploy: { replicas: 3 } })],
  ['missed', 'nobody is told that a copy of relay is gone', down('|relay', '')],
  ['missed', 'nobody is told where no projector is left', down('absent(up{job="projector"})', 'up{job="projector"} == 0')],
  ['alerts', 'Made up: throughline_projection_lag', asks('throughline_projection_lag > 5')],
  ['alerts', 'Made up: label partition', asks('sum by (partition) (throughline_projection_lag_events) > 5')],
  ['alerts', 'Made up: throughline_append_duration_seconds', asks('rate(throughline_append_duration_seconds[5m]) > 0')],
  ['dashboards', 'from nowhere', ({ datasources }) => void datasources.splice(0, 1)],
  [
    'dashboards',
    'X: http_requests_total',
    ({ dashboards }) =>
      void dashboards['throughline.json']?.panels.push({
        title: 'X',
        datasource: { uid: 'prometheus' },
        targets: [{ expr: 'rate(http_requests_total[5m])' }],
      }),
  ],
  ['collected', 'batch is used and not defined', ({ collector }) => void delete collector.processors['batch']],
  ['collected', 'relay sends traces elsewhere', set('relay', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector:4317')],
  ['image', 'it runs as root', dockerfile('USER node', '')],
  ['image', 'install scripts run', dockerfile(' --ignore-scripts', '')],
  ['image', 'libs is kept out, and copied', (all) => void (all.dockerignore = all.dockerignore.replace('!libs\n', ''))],
];

describe('the services profile', () => {
  const into = mkdtempSync(join(tmpdir(), 'throughline-compose-'));
  const prepare = (...words: string[]) =>
    spawnSync(process.execPath, ['infra/compose/prepare.mjs', '--into', into, ...words], { encoding: 'utf8' });
  const checks = Object.keys(CHECKS).filter((name) => name !== 'OWN') as CheckName[];
  let deployment: Deployment;

  beforeAll(() => {
    expect(prepare().stderr).toBe('');
    deployment = readDeployment(into);
  });
  afterAll(() => rmSync(into, { recursive: true }));

  it.each(checks)('stands the check of %s', (check) => {
    expect(CHECKS[check](deployment)).toEqual([]);
  });

  it.each(FOUND)('would be found by the check of %s: %s', (check, found, changed) => {
    const other = structuredClone(deployment);
    changed(other);
    expect(CHECKS[check](other).join('\n')).toContain(found);
  });

  it('has a change that is found for every check', () => {
    expect(checks.filter((check) => !FOUND.some(([found]) => found === check))).toEqual([]);
  });

  it('hands on what .env says of the topics to all who name them', () => {
    const other = mkdtempSync(join(tmpdir(), 'throughline-topics-'));
    spawnSync(process.execPath, ['infra/compose/prepare.mjs', '--into', other]);
    appendFileSync(join(other, '.env'), 'THROUGHLINE_KAFKA_TOPICS=throughline2\nTHROUGHLINE_KAFKA_PARTITIONS=24\n');
    // Prepared again it is kept.
    spawnSync(process.execPath, ['infra/compose/prepare.mjs', '--into', other]);
    const said = readDeployment(other);
    rmSync(other, { recursive: true });
    const wanted = ({ services }: Deployment, name: string) =>
      ['TOPICS', 'PARTITIONS'].map((key) => services[name]?.environment?.[`THROUGHLINE_KAFKA_${key}`]);
    for (const name of ['relay', 'topics', 'throughline']) {
      expect([name, ...wanted(deployment, name)]).toEqual([name, 'throughline', '12']);
      expect([name, ...wanted(said, name)]).toEqual([name, 'throughline2', '24']);
    }
  });

  it('is prepared once: what is there is kept, and the store is not changed under the events', () => {
    const before = readDeployment(into);
    expect(prepare().status).toBe(0);
    expect(readDeployment(into)).toEqual(before);
    expect(prepare('--store', 'postgres')).toMatchObject({ status: 1, stderr: expect.stringContaining('wanted esdb') });
    expect(prepare('--store', 'mysql')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('wanted esdb or postgres'),
    });
    expect(readDeployment(into)).toEqual(before);
  });

  it('has secrets that nobody guesses, in a folder that nobody else enters', () => {
    const { prepared } = deployment;
    const passwords = Object.entries(prepared).filter(([name]) => name.endsWith('-password'));
    expect(passwords.length).toBeGreaterThan(4);
    expect(new Set(passwords.map(([, password]) => password)).size).toBe(passwords.length);
    expect(passwords.filter(([, password]) => !/^[0-9a-f]{48}$/.test(password))).toEqual([]);
    if (process.platform !== 'win32') expect(statSync(join(into, 'infra', 'compose', 'secrets')).mode & 0o077).toBe(0);
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toEqual(expect.arrayContaining(['.env', 'infra/compose/secrets/']));
  });
});
