import { describe, expect, it } from '@jest/globals';
import { type Case, commitmentNotes } from '../testing/figures.js';
import { history } from '../testing/history.js';
import { correctionCases } from './corrections.cases.js';
import { dateCases } from './dates.cases.js';
import { figureCases } from './figures.cases.js';
import { tableCases } from './of-the-table.cases.js';
import { partyCases } from './parties.cases.js';
import { standingCases } from './standing-promises.cases.js';

const everyCase: readonly (readonly [string, readonly Case[]])[] = [
  ['cases of the table', tableCases],
  ['dates and calendars', dateCases],
  ['corrections', correctionCases],
  ['parties, shares and their words', partyCases],
  ['standing promises and shares with their own dates', standingCases],
  ['the other figures', figureCases],
];

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
