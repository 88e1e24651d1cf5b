import { type EventStore, LedgerForked, type Sql } from '#event-store';
import { LedgerError } from '#kernel';
import { type IntegrationEvent, readMessage, sourceOf } from './integration-event.js';
import type { Brokers, End } from './kafka.js';
import { placeOf, type Read, type Span } from './kafka-reading.js';
import { endsKnown, noteEnds, type RelayCheckpoint } from './relay-checkpoint.js';
import { type Kept, partitionsOf, type TopicSettings } from './topics.js';
import { NEW_TOPICS } from './topics-looked.js';

type Parts = Readonly<{
  store: Pick<EventStore, 'ledgerId' | 'readStream'>;
  sql: Sql;
  brokers: Pick<Brokers, 'administering' | 'reading'>;
  topics: TopicSettings;
}>;

const REMEDY = `What was told cannot be taken back: ${NEW_TOPICS}`;

/** Of topics in which something was told, where no checkpoint says that it was this ledger. */
export function toldBefore(topics: readonly string[]): LedgerForked {
  return new LedgerForked(`something was told in ${topics.join(', ')}, and nothing here says that it was this ledger. ${REMEDY}`);
}

/**
 * A checkpoint must name an event that this ledger holds at that position: after a failover or a restore that lost the
 * tail, positions come again with other events.
 * @throws LedgerForked with what to run
 */
export async function requireSameHistory(store: EventStore, checkpoint: RelayCheckpoint): Promise<void> {
  const { name, ledgerId, position, eventId, stream, revision } = checkpoint;
  const actual = await store.ledgerId();
  if (actual !== ledgerId)
    throw new LedgerForked(`the topics ${name}.* were told ledger ${ledgerId}; this is ledger ${actual}. ${REMEDY}`);
  if (stream === null || revision === null) return;
  const [event] = await store.readStream(stream, BigInt(revision));
  if (event?.id === eventId && event.position === position) return;
  const there = event === undefined ? 'has no event there' : `has ${event.id}`;
  throw new LedgerForked(
    `the topics ${name}.* were told event ${eventId} at position ${position}; this ledger ${there}. ${REMEDY}`,
  );
}

/** The topics in which this ledger was told; undefined where that was not noted. */
export async function topicsToldBy(sql: Sql, stood: RelayCheckpoint): Promise<ReadonlySet<string> | undefined> {
  const known = await endsKnown(sql, stood);
  return known && new Set(known.map(({ topic }) => topic));
}

/**
 * What lies on the topics behind the ends that the checkpoint knows must be of this ledger. The checkpoint alone does not
 * say it: a restore, or a failover that lost the tail, sets it back together with the log, and only the topics still tell of what
 * is no more. Where nothing lies there, nothing is read. A batch that was told before its relay was killed lies there too, and
 * is told again.
 * @throws LedgerForked where a message there tells of no event of this ledger; LedgerError `corrupt` MESSAGES_MISSING where a
 *   partition ends before that; both with what to run; `unavailable` KAFKA_UNAVAILABLE
 */
export async function requireOwnMessages({ store, sql, brokers, topics }: Parts, stood: RelayCheckpoint): Promise<void> {
  const known = await endsKnown(sql, stood);
  const found = await partitionsOf(brokers, topics);
  const spans = found.map((partition) => behind(partition, known)).filter(({ from, to }) => from < to);
  const source = sourceOf(await store.ledgerId());
  await brokers.reading(`${topics.prefix}-relay`, spans, (messages) => requireRecorded(store, source, messages));
  const told = found.filter(({ end }) => end > 0n);
  if (known === undefined) await noteEnds(sql, stood.name, told);
}

/** What lies behind the end that is known; the last message where none is. */
function behind({ topic, partition, begin, end }: Kept, known: readonly End[] | undefined): Span {
  const place = placeOf(topic, partition);
  const at = known === undefined ? end - 1n : (known.find((its) => place === placeOf(its.topic, its.partition))?.end ?? 0n);
  if (at > end) {
    const message = `${place} was told up to offset ${at} and ends at ${end}: it was made anew, or lost its end, and lacks that for good. What there is to do: ${NEW_TOPICS}`;
    throw new LedgerError('corrupt', 'MESSAGES_MISSING', message);
  }
  return { topic, partition, from: at < begin ? begin : at, to: end };
}

async function requireRecorded(store: Pick<EventStore, 'readStream'>, source: string, messages: readonly Read[]): Promise<void> {
  const streams = new Map<string, Lying[]>();
  for (const lying of messages.map(asLying)) {
    const others = streams.get(lying.event.subject);
    if (others === undefined) streams.set(lying.event.subject, [lying]);
    else others.push(lying);
  }
  for (const [stream, its] of streams) {
    const first = its.map(({ event }) => event.data.revision).reduce((a, b) => (a < b ? a : b));
    const recorded = new Map((await store.readStream(stream, first)).map((event) => [event.revision, event]));
    for (const { where, event } of its) {
      const { id, source: told, sequence, data } = event;
      const there = recorded.get(data.revision);
      if (told === source && there?.id === id && there.position === sequence) continue;
      throw new LedgerForked(
        `${where} tells of event ${id}, ${stream} ${data.revision} of ${told}: this ledger does not hold it there. ${REMEDY}`,
      );
    }
  }
}

type Lying = Readonly<{ where: string; event: IntegrationEvent }>;

/** @throws LedgerForked where it is no message of a ledger */
function asLying({ topic, partition, offset, value }: Read): Lying {
  const where = `${placeOf(topic, partition)} at offset ${offset}`;
  try {
    return { where, event: readMessage(value) };
  } catch {
    throw new LedgerForked(`${where} is no message of a ledger: somebody else writes there. ${REMEDY}`);
  }
}
