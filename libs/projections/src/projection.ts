import type { Recorded } from '#kernel';
import type { Histories } from './histories.js';

/** One write of a read model. */
export type Statement = Readonly<{ text: string; parameters: readonly unknown[] }>;

/** A table as a projection wants it; its physical name bears the build, so that two builds stand side by side. */
export type Table = Readonly<{
  /** What stands between the brackets of `create table`. */
  columns: string;
  /** What stands between the brackets of each `create index`. */
  indexes?: readonly string[];
  /** Columns of type tsvector that are searched. */
  searched?: readonly string[];
}>;

/** Physical table names by the names a projection uses. */
export type TableNames = Readonly<Record<string, string>>;

/** What a projection may read while it works out its writes. */
export type Beside = Readonly<{ tables: TableNames; histories: Histories }>;

/**
 * A read model as seen from the log. `project` turns a batch into writes and does nothing itself: the runner makes
 * the writes and moves the checkpoint in one transaction. It reads only the log (through `histories`), never the
 * clock, and gives the same writes for the same events: only so does a rebuild equal what stands.
 */
export type Projection = Readonly<{
  name: string;
  /** Raised with every change of tables or meaning: the next start builds it anew. */
  version: number;
  tables: Readonly<Record<string, Table>>;
  /**
   * Said where each row depends on the events of one partnership alone, or of one stream that belongs to none. Only then
   * may several fold it at once, each its part of the partnerships.
   */
  partitionedBy?: 'partnership';
  project(events: readonly Recorded[], beside: Beside): Promise<readonly Statement[]>;
}>;

/** What is done about an event that a projection cannot take in. */
export type PoisonPolicy =
  | 'stop'
  | 'park'
  /** Tried again so many times, waiting twice as long each time; then `stop`. */
  | Readonly<{ retry: number; backoffMs: number }>;

/** The physical name of a table in a build. */
export function tableName(table: string, build: string): string {
  return `rm_${table.replaceAll('-', '_')}_${build}`;
}

export function tableNames(projection: Projection, build: string): TableNames {
  return Object.fromEntries(Object.keys(projection.tables).map((table) => [table, tableName(table, build)]));
}
