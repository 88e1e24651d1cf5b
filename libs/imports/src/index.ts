export { exportPartnership } from './export.js';
export { exportTables } from './export-tables.js';
export { type Held, readHeld } from './held.js';
export { type Plan, planImport } from './plan.js';
export type { ImportProblem } from './problem.js';
export { type ImportOptions, type ImportResult, type RecordAct, runImport } from './run.js';
