import { LedgerError, type NewEvent, type Recorded } from '#kernel';
import { type AllPage, type Appended, type EventStore, type Expected, LedgerForked, START, StoreUnavailable } from '../port.js';
import { appendBatch, failure } from './append-batch.js';
import { CommitSignal } from './commit-signal.js';
import { type Append, atTheDoor } from './door.js';
import { GroupCommit } from './group-commit.js';
import {
  EVENT_COLUMNS,
  eventRow,
  int8,
  positionNumber,
  positionText,
  recordedFrom,
  type StoredRow,
  type Upcasters,
} from './rows.js';
import { ConnectionLost, type Row, type Sql } from './sql.js';
import { StreamReads } from './stream-reads.js';

export type SqlEventStoreOptions = Readonly<{
  /**
   * Awaited after a batch is committed and before any of its appends is acknowledged; the next batch waits for it.
   * Rows come in log order, without a gap unless an earlier call threw or its outcome was unknown. Where it throws, the
   * outcome is `unknown` for every caller of the batch.
   */
  committed?: (rows: readonly StoredRow[]) => Promise<void>;
  upcasters?: Upcasters;
  /** Tell other processes of commits (NOTIFY) and hear of theirs; without it they find out by polling. On by default. */
  notifies?: boolean;
  /** How long a reader at the end of the log waits before it looks again, where nobody told it to. */
  pollMs?: number;
}>;

const POLL_MS = 500;
const NOTIFY_EVERY_MS = 20;
const SUBSCRIPTION_BATCH = 500;
/** A filter that matches nothing is answered after so many positions, not after the whole log. */
const SCAN_AT_ONCE = 10_000;

