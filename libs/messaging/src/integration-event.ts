import type { EventStore } from '#event-store';
import {
  type Actor,
  type Event,
  type FactCorrected,
  type Family,
  type Id,
  type Instant,
  isOnBehalf,
  LedgerError,
  type OccurredOn,
  type RecordConfirmed,
  type Recorded,
  type StreamName,
  streamParts,
} from '#kernel';
import { type OwnTypes, type Payloads, toldOf } from './tellings.js';

/** Whose act it was: a role of a party, not a person. */
type By = Readonly<{
  kind: Actor['kind'];
  /** The party acted for; absent for the whole: a facilitator, the clock, a service. */
  partyId?: Id;
  roleId?: Id;
}>;

/** What happened, and how it is known. */
export type Happened<Says> = Readonly<{
  /** The day on which it became true, or the month or year where no more is known. */
  occurredOn: OccurredOn;
  /** When the source of an imported fact had it. */
  assertedAt?: Instant;
  /** The partnership it belongs to; absent for organizations. */
  partnershipId?: Id;
  /** Place in its stream, from 0, without a gap: what comes again or out of turn is known by it. */
  revision: bigint;
  by: By;
  /** Another hand than the actor's own wrote it down. */
  isOnBehalf: boolean;
  says: Says;
}>;

/** An event as other systems are told of it: CloudEvents 1.0 in structured JSON. */
export type IntegrationEvent<Type extends string = string, Says = unknown> = Readonly<{
  specversion: '1.0';
  /** The event's id in the ledger: the same however often it is told. */
  id: Id;
  /** The ledger. */
  source: `/throughline/${string}`;
  type: Type;
  /** The stream. */
  subject: StreamName;
  /** When the ledger recorded it. */
  time: Instant;
  datacontenttype: 'application/json';
  dataschema: `urn:throughline:${string}`;
  /** The stream again: events of one stream lie in one partition, in order. */
  partitionkey: StreamName;
  /** Position in the log: text order is log order. */
  sequence: string;
  /** W3C trace context of the command that led to it. */
  traceparent?: string;
  data: Happened<Says>;
}>;

/** The revision goes out as text: JSON numbers end at 2^53. */
type Written<E> =
  E extends IntegrationEvent<infer Type, infer Says>
    ? Omit<E, 'type' | 'data'> & Readonly<{ type: Type; data: Omit<Happened<Says>, 'revision'> & Readonly<{ revision: string }> }>
    : never;

/**
 * What is told of a correction. The words of a corrected correction are not told: who follows such a chain asks the
 * interface what stands.
 */
export type Correction<F extends Family> =
  | {
      [Type in OwnTypes<F> & keyof Payloads<F>]: Readonly<{
        corrects: Id;
        of: Type;
        /** What stands instead; null strikes it. */
        replacement: Readonly<{ occurredOn: OccurredOn; says: Payloads<F>[Type] }> | null;
        /** It moves nothing until each of these parties has confirmed it (`RecordConfirmed` of this event). */
        agreedBy?: readonly Id[];
      }>;
    }[OwnTypes<F> & keyof Payloads<F>]
  | Readonly<{
      corrects: Id;
      of: 'FactCorrected';
      replacement: Readonly<{ occurredOn: OccurredOn; says: Readonly<{ corrects: Id }> }> | null;
      agreedBy?: readonly Id[];
    }>;

/** What a party says of a record that another hand made of its act. */
type Word = Readonly<{ eventId: Id; party: Id }>;

type About<F extends Family> = Readonly<{ FactCorrected: Correction<F>; RecordConfirmed: Word; RecordContested: Word }>;

/** Every message there is, by family and type of event: what docs/reference/asyncapi.yaml is written from. */
export type Messages = {
  readonly [F in Family]: {
    readonly [Type in keyof (Payloads<F> & About<F>)]: IntegrationEvent<
      `throughline.${F}.${Type & string}`,
      (Payloads<F> & About<F>)[Type]
    >;
  };
};

/** Raised where a payload's meaning changes; a field that is added leaves it. */
const PAYLOAD_VERSION = 1;

// A caller brings its own: anything else than the standard's form stays in the ledger.
const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

export type Telling = Readonly<{
  ledgerId: Id;
  /** The type of the fact that a correction corrects; asked for corrections alone. */
  of?: string | undefined;
}>;

