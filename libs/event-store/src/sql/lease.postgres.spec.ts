import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OwnDatabase } from '../../../../test/support/own-database.js';
import { begun, until } from '../contract/leases.contract.js';
import { refusalOf } from '../contract/opened.js';
import { LeaseLost, Leases, requireHeld } from './lease.js';
import { type OpenPostgres, openPostgres } from './postgres.js';
import { ConnectionLost } from './sql.js';

jest.setTimeout(60_000);

const LONG = 60;
/** Runs out while a test waits. */
const SHORT = 2;
/** Three renewals are the time of a lease: none may come too late on a machine that is busy. */
const RENEWED = 6;

describe('a lease on a server, while its holder writes', () => {
  const database = OwnDatabase.named('leases');
  let opened: OpenPostgres;

  beforeAll(async () => {
    await database.make();
    opened = await openPostgres({ connectionString: database.url, connections: 8 });
    await opened.sql.query('create table if not exists written (epoch bigint, again boolean)');
  });
  afterAll(async () => {
    await opened.close();
    await database.remove();
  });

  /** A holder that does not renew writes in a transaction and ends it when the test says so; another waits for its turn. */
  const overtaken = async (name: string, guarded: boolean) => {
    const { sql } = opened;
    const { held, end } = await begun(new Leases(sql, { holder: 'one', seconds: LONG }), name);
    const ending = new AbortController();
    let hasWritten = false;
    const writing = sql.transaction(async (queries) => {
      if (guarded) await requireHeld(queries, held);
      await queries.query('insert into written values ($1, false)', [String(held.epoch)]);
      await sql.query('update leases set until = clock_timestamp() where name = $1', [name]);
      hasWritten = true;
      await until(() => ending.signal.aborted);
    });
    await until(() => hasWritten);
    const taking = begun(new Leases(sql, { holder: 'two', seconds: LONG }), name);
    let isTaken = false;
    void taking.then(() => {
      isTaken = true;
    });
    const waitsForLock = `select 1 from pg_stat_activity a
      where a.datname = current_database() and a.wait_event_type = 'Lock' and a.query like 'insert into leases%'`;
    await until(async () => isTaken || (await sql.query(waitsForLock)).length > 0);
    const overtook = isTaken;
    ending.abort();
    await writing;
    const after = await taking;
    expect(after.held.epoch).toBe(held.epoch + 1n);
    await after.end();
    await end();
    return overtook;
  };

  it('is not taken over before the transaction ends', async () => {
    expect(await overtaken('guarded', true)).toBe(false);
  });

  it('control: without requireHeld it is taken over in the middle of it', async () => {
    expect(await overtaken('unguarded', false)).toBe(true);
  });

  it('is renewed meanwhile', async () => {
    const { sql } = opened;
    const { held, end } = await begun(new Leases(sql, { holder: 'one', seconds: RENEWED }), 'renewed');
    const untilNow = async () =>
      (await sql.query<{ until: string }>(`select l.until::text as until from leases l where l.name = 'renewed'`))[0]?.until;
    await sql.transaction(async (queries) => {
      await requireHeld(queries, held);
      // Each look at it is a statement of the same transaction, so that it does not stand idle.
      for (const seen = new Set<string | undefined>(); seen.size < 4; await queries.query('select 1')) seen.add(await untilNow());
    });
    expect(held.lost.aborted).toBe(false);
    await end();
  });

  it('is taken over where the holder stands still in its transaction: the server ends that, and nothing of it is written', async () => {
    const { sql } = opened;
    const { held, end } = await begun(new Leases(sql, { holder: 'one', seconds: SHORT }), 'stands still');
    const writing = sql.transaction(async (queries) => {
      await requireHeld(queries, held);
      await queries.query('insert into written values ($1, true)', [String(held.epoch)]);
      // As one that is stopped: no statement, no renewal that counts.
      await sql.query(`update leases set until = clock_timestamp() where name = 'stands still'`);
      const after = await begun(new Leases(sql, { holder: 'two', seconds: LONG }), 'stands still');
      await after.end();
    });
    expect(await refusalOf(writing)).toBeInstanceOf(ConnectionLost);
    expect(await sql.query('select 1 from written where again')).toEqual([]);
    await expect(sql.transaction((queries) => requireHeld(queries, held))).rejects.toThrow(LeaseLost);
    await end();
  });
});
