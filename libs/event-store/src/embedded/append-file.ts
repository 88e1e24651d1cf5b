import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, unlessMissing } from './durable-files.js';

/** A file that only grows, and of which everything that was appended survives a power cut. */
export class AppendFile {
  private constructor(
    private readonly handle: FileHandle,
    private bytes: number,
  ) {}

  static async open(path: string): Promise<AppendFile> {
    const existing = await open(path, 'r+').catch(unlessMissing(undefined));
    const handle = existing ?? (await open(path, 'wx+'));
    // Its name is in the folder before anything in it can be acknowledged.
    if (existing === undefined) await syncFolder(dirname(path));
    return new AppendFile(handle, (await handle.stat()).size);
  }

  get size(): number {
    return this.bytes;
  }

  /** Returns when the text is on the disk; where it throws, the file is as it was before. */
  async append(text: string): Promise<void> {
    const content = Buffer.from(text, 'utf8');
    try {
      for (let done = 0; done < content.length; ) {
        const { bytesWritten } = await this.handle.write(content, done, content.length - done, this.bytes + done);
        done += bytesWritten;
      }
      await this.handle.datasync();
    } catch (error) {
      // After a failed flush nobody knows what is on the disk: what is written again must be written as new.
      await this.handle.truncate(this.bytes).catch(() => undefined);
      throw error;
    }
    this.bytes += content.length;
  }

  /** Cuts the file; returns when that is on the disk. */
  async cut(size: number): Promise<void> {
    await this.handle.truncate(size);
    await this.handle.sync();
    this.bytes = size;
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

/** Things to be written in order, many at once. What could not be written stays and goes first the next time. */
export class Outbox<T> {
  private readonly unwritten: T[] = [];
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly write: (items: readonly T[]) => Promise<void>) {}

  /** Returns when these items, and all before them, are written. */
  async add(items: readonly T[]): Promise<void> {
    this.unwritten.push(...items);
    await this.flush();
  }

  flush(): Promise<void> {
    return this.alone(async () => {
      const items = [...this.unwritten];
      if (items.length > 0) await this.write(items);
      this.unwritten.splice(0, items.length);
    });
  }

  /** Work that nothing is written beside. */
  alone(work: () => Promise<void>): Promise<void> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
