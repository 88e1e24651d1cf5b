import {
  type CommandMeta,
  type Decider,
  type Decides,
  dayOf,
  derivedId,
  type Event,
  type Id,
  type Instant,
  LedgerError,
  type Metadata,
  type NewEvent,
  type Receipt,
  type Shape,
  streamName,
  type Texts,
} from '#kernel';
import { type Asked, commandDigest, type Making, metadataOf, receipt, requireExpected, reused } from './asked.js';
import { besideOf } from './beside.js';
import { type CommandTrace, type FoldedStream, FoldedStreams } from './folded-streams.js';
import { measure } from './measures.js';
import { observedAppend, observedCommand } from './observed.js';
import { isVerdict } from './once-stored.js';
import { type EventStore, RevisionConflict, START, StoreUnavailable, StreamExists, StreamMissing } from './port.js';
import type { Upcasters } from './sql/rows.js';
import { Turns } from './turns.js';

export type DecisionsOptions = Readonly<{
  now?: () => Instant;
  /** The store's own, by which the current schema of each event type is known. */
  upcasters?: Upcasters;
  /** How often a command is decided where others are faster or outcomes unknown; about eight seconds' worth by default. */
  attempts?: number;
  /**
   * Decides on the stream as this process left it, without reading it first. Only the append can tell whether that was
   * the whole stream: for a store that answers `RevisionConflict` or `StreamExists` to every append at a revision that is
   * past, also where it bears the ids of events that are recorded. Off by default.
   */
  decidesUnread?: boolean;
  /** Of so many events at most the folded streams are kept, so that a command reads only what came since; 100,000 by default. */
  eventsKept?: number;
}>;

/** Somebody was faster, or nobody knows what was stored: read again from the top. */
type Again = Readonly<{ again: RevisionConflict | StreamExists | StreamMissing | StoreUnavailable }>;

/** What `Decisions` asks of a store. */
export type DecisionStore = Pick<EventStore, 'append' | 'readStream' | 'readPartnership' | 'streamOfCommand'>;

// Waits of 10 ms to half a second, about eight seconds in all: longer than a server takes to come back.
const ATTEMPTS = 20;
const LONGEST_WAIT_MS = 500;
/** So long it is found out what became of an append; a store that does not answer would be waited for once per attempt. */
const IN_DOUBT_MS = 8_000;

/** Runs commands: the only place that knows idempotency, metadata and tracing. */
export class Decisions implements Decides {
  private readonly streams: FoldedStreams;
  /** Commands of one process for one stream go one after the other: racing, they would only make conflicts. */
  private readonly turns = new Turns();
  private readonly now: () => Instant;
  private readonly upcasters: Upcasters;
  private readonly attempts: number;
  private readonly decidesUnread: boolean;

  constructor(
    private readonly store: DecisionStore,
    private readonly texts: Texts,
    options: DecisionsOptions = {},
  ) {
    this.streams = new FoldedStreams(store, options.eventsKept);
    this.now = options.now ?? (() => new Date().toISOString() as Instant);
    this.upcasters = options.upcasters ?? {};
    this.attempts = options.attempts ?? ATTEMPTS;
    this.decidesUnread = options.decidesUnread ?? false;
  }

  /**
   * Decides a command and records what it leads to, once, however often it is repeated (rule 14).
   * @returns the receipt of the first time where the command id is known; `alreadyRecorded` and no event ids where
   *   the command is already true
   * @throws LedgerError: `reused` the id came with other content; `stale` the stream moved past `ifRevision`;
   *   `not-found`, `StreamExists`; whatever the decider refuses; `conflict` TEXT_RACED, to be drafted anew;
   *   `StoreUnavailable`, with `unknown` to be repeated with the same id
   */
  async run<State, Command extends Readonly<{ type: string }>, E extends Event, Facts>(
    decider: Decider<State, Command, E, Facts>,
    id: Id,
    command: Command,
    meta: CommandMeta,
  ): Promise<Receipt> {
    const stream = streamName(decider.family, id);
    const digest = commandDigest(stream, command, meta);
    const { commandId, traceparent: cause } = meta;
    const observed = { name: `${decider.family} ${command.type}`, stream, commandId, traceparent: cause };
    return await observedCommand(observed, (traceparent) =>
      this.turns.take(stream, () => this.untilSettled({ decider, stream, id, command, meta, digest, traceparent })),
    );
  }

