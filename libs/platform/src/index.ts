export * from './configuration.js';
export * from './health.controller.js';
export * from './ledger.module.js';
export * from './logger.js';
export * from './open-ledger.js';
export * from './open-route.js';
export * from './problem.filter.js';
