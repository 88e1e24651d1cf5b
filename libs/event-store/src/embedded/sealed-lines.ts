import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { LedgerError, sha256 } from '#kernel';

const SEAL = /,"sha256":"([0-9a-f]{64})"\}$/;
const LINE_END = 0x0a;

/**
 * One line of a journal: the JSON of a record with `sha256` as its last member, which is the SHA-256 of the same JSON
 * without that member. Anybody can check it: cut `,"sha256":"..."` out of the line and hash what is left.
 * @param batch where in the file the flush begins that the line is part of, in bytes: see `readSealed`
 * @param record no member of it is called `batch` or `sha256`
 */
export function sealLine(batch: number, record: object): string {
  const text = JSON.stringify({ batch, ...record });
  return `${text.slice(0, -1)},"sha256":"${sha256(text)}"}\n`;
}

/**
 * Lines of a copy, each a flush of its own: a copy is on the disk before it counts, so none of it can be torn.
 * @param offset where in the file they begin
 */
export function copiedLines<T>(offset: number, records: readonly T[], line: (batch: number, record: T) => string): string {
  let next = offset;
  const lines = records.map((record) => {
    const sealed = line(next, record);
    next += Buffer.byteLength(sealed);
    return sealed;
  });
  return lines.join('');
}

/** The record of a line (without its line end); undefined where the line is torn or was changed. */
export function openLine(line: string): Readonly<{ batch: number; record: object }> | undefined {
  const seal = SEAL.exec(line);
  if (seal === null || sha256(`${line.slice(0, seal.index)}}`) !== seal[1]) return undefined;
  const { batch, sha256: _, ...record } = JSON.parse(line) as { batch: number; sha256: string };
  return { batch, record };
}

/**
 * What the end of a file may look like. `torn`: as a power cut leaves it; `unfinished`: its last line may lack its end,
 * because somebody writes it right now; `whole`: nothing of that.
 */
export type Ending = 'torn' | 'unfinished' | 'whole';

/** A record of a file, and the number of its line. */
export type FileRecord = Readonly<{ record: object; line: number; text: string }>;

/**
 * The records of a file in blocks, every line checked; memory stays bounded by a block and the longest line.
 *
 * Power that fails in the middle of a flush leaves a torn tail, which nobody was answered for: reading ends before it.
 * A flush begins only after the one before it is on the disk. So where a whole line of a *later* flush follows a bad
 * line, the bad line had been acknowledged, and was damaged since.
 * @param ending only where it may be `torn` is a bad line forgiven that others follow
 * @returns the bytes up to which the file is whole
 * @throws LedgerError `corrupt` JOURNAL_DAMAGED, naming file and line
 */
export async function* readSealed(path: string, ending: Ending): AsyncGenerator<FileRecord[], number> {
  let bad: Readonly<{ line: number; offset: number }> | undefined;
  let line = 0;
  let end = 0;
  for await (const block of linesOf(path)) {
    const records: FileRecord[] = [];
    for (const { text, offset, ended } of block) {
      line += 1;
      const opened = ended ? openLine(text) : undefined;
      if (opened === undefined) bad ??= { line, offset };
      else if (bad === undefined) {
        records.push({ record: opened.record, line, text });
        end = offset + Buffer.byteLength(text) + 1;
      }
      if (bad !== undefined && !isForgiven(ending, bad.offset, ended, opened?.batch))
        throw damaged(path, bad.line, 'it does not match its checksum');
    }
    if (records.length > 0) yield records;
  }
  return end;
}

function isForgiven(ending: Ending, badOffset: number, ended: boolean, batch: number | undefined): boolean {
  switch (ending) {
    case 'torn':
      return batch === undefined || batch <= badOffset;
    case 'unfinished':
      return !ended;
    case 'whole':
      return false;
  }
}

/** What an operator is told of a file that is not what was written. */
export function damaged(path: string, line: number | 'last' | undefined, why: string): LedgerError {
  const where = line === undefined ? '' : line === 'last' ? ', last line' : `, line ${line}`;
  const message = `the journal is damaged: ${path}${where}: ${why}. Put the file back as it was, or restore a backup`;
  const field = line === undefined ? basename(path) : `${basename(path)}:${line}`;
  return new LedgerError('corrupt', 'JOURNAL_DAMAGED', message, [{ field, rule: 'R15', message: why }]);
}

type Line = Readonly<{ text: string; offset: number; ended: boolean }>;

async function* linesOf(path: string): AsyncGenerator<Line[]> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const block = Buffer.concat([rest, chunk as Buffer]);
    const lines: Line[] = [];
    let start = 0;
    for (let end = block.indexOf(LINE_END); end !== -1; end = block.indexOf(LINE_END, start)) {
      lines.push({ text: block.toString('utf8', start, end), offset: offset + start, ended: true });
      start = end + 1;
    }
    rest = block.subarray(start);
    offset += start;
    yield lines;
  }
  if (rest.length > 0) yield [{ text: rest.toString('utf8'), offset, ended: false }];
}
