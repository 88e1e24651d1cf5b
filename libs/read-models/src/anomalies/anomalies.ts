import type { LedgerEvent } from '#domain';
import type { Sql } from '#event-store';
import { type Anomaly, dayOf, type Id } from '#kernel';
import { type Answer, readModels } from '#projections';
import { breaches, commitmentViews } from '#scoring';
import { BOARD, type Now } from '../commitments-board/commitments-board.js';
import { indicatorSeries } from '../indicator-series/indicator-series.js';
import { meetings } from '../meetings/meetings.js';
import { partnershipIn } from '../partnerships/partnerships.js';
import { eventsIn, selectEvents } from '../per-stream.js';

/** Facts of one commitment that wait for something. */
export type Waiting = Readonly<{ commitmentId: Id; eventIds: readonly Id[] }>;

export type Anomalies = Readonly<{
  /** Facts that did not apply at their place, and breaches of rules that look beyond one stream (rule 16). */
  breaches: readonly Anomaly[];
  /** Known later than the partnership's late days after they occurred. */
  late: readonly Waiting[];
  /** Agreements and verdicts of which one principal recorded both sides: they move and judge nothing yet. */
  unconfirmed: readonly Waiting[];
  /** Written down by another hand, and neither confirmed nor contested by their party. */
  onBehalf: readonly Waiting[];
}>;

/** What a reader of a partnership must know before relying on its figures; null where there is no such partnership. */
export function listAnomalies(sql: Sql, partnershipId: Id, { now, basis = 'ledger' }: Now): Promise<Answer<Anomalies | null>> {
  return readModels(sql, [...BOARD, indicatorSeries, meetings], async (queries, tables) => {
    const partnership = await partnershipIn(queries, tables, partnershipId);
    if (partnership === null) return null;
    const families = ['partnerships', 'commitments', 'evidence-items', 'indicators', 'meetings'];
    const rows = await queries.query<{ event: string }>(
      families.map((table) => selectEvents(tables, table, 's.partnership_id = $1')).join(' union all '),
      [partnershipId],
    );
    const events = eventsIn<LedgerEvent>(rows);
    const on = dayOf(now, partnership.calendar.timeZone);
    const views = [...commitmentViews(events, { on, basis }).values()];
    const waiting = (which: 'late' | 'unconfirmed' | 'onBehalf'): readonly Waiting[] =>
      views.flatMap((view) => (view[which].length === 0 ? [] : [{ commitmentId: view.commitmentId, eventIds: view[which] }]));
    return {
      breaches: breaches(events, { basis }),
      late: waiting('late'),
      unconfirmed: waiting('unconfirmed'),
      onBehalf: waiting('onBehalf'),
    };
  });
}
