import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { positionText, type StoredRow } from '../sql/rows.js';
import { unlessMissing } from './durable-files.js';
import { damaged, type Ending, openLine, readSealed, sealLine } from './sealed-lines.js';

/** A file of the journal: `events-<position of its first event>.ndjson`. */
export type Segment = Readonly<{ path: string; first: bigint }>;

const SEGMENT = /^events-(\d{20})\.ndjson$/;
// More than the longest line: an append holds at most 512 KiB, and JSON in JSON at most doubles its quotes.
const LAST_LINE_WITHIN = 4 * 1024 * 1024;

export function segmentName(first: bigint): string {
  return `events-${positionText(first)}.ndjson`;
}

/** The files of a journal in order. */
export async function segmentsOf(folder: string): Promise<Segment[]> {
  const names = await readdir(folder).catch(unlessMissing<string[]>([]));
  return names
    .flatMap((name) => {
      const first = SEGMENT.exec(name)?.[1];
      return first === undefined ? [] : [{ path: join(folder, name), first: BigInt(first) }];
    })
    .sort((a, b) => (a.first < b.first ? -1 : 1));
}

/** The lines of rows that are flushed together, from this place of the file on. */
export function eventLines(offset: number, rows: readonly StoredRow[]): string {
  return rows.map((row) => sealLine(offset, row)).join('');
}

/**
 * The events of a segment in blocks, without a gap, every line checked.
 * @param ending of the last segment; all others are `whole`
 * @returns the position after the last event, and the bytes up to which the file is whole
 * @throws LedgerError `corrupt` JOURNAL_DAMAGED, naming file and line
 */
export async function* readSegment(
  { path, first }: Segment,
  ending: Ending,
): AsyncGenerator<StoredRow[], Readonly<{ next: bigint; end: number }>> {
  let next = first;
  const reading = readSealed(path, ending);
  for (;;) {
    const { done, value } = await reading.next();
    if (done === true) return { next, end: value };
    const rows = value.map(({ record, line }) => {
      const row = record as StoredRow;
      if (row.position !== positionText(next))
        throw damaged(path, line, `it has position ${row.position}, and ${positionText(next)} was to come`);
      next += 1n;
      return row;
    });
    yield rows;
  }
}

/**
 * The events of a journal with positions in `(after, through]`, in order, in blocks, without a gap.
 * @throws LedgerError `corrupt` JOURNAL_DAMAGED, naming file and line
 */
export async function* readEvents(folder: string, after = 0n, through?: bigint): AsyncGenerator<StoredRow[]> {
  const segments = await segmentsOf(folder);
  for (const [index, segment] of segments.entries()) {
    const following = segments[index + 1];
    if (following !== undefined && following.first <= after + 1n) continue;
    if (through !== undefined && segment.first > through) return;
    const reading = readSegment(segment, following === undefined ? 'unfinished' : 'whole');
    for (;;) {
      const { done, value } = await reading.next();
      if (done === true) {
        if (following !== undefined && following.first !== value.next)
          throw damaged(following.path, undefined, `events from ${positionText(value.next)} on are missing before it`);
        break;
      }
      const rows = value.filter(({ position }) => within(position, after, through));
      if (rows.length > 0) yield rows;
    }
  }
}

/** The position of the last event of a segment that is not the last one, without reading the rest of it. */
export async function lastPositionOf({ path }: Segment): Promise<bigint> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, LAST_LINE_WITHIN);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const lines = buffer.toString('utf8').split('\n');
    const opened = lines.pop() === '' ? openLine(lines.pop() ?? '') : undefined;
    if (opened === undefined) throw damaged(path, 'last', 'it does not match its checksum');
    return BigInt((opened.record as StoredRow).position);
  } finally {
    await handle.close();
  }
}

function within(position: string, after: bigint, through: bigint | undefined): boolean {
  const number = BigInt(position);
  return number > after && (through === undefined || number <= through);
}
