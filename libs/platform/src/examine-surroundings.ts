import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, Sql } from '#event-store';

/** What lies around a ledger in its data folder. */
export type Surroundings = Readonly<{
  folder: string;
  /** Files and folders in it that hold tokens: nobody but their owner may read them. */
  secrets: readonly string[];
}>;

const MEBIBYTE = 1024 * 1024;
/** Below this a day's work may fill it. */
const LEAST_FREE = 512 * MEBIBYTE;
/** Nearly full also where a small part of a large disk is left, up to what a large ledger needs for a backup. */
const LEAST_SHARE = 0.05;
const ENOUGH_FREE = 20 * 1024 * MEBIBYTE;
/** Clocks of two machines that keep their time differ by less. */
const CLOCKS_DIFFER_BY_MS = 2_000;

/** Whether the data folder is there; room on its disk, and who may read what signs somebody in. */
export async function examineSurroundings({ folder, secrets }: Surroundings): Promise<readonly Finding[]> {
  if (!(await isFolder(folder))) return [notThere(folder)];
  const findings = await room(folder);
  for (const secret of secrets) findings.push(...(await readableByOthers(join(folder, secret))));
  return findings;
}

/** Whether there is a folder of that name. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** Of a ledger on a server: one in a folder is not looked for where there is none. */
function notThere(folder: string): Finding {
  return {
    severity: 'trouble',
    where: folder,
    what: 'there is no such folder',
    why: 'Evidence files and tokens lie in the data folder; a mistyped one would look like one in which nothing is wrong',
    todo: 'Name the right one (--data, THROUGHLINE_DATA), or start a service for the first time, which makes it',
    page: 'setting-refused.md',
    unread: true,
  };
}

async function room(folder: string): Promise<Finding[]> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const isShort = free < LEAST_FREE || (free < ENOUGH_FREE && bavail / blocks < LEAST_SHARE);
  if (!isShort) return [];
  return [
    {
      severity: 'trouble',
      where: folder,
      what: `its disk is nearly full: ${Math.floor(free / MEBIBYTE)} MiB are left of ${Math.floor((blocks * bsize) / MEBIBYTE)}`,
      why: 'Nothing is acknowledged before it is on the disk: once that is full, every write is answered 503',
      todo: 'Make room; folders named database-set-aside-… may be deleted, files in journal/ and files/ never',
      page: 'disk-full.md',
    },
  ];
}

/** Windows has no such bits: there the folder's own rights say who may read. */
async function readableByOthers(path: string): Promise<Finding[]> {
  if (process.platform === 'win32') return [];
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  const inside = found.isDirectory() ? (await readdir(path)).map((name) => join(path, name)) : [];
  const findings = (await Promise.all(inside.map(readableByOthers))).flat();
  const mode = found.mode & 0o777;
  if ((mode & 0o077) === 0) return findings;
  const command = `chmod ${found.isDirectory() ? '700' : '600'} ${path}`;
  return [
    ...findings,
    {
      severity: 'trouble',
      where: path,
      what: `may be read by others on this machine (mode ${mode.toString(8)})`,
      why: 'Whoever reads a token signs in with it',
      todo: `Run: ${command}; if somebody may have read it, make a new one`,
      page: 'secret-readable.md',
    },
  ];
}

/** When the last event was recorded, by the store's clock; undefined where there is none. */
export async function lastRecorded(sql: Pick<Sql, 'query'>): Promise<string | undefined> {
  const [row] = await sql.query<{ at: string }>(
    `select to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from events e order by e.position desc limit 1`,
  );
  return row?.at;
}

/**
 * Whether the store's clock has gone back behind the last event.
 * @param now by the clock that stamps what is recorded
 * @param last when the last event was recorded; undefined where there is none
 */
export function examineClock(now: Date, last: string | undefined): readonly Finding[] {
  const behindMs = last === undefined ? 0 : Date.parse(last) - now.getTime();
  if (behindMs <= CLOCKS_DIFFER_BY_MS) return [];
  return [
    {
      severity: 'trouble',
      where: 'clock',
      what: `runs ${Math.round(behindMs / 1000)} s behind the last event`,
      why: 'All that is recorded before it has caught up bears one and the same instant',
      todo: 'Set the clock right and keep it so (NTP); if it was ahead before, wait',
      page: 'clock-behind.md',
    },
  ];
}
