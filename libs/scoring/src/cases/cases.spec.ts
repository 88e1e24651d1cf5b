import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commitmentNotes } from '../testing/figures.js';
import { history } from '../testing/history.js';
import { everyCase } from './every-case.js';

describe.each(everyCase)('%s', (_, cases) => {
  it.each(cases.map((one) => [`${one.name}: ${one.why} (${one.proves.join(', ')})`, one] as const))('%s', (_name, one) => {
    const told = history(one.calendar);
    one.tell(told);
    const card = told.card(one.quarter, one.known, one.basis);
    expect(commitmentNotes(card)).toEqual(one.commitments);
    for (const [what, [found, expected]] of Object.entries(one.also?.(card, told) ?? {})) {
      expect({ [what]: found }).toEqual({ [what]: expected });
    }
  });
});

describe('the reference of scoring', () => {
  const text = readFileSync(join(process.cwd(), 'docs', 'reference', 'scoring.md'), 'utf8');
  const lines = Array.from({ length: 16 }, (_, i) => i + 1);
  const provenBy = (line: number) => everyCase.flatMap(([, cases]) => cases).filter(({ proves }) => proves.includes(line));

  it.each(lines)('line %s is told in plain words and proven by a case', (line) => {
    expect(text).toMatch(new RegExp(`^## ${line}\\. .+\\n\\n\\S`, 'm'));
    expect(provenBy(line)).not.toHaveLength(0);
  });

  it('lists every case under what it is about, with the lines and rules it proves', () => {
    const expected = everyCase.flatMap(([about, cases]) => [
      `### ${about[0]?.toUpperCase()}${about.slice(1)}`,
      ...cases.map(({ name, why, proves }) => `- ${name}: ${why}. (${proves.join(', ')})`),
    ]);
    const [, listed = ''] = text.split('## Cases\n');
    expect(listed.split('\n').filter((line) => line.startsWith('- ') || line.startsWith('### '))).toEqual(expected);
  });

  it('names every case once', () => {
    const names = everyCase.flatMap(([, cases]) => cases.map(({ name, why }) => `${name}: ${why}`));
    expect(new Set(names).size).toBe(names.length);
  });
});
