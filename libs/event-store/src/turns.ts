/** Work of one process that goes one after the other where it is about the same thing, in the order it came. */
export class Turns {
  /** The last that waits or goes on, by what it is about. */
  private readonly last = new Map<string, Promise<unknown>>();

  /** Does the work once all that came before about the same thing has ended, however it ended. */
  async take<T>(about: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(about) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.last.set(about, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(about) === mine) this.last.delete(about);
    }
  }

  /** Returns once all that was begun so far has ended, however it ended. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.last.values());
  }
}
