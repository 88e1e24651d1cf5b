import { setTimeout as pause } from 'node:timers/promises';
import {
  ConnectionLost,
  type EventStore,
  type Held,
  inTracesOf,
  LeaseLost,
  type Leases,
  measure,
  SpanKind,
  type Sql,
  START,
  sqlState,
  traceparentWithin,
} from '#event-store';
import { LedgerError } from '#kernel';
import type { Brokers, Sender } from './kafka.js';
import { type Batch, batches, oneAhead, orQuiet } from './relay-batches.js';
import {
  checkpointFor,
  checkpointOf,
  moveRelayCheckpoint,
  prepareCheckpoints,
  type RelayCheckpoint,
} from './relay-checkpoint.js';
import { requireOwnMessages, requireSameHistory, toldBefore, topicsToldBy } from './relay-history.js';
import { requireTopics, type TopicSettings, topicsTold } from './topics.js';

/**
 * `standing-by` while another relay has the work, and this one could take it over; `catching-up` and `live` tell; `waiting`
 * found brokers, store or database away and tries again; `stopped` found what will not pass by itself (see the failure) and
 * looks again all the same; `idle` before the start and after the end.
 */
export type RelayState = 'idle' | 'standing-by' | 'catching-up' | 'live' | 'waiting' | 'stopped';

export type RelayStatus = Readonly<{
  state: RelayState;
  /** What the names of the topics begin with. */
  topics: string;
  /** The last event that the brokers acknowledged; START before the first, null where nothing was ever told. */
  position: string | null;
  /** How far the log is ahead, in its own numbering; null where nothing was ever told. */
  lag: bigint | null;
  /** Why it does not move, in words; null while it does. */
  failure: string | null;
  /** What is unsafe about the topics, in words for an operator. */
  notes: readonly string[];
}>;

export type RelayOptions = Readonly<{
  /** Elects one of several relays. */
  elects?: Leases;
  batchSize?: number;
  /** How long it rests before it tries again what failed. */
  pauseMs?: number;
  /** How often it looks at the brokers while there is nothing to tell, or another has the work. */
  looksEveryMs?: number;
  /** Told of what an operator should know. */
  warn?: (message: string, error?: unknown) => void;
}>;

type Parts = Readonly<{
  store: EventStore;
  sql: Sql;
  brokers: Pick<Brokers, 'sender' | 'administering' | 'reading'>;
  topics: TopicSettings;
}>;

const LEASE = 'relay';
const BATCH_SIZE = 1_000;
const PAUSE_MS = 2_000;
const LOOKS_EVERY_MS = 15_000;
/** A batch in hand is waited for so long once the relay is to end; given up, it is told again. */
const IN_HAND_MS = 5_000;

/**
 * Tells the log to Kafka: every event once its place in the log is settled, in log order, at least once. The log is the
 * outbox; the checkpoint moves only after the brokers have acknowledged what lies before it. On any error it stops where it
 * is, says why, rests and goes on from the checkpoint: nothing is ever skipped.
 */
