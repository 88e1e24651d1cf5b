import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { PostgresServer } from '../../../test/faults/postgres-server.js';
import { OwnDatabase } from '../../../test/support/own-database.js';
import { decisionsContract } from './contract/decisions.contract.js';
import { eventStoreContract } from './contract/event-store.contract.js';
import { leasesContract } from './contract/leases.contract.js';
import { counted, everything, type OpenedSql, refusalOf, seedRow } from './contract/opened.js';
import { sqlEventStoreContract } from './contract/sql.contract.js';
import { StoreUnavailable } from './port.js';
import { lookAtPostgres } from './sql/look.js';
import { type OpenPostgres, openPostgres, type PostgresOptions } from './sql/postgres.js';
import { ConnectionLost, sqlState } from './sql/sql.js';
import { SqlTexts } from './texts.js';

// Some tests wait for sixteen writers: on a machine that is busy with other things, for a while.
jest.setTimeout(30_000);

describe('on PostgreSQL', () => {
  const database = OwnDatabase.named('contract');
  const { admin, url: connectionString } = database;
  let ledgers = 0;

  beforeAll(() => database.make());
  afterAll(() => database.remove());

  const newSchema = () => `ledger_${(ledgers += 1)}`;

  async function openSchema(schema: string): Promise<OpenedSql> {
    const opened: OpenPostgres[] = [];
    const again = async (over: Partial<PostgresOptions> = {}) => {
      const one = await openPostgres({ connectionString, schema, connections: 4, ...over });
      opened.push(one);
      return one;
    };
    const { store, sql } = await again();
    let closed = false;
    const close = async () => {
      if (closed) return;
      closed = true;
      for (const one of opened) await one.close();
    };
    return {
      store,
      texts: new SqlTexts(sql),
      sql,
      positions: 'dense',
      seed: (row) => seedRow(sql, row),
      another: async (options) => (await again(options === undefined ? {} : { store: options })).store,
      killAndRestart: async () => {
        await database.cutOff();
        await close();
        return await openSchema(schema);
      },
      close,
    };
  }

  const open = () => openSchema(newSchema());
  eventStoreContract('PostgreSQL', open);
  sqlEventStoreContract('PostgreSQL', open);
  leasesContract('PostgreSQL', open);
  decisionsContract('PostgreSQL', open);

  describe('a PostgreSQL server', () => {
    /** Holds the lock of the log, as an append that does not end would. */
    async function holdingTheLog(schema: string, work: () => Promise<void>): Promise<void> {
      const holder = new pg.Client(connectionString);
      await holder.connect();
      try {
        await holder.query('begin');
        await holder.query(
          `select pg_advisory_xact_lock(x'7468726f75676864'::bigint # '${schema}.events'::regclass::oid::bigint)`,
        );
        await work();
      } finally {
        await holder.end();
      }
    }

    /** The process of the server in which a client of the ledger waits for a lock that another holds. */
    async function waiter(): Promise<number> {
      // Not asked by who holds the lock: within its transaction it sees those who were connected at its first look.
      const waiting = `select a.pid from pg_stat_activity a
        where a.datname = current_database() and a.wait_event = 'advisory' and a.application_name = 'throughline'`;
      for (;;) {
        const [found] = (await admin.query<{ pid: number }>(waiting)).rows;
        if (found !== undefined) return found.pid;
        await pause(10);
      }
    }

    // What its opening asks beside its migrations is bounded too: less than this is little for it on a busy machine.
    it.each([{ lockTimeoutMs: 250 }, { statementTimeoutMs: 3_000 }])(
      'that answers with a timeout has not stored the append: %o',
      async (timeout) => {
        const schema = newSchema();
        const { store, close } = await openPostgres({ connectionString, schema });
        const bounded = await openPostgres({ connectionString, schema, ...timeout });
        await holdingTheLog(schema, async () => {
          const appends = ['a', 'b', 'c'].map((stream) => bounded.store.append(stream, [counted(1)], 'any'));
          for (const outcome of await Promise.allSettled(appends))
            expect(outcome).toMatchObject({ status: 'rejected', reason: { outcome: 'not-stored' } });
        });
        await bounded.close();
        expect(await everything(store)).toEqual([]);
        expect(await store.append('a', [counted(1)], 'no-stream')).toMatchObject({ revision: 0n });
        await close();
      },
    );

    it('is migrated in its own time, whatever bounds an append has', async () => {
      const schema = newSchema();
      const other = new pg.Client(connectionString);
      await other.connect();
      await other.query('begin');
      await other.query(`select pg_advisory_xact_lock(hashtextextended('throughline migrations ' || $1, 0))`, [schema]);
      const opening = openPostgres({ connectionString, schema, lockTimeoutMs: 1_000, statementTimeoutMs: 1_000 });
      await waiter();
      // Longer than the server gives an append, and than the client gives a server that says nothing.
      await pause(7_000);
      await other.end();
      await (await opening).close();
    });

    it('commits in its own time what takes it', async () => {
      const { sql, close } = await openPostgres({ connectionString, schema: newSchema(), statementTimeoutMs: 1_000 });
      await sql.query('create table slow (id integer)');
      await sql.query(
        `create function rests() returns trigger language plpgsql as 'begin perform pg_sleep(7); return null; end'`,
      );
      await sql.query(`create constraint trigger at_the_commit after insert on slow deferrable initially deferred
        for each row execute function rests()`);
      await sql.transaction((slowly) => slowly.query('insert into slow values (1)'), { takesItsTime: true });
      expect(await sql.query('select id from slow')).toEqual([{ id: 1 }]);
      await close();
    });

    it('that is lost with appends under way leaves the outcome unknown to each, and is found again', async () => {
      const schema = newSchema();
      const { store, close } = await openPostgres({ connectionString, schema });
      await holdingTheLog(schema, async () => {
        const appends = Promise.allSettled(['a', 'b'].map((stream) => store.append(stream, [counted(1)], 'any')));
        await admin.query('select pg_terminate_backend($1)', [await waiter()]);
        for (const outcome of await appends) {
          expect(outcome).toMatchObject({ status: 'rejected', reason: { outcome: 'unknown' } });
          expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(StoreUnavailable);
        }
      });
      expect(await store.append('a', [counted(1)], 'no-stream')).toMatchObject({ revision: 0n });
      await close();
    });

    it('is found to be cut off, and its client by it, also where nothing is asked', async () => {
      const bounds = jest.spyOn(Socket.prototype, 'setKeepAlive');
      const { sql, locks, close } = await openPostgres({ connectionString, schema: newSchema() });
      await sql.listen('news', () => undefined);
      await locks.share('a thing');
      const [ofServer] = await sql.query(`select current_setting('tcp_keepalives_idle') as idle,
        current_setting('tcp_keepalives_interval') as every, current_setting('tcp_keepalives_count') as times,
        current_setting('tcp_user_timeout') as answer`);
      await close();
      // Without the time the system's own two hours would hold.
      expect(bounds.mock.calls).toEqual([1, 2, 3].map(() => [true, 30_000]));
      // Where the system of the server does not know the last it is 0.
      expect(ofServer).toEqual({ idle: '30', every: '1', times: '10', answer: process.platform === 'linux' ? '40000' : '0' });
      bounds.mockRestore();
    });

    it('is heard again after the connection that listens was lost', async () => {
      const schema = newSchema();
      const reader = await openPostgres({ connectionString, schema, store: { pollMs: 3_600_000 } });
      const aborting = new AbortController();
      const pages = reader.store.subscribeAll(await reader.store.head(), { signal: aborting.signal })[Symbol.asyncIterator]();
      const first = pages.next();
      // Idle: it listens by now, and is not only about to.
      const ending = `select pg_terminate_backend(a.pid) from pg_stat_activity a
        where a.datname = current_database() and a.query like 'listen %' and a.state = 'idle'`;
      while ((await admin.query(ending)).rowCount === 0);
      const writer = await openPostgres({ connectionString, schema });
      const { position } = await writer.store.append('s', [counted(1)], 'any');
      expect((await first).value).toMatchObject({ scannedTo: position });
      aborting.abort();
      await Promise.all([reader.close(), writer.close()]);
    });

    it('lets the role of the application read, append and make read models, and neither change nor remove an event', async () => {
      const schema = newSchema();
      const role = `application_${process.pid}`;
      await database.makeRole(role);
      const asRole = database.as(role);
      const { store, sql, close } = await openPostgres({ connectionString: asRole, owner: connectionString, schema });
      const texts = new SqlTexts(sql);
      const { events } = await store.append('s', [counted(1)], 'any');
      await texts.keep([await texts.draft('018f0000-0000-7000-8000-000000000001', 'reason', 'words')]);
      for (const statement of [
        `update events set type = 'Other'`,
        'delete from events',
        'truncate events',
        'drop table events',
        'alter table events disable trigger all',
        'update ledger set id = gen_random_uuid()',
      ])
        expect([statement, sqlState(await refusalOf(sql.query(statement)))]).toEqual([statement, '42501']);
      expect(await everything(store)).toEqual(events);
      await sql.query('create table rm_own (id int)');
      // Whoever starts without the owner finds a schema that is up to date, and needs no more than this role has.
      await (await openPostgres({ connectionString: asRole, schema })).close();
      await close();
    });

    it('that is set to lose acknowledged commits is refused', async () => {
      // Of its own: two of the settings are the whole server's, and others use the one of this run.
      const server = await PostgresServer.start();
      const opening = () => openPostgres({ connectionString: server.url });
      try {
        for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
          await server.switches(setting, 'off');
          expect(await refusalOf(opening())).toMatchObject({
            code: 'NOT_DURABLE',
            message: expect.stringContaining(`with ${setting} off`),
          });
          await server.switches(setting, 'on');
          await (await opening()).close();
        }
        // Without a standby `local` waits for all that there is: this server's own disk.
        await server.switches('synchronous_commit', 'local');
        await (await opening()).close();
        await server.switches('synchronous_standby_names', 'standby_1');
        expect(await refusalOf(opening())).toMatchObject({
          code: 'NOT_DURABLE',
          message:
            'the server runs with synchronous_commit local: a failover to the synchronous standby would lose acknowledged events',
        });
        expect(await lookAtPostgres({ connectionString: server.url }, () => Promise.resolve())).toContainEqual(
          expect.objectContaining({
            severity: 'trouble',
            where: 'PostgreSQL, setting synchronous_commit',
            what: 'is local, beside a synchronous standby',
            page: 'not-durable.md',
          }),
        );
      } finally {
        await server.stop();
      }
    }, 120_000);

    it('that is not there is said to be away, and nothing was sent', async () => {
      const refusal = await refusalOf(openPostgres({ connectionString: 'postgres://nobody@127.0.0.1:1/none' }));
      expect(refusal).toBeInstanceOf(ConnectionLost);
      expect(refusal).toMatchObject({ sent: false });
    });

    it('is made ready by several processes at once', async () => {
      const schema = newSchema();
      const opened = await Promise.all(
        Array.from({ length: 4 }, () => openPostgres({ connectionString, schema, connections: 2 })),
      );
      const ids = new Set(await Promise.all(opened.map(({ store }) => store.ledgerId())));
      expect(ids.size).toBe(1);
      for (const { close } of opened) await close();
    });
  });
});
