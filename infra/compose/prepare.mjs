// Makes what docker-compose.yml needs and nobody may share: passwords, connection strings and .env. What is there is kept.
//
//   node infra/compose/prepare.mjs [--store esdb|postgres] [--into <folder>]
//
// Exit 0: all is there. 1: the store asked for is not the one that was prepared. 2: wrong use.
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const NODES = ['esdb-1:2113', 'esdb-2:2113', 'esdb-3:2113'].join(',');

/** What is random, and what is made of it. Letters and digits alone: they stand in URLs and in a shell. */
const SECRETS = {
  'esdb-password': random,
  'esdb-ops-password': random,
  esdb: (secret) => `esdb://admin:${secret('esdb-password')}@${NODES}?tls=true&tlsCAFile=/certificates/ca/ca.crt`,
  'postgres-password': random,
  'postgres-owner-password': random,
  'postgres-owner': (secret) => `postgres://throughline_owner:${secret('postgres-owner-password')}@postgres:5432/throughline`,
  'postgres-app-password': random,
  'postgres-app': (secret) => `postgres://throughline_app:${secret('postgres-app-password')}@postgres:5432/throughline`,
  'grafana-password': random,
};

const { store: asked, into } = asTyped();
const env = join(into, '.env');
const before = existsSync(env) ? readFileSync(env, 'utf8') : '';
const kept = (key) => new RegExp(`^${key}=(.*)$`, 'm').exec(before)?.[1];
const store = asked ?? kept('THROUGHLINE_STORE') ?? 'esdb';
const was = kept('THROUGHLINE_STORE');
// The events stay where they are: another store would begin a ledger anew beside them.
if (was !== undefined && was !== store) end(1, `THROUGHLINE_STORE: got ${store}, wanted ${was}, where the events are. Move them first: throughline move`);

// Nobody else on this machine can enter the folder. The files in it are for the users of several containers, which are not its owner.
const folder = join(into, 'infra', 'compose', 'secrets');
mkdirSync(folder, { recursive: true, mode: 0o700 });
const writer = { uid: process.getuid?.() || 1000, gid: process.getgid?.() || 1000 };
for (const name of ['', 'authority', 'ca', 'node-1', 'node-2', 'node-3']) {
  const made = join(folder, 'certificates', name);
  mkdirSync(made, { recursive: true });
  // The generator of certificates is not root, whoever prepares for it.
  if (process.getuid?.() === 0) chownSync(made, writer.uid, writer.gid);
}
const secret = (name) => readFileSync(join(folder, name), 'utf8');
for (const [name, make] of Object.entries(SECRETS)) {
  if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), make(secret), { mode: 0o444 });
}

const settings = {
  COMPOSE_PROFILES: store,
  THROUGHLINE_STORE: store,
  // Brokers of one cluster know each other by it, and refuse those of another.
  KAFKA_CLUSTER_ID: kept('KAFKA_CLUSTER_ID') ?? randomBytes(16).toString('base64url'),
  // Who may write to the folder of certificates.
  THROUGHLINE_USER: kept('THROUGHLINE_USER') ?? `${writer.uid}:${writer.gid}`,
};
const own = before.split('\n').filter((line) => line !== '' && !(line.split('=')[0] in settings));
writeFileSync(env, `${[...Object.entries(settings).map(([key, value]) => `${key}=${value}`), ...own].join('\n')}\n`);
console.log(`Secrets in ${folder}, settings in ${env}. Keep both out of sight, and in a backup.\ndocker compose up -d --build --wait`);

function random() {
  return randomBytes(24).toString('hex');
}

function asTyped() {
  try {
    const { values } = parseArgs({ options: { store: { type: 'string' }, into: { type: 'string', default: ROOT } } });
    if (values.store === undefined || values.store === 'esdb' || values.store === 'postgres') return values;
    return end(2, `--store: got "${values.store}", wanted esdb or postgres`);
  } catch (error) {
    return end(2, error.message);
  }
}

function end(code, message) {
  console.error(message);
  process.exit(code);
}
