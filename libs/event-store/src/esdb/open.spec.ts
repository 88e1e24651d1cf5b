import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leaveMarker, type StoreMarker } from '../store-marker.js';
import { EsdbDouble } from './double/index.js';
import { openEsdbLedger } from './open.js';

const NOWHERE = 'postgres://nobody@127.0.0.1:1/none';

describe('a data folder that belongs to a ledger in EventStoreDB', () => {
  let double: EsdbDouble;
  let folder: string;
  const marker: StoreMarker = { format: 1, store: 'esdb', ledger: 'north', ledgerId: '018f0000-0000-7000-8000-000000000001' };

  beforeAll(async () => {
    double = await EsdbDouble.start();
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    await leaveMarker(folder, marker);
  });
  afterAll(async () => {
    await double.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const open = (ledger: string) => openEsdbLedger({ folder, connectionString: double.connectionString(), ledger });

  it('is refused where the server holds none of that name: none is founded there, and nothing is made in the folder', async () => {
    const before = double.log.length;
    await expect(open('nroth')).rejects.toThrow(
      `${folder} belongs to ledger ${marker.ledgerId} (EventStoreDB, ledger "north"); the server holds no ledger in EventStoreDB, ` +
        'ledger "nroth", and none was made. Connect to the server and the ledger it belongs to (THROUGHLINE_ESDB, ' +
        'THROUGHLINE_ESDB_LEDGER), or name another data folder',
    );
    expect(double.log.length).toBe(before);
    expect(await readdir(folder)).toEqual(['store.json']);
  });

  it('is not founded by who only looks, whatever the folder says: nothing is made there, nor in the folder', async () => {
    const unmarked = await mkdtemp(join(tmpdir(), 'throughline-'));
    const before = double.log.length;
    const place = { folder: unmarked, connectionString: double.connectionString(), ledger: 'nroth' };
    await expect(openEsdbLedger({ ...place, founds: false, copiesAnew: true })).rejects.toMatchObject({
      code: 'NOT_A_LEDGER',
      message: 'EventStoreDB holds no ledger "nroth"; name another with THROUGHLINE_ESDB_LEDGER, or another server',
      problems: [{ field: 'THROUGHLINE_ESDB_LEDGER', rule: 'R15' }],
    });
    expect(double.log.length).toBe(before);
    expect(await readdir(unmarked)).toEqual([]);
    await rm(unmarked, { recursive: true });
  });

  it('is refused as one in PostgreSQL, before the server is asked', async () => {
    const { openPostgresLedger } = await import('../postgres-ledger.js');
    await expect(openPostgresLedger({ folder, connectionString: NOWHERE })).rejects.toMatchObject({
      code: 'STORE_DIFFERS',
      message: expect.stringContaining('lie in EventStoreDB, ledger "north"; open it with --store esdb'),
    });
  });
});
