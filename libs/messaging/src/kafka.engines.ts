import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { newId } from '#kernel';
import { KafkaCluster } from '../../../test/engines/kafka-cluster.js';
import { Brokers, type Outgoing } from './kafka.js';
import { until } from './testing/told.js';
import { endsOf } from './topics.js';

const MESSAGES = 20;

describe('where the leader of a partition changes, as in a rolling restart of the brokers', () => {
  let cluster: KafkaCluster;
  let brokers: Brokers;
  let topic: string;

  beforeAll(async () => {
    cluster = await KafkaCluster.start(3);
    brokers = new Brokers({ brokers: cluster.addresses });
  }, 180_000);
  afterAll(() => cluster.stop(), 60_000);

  beforeEach(async () => {
    topic = `t.${newId()}`;
    await brokers.administering(async (admin) => {
      const replicaAssignment = [
        { partition: 0, replicas: [1] },
        { partition: 1, replicas: [2] },
      ];
      await admin.createTopics({ topics: [{ topic, replicaAssignment }], waitForLeaders: false });
    });
    await until(async () => (await leader()) === 2, 30_000, 'the first leader');
  });

  /** The leader that every broker names: one hears of it after the other. */
  const leader = async () => {
    const named = new Set(await Promise.all(cluster.addresses.map(leaderNamedBy)));
    return named.size === 1 ? [...named][0] : undefined;
  };
  /** As this broker itself says: whichever of them the client means to ask, its connections all lead to this one. */
  const leaderNamedBy = async (address: string) => {
    const [host = '', port] = address.split(':');
    const socketFactory = ({ onConnect }: Readonly<{ onConnect: () => void }>) =>
      connect({ host, port: Number(port) }, onConnect);
    const admin = new kafkajs.Kafka({ brokers: [address], socketFactory, logLevel: kafkajs.logLevel.NOTHING }).admin();
    try {
      await admin.connect();
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      return topics[0]?.partitions.find(({ partitionId }) => partitionId === 1)?.leader;
    } catch {
      // It has not heard of the topic.
      return undefined;
    } finally {
      await admin.disconnect();
    }
  };

  /** The broker that leads the other partition leads this one too from now on; who has a session does not know. */
  const move = async () => {
    const partitionAssignment = [{ partition: 1, replicas: [1] }];
    await brokers.administering((admin) => admin.alterPartitionReassignments({ topics: [{ topic, partitionAssignment }] }));
    await until(async () => (await leader()) === 1, 30_000, 'the new leader');
    // Who names another leader may still lead a moment longer; who has put its copy away does not.
    await until(() => !cluster.keeps(2, `${topic}-1`), 30_000, 'the end of the former');
  };

  const messages = (): Outgoing[] => Array.from({ length: MESSAGES }, (_, n) => ({ topic, key: `${n}`, value: '', headers: {} }));
  const lying = async () => {
    const ends = await brokers.administering((admin) => endsOf(admin, topic));
    return ends.reduce((sum, { end }) => sum + Number(end), 0);
  };

  it('what was not acknowledged is refused, and the next session tells it', async () => {
    const first = await brokers.sender();
    await first.send(messages());
    expect(await lying()).toBe(MESSAGES);
    await move();
    await expect(first.send(messages())).rejects.toMatchObject({
      code: 'KAFKA_UNAVAILABLE',
      message: expect.stringContaining(`nobody has acknowledged what is for ${topic}/1`),
    });
    await first.close();
    const before = await lying();
    expect(before).toBeLessThan(2 * MESSAGES);
    const next = await brokers.sender();
    await next.send(messages());
    await next.close();
    expect(await lying()).toBe(before + MESSAGES);
  });

  it('and somebody added a partition meanwhile, nothing goes to another partition than before', async () => {
    const sender = await brokers.sender();
    await sender.send(messages());
    await brokers.administering((admin) => admin.createPartitions({ topicPartitions: [{ topic, count: 3 }] }));
    // Now it asks for the cluster anew.
    await move();
    await expect(sender.send(messages())).rejects.toMatchObject({
      code: 'TOPIC_DIFFERS',
      message: expect.stringContaining(`${topic} has 3 partitions now, and had 2`),
    });
    await sender.close();
    const ends = await brokers.administering((admin) => endsOf(admin, topic));
    expect(ends.find(({ partition }) => partition === 2)?.end).toBe(0n);
  });

  it('control: the client alone says that all was sent, and a part of it is nowhere', async () => {
    const client = new kafkajs.Kafka({ brokers: cluster.addresses, logLevel: kafkajs.logLevel.NOTHING });
    const producer = client.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner, idempotent: true });
    await producer.connect();
    const send = () =>
      producer.sendBatch({
        acks: -1,
        topicMessages: [{ topic, messages: messages().map(({ key, value }) => ({ key, value })) }],
      });
    await send();
    await move();
    await send();
    await producer.disconnect();
    expect(await lying()).toBeLessThan(2 * MESSAGES);
  });
});
