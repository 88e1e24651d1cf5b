import { type Row, type Sql, START } from '#event-store';

export type Queries = Pick<Sql, 'query'>;

// Build numbers are never used twice, so that a rebuild that was given up can never write into a later one's tables.
const TABLES = [
  `create sequence if not exists projection_build_numbers`,
  `create table if not exists projection_builds (
     name text not null,
     build text not null,
     version integer not null,
     serving boolean not null,
     ledger_id text not null,
     primary key (name, build)
   )`,
  `create unique index if not exists projection_builds_one_serving on projection_builds (name) where serving`,
  `create table if not exists projection_checkpoints (
     name text not null,
     build text not null,
     partition integer not null,
     partitions integer not null,
     position text not null collate "C",
     event_id text,
     stream text,
     revision text,
     failure text,
     halts_at text collate "C",
     splits_into integer,
     primary key (name, build, partition),
     foreign key (name, build) references projection_builds on delete cascade
   )`,
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

// A build used to have one checkpoint, in its own row: it goes on from there as its only partition.
const HAS_ONE_CHECKPOINT = `select 1 from pg_attribute a
  where a.attrelid = 'projection_builds'::regclass and a.attname = 'position' and not a.attisdropped`;
const FROM_ONE_CHECKPOINT = [
  `insert into projection_checkpoints (name, build, partition, partitions, position, event_id, stream, revision, failure)
     select b.name, b.build, 0, 1, b.position, b.event_id, b.stream, b.revision, b.failure from projection_builds b`,
  `alter table projection_builds drop column position, drop column event_id, drop column stream, drop column revision,
     drop column failure`,
];

/** Makes the tables that keep checkpoints, where they are not there in their present shape. Several processes may do so at once. */
export async function prepareBookkeeping(sql: Sql): Promise<void> {
  await sql.transaction(async (queries) => {
    // "if not exists" still collides where two sessions create at the same moment.
    await queries.query(`select pg_advisory_xact_lock(hashtext('projection bookkeeping'))`);
    for (const statement of TABLES) await queries.query(statement);
    if ((await queries.query(HAS_ONE_CHECKPOINT)).length === 0) return;
    for (const statement of FROM_ONE_CHECKPOINT) await queries.query(statement);
  });
}

/** Whether there is bookkeeping to read: only who runs projections makes it. */
export async function isPrepared(queries: Queries): Promise<boolean> {
  const [row] = await queries.query<{ there: boolean }>(`select to_regclass('projection_checkpoints') is not null as there`);
  return row?.there === true;
}

/** The last event that was looked at; `position` is START and the rest null before the first. */
export type Checkpoint = Readonly<{
  position: string;
  eventId: string | null;
  stream: string | null;
  revision: string | null;
}>;

export const AT_START: Checkpoint = { position: START, eventId: null, stream: null, revision: null };

/** The event that a build could not take in. */
export type Failure = Readonly<{ eventId: string; stream: string; position: string; error: string }>;

/** One part of a build's events, and up to where it is in. */
export type Part = Readonly<{
  name: string;
  build: string;
  partition: number;
  partitions: number;
  checkpoint: Checkpoint;
  failure: Failure | null;
  /** Where the number of partitions is to change: none goes further before all stand here. */
  halts: Readonly<{ at: string; splitsInto: number }> | null;
}>;

export const PART_COLUMNS =
  'c.name, c.build, c.partition, c.partitions, c.position, c.event_id, c.stream, c.revision, c.failure, c.halts_at, c.splits_into';

export function asPart(row: Row): Part {
  const text = (column: string) => row[column] as string | null;
  const [failure, haltsAt] = [text('failure'), text('halts_at')];
  return {
    name: row['name'] as string,
    build: row['build'] as string,
    partition: Number(row['partition']),
    partitions: Number(row['partitions']),
    checkpoint: {
      position: row['position'] as string,
      eventId: text('event_id'),
      stream: text('stream'),
      revision: text('revision'),
    },
    failure: failure === null ? null : (JSON.parse(failure) as Failure),
    halts: haltsAt === null ? null : { at: haltsAt, splitsInto: Number(row['splits_into']) },
  };
}
