import type { RecordedEvent } from '@eventstore/db-client';
import { LedgerError, type NewEvent, newId, type Recorded, sha256 } from '#kernel';
import {
  type AllPage,
  type Appended,
  DuplicateEvent,
  type EventStore,
  type Expected,
  RevisionConflict,
  START,
  StoreUnavailable,
  StreamExists,
  StreamMissing,
} from '../port.js';
import { CommitSignal } from '../sql/commit-signal.js';
import { type Append, atTheDoor, requireName } from '../sql/door.js';
import { recordedFrom, type Upcasters } from '../sql/rows.js';
import type { Sql } from '../sql/sql.js';
import { Turns } from '../turns.js';
import { Bell } from './bell.js';
import { Connection, type ConnectionTimes } from './connection.js';
import { typeOf } from './failures.js';
import { Follower } from './follower.js';
import { ledgerIdOf } from './founding.js';
import { LogCopy } from './log-copy.js';
import { LogReader, prefixOf } from './log-reader.js';
import { positionIn } from './positions.js';
import { appendOf, fromWire, type ReadRow, toWire } from './wire.js';

export type EsdbOptions = Readonly<{
  /** As EventStoreDB's own: `esdb://host:2113?tls=false`, `esdb+discover://user:password@host`. */
  connectionString: string;
  /** Where the copy of the log lies: beside the read models. Remains the caller's to close. */
  sql: Sql;
  /** The name before every stream of this ledger on the server, so that several and others can share it. */
  ledger?: string;
  upcasters?: Upcasters;
  times?: ConnectionTimes & Readonly<{ heartbeat?: number }>;
  /** How many events were taken in while opening: all of them where the copy is new. */
  progress?: (taken: number) => void;
}>;

export const DEFAULT_LEDGER = 'throughline';

const SUBSCRIPTION_BATCH = 500;
/** A filter that matches nothing is answered after so many events, not after the whole log. */
const SCAN_AT_ONCE = 10_000;
/** Others may write to a stream for which the caller expects nothing exact; so often it is tried anew. */
const RACES = 100;
/** A reader at the end of the log is told when it grows; this is how long it believes that nobody forgot to. */
const LOOKS_AGAIN_MS = 2_000;

type Exact = 'no-stream' | Readonly<{ revision: bigint }>;

/** The event store on EventStoreDB: its `$all` order is the order of the log. */
export class EsdbEventStore implements EventStore {
  private readonly closing = new AbortController();
  private readonly turnsOfStreams = new Turns();
  private readonly turnsOfCommands = new Turns();

  private constructor(
    private readonly connection: Connection,
    readonly ledger: string,
    private readonly id: string,
    readonly reader: LogReader,
    readonly copy: LogCopy,
    private readonly follower: Follower,
    private readonly bell: Bell,
    private readonly commits: CommitSignal,
    private readonly upcasters: Upcasters,
  ) {}

