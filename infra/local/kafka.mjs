// Throwaway Apache Kafka brokers for the tests: Kafka's own server, fetched by Maven and started in KRaft mode, each broker a
// controller too, their data in a temporary folder, on free ports. Java 17 and Maven must be there (root on Debian installs
// them by itself). What Maven brought is kept beside the packages, so that the next start needs no network.
//
//   node infra/local/kafka.mjs up [--brokers 3]                   starts them and prints where they are, to be exported
//   node infra/local/kafka.mjs down                               stops them and removes their folder
//   node infra/local/kafka.mjs run [--brokers 3] -- <command>     starts them, runs the command with KAFKA_BROKERS and
//                                                                 KAFKA_CLUSTER, stops them
//
// `--secured` instead of `--brokers` starts one broker with a second door, of TLS and SASL: its folder says where, and for whom.
//
// What is done to one broker (`clusterAt`, `endBroker`, `startBroker`, `pauseBroker`, `continueBroker`) works on a cluster that
// any process started: it is written down in its folder.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import kafkajs from 'kafkajs';
import { asCommand } from './command.mjs';
import { makeCertificates, scramUsers, securedDoor, securedSettings } from './kafka/secured.mjs';
import { freePort, installPackages, installsPackages, isInstalled, succeed } from './machine.mjs';

