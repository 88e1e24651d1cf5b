import type { AllPage, EventStore } from '#event-store';

/** Followers of one pace are within so many pages of each other. */
const KEPT_PAGES = 16;

/**
 * Pages of the log that followers in one process have in common while they catch up: whoever comes first reads one, and
 * those close behind take the same. Only full pages are kept, which never change.
 */
export class SharedPages {
  private readonly pages = new Map<string, Promise<AllPage>>();

  constructor(private readonly store: Pick<EventStore, 'readAll' | 'subscribeAll'>) {}

  /** As `subscribeAll`: everything behind a position, then what comes; ends only on abort or error. */
  async *following(after: string, limit: number, signal: AbortSignal): AsyncGenerator<AllPage, void> {
    let position = after;
    while (!signal.aborted) {
      const page = await this.read(position, limit);
      if (page.caughtUp) break;
      position = page.scannedTo;
      // Read while this one is worked out and written.
      this.read(position, limit).catch(() => undefined);
      yield page;
    }
    yield* this.store.subscribeAll(position, { signal, batchSize: limit });
  }

  private read(after: string, limit: number): Promise<AllPage> {
    const key = `${limit} ${after}`;
    const known = this.pages.get(key);
    if (known !== undefined) return known;
    const page = this.store.readAll(after, { limit });
    this.pages.set(key, page);
    const forget = () => {
      if (this.pages.get(key) === page) this.pages.delete(key);
    };
    page.then(({ caughtUp }) => caughtUp && forget(), forget);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= KEPT_PAGES) break;
      this.pages.delete(oldest);
    }
    return page;
  }
}
