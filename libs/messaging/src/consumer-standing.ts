/** What keeps a partition, or all of them, from moving: it passes by itself, or stands before an event. */
export type Hindrance = Readonly<{ state: 'waiting' | 'stopped'; words: string }>;

/** How the partitions stand that a consumer has. */
export class Standing {
  /** Of the session with the brokers, and so of all partitions. */
  private ofAll: Hindrance | undefined;
  private readonly hindrances = new Map<string, Hindrance>();
  private readonly lags = new Map<string, bigint>();

  /** @returns whether it is news */
  hindered(key: string, hindrance: Hindrance): boolean {
    const isNews = this.hindrances.get(key)?.words !== hindrance.words;
    this.hindrances.set(key, hindrance);
    return isNews;
  }

  /**
   * @param lag how many messages lay behind what was taken in; below 0 where another member has taken in more than lay there
   *   when they were brought
   */
  moved(key: string, lag: bigint): void {
    this.hindrances.delete(key);
    this.lags.set(key, lag < 0n ? 0n : lag);
  }

  /** @returns whether it is news */
  allHindered(words: string): boolean {
    const isNews = this.ofAll?.words !== words;
    this.ofAll = { state: 'waiting', words };
    return isNews;
  }

  allMove(): void {
    this.ofAll = undefined;
  }

  /** How partitions stand that fell to others is theirs to say. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const known of [this.hindrances, this.lags]) for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
  }

  /** What needs a hand before what passes by itself; undefined where everything moves. */
  get worst(): Hindrance | undefined {
    const all = [...(this.ofAll === undefined ? [] : [this.ofAll]), ...this.hindrances.values()];
    return all.find(({ state }) => state === 'stopped') ?? all[0];
  }

  get lag(): bigint {
    return [...this.lags.values()].reduce((sum, its) => sum + its, 0n);
  }
}
