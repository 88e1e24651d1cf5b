import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { alike } from '../../infra/openapi/alike.js';

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

  it.each<[string, Instant, Instant, string]>([
    ['by day', '2026-03-01T15:00:00.000Z', '2026-03-01T15:00:05.000Z', '2026-03-01'],
    [
      'while it is still yesterday where the partnerships are',
      '2026-03-02T03:00:00.000Z',
      '2026-03-02T03:00:05.000Z',
      '2026-03-01',
    ],
    ['asked before midnight', '2026-03-01T23:59:58.000Z', '2026-03-02T00:00:03.000Z', '2026-03-01'],
    ['asked before midnight there', '2026-03-02T04:59:58.000Z', '2026-03-02T05:00:03.000Z', '2026-03-01'],
    ['asked after midnight there', '2026-03-02T04:59:58.000Z', '2026-03-02T05:00:03.000Z', '2026-03-02'],
  ])('say the same day whenever they are asked: %s', (_, began, ended, on) => {
    const same = alike({ ownerId: 'owner', ledgerId: 'ledger', within: [began, ended] });
    expect(same([{ asOf: began, on }, { asOf: ended }, { on: '2025-02-15' }, { from: on }])).toEqual([
      { asOf: '2025-04-10T14:00:00.001Z', on: '2025-04-10' },
      { asOf: '2025-04-10T14:00:00.002Z' },
      { on: '2025-02-15' },
      { from: on },
    ]);
  });
});
