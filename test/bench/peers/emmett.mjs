import { SQL } from '@event-driven-io/dumbo';
import { getPostgreSQLEventStore, postgreSQLEventStoreConsumer, postgreSQLRawBatchSQLProjection, rebuildPostgreSQLProjections } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';

/** So long without a word is the end of what a reader gets. */
const SILENCE_MS = 4_000;

/** `@event-driven-io/emmett-postgresql`, as its documentation uses it. */
export async function open({ url }) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await pool.query(`create table if not exists timeline (position text primary key, event_id text, partnership_id text,
    stream text, occurred_on text, day text, recorded_at text, known_source text, corrected_by text, struck_by text, fact text)`);
  for (const column of ['day', 'recorded_at', 'known_source'])
    await pool.query(`create index if not exists timeline_${column} on timeline (partnership_id, ${column}, position)`);

  const consume = async (batchSize, each, signal) => {
    let heard = performance.now();
    const eachMessage = (message) => {
      heard = performance.now();
      each(message);
    };
    // With connections of its own: one that the store makes closes the store's when it is closed.
    const consumer = postgreSQLEventStoreConsumer({ connectionString: url, stopWhen: { noMessagesLeft: signal === undefined }, pulling: { batchSize, pullingFrequencyInMs: 10 } });
    // A processor of its own each time: it keeps its place under its name.
    consumer.reactor({ processorId: `bench-${Math.random()}`, startFrom: 'BEGINNING', eachMessage });
    signal?.addEventListener('abort', () => void consumer.stop());
    await ended(consumer, () => (signal === undefined ? heard : performance.now()));
  };
  return {
    async append(stream, events, revision) {
      const expectedStreamVersion = revision === undefined ? undefined : revision < 0n ? 'STREAM_DOES_NOT_EXIST' : revision + 1n;
      const messages = events.map(({ id, type, schema, data, metadata }) => ({ type, data, metadata: { ...metadata, id, schema } }));
      const options = expectedStreamVersion === undefined ? {} : { expectedStreamVersion };
      return (await store.appendToStream(stream, messages, options)).nextExpectedStreamVersion - 1n;
    },
    readAll: (each) => consume(1000, ({ data, metadata }) => each(metadata.id, data)),
    async count(stream) {
      return (await store.readStream(stream)).events.length;
    },
    tail: (each, signal) => consume(100, ({ metadata }) => each(metadata.id), signal),
    /** The same table as the ledger's timeline, one statement a batch. */
    async rebuild() {
      let [events, heard] = [0, performance.now()];
      await pool.query('truncate timeline');
      const projection = postgreSQLRawBatchSQLProjection({
        name: 'timeline',
        canHandle: (await pool.query('select distinct message_type as type from emt_messages')).rows.map(({ type }) => type),
        evolve: (batch) => {
          events += batch.length;
          heard = performance.now();
          const rows = JSON.stringify(batch.map(timelineRow));
          return [SQL`insert into timeline select * from json_populate_recordset(null::timeline, ${rows}::json)`];
        },
      });
      const consumer = rebuildPostgreSQLProjections({ connectionString: url, projection, startFrom: 'BEGINNING', pulling: { batchSize: 1000, pullingFrequencyInMs: 10 } });
      const waitedMs = await ended(consumer, () => heard);
      return { events, waitedMs };
    },
    async close() {
      await store.close();
      await pool.end();
    },
  };
}

/** Runs until it has nothing left, or says nothing more and does not end; answers how long it was waited for in vain. */
async function ended(consumer, heard) {
  let watch;
  const silence = new Promise((done) => {
    watch = setInterval(() => performance.now() - heard() > SILENCE_MS && done('silent'), 50);
  });
  const running = consumer.start().catch(() => undefined);
  const silent = (await Promise.race([running, silence])) === 'silent';
  clearInterval(watch);
  await consumer.close();
  return silent ? SILENCE_MS : 0;
}

function timelineRow({ type, data, metadata }) {
  const { globalPosition, streamName, id, occurredOn, partnershipId = null, assertedAt, actor, recordedBy, provenance } = metadata;
  return {
    position: String(globalPosition).padStart(20, '0'),
    event_id: id,
    partnership_id: partnershipId,
    stream: streamName,
    occurred_on: occurredOn,
    day: occurredOn,
    recorded_at: assertedAt,
    known_source: assertedAt,
    corrected_by: null,
    struck_by: null,
    fact: JSON.stringify({ type, data, actor, recordedBy, provenance }),
  };
}
