import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type FolderLock, lockFolder } from './folder-lock.js';
import { newFolder } from './samples.js';

jest.setTimeout(60_000);

describe('the lock of a folder', () => {
  let folder: string;
  let path: string;
  const held: FolderLock[] = [];

  const take = async (lost: () => void = () => undefined) => {
    const lock = await lockFolder(folder, lost);
    held.push(lock);
    return lock;
  };
  /** The file as a holder left it that did not let go. */
  const leftBehind = async (over: Readonly<Record<string, unknown>>) => {
    const lock = await lockFolder(folder, () => undefined);
    const holder = JSON.parse(await readFile(path, 'utf8')) as object;
    await lock.release();
    await writeFile(path, JSON.stringify({ ...holder, token: 'another', ...over }));
  };

  beforeEach(async () => {
    folder = await newFolder();
    path = join(folder, 'lock');
  });
  afterEach(async () => {
    for (const lock of held.splice(0)) await lock.release();
    await rm(folder, { recursive: true });
  });

  it('is held by one at a time, and free when it was let go of', async () => {
    const first = await take();
    await expect(take()).rejects.toThrow(`in use by process ${process.pid} on`);
    await first.release();
    expect((await take()).leftBehind).toBeUndefined();
  });

  it('is free where its holder died, though another process has its number now', async () => {
    await leftBehind({ pid: process.ppid });
    expect(await take()).toMatchObject({ leftBehind: { pid: process.ppid }, sameBoot: true });
  });

  it('is free at once after a power cut, and says that the machine was started since', async () => {
    await leftBehind({ boot: 'the boot before this one' });
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path, longAgo, longAgo);
    const started = Date.now();
    expect((await take()).sameBoot).toBe(false);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('is held while somebody on another machine rewrites the file', async () => {
    await leftBehind({ host: 'elsewhere', boot: 'of elsewhere', pid: 7 });
    const beating = setInterval(() => void writeFile(path, ' ', { flag: 'a' }), 300);
    try {
      await expect(take()).rejects.toThrow('in use by process 7 on elsewhere since');
    } finally {
      clearInterval(beating);
    }
  });

  it('tells its holder that another machine took the folder meanwhile', async () => {
    await new Promise<void>((resolve, reject) => {
      take(resolve)
        .then(() => writeFile(path, JSON.stringify({ token: 'of the other machine' })))
        .catch(reject);
    });
  });
});
