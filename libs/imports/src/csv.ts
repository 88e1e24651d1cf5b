import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import type { Place, Problems } from './problem.js';

/** A cell holds at most this much: an event and its text fit in one append. */
export const CELL_LIMIT = 256 * 1024;
/** Beyond this a quote was not closed: the reader must not gather the rest of a large file in one cell. */
const RECORD_LIMIT = 8 * 1024 * 1024;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** One row of a table. Cells are in the order of the header. */
export type Row = Place & Readonly<{ line: number; row: number; cells: readonly string[] }>;

/** What reading a file to its end has shown. */
export type FileFacts = Readonly<{
  file: string;
  sha256: string;
  header: readonly string[];
  rows: number;
  bom: boolean;
  lineEnds: Readonly<{ lf: number; crlf: number }>;
}>;

/** Bytes on their way into text: hashed, their line ends counted, their UTF-8 checked. */
class Passing extends Transform {
  private readonly hash = createHash('sha256');
  private readonly strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private readonly lossy = new TextDecoder('utf-8', { ignoreBOM: true });
  private lastWasCr = false;
  private isQuoted = false;
  private started = false;
  bom = false;
  isUtf8 = true;
  lf = 0;
  crlf = 0;

  constructor() {
    super({ readableObjectMode: false, decodeStrings: false, encoding: 'utf8' });
  }

  override _transform(chunk: Buffer, _encoding: string, done: () => void): void {
    this.hash.update(chunk);
    this.check(chunk);
    this.pass(this.lossy.decode(chunk, { stream: true }));
    done();
  }

  override _flush(done: () => void): void {
    this.check(new Uint8Array(), true);
    this.pass(this.lossy.decode());
    done();
  }

  digest(): string {
    return this.hash.digest('hex');
  }

  private check(chunk: Uint8Array, last = false): void {
    if (!this.isUtf8) return;
    try {
      this.strict.decode(chunk, { stream: !last });
    } catch {
      this.isUtf8 = false;
    }
  }

  private pass(decoded: string): void {
    let text = decoded;
    if (!this.started && text !== '') {
      this.started = true;
      this.bom = text.startsWith('\uFEFF');
      if (this.bom) text = text.slice(1);
    }
    this.countLineEnds(text);
    this.push(text, 'utf8');
  }

  /** Line ends between rows; those inside a quoted cell are the cell's own. */
  private countLineEnds(text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) this.isQuoted = !this.isQuoted;
      else if (code === LF && !this.isQuoted) {
        if (this.lastWasCr) this.crlf += 1;
        else this.lf += 1;
      }
      this.lastWasCr = code === CR;
    }
  }
}

/** What is wrong in the way a table is written, in words for the person who wrote it. */
const CSV_RULES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote opened here is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote inside a quoted cell must be doubled',
  INVALID_OPENING_QUOTE: 'a quote stands inside an unquoted cell; the whole cell must be quoted',
  CSV_MAX_RECORD_SIZE: 'the row is larger than 8 MiB; a quote may not be closed',
};

/** The column in which the parser stopped, as it reports it: a number, or nothing. */
function columnOf(error: CsvError, header: readonly string[]): string | undefined {
  const { column } = error as CsvError & { column?: unknown };
  return typeof column === 'number' ? (header[column] ?? `column ${column + 1}`) : undefined;
}

/**
 * Reads one CSV file row by row; only a row is held at a time. CRLF and LF may be mixed, a BOM is passed over, blank
 * lines are skipped. What is wrong with the file goes to `problems`; rows that are wrong are left out.
 * @param folder where the file lies
 * @param onHeader is given the header before the first row; answers whether reading goes on
 * @returns (as the generator's value) what the whole file has shown; undefined where it could not be read to its end
 */
