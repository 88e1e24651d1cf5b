import type { Sql } from '#event-store';
import type { Family, Id, Instant } from '#kernel';
import type { Consumes } from '../consumer-advance.js';
import type { IntegrationEvent } from '../integration-event.js';

/** What is counted of each partnership, as it was recorded: a correction is counted and takes nothing back. */
export const FIGURES = [
  'promised',
  'claimed',
  'met',
  'partlyMet',
  'notMet',
  'datesMoved',
  'ended',
  'evidence',
  'linked',
  'meetings',
  'corrected',
] as const;
export type Figure = (typeof FIGURES)[number];

export type Tally = Readonly<
  Record<Figure, number> & {
    /** When the newest event that is counted was recorded; null where that was not kept of all of them. */ asOf: Instant | null;
  }
>;

/** The families whose events are counted. */
export const COUNTED: readonly Family[] = ['partnership', 'commitment', 'evidence', 'indicator', 'meeting'];

const FIGURE_OF: Readonly<Record<string, Figure>> = {
  CommitmentMade: 'promised',
  FulfilmentClaimed: 'claimed',
  FulfilmentRejected: 'notMet',
  DueDateAgreed: 'datesMoved',
  CommitmentWithdrawn: 'ended',
  CommitmentSuperseded: 'ended',
  CommitmentBroken: 'ended',
  EvidenceSubmitted: 'evidence',
  EvidenceLinked: 'linked',
  MeetingHeld: 'meetings',
  FactCorrected: 'corrected',
};

/** The figure that an event adds one to; undefined where it adds to none. */
export function figureOf({ type, data }: Pick<IntegrationEvent, 'type' | 'data'>): Figure | undefined {
  const name = type.slice(type.lastIndexOf('.') + 1);
  if (name !== 'FulfilmentVerified') return FIGURE_OF[name];
  return (data.says as Readonly<{ verdict: string }>).verdict === 'met' ? 'met' : 'partlyMet';
}

/**
 * An example of a consumer: a running tally of each partnership, made from the topics alone. It adds one to what stands, so
 * that an event that was taken in twice, or not at all, would show.
 */
export const tally: Consumes = {
  name: 'throughline-tally',
  tables: [
    `create table if not exists tally (
       partnership_id text not null,
       figure text not null,
       count integer not null,
       primary key (partnership_id, figure)
     )`,
    // An earlier tally did not keep it.
    'alter table tally add column if not exists newest text collate "C"',
  ],
  async takeIn(queries, events) {
    const added = new Map<string, { partnershipId: Id; figure: Figure; count: number; newest: Instant }>();
    for (const event of events) {
      const figure = figureOf(event);
      const { partnershipId } = event.data;
      if (figure === undefined || partnershipId === undefined) continue;
      const key = `${partnershipId} ${figure}`;
      const { count, newest } = added.get(key) ?? { count: 0, newest: event.time };
      added.set(key, { partnershipId, figure, count: count + 1, newest: later(newest, event.time) });
    }
    // In one order everywhere, so that two members of the group that add to the same partnerships do not wait in a circle.
    const rows = [...added].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    if (rows.length === 0) return;
    await queries.query(
      `insert into tally (partnership_id, figure, count, newest)
         select * from unnest($1::text[], $2::text[], $3::integer[], $4::text[])
       on conflict (partnership_id, figure) do update
         set count = tally.count + excluded.count,
           newest = case when tally.newest is not null then greatest(tally.newest, excluded.newest) end`,
      [
        rows.map(({ partnershipId }) => partnershipId),
        rows.map(({ figure }) => figure),
        rows.map(({ count }) => count),
        rows.map(({ newest }) => newest),
      ],
    );
  },
  async empty(queries) {
    await queries.query('delete from tally');
  },
};

/** The tally of every partnership, by id. */
export async function readTally(sql: Pick<Sql, 'query'>): Promise<ReadonlyMap<Id, Tally>> {
  const rows = await sql.query<{ partnership_id: Id; figure: Figure; count: number; newest: Instant | null }>(
    'select partnership_id, figure, count, newest from tally order by partnership_id',
  );
  const tallies = new Map<Id, Tally>();
  for (const { partnership_id: id, figure, count, newest } of rows) {
    const before = tallies.get(id) ?? { asOf: newest, ...nothingYet() };
    tallies.set(id, { ...before, asOf: later(before.asOf, newest), [figure]: Number(count) });
  }
  return tallies;
}

/** The later of two, null where one is not known. Instants of a ledger are all written alike: it is the greater text. */
function later<T extends Instant | null>(a: T, b: T): T {
  return b === null || (a !== null && a < b) ? b : a;
}

function nothingYet(): Record<Figure, number> {
  return Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Record<Figure, number>;
}
