import { createHash, randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { EVIDENCE_MEDIA_TYPES, type EvidenceContent, MAX_EVIDENCE_BYTES } from '#domain';
import { syncFolder, Turns } from '#event-store';
import { LedgerError } from '#kernel';
import { mediaTypeOf } from './media-type.js';
import type { IsNamed } from './named.js';
import { NOBODY_ELSE, type Sharing } from './sharing.js';

/** Content that lies in a file, as an event names it. */
export type FileContent = Extract<EvidenceContent, { kind: 'file' }>;

/** Bytes that came in and are nobody's evidence yet. `discard` is safe to call at any time, also after they were kept. */
export type Received = Readonly<{ path: string; sha256: string; size: number; isText: boolean; discard: () => Promise<void> }>;

/** A file as it is handed out: its bytes were checked against their SHA-256 just before. */
export type Opened = Readonly<{ size: number; stream: Readable }>;

/** A request ends within minutes: what came in so long ago and was not taken is of a process that is gone. */
const LEFT_BEHIND_MS = 24 * 3_600_000;

/** A file held for a work, and the bytes that were put there, where some were. */
type Held = Readonly<{ sha256: string; placed: Received | undefined }>;
type Hold = (sha256: string, placed?: Received) => Promise<void>;

/**
 * Evidence files in a folder, each at `<aa>/<sha256>`: the same content twice is one file.
 *
 * A file stays for as long as a live fact of the ledger names it. While a command is under way that may begin or end
 * such a fact, the file is *held*: nobody removes it, and a marker in `held/` survives a crash, so that the next start
 * asks the ledger what became of it. Several processes may have the folder where they share what tells them of each
 * other: whoever holds a file shares it, and it is removed only by who is alone with it. Who lets go last decides: the
 * work of everybody who held the file has ended by then, and the ledger knows what came of it.
 */
export class FolderFiles {
  private readonly holders = new Map<string, number>();
  /** One after the other for the same content; different contents do not wait for each other. */
  private readonly turns = new Turns();

  private constructor(
    private readonly folder: string,
    private readonly isNamed: IsNamed,
    private readonly sharing: Sharing,
  ) {}

  /**
   * Opens the folder, made where it is missing; clears what a crash left behind.
   * @param folder of files, `<data>/files`
   * @param sharing where other processes have the folder too; without, it is this one's own
   */
  static async open(folder: string, isNamed: IsNamed, sharing: Sharing = NOBODY_ELSE): Promise<FolderFiles> {
    const files = new FolderFiles(folder, isNamed, sharing);
    await mkdir(files.incoming, { recursive: true });
    await mkdir(files.held, { recursive: true });
    await files.removeLeftBehind();
    for (const sha256 of await readdir(files.held)) await files.turns.take(sha256, () => files.settle(sha256));
    return files;
  }

  /**
   * Takes bytes in, hashing them on the way.
   * @throws LedgerError `invalid` FILE_TOO_LARGE, field `file`, as soon as the limit is passed (R15)
   */
  async receive(source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array>): Promise<Received> {
    const path = join(this.incoming, randomUUID());
    const discard = () => rm(path, { force: true });
    const hash = createHash('sha256');
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    let size = 0;
    let isText = true;
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const piece of source) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
        size += bytes.length;
        if (size > MAX_EVIDENCE_BYTES) throw tooLarge();
        hash.update(bytes);
        if (isText) isText = isTextPiece(utf8, bytes);
        await file.writeFile(bytes);
      }
      if (isText) isText = isTextPiece(utf8);
      await file.sync();
    } catch (error) {
      await file.close();
      await discard();
      throw error;
    }
    await file.close();
    return { path, sha256: hash.digest('hex'), size, isText, discard };
  }

  /**
   * Puts received bytes in their place and does the work that makes a fact of them; where the work fails and no other
   * fact names the content, the file goes again. Safe beside submissions and erasures of the same content.
   * @param declared media type, as the sender names it; must agree with the content
   * @throws LedgerError `invalid` MEDIA_TYPE_REFUSED, INVALID_INPUT for an empty file (R15); whatever the work throws
   */
  submit<T>(received: Received, declared: string | undefined, work: (content: FileContent) => Promise<T>): Promise<T> {
    return this.holding(async (hold) => work(await this.placed(received, declared, hold)));
  }

  /**
   * Keeps files from bytes at hand while the work records what names them: of a demonstration, an import, a restore.
   * Those that no fact names in the end are removed.
   */
  keeping<T>(work: (keep: (bytes: Uint8Array, declared: string) => Promise<FileContent>) => Promise<T>): Promise<T> {
    return this.holding((hold) => work(async (bytes, declared) => this.placed(await this.receive([bytes]), declared, hold)));
  }

  /** Does the work that erases one naming of the content; the bytes go for good with the last of them. */
  erase<T>(sha256: string, work: () => Promise<T>): Promise<T> {
    return this.holding(async (hold) => {
      await hold(sha256);
      return work();
    });
  }

  /**
   * Opens a file once its bytes have been checked against their SHA-256. The stream closes the file; a caller that does
   * not read it must destroy it.
   * @throws LedgerError `not-found` CONTENT_MISSING; `corrupt` CONTENT_CORRUPT where the bytes are not those that were kept
   */
  async read(sha256: string): Promise<Opened> {
    const file = await open(this.pathOf(sha256), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new LedgerError(
        'corrupt',
        'CONTENT_MISSING',
        `The ledger names content ${sha256}, but its file is gone. Restore it.`,
      );
    });
    try {
      const hash = createHash('sha256');
      let size = 0;
      for await (const piece of file.createReadStream({ start: 0, autoClose: false })) {
        hash.update(piece as Buffer);
        size += (piece as Buffer).length;
      }
      if (hash.digest('hex') !== sha256)
        throw new LedgerError(
          'corrupt',
          'CONTENT_CORRUPT',
          `Content ${sha256} was changed on the disk. Restore it from a backup.`,
        );
      return { size, stream: file.createReadStream({ start: 0 }) };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The SHA-256 of every file that is kept, in order. */
  all(): AsyncGenerator<string> {
    return keptContents(this.folder);
  }

  private get incoming(): string {
    return join(this.folder, 'incoming');
  }

  private get held(): string {
    return join(this.folder, 'held');
  }

  private pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  /** Does the work while what it holds is safe; whatever comes of it, what no fact names then is removed. */
  private async holding<T>(work: (hold: Hold) => Promise<T>): Promise<T> {
    const mine: Held[] = [];
    let isKnown = true;
    try {
      return await work(async (sha256, placed) => {
        await this.turns.take(sha256, () => this.hold(sha256));
        mine.push({ sha256, placed });
      });
    } catch (error) {
      isKnown = !(error instanceof LedgerError && error.code === 'OUTCOME_UNKNOWN');
      throw error;
    } finally {
      for (const held of mine) {
        await this.turns.take(held.sha256, () => this.letGo(held, isKnown));
        await held.placed?.discard();
      }
    }
  }

  private async hold(sha256: string): Promise<void> {
    const others = this.holders.get(sha256) ?? 0;
    if (others === 0) await this.sharing.share(sha256);
    try {
      await (await open(join(this.held, sha256), 'a')).close();
      await syncFolder(this.held);
    } catch (error) {
      if (others === 0) await this.sharing.unshare(sha256);
      throw error;
    }
    this.holders.set(sha256, others + 1);
  }

  /** @param isKnown false where the work's fact may yet come to be: then the marker stays, and the next start asks */
  private async letGo({ sha256, placed }: Held, isKnown: boolean): Promise<void> {
    const others = (this.holders.get(sha256) ?? 1) - 1;
    if (others > 0) {
      this.holders.set(sha256, others);
      return;
    }
    this.holders.delete(sha256);
    // Where nobody answers nobody knows whether the ledger names the file: the marker stays for the next start.
    await this.settled(sha256, placed, isKnown).catch((error: unknown) => {
      if (!(error instanceof LedgerError && error.kind === 'unavailable')) throw error;
    });
  }

  private async settled(sha256: string, placed: Received | undefined, isKnown: boolean): Promise<void> {
    // Others could take it for held by nobody, and remove it while its fact was recorded.
    const wasShared = await this.sharing.unshare(sha256);
    if (!wasShared && placed !== undefined) {
      await this.sharing.share(sha256);
      if (!(await isThere(this.pathOf(sha256)))) await this.place(placed.path, sha256);
      await this.sharing.unshare(sha256);
    }
    if (isKnown) await this.settle(sha256);
  }

  /** Checks received bytes and puts them in their place, held; they are kept until the work has ended. */
  private async placed(received: Received, declared: string | undefined, hold: Hold): Promise<FileContent> {
    const { path, sha256, size, isText, discard } = received;
    try {
      if (size === 0) throw empty();
      const mediaType = await mediaTypeOf(path, isText, declared, EVIDENCE_MEDIA_TYPES);
      await hold(sha256, received);
      await this.turns.take(sha256, () => this.place(path, sha256));
      return { kind: 'file', sha256, size, mediaType };
    } catch (error) {
      await discard();
      throw error;
    }
  }

  /** Removes a file that no fact names, and the marker that asked about it. Where others hold it, it is theirs to do. */
  private async settle(sha256: string): Promise<void> {
    await this.sharing.alone(sha256, async (isStill) => {
      if (!(await this.isNamed(sha256))) {
        if (!(await isStill())) return;
        await rm(this.pathOf(sha256), { force: true });
        if (await isThere(join(this.folder, sha256.slice(0, 2)))) await syncFolder(join(this.folder, sha256.slice(0, 2)));
      }
      await rm(join(this.held, sha256), { force: true });
    });
  }

  /** Puts itself over what lies there already: the same bytes, or a damaged copy that is healed by it. */
  private async place(path: string, sha256: string): Promise<void> {
    const home = join(this.folder, sha256.slice(0, 2));
    await mkdir(home, { recursive: true });
    const beside = `${path}-${randomUUID()}`;
    // Some file systems have no second name for a file.
    await link(path, beside).catch(() => copyFile(path, beside));
    await rename(beside, this.pathOf(sha256));
    await syncFolder(home);
    await syncFolder(this.folder);
  }

  /** What a crash left of files that came in: of a folder of one's own all, of a shared one what nobody can still be sending. */
  private async removeLeftBehind(): Promise<void> {
    const since = this.sharing === NOBODY_ELSE ? Number.POSITIVE_INFINITY : Date.now() - LEFT_BEHIND_MS;
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const changed = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Number.POSITIVE_INFINITY,
      );
      if (changed < since) await rm(path, { recursive: true, force: true });
    }
  }
}

/** The SHA-256 of every file that lies in a folder of evidence, in order; none where there is no folder. */
export async function* keptContents(folder: string): AsyncGenerator<string> {
  const parts = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return [];
  });
  for (const part of parts.sort()) if (/^[0-9a-f]{2}$/.test(part)) yield* (await readdir(join(folder, part))).sort();
}

function isTextPiece(utf8: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): boolean {
  if (bytes?.includes(0)) return false;
  try {
    utf8.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function tooLarge(): LedgerError {
  const message = `a file of evidence is at most ${MAX_EVIDENCE_BYTES} bytes (25 MiB)`;
  return new LedgerError('invalid', 'FILE_TOO_LARGE', `The file is too large: ${message}`, [
    { field: 'file', rule: 'R15', message },
  ]);
}

function empty(): LedgerError {
  const message = 'the file is empty';
  return new LedgerError('invalid', 'INVALID_INPUT', `file: ${message}`, [{ field: 'file', rule: 'R15', message }]);
}
