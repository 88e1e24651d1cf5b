import { pausedFaults } from './paused.faults.js';
import { sizes } from './sizes.js';

pausedFaults(sizes.paused);
