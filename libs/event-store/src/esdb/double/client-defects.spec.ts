import { describe, expect, it } from '@jest/globals';
import { openBare, openBareWithoutThrowing } from './bare-store.js';
import { SCENARIOS, type Scenario } from './scenarios.js';

const IN_PROCESS: readonly (readonly [string, Scenario])[] = Object.entries(SCENARIOS).filter(([name]) => name !== 'sharedFate');

/** Each passes because the bare client misbehaves: where one fails, the client was mended and a guard can go. */
describe('without its guard the client shows the defect that the guard is for', () => {
  it.each(IN_PROCESS.map(([name, scenario]) => ({ name, ...scenario })))('$name: $says', async ({ name, run, bare }) => {
    expect(await run(name === 'conflict' ? openBareWithoutThrowing : openBare)).toEqual(bare);
  });
});
