import { CommitSignal, type EventStore, type Sql } from '#event-store';
import { isPrepared } from './bookkeeping.js';
import { buildsOf, positionOf, requireAllSameLedger } from './builds.js';
import { hearNews } from './news.js';
import type { Projection } from './projection.js';
import {
  failureOf,
  type ProjectionStatus,
  type Projections,
  projectionStatus,
  requireReached,
  stateInDatabase,
} from './projections.js';
import { Progress } from './waiting.js';

/** How soon a waiting reader looks again where nobody told it to. */
const POLL_MS = 100;

/**
 * Read models that other processes run, seen through their checkpoints in the database. Nothing is asked while nobody waits;
 * all who wait are served by one look, which is taken at once when a runner tells of a commit.
 */
export class ProjectionWatch implements Projections {
  private readonly progress = new Progress();
  private readonly changes = new CommitSignal();
  private readonly closing = new AbortController();
  private watching: Promise<void> | undefined;
  private looking: Promise<void> | undefined;
  private listening: Promise<(() => Promise<void>) | undefined> | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly store: EventStore,
    private readonly projections: readonly Projection[],
    private readonly options: Readonly<{ pollMs?: number }> = {},
  ) {}

  async start(): Promise<void> {
    if (!(await isPrepared(this.sql))) return;
    const serving = (await buildsOf(this.sql)).filter((build) => build.serving);
    await requireAllSameLedger(
      this.store,
      serving.filter((build) => this.projections.some(({ name }) => name === build.name)),
    );
  }

  async stop(): Promise<void> {
    this.closing.abort();
    await this.watching;
    const unlisten = await this.listening;
    await unlisten?.();
  }

  async waitFor(position: string, timeoutMs: number, names = this.projections.map(({ name }) => name)): Promise<void> {
    if (this.progress.hasReached(position, names)) return;
    // A stop that was seen when somebody waited last may be mended: it is looked at again first.
    await this.look();
    const reached = this.progress.reach(position, names, timeoutMs);
    this.watching ??= this.watch();
    requireReached(await reached, position, this.progress.behind(position, names));
  }

  async status(): Promise<readonly ProjectionStatus[]> {
    return projectionStatus(this.sql, this.store, this.projections, stateInDatabase);
  }

  /** Looks for as long as somebody waits. */
  private async watch(): Promise<void> {
    await this.listen();
    while (!this.closing.signal.aborted) {
      const { mark } = this.changes;
      // Where the database is away those who wait are told when their time is over.
      await this.look().catch(() => undefined);
      if (!this.progress.isWaitedFor) break;
      await this.changes.after(mark, this.options.pollMs ?? POLL_MS, this.closing.signal);
    }
    // In the same breath as the last look: whoever comes now begins another.
    this.watching = undefined;
  }

  private async look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => {
      this.looking = undefined;
    });
    await this.looking;
  }

  private async lookOnce(): Promise<void> {
    if (!(await isPrepared(this.sql))) return;
    const builds = await buildsOf(this.sql);
    for (const { name, version } of this.projections) {
      const build = builds.find((its) => its.name === name && its.version === version && its.serving);
      if (build === undefined) continue;
      this.progress.moved({ name, build: build.build, partition: 0, partitions: 1 }, positionOf(build));
      if (failureOf(build) !== null) this.progress.stopped(name, 0);
    }
  }

  private async listen(): Promise<void> {
    this.listening ??= hearNews(this.sql, () => this.changes.wake()).catch(() => {
      // Where listening is not to be had now the poll finds out, and who waits next tries again.
      this.listening = undefined;
      return undefined;
    });
    await this.listening;
  }
}
