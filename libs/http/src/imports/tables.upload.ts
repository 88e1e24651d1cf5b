import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import { orNoRoom } from '#imports';
import { canonicalJson, invalid, LedgerError, sha256 } from '#kernel';

/** A request brings at most so much: a hundred thousand dated facts take about a tenth of it. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 30;

/** Sizes are judged here, where the whole request is seen. */
export const TABLES_LIMITS = { files: MOST_FILES, fields: 0, fileSize: MOST_BYTES + 1 };

/** A file of a request as it lies on the disk, under a name of its own. */
export type TableFile = Readonly<{ originalname: string; path: string; sha256: string }>;

type Taken = Express.Multer.File & { sha256?: string };

/** Writes the files of a request to the disk as they come in. */
export class TablesStorage implements StorageEngine {
  private readonly bytes = new WeakMap<Request, number>();

  constructor(private readonly folder = tmpdir()) {}

  _handleFile(request: Request, file: Taken, done: (error?: unknown, info?: Partial<Taken>) => void): void {
    const path = join(this.folder, `throughline-table-${randomUUID()}`);
    const hash = createHash('sha256');
    const counted = new Transform({
      transform: (piece: Buffer, _encoding, passed) => {
        const bytes = (this.bytes.get(request) ?? 0) + piece.length;
        this.bytes.set(request, bytes);
        hash.update(piece);
        if (bytes > MOST_BYTES) passed(tooLarge());
        else passed(null, piece);
      },
    });
    // Not destroyed where taking it in ends early: the parser would answer for the broken stream, not for what was wrong.
    const source = file.stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    pipeline(source, counted, createWriteStream(path, { mode: 0o600 })).then(
      () => done(null, { path, sha256: hash.digest('hex') }),
      (error: unknown) => {
        file.stream.resume();
        rm(path, { force: true }).then(() => done(orNoRoom('the import', this.folder, error)), done);
      },
    );
  }

  _removeFile(_request: Request, file: Taken, done: (error: Error | null) => void): void {
    (file.path === undefined ? Promise.resolve() : rm(file.path, { force: true })).then(() => done(null), done);
  }
}

/** Tables in a folder of their own, ready to be read. */
export type Uploaded = Readonly<{
  path: string;
  mapping: string | undefined;
  /** Over every file's name and content. */
  digest: string;
  remove: () => Promise<void>;
}>;

const TABLE_NAME = /^[\w][\w. -]{0,99}\.(csv|xlsx|ndjson|json)$/i;

/**
 * Puts the files of a request together: tables of CSV, or one workbook, or one file of NDJSON; with any of them a mapping.
 * @throws LedgerError `invalid`, naming the part `file` (R15); nothing of the files is left then
 */
export async function uploaded(files: readonly TableFile[]): Promise<Uploaded> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-import-'));
  const remove = async () => {
    await rm(folder, { recursive: true, force: true });
    for (const { path } of files) await rm(path, { force: true });
  };
  try {
    const { tables, mapping } = sorted(files);
    const tablesFolder = join(folder, 'tables');
    await mkdir(tablesFolder);
    for (const { originalname, path } of tables) await rename(path, join(tablesFolder, originalname));
    const mappingPath = mapping === undefined ? undefined : join(folder, mapping.originalname);
    if (mapping !== undefined && mappingPath !== undefined) await rename(mapping.path, mappingPath);
    const [first] = tables;
    const isFolder = first === undefined || kindOf(first) === 'csv';
    const named = files.map(({ originalname, sha256: hash }) => ({ name: originalname, sha256: hash }));
    return {
      path: isFolder ? tablesFolder : join(tablesFolder, first.originalname),
      mapping: mappingPath,
      digest: sha256(canonicalJson(named.sort((a, b) => (a.name < b.name ? -1 : 1)))),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

function sorted(files: readonly TableFile[]): { tables: readonly TableFile[]; mapping: TableFile | undefined } {
  const unknown = files.find(({ originalname }) => !TABLE_NAME.test(originalname));
  if (unknown !== undefined)
    throw wrong(`"${unknown.originalname.slice(0, 100)}" is no table: wanted names that end in .csv, .xlsx, .ndjson or .json`);
  const twice = files.find(({ originalname }, at) => files.findIndex((other) => other.originalname === originalname) !== at);
  if (twice !== undefined) throw wrong(`"${twice.originalname}" came twice`);
  const [mapping, second] = files.filter((file) => kindOf(file) === 'json');
  if (second !== undefined) throw wrong('only one mapping (.json) can be meant');
  const tables = files.filter((file) => kindOf(file) !== 'json');
  const [first] = tables;
  if (first === undefined) throw wrong('wanted tables: files of CSV, or one XLSX workbook, or one file of NDJSON');
  if (tables.length > 1 && tables.some((file) => kindOf(file) !== 'csv'))
    throw wrong('a workbook or a file of NDJSON comes alone, with at most a mapping beside it');
  return { tables, mapping };
}

function kindOf({ originalname }: TableFile): string {
  return originalname.slice(originalname.lastIndexOf('.') + 1).toLowerCase();
}

function wrong(message: string): LedgerError {
  return invalid([{ field: 'file', rule: 'R15', message }]);
}

function tooLarge(): LedgerError {
  const message = `the files of one import hold at most ${MOST_BYTES} bytes (64 MiB) together`;
  return new LedgerError('invalid', 'FILE_TOO_LARGE', message, [{ field: 'file', rule: 'R15', message }]);
}
