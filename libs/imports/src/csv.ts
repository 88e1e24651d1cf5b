import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, type Info, parse } from 'csv-parse';
import { Passing } from './bytes.js';
import type { Place, Problems } from './problem.js';
import { type FileFacts, type Header, isGoodHeader, isGoodRow, RECORD_LIMIT, type Row, type Tables } from './table.js';

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

/** The CSV files of a folder, each a table. Only a row is held at a time. */
export async function csvFolder(folder: string): Promise<Tables> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.csv'));
  return { names, read: (file, problems, onHeader) => readRows(folder, file, problems, onHeader) };
}

/**
 * Reads one CSV file row by row; only a row is held at a time. CRLF and LF may be mixed, a BOM is passed over, blank
 * lines are skipped. What is wrong with the file goes to `problems`; rows that are wrong are left out.
 * @param folder where the file lies
 * @param onHeader is given the header before the first row; answers whether reading goes on
 * @returns (as the generator's value) what the whole file has shown; undefined where it could not be read to its end
 */
async function* readRows(
  folder: string,
  file: string,
  problems: Problems,
  onHeader: (header: Header) => boolean = () => true,
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
        const named: Header = {
          file,
          names: header,
          at: (column) => ({ file, line, ...(column === undefined ? {} : { column }) }),
        };
        if (!isGoodHeader(named, problems) || !onHeader(named)) return undefined;
        continue;
      }
      rows += 1;
      const place = { file, line, row: rows };
      if (isGoodRow(place, cells, header, problems, passing.isUtf8)) yield { ...place, cells };
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
