import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { counted } from '../contract/opened.js';
import type { Finding } from '../embedded/check.js';
import { lookAtLedger } from '../embedded/look.js';
import { type Ledger, openEmbedded, openEphemeral } from '../embedded/open.js';
import { LedgerForked } from '../port.js';
import { ConnectionLost } from '../sql/sql.js';
import { leaveMarker } from '../store-marker.js';
import { auditLedger } from './audit.js';
import { connectionTo } from './connection.js';
import { EsdbDouble } from './double/index.js';
import { EsdbEventStore } from './esdb-event-store.js';
import { found } from './founding.js';
import { LogCopy } from './log-copy.js';
import { type EsdbLooked, lookAtEsdb } from './look.js';

const FOUND: Finding = { severity: 'damage', where: 'event 1', what: 'is gone', todo: 'compare' };

describe('a look at a ledger in EventStoreDB', () => {
  let double: EsdbDouble;
  let beside: Ledger;
  let folder: string;

  beforeAll(async () => {
    double = await EsdbDouble.start();
    beside = await openEphemeral();
  });
  afterAll(async () => {
    await beside.close();
    await double.stop();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const look = async (ledger: string, further: (looked: EsdbLooked, findings: Finding[]) => Promise<void>) => {
    const findings: Finding[] = [];
    const place = { connectionString: double.connectionString(), ledger, folder, sql: beside.sql };
    await lookAtEsdb({ ...place, times: { patience: 2_000, farewell: 200 } }, findings, (looked) => further(looked, findings));
    return findings;
  };
  const never = () => Promise.reject(new Error('was looked at'));
  /** What lies on the server, beside it and in the folder. */
  const written = async () => ({
    onServer: double.log.length,
    beside: await beside.sql.query(`select c.relname::text as name from pg_class c where c.relname like 'esdb%'`),
    inFolder: await readdir(folder),
  });

  it('says of a mistyped name that it holds none: none is founded there, and no copy is begun of it', async () => {
    const before = await written();
    expect(await look('nroth', never)).toMatchObject([
      {
        severity: 'trouble',
        where: 'EventStoreDB, ledger nroth',
        what: 'holds no ledger',
        page: 'schema-differs.md',
        unread: true,
      },
    ]);
    expect(await written()).toEqual(before);
  });

  it('is refused where the folder belongs to another ledger, and founds none either', async () => {
    await leaveMarker(folder, { format: 1, store: 'esdb', ledger: 'north', ledgerId: newId() });
    const before = await written();
    await expect(look('nroth', never)).rejects.toThrow(LedgerForked);
    expect(await written()).toEqual(before);
  });

  it('says of one that is moved there and not whole yet what to run, and does not call the server away', async () => {
    const connection = connectionTo(double.connectionString());
    await found(connection, 'half', { ledgerId: newId(), movedFrom: newId() });
    await connection.close();
    const before = await written();
    const said = await look('half', never);
    expect(said).toMatchObject([{ severity: 'trouble', where: 'EventStoreDB (MOVE_UNFINISHED)', unread: true }]);
    expect(said[0]?.what).toMatch(/run the same throughline move again$/);
    expect(JSON.stringify(said)).not.toMatch(/does not answer|refuses/);
    expect(await written()).toEqual(before);
  });

  it('refuses a mistyped connection string by its name, and calls no database damaged that holds all else', async () => {
    await (await openEmbedded({ folder, eventsElsewhere: true })).close();
    const further = ({ sql }: Ledger, findings: Finding[]) =>
      lookAtEsdb({ connectionString: 'esdb:/127.0.0.1', folder, sql }, findings, never);
    await expect(lookAtLedger({ folder, eventsElsewhere: true, further })).rejects.toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'THROUGHLINE_ESDB' }],
    });
  });

  it('says of one without a copy of its log that the first start makes it, and makes none but on trial', async () => {
    await LogCopy.forget(beside.sql);
    const connection = connectionTo(double.connectionString());
    await found(connection, 'south', { ledgerId: newId() });
    await connection.close();
    const before = await written();
    expect(await look('south', never)).toMatchObject([
      {
        severity: 'note',
        where: 'EventStoreDB, ledger south',
        what: 'has no copy of its log yet beside the read models',
        todo: expect.stringContaining('the first start makes it'),
        unread: true,
      },
    ]);
    expect(await written()).toEqual(before);
    let copied: unknown;
    const place = { connectionString: double.connectionString(), ledger: 'south', folder, sql: beside.sql, onTrial: true };
    await lookAtEsdb(place, [], async ({ store }) => void (copied = await store.copy.copiedTo()));
    expect(copied).toMatchObject({ eventId: null });
    await LogCopy.forget(beside.sql);
  });

  it('brings a copy that is there up to date', async () => {
    const place = { connectionString: double.connectionString(), ledger: 'east' };
    await (await EsdbEventStore.open({ ...place, sql: beside.sql })).close();
    const elsewhere = await openEphemeral();
    const store = await EsdbEventStore.open({ ...place, sql: elsewhere.sql });
    const { events } = await store.append('meeting-1', [counted(1)], 'no-stream');
    await store.close();
    await elsewhere.close();
    const copied = async () => (await beside.sql.query('select e.id::text as id from esdb_events e')).map(({ id }) => id);
    expect(await copied()).toEqual([]);
    expect(await look('east', () => Promise.resolve())).toEqual([]);
    expect(await copied()).toEqual(events.map(({ id }) => id));
    await LogCopy.forget(beside.sql);
  });

  it('finds nothing in one that is well', async () => {
    const sql = beside.sql;
    await (await EsdbEventStore.open({ connectionString: double.connectionString(), ledger: 'north', sql })).close();
    const before = await written();
    expect(await look('north', async (ledger, findings) => void (await auditLedger(ledger, undefined, findings)))).toEqual([]);
    expect(await written()).toEqual(before);
  });

  it('keeps what was found before the server went away, and says that it did', async () => {
    const findings = await look('north', async ({ store }, found) => {
      found.push(FOUND);
      double.faults.isolate();
      await store.readStream('meeting-1');
    });
    double.faults.heal();
    expect(findings).toMatchObject([FOUND, { severity: 'trouble', where: 'EventStoreDB', page: 'store-away.md', unread: true }]);
  });

  it('leaves it to the other server to say that it went away', async () => {
    await expect(look('north', () => Promise.reject(new ConnectionLost(true, 'cut')))).rejects.toThrow(ConnectionLost);
  });
});
