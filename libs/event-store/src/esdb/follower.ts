import type { Instant } from '#kernel';
import { LedgerForked, START } from '../port.js';
import { type CopiedTo, type CopyRow, type HeldBack, type LogCopy, REMEDY } from './log-copy.js';
import type { LogReader, Place } from './log-reader.js';
import type { ReadRow } from './wire.js';

/** How far the copy is, and how far the log goes. */
export type FollowerProgress = (taken: number) => void;

const PAGE = 500;

/**
 * Keeps the copy up with the log, and knows when each event was recorded. An event's time is the latest that the server's
 * clock had shown by then: the clock may go back, above all where another node becomes leader, and `recordedAt` may not.
 * That is known only to who has read everything before; so no event is shown before the follower has passed it.
 */
export class Follower {
  private place: Place;
  private last: CopiedTo;
  private heldBack: HeldBack[] = [];
  private running: Promise<number> | undefined;
  private next: Promise<number> | undefined;

  private constructor(
    private readonly reader: LogReader,
    private readonly copy: LogCopy,
    private readonly grown: () => void,
    last: CopiedTo,
  ) {
    this.last = last;
    this.place = reader.placeAt(last.position, last.eventId);
  }

  /**
   * Goes on where the copy ends.
   * @param grown told whenever the log has grown
   * @throws LedgerForked where the log has another event at the copy's end
   */
  static async open(reader: LogReader, copy: LogCopy, grown: () => void): Promise<Follower> {
    const follower = new Follower(reader, copy, grown, await copy.copiedTo());
    await follower.requireSameHistory();
    follower.heldBack = await copy.heldBack();
    return follower;
  }

  /** Position of the last event taken in. */
  get position(): string {
    return this.last.position;
  }

  /**
   * Takes in everything that was in the log when it was asked.
   * @returns how many events were new
   */
  async catchUp(progress?: FollowerProgress): Promise<number> {
    if (this.running === undefined) {
      this.running = this.takeIn(progress).finally(() => {
        this.running = undefined;
      });
      return await this.running;
    }
    // What runs may have read before this was asked for: one more, for all who ask meanwhile.
    const { running } = this;
    this.next ??= running
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.catchUp(progress);
      });
    return await this.next;
  }

  /** Rows with the time each was recorded, once everything before them is known. */
  async timed(rows: readonly ReadRow[]): Promise<ReadRow[]> {
    const latest = rows.reduce((last, { position }) => (position > last ? position : last), START);
    if (latest > this.position) await this.catchUp();
    return rows.map((row) => ({ ...row, recordedAt: this.recordedAt(row) }));
  }

  private recordedAt({ position, recordedAt }: ReadRow): string {
    const stretch = this.heldBack.find(({ from, to }) => from <= position && position <= to);
    return stretch?.recordedAt ?? recordedAt;
  }

  private async takeIn(progress: FollowerProgress | undefined): Promise<number> {
    for (let taken = 0; ; ) {
      const page = await this.reader.after(this.place, PAGE);
      const rows = this.asCopied(page.rows);
      const isMine = await this.copy.take(this.last.position, rows);
      if (!isMine) {
        await this.goOnFromCopy();
        continue;
      }
      this.took(rows, page.place);
      taken += rows.length;
      if (rows.length > 0) {
        progress?.(taken);
        this.grown();
      }
      if (page.caughtUp) return taken;
    }
  }

  private asCopied(rows: readonly ReadRow[]): CopyRow[] {
    let latest = this.last.recordedAt;
    return rows.map((row) => {
      const heldBack = latest !== null && row.recordedAt < latest;
      const recordedAt = heldBack ? latest : (row.recordedAt as Instant);
      latest = recordedAt;
      return { ...row, recordedAt: recordedAt as string, heldBack };
    });
  }

  private took(rows: readonly CopyRow[], place: Place): void {
    this.place = place;
    const last = rows.at(-1);
    if (last === undefined) return;
    this.last = { position: last.position, eventId: last.id, recordedAt: last.recordedAt as Instant };
    for (const { position, recordedAt, heldBack } of rows) {
      if (!heldBack) continue;
      const stretch = this.heldBack.at(-1);
      if (stretch?.recordedAt === recordedAt) this.heldBack[this.heldBack.length - 1] = { ...stretch, to: position };
      else this.heldBack.push({ from: position, to: position, recordedAt: recordedAt as Instant });
    }
  }

  /** Another process filled the copy meanwhile. */
  private async goOnFromCopy(): Promise<void> {
    this.last = await this.copy.copiedTo();
    this.place = this.reader.placeAt(this.last.position, this.last.eventId);
    this.heldBack = await this.copy.heldBack();
    this.grown();
  }

  private async requireSameHistory(): Promise<void> {
    const { position, eventId } = this.last;
    if (eventId === null) return;
    const found = await this.reader.at(position);
    if (found?.id !== eventId)
      throw new LedgerForked(
        `the copy beside the read models ends with event ${eventId} at ${position}; the server has ${found === undefined ? 'no event' : found.id} there. ${REMEDY}`,
      );
  }
}
