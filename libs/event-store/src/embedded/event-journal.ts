import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerError } from '#kernel';
import { StoreUnavailable } from '../port.js';
import { positionText, type StoredRow } from '../sql/rows.js';
import { AppendFile, Outbox } from './append-file.js';
import { messageOf, writeWhole } from './durable-files.js';
import { eventLines, lastPositionOf, readEvents, readSegment, segmentName, segmentsOf } from './event-lines.js';
import { damaged, type Ending } from './sealed-lines.js';

// Small enough that reading the last one at each start takes no time worth naming.
const SEGMENT_BYTES = 16 * 1024 * 1024;

type Opened = Readonly<{
  journal: EventJournal;
  /** The events of the last segment: what a start compares with the database. */
  tail: readonly StoredRow[];
  notes: readonly string[];
}>;

/** Rows of the database with positions in `(after, through]`, in order. */
export type StoredBetween = (after: bigint, through: bigint) => Promise<StoredRow[]>;

/**
 * The events of a ledger as sealed lines in files, each batch flushed to the disk before it is acknowledged. This is
 * the truth of an embedded ledger: the database beside it can be made again from here.
 */
export class EventJournal {
  private readonly outbox = new Outbox<StoredRow>((rows) => this.write(rows));
  private stored: StoredBetween = () => Promise.resolve([]);

  private constructor(
    readonly folder: string,
    private file: AppendFile | undefined,
    private next: bigint,
  ) {}

  /**
   * Opens a journal for writing. Only its last segment is read; of each other one the last line is, so that a missing
   * or shortened file is noticed at once. Every line is checked by a rebuild, a backup and `doctor`.
   * What was never finished is cut off, and kept beside the journal for whoever wants to know.
   * @param ending `torn` where the ledger was not closed in order
   * @throws LedgerError `corrupt` JOURNAL_DAMAGED, naming file and line
   */
  static async open(folder: string, ending: Ending): Promise<Opened> {
    await mkdir(folder, { recursive: true });
    const segments = await segmentsOf(folder);
    const last = segments.at(-1);
    if (last === undefined) return { journal: new EventJournal(folder, undefined, 1n), tail: [], notes: [] };
    for (const [index, segment] of segments.entries()) {
      const following = segments[index + 1];
      if (index === 0 && segment.first !== 1n) throw damaged(segment.path, undefined, 'events before it are missing');
      if (following !== undefined && (await lastPositionOf(segment)) + 1n !== following.first)
        throw damaged(following.path, undefined, 'events before it are missing');
    }
    const tail: StoredRow[] = [];
    const reading = readSegment(last, ending);
    for (;;) {
      const { done, value } = await reading.next();
      if (done !== true) {
        tail.push(...value);
        continue;
      }
      const file = await AppendFile.open(last.path);
      const notes = file.size > value.end ? [await cutTornTail(folder, last.path, file, value.end)] : [];
      return { journal: new EventJournal(folder, file, value.next), tail, notes };
    }
  }

  /** Names the database whose commits it follows. */
  follow(stored: StoredBetween): void {
    this.stored = stored;
  }

  /** Position of the last event that is on the disk; 0 where there is none. */
  get last(): bigint {
    return this.next - 1n;
  }

  /**
   * Returns when the rows are on the disk. Where it throws, they are kept and written before the next ones.
   * @throws StoreUnavailable `unknown`: the database has them already
   */
  async append(rows: readonly StoredRow[]): Promise<void> {
    try {
      await this.outbox.add(rows);
    } catch (cause) {
      throw unwritable(cause);
    }
  }

  /**
   * Returns when everything up to the position is on the disk: nothing may be shown, or taken for done, before.
   * @throws StoreUnavailable where the disk does not take it
   */
  async reached(position: string): Promise<void> {
    if (BigInt(position) <= this.last) return;
    try {
      await this.outbox.flush();
      // Committed, and its writer has not come by yet, or was told that the outcome is unknown.
      if (BigInt(position) > this.last)
        await this.outbox.alone(async () => this.write(await this.stored(this.last, BigInt(position))));
    } catch (cause) {
      throw unwritable(cause);
    }
  }

  /** Every event after a position, every line checked. */
  read(position: bigint): AsyncGenerator<StoredRow[]> {
    return readEvents(this.folder, position);
  }

  async close(): Promise<void> {
    await this.outbox.flush().finally(() => this.file?.close());
  }

  private async write(given: readonly StoredRow[]): Promise<void> {
    const rows = await this.nextRows(given);
    if (rows.length === 0) return;
    if (this.file === undefined || this.file.size >= SEGMENT_BYTES) {
      const file = await AppendFile.open(join(this.folder, segmentName(this.next)));
      await this.file?.close();
      this.file = file;
    }
    await this.file.append(eventLines(this.file.size, rows));
    this.next += BigInt(rows.length);
  }

  /** What of these is not written yet, with what the database has before it. */
  private async nextRows(given: readonly StoredRow[]): Promise<StoredRow[]> {
    const rows = given.filter(({ position }) => BigInt(position) >= this.next);
    const first = BigInt(rows[0]?.position ?? 0);
    if (first > this.next) rows.unshift(...(await this.stored(this.last, first - 1n)));
    for (const [index, { position }] of rows.entries()) {
      const due = positionText(this.next + BigInt(index));
      if (position !== due)
        throw new LedgerError('corrupt', 'EVENT_MISSING', `the database has position ${position} where ${due} was to come`);
    }
    return rows;
  }
}

async function cutTornTail(folder: string, path: string, file: AppendFile, end: number): Promise<string> {
  const torn = (await readFile(path)).subarray(end);
  const kept = join(folder, `cut-off-${new Date().toISOString().replaceAll(':', '-')}.ndjson`);
  await writeWhole(kept, torn);
  await file.cut(end);
  return `${torn.length} bytes of a write that was never finished were cut off ${path} and kept as ${kept}`;
}

function unwritable(cause: unknown): unknown {
  if (cause instanceof LedgerError) return cause;
  const message = `the journal cannot be written: ${messageOf(cause)}`;
  return new StoreUnavailable('unknown', message, { cause });
}
