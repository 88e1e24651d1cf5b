import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import readWorkbook from 'read-excel-file/universal';
import { sha256 } from '#kernel';
import type { Place, Problems } from './problem.js';
import { type FileFacts, type Header, isGoodHeader, isGoodRow, plainName, type Row, type Tables } from './table.js';
import { unpacked, ZipRefused } from './zip.js';

/** A workbook is read whole: it and what it unpacks to stay within what a small machine can hold. */
const FILE_LIMIT = 32 * 1024 * 1024;
const UNPACKED = { bytes: 192 * 1024 * 1024, entries: 1000 };
const CELLS_LIMIT = 3_000_000;

const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** A tag whose attributes are seen here as whoever reads it next sees them. */
const PLAIN_TAG = /^<[\w.:-]+(?:\s+[\w.:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*\s*\/?>$/;
const ADDRESS = /\s(?:[\w.-]+:)?r\s*=\s*["']([^"']*)["']/g;

type Cell = string | number | boolean | Date | null;
type Sheet = Readonly<{ name: string; rows: readonly (readonly Cell[])[] }>;

/** A cell whose formula came to no value: `#REF!`. */
type Failed = Readonly<{ sheet: string; line: number; column: number }>;

/**
 * The sheets of an XLSX workbook, each a table; its first row that is not empty names the columns. A formula counts by
 * the value it had when the workbook was saved. A date is the day that the cell shows, in no zone.
 * @returns undefined where it cannot be read; `problems` says why
 */
export async function workbook(path: string, problems: Problems): Promise<Tables | undefined> {
  const file = basename(path);
  const refuse = (message: string): undefined => {
    problems.add({ file }, 'xlsx', `the workbook cannot be read: ${message}`);
    return undefined;
  };
  const { size } = await stat(path);
  if (size > FILE_LIMIT) return refuse(`it has ${size} bytes; at most ${FILE_LIMIT} are taken`);
  const bytes = await readFile(path);
  let failed: readonly Failed[];
  let sheets: readonly Sheet[];
  try {
    failed = examined(bytes);
    const read = await readWorkbook(new Uint8Array(bytes).buffer, { trim: false });
    sheets = read.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as readonly (readonly Cell[])[] }));
  } catch (error) {
    // Whatever the reader stumbles over lies in the file.
    return refuse(error instanceof ZipRefused ? error.message : `it is damaged (${(error as Error).message.slice(0, 200)})`);
  }
  const hash = sha256(bytes);
  const find = (table: string) =>
    sheets.find(({ name }) => name === table) ?? sheets.find(({ name }) => name.trim() === plainName(table));
  return {
    names: sheets.filter(({ rows }) => rows.some(isFilled)).map(({ name }) => `${plainName(name.trim())}.csv`),
    read: async function* (table, wrong, onHeader) {
      return yield* await Promise.resolve(readSheet({ file, hash, failed, sheet: find(table), table }, wrong, onHeader));
    },
  };
}

type Read = Readonly<{
  file: string;
  hash: string;
  failed: readonly Failed[];
  sheet: Sheet | undefined;
  table: string;
}>;

function* readSheet(
  { file: workbookFile, hash, failed, sheet, table }: Read,
  problems: Problems,
  onHeader: (header: Header) => boolean = () => true,
): Generator<Row, FileFacts | undefined> {
  const file = `${workbookFile}/${sheet?.name ?? plainName(table)}`;
  if (sheet === undefined) {
    problems.add({ file }, 'missing-file', 'the workbook has no such sheet');
    return undefined;
  }
  const start = sheet.rows.findIndex(isFilled);
  const first = sheet.rows[start];
  if (first === undefined) {
    problems.add({ file, line: 1 }, 'header', 'the sheet is empty; its first row must name the columns');
    return undefined;
  }
  const named = first.map((cell) => textOf(cell).trim());
  // Beyond the last column that has a name nothing is read.
  const width = named.findLastIndex((name) => name !== '') + 1;
  const names = named.slice(0, width);
  const at = (column?: string): Place => ({ file, line: start + 1, ...(column === undefined ? {} : { column }) });
  const header: Header = { file, names, at };
  if (!isGoodHeader(header, problems) || !onHeader(header)) return undefined;
  let rows = 0;
  for (const [place, cells] of sheet.rows.entries()) {
    if (place <= start || !isFilled(cells)) continue;
    rows += 1;
    const where = { file, line: place + 1, row: rows };
    const texts = names.map((_, column) => textOf(cells[column] ?? null));
    const broken = failed.filter((one) => one.sheet === sheet.name && one.line === where.line && one.column <= width);
    for (const { column } of broken)
      problems.add({ ...where, column: names[column - 1] ?? '' }, 'formula', 'the formula of the cell came to an error');
    if (isGoodRow(where, texts, names, problems) && broken.length === 0) yield { ...where, cells: texts };
  }
  return { file, sha256: hash, header: names, rows, bom: false, lineEnds: { lf: 0, crlf: 0 } };
}

