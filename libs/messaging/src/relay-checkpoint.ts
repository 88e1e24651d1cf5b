import { type EventStore, type Held, LedgerForked, type Row, requireHeld, type Sql, START } from '#event-store';
import { type Id, LedgerError, type Recorded } from '#kernel';

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

const TABLE = `create table if not exists relay_checkpoints (
  name text primary key,
  ledger_id text not null,
  position text not null collate "C",
  event_id text,
  stream text,
  revision text
)`;

const COLUMNS = 'name, ledger_id, position, event_id, stream, revision';

/** Makes the table that keeps checkpoints, where it is not there. Several processes may do so at once. */
export async function prepareCheckpoints(sql: Sql): Promise<void> {
  await sql.transaction(async (queries) => {
    // "if not exists" still collides where two sessions create at the same moment.
    await queries.query(`select pg_advisory_xact_lock(hashtext('relay checkpoints'))`);
    await queries.query(TABLE);
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
 * Moves the checkpoint to an event that the brokers have acknowledged, if it still stands where it stood.
 * @param held the lease, where there are several relays: who lost it moves nothing
 * @throws LeaseLost; LedgerError `conflict` CHECKPOINT_MOVED where somebody else moved it
 */
export async function moveRelayCheckpoint(
  sql: Sql,
  from: RelayCheckpoint,
  to: Pick<Recorded, 'position' | 'id' | 'stream' | 'revision'>,
  held: Held | undefined,
): Promise<RelayCheckpoint> {
  const moved = await sql.transaction(async (queries) => {
    if (held !== undefined) await requireHeld(queries, held);
    const rows = await queries.query(
      `update relay_checkpoints set position = $4, event_id = $5, stream = $6, revision = $7
       where name = $1 and ledger_id = $2 and position = $3 returning ${COLUMNS}`,
      [from.name, from.ledgerId, from.position, to.position, to.id, to.stream, String(to.revision)],
    );
    return rows[0];
  });
  if (moved === undefined)
    throw new LedgerError('conflict', 'CHECKPOINT_MOVED', `another relay moved the checkpoint of ${from.name}`);
  return asCheckpoint(moved);
}

const REMEDY =
  'What was told cannot be taken back: name new topics with THROUGHLINE_KAFKA_TOPICS, run throughline topics create, ' +
  'and build consumers anew from them';

/** Of topics in which something was told, where no checkpoint says that it was this ledger. */
export function toldBefore(topics: readonly string[]): LedgerForked {
  return new LedgerForked(`something was told in ${topics.join(', ')}, and nothing here says that it was this ledger. ${REMEDY}`);
}

/**
 * A checkpoint must name an event that this ledger holds at that position: after a failover or a restore that lost the
 * tail, positions come again with other events.
 * @throws LedgerForked with what to run
 */
export async function requireSameHistory(store: EventStore, checkpoint: RelayCheckpoint): Promise<void> {
  const { name, ledgerId, position, eventId, stream, revision } = checkpoint;
  const actual = await store.ledgerId();
  if (actual !== ledgerId)
    throw new LedgerForked(`the topics ${name}.* were told ledger ${ledgerId}; this is ledger ${actual}. ${REMEDY}`);
  if (stream === null || revision === null) return;
  const [event] = await store.readStream(stream, BigInt(revision));
  if (event?.id === eventId && event.position === position) return;
  const there = event === undefined ? 'has no event there' : `has ${event.id}`;
  throw new LedgerForked(
    `the topics ${name}.* were told event ${eventId} at position ${position}; this ledger ${there}. ${REMEDY}`,
  );
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
