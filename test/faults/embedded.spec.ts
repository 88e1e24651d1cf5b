import { jest } from '@jest/globals';
import { embeddedFaults } from './embedded.faults.js';

jest.setTimeout(240_000);

// The full size is `npm run test:faults`.
embeddedFaults({ kills: 2, cuts: 3, seed: 20_250_115 });
