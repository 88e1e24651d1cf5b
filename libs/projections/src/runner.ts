import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Sql } from '#event-store';
import { LedgerError } from '#kernel';
import { advance, CheckpointMoved, isAway } from './advance.js';
import {
  type Build,
  buildsOf,
  createBuild,
  type Failure,
  parkedIn,
  prepareBookkeeping,
  requireAllSameLedger,
  requireSameLedger,
  servingBuild,
} from './builds.js';
import { Histories } from './histories.js';
import type { PoisonPolicy, Projection } from './projection.js';
import { distance, type RebuildOptions, type Rebuilt, rebuild } from './rebuild.js';
import { Progress } from './waiting.js';

/**
 * `catching-up` and `live` move; `rebuilding` builds a new shape before it serves; `waiting` found the store away and
 * tries again; `stopped` needs a hand (see the failure); `idle` is not run by this process.
 */
export type RunState = 'idle' | 'catching-up' | 'live' | 'rebuilding' | 'waiting' | 'stopped';

export type ProjectionStatus = Readonly<{
  name: string;
  version: number;
  build: string | null;
  position: string | null;
  /** How far the log is ahead, in its own numbering. */
  lag: bigint | null;
  parked: readonly Failure[];
  failure: Failure | null;
  state: RunState;
}>;

export type RunnerOptions = Readonly<{
  policy?: PoisonPolicy;
  batchSize?: number;
  /** Told of what an operator should know: a stop, a store that is away. */
  warn?: (message: string, error: unknown) => void;
}>;

/** All projections follow at once: small enough that on the embedded database other work gets its turn in between. */
const BATCH_SIZE = 200;

/** How soon a stopped projection looks whether it was rebuilt, and a runner without store tries again. */
const LOOK_AGAIN_MS = 1000;

/**
 * Keeps read models up with the log: each projection follows it on its own, so that one that stops holds up no other.
 * Several processes may run the same projection: the checkpoint is moved by compare-and-set, and the loser reads again.
 */
export class ProjectionRunner {
  private readonly progress = new Progress();
  private readonly states = new Map<string, RunState>();
  private readonly abort = new AbortController();
  /** Wakes a stopped projection once it was rebuilt. */
  private readonly stopped = new Map<string, AbortController>();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sql: Sql,
    private readonly store: EventStore,
    private readonly projections: readonly Projection[],
    private readonly options: RunnerOptions = {},
  ) {}

  /**
   * Starts following; returns once every checkpoint was compared with the ledger.
   * @throws LedgerForked naming every read model of another history, each with the command to run
   */
  async start(): Promise<void> {
    await prepareBookkeeping(this.sql);
    const serving = (await buildsOf(this.sql)).filter((build) => build.serving);
    await requireAllSameLedger(
      this.store,
      serving.filter((build) => this.projections.some(({ name }) => name === build.name)),
    );
    this.running = Promise.all(this.projections.map((projection) => this.keepFollowing(projection)));
  }

  /** Ends after the transactions in hand. */
  async stop(): Promise<void> {
    this.abort.abort();
    await this.running;
  }

  /**
   * Waits until read models have taken in a position: what a writer was told, a reader then sees (read your writes).
   * @param names all where it is not said
   * @throws LedgerError `READ_MODEL_STOPPED` at once where one cannot get there, `READ_MODEL_BEHIND` after the time
   */
  async waitFor(position: string, timeoutMs: number, names = this.projections.map(({ name }) => name)): Promise<void> {
    const how = await this.progress.reach(position, names, timeoutMs);
    if (how === 'stopped') {
      throw new LedgerError('unavailable', 'READ_MODEL_STOPPED', 'a read model has stopped: see throughline projections list');
    }
    if (how === 'time ran out') {
      throw new LedgerError('unavailable', 'READ_MODEL_BEHIND', `the read models have not reached ${position} yet; ask again`);
    }
  }

  /** Every projection with how far it is and what holds it. */
  async status(): Promise<readonly ProjectionStatus[]> {
    return projectionStatus(this.sql, this.store, this.projections, this.states);
  }

  /** Builds one anew while this runner goes on; a stopped one goes on from the new build. */
  async rebuild(name: string, options: RebuildOptions = {}): Promise<Rebuilt> {
    const rebuilt = await rebuildNamed(this.sql, this.store, this.projections, name, options);
    this.progress.goesOn(name);
    this.stopped.get(name)?.abort();
    return rebuilt;
  }

  private async keepFollowing(projection: Projection): Promise<void> {
    const { signal } = this.abort;
    while (!signal.aborted) {
      try {
        await this.follow(projection);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof CheckpointMoved) continue;
        this.options.warn?.(`${projection.name} does not move`, error);
        if (isAway(error)) {
          this.states.set(projection.name, 'waiting');
          await rest(LOOK_AGAIN_MS, signal);
        } else {
          await this.standStill(projection);
        }
      }
    }
  }

  /** Follows the log from the checkpoint of the serving build; ends only by abort or error. */
  private async follow(projection: Projection): Promise<void> {
    const { sql, store, states, progress } = this;
    const { signal } = this.abort;
    let build = await this.buildToServe(projection);
    await requireSameLedger(store, build);
    states.set(projection.name, 'catching-up');
    progress.moved(projection.name, build.checkpoint.position);
    const histories = new Histories(store);
    const run = { sql, projection, histories, policy: this.options.policy ?? 'stop', signal } as const;
    const { batchSize = BATCH_SIZE } = this.options;
    for await (const page of store.subscribeAll(build.checkpoint.position, { signal, batchSize })) {
      histories.take(page.events);
      build = await advance(run, build, page.events);
      states.set(projection.name, page.caughtUp ? 'live' : 'catching-up');
      progress.moved(projection.name, build.checkpoint.position);
    }
  }

  private async buildToServe(projection: Projection): Promise<Build> {
    const { sql, store } = this;
    const serving = await servingBuild(sql, projection.name);
    if (serving?.version === projection.version) return serving;
    if (serving === undefined) return firstBuild(sql, store, projection);
    this.states.set(projection.name, 'rebuilding');
    await rebuild(sql, store, projection, { signal: this.abort.signal, policy: this.options.policy ?? 'stop' });
    return this.buildToServe(projection);
  }

  /** A stopped projection goes on when another build serves; the next start tries the same event again. */
  private async standStill({ name }: Projection): Promise<void> {
    const { signal } = this.abort;
    const rebuilt = new AbortController();
    this.stopped.set(name, rebuilt);
    this.states.set(name, 'stopped');
    this.progress.stopped(name);
    const stoppedAt = await servingBuild(this.sql, name).catch(() => undefined);
    const woken = AbortSignal.any([signal, rebuilt.signal]);
    while (!woken.aborted) {
      await rest(LOOK_AGAIN_MS, woken);
      const now = await servingBuild(this.sql, name).catch(() => stoppedAt);
      if (now?.build !== stoppedAt?.build) return;
    }
  }
}

