import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LedgerError, type Texts } from '#kernel';
import { requireMovedWhole } from '../move/unfinished.js';
import type { EventStore } from '../port.js';
import { migrate } from '../sql/migrate.js';
import { restoreRows, type Upcasters } from '../sql/rows.js';
import type { SessionLocks } from '../sql/session-locks.js';
import type { Sql } from '../sql/sql.js';
import { SqlEventStore } from '../sql/sql-event-store.js';
import { SqlTexts } from '../texts.js';
import { markClosed, readClosedMark } from './closed-mark.js';
import { agreeOnLedgerId, openDatabase } from './database.js';
import { EventJournal } from './event-journal.js';
import { readEvents } from './event-lines.js';
import { type FolderLock, lockFolder } from './folder-lock.js';
import { type Guard, GuardedStore } from './guarded-store.js';
import { journaledStore, journaledTexts } from './journaled.js';
import { type Progress, textsFromJournal } from './reconcile.js';
import { emptyDatabase } from './template.js';
import { TEXTS_FILE, TextJournal } from './text-journal.js';
import { WorkerSql } from './worker-sql.js';

/** An open ledger: its events, its texts, and the database in which read models lie beside them. */
export type Ledger = Readonly<{
  store: EventStore;
  sql: Sql;
  texts: Texts;
  ledgerId: string;
  /** Where it lies; undefined in memory. */
  folder: string | undefined;
  /** By which processes that have it open keep out of each other's way; undefined where one alone can have it. */
  locks?: SessionLocks;
  /** What was found and mended while opening, in words for an operator. */
  notes: readonly string[];
  /** Those of the notes that tell of damage: what no kill and no power cut leaves behind. */
  damage: readonly string[];
  close(): Promise<void>;
}>;

/** A protection that a fault test switches off, to show the loss it prevents. Never off in a program. */
export type Protection = 'lock' | 'journal' | 'replay' | 'checksums';

export type EmbeddedOptions = Readonly<{
  folder: string;
  /** Reads the journal into memory and writes nothing at all: also while another process has the folder. */
  readOnly?: boolean;
  /** A copy that is thrown away in the end: closing it neither flushes nor marks it. */
  isCopy?: boolean;
  /** The events lie on a server: the folder holds texts, and what is derived from events that are not in its journal. */
  eventsElsewhere?: boolean;
  progress?: Progress;
  upcasters?: Upcasters;
  switchedOff?: readonly Protection[];
}>;

/**
 * Opens the ledger in a folder, and makes it where there is none.
 *
 * Layout: `lock`; `journal/`, the truth: events, texts, the ledger's id; `database/`, PGlite; `files/`, evidence;
 * `closed.json` while nobody has it open. PGlite never flushes. So its database is taken as it lies only where it was
 * closed in order; after a kill it is examined; after a stop of the machine, or where it does not open, it is set aside
 * as `database-set-aside-<instant>` and made again from the journal. All else in the database is derived from events.
 * @throws LedgerError `unavailable` FOLDER_IN_USE, MOVE_UNFINISHED; `corrupt` JOURNAL_DAMAGED, LEDGER_DIFFERS, SCHEMA_NEWER
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Ledger> {
  const folder = resolve(options.folder);
  requireMovedWhole(folder);
  if (options.readOnly === true) return await openCopy(folder, options);
  await mkdir(folder, { recursive: true });
  const guard: Guard = { reached: () => Promise.resolve(), readOnly: undefined, lost: undefined };
  const lost = () => {
    guard.lost = `${folder} was taken by another machine while this process stood still`;
  };
  const lock = isOff(options, 'lock') ? undefined : await lockFolder(folder, lost);
  try {
    return await openLocked(folder, lock, guard, options);
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** A ledger in memory, gone when it is closed: for tests, and to look around. About 350 MB each. */
export async function openEphemeral(options: Readonly<{ upcasters?: Upcasters }> = {}): Promise<Ledger> {
  const sql = await WorkerSql.open({ template: await emptyDatabase() });
  await migrate(sql);
  return await inMemory(sql, new SqlEventStore(sql, { notifies: false, ...options }), undefined);
}

