import { randomUUID } from 'node:crypto';
import kafkajs, {
  type Admin,
  type Consumer,
  type ICustomPartitioner,
  type Kafka,
  type Message,
  type PartitionerArgs,
  type Producer,
} from 'kafkajs';
import { LedgerError } from '#kernel';
import { placeOf, type Read, readSpans, type Span } from './kafka-reading.js';

/** Where the brokers are, and how one signs in. */
export type KafkaPlace = Readonly<{
  /** `host:port`. */
  brokers: readonly string[];
  tls?: boolean;
  /** Over TLS: the certificates, in PEM, of who alone may have signed that of a broker. Without it, who Node knows. */
  ca?: string;
  sasl?: Readonly<{ mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string }>;
}>;

/** A message on its way to a topic. */
export type Outgoing = Readonly<{ topic: string; key: string; value: string; headers: Readonly<Record<string, string>> }>;

/** Where a partition ends: the offset that its next message will have. */
export type End = Readonly<{ topic: string; partition: number; end: bigint }>;

/** Takes messages to the brokers, in order. */
export type Sender = Readonly<{
  /**
   * Returns once every in-sync replica has them.
   * @returns where each partition that took some of them ends behind these
   * @throws LedgerError `unavailable` KAFKA_UNAVAILABLE where that is not known: perhaps some are there. A sender that
   *   threw is closed and another opened: its numbers no longer tell repeated messages from new ones.
   */
  send(messages: readonly Outgoing[]): Promise<readonly End[]>;
  close(): Promise<void>;
}>;

const CONNECT_WITHIN_MS = 5_000;
const ANSWER_WITHIN_MS = 15_000;
/** How long the leader of a partition waits for its replicas. */
const ACKNOWLEDGE_WITHIN_MS = 10_000;
/** All attempts at one batch together. kafkajs would try for ever. */
const SEND_WITHIN_MS = 60_000;
const CLOSE_WITHIN_MS = 5_000;

/** A sender remembers where so many streams lie: kafkajs works out a key's hash in as long as it writes half a message. */
const KNOWN_KEYS = 100_000;

/** The only door to the Kafka client: its choices stand here and nowhere else. */
export class Brokers {
  constructor(private readonly place: KafkaPlace) {}

  /** A new session with the brokers, with a producer id of its own. */
  async sender(): Promise<Sender> {
    const chosen: Chosen = new Map();
    const producer = this.client().producer({
      createPartitioner: notingIn(chosen),
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
    });
    await this.reached('connect', () => within(SEND_WITHIN_MS, producer.connect()));
    return {
      send: (messages) => this.reached('send', () => within(SEND_WITHIN_MS, sendTo(producer, messages, chosen))),
      close: () => quietly(() => producer.disconnect()),
    };
  }

  /** Looks at topics, or makes them. */
  async administering<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.client().admin();
    try {
      return await this.reached('administer', async () => {
        await within(SEND_WITHIN_MS, admin.connect());
        return await within(SEND_WITHIN_MS, work(admin));
      });
    } finally {
      await quietly(() => admin.disconnect());
    }
  }

  /**
   * Reads parts of partitions, each in its order, as the only member of a group that is made for it and commits nothing.
   * @param name what the name of the group begins with
   * @throws whatever `take` does; LedgerError `unavailable` KAFKA_UNAVAILABLE
   */
  async reading(name: string, spans: readonly Span[], take: (messages: readonly Read[]) => Promise<void>): Promise<void> {
    if (spans.length === 0) return;
    const member = this.consumer(`${name}-${randomUUID()}`);
    let refusal: unknown;
    const taking = async (messages: readonly Read[]) => {
      await take(messages).catch((error: unknown) => {
        refusal = error;
        throw error;
      });
    };
    try {
      await this.reached('read', () => readSpans(member, spans, taking));
    } catch (error) {
      throw refusal ?? error;
    } finally {
      await quietly(() => member.disconnect());
    }
  }

  /** A member of a consumer group; whoever asks for it connects and disconnects it. */
  consumer(groupId: string): Consumer {
    return this.client().consumer({
      groupId,
      allowAutoTopicCreation: false,
      sessionTimeout: 30_000,
      heartbeatInterval: 3_000,
      maxBytesPerPartition: 1024 * 1024,
      // What arrives is brought at once; what is asked for anew, after a seek, waits for this.
      maxWaitTimeInMs: 500,
      // Who consumes makes a new one: a restarted one keeps what it believed of the cluster.
      retry: { retries: 5, restartOnFailure: () => Promise.resolve(false) },
    });
  }

  /** A client knows the cluster as it was when it first asked; each session gets one of its own. */
  private client(): Kafka {
    const { brokers, tls = false, ca, sasl } = this.place;
    return new kafkajs.Kafka({
      clientId: 'throughline',
      brokers: [...brokers],
      ssl: tls && ca !== undefined ? { ca } : tls,
      ...(sasl === undefined ? {} : { sasl: { ...sasl } as never }),
      connectionTimeout: CONNECT_WITHIN_MS,
      requestTimeout: ANSWER_WITHIN_MS,
      enforceRequestTimeout: true,
      retry: { initialRetryTime: 200, retries: 5, maxRetryTime: 5_000 },
      // What went wrong is thrown; who catches it says so once.
      logLevel: kafkajs.logLevel.NOTHING,
    });
  }

  private async reached<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof LedgerError) throw error;
      const message = `Kafka at ${this.place.brokers.join(', ')} (${what}): ${wordsOf(error)}`;
      throw new LedgerError('unavailable', 'KAFKA_UNAVAILABLE', message, [], { cause: error });
    }
  }
}

