import { type Instant, LedgerError } from '#kernel';
import { type EventStore, LedgerForked, START, StoreUnavailable } from '../port.js';
import { int8, type StoredRow } from '../sql/rows.js';
import { ConnectionLost, type Row, type Sql, sqlState } from '../sql/sql.js';
import type { ReadRow } from './wire.js';

/** The last event a copy holds. */
export type CopiedTo = Readonly<{ position: string; eventId: string | null; recordedAt: Instant | null }>;

/** An event as the copy takes it: `heldBack` where the server's clock had gone back, and `recordedAt` does not. */
export type CopyRow = ReadRow & Readonly<{ heldBack: boolean }>;

/** A stretch of the log, both ends included, in which the server's clock was behind one it had shown before. */
export type HeldBack = Readonly<{ from: string; to: string; recordedAt: Instant }>;

/** The database beside the events failed, and not the server that has them. `cause`: what it said. */
export class CopyAway extends StoreUnavailable {}

type CopySql = Pick<Sql, 'query' | 'transaction'>;

const TABLES = [
  `create table if not exists esdb_copy (
    only_one boolean primary key default true check (only_one),
    ledger_id text not null,
    position text not null collate "C",
    event_id text,
    recorded_at text
  )`,
  `create table if not exists esdb_events (
    position text collate "C" primary key,
    stream text not null,
    revision bigint not null,
    id uuid not null,
    type text not null,
    partnership_id text,
    command_id text not null,
    recorded_at text not null,
    held_back boolean not null,
    sha256 text not null,
    body text not null
  )`,
  `create index if not exists esdb_events_by_partnership on esdb_events (partnership_id, position)
    where partnership_id is not null`,
  'create index if not exists esdb_events_by_command on esdb_events (command_id)',
  'create index if not exists esdb_events_by_id on esdb_events (id)',
  'create index if not exists esdb_events_held_back on esdb_events (position) where held_back',
];

const COLUMNS = `e.position, e.stream, e.revision::text as revision, e.id::text as id, e.type, e.partnership_id, e.command_id,
  e.recorded_at, e.sha256, e.body`;

/**
 * The events of the log in a table beside the read models, in log order: what the server itself has no index for. The
 * events of a partnership, the stream of a command, an id that was used before. Derived from the log alone; each row
 * bears the hash its event was recorded with. Several processes may fill one copy: who comes second, goes on from there.
 *
 * Where its database is away, takes no writes or refuses, its methods throw CopyAway.
 */
export class LogCopy {
  private readonly sql: CopySql;

  private constructor(
    sql: Sql,
    private readonly ledgerId: string,
  ) {
    this.sql = inWordsOfPort(sql);
  }

  /**
   * Makes the tables where they are missing.
   * @throws LedgerForked where the copy is of another ledger
   */
  static async open(sql: Sql, ledgerId: string): Promise<LogCopy> {
    await sql.transaction(async (tx) => {
      // "if not exists" still collides where two sessions create at the same moment.
      await tx.query(`select pg_advisory_xact_lock(hashtext('esdb copy'))`);
      for (const statement of TABLES) await tx.query(statement);
      await tx.query('insert into esdb_copy (ledger_id, position) values ($1, $2) on conflict do nothing', [ledgerId, START]);
    });
    const [row] = await sql.query<{ ledger_id: string }>('select ledger_id from esdb_copy');
    if (row?.ledger_id !== ledgerId)
      throw new LedgerForked(
        `the copy beside the read models is of ledger ${row?.ledger_id}, and the server holds ledger ${ledgerId}. ${REMEDY}`,
      );
    return new LogCopy(sql, ledgerId);
  }

  /** Whether there is a copy, of whatever ledger; nothing is made. */
  static async isThere(sql: Pick<Sql, 'query'>): Promise<boolean> {
    const [found] = await sql.query<{ there: boolean }>(`select to_regclass('esdb_copy') is not null as there`);
    return found?.there === true;
  }

  /** Forgets the copy: the next start makes it anew from the log. */
  static async forget(sql: Sql): Promise<void> {
    await sql.transaction(async (tx) => {
      await tx.query('drop table if exists esdb_events');
      await tx.query('drop table if exists esdb_copy');
    });
  }

  async copiedTo(): Promise<CopiedTo> {
    const [row] = await this.sql.query('select c.position, c.event_id, c.recorded_at from esdb_copy c');
    if (row === undefined) throw new LedgerError('corrupt', 'COPY_MISSING', `the copy of the log is gone. ${REMEDY}`);
    return {
      position: row['position'] as string,
      eventId: row['event_id'] as string | null,
      recordedAt: row['recorded_at'] as Instant | null,
    };
  }

