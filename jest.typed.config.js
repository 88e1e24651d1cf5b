import base from './jest.config.js';

/** Commands as they are typed, each a process of its own: the command line, the tutorial, the how-tos. `npm run test:typed`. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/**/*.typed.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
