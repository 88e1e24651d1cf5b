import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LedgerError, newId, type Recorded } from '#kernel';
import { recordedFrom } from '../sql/rows.js';
import { AppendFile } from './append-file.js';
import { Adding, type Contents, contentsOf, fileDigest } from './contents.js';
import { readLedgerId, writeLedgerId } from './database.js';
import { filesBelow, STORE_MARKER, sizeOf, unlessMissing, writeWhole } from './durable-files.js';
import { readEvents, segmentName, segmentsOf } from './event-lines.js';
import { openEmbedded } from './open.js';
import type { Progress } from './reconcile.js';
import { copiedLines, sealLine } from './sealed-lines.js';
import { readTexts, TEXTS_FILE, textLine } from './text-journal.js';

/** What lies in a backup. `files` names every other file of it with its SHA-256. */
export type Manifest = Readonly<{
  format: 'throughline-backup';
  version: 1;
  ledgerId: string;
  madeAt: string;
  contents: Contents;
  files: Readonly<Record<string, string>>;
}>;

const MANIFEST = 'manifest.json';
const SEGMENT_BYTES = 16 * 1024 * 1024;

/** Adds up, event by event in the order of the log, which evidence files its live facts name. */
export type Naming = Readonly<{ take: (event: Recorded) => void; named: () => ReadonlySet<string> }>;

/**
 * Copies the ledger of a folder: its journal up to the event that is the last now, its texts and the evidence files that
 * its facts name, and a manifest with the SHA-256 of each. The ledger may be in use, here or in another process, and goes
 * on: events are copied up to one position; what they refer to was kept before them, and is copied after them.
 * Evidence files are also copied before them, so that one that is erased while the backup runs is there where the events
 * in it still name it. One that also came while it runs may be gone before it is copied: its erasure was recorded before
 * that, and so the events are copied a little further, until they name nothing that is not there.
 * Every line is checked on the way, so that damage is found now and not when the backup is needed.
 * @param to a folder that is empty or not there
 * @param naming new: it is given every event
 * @throws LedgerError `invalid` NOT_A_LEDGER, NOT_EMPTY; `corrupt` JOURNAL_DAMAGED, EVIDENCE_DAMAGED
 */
