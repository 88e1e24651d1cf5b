type Waiter = Readonly<{ position: string; names: readonly string[]; reached: () => void }>;

/** How far each read model is, and who waits until it is further. */
export class Progress {
  private readonly at = new Map<string, string>();
  private readonly waiters = new Set<Waiter>();

  moved(name: string, position: string): void {
    this.at.set(name, position);
    for (const waiter of this.waiters) {
      if (!this.hasReached(waiter.position, waiter.names)) continue;
      this.waiters.delete(waiter);
      waiter.reached();
    }
  }

  /** @returns false where the time ran out first */
  async reach(position: string, names: readonly string[], timeoutMs: number): Promise<boolean> {
    if (this.hasReached(position, names)) return true;
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        names,
        reached: () => {
          clearTimeout(timer);
          resolve(true);
        },
      };
      const timer = setTimeout(() => {
        this.waiters.delete(waiter);
        resolve(false);
      }, timeoutMs);
      this.waiters.add(waiter);
    });
  }

  private hasReached(position: string, names: readonly string[]): boolean {
    return names.every((name) => (this.at.get(name) ?? '') >= position);
  }
}
