import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { newId } from '#kernel';
import { readSpans } from './kafka-reading.js';
import { brokerAddresses, brokers, topicsOnBrokers } from './testing/engines.js';
import { topicOf } from './topics.js';

/** The shortest that a broker allows. */
const SESSION_MS = 6_000;
const FETCHES = 2;

describe('a part of a partition', () => {
  it('is read once, and by one member, though its reader takes longer over each fetch than the group waits', async () => {
    const topic = topicOf('commitment', await topicsOnBrokers(1));
    const sender = await brokers().sender();
    const message = { topic, key: 'one', value: '', headers: {} };
    for (let sent = 0; sent < FETCHES; sent += 1) await sender.send([message, message]);
    await sender.close();
    // A fetch brings no more than what was sent together.
    const fetching = { heartbeatInterval: 1_000, sessionTimeout: SESSION_MS, maxBytesPerPartition: 1 };
    const client = new kafkajs.Kafka({ brokers: [...brokerAddresses()], logLevel: kafkajs.logLevel.NOTHING });
    const member = client.consumer({ groupId: `reader-${newId()}`, ...fetching });
    let joined = 0;
    member.on(member.events.GROUP_JOIN, () => {
      joined += 1;
    });
    const taken: string[][] = [];
    const span = { topic, partition: 0, from: 0n, to: BigInt(2 * FETCHES) };
    try {
      await readSpans(member, [span], async (messages) => {
        taken.push(messages.map(({ offset }) => String(offset)));
        if (taken.length > FETCHES) throw new Error(`brought again: ${JSON.stringify(taken)}`);
        await pause(SESSION_MS + 2_000);
      });
    } finally {
      await member.disconnect();
    }
    expect({ joined, taken }).toEqual({
      joined: 1,
      taken: [
        ['0', '1'],
        ['2', '3'],
      ],
    });
  });
});
