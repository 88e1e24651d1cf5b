import { open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '#kernel';
import { filesBelow, sizeOf, syncFolder, unlessMissing, writeWhole } from './durable-files.js';

const MARK = 'closed.json';
const FLUSHED_AT_ONCE = 16;

/**
 * Says that the database was closed in order and flushed to the disk: what PGlite itself never does. With the mark, and
 * every file as long as it was, the next start may trust it without looking at it.
 */
export async function markClosed(folder: string, database: string, texts: string): Promise<void> {
  const files = await filesBelow(database);
  // Some hundreds of files: side by side the disk takes many with one flush.
  const hands = Array.from({ length: FLUSHED_AT_ONCE }, async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) await flush(join(database, file));
  });
  await Promise.all(hands);
  await writeWhole(join(folder, MARK), JSON.stringify(await footprint(database, texts)));
}

/** True where the ledger was closed in order, whatever happened to its files since. */
export async function wasClosed(folder: string): Promise<boolean> {
  return (await sizeOf(join(folder, MARK))) !== undefined;
}

/** Takes the mark away before the database is opened. True where it was there and still fits. */
export async function takeClosedMark(folder: string, database: string, texts: string): Promise<boolean> {
  const path = join(folder, MARK);
  const mark = await readFile(path, 'utf8').catch(unlessMissing(undefined));
  if (mark === undefined) return false;
  const fits = mark === JSON.stringify(await footprint(database, texts));
  await unlink(path);
  await syncFolder(folder);
  return fits;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function footprint(database: string, texts: string): Promise<object> {
  const files = await filesBelow(database);
  const sizes = await Promise.all(files.map(async (file) => `${file} ${await sizeOf(join(database, file))}`));
  return { files: files.length, sha256: sha256(sizes.join('\n')), texts: (await sizeOf(texts)) ?? 0 };
}
