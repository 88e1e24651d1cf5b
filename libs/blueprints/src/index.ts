export { connecticutCenter } from './connecticut-center/scenario.js';
export * from './scenario.js';
