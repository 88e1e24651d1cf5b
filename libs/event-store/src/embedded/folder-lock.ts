import { createHash, randomUUID } from 'node:crypto';
import { constants, readFileSync, readlinkSync } from 'node:fs';
import { type FileHandle, open, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { LedgerError } from '#kernel';
import { unlessMissing } from './durable-files.js';

/** Who holds a folder. `boot` and `network` tell whether that process can be seen from here. */
export type Holder = Readonly<{ token: string; pid: number; host: string; since: string; boot: string; network: string }>;

export type FolderLock = Readonly<{
  /** Who held the folder last and did not let go of it: it died, or the machine did. */
  leftBehind: Holder | undefined;
  /** True where whoever left it behind ran since this machine was last started. */
  sameBoot: boolean;
  release(): Promise<void>;
}>;

const BEAT_MS = 3_000;
const DEAD_AFTER_MS = 15_000;

/**
 * Takes a folder for this process alone. Two databases on one folder would corrupt it silently.
 *
 * What is held is a resource of the operating system, which goes with its process: nothing stale can stay behind after
 * a kill or a power cut, and no process id is ever compared, so a reused one cannot deceive. Linux: a socket in the
 * abstract namespace, named by the folder's device and inode. Windows: a named pipe of that name. macOS and BSD: the
 * file `lock` opened with O_EXLOCK. Such a resource is not seen from another machine or container that shares the
 * folder; so the holder also rewrites the file `lock` every 3 seconds, and a holder seen from elsewhere counts as dead
 * when the file has not changed for 15 seconds by the clock of the file system. The file itself is never removed:
 * removing is what makes two starters race.
 * @param lost called where another machine took the folder while this process did not run for that long
 * @throws LedgerError `unavailable`, FOLDER_IN_USE, naming process, host and since when
 */
export async function lockFolder(folder: string, lost: () => void): Promise<FolderLock> {
  const path = join(folder, 'lock');
  const here = placeOfThisProcess();
  const letGo = await holdResource(folder, path);
  const previous = await readHolder(path);
  if (letGo === undefined) throw inUse(folder, previous);
  try {
    if (previous !== undefined && !isSeenFrom(here, previous) && (await isBeating(path))) throw inUse(folder, previous);
    const holder: Holder = { token: randomUUID(), pid: process.pid, since: new Date().toISOString(), ...here };
    await writeFile(path, JSON.stringify(holder));
    const stopBeating = beat(path, holder, lost);
    return {
      leftBehind: previous,
      sameBoot: previous !== undefined && isSameBoot(previous.boot, here.boot),
      release: async () => {
        await stopBeating();
        await writeFile(path, '');
        await letGo();
      },
    };
  } catch (error) {
    await letGo();
    throw error;
  }
}

/**
 * Takes a folder to look at, and writes nothing into it: whoever ran last stays named in `lock`, as the next start needs it.
 * @returns lets go of it
 * @throws LedgerError `unavailable`, FOLDER_IN_USE
 */
export async function holdToLook(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock');
  const letGo = await holdResource(folder, path);
  const holder = await readHolder(path);
  if (letGo === undefined) throw inUse(folder, holder);
  if (holder === undefined || isSeenFrom(placeOfThisProcess(), holder)) return letGo;
  // The clock of the file system is known only to who writes: it is waited for as long as a holder may be silent.
  const { mtimeMs } = await stat(path);
  for (let waited = 0; waited < DEAD_AFTER_MS; waited += 1_000) {
    await after(1_000);
    if ((await stat(path)).mtimeMs === mtimeMs) continue;
    await letGo();
    throw inUse(folder, holder);
  }
  return letGo;
}

function inUse(folder: string, holder: Holder | undefined): LedgerError {
  const who =
    holder === undefined
      ? 'another process that is just starting'
      : `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  const message = `${folder} is in use by ${who}. Stop that process first, or give this one a folder of its own`;
  return new LedgerError('unavailable', 'FOLDER_IN_USE', message);
}

/** Undefined where another process of this machine holds it. */
async function holdResource(folder: string, path: string): Promise<(() => Promise<void>) | undefined> {
  if (process.platform !== 'linux' && process.platform !== 'win32') return holdFile(path);
  const { dev, ino } = await stat(folder, { bigint: true });
  const name = `throughline-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`;
  const server = createServer((socket) => socket.destroy());
  const held = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`, () => resolve(true));
  });
  if (!held) return undefined;
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function holdFile(path: string): Promise<(() => Promise<void>) | undefined> {
  // O_EXLOCK of macOS and the BSDs, which Node passes on but does not name.
  const EXCLUSIVE_LOCK = 0x20;
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | EXCLUSIVE_LOCK;
  const handle = await open(path, flags).catch((error: NodeJS.ErrnoException): FileHandle | undefined => {
    if (error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK') return undefined;
    throw error;
  });
  return handle === undefined ? undefined : () => handle.close();
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(unlessMissing(''));
  try {
    return JSON.parse(text) as Holder;
  } catch {
    // Empty: let go of in order. Half a line: its writer died before it opened anything.
    return undefined;
  }
}

function placeOfThisProcess(): Pick<Holder, 'host' | 'boot' | 'network'> {
  const linux = process.platform === 'linux';
  return {
    host: hostname(),
    boot: linux
      ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      : String(Math.round(Date.now() / 1000 - uptime())),
    network: linux ? readlinkSync('/proc/self/ns/net') : 'machine',
  };
}

function isSeenFrom(here: Pick<Holder, 'host' | 'boot' | 'network'>, holder: Holder): boolean {
  return holder.host === here.host && holder.network === here.network && isSameBoot(holder.boot, here.boot);
}

/** Where the system names no boot, its second counts; the clock may have been set right by a little since. */
function isSameBoot(a: string, b: string): boolean {
  return a === b || Math.abs(Number(a) - Number(b)) <= 5;
}

/** True where a holder elsewhere is alive. Old by the file system's own clock: dead at once, without waiting. */
async function isBeating(path: string): Promise<boolean> {
  const probe = `${path}.probe`;
  await writeFile(probe, '');
  const now = (await stat(probe)).mtimeMs;
  const last = (await stat(path)).mtimeMs;
  for (let waited = now - last; waited < DEAD_AFTER_MS; waited += 1_000) {
    if ((await stat(path)).mtimeMs !== last) return true;
    await after(1_000);
  }
  return false;
}

function beat(path: string, holder: Holder, lost: () => void): () => Promise<void> {
  const stopped = new AbortController();
  const beating = (async () => {
    for await (const _ of ticks(stopped.signal)) {
      const found = await readHolder(path).catch(() => holder);
      if (found !== undefined && found.token !== holder.token) return lost();
      // Over the same bytes, never emptied: nobody reads it as let go of. Where it cannot be written now, the folder is
      // still held by the resource.
      await writeFile(path, JSON.stringify(holder), { flag: 'r+' }).catch(() => undefined);
    }
  })();
  return async () => {
    stopped.abort();
    await beating;
  };
}

async function* ticks(signal: AbortSignal): AsyncGenerator<void> {
  while (!signal.aborted) {
    await after(BEAT_MS, undefined, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) yield;
  }
}
