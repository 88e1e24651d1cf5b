import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seedOf } from '../../kernel/src/testing/seed.js';
import { csvFolder } from './csv.js';
import { tableOf } from './export-tables.js';
import { meant, neutral } from './neutral.js';
import { Problems } from './problem.js';

/** Texts of the signs that matter at their beginning, and any others. */
const signs = fc.constantFrom(...`'=+-@\t\r\n\0",; a\uFF1D\uFF0B\uFF0D\uFF20`);
const texts = fc.oneof(fc.string({ unit: signs }), fc.string({ unit: 'binary' }));

describe('a text in a table that is exported', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is the same again when the table is imported, whatever it is but for NUL, which no cell may hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1 }), async (written) => {
        const rows = written.map((text, key) => ({ key, text }));
        writeFileSync(join(folder, 'any.csv'), tableOf(rows, ['key', 'text']));
        const problems = new Problems();
        const read: string[] = [];
        for await (const { cells } of (await csvFolder(folder)).read('any.csv', problems)) read.push(meant(cells[1] ?? ''));
        expect([read, problems.count]).toEqual([written.map((text) => text.replaceAll('\0', '\uFFFD')), 0]);
      }),
      { seed: seedOf() },
    );
  });

  it('never begins as a formula begins', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(neutral(text)).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
      }),
      { seed: seedOf() },
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ["'=1+1", "''=1+1"],
    ["''＠x", "'''＠x"],
    ["'Tis", "'Tis"],
    ['', ''],
  ])('%j stands there as %j', (text, cell) => {
    expect([neutral(text), meant(cell)]).toEqual([cell, text]);
  });
});