export async function backup(
  folder: string,
  to: string,
  naming: Naming,
  progress: Progress = () => undefined,
): Promise<Manifest> {
  const journal = join(folder, 'journal');
  const ledgerId = await readLedgerId(journal);
  if (ledgerId === undefined) throw wrong('NOT_A_LEDGER', 'folder', `there is no ledger in ${folder}`);
  await requireEmpty(to);
  const adding = new Adding();
  await mkdir(join(to, 'journal'), { recursive: true });
  await copyEvidence(join(folder, 'files'), join(to, 'files'), progress);
  const copy = new EventsCopy(journal, join(to, 'journal'), adding, naming, progress);
  for (let lost: ReadonlySet<string> = new Set(); ; ) {
    await copy.goOn();
    await copyEvidence(join(folder, 'files'), join(to, 'files'), progress);
    const missing = await notThere(naming.named(), join(to, 'files'));
    // What is still named after events were copied further was not erased: it is gone, as `doctor` says.
    if ([...missing].every((sha256) => lost.has(sha256))) break;
    lost = missing;
  }
  await copy.close();
  await copyTexts(journal, join(to, 'journal'), adding);
  await removeUnnamed(naming.named(), join(to, 'files'));
  // Where the events lie on a server, what is restored still says so.
  await copyFile(join(folder, STORE_MARKER), join(to, STORE_MARKER)).catch(unlessMissing(undefined));

  const files: Record<string, string> = {};
  for (const file of await filesBelow(to)) files[file] = await fileDigest(join(to, file));
  const madeAt = new Date().toISOString();
  const manifest: Manifest = { format: 'throughline-backup', version: 1, ledgerId, madeAt, contents: adding.done(), files };
  await writeWhole(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * Makes a ledger from a backup, with an id of its own: it may go on differently from the one that was backed up.
 * Every file is checked before anything is written, and in the end the ledger is opened and compared with the manifest.
 * @param folder empty or not there; emptied again where the restore fails
 * @throws LedgerError `invalid` NOT_A_BACKUP, NOT_EMPTY; `corrupt` BACKUP_DAMAGED naming the file, RESTORE_DIFFERS
 */
export async function restore(from: string, folder: string, progress: Progress = () => undefined): Promise<Manifest> {
  const manifest = await checkedManifest(from, progress);
  await requireEmpty(folder);
  try {
    for (const file of Object.keys(manifest.files)) {
      const target = join(folder, file);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(from, file), target);
    }
    await writeLedgerId(join(folder, 'journal'), newId());
    const ledger = await openEmbedded({ folder, progress });
    try {
      const restored = await contentsOf(ledger.sql);
      if (JSON.stringify(restored) !== JSON.stringify(manifest.contents)) {
        const message = `what was restored is not what was backed up: ${JSON.stringify(restored)}, and the manifest says ${JSON.stringify(manifest.contents)}`;
        throw new LedgerError('corrupt', 'RESTORE_DIFFERS', message);
      }
    } finally {
      await ledger.close();
    }
    return manifest;
  } catch (error) {
    for (const name of await readdir(folder).catch(unlessMissing<string[]>([])))
      await rm(join(folder, name), { recursive: true });
    throw error;
  }
}

/**
 * The manifest of a backup of which every file is there, unchanged, and none is there that it does not name.
 * @throws LedgerError `invalid` NOT_A_BACKUP; `corrupt` BACKUP_DAMAGED naming the file
 */
export async function checkedManifest(from: string, progress: Progress = () => undefined): Promise<Manifest> {
  const text = await readFile(join(from, MANIFEST), 'utf8').catch(unlessMissing(undefined));
  const manifest = text === undefined ? undefined : asManifest(text);
  if (manifest === undefined) throw wrong('NOT_A_BACKUP', 'from', `${from} is no backup: it has no ${MANIFEST} of one`);
  const named = Object.entries(manifest.files);
  for (const [index, [file, sha256]] of named.entries()) {
    const path = join(from, file);
    // A manifest that names `../` would have restore write outside its folder.
    if (!resolve(path).startsWith(resolve(from))) throw damagedBackup(file, 'it lies outside the backup');
    if ((await sizeOf(path)) === undefined) throw damagedBackup(file, 'it is missing');
    if ((await fileDigest(path)) !== sha256) throw damagedBackup(file, 'it is not what was backed up');
    progress({ doing: 'checking the backup', done: index + 1, total: named.length });
  }
  const unknown = (await filesBelow(from)).find((file) => file !== MANIFEST && manifest.files[file] === undefined);
  if (unknown !== undefined) throw damagedBackup(unknown, 'the manifest does not name it');
  return manifest;
}

/** A copy of the events of a journal that may grow, and go on to be copied. */
class EventsCopy {
  private file: AppendFile | undefined;
  private last = 0n;

  constructor(
    private readonly from: string,
    private readonly to: string,
    private readonly adding: Adding,
    private readonly naming: Naming,
    private readonly progress: Progress,
  ) {}

  /** Copies what came since. The end is where the last whole line is when the last segment is opened. */
  async goOn(): Promise<void> {
    const segments = await segmentsOf(this.from);
    for await (const rows of readEvents(this.from, this.last)) {
      if (this.file === undefined || this.file.size >= SEGMENT_BYTES) {
        await this.file?.close();
        this.file = await AppendFile.open(join(this.to, segmentName(this.last + 1n)));
      }
      await this.file.append(copiedLines(this.file.size, rows, sealLine));
      this.adding.events(rows);
      for (const row of rows) this.naming.take(recordedFrom(row, {}));
      this.last += BigInt(rows.length);
      const done = Number(this.last);
      this.progress({ doing: 'backing up events', done, total: Math.max(done, Number(segments.at(-1)?.first ?? 1n)) });
    }
  }

  async close(): Promise<void> {
    await this.file?.close();
  }
}

async function notThere(named: ReadonlySet<string>, files: string): Promise<ReadonlySet<string>> {
  const there = new Set((await filesBelow(files)).map((file) => basename(file)));
  return new Set([...named].filter((sha256) => !there.has(sha256)));
}

/** What was erased meanwhile, and what no fact names yet. */
async function removeUnnamed(named: ReadonlySet<string>, files: string): Promise<void> {
  for (const file of await filesBelow(files)) if (!named.has(basename(file))) await rm(join(files, file));
}

async function copyTexts(from: string, to: string, adding: Adding): Promise<void> {
  const file = await AppendFile.open(join(to, TEXTS_FILE));
  for await (const texts of readTexts(join(from, TEXTS_FILE))) {
    adding.withTexts(texts);
    await file.append(copiedLines(file.size, texts, textLine));
  }
  await file.close();
}

/**
 * Copies the evidence files that are not there yet. Evidence lies by its SHA-256: a file that is not what its name says
 * is damaged.
 */
async function copyEvidence(from: string, to: string, progress: Progress): Promise<void> {
  const copied = new Set(await filesBelow(to));
  const files = (await filesBelow(from)).filter((file) => EVIDENCE.test(file) && !copied.has(file));
  for (const [index, file] of files.entries()) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    const isThere = await pipeline(createReadStream(join(from, file)), createWriteStream(join(to, file), { flush: true })).then(
      () => true,
      // Erased since it was listed.
      unlessMissing(false),
    );
    if (!isThere) await rm(join(to, file), { force: true });
    else if (!file.endsWith(await fileDigest(join(to, file))))
      throw new LedgerError('corrupt', 'EVIDENCE_DAMAGED', `the evidence file ${join(from, file)} is not what its name says`);
    progress({ doing: 'backing up evidence files', done: index + 1, total: files.length });
  }
}

/** `ab/ab12…`: the path of an evidence file below `files/`. */
export const EVIDENCE = /^[0-9a-f]{2}\/[0-9a-f]{64}$/;

async function requireEmpty(folder: string): Promise<void> {
  const there = await stat(folder).catch(unlessMissing(undefined));
  if (there === undefined) return;
  if (!there.isDirectory() || (await readdir(folder)).length > 0)
    throw wrong('NOT_EMPTY', 'to', `${folder} is not an empty folder; name one that is empty or not there yet`);
}

function asManifest(text: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(text) as Partial<Manifest>;
    return manifest.format === 'throughline-backup' && manifest.version === 1 ? (manifest as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

function wrong(code: string, field: string, message: string): LedgerError {
  return new LedgerError('invalid', code, message, [{ field, rule: 'R15', message }]);
}

function damagedBackup(file: string, why: string): LedgerError {
  const message = `the backup is damaged: ${file}: ${why}. Nothing was restored; use another backup`;
  return new LedgerError('corrupt', 'BACKUP_DAMAGED', message, [{ field: file, rule: 'R15', message: why }]);
}
