import type { LedgerEvent } from '#domain';
import { type Event, type Fact, inFactOrder, isAboutFact, knownFacts, type Recorded, streamParts } from '#kernel';
import { byStream, type Projection } from '#projections';
import { searchable, wordsIn } from '../page.js';
import { zoneIn } from '../per-stream.js';
import { put, removeWhere, type Value } from '../rows.js';
import { FOUND_KINDS, type FoundKind, namingIn, textsIn } from './words.js';

type Row = Record<string, Value>;

/** The engine keeps no longer word; nobody types one to find something. */
export const LONGEST_WORD = 100;

/**
 * What things are called, so that they are found by their words: the public words of the parties, as they stand now, and
 * where free texts lie. The words of free texts are never copied here. They are looked up in the table of texts when
 * somebody searches, so that what was erased is not found from that instant on, whatever a projection is doing.
 *
 * Words are folded before they are stored, without the engine's own dictionaries and parser: the same on every engine.
 */
export const search: Projection = {
  name: 'search',
  version: 1,
  partitionedBy: 'partnership',
  tables: {
    search: {
      columns: `key text primary key, kind text not null, rank text not null collate "C", id text not null, partnership_id text,
        stream text not null, title text not null, sort_title text not null collate "C", said text not null,
        folded text not null, words tsvector generated always as (array_to_tsvector(string_to_array(folded, ' '))) stored`,
      indexes: ['stream', 'rank, sort_title, id'],
      searched: ['words'],
    },
    'search-texts': {
      columns: 'text_id uuid primary key, key text not null, stream text not null',
      indexes: ['stream'],
    },
  },
  async project(events, { tables, histories }) {
    const through = events.at(-1)?.position ?? '';
    const [things, texts] = [new Map<string, Row>(), new Map<string, Row>()];
    const rewritten: string[] = [];
    for (const [stream, fresh] of byStream(events as readonly Recorded<LedgerEvent>[])) {
      const touches = touchedBy(fresh);
      if (touches === 'nothing') continue;
      if (touches === 'what was said') rewritten.push(stream);
      const partnershipId = fresh[0]?.metadata.partnershipId ?? null;
      const timeZone = partnershipId === null ? 'UTC' : zoneIn(await histories.upTo(`partnership-${partnershipId}`, through));
      const told = touches === 'texts' ? fresh : ((await histories.upTo(stream, through)) as readonly Recorded<LedgerEvent>[]);
      const facts = inFactOrder(knownFacts<LedgerEvent>(told, { basis: 'ledger', timeZone }).facts);
      for (const thing of thingsIn(facts, stream, partnershipId)) things.set(thing.key, thing);
      for (const text of textRows(facts, stream)) texts.set(text.text_id, text);
    }
    const [named, said] = [tables['search'] ?? 'search', tables['search-texts'] ?? 'search-texts'];
    return [
      ...(rewritten.length === 0 ? [] : [removeWhere(named, 'stream', rewritten), removeWhere(said, 'stream', rewritten)]),
      ...put(named, ['key'], [...things.values()]),
      ...put(said, ['text_id'], [...texts.values()]),
    ];
  },
};

/** What new events of a stream change: names need the whole stream, for the latest counts; corrections all of its rows. */
function touchedBy(fresh: readonly Recorded<LedgerEvent>[]): 'nothing' | 'texts' | 'names' | 'what was said' {
  if (fresh.some(isAboutFact)) return 'what was said';
  if (fresh.some((event) => namingIn(event) !== undefined)) return 'names';
  return fresh.some(({ data }) => textsIn(data).length > 0) ? 'texts' : 'nothing';
}

type Thing = { kind: FoundKind; id: string; title: string | undefined; said: Set<string> };

function thingsIn(facts: readonly Fact<LedgerEvent>[], stream: string, partnershipId: string | null) {
  const things = new Map<string, Thing>();
  for (const fact of facts) {
    const naming = namingIn(fact);
    if (naming === undefined) continue;
    const { kind, id, title, more = [] } = naming;
    const thing = things.get(`${kind}-${id}`) ?? { kind, id, title: undefined, said: new Set() };
    thing.title = title ?? thing.title;
    for (const words of [title, ...more]) if (words !== undefined) thing.said.add(words);
    things.set(`${kind}-${id}`, thing);
  }
  return [...things].flatMap(([key, { kind, id, title, said }]) => {
    if (title === undefined) return [];
    // What it is called now comes first.
    const words = [title, ...[...said].filter((other) => other !== title)].join(' · ');
    const rank = String.fromCharCode(97 + FOUND_KINDS.indexOf(kind));
    const folded = [...new Set(wordsIn(words).map((word) => word.slice(0, LONGEST_WORD)))].join(' ');
    const sort_title = searchable(title).slice(0, 200);
    return [{ key, kind, rank, id, partnership_id: partnershipId, stream, title, sort_title, said: words, folded }];
  });
}

function textRows(facts: readonly Fact<LedgerEvent>[], stream: string) {
  const { family, id } = streamParts(stream);
  return facts.flatMap((fact: Fact<Event>) => textsIn(fact.data).map((text_id) => ({ text_id, key: `${family}-${id}`, stream })));
}
