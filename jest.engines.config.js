import base from './jest.config.js';

/**
 * What needs a real PostgreSQL and a real Kafka: `npm run test:engines` starts both and names them in POSTGRES_URL,
 * KAFKA_BROKERS and KAFKA_CLUSTER. One file at a time: some of them kill what others would be using. FAULT_SIZE=small takes
 * fewer rounds and shorter absences. The contract of the event store and of its leases is held on the same server.
 */
export default {
  ...base,
  testMatch: [
    '<rootDir>/libs/event-store/src/contract.postgres.spec.ts',
    '<rootDir>/libs/event-store/src/sql/lease.postgres.spec.ts',
    '<rootDir>/libs/**/*.engines.ts',
    '<rootDir>/apps/**/*.engines.ts',
    '<rootDir>/test/**/*.engines.ts',
  ],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  // Members of a group hear of each other every few seconds.
  testTimeout: 120_000,
};
