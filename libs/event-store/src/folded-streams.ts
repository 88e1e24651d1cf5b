import { type Event, foldFacts, foldKnown, type Id, isAboutFact, knownFacts, type Recorded, type Shape } from '#kernel';
import { type EventStore, START } from './port.js';

/** What one command left in a stream. */
export type CommandTrace = Readonly<{ digest: string; revision: bigint; position: string; eventIds: readonly Id[] }>;

/** A stream as it is known now. */
export type FoldedStream<State> = Readonly<{
  state: State;
  /** -1 where there is no stream. */
  revision: bigint;
  position: string;
  /** Every command the stream bears, by id. */
  commands: Map<Id, CommandTrace>;
}>;

/** Events whose traces and states are kept, over all streams but the newest: some 1,400 bytes each. */
const EVENTS_KEPT = 100_000;

/** Folds streams and keeps them by revision, so that a command reads only what came since. */
export class FoldedStreams {
  /** In the order of use, the longest unused first. A shape that folds differently keeps its own. */
  private readonly kept = new Map<string, FoldedStream<unknown>>();
  private readonly shapes = new WeakMap<object, number>();
  private shapeCount = 0;
  private events = 0n;

  constructor(
    private readonly store: Pick<EventStore, 'readStream'>,
    private readonly eventsKept = EVENTS_KEPT,
  ) {}

  async read<State, E extends Event>(shape: Shape<State, E>, stream: string): Promise<FoldedStream<State>> {
    const key = this.key(shape, stream);
    const known = this.kept.get(key) as FoldedStream<State> | undefined;
    const tail = (await this.store.readStream(stream, known === undefined ? 0n : known.revision + 1n)) as readonly Recorded<E>[];
    // A correction, and what lets one take effect, speaks of facts already folded: they are folded again from the first.
    if (known !== undefined && tail.some(isAboutFact)) {
      this.forget(key);
      return await this.read(shape, stream);
    }
    const folded = known === undefined ? fold(shape, tail) : foldOn(shape, known, tail);
    this.keep(key, folded);
    return folded;
  }

  /** A stream as this process last knew it; what others appended since is not in it. */
  remembered<State, E extends Event>(shape: Shape<State, E>, stream: string): FoldedStream<State> | undefined {
    return this.kept.get(this.key(shape, stream)) as FoldedStream<State> | undefined;
  }

  /**
   * Adds what was just appended behind the last event that is known, so that nobody reads it again; a word on facts that
   * are folded already makes the stream be read anew.
   */
  follow<State, E extends Event>(
    shape: Shape<State, E>,
    stream: string,
    known: FoldedStream<State>,
    events: readonly Recorded[],
  ): void {
    if (events.some(isAboutFact)) this.forgetStream(shape, stream);
    else this.keep(this.key(shape, stream), foldOn(shape, known, events as readonly Recorded<E>[]));
  }

  /** Where somebody else wrote first, or nobody knows what was written. */
  forgetStream(shape: Readonly<{ evolve: object }>, stream: string): void {
    this.forget(this.key(shape, stream));
  }

  private key(shape: Readonly<{ evolve: object }>, stream: string): string {
    let number = this.shapes.get(shape.evolve);
    if (number === undefined) {
      number = this.shapeCount++;
      this.shapes.set(shape.evolve, number);
    }
    return `${number} ${stream}`;
  }

  private keep(key: string, folded: FoldedStream<unknown>): void {
    this.forget(key);
    if (folded.revision < 0n) return;
    this.kept.set(key, folded);
    this.events += folded.revision + 1n;
    for (const oldest of this.kept.keys()) {
      // The newest stays, also where it alone is longer: each command on it would fold it from its first event.
      if (this.events <= this.eventsKept || oldest === key) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const known = this.kept.get(key);
    if (known === undefined) return;
    this.kept.delete(key);
    this.events -= known.revision + 1n;
  }
}

function fold<State, E extends Event>(shape: Shape<State, E>, events: readonly Recorded<E>[]): FoldedStream<State> {
  return { state: foldKnown(shape, events).state, ...traced(new Map(), events, { revision: -1n, position: START }) };
}

function foldOn<State, E extends Event>(
  shape: Shape<State, E>,
  known: FoldedStream<State>,
  tail: readonly Recorded<E>[],
): FoldedStream<State> {
  if (tail.length === 0) return known;
  const { facts } = knownFacts(tail, { basis: 'ledger', timeZone: 'UTC' });
  return { state: foldFacts(shape, facts, known.state).state, ...traced(known.commands, tail, known) };
}

/** Adds what the events say to the traces already known; to hear of the same events twice changes nothing. */
function traced(
  commands: Map<Id, CommandTrace>,
  events: readonly Recorded[],
  before: Readonly<{ revision: bigint; position: string }>,
): Omit<FoldedStream<unknown>, 'state'> {
  const heard = new Map<Id, CommandTrace>();
  for (const { id, revision, position, metadata } of events) {
    const eventIds = [...(heard.get(metadata.commandId)?.eventIds ?? []), id];
    heard.set(metadata.commandId, { digest: metadata.commandDigest, revision, position, eventIds });
  }
  for (const [commandId, trace] of heard) commands.set(commandId, trace);
  const { revision, position } = events.at(-1) ?? before;
  return { revision, position, commands };
}
