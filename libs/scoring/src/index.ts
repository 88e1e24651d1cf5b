export * from './rational.js';
export * from './scorecard.js';
