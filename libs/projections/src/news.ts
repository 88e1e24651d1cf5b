import type { Sql } from '#event-store';

const CHANNEL = 'throughline_projections';
const TELL_EVERY_MS = 20;

/** Tells other processes that a read model has moved: after the commit and gathered, since NOTIFY takes a lock of the server. */
export class News {
  private telling: NodeJS.Timeout | undefined;

  constructor(private readonly sql: Pick<Sql, 'query'>) {}

  tellSoon(): void {
    if (this.telling !== undefined) return;
    this.telling = setTimeout(() => {
      this.telling = undefined;
      // One that is lost costs a reader one poll.
      this.sql.query(`select pg_notify($1, '')`, [CHANNEL]).catch(() => undefined);
    }, TELL_EVERY_MS).unref();
  }

  end(): void {
    clearTimeout(this.telling);
  }
}

/** Hears of each. @returns ends it */
export async function hearNews(sql: Pick<Sql, 'listen'>, heard: () => void): Promise<() => Promise<void>> {
  return await sql.listen(CHANNEL, heard);
}
