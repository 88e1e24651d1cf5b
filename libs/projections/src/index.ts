export { CheckpointMoved, PoisonEvent } from './advance.js';
export { type Checkpoint, type Failure, type Part } from './bookkeeping.js';
export { type Build, buildsOf, requireAllSameLedger } from './builds.js';
export { byStream, Histories } from './histories.js';
export { MOST_PARTITIONS, partitionOf } from './partition.js';
export { type Beside, type PoisonPolicy, type Projection, type Statement, type Table, type TableNames } from './projection.js';
export { type ProjectionStatus, type Projections, projectionStatus, ReadModelBehind, type RunState } from './projections.js';
export { type Answer, type Lacking, readModels, type Standing } from './reading.js';
export {
  type Comparison,
  distance,
  type RebuildOptions,
  type RebuildProgress,
  type Rebuilt,
  rebuild,
  rebuildNamed,
  type TableContent,
} from './rebuild.js';
export { ProjectionRunner, type RunnerOptions } from './runner.js';
export { tasksFor } from './tasks.js';
export { ProjectionWatch } from './watch.js';
