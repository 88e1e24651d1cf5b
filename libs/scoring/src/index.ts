export { breaches } from './anomalies.js';
export { earlierQuarters, type QuartersAsked, quartersBetween } from './earlier-quarters.js';
export * from './rational.js';
export * from './scorecard.js';
export { canonicalScorecard, scorecardV1 } from './scorecard-v1.js';
export { STATUSES, type Status } from './standing.js';
export {
  type Change,
  type ClaimView,
  type CommitmentView,
  commitmentView,
  commitmentViews,
  difference,
  type ShareView,
  type ViewRequest,
} from './status.js';