const isFilled = (cells: readonly Cell[]): boolean => cells.some((cell) => cell !== null && cell !== '');

/** A cell in the words that a table of CSV would have for it. */
function textOf(cell: Cell): string {
  if (cell === null) return '';
  // A spreadsheet counts in fifteen digits: 0.1 + 0.2 is 0.3 there.
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  if (!(cell instanceof Date)) return String(cell);
  const [day = '', time = ''] = cell.toISOString().slice(0, 19).split('T');
  return time === '00:00:00' ? day : `${day}T${time}`;
}

/**
 * Looks into the workbook before it is read: that it unpacks to what it says, and spans no more cells than can be held.
 * A single cell in the last row and column would make a reader hold seventeen thousand million.
 * @returns the cells whose formulas failed
 * @throws ZipRefused
 */
function examined(bytes: Buffer): readonly Failed[] {
  const parts = new Map<string, Buffer>();
  for (const { name, bytes: content } of unpacked(bytes, UNPACKED))
    if (name.endsWith('.xml') || name === RELATIONS) parts.set(name, content);
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  if (!parts.has('xl/workbook.xml')) throw new ZipRefused('it is an archive, but no workbook');
  const names = sheetNames(text('xl/workbook.xml'), text(RELATIONS));
  const failed: Failed[] = [];
  let cells = 0;
  // Any part may be named as a sheet, wherever it lies.
  for (const part of parts.keys()) {
    const xml = text(part);
    // The reader would look for the end of each from its beginning to the end of the part, over and over.
    if (/<[^<>]*</.test(xml)) throw new ZipRefused(`a tag in it is damaged: one of ${part} does not end`);
    let [lines, columns] = [0, 0];
    for (const tag of tagsIn(xml, 'c|row')) {
      for (const [line, column] of addressesIn(tag)) {
        [lines, columns] = [Math.max(lines, line), Math.max(columns, column)];
        if (/\st="e"/.test(tag)) failed.push({ sheet: names.get(part) ?? part, line, column });
      }
    }
    cells += lines * columns;
    if (cells > CELLS_LIMIT) throw new ZipRefused(`it spans more than ${CELLS_LIMIT} cells; save large tables as CSV`);
  }
  return failed;
}

/**
 * The opening tags of these names that have attributes. Each is looked at to the next `<` and no further: a part full of
 * beginnings without ends would be read to its end from each of them.
 * @throws ZipRefused for one that somebody else may read in another way
 */
function* tagsIn(xml: string, names: string): Generator<string> {
  for (const [tag] of xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?(?:${names})\\s[^<>]*>?`, 'g'))) {
    if (!PLAIN_TAG.test(tag)) throw new ZipRefused(`a tag in it is damaged: ${tag.slice(0, 50)}`);
    yield tag;
  }
}

/** The line and column (0 for a row) that a tag says of itself. */
function* addressesIn(tag: string): Generator<readonly [line: number, column: number]> {
  for (const [, address = ''] of tag.matchAll(ADDRESS)) {
    const [, letters = '', digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? [];
    if (digits === undefined) throw new ZipRefused(`a tag in it is damaged: ${tag.slice(0, 50)}`);
    yield [Number(digits), columnNumber(letters)];
  }
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The name of each sheet, by the part it lies in. */
function sheetNames(book: string, relations: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const tag of tagsIn(relations, 'Relationship')) {
    const target = attribute(tag, 'Target');
    targets.set(attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const names = new Map<string, string>();
  for (const tag of tagsIn(book, 'sheet')) {
    const part = targets.get(attribute(tag, 'r:id'));
    if (part !== undefined) names.set(part, attribute(tag, 'name'));
  }
  return names;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replace(/&(\w+);/g, (entity, word: string) => ENTITIES[word] ?? entity);
}
