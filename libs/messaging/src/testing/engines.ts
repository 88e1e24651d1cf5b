import { randomUUID } from 'node:crypto';
import type { EachMessagePayload } from 'kafkajs';
import { type OpenPostgres, openPostgres } from '#event-store';
import { type IntegrationEvent, readMessage } from '../integration-event.js';
import { Brokers } from '../kafka.js';
import { createTopics, endsOf, type TopicSettings, topicsOf } from '../topics.js';
import { until } from './told.js';

/** What `npm run test:engines` sets; where it is not set a test fails and does not skip. */
function engine(key: 'POSTGRES_URL' | 'KAFKA_BROKERS'): string {
  const value = process.env[key];
  if (value === undefined) throw new Error(`${key} is not set: npm run test:engines starts the engines and sets it`);
  return value;
}

export const brokerAddresses = () => engine('KAFKA_BROKERS').split(',');
export const brokers = () => new Brokers({ brokers: brokerAddresses() });

export const serverUrl = () => engine('POSTGRES_URL');

/** A ledger of its own on the server. */
export function ledgerOnServer(): Promise<OpenPostgres> {
  const schema = `t_${randomUUID().replaceAll('-', '')}`;
  return openPostgres({ connectionString: serverUrl(), schema });
}

/** Topics of their own, made. */
export async function topicsOnBrokers(partitions = 3): Promise<TopicSettings> {
  const replicas = Math.min(3, brokerAddresses().length);
  const settings = { prefix: `t.${randomUUID()}`, partitions, replicas };
  await createTopics(brokers(), settings);
  return settings;
}

/** Deletes a topic; returns when the broker that is asked names it no more. */
export async function deleteTopic(place: Brokers, topic: string): Promise<void> {
  await place.administering((admin) => admin.deleteTopics({ topics: [topic] }));
  await until(() => place.administering(async (admin) => !(await admin.listTopics()).includes(topic)));
}

const ATTEMPTS = 5;
/** What a broker says of a group for which it has not yet set up, or read, what it keeps of groups. */
const NO_GROUPS_YET = ['GROUP_COORDINATOR_NOT_AVAILABLE', 'NOT_COORDINATOR_FOR_GROUP', 'GROUP_LOAD_IN_PROGRESS'];

/** Works as a new member of a group each time: a broker that has just started may not know its groups yet. */
async function onceGroupsAreKnown<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !knowsNoGroupsYet(error)) throw error;
    }
  }
}

function knowsNoGroupsYet(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'KafkaJSGroupCoordinatorNotFound') return true;
  return ('type' in error && NO_GROUPS_YET.includes(String(error.type))) || knowsNoGroupsYet(error.cause);
}

/** Returns when a group can be made at these brokers, which the first to ask may have to wait for. */
export async function groupsAreKnown(place: Brokers, topic: string): Promise<void> {
  await onceGroupsAreKnown(async () => {
    const member = place.consumer(`first-${randomUUID()}`);
    try {
      await member.connect();
      await member.subscribe({ topic });
      await new Promise<void>((resolve, reject) => {
        member.on(member.events.GROUP_JOIN, () => resolve());
        member.on(member.events.CRASH, ({ payload }) => reject(payload.error));
        member.run({ eachMessage: () => Promise.resolve() }).catch(reject);
      });
    } finally {
      await member.disconnect();
    }
  });
}

/** A message as it lies on a topic. */
export type Lying = Readonly<{
  topic: string;
  partition: number;
  offset: bigint;
  key: string;
  headers: Readonly<Record<string, string>>;
  value: string;
  event: IntegrationEvent;
}>;

/** Everything that lies on the topics now, by partition in order. */
export async function everythingOn(settings: TopicSettings): Promise<readonly Lying[]> {
  const ends = await brokers().administering(async (admin) => {
    const found = new Map<string, bigint>();
    for (const topic of topicsOf(settings))
      for (const { partition, end } of await endsOf(admin, topic)) if (end > 0n) found.set(`${topic}/${partition}`, end);
    return found;
  });
  if (ends.size === 0) return [];
  return await onceGroupsAreKnown(() => readUpTo(settings, new Map(ends)));
}

async function readUpTo(settings: TopicSettings, ends: Map<string, bigint>): Promise<readonly Lying[]> {
  const lying: Lying[] = [];
  const member = brokers().consumer(`reader-${randomUUID()}`);
  await member.connect();
  try {
    await member.subscribe({ topics: [...topicsOf(settings)], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      member.on(member.events.CRASH, ({ payload }) => reject(payload.error));
      const each = ({ topic, partition, message }: EachMessagePayload) => {
        lying.push(lyingAt(topic, partition, message));
        if (BigInt(message.offset) + 1n >= (ends.get(`${topic}/${partition}`) ?? 0n)) ends.delete(`${topic}/${partition}`);
        if (ends.size === 0) resolve();
        return Promise.resolve();
      };
      member.run({ eachMessage: each }).catch(reject);
    });
  } finally {
    await member.disconnect();
  }
  return lying;
}

function lyingAt(topic: string, partition: number, { offset, key, value, headers = {} }: EachMessagePayload['message']): Lying {
  const text = String(value);
  return {
    topic,
    partition,
    offset: BigInt(offset),
    key: String(key),
    headers: Object.fromEntries(Object.entries(headers).map(([name, its]) => [name, String(its)])),
    value: text,
    event: readMessage(text),
  };
}
