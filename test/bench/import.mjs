// Dated facts per second that an import records on the embedded engine, beside what the engine appends in the same run
// with as many appends under way, after `npm run build`:
//
//   node test/bench/import.mjs [facts ...]        10000 and 100000 by default
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deciders } from '#domain';
import { Decisions, openEmbedded } from '#event-store';
import { planImport, runImport } from '#imports';
import { newId } from '#kernel';
import { event } from './event.mjs';

const UNDER_WAY = 128;
const REPORTS_OF_A_COMMITMENT = 9;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];

for (const facts of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const ledger = await openEmbedded({ folder: join(folder, 'data') });
  try {
    await writeTables(folder, facts);
    const before = await appendRate(ledger.store, 3_000);
    const imported = await importing(ledger, folder);
    const after = await appendRate(ledger.store, 3_000);
    const append = Math.round((before + after) / 2);
    console.log(
      JSON.stringify({
        ...imported,
        appendsPerSecond: { before: Math.round(before), after: Math.round(after) },
        percentOfAppend: Math.round((imported.factsPerSecond / append) * 100),
      }),
    );
  } finally {
    await ledger.close();
    await rm(folder, { recursive: true });
  }
}

async function importing(ledger, folder) {
  const decisions = new Decisions(ledger.store, ledger.texts, { decidesUnread: true });
  const record = (act, meta) => decisions.run(deciders[act.family], act.id, act.command, meta);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const plan = await planImport(join(folder, 'tables'));
  if (plan.problems.length > 0) throw new Error(JSON.stringify(plan.problems[0]));
  const planned = performance.now();
  let memory = 0;
  const result = await runImport(plan, ledger, record, {
    parallel: UNDER_WAY,
    progress: (done) => {
      if (done % 1000 === 0) memory = Math.max(memory, process.memoryUsage.rss());
    },
  });
  const seconds = (performance.now() - planned) / 1000;
  if (result.refusedTotal > 0) throw new Error(JSON.stringify(result.refused[0]));
  const { user, system } = process.cpuUsage(cpu);
  return {
    facts: result.recorded.total,
    planSeconds: Number(((planned - started) / 1000).toFixed(1)),
    recordSeconds: Number(seconds.toFixed(1)),
    cpuSeconds: Number(((user + system) / 1e6).toFixed(1)),
    megabytes: Math.round(memory / 2 ** 20),
    factsPerSecond: Math.round(result.recorded.total / seconds),
  };
}

/** One event an append, each of the many under way to a stream of its own. */
async function appendRate(store, ms) {
  const started = performance.now();
  let appends = 0;
  await Promise.all(
    Array.from({ length: UNDER_WAY }, async () => {
      const stream = `meeting-${newId()}`;
      for (; performance.now() - started < ms; appends += 1) await store.append(stream, [event()], 'any');
    }),
  );
  return (appends / (performance.now() - started)) * 1000;
}

/** One partnership of three organizations; a tenth of the facts are commitments, the others report on them. */
async function writeTables(folder, facts) {
  const commitments = Math.round(facts / (1 + REPORTS_OF_A_COMMITMENT));
  await mkdir(join(folder, 'tables'));
  const write = (name, lines) => writeFile(join(folder, 'tables', name), `${lines.join('\n')}\n`);
  await write('partnership.csv', [
    'key,name,purpose,fiscal_year_start,time_zone,formed_on',
    'bench,Valley Partnership,Reading by third grade,07-01,America/New_York,2020-08-01',
  ]);
  await write('organizations.csv', [
    'key,name,kind,occurred_on',
    'north,North School,school,2020-08-01',
    'south,South School,school,2020-08-01',
  ]);
  await write('parties.csv', ['key,organization,occurred_on', 'p1,north,2020-08-01', 'p2,south,2020-08-01']);
  const numbers = Array.from({ length: commitments }, (_, n) => n);
  await write('commitments.csv', [
    'key,statement,owing,owed_to,due_on,occurred_on',
    ...numbers.map((n) => `c${n},Coach new teacher number ${n},north,south,2024-02-15,2020-09-01`),
  ]);
  const reports = [];
  for (let month = 1; month <= REPORTS_OF_A_COMMITMENT; month += 1)
    for (const n of numbers) reports.push(`r${n}-${month},c${n},on-track,2021-0${month}-15`);
  await write('progress.csv', ['key,commitment,status,occurred_on', ...reports]);
}