const POM = fileURLToPath(new URL('./kafka/pom.xml', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/throughline', import.meta.url));
/** Small: the whole of three stands beside a database and the tests. */
const JAVA = ['-Xms64m', '-Xmx384m', '-XX:+UseSerialGC', '-Dorg.slf4j.simpleLogger.showDateTime=true'];
const OPTIONS = new Map([
  ['', { brokers: 1, secured: false }],
  ['--brokers 1', { brokers: 1, secured: false }],
  ['--brokers 3', { brokers: 3, secured: false }],
  ['--secured', { brokers: 1, secured: true }],
]);
const LOOK_EVERY_MS = 100;
const COMES_UP_WITHIN_MS = 120_000;

export const kafka = {
  name: 'kafka',
  title: 'Kafka',
  use: ' [--brokers 3 | --secured]',
  options: (words) => OPTIONS.get(words.join(' ')),

  /**
   * @returns the cluster, written down in its folder: `{ folder, classes, id, brokers: [{ id, port, controller }], secured? }`,
   *   the last as `securedDoor` answers it
   */
  async start({ brokers: count, secured, begins, signal }) {
    const classes = classPath();
    const brokers = [];
    for (let id = 1; id <= count; id += 1) brokers.push({ id, port: await freePort(), controller: await freePort() });
    const doorPort = await freePort();
    signal.throwIfAborted();
    const folder = mkdtempSync(join(tmpdir(), 'throughline-kafka-'));
    const door = secured ? { secured: securedDoor(folder, doorPort) } : {};
    const cluster = { folder, classes, id: clusterId(), brokers, ...door };
    begins(cluster);
    if (secured) makeCertificates(folder);
    writeFileSync(join(folder, 'cluster.json'), JSON.stringify(cluster));
    await Promise.all(brokers.map((broker) => format(cluster, broker, signal)));
    for (const broker of brokers) launch(cluster, broker);
    await Promise.all(brokers.map((broker) => comesUp(cluster, broker, count, signal)));
    return cluster;
  },

  /** @throws Error where it is there otherwise than asked for */
  async isUp(cluster, { brokers, secured }) {
    if (cluster.brokers.length !== brokers || (cluster.secured !== undefined) !== secured) {
      const how = cluster.secured === undefined ? `with --brokers ${cluster.brokers.length}` : 'with --secured';
      throw new Error(`Kafka is there already, ${how}: end it first (down)`);
    }
    if (cluster.brokers.some((broker) => pidOf(cluster, broker) === undefined)) return false;
    const members = await Promise.all(cluster.brokers.map(membersKnownTo));
    return members.every((known) => known.length === brokers);
  },

  /** Starts those brokers that do not run on what they kept; returns when all take part. */
  async startAgain(cluster) {
    for (const broker of cluster.brokers) if (pidOf(cluster, broker) === undefined) launch(cluster, broker);
    const { length } = cluster.brokers;
    await Promise.all(cluster.brokers.map((broker) => comesUp(cluster, broker, length, AbortSignal.timeout(COMES_UP_WITHIN_MS))));
  },

  async stop(cluster) {
    await Promise.all(cluster.brokers.map(({ id }) => endBroker(cluster, id)));
    rmSync(cluster.folder, { recursive: true, force: true });
  },

  environment: (cluster) => ({ KAFKA_BROKERS: addressesOf(cluster).join(','), KAFKA_CLUSTER: cluster.folder }),

  settings: (cluster) => ({
    THROUGHLINE_KAFKA: addressesOf(cluster).join(','),
    THROUGHLINE_KAFKA_REPLICAS: String(cluster.brokers.length),
  }),
};

/** The cluster whose folder KAFKA_CLUSTER names. */
export function clusterAt(folder) {
  return JSON.parse(readFileSync(join(folder, 'cluster.json'), 'utf8'));
}

export function addressesOf({ brokers }) {
  return brokers.map(({ port }) => `127.0.0.1:${port}`);
}

/** Ends a broker, by default without goodbye; returns when it is gone. Nothing to do where it is gone already. */
export async function endBroker(cluster, id, signal = 'SIGKILL') {
  const broker = brokerOf(cluster, id);
  for (let pid = pidOf(cluster, broker), told = false; pid !== undefined; pid = pidOf(cluster, broker)) {
    if (!told) process.kill(pid, signal);
    told = true;
    await pause(LOOK_EVERY_MS);
  }
  rmSync(pidFile(cluster, broker), { force: true });
}

/** Starts a broker that was ended on what it kept; returns when it takes part again. */
export async function startBroker(cluster, id) {
  const broker = brokerOf(cluster, id);
  launch(cluster, broker);
  await comesUp(cluster, broker, 1, AbortSignal.timeout(COMES_UP_WITHIN_MS));
}

/** Stops a broker where it stands: its connections stay open and nothing is answered. */
export function pauseBroker(cluster, id) {
  signalled(cluster, id, 'SIGSTOP');
}

export function continueBroker(cluster, id) {
  signalled(cluster, id, 'SIGCONT');
}

function brokerOf({ brokers }, id) {
  const broker = brokers.find((one) => one.id === id);
  if (broker === undefined) throw new Error(`there is no broker ${id}`);
  return broker;
}

function signalled(cluster, id, signal) {
  const pid = pidOf(cluster, brokerOf(cluster, id));
  if (pid === undefined) throw new Error(`broker ${id} does not run`);
  process.kill(pid, signal);
}

const folderOf = ({ folder }, { id }) => join(folder, `broker-${id}`);
const pidFile = (cluster, broker) => join(folderOf(cluster, broker), 'pid');
const settingsFile = (cluster, broker) => join(folderOf(cluster, broker), 'server.properties');

/** The process of a broker, as long as it runs: the number may be another's by now, the folder on its command line is not. */
function pidOf(cluster, broker) {
  if (!existsSync(pidFile(cluster, broker))) return undefined;
  const pid = Number(readFileSync(pidFile(cluster, broker), 'utf8'));
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes(settingsFile(cluster, broker)) ? pid : undefined;
}

/** Writes the settings of a broker and makes its storage ready. */
async function format(cluster, broker, signal) {
  mkdirSync(folderOf(cluster, broker));
  const lines = Object.entries(settings(cluster, broker)).map(([key, value]) => `${key}=${value}\n`);
  writeFileSync(settingsFile(cluster, broker), lines.join(''));
  const users = cluster.secured === undefined ? [] : scramUsers(cluster.secured);
  const words = ['kafka.tools.StorageTool', 'format', '-t', cluster.id, '-c', settingsFile(cluster, broker), ...users];
  await promisify(execFile)('java', [...JAVA, '-cp', cluster.classes, ...words], { signal });
}

function launch(cluster, broker) {
  const log = openSync(join(folderOf(cluster, broker), 'log'), 'a');
  const words = [...JAVA, '-cp', cluster.classes, 'kafka.Kafka', settingsFile(cluster, broker)];
  // Of a group of its own: Ctrl-C ends the command first, and the brokers after it.
  const child = spawn('java', words, { stdio: ['ignore', log, log], detached: true });
  child.unref();
  closeSync(log);
  writeFileSync(pidFile(cluster, broker), String(child.pid));
}

/** Returns when a broker answers and knows of so many that take part, itself among them. */
async function comesUp(cluster, broker, count, signal) {
  for (const deadline = Date.now() + COMES_UP_WITHIN_MS; ; await pause(LOOK_EVERY_MS, undefined, { signal })) {
    const known = await membersKnownTo(broker);
    if (known.length >= count && known.includes(broker.id)) return;
    if (pidOf(cluster, broker) !== undefined && Date.now() < deadline) continue;
    const log = readFileSync(join(folderOf(cluster, broker), 'log'), 'utf8').split('\n').slice(-20).join('\n');
    throw new Error(`broker ${broker.id} did not come up:\n${log}`);
  }
}

/** The ids of the brokers that take part, as one of them answers; none where it does not. */
async function membersKnownTo({ port }) {
  const client = new kafkajs.Kafka({
    brokers: [`127.0.0.1:${port}`],
    connectionTimeout: 2_000,
    retry: { retries: 0 },
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = client.admin();
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    return brokers.map(({ nodeId }) => nodeId);
  } catch {
    return [];
  } finally {
    await admin.disconnect();
  }
}

/** As a careful operator sets a cluster; with one broker there is nothing to copy to. */
function settings(cluster, { id, port, controller }) {
  const { brokers, folder, secured } = cluster;
  const door = secured === undefined ? '' : `,SECURED://127.0.0.1:${secured.port}`;
  const copies = brokers.length;
  const leastCopies = copies > 1 ? 2 : 1;
  return {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': brokers.map((one) => `${one.id}@127.0.0.1:${one.controller}`).join(','),
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}${door}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}${door}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': join(folder, `broker-${id}`, 'data'),
    'default.replication.factor': copies,
    'min.insync.replicas': leastCopies,
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': leastCopies,
    'transaction.state.log.num.partitions': 4,
    // A topic that is missing must be noticed, not made with whatever partitions.
    'auto.create.topics.enable': false,
    'group.initial.rebalance.delay.ms': 0,
    'num.network.threads': 2,
    'num.io.threads': 4,
    // By default half of the small memory would be set aside for it.
    'log.cleaner.dedupe.buffer.size': 8 * 1024 * 1024,
    ...(secured === undefined ? {} : securedSettings(folder, secured)),
  };
}

/** What Kafka calls a cluster's id: 16 bytes, base64url, not taken for an option where it begins with a dash. */
function clusterId() {
  const bytes = randomBytes(16);
  bytes[0] &= 0x7f;
  return bytes.toString('base64url');
}

/** Where the server's classes lie; Maven fetches them once for each version of the pom. */
function classPath() {
  requireJava();
  const pom = readFileSync(POM);
  const kept = join(CACHE, `kafka-${createHash('sha256').update(pom).digest('hex').slice(0, 12)}`);
  if (!existsSync(kept)) {
    mkdirSync(CACHE, { recursive: true });
    const fetched = mkdtempSync(`${kept}-`);
    try {
      succeed('mvn', ['-B', '-q', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${fetched}`]);
      // At once or not at all: somebody else may fetch the same.
      if (!existsSync(kept)) renameSync(fetched, kept);
    } finally {
      rmSync(fetched, { recursive: true, force: true });
    }
  }
  return join(kept, '*');
}

function requireJava() {
  const missing = [
    ...(isInstalled('java', '-version') ? [] : ['openjdk-17-jre-headless']),
    ...(isInstalled('mvn') ? [] : ['maven']),
  ];
  if (missing.length === 0) return;
  if (!installsPackages) throw new Error(`Kafka needs Java 17 and Maven. On Debian: apt-get install ${missing.join(' ')}`);
  installPackages(...missing);
}

await asCommand(import.meta.url, { ...kafka, engines: [kafka] });