export async function* readRows(
  folder: string,
  file: string,
  problems: Problems,
  onHeader: (header: readonly string[]) => boolean = () => true,
): AsyncGenerator<Row, FileFacts | undefined> {
  const passing = new Passing();
  // The parser runs ahead of the reader, and an error drops what was not read yet: where it stood is noted as it parses.
  const parsed: { line: number; header?: readonly string[] } = { line: 1 };
  const parser = parse({
    info: true,
    on_record: (read: unknown, { lines }: { lines: number }) => {
      parsed.line = lines + 1;
      parsed.header ??= (read as { record: string[] }).record;
      return read as string[];
    },
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: RECORD_LIMIT,
  });
  const bytes = createReadStream(join(folder, file));
  bytes.on('error', (error) => passing.destroy(error)).pipe(passing);
  passing.on('error', (error) => parser.destroy(error)).pipe(parser);

  let header: readonly string[] = [];
  let rows = 0;
  let nextLine = 1;
  try {
    for await (const read of parser as AsyncIterable<{ info: Info; record: string[] }>) {
      const line = nextLine;
      nextLine = read.info.lines + 1;
      const cells = read.record;
      if (cells.length === 1 && cells[0] === '') continue;
      if (header.length === 0) {
        header = cells.map((name) => name.trim());
        if (!isGoodHeader(file, line, header, problems) || !onHeader(header)) return undefined;
        continue;
      }
      rows += 1;
      const place = { file, line, row: rows };
      if (isGoodRow(place, cells, header, passing.isUtf8, problems)) yield { ...place, cells };
    }
  } catch (error) {
    report(error, { file, line: parsed.line }, parsed.header ?? [], problems);
    return undefined;
  } finally {
    bytes.destroy();
  }
  if (header.length === 0) {
    problems.add({ file, line: 1 }, 'header', 'the file is empty; its first line must name the columns');
    return undefined;
  }
  return { file, sha256: passing.digest(), header, rows, bom: passing.bom, lineEnds: { lf: passing.lf, crlf: passing.crlf } };
}

function isGoodHeader(file: string, line: number, header: readonly string[], problems: Problems): boolean {
  const twice = header.find((name, at) => header.indexOf(name) !== at);
  if (header.some((name) => name.includes('\r'))) {
    problems.add({ file, line }, 'header', 'lines end with CR alone; save the file with LF or CRLF');
    return false;
  }
  if (twice === undefined) return true;
  problems.add({ file, line, column: twice }, 'header', `the header names the column "${twice}" twice`);
  return false;
}

function isGoodRow(
  place: Place,
  cells: readonly string[],
  header: readonly string[],
  isUtf8: boolean,
  problems: Problems,
): boolean {
  const before = problems.count;
  if (cells.length !== header.length) {
    const column = header[cells.length] ?? `column ${header.length + 1}`;
    problems.add({ ...place, column }, 'cell-count', `the row has ${cells.length} cells, the header ${header.length}`);
  }
  cells.forEach((cell, at) => {
    const column = header[at] ?? `column ${at + 1}`;
    if (cell.length > CELL_LIMIT / 4 && Buffer.byteLength(cell) > CELL_LIMIT)
      problems.add(
        { ...place, column },
        'cell-size',
        `the cell holds ${Buffer.byteLength(cell)} bytes; at most ${CELL_LIMIT} are taken`,
      );
    if (!isUtf8 && cell.includes('\uFFFD'))
      problems.add({ ...place, column }, 'utf-8', 'the cell is not UTF-8; save the file as UTF-8 and import it again');
    if (cell.includes('\u0000')) problems.add({ ...place, column }, 'nul', 'the cell holds a NUL character');
  });
  return problems.count === before;
}

function report(error: unknown, place: Place, header: readonly string[], problems: Problems): void {
  if (error instanceof CsvError) {
    const column = columnOf(error, header);
    const message = CSV_RULES[error.code] ?? error.message;
    problems.add({ ...place, ...(column === undefined ? {} : { column }) }, 'csv', message);
    return;
  }
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') problems.add({ file: place.file }, 'missing-file', 'the file is not in the folder');
  else if (code === 'EISDIR' || code === 'EACCES')
    problems.add({ file: place.file }, 'unreadable-file', `the file cannot be read: ${code}`);
  else throw error;
}
