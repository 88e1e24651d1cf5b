export type Reached = 'reached' | 'stopped' | 'time ran out';

type Waiter = Readonly<{ position: string; names: readonly string[]; settle: (how: Reached) => void }>;

/** How far each read model is, and who waits until it is further. */
export class Progress {
  private readonly at = new Map<string, string>();
  private readonly stops = new Set<string>();
  private readonly waiters = new Set<Waiter>();

  moved(name: string, position: string): void {
    this.at.set(name, position);
    this.goesOn(name);
    for (const waiter of this.waiters) if (this.hasReached(waiter.position, waiter.names)) waiter.settle('reached');
  }

  stopped(name: string): void {
    this.stops.add(name);
    for (const waiter of this.waiters) if (waiter.names.includes(name)) waiter.settle('stopped');
  }

  goesOn(name: string): void {
    this.stops.delete(name);
  }

  /** Waits until all of these read models have reached a position; not for one that has stopped before it. */
  async reach(position: string, names: readonly string[], timeoutMs: number): Promise<Reached> {
    if (this.hasReached(position, names)) return 'reached';
    if (names.some((name) => this.stops.has(name))) return 'stopped';
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

  private hasReached(position: string, names: readonly string[]): boolean {
    return names.every((name) => (this.at.get(name) ?? '') >= position);
  }
}
