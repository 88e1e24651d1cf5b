import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { typed } from '../../../../test/support/command-line.js';
import { OwnDatabase } from '../../../../test/support/own-database.js';

describe('throughline migrate', () => {
  const role = `migrate_app_${process.pid}`;
  const database = OwnDatabase.named('migrate');
  const { url: owner } = database;
  const app = database.as(role);
  const esdb = ['--store', 'esdb', '--esdb', 'esdb://127.0.0.1:1?tls=false', '--postgres', app];

  beforeAll(async () => {
    await database.make();
    await database.makeRole(role);
    process.env['THROUGHLINE_POSTGRES_OWNER'] = owner;
  });
  afterAll(async () => {
    delete process.env['THROUGHLINE_POSTGRES_OWNER'];
    await database.remove();
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
      { schema: 'throughline', made: false, applied: [], owner: new URL(owner).username, application: role },
    ]);
  });

  it('refuses where no server is set, and where the server does not answer', async () => {
    const nowhere = await typed('migrate', '--json');
    expect([nowhere.code, JSON.parse(nowhere.stderr)]).toEqual([2, expect.objectContaining({ code: 'STORE_DIFFERS' })]);
    const away = await typed('migrate', '--json', '--store', 'postgres', '--postgres', 'postgres://nobody@127.0.0.1:1/none');
    expect([away.code, JSON.parse(away.stderr)]).toEqual([1, expect.objectContaining({ code: 'STORE_UNAVAILABLE' })]);
  });
});
