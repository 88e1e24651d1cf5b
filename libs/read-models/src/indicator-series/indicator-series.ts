import { type IndicatorState, indicatorShape } from '#domain';
import type { Sql } from '#event-store';
import type { Id } from '#kernel';
import { type Answer, type Projection, readModels } from '#projections';
import { perStream } from '../per-stream.js';
import { fromStored } from '../stored.js';

/** An indicator with its definition in force and every reading, absences with their reason. Series are never joined. */
export type IndicatorView = Omit<IndicatorState, 'log'> & Readonly<{ indicatorId: Id }>;

export const indicatorSeries: Projection = perStream(indicatorShape, {
  name: 'indicator-series',
  version: 2,
  table: 'indicators',
  keepsEvents: true,
  view: ({ id, state: { log: _log, ...state } }): IndicatorView => ({ indicatorId: id, ...state }),
});

/** The indicators of a partnership, by id. */
export function listIndicators(sql: Sql, partnershipId: Id): Promise<Answer<readonly IndicatorView[]>> {
  return readModels(sql, [indicatorSeries], async (queries, tables) => {
    const rows = await queries.query<{ view: string }>(
      `select view from ${tables['indicators']} where partnership_id = $1 order by id collate "C"`,
      [partnershipId],
    );
    return rows.map(({ view }) => fromStored<IndicatorView>(view));
  });
}

/** One indicator with its series; null where it is not there. */
export function indicator(sql: Sql, id: Id): Promise<Answer<IndicatorView | null>> {
  return readModels(sql, [indicatorSeries], async (queries, tables) => {
    const [row] = await queries.query<{ view: string }>(`select view from ${tables['indicators']} where id = $1`, [id]);
    return row === undefined ? null : fromStored<IndicatorView>(row.view);
  });
}
