import './sizes.js';
import { silentFaults } from './silent.faults.js';

silentFaults();
