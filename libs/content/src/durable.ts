import { open } from 'node:fs/promises';

/** Makes the entries of a folder durable: a new name outlives a power cut only then. Windows cannot, and needs not. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
