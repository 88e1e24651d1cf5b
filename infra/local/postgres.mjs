// A throwaway PostgreSQL server for the tests: its own cluster in a temporary folder, on a free port. It flushes what it
// commits, as servers do by themselves; on its command line that would be for good, and some tests switch it off.
//
//   node infra/local/postgres.mjs up                   starts one and prints its URL, to be exported
//   node infra/local/postgres.mjs down                 stops it and removes its folder
//   node infra/local/postgres.mjs run -- <command>     starts one, runs the command with POSTGRES_URL, stops it
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asCommand } from './command.mjs';
import { freePort, installPackages, installsPackages, isRoot, succeed } from './machine.mjs';

export const postgres = {
  name: 'postgres',
  title: 'PostgreSQL',
  options: (words) => (words.length === 0 ? {} : undefined),

  async start({ begins, signal }) {
    const bin = binaries();
    const port = await freePort();
    signal.throwIfAborted();
    const folder = mkdtempSync(join(tmpdir(), 'throughline-postgres-'));
    const data = join(folder, 'data');
    const place = { bin, folder, data, url: `postgres://postgres@127.0.0.1:${port}/postgres` };
    begins(place);
    // The server refuses to run as root; the system's package brings a user for it.
    if (isRoot) {
      const [uid, gid] = ['-u', '-g'].map((flag) => Number(succeed('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'inherit'] })));
      chownSync(folder, uid, gid);
    }
    asServer(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
    serve(place);
    return place;
  },

  isUp: ({ bin, url }) => spawnSync(join(bin, 'pg_isready'), ['-q', '-d', url]).status === 0,

  startAgain: (place) => serve(place),

  stop(place) {
    const { bin, folder, data } = place;
    if (runs(place)) asServer(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  },

  environment: ({ url }) => ({ POSTGRES_URL: url }),

  settings: ({ url }) => ({ THROUGHLINE_STORE: 'postgres', THROUGHLINE_POSTGRES: url }),
};

/** Starts the server on its data; returns when it answers. */
function serve({ bin, folder, data, url }) {
  const settings = `-p ${new URL(url).port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=400`;
  asServer(join(bin, 'pg_ctl'), ['-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start']);
}

function runs({ bin, data }) {
  const [command, ...args] = serverCommand(join(bin, 'pg_ctl'), ['-D', data, 'status']);
  return spawnSync(command, args, { stdio: 'ignore', cwd: tmpdir() }).status === 0;
}

/** The folder of the newest server installed; installs the system's package where there is none. */
function binaries() {
  const found = newest();
  if (found) return found;
  if (!installsPackages) throw new Error('PostgreSQL is not installed. On Debian: apt-get install postgresql');
  // The package would make and start a cluster of its own, which nobody needs here.
  installPackages('postgresql-common');
  writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n');
  installPackages('postgresql');
  const installed = newest();
  if (installed === undefined) throw new Error('the package postgresql brought no server');
  return installed;
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
  const [first, ...rest] = serverCommand(command, args);
  succeed(first, rest);
}

function serverCommand(command, args) {
  return isRoot ? ['runuser', '-u', 'postgres', '--', command, ...args] : [command, ...args];
}

await asCommand(import.meta.url, { ...postgres, engines: [postgres] });
