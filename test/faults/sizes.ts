import { jest } from '@jest/globals';

/** How large each fault is, as `npm run test:faults` runs it; FAULT_SIZE=small runs the same code on fewer rounds. */
const FULL = {
  api: { rounds: 200, commands: 20_000, lanes: 2 },
  postgres: { kills: 50 },
  projector: { kills: 100, ofTwo: 50 },
  paused: { pauses: 20 },
  copies: { commands: 1_000, copies: 5 },
  writers: { writers: 32, each: 100 },
  damage: { flips: 100, truncations: 20 },
  embedded: { kills: 36, cuts: 9, erasures: 12 },
  move: { kills: 40 },
} as const;

const SMALL = {
  api: { rounds: 12, commands: 600, lanes: 2 },
  postgres: { kills: 5 },
  projector: { kills: 6, ofTwo: 3 },
  paused: { pauses: 2 },
  copies: { commands: 100, copies: 5 },
  writers: { writers: 32, each: 10 },
  damage: { flips: 12, truncations: 4 },
  embedded: { kills: 12, cuts: 6, erasures: 4 },
  move: { kills: 5 },
} as const;

export const sizes = process.env['FAULT_SIZE'] === 'small' ? SMALL : FULL;

/** Makes a run the same again; printed with each figure that chance has a part in. */
export const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);

/** The longest any fault may take on a busy machine. */
jest.setTimeout(3_600_000);
