import { type EventStore, LedgerForked, type Sql } from '#event-store';
import { AT_START, asPart, PART_COLUMNS, type Part, type Queries } from './bookkeeping.js';
import { putParts } from './checkpoints.js';
import { type Projection, tableName } from './projection.js';

/** One building of a projection's tables. Exactly one serves; another may stand beside it while it is rebuilt. */
export type Build = Readonly<{
  name: string;
  build: string;
  version: number;
  serving: boolean;
  ledgerId: string;
  /** At least one, in their order. */
  parts: readonly Part[];
}>;

/** Everything up to here is in: the least of its partitions. */
export function positionOf({ parts }: Build): string {
  return parts.map(({ checkpoint }) => checkpoint.position).reduce((least, other) => (other < least ? other : least));
}

/** Something of what comes up to here may be in, and nothing behind it: the furthest of its partitions. */
export function furthestOf({ parts }: Build): string {
  return parts.map(({ checkpoint }) => checkpoint.position).reduce((most, other) => (other > most ? other : most));
}

/** Every build of a projection, or of all. */
export async function buildsOf(sql: Queries, name?: string): Promise<readonly Build[]> {
  return await readBuilds(sql, name ?? null, '');
}

export async function servingBuild(sql: Queries, name: string): Promise<Build | undefined> {
  return (await buildsOf(sql, name)).find((build) => build.serving);
}

/** Locks the builds of a projection until the transaction ends: no checkpoint moves meanwhile. */
export async function lockBuilds(sql: Queries, name: string): Promise<readonly Build[]> {
  await sql.query(`select 1 from projection_checkpoints c where c.name = $1 order by c.build, c.partition for update`, [name]);
  // Read after they are locked: what moved while it was waited for is seen.
  return await readBuilds(sql, name, 'for no key update of b');
}

async function readBuilds(sql: Queries, name: string | null, locking: string): Promise<readonly Build[]> {
  const rows = await sql.query(
    `select b.version, b.serving, b.ledger_id, ${PART_COLUMNS}
     from projection_builds b join projection_checkpoints c using (name, build)
     where $1::text is null or b.name = $1 order by b.name, b.serving desc, b.build, c.partition ${locking}`,
    [name],
  );
  const builds = new Map<string, Build & { parts: Part[] }>();
  for (const row of rows) {
    const part = asPart(row);
    const key = `${part.build} ${part.name}`;
    const build = builds.get(key) ?? {
      name: part.name,
      build: part.build,
      version: Number(row['version']),
      serving: row['serving'] as boolean,
      ledgerId: row['ledger_id'] as string,
      parts: [],
    };
    build.parts.push(part);
    builds.set(key, build);
  }
  return [...builds.values()];
}

/** Makes empty tables and a checkpoint at START for each partition, all or nothing. */
export async function createBuild(
  sql: Sql,
  projection: Projection,
  ledgerId: string,
  { serving, partitions }: Readonly<{ serving: boolean; partitions: number }>,
): Promise<Build> {
  return sql.transaction(async (queries) => {
    const [row] = await queries.query<{ build: string }>(
      `insert into projection_builds (name, build, version, serving, ledger_id)
       values ($1, nextval('projection_build_numbers')::text, $2, $3, $4) returning build`,
      [projection.name, projection.version, serving, ledgerId],
    );
    if (row === undefined) throw new Error('an insert answered no row');
    await putParts(queries, projection.name, row.build, partitions, AT_START);
    for (const [table, { columns, indexes = [], searched = [] }] of Object.entries(projection.tables)) {
      const name = tableName(table, row.build);
      await queries.query(`create table ${name} (${columns})`);
      for (const index of indexes) await queries.query(`create index on ${name} (${index})`);
      for (const column of searched) await queries.query(`create index on ${name} using gin (${column})`);
    }
    const made = (await buildsOf(queries, projection.name)).find(({ build }) => build === row.build);
    if (made === undefined) throw new Error('a build that was made is not there');
    return made;
  });
}

/** Removes a build and its tables, also those of a shape that the software no longer knows. */
export async function dropBuild(sql: Sql, { name, build }: Build): Promise<void> {
  await sql.transaction(async (queries) => {
    // Its checkpoints first, as whoever writes to it does: a batch under way is waited for, and the next finds none.
    await queries.query(`delete from projection_checkpoints where name = $1 and build = $2`, [name, build]);
    await queries.query(`delete from projection_builds where name = $1 and build = $2`, [name, build]);
    const tables = await queries.query<{ name: string }>(
      `select tablename::text as name from pg_tables where schemaname = current_schema() and tablename like $1`,
      [`rm\\_%\\_${build}`],
    );
    for (const table of tables) await queries.query(`drop table if exists ${table.name}`);
  });
}

/**
 * Every one of these builds must be of this ledger.
 * @throws LedgerForked naming all that are not, each with the command to run
 */
export async function requireAllSameLedger(store: EventStore, builds: readonly Build[]): Promise<void> {
  const forked: string[] = [];
  for (const build of builds) {
    await requireSameLedger(store, build).catch((error: unknown) => {
      if (!(error instanceof LedgerForked)) throw error;
      forked.push(error.message);
    });
  }
  if (forked.length > 0) throw new LedgerForked(forked.join('\n'));
}

/**
 * A checkpoint must name an event that this ledger holds at that position: after a failover or a restore that lost
 * the tail, positions come again with other events.
 * @throws LedgerForked with the command to run
 */
export async function requireSameLedger(
  store: EventStore,
  { name, ledgerId, parts }: Pick<Build, 'name' | 'ledgerId' | 'parts'>,
): Promise<void> {
  const remedy = `Run: throughline projections rebuild ${name}`;
  const actual = await store.ledgerId();
  if (actual !== ledgerId) {
    throw new LedgerForked(`${name} was built from ledger ${ledgerId}; this is ledger ${actual}. ${remedy}`);
  }
  const compared = new Set<string>();
  for (const { position, eventId, stream, revision } of parts.map(({ checkpoint }) => checkpoint)) {
    if (stream === null || revision === null || compared.has(position)) continue;
    compared.add(position);
    const [event] = await store.readStream(stream, BigInt(revision));
    if (event?.id === eventId && event?.position === position) continue;
    throw new LedgerForked(
      `${name} has taken in event ${eventId} at position ${position}; this ledger ${event === undefined ? 'has no event there' : `has ${event.id}`}. ${remedy}`,
    );
  }
}
