import { rm } from 'node:fs/promises';
import type { Texts } from '#kernel';
import type { EventStore } from '../port.js';
import type { StoredRow } from '../sql/rows.js';
import type { Sql } from '../sql/sql.js';
import { SqlEventStore, type SqlEventStoreOptions } from '../sql/sql-event-store.js';
import { SqlTexts, type TextsJournal } from '../texts.js';
import { setAsideDatabases } from './database.js';
import type { EventJournal } from './event-journal.js';
import { type Guard, GuardedStore } from './guarded-store.js';
import { rowsAfter } from './reconcile.js';
import type { TextJournal } from './text-journal.js';

/** A folder's journals, and the database that follows from them. */
export type Journals = Readonly<{ folder: string; sql: Sql; events: EventJournal; texts: TextJournal }>;

/** Events that are shown once they are in the journal, and not before. */
export function journaledStore({ sql, events }: Journals, guard: Guard, options: SqlEventStoreOptions = {}): EventStore {
  events.follow((after, through) => rowsAfter(sql, after, Number(through - after)));
  guard.reached = (position) => events.reached(position);
  const committed = (rows: readonly StoredRow[]) => events.append(rows);
  return new GuardedStore(new SqlEventStore(sql, { ...options, committed }), guard);
}

/** Texts that are kept once they are in the journal, and forgotten in both places. */
export function journaledTexts({ folder, sql, texts }: Journals): Texts {
  const journal: TextsJournal = {
    kept: (kept) => texts.append(kept),
    erasing: (text) => texts.erase(text),
    erased: async () => {
      // An update leaves the old row in the table's file: only a new file does not hold it.
      await sql.query('vacuum full texts');
      // The write-ahead log has the words too, until its segments are removed rather than kept for later use.
      await sql.query('set wal_recycle = off');
      await sql.query('select pg_switch_wal()');
      await sql.query('checkpoint');
      for (const old of await setAsideDatabases(folder)) await rm(old, { recursive: true });
    },
  };
  return new SqlTexts(sql, journal);
}
