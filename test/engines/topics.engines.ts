import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { START } from '#event-store';
import { Brokers, createTopics, topicOf } from '#messaging';
import { deleteTopic } from '../../libs/messaging/src/testing/engines.js';
import { until } from '../../libs/messaging/src/testing/told.js';
import { tell } from '../faults/figures.js';
import type { RelayGuard } from './relaying.js';
import './sizes.js';
import { Telling } from './telling.js';

const EVENTS = 300;
const MOVES_WITHIN_MS = 300_000;

describe('topics that are not as they are wanted', () => {
  let telling: Telling;
  let brokers: Brokers;
  let topic: string;

  beforeEach(async () => {
    telling = await Telling.begin();
    brokers = new Brokers({ brokers: telling.brokers });
    topic = topicOf('commitment', telling.topics);
  });
  afterEach(() => telling.end());

  const guarded = (without?: RelayGuard) =>
    telling.relay({ batchSize: EVENTS / 3, ...(without === undefined ? {} : { without }) });
  const deleteIt = () => deleteTopic(brokers, topic);

  it('missing at the start: the relay says which and what makes it, and tells everything once it was made', async () => {
    const since = Date.now();
    await telling.happen(EVENTS);
    await deleteIt();
    await expect(guarded().start()).rejects.toThrow(/there is no topic .*\.commitments\. Run: throughline topics create/);
    expect(await telling.position()).toBe(START);
    await createTopics(brokers, telling.topics);
    await guarded().start();
    await telling.toldAll();
    const { events, lost, disordered, repeated } = await telling.outcome();
    tell('a topic missing at the start', { events, lost, disordered, repeated }, since);
    expect({ lost, disordered, repeated }).toEqual({ lost: 0, disordered: 0, repeated: 0 });
  });

  it('control: where nobody looks at the topics, one that was made anew lacks for good what was told in it', async () => {
    const since = Date.now();
    const before = await guarded().start();
    await telling.happen(EVENTS);
    await telling.toldAll();
    await before.stop();
    await deleteIt();
    await expect(guarded().start()).rejects.toThrow(/there is no topic .*\.commitments, and this ledger was told there/);
    await createTopics(brokers, telling.topics);
    await telling.goOn(EVENTS);
    const relay = await guarded('topics').start();
    await telling.toldAll();
    await relay.stop();
    const { events, lost } = await telling.outcome();
    tell('a topic missing at the start', { events, lost }, since, 'the look at the topics');
    expect(lost).toBe(EVENTS);
  });

  // Nothing lies in it yet: what lay in a topic that somebody deletes is gone, whoever wrote it.
  it('gone while it is told to: the relay waits, and tells everything by itself once it was made again', async () => {
    const since = Date.now();
    const relay = await guarded().start();
    await relay.untilTelling();
    await deleteIt();
    await telling.happen(EVENTS);
    const stood = await telling.position();
    await createTopics(brokers, telling.topics);
    await telling.toldAll();
    const { events, lost, disordered, repeated } = await telling.outcome();
    tell('a topic gone while it is told to', { events, lost, disordered, repeated }, since);
    expect([stood, { lost, disordered }]).toEqual([START, { lost: 0, disordered: 0 }]);
  });

  it('control: where the relay goes on after an error, what it could not tell is lost', async () => {
    const since = Date.now();
    const relay = await guarded('stop-on-error').start();
    await relay.untilTelling();
    await deleteIt();
    await telling.happen(EVENTS);
    await until(() => telling.isToldAll(), MOVES_WITHIN_MS, 'the checkpoint');
    await relay.stop();
    await createTopics(brokers, telling.topics);
    const { events, lost } = await telling.outcome();
    tell('a topic gone while it is told to', { events, lost }, since, 'a stop on an error');
    expect(lost).toBe(EVENTS);
  });

  /** A first part is told, then somebody adds a partition, then the same streams go on. */
  const withAnotherPartition = async () => {
    const before = await guarded().start();
    await telling.happen(EVENTS);
    await telling.toldAll();
    await before.stop();
    await brokers.administering((admin) => admin.createPartitions({ topicPartitions: [{ topic, count: 4 }] }));
    await telling.goOn(EVENTS);
  };

  it('with another partition than there was: the relay tells nothing, so that no stream goes on elsewhere', async () => {
    const since = Date.now();
    await withAnotherPartition();
    const stood = await telling.position();
    await expect(guarded().start()).rejects.toThrow(/has 4 partitions, wanted 3 \(THROUGHLINE_KAFKA_PARTITIONS\)/);
    const { events, disordered, lost: untold } = await telling.outcome();
    tell('a topic with another number of partitions', { events, untold, disordered }, since);
    expect([await telling.position(), untold, disordered]).toEqual([stood, events - EVENTS, 0]);
  });

  it('control: where nobody looks at the topics, streams go on in other partitions', async () => {
    const since = Date.now();
    await withAnotherPartition();
    const relay = await guarded('topics').start();
    await telling.toldAll();
    await relay.stop();
    const { events, disordered } = await telling.outcome();
    tell('a topic with another number of partitions', { events, disordered }, since, 'the look at the topics');
    expect(disordered).toBeGreaterThan(0);
  });
});
