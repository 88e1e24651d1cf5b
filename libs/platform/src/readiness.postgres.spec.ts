import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '#kernel';
import { OwnDatabase } from '../../../test/support/own-database.js';
import { plainEvent } from '../../projections/src/testing/tallies.js';
import { OpenLedger } from './open-ledger.js';
import { Readiness } from './readiness.js';

jest.setTimeout(60_000);

const CONNECTIONS = 4;

describe('whether a process is ready, on a PostgreSQL that takes no writes', () => {
  const database = OwnDatabase.named('readiness');
  let folder: string;
  let ledger: OpenLedger;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    await database.make();
    const store = {
      kind: 'postgres',
      postgres: { connectionString: database.url, schema: 'throughline', connections: CONNECTIONS },
    } as const;
    ledger = await OpenLedger.inFolder(folder, { warn: () => undefined, store, readModels: 'watched' });
  });
  afterAll(async () => {
    await ledger.close();
    await database.remove();
    await rm(folder, { recursive: true });
  });

  /** As a provider does at a full disk: for everybody who connects from now on. Who is connected stays as it was. */
  const setTo = (readOnly: 'on' | 'off') =>
    database.admin.query(`alter database ${database.name} set default_transaction_read_only = ${readOnly}`);
  const codeOf = async (asked: Promise<unknown>) => {
    try {
      await asked;
      return undefined;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };
  const append = () => ledger.store.append(`counter-${newId()}`, [plainEvent('Noted')], 'no-stream');

  it('is no as long as an append is refused, and yes again by itself', async () => {
    const readiness = Readiness.ofStore(ledger);
    const looked = async () => ({ ready: await codeOf(readiness.look()), appended: await codeOf(append()) });
    // Each refusal gives up the session it met, and there are few of them.
    const settled = async () => {
      for (let look = 0; look < 3 * CONNECTIONS; look += 1) await looked();
    };
    expect(await looked()).toEqual({ ready: undefined, appended: undefined });
    await setTo('on');
    await database.cutOff();
    await settled();
    expect(await looked()).toEqual({ ready: 'STORE_UNAVAILABLE', appended: 'STORE_UNAVAILABLE' });
    await setTo('off');
    await settled();
    expect(await looked()).toEqual({ ready: undefined, appended: undefined });
  });
});
