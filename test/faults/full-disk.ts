import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place that can be made full, and have room again. */
export type FullDisk = Readonly<{
  folder: string;
  /** A file system of its own where this process may mount one, else the limit of a file's size (RLIMIT_FSIZE). */
  how: 'file system' | 'file size';
  /** @param left bytes that are left free, or that a file may have; `pid`: of the process that writes, by default this one */
  fill: (left?: number, pid?: number) => Promise<void>;
  makeRoom: (pid?: number) => Promise<void>;
  remove: () => Promise<void>;
}>;

/** So large is a segment of the database's write-ahead log: it stays below the limit, the journal goes beyond. */
const FILE_SIZE_LIMIT = 16 * 1024 * 1024;
const LEFT_FREE = 1024 * 1024;

export async function fullDisk(): Promise<FullDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-full-'));
  if (ran('mount', '-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder)) return fileSystem(folder);
  return fileSize(folder);
}

function fileSystem(folder: string): FullDisk {
  const filler = join(folder, 'filler');
  return {
    folder,
    how: 'file system',
    fill: async (left = LEFT_FREE) => {
      const { bavail, bsize } = await statfs(folder);
      await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - left))).catch((error: NodeJS.ErrnoException) => {
        // Somebody wrote meanwhile: it is as full as it gets.
        if (error.code !== 'ENOSPC') throw error;
      });
    },
    makeRoom: () => rm(filler),
    remove: async () => {
      must('umount', folder);
      await rm(folder, { recursive: true });
    },
  };
}

/** The limit holds for a whole process; node gets EFBIG, in the middle of a write too. */
function fileSize(folder: string): FullDisk {
  const limit = (bytes: string, pid = process.pid) => must('prlimit', '--pid', String(pid), `--fsize=${bytes}:`);
  return {
    folder,
    how: 'file size',
    fill: (left = FILE_SIZE_LIMIT, pid) => Promise.resolve(limit(String(Math.max(left, 4096)), pid)),
    makeRoom: (pid) => Promise.resolve(limit('unlimited', pid)),
    remove: () => rm(folder, { recursive: true }),
  };
}

function ran(command: string, ...parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
}

function must(command: string, ...parameters: string[]): void {
  if (!ran(command, ...parameters)) throw new Error(`this machine refuses: ${command} ${parameters.join(' ')}`);
}
