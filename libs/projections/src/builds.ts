import { type EventStore, LedgerForked, type Row, type Sql, START } from '#event-store';
import { type Projection, tableName } from './projection.js';

export type Queries = Pick<Sql, 'query'>;

/** The last event a build has taken in; `position` is START and the rest null before the first. */
export type Checkpoint = Readonly<{
  ledgerId: string;
  position: string;
  eventId: string | null;
  stream: string | null;
  revision: string | null;
}>;

/** The event that a build could not take in. */
export type Failure = Readonly<{ eventId: string; stream: string; position: string; error: string }>;

/** One building of a projection's tables. Exactly one serves; another may stand beside it while it is rebuilt. */
export type Build = Readonly<{
  name: string;
  build: string;
  version: number;
  serving: boolean;
  checkpoint: Checkpoint;
  failure: Failure | null;
}>;

// Build numbers are never used twice, so that a rebuild that was given up can never write into a later one's tables.
const BOOKKEEPING = [
  `create sequence if not exists projection_build_numbers`,
  `create table if not exists projection_builds (
     name text not null,
     build text not null,
     version integer not null,
     serving boolean not null,
     ledger_id text not null,
     position text not null collate "C",
     event_id text,
     stream text,
     revision text,
     failure text,
     primary key (name, build)
   )`,
  `create unique index if not exists projection_builds_one_serving on projection_builds (name) where serving`,
  `create table if not exists projection_parked (
     name text not null,
     build text not null,
     position text not null collate "C",
     event_id text not null,
     stream text not null,
     error text not null,
     primary key (name, build, position),
     foreign key (name, build) references projection_builds on delete cascade
   )`,
];

/** Makes the tables that keep checkpoints, where they are not there. Several processes may do so at once. */
export async function prepareBookkeeping(sql: Sql): Promise<void> {
  await sql.transaction(async (queries) => {
    // "if not exists" still collides where two sessions create at the same moment.
    await queries.query(`select pg_advisory_xact_lock(hashtext('projection bookkeeping'))`);
    for (const statement of BOOKKEEPING) await queries.query(statement);
  });
}

const COLUMNS = 'name, build, version, serving, ledger_id, position, event_id, stream, revision, failure';

function asBuild(row: Row): Build {
  const text = (column: string) => row[column] as string | null;
  const failure = text('failure');
  return {
    name: row['name'] as string,
    build: row['build'] as string,
    version: Number(row['version']),
    serving: row['serving'] as boolean,
    checkpoint: {
      ledgerId: row['ledger_id'] as string,
      position: row['position'] as string,
      eventId: text('event_id'),
      stream: text('stream'),
      revision: text('revision'),
    },
    failure: failure === null ? null : (JSON.parse(failure) as Failure),
  };
}

/** Every build of a projection, or of all. */
export async function buildsOf(sql: Queries, name?: string): Promise<readonly Build[]> {
  const rows = await sql.query(
    `select ${COLUMNS} from projection_builds where $1::text is null or name = $1 order by name, serving desc, build`,
    [name ?? null],
  );
  return rows.map(asBuild);
}

export async function servingBuild(sql: Queries, name: string): Promise<Build | undefined> {
  return (await buildsOf(sql, name)).find((build) => build.serving);
}

/** Locks the builds of a projection until the transaction ends: no checkpoint moves meanwhile. */
export async function lockBuilds(sql: Queries, name: string): Promise<readonly Build[]> {
  const rows = await sql.query(`select ${COLUMNS} from projection_builds where name = $1 order by build for update`, [name]);
  return rows.map(asBuild);
}

/** Makes empty tables and a checkpoint at START, all or nothing. */
export async function createBuild(sql: Sql, projection: Projection, ledgerId: string, serving: boolean): Promise<Build> {
  return sql.transaction(async (queries) => {
    const [row] = await queries.query(
      `insert into projection_builds (name, build, version, serving, ledger_id, position)
       values ($1, nextval('projection_build_numbers')::text, $2, $3, $4, $5) returning ${COLUMNS}`,
      [projection.name, projection.version, serving, ledgerId, START],
    );
    if (row === undefined) throw new Error('an insert answered no row');
    const build = asBuild(row);
    for (const [table, { columns, indexes = [], searched = [] }] of Object.entries(projection.tables)) {
      const name = tableName(table, build.build);
      await queries.query(`create table ${name} (${columns})`);
      for (const index of indexes) await queries.query(`create index on ${name} (${index})`);
      for (const column of searched) await queries.query(`create index on ${name} using gin (${column})`);
    }
    return build;
  });
}

/** Removes a build and its tables, also those of a shape that the software no longer knows. */
export async function dropBuild(sql: Sql, build: Build): Promise<void> {
  await sql.transaction(async (queries) => {
    // Its row first, as whoever writes to it does: a batch under way is waited for, and the next finds no build.
    await queries.query(`delete from projection_builds where name = $1 and build = $2`, [build.name, build.build]);
    const tables = await queries.query<{ name: string }>(
      `select tablename::text as name from pg_tables where schemaname = current_schema() and tablename like $1`,
      [`rm\\_%\\_${build.build}`],
    );
    for (const { name } of tables) await queries.query(`drop table if exists ${name}`);
  });
}

/**
 * Moves a checkpoint if it still stands where it stood.
 * @returns false where somebody else moved it, or the build is gone
 */
export async function moveCheckpoint(sql: Queries, build: Build, to: Checkpoint): Promise<boolean> {
  const moved = await sql.query(
    `update projection_builds set position = $4, event_id = $5, stream = $6, revision = $7, failure = null
     where name = $1 and build = $2 and position = $3 returning build`,
    [build.name, build.build, build.checkpoint.position, to.position, to.eventId, to.stream, to.revision],
  );
  return moved.length === 1;
}

export async function noteFailure(sql: Queries, build: Build, failure: Failure): Promise<void> {
  await sql.query(`update projection_builds set failure = $3 where name = $1 and build = $2`, [
    build.name,
    build.build,
    JSON.stringify(failure),
  ]);
}

export async function park(sql: Queries, build: Build, failure: Failure): Promise<void> {
  await sql.query(
    `insert into projection_parked (name, build, position, event_id, stream, error) values ($1, $2, $3, $4, $5, $6)`,
    [build.name, build.build, failure.position, failure.eventId, failure.stream, failure.error],
  );
}

export async function parkedIn(sql: Queries, name: string): Promise<readonly Failure[]> {
  const rows = await sql.query(
    `select p.event_id, p.stream, p.position, p.error from projection_parked p join projection_builds b using (name, build)
     where b.serving and p.name = $1 order by p.position`,
    [name],
  );
  return rows.map((row) => ({
    eventId: row['event_id'] as string,
    stream: row['stream'] as string,
    position: row['position'] as string,
    error: row['error'] as string,
  }));
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
export async function requireSameLedger(store: EventStore, { name, checkpoint }: Build): Promise<void> {
  const { ledgerId, position, eventId, stream, revision } = checkpoint;
  const remedy = `Run: throughline projections rebuild ${name}`;
  const actual = await store.ledgerId();
  if (actual !== ledgerId) {
    throw new LedgerForked(`${name} was built from ledger ${ledgerId}; this is ledger ${actual}. ${remedy}`);
  }
  if (stream === null || revision === null) return;
  const [event] = await store.readStream(stream, BigInt(revision));
  if (event?.id !== eventId || event.position !== position) {
    throw new LedgerForked(
      `${name} has taken in event ${eventId} at position ${position}; this ledger ${event === undefined ? 'has no event there' : `has ${event.id}`}. ${remedy}`,
    );
  }
}