  /**
   * Takes in what follows, and where it now ends, in one transaction.
   * @returns false where another process was faster
   */
  async take(from: string, rows: readonly CopyRow[]): Promise<boolean> {
    const last = rows.at(-1);
    if (last === undefined) return true;
    const column = <K extends keyof CopyRow>(name: K) => rows.map((row) => row[name]);
    return await this.sql.transaction(async (tx) => {
      const moved = await tx.query(
        `update esdb_copy set position = $3, event_id = $4, recorded_at = $5
          where ledger_id = $1 and position = $2 returning position`,
        [this.ledgerId, from, last.position, last.id, last.recordedAt],
      );
      if (moved.length === 0) return false;
      await tx.query(
        `insert into esdb_events
          (position, stream, revision, id, type, partnership_id, command_id, recorded_at, held_back, sha256, body)
          select * from unnest($1::text[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[],
            $8::text[], $9::boolean[], $10::text[], $11::text[])`,
        [
          column('position'),
          column('stream'),
          column('revision'),
          column('id'),
          column('type'),
          column('partnershipId'),
          column('commandId'),
          column('recordedAt'),
          column('heldBack'),
          column('sha256'),
          column('body'),
        ],
      );
      return true;
    });
  }

  /** Where the server's clock was behind itself: few stretches, or none. */
  async heldBack(): Promise<HeldBack[]> {
    const stretches = await this.sql.query<{ from: string; to: string; recorded_at: string }>(
      `select min(e.position) as "from", max(e.position) as "to", e.recorded_at from esdb_events e where e.held_back
        group by e.recorded_at order by min(e.position)`,
    );
    return stretches.map(({ from, to, recorded_at }) => ({ from, to, recordedAt: recorded_at as Instant }));
  }

  /** See `EventStore.readPartnership`; the rows are not checked yet. */
  async ofPartnership(partnershipId: string, after: string, through: string | undefined): Promise<ReadRow[]> {
    const rows = await this.sql.query(
      `select ${COLUMNS} from esdb_events e
        where e.partnership_id = $1 and e.position > $2 and ($3::text is null or e.position <= $3) order by e.position`,
      [partnershipId, after, through ?? null],
    );
    return rows.map(readRow);
  }

  /** Everything in `(after, through]`, in log order. */
  async between(after: string, through: string): Promise<ReadRow[]> {
    const rows = await this.sql.query(
      `select ${COLUMNS} from esdb_events e where e.position > $1 and e.position <= $2 order by e.position`,
      [after, through],
    );
    return rows.map(readRow);
  }

  async streamOfCommand(commandId: string): Promise<Awaited<ReturnType<EventStore['streamOfCommand']>>> {
    const [row] = await this.sql.query<{ stream: string }>('select e.stream from esdb_events e where e.command_id = $1 limit 1', [
      commandId,
    ]);
    return row?.stream;
  }

  /** Ids that were recorded more than once, and where. */
  async repeatedIds(): Promise<readonly Readonly<{ id: string; streams: readonly string[] }>[]> {
    return await this.sql.query<{ id: string; streams: string[] }>(
      `select e.id::text as id, array_agg(e.stream || ' revision ' || e.revision order by e.position) as streams
        from esdb_events e group by e.id having count(*) > 1 order by e.id`,
    );
  }

  /** Where events with these ids lie. */
  async withIds(ids: readonly string[]): Promise<readonly Pick<StoredRow, 'id' | 'stream' | 'revision'>[]> {
    return await this.sql.query<{ id: string; stream: string; revision: string }>(
      'select e.id::text as id, e.stream, e.revision::text as revision from esdb_events e where e.id = any ($1::uuid[])',
      [ids],
    );
  }
}

/**
 * Whatever the database says: the event in hand is not to blame for it, and who appends is not to take it for the server's
 * answer.
 */
function inWordsOfPort(sql: Sql): CopySql {
  const told = (error: unknown): never => {
    if (!(error instanceof ConnectionLost || (error instanceof Error && sqlState(error) !== undefined))) throw error;
    throw new CopyAway('not-stored', `the copy of the log beside the read models: ${error.message}`, { cause: error });
  };
  return {
    query: (text, parameters) => sql.query<never>(text, parameters).catch(told),
    transaction: (work) => sql.transaction(work).catch(told),
  };
}

/** What an operator does where copy and server are of different histories. */
export const REMEDY =
  'If the server is the right one, run: throughline projections rebuild log-copy --store esdb, and then rebuild every read model';

function readRow(row: Row): ReadRow {
  return {
    position: row['position'] as string,
    stream: row['stream'] as string,
    revision: String(int8(row['revision'])),
    id: row['id'] as string,
    type: row['type'] as string,
    partnershipId: row['partnership_id'] as string | null,
    commandId: row['command_id'] as string,
    recordedAt: row['recorded_at'] as string,
    sha256: row['sha256'] as string,
    body: row['body'] as string,
  };
}
