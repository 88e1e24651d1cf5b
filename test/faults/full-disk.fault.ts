import './sizes.js';
import { fullDiskFaults } from './full-disk.faults.js';

fullDiskFaults();
