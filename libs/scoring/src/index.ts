export { breaches } from './anomalies.js';
export * from './rational.js';
export * from './scorecard.js';
export { canonicalScorecard, earlierQuarters, scorecardV1 } from './scorecard-v1.js';
export {
  type Change,
  type ClaimView,
  type CommitmentView,
  commitmentView,
  commitmentViews,
  difference,
  type ShareView,
  STATUSES,
  type Status,
  type ViewRequest,
} from './status.js';
