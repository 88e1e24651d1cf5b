import { jest } from '@jest/globals';
import { fullDiskFaults } from './full-disk.faults.js';

jest.setTimeout(600_000);

fullDiskFaults();
