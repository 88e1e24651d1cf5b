/**
 * Work that goes on side by side, except where two pieces touch the same stream: those keep the order in which they
 * were added. A store that gathers appends is fast only where many are on their way.
 */
export class InTurn {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly underWay = new Set<Promise<void>>();
  /** Told when a piece ends: a race over everything under way would hang a reaction on each piece every time. */
  private room: (() => void) | undefined;
  private failure: { error: unknown } | undefined;

  constructor(private readonly limit: number) {}

  /**
   * Waits for room, then starts the work as soon as its streams are free.
   * @throws what an earlier piece threw; nothing is started after a failure
   */
  async add(streams: readonly string[], work: () => Promise<void>): Promise<void> {
    while (this.underWay.size >= this.limit)
      await new Promise<void>((resolve) => {
        this.room = resolve;
      });
    this.requireSound();
    const before = streams.flatMap((stream) => this.tails.get(stream) ?? []);
    const run = async () => {
      await Promise.all(before);
      if (this.failure !== undefined) return;
      try {
        await work();
      } catch (error) {
        this.failure ??= { error };
      }
    };
    const mine = run();
    this.underWay.add(mine);
    for (const stream of streams) this.tails.set(stream, mine);
    void mine.then(() => {
      this.underWay.delete(mine);
      this.room?.();
      for (const stream of streams) if (this.tails.get(stream) === mine) this.tails.delete(stream);
    });
  }

  /**
   * Waits until nothing is under way.
   * @throws what a piece threw
   */
  async idle(): Promise<void> {
    await this.ended();
    this.requireSound();
  }

  /** Waits until nothing is under way, whether it went well or not. */
  async ended(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private requireSound(): void {
    if (this.failure !== undefined) throw this.failure.error;
  }
}
