import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { connectPostgres, Leases, type OpenPostgres, openPostgres, type Sql } from '#event-store';
import { OwnDatabase } from '../../../test/support/own-database.js';
import { ProjectionRunner, type RunnerOptions } from './runner.js';
import { appendMany, contents, tallies } from './testing/tallies.js';

jest.setTimeout(120_000);

const PATIENCE_MS = 60_000;

describe('a PostgreSQL that is set to read only while read models follow the log', () => {
  let database: OwnDatabase;
  let projector: string;
  let writer: OpenPostgres;
  let reader: OpenPostgres;
  let runner: ProjectionRunner;

  const readOnly = async (setting: 'on' | 'off') => {
    await database.admin.query(`alter database ${database.name} set default_transaction_read_only = ${setting}`);
  };
  const cutOff = async () => {
    await database.admin.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1', [projector]);
  };
  const failures = async () => {
    const { rows } = await database.admin.query<{ failure: string }>(
      'select failure from throughline.projection_checkpoints where failure is not null',
    );
    return rows;
  };
  const begin = async (sql: Sql, options: RunnerOptions = {}) => {
    runner = new ProjectionRunner(sql, reader.store, [tallies()], { batchSize: 16, ...options });
    await runner.start();
    await runner.waitFor((await appendMany(writer.store, 20)).at(-1)?.position ?? '', PATIENCE_MS);
  };
  /** Events come while nothing can be taken in; then it can again. */
  const throughIt = async () => {
    const last = (await appendMany(writer.store, 50)).at(-1)?.position ?? '';
    await expect(runner.waitFor(last, 3_000)).rejects.toMatchObject({ code: 'READ_MODEL_BEHIND' });
    expect(await failures()).toEqual([]);
    await readOnly('off');
    await runner.waitFor(last, PATIENCE_MS);
    expect(await failures()).toEqual([]);
    expect((await contents(writer.sql, tallies())).split('\n').filter((row) => /^\(.{36}\)$/.test(row))).toHaveLength(70);
  };

  beforeEach(async () => {
    database = OwnDatabase.named(`set_to_read_only_${Date.now().toString(36)}`);
    projector = `${database.name}_projector`;
    await database.make();
    await database.makeRole(projector);
    await database.admin.query(`grant create on database ${database.name} to "${projector}"`);
    // Who writes the log goes on, so that events come meanwhile.
    await database.admin.query(`alter role current_user in database ${database.name} set default_transaction_read_only = off`);
    reader = await openPostgres({ connectionString: database.as(projector), connections: 4 });
    writer = await openPostgres({ connectionString: database.url, connections: 2 });
  });
  afterEach(async () => {
    await runner.stop();
    await reader.close();
    await writer.close();
    await database.remove();
  });

  it('is waited for where no session writes any more: no event is to blame, and they go on by themselves', async () => {
    const { sql } = reader;
    await begin(sql);
    await readOnly('on');
    await cutOff();
    await throughIt();
  });

  it('is waited for where sessions begun before still write, and could note a failure that is none', async () => {
    const before = reader.sql;
    // Its sessions begin when they are first needed. As of a pool that has both kinds: what is taken in meets a new one, and
    // the note an old one.
    const later = connectPostgres({ connectionString: database.as(projector), connections: 2 });
    let isSet = false;
    const both: Sql = {
      query: (text, parameters) => before.query(text, parameters),
      transaction: (work, options) => (isSet ? later : before).transaction(work, options),
      listen: (channel, heard) => before.listen(channel, heard),
      close: () => Promise.resolve(),
    };
    await begin(both);
    await readOnly('on');
    isSet = true;
    await throughIt();
    await later.close();
  });

  it('is waited for by those that share the work under leases, whose time ends meanwhile', async () => {
    const { sql } = reader;
    await begin(sql, { partitions: 3, elects: new Leases(sql, { holder: 'one', seconds: 3 }) });
    await readOnly('on');
    await cutOff();
    await throughIt();
  });

  it('is told from an event that cannot be taken in, which is noted and stops it', async () => {
    const { sql } = reader;
    await begin(sql);
    await database.admin.query(
      'create or replace function throughline.refuses() returns trigger language plpgsql as $$ begin raise check_violation; end $$',
    );
    const [{ build } = { build: '' }] = await writer.sql.query<{ build: string }>(
      'select build from projection_builds where serving',
    );
    await database.admin.query(
      `create trigger refuses before insert on throughline.rm_seen_${build} for each row execute function throughline.refuses()`,
    );
    const last = (await appendMany(writer.store, 5)).at(-1)?.position ?? '';
    await expect(runner.waitFor(last, PATIENCE_MS)).rejects.toMatchObject({ code: 'READ_MODEL_STOPPED' });
    expect(await failures()).toHaveLength(1);
  });
});
