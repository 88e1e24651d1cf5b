import { type EventStore, type Held, LeaseLost, type Leases, type Sql } from '#event-store';
import { CheckpointMoved, PoisonEvent } from './advance.js';
import { type Part, prepareBookkeeping } from './bookkeeping.js';
import { type Build, buildsOf, requireAllSameLedger, servingBuild } from './builds.js';
import { splitInto } from './checkpoints.js';
import { isAway } from './fault-of-events.js';
import { followPart } from './following.js';
import { isTakenOver, makeBuild, whileOthersRebuild } from './making.js';
import { News } from './news.js';
import { partitionsOf } from './partition.js';
import type { PoisonPolicy, Projection } from './projection.js';
import {
  type ProjectionStatus,
  type Projections,
  projectionStatus,
  type RunState,
  requireReached,
  stateInDatabase,
} from './projections.js';
import { type RebuildOptions, type Rebuilt, rebuildNamed } from './rebuild.js';
import { LOOK_AGAIN_MS, rest, TRY_AGAIN_MS } from './rest.js';
import { SharedPages } from './shared-pages.js';
import { doingAll, groupOf, type InHand, type Task, type Tasks, tasksFor } from './tasks.js';
import { Progress } from './waiting.js';
import { ProjectionWatch } from './watch.js';

export type RunnerOptions = Readonly<{
  policy?: PoisonPolicy;
  batchSize?: number;
  /** Told of what an operator should know: a stop, a store that is away. */
  warn?: (message: string, error: unknown) => void;
  /** Several processes run the same projections: each does its share of them, under leases. */
  elects?: Leases;
  /**
   * Into how many partitions projections are folded that allow it. What stands is divided anew at the start where it has
   * another number; left as it is where none is said.
   */
  partitions?: number;
}>;

/** For each partition. All projections follow at once: small enough that on the embedded database other work gets its turn. */
const BATCH_SIZE = 200;

/** The whole of a projection, beside its partitions. */
const WHOLE = -1;

/**
 * Keeps read models up with the log: each partition of each projection follows it on its own, so that one that stops holds
 * up no other. Several processes may run the same projections: a checkpoint is moved by compare-and-set, and the loser reads
 * again. With `elects` they share the work, and who lost its lease writes nothing.
 */
