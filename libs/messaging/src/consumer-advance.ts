import { type Sql, storedWords } from '#event-store';
import { LedgerError } from '#kernel';
import { lockOffset, moveOffset, notTakenIn, type Parked, type Partition, park } from './consumer-place.js';
import { type IntegrationEvent, readMessage } from './integration-event.js';
import { placeOf } from './kafka-reading.js';
import { isAway } from './relay.js';

type Queries = Pick<Sql, 'query'>;

/** A message as it lies in a partition. */
export type Incoming = Readonly<{ offset: bigint; value: Uint8Array | string | null }>;

/** What is done about an event that a consumer cannot take in: it stands still there, or leaves it out and says so. */
export type MessagePolicy = 'stop' | 'park';

/**
 * What a consumer makes of events, in tables of its own.
 */
export type Consumes = Readonly<{
  /** Its consumer group, under which it also keeps its place. */
  name: string;
  /** Statements that make its tables, `if not exists`. */
  tables: readonly string[];
  /**
   * Takes events into its tables, in the transaction that also moves its place: each event is seen here once, those of a
   * stream in order. Reads and writes through `queries` alone.
   */
  takeIn(queries: Queries, events: readonly IntegrationEvent[]): Promise<void>;
  /** Empties its tables, in the transaction that forgets its place. */
  empty(queries: Queries): Promise<void>;
}>;

/** A guard that a fault test switches off, to show the loss it prevents. Never off in a program. */
export type ConsumerGuard = 'repeats' | 'place';

export type Advancing = Readonly<{
  sql: Sql;
  consumes: Consumes;
  policy: MessagePolicy;
  switchedOff?: readonly ConsumerGuard[];
}>;

/** The partition goes on elsewhere than the messages in hand begin: with an offset that the consumer has not seen. */
export class BeginsElsewhere extends Error {
  override readonly name = 'BeginsElsewhere';
  constructor(
    readonly wanted: bigint,
    readonly found: bigint,
  ) {
    super(`offset ${wanted} comes next, and ${found} was brought`);
  }
}

/** An event that a consumer cannot take in, found by bisection and named. */
export class PoisonMessage extends LedgerError {
  override readonly name = 'PoisonMessage';
  constructor(
    readonly consumer: string,
    readonly parked: Parked,
    options?: ErrorOptions,
  ) {
    const { eventId, stream, topic, partition, offset, error } = parked;
    super(
      'corrupt',
      'POISON_MESSAGE',
      `${consumer} cannot take in event ${eventId} of ${stream} (${topic}, partition ${partition}, offset ${offset}): ${error}`,
      [],
      options,
    );
  }
}

/** The error came from the consumer's own work, not from the messages or the bookkeeping. */
class OwnFailure extends Error {
  override readonly name = 'OwnFailure';
}

/** No event to be taken in: not told by the relay, not told in its turn, or told of another history. */
const NOT_TAKEN_IN: readonly string[] = ['NOT_A_MESSAGE', 'MESSAGES_MISSING', 'LEDGER_FORKED'];

/**
 * Takes messages of a partition in, in order, with the place of the consumer in the same transaction. Those that came
 * before are dropped: by offset, and by their stream's revision where they were sent again. What cannot be taken in is found
 * by halving until it stands alone; what comes before it is taken in.
 * @returns the offset that comes next
 * @throws BeginsElsewhere; PoisonMessage (policy `stop`); LedgerError `invalid` NOT_A_MESSAGE, `corrupt` MESSAGES_MISSING or
 *   LEDGER_FORKED, each with its place; whatever the database throws when it is away
 */
export async function takeMessagesIn(run: Advancing, partition: Partition, messages: readonly Incoming[]): Promise<bigint> {
  try {
    return await takeIn(run, partition, messages);
  } catch (error) {
    const isOwn = error instanceof OwnFailure;
    if (!isOwn && !(error instanceof LedgerError && NOT_TAKEN_IN.includes(error.code))) throw error;
    const [only] = messages;
    if (messages.length === 1 && only !== undefined) {
      if (isOwn) return await poisoned(run, partition, only, error.cause);
      throw withPlace(error, partition, only);
    }
  }
  const half = Math.ceil(messages.length / 2);
  await takeMessagesIn(run, partition, messages.slice(0, half));
  return await takeMessagesIn(run, partition, messages.slice(half));
}

type Work = (queries: Queries, events: readonly IntegrationEvent[]) => Promise<void>;

async function takeIn(run: Advancing, partition: Partition, messages: readonly Incoming[], work?: Work): Promise<bigint> {
  const { sql, consumes, switchedOff = [] } = run;
  const { name } = consumes;
  return await sql.transaction(async (queries) => {
    const at = switchedOff.includes('place') ? (messages[0]?.offset ?? 0n) : await lockOffset(queries, name, partition);
    const coming = messages.filter(({ offset }) => offset >= at);
    const [first] = coming;
    if (first === undefined) return at;
    if (first.offset > at) throw new BeginsElsewhere(at, first.offset);
    const told = coming.map(({ value }) => readMessage(value));
    const events = switchedOff.includes('repeats') ? told : await notTakenIn(queries, name, told);
    if (events.length > 0) await (work ?? ownWork(consumes))(queries, events);
    const next = (coming.at(-1) ?? first).offset + 1n;
    await moveOffset(queries, name, partition, next);
    return next;
  });
}

function ownWork(consumes: Consumes): Work {
  return async (queries, events) => {
    try {
      await consumes.takeIn(queries, events);
    } catch (error) {
      if (isConnectionGone(error)) throw error;
      throw new OwnFailure('', { cause: error });
    }
  };
}

// What the database refuses of the consumer's own statements is its own failure; that it is away is not.
function isConnectionGone(error: unknown): boolean {
  return isAway(error) && !(error instanceof Error && 'code' in error && /^(22|23|42)/.test(String(error.code)));
}

function withPlace(error: LedgerError, { topic, partition }: Partition, { offset }: Incoming): LedgerError {
  const message = `${placeOf(topic, partition)} at offset ${offset}: ${error.message}`;
  return new LedgerError(error.kind, error.code, message, error.problems, { cause: error });
}

async function poisoned(run: Advancing, partition: Partition, message: Incoming, cause: unknown): Promise<bigint> {
  const { consumes, policy } = run;
  const { id: eventId, subject: stream } = readMessage(message.value);
  const parked: Parked = { ...partition, offset: message.offset, eventId, stream, error: storedWords(cause) };
  if (policy === 'stop') throw new PoisonMessage(consumes.name, parked, { cause });
  return await takeIn(run, partition, [message], (queries) => park(queries, consumes.name, parked));
}
