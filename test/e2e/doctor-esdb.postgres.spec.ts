import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { examine, OpenLedger, type StoreChosen, verdictOn } from '#platform';
import { EsdbDouble } from '../../libs/event-store/src/esdb/double/index.js';
import { note } from '../faults/note.js';
import { OwnDatabase } from '../support/own-database.js';

jest.setTimeout(120_000);

describe('doctor on EventStoreDB, with texts and read models in PostgreSQL', () => {
  const name = `beside_${process.pid}`;
  const database = OwnDatabase.named('beside');
  const { admin } = database;
  let double: EsdbDouble;
  let folder: string;

  const warn = () => undefined;
  const store = (ledger = 'north'): StoreChosen => ({
    kind: 'esdb',
    connectionString: double.connectionString(),
    ledger,
    postgres: { connectionString: database.as(name), schema: name, connections: 4 },
  });
  const troubles = async (ledger?: string) =>
    (await examine({ folder, store: store(ledger), secrets: [] }))
      .filter(({ severity }) => severity !== 'note')
      .map(({ where, what }) => `${where}: ${what}`);

  beforeAll(async () => {
    [double, folder] = [await EsdbDouble.start(), await mkdtemp(join(tmpdir(), 'throughline-doctor-'))];
    await database.make();
    await database.makeRole(name);
    await admin.query(`grant create on database ${database.name} to ${name}`);
    const ledger = await OpenLedger.inFolder(folder, { warn, store: store() });
    await ledger.settled();
    await ledger.close();
  });
  afterAll(async () => {
    await database.remove();
    await double.stop();
    await rm(folder, { recursive: true });
  });

  it('finds nothing where all is well', async () => {
    expect(await troubles()).toEqual([]);
  });

  it('founds no ledger by a mistyped name, whether the folder says which it belongs to or not', async () => {
    const before = double.log.length;
    expect(await troubles('nroth')).toEqual([
      expect.stringMatching(/the server holds no ledger in EventStoreDB, ledger "nroth", and none was made/),
    ]);
    const [marker, aside] = [join(folder, 'store.json'), join(folder, 'aside.json')];
    await rename(marker, aside);
    try {
      expect(await troubles('nroth')).toEqual(['EventStoreDB, ledger nroth: holds no ledger']);
      const looking = OpenLedger.inFolder(folder, { warn, store: store('nroth'), founds: false });
      await expect(looking).rejects.toMatchObject({ code: 'NOT_A_LEDGER' });
    } finally {
      await rename(aside, marker);
    }
    expect(double.log.length).toBe(before);
  });

  it('begins no copy of the log where none is yet: it says that the first start makes it, and cannot tell before', async () => {
    await admin.query(`drop table ${name}.esdb_events, ${name}.esdb_copy`);
    const findings = await examine({ folder, store: store(), secrets: [] });
    expect(findings).toContainEqual(
      expect.objectContaining({
        where: 'EventStoreDB, ledger north',
        what: expect.stringMatching(/^has no copy of its log yet/),
      }),
    );
    expect(verdictOn(findings).whole).toBeNull();
    const { rows } = await admin.query(
      `select to_regclass('${name}.esdb_copy') as copy, to_regclass('${name}.esdb_events') as events`,
    );
    expect(rows).toEqual([{ copy: null, events: null }]);
    await (await OpenLedger.inFolder(folder, { warn, store: store() })).close();
    expect(await troubles()).toEqual([]);
  });

  it('names a clock of the store that the last event was recorded ahead of', async () => {
    const ledger = await OpenLedger.inFolder(folder, { warn, store: store() });
    double.faults.clockAheadMs = 3_600_000;
    await ledger.store.append('meeting-1', [note()], 'no-stream');
    await ledger.settled();
    await ledger.close();
    double.faults.clockAheadMs = 0;
    expect(await troubles()).toEqual([expect.stringMatching(/^clock: runs (3600|359\d) s behind the last event$/)]);
    const around = await mkdtemp(join(tmpdir(), 'throughline-doctor-'));
    const { postgres: _, ...inFolder } = store() as Extract<StoreChosen, { kind: 'esdb' }>;
    const alone = { folder: around, store: inFolder, secrets: [] };
    await (await OpenLedger.inFolder(around, { warn, store: inFolder })).close();
    expect(await examine(alone)).toContainEqual(
      expect.objectContaining({ severity: 'trouble', where: 'clock', page: 'clock-behind.md' }),
    );
    await rm(around, { recursive: true });
  });

  it('names a setting with which acknowledged texts would be lost, and does not call the server away', async () => {
    await admin.query(`alter role ${name} set synchronous_commit = off`);
    expect(await troubles()).toContainEqual('PostgreSQL, setting synchronous_commit: is off');
  });
});
