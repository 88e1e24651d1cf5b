import type { PGlite } from '@electric-sql/pglite';
import { ConnectionLost, type Row, type Sql, sqlState } from './sql.js';

/** `Sql` over a PGlite of this very process. */
export function pgliteSql(db: PGlite): Sql {
  const answered = async <T>(work: () => Promise<T>): Promise<T> => {
    if (db.closed) throw new ConnectionLost(false, 'the database is closed');
    try {
      return await work();
    } catch (error) {
      // Whatever is not the database's own refusal is the engine's end: what was under way may have been done.
      if (sqlState(error) === undefined && db.closed) throw new ConnectionLost(true, 'the database was closed', { cause: error });
      throw error;
    }
  };
  return {
    query: <R extends Row>(text: string, parameters: readonly unknown[] = []) =>
      answered(async () => (await db.query<R>(text, [...parameters])).rows),
    transaction: (work) =>
      answered(() =>
        db.transaction((tx) =>
          work({
            query: async <R extends Row>(text: string, parameters: readonly unknown[] = []) =>
              (await tx.query<R>(text, [...parameters])).rows,
          }),
        ),
      ),
    listen: async (channel, heard) => await db.listen(channel, heard),
    close: async () => {
      if (!db.closed) await db.close();
    },
  };
}
