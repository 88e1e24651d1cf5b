import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateSchema, type OpenPostgres, openPostgres, START } from '#event-store';
import { newId } from '#kernel';
import { ProjectionRunner } from '#projections';
import { PROJECTIONS } from '#read-models';
import { counted } from '../../libs/event-store/src/contract/opened.js';
import { TwoRoles } from './two-roles.js';

/** A real server, made ready as the compose file does it, and migrated as its service `schema` does. */
describe('PostgreSQL of the services profile', () => {
  const into = mkdtempSync(join(tmpdir(), 'throughline-roles-'));
  const server = new TwoRoles('throughline_roles');
  const app = server.as('throughline_app');
  let open: OpenPostgres;

  beforeAll(async () => {
    spawnSync(process.execPath, ['infra/compose/prepare.mjs', '--into', into]);
    await server.make(join(into, 'infra', 'compose', 'secrets'));
    await migrateSchema({ connectionString: app, owner: server.as('throughline_owner') });
    open = await openPostgres({ connectionString: app });
  });
  afterAll(async () => {
    await open.close();
    await server.remove();
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
    const run = (tool: string, ...words: string[]) => spawnSync(tool, words, { env: server.env, encoding: 'utf8' });
    expect(run('pg_dump', '--format', 'custom', '--file', file, server.database)).toMatchObject({ status: 0 });
    await open.close();
    expect(run('pg_restore', '--dbname', server.database, '--clean', '--if-exists', file)).toMatchObject({
      status: 0,
      stderr: '',
    });
    open = await openPostgres({ connectionString: app });
    expect(await open.store.readAll(START, { limit: 100 })).toEqual(before);
    await expect(open.sql.query('delete from throughline.events')).rejects.toThrow('permission denied');
  });

  it('lets nobody else in', async () => {
    await server.administered('drop role if exists throughline_stranger', 'create role throughline_stranger login');
    const client = new pg.Client({ connectionString: server.as('throughline_stranger') });
    await expect(client.connect()).rejects.toThrow('permission denied for database');
    await server.administered('drop role throughline_stranger');
  });
});
