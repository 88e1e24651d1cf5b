export * from './rational.js';
export * from './scorecard.js';
export { canonicalScorecard, earlierQuarters, scorecardV1 } from './scorecard-v1.js';
