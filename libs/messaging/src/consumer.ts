import { setTimeout as pause } from 'node:timers/promises';
import type { EachBatchPayload, Consumer as Member } from 'kafkajs';
import { inTracesOf, SpanKind, type Sql, type Traceable } from '#event-store';
import { type Family, LedgerError } from '#kernel';
import {
  BeginsElsewhere,
  type ConsumerGuard,
  type Consumes,
  type Incoming,
  type MessagePolicy,
  takeMessagesIn,
} from './consumer-advance.js';
import { forgetPlaces, offsetOf, type Parked, type Partition, parkedOf, prepareConsumer } from './consumer-place.js';
import { Standing } from './consumer-standing.js';
import { type Brokers, wordsOf } from './kafka.js';
import { BEATS_EVERY_MS, placeOf } from './kafka-reading.js';
import { isAway } from './relay.js';
import { endsOf, type TopicSettings, topicOf } from './topics.js';

/** `waiting` found brokers or database away; `stopped` stands still before an event; both try again by themselves. */
export type ConsumerState = 'idle' | 'starting' | 'running' | 'waiting' | 'stopped';

export type ConsumerStatus = Readonly<{
  name: string;
  state: ConsumerState;
  /** Why a partition, or all of them, do not move; null while they do. */
  failure: string | null;
  /** How many messages lay behind what was taken in when it last looked, over the partitions that it has. */
  lag: bigint;
  /** Events left out: while there are any, what was made of the rest lacks them. */
  parked: readonly Parked[];
}>;

export type ConsumerOptions = Readonly<{
  policy?: MessagePolicy;
  /** Messages in one transaction at most. */
  pageSize?: number;
  /** How long it rests before it tries again what failed. */
  pauseMs?: number;
  warn?: (message: string, error?: unknown) => void;
  switchedOff?: readonly ConsumerGuard[];
}>;

type Parts = Readonly<{
  sql: Sql;
  brokers: Brokers;
  topics: Pick<TopicSettings, 'prefix'>;
  families: readonly Family[];
  consumes: Consumes;
}>;

const PAGE_SIZE = 200;
const PAUSE_MS = 1_000;
const CONSUMES = { kind: SpanKind.CONSUMER, attributes: { 'messaging.system': 'kafka', 'messaging.operation.type': 'process' } };

/**
 * Follows topics and keeps its place in its own database: an event is taken in, and the place moved, in one transaction,
 * and only then is the offset committed to Kafka, which so never knows more than the database. Several processes share the
 * partitions as members of one group.
 */
export class Consumer {
  private readonly abort = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private phase: 'idle' | 'starting' | 'running' = 'idle';
  private readonly standing = new Standing();
  /** Partitions that were asked to begin where the database says. */
  private readonly sought = new Map<string, bigint>();

  constructor(
    private readonly parts: Parts,
    private readonly options: ConsumerOptions = {},
  ) {}

  /** Makes its tables and begins; brokers that are away are waited for. */
  async start(): Promise<void> {
    const { sql, consumes } = this.parts;
    await prepareConsumer(sql, consumes.tables);
    this.phase = 'starting';
    this.running = this.keepRunning();
  }

  /** Ends after the transaction in hand. */
  async stop(): Promise<void> {
    this.abort.abort();
    await this.running;
    this.phase = 'idle';
  }

  async status(): Promise<ConsumerStatus> {
    const { sql, consumes } = this.parts;
    const { worst, lag } = this.standing;
    const state = this.phase === 'idle' ? 'idle' : (worst?.state ?? this.phase);
    return { name: consumes.name, state, failure: worst?.words ?? null, lag, parked: await parkedOf(sql, consumes.name) };
  }

