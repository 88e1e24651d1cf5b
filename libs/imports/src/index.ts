export { exportPartnership } from './export.js';
export { exportTables } from './export-tables.js';
export { type Plan, type PlanOptions, planImport, readTerms } from './plan.js';
export type { ImportProblem } from './problem.js';
export { type AbsentFact, type ImportLedger, type ImportOptions, type ImportResult, runImport } from './run.js';
export { orNoRoom } from './scratch.js';
