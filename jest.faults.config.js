import base from './jest.config.js';

/** Faults at full size: `npm run test:faults`. FAULT_SEED, FAULT_KILLS, FAULT_CUTS and FAULT_ERASURES set the size. */
export default { ...base, testMatch: ['<rootDir>/test/faults/**/*.fault.ts'] };
