import { describe, jest } from '@jest/globals';
import { PROPERTY_WALKS, walksKeepRules, walksReachEverything } from './walks.js';

jest.setTimeout(1_200_000);

// The others are in commitment-walks.property.ts: two files go side by side.
describe.each(['partnership', 'evidence', 'indicator', 'meeting'] as const)('%s', (family) => {
  walksKeepRules(family, PROPERTY_WALKS);
  walksReachEverything(family, PROPERTY_WALKS);
});
