import { join } from 'node:path';
import { LedgerError } from '#kernel';
import { readClosedMark } from '../embedded/closed-mark.js';
import { eventsOf } from '../embedded/contents.js';
import { readLedgerId } from '../embedded/database.js';
import { STORE_MARKER } from '../embedded/durable-files.js';
import { lastPositionOf, readEvents, segmentsOf } from '../embedded/event-lines.js';
import { lockFolder } from '../embedded/folder-lock.js';
import { openEmbedded } from '../embedded/open.js';
import { readTexts, TEXTS_FILE } from '../embedded/text-journal.js';
import { rowsOnServer } from '../esdb/carrying.js';
import { connectionTo } from '../esdb/connection.js';
import { foundingOf } from '../esdb/founding.js';
import { LedgerForked } from '../port.js';
import { connectPostgres } from '../sql/postgres.js';
import { int8 } from '../sql/rows.js';
import type { Sql } from '../sql/sql.js';
import { markerIn, requireOwnEvents } from '../store-marker.js';
import { type StoredText, TEXT_COLUMNS } from '../texts.js';
import type { Holding } from './contents.js';
import type { SchemaPlace, StorePlace } from './places.js';
import { requireMovedWhole } from './unfinished.js';

/** A ledger that is moved: it is read, and nothing of it is written. */
export type Source = Holding &
  Readonly<{
    ledgerId: string;
    /** Of evidence files and tokens. */
    folder: string;
    /** How many events it has, where that is known without reading them. */
    count: number | undefined;
    /** What an operator should know of how it was read. */
    notes: readonly string[];
    /** @throws LedgerError `conflict` SOURCE_CHANGED where it can have been written since it was read: run the move again */
    requireUnchanged: () => Promise<void>;
  }>;

export type Reading<T> = (source: Source) => Promise<T>;
type Place<Kind> = Extract<StorePlace, { kind: Kind }>;
type Query = Pick<Sql, 'query'>;

const READ_AT_ONCE = 1000;

/**
 * Does the work on a ledger that nobody writes to meanwhile: a data folder is locked, on a PostgreSQL server the log and the
 * texts are, so that an append is answered 503. EventStoreDB has no lock for all its clients; there it is looked at again
 * in the end.
 * @throws ConnectionLost; LedgerError `unavailable` FOLDER_IN_USE, STORE_UNAVAILABLE, MOVE_UNFINISHED; `invalid` NOT_A_LEDGER, STORE_DIFFERS;
 *   whatever the work throws
 */
export async function withSource<T>(place: StorePlace, work: Reading<T>): Promise<T> {
  requireMovedWhole(place.folder);
  switch (place.kind) {
    case 'embedded':
      return await withFolder(place, work);
    case 'postgres':
      return await withSchema(place, (held) => work({ ...held, folder: place.folder, notes: [] }));
    case 'esdb':
      return await withServer(place, work);
  }
}

async function withFolder<T>({ folder }: Place<'embedded'>, work: Reading<T>): Promise<T> {
  await requireOwnEvents(folder);
  const journal = join(folder, 'journal');
  const ledgerId = await readLedgerId(journal);
  if (ledgerId === undefined) throw notALedger(`there is no ledger in ${folder}`);
  return await withLocked(folder, {}, async (lock) => {
    const last = (await segmentsOf(journal)).at(-1);
    const count = last === undefined ? 0 : Number(await lastPositionOf(last));
    const rows = () => readEvents(journal);
    const texts = () => journaledTexts(folder);
    return await work({ ledgerId, folder, count, rows, texts, ...lock });
  });
}

/** A folder of which this process alone has the journal, which says all that was acknowledged. */
async function withLocked<T>(
  folder: string,
  opening: Readonly<{ eventsElsewhere?: boolean }>,
  work: (lock: Pick<Source, 'notes' | 'requireUnchanged'>) => Promise<T>,
): Promise<T> {
  const notes: string[] = [];
  if ((await readClosedMark(folder)) === undefined) {
    // After a kill only a start brings journal and database together.
    const ledger = await openEmbedded({ folder, ...opening });
    notes.push(`${folder} was not closed in order, and was opened and closed once`, ...ledger.notes);
    await ledger.close();
  }
  let isLost = false;
  const lock = await lockFolder(folder, () => {
    isLost = true;
  });
  const requireUnchanged = () => (isLost ? Promise.reject(changed(`${folder} was taken by another machine`)) : Promise.resolve());
  try {
    return await work({ notes, requireUnchanged });
  } finally {
    await lock.release();
  }
}

async function* journaledTexts(folder: string): AsyncGenerator<StoredText[]> {
  yield* readTexts(join(folder, 'journal', TEXTS_FILE));
}

type InSchema = Omit<Source, 'folder' | 'notes'>;

