import { appraisalOf, counts, type EvidenceEvent, type EvidenceState, evidenceShape } from '#domain';
import type { Sql } from '#event-store';
import { type CivilDate, dayOf, foldView, type Id, type Instant, type Recorded, streamParts, type TimeZone } from '#kernel';
import { type Answer, byStream, readModels } from '#projections';
import { commitmentEventsIn, commitmentsBoard } from '../commitments-board/commitments.js';
import { type Page, type PageRequest, pageWithin } from '../page.js';
import { partnershipIn, partnerships } from '../partnerships/partnerships.js';
import { eventsIn, selectEvents } from '../per-stream.js';
import { evidenceRegister } from './evidence-items.js';
import { type EvidenceLink, type EvidenceUse, linksIn } from './links.js';

type RevisionEntry = EvidenceState['revisions'][number] &
  Readonly<{
    appraisal: ReturnType<typeof appraisalOf>;
    /** Rule 7: neither rejected, retracted nor expired on that day. */
    counts: boolean;
  }>;

/** An item of evidence with all its revisions, what was made of each, and what it supports or contradicts. */
export type EvidenceEntry = Omit<EvidenceState, 'log' | 'revisions'> &
  Readonly<{
    evidenceId: Id;
    recordedAt: Instant;
    revisions: readonly RevisionEntry[];
    supports: readonly EvidenceUse[];
    contradicts: readonly EvidenceUse[];
  }>;

/**
 * The evidence of a partnership, latest collected first; null where there is no such partnership.
 * @param request `now` says which day it is in the partnership's zone: what expired no longer counts (rule 7)
 * @throws LedgerError `invalid` (R15) for a limit or cursor that is none
 */
export function listEvidence(
  sql: Sql,
  partnershipId: Id,
  request: PageRequest & Readonly<{ now: Instant; evidenceId?: Id }>,
): Promise<Answer<Page<EvidenceEntry> | null>> {
  return readModels(sql, [partnerships, commitmentsBoard, evidenceRegister], async (queries, tables) => {
    const partnership = await partnershipIn(queries, tables, partnershipId);
    if (partnership === null) return null;
    const rows = await queries.query<{ event: string }>(
      selectEvents(tables, 'evidence-items', 's.partnership_id = $1 and ($2::text is null or s.id = $2)'),
      [partnershipId, request.evidenceId ?? null],
    );
    const { timeZone } = partnership.calendar;
    const on = dayOf(request.now, timeZone);
    const links = linksIn(await commitmentEventsIn(queries, tables, partnershipId), timeZone);
    const entries = [...byStream(eventsIn<EvidenceEvent>(rows)).values()].map((events) =>
      evidenceEntry(events, links, on, timeZone),
    );
    return pageWithin(entries, request, (entry) => [newestFirst(entry.collectedOn), entry.evidenceId]);
  });
}

function evidenceEntry(
  events: readonly Recorded<EvidenceEvent>[],
  links: readonly EvidenceLink[],
  on: CivilDate,
  timeZone: TimeZone,
): EvidenceEntry {
  const [first] = events as readonly [Recorded<EvidenceEvent>];
  const { state } = foldView(evidenceShape, events, { basis: 'ledger', timeZone, on });
  const { log: _log, ...item } = state;
  const evidenceId = streamParts(first.stream).id;
  const used = (stance: EvidenceLink['stance']) =>
    links
      .filter((link) => link.evidenceId === evidenceId && link.stance === stance)
      .map(({ stance: _stance, ...use }): EvidenceUse => use);
  return {
    ...item,
    evidenceId,
    recordedAt: first.recordedAt,
    revisions: item.revisions.map((revision) => ({
      ...revision,
      appraisal: appraisalOf(state, revision.revision, on),
      counts: counts(state, revision.revision, on),
    })),
    supports: used('supports'),
    contradicts: used('contradicts'),
  };
}

/** A key that sorts days downwards: a month comes after its days, a year after its months. */
function newestFirst(day: string): number {
  return -Number(day.replaceAll('-', '').padEnd(8, '0'));
}
