import type { Case } from '../testing/figures.js';
import { agreedTermsCases } from './agreed-terms.cases.js';
import { correctionCases } from './corrections.cases.js';
import { dateCases } from './dates.cases.js';
import { endCases } from './ends.cases.js';
import { evidenceCases } from './evidence-silence.cases.js';
import { figureCases } from './figures.cases.js';
import { knowledgeCases } from './knowledge.cases.js';
import { milestoneCases } from './milestones.cases.js';
import { tableCases } from './of-the-table.cases.js';
import { partyCases } from './parties.cases.js';
import { standingCases } from './standing-promises.cases.js';

/** Every case, by what it is about. */
export const everyCase: readonly (readonly [about: string, cases: readonly Case[]])[] = [
  ['cases of the table', tableCases],
  ['dates and calendars', dateCases],
  ['what is known, and since when', knowledgeCases],
  ['corrections', correctionCases],
  ['terms agreed anew', agreedTermsCases],
  ['parties, shares and their words', partyCases],
  ['ends, later hands and first dates', endCases],
  ['standing promises and shares with their own dates', standingCases],
  ['evidence and silence', evidenceCases],
  ['milestones', milestoneCases],
  ['the other figures', figureCases],
];
