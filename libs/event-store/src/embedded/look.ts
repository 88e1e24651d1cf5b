import { constants } from 'node:fs';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LedgerError } from '#kernel';
import { checkEvidence, checkLedger, type Finding } from './check.js';
import { changedSinceClosed, readClosedMark } from './closed-mark.js';
import { setAsideDatabases } from './database.js';
import { messageOf } from './durable-files.js';
import { holdToLook } from './folder-lock.js';
import { type Ledger, openEmbedded, type Protection } from './open.js';
import type { Progress } from './reconcile.js';

export type Looking = Readonly<{
  folder: string;
  progress?: Progress;
  /** The folder's events lie on a server: its database is opened as the start of such a ledger opens it. */
  eventsElsewhere?: boolean;
  /** Looks further, at the copy that was opened, and puts what it finds into the list. */
  further?: (copy: Ledger, findings: Finding[]) => Promise<void>;
  /** What a fault test switches off, to show what is missed without it. */
  switchedOff?: readonly Protection[];
}>;

const COPIES = 'throughline-look-';
const FROM_JOURNAL = 'Move the folder `database` away: the next start makes it again from the journal';
const MARK_ANEW = 'Nothing by hand: the next start looks at the database itself, or makes it again from the journal';
const PUT_BACK = 'Put the file back as it was, or restore the latest backup into an empty folder';
const BY_HAND = 'Where nobody replaced it by hand: put it back as it was, or remove it, and make a new one';

/**
 * Looks at all of a ledger that nobody has open, and changes nothing in its folder. Every file is compared with what it
 * was when the ledger was closed. Where they are the same, or it was not closed in order, it is copied without its evidence
 * to the system's temporary folder, opened there as a start would open it, and looked at in whole (`checkLedger`): what
 * that start mended is what the next one will mend. A file that changed makes all that is built on it look damaged, too,
 * so that nothing more is looked at before it is mended.
 * @returns what was found; without `damage` the ledger is whole
 * @throws LedgerError `unavailable` FOLDER_IN_USE; STORE_UNAVAILABLE where the temporary folder has no room for the copy;
 *   `invalid` as `further` does, which says what it was given and nothing of the ledger
 */
export async function lookAtLedger(looking: Looking): Promise<readonly Finding[]> {
  const folder = resolve(looking.folder);
  const { progress = () => undefined, switchedOff = [] } = looking;
  const letGo = await holdToLook(folder);
  try {
    const findings: Finding[] = [];
    if (!switchedOff.includes('checksums')) findings.push(...(await changes(folder)));
    const isAsClosed = findings.every(({ todo }) => todo === BY_HAND);
    findings.push(...(await checkEvidence(join(folder, 'files'), progress)));
    for (const kept of await setAsideDatabases(folder))
      findings.push({ severity: 'note', where: kept, what: 'a database that was set aside', todo: 'It may be deleted' });
    if (isAsClosed) findings.push(...(await onCopy(folder, looking)));
    return findings;
  } finally {
    await letGo();
  }
}

async function changes(folder: string): Promise<Finding[]> {
  const mark = await readClosedMark(folder);
  if (mark === undefined) return [];
  return (await changedSinceClosed(folder, mark)).map(([file, what]) => ({
    severity: 'damage',
    where: join(folder, file),
    what: `since the ledger was closed: ${what}`,
    todo: remedy(file),
  }));
}

function remedy(file: string): string {
  if (file === 'closed.json') return MARK_ANEW;
  if (file.startsWith('database/')) return FROM_JOURNAL;
  return file.startsWith('journal/') ? PUT_BACK : BY_HAND;
}

async function onCopy(folder: string, looking: Looking): Promise<readonly Finding[]> {
  await removeLeftCopies();
  const copy = await mkdtemp(join(tmpdir(), `${COPIES}${process.pid}-`));
  const ofOriginal = (finding: Finding): Finding => ({
    ...finding,
    where: finding.where.replaceAll(copy, folder),
    what: finding.what.replaceAll(copy, folder),
    todo: finding.todo.replaceAll(copy, folder),
  });
  try {
    await copyLedger(folder, copy);
    return (await lookAt(copy, looking)).map(ofOriginal);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** A copy holds free texts, and a look that was killed leaves its own: the next look, of any ledger, takes it away. */
async function removeLeftCopies(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(COPIES) ? Number.parseInt(name.slice(COPIES.length), 10) : Number.NaN;
    if (pid > 0 && !isRunning(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

async function lookAt(
  copy: string,
  { progress = () => undefined, further, eventsElsewhere = false }: Looking,
): Promise<readonly Finding[]> {
  let ledger: Ledger;
  try {
    ledger = await openEmbedded({ folder: copy, isCopy: true, eventsElsewhere, progress });
  } catch (error) {
    return [notOpened(copy, error)];
  }
  const findings = ledger.notes.map(
    (what): Finding => ({
      severity: ledger.damage.includes(what) ? 'damage' : 'note',
      where: copy,
      what: `opened on a trial: ${what}`,
      todo: 'Nothing by hand: the next start does the same',
    }),
  );
  try {
    await checkLedger(ledger, progress, findings);
    await further?.(ledger, findings);
  } catch (error) {
    // A setting or an option that is none says nothing of the ledger.
    if (error instanceof LedgerError && error.kind === 'invalid') throw error;
    // Pages that only a full look reads.
    findings.push({ severity: 'damage', where: join(copy, 'database'), what: messageOf(error), todo: FROM_JOURNAL });
  } finally {
    await ledger.close().catch(() => undefined);
  }
  return findings;
}

/** Why it does not open, as a finding; it says itself what to do. */
function notOpened(copy: string, error: unknown): Finding {
  if (error instanceof LedgerError && error.kind === 'unavailable') throw error;
  const field = error instanceof LedgerError ? error.problems[0]?.field : undefined;
  const where = field === undefined ? copy : join(copy, 'journal', field);
  return { severity: 'damage', where, what: messageOf(error), todo: PUT_BACK };
}

/** All that a start opens: neither evidence nor what was set aside. */
async function copyLedger(folder: string, copy: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((each) => ['journal', 'database', 'lock', 'closed.json'].includes(each)))
    await cp(join(folder, name), join(copy, name), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
      preserveTimestamps: true,
    });
}
