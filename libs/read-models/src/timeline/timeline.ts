import type { LedgerEvent } from '#domain';
import { type Actor, type Fact, isAboutFact, knownFacts, type Provenance, type Recorded, type Recorder } from '#kernel';
import { byStream, type Projection } from '#projections';
import { zoneIn } from '../per-stream.js';
import { put, type Value } from '../rows.js';

/** What the timeline keeps of an event, in the words of its latest correction. */
export type KeptFact = Readonly<{
  type: LedgerEvent['type'];
  data: unknown;
  actor: Actor;
  recordedBy: Recorder;
  provenance?: Provenance;
}>;

/**
 * One row per event of a partnership, on both axes: the day it counts on, and since when it is known on each basis.
 * A correction changes the row of what it corrects (rule 11): its words and its day, never its place in the log.
 */
export const timeline: Projection = {
  name: 'timeline',
  version: 1,
  partitionedBy: 'partnership',
  tables: {
    timeline: {
      columns: `position text primary key collate "C", event_id text not null, partnership_id text not null, stream text not null,
        occurred_on text not null, day text not null collate "C", recorded_at text not null collate "C",
        known_source text not null collate "C", corrected_by text, struck_by text, fact text not null`,
      indexes: [
        'partnership_id, day, position',
        'partnership_id, recorded_at, position',
        'partnership_id, known_source, position',
      ],
    },
  },
  async project(events, { tables, histories }) {
    const through = events.at(-1)?.position ?? '';
    const rows: Record<string, Value>[] = [];
    for (const [stream, fresh] of byStream(events)) {
      const partnershipId = fresh[0]?.metadata.partnershipId;
      if (partnershipId === undefined) continue;
      const timeZone = zoneIn(await histories.upTo(`partnership-${partnershipId}`, through));
      // What a correction changes, or lets take effect, may be long past: then the whole stream is written again.
      const history = fresh.some(isAboutFact) ? await histories.upTo(stream, through) : fresh;
      const known = knownFacts(history as readonly Recorded<LedgerEvent>[], { basis: 'ledger', timeZone });
      const sources = new Map(history.map((event) => [event.id, event.metadata.assertedAt ?? event.recordedAt]));
      const row = (fact: Fact<LedgerEvent>, struckBy: string | null) => ({
        position: fact.position,
        event_id: fact.id,
        partnership_id: partnershipId,
        stream,
        occurred_on: fact.occurredOn,
        day: fact.day,
        recorded_at: fact.recordedAt,
        known_source: sources.get(fact.id) ?? fact.recordedAt,
        corrected_by: fact.corrected?.by ?? null,
        struck_by: struckBy,
        fact: JSON.stringify(kept(fact)),
      });
      rows.push(...known.facts.map((fact) => row(fact, null)), ...known.struck.map((fact) => row(fact, fact.struckBy)));
    }
    return put(tables['timeline'] ?? 'timeline', ['position'], rows);
  },
};

function kept(fact: Fact<LedgerEvent>): KeptFact {
  const { type, data, actor, recordedBy, provenance } = fact;
  return { type, data, actor, recordedBy, ...(provenance === undefined ? {} : { provenance }) };
}
