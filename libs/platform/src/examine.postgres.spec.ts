import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connecticutCenter, recordScenario } from '#blueprints';
import { type Finding, lookAtPostgres, openPostgres } from '#event-store';
import { recorder } from '#http';
import { freePort } from '../../../infra/local/machine.mjs';
import { PostgresServer } from '../../../test/faults/postgres-server.js';
import { OwnDatabase } from '../../../test/support/own-database.js';
import type { StoreChosen } from './configuration.js';
import { examine } from './examine.js';
import { OpenLedger } from './open-ledger.js';

jest.setTimeout(120_000);

const DAMAGED: Finding = { severity: 'damage', where: 'event 1', what: 'is gone', todo: 'compare' };

/** What a sickness is told by: where, what, and the page. */
type Told = readonly [where: string | RegExp, what: string | RegExp, page: string];

describe('doctor on PostgreSQL', () => {
  const schema = `doctor_${process.pid}`;
  const role = `doctor_${process.pid}`;
  const database = OwnDatabase.named('doctor');
  const { admin } = database;
  let folder: string;
  /** Puts right what a test made sick. */
  const mend: (() => Promise<unknown>)[] = [];

  const chosen = (more: Partial<Readonly<{ connectionString: string; schema: string; owner: string }>> = {}): StoreChosen => ({
    kind: 'postgres',
    postgres: { connectionString: database.as(role), schema, connections: 4, ...more },
  });
  const found = (store = chosen(), of = folder) => examine({ folder: of, store, secrets: [] });
  const sick = async (...told: readonly Told[]) => {
    const findings = (await found()).filter(({ severity }) => severity !== 'note');
    expect(findings.map(({ where, what, page }) => [where, what, page])).toEqual(
      told.map(([where, what, page]) => [expect.stringMatching(where), expect.stringMatching(what), page]),
    );
    for (const { why, todo } of findings) expect([why, todo]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
    return findings;
  };
  /** Does something to the schema as an administrator who slipped, and undoes it after the test. */
  const slips = async (does: string, undoes: string) => {
    mend.push(() => admin.query(undoes));
    await admin.query(does);
  };

  const checksumOf = async (name: string) =>
    (await admin.query<{ checksum: string }>('select checksum from migrations where name = $1', [name])).rows[0]?.checksum;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-doctor-'));
    await database.make();
    await database.makeRole(role);
    await admin.query(`grant create on database ${database.name} to ${role}`);
    await admin.query(`set search_path = ${schema}`);
    const store = chosen({ owner: database.url });
    const ledger = await OpenLedger.inFolder(folder, { warn: () => undefined, store });
    const { record, close } = await recorder(ledger, 'silent');
    await ledger.files.keeping((keepFile) => recordScenario(connecticutCenter, { record, texts: ledger.texts, keepFile }));
    await ledger.settled();
    await close();
    await ledger.close();
  });
  afterEach(async () => {
    for (const undo of mend.splice(0).reverse()) await undo();
  });
  afterAll(async () => {
    await database.remove();
    await rm(folder, { recursive: true });
  });

  it('finds nothing where all is well', async () => {
    expect(await found()).toEqual([]);
  });

  it('names a server that does not answer, and never the password', async () => {
    const port = await freePort();
    const findings = await found(chosen({ connectionString: `postgres://me:secret@127.0.0.1:${port}/postgres` }));
    expect(findings).toMatchObject([{ severity: 'trouble', where: 'PostgreSQL', page: 'store-away.md', unread: true }]);
    expect(findings[0]?.what).toContain('ECONNREFUSED');
    expect(JSON.stringify(findings)).not.toContain('secret');
  });

  it('names a schema that holds no ledger, and makes none; nor a database that is not there', async () => {
    const mistyped = `mistyped_${process.pid}`;
    const made = async () =>
      (
        await admin.query('select from pg_namespace where nspname = $1 union all select from pg_database where datname = $1', [
          mistyped,
        ])
      ).rowCount;
    const connectionString = Object.assign(new URL(database.as(role)), { pathname: `/${mistyped}` }).href;
    expect(await found(chosen({ connectionString }))).toMatchObject([
      { where: 'PostgreSQL', what: `refuses: database "${mistyped}" does not exist`, page: 'store-away.md', unread: true },
    ]);
    expect(await found(chosen({ schema: mistyped }))).toMatchObject([
      {
        severity: 'trouble',
        where: `PostgreSQL, schema ${mistyped}`,
        what: 'holds no ledger',
        page: 'schema-differs.md',
        unread: true,
      },
    ]);
    expect(await made()).toBe(0);
  });

  it('keeps what it found before the server went away, and says that it did', async () => {
    const findings = await lookAtPostgres({ connectionString: database.as(role), schema }, async ({ sql }, found) => {
      found.push(DAMAGED);
      await slips(`alter role ${role} nologin`, `alter role ${role} login`);
      await admin.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1', [role]);
      await sql.query('select 1').catch(() => undefined);
      await sql.query('select 1');
    });
    const what = `refuses: role "${role}" is not permitted to log in`;
    expect(findings).toMatchObject([DAMAGED, { severity: 'trouble', where: 'PostgreSQL', what, page: 'store-away.md' }]);
  });

  it('names brokers that do not answer beside a store that does not', async () => {
    const connectionString = `postgres://127.0.0.1:${await freePort()}/postgres`;
    const kafka = { brokers: [`127.0.0.1:${await freePort()}`], tls: false, topics: 'throughline', partitions: 12 };
    const findings = await examine({ folder, store: chosen({ connectionString }), secrets: [], kafka });
    expect(findings.map(({ where }) => where)).toEqual(['PostgreSQL', 'Kafka (KAFKA_UNAVAILABLE)']);
  });

  it('names a folder that belongs to another ledger than the server holds, and compares nothing', async () => {
    const of = await mkdtemp(join(tmpdir(), 'throughline-doctor-'));
    const id = '00000000-0000-4000-8000-000000000000';
    try {
      const marker = { format: 1, store: 'postgres', ledger: 'another', ledgerId: id };
      await writeFile(join(of, 'store.json'), JSON.stringify(marker));
      expect(await found(chosen(), of)).toMatchObject([
        { severity: 'trouble', where: of, what: expect.stringContaining(id), page: 'ledger-forked.md', unread: true },
      ]);
      await rm(join(of, 'store.json'));
      await mkdir(join(of, 'journal'));
      await expect(found(chosen(), of)).rejects.toMatchObject({ code: 'STORE_DIFFERS' });
    } finally {
      await rm(of, { recursive: true });
    }
  });

  it('names a data folder that is not there, which it does not make, and misses no file of evidence in it', async () => {
    const mistyped = join(folder, 'dta');
    expect(await found(chosen(), mistyped)).toMatchObject([
      { severity: 'trouble', where: mistyped, what: 'there is no such folder', unread: true },
    ]);
    await expect(stat(mistyped)).rejects.toThrow('ENOENT');
  });

  it('names each setting of the server with which acknowledged events would be lost', async () => {
    const server = await PostgresServer.start();
    const ofServer = async () => {
      const findings = await found(chosen({ connectionString: server.url }));
      return findings
        .filter(({ page }) => page === 'not-durable.md')
        .map(({ severity, where, what }) => `${severity}: ${where} ${what}`);
    };
    try {
      await (await openPostgres({ connectionString: server.url, schema })).close();
      for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
        await server.switches(setting, 'off');
        expect(await ofServer()).toEqual([`trouble: PostgreSQL, setting ${setting} is off`]);
        await server.switches(setting, 'on');
      }
      expect(await ofServer()).toEqual([]);
    } finally {
      await server.stop();
    }
  });

  it('names such a setting where only the role of the services has it', async () => {
    await slips(`alter role ${role} set synchronous_commit = off`, `alter role ${role} reset synchronous_commit`);
    await sick([/setting synchronous_commit/, 'is off', 'not-durable.md']);
  });

  it('names a server that is set to read only: it reads on, and refuses every append', async () => {
    await slips(
      `alter role ${role} set default_transaction_read_only = on`,
      `alter role ${role} reset default_transaction_read_only`,
    );
    await sick(['PostgreSQL', 'takes no writes: it is set to read only', 'store-away.md']);
  });

  it('names what a later version did to the schema, what somebody changed, and what an update will add', async () => {
    await slips(
      `insert into migrations (name, checksum) values ('9999_later', 'x')`,
      `delete from migrations where name = '9999_later'`,
    );
    await sick([/9999_later/, /not known/, 'schema-differs.md']);
    await admin.query(`delete from migrations where name = '9999_later'`);
    const putBack = `update migrations set checksum = '${await checksumOf('0003_texts')}' where name = '0003_texts'`;
    await slips(`update migrations set checksum = 'x' where name = '0003_texts'`, putBack);
    await sick([/0003_texts/, /other content/, 'schema-differs.md']);
    await admin.query(putBack);
    const name = '0009_restore_events';
    const before = `insert into migrations (name, checksum) values ('${name}', '${await checksumOf(name)}')`;
    await slips(`delete from migrations where name = '${name}'`, before);
    const where = expect.stringContaining(name);
    const outdated = { severity: 'note', where, page: 'schema-differs.md', unread: true };
    expect(await found()).toMatchObject([outdated]);
  });

  it('names a database that would let events be changed, and a role that may', async () => {
    await slips(
      `alter table events disable trigger events_never_change`,
      `alter table events enable always trigger events_never_change`,
    );
    const [first] = await sick([/events$/, /events_never_change/, 'schema-differs.md']);
    expect(first?.severity).toBe('damage');
    await slips(`grant update on events to ${role}`, `revoke update on events from ${role}`);
    const second = { severity: 'note', what: expect.stringMatching(`${role}.*may change events`), page: 'schema-differs.md' };
    expect(await found()).toMatchObject([{ severity: 'damage' }, second]);
  });

  it('names a read model that stopped at an event, and one that left one out', async () => {
    const event = JSON.stringify({ eventId: 'e', stream: 'commitment-1', position: '1', error: 'TypeError: x' });
    await slips(
      `update projection_checkpoints set failure = '${event}' where name = 'timeline'`,
      `update projection_checkpoints set failure = null where name = 'timeline'`,
    );
    await slips(
      `insert into projection_parked select name, build, '1', 'p', 'meeting-1', 'RangeError: y' from projection_builds where name = 'meetings'`,
      'delete from projection_parked',
    );
    await sick(
      [/meetings/, /left out event p of meeting-1: RangeError/, 'read-model-stopped.md'],
      [/timeline/, /stopped at event e of commitment-1: TypeError/, 'read-model-stopped.md'],
    );
  });

  it('names read models of another history', async () => {
    const [ledger] = (await admin.query<{ id: string }>('select id from ledger')).rows;
    await slips(
      `update projection_builds set ledger_id = gen_random_uuid() where name = 'partnerships'`,
      `update projection_builds set ledger_id = '${ledger?.id}' where name = 'partnerships'`,
    );
    const [forked] = await sick([/read models/, /throughline projections rebuild partnerships/, 'ledger-forked.md']);
    expect(forked?.severity).toBe('damage');
  });

  it('names a read model that nobody takes further', async () => {
    const [at] = (
      await admin.query<{ position: string }>(`select position from projection_checkpoints where name = 'search' limit 1`)
    ).rows;
    const older = String(BigInt(at?.position ?? '0') - 3n).padStart(20, '0');
    await slips(
      `alter table events disable trigger events_never_change; update events set recorded_at = recorded_at - interval '10 minutes';
        alter table events enable always trigger events_never_change`,
      'select 1',
    );
    await slips(
      `update projection_checkpoints set position = '${older}', event_id = null, stream = null, revision = null where name = 'search'`,
      `update projection_checkpoints set position = '${at?.position}' where name = 'search'`,
    );
    await sick([/search/, /has not taken in what was recorded 1\d minutes ago/, 'behind.md#a-read-model-is-behind']);
  });

  it('names a lease of a holder that died, and none that nobody has to hold', async () => {
    await slips(
      `insert into leases (name, epoch, holder, until) values ('relay', 7, 'relay host-1/4131', clock_timestamp() - interval '10 minutes'),
        ('projection/search/41', 1, 'projector host-1/9', clock_timestamp() - interval '10 minutes'),
        ('members/projections/x', 1, 'projector host-1/9', clock_timestamp() - interval '10 minutes')`,
      'delete from leases',
    );
    await sick([/^lease relay$/, /ran out 10 minutes ago.*relay host-1\/4131/, 'nobody-does-the-work.md']);
  });

  it('names a clock that went back behind the last event', async () => {
    const moved = (by: string) => `alter table events disable trigger events_never_change;
      update events set recorded_at = recorded_at + interval '${by}' where position = (select max(position) from events);
      alter table events enable always trigger events_never_change`;
    await slips(moved('2 hours'), moved('-2 hours'));
    await sick([/^clock$/, /runs \d+ s behind the last event/, 'clock-behind.md']);
  });

  it('changes nothing there', async () => {
    const everything = `select (select count(*) from events) || '/' || (select max(xmin::text) from projection_builds) || '/' ||
      (select string_agg(c.relname, ',' order by c.relname) from pg_class c where c.relnamespace = '${schema}'::regnamespace) as all`;
    const before = (await admin.query(everything)).rows;
    await found();
    expect((await admin.query(everything)).rows).toEqual(before);
  });
});
