import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type OpenPostgres, openPostgres, START } from '#event-store';
import { newId } from '#kernel';
import { ProjectionRunner } from '#projections';
import { PROJECTIONS } from '#read-models';
import { counted } from '../../libs/event-store/src/contract/opened.js';

const DATABASE = 'throughline_roles';
/** Where Debian keeps what its servers bring. */
const SERVERS = '/usr/lib/postgresql';
const binaries = existsSync(SERVERS) ? readdirSync(SERVERS).map((version) => join(SERVERS, version, 'bin')) : [];

/** A real server, made ready as the compose file does it: infra/compose/postgres/roles.sh with the secrets of prepare.mjs. */
describe('PostgreSQL of the services profile', () => {
  const into = mkdtempSync(join(tmpdir(), 'throughline-roles-'));
  const server = new URL(process.env['POSTGRES_URL'] ?? '');
  const as = (role: string, password = '') =>
    Object.assign(new URL(server), { username: role, password, pathname: `/${DATABASE}` }).href;
  let open: OpenPostgres;

  const administered = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: server.href });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const removed = () =>
    administered(
      `drop database if exists ${DATABASE}`,
      ...['owner', 'app'].map((role) => `drop role if exists throughline_${role}`),
    );

  beforeAll(async () => {
    await removed();
    await administered(`create database ${DATABASE}`);
    spawnSync(process.execPath, ['infra/compose/prepare.mjs', '--into', into]);
    const env = {
      PATH: [process.env['PATH'], ...binaries].join(':'),
      POSTGRES_USER: server.username,
      POSTGRES_DB: DATABASE,
      PGHOST: server.hostname,
      PGPORT: server.port,
      SECRETS: join(into, 'infra', 'compose', 'secrets'),
    };
    const done = spawnSync('sh', ['infra/compose/postgres/roles.sh'], { env, encoding: 'utf8' });
    expect([done.status, done.stderr]).toEqual([0, '']);
    open = await openPostgres({ connectionString: as('throughline_app'), owner: as('throughline_owner') });
  });
  afterAll(async () => {
    await open.close();
    await removed();
    rmSync(into, { recursive: true });
  });

  it('lets the program record and keep its read models', async () => {
    const runner = new ProjectionRunner(open.sql, open.store, PROJECTIONS);
    await runner.start();
    await runner.stop();
    expect((await runner.status()).filter(({ failure }) => failure !== null)).toEqual([]);
    expect(await open.sql.query('select current_user::text as name')).toEqual([{ name: 'throughline_app' }]);
  });

  it('lets it neither change nor remove an event, nor switch off what refuses that', async () => {
    const refused = (statement: string) => expect(open.sql.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    await refused('update throughline.events set body = body');
    await refused('delete from throughline.events');
    await refused('truncate throughline.events');
    await refused('alter table throughline.events disable trigger events_never_change');
  });

  it('comes back from a dump, events in order and rights as they were, by the commands of docs/operations/back-up-services.md', async () => {
    await open.store.append(
      `commitment-${newId()}`,
      [1, 2, 3].map((n) => counted(n)),
      'no-stream',
    );
    const before = await open.store.readAll(START, { limit: 100 });
    const file = join(into, 'throughline.dump');
    const env = { PATH: [process.env['PATH'], ...binaries].join(':'), PGHOST: server.hostname, PGPORT: server.port };
    const run = (tool: string, ...words: string[]) =>
      spawnSync(tool, ['--username', server.username, ...words], { env, encoding: 'utf8' });
    expect(run('pg_dump', '--format', 'custom', '--file', file, DATABASE)).toMatchObject({ status: 0 });
    await open.close();
    expect(run('pg_restore', '--dbname', DATABASE, '--clean', '--if-exists', file)).toMatchObject({ status: 0, stderr: '' });
    open = await openPostgres({ connectionString: as('throughline_app'), owner: as('throughline_owner') });
    expect(await open.store.readAll(START, { limit: 100 })).toEqual(before);
    await expect(open.sql.query('delete from throughline.events')).rejects.toThrow('permission denied');
  });

  it('lets nobody else in', async () => {
    await administered('drop role if exists throughline_stranger', 'create role throughline_stranger login');
    const client = new pg.Client({ connectionString: as('throughline_stranger') });
    await expect(client.connect()).rejects.toThrow('permission denied for database');
    await administered('drop role throughline_stranger');
  });
});
