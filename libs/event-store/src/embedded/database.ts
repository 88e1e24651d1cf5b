import { existsSync } from 'node:fs';
import { readdir, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isId, LedgerError } from '#kernel';
import { StoreUnavailable } from '../port.js';
import { migrate } from '../sql/migrate.js';
import type { StoredRow } from '../sql/rows.js';
import { type Sql, sqlState } from '../sql/sql.js';
import { type ClosedMark, takeClosedMark } from './closed-mark.js';
import { messageOf, syncFolder, unlessMissing, writeWhole } from './durable-files.js';
import type { EventJournal } from './event-journal.js';
import { examine, NotTrusted } from './examination.js';
import { type Progress, reconcileEvents, textsFromDatabase, textsFromJournal } from './reconcile.js';
import { damaged } from './sealed-lines.js';
import { cachedEmptyDatabase } from './template.js';
import { TEXTS_FILE, type TextJournal } from './text-journal.js';
import { WorkerSql } from './worker-sql.js';

export type Opening = Readonly<{
  folder: string;
  /** Whoever had the folder last ran since this machine was last started. */
  sameBoot: boolean;
  /** Nothing in the database but its texts is from the journal: the rest is derived from events on a server. */
  eventsElsewhere: boolean;
  /** As it was closed; undefined where it was not closed in order. */
  mark: ClosedMark | undefined;
  events: EventJournal;
  /** The events of the journal's last segment. */
  tail: readonly StoredRow[];
  texts: TextJournal;
  /** False leaves out what the journal would mend: a fault test's control. */
  replays: boolean;
  progress: Progress;
  /** Takes what was found and mended, in words; `damage` is what no kill and no power cut leaves behind. */
  note: (words: string, damage?: 'damage') => void;
}>;

const LEDGER_FILE = 'ledger.json';
const SET_ASIDE = 'database-set-aside-';

export function databaseFolder(folder: string): string {
  return join(folder, 'database');
}

/** Databases that were set aside: kept for whoever wants to know, needed by nothing. */
export async function setAsideDatabases(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(unlessMissing<string[]>([]));
  return names.filter((name) => name.startsWith(SET_ASIDE)).map((name) => join(folder, name));
}

/**
 * Opens the database of a folder so that it holds what the journal holds; how, see `openEmbedded`.
 * @throws LedgerError `corrupt` where journal and database contradict each other; `unavailable` where there is no room
 */
export async function openDatabase(opening: Opening): Promise<WorkerSql> {
  const { folder, sameBoot, mark, events, note, replays } = opening;
  const database = databaseFolder(folder);
  const closedInOrder = await takeClosedMark(folder, mark);
  // After a power cut every page may be the old or the new one, and all of them look whole: nothing can tell.
  if (existsSync(database) && !closedInOrder && !sameBoot && replays && (events.last > 0n || opening.eventsElsewhere))
    await setAside(
      database,
      mark === undefined ? 'the machine stopped while it was open' : 'its files are not those that were closed',
      (words) => note(words, mark === undefined ? undefined : 'damage'),
    );
  try {
    return await openAndReconcile(opening, closedInOrder);
  } catch (error) {
    if (!(error instanceof NotTrusted)) throw error;
    await setAside(database, error.message, (words) => note(words, 'damage'));
  }
  try {
    return await openAndReconcile(opening, false);
  } catch (error) {
    if (!(error instanceof NotTrusted)) throw error;
    const message = `the database could not be made again from the journal: ${error.message}`;
    throw new LedgerError('corrupt', 'NOT_REBUILT', message, [], { cause: error });
  }
}

async function openAndReconcile(opening: Opening, closedInOrder: boolean): Promise<WorkerSql> {
  const { folder, events, tail, replays, progress, note } = opening;
  const database = databaseFolder(folder);
  const isNew = !existsSync(database);
  const template = isNew ? await cachedEmptyDatabase() : undefined;
  const sql = await WorkerSql.open({ dataDir: database, ...(template === undefined ? {} : { template }) }).catch(
    (error: unknown) => {
      throw notTrusted(error, 'it does not open');
    },
  );
  try {
    const looksWell = isNew || closedInOrder;
    if (!looksWell && replays) await examine(sql);
    await migrate(sql);
    if (replays) await reconcileEvents(sql, events, tail, { counted: !looksWell, progress, note });
    if (replays && !closedInOrder) await reconcileTexts(sql, opening);
    await agreeOnLedgerId(sql, join(folder, 'journal'), { writes: true });
    return sql;
  } catch (error) {
    await sql.close();
    throw notTrusted(error, 'it cannot be read');
  }
}

async function reconcileTexts(sql: WorkerSql, opening: Opening): Promise<void> {
  const path = textsPath(opening);
  const whole = await textsFromJournal(sql, path, 'torn');
  if (opening.texts.size > whole) {
    opening.note(`${opening.texts.size - whole} bytes of a text that was never finished were cut off ${path}`);
    await opening.texts.cut(whole);
  }
  await textsFromDatabase(sql, path, opening.texts);
}

/** The ledger's id lies beside the journal, so that a database made again belongs to the same ledger. */
export async function agreeOnLedgerId(sql: Sql, journal: string, { writes }: Readonly<{ writes: boolean }>): Promise<void> {
  const ledgerId = await readLedgerId(journal);
  if (ledgerId !== undefined) {
    await sql.query('update ledger set id = $1::uuid where id <> $1::uuid', [ledgerId]);
  } else if (writes) {
    const [row] = await sql.query<{ id: string }>('select l.id::text as id from ledger l');
    if (row === undefined) throw new LedgerError('corrupt', 'LEDGER_ID_MISSING', 'the ledger has no id');
    await writeLedgerId(journal, row.id);
  }
}

/**
 * Undefined where the journal has none yet.
 * @throws LedgerError `corrupt` JOURNAL_DAMAGED where the file is not what was written
 */
export async function readLedgerId(journal: string): Promise<string | undefined> {
  const path = join(journal, LEDGER_FILE);
  const text = await readFile(path, 'utf8').catch(unlessMissing(undefined));
  if (text === undefined) return undefined;
  const id = /^\{"format":1,"ledgerId":"([^"]*)"\}\n$/.exec(text)?.[1];
  if (!isId(id)) throw damaged(path, undefined, 'it is not what was written');
  return id;
}

export async function writeLedgerId(journal: string, ledgerId: string): Promise<void> {
  await writeWhole(join(journal, LEDGER_FILE), `${JSON.stringify({ format: 1, ledgerId })}\n`);
}

function textsPath({ folder }: Opening): string {
  return join(folder, 'journal', TEXTS_FILE);
}

async function setAside(database: string, why: string, note: (words: string) => void): Promise<void> {
  const kept = join(database, '..', `${SET_ASIDE}${new Date().toISOString().replaceAll(':', '-')}`);
  await rename(database, kept);
  await syncFolder(join(database, '..'));
  note(`the database was made again from the journal, because ${why}; the old one was kept as ${basename(kept)}`);
}

/** Whatever goes wrong inside the database counts against it, but for what would go wrong with any: no room. */
function notTrusted(error: unknown, what: string): Error {
  if (error instanceof LedgerError || error instanceof NotTrusted) return error;
  const why = messageOf(error);
  if (sqlState(error)?.startsWith('53') === true || /ENOSPC|EACCES|EROFS|EMFILE/.test(why))
    return new StoreUnavailable('not-stored', `the database does not open: ${why}`, { cause: error });
  return new NotTrusted(`${what}: ${why}`, { cause: error });
}
