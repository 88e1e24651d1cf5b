import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import kafkajs from 'kafkajs';
import { newId } from '#kernel';
import { type Deployment, readDeployment } from '../architecture/compose/deployment.js';
import { Running, type ServiceName } from '../services/running.js';
import { buildPrograms } from '../support/program.js';
import { type Gateway, startGateway } from './nginx.js';
import { TwoRoles } from './two-roles.js';

jest.setTimeout(300_000);

const SERVICES: readonly ServiceName[] = ['ledger', 'queries', 'projector', 'relay'];
/** Each copy has an address of its own, as in the compose file's networks; what healthy.mjs asks stands on the first. */
const ADDRESSES: Readonly<Record<ServiceName, readonly string[]>> = {
  ledger: ['127.0.0.1', '127.0.1.2'],
  queries: ['127.0.0.1', '127.0.2.2'],
  projector: ['127.0.0.1', '127.0.3.2'],
  relay: ['127.0.0.1', '127.0.4.2'],
};

/**
 * docker-compose.yml without Docker: its services with its settings and commands, two of each, behind nginx with its
 * configuration, on a real PostgreSQL and a real Kafka. Of the test are only addresses and folders.
 */
describe('the services profile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-profile-'));
  const secrets = join(folder, 'infra', 'compose', 'secrets');
  const brokers = process.env['KAFKA_BROKERS'] ?? '';
  const server = new TwoRoles(`profile_${process.pid}`);
  const topics = `profile${process.pid}`;
  const running: Running[] = [];
  let deployment: Deployment;
  let gateway: Gateway;
  let token = '';
  /** Of a ledger that was started before the schema was made. */
  let early: Awaited<Running['ended']>;

  const secret = (name: string) => readFileSync(join(secrets, name), 'utf8');
  /** The settings of a container, those that name what is not here said anew. */
  const environmentOf = (service: string): Record<string, string> => {
    const given = Object.entries(deployment.services[service]?.environment ?? {});
    const settings = Object.fromEntries(given.map(([key, value]) => [key, value.replace('/run/secrets', secrets)]));
    return {
      ...settings,
      THROUGHLINE_DATA: join(folder, 'data'),
      ...('THROUGHLINE_KAFKA' in settings
        ? {
            THROUGHLINE_KAFKA: brokers,
            THROUGHLINE_KAFKA_TOPICS: topics,
            THROUGHLINE_KAFKA_REPLICAS: String(Math.min(3, brokers.split(',').length)),
          }
        : {}),
    };
  };
  /** Runs what a container runs, and returns what it said. */
  const runs = (service: string, words: readonly string[]) => {
    const { PATH = '' } = process.env;
    const [command = '', ...rest] = words.map((word) =>
      word
        .replaceAll(/ \/metrics-token| \/tmp/g, (path) => ` ${folder}${path.trim()}`)
        .replaceAll('"/tmp', `"${folder}/tmp`)
        // Last: this checkout may itself lie below what stands for another folder.
        .replaceAll('dist/apps', resolve('dist/apps')),
    );
    return spawnSync(command, rest, { env: { PATH, ...environmentOf(service) }, encoding: 'utf8' });
  };
  /** Types a command of the program as the container `throughline` takes it. */
  const types = (...words: string[]) =>
    runs('throughline', [...(deployment.services['throughline']?.entrypoint ?? []), ...words]);
  /** The same for a container whose command is one of the program. */
  const runsOnce = (service: string) => runs(service, [process.execPath, ...(deployment.services[service]?.command ?? [])]);
  const ask = (method: string, path: string, body?: object, key = newId()) =>
    fetch(`${gateway.address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const register = (key = newId()) =>
    ask('POST', '/organizations', { name: `School ${key}`, kind: 'school', occurredOn: '2024-08-01' }, key);

  beforeAll(async () => {
    buildPrograms();
    for (const name of ['data', 'metrics-token', 'tmp']) mkdirSync(join(folder, name));
    spawnSync(process.execPath, ['infra/compose/prepare.mjs', '--into', folder, '--store', 'postgres']);
    await server.make(secrets);
    for (const role of ['app', 'owner'])
      writeFileSync(join(secrets, `postgres-${role}`), server.as(`throughline_${role}`, secret(`postgres-${role}-password`)));
    deployment = readDeployment(folder);
    early = await Running.refused('ledger', environmentOf('ledger'));
    for (const service of ['schema', 'topics']) {
      const { status, stderr } = runsOnce(service);
      expect([service, status, stderr]).toEqual([service, 0, '']);
    }
    for (const service of SERVICES) {
      for (const address of ADDRESSES[service])
        running.push(await Running.start(service, { ...environmentOf(service), THROUGHLINE_HOST: address }));
    }
    gateway = await startGateway({ ledger: ADDRESSES.ledger, queries: ADDRESSES.queries });
    token = readFileSync(join(folder, 'data', 'owner-token'), 'utf8').trim();
  });
  afterAll(async () => {
    await gateway.stop();
    await Running.killAll();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes the schema as its owner, whom no service knows; a service that comes before that refuses', () => {
    expect(early).toEqual({ code: 1, complaint: expect.stringMatching(/^ledger: SCHEMA_MISSING: .*Run: throughline migrate/) });
    expect(SERVICES.filter((service) => 'THROUGHLINE_POSTGRES_OWNER_FILE' in environmentOf(service))).toEqual([]);
    expect(runsOnce('schema')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Schema throughline is up to date/) });
  });

  it('records through its one address, and shows what was recorded from the position of the receipt on', async () => {
    const recorded = await register();
    const { id, position } = (await recorded.json()) as { id: string; position: string };
    const shown = await ask('GET', `/organizations/${id}?atLeast=${position}`);
    expect([recorded.status, shown.status, (await shown.text()).includes(id)]).toEqual([201, 200, true]);
  });

  it('tells it to Kafka', async () => {
    const client = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING }).admin();
    await client.connect();
    const told = async () =>
      (await client.fetchTopicOffsets(`${topics}.organizations`)).reduce((sum, { high }) => sum + Number(high), 0);
    for (const until = Date.now() + 60_000; (await told()) === 0 && Date.now() < until; );
    expect(await told()).toBeGreaterThan(0);
    await client.disconnect();
  });

  it.each(SERVICES)('asks %s how it is as the container does', (service) => {
    const asked = (port: string | undefined) => {
      const env = { THROUGHLINE_PORT: port ?? '' };
      const { status, stdout } = spawnSync(process.execPath, ['infra/compose/healthy.mjs'], { env, encoding: 'utf8' });
      return [status, stdout];
    };
    expect(asked(environmentOf(service)['THROUGHLINE_PORT'])).toEqual([0, expect.stringContaining('"status":"ready"')]);
    expect(asked('1')).toEqual([1, expect.stringMatching(/^nobody answers: ./)]);
  });

  it('makes a token once, with which Prometheus reads every copy where it looks for it', async () => {
    const { entrypoint = [], command = [] } = deployment.services['metrics-token'] ?? {};
    const made = [runs('metrics-token', [...entrypoint, ...command]), join(folder, 'metrics-token', 'token')] as const;
    expect([made[0].status, made[0].stderr]).toEqual([0, '']);
    const first = readFileSync(made[1], 'utf8').trim();
    expect(runs('metrics-token', [...entrypoint, ...command]).status).toBe(0);
    expect(readFileSync(made[1], 'utf8').trim()).toBe(first);
    // Prometheus is another user than who made it.
    expect(statSync(made[1]).mode & 0o004).toBe(0o004);
    for (const { job_name, metrics_path = '', dns_sd_configs = [] } of deployment.prometheus.scrape_configs) {
      for (const address of ADDRESSES[job_name as ServiceName] ?? []) {
        const said = await fetch(`http://${address}:${dns_sd_configs[0]?.port}${metrics_path}`, {
          headers: { authorization: `Bearer ${first}` },
        });
        expect([job_name, said.status, (await said.text()).includes('throughline_store_reachable 1')]).toEqual([
          job_name,
          200,
          true,
        ]);
      }
    }
  });

  describe('by hand, beside the running services', () => {
    it('tells with doctor that all is well', () => {
      const { status, stdout, stderr } = types('doctor', '--json');
      const { whole, well, findings } = JSON.parse(stdout) as Record<'whole' | 'well', boolean> & {
        findings: { where: string }[];
      };
      expect([status, whole, well, stderr, findings]).toEqual([0, true, true, '', expect.any(Array)]);
    });

    it('lists the read models, builds one anew while it serves, and lists it again', async () => {
      expect(types('projections', 'list')).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^timeline .*, 0 behind$/m),
      });
      const rebuilt = types('projections', 'rebuild', 'timeline');
      expect([rebuilt.status, rebuilt.stdout]).toEqual([
        0,
        expect.stringMatching(/^timeline: build \d+ serves, .*equal to what served/),
      ]);
      expect((await register()).status).toBe(201);
      expect(types('projections', 'list')).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^timeline .*, 0 behind$/m),
      });
    });

    it('finds every topic there', () => {
      expect(types('topics', 'create')).toMatchObject({ status: 0, stdout: 'Every topic is there.\n' });
    });

    it('writes what is recorded of a partnership to its output, and nothing else', async () => {
      const name = `Partnership ${newId()}`;
      const calendar = { fiscalYearStart: '07-01', timeZone: 'America/New_York' };
      const formed = await ask('POST', '/partnerships', {
        name,
        purpose: 'Every pupil reads.',
        calendar,
        occurredOn: '2024-08-01',
      });
      const { id } = (await formed.json()) as { id: string };
      const { status, stdout } = types('export', name);
      const lines = stdout.trim().split('\n');
      expect([formed.status, status, stdout]).toEqual([201, 0, expect.stringContaining(id)]);
      expect(lines.map((line) => typeof JSON.parse(line))).toEqual(lines.map(() => 'object'));
    });

    it('makes and ends a token that the services know at once', async () => {
      const before = token;
      const made = types('tokens', 'add', 'by-hand', '--role', 'viewer', '--json');
      ({ token } = JSON.parse(made.stdout) as { token: string });
      const letIn = (await ask('GET', '/organizations')).status;
      expect(types('tokens', 'revoke', 'by-hand').status).toBe(0);
      const refused = (await ask('GET', '/organizations')).status;
      token = before;
      expect([letIn, refused]).toEqual([200, 401]);
    });

    it('refuses to back up the data folder as if the ledger lay there, and names what holds it', () => {
      const { status, stderr } = types('backup', join(folder, 'saved'));
      expect([status, stderr]).toEqual([2, expect.stringMatching(/^STORE_DIFFERS/)]);
    });

    it('saves the data folder and brings it back by the words of the page', () => {
      const page = readFileSync('docs/operations/back-up-services.md', 'utf8');
      const data = join(folder, 'data');
      /** What the container would run, its data folder being this one. */
      const ran = (line: RegExp, on: string, input?: Buffer) => {
        const [, program = '', words = ''] = line.exec(page) ?? [];
        const given = words.split(' ').map((word) => (word === '/data' ? on : word));
        return spawnSync(program, given, { ...(input === undefined ? {} : { input }), maxBuffer: 2 ** 28 });
      };
      const listed = (of: string) =>
        readdirSync(of, { recursive: true, encoding: 'utf8' })
          .filter((path) => path !== 'files/incoming')
          .toSorted()
          .map((path) => {
            const { mode } = statSync(join(of, path));
            return [path, mode, statSync(join(of, path)).isFile() ? readFileSync(join(of, path), 'utf8') : ''];
          });
      writeFileSync(join(data, 'files', 'incoming', 'half'), 'of a file');
      const saved = ran(/--entrypoint (tar) throughline (-cf .*) > data\.tar$/m, data);
      rmSync(join(data, 'files', 'incoming', 'half'));
      expect([saved.status, saved.stderr.toString()]).toEqual([0, '']);
      const other = join(folder, 'other');
      mkdirSync(join(other, 'tokens'), { recursive: true });
      writeFileSync(join(other, 'tokens', 'stale.json'), '{}');
      expect(ran(/--entrypoint (find) throughline (.*)$/m, other).status).toBe(0);
      expect(readdirSync(other)).toEqual([]);
      const back = ran(/--entrypoint (tar) throughline (-xf .*) < data\.tar$/m, other, saved.stdout);
      expect([back.status, back.stderr.toString()]).toEqual([0, '']);
      expect(listed(other)).toEqual(listed(data));
      expect(listed(other).map(([path]) => path)).toEqual(expect.arrayContaining(['owner-token', 'store.json', 'tokens']));
    });
  });

  it('answers every act while one of its ledgers is told to end', async () => {
    const [, second] = running;
    const statuses: number[] = [];
    const unanswered: unknown[] = [];
    /** As whoever asks has to: what nobody answered is sent again. */
    const insists = async () => {
      for (const key = newId(); ; ) {
        const answer = await register(key);
        if (answer.status !== 503) return statuses.push(answer.status);
        unanswered.push(((await answer.json()) as { code: string }).code);
      }
    };
    let ended = false;
    second?.terminate();
    void second?.ended.then(() => {
      ended = true;
    });
    while (!ended) await insists();
    for (let n = 0; n < 5; n += 1) await insists();
    expect(statuses.length).toBeGreaterThan(5);
    expect(new Set(statuses)).toEqual(new Set([201]));
    // No system shuts a door between one who comes and the next: at most one act comes at that very moment.
    expect([[], ['OUTCOME_UNKNOWN']]).toContainEqual(unanswered);
    expect(await second?.ended).toMatchObject({ code: 0 });
  });
});
