import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnDatabase } from '../../../test/support/own-database.js';
import { openBeside, openPostgresLedger } from './postgres-ledger.js';
import { lookAtPostgres } from './sql/look.js';
import { leaveMarker } from './store-marker.js';

describe('a ledger on a PostgreSQL server with its data folder', () => {
  const database = OwnDatabase.named('folder');
  const { admin, url: server } = database;
  let folder: string;
  let data: string;
  let ledgerId: string;

  const opened = async (schema: string, at = data) => {
    const ledger = await openPostgresLedger({ folder: at, connectionString: server, schema, connections: 2 });
    await ledger.close();
    return ledger.ledgerId;
  };
  const refusalOf = (opening: Promise<unknown>): Promise<Error> =>
    opening.then(
      () => Promise.reject(new Error('nothing was refused')),
      (error: unknown) => error as Error,
    );
  const schemas = async () =>
    (await admin.query<{ name: string }>(`select nspname as name from pg_namespace where nspname ~ '^of_' order by 1`)).rows.map(
      ({ name }) => name,
    );

  beforeAll(async () => {
    await database.make();
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    data = join(folder, 'data');
    ledgerId = await opened('of_folder');
  });
  afterAll(async () => {
    await database.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('is founded where the folder belongs to none, and opened again', async () => {
    expect(await opened('of_folder')).toBe(ledgerId);
  });

  it('is refused where the server holds none and the folder belongs to one: nothing is made on the server', async () => {
    const { message, ...error } = await refusalOf(opened('of_nobody'));
    expect(error).toMatchObject({ code: 'LEDGER_FORKED' });
    expect(message).toBe(
      `${data} belongs to ledger ${ledgerId} (PostgreSQL, schema "of_folder"); the server holds no ledger in PostgreSQL, schema ` +
        '"of_nobody", and none was made. Connect to the server and the ledger it belongs to (THROUGHLINE_POSTGRES, ' +
        'THROUGHLINE_POSTGRES_SCHEMA), or name another data folder',
    );
    await admin.query('create schema of_made');
    await refusalOf(opened('of_made'));
    const made = await admin.query(`select 1 from pg_class t where t.relnamespace = 'of_made'::regnamespace`);
    expect(made.rows).toEqual([]);
    await admin.query('drop schema of_made');
    expect(await schemas()).toEqual(['of_folder']);
  });

  it('is refused where the server holds another, which is not brought up to date first', async () => {
    const other = await opened('of_another', join(folder, 'other'));
    await admin.query(`delete from of_another.migrations where name = '0009_restore_events'`);
    const { message } = await refusalOf(opened('of_another'));
    expect(message).toContain(`belongs to ledger ${ledgerId} (PostgreSQL, schema "of_folder"); the server holds ${other}`);
    const { rows } = await admin.query(`select from of_another.migrations where name = '0009_restore_events'`);
    expect(rows).toEqual([]);
    expect(await readdir(data)).toEqual(['store.json']);
  });

  it('says of a server that refuses that it does, and which setting is to be mended', async () => {
    const at = (change: Readonly<{ username?: string; pathname?: string }>) =>
      openPostgresLedger({ folder: join(folder, 'new'), connectionString: Object.assign(new URL(server), change).href });
    const nobody = await refusalOf(at({ username: 'nobody_here' }));
    expect(nobody).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(nobody.message).toMatch(
      /^PostgreSQL at \S+ refuses: role "nobody_here" does not exist\. Mend .* in THROUGHLINE_POSTGRES, /,
    );
    const { href } = Object.assign(new URL(server), { pathname: '/no_database' });
    const [looked] = await lookAtPostgres({ connectionString: href }, () => Promise.resolve());
    expect(looked?.what).toBe('refuses: database "no_database" does not exist');
    const { message } = await refusalOf(at({ pathname: '/no_database' }));
    expect(message).toMatch(/^PostgreSQL at \S+ refuses: database "no_database" does not exist\. Mend /);
  });

  it('beside events in EventStoreDB is refused where its texts lie on a server, and this one holds none', async () => {
    const beside = join(folder, 'beside');
    await mkdir(beside);
    const options = { connectionString: server, schema: 'of_beside', connections: 2 };
    await (await openBeside(beside, options)).close();
    await leaveMarker(beside, { format: 1, store: 'esdb', ledger: 'north', ledgerId, beside: 'postgres' });
    await (await openBeside(beside, options)).close();
    const { message } = await refusalOf(openBeside(beside, { ...options, schema: 'of_besides' }));
    expect(message).toContain('schema "of_besides" of the server holds none, and none was made');
    expect(await schemas()).not.toContain('of_besides');
  });
});
