import type { Finding } from '../embedded/check.js';
import type { EventStore } from '../port.js';
import { awayFound, noLedgerFound } from './away.js';
import { schemaDifferences } from './migrate.js';
import { connectPostgres, NOT_DURABLE_SETTINGS, type NotDurable, type PostgresOptions } from './postgres.js';
import { int8 } from './rows.js';
import type { Sql } from './sql.js';
import { SqlEventStore } from './sql-event-store.js';

/** A ledger on a server, opened to look and change nothing. */
export type Looked = Readonly<{ store: EventStore; sql: Sql }>;

/**
 * Looks at a ledger on a PostgreSQL server as it runs: whether the server answers and keeps what it acknowledges, whether
 * the schema is this program's and refuses to change events. Nothing is changed there.
 * @param further looks further, where there is a schema that this program can read, and puts what it finds into the list at
 *   once: what was found before the server went away stays
 * @returns what was found; nothing where all is well. What keeps `further` from looking is `unread`
 */
export async function lookAtPostgres(
  options: PostgresOptions,
  further: (ledger: Looked, findings: Finding[]) => Promise<void>,
): Promise<readonly Finding[]> {
  const { schema = 'throughline' } = options;
  const sql = connectPostgres(options);
  const store = new SqlEventStore(sql, { notifies: false });
  const findings: Finding[] = [];
  try {
    findings.push(...(await durability(sql)), ...(await writability(sql)));
    const [found] = await sql.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [`${schema}.ledger`]);
    if (found?.there !== true) return [...findings, noLedger(schema)];
    const differences = await schemaDifferences(sql);
    findings.push(...differences.map((difference) => ofSchema(schema, difference)), ...(await protection(sql, schema)));
    if (differences.length === 0) await further({ store, sql }, findings);
  } catch (error) {
    findings.push(awayFound('PostgreSQL', 'THROUGHLINE_POSTGRES', error));
  } finally {
    await store.close();
    await sql.close();
  }
  return findings;
}

/** A lease as it stands, held or not. */
export type LeaseSeen = Readonly<{
  name: string;
  /** Who has it, or had it last. */
  holder: string;
  epoch: bigint;
  /** For how long it still runs; below zero, for how long it has been nobody's. */
  secondsLeft: number;
}>;

/** Every lease that was ever taken, by the database's own time. Who only takes a share of work in common is none. */
export async function leasesSeen(sql: Pick<Sql, 'query'>): Promise<readonly LeaseSeen[]> {
  const rows = await sql.query<{ name: string; holder: string; epoch: string; left: number }>(
    `select l.name, l.holder, l.epoch::text as epoch, extract(epoch from l.until - clock_timestamp())::float8 as left
      from leases l where not starts_with(l.name, 'members/') order by l.name`,
  );
  return rows.map(({ name, holder, epoch, left }) => ({ name, holder, epoch: int8(epoch), secondsLeft: left }));
}

async function durability(sql: Sql): Promise<Finding[]> {
  const found = await sql.query<NotDurable>(NOT_DURABLE_SETTINGS);
  return found.map(({ name, is }) => ({
    severity: 'trouble',
    where: `PostgreSQL, setting ${name}`,
    what: is === 'local' ? 'is local, beside a synchronous standby' : `is ${is}`,
    why: `A ${is === 'local' ? 'failover to the standby' : 'crash of the server'} would lose events that were acknowledged; no process starts on it`,
    todo: `On the server, run: alter system set ${name} = on; then: select pg_reload_conf(); where the role or the database has a value of its own, reset it`,
    page: 'not-durable.md',
  }));
}

/** A server that reads on and refuses every append. */
async function writability(sql: Sql): Promise<Finding[]> {
  const [now] = await sql.query<{ takes: boolean; standby: boolean }>(
    `select current_setting('transaction_read_only') = 'off' as takes, pg_is_in_recovery() as standby`,
  );
  if (now === undefined || now.takes) return [];
  const { standby } = now;
  return [
    {
      severity: 'trouble',
      where: 'PostgreSQL',
      what: standby ? 'takes no writes: it is a standby' : 'takes no writes: it is set to read only',
      why: 'Nothing is recorded until it does; what was acknowledged is there, and is read',
      todo: standby
        ? 'Name the primary in THROUGHLINE_POSTGRES, or make this server one'
        : 'Mend why it was set (a provider does it where the disk is full), then set default_transaction_read_only to off where it was set: of the server, the database or the role',
      page: 'store-away.md',
    },
  ];
}

function noLedger(schema: string): Finding {
  const todo =
    'Name the right one (THROUGHLINE_POSTGRES, THROUGHLINE_POSTGRES_SCHEMA), or run throughline migrate, which makes it';
  return noLedgerFound(`PostgreSQL, schema ${schema}`, 'schema or database', todo);
}

function ofSchema(schema: string, { name, is }: Awaited<ReturnType<typeof schemaDifferences>>[number]): Finding {
  const where = `PostgreSQL, schema ${schema}, ${name}`;
  const page = 'schema-differs.md';
  if (is === 'older') {
    const why = 'The schema was made by an earlier version of the program';
    return {
      severity: 'note',
      where,
      what: 'is not applied yet',
      why,
      todo: 'Run: throughline migrate; then run doctor again',
      page,
      unread: true,
    };
  }
  const what = is === 'newer' ? 'is not known to this version of the program' : 'was applied with other content';
  const why = 'No process of this version starts on it: it might misread what is there';
  const todo =
    is === 'newer'
      ? 'Start the version that made the schema, or a later one'
      : 'Somebody changed the schema or the program by hand: install a released version, and compare the schema with a backup';
  return { severity: 'trouble', where, what, why, todo, page, unread: true };
}

/** The trigger that refuses to change events, and the right that the application's role must not have. */
async function protection(sql: Sql, schema: string): Promise<Finding[]> {
  const [found] = await sql.query<{ guarded: boolean; may: boolean; role: string }>(
    `select exists (select from pg_trigger t where t.tgrelid = 'events'::regclass and t.tgname = 'events_never_change'
          and t.tgenabled = 'A') as guarded,
        has_table_privilege('events', 'update') or has_table_privilege('events', 'delete')
          or has_table_privilege('events', 'truncate') as may,
        current_user::text as role`,
  );
  const where = `PostgreSQL, table ${schema}.events`;
  const why = 'What is recorded must stay: nobody could tell afterwards what was changed or removed';
  const page = 'schema-differs.md';
  const findings: Finding[] = [];
  if (found?.guarded !== true)
    findings.push({
      severity: 'damage',
      where,
      what: 'its trigger events_never_change is gone or off',
      why,
      todo: 'As its owner, run: alter table events enable always trigger events_never_change; then compare the events with a backup',
      page,
    });
  if (found?.may === true)
    findings.push({
      // The trigger refuses all the same: this is the second lock.
      severity: 'note',
      where,
      what: `the role ${found.role}, as which the services connect, may change events`,
      why,
      todo: `As its owner, run: revoke update, delete, truncate on ${schema}.events from ${found.role}; a superuser may whatever is revoked: let the services connect as another role`,
      page,
    });
  return findings;
}
