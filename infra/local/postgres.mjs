// A throwaway PostgreSQL server for the tests: its own cluster in a temporary folder, on a free port, fsync on.
//
//   node infra/local/postgres.mjs up                   starts one and prints its URL
//   node infra/local/postgres.mjs down                 stops it and removes its folder
//   node infra/local/postgres.mjs run -- <command>     starts one, runs the command with POSTGRES_URL, stops it
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STATE = join(tmpdir(), 'throughline-local-postgres.json');
const isRoot = process.getuid?.() === 0;

const [action, ...rest] = process.argv.slice(2);
if (action === 'up') {
  const server = await start();
  writeFileSync(STATE, JSON.stringify(server));
  console.log(server.url);
} else if (action === 'down') {
  if (!existsSync(STATE)) fail('no server was started with "up"');
  stop(JSON.parse(readFileSync(STATE, 'utf8')));
  rmSync(STATE);
} else if (action === 'run' && rest[0] === '--' && rest.length > 1) {
  process.exit(await run(rest.slice(1)));
} else {
  fail('use: postgres.mjs up | down | run -- <command>', 2);
}

/** Runs a command beside a server of its own; the command's exit code. */
async function run([command, ...args]) {
  const server = await start();
  const env = { ...process.env, POSTGRES_URL: server.url, CI_ENGINES: 'required' };
  const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  // The command hears the signal as well and ends; the server is stopped after it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0)));
  });
  stop(server);
  return code;
}

async function start() {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'throughline-postgres-'));
  // The server refuses to run as root; the system's package brings a user for it.
  if (isRoot) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(succeed('id', [flag, 'postgres'])));
    chownSync(folder, uid, gid);
  }
  const data = join(folder, 'data');
  const port = await freePort();
  asServer(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=on -c max_connections=400`;
  asServer(join(bin, 'pg_ctl'), ['-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start']);
  return { bin, folder, data, url: `postgres://postgres@127.0.0.1:${port}/postgres` };
}

function stop({ bin, folder, data }) {
  asServer(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop']);
  rmSync(folder, { recursive: true, force: true });
}

/** The folder of the newest server installed; installs the system's package where there is none. */
function binaries() {
  const found = newest();
  if (found) return found;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) fail('PostgreSQL is not installed. On Debian: apt-get install postgresql');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  succeed('apt-get', ['update', '-qq'], { env });
  // The package would make and start a cluster of its own, which nobody needs here.
  succeed('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql-common'], { env });
  writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n');
  succeed('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { env });
  return newest() ?? fail('the package postgresql brought no server');
}

function newest() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const installed = versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (installed) return installed;
  const onPath = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const bin = onPath.status === 0 ? onPath.stdout.trim() : undefined;
  return bin && existsSync(join(bin, 'initdb')) ? bin : undefined;
}

function asServer(command, args) {
  return isRoot ? succeed('runuser', ['-u', 'postgres', '--', command, ...args]) : succeed(command, args);
}

function succeed(command, args, options = {}) {
  // The server inherits what it is given: a pipe that it holds open would never end.
  const quiet = command === 'id' ? {} : { stdio: ['ignore', 'ignore', 'inherit'] };
  const result = spawnSync(command, args, { encoding: 'utf8', cwd: tmpdir(), ...quiet, ...options });
  if (result.status !== 0) fail(`${command} ${args.join(' ')} failed${result.error ? `: ${result.error.message}` : ''}`);
  return result.stdout?.trim() ?? '';
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function fail(message, code = 1) {
  console.error(message);
  process.exit(code);
}
