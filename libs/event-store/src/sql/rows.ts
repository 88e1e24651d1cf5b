import { type Instant, LedgerError, type Metadata, type Recorded } from '#kernel';
import type { Row, Sql } from './sql.js';

/** An event exactly as its table holds it: the form of the journal, of backup, restore and move. */
export type StoredRow = Readonly<{
  /** 20 digits. */
  position: string;
  stream: string;
  /** Decimal digits: a revision may lie beyond what a number can hold. */
  revision: string;
  id: string;
  type: string;
  partnershipId: string | null;
  commandId: string;
  recordedAt: string;
  /** RFC 8785 canonical JSON of `{type, schema, data, metadata}`: the bytes that are hashed. */
  body: string;
}>;

/**
 * How the data of old schemas is read today, by event type: entry 0 takes data of schema 1 to schema 2, and so on.
 * Stored bytes never change.
 */
export type Upcasters = Readonly<Record<string, readonly ((data: unknown) => unknown)[]>>;

// The alias of a text column hides the number in ORDER BY: every query orders by the qualified `e.position`.
/** The columns of `events e` that an event is read from: what the others say lies in the body too. */
export const EVENT_COLUMNS = `e.position::text as position, e.stream, e.revision::text as revision, e.id::text as id, e.body,
  to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at`;

/** All columns of `events e`, as `storedRow` reads them. */
export const ROW_COLUMNS = `${EVENT_COLUMNS}, e.type, e.partnership_id, e.command_id`;

/** A position in the form that leaves the store: 20 digits, so that text order is log order. */
export function positionText(position: bigint | string): string {
  return String(position).padStart(20, '0');
}

/**
 * The number of a position.
 * @throws LedgerError `invalid` where the text is none
 */
export function positionNumber(position: string): bigint {
  if (/^\d{20}$/.test(position) && BigInt(position) < 2n ** 63n) return BigInt(position);
  const message = `${JSON.stringify(position)} is no position: it has 20 digits`;
  throw new LedgerError('invalid', 'INVALID_POSITION', message, [{ field: 'position', rule: 'R15', message }]);
}

/**
 * An int8 column, which is always selected as text.
 * @throws TypeError where a query forgot that: a driver's number is not exact beyond 2^53
 */
export function int8(value: unknown): bigint {
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return BigInt(value);
  throw new TypeError(`int8 must be selected as text, not as ${typeof value}`);
}

/** What of a row an event is read from. */
export type EventRow = Pick<StoredRow, 'position' | 'stream' | 'revision' | 'id' | 'recordedAt' | 'body'>;

/** A row of a query that selected `EVENT_COLUMNS`. */
export function eventRow(row: Row): EventRow {
  return {
    position: positionText(int8(row['position'])),
    stream: row['stream'] as string,
    revision: String(int8(row['revision'])),
    id: row['id'] as string,
    recordedAt: row['recorded_at'] as string,
    body: row['body'] as string,
  };
}

/** A row of a query that selected `ROW_COLUMNS`. */
export function storedRow(row: Row): StoredRow {
  return {
    ...eventRow(row),
    type: row['type'] as string,
    partnershipId: row['partnership_id'] as string | null,
    commandId: row['command_id'] as string,
  };
}

/** The event of a row, its data in today's schema. */
export function recordedFrom(row: EventRow, upcasters: Upcasters): Recorded {
  const body = JSON.parse(row.body) as { type: string; schema: number; data: unknown; metadata: Metadata };
  const steps = upcasters[body.type]?.slice(body.schema - 1) ?? [];
  return {
    type: body.type,
    data: steps.reduce((data, step) => step(data), body.data) as Recorded['data'],
    schema: body.schema + steps.length,
    metadata: body.metadata,
    id: row.id,
    stream: row.stream,
    revision: BigInt(row.revision),
    position: row.position,
    recordedAt: row.recordedAt as Instant,
  };
}

const RESTORE_AT_ONCE = 1000;

/**
 * Puts rows back verbatim, onto the end of the log only: each has the next position and the next revision of its
 * stream, and no earlier `recordedAt` than the row before it.
 * @throws the database's error TL003 where a row is not the next one; the rows of its chunk are then not stored
 */
export async function restoreRows(sql: Pick<Sql, 'query'>, rows: readonly StoredRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += RESTORE_AT_ONCE) {
    const chunk = rows.slice(from, from + RESTORE_AT_ONCE);
    const column = <K extends keyof StoredRow>(name: K) => chunk.map((row) => row[name]);
    await sql.query(
      `select restore_events($1::bigint[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[],
        $8::timestamptz[], $9::text[])`,
      [
        column('position'),
        column('stream'),
        column('revision'),
        column('id'),
        column('type'),
        column('partnershipId'),
        column('commandId'),
        column('recordedAt'),
        column('body'),
      ],
    );
  }
}
