import { newId } from '#kernel';
import type { Placed } from '../scratch.js';

/** Where an event of a meeting would have got its place. */
export const placed = (revision: bigint): Placed => ({
  position: String(revision + 1n).padStart(20, '0'),
  revision,
  recordedAt: '2025-02-15T09:30:00.000Z',
  id: newId(),
  stream: 'meeting-1',
});
