import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { KafkaCluster } from '../../../test/engines/kafka-cluster.js';
import { Brokers, type KafkaPlace } from './kafka.js';
import type { Read } from './kafka-reading.js';
import { groupsAreKnown } from './testing/engines.js';
import { createTopics, requireTopics, topicsOf } from './topics.js';

const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
type Mechanism = (typeof MECHANISMS)[number];

/** A cluster as one rents it: TLS with an authority of its own, and nobody comes in who does not sign in. */
describe('brokers that are spoken to over TLS and that one signs in to', () => {
  let cluster: KafkaCluster;

  beforeAll(async () => {
    cluster = await KafkaCluster.startSecured();
  }, 180_000);
  afterAll(() => cluster.stop(), 60_000);

  const brokersBy = (mechanism: Mechanism, otherwise: Partial<KafkaPlace> = {}) => {
    const { address, ca, username, password } = cluster.secured;
    return new Brokers({ brokers: [address], tls: true, ca, sasl: { mechanism, username, password }, ...otherwise });
  };
  const refusalOf = (brokers: Brokers) =>
    brokers.sender().then(
      () => Promise.reject(new Error('nothing was refused')),
      (error: unknown) => error,
    );

  it.each(MECHANISMS)('take topics, messages and a consumer that sign in by %s', async (mechanism) => {
    const brokers = brokersBy(mechanism);
    const settings = { prefix: `t.${newId()}`, partitions: 1, replicas: 1 };
    expect([...(await createTopics(brokers, settings))].sort()).toEqual(topicsOf(settings));
    await requireTopics(brokers, settings);
    const [topic = ''] = topicsOf(settings);

    const sender = await brokers.sender();
    await sender.send([{ topic, key: 'a stream', value: mechanism, headers: {} }]);
    await sender.close();

    const heard: string[] = [];
    const take = (messages: readonly Read[]) => {
      for (const { value } of messages) heard.push(new TextDecoder().decode(value ?? undefined));
      return Promise.resolve();
    };
    await groupsAreKnown(brokers, topic);
    await brokers.reading('reader', [{ topic, partition: 0, from: 0n, to: 1n }], take);
    expect(heard).toEqual([mechanism]);
  });

  it.each(MECHANISMS)('refuse a wrong password by %s, in words that name Kafka and never the password', async (mechanism) => {
    const { address, username, password } = cluster.secured;
    const mistyped = `not-${password}`;
    const error = await refusalOf(brokersBy(mechanism, { sasl: { mechanism, username, password: mistyped } }));
    expect(error).toMatchObject({
      code: 'KAFKA_UNAVAILABLE',
      message: expect.stringMatching(new RegExp(`^Kafka at ${address} \\(connect\\): SASL .* authentication failed`)),
    });
    // Nor does what a logger makes of the whole error.
    expect(everythingOf(error)).not.toContain(mistyped);
  });

  it('are refused where nobody known has signed their certificate, in words that say so and what to set', async () => {
    const { address, username, password } = cluster.secured;
    const sasl = { mechanism: 'plain', username, password } as const;
    const error = await refusalOf(new Brokers({ brokers: [address], tls: true, sasl }));
    expect(error).toMatchObject({
      code: 'KAFKA_UNAVAILABLE',
      message: expect.stringContaining(`Kafka at ${address} (connect)`),
    });
    expect(String(error)).toContain("nobody who is known has signed the broker's certificate (THROUGHLINE_KAFKA_CA)");
    expect(everythingOf(error)).not.toContain(password);
  });

  it('are refused where the certificate is for another address', async () => {
    const { address } = cluster.secured;
    const named = address.replace('127.0.0.1', 'localhost');
    const error = await refusalOf(brokersBy('plain', { brokers: [named] }));
    expect(error).toMatchObject({ code: 'KAFKA_UNAVAILABLE', message: expect.stringContaining('does not match certificate') });
  });

  it('do not answer who speaks without TLS, or does not sign in', async () => {
    const { address, ca } = cluster.secured;
    const unavailable = { code: 'KAFKA_UNAVAILABLE', message: expect.stringContaining(`Kafka at ${address}`) };
    expect(await refusalOf(brokersBy('scram-sha-512', { tls: false }))).toMatchObject(unavailable);
    expect(await refusalOf(new Brokers({ brokers: [address], tls: true, ca }))).toMatchObject(unavailable);
  });
});

/** Its words, its stack and every property, down to the first cause. */
function everythingOf(error: unknown): string {
  return inspect(error, { depth: null, showHidden: true });
}
