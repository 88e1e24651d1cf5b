import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import { playedApart } from './apart.js';
import { openBare, openBareWithoutThrowing } from './bare-store.js';
import { EsdbDouble } from './index.js';
import { played, SCENARIOS, type ScenarioName } from './scenarios.js';

/** What takes longer is taken to wait for ever: the bare client does, so this is paid in full. */
const FOR_EVER_MS = 2_500;

const names = Object.keys(SCENARIOS) as ScenarioName[];
const scenarios = names.map((name) => ({ name, says: SCENARIOS[name].says }));

/** Each test passes because the bare client misbehaves: where one fails, the client was mended and its guard can go. */
describe('of the bare client it is not true that', () => {
  it.each(scenarios.filter(({ name }) => name !== 'sharedFate'))('$says ($name)', async ({ name }) => {
    const open = name === 'conflict' ? openBareWithoutThrowing : openBare;
    expect(await played(name, open, FOR_EVER_MS)).toEqual(SCENARIOS[name].bare);
  });

  it(`${SCENARIOS.sharedFate.says} (sharedFate)`, async () => {
    const seen = await playedApart('sharedFate', { module: new URL('./bare-store.ts', import.meta.url), open: 'openBare' });
    expect(seen).toEqual(SCENARIOS.sharedFate.bare);
  }, 30_000);

  it('a subscription that meets an error is destroyed, whoever listens to it', async () => {
    const double = await EsdbDouble.start();
    const client = EventStoreDBClient.connectionString(double.connectionString());
    const subscription = client.subscribeToAll();
    const failed = once(subscription, 'error');
    subscription.on('data', () => undefined);
    await once(subscription, 'data');
    double.dropSubscriptions('error');
    await failed;
    await setImmediate();
    expect(subscription.destroyed).toBe(false);
    await client.dispose();
    await double.stop();
  });
});
