import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import { type Id, LedgerError, type Recorded } from '#kernel';
import { correctedType, integrationEvent, written } from './integration-event.js';
import type { Outgoing } from './kafka.js';
import { type TopicSettings, topicOfStream } from './topics.js';

/** Events that go to the brokers together, with the message of each. */
export type Batch = Readonly<{ events: readonly Recorded[]; messages: readonly Outgoing[]; caughtUp: boolean }>;

/** A broker takes a record batch of 1,048,588 bytes by default, and a batch may lie in one partition. */
const BATCH_BYTES = 1_000_000;
/** What a message has beside key and value: headers, and Kafka's own numbers. */
const AROUND_BYTES = 300;

export const CONTENT_TYPE = 'application/cloudevents+json; charset=UTF-8';

type From = Readonly<{
  store: EventStore;
  ledgerId: Id;
  after: string;
  topics: Pick<TopicSettings, 'prefix'>;
  batchSize: number;
  signal: AbortSignal;
}>;

/**
 * The log from a position on, as batches of messages in log order; ends only by abort or error.
 * @throws LedgerError `corrupt` UNTOLD_EVENT, which names the event, once all that lies before it was handed out
 */
export async function* batches({ store, ledgerId, after, topics, batchSize, signal }: From): AsyncGenerator<Batch, void> {
  for await (const page of store.subscribeAll(after, { signal, batchSize })) {
    let events: Recorded[] = [];
    let messages: Outgoing[] = [];
    let bytes = 0;
    for (const event of page.events) {
      const of = await correctedType(store, event);
      const message = orWhyNot(() => messageOf(event, { ledgerId, of }, topics));
      if (message instanceof Error) {
        if (events.length > 0) yield { events, messages, caughtUp: false };
        throw untold(event, message);
      }
      const its = AROUND_BYTES + Buffer.byteLength(message.key) + Buffer.byteLength(message.value);
      if (bytes > 0 && bytes + its > BATCH_BYTES) {
        yield { events, messages, caughtUp: false };
        events = [];
        messages = [];
        bytes = 0;
      }
      events.push(event);
      messages.push(message);
      bytes += its;
    }
    if (events.length > 0) yield { events, messages, caughtUp: page.caughtUp };
  }
}

function orWhyNot<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function untold({ id, stream, position }: Recorded, cause: Error): LedgerError {
  const message = `event ${id} of ${stream} at position ${position} cannot be told: ${cause.message}`;
  return new LedgerError('corrupt', 'UNTOLD_EVENT', message, [], { cause });
}

/** The message of an event, with the headers by which one chooses without reading it. */
export function messageOf(
  event: Recorded,
  telling: Parameters<typeof integrationEvent>[1],
  topics: Pick<TopicSettings, 'prefix'>,
): Outgoing {
  return {
    topic: topicOfStream(event.stream, topics),
    key: event.stream,
    value: written(integrationEvent(event, telling)),
    headers: { 'event-id': event.id, position: event.position, 'content-type': CONTENT_TYPE },
  };
}

/** The same, each read while the one before it is used: never more than one ahead. */
export async function* oneAhead<T>(source: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  const next = () => {
    const coming = source.next();
    // Where the one before it fails, nobody waits for this one any more.
    coming.catch(() => undefined);
    return coming;
  };
  let coming = next();
  for (;;) {
    const { done, value } = await coming;
    if (done === true) return;
    coming = next();
    yield value;
  }
}

/** The same, and `undefined` each time that nothing has come for so long. */
export async function* orQuiet<T>(source: AsyncGenerator<T, void>, quietMs: number): AsyncGenerator<T | undefined, void> {
  for (;;) {
    const coming = source.next();
    // It may fail while whoever uses this does something else: it is told when it is asked for.
    coming.catch(() => undefined);
    let came = await cameWithin(quietMs, coming);
    for (; came === undefined; came = await cameWithin(quietMs, coming)) yield undefined;
    if (came.done === true) return;
    yield came.value;
  }
}

async function cameWithin<T>(ms: number, coming: Promise<T>): Promise<T | undefined> {
  const over = new AbortController();
  try {
    return await Promise.race([coming, pause(ms, undefined, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}
