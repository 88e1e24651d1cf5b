import { projectorFaults } from './projector.faults.js';
import { sizes } from './sizes.js';

projectorFaults(sizes.projector);
