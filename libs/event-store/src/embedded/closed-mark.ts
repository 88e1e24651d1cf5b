import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '#kernel';
import { fileDigest } from './contents.js';
import { filesBelow, syncFile, syncFolder, unlessMissing, writeWhole } from './durable-files.js';

const MARK = 'closed.json';
const DATABASE = 'database/';
const FOLDERS = ['database', 'journal', 'tokens'];
const NOT_COVERED = /^(lock|closed\.json|\.|journal\/cut-off-)|\.(part|tmp)$/;
const AT_ONCE = 16;

type Print = Readonly<{ size: number; changed: number; sha256: string }>;
type Prints = ReadonlyMap<string, Print>;

/** What lay in a folder when its ledger was closed in order. `prints` is undefined where the mark is not what was written. */
export type ClosedMark = Readonly<{ prints: Prints | undefined }>;

/**
 * Says that the database was closed in order and flushed to the disk: what PGlite itself never does. With the mark, and
 * every file as long as it was, the next start may trust it without looking at it. The mark bears the SHA-256 of every
 * file but the evidence, which lies by its own, so that `doctor` notices a bit that turned since.
 * @param before the mark that was taken away at the start: a file that was not written since is not read again
 */
export async function markClosed(folder: string, before: ClosedMark | undefined): Promise<void> {
  const left = await coveredFiles(folder);
  const prints: [string, Print][] = [];
  // Some hundreds of files: side by side the disk takes many with one flush.
  const hands = Array.from({ length: AT_ONCE }, async () => {
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      const path = join(folder, file);
      if (file.startsWith(DATABASE)) await syncFile(path);
      const { size, mtimeMs } = await stat(path);
      const changed = Math.round(mtimeMs);
      const known = before?.prints?.get(file);
      const isSame = known !== undefined && known.size === size && known.changed === changed;
      prints.push([file, isSame ? known : { size, changed, sha256: await fileDigest(path) }]);
    }
  });
  await Promise.all(hands);
  const files = JSON.stringify(Object.fromEntries(prints.sort(([a], [b]) => (a < b ? -1 : 1))));
  await writeWhole(join(folder, MARK), `{"files":${files},"sha256":"${sha256(files)}"}\n`);
}

/** The mark of a folder; undefined where its ledger is open, or was not closed in order. */
export async function readClosedMark(folder: string): Promise<ClosedMark | undefined> {
  const text = await readFile(join(folder, MARK), 'utf8').catch(unlessMissing(undefined));
  return text === undefined ? undefined : { prints: asPrints(text) };
}

/** Takes the mark away before the database is opened. True where it still fits: no file is longer or shorter. */
export async function takeClosedMark(folder: string, mark: ClosedMark | undefined): Promise<boolean> {
  if (mark === undefined) return false;
  const { prints } = mark;
  const files = await coveredFiles(folder);
  const isWhole = files.filter(isOpenedWith).length === [...(prints?.keys() ?? [])].filter(isOpenedWith).length;
  const fit = await Promise.all(
    files.filter(isOpenedWith).map(async (file) => (await stat(join(folder, file))).size === prints?.get(file)?.size),
  );
  await unlink(join(folder, MARK));
  await syncFolder(folder);
  return isWhole && fit.every(Boolean);
}

/**
 * What became of the files of a folder since its ledger was closed.
 * @returns each file that is not what it was, and how; the mark itself where that is so of it
 */
export async function changedSinceClosed(
  folder: string,
  { prints }: ClosedMark,
): Promise<readonly (readonly [string, string])[]> {
  if (prints === undefined) return [[MARK, 'it is not what was written']];
  const changed: [string, string][] = [];
  const found = new Set(await coveredFiles(folder));
  for (const [file, print] of prints) {
    if (!found.delete(file)) {
      if (isOfLedger(file)) changed.push([file, 'it is gone']);
      continue;
    }
    const { size, mtimeMs } = await stat(join(folder, file));
    // Tokens and settings may be replaced while nobody has the ledger open; a disk that errs leaves the date.
    if (!isOfLedger(file) && Math.round(mtimeMs) !== print.changed) continue;
    if (size !== print.size) changed.push([file, `it has ${size} bytes, and had ${print.size}`]);
    else if ((await fileDigest(join(folder, file))) !== print.sha256) changed.push([file, 'it does not match its checksum']);
  }
  for (const file of found) if (isOfLedger(file)) changed.push([file, 'it was not there']);
  return changed;
}

/** What only a start and its close write. */
function isOfLedger(file: string): boolean {
  return file.startsWith(DATABASE) || file.startsWith('journal/');
}

/** What a start relies on without reading it. */
function isOpenedWith(file: string): boolean {
  return file.startsWith(DATABASE) || file === 'journal/texts.ndjson';
}

/** The files of the ledger and those beside it; not the evidence, which is checked by its names, nor what is kept for nothing. */
async function coveredFiles(folder: string): Promise<string[]> {
  const below = await Promise.all(
    FOLDERS.map(async (name) => (await filesBelow(join(folder, name))).map((file) => `${name}/${file}`)),
  );
  const beside = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  return [...below.flat(), ...beside].filter((file) => !NOT_COVERED.test(file));
}

function asPrints(text: string): Prints | undefined {
  const [, files, seal] = /^\{"files":(\{.*\}),"sha256":"([0-9a-f]{64})"\}\n$/.exec(text) ?? [];
  if (files === undefined || sha256(files) !== seal) return undefined;
  return new Map(Object.entries(JSON.parse(files) as Record<string, Print>));
}
