import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { START } from '#event-store';
import { until } from '../../libs/messaging/src/testing/told.js';
import { tell } from '../faults/figures.js';
import { KafkaCluster } from './kafka-cluster.js';
import { sizes } from './sizes.js';
import { Telling } from './telling.js';

const AT_ONCE = 100;
const MOVES_WITHIN_MS = 300_000;

describe('the only broker, killed while it is told to', () => {
  const cluster = KafkaCluster.ofThisRun();
  let telling: Telling;
  afterEach(() => telling.end());

  it(`and away for ${sizes.away.seconds} s: commands are answered meanwhile, and everything is told by itself when it is back`, async () => {
    const since = Date.now();
    const { seconds, events } = sizes.away;
    telling = await Telling.begin(cluster.addresses);
    const counting = await telling.counting();
    const relay = telling.relay({ batchSize: AT_ONCE });
    for (let n = 0; n < events / 2; n += AT_ONCE) await telling.happen(AT_ONCE);
    await relay.start();
    await until(async () => (await telling.position()) > START, MOVES_WITHIN_MS, 'the first batch');
    await cluster.kill();
    for (let n = events / 2; n < events; n += AT_ONCE) {
      await telling.happen(AT_ONCE);
      await pause((seconds * 1_000 * AT_ONCE * 2) / events);
    }
    const stood = await telling.isToldAll();
    await cluster.startAgain();
    const back = Date.now();
    await telling.toldAll();
    const toldAgainAfter = Math.round((Date.now() - back) / 1_000);
    const doubled = await telling.countedTooMany();
    await relay.stop();
    const { lost, disordered, repeated } = await telling.outcome();
    tell(
      'the only broker killed while it is told to',
      { 'away for s': seconds, events, lost, disordered, repeated, 'counted twice': doubled, 'told all after s': toldAgainAfter },
      since,
    );
    expect(stood).toBe(false);
    expect({ lost, disordered, doubled }).toEqual({ lost: 0, disordered: 0, doubled: 0 });
    expect(await counting.status()).toMatchObject({ state: 'running', failure: null });
  });

  it('control: where the relay goes on after an error, what it could not tell is lost', async () => {
    const since = Date.now();
    telling = await Telling.begin(cluster.addresses);
    const relay = await telling.relay({ batchSize: AT_ONCE, without: 'stop-on-error' }).start();
    await telling.happen(2 * AT_ONCE);
    await telling.toldAll();
    await cluster.kill();
    await telling.happen(AT_ONCE);
    await until(() => telling.isToldAll(), MOVES_WITHIN_MS, 'the checkpoint');
    await cluster.startAgain();
    await relay.stop();
    const { events, lost } = await telling.outcome();
    tell('the only broker killed while it is told to', { events, lost }, since, 'a stop on an error');
    expect(lost).toBe(AT_ONCE);
  });
});
