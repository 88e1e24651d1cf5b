import { OF_ACTS } from './problems/acts.js';
import { OF_KAFKA } from './problems/kafka.js';
import { OF_PLACES } from './problems/places.js';
import { OF_READING } from './problems/reading.js';
import { OF_REQUESTS } from './problems/requests.js';
import type { ProblemSaid } from './problems/said.js';
import { OF_THE_STORE } from './problems/store.js';

/**
 * Everything that can go wrong, by status and code; what has no status comes last. A test holds this list against every code
 * in the sources, both ways.
 */
export const PROBLEMS: readonly ProblemSaid[] = [
  ...OF_REQUESTS,
  ...OF_ACTS,
  ...OF_READING,
  ...OF_THE_STORE,
  ...OF_PLACES,
  ...OF_KAFKA,
].sort((a, b) => (a.status ?? 999) - (b.status ?? 999) || a.code.localeCompare(b.code, 'en', { numeric: true }));
