import { moveFaults } from './move.faults.js';
import { seed, sizes } from './sizes.js';

moveFaults(sizes.move, seed);
