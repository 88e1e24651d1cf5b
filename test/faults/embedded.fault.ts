import { embeddedFaults } from './embedded.faults.js';
import { seed, sizes } from './sizes.js';

embeddedFaults({ ...sizes.embedded, appends: 200, controls: true, seed });
