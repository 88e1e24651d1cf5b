import { LedgerError, sha256 } from '#kernel';
import appendEvents from './functions/append_events.sql.js';
import restoreEvents from './functions/restore_events.sql.js';
import events from './migrations/0001_events.sql.js';
import eventsNeverChange from './migrations/0002_events_never_change.sql.js';
import texts from './migrations/0003_texts.sql.js';
import commandOfEvents from './migrations/0004_command_of_events.sql.js';
import textsAboutPersons from './migrations/0005_texts_about_persons.sql.js';
import imports from './migrations/0006_imports.sql.js';
import leases from './migrations/0007_leases.sql.js';
import { astray } from './one-owner.js';
import type { Sql } from './sql.js';

/**
 * Applied once, in this order, and never edited: a change is a new one. That holds of a function too, which gets the next
 * number for what it is now, while its former name joins those that were replaced: so that of two versions of the program
 * each can tell which made a schema later. The application may make functions and operators in the schema: what its owner
 * runs there names those of the catalogue by `pg_catalog`, or calls them with exactly their types, for another of the same
 * name whose types fit better would be called instead, with the owner's rights.
 */
const MIGRATIONS: readonly (readonly [name: string, statements: readonly string[]])[] = [
  ['0001_events', events],
  ['0002_events_never_change', eventsNeverChange],
  ['0003_texts', texts],
  ['0004_command_of_events', commandOfEvents],
  ['0005_texts_about_persons', textsAboutPersons],
  ['0006_imports', imports],
  ['0007_leases', leases],
  ['0008_append_events', [appendEvents]],
  ['0009_restore_events', [restoreEvents]],
];

/** What earlier versions applied, of whatever content, and a later one replaced. */
const REPLACED: readonly string[] = ['append_events', 'restore_events'];

/**
 * Brings the schema to this version, all of it or nothing. Safe to run again, and by several processes at once.
 * @param roles in PostgreSQL, in whose name the schema is made, and who reads and appends: that role gets its rights in the
 *   same step, where it is another. What of the schema is not the owner's is given to it first, where who connects may
 * @returns what was applied, in order; nothing where the schema was up to date
 * @throws LedgerError `corrupt` MIGRATION_CHANGED where an applied migration is not the one in this program, and
 *   SCHEMA_NEWER where a later version has applied one; neither takes anything back
 */
export async function migrate(
  sql: Sql,
  roles?: Readonly<{ schema: string; owner: string; application: string }>,
): Promise<readonly string[]> {
  const applying = async (tx: Pick<Sql, 'query'>) => {
    await tx.query('set local lock_timeout = 0');
    // One after the other: two that create the same table at once would fail on the catalogue's own unique indexes.
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('throughline migrations '::text || coalesce($1::text, current_schema()::text), 0::bigint))`,
      // Who may only act for the owner has no schema of its own to be the current one.
      [roles?.schema ?? null],
    );
    if (roles !== undefined) {
      for (const { handOver, mayHandOver } of await astray(tx, roles.schema, roles.owner))
        if (mayHandOver) await tx.query(handOver);
      await tx.query(`select set_config('role'::text, $1::text, true)`, [roles.owner]);
    }
    await tx.query(
      `create table if not exists migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    const wanted = await notAppliedYet(tx);
    for (const [name, statements] of MIGRATIONS.filter(([each]) => wanted.includes(each))) {
      for (const statement of statements) await tx.query(statement);
      await tx.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksumOf(statements)]);
    }
    if (roles !== undefined && roles.application !== roles.owner) await grantToApplication(tx, roles.application);
    return wanted;
  };
  // The application's bounds are for appends.
  return await sql.transaction(applying, { takesItsTime: true });
}

/**
 * What this program would apply to a schema, in order; nothing is changed.
 * @throws LedgerError as `migrate` does, where it would apply nothing
 */
export async function notAppliedYet(sql: Pick<Sql, 'query'>): Promise<readonly string[]> {
  const differences = await schemaDifferences(sql);
  const named = (kind: SchemaDifference['is']) => differences.filter(({ is }) => is === kind).map(({ name }) => name);
  const [newer, changed] = [named('newer'), named('changed')];
  if (newer.length > 0) {
    const message = `the schema has ${newer.join(', ')}, which this version does not know. Start the version that made it, or a later one`;
    throw new LedgerError('corrupt', 'SCHEMA_NEWER', message);
  }
  if (changed.length > 0)
    throw new LedgerError('corrupt', 'MIGRATION_CHANGED', `${changed.join(', ')} was applied with other content`);
  return named('older');
}

/** What of a schema is not as this program makes it: not applied yet, of a later version, or of other content. */
export type SchemaDifference = Readonly<{ name: string; is: 'older' | 'newer' | 'changed' }>;

/** Compares a schema with the one that this program makes, and changes nothing. */
export async function schemaDifferences(sql: Pick<Sql, 'query'>): Promise<readonly SchemaDifference[]> {
  const rows = await sql.query<{ name: string; checksum: string }>('select name, checksum from migrations order by name');
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const differs = MIGRATIONS.flatMap(([name, statements]): SchemaDifference[] => {
    const was = applied.get(name);
    if (was === checksumOf(statements)) return [];
    return [{ name, is: was === undefined ? 'older' : 'changed' }];
  });
  const known = new Set([...REPLACED, ...MIGRATIONS.map(([name]) => name)]);
  const newer = [...applied.keys()].filter((name) => !known.has(name));
  return [...differs, ...newer.map((name): SchemaDifference => ({ name, is: 'newer' }))];
}

function checksumOf(statements: readonly string[]): string {
  return sha256(statements.join(';\n'));
}

/** What the application keeps beside events: it may change and remove it. */
const KEPT_BESIDE: readonly string[] = ['imports', 'leases'];

/**
 * Gives a role what the application needs and no more: it reads and appends, and cannot change or remove an event. It makes
 * the tables of the read models, and they are its own.
 */
async function grantToApplication(sql: Pick<Sql, 'query'>, role: string): Promise<void> {
  const [quoted] = await sql.query<{ role: string; schema: string }>(
    'select quote_ident($1::text) as role, quote_ident(current_schema()::text) as schema',
    [role],
  );
  if (quoted === undefined) return;
  await sql.query(`grant usage, create on schema ${quoted.schema} to ${quoted.role}`);
  await sql.query(`grant select, insert on events to ${quoted.role}`);
  await sql.query(`grant select on ledger, migrations to ${quoted.role}`);
  await sql.query(`grant select, insert, update on texts to ${quoted.role}`);
  await sql.query(`grant select, insert, update, delete on ${KEPT_BESIDE.join(', ')} to ${quoted.role}`);
}

/** Gives the ledger a new id, as every copy needs that may go on differently: a restore, a move. */
export async function newLedgerId(sql: Pick<Sql, 'query'>): Promise<string> {
  const [row] = await sql.query<{ id: string }>('update ledger set id = gen_random_uuid() returning id::text as id');
  if (row === undefined) throw new LedgerError('corrupt', 'LEDGER_ID_MISSING', 'the ledger has no id');
  return row.id;
}
