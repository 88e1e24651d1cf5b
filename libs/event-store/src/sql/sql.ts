/** A row as the driver gives it; int8 columns are always selected as text. */
export type Row = Record<string, unknown>;

/**
 * The little of PostgreSQL that the project uses, on a server (`pg`) and embedded (PGlite) alike.
 * Parameters are $1, $2, ...; arrays are passed as arrays.
 */
export interface Sql {
  query<R extends Row = Row>(text: string, parameters?: readonly unknown[]): Promise<R[]>;
  /** Commits what the work did, or nothing of it where it throws. */
  transaction<T>(work: (sql: Pick<Sql, 'query'>) => Promise<T>): Promise<T>;
  /** Calls back on each NOTIFY of the channel until the returned function is called. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
