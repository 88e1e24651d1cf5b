import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs, { type Admin } from 'kafkajs';
import { newId } from '#kernel';
import { KafkaCluster } from '../../../test/engines/kafka-cluster.js';
import { Brokers } from './kafka.js';
import { createTopics, requireTopics, type TopicSettings, topicOf } from './topics.js';

const SAFE = { 'min.insync.replicas': '2', 'retention.ms': '-1' };

describe('on a cluster of three the topics', () => {
  let cluster: KafkaCluster;
  let brokers: Brokers;

  beforeAll(async () => {
    cluster = await KafkaCluster.start(3);
    brokers = new Brokers({ brokers: cluster.addresses });
  }, 180_000);
  afterAll(() => cluster.stop(), 60_000);

  const made = async (replicas?: number): Promise<TopicSettings> => {
    const settings = { prefix: `t.${newId()}`, partitions: 2, ...(replicas === undefined ? {} : { replicas }) };
    await createTopics(brokers, settings);
    return settings;
  };
  /** Sets one topic to exactly this. */
  const set = async (settings: TopicSettings, values: Readonly<Record<string, string>>) => {
    const configEntries = Object.entries(values).map(([name, value]) => ({ name, value }));
    const resource = { type: kafkajs.ConfigResourceTypes.TOPIC, name: topicOf('meeting', settings), configEntries };
    await brokers.administering((admin) => admin.alterConfigs({ validateOnly: false, resources: [resource] }));
  };
  /** A setting reaches one broker after the other: asked again until the one that is asked has heard of it. */
  const onceHeard = async (settings: TopicSettings): Promise<readonly string[]> => {
    for (const deadline = Date.now() + 15_000; ; await pause(50)) {
      const notes = await requireTopics(brokers, settings);
      if (notes.length > 0 || Date.now() > deadline) return notes;
    }
  };

  it('lie on three brokers where nothing is said, two of which must have what is acknowledged, and keep everything', async () => {
    const settings = await made();
    expect(await requireTopics(brokers, { ...settings, replicas: 3 })).toEqual([]);
  });

  it('are not called missing by the word of a broker that has not heard of them yet', async () => {
    const settings = await made();
    const hearsLate: Pick<Brokers, 'administering'> = {
      administering: (work) => brokers.administering((admin) => work(hearingLate(admin))),
    };
    expect(await requireTopics(hearsLate, settings)).toEqual([]);
  });

  it('are refused where one broker alone acknowledges', async () => {
    const settings = await made();
    await set(settings, { ...SAFE, 'min.insync.replicas': '1' });
    await expect(onceHeard(settings)).rejects.toMatchObject({
      code: 'KAFKA_UNSAFE',
      message: expect.stringMatching(/meetings has min.insync.replicas 1.*Set it to 2 or more/),
    });
  });

  it('are refused where they lie on fewer brokers than is wanted', async () => {
    const settings = await made(2);
    await expect(requireTopics(brokers, { ...settings, replicas: 3 })).rejects.toMatchObject({
      code: 'TOPIC_DIFFERS',
      message: expect.stringMatching(/lies on 2 brokers, wanted 3 \(THROUGHLINE_KAFKA_REPLICAS\)/),
    });
  });

  it('may be less safe where that was said, which is told', async () => {
    const settings = await made(1);
    const notes = await requireTopics(brokers, settings);
    expect(notes).toEqual([expect.stringMatching(/commitments, .*partnerships: min\.insync\.replicas 1: /)]);
  });

  it.each([
    ['forget', 'retention.ms', '60000', 'does not keep all messages'],
    ['are compacted', 'cleanup.policy', 'compact', 'does not keep all messages'],
    ['may be led by a broker that lags', 'unclean.leader.election.enable', 'true', 'unclean.leader.election.enable'],
  ])('that %s are taken, and it is told', async (_, name, value, told) => {
    const settings = await made();
    await set(settings, { ...SAFE, [name]: value });
    const notes = await onceHeard(settings);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(told);
  });
});

/** Asked for the topics for the first time, it knows none. */
function hearingLate(admin: Admin): Admin {
  let asked = 0;
  const listTopics = async () => (asked++ === 0 ? [] : await admin.listTopics());
  return { ...admin, listTopics };
}

it('are refused on fewer brokers than three where nothing is said', async () => {
  const brokers = new Brokers({ brokers: KafkaCluster.ofThisRun().addresses });
  const count = KafkaCluster.ofThisRun().addresses.length;
  const asked = requireTopics(brokers, { prefix: `t.${newId()}`, partitions: 2 });
  await expect(asked).rejects.toMatchObject({ code: count < 3 ? 'KAFKA_UNSAFE' : 'TOPIC_MISSING' });
});
