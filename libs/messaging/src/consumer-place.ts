import { LedgerForked, type Sql } from '#event-store';
import { type Id, LedgerError } from '#kernel';
import type { IntegrationEvent } from './integration-event.js';

type Queries = Pick<Sql, 'query'>;

/** A partition of a topic. */
export type Partition = Readonly<{ topic: string; partition: number }>;

/** An event that a consumer left out, with why. */
export type Parked = Partition & Readonly<{ offset: bigint; eventId: Id; stream: string; error: string }>;

// Bounded by what there is to know of, never by how much was told: a row for each partition, and one for each stream.
const BOOKKEEPING = [
  `create table if not exists consumer_partitions (
     consumer text not null,
     topic text not null,
     partition integer not null,
     next_offset bigint not null,
     primary key (consumer, topic, partition)
   )`,
  `create table if not exists consumer_streams (
     consumer text not null,
     stream text not null,
     source text not null,
     revision bigint not null,
     event_id text not null,
     primary key (consumer, stream)
   )`,
  `create table if not exists consumer_parked (
     consumer text not null,
     topic text not null,
     partition integer not null,
     message_offset bigint not null,
     event_id text not null,
     stream text not null,
     error text not null,
     primary key (consumer, topic, partition, message_offset)
   )`,
];

/** Makes the tables in which consumers keep their places, and those of the consumer itself. Several processes may do so at once. */
export async function prepareConsumer(sql: Sql, tables: readonly string[]): Promise<void> {
  await sql.transaction(async (queries) => {
    await queries.query(`select pg_advisory_xact_lock(hashtext('consumer bookkeeping'))`);
    for (const statement of [...BOOKKEEPING, ...tables]) await queries.query(statement);
  });
}

/**
 * Forgets where a consumer stood, so that it begins again: its next start takes in all that the topics hold. What it made
 * of it so far it empties itself, in the same transaction.
 */
export async function forgetPlaces(queries: Queries, consumer: string): Promise<void> {
  for (const table of ['consumer_partitions', 'consumer_streams', 'consumer_parked'])
    await queries.query(`delete from ${table} where consumer = $1`, [consumer]);
}

/** The offset that is taken in next; 0 where nothing was. */
export async function offsetOf(queries: Queries, consumer: string, { topic, partition }: Partition): Promise<bigint> {
  const [row] = await queries.query<{ next_offset: string }>(
    `select next_offset::text as next_offset from consumer_partitions where consumer = $1 and topic = $2 and partition = $3`,
    [consumer, topic, partition],
  );
  return BigInt(row?.next_offset ?? 0);
}

/**
 * The offset that is taken in next, locked until the transaction ends: of two members of a group that both believe to have
 * the partition one waits here and then sees how far the other came.
 */
export async function lockOffset(queries: Queries, consumer: string, { topic, partition }: Partition): Promise<bigint> {
  await queries.query(
    `insert into consumer_partitions (consumer, topic, partition, next_offset) values ($1, $2, $3, 0) on conflict do nothing`,
    [consumer, topic, partition],
  );
  const [row] = await queries.query<{ next_offset: string }>(
    `select next_offset::text as next_offset from consumer_partitions
     where consumer = $1 and topic = $2 and partition = $3 for update`,
    [consumer, topic, partition],
  );
  return BigInt(row?.next_offset ?? 0);
}

export async function moveOffset(
  queries: Queries,
  consumer: string,
  { topic, partition }: Partition,
  next: bigint,
): Promise<void> {
  await queries.query(
    `update consumer_partitions set next_offset = $4::bigint where consumer = $1 and topic = $2 and partition = $3`,
    [consumer, topic, partition, String(next)],
  );
}

type Last = Readonly<{ source: string; revision: bigint; eventId: Id }>;

/**
 * The events that were not taken in before, in the order given; notes them as taken in. A stream is told in order and
 * without a gap, so its last revision says of every event whether it comes again: no list of ids is needed, however long
 * the consumer runs.
 * @throws LedgerForked where another history is told; LedgerError `corrupt` MESSAGES_MISSING where one was left out
 */
