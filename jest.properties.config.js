import base from './jest.config.js';

/** Properties at full size: `npm run test:properties`. PROPERTY_WALKS sets how many walks each takes, PROPERTY_SEED which. */
export default { ...base, testMatch: ['<rootDir>/libs/**/*.property.ts'] };
