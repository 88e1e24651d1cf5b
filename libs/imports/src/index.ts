export { type Held, readHeld } from './held.js';
export { type Plan, planImport } from './plan.js';
export type { ImportProblem } from './problem.js';
export { type ImportOptions, type ImportResult, runImport } from './run.js';
