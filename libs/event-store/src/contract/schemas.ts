import type { Sql } from '../sql/sql.js';

/**
 * Schemas of one embedded engine, each as if it were a database of its own: to start an engine takes a second. It has one
 * connection, and what is asked of it in order is done in order: so the schema is set just before.
 */
export class Schemas {
  private inUse = '';

  constructor(private readonly database: () => Sql) {}

  /** The schema is there already, or is made by what is asked first. */
  sql(schema: string): Sql {
    const inSchema = <T>(work: () => Promise<T>): Promise<T> => {
      if (this.inUse === schema) return work();
      this.inUse = schema;
      return Promise.all([this.database().query(`set search_path to ${schema}`), work()]).then(([, answer]) => answer);
    };
    return {
      query: (text, parameters) => inSchema(() => this.database().query(text, parameters)),
      transaction: (work) => inSchema(() => this.database().transaction(work)),
      listen: (channel, heard) => this.database().listen(channel, heard),
      close: () => this.database().close(),
    };
  }
}
