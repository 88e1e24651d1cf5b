import { LedgerError, newId } from '#kernel';
import { CommitSignal } from './commit-signal.js';
import { type Lease, LeaseRows, MEMBERS } from './lease-rows.js';
import type { Sql } from './sql.js';

/** What one process alone does for now. `lost` says that it must end: its time is over, or it is to be another's. */
export type Held = Readonly<{ name: string; epoch: bigint; lost: AbortSignal }>;

/** The work is no longer this process's: whatever it would still write is refused. */
export class LeaseLost extends LedgerError {
  override readonly name = 'LeaseLost';
  constructor(
    readonly lease: string,
    why: string,
  ) {
    super('conflict', 'LEASE_LOST', `${lease} is not held any more: ${why}`);
  }
}

/**
 * To be called first inside the transaction that writes: until that ends nobody else can take over. A transaction that then
 * stands idle for longer than the lease lasts (its process was stopped) is ended by the server.
 * @throws LeaseLost where another epoch holds it, or its time is over
 */
export async function requireHeld(queries: Pick<Sql, 'query'>, held: Held): Promise<void> {
  if (await LeaseRows.lock(queries, held)) return;
  throw new LeaseLost(held.name, 'its time is over, or another process has taken over');
}

/** Of a name whose time is over while its last holder's transaction still runs. */
const LOOK_AGAIN_MS = 100;
/** How often in its time a lease is renewed: two renewals may fail. */
const RENEWALS = 3;

/**
 * Election by the database: of all processes that ask for a name one holds it, for so long as it renews it. Each time a name
 * changes hands its epoch grows, and `requireHeld` lets nobody of an earlier epoch write: a process that was stopped beyond
 * its time and goes on does no harm.
 */
export class Leases {
  private readonly rows: LeaseRows;
  private readonly held = new Set<Holding>();
  private readonly changes = new CommitSignal();
  private listening: Promise<void> | undefined;
  private renewing: NodeJS.Timeout | undefined;
  private renewal: Promise<void> | undefined;

  /**
   * @param options `holder`: this process in words for operators; `seconds`: after so long without a sign of life another
   *   takes over
   */
  constructor(
    sql: Sql,
    private readonly options: Readonly<{ holder: string; seconds: number }>,
  ) {
    this.rows = new LeaseRows(sql);
  }

  /**
   * Waits for its turn, then works as the one holder. When the work has ended the lease is given back, and whoever waits
   * takes over at once. The work must end when `lost` is told.
   * @throws what the work throws; the signal's reason where it aborts before its turn; the database's errors before that
   */
  async holding<T>(name: string, signal: AbortSignal, work: (held: Held) => Promise<T>): Promise<T> {
    await this.listen();
    for (;;) {
      signal.throwIfAborted();
      const { mark } = this.changes;
      const freeInMs = await this.rows.freeInMs(name);
      const holding = freeInMs > 0 ? undefined : await this.take(name);
      if (holding !== undefined) return await this.working(holding, work);
      await this.changes.after(mark, Math.max(freeInMs, LOOK_AGAIN_MS), signal);
    }
  }

  /**
   * Does a fair share of what several processes do together, until the signal: each name is one process's at a time, and none
   * has more than its share of them while there are others. Who comes gets its part; who goes leaves it to the others.
   * @param group what the processes have in common
   * @param names what there is to do; asked again whenever something was given back or somebody came, and with each renewal
   * @param work must end when `lost` is told, and is begun again where it ended before
   * @throws what the work or `names` throws, and the database's errors, when all work in hand has ended
   */
  async sharing(
    group: string,
    signal: AbortSignal,
    names: () => Promise<readonly string[]>,
    work: (held: Held) => Promise<void>,
  ): Promise<void> {
    while (!signal.aborted) {
      await this.holding(`${MEMBERS}${group}/${newId()}`, signal, async (member) => {
        const inHand = new InHand(AbortSignal.any([signal, member.lost]));
        try {
          await this.rows.tell();
          while (!inHand.ends.aborted) {
            const { mark } = this.changes;
            const all = await names();
            const share = Math.ceil(all.length / Math.max(1, await this.rows.membersOf(group)));
            inHand.keep(share, all);
            if (inHand.size < share) {
              for (const name of await this.rows.freeOf(all)) {
                if (inHand.size >= share || inHand.ends.aborted) break;
                const holding = inHand.has(name) ? undefined : await this.take(name);
                if (holding === undefined) continue;
                inHand.begin(name, (lost) => this.working(holding, (held) => work(held.until(lost))));
              }
            }
            await this.changes.after(mark, this.renewsEveryMs, inHand.ends);
          }
        } finally {
          await inHand.end();
        }
      });
    }
  }

