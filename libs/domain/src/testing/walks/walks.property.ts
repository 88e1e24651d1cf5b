import { describe, jest } from '@jest/globals';
import { walksKeepRules, walksReachEverything } from './walks.js';

jest.setTimeout(1_200_000);

const walks = Number(process.env['PROPERTY_WALKS'] ?? 1000);

describe.each(['organization', 'partnership', 'commitment', 'evidence', 'indicator', 'meeting'] as const)('%s', (family) => {
  walksKeepRules(family, walks);
  walksReachEverything(family, walks);
});
