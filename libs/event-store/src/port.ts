import { LedgerError, type NewEvent, type Recorded } from '#kernel';

/** What the stream must look like for an append to succeed. */
export type Expected = 'any' | 'no-stream' | 'stream-exists' | Readonly<{ revision: bigint }>;

/** What an append leads to: the same answer however often the command is repeated. */
export type Appended = Readonly<{
  /** Revision of the last event appended. */
  revision: bigint;
  /** Position of the last event appended. */
  position: string;
  events: readonly Recorded[];
}>;

export type AllPage = Readonly<{
  events: readonly Recorded[];
  /** The position up to which everything was looked at, also where no event matched. */
  scannedTo: string;
  /** Nothing lay behind `scannedTo` when it was read. */
  caughtUp: boolean;
}>;

/**
 * Before the first event of any ledger. Every position starts with so many digits, which number the log in its order;
 * what an engine adds behind them tells apart what it numbers alike.
 */
export const START = '0'.repeat(20);

/** One append holds at most this much, on every engine. */
export const APPEND_LIMITS = { events: 500, bytes: 512 * 1024 } as const;

/**
 * The only truth: an append-only log of events in streams.
 * @throws RevisionConflict, StreamMissing, StreamExists, DuplicateEvent, StoreUnavailable, LedgerForked;
 *   LedgerError `invalid` where an append is empty, too large or cannot be kept
 */
export interface EventStore {
  /** The ledger's id: new at creation, restore and move. */
  ledgerId(): Promise<string>;
  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended>;
  /** Events of one stream from a revision on (0 by default), in order; empty where there is no stream. */
  readStream(stream: string, from?: bigint): Promise<readonly Recorded[]>;
  readAll(after: string, options: Readonly<{ limit: number; types?: readonly string[] }>): Promise<AllPage>;
  /** Events of one partnership in log order, in `(after, through]`. */
  readPartnership(partnershipId: string, after?: string, through?: string): Promise<readonly Recorded[]>;
  /** Batches in log order; ends only on abort or error. */
  subscribeAll(after: string, options: Readonly<{ signal: AbortSignal; batchSize?: number }>): AsyncIterable<AllPage>;
  /** The stream in which a command's events lie; undefined where none do. */
  streamOfCommand(commandId: string): Promise<string | undefined>;
  /** Position of the last event; START where there is none. */
  head(): Promise<string>;
  close(): Promise<void>;
}

/** Somebody else wrote to the stream first. */
export class RevisionConflict extends LedgerError {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: bigint,
  ) {
    const wanted = typeof expected === 'object' ? `revision ${expected.revision}` : expected;
    super('conflict', 'REVISION_CONFLICT', `${stream}: expected ${wanted}, it is at revision ${actual}`);
  }
}

export class StreamMissing extends LedgerError {
  override readonly name = 'StreamMissing';
  constructor(readonly stream: string) {
    super('not-found', 'STREAM_MISSING', `${stream} is not there`);
  }
}

export class StreamExists extends LedgerError {
  override readonly name = 'StreamExists';
  constructor(
    readonly stream: string,
    readonly actual: bigint,
  ) {
    super('conflict', 'STREAM_EXISTS', `${stream} is there already, at revision ${actual}`);
  }
}

/** The store did not answer. `unknown`: the append may or may not be stored; read before appending again. */
export class StoreUnavailable extends LedgerError {
  override readonly name = 'StoreUnavailable';
  constructor(
    readonly outcome: 'not-stored' | 'unknown',
    message: string,
    options?: ErrorOptions,
  ) {
    super('unavailable', outcome === 'unknown' ? 'OUTCOME_UNKNOWN' : 'STORE_UNAVAILABLE', message, [], options);
  }
}

/** An event with this id is recorded already: event ids are made once, so this is an error of the caller, never a race. */
export class DuplicateEvent extends LedgerError {
  override readonly name = 'DuplicateEvent';
  constructor(
    readonly stream: string,
    options?: ErrorOptions,
  ) {
    super('conflict', 'DUPLICATE_EVENT', `${stream}: an event with one of these ids is already recorded`, [], options);
  }
}

/** A checkpoint names an event that this ledger does not have at that position: another history, or a lost tail. */
export class LedgerForked extends LedgerError {
  override readonly name = 'LedgerForked';
  constructor(message: string) {
    super('corrupt', 'LEDGER_FORKED', message);
  }
}
