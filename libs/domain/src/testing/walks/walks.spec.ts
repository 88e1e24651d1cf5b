import { describe } from '@jest/globals';
import { walksKeepRules } from './walks.js';

// A few walks of each: the thousand is `npm run test:properties`.
describe.each(['organization', 'partnership', 'commitment', 'evidence', 'indicator', 'meeting'] as const)('%s', (family) => {
  walksKeepRules(family, 20, 10);
});
