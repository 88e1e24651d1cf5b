import type { Place, Problems } from './problem.js';

/** A cell holds at most this much: an event and its text fit in one append. */
export const CELL_LIMIT = 256 * 1024;
/** A row holds at most this much: beyond it a quote was not closed, and the reader must not gather the rest of a large file. */
export const RECORD_LIMIT = 8 * 1024 * 1024;

/** A table has at most so many columns: every row has a cell for each. */
export const COLUMNS_LIMIT = 1_000;

/** One row of a table. Cells are in the order of the header. */
export type Row = Place & Readonly<{ line: number; row: number; cells: readonly string[] }>;

/** What a table's columns are called, and where that stands. */
export type Header = Readonly<{
  /** How problems call the table: `goals.csv`, `history.xlsx/goals`. */
  file: string;
  names: readonly string[];
  at: (column?: string) => Place;
}>;

/** What reading a table to its end has shown. */
export type FileFacts = Readonly<{
  file: string;
  sha256: string;
  header: readonly string[];
  rows: number;
  bom: boolean;
  lineEnds: Readonly<{ lf: number; crlf: number }>;
}>;

/**
 * The tables of a source, whatever they are written in. A table is asked for by the name of its CSV file; in a workbook
 * that is the sheet, in lines of JSON the word in `table`, with or without `.csv`.
 */
export type Tables = Readonly<{
  names: readonly string[];
  /**
   * Reads one table row by row, any number of times. What is wrong with it goes to `problems`; rows that are wrong are left out.
   * @param onHeader is given the header before the first row; answers whether reading goes on
   * @returns (as the generator's value) what the whole table has shown; undefined where it could not be read to its end
   */
  read: (table: string, problems: Problems, onHeader?: (header: Header) => boolean) => AsyncGenerator<Row, FileFacts | undefined>;
}>;

/** A table's name without what only a file needs. */
export function plainName(table: string): string {
  return table.replace(/\.csv$/, '');
}

/** @returns false where no row can be read by it; `problems` says why */
export function isGoodHeader({ names, at }: Header, problems: Problems): boolean {
  if (names.length > COLUMNS_LIMIT) {
    problems.add(at(), 'header', `it names more than ${COLUMNS_LIMIT} columns`);
    return false;
  }
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (names.some((name) => name.includes('\r'))) {
    problems.add(at(), 'header', 'lines end with CR alone; save the file with LF or CRLF');
    return false;
  }
  if (twice === undefined) return true;
  problems.add(at(twice), 'header', `the header names the column "${twice}" twice`);
  return false;
}

/** @returns false where a cell cannot be taken as it is; `problems` says which and why */
export function isGoodRow(
  place: Place,
  cells: readonly string[],
  header: readonly string[],
  problems: Problems,
  isUtf8 = true,
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
