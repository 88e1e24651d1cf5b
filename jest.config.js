import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/**
 * The pure and the embedded suites: everything `npm test` runs. Suites that need a server (`*.postgres.spec.ts`) run
 * where POSTGRES_URL names one: `npm run test:postgres` starts one and sets it. Suites that start processes for every step
 * (`*.typed.spec.ts`) have a name of their own: `npm run test:typed`.
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
    '\\.typed\\.spec\\.ts$',
    ...(process.env.POSTGRES_URL ? [] : ['\\.postgres\\.spec\\.ts$']),
  ],
  // Five seconds are little on a machine that is busy with other things.
  testTimeout: 30_000,
  // Of two cores Jest would leave one idle. A spec file with a database takes about 700 MB.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1500MB',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  reporters: ['default', '<rootDir>/test/support/reporter.js', '<rootDir>/test/support/described-reporter.js'],
};
