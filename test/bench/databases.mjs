import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A database of its own on the server that `POSTGRES_URL` names; its URL. */
export async function database(name, server = process.env.POSTGRES_URL) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${name}`);
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Settings and version of the server, for the table. */
export async function aboutServer(server = process.env.POSTGRES_URL) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const show = async (name) => (await client.query(`show ${name}`)).rows[0][name];
  const about = { version: await show('server_version'), fsync: await show('fsync'), synchronousCommit: await show('synchronous_commit') };
  await client.end();
  return about;
}

/** Dumps a database into a file, as an operator does. */
export function dump(url, file) {
  run('pg_dump', ['--format=plain', '--no-owner', '--file', file, url]);
}

/** Restores a dump into an empty database. */
export function restore(url, file) {
  run('psql', ['--quiet', '--no-psqlrc', '--set', 'ON_ERROR_STOP=1', '--output', '/dev/null', '--file', file, url]);
}

function run(tool, args) {
  const done = spawnSync(join(folder(), tool), args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${tool} failed: ${done.error?.message ?? done.stderr}`);
}

/** The tools of the newest server installed; those on the path where there is none in the usual place. */
function folder() {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.length === 0 ? '' : join(root, versions[0], 'bin');
}
