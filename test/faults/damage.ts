import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32), so that a failure can be had again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * What power that fails does to files that nobody flushed: cuts database files at random bytes, among them always
 * the table of events and the newest file of the write-ahead log, that one within the part that was written.
 * @returns what was cut, for the message of a failing test
 */
export async function cutDatabase(folder: string, random: () => number): Promise<string[]> {
  const database = join(folder, 'database');
  const names = await readdir(database, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = new Map(await Promise.all(files.map(async (file) => [file, (await stat(file)).size] as const)));
  const logs = files.filter((file) => /pg_wal\/[0-9A-F]{24}$/.test(file)).sort();
  // With a few hundred events the largest file of user data is their table.
  const users = files.filter((file) => /base\/\d+\/\d+$/.test(file) && Number(/\d+$/.exec(file)?.[0]) >= 16_384);
  const events = users.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))[0];
  const others = files.filter(() => random() < 0.02);
  const newestLog = logs.at(-1);
  const cut = [...new Set([events, newestLog, ...others])].filter((file) => file !== undefined);
  const done: string[] = [];
  for (const file of cut) {
    // A log file has its full size from the first byte on: a cut behind what was written would take nothing away.
    const size = file === newestLog ? await writtenOf(file) : (sizes.get(file) ?? 0);
    const at = Math.floor(random() * size);
    await truncate(file, at);
    done.push(`${file.slice(folder.length + 1)} at ${at} of ${size}`);
  }
  return done;
}

/** How many bytes of a file that was made full of zeros have been written. */
async function writtenOf(file: string): Promise<number> {
  const bytes = await readFile(file);
  return bytes.findLastIndex((byte) => byte !== 0) + 1;
}

/** Makes it look as if whoever held the folder had run before the machine was last started. */
export async function pretendRestart(folder: string): Promise<void> {
  const path = join(folder, 'lock');
  const holder = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...holder, boot: 'the boot before this one', since: '2025-01-01T00:00:00.000Z' }));
}
