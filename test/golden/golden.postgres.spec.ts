import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { typed } from '../support/command-line.js';
import { expectItGoesOn } from './goes-on.js';
import { Golden, reviewWords } from './golden.js';

const url = process.env['POSTGRES_URL'];
if (url === undefined) throw new Error('POSTGRES_URL names no server: npm run test:postgres starts one');

const versions = await Golden.all();

describe('the PostgreSQL schema of an earlier version', () => {
  const database = `golden_${process.pid}`;
  const connectionString = Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const admin = new pg.Client(url);
  let folder: string;

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`create database ${database}`);
    folder = await mkdtemp(join(tmpdir(), 'throughline-golden-'));
  });
  afterAll(async () => {
    await admin.query(`drop database ${database} with (force)`);
    await admin.end();
    await rm(folder, { recursive: true });
  });

  it.each(versions)(
    '$version: it is migrated, gives the review that it printed, and goes on',
    async (golden) => {
      const data = join(folder, golden.version);
      await golden.unpack(data);
      // The events lie on the server: of the folder only evidence files and tokens count.
      await rm(join(data, 'journal'), { recursive: true });
      const client = new pg.Client(connectionString);
      await client.connect();
      await client.query('drop schema if exists throughline cascade');
      await client.query(await golden.dump());
      await client.end();
      const words = ['--store', 'postgres', '--postgres', connectionString, '--data', data];
      const printed = await typed(...reviewWords(), ...words);
      expect([printed.code, printed.stdout]).toEqual([0, await golden.review()]);
      const store = { kind: 'postgres', postgres: { connectionString, schema: 'throughline', connections: 5 } } as const;
      await expectItGoesOn(data, words, store);
      expect((await typed(...reviewWords(), ...words)).stdout).toBe(await golden.review());
    },
    300_000,
  );
});
