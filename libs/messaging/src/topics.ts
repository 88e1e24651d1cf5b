import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';
import { type Family, streamParts } from '#kernel';
import type { Brokers, End } from './kafka.js';
import { IN_SYNC, looked, missingTopics, REPLICAS, replicasWanted, type TopicFound } from './topics-looked.js';

/** How the topics must be. */
export type TopicSettings = Readonly<{
  /** What their names begin with. */
  prefix: string;
  /** How many partitions each must have. Another number puts streams into other partitions and breaks their order. */
  partitions: number;
  /** On how many brokers each partition must lie; 3 where it is not said, which a cluster of fewer refuses. */
  replicas?: number;
}>;

const TOPIC_OF: Readonly<Record<Family, string>> = {
  organization: 'organizations',
  partnership: 'partnerships',
  commitment: 'commitments',
  evidence: 'evidence',
  indicator: 'indicators',
  meeting: 'meetings',
};

/** The topic of a family. */
export function topicOf(family: Family, { prefix }: Pick<TopicSettings, 'prefix'>): string {
  return `${prefix}.${TOPIC_OF[family]}`;
}

/** The topic that a stream is told in. */
export function topicOfStream(stream: string, settings: Pick<TopicSettings, 'prefix'>): string {
  return topicOf(streamParts(stream).family, settings);
}

/** Every topic, in the order of their names. */
export function topicsOf(settings: Pick<TopicSettings, 'prefix'>): readonly string[] {
  return (Object.keys(TOPIC_OF) as Family[]).map((family) => topicOf(family, settings)).sort();
}

/** A topic or broker that is new is known to one broker after the other: so long is asked before one is called missing. */
const HEARD_WITHIN_MS = 5_000;
const LEADERS_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 100;

/**
 * The topics must be there and be as they are wanted.
 * @param told the topics in which this ledger was told, where that is known
 * @returns what is unsafe and was asked for so, or could not be looked at, in words for an operator: each once
 * @throws LedgerError `invalid` TOPIC_MISSING, TOPIC_DIFFERS (partition count, replicas), KAFKA_UNSAFE (a cluster of three or
 *   more whose topics may lose what was acknowledged; too few brokers), each with what to run; `unavailable`
 *   KAFKA_UNAVAILABLE
 */
export async function requireTopics(
  brokers: Pick<Brokers, 'administering'>,
  wanted: TopicSettings,
  told?: ReadonlySet<string>,
): Promise<readonly string[]> {
  return await brokers.administering(async (admin) => {
    const found = await topicsHeardOf(admin, topicsOf(wanted));
    // A broker that is away is still one of the cluster, and has its replicas.
    const size = Math.max((await admin.describeCluster()).brokers.length, ...[...found.values()].map((its) => its.replicas));
    const replicas = replicasWanted(wanted.replicas, size);
    const missing = topicsOf(wanted).filter((topic) => !found.has(topic));
    if (missing.length > 0) throw missingTopics(missing, told);
    return looked(found, { partitions: wanted.partitions, replicas, size });
  });
}

/**
 * Makes the topics that are missing, with settings that lose nothing; looks at those that are there as `requireTopics` does.
 * @returns the topics that were made
 */
export async function createTopics(brokers: Pick<Brokers, 'administering'>, wanted: TopicSettings): Promise<readonly string[]> {
  return await brokers.administering(async (admin) => {
    const replicas = replicasWanted(wanted.replicas, await sizeHeardOf(admin, wanted.replicas ?? REPLICAS));
    const there = new Set(await admin.listTopics());
    const missing = topicsOf(wanted).filter((topic) => !there.has(topic));
    const configEntries = [
      { name: 'cleanup.policy', value: 'delete' },
      // Kept for good: who comes later reads from the beginning.
      { name: 'retention.ms', value: '-1' },
      { name: 'retention.bytes', value: '-1' },
      { name: 'min.insync.replicas', value: String(Math.min(IN_SYNC, replicas)) },
      { name: 'unclean.leader.election.enable', value: 'false' },
    ];
    if (missing.length > 0)
      await admin.createTopics({
        waitForLeaders: false,
        topics: missing.map((topic) => ({
          topic,
          numPartitions: wanted.partitions,
          replicationFactor: replicas,
          configEntries,
        })),
      });
    await haveLeaders(admin, missing);
    return missing;
  });
}

