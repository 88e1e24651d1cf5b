import type { LedgerEvent } from '#domain';
import type { EventStore, Sql } from '#event-store';
import type { Id, Recorded } from '#kernel';
import { listPartnerships } from '#read-models';
import { breaches } from '#scoring';

/** So much of the time between two looks of Prometheus goes into counting, and no more. */
const BUDGET_MS = 500;
const AT_ONCE = 500;

type Counts = ReadonlyMap<string, number>;

/**
 * How many facts of the whole ledger do not apply at their place or break a rule that looks beyond their stream (rule 16).
 * They are worked out from a partnership's events and kept nowhere, so that they are counted beside other work, a while at
 * a time: every partnership once, then those in which something was recorded since.
 */
export class CountedAnomalies {
  private readonly found = new Map<Id, Counts>();
  private readonly toCount = new Set<Id>();
  private readTo: string | undefined;
  /** Of the list of partnerships; null where its end was reached. */
  private cursor: string | null | undefined;
  private isCounting = false;
  private isAll = false;

  constructor(private readonly ledger: Readonly<{ store: Pick<EventStore, 'head' | 'readAll' | 'readPartnership'>; sql: Sql }>) {}

  /** True where all that was recorded when it was last looked is counted. */
  get isComplete(): boolean {
    return this.isAll;
  }

  /** What was found by now, by the rule that is broken. */
  byRule(): Counts {
    const sums = new Map<string, number>();
    for (const counts of this.found.values()) for (const [rule, count] of counts) sums.set(rule, (sums.get(rule) ?? 0) + count);
    return sums;
  }

  /** Counts on for a while; where a store is away the next look goes on. */
  async goOn(budgetMs = BUDGET_MS): Promise<void> {
    if (this.isCounting) return;
    this.isCounting = true;
    try {
      this.isAll = await this.countUntil(performance.now() + budgetMs);
    } finally {
      this.isCounting = false;
    }
  }

  /** @returns whether everything is counted */
  private async countUntil(end: number): Promise<boolean> {
    const { store } = this.ledger;
    this.readTo ??= await store.head();
    for (;;) {
      const page = await store.readAll(this.readTo, { limit: AT_ONCE });
      for (const { metadata } of page.events) if (metadata.partnershipId !== undefined) this.toCount.add(metadata.partnershipId);
      this.readTo = page.scannedTo;
      for (const id of this.toCount) {
        if (performance.now() > end) return false;
        await this.count(id);
      }
      if (!page.caughtUp) continue;
      if (this.cursor === null) return true;
      await this.listMore();
    }
  }

  private async listMore(): Promise<void> {
    const { data } = await listPartnerships(this.ledger.sql, {
      limit: AT_ONCE,
      ...(typeof this.cursor === 'string' ? { cursor: this.cursor } : {}),
    });
    for (const { partnershipId } of data.items) this.toCount.add(partnershipId);
    this.cursor = data.next;
  }

  private async count(id: Id): Promise<void> {
    const counts = new Map<string, number>();
    const events = (await this.ledger.store.readPartnership(id)) as readonly Recorded<LedgerEvent>[];
    for (const { rule } of breaches(events)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    if (counts.size > 0) this.found.set(id, counts);
    else this.found.delete(id);
    this.toCount.delete(id);
  }
}
