import type { EventStore, Sql } from '#event-store';
import { LedgerError } from '#kernel';
import { type Failure, isPrepared } from './bookkeeping.js';
import { type Build, buildsOf, positionOf } from './builds.js';
import { parkedByName } from './checkpoints.js';
import type { Projection } from './projection.js';
import { distance } from './rebuild.js';
import type { Lagging, Reached } from './waiting.js';

/**
 * `catching-up` and `live` move; `rebuilding` builds a new shape before it serves; `waiting` found the store away and
 * tries again; `stopped` needs a hand (see the failure); `idle` is not run by this process, and nobody asked who runs it.
 */
export type RunState = 'idle' | 'catching-up' | 'live' | 'rebuilding' | 'waiting' | 'stopped';

export type ProjectionStatus = Readonly<{
  name: string;
  version: number;
  build: string | null;
  /** Into how many partitions it is folded. */
  partitions: number;
  /** Where the least of its partitions stands. */
  position: string | null;
  /** How far the log is ahead, in its own numbering. */
  lag: bigint | null;
  parked: readonly Failure[];
  failure: Failure | null;
  state: RunState;
}>;

/** Read models as who reads them sees them: run by this process (`ProjectionRunner`), or by others (`ProjectionWatch`). */
export interface Projections {
  /** @throws LedgerForked naming every read model of another history, each with the command to run */
  start(): Promise<void>;
  /** Ends after the transactions in hand. */
  stop(): Promise<void>;
  /**
   * Waits until read models have taken in a position: what a writer was told, a reader then sees (read your writes).
   * @param names all where it is not said
   * @throws LedgerError `READ_MODEL_STOPPED` at once where one cannot get there; ReadModelBehind after the time
   */
  waitFor(position: string, timeoutMs: number, names?: readonly string[]): Promise<void>;
  /** Every projection with how far it is and what holds it. */
  status(): Promise<readonly ProjectionStatus[]>;
}

/** Read models that were waited for, and have not reached what was asked for: it says which, and where each stands. */
export class ReadModelBehind extends LedgerError {
  constructor(
    readonly asked: string,
    readonly readModels: readonly Lagging[],
  ) {
    const where = readModels.map(({ name, reached }) =>
      reached === null ? `${name} is not built` : `${name} stands at ${reached}`,
    );
    super('unavailable', 'READ_MODEL_BEHIND', `the read models have not reached ${asked} yet: ${where.join(', ')}; ask again`);
  }
}

/**
 * @param behind those that have not reached the position now
 * @throws LedgerError `unavailable` READ_MODEL_STOPPED; ReadModelBehind
 */
export function requireReached(how: Reached, position: string, behind: readonly Lagging[]): void {
  if (how === 'stopped') {
    throw new LedgerError('unavailable', 'READ_MODEL_STOPPED', 'a read model has stopped: see throughline projections list');
  }
  // What came in the same breath as the end of the time is there all the same.
  if (how === 'time ran out' && behind.length > 0) throw new ReadModelBehind(position, behind);
}

/**
 * Every projection with how far it is: also without a runner, from another process.
 * @param stateOf what is known of who runs it; `idle` where nothing is
 */
export async function projectionStatus(
  sql: Sql,
  store: EventStore,
  projections: readonly Projection[],
  stateOf: (projection: Projection, serving: Build | undefined, lag: bigint | null) => RunState = () => 'idle',
): Promise<readonly ProjectionStatus[]> {
  const head = await store.head();
  const isThere = await isPrepared(sql);
  const builds = new Map(
    (isThere ? await buildsOf(sql) : []).filter(({ serving }) => serving).map((build) => [build.name, build]),
  );
  const parked = isThere ? await parkedByName(sql) : new Map<string, readonly Failure[]>();
  return projections.map((projection) => {
    const { name, version } = projection;
    const serving = builds.get(name);
    const position = serving === undefined ? null : positionOf(serving);
    const lag = position === null ? null : distance(position, head);
    return {
      name,
      version,
      build: serving?.build ?? null,
      partitions: serving?.parts.length ?? 1,
      position,
      lag,
      parked: parked.get(name) ?? [],
      failure: failureOf(serving),
      state: stateOf(projection, serving, lag),
    };
  });
}

/** What the bookkeeping says of a read model, whoever runs it. */
export function stateInDatabase(projection: Projection, serving: Build | undefined, lag: bigint | null): RunState {
  if (serving?.version !== projection.version) return 'rebuilding';
  if (failureOf(serving) !== null) return 'stopped';
  return lag === 0n ? 'live' : 'catching-up';
}

/** What stopped a build; the first where several of its parts have stopped. */
export function failureOf(build: Build | undefined): Failure | null {
  const failures = (build?.parts ?? []).flatMap(({ failure }) => (failure === null ? [] : [failure]));
  return failures.sort((a, b) => (a.position < b.position ? -1 : 1))[0] ?? null;
}
