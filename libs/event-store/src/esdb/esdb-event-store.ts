import { LedgerError, type NewEvent, type Recorded, sha256 } from '#kernel';
import { type AllPage, type Appended, type EventStore, type Expected, START, StoreUnavailable } from '../port.js';
import { CommitSignal } from '../sql/commit-signal.js';
import { requireName } from '../sql/door.js';
import { recordedFrom, type Upcasters } from '../sql/rows.js';
import type { Sql } from '../sql/sql.js';
import { Appending } from './appending.js';
import { Bell } from './bell.js';
import { type Connection, type ConnectionTimes, connectionTo } from './connection.js';
import { Follower } from './follower.js';
import { ledgerIdOf } from './founding.js';
import { DEFAULT_LEDGER, requireLedgerName } from './ledger-name.js';
import { LogCopy } from './log-copy.js';
import { LogReader, prefixOf } from './log-reader.js';
import { positionIn } from './positions.js';
import { ServerStreams } from './server-streams.js';
import type { ReadRow } from './wire.js';

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

const SUBSCRIPTION_BATCH = 500;
/** A filter that matches nothing is answered after so many events, not after the whole log. */
const SCAN_AT_ONCE = 10_000;
/** A reader at the end of the log is told when it grows; this is how long it believes that nobody forgot to. */
const LOOKS_AGAIN_MS = 2_000;

/** The event store on EventStoreDB: its `$all` order is the order of the log. */
export class EsdbEventStore implements EventStore {
  private readonly closing = new AbortController();
  private readonly streams: ServerStreams;
  private readonly appending: Appending;

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
  ) {
    this.streams = new ServerStreams(connection, ledger, follower, upcasters);
    this.appending = new Appending(connection, this.streams, copy);
  }

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
    return await this.appending.append(stream, events, expected);
  }

  async readStream(stream: string, from = 0n): Promise<readonly Recorded[]> {
    this.requireOpen();
    requireName(stream, 'stream');
    return await this.streams.from(stream, from);
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
          return { events: await this.streams.shown(wanted), scannedTo: row.position, caughtUp: false };
      }
      place = page.place;
      scanned += page.rows.length;
      if (page.caughtUp || wanted.length === limit || scanned >= Math.max(limit, SCAN_AT_ONCE))
        return { events: await this.streams.shown(wanted), scannedTo: place.position, caughtUp: page.caughtUp };
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
    await this.appending.ended();
    await this.bell.stop();
    await this.connection.close();
  }

  private async caughtUp(): Promise<void> {
    this.requireOpen();
    await this.follower.catchUp();
  }

  private requireOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('not-stored', 'the store is closed');
  }
}

function requireAsRecorded({ id, position, body, sha256: recorded }: ReadRow): void {
  if (sha256(body) === recorded) return;
  const message = `the copy of event ${id} at ${position} is not what was recorded; run: throughline projections rebuild log-copy --store esdb`;
  throw new LedgerError('corrupt', 'EVENT_ALTERED', message);
}
