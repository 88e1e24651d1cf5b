import { LedgerError } from '#kernel';
import { int8, ROW_COLUMNS, restoreRows, type StoredRow, storedRow } from '../sql/rows.js';
import { type Sql, sqlState } from '../sql/sql.js';
import { type StoredText, TEXT_COLUMNS } from '../texts.js';
import { messageOf } from './durable-files.js';
import type { EventJournal } from './event-journal.js';
import { NotTrusted } from './examination.js';
import type { Ending } from './sealed-lines.js';
import { readTexts, type TextJournal } from './text-journal.js';

/** How far a long piece of work has come. */
export type Progress = (step: Readonly<{ doing: string; done: number; total: number }>) => void;

const COMPARED = 1000;
const AT_ONCE = 1000;

/**
 * Makes database and journal say the same. What the database lacks is put back; what the journal lacks (the process
 * died between commit and flush) is written to it. The last 1,000 events that both have are compared byte for byte, not
 * all, so that a start takes the same time however long the log is; `doctor` compares all of them.
 * @param tail the events of the journal's last segment
 * @param options `counted` also counts the events of the database, which no longer is quick; `note` takes what was mended
 * @throws LedgerError `corrupt` LEDGER_DIFFERS where the two have different events; NotTrusted where the database has
 *   holes, or does not take what it lacks
 */
export async function reconcileEvents(
  sql: Sql,
  journal: EventJournal,
  tail: readonly StoredRow[],
  options: Readonly<{ counted: boolean; progress: Progress; note: (words: string) => void }>,
): Promise<void> {
  const [found] = await sql.query<{ last: string; first: string }>(
    'select coalesce(max(e.position), 0)::text as last, coalesce(min(e.position), 1)::text as first from events e',
  );
  const last = int8(found?.last);
  if (options.counted) {
    const [counted] = await sql.query<{ events: string }>('select count(*)::text as events from events');
    if (int8(counted?.events) !== last || found?.first !== '1')
      throw new NotTrusted(`it holds ${counted?.events} events up to position ${last}`);
  }
  await compareTail(sql, tail, last);
  const difference = last - journal.last;
  if (difference > 0n) {
    await journalFromDatabase(sql, journal);
    options.note(`${difference} events that only the database had were written to the journal`);
  } else if (difference < 0n) {
    await databaseFromJournal(sql, journal, last, options.progress);
    options.note(`${-difference} events that only the journal had were put into the database`);
  }
}

async function compareTail(sql: Sql, tail: readonly StoredRow[], last: bigint): Promise<void> {
  const both = tail.filter(({ position }) => BigInt(position) <= last).slice(-COMPARED);
  const [first] = both;
  if (first === undefined) return;
  const rows = await rowsAfter(sql, BigInt(first.position) - 1n, both.length);
  for (const [index, written] of both.entries()) {
    const row = rows[index];
    if (row === undefined) throw new NotTrusted(`it lacks position ${written.position}`);
    const difference = differenceOf(row, written);
    if (difference !== undefined) throw differs(written.position, difference);
  }
}

/** The first column in which two rows differ; undefined where they are equal. */
export function differenceOf(row: StoredRow, other: StoredRow): keyof StoredRow | undefined {
  return (Object.keys(other) as (keyof StoredRow)[]).find((column) => row[column] !== other[column]);
}

function differs(position: string, column: string): LedgerError {
  const message =
    `database and journal have different events at position ${position} (${column}). ` +
    'Move the folder `database` away to go on with what the journal says, or restore a backup';
  return new LedgerError('corrupt', 'LEDGER_DIFFERS', message);
}

async function journalFromDatabase(sql: Sql, journal: EventJournal): Promise<void> {
  for (;;) {
    const rows = await rowsAfter(sql, journal.last, AT_ONCE);
    if (rows.length === 0) return;
    await journal.append(rows);
  }
}

async function databaseFromJournal(sql: Sql, journal: EventJournal, from: bigint, progress: Progress): Promise<void> {
  const total = Number(journal.last - from);
  let done = 0;
  for await (const rows of journal.read(from)) {
    await putBack(sql, rows);
    done += rows.length;
    progress({ doing: 'putting events back from the journal', done, total });
  }
}

async function putBack(sql: Sql, rows: readonly StoredRow[]): Promise<void> {
  try {
    await restoreRows(sql, rows);
  } catch (error) {
    if (sqlState(error) === undefined) throw error;
    throw new NotTrusted(`it does not take what it lacks: ${messageOf(error)}`, { cause: error });
  }
}

/** Rows of the database after a position, in order. */
export async function rowsAfter(sql: Pick<Sql, 'query'>, after: bigint, limit: number): Promise<StoredRow[]> {
  const rows = await sql.query(
    `select ${ROW_COLUMNS} from events e where e.position > $1::bigint order by e.position limit $2::integer`,
    [String(after), limit],
  );
  return rows.map(storedRow);
}

/**
 * Makes the table of texts and its journal say the same; what was erased in either is erased in both.
 * @returns the bytes up to which the journal's file is whole; a torn tail lies behind
 */
export async function textsFromJournal(sql: Sql, path: string, ending: Ending): Promise<number> {
  const reading = readTexts(path, ending);
  for (;;) {
    const { done, value } = await reading.next();
    if (done === true) return value;
    // A statement cannot touch one row twice; of several lines the last counts.
    const texts = [...new Map(value.map((text) => [text.id, text])).values()];
    const column = <K extends keyof StoredText>(name: K) => texts.map((text) => text[name]);
    await sql.query(
      `insert into texts (id, content, salt, sha256, about)
        select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[])
        on conflict (id) do update set content = null, salt = null where excluded.content is null`,
      [column('id'), column('content'), column('salt'), column('sha256'), column('about')],
    );
  }
}

/** Writes to the journal the texts that only the table has. */
export async function textsFromDatabase(sql: Sql, path: string, journal: TextJournal): Promise<void> {
  const journaled = new Set<string>();
  for await (const texts of readTexts(path)) for (const { id } of texts) journaled.add(id);
  const ids = await sql.query<{ id: string }>('select t.id::text as id from texts t order by t.id');
  const missing = ids.map(({ id }) => id).filter((id) => !journaled.has(id));
  for (let from = 0; from < missing.length; from += AT_ONCE)
    await journal.append(
      await sql.query<StoredText>(`select ${TEXT_COLUMNS} from texts t where t.id = any ($1::uuid[])`, [
        missing.slice(from, from + AT_ONCE),
      ]),
    );
}
