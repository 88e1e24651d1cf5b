import { describe, expect, it } from '@jest/globals';
import { type Case, commitmentNotes } from '../testing/figures.js';
import { history } from '../testing/history.js';
import { tableCases } from './of-the-table.cases.js';

const everyCase: readonly (readonly [string, readonly Case[]])[] = [['cases of the table', tableCases]];

describe.each(everyCase)('%s', (_, cases) => {
  it.each(cases.map((one) => [`${one.name}: ${one.why} (${one.proves.join(', ')})`, one] as const))('%s', (_name, one) => {
    const told = history(one.calendar);
    one.tell(told);
    const card = told.card(one.quarter, one.known, one.basis);
    expect(commitmentNotes(card)).toEqual(one.commitments);
    for (const [what, [found, expected]] of Object.entries(one.also?.(card) ?? {})) {
      expect({ [what]: found }).toEqual({ [what]: expected });
    }
  });
});
