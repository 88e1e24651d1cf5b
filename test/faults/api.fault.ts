import { apiFaults } from './api.faults.js';
import { seed, sizes } from './sizes.js';

apiFaults(sizes.api, seed);
