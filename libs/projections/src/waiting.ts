export type Reached = 'reached' | 'stopped' | 'time ran out';

/** A read model that has not reached a position. `reached`: where it stands; null where it is not built, or not whole. */
export type Lagging = Readonly<{ name: string; reached: string | null }>;

type Waiter = Readonly<{ position: string; names: readonly string[]; settle: (how: Reached) => void }>;

/** Which part of which build moved. */
export type MovedPart = Readonly<{ name: string; build: string; partition: number; partitions: number }>;

type Parts = Readonly<{ key: string; partitions: number; at: Map<number, string> }>;

/** How far each read model is, and who waits until it is further. */
export class Progress {
  private readonly parts = new Map<string, Parts>();
  private readonly stops = new Map<string, Set<number>>();
  private readonly waiters = new Set<Waiter>();

  /** A part of a read model stands there. The read model stands where the least of its parts does. */
  moved({ name, build, partition, partitions }: MovedPart, position: string): void {
    const key = `${build} ${partitions}`;
    const known = this.parts.get(name);
    // Of a build that is divided anew, or another that serves, nothing is known but what its own parts say.
    const parts = known?.key === key ? known : { key, partitions, at: new Map<number, string>() };
    parts.at.set(partition, position);
    this.parts.set(name, parts);
    this.stops.get(name)?.delete(partition);
    for (const waiter of this.waiters) if (this.hasReached(waiter.position, waiter.names)) waiter.settle('reached');
  }

  stopped(name: string, partition: number): void {
    this.stops.set(name, (this.stops.get(name) ?? new Set()).add(partition));
    for (const waiter of this.waiters) if (waiter.names.includes(name)) waiter.settle('stopped');
  }

  /** @param partition all of it where it is not said */
  goesOn(name: string, partition?: number): void {
    if (partition === undefined) this.stops.delete(name);
    else this.stops.get(name)?.delete(partition);
  }

  /** Whether anybody waits. */
  get isWaitedFor(): boolean {
    return this.waiters.size > 0;
  }

  /** Waits until all of these read models have reached a position; not for one that has stopped before it. */
  async reach(position: string, names: readonly string[], timeoutMs: number): Promise<Reached> {
    if (this.hasReached(position, names)) return 'reached';
    if (names.some((name) => (this.stops.get(name)?.size ?? 0) > 0)) return 'stopped';
    return new Promise((resolve) => {
      const settle = (how: Reached) => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        resolve(how);
      };
      const waiter: Waiter = { position, names, settle };
      const timer = setTimeout(() => settle('time ran out'), timeoutMs);
      this.waiters.add(waiter);
    });
  }

  hasReached(position: string, names: readonly string[]): boolean {
    return this.behind(position, names).length === 0;
  }

  /** Those of these read models that have not reached a position, each with where it stands. */
  behind(position: string, names: readonly string[]): readonly Lagging[] {
    return names
      .map((name) => ({ name, reached: this.reachedBy(name) }))
      .filter(({ reached }) => reached === null || reached < position);
  }

  /** Where the least of its parts stands. */
  private reachedBy(name: string): string | null {
    const parts = this.parts.get(name);
    if (parts === undefined || parts.at.size !== parts.partitions) return null;
    return [...parts.at.values()].reduce((least, at) => (at < least ? at : least));
  }
}
