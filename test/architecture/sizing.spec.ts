import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const PAGE = 'docs/explanation/sizing.md';
const checked = (page: string) =>
  spawnSync(process.execPath, ['test/bench/sizing.mjs', '--check', '--page', page], { encoding: 'utf8' });

describe('the page of sizes', () => {
  it('has in its tables what was measured, and nothing else', () => {
    const { status, stderr } = checked(PAGE);
    expect([status, stderr]).toEqual([0, '']);
    expect([...readFileSync(PAGE, 'utf8').matchAll(/<!-- figures: (\w+) -->\n.*\|/g)].map(([, name]) => name)).toContain(
      'billion',
    );
  });

  it.each(['bytes', 'installations', 'billion', 'rates'])(
    'is found stale where a figure of its table of %s is another',
    (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'throughline-sizing-'));
      try {
        const page = join(folder, 'sizing.md');
        const changed = readFileSync(PAGE, 'utf8').replace(new RegExp(`(<!-- figures: ${name} -->[^]*?\\| )\\d`), '$1x');
        writeFileSync(page, changed);
        expect(checked(page)).toMatchObject({ status: 1, stderr: expect.stringContaining('is stale') });
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
