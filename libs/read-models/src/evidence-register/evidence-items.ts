import { evidenceShape } from '#domain';
import type { Projection } from '#projections';
import { perStream } from '../per-stream.js';

/** The items of evidence of every partnership. What counts depends on the day, so each item keeps its events. */
export const evidenceRegister: Projection = perStream(evidenceShape, {
  name: 'evidence-register',
  version: 2,
  table: 'evidence-items',
  keepsEvents: true,
  view: ({ id, state: { title, method } }) => ({ evidenceId: id, title, method }),
});
