import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { printed, typed } from '../support/command-line.js';
import { OwnDatabase } from '../support/own-database.js';

jest.setTimeout(240_000);

describe('the command line on a ledger in PostgreSQL', () => {
  const database = OwnDatabase.named('command_line');
  let folder: string;
  let onServer: readonly string[];

  beforeAll(async () => {
    await database.make();
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    onServer = ['--store', 'postgres', '--postgres', database.url, '--data', join(folder, 'data')];
  });
  afterAll(async () => {
    await database.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const refused = async (...words: readonly string[]): Promise<Readonly<{ code: number; problem: string; message: string }>> => {
    const { code, stderr } = await typed(...words, '--json');
    const { code: problem, message } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as { code: string; message: string };
    return { code, problem, message };
  };

  it('looks for a ledger before one is made, and makes none', async () => {
    expect(await refused('review', 'Connecticut', 'FY2011-Q2', ...onServer)).toMatchObject({ code: 2, problem: 'NOT_A_LEDGER' });
    expect(await refused('projections', 'rebuild', 'timeline', ...onServer)).toMatchObject({ code: 2, problem: 'NOT_A_LEDGER' });
  });

  it('records, reviews, exports and rebuilds as on the embedded store', async () => {
    const embedded = ['--data', join(folder, 'embedded')];
    const [here, there] = [await typed('demo', '--once', ...embedded), await typed('demo', '--once', ...onServer)];
    expect({ code: there.code, stdout: there.stdout }).toEqual({ code: 0, stdout: here.stdout });
    expect((await typed('demo', '--once', ...onServer)).stderr).toMatch(/^0 acts recorded/m);
    const review = ['review', 'Connecticut', 'FY2011-Q2', '--as-of', '2011-01-31', '--format', 'json'];
    expect((await typed(...review, ...onServer)).stdout).toBe((await typed(...review, ...embedded)).stdout);
    const lines = (await typed('export', 'Connecticut', ...onServer)).stdout.trim().split('\n');
    expect(lines).toHaveLength((await typed('export', 'Connecticut', ...embedded)).stdout.trim().split('\n').length);
    expect(
      printed<{ comparison: { equal: boolean } }>(await typed('projections', 'rebuild', 'timeline', '--json', ...onServer)),
    ).toMatchObject({
      comparison: { equal: true },
    });
    const statuses = printed<{ lag: string; failure: unknown }[]>(await typed('projections', 'list', '--json', ...onServer));
    expect(statuses.every(({ lag, failure }) => lag === '0' && failure === null)).toBe(true);
  });

  it('refuses to back up what lies on the server, and says what to run instead', async () => {
    const refusal = await refused('backup', join(folder, 'backup'), '--data', join(folder, 'data'));
    expect(refusal).toMatchObject({ code: 2, problem: 'STORE_DIFFERS' });
    expect(refusal.message).toMatch(/pg_dump.*throughline move/);
  });

  it('opens a data folder as what it is, and for the ledger it belongs to', async () => {
    expect(await refused('demo', '--once', '--data', join(folder, 'data'))).toMatchObject({ code: 2, problem: 'STORE_DIFFERS' });
    const [store, kind, option, server] = onServer as [string, string, string, string];
    const embedded = [store, kind, option, server, '--data', join(folder, 'embedded')];
    expect(await refused('demo', '--once', ...embedded)).toMatchObject({ code: 2, problem: 'STORE_DIFFERS' });
    const other = OwnDatabase.named('another');
    await other.make();
    try {
      const elsewhere = [store, kind, option, other.url, '--data', join(folder, 'data')];
      expect(await refused('demo', '--once', ...elsewhere)).toMatchObject({ code: 1, problem: 'LEDGER_FORKED' });
    } finally {
      await other.remove();
    }
  });
});
