import type { EventStore, Sql } from '#event-store';
import { derivedId, type NewEvent, newId, type Recorded } from '#kernel';
import type { Projection } from '../projection.js';

const SOURCE = '00000000-0000-7000-8000-000000000001';

/** An event that says no more than how it is called. */
export function plainEvent(type: string, id = newId()): NewEvent {
  return {
    type,
    data: { of: id },
    id,
    schema: 1,
    metadata: {
      occurredOn: '2025-01-01',
      actor: { kind: 'service', name: 'spec' },
      recordedBy: { kind: 'service', id: 'spec' },
      commandId: derivedId(id, 'command'),
      commandDigest: '0'.repeat(64),
      decidedOn: {},
      correlationId: SOURCE,
      causationId: SOURCE,
    },
  };
}

/** Appends so many events to a handful of streams, and answers them all. */
export async function appendMany(store: EventStore, count: number, type = 'Counted'): Promise<readonly Recorded[]> {
  const all: Recorded[] = [];
  for (let at = 0; at < count; at += 100) {
    const events = Array.from({ length: Math.min(100, count - at) }, () => plainEvent(type));
    all.push(...(await store.append(`tally-${at % 7}`, events, 'any')).events);
  }
  return all;
}

/**
 * Counts by adding one, so that an event taken in twice or never shows at once. `cannotTakeIn` makes it fail on the
 * events given, as a defect in a projection would.
 */
export function tallies(cannotTakeIn: (event: Recorded) => boolean = () => false, version = 1): Projection {
  return {
    name: 'tallies',
    version,
    partitionedBy: 'partnership',
    tables: {
      tallies: { columns: 'stream text primary key, events integer not null' },
      seen: { columns: 'event_id text not null', indexes: ['event_id'] },
    },
    project: (events, { tables }) => {
      const poison = events.find(cannotTakeIn);
      if (poison !== undefined) return Promise.reject(new Error(`cannot read ${poison.type}`));
      return Promise.resolve(
        events.flatMap(({ stream, id }) => [
          {
            text: `insert into ${tables['tallies']} as t values ($1, 1) on conflict (stream) do update set events = t.events + 1`,
            parameters: [stream],
          },
          { text: `insert into ${tables['seen']} values ($1)`, parameters: [id] },
        ]),
      );
    },
  };
}

/** Every row of every table of the serving build, as text. */
export async function contents(sql: Sql, projection: Projection): Promise<string> {
  const [serving] = await sql.query<{ build: string }>('select build from projection_builds where name = $1 and serving', [
    projection.name,
  ]);
  const all: string[] = [];
  for (const table of Object.keys(projection.tables)) {
    const name = `rm_${table.replaceAll('-', '_')}_${serving?.build}`;
    const rows = await sql.query<{ row: string }>(`select t::text as row from ${name} t order by t::text collate "C"`);
    all.push(`${table}:`, ...rows.map(({ row }) => row));
  }
  return all.join('\n');
}
