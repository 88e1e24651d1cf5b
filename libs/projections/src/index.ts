export { CheckpointMoved, PoisonEvent } from './advance.js';
export { type Build, type Checkpoint, type Failure } from './builds.js';
export { byStream, Histories } from './histories.js';
export { type Beside, type PoisonPolicy, type Projection, type Statement, type Table, type TableNames } from './projection.js';
export { type Answer, type Lacking, readModels, type Standing } from './reading.js';
export {
  type Comparison,
  type RebuildOptions,
  type RebuildProgress,
  type Rebuilt,
  rebuild,
  type TableContent,
} from './rebuild.js';
export {
  ProjectionRunner,
  type ProjectionStatus,
  projectionStatus,
  type RunnerOptions,
  type RunState,
  rebuildNamed,
} from './runner.js';
