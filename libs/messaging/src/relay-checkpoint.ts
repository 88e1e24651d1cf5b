import { type Held, type Row, requireHeld, type Sql, START } from '#event-store';
import { type Id, LedgerError, type Recorded } from '#kernel';
import type { End } from './kafka.js';

/** The last event that the brokers acknowledged; `position` is START and the rest null before the first. */
export type RelayCheckpoint = Readonly<{
  /** What the names of the topics begin with: other topics are told from the beginning. */
  name: string;
  ledgerId: Id;
  position: string;
  eventId: Id | null;
  stream: string | null;
  revision: string | null;
}>;

type Queries = Pick<Sql, 'query'>;

const CHECKPOINTS = `create table if not exists relay_checkpoints (
  name text primary key,
  ledger_id text not null,
  position text not null collate "C",
  event_id text,
  stream text,
  revision text
)`;

// A row for each partition that was told anything, beside the checkpoint: set back with it, and with the log in the same server.
const ENDS = `create table if not exists relay_ends (
  name text not null,
  topic text not null,
  partition integer not null,
  end_offset bigint not null,
  primary key (name, topic, partition)
)`;

const COLUMNS = 'name, ledger_id, position, event_id, stream, revision';

/** Makes the tables that keep checkpoints, where they are not there. Several processes may do so at once. */
export async function prepareCheckpoints(sql: Sql): Promise<void> {
  await sql.transaction(async (queries) => {
    // "if not exists" still collides where two sessions create at the same moment.
    await queries.query(`select pg_advisory_xact_lock(hashtext('relay checkpoints'))`);
    for (const table of [CHECKPOINTS, ENDS]) await queries.query(table);
  });
}

/** The checkpoint of the topics with this prefix; undefined before anything was told in them. */
export async function checkpointOf(sql: Queries, name: string): Promise<RelayCheckpoint | undefined> {
  const [row] = await sql.query(`select ${COLUMNS} from relay_checkpoints where name = $1`, [name]);
  return row === undefined ? undefined : asCheckpoint(row);
}

/** The checkpoint to go on from, made at the start of the ledger where there is none. */
export async function checkpointFor(sql: Queries, name: string, ledgerId: Id): Promise<RelayCheckpoint> {
  await sql.query(`insert into relay_checkpoints (name, ledger_id, position) values ($1, $2, $3) on conflict (name) do nothing`, [
    name,
    ledgerId,
    START,
  ]);
  const checkpoint = await checkpointOf(sql, name);
  if (checkpoint === undefined) throw new LedgerError('corrupt', 'CHECKPOINT_MISSING', `the checkpoint of ${name} is not there`);
  return checkpoint;
}

/**
 * Where the partitions ended when the checkpoint moved; those that were told nothing are not named. Undefined where it was
 * moved by a version that did not note it.
 */
export async function endsKnown(
  sql: Queries,
  { name, position }: Pick<RelayCheckpoint, 'name' | 'position'>,
): Promise<readonly End[] | undefined> {
  const rows = await sql.query<{ topic: string; partition: number; end_offset: string }>(
    `select topic, partition, end_offset::text as end_offset from relay_ends where name = $1`,
    [name],
  );
  if (rows.length === 0 && position !== START) return undefined;
  return rows.map(({ topic, partition, end_offset }) => ({ topic, partition: Number(partition), end: BigInt(end_offset) }));
}

/** Notes where partitions end. One that ends earlier than it did has lost its end: that it once reached further stays. */
export async function noteEnds(sql: Queries, name: string, ends: readonly End[]): Promise<void> {
  await sql.query(
    `insert into relay_ends (name, topic, partition, end_offset)
     select $1, * from unnest($2::text[], $3::integer[], $4::bigint[])
     on conflict (name, topic, partition) do update set end_offset = greatest(relay_ends.end_offset, excluded.end_offset)`,
    [name, ends.map(({ topic }) => topic), ends.map(({ partition }) => partition), ends.map(({ end }) => String(end))],
  );
}

/**
 * Moves the checkpoint to an event that the brokers have acknowledged, if it still stands where it stood.
 * @param ends where the partitions end that took what lies before it
 * @param held the lease, where there are several relays: who lost it moves nothing
 * @throws LeaseLost; LedgerError `conflict` CHECKPOINT_MOVED where somebody else moved it
 */
export async function moveRelayCheckpoint(
  sql: Sql,
  from: RelayCheckpoint,
  to: Pick<Recorded, 'position' | 'id' | 'stream' | 'revision'>,
  { ends, held }: Readonly<{ ends: readonly End[]; held: Held | undefined }>,
): Promise<RelayCheckpoint> {
  const moved = await sql.transaction(async (queries) => {
    if (held !== undefined) await requireHeld(queries, held);
    const rows = await queries.query(
      `update relay_checkpoints set position = $4, event_id = $5, stream = $6, revision = $7
       where name = $1 and ledger_id = $2 and position = $3 returning ${COLUMNS}`,
      [from.name, from.ledgerId, from.position, to.position, to.id, to.stream, String(to.revision)],
    );
    if (rows[0] !== undefined) await noteEnds(queries, from.name, ends);
    return rows[0];
  });
  if (moved === undefined)
    throw new LedgerError('conflict', 'CHECKPOINT_MOVED', `another relay moved the checkpoint of ${from.name}`);
  return asCheckpoint(moved);
}

function asCheckpoint(row: Row): RelayCheckpoint {
  const text = (column: string) => row[column] as string | null;
  return {
    name: row['name'] as string,
    ledgerId: row['ledger_id'] as string,
    position: row['position'] as string,
    eventId: text('event_id'),
    stream: text('stream'),
    revision: text('revision'),
  };
}
