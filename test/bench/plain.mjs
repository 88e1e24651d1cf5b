import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/**
 * The floor: the same rows by plain SQL, by one caller, with nothing that makes it a ledger. A numbered table, no check of
 * revisions, no order of commits, no retry, one statement for all rows that a round of writers brings.
 */
const TABLE = `create table events (position bigserial primary key, stream text not null, revision bigint not null,
  id uuid not null unique, body text not null, unique (stream, revision))`;
const TIMELINE = `position text primary key, event_id text, partnership_id text, stream text, occurred_on text, day text,
  recorded_at text, known_source text, corrected_by text, struck_by text, fact text`;
const INDEXES = ['partnership_id, day, position', 'partnership_id, recorded_at, position', 'partnership_id, known_source, position'];
const ROWS_AT_ONCE = 1000;

export async function openServer({ url }) {
  const pool = new pg.Pool({ connectionString: url });
  const query = async (text, parameters) => (await pool.query(text, parameters)).rows;
  const transaction = async (work) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await work(async (text, parameters) => (await client.query(text, parameters)).rows);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  return driver({ query, transaction, close: () => pool.end() });
}

export async function openDefault({ folder }) {
  const database = await PGlite.create(folder);
  const query = async (text, parameters) => (await database.query(text, parameters)).rows;
  const transaction = (work) => database.transaction((tx) => work(async (text, parameters) => (await tx.query(text, parameters)).rows));
  return driver({ query, transaction, close: () => database.close() });
}

async function driver({ query, transaction, close }) {
  const [{ there }] = await query(`select to_regclass('events') is not null as there`);
  if (!there) await query(TABLE);
  const put = (streams, revisions, events) =>
    query('insert into events (stream, revision, id, body) select * from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[])', [
      streams,
      revisions,
      events.map(({ id }) => id),
      events.map(({ type, schema, data, metadata }) => JSON.stringify({ type, schema, data, metadata })),
    ]);
  const page = (after, run = query) =>
    run('select position::text as position, stream, id::text as id, body from events where position > $1 order by events.position limit $2', [
      after,
      ROWS_AT_ONCE,
    ]);
  async function* pages(run) {
    for (let rows = await page('0', run); rows.length > 0; rows = await page(rows.at(-1).position, run)) yield rows;
  }
  return {
    /** All writers' events in one statement: what sixteen callers bring at once. */
    async appendTogether(streams, revision, eventsOfEach) {
      const rows = streams.flatMap((stream, n) => eventsOfEach[n].map((event, place) => [stream, Number(revision) + 1 + place, event]));
      await put(...[0, 1, 2].map((column) => rows.map((row) => row[column])));
    },
    async append(stream, events, revision) {
      const [{ last }] = revision === undefined ? await query('select coalesce(max(revision), -1)::text as last from events where stream = $1', [stream]) : [{ last: revision }];
      await put(events.map(() => stream), events.map((_, place) => Number(last) + 1 + place), events);
      return BigInt(last) + BigInt(events.length);
    },
    async readAll(each) {
      for await (const rows of pages()) for (const { id, body } of rows) each(id, JSON.parse(body).data);
    },
    async count(stream) {
      const [{ events }] = await query('select count(*)::text as events from events where stream = $1', [stream]);
      return Number(events);
    },
    async tail(each, signal) {
      for (let after = '0'; !signal.aborted; ) {
        const rows = await page(after);
        for (const { id } of rows) each(id);
        after = rows.at(-1)?.position ?? after;
        if (rows.length < ROWS_AT_ONCE) await new Promise((done) => setTimeout(done, 10));
      }
    },
    /** The same table as the ledger's timeline, folded and filled in one transaction. */
    async rebuild() {
      await query('drop table if exists timeline');
      await query(`create table timeline (${TIMELINE})`);
      for (const index of INDEXES) await query(`create index on timeline (${index})`);
      let events = 0;
      await transaction(async (within) => {
        for await (const rows of pages(within)) {
          events += rows.length;
          await within('insert into timeline select * from json_populate_recordset(null::timeline, $1::json)', [
            JSON.stringify(rows.map(timelineRow)),
          ]);
        }
      });
      return { events };
    },
    close,
  };
}

function timelineRow({ position, stream, id, body }) {
  const { type, data, metadata } = JSON.parse(body);
  const { occurredOn, partnershipId = null, assertedAt, actor, recordedBy, provenance } = metadata;
  return {
    position: position.padStart(20, '0'),
    event_id: id,
    partnership_id: partnershipId,
    stream,
    occurred_on: occurredOn,
    day: occurredOn,
    recorded_at: assertedAt,
    known_source: assertedAt,
    corrected_by: null,
    struck_by: null,
    fact: JSON.stringify({ type, data, actor, recordedBy, provenance }),
  };
}
