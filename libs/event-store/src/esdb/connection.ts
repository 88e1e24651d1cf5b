import { setTimeout as pause } from 'node:timers/promises';
import {
  type AllStreamRecordedEvent,
  type AppendResult,
  EventStoreDBClient,
  type JSONEventData,
  type RecordedEvent,
  streamNameFilter,
} from '@eventstore/db-client';
import { LedgerError } from '#kernel';
import { StoreUnavailable } from '../port.js';
import { wantedOfEsdb } from './connection-string.js';
import { failure, isTurnedAway, typeOf } from './failures.js';
import type { LogPosition } from './positions.js';

/** Times in milliseconds. */
export type ConnectionTimes = Readonly<{
  /** An append or a read without any answer for so long is given up. */
  patience?: number;
  /** Closing waits no longer than this for calls to end. */
  farewell?: number;
}>;

/** What the client's reads and subscriptions have in common. */
type Call<Answer> = AsyncIterable<Answer> &
  Readonly<{ on(event: 'error', heard: () => void): unknown; destroy(error?: Error): unknown }>;

/** What the client keeps to itself. */
type Connected = Readonly<{ getChannel(): Promise<Readonly<{ close(): void }>> }>;

const PATIENCE_MS = 10_000;
const FAREWELL_MS = 2_000;
/** Another node leads: the client has turned to it by the time it is asked again. */
const ASK_AGAIN_MS = [10, 50, 200, 500] as const;
/** Reads go to the leader: a follower answers with what it has, which may not be what was acknowledged. */
const LEADER = { requiresLeader: true } as const;

/** The client behind its guards. Every failure that leaves is one of the port's, save `wrong-expected-version`. */
export class Connection {
  private readonly patience: number;
  private readonly farewell: number;

  private constructor(
    private readonly client: EventStoreDBClient,
    { patience = PATIENCE_MS, farewell = FAREWELL_MS }: ConnectionTimes,
  ) {
    this.patience = patience;
    this.farewell = farewell;
  }

  /**
   * Nothing is sent before the first call.
   * @throws whatever the client says of a connection string that is none
   */
  static to(connectionString: string, times: ConnectionTimes = {}): Connection {
    const client = EventStoreDBClient.connectionString(connectionString);
    // The client's batched appends share one table of answers in the whole process: an error on one client rejects the
    // appends of all, and a late answer is then thrown where nobody catches it; they have no deadline that would run out,
    // and one of the client's own making that a clock behind the server's turns into a refusal. So it is told that the
    // server has no such method: each append is a call of its own, with its own deadline, and no other asks first.
    Object.assign(client, { supports: () => Promise.resolve(false) });
    return new Connection(client, times);
  }

  /**
   * Appends at an exact revision, which the server repeats safely by the events' ids.
   * @returns the revision of the last event
   * @throws the client's `wrong-expected-version`; StoreUnavailable, `unknown` where it may be stored
   */
  async append(stream: string, events: readonly JSONEventData[], expected: bigint | 'no_stream'): Promise<AppendResult> {
    return await this.asked('append', () => {
      const { patience: deadline } = this;
      const appending = this.client.appendToStream(stream, [...events], { ...LEADER, expectedRevision: expected, deadline });
      // The call's own deadline is the server's to keep and the client's to notice; neither looks while no line is up.
      return this.within(deadline + deadline / 10, appending, 'the append was not answered');
    });
  }

  /** Events of a stream from a revision on, all or so many; undefined where there is no such stream. */
  async readStream(stream: string, from: bigint, count = Number.MAX_SAFE_INTEGER): Promise<RecordedEvent[] | undefined> {
    return await this.ofStream(() => this.client.readStream(stream, { ...LEADER, fromRevision: from, maxCount: count }));
  }

  /** The last event of a stream; undefined where there is no such stream. */
  async lastOf(stream: string): Promise<RecordedEvent | undefined> {
    const events = await this.ofStream(() =>
      this.client.readStream(stream, { ...LEADER, direction: 'backwards', fromRevision: 'end', maxCount: 1 }),
    );
    return events?.[0];
  }

  /** So many events of the whole log, from one on that lies at this position, whoever wrote them. Fewer: it ended. */
  async readLog(from: LogPosition | 'start', count: number): Promise<AllStreamRecordedEvent[]> {
    return await this.asked('read', async () => {
      const reading = this.client.readAll({ ...LEADER, fromPosition: from, maxCount: count });
      const events: AllStreamRecordedEvent[] = [];
      for await (const { event } of this.guarded(reading, () => reading.cancel())) if (event !== undefined) events.push(event);
      return events;
    });
  }

