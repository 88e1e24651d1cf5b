import { afterAll, describe, expect, it } from '@jest/globals';
import { playedApart } from './double/apart.js';
import { closeShared, openGuarded } from './double/guarded-store.js';
import { EsdbDouble } from './double/index.js';
import { played, SCENARIOS, type ScenarioName } from './double/scenarios.js';
import { numbered } from './double/stage.js';

const names = Object.keys(SCENARIOS) as ScenarioName[];
const scenarios = names.map((name) => ({ name, says: SCENARIOS[name].says }));

afterAll(closeShared);

/** What client-defects.spec.ts shows the bare client to get wrong. */
describe('of the event store on EventStoreDB it is true that', () => {
  it.each(scenarios.filter(({ name }) => name !== 'sharedFate'))(
    '$says ($name)',
    async ({ name }) => {
      expect(await played(name, openGuarded)).toEqual(SCENARIOS[name].guarded);
    },
    30_000,
  );

  it(`${SCENARIOS.sharedFate.says} (sharedFate)`, async () => {
    const seen = await playedApart('sharedFate', {
      module: new URL('./double/guarded-store.ts', import.meta.url),
      open: 'openGuarded',
    });
    expect(seen).toEqual(SCENARIOS.sharedFate.guarded);
  }, 30_000);

  it('no append goes the way on which connections share their fate, and nothing is asked before the first', async () => {
    const double = await EsdbDouble.start();
    const store = await openGuarded(double.connectionString(), { patienceMs: 10_000 });
    for (const expected of ['any', 'stream-exists', { revision: 1n }] as const) await store.append('s', numbered(1), expected);
    expect(double.calls).toMatchObject({ batchappend: 0, getsupportedmethods: 0 });
    expect(double.calls.append).toBeGreaterThanOrEqual(3);
    await store.close();
    await double.stop();
  }, 30_000);
});
