// Dated facts per second that an import records on the embedded engine, beside what the engine appends in the same run
// with as many appends under way, after `npm run build`:
//
//   node test/bench/import.mjs [facts ...]        10000 and 100000 by default
//
// The import stands still ten times while appends are measured, so that what else the machine does meets both alike.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deciders } from '#domain';
import { Decisions, openEmbedded } from '#event-store';
import { planImport, runImport } from '#imports';
import { newId } from '#kernel';
import { event } from './event.mjs';

const UNDER_WAY = 256;
const ROUNDS = 10;
const ROUND_MS = 1_000;
const REPORTS_OF_A_COMMITMENT = 9;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
  for (const facts of sizes) console.log(JSON.stringify(await benchImport(facts)));
}

/**
 * Imports so many dated facts into a new ledger, and appends beside it.
 * @returns facts and appends per second, in slices of the one import, with processor time and memory
 */
export async function benchImport(facts) {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const ledger = await openEmbedded({ folder: join(folder, 'data') });
  try {
    await writeTables(folder, facts);
    await appendRate(ledger.store, ROUND_MS);
    const slices = await importing(ledger, folder, facts);
    const median = (values) => values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)];
    const rates = slices.rounds.map(({ imported }) => imported.perSecond);
    const appends = slices.rounds.map(({ appended }) => appended.perSecond);
    const ratios = slices.rounds.map(({ imported, appended }) => imported.perSecond / appended.perSecond);
    return {
      ...slices,
      factsPerSecond: Math.round(median(rates)),
      appendsPerSecond: Math.round(median(appends)),
      percentOfAppend: Math.round(median(ratios) * 100),
    };
  } finally {
    await ledger.close();
    await rm(folder, { recursive: true });
  }
}

async function importing(ledger, folder, facts) {
  const decisions = new Decisions(ledger.store, ledger.texts, { decidesUnread: true });
  const slice = Math.ceil(facts / ROUNDS);
  const rounds = [];
  const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);
  let [begun, underWay] = [0, 0];
  let [gate, whenStill] = [undefined, undefined];
  let meter = measured();
  const stand = async () => {
    await new Promise((resolve) => {
      whenStill = resolve;
      if (underWay === 0) resolve();
    });
    const imported = meter(slice);
    const appending = measured();
    const appended = appending(await appendRate(ledger.store, ROUND_MS));
    rounds.push({ imported, appended, megabytes: megabytes() });
    meter = measured();
  };
  const record = async (act, meta) => {
    await gate;
    underWay += 1;
    begun += 1;
    if (begun % slice === 0) gate = stand().then(() => (gate = undefined));
    try {
      return await decisions.run(deciders[act.family], act.id, act.command, meta);
    } finally {
      underWay -= 1;
      if (underWay === 0) whenStill?.();
    }
  };
  const started = performance.now();
  const plan = await planImport(join(folder, 'tables'));
  if (plan.problems.length > 0) throw new Error(JSON.stringify(plan.problems[0]));
  const planSeconds = Number(((performance.now() - started) / 1000).toFixed(1));
  meter = measured();
  const result = await runImport(plan, ledger, record, { parallel: UNDER_WAY });
  await gate;
  if (result.refusedTotal > 0) throw new Error(JSON.stringify(result.refused[0]));
  return { facts: result.recorded.total, planSeconds, rounds };
}

/** A clock of the wall and of the processor, from here on. */
function measured() {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  return (count) => {
    const { user, system } = process.cpuUsage(cpu);
    const perSecond = Math.round((count / (performance.now() - wall)) * 1000);
    return { perSecond, cpuMicroseconds: Math.round((user + system) / count) };
  };
}

/** Appends of one event within a time, each of the many under way to a stream of its own: how many. */
async function appendRate(store, ms) {
  const started = performance.now();
  let appends = 0;
  await Promise.all(
    Array.from({ length: UNDER_WAY }, async () => {
      const stream = `meeting-${newId()}`;
      for (; performance.now() - started < ms; appends += 1) await store.append(stream, [event()], 'any');
    }),
  );
  return appends;
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