/** The partition in which the partitioner put each key of a topic: asked again after an error, it names the same. */
type Chosen = Map<string, string>;

/**
 * Java's murmur2 of the key, as every other client chooses by default: a stream lies where they look for it. Notes each
 * choice. A partition that somebody adds while a session goes on would send streams elsewhere from one batch to the next.
 */
function notingIn(chosen: Chosen): ICustomPartitioner {
  return () => {
    const choose = kafkajs.Partitioners.DefaultPartitioner();
    const counts = new Map<string, number>();
    const known = new Map<string, number>();
    return (asked) => {
      requireSameCount(counts, asked);
      const key = keyOf(asked.topic, asked.message.key);
      const partition = known.get(key) ?? choose(asked);
      if (known.size >= KNOWN_KEYS) known.clear();
      known.set(key, partition);
      chosen.set(key, placeOf(asked.topic, partition));
      return partition;
    };
  };
}

const keyOf = (topic: string, key: unknown) => `${topic}/${String(key)}`;

/** @throws LedgerError `invalid` TOPIC_DIFFERS */
function requireSameCount(counts: Map<string, number>, { topic, partitionMetadata: { length } }: PartitionerArgs): void {
  const before = counts.get(topic) ?? length;
  counts.set(topic, before);
  if (length === before) return;
  const message = `${topic} has ${length} partitions now, and had ${before}: streams would go on in other partitions`;
  throw new LedgerError('invalid', 'TOPIC_DIFFERS', message, [{ field: 'topics', rule: 'R15', message }]);
}

/**
 * @param chosen where the partitioner notes the partitions that the messages are for
 * @returns where each of these ends behind them
 * @throws Error where one of them was not acknowledged: tried again after an error, kafkajs passes over a partition whose new
 *   leader had answered before for its others, and says nothing
 */
async function sendTo(producer: Producer, messages: readonly Outgoing[], chosen: Chosen): Promise<readonly End[]> {
  const byTopic = new Map<string, Message[]>();
  for (const { topic, key, value, headers } of messages) {
    const message = { key, value, headers: { ...headers } };
    const others = byTopic.get(topic);
    if (others === undefined) byTopic.set(topic, [message]);
    else others.push(message);
  }
  const topicMessages = [...byTopic].map(([topic, its]) => ({ topic, messages: its }));
  chosen.clear();
  const told = await producer.sendBatch({ acks: -1, timeout: ACKNOWLEDGE_WITHIN_MS, topicMessages });
  // The last answer of each: one whose leader changed meanwhile may have answered twice.
  const acknowledged = new Map(told.map((answer) => [placeOf(answer.topicName, answer.partition), answer]));
  const counts = new Map<string, bigint>();
  for (const { topic, key } of messages) {
    const place = chosen.get(keyOf(topic, key)) ?? '';
    counts.set(place, (counts.get(place) ?? 0n) + 1n);
  }
  const passedOver = [...counts.keys()].filter((place) => !acknowledged.has(place));
  if (passedOver.length > 0) throw new Error(`nobody has acknowledged what is for ${passedOver.join(', ')}`);
  return [...acknowledged].map(([place, { topicName: topic, partition, baseOffset = '0' }]) => {
    return { topic, partition, end: BigInt(baseOffset) + (counts.get(place) ?? 0n) };
  });
}

/** The innermost cause says what happened; the rest says that it was tried again. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof LedgerError) return error.message;
  if (error.cause instanceof Error && error.cause !== error) return wordsOf(error.cause);
  return isOfNobodyKnown(error)
    ? `${error.message}: nobody who is known has signed the broker's certificate (THROUGHLINE_KAFKA_CA)`
    : error.message;
}

/** What OpenSSL calls a certificate that leads to no authority that is known. */
const OF_NOBODY_KNOWN: readonly unknown[] = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_ISSUER_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
];

function isOfNobodyKnown(error: Error): boolean {
  return error instanceof kafkajs.KafkaJSConnectionError && 'code' in error && OF_NOBODY_KNOWN.includes(error.code);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  });
  // Nobody waits for what is given up.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is closed is no longer needed, whether or not anybody hears of it. */
async function quietly(close: () => Promise<unknown>): Promise<void> {
  await within(CLOSE_WITHIN_MS, close()).catch(() => undefined);
}
