import type { Instant, OccurredOn, TimeZone } from './civil-date.js';
import type { Actor, Event, Fact, Provenance, Recorded, Recorder } from './event.js';
import { inFactOrder, knownFacts } from './facts.js';
import { derivedId, type Id } from './ids.js';

/** The kinds of stream. A stream's name is `<family>-<id>`. */
export type Family = 'organization' | 'partnership' | 'commitment' | 'evidence' | 'indicator' | 'meeting';

export type StreamName = `${Family}-${string}`;

export function streamName(family: Family, id: Id): StreamName {
  return `${family}-${id}`;
}

/** The family and id a stream's name is made of. */
export function streamParts(stream: string): { family: Family; id: Id } {
  const dash = stream.indexOf('-');
  return { family: stream.slice(0, dash) as Family, id: stream.slice(dash + 1) };
}

/** What `evolve` answers where a fact does not apply at its place: it is skipped and listed, never thrown. */
export class DoesNotApply {
  constructor(
    readonly rule: `R${number}`,
    readonly why: string,
  ) {}
}

/** A fact that was skipped, or that breaks a rule which was not locked when it was decided. */
export type Anomaly = Readonly<{ eventId: Id; stream: string; rule: `R${number}`; why: string }>;

export type Evolve<State, E extends Event> = (state: State, fact: Fact<E>) => State | DoesNotApply;

/** What a stream is made of: where it starts and how a fact changes it. */
export type Shape<State, E extends Event> = Readonly<{ family: Family; initial: State; evolve: Evolve<State, E> }>;

/** Everything a decision is about besides the command itself. Pure data: time and ids come in. */
export type Context<Facts> = Readonly<{
  stream: StreamName;
  id: Id;
  commandId: Id;
  actor: Actor;
  recordedBy: Recorder;
  occurredOn: OccurredOn;
  /** The instant of deciding, by the caller's clock. */
  now: Instant;
  assertedAt?: Instant;
  provenance?: Provenance;
  facts: Facts;
}>;

/** A stream as another decider sees it. */
export type Seen<State> = Readonly<{ state: State; revision: bigint }>;

/** How a decider reads what lies beside its stream. Each stream read is written in `metadata.decidedOn`. */
export type Beside = Readonly<{
  /** undefined where there is no such stream. */
  stream<State, E extends Event>(shape: Shape<State, E>, id: Id): Promise<Seen<State> | undefined>;
  /** Every stream of a family in a partnership, by id. */
  all<State, E extends Event>(shape: Shape<State, E>, partnershipId: Id): Promise<ReadonlyMap<Id, Seen<State>>>;
}>;

export type Decider<State, Command extends Readonly<{ type: string }>, E extends Event, Facts> = Shape<State, E> &
  Readonly<{
    /** Whether a command is for a stream that is not there yet, one that is, or either. */
    expects: (command: Command) => 'new' | 'existing' | 'either';
    /** What a command gives an id to within its stream: `claim`, `role`; undefined where nothing. */
    makes?: (command: Readonly<{ type: string }>) => string | undefined;
    /** Reads what the decision needs beside the stream. */
    facts: (beside: Beside, command: Command, state: State) => Promise<Facts>;
    /**
     * The events a command leads to; none where it is already true (rule 14).
     * @throws LedgerError where a rule forbids it
     */
    decide: (command: Command, state: State, context: Context<Facts>) => readonly E[];
    /** The partnership a stream belongs to, as its own id or events say; undefined for organizations. */
    partnershipOf: (state: State, events: readonly E[], id: Id) => Id | undefined;
    /** The zone whose days its dates are; undefined where facts do not say (organizations): the latest day anywhere counts as today. */
    timeZone: (facts: Facts) => TimeZone | undefined;
  }>;

/** The id of a thing that a command makes: the same each time the command is repeated. */
export function idMadeBy(context: Readonly<{ commandId: Id }>, family: string): Id {
  return derivedId(context.commandId, family);
}

export type Folded<State> = Readonly<{ state: State; anomalies: readonly Anomaly[] }>;

/** Folds facts in the order given; what does not apply is skipped and listed. */
export function foldFacts<State, E extends Event>(
  shape: Shape<State, E>,
  facts: Iterable<Fact<E>>,
  from: State = shape.initial,
): Folded<State> {
  let state = from;
  const anomalies: Anomaly[] = [];
  for (const fact of facts) {
    const next = shape.evolve(state, fact);
    if (next instanceof DoesNotApply) anomalies.push({ eventId: fact.id, stream: fact.stream, rule: next.rule, why: next.why });
    else state = next;
  }
  return { state, anomalies };
}

/**
 * What is known now of a stream, in log order: what deciders decide on. A date known only by its month or year
 * counts by the recording day in UTC here: which zone applies is not known before the stream has been read.
 */
export function foldKnown<State, E extends Event>(shape: Shape<State, E>, events: readonly Recorded<E>[]): Folded<State> {
  return foldFacts(shape, knownFacts(events, { basis: 'ledger', timeZone: 'UTC' }).facts);
}

export type ViewAt = Readonly<{ asOf?: Instant; on?: string; basis: 'ledger' | 'source'; timeZone: TimeZone }>;

/** What was true on a day, as known by an instant: view (d, k, basis). Folded in fact order. */
export function foldView<State, E extends Event>(
  shape: Shape<State, E>,
  events: readonly Recorded<E>[],
  at: ViewAt,
): Folded<State> {
  const { facts } = knownFacts(events, at);
  const on = at.on;
  return foldFacts(shape, inFactOrder(on === undefined ? facts : facts.filter((fact) => fact.day <= on)));
}
