import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

type Examples = Readonly<Record<string, unknown>>;

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Examples;

describe('the examples of the description', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are what a server answers today, or `npm run docs` has to ask it anew', () => {
    const file = join(folder, 'examples.json');
    const sources = ['--conditions=throughline-src', '--import', './test/support/run-sources.js'];
    execFileSync(process.execPath, [...sources, 'infra/openapi/record.ts', file]);
    const [today, kept] = [read(file), read('infra/openapi/examples.json')];
    expect(Object.keys(kept).length).toBeGreaterThan(80);
    expect(Object.keys(today)).toEqual(Object.keys(kept));
    // One by one: what has changed is named, and not lost in all the rest.
    for (const [operation, example] of Object.entries(today))
      expect({ [operation]: example }).toEqual({ [operation]: kept[operation] });
  }, 180_000);
});
