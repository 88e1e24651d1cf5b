import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place that can be made full, and have room again. */
export type FullDisk = Readonly<{
  folder: string;
  /** A file system of its own where this process may mount one, else the limit of a file's size (RLIMIT_FSIZE). */
  how: 'file system' | 'file size';
  fill: () => Promise<void>;
  makeRoom: () => Promise<void>;
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
    fill: async () => {
      const { bavail, bsize } = await statfs(folder);
      await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - LEFT_FREE)));
    },
    makeRoom: () => rm(filler),
    remove: async () => {
      must('umount', folder);
      await rm(folder, { recursive: true });
    },
  };
}

/** The limit holds for this whole process; node gets EFBIG, in the middle of a write too. */
function fileSize(folder: string): FullDisk {
  const limit = (bytes: string) => must('prlimit', '--pid', String(process.pid), `--fsize=${bytes}:`);
  return {
    folder,
    how: 'file size',
    fill: () => Promise.resolve(limit(String(FILE_SIZE_LIMIT))),
    makeRoom: () => Promise.resolve(limit('unlimited')),
    remove: () => rm(folder, { recursive: true }),
  };
}

function ran(command: string, ...parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
}

function must(command: string, ...parameters: string[]): void {
  if (!ran(command, ...parameters)) throw new Error(`this machine refuses: ${command} ${parameters.join(' ')}`);
}