  /** Every lease that somebody holds now, by name: those of other processes too. */
  standing(): Promise<readonly Lease[]> {
    return this.rows.held();
  }

  private get renewsEveryMs(): number {
    return (this.options.seconds * 1000) / RENEWALS;
  }

  private async take(name: string): Promise<Holding | undefined> {
    const askedAt = performance.now();
    const { holder, seconds } = this.options;
    const epoch = await this.rows.take(name, holder, seconds);
    if (epoch === undefined) return undefined;
    const holding = new Holding(name, epoch, seconds * 1000, askedAt);
    this.held.add(holding);
    this.renewing ??= setInterval(() => {
      this.renewal ??= this.renew().finally(() => {
        this.renewal = undefined;
      });
    }, this.renewsEveryMs).unref();
    return holding;
  }

  private async working<T>(holding: Holding, work: (held: Holding) => Promise<T>): Promise<T> {
    try {
      return await work(holding);
    } finally {
      this.held.delete(holding);
      holding.end();
      // Where the database is away it runs out by itself.
      await this.rows.giveBack(holding).catch(() => undefined);
      this.changes.wake();
      await this.rows.tell().catch(() => undefined);
    }
  }

  /** Renews everything that this process holds. */
  private async renew(): Promise<void> {
    const held = [...this.held];
    if (held.length === 0) {
      clearInterval(this.renewing);
      this.renewing = undefined;
      return;
    }
    const askedAt = performance.now();
    // Not renewed now: it is lost when its time is over.
    const renewed = await this.rows.renew(held, this.options.seconds).catch(() => undefined);
    for (const holding of renewed === undefined ? [] : held) {
      const isRenewed = renewed?.some(({ name, epoch }) => name === holding.name && epoch === holding.epoch);
      if (isRenewed === true) holding.renewed(askedAt);
      else holding.lose('its time was over before it was renewed');
    }
  }

  private async listen(): Promise<void> {
    this.listening ??= this.rows
      .hear(() => this.changes.wake())
      .catch(() => {
        this.listening = undefined;
      });
    await this.listening;
  }
}

/** A lease in hand, which knows by itself when its time is over: also where the database does not answer. */
class Holding implements Held {
  readonly lost: AbortSignal;
  private readonly losing = new AbortController();
  private deadline: NodeJS.Timeout | undefined;

  constructor(
    readonly name: string,
    readonly epoch: bigint,
    private readonly lastsMs: number,
    askedAt: number,
  ) {
    this.lost = this.losing.signal;
    this.renewed(askedAt);
  }

  /** The same, to be ended by another signal too. */
  until(signal: AbortSignal): Held {
    return { name: this.name, epoch: this.epoch, lost: AbortSignal.any([this.lost, signal]) };
  }

  /** Counted from when it was asked for: the database's time began later. */
  renewed(askedAt: number): void {
    clearTimeout(this.deadline);
    const left = askedAt + this.lastsMs - performance.now();
    this.deadline = setTimeout(() => this.lose('it could not be renewed in time'), left).unref();
  }

  lose(why: string): void {
    clearTimeout(this.deadline);
    this.losing.abort(new LeaseLost(this.name, why));
  }

  end(): void {
    clearTimeout(this.deadline);
  }
}

/** What a process does of that which is shared, by name. */
class InHand {
  /** Told when all of it is to end: from outside, or since one part of it failed. */
  readonly ends: AbortSignal;
  private readonly stopping = new AbortController();
  private readonly parts = new Map<string, Readonly<{ asked: AbortController; ended: Promise<void> }>>();
  private readonly failures: unknown[] = [];

  constructor(signal: AbortSignal) {
    this.ends = AbortSignal.any([signal, this.stopping.signal]);
  }

  get size(): number {
    return this.parts.size;
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  begin(name: string, work: (lost: AbortSignal) => Promise<void>): void {
    const asked = new AbortController();
    const lost = AbortSignal.any([asked.signal, this.ends]);
    const ended = work(lost)
      .catch((error: unknown) => {
        if (error instanceof LeaseLost || error === lost.reason) return;
        this.failures.push(error);
        this.stopping.abort();
      })
      .finally(() => this.parts.delete(name));
    this.parts.set(name, { asked, ended });
  }

  /** Ends what is beyond a share of so many, and what is no longer to be done. */
  keep(share: number, names: readonly string[]): void {
    for (const [place, [name, { asked }]] of [...this.parts].entries()) {
      if (place >= share || !names.includes(name)) asked.abort(new LeaseLost(name, 'it is to be done by another process'));
    }
  }

  /** Ends everything. @throws what a part of it failed with */
  async end(): Promise<void> {
    this.stopping.abort();
    await Promise.all([...this.parts.values()].map(({ ended }) => ended));
    if (this.failures.length > 0) throw this.failures[0];
  }
}
