import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LedgerError } from '#kernel';
import { fileDigest } from '../embedded/contents.js';
import { filesBelow, sizeOf, syncFile, syncFolder, unlessMissing } from '../embedded/durable-files.js';
import type { Progress } from '../embedded/reconcile.js';

/** The evidence files and the tokens of a data folder, as figures. */
export type FilesHeld = Readonly<{
  /** `missing`: that are named and were lost before, which a move does not mend. */
  files: Readonly<{ count: number; missing: number; bytes: number; sha256: string }>;
  tokens: Readonly<{ count: number; sha256: string }>;
}>;

const TOKENS = /^(owner-token|tokens\/[^/]+\.json)$/;

/**
 * The evidence files that facts name, and the tokens, of a data folder. Each file of evidence is read, and is what its name
 * says.
 * @param named the SHA-256 of each that a live fact names
 * @throws LedgerError `corrupt` EVIDENCE_DAMAGED
 */
export async function filesHeld(
  folder: string,
  named: ReadonlySet<string>,
  progress: Progress = () => undefined,
): Promise<FilesHeld> {
  const evidence = createHash('sha256');
  let missing = 0;
  let bytes = 0;
  let count = 0;
  for (const sha256 of [...named].sort()) {
    const path = evidenceIn(folder, sha256);
    const size = await sizeOf(path);
    count += 1;
    progress({ doing: 'reading evidence files', done: count, total: named.size });
    if (size === undefined) {
      missing += 1;
      continue;
    }
    if ((await fileDigest(path)) !== sha256) throw damaged(path);
    evidence.update(`${sha256}\t${size}\n`);
    bytes += size;
  }
  const tokens = createHash('sha256');
  const kept = await tokensIn(folder);
  for (const file of kept) tokens.update(`${file}\t${await fileDigest(join(folder, file))}\n`);
  return {
    files: { count: named.size - missing, missing, bytes, sha256: evidence.digest('hex') },
    tokens: { count: kept.length, sha256: tokens.digest('hex') },
  };
}

/**
 * Copies the evidence files that facts name, and the tokens. What was copied before and is not named any more, or was
 * revoked, goes again.
 */
export async function carryFiles(from: string, to: string, named: ReadonlySet<string>, progress: Progress): Promise<void> {
  for (const file of await filesBelow(join(to, 'files'))) if (!named.has(basename(file))) await rm(join(to, 'files', file));
  let done = 0;
  for (const sha256 of named) {
    if ((await sizeOf(evidenceIn(to, sha256))) === undefined) await copied(evidenceIn(from, sha256), evidenceIn(to, sha256));
    done += 1;
    progress({ doing: 'copying evidence files', done, total: named.size });
  }
  for (const file of await tokensIn(to)) await rm(join(to, file));
  for (const file of await tokensIn(from)) await copied(join(from, file), join(to, file), 0o700);
}

/** Whole or not at all. A file that is not there is no error: it is told as missing. */
async function copied(from: string, to: string, mode?: number): Promise<void> {
  if ((await stat(from).catch(unlessMissing(undefined))) === undefined) return;
  await mkdir(dirname(to), { recursive: true, ...(mode === undefined ? {} : { mode }) });
  const draft = `${to}.part`;
  await copyFile(from, draft);
  await syncFile(draft);
  await rename(draft, to);
  await syncFolder(dirname(to));
}

async function tokensIn(folder: string): Promise<string[]> {
  const beside = await readdir(folder).catch(unlessMissing<string[]>([]));
  const named = (await readdir(join(folder, 'tokens')).catch(unlessMissing<string[]>([]))).map((name) => `tokens/${name}`);
  return [...beside, ...named].filter((file) => TOKENS.test(file)).sort();
}

function evidenceIn(folder: string, sha256: string): string {
  return join(folder, 'files', sha256.slice(0, 2), sha256);
}

function damaged(path: string): LedgerError {
  return new LedgerError('corrupt', 'EVIDENCE_DAMAGED', `the evidence file ${path} is not what its name says`);
}