  /**
   * How many messages lie behind what was taken in, over all partitions, whoever has them.
   * @throws LedgerError `unavailable` KAFKA_UNAVAILABLE
   */
  async behind(): Promise<bigint> {
    const { brokers, consumes, families, sql, topics } = this.parts;
    const ends = await brokers.administering(async (admin) => {
      const found: (Partition & Readonly<{ end: bigint }>)[] = [];
      for (const topic of families.map((family) => topicOf(family, topics)))
        for (const { partition, end } of await endsOf(admin, topic)) found.push({ topic, partition, end });
      return found;
    });
    let behind = 0n;
    for (const { end, ...partition } of ends) {
      const its = end - (await offsetOf(sql, consumes.name, partition));
      // One that was made anew ends before its place: it makes up for none that lags.
      if (its > 0n) behind += its;
    }
    return behind;
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.abort;
    while (!signal.aborted) {
      try {
        await this.session();
      } catch (error) {
        if (signal.aborted) return;
        if (this.standing.allHindered(wordsOf(error))) this.warn(error);
        await pause(this.options.pauseMs ?? PAUSE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** One membership of the group; ends by abort or where the client gives up. */
  private async session(): Promise<void> {
    const { brokers, consumes, families, topics } = this.parts;
    const { signal } = this.abort;
    const member = brokers.consumer(consumes.name);
    const over = new AbortController();
    this.sought.clear();
    try {
      const ended = new Promise<void>((resolve, reject) => {
        member.on(member.events.CRASH, ({ payload }) => reject(payload.error));
        member.on(member.events.GROUP_JOIN, ({ payload }) => {
          this.seekPlaces(member, payload.memberAssignment).catch(reject);
        });
        // Sessions come and go while the brokers are away: none leaves its listener behind.
        signal.addEventListener('abort', () => resolve(), { once: true, signal: over.signal });
      });
      ended.catch(() => undefined);
      await member.connect();
      await member.subscribe({ topics: families.map((family) => topicOf(family, topics)), fromBeginning: true });
      await member.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 1,
        eachBatch: (payload) => this.batch(member, payload),
      });
      this.standing.allMove();
      this.phase = 'running';
      await ended;
    } finally {
      over.abort();
      await member.disconnect().catch(() => undefined);
    }
  }

  private async batch(member: Member, payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const { topic, partition } = batch;
    const { consumes, sql } = this.parts;
    const { policy = 'stop', pageSize = PAGE_SIZE, switchedOff = [] } = this.options;
    const key = placeOf(topic, partition);
    const beating = setInterval(() => void payload.heartbeat().catch(() => undefined), BEATS_EVERY_MS);
    try {
      for (let from = 0; from < batch.messages.length; from += pageSize) {
        if (!payload.isRunning() || payload.isStale()) return;
        const page = batch.messages.slice(from, from + pageSize);
        const next = await inTracesOf(`consumer ${consumes.name}`, page.map(traced), CONSUMES, () =>
          takeMessagesIn({ sql, consumes, policy, switchedOff }, { topic, partition }, page.map(incoming)),
        );
        await this.requireNotBeyondEnd({ topic, partition }, next, BigInt(batch.highWatermark));
        this.sought.delete(key);
        this.standing.moved(key, BigInt(batch.highWatermark) - next);
        payload.resolveOffset(String(next - 1n));
        // Refused where the group was divided anew meanwhile: the place is kept in the database.
        await member.commitOffsets([{ topic, partition, offset: String(next) }]).catch(() => undefined);
        await payload.heartbeat();
      }
    } catch (error) {
      if (error instanceof BeginsElsewhere && this.isYetToBegin(member, payload, error.wanted)) return;
      // Told by kafkajs to its own loop: the group is divided anew.
      if (error instanceof Error && error.name.startsWith('KafkaJS')) throw error;
      const why = error instanceof BeginsElsewhere ? noLongerThere(key, error) : error;
      const state = isAway(why) ? 'waiting' : 'stopped';
      if (this.standing.hindered(key, { state, words: wordsOf(why) })) this.warn(why);
      this.rest(payload);
    } finally {
      clearInterval(beating);
    }
  }

  /**
   * A place beyond the end is of another topic than the one that is there: what lies below it would be taken for what came
   * before. Asked anew: a batch may be older than what another member has taken in since.
   * @param known where it ended when the batch was brought
   * @throws LedgerError `corrupt` MESSAGES_MISSING
   */
  private async requireNotBeyondEnd({ topic, partition }: Partition, next: bigint, known: bigint): Promise<void> {
    if (next <= known) return;
    const ends = await this.parts.brokers.administering((admin) => endsOf(admin, topic));
    const end = ends.find((its) => its.partition === partition)?.end ?? 0n;
    if (next <= end) return;
    const message = `${placeOf(topic, partition)} ends at offset ${end}, and ${next} comes next: it lost its end, or was made anew. Begin anew`;
    throw new LedgerError('corrupt', 'MESSAGES_MISSING', message);
  }

  /** The partitions that fell to this member go on where the database says, whatever Kafka was told of it. */
  private async seekPlaces(member: Member, assigned: Readonly<Record<string, readonly number[]>>): Promise<void> {
    const { consumes, sql } = this.parts;
    const its = Object.entries(assigned).flatMap(([topic, partitions]) => partitions.map((partition) => ({ topic, partition })));
    this.standing.keepOnly(new Set(its.map(({ topic, partition }) => placeOf(topic, partition))));
    this.sought.clear();
    for (const partition of its) this.seek(member, partition, await offsetOf(sql, consumes.name, partition));
  }

  private seek(member: Member, { topic, partition }: Partition, offset: bigint): void {
    this.sought.set(placeOf(topic, partition), offset);
    member.seek({ topic, partition, offset: String(offset) });
  }

  /**
   * Whether a partition is yet to be fetched from where the database says, and sees to it that it will be. Only what is fetched
   * from there says that it is not kept any more; what was in hand when it was asked for does not.
   */
  private isYetToBegin(member: Member, payload: EachBatchPayload, wanted: bigint): boolean {
    const { topic, partition } = payload.batch;
    if (payload.isStale()) return true;
    if (this.sought.get(placeOf(topic, partition)) === wanted) return false;
    this.seek(member, { topic, partition }, wanted);
    return true;
  }

  /** The partition is asked for again after a pause, from the first message that was not taken in. */
  private rest(payload: EachBatchPayload): void {
    const resume = payload.pause();
    const timer = setTimeout(() => {
      // A member that has left has nothing to resume.
      if (payload.isRunning()) resume();
    }, this.options.pauseMs ?? PAUSE_MS);
    timer.unref();
  }

  private warn(error: unknown): void {
    this.options.warn?.(`${this.parts.consumes.name} does not move`, error);
  }
}

/** Begins anew: forgets the place and empties what was made so far, in one transaction. No member may run meanwhile. */
export async function startOver(sql: Sql, consumes: Consumes): Promise<void> {
  await prepareConsumer(sql, consumes.tables);
  await sql.transaction(async (queries) => {
    await forgetPlaces(queries, consumes.name);
    await consumes.empty(queries);
  });
}

function noLongerThere(partition: string, { wanted, found }: BeginsElsewhere): LedgerError {
  const message = `${partition} begins at offset ${found}, and ${wanted} comes next: what lies between is no longer kept`;
  return new LedgerError('corrupt', 'MESSAGES_MISSING', message);
}

type Message = EachBatchPayload['batch']['messages'][number];

function incoming({ offset, value }: Message): Incoming {
  return { offset: BigInt(offset), value };
}

/** A message goes on in the trace that the relay sent it in. */
function traced({ headers, timestamp }: Message): Traceable {
  const traceparent = headers?.['traceparent'];
  const recordedAt = new Date(Number(timestamp)).toISOString();
  return { recordedAt, metadata: traceparent === undefined ? {} : { traceparent: String(traceparent) } };
}
