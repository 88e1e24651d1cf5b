import { jest } from '@jest/globals';

/** How large each fault on the engines is; FAULT_SIZE=small runs the same code on fewer rounds and shorter absences. */
const FULL = {
  relay: { kills: 20 },
  away: { seconds: 180, events: 20_000 },
  oneOfThree: { seconds: 60, events: 6_000 },
  leader: { turns: 10 },
  cuts: { cuts: 20, events: 2_000 },
  postgres: { kills: 10 },
} as const;

const SMALL = {
  relay: { kills: 2 },
  away: { seconds: 10, events: 2_000 },
  oneOfThree: { seconds: 5, events: 600 },
  leader: { turns: 1 },
  cuts: { cuts: 4, events: 400 },
  postgres: { kills: 2 },
} as const;

export const sizes = process.env['FAULT_SIZE'] === 'small' ? SMALL : FULL;

/** The longest any fault may take on a busy machine. */
jest.setTimeout(3_600_000);
