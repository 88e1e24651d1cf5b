import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { isWellFormed } from '#kernel';
import { Passing } from './bytes.js';
import type { Place, Problems } from './problem.js';
import {
  COLUMNS_LIMIT,
  type FileFacts,
  type Header,
  isGoodHeader,
  isGoodRow,
  plainName,
  RECORD_LIMIT,
  type Row,
  type Tables,
} from './table.js';

type Line = Readonly<{ line: number; table: string; cells: ReadonlyMap<string, string> }>;

/** The columns of a table, in the order in which they are first met, each with the line of that. */
type Columns = Map<string, number>;

/**
 * Tables in lines of JSON: `{"table":"goals","key":"g1","title":"Every child reads"}`. A value is a text, a number, true,
 * false, null (an empty cell) or a list of texts (a cell that names several). The file is read once for its columns, then
 * once for each table; only a line is held at a time.
 * @returns undefined where it holds no table at all; `problems` names each line that is wrong
 */
export async function ndjsonFile(path: string, problems: Problems): Promise<Tables | undefined> {
  const file = basename(path);
  const tables = new Map<string, Columns>();
  for await (const { line, table, cells } of lines(path, problems)) {
    const columns = tables.get(table) ?? new Map<string, number>();
    // One more than may be says as well as a million that there are too many.
    for (const name of cells.keys()) if (!columns.has(name) && columns.size <= COLUMNS_LIMIT) columns.set(name, line);
    tables.set(table, columns);
  }
  if (tables.size === 0) {
    if (problems.count === 0) problems.add({ file, line: 1 }, 'header', 'the file is empty; each line is a row of a table');
    return undefined;
  }
  return {
    names: [...tables.keys()].map((table) => `${table}.csv`),
    read: (name, wrong, onHeader) => readTable(path, plainName(name), tables.get(plainName(name)), wrong, onHeader),
  };
}

async function* readTable(
  path: string,
  table: string,
  columns: Columns | undefined,
  problems: Problems,
  onHeader: (header: Header) => boolean = () => true,
): AsyncGenerator<Row, FileFacts | undefined> {
  const file = basename(path);
  if (columns === undefined) {
    problems.add({ file }, 'missing-file', `no line is of the table "${table}"`);
    return undefined;
  }
  const names = [...columns.keys()];
  const first = Math.min(...columns.values());
  const at = (column?: string): Place => ({
    file,
    line: (column === undefined ? undefined : columns.get(column)) ?? first,
    ...(column === undefined ? {} : { column }),
  });
  const header = { file, names, at };
  if (!isGoodHeader(header, problems) || !onHeader(header)) return undefined;
  const passing = new Passing(false);
  let rows = 0;
  // What is wrong with a line was said when the columns were looked for.
  for await (const { line, table: of, cells } of lines(path, undefined, passing)) {
    if (of !== table) continue;
    rows += 1;
    const place = { file, line, row: rows };
    const row = names.map((name) => cells.get(name) ?? '');
    if (isGoodRow(place, row, names, problems)) yield { ...place, cells: row };
  }
  const { bom, lf, crlf } = passing;
  return { file, sha256: passing.digest(), header: names, rows, bom, lineEnds: { lf, crlf } };
}

/** The lines that are rows. */
async function* lines(path: string, problems?: Problems, passing = new Passing(false)): AsyncGenerator<Line> {
  const file = basename(path);
  const bytes = createReadStream(path);
  bytes.on('error', (error) => passing.destroy(error)).pipe(passing);
  let rest = '';
  let line = 0;
  const read = (text: string): Line | undefined => {
    line += 1;
    if (text.trim() === '') return undefined;
    const wrong = (rule: string, message: string, column?: string) => {
      problems?.add({ file, line, ...(column === undefined ? {} : { column }) }, rule, message);
      return undefined;
    };
    if (!passing.isUtf8 && text.includes('\uFFFD')) return wrong('utf-8', 'the line is not UTF-8');
    if (Buffer.byteLength(text) > RECORD_LIMIT) return wrong('ndjson', 'the line is larger than 8 MiB');
    return lineOf(text, line, wrong);
  };
  try {
    for await (const piece of passing as AsyncIterable<string>) {
      const [first = '', ...others] = piece.split('\n');
      // What was gathered of a line is not looked at again before it ends; of one that is too long no more is gathered.
      if (rest.length <= RECORD_LIMIT) rest += first;
      for (const begun of others) {
        const found = read(rest);
        rest = begun;
        if (found !== undefined) yield found;
      }
    }
    const last = rest === '' ? undefined : read(rest);
    if (last !== undefined) yield last;
  } finally {
    bytes.destroy();
  }
}

function lineOf(
  text: string,
  line: number,
  wrong: (rule: string, message: string, column?: string) => undefined,
): Line | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return wrong('ndjson', `the line is not JSON: ${(error as Error).message.slice(0, 200)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('ndjson', 'the line is no JSON object');
  const { table, ...fields } = value as Readonly<Record<string, unknown>>;
  if (typeof table !== 'string' || table === '') return wrong('ndjson', 'the line does not say which table it is of', 'table');
  const cells = new Map<string, string>();
  for (const [name, field] of Object.entries(fields)) {
    const cell = cellOf(field);
    if (cell === undefined)
      return wrong('cell', 'a cell is a text, a number, true, false, null or a list of texts, of whole characters', name);
    cells.set(name, cell);
  }
  return { line, table: plainName(table), cells };
}

function cellOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return isWellFormed(value) ? value : undefined;
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string' && isWellFormed(item))) return undefined;
  return value.join(';');
}
