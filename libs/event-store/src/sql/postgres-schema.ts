import { LedgerError } from '#kernel';
import { migrate, notAppliedYet } from './migrate.js';
import { astray } from './one-owner.js';
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
  /** In whose name it makes what is missing: the tables' owner, or where none are the schema's, where it may act for that one. */
  maker: string;
  /** Whether it may act for the tables' owner; so it may where there is none. */
  mayAct: boolean;
  /** Whether its maker may make tables, in the schema or, where that is missing, with it. */
  mayMake: boolean;
  mayRead: boolean;
  /** Whether it may make tables in the schema, as every application must that makes read models. */
  mayUse: boolean;
  /** Whether its maker may let others do so. */
  mayLetUse: boolean;
  /** The statements with which an administrator lets it act, and make. */
  letAct: string;
  letMake: string;
  /** Those that give its maker what of the tables and functions belongs to others, and it may not give itself. */
  handOver: readonly string[];
}>;

/**
 * Sees to it that a schema is this program's: its owner makes what is missing, and gives the application its rights. Who
 * is a member of the owner's role acts in the owner's name, so that all of it has one owner; what has another is given to
 * that one. Whoever is not the owner changes nothing, and goes on only where nothing is missing.
 * @param sql the application's connections
 * @param owner those of the schema's owner; without them the application makes the tables, where they are its own
 * @throws LedgerError `unavailable` SCHEMA_MISSING and SCHEMA_OLDER where the owner must come first, OWNER_LACKS_RIGHT where
 *   who is named as the owner may not make what is missing, change what is there, or let the application use it; as `migrate` does
 */
export async function bringUpToDate(schema: string, sql: Sql, owner?: Sql): Promise<SchemaState> {
  const own = await meet(sql, schema);
  const met = owner === undefined ? own : await meet(owner, schema);
  const statements = lacking(met, own);
  if (statements.length > 0 && owner === undefined) return await requireUpToDate(schema, sql, met);
  if (statements.length > 0) throw lacksRight(schema, met, statements);
  const made = await makeSchema(owner ?? sql, schema);
  const applied = await migrate(owner ?? sql, { schema, owner: met.maker, application: own.role });
  return { schema, made, applied, owner: met.maker, application: own.role };
}

// Run by the owner, too: what it calls cannot be another of the same name in the schema (see the list of migrations).
async function meet(sql: Sql, schema: string): Promise<Met> {
  // Since PostgreSQL 16 a member may be one that cannot act for the role.
  const actsFor = (role: string) =>
    `pg_has_role(${role}, case when current_setting('server_version_num'::text)::integer >= 160000 then 'set'::text else 'member'::text end)`;
  const mayUse = (role: string, how: string) =>
    `has_schema_privilege(${role}, s.id, 'usage${how}'::text) and has_schema_privilege(${role}, s.id, 'create${how}'::text)`;
  const [met] = await sql.query<Omit<Met, 'handOver'>>(
    `select s.role::text, s.owner::text, s.maker::text,
        coalesce(s.acts_for_owner, true) as "mayAct",
        coalesce(${mayUse('s.maker', '')}, has_database_privilege(current_database()::text, 'create'::text)) as "mayMake",
        coalesce(has_schema_privilege(s.id, 'usage'::text) and has_table_privilege(s.tables, 'select'::text), false) as "mayRead",
        coalesce(${mayUse('s.role', '')}, false) as "mayUse",
        coalesce(${mayUse('s.maker', ' with grant option')}, true) as "mayLetUse",
        pg_catalog.format('grant %I to %I', s.maker, s.role) as "letAct",
        case when s.id is null then pg_catalog.format('grant create on database %I to %I', current_database(), s.role)
          else pg_catalog.format('grant usage, create on schema %I to %I with grant option', s.name, s.maker) end as "letMake"
      from (select current_user as role, n.oid as id, n.nspname as name, t.oid as tables,
            pg_get_userbyid(t.relowner) as owner, ${actsFor('t.relowner')} as acts_for_owner,
            case when t.oid is not null then pg_get_userbyid(t.relowner)
              -- A role of the server's own, as of the schema public, owns nothing else.
              when ${actsFor('n.nspowner')} and not starts_with(pg_get_userbyid(n.nspowner)::text, 'pg_'::text)
                then pg_get_userbyid(n.nspowner)
              else current_user end as maker
          from (values (true)) as one (row)
            left join pg_namespace n on n.nspname = $1::name
            left join pg_class t on t.relnamespace = n.oid and t.relname = 'migrations'::name) as s`,
    [schema],
  );
  const there = met as Omit<Met, 'handOver'>;
  const others = (await astray(sql, schema, there.maker)).filter(({ mayHandOver }) => !mayHandOver);
  return { ...there, handOver: others.map(({ handOver }) => handOver) };
}

/** What an administrator has to run before a role can bring the schema up to date, and let the application use it. */
function lacking(met: Met, application: Met): readonly string[] {
  const mayLetUse = met.mayLetUse || application.mayUse;
  return [...(met.mayAct ? [] : [met.letAct]), ...(met.mayMake && mayLetUse ? [] : [met.letMake]), ...met.handOver];
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

function lacksRight(schema: string, { role, owner }: Met, statements: readonly string[]): LedgerError {
  const belongs = owner === null ? '' : ` (its tables belong to ${owner})`;
  const message = `${role}, named as the owner of schema ${schema}${belongs}, may not bring it up to date, or let the application use it`;
  const todo = `As who administers the server run: ${statements.join('; ')}; or name another role`;
  return new LedgerError('unavailable', 'OWNER_LACKS_RIGHT', `${message}. ${todo}`);
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
