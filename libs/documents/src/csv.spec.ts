import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { history } from '../../scoring/src/testing/history.js';
import { toCsv } from './csv.js';
import type { Names } from './names.js';

const NAMES: Names = {
  partnership: 'P',
  purpose: 'P',
  commitments: new Map(),
  parties: new Map(),
  goals: new Map(),
  bodies: new Map(),
  milestones: new Map(),
  indicators: new Map(),
  remarks: new Map(),
};

const statementInCsv = (statement: string): string => {
  const told = history();
  told.made('c');
  const commitments = new Map([['c', { statement, owing: ['A'], owedTo: ['B'], number: 1 }]]);
  const csv = toCsv(told.card(), { ...NAMES, commitments });
  const rows = parse<Record<string, string>>(csv, { columns: true });
  expect(rows.length).toBeGreaterThan(0);
  return rows[0]?.['statement'] ?? '';
};

describe('a review as CSV', () => {
  it('a statement that a spreadsheet would run as a formula is neutralised, however it begins', () => {
    // As a sign, after a tab or a return, or full-width, which a spreadsheet takes for the same sign.
    for (const begins of ['=', '+', '-', '@', '\t=', '\r=', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20']) {
      const formula = `${begins}HYPERLINK("http://example.org";"Read")`;
      expect(statementInCsv(formula)).toBe(`'${formula}`);
    }
  });

  it('any other statement stays as it was said, with its quotes, semicolons and lines', () => {
    for (const words of ['Read "it"; twice', 'a\nb', '5 = five', "'quoted'"]) expect(statementInCsv(words)).toBe(words);
  });
});
