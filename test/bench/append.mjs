// Appends per second, one event each, every writer with a stream of its own, after `npm run build`:
//
//   node test/bench/append.mjs                                             PGlite in memory
//   node infra/local/postgres.mjs run -- node test/bench/append.mjs        and a PostgreSQL server, fsync on
import { PGlite } from '@electric-sql/pglite';
import { migrate, openPostgres, pgliteSql, SqlEventStore } from '#event-store';
import { newId } from '#kernel';

const ROUNDS = 3;
const ROUND_MS = 2_000;

for (const [name, open] of engines()) {
  const { store, close } = await open();
  for (const [writers, size] of [[1, 1], [16, 1], [64, 1], [16, 10]]) {
    await measure(store, writers, size, 500);
    const rates = [];
    for (let round = 0; round < ROUNDS; round += 1) rates.push(await measure(store, writers, size, ROUND_MS));
    const [least, median, most] = rates.sort((a, b) => a - b).map((rate) => Math.round(rate));
    console.log(JSON.stringify({ engine: name, writers, eventsPerAppend: size, appendsPerSecond: { least, median, most } }));
  }
  const counted = BigInt(await store.head());
  console.log(JSON.stringify({ engine: name, events: Number(counted), readAllPerSecond: Math.round(await readAll(store)) }));
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

function event() {
  const commandId = newId();
  return {
    id: newId(),
    type: 'ProgressReported',
    schema: 1,
    data: { status: 'on-track', percent: 50 },
    metadata: {
      occurredOn: '2025-02-15',
      actor: { kind: 'clock' },
      recordedBy: { kind: 'clock', id: 'clock' },
      commandId,
      commandDigest: commandId,
      decidedOn: {},
      correlationId: commandId,
      causationId: commandId,
    },
  };
}

function engines() {
  const embedded = async () => {
    const sql = pgliteSql(await PGlite.create());
    await migrate(sql);
    const store = new SqlEventStore(sql);
    return { store, close: () => store.close().then(() => sql.close()) };
  };
  const url = process.env.POSTGRES_URL;
  const server = () => openPostgres({ connectionString: url, schema: `bench_${process.pid}` });
  return [['PGlite, in memory', embedded], ...(url === undefined ? [] : [['PostgreSQL', server]])];
}
