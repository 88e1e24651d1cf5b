import { postgresFaults } from './postgres.faults.js';
import { seed, sizes } from './sizes.js';

postgresFaults(sizes.postgres, seed);