async function firstBuild(sql: Sql, store: EventStore, projection: Projection): Promise<Build> {
  try {
    return await createBuild(sql, projection, await store.ledgerId(), true);
  } catch (error) {
    // Another process was faster: its build serves.
    const serving = await servingBuild(sql, projection.name);
    if (serving === undefined) throw error;
    return serving;
  }
}

/** Waits, but not beyond an abort. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

/** Every projection with how far it is: also without a runner, from another process. */
export async function projectionStatus(
  sql: Sql,
  store: EventStore,
  projections: readonly Projection[],
  states: ReadonlyMap<string, RunState> = new Map(),
): Promise<readonly ProjectionStatus[]> {
  await prepareBookkeeping(sql);
  const head = await store.head();
  const builds = new Map((await buildsOf(sql)).filter(({ serving }) => serving).map((build) => [build.name, build]));
  const statuses: ProjectionStatus[] = [];
  for (const { name, version } of projections) {
    const serving = builds.get(name);
    const lag = serving === undefined ? null : distance(serving.checkpoint.position, head);
    const state = states.get(name) ?? 'idle';
    statuses.push({
      name,
      version,
      build: serving?.build ?? null,
      position: serving?.checkpoint.position ?? null,
      lag,
      parked: await parkedIn(sql, name),
      failure: serving?.failure ?? null,
      // Where nothing was appended since the start there was no batch to say that it has caught up.
      state: state === 'catching-up' && lag === 0n ? 'live' : state,
    });
  }
  return statuses;
}

/**
 * Rebuilds a projection by its name.
 * @throws LedgerError `NOT_FOUND`, naming those there are; see `rebuild`
 */
export async function rebuildNamed(
  sql: Sql,
  store: EventStore,
  projections: readonly Projection[],
  name: string,
  options: RebuildOptions = {},
): Promise<Rebuilt> {
  const projection = projections.find((candidate) => candidate.name === name);
  if (projection === undefined) {
    const names = projections.map((candidate) => candidate.name).join(', ');
    throw new LedgerError('not-found', 'NOT_FOUND', `there is no projection ${name}; there are: ${names}`);
  }
  return rebuild(sql, store, projection, options);
}