/** The event store on PostgreSQL's SQL: on a server and embedded alike. The `Sql` remains the caller's to close. */
export class SqlEventStore implements EventStore {
  private readonly upcasters: Upcasters;
  private readonly pollMs: number;
  private readonly appends = new GroupCommit((batch) => this.commit(batch));
  private readonly streams = new StreamReads((text, parameters) => this.read(text, parameters));
  private readonly commits = new CommitSignal();
  private readonly closing = new AbortController();
  private listening: Promise<(() => Promise<void>) | undefined> | undefined;
  private channel: Promise<string> | undefined;
  private notifying: NodeJS.Timeout | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly options: SqlEventStoreOptions = {},
  ) {
    this.upcasters = options.upcasters ?? {};
    this.pollMs = options.pollMs ?? POLL_MS;
  }

  async ledgerId(): Promise<string> {
    const [row] = await this.read<{ id: string }>('select l.id::text as id from ledger l');
    if (row === undefined) throw new LedgerError('corrupt', 'LEDGER_ID_MISSING', 'the ledger has no id');
    return row.id;
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    this.requireOpen();
    return await this.appends.append(atTheDoor(stream, events, expected));
  }

  async readStream(stream: string, from = 0n): Promise<readonly Recorded[]> {
    this.requireOpen();
    const rows = await this.streams.read(stream, from);
    return rows.map((row) => this.recorded(row));
  }

  async readAll(after: string, options: Readonly<{ limit: number; types?: readonly string[] }>): Promise<AllPage> {
    const { limit, types } = options;
    if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError(`a page holds at least one event, not ${limit}`);
    const from = positionNumber(after);
    const to = from + BigInt(types === undefined ? limit : Math.max(limit, SCAN_AT_ONCE));
    // One statement, so that the end of the log and its events are seen at one instant.
    const rows = await this.read(
      `select log.head::text as head, ${EVENT_COLUMNS}
        from (select coalesce(max(l.position), 0) as head from events l) log
        left join lateral (
          select x.* from events x
          where x.position > $1::bigint and x.position <= $2::bigint and ($3::text[] is null or x.type = any ($3::text[]))
          order by x.position limit $4::integer
        ) e on true
        order by e.position`,
      [String(from), String(to), types ?? null, limit],
    );
    const head = int8(rows[0]?.['head']);
    if (from > head) {
      throw new LedgerForked(
        `the reader stands at ${after}, but this ledger ends at ${positionText(head)}: it lost its tail or is another`,
      );
    }
    const events = rows.filter((row) => row['position'] !== null).map((row) => this.recorded(row));
    const end = to < head ? to : head;
    if (types === undefined && BigInt(events.length) !== end - from) {
      throw new LedgerError(
        'corrupt',
        'EVENT_MISSING',
        `the log has ${events.length} events in (${after}, ${positionText(end)}]`,
      );
    }
    const scannedTo = events.length === limit ? (events.at(-1)?.position ?? after) : positionText(end);
    return { events, scannedTo, caughtUp: scannedTo === positionText(head) };
  }

  async readPartnership(partnershipId: string, after = START, through?: string): Promise<readonly Recorded[]> {
    const rows = await this.read(
      `select ${EVENT_COLUMNS} from events e
        where e.partnership_id = $1 and e.position > $2::bigint and ($3::bigint is null or e.position <= $3::bigint)
        order by e.position`,
      [partnershipId, String(positionNumber(after)), through === undefined ? null : String(positionNumber(through))],
    );
    return rows.map((row) => this.recorded(row));
  }

  async *subscribeAll(
    after: string,
    options: Readonly<{ signal: AbortSignal; batchSize?: number }>,
  ): AsyncGenerator<AllPage, void> {
    const { batchSize: limit = SUBSCRIPTION_BATCH } = options;
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    await this.listen();
    let position = after;
    while (!options.signal.aborted) {
      this.requireOpen();
      const mark = this.commits.mark;
      const page = await this.readAll(position, { limit });
      position = page.scannedTo;
      if (page.events.length > 0) yield page;
      if (page.caughtUp) await this.commits.after(mark, this.pollMs, signal);
    }
  }

  async streamOfCommand(commandId: string): Promise<string | undefined> {
    const [row] = await this.read<{ stream: string }>('select e.stream from events e where e.command_id = $1 limit 1', [
      commandId,
    ]);
    return row?.stream;
  }

  async head(): Promise<string> {
    const [row] = await this.read<{ head: string }>('select coalesce(max(e.position), 0)::text as head from events e');
    return positionText(int8(row?.head));
  }

  /** Answers what was handed in, then takes no more; subscriptions fail. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.appends.drained();
    clearTimeout(this.notifying);
    const unlisten = await this.listening;
    await unlisten?.();
  }

  private async commit(batch: readonly Append[]) {
    const { answers, rows } = await appendBatch(this.sql, batch, this.upcasters);
    if (rows.length === 0) return answers;
    try {
      await this.options.committed?.(rows);
    } catch (error) {
      throw new StoreUnavailable('unknown', 'the batch was stored, but what must follow a commit failed', { cause: error });
    }
    this.commits.wake();
    this.notifySoon();
    return answers;
  }

  /** After the commit and gathered: NOTIFY takes a lock of the whole server, inside the append it halves the rate. */
  private notifySoon(): void {
    if (this.options.notifies === false || this.notifying !== undefined || this.closing.signal.aborted) return;
    this.notifying = setTimeout(() => {
      this.notifying = undefined;
      // A notification that is lost costs a reader one poll.
      this.ledgerChannel()
        .then((channel) => this.sql.query(`select pg_notify($1, '')`, [channel]))
        .catch(() => undefined);
    }, NOTIFY_EVERY_MS);
    this.notifying.unref();
  }

  private async listen(): Promise<void> {
    if (this.options.notifies === false) return;
    this.listening ??= this.ledgerChannel()
      .then((channel) => this.sql.listen(channel, () => this.commits.wake()))
      // Where listening is not to be had now the poll finds the events, and the next subscription tries again.
      .catch(() => {
        this.listening = undefined;
        return undefined;
      });
    await this.listening;
  }

  private ledgerChannel(): Promise<string> {
    this.channel ??= this.ledgerId()
      .then((id) => `ledger_${id.replaceAll('-', '')}`)
      .catch((error: unknown) => {
        // Not known for now: a refusal that is kept would be given for ever.
        this.channel = undefined;
        throw error;
      });
    return this.channel;
  }

  private recorded(row: Row): Recorded {
    return recordedFrom(eventRow(row), this.upcasters);
  }

  private async read<R extends Row = Row>(text: string, parameters: readonly unknown[] = []): Promise<R[]> {
    this.requireOpen();
    try {
      return await this.sql.query<R>(text, parameters);
    } catch (error) {
      // A read stores nothing, whether or not it was answered.
      if (error instanceof ConnectionLost) throw failure(new ConnectionLost(false, error.message, { cause: error }));
      throw failure(error);
    }
  }

  private requireOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('not-stored', 'the store is closed');
  }
}
