import type { Row } from '#event-store';
import type { ImportResult } from '#imports';
import { type Id, newId, notFound } from '#kernel';
import type { OpenLedger, ProblemDetails } from '#platform';

/** How an import stands: it goes on after the request that began it was answered. */
export type ImportStanding = Readonly<{
  id: Id;
  partnership: Id;
  dryRun: boolean;
  /**
   * `stopped`: the server was shut down, or was killed. `failed`: `problem` says why. Sent again, it goes on behind what was
   * recorded.
   */
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  /** Facts looked at, of so many; both 0 until the tables were read once. */
  done: number;
  total: number;
  result?: ImportResult;
  problem?: ProblemDetails;
}>;

/** Whoever works on an import says so more often than this, or is gone. */
export const SILENT_FOR_MS = 30_000;
/** So long is told how an import ended: what it said of bad rows quotes the rows. */
const TOLD_FOR_DAYS = 7;

/** What the table says, where who held a row and said nothing more is gone. */
const COLUMNS = `i.id::text as id, i.partnership::text as partnership, i.digest, i.dry_run, i.done, i.total, i.result, i.problem,
  case when i.state in ('waiting', 'running') and i.touched_at < now() - $1 * interval '1 millisecond' then 'stopped'
    else i.state end as state`;

/** The imports that were begun over HTTP, in a table: every process of the ledger tells how each stands. */
export class ImportStandings {
  /** This process, as long as it runs. */
  private readonly holder = newId();

  constructor(
    private readonly ledger: OpenLedger,
    private readonly silentForMs = SILENT_FOR_MS,
  ) {}

  /** @throws LedgerError `not-found` where there is none, or it is of another partnership */
  async of(partnershipId: Id, id: Id): Promise<ImportStanding> {
    const found = await this.known(id);
    if (found?.standing.partnership !== partnershipId) throw notFound('importId', `import ${id}`);
    return found.standing;
  }

  /** An import with the digest of what was sent; undefined where there is none. */
  async known(id: Id): Promise<Readonly<{ standing: ImportStanding; digest: string }> | undefined> {
    const [row] = await this.ledger.sql.query(`select ${COLUMNS} from imports i where i.id = $2`, [this.silentForMs, id]);
    return row === undefined ? undefined : { standing: standingIn(row), digest: row['digest'] as string };
  }

  /**
   * Takes an import up, where nobody works on it or has done it.
   * @returns false where somebody was faster
   */
  async takeUp({ id, partnership, dryRun, state, done, total }: ImportStanding, digest: string): Promise<boolean> {
    const taken = await this.ledger.sql.query(
      `insert into imports as i (id, partnership, digest, dry_run, state, done, total, holder)
        values ($2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (id) do update set state = excluded.state, done = excluded.done, total = excluded.total,
          result = null, problem = null, holder = excluded.holder, touched_at = now()
        where i.digest = excluded.digest and (i.state in ('failed', 'stopped')
          or (i.state in ('waiting', 'running') and i.touched_at < now() - $1 * interval '1 millisecond'))
        returning i.id`,
      [this.silentForMs, id, partnership, digest, dryRun, state, done, total, this.holder],
    );
    await this.ledger.sql.query(`delete from imports where touched_at < now() - $1 * interval '1 day'`, [TOLD_FOR_DAYS]);
    return taken.length === 1;
  }

  /** Says how far an import of this process is. */
  async say({ id, state, done, total, result, problem }: ImportStanding): Promise<void> {
    await this.ledger.sql.query(
      `update imports set state = $3, done = $4, total = $5, result = $6, problem = $7, touched_at = now()
        where id = $1 and holder = $2`,
      [id, this.holder, state, done, total, inText(result), inText(problem)],
    );
  }
}

function standingIn(row: Row): ImportStanding {
  const result = row['result'] as string | null;
  const problem = row['problem'] as string | null;
  return {
    id: row['id'] as Id,
    partnership: row['partnership'] as Id,
    dryRun: row['dry_run'] as boolean,
    state: row['state'] as ImportStanding['state'],
    done: Number(row['done']),
    total: Number(row['total']),
    ...(result === null ? {} : { result: JSON.parse(result) as ImportResult }),
    ...(problem === null ? {} : { problem: JSON.parse(problem) as ProblemDetails }),
  };
}

/** As text and not as JSON of the database, which knows no `\u0000`: a row that is quoted may hold one. */
function inText(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