  /**
   * Connects, founds the ledger where the server has none of this name, and brings the copy of its log up to date.
   * @throws LedgerError `invalid` for a connection string or a name that is none; StoreUnavailable; LedgerForked where the
   *   copy is of another history
   */
  static async open(options: EsdbOptions): Promise<EsdbEventStore> {
    const { ledger = DEFAULT_LEDGER, sql, times = {} } = options;
    requireLedgerName(ledger);
    const connection = connectionTo(options.connectionString, times);
    try {
      const id = await ledgerIdOf(connection, ledger);
      const reader = new LogReader(connection, ledger);
      const copy = await LogCopy.open(sql, id);
      const commits = new CommitSignal();
      const follower = await Follower.open(reader, copy, () => commits.wake());
      await follower.catchUp(options.progress);
      const bell = new Bell(connection, prefixOf(ledger), () => follower.catchUp(), times);
      bell.start();
      return new EsdbEventStore(connection, ledger, id, reader, copy, follower, bell, commits, options.upcasters ?? {});
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  ledgerId(): Promise<string> {
    return Promise.resolve(this.id);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    this.requireOpen();
    const append = atTheDoor(stream, events, expected);
    const onStream = () => this.turnsOfStreams.take(stream, () => this.appendNow(append, events));
    // The command's turn first, then the stream's, always: nobody waits in a circle. So a command that comes here on two
    // streams at once is known by the second; what another process does at that instant is not.
    return await this.turnsOfCommands.take(append.events[0]?.commandId ?? '', onStream);
  }

  async readStream(stream: string, from = 0n): Promise<readonly Recorded[]> {
    this.requireOpen();
    requireName(stream, 'stream');
    return await this.streamFrom(stream, from);
  }

  async readAll(after: string, options: Readonly<{ limit: number; types?: readonly string[] }>): Promise<AllPage> {
    this.requireOpen();
    const { limit, types } = options;
    if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError(`a page holds at least one event, not ${limit}`);
    positionIn(after);
    const wanted: ReadRow[] = [];
    let place = this.reader.placeAt(after);
    for (let scanned = 0; ; ) {
      const atOnce = types === undefined ? limit : Math.min(SCAN_AT_ONCE, Math.max(limit, SUBSCRIPTION_BATCH));
      const page = await this.reader.after(place, atOnce);
      for (const row of page.rows) {
        if (types !== undefined && !types.includes(row.type)) continue;
        wanted.push(row);
        // What lies behind the last that is wanted is not looked at, whatever was read of it.
        if (wanted.length === limit && row !== page.rows.at(-1))
          return { events: await this.shown(wanted), scannedTo: row.position, caughtUp: false };
      }
      place = page.place;
      scanned += page.rows.length;
      if (page.caughtUp || wanted.length === limit || scanned >= Math.max(limit, SCAN_AT_ONCE))
        return { events: await this.shown(wanted), scannedTo: place.position, caughtUp: page.caughtUp };
    }
  }

  async readPartnership(partnershipId: string, after = START, through?: string): Promise<readonly Recorded[]> {
    positionIn(after);
    if (through !== undefined) positionIn(through);
    await this.caughtUp();
    const rows = await this.copy.ofPartnership(partnershipId, after, through);
    for (const row of rows) requireAsRecorded(row);
    return rows.map((row) => recordedFrom(row, this.upcasters));
  }

  async *subscribeAll(
    after: string,
    options: Readonly<{ signal: AbortSignal; batchSize?: number }>,
  ): AsyncGenerator<AllPage, void> {
    const { batchSize: limit = SUBSCRIPTION_BATCH } = options;
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    let position = after;
    while (!options.signal.aborted) {
      this.requireOpen();
      const { mark } = this.commits;
      const page = await this.readAll(position, { limit });
      position = page.scannedTo;
      if (page.events.length > 0) yield page;
      if (page.caughtUp) await this.commits.after(mark, LOOKS_AGAIN_MS, signal);
    }
  }

  async streamOfCommand(commandId: string): Promise<string | undefined> {
    await this.caughtUp();
    return await this.copy.streamOfCommand(commandId);
  }

  async head(): Promise<string> {
    await this.caughtUp();
    return this.follower.position;
  }

  /** Answers what was handed in, then takes no more; subscriptions fail. */
  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await Promise.all([this.turnsOfCommands.ended(), this.turnsOfStreams.ended()]);
    await this.bell.stop();
    await this.connection.close();
  }

  private async appendNow(append: Append, events: readonly NewEvent[]): Promise<Appended> {
    const { stream, expected } = append;
    await this.requireNewIds(append);
    const appendId = newId();
    const wire = events.map((event, index) => toWire(event, append.events[index]?.body ?? '', appendId));
    for (let race = 1; ; race += 1) {
      const exact = await this.exactly(stream, expected);
      try {
        const revision = exact === 'no-stream' ? 'no_stream' : exact.revision;
        const { nextExpectedRevision } = await this.connection.append(this.named(stream), wire, revision);
        return await this.answered(append, appendId, nextExpectedRevision);
      } catch (error) {
        const actual = actualRevision(error);
        if (actual === undefined) throw error;
        if (typeof expected === 'object' || expected === 'no-stream' || race === RACES) throw conflict(append, actual);
      }
    }
  }

  /**
   * What the server is told to expect: always exact, because only then does it know a repeated append again for good. For
   * "any" and "a stream that exists" it forgets, and stores the same events twice.
   */
  private async exactly(stream: string, expected: Expected): Promise<Exact> {
    if (expected !== 'any' && expected !== 'stream-exists') return expected;
    const last = await this.connection.lastOf(this.named(stream));
    if (last !== undefined) return { revision: last.revision };
    if (expected === 'stream-exists') throw new StreamMissing(stream);
    return 'no-stream';
  }

  /**
   * The server takes an id again in another stream, or later in the same one. An id is made once, so that is a caller's
   * error; it is refused as far as the copy knows. An append that is repeated where it was stored, or at a revision that the
   * stream is past, is the server's to judge.
   */
  private async requireNewIds({ stream, expected, events }: Append): Promise<void> {
    const ids = events.map(({ id }) => id);
    if (new Set(ids).size < ids.length) throw new DuplicateEvent(stream);
    const first = expected === 'no-stream' ? 0n : typeof expected === 'object' ? expected.revision + 1n : undefined;
    const commandId = events[0]?.commandId ?? '';
    const elsewhere = await this.copy.streamOfCommand(commandId);
    if (elsewhere !== undefined && elsewhere !== stream)
      throw new LedgerError('reused', 'COMMAND_REUSED', `command ${commandId} is recorded on another stream`);
    for (const found of await this.copy.withIds(ids)) {
      // Where they lie behind the revision that is expected, the stream moved on: a conflict, which the server tells.
      const isServersToJudge = first !== undefined && found.stream === stream && BigInt(found.revision) >= first;
      if (!isServersToJudge) throw new DuplicateEvent(stream);
    }
  }

  /**
   * The server answers with the last revision alone: what was stored, where and when, is read. It answers the same where
   * these very events were stored before, by a copy of this append; that is told as the conflict it is, so that of five
   * copies of a command one recorded it.
   */
  private async answered(append: Append, appendId: string, last: bigint): Promise<Appended> {
    const { stream, events } = append;
    try {
      const stored = await this.onServer(stream, last + 1n - BigInt(events.length), events.length);
      if (stored.length < events.length || stored.some(({ id }, index) => id !== events[index]?.id))
        throw new LedgerError('corrupt', 'APPEND_DIFFERS', `${stream} holds other events at revision ${last} than were appended`);
      if (stored.some((event) => appendOf(event) !== appendId))
        throw conflict(append, (await this.connection.lastOf(this.named(stream)))?.revision ?? last);
      const recorded = await this.shown(stored.map((event) => fromWire(event, stream)));
      return { revision: last, position: recorded.at(-1)?.position ?? START, events: recorded };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      throw new StoreUnavailable('unknown', `the append was stored and could not be read: ${error.message}`, { cause: error });
    }
  }

  private async streamFrom(stream: string, from: bigint): Promise<readonly Recorded[]> {
    return await this.shown((await this.onServer(stream, from)).map((event) => fromWire(event, stream)));
  }

  private async onServer(stream: string, from: bigint, count?: number): Promise<readonly RecordedEvent[]> {
    const events = (await this.connection.readStream(this.named(stream), from, count)) ?? [];
    for (const [index, { revision }] of events.entries())
      if (revision !== from + BigInt(index)) {
        const message = `${stream} has revision ${revision} where ${from + BigInt(index)} was to come; run: throughline doctor`;
        throw new LedgerError('corrupt', 'EVENT_MISSING', message);
      }
    return events;
  }

  private async shown(rows: readonly ReadRow[]): Promise<readonly Recorded[]> {
    return (await this.follower.timed(rows)).map((row) => recordedFrom(row, this.upcasters));
  }

  private async caughtUp(): Promise<void> {
    this.requireOpen();
    await this.follower.catchUp();
  }

  private named(stream: string): string {
    return `${prefixOf(this.ledger)}${stream}`;
  }

  private requireOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('not-stored', 'the store is closed');
  }
}

