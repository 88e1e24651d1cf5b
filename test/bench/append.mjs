// Appends per second, every writer with a stream of its own, after `npm run build`:
//
//   node test/bench/append.mjs                                             the embedded engine: journal, thread, lock
//   node infra/local/postgres.mjs run -- node test/bench/append.mjs        and a PostgreSQL server, fsync on
//
// Rounds of all shapes are interleaved, so that what else the machine does meets each of them alike.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded, openPostgres } from '#event-store';
import { newId } from '#kernel';
import { event } from './event.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const ROUND_MS = 2_000;
const SHAPES = [
  [1, 1],
  [16, 1],
  [64, 1],
  [128, 1],
  [16, 10],
];

for (const [engine, open] of engines()) {
  const { store, close } = await open();
  for (const [writers, size] of SHAPES) await measure(store, writers, size, 500);
  const rates = SHAPES.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, [writers, size]] of SHAPES.entries()) rates[index].push(await measure(store, writers, size, ROUND_MS));
  for (const [index, [writers, eventsPerAppend]] of SHAPES.entries())
    say({ engine, writers, eventsPerAppend, appendsPerSecond: spread(rates[index]) });

  const reads = [];
  for (let round = 0; round < ROUNDS; round += 1) reads.push(await readStreams(store, 128, ROUND_MS));
  say({ engine, readers: 128, readStreamPerSecond: spread(reads) });
  say({ engine, events: Number(await store.head()), readAllPerSecond: Math.round(await readAll(store)) });
  await close();
}

/** Appends per second of so many writers, each waiting for its answer. */
async function measure(store, writers, size, ms) {
  const started = performance.now();
  let appends = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      const stream = `meeting-${newId()}`;
      for (let revision = -1n; performance.now() - started < ms; revision += BigInt(size), appends += 1) {
        const events = Array.from({ length: size }, event);
        await store.append(stream, events, revision < 0n ? 'no-stream' : { revision });
      }
    }),
  );
  return (appends / (performance.now() - started)) * 1000;
}

/** Reads of the tail of a stream per second, of so many readers with a stream each. */
async function readStreams(store, readers, ms) {
  const streams = Array.from({ length: readers }, () => `meeting-${newId()}`);
  for (const stream of streams) await store.append(stream, Array.from({ length: 20 }, event), 'no-stream');
  const started = performance.now();
  let reads = 0;
  await Promise.all(
    streams.map(async (stream) => {
      for (; performance.now() - started < ms; reads += 1) await store.readStream(stream, 19n);
    }),
  );
  return (reads / (performance.now() - started)) * 1000;
}

/** Events per second from the first to the last. */
async function readAll(store) {
  const started = performance.now();
  let [events, page] = [0, { scannedTo: '0'.repeat(20), caughtUp: false }];
  while (!page.caughtUp) {
    page = await store.readAll(page.scannedTo, { limit: 1000 });
    events += page.events.length;
  }
  return (events / (performance.now() - started)) * 1000;
}


function engines() {
  const embedded = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
    const ledger = await openEmbedded({ folder });
    return { store: ledger.store, close: () => ledger.close().then(() => rm(folder, { recursive: true })) };
  };
  const url = process.env.POSTGRES_URL;
  const server = () => openPostgres({ connectionString: url, schema: `bench_${process.pid}` });
  return [['embedded', embedded], ...(url === undefined ? [] : [['PostgreSQL', server]])];
}

function spread(rates) {
  const sorted = rates.toSorted((a, b) => a - b).map((rate) => Math.round(rate));
  return { least: sorted[0], median: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) };
}

function say(figures) {
  console.log(JSON.stringify(figures));
}
