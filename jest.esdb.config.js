import base, { ELSEWHERE } from './jest.config.js';

// Set before the workers start, which inherit it.
process.env.ESDB_COMMANDS ??= '600';

/**
 * The event store on EventStoreDB with the fault test at full size: `npm run test:esdb`. On the protocol double, or where
 * EVENTSTOREDB_URL names a server, its contract on that. ESDB_COMMANDS and ESDB_SEED set the size.
 */
export default {
  ...base,
  testMatch: ['<rootDir>/libs/event-store/src/contract.esdb.spec.ts', '<rootDir>/libs/event-store/src/esdb/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ELSEWHERE.postgres],
};
