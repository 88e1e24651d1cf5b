import { link, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '#event-store';
import { newId } from '#kernel';

/**
 * Puts a file where only its owner can read it, whole or not at all: written and synced beside, then moved into place.
 * @param how `new` never replaces one that is there, not even one made at this moment by another process
 * @returns false where `new` found one
 */
export async function keepFile(path: string, text: string, how: 'new' | 'replace'): Promise<boolean> {
  const folder = dirname(path);
  const beside = join(folder, `.${newId()}.tmp`);
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    if (how === 'replace') await rename(beside, path);
    else await link(beside, path);
  } catch (error) {
    if (how === 'new' && (error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
  await syncFolder(folder);
  return true;
}
