import { type Act, type PartnershipCommand } from '#domain';
import { dayOf, derivedId, type Id, type Instant, type OccurredOn, type TextRef } from '#kernel';
import type { Cells, Clock } from './cells.js';
import type { Mapping, WordMeaning } from './mapping.js';
import { Names } from './parties.js';

/** A free text on its way into a command: its name within the command, and what it says. */
export type TextOf = (name: string, content: string) => TextRef;

/** A thing that a command makes and others refer to. */
export type Made = 'party' | 'role' | 'goal' | 'milestone' | 'proposal' | 'claim' | 'link' | 'reading';

/**
 * One fact that a row states. Over all runs it is known by `slot` and the row's key (or a key of its own): recorded
 * once, corrected where its content changes, struck where the row no longer states it.
 */
export type Slot = Readonly<{
  slot: string;
  key?: string;
  act: (text: TextOf) => Act;
  occurredOn?: OccurredOn;
  /** What this fact makes, and under which key others refer to it. */
  makes?: Readonly<{ kind: Made; key: string }>;
  /** A change is a fact of its own, not a correction. */
  again?: boolean;
  /** Where rows repeat it, the first is taken. */
  once?: boolean;
}>;

/** What a row states: facts, or nothing and why. `mayState` names every slot that a row of its kind can fill. */
export type Stated = Readonly<{ slots: readonly Slot[]; mayState?: readonly string[] }> | Readonly<{ skipped: string }>;

type Version = Readonly<{ word?: string; narrative?: string; reached: boolean }>;

/** The namespace of every id that is made from a source's name; a constant of the format, never changed. */
const SOURCES = '3a1f8f0e-0c55-5b0e-9a39-6f8de2a4c7d1';

/** The id of a source, from which those of all its streams and facts are made. */
export function sourceId(name: string): Id {
  return derivedId(SOURCES, name);
}

/** The id of the partnership that a source is of. */
export function partnershipIdOf(name: string): Id {
  return derivedId(sourceId(name), 'partnership partnership');
}

/** What the rows read so far have established: who is called what, what there is, what was said last. */
export class World {
  readonly names: Names;
  readonly clock: Clock;
  readonly source: Id;
  readonly partnershipId: Id;
  readonly versions = new Map<string, Version>();
  /** Status words as they were met: those the mapping knows no meaning for, with how often. */
  readonly unmapped = new Map<string, { count: number; debris: boolean }>();
  /** Names in cells of parties that the mapping does not know. */
  readonly unknownNames = new Map<string, number>();
  private readonly made = new Map<string, Id>();
  private readonly commitmentOf = new Map<string, string>();
  /** Of each kind apart: a key alone is half as long in memory as one put together with its kind. */
  private readonly keys = new Map<string, Set<string>>();

  constructor(
    readonly mapping: Mapping,
    /** In the documented form an unknown status word is wrong; somebody else's are kept as they are. */
    readonly isDocumented: boolean,
    now: Instant,
  ) {
    const zone = mapping.partnership.calendar.timeZone;
    this.clock = { now, zone, today: dayOf(now, zone) };
    this.names = new Names(mapping.parties);
    this.source = sourceId(mapping.name);
    this.partnershipId = partnershipIdOf(mapping.name);
    for (const { name, aliases } of mapping.parties.organizations) this.names.add(name, name, aliases);
  }

  /** The id of a stream that a row is about: the same in every run. */
  idOf(family: Act['family'], key: string): Id {
    return derivedId(this.source, `${family} ${key}`);
  }

  /** An act on the partnership itself. */
  onPartnership(command: PartnershipCommand): Act {
    return { family: 'partnership', id: this.partnershipId, command };
  }

  /** True the first time a key is met. */
  isNew(kind: string, key: string): boolean {
    const ofKind = this.keys.get(kind) ?? new Set<string>();
    this.keys.set(kind, ofKind);
    const before = ofKind.size;
    ofKind.add(key);
    return ofKind.size > before;
  }

  has(kind: string, key: string): boolean {
    return this.keys.get(kind)?.has(key) ?? false;
  }

  keep(kind: Made, key: string, id: Id): void {
    this.made.set(`${kind} ${key}`, id);
  }

  /** The id of a thing that an earlier row made. */
  find(kind: Made, key: string): Id | undefined {
    return this.made.get(`${kind} ${key}`);
  }

  /** A milestone, claim or proposal lies in the stream of its commitment. */
  belongs(kind: Made, key: string, commitment: string): void {
    this.commitmentOf.set(`${kind} ${key}`, commitment);
  }

  commitmentKey(kind: Made, key: string): string | undefined {
    return this.commitmentOf.get(`${kind} ${key}`);
  }

  /** The key that a field names, where an earlier row has it. */
  reference(cells: Cells, field: string, kind: string): string | undefined {
    const key = cells.get(field);
    if (key === undefined || this.has(kind, key)) return key;
    return cells.wrong(field, 'unknown-key', `there is no ${kind} "${key}" in a row before this one`);
  }

  mustRefer(cells: Cells, field: string, kind: string): string | undefined {
    return cells.must(field) === undefined ? undefined : this.reference(cells, field, kind);
  }

  /** The parties that a field names, each once. */
  parties(cells: Cells, field: string): readonly Id[] {
    const ids = new Set<Id>();
    for (const cell of cells.all(field))
      for (const { wording, organization, known } of this.names.parties(cell)) {
        if (organization === undefined && known) continue;
        const id = organization === undefined ? undefined : this.find('party', organization);
        if (id === undefined) cells.wrong(field, 'unknown-party', `"${wording}" is no party of this partnership`);
        else ids.add(id);
      }
    return [...ids];
  }

  party(cells: Cells, field: string): Id | undefined {
    const [first, second] = this.parties(cells, field);
    if (second === undefined) return first;
    return cells.wrong(field, 'one-party', 'the cell names several parties, and only one can be meant');
  }

  mustParty(cells: Cells, field: string): Id | undefined {
    return cells.must(field) === undefined ? undefined : this.party(cells, field);
  }

  /** What a status word means; a word without a meaning is counted, and kept as it is. */
  meaning(word: string): WordMeaning | undefined {
    // Own properties only: a status column may hold the word "constructor".
    if (Object.hasOwn(this.mapping.statusWords, word)) return this.mapping.statusWords[word];
    const met = this.unmapped.get(word) ?? { count: 0, debris: this.mapping.debris?.includes(word) ?? false };
    this.unmapped.set(word, { ...met, count: met.count + 1 });
    return undefined;
  }

  unknownName(wording: string): void {
    this.unknownNames.set(wording, (this.unknownNames.get(wording) ?? 0) + 1);
  }
}
