import { type Sql, START, sqlState } from '#event-store';
import { LedgerError } from '#kernel';
import { type Queries, servingBuild } from './builds.js';
import { type Projection, type TableNames, tableNames } from './projection.js';

/** Where an answer stands. */
export type Standing = Readonly<{
  /** Everything up to here is in it. */
  position: string;
  /** `incomplete` while an event is parked in any read model: say "figures incomplete". */
  figures: 'complete' | 'incomplete';
}>;

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
      throw new LedgerError('unavailable', 'READ_MODEL_BUILDING', `${projection.name} is being built; ask again shortly`);
    }
    tables = { ...tables, ...tableNames(projection, build.build) };
    if (position === undefined || build.checkpoint.position < position) position = build.checkpoint.position;
  }
  const [parked] = await queries.query<{ some: boolean }>(
    `select exists (select from projection_parked join projection_builds using (name, build) where serving) as some`,
  );
  const data = await read(queries, tables);
  return { position: position ?? START, figures: parked?.some === true ? 'incomplete' : 'complete', data };
}
