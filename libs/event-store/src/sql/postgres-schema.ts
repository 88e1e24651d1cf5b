import { LedgerError } from '#kernel';
import { migrate, notAppliedYet } from './migrate.js';
import type { Sql } from './sql.js';

/** A schema that is up to date, and what was done for it. */
export type SchemaState = Readonly<{
  schema: string;
  /** Whether it was not there before. */
  made: boolean;
  /** Migrations and functions that were applied, in order; none where it was up to date. */
  applied: readonly string[];
  /** The role whose tables they are. */
  owner: string;
  /** The role that reads and appends; it may be the same. */
  application: string;
}>;

/** What a role meets in a schema. */
type Met = Readonly<{
  role: string;
  /** Whose tables are there; null where none are. */
  owner: string | null;
  /** Whether it may change the tables, or make them where there are none. */
  mayMake: boolean;
  mayRead: boolean;
}>;

/**
 * Sees to it that a schema is this program's: its owner makes what is missing, and gives the application its rights.
 * Whoever is not the owner changes nothing, and goes on only where nothing is missing.
 * @param sql the application's connections
 * @param owner those of the schema's owner; without them the application makes the tables, where they are its own
 * @throws LedgerError `unavailable` SCHEMA_MISSING and SCHEMA_OLDER where the owner must come first; as `migrate` does
 */
export async function bringUpToDate(schema: string, sql: Sql, owner?: Sql): Promise<SchemaState> {
  const met = await meet(owner ?? sql, schema);
  const application = owner === undefined ? met.role : (await meet(sql, schema)).role;
  if (owner === undefined && !met.mayMake) return await requireUpToDate(schema, sql, met);
  const made = await makeSchema(owner ?? sql, schema);
  const applied = await migrate(owner ?? sql, owner === undefined ? undefined : application);
  return { schema, made, applied, owner: met.owner ?? met.role, application };
}

async function meet(sql: Sql, schema: string): Promise<Met> {
  const [met] = await sql.query<Met>(
    `select current_user::text as role, pg_get_userbyid(t.relowner)::text as owner,
        coalesce(pg_has_role(t.relowner, 'usage'::text), has_schema_privilege(n.oid, 'create'::text) and has_schema_privilege(n.oid, 'usage'::text),
          has_database_privilege(current_database()::text, 'create'::text)) as "mayMake",
        coalesce(has_schema_privilege(n.oid, 'usage'::text) and has_table_privilege(t.oid, 'select'::text), false) as "mayRead"
      from (values (true)) as one (row)
        left join pg_namespace n on n.nspname = $1::name
        left join pg_class t on t.relnamespace = n.oid and t.relname = 'migrations'::name`,
    [schema],
  );
  return met as Met;
}

async function requireUpToDate(schema: string, sql: Sql, { role, owner, mayRead }: Met): Promise<SchemaState> {
  if (owner === null || !mayRead)
    throw ownerFirst('SCHEMA_MISSING', `schema ${schema} holds no tables that ${role} may read or make`);
  const missing = await notAppliedYet(sql);
  if (missing.length > 0)
    throw ownerFirst('SCHEMA_OLDER', `schema ${schema}, which belongs to ${owner}, lacks ${missing.join(', ')}`);
  return { schema, made: false, applied: [], owner, application: role };
}

function ownerFirst(code: 'SCHEMA_MISSING' | 'SCHEMA_OLDER', found: string): LedgerError {
  return new LedgerError('unavailable', code, `${found}. Run: throughline migrate, with THROUGHLINE_POSTGRES_OWNER set`);
}

/** Only where it is missing: who owns a schema need not have the right to make one. */
async function makeSchema(sql: Sql, schema: string): Promise<boolean> {
  const isThere = async (tx: Pick<Sql, 'query'>) =>
    (await tx.query('select 1 from pg_namespace where nspname = $1::name', [schema])).length > 0;
  if (await isThere(sql)) return false;
  return await sql.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('throughline schema '::text || $1::text, 0::bigint))`, [
      schema,
    ]);
    // Another may have made it meanwhile.
    if (await isThere(tx)) return false;
    await tx.query(`create schema ${schema}`);
    return true;
  });
}
