import {
  type Actor,
  type Beside,
  type CivilDate,
  type Context,
  type Decider,
  derivedId,
  type Event,
  type Family,
  type Folded,
  foldKnown,
  type Id,
  type Instant,
  LedgerError,
  type OccurredOn,
  type Recorded,
  type Recorder,
  type Shape,
  type StreamName,
  streamParts,
  type TextRef,
} from '#kernel';

/** An id that reads the same in every run: `idOf('A')`. */
export function idOf(name: string): Id {
  return derivedId('00000000-0000-5000-8000-000000000000', name);
}

/** A reference to a free text. */
export function text(name: string): TextRef {
  return { text: idOf(`text ${name}`), sha256: '0'.repeat(64) };
}

/** The person who acts for a party, in the role it has there. */
export function personOf(party: Id): Actor {
  return { kind: 'person', personId: idOf(`person of ${party}`), partyId: party, roleId: idOf(`role of ${party}`) };
}

/** How a fact came to be: said where it differs from its party's own person recording it on the day it occurred. */
export type How = Readonly<{
  on?: OccurredOn;
  /** The party whose act it is, or another actor. */
  by?: Id | Actor;
  /** The party whose person wrote it down, or another principal. */
  recordedBy?: Id | Recorder;
  recordedAt?: Instant;
  id?: Id;
}>;

/** An event with how it came to be. */
export type Given<E extends Event = Event> = E & Readonly<{ how?: How }>;

const DEFAULT_DAY: CivilDate = '2025-01-01';

function actorOf(by: How['by'], or: Id | undefined): Actor {
  if (typeof by === 'object') return by;
  const party = by ?? or;
  return party === undefined ? { kind: 'person', personId: idOf('facilitator') } : personOf(party);
}

function recorderOf(recordedBy: How['recordedBy'], actor: Actor): Recorder {
  if (typeof recordedBy === 'object') return recordedBy;
  if (recordedBy !== undefined) return recorderOf(undefined, personOf(recordedBy));
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', id: actor.personId };
    case 'service':
      return { kind: 'service', id: actor.name };
    default:
      return { kind: actor.kind, id: idOf(actor.kind) };
  }
}

const noonOf = (day: CivilDate): Instant => `${day}T12:00:00.000Z`;

/**
 * Given events as the store would hold them. Where it is not said, a fact occurred on 1 January 2025, was recorded at
 * noon (UTC) of that day or with the event before it, by the person of the party whose act it is.
 */
export function recorded<E extends Event>(stream: string, events: readonly Given<E>[], party?: Id): Recorded<E>[] {
  let recordedAt: Instant = '0001-01-01T00:00:00.000Z';
  return events.map(({ how = {}, ...event }, index) => {
    const actor = actorOf(how.by, party);
    const occurredOn = how.on ?? DEFAULT_DAY;
    const at = how.recordedAt ?? noonOf(occurredOn.length === 10 ? (occurredOn as CivilDate) : DEFAULT_DAY);
    if (at > recordedAt) recordedAt = at;
    const id = how.id ?? derivedId(idOf(stream), String(index));
    return {
      ...(event as unknown as E),
      id,
      schema: 1,
      stream,
      revision: BigInt(index),
      position: String(index + 1).padStart(20, '0'),
      recordedAt,
      metadata: {
        occurredOn,
        actor,
        recordedBy: recorderOf(how.recordedBy, actor),
        commandId: id,
        commandDigest: '',
        decidedOn: {},
        correlationId: id,
        causationId: id,
      },
    };
  });
}

/** Other streams that a decision may read, by name. */
export type Streams = Readonly<Record<StreamName, readonly Given[]>>;

function besideOf(streams: Streams, partnershipOf: (events: readonly Given[]) => unknown): Beside {
  const fold = <State, E extends Event>(shape: Shape<State, E>, name: string, events: readonly Given[]) => ({
    state: foldKnown(shape, recorded(name, events as readonly Given<E>[])).state,
    revision: BigInt(events.length - 1),
  });
  return {
    stream: (shape, id) => {
      const events = streams[`${shape.family}-${id}`];
      return Promise.resolve(events === undefined ? undefined : fold(shape, `${shape.family}-${id}`, events));
    },
    all: (shape, partnershipId) =>
      Promise.resolve(
        new Map(
          Object.entries(streams)
            .filter(([name, events]) => name.startsWith(`${shape.family}-`) && partnershipOf(events) === partnershipId)
            .map(([name, events]) => [streamParts(name).id, fold(shape, name, events)]),
        ),
      ),
  };
}

