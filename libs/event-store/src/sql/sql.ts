/** A row as the driver gives it; int8 columns are always selected as text. */
export type Row = Record<string, unknown>;

/**
 * The little of PostgreSQL that the project uses, on a server (`pg`) and embedded (PGlite) alike.
 * Parameters are $1, $2, ...; arrays are passed as arrays. One statement per query.
 * @throws ConnectionLost where there is no connection; else the database's own error, with its SQLSTATE as `code`
 */
export interface Sql {
  query<R extends Row = Row>(text: string, parameters?: readonly unknown[]): Promise<R[]>;
  /**
   * Commits what the work did, or nothing of it where it throws.
   * @param options `takesItsTime`: none of its statements is ended, or given up, for how long it takes
   */
  transaction<T>(work: (sql: Pick<Sql, 'query'>) => Promise<T>, options?: Readonly<{ takesItsTime?: boolean }>): Promise<T>;
  /** Calls back on each NOTIFY of the channel until the returned function is called. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** How many connections there are to the server, where there is one, and how many callers wait for one. */
  connections?(): Readonly<{ used: number; idle: number; waiting: number }>;
  close(): Promise<void>;
}

/** The database did not answer. `sent`: the statement had gone out, so whether it ran is unknown. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  constructor(
    readonly sent: boolean,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The SQLSTATE of a database's error; undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True where the database refuses to write: a standby, or set to read only. A session begun meanwhile stays so; a new one may write. */
export function isReadOnly(error: unknown): boolean {
  return sqlState(error) === '25006';
}

/** What an error says, as it is kept in a text column: that holds no NUL, and an error may quote one. */
export function storedWords(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replaceAll('\0', '\uFFFD');
}
