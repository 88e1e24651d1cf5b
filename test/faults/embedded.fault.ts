import { jest } from '@jest/globals';
import { embeddedFaults } from './embedded.faults.js';

jest.setTimeout(3_600_000);

const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);
embeddedFaults({ kills: Number(process.env['FAULT_KILLS'] ?? 30), cuts: Number(process.env['FAULT_CUTS'] ?? 10), seed });
