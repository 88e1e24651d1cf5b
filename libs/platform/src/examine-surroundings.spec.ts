import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { examineClock, examineSurroundings } from './examine-surroundings.js';

describe('what lies around a ledger', () => {
  let folder: string;
  const secrets = ['owner-token', 'tokens'];
  const found = async () => (await examineSurroundings({ folder, secrets })).map(({ where, what }) => [where, what]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    await mkdir(join(folder, 'tokens'), { mode: 0o700 });
    for (const name of ['owner-token', 'tokens/one', 'tokens/two'])
      await writeFile(join(folder, name), 'a token', { mode: 0o600 });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is well where tokens are their owner’s alone, and where there are none yet', async () => {
    expect(await found()).toEqual([]);
    expect(await examineSurroundings({ folder, secrets: ['not-there'] })).toEqual([]);
  });

  it('is told of each token that others may read, with what to run', async () => {
    await chmod(join(folder, 'owner-token'), 0o644);
    await chmod(join(folder, 'tokens/two'), 0o640);
    await chmod(join(folder, 'tokens'), 0o711);
    const findings = await examineSurroundings({ folder, secrets });
    expect(findings.map(({ severity, where, what }) => [severity, where, what.match(/mode \d+/)?.[0]])).toEqual([
      ['trouble', join(folder, 'owner-token'), 'mode 644'],
      ['trouble', join(folder, 'tokens/two'), 'mode 640'],
      ['trouble', join(folder, 'tokens'), 'mode 711'],
    ]);
    expect(findings.map(({ todo }) => todo.match(/chmod \d+/)?.[0])).toEqual(['chmod 600', 'chmod 600', 'chmod 700']);
    for (const { why, page } of findings) expect([why, page]).toEqual([expect.any(String), 'secret-readable.md']);
  });

  it('is told of a folder that is not there, or is a file, in words and alone', async () => {
    for (const wrong of [join(folder, 'not-there'), join(folder, 'owner-token')])
      expect(await examineSurroundings({ folder: wrong, secrets })).toMatchObject([
        { severity: 'trouble', where: wrong, what: 'there is no such folder', unread: true },
      ]);
  });

  it('is told of a clock behind the last event, and not of what two clocks differ by', () => {
    const now = new Date('2026-11-22T12:00:00.000Z');
    expect(examineClock(now, undefined)).toEqual([]);
    expect(examineClock(now, '2026-11-22T12:00:01.500Z')).toEqual([]);
    expect(examineClock(now, '2026-11-22T13:00:00.000Z')).toMatchObject([
      { severity: 'trouble', what: 'runs 3600 s behind the last event', page: 'clock-behind.md' },
    ]);
  });
});
