import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

describe('a run of which one test is skipped', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-reporter-'));
    writeFileSync(join(folder, 'one.spec.js'), `it('is run', () => undefined);\nit.${'skip'}('is left out', () => undefined);\n`);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (CI: string) => {
    const config = { rootDir: folder, transform: {}, reporters: [resolve('test/support/reporter.js')] };
    const words = [resolve('node_modules/jest/bin/jest.js'), '--runInBand', '--no-cache', '--config', JSON.stringify(config)];
    return spawnSync(process.execPath, words, { encoding: 'utf8', cwd: folder, env: { ...process.env, CI } });
  };

  it.each([
    ['fails where nothing may be skipped', 'true', 1, 'CI may skip no test'],
    ['passes where somebody tries something out', '', 0, 'skipped: is left out'],
  ])('%s, and says which', (_, ci, status, said) => {
    const ran = run(ci);
    expect(ran.stdout).toContain('1 passed, 0 failed, 1 skipped');
    expect([ran.status, ran.stderr]).toEqual([status, expect.stringContaining(said)]);
    expect(ran.stderr).toContain('skipped: is left out');
  });
});