/** What a decision led to: the events, or the refusal. */
export type Decided<E extends Event> = Readonly<{
  /** The decision recorded exactly these. Ids made by the command are `derivedId(commandId, family)`. */
  then: (...events: readonly E[]) => Promise<void>;
  /** It was already true (rule 14). */
  thenNothing: () => Promise<void>;
  thenRefused: (rule: `R${number}`, field?: string) => Promise<void>;
  /** The input is wrong in itself; names exactly these fields. */
  thenInvalid: (...fields: readonly string[]) => Promise<void>;
  thenNotFound: (field: string) => Promise<void>;
  /** The events, for what a list of events cannot say. */
  events: () => Promise<readonly E[]>;
}>;

export type Scenario<State, Command, E extends Event> = Readonly<{
  given: (...events: readonly Given<E>[]) => Readonly<{
    when: (command: Command, how?: How) => Decided<E>;
    /** The state and what was skipped, in log order. */
    folded: () => Folded<State>;
  }>;
}>;

/** The command id of every `when`: ids that it makes derive from it. */
export const COMMAND_ID = idOf('command');

/**
 * Given / when / then for a decider, in sentences: `given(made).when(claim, { by: A }).then(claimed)`. Facts are read by
 * the decider itself from the streams beside it. The day of deciding is the day the act occurred, unless `recordedAt`
 * says otherwise.
 * @param party whose acts these are where it is not said
 */
export function scenario<State, Command extends Readonly<{ type: string }>, E extends Event, Facts>(
  decider: Decider<State, Command, E, Facts>,
  stream: `${Family}-${string}`,
  options: Readonly<{ beside?: Streams; party?: Id }> = {},
): Scenario<State, Command, E> {
  const { beside = {}, party } = options;
  const partnershipOf = (events: readonly Given[]) => (events[0]?.data as { partnershipId?: Id } | undefined)?.partnershipId;
  return {
    given: (...events) => {
      const folded = () => foldKnown(decider, recorded(stream, events, party));
      return { folded, when: (command, how = {}) => decided(() => decide(folded().state, command, how)) };
    },
  };

  async function decide(state: State, command: Command, how: How): Promise<readonly E[]> {
    const actor = actorOf(how.by, party);
    const occurredOn = how.on ?? DEFAULT_DAY;
    const context: Context<Facts> = {
      stream,
      id: streamParts(stream).id,
      commandId: COMMAND_ID,
      actor,
      recordedBy: recorderOf(how.recordedBy, actor),
      occurredOn,
      now: how.recordedAt ?? noonOf(occurredOn.length === 10 ? (occurredOn as CivilDate) : DEFAULT_DAY),
      facts: await decider.facts(besideOf(beside, partnershipOf), command, state),
    };
    return decider.decide(command, state, context);
  }
}

function decided<E extends Event>(run: () => Promise<readonly E[]>): Decided<E> {
  const refusal = async (): Promise<LedgerError> => {
    const events = await run().catch((error: unknown) => {
      if (error instanceof LedgerError) return error;
      throw error;
    });
    if (events instanceof LedgerError) return events;
    throw new Error(`expected a refusal, but it recorded ${JSON.stringify(events)}`);
  };
  const expectSame = (actual: unknown, expected: unknown) => {
    const [a, b] = [JSON.stringify(sorted(actual), null, 2), JSON.stringify(sorted(expected), null, 2)];
    if (a !== b) throw new Error(`expected ${b}\nbut it was ${a}`);
  };
  return {
    events: run,
    then: async (...events) => expectSame(await run(), events),
    thenNothing: async () => expectSame(await run(), []),
    thenRefused: async (rule, field) => {
      const { kind, problems } = await refusal();
      expectSame(
        { kind, rules: problems.map((p) => p.rule), ...(field === undefined ? {} : { fields: problems.map((p) => p.field) }) },
        { kind: 'refused', rules: [rule], ...(field === undefined ? {} : { fields: [field] }) },
      );
    },
    thenInvalid: async (...fields) => {
      const { kind, problems } = await refusal();
      expectSame({ kind, fields: problems.map((p) => p.field).sort() }, { kind: 'invalid', fields: [...fields].sort() });
    },
    thenNotFound: async (field) => {
      const { kind, problems } = await refusal();
      expectSame({ kind, fields: problems.map((p) => p.field) }, { kind: 'not-found', fields: [field] });
    },
  };
}

/** The same value with its keys in order, so that two that say the same read the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, its]) => its !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, its]) => [key, sorted(its)]),
  );
}
