import {
  type Actor,
  type Beside,
  type Decider,
  type Event,
  type Family,
  foldKnown,
  fromEpochDay,
  type Id,
  type Instant,
  LedgerError,
  type OccurredOn,
  type Recorded,
  type Recorder,
  type Seen,
  type Shape,
  type StreamName,
  streamName,
  streamParts,
} from '#kernel';
import type { Act, LedgerEvent } from '../../acts.js';
import { deciders } from '../../deciders.js';
import { idOf } from '../given.js';

/** An act with whose it is, who writes it down, and the day it says it happened. */
export type Attempt = Act & Readonly<{ actor: Actor; recordedBy: Recorder; occurredOn: OccurredOn }>;

export type Outcome =
  | Readonly<{ kind: 'recorded'; attempt: Attempt; events: readonly Recorded<LedgerEvent>[] }>
  | Readonly<{ kind: 'nothing'; attempt: Attempt }>
  | Readonly<{ kind: 'refused'; attempt: Attempt; refusal: LedgerError }>;

type AnyDecider = Decider<unknown, Readonly<{ type: string }>, LedgerEvent, unknown>;

// 1 July 2024: the day on which every partnership of these worlds begins.
const FIRST_DAY = 19_905;

/**
 * A ledger in memory, in which the deciders decide on whatever they are asked and what they accept is recorded: the same
 * reading, folding and deciding as in the store's `Decisions`, without a store.
 */
export class World {
  readonly log: Recorded<LedgerEvent>[] = [];
  private readonly streams = new Map<string, Recorded<LedgerEvent>[]>();
  private readonly folded = new Map<string, { length: number; state: unknown }>();
  private day = FIRST_DAY;
  private commands = 0;

  /** The day on which the next command is given. */
  today(daysFromNow = 0) {
    return fromEpochDay(this.day + daysFromNow);
  }

  pass(days: number): void {
    this.day += days;
  }

  /** Events of a stream in log order; none where it is not there. */
  of(stream: string): readonly Recorded<LedgerEvent>[] {
    return this.streams.get(stream) ?? [];
  }

  /** Names of the streams of a family. */
  names(family: Family): readonly string[] {
    return [...this.streams.keys()].filter((name) => name.startsWith(`${family}-`));
  }

  state<State, E extends Event>(shape: Shape<State, E>, id: Id): State {
    return this.fold(shape, streamName(shape.family, id));
  }

  async attempt(attempt: Attempt): Promise<Outcome> {
    const decider = deciders[attempt.family] as unknown as AnyDecider;
    const stream = streamName(attempt.family, attempt.id);
    this.commands += 1;
    const commandId = idOf(`command ${this.commands}`);
    const now = this.instant();
    const decide = async () => {
      const state = this.fold(decider, stream);
      const { actor, recordedBy, occurredOn, id } = attempt;
      const isThere = this.of(stream).length > 0;
      const expects = decider.expects(attempt.command);
      if (expects === 'new' && isThere) throw new LedgerError('conflict', 'STREAM_EXISTS', stream);
      if (expects === 'existing' && !isThere) throw new LedgerError('not-found', 'NOT_FOUND', stream);
      const facts = await decider.facts(this.beside(), attempt.command, state);
      const context = { stream, id, commandId, actor, recordedBy, occurredOn, now, facts };
      const events = decider.decide(attempt.command, state, context);
      // The same question has the same answer: what is decided depends on nothing else.
      const again = decider.decide(attempt.command, state, context);
      if (JSON.stringify(events) !== JSON.stringify(again)) throw new Error(`${attempt.command.type} was decided in two ways`);
      return { events, partnershipId: decider.partnershipOf(state, events, id) };
    };
    try {
      const { events, partnershipId } = await decide();
      if (events.length === 0) return { kind: 'nothing', attempt };
      const recorded = events.map((event, index) =>
        this.record(event, index, { attempt, stream, commandId, now, partnershipId }),
      );
      return { kind: 'recorded', attempt, events: recorded };
    } catch (error) {
      if (error instanceof LedgerError) return { kind: 'refused', attempt, refusal: error };
      throw error;
    }
  }

  /** Noon of the day, and a second for each command: time never stands still. */
  private instant(): Instant {
    const seconds = String(this.commands % 60).padStart(2, '0');
    const minutes = String(Math.floor(this.commands / 60) % 60).padStart(2, '0');
    return `${this.today()}T16:${minutes}:${seconds}.000Z`;
  }

  private record(
    event: LedgerEvent,
    index: number,
    by: Readonly<{ attempt: Attempt; stream: StreamName; commandId: Id; now: Instant; partnershipId: Id | undefined }>,
  ): Recorded<LedgerEvent> {
    const { attempt, stream, commandId, now, partnershipId } = by;
    const { actor, recordedBy, occurredOn } = attempt;
    const inStream = this.streams.get(stream) ?? [];
    this.streams.set(stream, inStream);
    const recorded: Recorded<LedgerEvent> = {
      ...event,
      id: idOf(`${commandId}/${index}`),
      schema: 1,
      stream,
      revision: BigInt(inStream.length),
      position: String(this.log.length + 1).padStart(20, '0'),
      recordedAt: now,
      metadata: {
        occurredOn,
        actor,
        recordedBy,
        commandId,
        commandDigest: '',
        decidedOn: {},
        correlationId: commandId,
        causationId: commandId,
        ...(partnershipId === undefined ? {} : { partnershipId }),
      },
    };
    inStream.push(recorded);
    this.log.push(recorded);
    return recorded;
  }

  private fold<State, E extends Event>(shape: Shape<State, E>, stream: string): State {
    const events = this.of(stream);
    const before = this.folded.get(stream);
    if (before?.length === events.length) return before.state as State;
    const { state } = foldKnown(shape, events as unknown as Recorded<E>[]);
    this.folded.set(stream, { length: events.length, state });
    return state;
  }

  private beside(): Beside {
    const seen = <State, E extends Event>(shape: Shape<State, E>, stream: string): Seen<State> => ({
      state: this.fold(shape, stream),
      revision: BigInt(this.of(stream).length - 1),
    });
    return {
      stream: (shape, id) => {
        const name = streamName(shape.family, id);
        return Promise.resolve(this.of(name).length === 0 ? undefined : seen(shape, name));
      },
      all: (shape, partnershipId) => {
        const names = this.names(shape.family).filter((name) => this.of(name)[0]?.metadata.partnershipId === partnershipId);
        return Promise.resolve(new Map(names.map((name) => [streamParts(name).id, seen(shape, name)])));
      },
    };
  }
}

/** The facilitator, who acts for the whole. */
export const FACILITATOR: Actor = { kind: 'person', personId: idOf('facilitator') };

/** Who writes down an act by own hand. */
export function ownHand(actor: Actor): Recorder {
  return actor.kind === 'person' ? { kind: 'person', id: actor.personId } : { kind: 'importer', id: idOf('importer') };
}