export async function notTakenIn<E extends IntegrationEvent>(
  queries: Queries,
  consumer: string,
  events: readonly E[],
): Promise<readonly E[]> {
  const lasts = await lastOf(queries, consumer, [...new Set(events.map(({ subject }) => subject))]);
  const touched = new Map<string, Last>();
  const fresh: E[] = [];
  for (const event of events) {
    const { subject, source, id, data } = event;
    const last = lasts.get(subject);
    if (last !== undefined && last.source !== source) throw otherHistory(consumer, event, last);
    const expected = last === undefined ? 0n : last.revision + 1n;
    if (data.revision > expected) {
      const message = `${consumer}: of ${subject} revision ${expected} comes next, and ${data.revision} (event ${id}) was told`;
      throw new LedgerError('corrupt', 'MESSAGES_MISSING', message);
    }
    if (data.revision < expected) {
      if (data.revision === last?.revision && id !== last.eventId) throw otherHistory(consumer, event, last);
      continue;
    }
    const now = { source, revision: data.revision, eventId: id };
    lasts.set(subject, now);
    touched.set(subject, now);
    fresh.push(event);
  }
  await noteLast(queries, consumer, touched);
  return fresh;
}

async function lastOf(queries: Queries, consumer: string, streams: readonly string[]): Promise<Map<string, Last>> {
  const rows = await queries.query<{ stream: string; source: string; revision: string; event_id: string }>(
    `select stream, source, revision::text as revision, event_id from consumer_streams where consumer = $1 and stream = any ($2::text[])`,
    [consumer, streams],
  );
  return new Map(
    rows.map(({ stream, source, revision, event_id }) => [stream, { source, revision: BigInt(revision), eventId: event_id }]),
  );
}

async function noteLast(queries: Queries, consumer: string, touched: ReadonlyMap<string, Last>): Promise<void> {
  if (touched.size === 0) return;
  const lasts = [...touched.values()];
  await queries.query(
    `insert into consumer_streams (consumer, stream, source, revision, event_id)
     select $1, * from unnest($2::text[], $3::text[], $4::bigint[], $5::text[])
     on conflict (consumer, stream) do update set revision = excluded.revision, event_id = excluded.event_id`,
    [
      consumer,
      [...touched.keys()],
      lasts.map(({ source }) => source),
      lasts.map(({ revision }) => String(revision)),
      lasts.map(({ eventId }) => eventId),
    ],
  );
}

function otherHistory(consumer: string, { id, subject, source }: IntegrationEvent, last: Last): LedgerForked {
  return new LedgerForked(
    `${consumer} has taken in ${subject} up to event ${last.eventId} of ${last.source}, and is told ${id} of ${source}: build it anew`,
  );
}

export async function park(queries: Queries, consumer: string, parked: Parked): Promise<void> {
  const { topic, partition, offset, eventId, stream, error } = parked;
  await queries.query(
    `insert into consumer_parked (consumer, topic, partition, message_offset, event_id, stream, error)
     values ($1, $2, $3, $4::bigint, $5, $6, $7)`,
    [consumer, topic, partition, String(offset), eventId, stream, error],
  );
}

/** Every event that a consumer left out: while there is one, its figures lack something. */
export async function parkedOf(queries: Queries, consumer: string): Promise<readonly Parked[]> {
  const rows = await queries.query<
    Record<'topic' | 'message_offset' | 'event_id' | 'stream' | 'error', string> & { partition: number }
  >(
    `select topic, partition, message_offset::text as message_offset, event_id, stream, error from consumer_parked
     where consumer = $1 order by topic, partition, consumer_parked.message_offset`,
    [consumer],
  );
  return rows.map(({ topic, partition, message_offset, event_id, stream, error }) => ({
    topic,
    partition: Number(partition),
    offset: BigInt(message_offset),
    eventId: event_id,
    stream,
    error,
  }));
}
