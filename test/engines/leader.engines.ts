import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConsumerOptions } from '#messaging';
import { until } from '../../libs/messaging/src/testing/told.js';
import { tell } from '../faults/figures.js';
import { RelayProcess } from './relay-process.js';
import type { Point } from './relaying.js';
import { sizes } from './sizes.js';
import { type Outcome, Telling } from './telling.js';

const BATCH = 20;
const EVENTS = 100;
const LEASE_SECONDS = 6;
const MOVES_WITHIN_MS = 120_000;

/** Where the leader stands still: the brokers do not have its batch yet and get it late, or have it and the checkpoint is not behind it. */
const POINTS: readonly Point[] = ['before', 'sent', 'within'];

describe('a relay that leads and stands still beyond its lease', () => {
  let telling: Telling;
  beforeEach(async () => {
    telling = await Telling.begin();
  });
  afterEach(async () => {
    await RelayProcess.killAll();
    await telling.end();
  });

  /** One is stopped with SIGSTOP in its second batch, another takes over and tells the rest; then the first goes on. */
  const turn = async (point: Point, without?: 'fence') => {
    const guard = without === undefined ? {} : { without };
    const stopping = telling.relay({
      ...guard,
      leaseSeconds: LEASE_SECONDS,
      batchSize: BATCH,
      at: { point, batch: 2, signal: 'SIGSTOP' },
    });
    const other = telling.relay({ leaseSeconds: LEASE_SECONDS, batchSize: BATCH });
    await telling.happen(EVENTS);
    await stopping.start();
    await stopping.untilStopped();
    await other.start();
    await telling.toldAll();
    const end = await telling.position();
    stopping.continue();
    return { stopping, other, end };
  };

  const turns = async (count: number, options: ConsumerOptions = {}): Promise<Outcome & { doubled: number }> => {
    await telling.counting(options);
    for (let n = 0; n < count; n += 1) {
      for (const point of POINTS) {
        const { stopping, other } = await turn(point);
        await telling.happen(EVENTS);
        await telling.toldAll();
        await Promise.all([stopping.stop(), other.stop()]);
      }
    }
    const doubled = await telling.countedTooMany();
    return { ...(await telling.outcome()), doubled };
  };

  it(`moves nothing when it goes on: ${sizes.leader.turns} times at each of ${POINTS.length} points, nothing lost, repeats dropped`, async () => {
    const since = Date.now();
    const { events, lost, disordered, repeated, doubled } = await turns(sizes.leader.turns);
    const figures = { stops: sizes.leader.turns * POINTS.length, events, lost, disordered, repeated, 'counted twice': doubled };
    tell('a leading relay stopped beyond its lease, then let go on', figures, since);
    expect({ lost, disordered, doubled }).toEqual({ lost: 0, disordered: 0, doubled: 0 });
    // The batch in hand was told by both.
    expect(repeated).toBe(sizes.leader.turns * POINTS.length * BATCH);
  });

  it('control: where the consumer does not look for repeats, it counts twice what was told twice', async () => {
    const since = Date.now();
    const { events, repeated, doubled } = await turns(1, { switchedOff: ['repeats'] });
    tell(
      'a leading relay stopped beyond its lease, then let go on',
      { events, repeated, 'counted twice': doubled },
      since,
      'the look for repeats',
    );
    expect(doubled).toBe(repeated);
    expect(doubled).toBeGreaterThan(0);
  });

  it('control: where nothing asks whether it still leads, it moves the checkpoint of the other back', async () => {
    const since = Date.now();
    const { end } = await turn('sent', 'fence');
    await until(async () => (await telling.position()) < end, MOVES_WITHIN_MS, 'the checkpoint, back');
    const back = BigInt(end) - BigInt(await telling.position());
    tell(
      'a leading relay stopped beyond its lease, then let go on',
      { 'checkpoint moved back by': Number(back) },
      since,
      'the fence',
    );
    expect(back).toBe(BigInt(EVENTS - 2 * BATCH));
  });
});
