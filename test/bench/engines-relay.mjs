import { randomUUID } from 'node:crypto';
import kafkajs from 'kafkajs';
import { openPostgres } from '#event-store';
import { Brokers, createTopics, Relay, topicsOf } from '#messaging';
import { append, partnershipHistory } from './history.mjs';

/** As the services have it by default. */
const PARTITIONS = 12;
const LOOK_EVERY_MS = 10;
const READ_WITHIN_MS = 600_000;

/** The relay on a PostgreSQL server, beside which the plain producer is measured. */
export async function openRelay({ url, brokers }) {
  const { sql, store, close } = await openPostgres({ connectionString: url });
  return {
    async fill({ commitments }) {
      await append(store, partnershipHistory(commitments).streams);
      return Number((await store.head()).slice(0, 20));
    },
    /** Tells the whole log to new topics. @returns events per second, and the topics' prefix */
    async tell() {
      const topics = await newTopics(brokers);
      const head = await store.head();
      const relay = new Relay({ store, sql, brokers: new Brokers({ brokers }), topics });
      const started = performance.now();
      await relay.start();
      // Whoever asks for the whole status takes time from what is measured.
      const position = async () => (await sql.query('select position from relay_checkpoints where name = $1', [topics.prefix]))[0]?.position;
      while ((await position()) !== head) await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
      const seconds = (performance.now() - started) / 1000;
      await relay.stop();
      return { perSecond: Number(head.slice(0, 20)) / seconds, prefix: topics.prefix };
    },
    close,
  };
}

/** The floor: the plain kafkajs producer, which sends what lies ready in memory and remembers nothing. */
export function openProducer({ brokers }) {
  let ready = [];
  return {
    /** Takes the very messages that were told, in their order, as the relay hands them over: as texts. */
    async learn({ prefix, messages }) {
      ready = await everythingOn(brokers, prefix, messages);
      return ready.length;
    },
    /** Sends them to new topics, as many at a time as the relay does. @returns messages per second, and the topics' prefix */
    async produce({ atOnce }) {
      const { prefix } = await newTopics(brokers);
      const producer = client(brokers).producer({
        createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
        idempotent: true,
        maxInFlightRequests: 1,
        allowAutoTopicCreation: false,
      });
      const started = performance.now();
      await producer.connect();
      for (let from = 0; from < ready.length; from += atOnce) {
        const byTopic = new Map();
        for (const { family, ...message } of ready.slice(from, from + atOnce)) {
          const topic = `${prefix}.${family}`;
          if (!byTopic.has(topic)) byTopic.set(topic, []);
          byTopic.get(topic).push(message);
        }
        await producer.sendBatch({ acks: -1, topicMessages: [...byTopic].map(([topic, messages]) => ({ topic, messages })) });
      }
      const seconds = (performance.now() - started) / 1000;
      await producer.disconnect();
      return { perSecond: ready.length / seconds, prefix };
    },
    /** What a round left behind. */
    async forget({ prefix }) {
      await new Brokers({ brokers }).administering((admin) => admin.deleteTopics({ topics: [...topicsOf({ prefix })] }));
    },
    close: () => Promise.resolve(),
  };
}

export function client(brokers) {
  return new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING });
}

/** New topics, led and ready: what the first message would wait for is not measured. */
export async function newTopics(brokers) {
  const topics = { prefix: `bench.${randomUUID()}`, partitions: PARTITIONS, replicas: 1 };
  const place = new Brokers({ brokers });
  await createTopics(place, topics);
  for (;;) {
    try {
      await place.administering(async (admin) => {
        for (const topic of topicsOf(topics)) await admin.fetchTopicOffsets(topic);
      });
      return topics;
    } catch (error) {
      if (error.code !== 'KAFKA_UNAVAILABLE') throw error;
    }
  }
}

async function everythingOn(brokers, prefix, messages) {
  const consumer = client(brokers).consumer({ groupId: randomUUID() });
  await consumer.connect();
  await consumer.subscribe({ topics: [...topicsOf({ prefix })], fromBeginning: true });
  // By its place: who begins anew is brought some of it again.
  const found = new Map();
  let late;
  try {
    await new Promise((resolve, reject) => {
      const soFar = () => new Error(`${found.size} of ${messages} messages were read within ${READ_WITHIN_MS / 1000} s`);
      late = setTimeout(() => reject(soFar()), READ_WITHIN_MS);
      // The first group of a new broker may have to be asked for again.
      consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || reject(payload.error));
      consumer
        .run({
          eachMessage: async ({ topic, partition, message: { offset, key, value, headers } }) => {
            const texts = Object.fromEntries(Object.entries(headers).map(([name, its]) => [name, String(its)]));
            const message = { family: topic.slice(prefix.length + 1), key: String(key), value: String(value), headers: texts };
            found.set(`${topic}/${partition}/${offset}`, message);
            if (found.size === messages) resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    clearTimeout(late);
    await consumer.disconnect();
  }
  return [...found.values()].sort((a, b) => (a.headers.position < b.headers.position ? -1 : 1));
}
