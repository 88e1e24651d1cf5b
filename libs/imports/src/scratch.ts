import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StoreUnavailable } from '#event-store';
import type { Recorded } from '#kernel';

/** Where an event got its place. */
export type Placed = Pick<Recorded, 'position' | 'revision' | 'recordedAt' | 'id' | 'stream'>;

/** Events as they would be recorded, in a file for as long as a dry run lasts: in memory is only where each begins. */
export class Scratch {
  private readonly ends: number[] = [];

  private constructor(
    private readonly path: string,
    private readonly file: number,
  ) {}

  /** @throws StoreUnavailable where the folder has no room */
  static open(folder = tmpdir()): Scratch {
    const path = join(folder, `throughline-dry-run-${randomUUID()}`);
    const scratch = new Scratch(
      path,
      inRoom(path, () => openSync(path, 'wx+', 0o600)),
    );
    // A file without a name is gone with the process, also where that is killed. Some systems keep the name of an open file.
    if (process.platform !== 'win32') rmSync(path);
    return scratch;
  }

  /**
   * @returns the number by which the event is read again; they count from 0
   * @throws StoreUnavailable where there is no room for it
   */
  add({ revision, ...place }: Placed, body: string): number {
    const at = this.ends.at(-1) ?? 0;
    const event = Buffer.from(`${JSON.stringify({ ...place, revision: String(revision) })}\n${body}`, 'utf8');
    let written = 0;
    while (written < event.length)
      written += inRoom(this.path, () => writeSync(this.file, event, written, event.length - written, at + written));
    return this.ends.push(at + event.length) - 1;
  }

  read(number: number): Recorded {
    const at = this.ends[number - 1] ?? 0;
    const event = Buffer.alloc((this.ends[number] ?? at) - at);
    let taken = 0;
    while (taken < event.length) {
      const more = readSync(this.file, event, taken, event.length - taken, at + taken);
      if (more === 0) throw new Error('the scratch file of a dry run was cut off');
      taken += more;
    }
    const [place = '', body = ''] = event.toString('utf8').split('\n', 2);
    const { revision, ...rest } = JSON.parse(place) as Omit<Placed, 'revision'> & { revision: string };
    return { ...(JSON.parse(body) as Omit<Recorded, keyof Placed>), ...rest, revision: BigInt(revision) };
  }

  end(): void {
    closeSync(this.file);
    rmSync(this.path, { force: true });
  }
}

function inRoom<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw orNoRoom('the dry run', dirname(path), error);
  }
}

/**
 * Says what to do where a temporary file finds no room: on the disk, in the quota, or below the largest size that it may have.
 * @param what is to lie in the folder
 * @returns StoreUnavailable, or any other error as it is
 */
export function orNoRoom(what: string, folder: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return error;
  const message = `${what} finds no room in ${folder} (${code}): make some there, or name another folder in TMPDIR`;
  return new StoreUnavailable('not-stored', message, { cause: error });
}
