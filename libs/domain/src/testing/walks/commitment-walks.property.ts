import { describe, jest } from '@jest/globals';
import { PROPERTY_WALKS, walksKeepRules, walksReachEverything } from './walks.js';

jest.setTimeout(1_200_000);

// The others are in walks.property.ts: two files go side by side.
describe.each(['commitment', 'organization'] as const)('%s', (family) => {
  walksKeepRules(family, PROPERTY_WALKS);
  walksReachEverything(family, PROPERTY_WALKS);
});
