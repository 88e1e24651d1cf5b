import { type CommitmentEvent, type CommitmentTerms, commitmentShape } from '#domain';
import type { Sql } from '#event-store';
import type { Id, Recorded } from '#kernel';
import type { Projection, TableNames } from '#projections';
import { eventsIn, perStream, selectEvents } from '../per-stream.js';

/** What a commitment is, whatever the day; null where its making was struck. */
type Kept = Readonly<{ commitmentId: Id; terms: CommitmentTerms | null }>;

/**
 * The commitments of every partnership. A status, an age, a number of days late depend on the day one asks, so what is
 * kept of each commitment is what they are computed from; scoring computes them when the board is read.
 */
export const commitmentsBoard: Projection = perStream(commitmentShape, {
  name: 'commitments-board',
  version: 2,
  table: 'commitments',
  keepsEvents: true,
  view: ({ id, state }): Kept => ({ commitmentId: id, terms: state.made?.data ?? null }),
});

/** The events of a partnership's commitments in log order, for reads of several read models at one moment. */
export async function commitmentEventsIn(
  queries: Pick<Sql, 'query'>,
  tables: TableNames,
  partnershipId: Id,
): Promise<readonly Recorded<CommitmentEvent>[]> {
  const statement = selectEvents(tables, 'commitments', 's.partnership_id = $1');
  const rows = await queries.query<{ event: string }>(statement, [partnershipId]);
  return eventsIn(rows);
}
