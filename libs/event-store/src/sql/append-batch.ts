import { LedgerError } from '#kernel';
import { onceStored } from '../once-stored.js';
import {
  type Appended,
  DuplicateEvent,
  type Expected,
  RevisionConflict,
  StoreUnavailable,
  StreamExists,
  StreamMissing,
} from '../port.js';
import type { Append } from './door.js';
import { int8, positionText, recordedFrom, type StoredRow, type Upcasters } from './rows.js';
import { ConnectionLost, type Sql, sqlState } from './sql.js';

/** What the database says of one append. */
type Verdict = Readonly<{ was_at: string; accepted: boolean; after_position: string; recorded_at: string }>;

/** What became of each append of a batch, in order, and the rows that were stored. */
export type Batched = Readonly<{ answers: readonly (Appended | LedgerError)[]; rows: readonly StoredRow[] }>;

/**
 * Stores a batch with one statement and no transaction around it. Conflicts are answers, each append's own.
 * @param batch at most one append per stream
 * @throws StoreUnavailable, DuplicateEvent, LedgerError COMMAND_REUSED or the database's own error: then nothing of the batch is stored, unless the
 *   outcome is `unknown`
 */
export async function appendBatch(sql: Sql, batch: readonly Append[], upcasters: Upcasters): Promise<Batched> {
  const events = batch.flatMap((append, index) =>
    append.events.map((event, place) => ({ ...event, append: index + 1, place: place + 1 })),
  );
  const column = <K extends keyof (typeof events)[number]>(name: K) => events.map((event) => event[name]);
  const verdicts = await sql
    .query<Verdict>(
      `select a.was_at::text as was_at, a.accepted, a.after_position::text as after_position, a.recorded_at
        from append_events($1::text[], $2::bigint[], $3::integer[], $4::integer[], $5::uuid[], $6::text[], $7::text[],
          $8::text[], $9::text[]) a`,
      [
        batch.map((append) => append.stream),
        batch.map((append) => expectedCode(append.expected)),
        column('append'),
        column('place'),
        column('id'),
        column('type'),
        column('partnershipId'),
        column('commandId'),
        column('body'),
      ],
    )
    .catch((error: unknown) => {
      throw isRefusal(error) ? failure(error, batch) : unanswered(error);
    });
  return await onceStored(() => answersOf(batch, verdicts, upcasters));
}

function answersOf(batch: readonly Append[], verdicts: readonly Verdict[], upcasters: Upcasters): Batched {
  const rows: StoredRow[] = [];
  const answers = batch.map((append, index): Appended | LedgerError => {
    const verdict = verdicts[index];
    if (verdict === undefined) throw new StoreUnavailable('unknown', 'the database answered for fewer appends than it was given');
    const wasAt = int8(verdict.was_at);
    if (!verdict.accepted) return conflict(append, wasAt);
    const start = int8(verdict.after_position) + BigInt(rows.length);
    const stored = append.events.map(({ id, type, partnershipId, commandId, body }, place) => ({
      position: positionText(start + BigInt(place + 1)),
      stream: append.stream,
      revision: String(wasAt + BigInt(place + 1)),
      id,
      type,
      partnershipId,
      commandId,
      recordedAt: verdict.recorded_at,
      body,
    }));
    rows.push(...stored);
    return {
      revision: wasAt + BigInt(stored.length),
      position: positionText(start + BigInt(stored.length)),
      events: stored.map((row) => recordedFrom(row, upcasters)),
    };
  });
  return { answers, rows };
}

/** Whether the database, or the way to it, says itself what became of a statement. An embedded one may break off without a word. */
function isRefusal(error: unknown): boolean {
  return error instanceof ConnectionLost || sqlState(error) !== undefined;
}

function unanswered(cause: unknown): StoreUnavailable {
  return new StoreUnavailable('unknown', 'the database broke off, and did not say what became of the append', { cause });
}

// Locks and timeouts, resources (a full disk), shutting down, a standby: the statement was refused whole.
const REFUSED_WHOLE = /^(40|53|55P03|57014|57P04|25006|58)/;

/** A database's failure in the words of the port; any other error as it is. */
export function failure(error: unknown, batch: readonly Append[] = []): unknown {
  if (error instanceof ConnectionLost) {
    return new StoreUnavailable(error.sent ? 'unknown' : 'not-stored', `the database is away: ${error.message}`, {
      cause: error,
    });
  }
  const state = sqlState(error);
  if (state === undefined || !(error instanceof Error)) return error;
  if (state === 'TL001') return new DuplicateEvent(batch.map((append) => append.stream).join(', '), { cause: error });
  if (state === 'TL004') return new LedgerError('reused', 'COMMAND_REUSED', error.message, [], { cause: error });
  if (REFUSED_WHOLE.test(state))
    return new StoreUnavailable('not-stored', `the database refused: ${error.message}`, { cause: error });
  return error;
}

/** As `append_events` reads it; int8 goes as text, so that it stays exact. */
function expectedCode(expected: Expected): string {
  switch (expected) {
    case 'no-stream':
      return '-1';
    case 'any':
      return '-2';
    case 'stream-exists':
      return '-3';
    default:
      return String(expected.revision);
  }
}

function conflict({ stream, expected }: Append, actual: bigint): LedgerError {
  if (expected === 'no-stream') return new StreamExists(stream, actual);
  if (expected === 'stream-exists') return new StreamMissing(stream);
  return new RevisionConflict(stream, expected, actual);
}