/**
 * The integration event of a recorded event: the one place in which is decided what leaves the ledger.
 * @throws LedgerError `corrupt` UNTOLD_EVENT where nothing says what is told of such an event
 */
export function integrationEvent(event: Recorded, { ledgerId, of }: Telling): IntegrationEvent {
  const { family } = streamParts(event.stream);
  const { occurredOn, assertedAt, partnershipId, actor, recordedBy, traceparent } = event.metadata;
  const stream = event.stream as StreamName;
  return {
    specversion: '1.0',
    id: event.id,
    source: sourceOf(ledgerId),
    type: `throughline.${family}.${event.type}`,
    subject: stream,
    time: event.recordedAt,
    datacontenttype: 'application/json',
    dataschema: `urn:throughline:${family}.${event.type}:v${PAYLOAD_VERSION}`,
    partitionkey: stream,
    sequence: event.position,
    ...(traceparent !== undefined && TRACEPARENT.test(traceparent) ? { traceparent } : {}),
    data: {
      occurredOn,
      ...(assertedAt === undefined ? {} : { assertedAt }),
      ...(partnershipId === undefined ? {} : { partnershipId }),
      revision: event.revision,
      by: byOf(actor),
      isOnBehalf: isOnBehalf({ actor, recordedBy }),
      says: says(family, event, of),
    },
  };
}

/** Where the events of a ledger come from. */
export function sourceOf(ledgerId: Id): `/throughline/${string}` {
  return `/throughline/${ledgerId}`;
}

/** The bytes of a message. */
export function written(event: IntegrationEvent): string {
  return JSON.stringify({
    ...event,
    data: { ...event.data, revision: String(event.data.revision) },
  } satisfies Written<IntegrationEvent>);
}

/**
 * A message as it was written.
 * @throws LedgerError `invalid` NOT_A_MESSAGE where the bytes are none
 */
export function readMessage(bytes: Uint8Array | string | null): IntegrationEvent {
  try {
    const text = typeof bytes === 'string' ? bytes : new TextDecoder('utf-8', { fatal: true }).decode(bytes ?? undefined);
    const read = JSON.parse(text) as Written<IntegrationEvent>;
    const { id, source, type, subject, data } = read;
    if (![read.specversion, id, source, type, subject, data.revision].every((its) => typeof its === 'string'))
      throw new TypeError('it lacks what every message has');
    return { ...read, data: { ...data, revision: BigInt(data.revision) } };
  } catch (error) {
    throw new LedgerError('invalid', 'NOT_A_MESSAGE', `this is no message of a ledger: ${String(error)}`, [], { cause: error });
  }
}

/** The type of the fact that a correction in a stream corrects; undefined for any other event. */
export async function correctedType(store: Pick<EventStore, 'readStream'>, event: Recorded): Promise<string | undefined> {
  if (event.type !== 'FactCorrected') return undefined;
  const { corrects } = event.data as FactCorrected['data'];
  return (await store.readStream(event.stream)).find(({ id }) => id === corrects)?.type;
}

function byOf(actor: Actor): By {
  const { kind } = actor;
  if (kind === 'clock' || kind === 'service') return { kind };
  const { partyId } = actor;
  const roleId = kind === 'person' ? actor.roleId : undefined;
  return { kind, ...(partyId === undefined ? {} : { partyId }), ...(roleId === undefined ? {} : { roleId }) };
}

function says(family: Family, event: Event, of: string | undefined): object {
  switch (event.type) {
    case 'RecordConfirmed':
    case 'RecordContested': {
      const { eventId, party } = event.data as RecordConfirmed['data'];
      return { eventId, party } satisfies Word;
    }
    case 'FactCorrected':
      return correction(family, event.data as FactCorrected['data'], of);
    default:
      return toldOf(family, event.type, event.data);
  }
}

function correction(family: Family, { corrects, replacement, agreedBy }: FactCorrected['data'], of: string | undefined): object {
  if (of === undefined) throw new LedgerError('corrupt', 'UNTOLD_EVENT', `what correction of ${corrects} corrects is not known`);
  const instead = replacement && {
    occurredOn: replacement.occurredOn,
    says:
      of === 'FactCorrected'
        ? { corrects: (replacement.data as FactCorrected['data']).corrects }
        : toldOf(family, of, replacement.data),
  };
  return { corrects, of, replacement: instead, ...(agreedBy === undefined ? {} : { agreedBy }) };
}