  private async untilSettled<State, Command extends Readonly<{ type: string }>, E extends Event, Facts>(
    asked: Asked<State, Command, E, Facts>,
  ): Promise<Receipt> {
    const unread = await this.onceUnread(asked);
    if (unread !== undefined && !('again' in unread)) return unread;
    let unknown = unread?.again instanceof StoreUnavailable ? unread.again : undefined;
    let since = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.once(asked).catch((error: unknown): Again => {
        // Once an append's fate is unknown, whatever keeps it from being read leaves it so, whoever failed.
        if (unknown === undefined || isVerdict(error)) throw error;
        return { again: unknown };
      });
      if (!('again' in outcome)) return outcome;
      if (unknown === undefined) since = performance.now();
      if (outcome.again instanceof StoreUnavailable) unknown = outcome.again;
      if (attempt >= this.attempts || (unknown !== undefined && performance.now() - since > IN_DOUBT_MS))
        throw unknown ?? outcome.again;
      this.streams.forgetStream(asked.decider, asked.stream);
      await backOff(attempt);
    }
  }

  private async once<State, Command extends Readonly<{ type: string }>, E extends Event, Facts>(
    asked: Asked<State, Command, E, Facts>,
  ): Promise<Receipt | Again> {
    const { decider, stream, meta } = asked;
    const known = await this.streams.read(decider, stream);
    const trace = known.commands.get(meta.commandId);
    if (trace !== undefined) return await this.repeated(asked, trace);
    if (meta.chosenOutside === true) await this.requireUnused(asked);
    requireExpected(asked, known);
    const events = await this.decide(asked, known);
    if (events.length === 0) return { ...receipt(asked, known), eventIds: [], made: {}, alreadyRecorded: true };
    if (meta.texts !== undefined && meta.texts.length > 0) await this.texts.keep(meta.texts);
    return await this.append(asked, known, events);
  }

  /**
   * The first attempt, on the stream as this process left it: an append at its exact revision shows that nothing came
   * since, the same command included. Whatever else this leads to is only a guess, and is found out by reading; so is a
   * command with texts, of which a wrong guess would leave a text behind.
   * @returns undefined where the stream must be read
   */
  private async onceUnread<State, Command extends Readonly<{ type: string }>, E extends Event, Facts>(
    asked: Asked<State, Command, E, Facts>,
  ): Promise<Receipt | Again | undefined> {
    const { decider, stream, command, meta } = asked;
    if (!this.decidesUnread || meta.chosenOutside === true || (meta.texts ?? []).length > 0) return undefined;
    const known = this.streams.remembered(decider, stream) ?? (decider.expects(command) === 'new' ? none(decider) : undefined);
    if (known === undefined || known.commands.has(meta.commandId)) return undefined;
    let events: readonly NewEvent[];
    try {
      requireExpected(asked, known);
      events = await this.decide(asked, known);
    } catch (error) {
      if (error instanceof LedgerError) return undefined;
      throw error;
    }
    if (events.length === 0) return undefined;
    const outcome = await this.append(asked, known, events);
    if ('again' in outcome) this.streams.forgetStream(decider, stream);
    return outcome;
  }

  /** What a command leads to on a stream that is known so far; nothing where it is already true. */
  private async decide<State, Command extends Readonly<{ type: string }>, E extends Event, Facts>(
    asked: Asked<State, Command, E, Facts>,
    known: FoldedStream<State>,
  ): Promise<readonly NewEvent[]> {
    const { decider, stream, id, command, meta } = asked;
    const decidedOn: Record<string, string> = {};
    const facts = await decider.facts(besideOf(this.store, this.streams, decidedOn), command, known.state);
    const { commandId, actor, recordedBy, assertedAt, provenance } = meta;
    const now = this.now();
    // Where no zone is known the day in UTC is never later than the latest day anywhere, which is as late as a fact may lie.
    const occurredOn = meta.occurredOn ?? dayOf(now, decider.timeZone(facts) ?? 'UTC');
    const events = decider.decide(command, known.state, {
      stream,
      id,
      commandId,
      actor,
      recordedBy,
      occurredOn,
      now,
      facts,
      ...(assertedAt === undefined ? {} : { assertedAt }),
      ...(provenance === undefined ? {} : { provenance }),
    });
    const partnershipId = decider.partnershipOf(known.state, events, id);
    const metadata = { ...metadataOf(asked, occurredOn, decidedOn), ...(partnershipId === undefined ? {} : { partnershipId }) };
    return this.named(asked, events, metadata);
  }

  private async append<State, Command extends Readonly<{ type: string }>, E extends Event, Facts>(
    asked: Asked<State, Command, E, Facts>,
    known: FoldedStream<State>,
    events: readonly NewEvent[],
  ): Promise<Receipt | Again> {
    const expected = known.revision < 0n ? 'no-stream' : { revision: known.revision };
    try {
      const appended = await observedAppend(this.store, asked.stream, events, expected);
      this.streams.follow(asked.decider, asked.stream, known, appended.events);
      return { ...receipt(asked, appended), eventIds: events.map((event) => event.id), alreadyRecorded: false };
    } catch (error) {
      if (error instanceof RevisionConflict || error instanceof StreamExists || error instanceof StreamMissing) {
        measure('again', () => ({ because: 'conflict' }));
        return { again: error };
      }
      if (error instanceof StoreUnavailable && error.outcome === 'unknown') {
        measure('again', () => ({ because: 'unknown' }));
        return { again: error };
      }
      throw error;
    }
  }

  private named(
    asked: Readonly<{ stream: string; meta: CommandMeta }>,
    events: readonly Event[],
    metadata: Metadata,
  ): NewEvent[] {
    return events.map((event, index) => ({
      type: event.type,
      data: event.data,
      id: derivedId(asked.meta.commandId, `${asked.stream}/${index}`),
      schema: (this.upcasters[event.type]?.length ?? 0) + 1,
      metadata,
    }));
  }

  /** An id that was chosen outside may have come with another act, on another stream (rule 14). */
  private async requireUnused({ stream, meta }: Readonly<{ stream: string; meta: CommandMeta }>): Promise<void> {
    const other = await this.store.streamOfCommand(meta.commandId);
    if (other !== undefined && other !== stream) throw reused(meta.commandId);
  }

  /** The first receipt again, where it is the same command. */
  private async repeated(asked: Making & Readonly<{ digest: string }>, trace: CommandTrace): Promise<Receipt> {
    const { meta, digest } = asked;
    if (trace.digest === digest) return { ...receipt(asked, trace), eventIds: trace.eventIds, alreadyRecorded: true };
    // A copy of this command that ran beside it may have kept its own draft of the same text: `keep` tells.
    const drafts = meta.texts ?? [];
    if (drafts.length > 0) {
      const kept = await this.texts.read(drafts.map((draft) => draft.id));
      await this.texts.keep(drafts.filter((draft) => typeof kept.get(draft.id) === 'string'));
    }
    throw reused(meta.commandId);
  }
}

/** A stream of which nothing is known to be there. */
function none<State, E extends Event>({ initial }: Shape<State, E>): FoldedStream<State> {
  return { state: initial, revision: -1n, position: START, commands: new Map() };
}

async function backOff(attempt: number): Promise<void> {
  const ms = Math.min(10 * 2 ** (attempt - 1), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
  await new Promise((resolve) => setTimeout(resolve, ms));
}
