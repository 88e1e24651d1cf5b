import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';

// In the order of its own install.sh.
const SCRIPTS = [
  'roles/message-store',
  'schema/message-store',
  'extensions/pgcrypto',
  'tables/messages',
  'types/message',
  ...['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id', 'stream-version'].map(
    (name) => `functions/${name}`,
  ),
  ...['write-message', 'get-stream-messages', 'get-category-messages', 'get-last-stream-message'].map((name) => `functions/${name}`),
  ...['messages-id', 'messages-stream', 'messages-category'].map((name) => `indexes/${name}`),
];
const BATCH = 1000;

/** message-db: its SQL functions, called through `pg`. It reads by category; what the bench appends is put into one. */
export async function open({ url }) {
  const pool = new pg.Pool({ connectionString: url, options: '-c search_path=message_store,public' });
  const [{ there }] = (await pool.query(`select to_regclass('message_store.messages') is not null as there`)).rows;
  if (!there) {
    const folder = dirname(createRequire(import.meta.url).resolve('@eventide/message-db/package.json'));
    for (const script of SCRIPTS) await pool.query(await readFile(join(folder, 'database', `${script}.sql`), 'utf8'));
  }
  const named = (stream) => `bench-${stream}`;
  const write = async (client, stream, { id, type, data, metadata }, expected) => {
    const { rows } = await client.query('select write_message($1, $2, $3, $4::jsonb, $5::jsonb, $6::bigint) as position', [
      id,
      named(stream),
      type,
      JSON.stringify(data),
      JSON.stringify(metadata),
      expected,
    ]);
    return BigInt(rows[0].position);
  };
  const page = async (from) =>
    (await pool.query(`select id, global_position, data, metadata from get_category_messages('bench', $1, ${BATCH})`, [from])).rows;
  return {
    async append(stream, events, revision) {
      const expected = (place) => (revision === undefined ? null : String(revision + BigInt(place)));
      if (events.length === 1) return write(pool, stream, events[0], expected(0));
      const client = await pool.connect();
      try {
        await client.query('begin');
        let last;
        for (const [place, event] of events.entries()) last = await write(client, stream, event, expected(place));
        await client.query('commit');
        return last;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    async readAll(each) {
      for (let rows = await page('1'); rows.length > 0; rows = await page(String(BigInt(rows.at(-1).global_position) + 1n)))
        for (const { id, data, metadata } of rows) {
          JSON.parse(metadata);
          each(id, JSON.parse(data));
        }
    },
    async count(stream) {
      const { rows } = await pool.query('select count(*)::text as events from messages where stream_name = $1', [named(stream)]);
      return Number(rows[0].events);
    },
    async tail(each, signal) {
      for (let from = 1n; !signal.aborted; ) {
        const rows = await page(String(from));
        for (const { id } of rows) each(id);
        if (rows.length > 0) from = BigInt(rows.at(-1).global_position) + 1n;
        if (rows.length < BATCH) await new Promise((done) => setTimeout(done, 10));
      }
    },
    close: () => pool.end(),
  };
}
