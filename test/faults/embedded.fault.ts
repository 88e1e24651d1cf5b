import { jest } from '@jest/globals';
import { embeddedFaults } from './embedded.faults.js';

jest.setTimeout(3_600_000);

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
const times = (name: string, usual: number) => Number(process.env[name] ?? usual);
embeddedFaults({
  kills: times('FAULT_KILLS', 36),
  cuts: times('FAULT_CUTS', 9),
  erasures: times('FAULT_ERASURES', 12),
  appends: 200,
  controls: true,
  seed,
});
