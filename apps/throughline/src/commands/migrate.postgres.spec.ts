import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { typed } from '../../../../test/support/command-line.js';

const url = process.env['POSTGRES_URL'];
if (url === undefined) throw new Error('POSTGRES_URL names no server: npm run test:postgres starts one');

describe('throughline migrate', () => {
  const database = `migrate_${process.pid}`;
  const role = `migrate_app_${process.pid}`;
  const admin = new pg.Client(url);
  const owner = Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const app = Object.assign(new URL(owner), { username: role, password: 'known' }).href;
  const esdb = ['--store', 'esdb', '--esdb', 'esdb://127.0.0.1:1?tls=false', '--postgres', app];

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`create role ${role} login password 'known'`);
    await admin.query(`create database ${database}`);
    process.env['THROUGHLINE_POSTGRES_OWNER'] = owner;
  });
  afterAll(async () => {
    delete process.env['THROUGHLINE_POSTGRES_OWNER'];
    await admin.query(`drop database ${database} with (force)`);
    await admin.query(`drop role ${role}`);
    await admin.end();
  });

  it('makes the schema and says what it did; run again it does nothing, also for a ledger in EventStoreDB', async () => {
    const { code, stdout } = await typed('migrate', '--store', 'postgres', '--postgres', app);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^schema throughline made\n0001_events applied\n/)]);
    expect(stdout).toMatch(
      new RegExp(`\nSchema throughline is up to date\\. It belongs to \\w+; ${role} may read and append\\.\n$`),
    );
    const again = await typed('migrate', '--json', ...esdb);
    expect([again.code, JSON.parse(again.stdout)]).toEqual([
      0,
      { schema: 'throughline', made: false, applied: [], owner: new URL(url).username, application: role },
    ]);
  });

  it('refuses where no server is set, and where the server does not answer', async () => {
    const nowhere = await typed('migrate', '--json');
    expect([nowhere.code, JSON.parse(nowhere.stderr)]).toEqual([2, expect.objectContaining({ code: 'STORE_DIFFERS' })]);
    const away = await typed('migrate', '--json', '--store', 'postgres', '--postgres', 'postgres://nobody@127.0.0.1:1/none');
    expect([away.code, JSON.parse(away.stderr)]).toEqual([1, expect.objectContaining({ code: 'STORE_UNAVAILABLE' })]);
  });
});
