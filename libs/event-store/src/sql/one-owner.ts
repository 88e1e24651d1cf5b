import type { Sql } from './sql.js';

/** All that migrations make, but `migrations` itself, whose owner is that of all. The tables of read models are the application's. */
const TABLES = ['events', 'imports', 'ledger', 'leases', 'texts'];
const FUNCTIONS = [
  'append_events(text[], bigint[], integer[], integer[], uuid[], text[], text[], text[], text[])',
  'refuse_change()',
  'restore_events(bigint[], text[], bigint[], uuid[], text[], text[], text[], timestamp with time zone[], text[])',
];

/** A table or function of the ledger that belongs to another role than the others. */
type Astray = Readonly<{
  /** The statement that gives it to the owner of the others. */
  handOver: string;
  /** Whether the role that asks may run it, where it may act for that owner. */
  mayHandOver: boolean;
}>;

/**
 * What in a schema does not belong to its owner, as where an earlier version let a member of the owner's role, or a
 * superuser, make it in its own name. Only the owner may change it or let others use it, and migrations are the owner's.
 */
export async function astray(sql: Pick<Sql, 'query'>, schema: string, owner: string): Promise<readonly Astray[]> {
  return await sql.query<Astray>(
    `select pg_catalog.format('alter %s %I.%s owner to %I', o.kind, $1::name, o.name, $2::name) as "handOver",
        pg_has_role(o.owner, 'usage'::text) and has_schema_privilege(n.oid, 'usage'::text) as "mayHandOver"
      from (select 'table'::text as kind, pg_catalog.format('%I', t.relname) as name, t.relowner as owner, t.relnamespace as schema
              from pg_class t where t.relname = any ($3::name[])
            union all select 'function'::text, s.signature, s.owner, s.schema
              from (select pg_catalog.format('%I(%s)', p.proname, pg_catalog.oidvectortypes(p.proargtypes)) as signature,
                      p.proowner as owner, p.pronamespace as schema, p.prosecdef as lends from pg_proc p) as s
              -- One that runs with its owner's rights is none of these: given away it would lend them to who made it.
              where s.signature = any ($4::text[]) and not s.lends) as o
        join pg_namespace n on n.oid = o.schema and n.nspname = $1::name
      where pg_get_userbyid(o.owner) <> $2::name order by o.kind, o.name`,
    [schema, owner, TABLES, FUNCTIONS],
  );
}