/** @throws LedgerError `invalid`, naming what is wrong with the connection string */
export function connectionTo(connectionString: string, times: ConnectionTimes = {}): Connection {
  try {
    return Connection.to(connectionString, times);
  } catch (error) {
    const message = `is no connection string of EventStoreDB: ${error instanceof Error ? error.message : String(error)}`;
    throw new LedgerError('invalid', 'INVALID_INPUT', message, [{ field: '--esdb', rule: 'R15', message }]);
  }
}

/** True of what can stand before the names of streams. */
export function isLedgerName(name: string): boolean {
  return /^[a-z][a-z0-9_]{0,30}$/.test(name);
}

function requireLedgerName(ledger: string): void {
  if (isLedgerName(ledger)) return;
  const message = `"${ledger}" is no name of a ledger: wanted up to 31 of a-z, 0-9 and _, a letter first`;
  throw new LedgerError('invalid', 'INVALID_INPUT', message, [{ field: '--esdb-ledger', rule: 'R15', message }]);
}

function conflict({ stream, expected }: Append, actual: bigint): LedgerError {
  if (expected === 'no-stream') return new StreamExists(stream, actual);
  // Of an id that is new, nobody can have stored a copy: who expects nothing exact gives an id twice.
  if (expected === 'any' || expected === 'stream-exists') return new DuplicateEvent(stream);
  return new RevisionConflict(stream, expected, actual);
}

/** The revision a stream has, where that is why an append was refused; -1 where there is no stream. */
function actualRevision(error: unknown): bigint | undefined {
  if (typeOf(error) !== 'wrong-expected-version') return undefined;
  const { actualVersion } = error as { actualVersion?: unknown };
  return typeof actualVersion === 'bigint' ? actualVersion : -1n;
}

function requireAsRecorded({ id, position, body, sha256: recorded }: ReadRow): void {
  if (sha256(body) === recorded) return;
  const message = `the copy of event ${id} at ${position} is not what was recorded; run: throughline projections rebuild log-copy --store esdb`;
  throw new LedgerError('corrupt', 'EVENT_ALTERED', message);
}
