import { type Event, type Family, foldView, type Recorded, type Shape, streamParts, type TimeZone } from '#kernel';
import { type Beside, byStream, type Projection, type Statement, type Table, type TableNames } from '#projections';
import { put, removeWhere, type Value } from './rows.js';
import { storedText } from './stored.js';

/** One stream as a view has it: folded in fact order, up to the end of the batch. */
export type StreamView<State> = Readonly<{
  id: string;
  partnershipId: string | null;
  state: State;
  timeZone: TimeZone;
  history: readonly Recorded[];
}>;

type PerStream<State, View extends object> = Readonly<{
  name: string;
  version: number;
  table: string;
  /** Columns beside `id`, `partnership_id` and `view`, and how they are filled. */
  columns?: string;
  indexes?: readonly string[];
  also?: (view: View) => Readonly<Record<string, Value>>;
  /** Keeps the stream's events too, for answers that depend on the day and are computed when asked. */
  keepsEvents?: boolean;
  view: (stream: StreamView<State>, beside: Beside, position: string) => View | Promise<View>;
}>;

/**
 * A read model of one row per stream of a family: the stream is folded anew, up to the end of the batch, whenever an
 * event of it arrives. Slower than adding to what stands, and always the very view that a replay gives: late facts,
 * corrections and answers before their questions take their places.
 */
export function perStream<State, E extends Event, View extends object>(
  shape: Shape<State, E>,
  { name, version, table, columns, indexes = [], also, keepsEvents = false, view }: PerStream<State, View>,
): Projection {
  const own = columns === undefined ? '' : `, ${columns}`;
  const definition: Table = {
    columns: `id text primary key, partnership_id text, view text not null${own}`,
    indexes: ['partnership_id', ...indexes],
  };
  const kept = keptIn(table);
  return {
    name,
    version,
    // A row is its stream alone, in the days of its partnership's zone; a stream is of one partnership, or of none.
    partitionedBy: 'partnership',
    tables: { [table]: definition, ...(keepsEvents ? { [kept]: KEPT_EVENTS } : {}) },
    async project(events, beside): Promise<readonly Statement[]> {
      const target = beside.tables[table] ?? table;
      const rows: Record<string, Value>[] = [];
      const gone: string[] = [];
      for (const { id, stream, through } of touched(events, shape.family)) {
        const seen = await streamView(shape, stream, through, beside);
        if (seen.state === shape.initial) {
          gone.push(id);
          continue;
        }
        const made = await view(seen, beside, through);
        rows.push({
          id,
          partnership_id: seen.partnershipId,
          view: storedText(made),
          ...(also?.(made) ?? {}),
        });
      }
      return [
        ...(gone.length > 0 ? [removeWhere(target, 'id', gone)] : []),
        ...put(target, ['id'], rows),
        ...(keepsEvents ? put(beside.tables[kept] ?? kept, ['position'], keptEvents(events, shape.family)) : []),
      ];
    },
  };
}

/** The streams of a family that a batch brings events of, each with the position of the batch's end. */
export function touched(events: readonly Recorded[], family: Family): readonly { id: string; stream: string; through: string }[] {
  const through = events.at(-1)?.position ?? '';
  return [...byStream(events).keys()]
    .map((stream) => ({ stream, through, ...streamParts(stream) }))
    .filter((its) => its.family === family);
}

/** Folds a stream as of a position, in the days of its partnership's zone. */
export async function streamView<State, E extends Event>(
  shape: Shape<State, E>,
  stream: string,
  through: string,
  { histories }: Beside,
): Promise<StreamView<State>> {
  const history = await histories.upTo(stream, through);
  const { family, id } = streamParts(stream);
  const partnershipId = family === 'partnership' ? id : (history[0]?.metadata.partnershipId ?? null);
  const timeZone = partnershipId === null ? 'UTC' : zoneIn(await histories.upTo(`partnership-${partnershipId}`, through));
  const { state } = foldView(shape, history as readonly Recorded<E>[], { basis: 'ledger', timeZone });
  return { id, partnershipId, state, timeZone, history };
}

/** The zone a partnership's days are days of: said by its first event, and never changed. */
export function zoneIn(partnership: readonly Recorded[]): TimeZone {
  const formed = partnership.find((event) => event.type === 'PartnershipFormed');
  return (formed?.data as { calendar?: { timeZone: TimeZone } } | undefined)?.calendar?.timeZone ?? 'UTC';
}

// A row for each event: a row that held all events of its stream would be written whole again with each of them.
const KEPT_EVENTS: Table = {
  columns: 'position text primary key collate "C", stream_id text not null, event text not null',
  indexes: ['stream_id'],
};

function keptIn(table: string): string {
  return `${table}-events`;
}

// Events are plain JSON but for the revision; a reviver over every value would double the time of a board.
function keptEvents(events: readonly Recorded[], family: Family): Record<string, Value>[] {
  return events.flatMap((event) => {
    const parts = streamParts(event.stream);
    if (parts.family !== family) return [];
    const text = JSON.stringify({ ...event, revision: String(event.revision) });
    return [{ position: event.position, stream_id: parts.id, event: text }];
  });
}

/**
 * The statement that reads the events kept for a table's rows.
 * @param where a condition on the row, `s`
 */
export function selectEvents(tables: TableNames, table: string, where: string): string {
  return `select e.event from ${tables[table]} s join ${tables[keptIn(table)]} e on e.stream_id = s.id where ${where}`;
}

/** The events that such statements read, of however many streams, in log order. */
export function eventsIn<E extends Event>(rows: readonly Readonly<{ event: string }>[]): readonly Recorded<E>[] {
  return rows
    .map(({ event }) => {
      const read = JSON.parse(event) as Omit<Recorded<E>, 'revision'> & { revision: string };
      return { ...read, revision: BigInt(read.revision) } as Recorded<E>;
    })
    .sort((a, b) => (a.position < b.position ? -1 : 1));
}
