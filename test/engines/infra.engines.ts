import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Brokers } from '#messaging';
import { clusterAt, endBroker } from '../../infra/local/kafka.mjs';
import { until } from '../../libs/messaging/src/testing/told.js';
import './sizes.js';

type Ran = Readonly<{ code: number; stdout: string; stderr: string }>;
type Places = Readonly<{ POSTGRES_URL: string; KAFKA_BROKERS: string; KAFKA_CLUSTER: string }>;

/** As a developer types it, in a temporary folder of its own: engines that are up already are none of its business. */
describe('npm run infra:up and infra:down', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-infra-'));
    // PostgreSQL does not run as root; its user has to come by here.
    await chmod(folder, 0o755);
  });
  afterEach(async () => {
    await infra('down');
    await rm(folder, { recursive: true });
  });

  const infra = (action: string, ...more: readonly string[]) =>
    new Promise<Ran>((resolve) => {
      const env = { ...process.env, TMPDIR: folder };
      const words = ['run', '-s', `infra:${action}`, ...(more.length === 0 ? [] : ['--', ...more])];
      const child = execFile('npm', words, { env }, (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  const up = async (): Promise<Places> => {
    const { code, stdout, stderr } = await infra('up');
    if (code !== 0) throw new Error(stderr);
    // A shell reads it: eval "$(npm run -s infra:up)".
    const read = `${stdout}\nprintf '%s\\n' "$POSTGRES_URL" "$KAFKA_BROKERS" "$KAFKA_CLUSTER"`;
    const [POSTGRES_URL = '', KAFKA_BROKERS = '', KAFKA_CLUSTER = ''] = execFileSync('sh', ['-c', read], {
      encoding: 'utf8',
    }).split('\n');
    return { POSTGRES_URL, KAFKA_BROKERS, KAFKA_CLUSTER };
  };
  const postgresFolder = async () => {
    const name = (await readdir(folder)).find((one) => one.startsWith('throughline-postgres-'));
    return join(folder, name ?? '');
  };
  /** Every process that was started with something in this folder on its command line. */
  const processes = () => {
    const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' });
    return stdout
      .split('\n')
      .filter((line) => line.includes(folder))
      .map((line) => Number.parseInt(line, 10))
      .sort((a, b) => a - b);
  };

  it('up starts both, up again leaves them as they are, and down leaves nothing, however often', async () => {
    const places = await up();
    expect(await answering(places)).toEqual({ postgres: true, brokers: 1 });
    const running = processes();
    expect(running.length).toBeGreaterThan(1);
    const there = await readdir(folder);

    expect(await up()).toEqual(places);
    expect(processes()).toEqual(running);
    expect(await readdir(folder)).toEqual(there);

    for (let times = 0; times < 2; times += 1) {
      expect(await infra('down')).toMatchObject({ code: 0, stderr: '' });
      expect([processes(), await readdir(folder)]).toEqual([[], []]);
      expect(await listening(places)).toEqual([false, false]);
    }
  });

  it('two at once: one starts them, the other says who is at work; the lock of one that was killed holds nobody up', async () => {
    const tried = await Promise.all([infra('up'), infra('up')]);
    expect(tried.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(tried.find(({ code }) => code === 1)?.stderr).toMatch(/is at work already \(process \d+\): wait for it/);
    const note = (await readdir(folder)).find((name) => /^throughline-local-.*json$/.test(name));
    const { pid } = spawnSync('true');
    await writeFile(join(folder, `${note}.lock`), String(pid));
    expect(await answering(await up())).toEqual({ postgres: true, brokers: 1 });
  });

  it('up starts what was killed, at the same place, and both keep their data', async () => {
    const places = await up();
    const { length } = processes();
    const client = new pg.Client(places.POSTGRES_URL);
    await client.connect();
    await client.query('create table kept as select 1 as one');
    const kafka = new Brokers({ brokers: places.KAFKA_BROKERS.split(',') });
    await kafka.administering((admin) => admin.createTopics({ topics: [{ topic: 'kept' }], waitForLeaders: false }));
    await until(() => kafka.administering(async (admin) => (await admin.listTopics()).includes('kept')));

    await endBroker(clusterAt(places.KAFKA_CLUSTER), 1);
    expect(processes().length).toBeLessThan(length);
    expect(await up()).toEqual(places);
    expect(await answering(places)).toEqual({ postgres: true, brokers: 1 });
    // The same connection: the server that ran was left alone.
    expect((await client.query('select one from kept')).rows).toEqual([{ one: 1 }]);
    const gone = once(client, 'error');
    expect(await kafka.administering((admin) => admin.listTopics())).toContain('kept');

    const postmaster = Number.parseInt(await readFile(join(await postgresFolder(), 'data', 'postmaster.pid'), 'utf8'), 10);
    // As a crash, but it takes all that it made along: until they are gone the folder is theirs.
    process.kill(postmaster, 'SIGQUIT');
    await until(() => !isThere(postmaster));
    await gone;
    expect(await up()).toEqual(places);
    const again = new pg.Client(places.POSTGRES_URL);
    await again.connect();
    expect((await again.query('select one from kept')).rows).toEqual([{ one: 1 }]);
    await again.end();
    expect(processes()).toHaveLength(length);
    // A folder of each, and what says where they are.
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('up says what it did, and prints what the program wants to know; down says what it ended, and where there is nothing to end', async () => {
    const { stdout, stderr } = await infra('up');
    expect(stderr).toContain('PostgreSQL: started, and empty\nKafka: started, and empty\n');
    const url = /^export POSTGRES_URL=(.*)$/m.exec(stdout)?.[1];
    const brokers = /^export KAFKA_BROKERS=(.*)$/m.exec(stdout)?.[1];
    expect(stdout).toContain(
      `export THROUGHLINE_STORE=postgres\nexport THROUGHLINE_POSTGRES=${url}\n` +
        `export THROUGHLINE_KAFKA=${brokers}\nexport THROUGHLINE_KAFKA_REPLICAS=1\n`,
    );
    expect((await infra('up')).stderr).toContain('PostgreSQL: runs already, with its data\nKafka: runs already, with its data\n');

    // What another number of brokers was asked for leaves everything as it is.
    const other = await infra('up', '--brokers', '3');
    expect([other.code, other.stdout, other.stderr]).toEqual([
      1,
      '',
      expect.stringContaining('Kafka is there already, with --brokers 1'),
    ]);

    expect((await infra('down')).stdout).toBe('Kafka: ended, its data is gone\nPostgreSQL: ended, its data is gone\n');
    expect((await infra('down')).stdout).toBe('Kafka: nothing to end\nPostgreSQL: nothing to end\n');
  });

  it('down of another clone ends nothing of this one', async () => {
    const places = await up();
    const clone = join(folder, 'clone');
    await mkdir(join(clone, 'node_modules'), { recursive: true });
    await cp('infra/local', join(clone, 'infra', 'local'), { recursive: true });
    await symlink(resolve('node_modules/kafkajs'), join(clone, 'node_modules', 'kafkajs'), 'junction');
    const env = { ...process.env, TMPDIR: folder };
    const said = spawnSync(process.execPath, [join(clone, 'infra/local/engines.mjs'), 'down'], { env, encoding: 'utf8' });
    expect([said.stdout, said.stderr]).toEqual(['Kafka: nothing to end\nPostgreSQL: nothing to end\n', '']);
    expect(await answering(places)).toEqual({ postgres: true, brokers: 1 });
  });

  it('a word that it does not know starts nothing', async () => {
    const { code, stderr } = await infra('up', '--brokers', '2');
    expect([code, stderr]).toEqual([2, expect.stringContaining('use: engines up')]);
    expect(await readdir(folder)).toEqual([]);
  });
});

async function answering({ POSTGRES_URL, KAFKA_BROKERS }: Places) {
  const client = new pg.Client(POSTGRES_URL);
  await client.connect();
  const { rows } = await client.query<{ one: number }>('select 1 as one');
  await client.end();
  const cluster = await new Brokers({ brokers: KAFKA_BROKERS.split(',') }).administering((admin) => admin.describeCluster());
  return { postgres: rows[0]?.one === 1, brokers: cluster.brokers.length };
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Whether anybody is at the ports of each. */
function listening({ POSTGRES_URL, KAFKA_BROKERS }: Places): Promise<boolean[]> {
  const ports = [new URL(POSTGRES_URL).port, KAFKA_BROKERS.split(':').at(-1)];
  return Promise.all(
    ports.map(async (port) => {
      const socket = connect(Number(port), '127.0.0.1');
      try {
        await once(socket, 'connect');
        return true;
      } catch {
        return false;
      } finally {
        socket.destroy();
      }
    }),
  );
}
