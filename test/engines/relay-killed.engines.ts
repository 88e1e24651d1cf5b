import { afterEach, describe, expect, it } from '@jest/globals';
import { tell } from '../faults/figures.js';
import { RelayProcess } from './relay-process.js';
import type { Point, RelayGuard } from './relaying.js';
import { sizes } from './sizes.js';
import { type Outcome, Telling } from './telling.js';

const BATCH = 20;
/** Of each life: a batch before the one in which it dies, and that one. */
const EVENTS_OF_A_LIFE = 2 * BATCH;
const KILLS_OF_A_CONTROL = 2;

/** What is told again after each kill: a batch that was sent and behind which the checkpoint did not come. */
const POINTS: Readonly<Record<Point, number>> = { before: 0, sent: BATCH, between: BATCH, within: BATCH, after: 0 };

describe('kill -9 of the relay', () => {
  const begun: Telling[] = [];
  afterEach(async () => {
    await RelayProcess.killAll();
    for (const telling of begun.splice(0)) await telling.end();
  });

  const killedAt = async (point: Point, kills: number, without?: RelayGuard) => {
    const telling = await Telling.begin();
    begun.push(telling);
    await telling.happen(kills * EVENTS_OF_A_LIFE);
    const guard = without === undefined ? {} : { without };
    const life = () => telling.relay({ batchSize: BATCH, at: { point, batch: 2, signal: 'SIGKILL' }, ...guard });
    let next = life();
    for (let kill = 0; kill < kills; kill += 1) {
      const now = next;
      // The next one loads its program while this one runs.
      next = kill + 1 < kills ? life() : telling.relay({ batchSize: BATCH, ...guard });
      await now.untilKilled();
    }
    await next.start();
    await telling.toldAll();
    await next.stop();
    return await telling.outcome();
  };

  it(`loses nothing and keeps the order: ${sizes.relay.kills} times at each point between send, acknowledgement and checkpoint`, async () => {
    const { kills } = sizes.relay;
    const since = Date.now();
    const points = Object.keys(POINTS) as Point[];
    const outcomes: Outcome[] = [];
    for (const point of points) outcomes.push(await killedAt(point, kills));
    const sum = (of: 'lost' | 'repeated' | 'disordered') => outcomes.reduce((all, outcome) => all + outcome[of], 0);
    const events = kills * EVENTS_OF_A_LIFE;
    const [lost, disordered, repeated] = [sum('lost'), sum('disordered'), sum('repeated')];
    tell(`kill -9 of the relay, at each of ${points.length} points`, { kills, events, lost, disordered, repeated }, since);
    expect(outcomes).toEqual(points.map((point) => ({ events, lost: 0, disordered: 0, repeated: POINTS[point] * kills })));
  });

  it('control: where the checkpoint moves before the brokers have acknowledged, events are lost', async () => {
    const since = Date.now();
    const { events, lost } = await killedAt('after', KILLS_OF_A_CONTROL, 'acknowledgement');
    tell('kill -9 of the relay', { kills: KILLS_OF_A_CONTROL, events, lost }, since, 'the acknowledgement before the checkpoint');
    expect(lost).toBe(KILLS_OF_A_CONTROL * BATCH);
  });
});
