import type { CivilDate, Instant, OccurredOn } from './civil-date.js';

/** A fact that happened: what it is called and what it says. */
export type Event<Type extends string = string, Data = unknown> = Readonly<{ type: Type; data: Readonly<Data> }>;

/** Whose act a fact is. A person acts for a party in a role; without a party, for the whole (a facilitator). */
export type Actor =
  | Readonly<{ kind: 'person'; personId: string; partyId?: string; roleId?: string }>
  | Readonly<{ kind: 'importer'; partyId?: string }>
  | Readonly<{ kind: 'clock' }>
  | Readonly<{ kind: 'service'; name: string }>;

/** The signed-in principal that recorded a fact. */
export type Recorder = Readonly<{ kind: 'person' | 'importer' | 'clock' | 'service'; id: string }>;

/** Where an imported or reconstructed fact was read. `words` are the source's own, by its own column name. */
export type Provenance = Readonly<{
  source: string;
  sha256: string;
  row?: number;
  words?: Readonly<Record<string, string>>;
}>;

/** Free text lies apart from the events, where it can be erased; the event bears SHA-256(salt || text). */
export type TextRef = Readonly<{ text: string; sha256: string }>;

export type Metadata = Readonly<{
  occurredOn: OccurredOn;
  assertedAt?: Instant;
  provenance?: Provenance;
  partnershipId?: string;
  actor: Actor;
  recordedBy: Recorder;
  commandId: string;
  commandDigest: string;
  /** Streams read beside the decision, with the revision each had; `-1` for a stream that was not there. */
  decidedOn: Readonly<Record<string, string>>;
  correlationId: string;
  causationId: string;
  traceparent?: string;
}>;

/** An event as the store holds it. */
export type Recorded<E extends Event = Event> = E &
  Readonly<{
    id: string;
    schema: number;
    stream: string;
    revision: bigint;
    /** Fixed width: text order is log order. Made only by the adapter. */
    position: string;
    recordedAt: Instant;
    metadata: Metadata;
  }>;

/** An event on its way into the store. */
export type NewEvent<E extends Event = Event> = E & Readonly<{ id: string; schema: number; metadata: Metadata }>;

/** Since when a fact counts as known: since the ledger had it, or since its source did. */
export type Basis = 'ledger' | 'source';

export type FactCorrected = Event<
  'FactCorrected',
  {
    corrects: string;
    /** What stands instead, with its day; null strikes the fact. */
    replacement: Readonly<{ data: unknown; occurredOn: OccurredOn }> | null;
    reason: TextRef;
    agreedBy?: readonly string[];
  }
>;
/** Somebody of the party whose act was recorded on its behalf says: so it was. */
export type RecordConfirmed = Event<'RecordConfirmed', { eventId: string; party: string }>;
/** Somebody of that party says: so it was not. */
export type RecordContested = Event<'RecordContested', { eventId: string; party: string; reason: TextRef }>;

/** What may be said of any fact, in its own stream. */
export type EventAboutFact = FactCorrected | RecordConfirmed | RecordContested;

/**
 * An event as it is to be read: in the words of its latest known correction, on the day it counts,
 * at the place in the log that it always had.
 */
export type Fact<E extends Event = Event> = E &
  Readonly<{
    id: string;
    stream: string;
    position: string;
    revision: bigint;
    recordedAt: Instant;
    occurredOn: OccurredOn;
    /** The day it counts on. */
    day: CivilDate;
    actor: Actor;
    recordedBy: Recorder;
    provenance?: Provenance;
    /** Since when this version of it has been known, on the basis asked for. */
    knownSince: Instant;
    /** Since when it has been known at all: differs from `knownSince` only where it was corrected. */
    firstKnownSince: Instant;
    /** The correction whose words these are, and what was said first. */
    corrected?: Readonly<{
      by: string;
      first: Readonly<{ data: E['data']; day: CivilDate }>;
      agreedBy: readonly string[];
      day: CivilDate;
    }>;
  }>;

/** True of what is said about a fact, and is itself no act of the partnership. What was folded before it is folded again. */
export function isAboutFact(event: Event): event is EventAboutFact {
  return event.type === 'FactCorrected' || event.type === 'RecordConfirmed' || event.type === 'RecordContested';
}

/** The party an actor acts for; undefined for a facilitator, the clock, a service, and an importer whose source names none. */
export function partyOf(actor: Actor): string | undefined {
  return 'partyId' in actor ? actor.partyId : undefined;
}

/** Recorded by another hand than the actor's own. */
export function isOnBehalf(fact: Readonly<{ actor: Actor; recordedBy: Recorder }>): boolean {
  return fact.actor.kind === 'person' && !(fact.recordedBy.kind === 'person' && fact.recordedBy.id === fact.actor.personId);
}

/** Closes a union: does not compile while a case is missing. */
export function never(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
