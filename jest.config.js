import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** Suites with names of their own: on a PostgreSQL server, as they are typed, of damage, of EventStoreDB. */
export const ELSEWHERE = {
  postgres: '\\.postgres\\.spec\\.ts$',
  typed: '\\.typed\\.spec\\.ts$',
  faults: '\\.fault\\.spec\\.ts$',
  esdb: '(contract\\.esdb|/esdb/.*(?<!\\.postgres))\\.spec\\.ts$',
};

/**
 * The pure and the embedded suites: everything `npm test` runs. Suites that need a server (`*.postgres.spec.ts`) run
 * where POSTGRES_URL names one: `npm run test:postgres` starts one and sets it. The others that are slow: `npm run test:typed`,
 * `test:faults`, `test:esdb`.
 */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['throughline-src', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    ELSEWHERE.typed,
    ELSEWHERE.faults,
    ELSEWHERE.esdb,
    ...(process.env.POSTGRES_URL ? [] : [ELSEWHERE.postgres]),
  ],
  // Five seconds are little on a machine that is busy with other things.
  testTimeout: 30_000,
  // Of two cores Jest would leave one idle. A spec file with a database takes about 700 MB.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1500MB',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  reporters: ['default', '<rootDir>/test/support/reporter.js', '<rootDir>/test/support/described-reporter.js'],
};
