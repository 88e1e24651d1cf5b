import { LedgerError, type NewEvent, type Recorded } from '#kernel';
import { type AllPage, type Appended, type EventStore, type Expected, START, StoreUnavailable } from '../port.js';

/** What stands between the callers of an embedded store and its database. */
export type Guard = {
  /** Returns when the journal holds everything up to a position. */
  reached: (position: string) => Promise<void>;
  /** Why nothing may be appended; undefined where it may. */
  readOnly: string | undefined;
  /** Why the folder is no longer this process's; undefined while it is. */
  lost: string | undefined;
};

/**
 * A store that shows nothing before it is on the disk. The database commits before the journal is flushed; a reader in
 * between would take an event for recorded, and acknowledge a repeated command, that a power cut can still undo.
 */
export class GuardedStore implements EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly guard: Guard,
  ) {}

  ledgerId(): Promise<string> {
    return this.store.ledgerId();
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    this.requireHeld();
    if (this.guard.readOnly !== undefined) throw new LedgerError('unavailable', 'READ_ONLY', this.guard.readOnly);
    return await this.store.append(stream, events, expected);
  }

  async readStream(stream: string, from?: bigint): Promise<readonly Recorded[]> {
    return await this.shown(await this.store.readStream(stream, from));
  }

  async readAll(after: string, options: Readonly<{ limit: number; types?: readonly string[] }>): Promise<AllPage> {
    return await this.shownPage(await this.store.readAll(after, options));
  }

  async readPartnership(partnershipId: string, after?: string, through?: string): Promise<readonly Recorded[]> {
    return await this.shown(await this.store.readPartnership(partnershipId, after, through));
  }

  async *subscribeAll(
    after: string,
    options: Readonly<{ signal: AbortSignal; batchSize?: number }>,
  ): AsyncGenerator<AllPage, void> {
    for await (const page of this.store.subscribeAll(after, options)) yield await this.shownPage(page);
  }

  /** Only ever refuses a command, so that it may be told before the journal is flushed. */
  streamOfCommand(commandId: string): Promise<string | undefined> {
    this.requireHeld();
    return this.store.streamOfCommand(commandId);
  }

  async head(): Promise<string> {
    const head = await this.store.head();
    await this.reached(head);
    return head;
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private async shown(events: readonly Recorded[]): Promise<readonly Recorded[]> {
    await this.reached(events.at(-1)?.position ?? START);
    return events;
  }

  private async shownPage(page: AllPage): Promise<AllPage> {
    await this.reached(page.scannedTo);
    return page;
  }

  private async reached(position: string): Promise<void> {
    this.requireHeld();
    await this.guard.reached(position);
  }

  private requireHeld(): void {
    if (this.guard.lost !== undefined) throw new StoreUnavailable('not-stored', this.guard.lost);
  }
}
