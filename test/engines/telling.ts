import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type OpenPostgres, openPostgres, START } from '#event-store';
import { newId, type Recorded } from '#kernel';
import {
  Brokers,
  Consumer,
  type ConsumerOptions,
  createTopics,
  readTally,
  relayLag,
  type TopicSettings,
  tally,
} from '#messaging';
import { everythingOn } from '../../libs/messaging/src/testing/engines.js';
import { happen } from '../../libs/messaging/src/testing/history.js';
import { repeatsIn, until, wrongWith } from '../../libs/messaging/src/testing/told.js';
import { RelayProcess } from './relay-process.js';
import type { Asked } from './relaying.js';

const PARTITIONS = 3;
const PATIENCE_MS = 600_000;

/** What came of a fault. */
export type Outcome = Readonly<{
  events: number;
  /** Events of which no message tells. */
  lost: number;
  /** Messages of events that were told before. */
  repeated: number;
  /** Streams whose events, each where it was first told, are not in order, or lie in several partitions. */
  disordered: number;
}>;

/** A ledger on PostgreSQL with topics of its own, relays that tell the one in the other, and consumers that count. */
export class Telling {
  private readonly consumers: Consumer[] = [];

  private constructor(
    private readonly url: string,
    readonly brokers: readonly string[],
    readonly topics: TopicSettings,
    private readonly schema: string,
    readonly ledger: OpenPostgres,
  ) {}

  /** @param brokers `host:port` of those of this run, where nothing is said */
  static async begin(brokers = engine('KAFKA_BROKERS').split(',')): Promise<Telling> {
    const url = engine('POSTGRES_URL');
    const schema = `told_${randomUUID().replaceAll('-', '')}`;
    const topics = { prefix: `told.${randomUUID()}`, partitions: PARTITIONS, replicas: brokers.length };
    await createTopics(new Brokers({ brokers }), topics);
    return new Telling(url, brokers, topics, schema, await openPostgres({ connectionString: url, schema, connections: 10 }));
  }

  /** A relay as a process of its own, not begun yet. */
  relay(asked: Partial<Asked> = {}): RelayProcess {
    const { url, schema, brokers, topics } = this;
    return new RelayProcess({ url, schema, brokers, topics, batchSize: 20, ...asked });
  }

  /** A consumer that counts, as the shipped one does. */
  async counting(options: ConsumerOptions = {}): Promise<Consumer> {
    const { topics, brokers } = this;
    const consumes = { ...tally, name: `tally-${randomUUID()}` };
    const parts = {
      sql: this.ledger.sql,
      brokers: new Brokers({ brokers }),
      topics,
      families: ['commitment'] as const,
      consumes,
    };
    const consumer = new Consumer(parts, { pauseMs: 200, ...options });
    this.consumers.push(consumer);
    await consumer.start();
    return consumer;
  }

  /** Appends so many events; none of them waits for Kafka. */
  async happen(events: number, streams?: number): Promise<readonly Recorded[]> {
    return await happen(this.ledger.store, events, streams);
  }

  /** Goes on in so many streams that there are, with a claim in each. */
  async goOn(streams: number): Promise<void> {
    const claims = (await this.log()).filter(({ type }) => type === 'FulfilmentClaimed');
    for (const claim of claims.slice(0, streams)) await this.repeatAct(claim, 1);
  }

  /** Goes on in one stream with so many claims, all in one append. */
  async goOnIn(stream: string, claims: number): Promise<void> {
    const last = (await this.ledger.store.readStream(stream)).at(-1);
    if (last?.type !== 'FulfilmentClaimed') throw new Error(`${stream} does not end with a claim`);
    await this.repeatAct(last, claims);
  }

  /** The partition in which a stream lies that was told. */
  async partitionOf(stream: string): Promise<number> {
    const message = (await this.lying()).find(({ key }) => key === stream);
    if (message === undefined) throw new Error(`${stream} was not told`);
    return message.partition;
  }

  /** The place to which the log has been told. */
  async position(): Promise<string> {
    return (await relayLag(this.ledger.sql, this.ledger.store, this.topics.prefix)).position ?? START;
  }

  async isToldAll(): Promise<boolean> {
    return (await this.position()) === (await this.ledger.store.head());
  }

  /** Waits until every event has been told. */
  async toldAll(): Promise<void> {
    await until(() => this.isToldAll(), PATIENCE_MS, 'the end of the log');
  }

  /** Waits until whoever reads the topics finds every event there: one broker may have acknowledged before the others have it. */
  async foundAll(): Promise<void> {
    await until(async () => (await this.outcome()).lost === 0, PATIENCE_MS, 'every event on the topics');
  }

  /** What lies on the topics, compared with the log. */
  async outcome(): Promise<Outcome> {
    const lying = await this.lying();
    const log = await this.log();
    const { lost, foreign, disordered } = wrongWith(lying, log);
    if (foreign.length > 0) throw new Error(`told, and never recorded: ${foreign.join(', ')}`);
    return { events: log.length, lost: lost.length, repeated: repeatsIn(lying), disordered: disordered.length };
  }

  /** Waits until the consumer has counted what lies on the topics; how many events it counted too many (or, below 0, too few). */
  async countedTooMany(): Promise<number> {
    const events = (await this.log()).length;
    const count = async () => {
      const tallies = await readTally(this.ledger.sql);
      return [...tallies.values()].reduce((sum, { promised, claimed }) => sum + promised + claimed, 0);
    };
    let last = -1;
    // It stands still when nothing more comes.
    await until(
      async () => {
        const now = await count();
        const stands = now === last && now >= events;
        last = now;
        await pause(1_000);
        return stands;
      },
      PATIENCE_MS,
      'the count',
    );
    return last - events;
  }

  async end(): Promise<void> {
    for (const consumer of this.consumers.splice(0)) await consumer.stop();
    await RelayProcess.killAll();
    await this.ledger.close();
  }

  private async repeatAct({ stream, type, schema, data, metadata }: Recorded, times: number): Promise<void> {
    const events = Array.from({ length: times }, () => ({ type, schema, data, metadata, id: newId() }));
    await this.ledger.store.append(stream, events, 'any');
  }

  private async lying(): Promise<Awaited<ReturnType<typeof everythingOn>>> {
    for (const deadline = Date.now() + PATIENCE_MS; ; ) {
      try {
        return await everythingOn(this.topics);
      } catch (error) {
        // A topic that was just made, or whose leader just died, is led by nobody for a moment.
        if (Date.now() > deadline) throw error;
        await pause(500);
      }
    }
  }

  private async log(): Promise<readonly Recorded[]> {
    const all: Recorded[] = [];
    for (let after = START, caughtUp = false; !caughtUp; ) {
      const page = await this.ledger.store.readAll(after, { limit: 1_000 });
      all.push(...page.events);
      ({ scannedTo: after, caughtUp } = page);
    }
    return all;
  }
}

function engine(key: 'POSTGRES_URL' | 'KAFKA_BROKERS'): string {
  const value = process.env[key];
  if (value === undefined) throw new Error(`${key} is not set: npm run test:engines starts the engines and sets it`);
  return value;
}
