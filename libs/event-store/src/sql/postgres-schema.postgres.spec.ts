import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnDatabase } from '../../../../test/support/own-database.js';
import { counted, everything, refusalOf } from '../contract/opened.js';
import { migrateSchema } from '../postgres-ledger.js';
import { connectPostgres, openPostgres } from './postgres.js';
import { ROW_COLUMNS, restoreRows, storedRow } from './rows.js';
import { sqlState } from './sql.js';

describe('a schema in PostgreSQL', () => {
  const database = OwnDatabase.named('schema');
  const roles = {
    owner: `schema_owner_${process.pid}`,
    app: `schema_app_${process.pid}`,
    member: `schema_member_${process.pid}`,
    late: `schema late ${process.pid}`,
  };
  const { admin, url: superuser } = database;
  const owner = database.as(roles.owner);
  const app = database.as(roles.app);
  const member = database.as(roles.member);
  const late = database.as(roles.late);
  let schemas = 0;
  const newSchema = () => `ledger_${(schemas += 1)}`;

  beforeAll(async () => {
    await database.make();
    for (const role of Object.values(roles)) await database.makeRole(role);
    // It may act for the owner, and has its rights no other way.
    await admin.query(`alter role ${roles.member} noinherit`);
    await admin.query(`grant ${roles.owner} to ${roles.member}`);
    await admin.query(`alter database ${database.name} owner to ${roles.owner}`);
  });
  afterAll(() => database.remove());

  const asAdmin = async (...statements: readonly string[]) => {
    for (const statement of statements) await admin.query(statement);
  };
  /** Runs statements in the name of the schema's owner, or of the application. */
  const asOwner = (schema: string, ...statements: readonly string[]) => run(owner, schema, statements);
  const asApplication = (schema: string, ...statements: readonly string[]) => run(app, schema, statements);
  async function run(connectionString: string, schema: string, statements: readonly string[]): Promise<void> {
    const sql = connectPostgres({ connectionString, schema });
    try {
      for (const statement of statements) await sql.query(statement);
    } finally {
      await sql.close();
    }
  }
  /** As a version made it that knew no leases, no numbers for functions, and another way to append. */
  const older = [
    'drop table leases',
    `delete from migrations where name in ('0007_leases', '0008_append_events', '0009_restore_events')`,
    `insert into migrations (name, checksum) values ('append_events', 'of then'), ('restore_events', 'of then')`,
  ];
  const lacking = ['0007_leases', '0008_append_events', '0009_restore_events'];
  /** What a refusal tells an administrator to run. */
  const toRunOf = (refusal: unknown) => {
    expect(refusal).toMatchObject({ kind: 'unavailable', code: 'OWNER_LACKS_RIGHT' });
    return /As who administers the server run: (.*); or name another role/.exec(String(refusal))?.[1]?.split('; ') ?? [];
  };
  /** Whose the schema is, and whatever is in it. */
  async function ownersIn(schema: string): Promise<readonly string[]> {
    const { sql, close } = await openPostgres({ connectionString: owner, schema });
    const found = await sql.query<{ owner: string }>(
      `select distinct pg_get_userbyid(o.owner)::text as owner from (
        select relowner from pg_class where relnamespace = current_schema()::regnamespace
        union all select proowner from pg_proc where pronamespace = current_schema()::regnamespace
        union all select nspowner from pg_namespace where oid = current_schema()::regnamespace) as o (owner)`,
    );
    await close();
    return found.map((each) => each.owner);
  }
  const refusalWithoutOwner = (schema: string) => refusalOf(openPostgres({ connectionString: app, schema }));

  describe('of another role than the one that reads and appends', () => {
    it('is made by its owner, with the rights of the application, and left as it is the second time', async () => {
      const schema = newSchema();
      const first = await migrateSchema({ connectionString: app, owner, schema });
      expect(first).toMatchObject({ schema, made: true, owner: roles.owner, application: roles.app });
      expect(first.applied).toEqual(expect.arrayContaining(['0001_events', '0008_append_events']));
      const { store, sql, close } = await openPostgres({ connectionString: app, schema });
      const { events } = await store.append('s', [counted(1)], 'any');
      for (const statement of [`update events set type = 'Other'`, 'delete from events', 'truncate events', 'drop table events'])
        expect([statement, sqlState(await refusalOf(sql.query(statement)))]).toEqual([statement, '42501']);
      expect(await migrateSchema({ connectionString: app, owner, schema })).toEqual({ ...first, made: false, applied: [] });
      expect(await everything(store)).toEqual(events);
      await close();
    });

    it('is made once by several owners at once', async () => {
      const schema = newSchema();
      const made = await Promise.all(Array.from({ length: 4 }, () => migrateSchema({ connectionString: app, owner, schema })));
      expect(made.filter((each) => each.made)).toHaveLength(1);
      expect(made.filter(({ applied }) => applied.length > 0)).toHaveLength(1);
      await (await openPostgres({ connectionString: app, schema })).close();
    });

    it('is refused where it is older, by what it lacks, until its owner brings it up to date', async () => {
      const schema = newSchema();
      await migrateSchema({ connectionString: app, owner, schema });
      await asOwner(schema, ...older);
      const refusal = await refusalWithoutOwner(schema);
      expect(refusal).toMatchObject({ kind: 'unavailable', code: 'SCHEMA_OLDER' });
      expect(String(refusal)).toContain(`${schema}, which belongs to ${roles.owner}, lacks ${lacking.join(', ')}. Run: `);
      expect(await refusalOf(migrateSchema({ connectionString: app, schema }))).toMatchObject({ code: 'SCHEMA_OLDER' });
      expect(await migrateSchema({ connectionString: app, owner, schema })).toMatchObject({
        made: false,
        applied: lacking,
      });
      await (await openPostgres({ connectionString: app, schema })).close();
    });

    it('is brought up to date at the start by whoever knows how the owner connects', async () => {
      const schema = newSchema();
      await migrateSchema({ connectionString: app, owner, schema });
      await asOwner(schema, ...older);
      const { store, close } = await openPostgres({ connectionString: app, owner, schema });
      expect(await store.append('s', [counted(1)], 'any')).toMatchObject({ revision: 0n });
      await close();
    });

    it('belongs to its owner whole where a member of the owner brings it up to date, or makes the tables', async () => {
      const schema = newSchema();
      await migrateSchema({ connectionString: app, owner, schema });
      await asOwner(schema, ...older);
      const migrated = await migrateSchema({ connectionString: app, owner: member, schema });
      expect(migrated).toMatchObject({ applied: lacking, owner: roles.owner, application: roles.app });
      expect(await ownersIn(schema)).toEqual([roles.owner]);
      const empty = newSchema();
      await asOwner('public', `create schema ${empty}`);
      const made = await migrateSchema({ connectionString: app, owner: member, schema: empty });
      expect(made).toMatchObject({ made: false, owner: roles.owner, application: roles.app });
      expect(await ownersIn(empty)).toEqual([roles.owner]);
      for (const each of [schema, empty]) {
        const { store, close } = await openPostgres({ connectionString: app, schema: each });
        expect(await store.append('s', [counted(1)], 'any')).toMatchObject({ revision: 0n });
        await close();
      }
    });

    it.each<[lacks: string, before: (schema: string) => Promise<unknown>, grant: (schema: string, role: string) => string]>([
      ['may not make it', () => Promise.resolve(), (_, role) => `grant create on database ${database.name} to ${role}`],
      [
        'may make nothing in it',
        (schema) => asOwner('public', `create schema ${schema}`),
        (schema, role) => `grant usage, create on schema ${schema} to ${role} with grant option`,
      ],
      [
        'may let nobody use it',
        (schema) => asOwner('public', `create schema ${schema}`, `grant usage, create on schema ${schema} to "${roles.late}"`),
        (schema, role) => `grant usage, create on schema ${schema} to ${role} with grant option`,
      ],
      [
        'is not whose tables are there',
        (schema) => migrateSchema({ connectionString: app, owner, schema }),
        (_, role) => `grant ${roles.owner} to ${role}`,
      ],
    ])('is refused where the role that is named as its owner %s, with the grant that mends it', async (_lacks, before, grant) => {
      const schema = newSchema();
      await before(schema);
      const asNamed = () => migrateSchema({ connectionString: app, owner: late, schema });
      const refusal = await refusalOf(asNamed());
      const granted = grant(schema, `"${roles.late}"`);
      expect(toRunOf(refusal)).toEqual([granted]);
      await asAdmin(granted);
      expect(await asNamed()).toMatchObject({ schema, application: roles.app });
      await (await openPostgres({ connectionString: app, schema })).close();
      await asAdmin(
        `revoke create on database ${database.name} from "${roles.late}"`,
        `revoke ${roles.owner} from "${roles.late}"`,
      );
    });

    it.each([
      ['a member of its owner', member],
      ['a superuser', superuser],
    ])('belongs to its owner whole again where %s had made some of it in its own name', async (_, named) => {
      const schema = newSchema();
      await migrateSchema({ connectionString: app, owner, schema });
      const itself = new URL(named).username;
      await asAdmin(
        `grant usage, create on schema ${schema} to ${itself}`,
        `alter table ${schema}.leases owner to ${itself}`,
        `alter function ${schema}.refuse_change() owner to ${itself}`,
      );
      const migrated = await migrateSchema({ connectionString: app, owner: named, schema });
      expect(migrated).toMatchObject({ applied: [], owner: roles.owner });
      expect(await ownersIn(schema)).toEqual([roles.owner]);
      await (await openPostgres({ connectionString: app, owner, schema })).close();
    });

    it('is refused where some of it is of a role that its owner cannot act for, with all that an administrator runs', async () => {
      const schema = newSchema();
      await migrateSchema({ connectionString: app, owner, schema });
      const { sql, close } = await openPostgres({ connectionString: owner, schema });
      const all = await sql.query<{ named: string }>(
        `select 'table ' || oid::regclass as named from pg_class
            where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname <> 'migrations'
          union all select 'function ' || oid::regprocedure from pg_proc where pronamespace = current_schema()::regnamespace`,
      );
      await close();
      // An overload that the application made remains its own.
      await asApplication(schema, 'create function append_events() returns int language sql as $$ select 1 $$');
      const theirs = all.map(({ named }) => named.replace(' ', ` ${schema}.`));
      expect(theirs).toHaveLength(8);
      await asAdmin(...theirs.map((each) => `alter ${each} owner to "${roles.late}"`));
      const asNamed = () => openPostgres({ connectionString: app, owner, schema });
      const statements = toRunOf(await refusalOf(asNamed()));
      expect(statements).toHaveLength(theirs.length);
      expect(statements).toContain(`alter table ${schema}.leases owner to ${roles.owner}`);
      // Without its owner nothing is changed: it goes on until something is missing.
      const withoutOwner = () => openPostgres({ connectionString: owner, schema });
      await (await withoutOwner()).close();
      await asOwner(schema, `delete from migrations where name = '0009_restore_events'`);
      expect(await refusalOf(withoutOwner())).toMatchObject({ code: 'SCHEMA_OLDER' });
      await asAdmin(...statements);
      const { store, close: closeStore } = await asNamed();
      expect(await store.append('s', [counted(1)], 'any')).toMatchObject({ revision: 0n });
      await closeStore();
      expect(new Set(await ownersIn(schema))).toEqual(new Set([roles.owner, roles.app]));
    });

    it('is refused where a superuser is named, and the owner of its tables may make nothing in it, with the grant', async () => {
      const schema = newSchema();
      await asAdmin(`create schema ${schema}`, `grant usage, create on schema ${schema} to ${roles.owner} with grant option`);
      await migrateSchema({ connectionString: app, owner, schema });
      await asAdmin(
        `revoke create on schema ${schema} from ${roles.owner} cascade`,
        `grant usage, create on schema ${schema} to ${roles.app}`,
      );
      const asNamed = () => migrateSchema({ connectionString: app, owner: superuser, schema });
      const statements = toRunOf(await refusalOf(asNamed()));
      expect(statements).toEqual([`grant usage, create on schema ${schema} to ${roles.owner} with grant option`]);
      await asAdmin(...statements);
      expect(await asNamed()).toMatchObject({ owner: roles.owner });
    });

    it('is not handed to the application by functions that it puts in the way of what the owner runs', async () => {
      const schema = newSchema();
      await migrateSchema({ connectionString: app, owner, schema });
      await asOwner(schema, ...older);
      const sql = connectPostgres({ connectionString: app, schema });
      const inTheWay = (signature: string, returns: string) =>
        sql.query(`create function ${signature} returns ${returns} language plpgsql as $$ begin raise 'called'; end $$`);
      await inTheWay('hashtextextended(text, int)', 'bigint');
      await inTheWay('quote_ident(name)', 'text');
      await inTheWay('has_database_privilege(name, text)', 'boolean');
      await inTheWay('joined(text, name)', 'text');
      await sql.query('create operator || (function = joined, leftarg = text, rightarg = name)');
      // Each would be called, were its better fit asked for.
      for (const asked of ['hashtextextended($$a$$, 0)', `'a'::text || current_schema()`])
        await expect(sql.query(`select ${asked}`)).rejects.toThrow('called');
      // What the catalogue has for any type, it has for none of them.
      await inTheWay('unnest(text[])', 'setof text');
      for (const [name, types] of [
        ['lag', 'timestamptz, int, timestamptz'],
        ['array_agg', 'bigint'],
        ['array_agg', 'boolean'],
      ]) {
        await inTheWay(`called(text, ${types})`, 'text');
        await sql.query(`create aggregate ${name}(${types}) (sfunc = called, stype = text)`);
      }
      for (const asked of ['unnest($${}$$::text[])', 'lag(now(), 1, now()) over ()', 'array_agg(1::bigint)', 'array_agg(true)'])
        await expect(sql.query(`select ${asked}`)).rejects.toThrow('called');
      await sql.close();
      expect(await migrateSchema({ connectionString: app, owner, schema })).toMatchObject({ made: false });
      const elsewhere = await openPostgres({ connectionString: owner, schema: newSchema() });
      await elsewhere.store.append('s', [counted(1), counted(2)], 'any');
      const rows = (await elsewhere.sql.query(`select ${ROW_COLUMNS} from events e`)).map(storedRow);
      const byItsOwner = await openPostgres({ connectionString: owner, schema });
      await restoreRows(byItsOwner.sql, rows);
      await byItsOwner.store.append('s', [counted(3)], { revision: 1n });
      expect(await everything(byItsOwner.store)).toHaveLength(3);
      for (const { close } of [elsewhere, byItsOwner]) await close();
    });

    it('has functions that name whatever they call of the catalogue by its schema', async () => {
      const schema = newSchema();
      const { sql, close } = await openPostgres({ connectionString: owner, schema });
      const functions = await sql.query<{ name: string; source: string }>(
        'select p.proname::text as name, p.prosrc as source from pg_proc p where p.pronamespace = current_schema()::regnamespace',
      );
      const catalogue = await sql.query<{ name: string }>('select distinct p.proname::text as name from pg_proc p');
      await close();
      const called = new Set(catalogue.map(({ name }) => name));
      // Of several arrays `unnest` has no schema: the parser takes it for that of the catalogue.
      const unnamed = (source: string) =>
        [...source.replaceAll(/--.*|unnest\(\w+, /g, '').matchAll(/(?<![.\w])(\w+)\(/g)].filter(([, name = '']) =>
          called.has(name),
        );
      expect(functions.map(({ name }) => name).sort()).toEqual(['append_events', 'refuse_change', 'restore_events']);
      for (const { name, source } of functions) expect([name, ...unnamed(source)]).toEqual([name]);
    });

    it.each([
      ['is not there', []],
      ['is there and empty', ['create schema $']],
      ['is there, and was never opened to the application', ['create schema $', 'create table $.migrations (name text)']],
    ])('is refused where it %s', async (_where, statements) => {
      const schema = newSchema();
      await asOwner('public', ...statements.map((statement) => statement.replace('$', schema)));
      const refusal = await refusalWithoutOwner(schema);
      expect(refusal).toMatchObject({ kind: 'unavailable', code: 'SCHEMA_MISSING' });
      expect(String(refusal)).toContain(`${schema} holds no tables that ${roles.app} may read or make. Run: throughline migrate`);
    });

    it('is refused where it is newer or was changed, whether the owner is known or not', async () => {
      const schema = newSchema();
      await migrateSchema({ connectionString: app, owner, schema });
      const refused = async (code: string) => {
        expect(await refusalWithoutOwner(schema)).toMatchObject({ kind: 'corrupt', code });
        expect(await refusalOf(migrateSchema({ connectionString: app, owner, schema }))).toMatchObject({ kind: 'corrupt', code });
      };
      await asOwner(schema, `update migrations set checksum = 'another' where name = '0001_events'`);
      await refused('MIGRATION_CHANGED');
      await asOwner(schema, `insert into migrations (name, checksum) values ('9999_append_events', 'of later')`);
      await refused('SCHEMA_NEWER');
    });
  });

  it('of the one role that there is, is made and brought up to date by it at each start', async () => {
    const schema = newSchema();
    await (await openPostgres({ connectionString: owner, schema })).close();
    await asOwner(schema, ...older);
    const { store, close } = await openPostgres({ connectionString: owner, schema });
    expect(await store.append('s', [counted(1)], 'any')).toMatchObject({ revision: 0n });
    await close();
    expect(await migrateSchema({ connectionString: owner, schema })).toEqual({
      schema,
      made: false,
      applied: [],
      owner: roles.owner,
      application: roles.owner,
    });
  });
});
