import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoredText } from '../texts.js';
import { AppendFile, Outbox } from './append-file.js';
import { sizeOf, syncFolder } from './durable-files.js';
import { copiedLines, type Ending, readSealed, sealLine } from './sealed-lines.js';

/** The name of the file in the journal's folder. */
export const TEXTS_FILE = 'texts.ndjson';

/** The line of a text; the hash of the text is called `digest` here, because `sha256` seals the line. */
export function textLine(batch: number, { id, content, salt, sha256: digest, about }: StoredText): string {
  return sealLine(batch, { id, content, salt, digest, ...(about === null ? {} : { about }) });
}

/**
 * The texts of a file in blocks, every line checked. A text may come more than once: the last line of it counts.
 * @returns the bytes up to which the file is whole
 * @throws LedgerError `corrupt` JOURNAL_DAMAGED, naming file and line
 */
export async function* readTexts(path: string, ending: Ending = 'unfinished'): AsyncGenerator<StoredText[], number> {
  if ((await sizeOf(path)) === undefined) return 0;
  const reading = readSealed(path, ending);
  for (;;) {
    const { done, value } = await reading.next();
    if (done === true) return value;
    yield value.map(({ record }) => {
      const { digest, about, ...text } = record as Omit<StoredText, 'sha256' | 'about'> & { digest: string; about?: string };
      return { ...text, sha256: digest, about: about ?? null };
    });
  }
}

/** The texts of a ledger as sealed lines in one file, on the disk before anybody is told that they are kept. */
export class TextJournal {
  private readonly outbox = new Outbox<StoredText>((texts) => this.write(texts));

  private constructor(
    private readonly path: string,
    private file: AppendFile,
  ) {}

  static async open(path: string): Promise<TextJournal> {
    return new TextJournal(path, await AppendFile.open(path));
  }

  get size(): number {
    return this.file.size;
  }

  /** Returns when these texts, and all before them, are on the disk. */
  append(texts: readonly StoredText[]): Promise<void> {
    return this.outbox.add(texts);
  }

  /** Writes the file anew without the text and its salt; a line that says so stays, so that no replay brings it back. */
  erase(erased: StoredText): Promise<void> {
    return this.outbox.alone(async () => {
      const draft = `${this.path}.${randomUUID()}.part`;
      const fresh = await AppendFile.open(draft);
      try {
        for await (const texts of readTexts(this.path)) {
          const left = texts.map((text) => (text.id === erased.id ? { ...text, content: null, salt: null } : text));
          await fresh.append(copiedLines(fresh.size, left, textLine));
        }
      } finally {
        await fresh.close();
      }
      await this.file.close();
      await rename(draft, this.path);
      await syncFolder(dirname(this.path));
      this.file = await AppendFile.open(this.path);
    });
  }

  /** Cuts a torn tail off. */
  cut(size: number): Promise<void> {
    return this.file.cut(size);
  }

  async close(): Promise<void> {
    await this.outbox.flush().finally(() => this.file.close());
  }

  private write(texts: readonly StoredText[]): Promise<void> {
    const offset = this.file.size;
    return this.file.append(texts.map((text) => textLine(offset, text)).join(''));
  }
}
