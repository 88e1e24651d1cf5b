import { sizes } from './sizes.js';
import { togetherFaults } from './together.faults.js';

togetherFaults(sizes);
