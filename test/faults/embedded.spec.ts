import { jest } from '@jest/globals';
import { embeddedFaults } from './embedded.faults.js';

jest.setTimeout(240_000);

// Each fault once. Dozens of each, and the controls, are `npm run test:faults`.
embeddedFaults({ kills: 1, cuts: 1, erasures: 1, appends: 60, controls: false, seed: 20_250_115 });
