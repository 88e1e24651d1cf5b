import type { Sql } from '#event-store';
import { asPart, type Checkpoint, type Failure, PART_COLUMNS, type Part, type Queries } from './bookkeeping.js';

/** Puts a build's checkpoints in place, all at one position. */
export async function putParts(
  sql: Queries,
  name: string,
  build: string,
  partitions: number,
  { position, eventId, stream, revision }: Checkpoint,
): Promise<void> {
  await sql.query(
    `insert into projection_checkpoints (name, build, partition, partitions, position, event_id, stream, revision)
     select $1, $2, p, $3::integer, $4, $5, $6, $7 from generate_series(0, $3::integer - 1) p`,
    [name, build, partitions, position, eventId, stream, revision],
  );
}

/** A part of a build as it stands now; undefined where the build is gone or is divided otherwise. */
export async function partNow(sql: Queries, { name, build, partition, partitions }: Part): Promise<Part | undefined> {
  const [row] = await sql.query(
    `select ${PART_COLUMNS} from projection_checkpoints c
     where c.name = $1 and c.build = $2 and c.partition = $3 and c.partitions = $4`,
    [name, build, partition, partitions],
  );
  return row === undefined ? undefined : asPart(row);
}

/**
 * Moves a checkpoint if it still stands where it stood, in a build that is still divided so.
 * @returns false where somebody else moved it, it is to halt before, or the build is gone
 */
export async function moveCheckpoint(sql: Queries, part: Part, to: Checkpoint): Promise<boolean> {
  const moved = await sql.query(
    `update projection_checkpoints set position = $6, event_id = $7, stream = $8, revision = $9, failure = null
     where name = $1 and build = $2 and partition = $3 and partitions = $4 and position = $5
       and (halts_at is null or $6 <= halts_at) returning build`,
    [...whichIs(part), to.position, to.eventId, to.stream, to.revision],
  );
  return moved.length === 1;
}

/**
 * Says of a part that it cannot go on.
 * @returns false where it did meanwhile, or the build is gone or divided otherwise
 */
export async function noteFailure(sql: Queries, part: Part, failure: Failure): Promise<boolean> {
  const noted = await sql.query(
    `update projection_checkpoints set failure = $6
     where name = $1 and build = $2 and partition = $3 and partitions = $4 and position = $5 returning build`,
    [...whichIs(part), JSON.stringify(failure)],
  );
  return noted.length === 1;
}

export async function park(sql: Queries, { name, build }: Part, failure: Failure): Promise<void> {
  await sql.query(
    `insert into projection_parked (name, build, position, event_id, stream, error) values ($1, $2, $3, $4, $5, $6)`,
    [name, build, failure.position, failure.eventId, failure.stream, failure.error],
  );
}

/** What the builds that serve have left out, in log order, by the name of the projection; nothing of one that has all. */
export async function parkedByName(sql: Queries): Promise<ReadonlyMap<string, readonly Failure[]>> {
  const rows = await sql.query(
    `select p.name, p.event_id, p.stream, p.position, p.error
     from projection_parked p join projection_builds b using (name, build) where b.serving order by p.position`,
  );
  const parked = new Map<string, Failure[]>();
  for (const row of rows) {
    const name = row['name'] as string;
    const of = parked.get(name) ?? [];
    of.push({
      eventId: row['event_id'] as string,
      stream: row['stream'] as string,
      position: row['position'] as string,
      error: row['error'] as string,
    });
    parked.set(name, of);
  }
  return parked;
}

/**
 * Changes into how many partitions a serving build is folded, without a rebuild: its parts halt where the furthest of them
 * stands, and once all stand there the last of them divides it anew (`divide`). A row is never written by two parts: before
 * that position only the old ones write, behind it only the new ones.
 * @returns false where a part has stopped: it would hold up the others, so the build stays as it is
 */
export async function splitInto(sql: Sql, name: string, partitions: number): Promise<boolean> {
  return await sql.transaction(async (queries) => {
    const parts = await lockServing(queries, name);
    const [first] = parts;
    if (first === undefined || (first.halts?.splitsInto ?? first.partitions) === partitions) return true;
    if (parts.some(({ failure }) => failure !== null)) return false;
    const at = parts.map(({ checkpoint }) => checkpoint.position).reduce((most, other) => (other > most ? other : most));
    await queries.query(`update projection_checkpoints set halts_at = $3, splits_into = $4 where name = $1 and build = $2`, [
      name,
      first.build,
      at,
      partitions,
    ]);
    await divideWhereAllHalted(queries, await lockServing(queries, name));
    return true;
  });
}

/** Divides a build anew where all its parts stand where they were to halt; nothing happens before. */
export async function divide(queries: Queries, name: string): Promise<void> {
  await divideWhereAllHalted(queries, await lockServing(queries, name));
}

async function divideWhereAllHalted(queries: Queries, parts: readonly Part[]): Promise<void> {
  const [first] = parts;
  if (first === undefined || first.halts === null) return;
  if (parts.some(({ checkpoint, halts }) => checkpoint.position !== halts?.at)) return;
  const { name, build, halts, checkpoint } = first;
  await queries.query(`delete from projection_checkpoints where name = $1 and build = $2`, [name, build]);
  await putParts(queries, name, build, halts.splitsInto, checkpoint);
}

async function lockServing(queries: Queries, name: string): Promise<readonly Part[]> {
  const locked = await queries.query(
    `select ${PART_COLUMNS} from projection_checkpoints c join projection_builds b using (name, build)
     where b.serving and c.name = $1 order by c.partition for update of c`,
    [name],
  );
  return locked.map(asPart);
}

function whichIs({ name, build, partition, partitions, checkpoint }: Part) {
  return [name, build, partition, partitions, checkpoint.position];
}