/** One transaction that holds off every append and every text, whatever process they come from, until it ends. */
async function withSchema<T>(place: SchemaPlace, work: (held: InSchema) => Promise<T>): Promise<T> {
  const sql = connectPostgres(place);
  try {
    const holding = async (tx: Pick<Sql, 'query'>) => {
      await requireLedger(tx, place.schema);
      await tx.query('set local idle_in_transaction_session_timeout = 0');
      await tx.query(`select pg_advisory_xact_lock(x'7468726f75676864'::bigint # 'events'::regclass::oid::bigint)`);
      await tx.query('lock table texts in share mode');
      const [ledger] = await tx.query<{ id: string; last: string }>(
        'select l.id::text as id, (select coalesce(max(e.position), 0) from events e)::text as last from ledger l',
      );
      return await work({
        ledgerId: ledger?.id ?? '',
        count: Number(int8(ledger?.last)),
        rows: () => eventsOf(tx),
        texts: () => tabledTexts(tx),
        // The lock is as good as the connection it is held on.
        requireUnchanged: async () => void (await tx.query('select 1')),
      });
    };
    return await sql.transaction(holding, { takesItsTime: true });
  } finally {
    await sql.close();
  }
}

/** The texts of a table, in the order of their ids. */
export async function* tabledTexts(sql: Query): AsyncGenerator<StoredText[]> {
  for (let after: string | null = null; ; ) {
    const texts: StoredText[] = await sql.query<StoredText>(
      `select ${TEXT_COLUMNS} from texts t where $1::uuid is null or t.id > $1::uuid order by t.id limit $2::integer`,
      [after, READ_AT_ONCE],
    );
    const last = texts.at(-1);
    if (last === undefined) return;
    yield texts;
    after = last.id;
  }
}

async function requireLedger(sql: Query, schema: string): Promise<void> {
  const [found] = await sql.query<{ there: boolean; whole: boolean }>(
    `select to_regclass('migrations') is not null as there, exists (select 1 from information_schema.columns c
      where c.table_schema = current_schema() and c.table_name = 'texts' and c.column_name = 'about') as whole`,
  );
  if (found?.there !== true) throw notALedger(`schema "${schema}" of the server holds no ledger`);
  if (!found.whole) throw notALedger(`schema "${schema}" is of an older version: start this version on it once`);
}

async function withServer<T>(place: Place<'esdb'>, work: Reading<T>): Promise<T> {
  const { connectionString, ledger, folder, postgres } = place;
  const connection = connectionTo(connectionString);
  try {
    const founded = await foundingOf(connection, ledger);
    if (founded === undefined) throw notALedger(`the server holds no ledger "${ledger}"`);
    const { ledgerId, isWhole } = founded;
    if (!isWhole) throw notALedger(`a ledger is moved into "${ledger}" and is not whole yet`);
    await requireMarker(folder, ledgerId);
    const rows = () => rowsOnServer(connection, ledger);
    const read = async (texts: Source['texts'], lock: Pick<Source, 'notes' | 'requireUnchanged'>) => {
      let seen = 0;
      const counted = async function* () {
        seen = 0;
        for await (const block of rows()) {
          seen += block.length;
          yield block;
        }
      };
      const requireUnchanged = async () => {
        await lock.requireUnchanged();
        let now = 0;
        for await (const block of rows()) now += block.length;
        if (now !== seen)
          throw changed(`${now - seen} events were recorded in "${ledger}" meanwhile; end every process that writes to it`);
      };
      return await work({ ledgerId, folder, count: undefined, rows: counted, texts, notes: lock.notes, requireUnchanged });
    };
    if (postgres !== undefined) return await withSchema(postgres, ({ texts, ...held }) => read(texts, { ...held, notes: [] }));
    return await withLocked(folder, { eventsElsewhere: true }, (lock) => read(() => journaledTexts(folder), lock));
  } finally {
    await connection.close();
  }
}

/** Texts and evidence files of one ledger are rubbish to another. */
async function requireMarker(folder: string, ledgerId: string): Promise<void> {
  const marker = await markerIn(folder);
  if (marker?.ledgerId === ledgerId) return;
  if (marker !== undefined)
    throw new LedgerForked(`${folder} belongs to ledger ${marker.ledgerId}, and the server holds ${ledgerId}`);
  throw notALedger(`${folder} is not the data folder of the ledger on the server: it has no ${STORE_MARKER}`);
}

function notALedger(message: string): LedgerError {
  return new LedgerError('invalid', 'NOT_A_LEDGER', message, [{ field: '--from', rule: 'R15', message }]);
}

function changed(message: string): LedgerError {
  return new LedgerError('conflict', 'SOURCE_CHANGED', `${message}. Run the same move again: it goes on with what is new`);
}
