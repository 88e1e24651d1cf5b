import base from './jest.config.js';

/** Faults: `npm run test:faults`. FAULT_SIZE=small takes fewer rounds, FAULT_SEED makes a run the same again. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/faults/**/*.fault.ts', '<rootDir>/libs/**/*.fault.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
