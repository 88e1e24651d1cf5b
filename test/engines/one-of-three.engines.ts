import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { START } from '#event-store';
import { Brokers, topicOf } from '#messaging';
import { until } from '../../libs/messaging/src/testing/told.js';
import { tell } from '../faults/figures.js';
import { KafkaCluster } from './kafka-cluster.js';
import type { RelayGuard } from './relaying.js';
import { sizes } from './sizes.js';
import { Telling } from './telling.js';

const AT_ONCE = 100;
const MOVES_WITHIN_MS = 300_000;
const IDS = [1, 2, 3];
/** A follower's request waits for half a second at most where there is nothing new. */
const ANSWERED_WITHIN_MS = 3_000;

describe('one broker of three', () => {
  let cluster: KafkaCluster;
  let telling: Telling;

  beforeAll(async () => {
    cluster = await KafkaCluster.start(3);
    // Who reads topics asks the brokers of the run: in this file they are these.
    process.env['KAFKA_BROKERS'] = cluster.addresses.join(',');
  });
  afterAll(() => cluster.stop());
  afterEach(() => telling.end());

  it(`killed while it is told to, one after the other, each away for ${sizes.oneOfThree.seconds} s: the others go on`, async () => {
    const since = Date.now();
    const { seconds, events } = sizes.oneOfThree;
    telling = await Telling.begin(cluster.addresses);
    const counting = await telling.counting();
    const relay = telling.relay({ batchSize: AT_ONCE });
    const some = async () => {
      for (let n = 0; n < events / IDS.length; n += AT_ONCE) await telling.happen(AT_ONCE);
    };
    await some();
    await relay.start();
    await until(async () => (await telling.position()) > START, MOVES_WITHIN_MS, 'the first batch');
    const gapsMs: number[] = [];
    for (const id of IDS) {
      const killed = Date.now();
      await cluster.kill(id);
      await some();
      // Without the one that is away.
      await telling.toldAll();
      gapsMs.push(Date.now() - killed);
      await pause(seconds * 1_000);
      await cluster.startAgain(id);
    }
    const doubled = await telling.countedTooMany();
    await relay.stop();
    const { events: all, lost, disordered, repeated } = await telling.outcome();
    const figures = {
      kills: IDS.length,
      'away for s': seconds,
      events: all,
      lost,
      disordered,
      repeated,
      'counted twice': doubled,
    };
    tell(
      'one broker of three killed while it is told to',
      { ...figures, 'told all after s': inSeconds(Math.max(...gapsMs)) },
      since,
    );
    expect({ lost, disordered, doubled }).toEqual({ lost: 0, disordered: 0, doubled: 0 });
    expect(await counting.status()).toMatchObject({ failure: null });
  });

  /** The others stand still when it takes the last batch, and it is killed before they go on. */
  const diesAhead = async (without?: RelayGuard) => {
    telling = await Telling.begin(cluster.addresses);
    const relay = await telling.relay({ batchSize: AT_ONCE, ...(without === undefined ? {} : { without }) }).start();
    const [first] = await telling.happen(2, 1);
    await telling.foundAll();
    const { stream } = first ?? { stream: '' };
    const leader = await leaderOf(telling, stream);
    const others = IDS.filter((id) => id !== leader);
    for (const id of others) cluster.pause(id);
    // What they had asked for before is answered by now: it would lie in their sockets when they go on.
    await pause(ANSWERED_WITHIN_MS);
    await telling.goOnIn(stream, AT_ONCE);
    // Longer than a batch takes, shorter than the brokers need to notice that the others stand still.
    const stood = await Promise.race([telling.toldAll().then(() => false), pause(7_500, true)]);
    await cluster.kill(leader);
    for (const id of others) cluster.continue(id);
    await telling.toldAll();
    await cluster.startAgain(leader);
    await relay.stop();
    return { stood, ...(await telling.outcome()) };
  };

  it('killed with a batch that no other has: it was not acknowledged, and is told again', async () => {
    const since = Date.now();
    const { stood, events, lost, disordered, repeated } = await diesAhead();
    tell('a broker killed with a batch that no other has', { events, lost, disordered, repeated }, since);
    expect({ stood, lost, disordered }).toEqual({ stood: true, lost: 0, disordered: 0 });
  });

  it('control: where one broker is enough to acknowledge, the batch is lost with it', async () => {
    const since = Date.now();
    const { stood, events, lost } = await diesAhead('every-replica');
    tell('a broker killed with a batch that no other has', { events, lost }, since, 'the acknowledgement of every replica');
    expect({ stood, lost }).toEqual({ stood: false, lost: AT_ONCE });
  });
});

const inSeconds = (ms: number) => Math.round(ms / 1_000);

/** The broker that leads the partition in which a stream lies. */
async function leaderOf(telling: Telling, stream: string): Promise<number> {
  const { brokers, topics } = telling;
  const topic = topicOf('commitment', topics);
  const partition = await telling.partitionOf(stream);
  const { topics: described } = await new Brokers({ brokers }).administering((admin) =>
    admin.fetchTopicMetadata({ topics: [topic] }),
  );
  const found = described[0]?.partitions.find(({ partitionId }) => partitionId === partition);
  if (found === undefined) throw new Error(`${topic} has no partition ${partition}`);
  return found.leader;
}
