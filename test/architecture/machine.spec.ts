import { expect, it } from '@jest/globals';
import { freePort } from '../../infra/local/machine.mjs';

it('a free port is given once, also where several ask for one at the same moment', async () => {
  const few = { from: 20_000, to: 20_040 };
  const given = await Promise.all(Array.from({ length: 20 }, () => freePort(few)));
  expect(new Set(given).size).toBe(given.length);
});
