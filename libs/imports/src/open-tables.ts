import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { csvFolder } from './csv.js';
import { ndjsonFile } from './ndjson.js';
import type { Problems } from './problem.js';
import type { Tables } from './table.js';
import { workbook } from './workbook.js';

const ZIP = 'PK';
const BEGINS_AN_OBJECT = /^\uFEFF?\s*(\{|$)/;
/** The compound file of old Excel; a workbook with a password is one, too. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Opens what lies at a path: a folder of CSV, an XLSX workbook or a file of NDJSON, told apart by their content.
 * @returns undefined where it is none of them; `problems` says why
 */
export async function openTables(path: string, problems: Problems): Promise<Tables | undefined> {
  const file = basename(path);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return await csvFolder(path);
  if (found === undefined) {
    problems.add({ file }, 'missing-folder', 'there is no such folder or file');
    return undefined;
  }
  const first = await firstBytes(path, COMPOUND.length);
  if (first.subarray(0, ZIP.length).toString('latin1') === ZIP) return await workbook(path, problems);
  if (first.equals(COMPOUND)) {
    problems.add({ file }, 'xlsx', 'the workbook has a password or is in the old .xls form; save it as .xlsx without one');
    return undefined;
  }
  if (file.endsWith('.xlsx')) {
    problems.add({ file }, 'xlsx', 'this is no XLSX workbook');
    return undefined;
  }
  if (file.endsWith('.csv')) {
    problems.add({ file }, 'unknown-file', 'a table of CSV comes in a folder with the others: name the folder');
    return undefined;
  }
  if (!file.endsWith('.ndjson') && !BEGINS_AN_OBJECT.test((await firstBytes(path, 64)).toString('utf8'))) {
    problems.add({ file }, 'unknown-file', 'this is no folder of CSV, no XLSX workbook and no NDJSON, an object on each line');
    return undefined;
  }
  return await ndjsonFile(path, problems);
}

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
