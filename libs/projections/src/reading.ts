import { type Sql, START, sqlState } from '#event-store';
import { LedgerError } from '#kernel';
import { isPrepared, type Queries } from './bookkeeping.js';
import { positionOf, servingBuild } from './builds.js';
import { type Projection, type TableNames, tableNames } from './projection.js';

/** Where an answer stands. */
export type Standing = Readonly<{
  /** Everything up to here is in it. */
  position: string;
  /** `incomplete` while any read model has stopped at an event, or left one out: say "figures incomplete". */
  figures: 'complete' | 'incomplete';
  /** Which read models lack something, and from which position on; only where there are some. */
  lacking?: readonly Lacking[];
}>;

/** A read model that does not hold every event: it stopped at one that it cannot take in, or parked it and went on. */
export type Lacking = Readonly<{ projection: string; since: string; because: 'stopped' | 'parked' }>;

export type Answer<T> = Standing & Readonly<{ data: T }>;

const UNDEFINED_TABLE = '42P01';

/**
 * Reads one or more read models at one moment, with the position they stand at (the earliest of them).
 * @param read gets the physical names of all the tables; table names are unique over projections
 * @throws LedgerError `READ_MODEL_BUILDING` while a read model is built for the first time or in a new shape
 */
export async function readModels<T>(
  sql: Sql,
  projections: readonly Projection[],
  read: (queries: Queries, tables: TableNames) => Promise<T>,
): Promise<Answer<T>> {
  const once = () => sql.transaction((queries) => readAtOneMoment(queries, projections, read));
  try {
    return await once();
  } catch (error) {
    // A rebuild switched and dropped the old tables between the name and the read; the new ones are there.
    if (sqlState(error) !== UNDEFINED_TABLE) throw error;
    if (!(await isPrepared(sql))) throw building(projections.map(({ name }) => name).join(', '));
    return once();
  }
}

async function readAtOneMoment<T>(
  queries: Queries,
  projections: readonly Projection[],
  read: (queries: Queries, tables: TableNames) => Promise<T>,
): Promise<Answer<T>> {
  // One snapshot for the checkpoints and the data, so that the position is that of the data.
  await queries.query('set transaction isolation level repeatable read, read only');
  let tables: TableNames = {};
  let position: string | undefined;
  for (const projection of projections) {
    const build = await servingBuild(queries, projection.name);
    if (build === undefined || build.version !== projection.version) {
      throw building(projection.name);
    }
    tables = { ...tables, ...tableNames(projection, build.build) };
    const standsAt = positionOf(build);
    if (position === undefined || standsAt < position) position = standsAt;
  }
  const lacking = await queries.query<Lacking>(
    `select name as projection, min(c.failure::json ->> 'position') as since, 'stopped' as because
       from projection_checkpoints c join projection_builds using (name, build)
       where serving and c.failure is not null group by name
     union all
     select name, min(p.position), 'parked' from projection_parked p join projection_builds using (name, build)
       where serving group by name
     order by projection, because`,
  );
  const data = await read(queries, tables);
  const at = { position: position ?? START, data };
  return lacking.length === 0 ? { ...at, figures: 'complete' } : { ...at, figures: 'incomplete', lacking };
}

function building(names: string): LedgerError {
  return new LedgerError('unavailable', 'READ_MODEL_BUILDING', `${names} is being built; ask again shortly`);
}
