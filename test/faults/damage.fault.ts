import { damageFaults } from './damage.faults.js';
import { seed, sizes } from './sizes.js';

damageFaults(sizes.damage, seed);
