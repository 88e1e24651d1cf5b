export { breaches } from './anomalies.js';
export * from './rational.js';
export * from './scorecard.js';
export { canonicalScorecard, earlierQuarters, scorecardV1 } from './scorecard-v1.js';
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