async function openLocked(folder: string, lock: FolderLock | undefined, guard: Guard, options: EmbeddedOptions): Promise<Ledger> {
  const journalFolder = join(folder, 'journal');
  const textsPath = join(journalFolder, TEXTS_FILE);
  await removeUnfinished(journalFolder);
  const mark = await readClosedMark(folder);
  const {
    journal: events,
    tail,
    notes: found,
  } = await EventJournal.open(journalFolder, mark === undefined ? 'torn' : 'unfinished');
  const texts = await TextJournal.open(textsPath);
  if (options.eventsElsewhere === true && events.last > 0n) {
    await events.close();
    await texts.close();
    throw hasEvents(folder);
  }
  const notes = [...found];
  const damage: string[] = [];
  const sql = await openDatabase({
    folder,
    sameBoot: lock?.sameBoot ?? true,
    eventsElsewhere: options.eventsElsewhere === true,
    mark,
    events,
    tail,
    texts,
    replays: !isOff(options, 'replay'),
    progress: options.progress ?? (() => undefined),
    note: (words, isDamage) => {
      notes.push(words);
      if (isDamage) damage.push(words);
    },
  }).catch(async (error: unknown) => {
    await events.close();
    await texts.close();
    throw error;
  });
  // Nobody else has this database: there is nobody to notify.
  const storing = { notifies: false, ...(options.upcasters === undefined ? {} : { upcasters: options.upcasters }) };
  const journals = { folder, sql, events, texts };
  const isJournaled = !isOff(options, 'journal');
  const store = isJournaled ? journaledStore(journals, guard, storing) : new GuardedStore(new SqlEventStore(sql, storing), guard);
  const close = async () => {
    try {
      await store.close();
      await sql.close();
      await events.close();
      await texts.close();
      if (guard.lost === undefined && sql.closedInOrder && options.isCopy !== true) await markClosed(folder, mark);
    } finally {
      await lock?.release();
    }
  };
  let closing: Promise<void> | undefined;
  return {
    store,
    sql,
    texts: isJournaled ? journaledTexts(journals) : new SqlTexts(sql),
    ledgerId: await store.ledgerId(),
    folder,
    notes,
    damage,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** What a folder's journal says now, in memory. Nothing in the folder is touched, so nobody need let go of it. */
async function openCopy(folder: string, { progress, upcasters }: EmbeddedOptions): Promise<Ledger> {
  const sql = await WorkerSql.open({ template: await emptyDatabase() });
  await migrate(sql);
  const journalFolder = join(folder, 'journal');
  let done = 0;
  for await (const rows of readEvents(journalFolder)) {
    await restoreRows(sql, rows);
    done += rows.length;
    progress?.({ doing: 'reading the journal', done, total: done });
  }
  await textsFromJournal(sql, join(journalFolder, TEXTS_FILE), 'unfinished');
  await agreeOnLedgerId(sql, journalFolder, { writes: false });
  const store = new SqlEventStore(sql, { notifies: false, ...(upcasters === undefined ? {} : { upcasters }) });
  const readOnly = `${folder} was opened for reading only`;
  const guarded = new GuardedStore(store, { reached: () => Promise.resolve(), readOnly, lost: undefined });
  return await inMemory(sql, guarded, folder);
}

async function inMemory(sql: WorkerSql, store: EventStore, folder: string | undefined): Promise<Ledger> {
  const close = async () => {
    await store.close();
    await sql.close();
  };
  return { store, sql, texts: new SqlTexts(sql), ledgerId: await store.ledgerId(), folder, notes: [], damage: [], close };
}

/** Files that were being replaced when the process died: never part of anything. */
async function removeUnfinished(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (name.endsWith('.part')) await rm(join(folder, name));
}

function hasEvents(folder: string): LedgerError {
  const message = `${folder} has events of its own: name another data folder for a ledger whose events lie on a server`;
  return new LedgerError('invalid', 'STORE_DIFFERS', message, [{ field: '--data', rule: 'R15', message }]);
}

function isOff(options: EmbeddedOptions, protection: Protection): boolean {
  return options.switchedOff?.includes(protection) === true;
}
