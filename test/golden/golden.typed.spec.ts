import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { typed } from '../support/command-line.js';
import { expectItGoesOn } from './goes-on.js';
import { Golden, reviewWords } from './golden.js';

const versions = await Golden.all();

describe('the data folder of an earlier version', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-golden-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const expectTheSame = async (golden: Golden) => {
    const words = ['--data', folder];
    const printed = await typed(...reviewWords(), ...words);
    expect([printed.code, printed.stdout]).toEqual([0, await golden.review()]);
    await expectItGoesOn(folder, words, { kind: 'embedded' });
    // What came meanwhile is not known by that day.
    expect((await typed(...reviewWords(), ...words)).stdout).toBe(await golden.review());
  };

  it.each(versions)(
    '$version: its journal alone gives the review that it printed, and goes on',
    async (golden) => {
      await golden.unpack(folder);
      await expectTheSame(golden);
    },
    300_000,
  );

  it.each(versions)(
    '$version: its database is migrated, gives the review that it printed, and goes on',
    async (golden) => {
      await golden.unpack(folder);
      await mkdir(join(folder, 'database'));
      const database = await PGlite.create(join(folder, 'database'));
      await database.exec('drop schema public');
      await database.exec(await golden.dump());
      await database.exec('alter schema throughline rename to public');
      await database.close();
      await expectTheSame(golden);
    },
    300_000,
  );
});
