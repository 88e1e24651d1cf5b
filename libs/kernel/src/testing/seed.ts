import { expect } from '@jest/globals';
import fc from 'fast-check';

/**
 * What a property draws its cases by: the same ones each time, so that what is judged is a change and not its luck. Another
 * PROPERTY_SEED takes others.
 * @param round tells the draws of one test from each other
 */
export const seedOf = (round = 0): number =>
  fc.hash([process.env['PROPERTY_SEED'] ?? '', expect.getState().currentTestName, round].join(' '));
