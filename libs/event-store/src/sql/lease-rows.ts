import { int8 } from './rows.js';
import { type Sql, sqlState } from './sql.js';

type Queries = Pick<Sql, 'query'>;

/** A lease as the database has it, for who looks at an installation. */
export type Lease = Readonly<{ name: string; holder: string; epoch: bigint; until: string }>;

/** A name in one epoch. */
export type Term = Readonly<{ name: string; epoch: bigint }>;

const CHANNEL = 'throughline_leases';
const LOCK_NOT_AVAILABLE = '55P03';
/** Who shares some work with others holds a name that begins so, and that nobody holds again. */
export const MEMBERS = 'members/';
/** Members that ended without a goodbye are forgotten then. */
const FORGOTTEN_AFTER = '1 hour';

/** What stands in the table of leases. All time is the database's: `until` is compared with its clock and no other. */
export class LeaseRows {
  constructor(private readonly sql: Sql) {}

  /** For how many milliseconds a name is somebody's; 0 where it may be taken. */
  async freeInMs(name: string): Promise<number> {
    const [row] = await this.sql.query<{ ms: number }>(
      `select greatest(0, ceil(extract(epoch from l.until - clock_timestamp()) * 1000))::integer as ms
        from leases l where l.name = $1`,
      [name],
    );
    return Number(row?.ms ?? 0);
  }

  /** Those of the names that are nobody's, in no order: else all who look would go for the same one first. */
  async freeOf(names: readonly string[]): Promise<readonly string[]> {
    const rows = await this.sql.query<{ name: string }>(
      `select n.name from unnest($1::text[]) as n (name)
        where not exists (select from leases l where l.name = n.name and l.until > clock_timestamp()) order by random()`,
      [names],
    );
    return rows.map(({ name }) => name);
  }

  /**
   * Takes a name that is nobody's, in a new epoch. Waits for a transaction that its last holder has under way.
   * @returns the epoch; undefined where somebody has it, or that transaction does not end
   */
  async take(name: string, holder: string, seconds: number): Promise<bigint | undefined> {
    try {
      const [row] = await this.sql.query<{ epoch: string }>(
        `insert into leases as l (name, epoch, holder, until)
          values ($1, 1, $2, clock_timestamp() + $3::float8 * interval '1 second')
          on conflict (name) do update set epoch = l.epoch + 1, holder = excluded.holder,
            until = clock_timestamp() + $3::float8 * interval '1 second'
          where l.until <= clock_timestamp() returning l.epoch::text as epoch`,
        [name, holder, seconds],
      );
      return row === undefined ? undefined : int8(row.epoch);
    } catch (error) {
      if (sqlState(error) === LOCK_NOT_AVAILABLE) return undefined;
      throw error;
    }
  }

  /** Renews with one statement. @returns those that were renewed; the others' time was over */
  async renew(terms: readonly Term[], seconds: number): Promise<readonly Term[]> {
    const rows = await this.sql.query<{ name: string; epoch: string }>(
      `update leases l set until = clock_timestamp() + $3::float8 * interval '1 second'
        from unnest($1::text[], $2::bigint[]) as mine (name, epoch)
        where l.name = mine.name and l.epoch = mine.epoch and l.until > clock_timestamp()
        returning l.name, l.epoch::text as epoch`,
      [terms.map(({ name }) => name), terms.map(({ epoch }) => String(epoch)), seconds],
    );
    return rows.map(({ name, epoch }) => ({ name, epoch: int8(epoch) }));
  }

  async giveBack({ name, epoch }: Term): Promise<void> {
    await this.sql.query(
      `update leases l set until = clock_timestamp() where l.name = $1 and l.epoch = $2::bigint and l.until > clock_timestamp()`,
      [name, String(epoch)],
    );
  }

  /** How many share the work of a group; members of any that are long gone are forgotten. */
  async membersOf(group: string): Promise<number> {
    const [row] = await this.sql.query<{ members: number }>(
      `with gone as (
          delete from leases l where starts_with(l.name, $1) and l.until < clock_timestamp() - $2::interval
        )
        select count(*)::integer as members from leases l where starts_with(l.name, $3) and l.until > clock_timestamp()`,
      [MEMBERS, FORGOTTEN_AFTER, `${MEMBERS}${group}/`],
    );
    return Number(row?.members ?? 0);
  }

  /** Every lease that somebody holds now, by name. */
  async held(): Promise<readonly Lease[]> {
    const rows = await this.sql.query<{ name: string; holder: string; epoch: string; until: string }>(
      `select l.name, l.holder, l.epoch::text as epoch,
          to_char(l.until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until
        from leases l where l.until > clock_timestamp() order by l.name`,
    );
    return rows.map((row) => ({ ...row, epoch: int8(row.epoch) }));
  }

  /** Wakes all who wait for a name, here and elsewhere. Where it is not heard they look by themselves in time. */
  async tell(): Promise<void> {
    await this.sql.query(`select pg_notify($1, '')`, [CHANNEL]);
  }

  async hear(heard: () => void): Promise<void> {
    await this.sql.listen(CHANNEL, heard);
  }

  /** @returns false where another epoch holds it, or its time is over */
  static async lock(queries: Queries, { name, epoch }: Term): Promise<boolean> {
    const rows = await queries.query(
      `select set_config('idle_in_transaction_session_timeout',
          greatest(1, ceil(extract(epoch from l.until - clock_timestamp()) * 1000))::bigint::text, true)
        from leases l where l.name = $1 and l.epoch = $2::bigint and l.until > clock_timestamp() for key share`,
      [name, String(epoch)],
    );
    return rows.length > 0;
  }
}
