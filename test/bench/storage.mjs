// What an event takes, by what it takes it in: PostgreSQL's tables and indexes, the journal of the embedded engine, a message.
//
//   npm run -s bench:storage [-- <events> ...]      10000 and 100000 by default
//
// Writes docs/reference/storage.ndjson, from which docs/explanation/sizing.md is worked out (test/bench/sizing.mjs). Bytes do
// not depend on what else the machine does, and processor seconds little.
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded, openPostgres, START } from '#event-store';
import { integrationEvent } from '#messaging';
import { ProjectionRunner } from '#projections';
import { PROJECTIONS } from '#read-models';
import { aboutServer, database } from './databases.mjs';
import { append, partnershipHistory } from './history.mjs';

const OUT = 'docs/reference/storage.ndjson';
/** Ten thousand events a partnership: what 10^9 events over 10^5 partnerships are. */
const COMMITMENTS = 1_000;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];

if (process.env.POSTGRES_URL === undefined) throw new Error('this needs a server: npm run bench:storage starts one');
const samples = [];
for (const events of sizes) samples.push(await onServer(events));
const lines = [{ made: new Date().toISOString().slice(0, 10), server: (await aboutServer()).version, node: process.version, commitments: COMMITMENTS }, ...samples];
writeFileSync(OUT, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
process.stderr.write(`${OUT} written; now: node test/bench/sizing.mjs\n`);

/** The log with its read models, in a database of its own. */
async function onServer(wanted) {
  const url = await database('throughline_storage');
  const { store, sql, close } = await openPostgres({ connectionString: url });
  const journal = mkdtempSync(join(tmpdir(), 'throughline-storage-'));
  const embedded = await openEmbedded({ folder: journal });
  const messages = { count: 0, bytes: 0 };
  try {
    let events = 0;
    for (let n = 0; events < wanted; n += 1) {
      const { streams } = partnershipHistory(COMMITMENTS);
      await append(store, streams);
      // One partnership tells what a line of the journal takes.
      if (n === 0) await append(embedded.store, streams);
      events += streams.reduce((sum, { events: its }) => sum + its.length, 0);
    }
    const ledgerId = await store.ledgerId();
    for (let page = { scannedTo: START, caughtUp: false }; !page.caughtUp && messages.count < 10_000; ) {
      page = await store.readAll(page.scannedTo, { limit: 1_000 });
      for (const event of page.events) add(messages, event, ledgerId);
    }
    const before = process.cpuUsage();
    const runner = new ProjectionRunner(sql, store, PROJECTIONS);
    await runner.start();
    await runner.waitFor(await store.head(), 3_600_000);
    const { user, system } = process.cpuUsage(before);
    await runner.stop();
    const journaled = (await embedded.store.readAll(START, { limit: 1_000_000 })).events.length;
    await embedded.close();
    return {
      events,
      // Of the processor, not of the clock: what else the machine does counts little in it.
      readModelSeconds: Math.round((user + system) / 1e5) / 10,
      messageBytes: messages.bytes / messages.count,
      journalBytes: bytesOf(join(journal, 'journal')) / journaled,
      relations: await relations(url),
    };
  } finally {
    await close();
    rmSync(journal, { recursive: true });
  }
}

/** Key, value and headers: what a broker keeps, without the few bytes of its own. */
function add(messages, event, ledgerId) {
  const told = integrationEvent(event, { ledgerId });
  const value = JSON.stringify({ ...told, data: { ...told.data, revision: String(told.data.revision) } });
  const headers = ['event-id', event.id, 'position', event.position, 'content-type', 'application/cloudevents+json; charset=UTF-8'];
  messages.count += 1;
  messages.bytes += Buffer.byteLength(value) + Buffer.byteLength(event.stream) + Buffer.byteLength(headers.join(''));
}

/** Every table and index with its bytes; a build of a read model by the name of its table alone. */
async function relations(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('vacuum analyze');
    const { rows } = await client.query(
      `select t.relname as table, i.relname as index, pg_relation_size(coalesce(i.oid, t.oid))
           + case when i.oid is null then coalesce(pg_total_relation_size(nullif(t.reltoastrelid, 0)), 0) else 0 end as bytes
         from pg_class t join pg_namespace s on s.oid = t.relnamespace and s.nspname = 'throughline'
         left join lateral (select null::oid as oid, null::name as relname union all
           select c.oid, c.relname from pg_index x join pg_class c on c.oid = x.indexrelid where x.indrelid = t.oid) i on true
         where t.relkind = 'r' order by bytes desc`,
    );
    return rows
      .map(({ table, index, bytes }) => ({ table: table.replace(/_\d+$/, ''), ...(index === null ? {} : { index: index.replace(/_\d+(?=_|$)/, '') }), bytes: Number(bytes) }))
      .filter(({ bytes }) => bytes > 64 * 1024);
  } finally {
    await client.end();
  }
}

function bytesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
