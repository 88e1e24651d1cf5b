import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The file by which a data folder says that its events lie on a server. */
export const STORE_MARKER = 'store.json';

/** The folder inside a data folder in which a ledger that is moved there lies until all of it is there. */
export const STAGE = '.moving';

/** Makes new, renamed and removed names in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for this; there the file system's own journal keeps the names.
  if (process.platform === 'win32') return;
  await synced(folder, 'r');
}

/** Makes what was written to a file survive a power cut, whoever wrote it. */
export async function syncFile(path: string): Promise<void> {
  await synced(path, 'r+');
}

async function synced(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Replaces a file's content so that a crash leaves the old or the new one, never a part.
 * @param mode who may read it; everybody, where nothing is said
 */
export async function writeWhole(path: string, content: string | Uint8Array, mode?: number): Promise<void> {
  await rename(await writeDraft(path, content, mode), path);
  await syncFolder(dirname(path));
}

/**
 * Makes a file that is not there, so that a crash leaves all of it or nothing; of several that do so at once one does.
 * @returns whether it was this one; if not, what stands there is another's, and whole
 */
export async function writeNew(path: string, content: string | Uint8Array, mode?: number): Promise<boolean> {
  const draft = await writeDraft(path, content, mode);
  try {
    // Unlike `rename` this replaces nothing, and unlike an exclusive `open` it never shows a part.
    await link(draft, path).catch((error: unknown) => copyWhereNoLinks(error, draft, path));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException | null)?.code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
    await syncFolder(dirname(path));
  }
}

/** Some file systems have no second name for a file; there a crash may leave a part, but still nothing is replaced. */
async function copyWhereNoLinks(error: unknown, from: string, to: string): Promise<void> {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error;
  await copyFile(from, to, constants.COPYFILE_EXCL);
  await syncFile(to);
}

/** Beside where it belongs, and through to the disk. */
async function writeDraft(path: string, content: string | Uint8Array, mode?: number): Promise<string> {
  const draft = `${path}.${randomUUID()}.part`;
  const handle = await open(draft, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}

/** Every file below a folder, `a/b`, sorted; none where there is no folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(unlessMissing([]));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** The size of a file; undefined where there is none. */
export async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(unlessMissing(undefined)))?.size;
}

/** For `catch`: this value where the file is not there; every other error goes on. */
export function unlessMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    // Not `instanceof Error`: Node's own errors may come from another realm than this module.
    if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT') return value;
    throw error;
  };
}

/** What an error says, whichever realm it comes from. */
export function messageOf(error: unknown): string {
  return String((error as Error | null)?.message ?? error);
}
