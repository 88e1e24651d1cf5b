import type { CommitmentEvent, LedgerEvent } from '#domain';
import type { Sql } from '#event-store';
import { type Basis, type CivilDate, dayOf, type Id, type Instant, type Recorded, streamParts } from '#kernel';
import { type Answer, readModels, type TableNames } from '#projections';
import { commitmentViews, type Status } from '#scoring';
import { evidenceRegister } from '../evidence-register/evidence-items.js';
import { type EvidenceLink, linksIn } from '../evidence-register/links.js';
import { type Page, type PageRequest, pageWithin } from '../page.js';
import { type PartnershipView, partnershipIn, partnerships } from '../partnerships/partnerships.js';
import { eventsIn, selectEvents } from '../per-stream.js';
import { type BoardRow, boardRow, worstFirst } from './board.js';
import { commitmentsBoard } from './commitments.js';

/** Says which day it is in the partnership's zone, and since when facts count as known (what is late differs). */
export type Now = Readonly<{ now: Instant; basis?: Basis }>;

export type BoardRequest = PageRequest &
  Now &
  Readonly<{
    status?: readonly Status[];
    /** Owing or owed. */
    party?: Id;
    /** null: those without a goal. */
    goal?: Id | null;
    dueFrom?: CivilDate;
    dueTo?: CivilDate;
  }>;

/** The read models a board is read from. */
export const BOARD = [partnerships, commitmentsBoard, evidenceRegister] as const;

/**
 * The commitments of a partnership, worst first; null where there is no such partnership.
 * @throws LedgerError `invalid` (R15) for a limit or cursor that is none
 */
export function listCommitments(sql: Sql, partnershipId: Id, request: BoardRequest): Promise<Answer<Page<BoardRow> | null>> {
  return readModels(sql, BOARD, async (queries, tables) => {
    const partnership = await partnershipIn(queries, tables, partnershipId);
    if (partnership === null) return null;
    const rows = await boardRowsIn(queries, tables, partnership, request);
    return pageWithin(
      rows.filter((row) => isAskedFor(row, request)),
      request,
      worstFirst,
    );
  });
}

function isAskedFor(row: BoardRow, { status, party, goal, dueFrom, dueTo }: BoardRequest): boolean {
  return (
    (status === undefined || status.includes(row.status)) &&
    (party === undefined || row.terms.owedTo.includes(party) || row.shares.some((share) => share.party === party)) &&
    (goal === undefined || (row.terms.goalId ?? null) === goal) &&
    (dueFrom === undefined || (row.dueOn !== null && row.dueOn >= dueFrom)) &&
    (dueTo === undefined || (row.dueOn !== null && row.dueOn <= dueTo))
  );
}

/** Every line of a partnership's board, for reads of several read models at one moment. */
export async function boardRowsIn(
  queries: Pick<Sql, 'query'>,
  tables: TableNames,
  partnership: PartnershipView,
  { now, basis = 'ledger' }: Now,
): Promise<readonly BoardRow[]> {
  const families = ['partnerships', 'commitments', 'evidence-items'];
  const rows = await queries.query<{ event: string }>(
    families.map((table) => selectEvents(tables, table, 's.partnership_id = $1')).join(' union all '),
    [partnership.partnershipId],
  );
  const events = eventsIn<LedgerEvent>(rows);
  const { timeZone } = partnership.calendar;
  const links = linksIn(events.filter(isOfCommitment), timeZone);
  const views = commitmentViews(events, { on: dayOf(now, timeZone), basis });
  const byCommitment = new Map<Id, EvidenceLink[]>();
  for (const link of links) byCommitment.set(link.commitmentId, [...(byCommitment.get(link.commitmentId) ?? []), link]);
  return [...views.values()].map((view) => boardRow(view, byCommitment.get(view.commitmentId) ?? []));
}

function isOfCommitment(event: Recorded<LedgerEvent>): event is Recorded<CommitmentEvent> {
  return streamParts(event.stream).family === 'commitment';
}