export class ProjectionRunner implements Projections {
  private readonly progress = new Progress();
  private readonly states = new Map<string, Map<number, RunState>>();
  private readonly abort = new AbortController();
  /** Wakes what has stopped once it was rebuilt. */
  private readonly stopped = new Map<string, AbortController>();
  private readonly pages: SharedPages;
  private readonly news: News | undefined;
  private readonly watch: ProjectionWatch | undefined;
  private tasks: Tasks = new Map();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly sql: Sql,
    private readonly store: EventStore,
    private readonly projections: readonly Projection[],
    private readonly options: RunnerOptions = {},
  ) {
    this.pages = new SharedPages(store);
    if (options.elects === undefined) return;
    this.news = new News(sql);
    // Others run what this one does not: how far that is stands in the database.
    this.watch = new ProjectionWatch(sql, store, projections);
  }

  /** Starts following; returns once every checkpoint was compared with the ledger. */
  async start(): Promise<void> {
    await prepareBookkeeping(this.sql);
    const builds = (await buildsOf(this.sql)).filter((build) => build.serving);
    const serving = builds.filter((build) => this.projections.some(({ name }) => name === build.name));
    await requireAllSameLedger(this.store, serving);
    await this.divideAnew(serving);
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.abort.abort();
    await this.running;
    await this.watch?.stop();
    this.news?.end();
  }

  async waitFor(position: string, timeoutMs: number, names = this.projections.map(({ name }) => name)): Promise<void> {
    if (this.watch !== undefined) await this.watch.waitFor(position, timeoutMs, names);
    else requireReached(await this.progress.reach(position, names, timeoutMs), position, this.progress.behind(position, names));
  }

  async status(): Promise<readonly ProjectionStatus[]> {
    return projectionStatus(this.sql, this.store, this.projections, (projection, serving, lag) =>
      this.stateOf(projection, serving, lag),
    );
  }

  /** Builds one anew while this runner goes on; a stopped one goes on from the new build. */
  async rebuild(name: string, options: RebuildOptions = {}): Promise<Rebuilt> {
    const { partitions } = this.options;
    const divided = partitions === undefined ? options : { partitions, ...options };
    const rebuilt = await rebuildNamed(this.sql, this.store, this.projections, name, divided);
    this.progress.goesOn(name);
    for (const [task, waiting] of this.stopped) if (this.tasks.get(task)?.projection.name === name) waiting.abort();
    return rebuilt;
  }

  private async divideAnew(serving: readonly Build[]): Promise<void> {
    const { partitions, warn } = this.options;
    if (partitions === undefined) return;
    for (const projection of this.projections) {
      const wanted = partitionsOf(projection, partitions);
      if (!serving.some(({ name, version }) => name === projection.name && version === projection.version)) continue;
      if (!(await splitInto(this.sql, projection.name, wanted)))
        warn?.(`${projection.name} has stopped and stays divided as it is; it is divided anew when it goes on`, undefined);
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.abort;
    const { elects, warn } = this.options;
    while (!signal.aborted) {
      try {
        const names = () => this.namesOfTasks();
        if (elects === undefined) await doingAll(signal, names, (task) => this.work(task));
        else await elects.sharing(groupOf(this.projections), signal, names, (held) => this.work(held, held));
      } catch (error) {
        if (signal.aborted) return;
        warn?.('read models do not move', error);
        await rest(LOOK_AGAIN_MS, signal);
      }
    }
  }

  /** What there is to do by name; waits for a database that is away. */
  private async namesOfTasks(): Promise<readonly string[]> {
    const { signal } = this.abort;
    const { elects, warn } = this.options;
    while (!signal.aborted) {
      try {
        this.tasks = tasksFor(this.projections, await buildsOf(this.sql), elects === undefined ? 'any' : 'newer');
        return [...this.tasks.keys()];
      } catch (error) {
        warn?.('read models do not move', error);
        await rest(LOOK_AGAIN_MS, signal);
      }
    }
    return [];
  }

  private async work({ name, lost }: InHand, held?: Held): Promise<void> {
    const task = this.tasks.get(name);
    if (task === undefined) return;
    const { projection, part } = task;
    const partition = part?.partition ?? WHOLE;
    while (!lost.aborted) {
      try {
        await this.doTask(task, lost, held);
        break;
      } catch (error) {
        if (lost.aborted || error instanceof LeaseLost) break;
        if (error instanceof CheckpointMoved) continue;
        if (isTakenOver(error)) {
          await whileOthersRebuild(this.sql, projection.name, lost);
          continue;
        }
        this.options.warn?.(`${projection.name} does not move`, error);
        if (isAway(error)) {
          this.is(projection.name, partition, 'waiting');
          await rest(LOOK_AGAIN_MS, lost);
        } else {
          await this.standStill(name, projection, partition, lost, error);
          break;
        }
      }
    }
    this.states.get(projection.name)?.delete(partition);
  }

  private async doTask({ projection, part }: Task, signal: AbortSignal, held: Held | undefined): Promise<void> {
    const { sql, store, pages } = this;
    const { policy = 'stop', batchSize = BATCH_SIZE, partitions } = this.options;
    if (part === undefined) {
      const rebuilds = () => this.is(projection.name, WHOLE, 'rebuilding');
      await makeBuild({ sql, store, projection, partitions, policy, signal, held, rebuilds });
    } else {
      const stands = (at: Part, state: RunState) => this.stands(at, state);
      await followPart({ sql, store, projection, pages, policy, batchSize, signal, held, stands }, part);
    }
  }

  /**
   * What has stopped goes on when another build serves; the next start tries the same event again. Only an event that is
   * named in the database holds it so long, for everybody to see: after whatever else it is tried again.
   */
  private async standStill(
    task: string,
    { name }: Projection,
    partition: number,
    signal: AbortSignal,
    why: unknown,
  ): Promise<void> {
    const rebuilt = new AbortController();
    this.stopped.set(task, rebuilt);
    this.is(name, partition, 'stopped');
    this.progress.stopped(name, partition);
    this.news?.tellSoon();
    const builds = () => servingBuild(this.sql, name).then((build) => build?.build);
    const stoppedAt = await builds().catch(() => undefined);
    const until = why instanceof PoisonEvent ? Number.POSITIVE_INFINITY : performance.now() + TRY_AGAIN_MS;
    const woken = AbortSignal.any([signal, rebuilt.signal]);
    while (!woken.aborted && performance.now() < until) {
      await rest(LOOK_AGAIN_MS, woken);
      if ((await builds().catch(() => stoppedAt)) !== stoppedAt) break;
    }
    this.stopped.delete(task);
    this.progress.goesOn(name, partition);
  }

  private stands(part: Part, state: RunState): void {
    this.is(part.name, part.partition, state);
    this.progress.moved(part, part.checkpoint.position);
    this.news?.tellSoon();
  }

  private is(name: string, partition: number, state: RunState): void {
    const states = this.states.get(name) ?? new Map<number, RunState>();
    this.states.set(name, states.set(partition, state));
  }

  private stateOf(projection: Projection, serving: Build | undefined, lag: bigint | null): RunState {
    const own = [...(this.states.get(projection.name)?.values() ?? [])];
    const worst = WORST_FIRST.find((state) => own.includes(state));
    if (this.watch !== undefined && worst !== 'waiting' && worst !== 'stopped') return stateInDatabase(projection, serving, lag);
    // Where nothing was appended since the start there was no batch to say that it has caught up.
    return worst === 'catching-up' && lag === 0n ? 'live' : (worst ?? 'idle');
  }
}

const WORST_FIRST: readonly RunState[] = ['stopped', 'waiting', 'rebuilding', 'catching-up', 'live'];
