import type { Instant, OccurredOn } from './civil-date.js';
import type { Decider } from './decider.js';
import type { Actor, Event, Provenance, Recorder } from './event.js';
import type { Id } from './ids.js';

/** What a command brings besides itself. */
export type CommandMeta = Readonly<{
  commandId: Id;
  /** The id was chosen by a client (`Idempotency-Key`), not derived from what the command is about: it may come on any stream. */
  chosenOutside?: true;
  actor: Actor;
  recordedBy: Recorder;
  /** The recording day in the partnership's zone where it is not said. */
  occurredOn?: OccurredOn;
  assertedAt?: Instant;
  provenance?: Provenance;
  /** The caller decided on this revision (`If-Match`); a later one refuses the command. */
  ifRevision?: bigint;
  correlationId?: string;
  causationId?: string;
  traceparent?: string;
  /** Free texts the command refers to; kept only when it is accepted. */
  texts?: readonly TextDraft[];
}>;

/** A text on its way into the table of texts. Its reference is `{ text: id, sha256 }`. */
export type TextDraft = Readonly<{ id: Id; salt: string; content: string; sha256: string; about?: Id }>;

/** A text of the directory of persons; `content` is null where it was erased. */
export type TextAbout = Readonly<{ id: Id; about: Id; content: string | null }>;

export type Receipt = Readonly<{
  id: Id;
  stream: string;
  revision: bigint;
  position: string;
  eventIds: readonly Id[];
  /** The ids of what the command made within its stream, by the name they bear in its event: `{ claimId }`. */
  made: Readonly<{ [thing: `${string}Id`]: Id }>;
  /** Repeated, or already true: nothing was recorded now. */
  alreadyRecorded: boolean;
}>;

/** Runs commands: the only place that knows idempotency, metadata and tracing. */
export interface Decides {
  run<State, Command extends Readonly<{ type: string }>, E extends Event, Facts>(
    decider: Decider<State, Command, E, Facts>,
    id: Id,
    command: Command,
    meta: CommandMeta,
  ): Promise<Receipt>;
}

/** Free texts, apart from the events and erasable. */
export interface Texts {
  /**
   * A reference for a text, to be put into a command. The same command id, name and content give the same reference,
   * also after a crash, so that a repeated command is recognised.
   * @param about the person, for a text of the directory of persons
   * @throws LedgerError `reused` where the command id came with another text under this name
   */
  draft(commandId: Id, name: string, content: string, about?: Id): Promise<TextDraft>;
  /**
   * Keeps drafts, durably, before the events that refer to them are appended. What is kept already stays as it is.
   * @throws LedgerError `conflict` TEXT_RACED where a text is kept under one of these ids with another salt: a copy of the
   *   command ran beside this one. The caller drafts again, which gives the kept reference,
   *   and runs the command again. `conflict` PERSON_TAKEN where another text about the person is not erased.
   */
  keep(drafts: readonly TextDraft[]): Promise<void>;
  /** Content by text id; null where it was erased, absent where it never was. */
  read(ids: readonly Id[]): Promise<ReadonlyMap<Id, string | null>>;
  /** The texts of the directory: about these persons, or all; in no order. */
  about(persons?: readonly Id[]): Promise<readonly TextAbout[]>;
  /** Removes text and salt for good, from the journal too; the reference in the event stays. */
  erase(id: Id): Promise<void>;
}