  /**
   * Says whenever something is appended to a stream of this prefix, once when it listens, and then at each event.
   * Ends when the server ends it, in whatever way, or on abort. What it hears of is to be read: nothing is handed on.
   */
  async *appended(prefix: string, signal: AbortSignal): AsyncGenerator<void, void> {
    const subscription = this.client.subscribeToAll({
      ...LEADER,
      fromPosition: 'end',
      filter: streamNameFilter({ prefixes: [prefix] }),
    });
    // A subscription that was cancelled on this side neither ends nor fails by itself.
    const leave = () => subscription.destroy();
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    try {
      await new Promise<void>((resolve, reject) => {
        subscription.on('confirmation', () => resolve());
        subscription.on('error', reject);
        subscription.on('close', () => resolve());
      });
      yield;
      for await (const _ of subscription) yield;
    } finally {
      signal.removeEventListener('abort', leave);
      await this.ended(subscription, () => subscription.unsubscribe());
    }
  }

  /** Ends every call, then the connection, which the client leaves open. It can wait for ever here; this does not. */
  async close(): Promise<void> {
    const ending = this.client.dispose().then(async () => (await (this.client as unknown as Connected).getChannel()).close());
    await this.within(this.farewell, ending, 'the client did not close').catch(() => undefined);
  }

  private async ofStream<E extends { event?: RecordedEvent }>(
    read: () => Call<E> & Readonly<{ cancel(): Promise<void> }>,
  ): Promise<RecordedEvent[] | undefined> {
    return await this.asked('read', async () => {
      const reading = read();
      const events: RecordedEvent[] = [];
      try {
        for await (const { event } of this.guarded(reading, () => reading.cancel())) if (event !== undefined) events.push(event);
      } catch (error) {
        if (typeOf(error) === 'stream-not-found') return undefined;
        throw error;
      }
      return events;
    });
  }

  /** The answers of a call, each within the patience; the call is ended on the server however the reader leaves. */
  private async *guarded<Answer>(call: Call<Answer>, cancel: () => Promise<void>): AsyncGenerator<Answer, void> {
    const give = () => call.destroy(new StoreUnavailable('not-stored', `EventStoreDB was silent for ${this.patience} ms`));
    let timer = setTimeout(give, this.patience);
    try {
      for await (const answer of call) {
        clearTimeout(timer);
        yield answer;
        timer = setTimeout(give, this.patience);
      }
    } finally {
      clearTimeout(timer);
      await this.ended(call, cancel);
    }
  }

  private async ended(call: Call<unknown>, cancel: () => Promise<void>): Promise<void> {
    // What comes after the end is nobody's to hear, and unheard it would end the process.
    call.on('error', () => undefined);
    await this.within(this.farewell, cancel(), 'the call did not end').catch(() => undefined);
  }

  /** Asks again where another node leads: nothing was done. */
  private async asked<T>(what: 'append' | 'read', ask: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await ask();
      } catch (error) {
        if (typeOf(error) === 'wrong-expected-version') throw error;
        const wait = ASK_AGAIN_MS[attempt];
        if (wait === undefined || !isTurnedAway(error)) throw failure(error, what);
        await pause(wait);
      }
    }
  }

  private async within<T>(ms: number, work: Promise<T>, otherwise: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new StoreUnavailable('unknown', `${otherwise} within ${ms} ms`)), ms);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/**
 * A connection to the server that a connection string names.
 * @throws LedgerError `invalid` where it is none, or names a file that cannot be read; what the client says of it is not said
 *   again, for that repeats parts of it, which may be of the password
 */
export function connectionTo(connectionString: string, times: ConnectionTimes = {}): Connection {
  const wanted = wantedOfEsdb(connectionString);
  if (wanted !== undefined) throw refused(`wanted ${wanted}`);
  try {
    return Connection.to(connectionString, times);
  } catch {
    throw refused('wanted files of certificates and keys that are there and can be read');
  }
}

function refused(wanted: string): LedgerError {
  const message = `got "…", ${wanted}`;
  return new LedgerError('invalid', 'INVALID_INPUT', `THROUGHLINE_ESDB: ${message}`, [
    { field: 'THROUGHLINE_ESDB', rule: 'R15', message },
  ]);
}