export class Relay {
  private readonly abort = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private state: RelayState = 'idle';
  private failure: string | null = null;
  private notes: readonly string[] = [];
  /** With the brokers. */
  private session: Sender | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly options: RelayOptions = {},
  ) {}

  /**
   * Looks at the checkpoint, at the topics and at what they were told, then begins. Brokers that are away are waited for.
   * @throws LedgerError `invalid` TOPIC_MISSING, TOPIC_DIFFERS, KAFKA_UNSAFE; `corrupt` MESSAGES_MISSING; LedgerForked
   */
  async start(): Promise<void> {
    await prepareCheckpoints(this.parts.sql);
    const checkpoint = await this.ownCheckpoint();
    await this.lookAtAll(checkpoint).catch((error: unknown) => {
      if (!isAway(error)) throw error;
      this.failed(error);
    });
    this.running = this.keepTelling();
  }

  /** Ends after the batch in hand, or where the brokers do not answer, within seconds without it: it is told again. */
  async stop(): Promise<void> {
    this.abort.abort();
    await this.running;
    this.state = 'idle';
  }

  async status(): Promise<RelayStatus> {
    const { state, failure, notes } = this;
    const { sql, store, topics } = this.parts;
    return { ...(await relayLag(sql, store, topics.prefix)), state, failure, notes };
  }

  private async keepTelling(): Promise<void> {
    const { signal } = this.abort;
    const { elects, pauseMs = PAUSE_MS } = this.options;
    while (!signal.aborted) {
      try {
        if (elects === undefined) await this.unlessGivenUp(this.tell(undefined, signal), signal);
        else await this.tellInTurn(elects);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof LeaseLost) continue;
        this.failed(error);
        await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async tellInTurn(elects: Leases): Promise<void> {
    const { signal } = this.abort;
    const turn = new AbortController();
    void this.standBy(AbortSignal.any([signal, turn.signal]));
    try {
      await elects.holding(LEASE, signal, (held) => {
        turn.abort();
        const ends = AbortSignal.any([signal, held.lost]);
        return this.unlessGivenUp(this.tell(held, ends), ends);
      });
    } finally {
      turn.abort();
    }
  }

  /**
   * Until its turn comes: looks at what it will need then. Who failed before does not stand by until a whole look has
   * succeeded, for it could not take over.
   */
  private async standBy(signal: AbortSignal): Promise<void> {
    const { pauseMs = PAUSE_MS, looksEveryMs = LOOKS_EVERY_MS } = this.options;
    if (this.failure === null) this.is('standing-by');
    for (;;) {
      await pause(this.failure === null ? looksEveryMs : pauseMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        if (this.failure === null) await this.lookAtTopics(await this.checkpoint());
        else await this.lookAtAll(await this.ownCheckpoint());
        if (!signal.aborted) this.moves('standing-by');
      } catch (error) {
        // Its turn has come meanwhile, or its end: what it finds now is said there.
        if (!signal.aborted) this.failed(error);
      }
    }
  }

  /** One session with the brokers: from the checkpoint on, until abort or error. */
  private async tell(held: Held | undefined, signal: AbortSignal): Promise<void> {
    const { sql, store, brokers, topics } = this.parts;
    const { batchSize = BATCH_SIZE, looksEveryMs = LOOKS_EVERY_MS } = this.options;
    const ledgerId = await store.ledgerId();
    await this.lookAtAll(await this.ownCheckpoint());
    let checkpoint = await checkpointFor(sql, topics.prefix, ledgerId);
    const sender = await brokers.sender();
    const ending = new AbortController();
    try {
      this.session = sender;
      const isLive = checkpoint.position === (await store.head());
      // Given up meanwhile, it is no longer the one that speaks for this relay.
      if (signal.aborted) return;
      this.moves(isLive ? 'live' : 'catching-up');
      const ends = AbortSignal.any([signal, ending.signal]);
      const from = { store, ledgerId, after: checkpoint.position, topics, batchSize, signal: ends };
      for await (const batch of orQuiet(oneAhead(batches(from)), looksEveryMs)) {
        if (signal.aborted) return;
        // Who has nothing to tell would not notice that the brokers are gone.
        if (batch === undefined) await this.lookAtTopics(checkpoint);
        else checkpoint = await this.told(sender, batch, checkpoint, held);
        if (signal.aborted) return;
        if (batch !== undefined) this.moves(batch.caughtUp ? 'live' : 'catching-up');
      }
    } finally {
      ending.abort();
      await sender.close();
    }
  }

  /** Sends a batch and, once it is acknowledged, moves the checkpoint behind it. */
  private async told(
    sender: Sender,
    { events, messages }: Batch,
    checkpoint: RelayCheckpoint,
    held: Held | undefined,
  ): Promise<RelayCheckpoint> {
    const attributes = { 'messaging.system': 'kafka', 'messaging.operation.type': 'send' };
    const ends = await inTracesOf('relay send', events, { kind: SpanKind.PRODUCER, attributes }, async (spans) => {
      return await sender.send(
        messages.map((message, index) => {
          const traceparent = traceparentWithin(spans, events[index]?.metadata.traceparent);
          return traceparent === undefined ? message : { ...message, headers: { ...message.headers, traceparent } };
        }),
      );
    });
    measure('told', () => ({ events: events.length }));
    const last = events.at(-1);
    return last === undefined ? checkpoint : await moveRelayCheckpoint(this.parts.sql, checkpoint, last, { ends, held });
  }

  /**
   * The result of what is in hand; once the signal aborts that is waited for a while, and then no more. What was given up is
   * closed before anybody else has its turn. A batch that is on its way then the client may send again all the same, over a new
   * connection, while the next tells it: it lies on the topics twice, and consumers drop what comes again.
   */
  private async unlessGivenUp<T>(inHand: Promise<T>, signal: AbortSignal): Promise<T> {
    const settled = new AbortController();
    const givenUp = aborted(signal, settled.signal).then(async () => {
      await pause(IN_HAND_MS, undefined, { signal: settled.signal });
      await this.session?.close();
      if (signal.reason instanceof LeaseLost) throw signal.reason;
      throw new LedgerError(
        'unavailable',
        'KAFKA_UNAVAILABLE',
        'to end, it gave up waiting for what is in hand: it is told again',
      );
    });
    // What is given up may still fail, and what was not needed is called off: nobody waits for either.
    for (const left of [inHand, givenUp]) left.catch(() => undefined);
    try {
      return await Promise.race([inHand, givenUp]);
    } finally {
      settled.abort();
    }
  }

  private checkpoint(): Promise<RelayCheckpoint | undefined> {
    return checkpointOf(this.parts.sql, this.parts.topics.prefix);
  }

  /** The checkpoint, where there is one: of the history that the store holds. @throws LedgerForked */
  private async ownCheckpoint(): Promise<RelayCheckpoint | undefined> {
    const stood = await this.checkpoint();
    if (stood !== undefined) await requireSameHistory(this.parts.store, stood);
    return stood;
  }

  /** The topics must be as they are wanted, and must have been told this history: nothing, before there is a checkpoint. */
  private async lookAtAll(stood: RelayCheckpoint | undefined): Promise<void> {
    await this.lookAtTopics(stood);
    if (stood === undefined) await this.requireUntold();
    else await requireOwnMessages(this.parts, stood);
  }

  /** The brokers must answer, and the topics be as they are wanted. */
  private async lookAtTopics(stood: RelayCheckpoint | undefined): Promise<void> {
    const { brokers, sql, topics } = this.parts;
    const told = stood === undefined ? new Set<string>() : await topicsToldBy(sql, stood);
    const notes = await requireTopics(brokers, topics, told);
    for (const note of notes) if (!this.notes.includes(note)) this.options.warn?.(note);
    this.notes = notes;
  }

  /** Where there is no checkpoint nothing was told: what lies there is of another ledger. @throws LedgerForked */
  private async requireUntold(): Promise<void> {
    const { brokers, topics } = this.parts;
    const told = await topicsTold(brokers, topics);
    // Asked again: another relay of this ledger may have begun meanwhile, and puts its checkpoint there before it tells.
    if (told.length > 0 && (await this.checkpoint()) === undefined) throw toldBefore(told);
  }

  private moves(state: RelayState): void {
    this.is(state);
    this.failure = null;
  }

  private is(state: RelayState): void {
    this.state = state;
    measure('relay', () => ({ topics: this.parts.topics.prefix, state }));
  }

  private failed(error: unknown): void {
    this.is(isAway(error) ? 'waiting' : 'stopped');
    const words = error instanceof Error ? error.message : String(error);
    if (words !== this.failure) this.options.warn?.('the relay does not move', error);
    this.failure = words;
  }
}

/** How far topics are behind the log: also from another process than the relay. */
export async function relayLag(
  sql: Pick<Sql, 'query'>,
  store: Pick<EventStore, 'head'>,
  prefix: string,
): Promise<Pick<RelayStatus, 'topics' | 'position' | 'lag'>> {
  const [there] = await sql.query<{ there: boolean }>(`select to_regclass('relay_checkpoints') is not null as there`);
  const checkpoint = there?.there === true ? await checkpointOf(sql, prefix) : undefined;
  if (checkpoint === undefined) return { topics: prefix, position: null, lag: null };
  const { position } = checkpoint;
  return { topics: prefix, position, lag: placeInLog(await store.head()) - placeInLog(position) };
}

/** Returns when the signal aborts; never where `over` does before. */
async function aborted(signal: AbortSignal, over: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true, signal: over });
  });
}

function placeInLog(position: string): bigint {
  return BigInt(position.slice(0, START.length));
}

/** True where it passes by itself: brokers, store or database do not answer, or somebody else was faster. */
export function isAway(error: unknown): boolean {
  if (error instanceof LedgerError) return error.kind === 'unavailable' || error.kind === 'conflict';
  return error instanceof ConnectionLost || sqlState(error) !== undefined;
}