/** The topics in which anything was ever told, kept or not. @throws LedgerError `unavailable` KAFKA_UNAVAILABLE */
export async function topicsTold(
  brokers: Pick<Brokers, 'administering'>,
  settings: Pick<TopicSettings, 'prefix'>,
): Promise<readonly string[]> {
  const told = (await partitionsOf(brokers, settings)).filter(({ end }) => end > 0n);
  return [...new Set(told.map(({ topic }) => topic))];
}

/** Every partition of the topics. @throws LedgerError `unavailable` KAFKA_UNAVAILABLE */
export async function partitionsOf(
  brokers: Pick<Brokers, 'administering'>,
  settings: Pick<TopicSettings, 'prefix'>,
): Promise<readonly Kept[]> {
  return await brokers.administering(async (admin) => {
    const found: Kept[] = [];
    for (const topic of topicsOf(settings)) found.push(...(await endsOf(admin, topic)));
    return found;
  });
}

/** A partition with the offset of the first message that it still keeps; its end where it keeps none. */
export type Kept = End & Readonly<{ begin: bigint }>;

/** Where each partition of a topic begins and ends. */
export async function endsOf(admin: Admin, topic: string): Promise<readonly Kept[]> {
  const offsets = await onceKnown(() => admin.fetchTopicOffsets(topic));
  return offsets.map(({ partition, low, high }) => ({ topic, partition, begin: BigInt(low), end: BigInt(high) }));
}

/** A topic is made before all brokers know of it. kafkajs would wait too, and takes a broker that does not for an error. */
async function haveLeaders(admin: Admin, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return;
  for (;;) {
    const found = await onceKnown(() => admin.fetchTopicMetadata({ topics: [...topics] }));
    const partitions = found.topics.flatMap((topic) => topic.partitions);
    if (partitions.every(({ leader }) => leader >= 0)) return;
    await pause(LOOK_AGAIN_MS);
  }
}

/** Asks again, for a while, where the broker that was asked has not heard of a topic yet. */
async function onceKnown<T>(ask: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + LEADERS_WITHIN_MS; ; await pause(LOOK_AGAIN_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof kafkajs.KafkaJSProtocolError && error.retriable && Date.now() < deadline)) throw error;
    }
  }
}

/** How many brokers there are: where they come up one after the other, more are waited for a while until there are so many. */
async function sizeHeardOf(admin: Admin, wanted: number): Promise<number> {
  for (const deadline = Date.now() + HEARD_WITHIN_MS; ; await pause(LOOK_AGAIN_MS)) {
    const size = (await admin.describeCluster()).brokers.length;
    if (size >= wanted || Date.now() > deadline) return size;
  }
}

/** Which of the topics there are: a broker that has not heard of one yet is asked again for a while. */
async function topicsHeardOf(admin: Admin, wanted: readonly string[]): Promise<ReadonlyMap<string, TopicFound>> {
  for (const deadline = Date.now() + HEARD_WITHIN_MS; ; await pause(LOOK_AGAIN_MS)) {
    const found = await topicsThere(admin, wanted);
    if (found.size === wanted.length || Date.now() > deadline) return found;
  }
}

async function topicsThere(admin: Admin, wanted: readonly string[]): Promise<ReadonlyMap<string, TopicFound>> {
  const there = new Set(await admin.listTopics());
  const topics = wanted.filter((topic) => there.has(topic));
  if (topics.length === 0) return new Map();
  const { topics: described } = await onceKnown(() => admin.fetchTopicMetadata({ topics }));
  const settings = await settingsOf(admin, topics);
  return new Map(
    described.map(({ name, partitions }) => [
      name,
      {
        partitions: partitions.length,
        replicas: Math.min(...partitions.map((partition) => partition.replicas.length)),
        settings: settings?.get(name),
      },
    ]),
  );
}

/** The settings of topics by name; undefined where one may not look at them. */
async function settingsOf(
  admin: Admin,
  topics: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>> | undefined> {
  const resources = topics.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name }));
  const described = await onceKnown(() => admin.describeConfigs({ includeSynonyms: false, resources })).catch(
    (error: unknown) => {
      if (error instanceof kafkajs.KafkaJSProtocolError && error.type.endsWith('AUTHORIZATION_FAILED')) return undefined;
      throw error;
    },
  );
  return (
    described &&
    new Map(
      described.resources.map(({ resourceName, configEntries }) => [
        resourceName,
        new Map(configEntries.map(({ configName, configValue }) => [configName, configValue])),
      ]),
    )
  );
}
