// The benchmarks: `npm run bench` measures everything and writes docs/reference/benchmarks.md with its raw samples beside it.
//
//   --quick            small sizes and few rounds, about three minutes: proves that the bench works; writes to a temporary folder
//   --out <folder>     where the table and the samples go
//   --only <part,...>  measures these parts alone (append, read, answers, served, import, growth) and keeps the samples that lie
//                      there of the others: the machine and the versions must be those of the run they are from
//   --grow <n,...>     the sizes at which growth is measured
//
// Nothing here asserts a time. A driver that fails, a peer that does not answer, a figure that is missing: those fail.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../infra/build.mjs';
import { aboutServer, database, dump } from './databases.mjs';
import { DRIVERS, start } from './drivers.mjs';
import { keptBeside, PARTS } from './parts.mjs';
import { about, report } from './report.mjs';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, out: { type: 'string' }, only: { type: 'string' }, grow: { type: 'string' } },
});
const here = fileURLToPath(new URL('.', import.meta.url));

const FULL = { rounds: 5, appendMs: 1_500, commitments: 2_000, answers: 1_000, requests: 40, missedMs: 4_000, facts: 100_000, grow: [1e3, 1e4, 1e5, 1e6] };
const QUICK = { rounds: 2, appendMs: 400, commitments: 100, answers: 100, requests: 5, missedMs: 1_000, facts: 2_000, grow: [1e3] };
const SHAPES = [
  { writers: 1, size: 1 },
  { writers: 16, size: 1 },
  { writers: 1, size: 10 },
  { writers: 16, size: 10 },
];

const sizes = values.quick ? QUICK : FULL;
const grow = values.grow?.split(',').map(Number) ?? sizes.grow;
const samples = [];
const keep = (driver, what, value, shape = {}) => samples.push({ driver, what, ...shape, value });
const began = performance.now();
const step = (name) => process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s: ${name}\n`);

if (process.env.POSTGRES_URL === undefined) throw new Error('the bench needs a server: npm run bench starts one');
const out = values.out ?? (values.quick ? await mkdtemp(join(tmpdir(), 'throughline-benchmarks-')) : 'docs/reference');
const only = values.only?.split(',') ?? Object.keys(PARTS);
await build();
step('installs the peers');
install();
const run = { quick: values.quick === true, sizes, server: await aboutServer() };
// Before anything is measured: what would not fit beside it is said now.
const beside = values.only === undefined ? undefined : keptBeside(join(out, 'benchmarks.ndjson'), only, about({ ...run, seconds: 0 }));
const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
try {
  const parts = { append: appended, read: readBack, answers: answered, served: servedOver, import: importing, growth };
  for (const part of only) await parts[part]();
  const now = about({ ...run, seconds: (performance.now() - began) / 1000 });
  const [made, all] = beside === undefined ? [now, samples] : beside(samples, now);
  await writeFile(join(out, 'benchmarks.ndjson'), `${[made, ...all].map((line) => JSON.stringify(line)).join('\n')}\n`);
  const text = report(all, made);
  await writeFile(join(out, 'benchmarks.md'), text);
  step(`wrote ${join(out, 'benchmarks.md')}`);
  process.stdout.write(text);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** A process and a fresh database for each of these, closed when the work is done. */
async function withEach(drivers, suffix, work) {
  const running = [];
  for (const driver of drivers) running.push({ ...driver, place: await placeOf(`${driver.name}${suffix}`, driver.on) });
  for (const driver of running) driver.process = await start(driver, driver.place);
  const each = async (asked, how, take) => {
    for (const { name, process } of running) take(name, await process.ask(asked, how));
  };
  await work(each, running);
  for (const driver of running) await driver.process.close();
}

/** Peers and floors beside the ledger: rounds of all of them interleaved, so that what else the machine does meets each alike. */
async function appended() {
  await withEach(DRIVERS, '', async (each, running) => {
    step('append: warming up');
    await each('append', { writers: 16, size: 1, ms: 300 }, () => undefined);
    for (let round = 0; round < sizes.rounds; round += 1) {
      step(`append: round ${round + 1} of ${sizes.rounds}`);
      for (const shape of SHAPES) await each('append', { ...shape, ms: sizes.appendMs }, (name, value) => keep(name, 'append', value, shape));
    }
    step('correctness');
    await each('missed', { ms: sizes.missedMs }, (name, value) => keep(name, 'missed', value));
    await each('duplicated', {}, (name, value) => keep(name, 'duplicated', value));
    await each('doubleCreate', {}, (name, value) => keep(name, 'double-create', value));
    for (const driver of running) await restored(driver);
  });
}

/** Reading and rebuilding: fresh databases with one history in each. */
async function readBack() {
  await withEach(DRIVERS, '-read', async (each) => {
    step('loads a history');
    await each('load', { commitments: sizes.commitments }, (name, value) => keep(name, 'loaded', value));
    await each('rebuild', {}, () => undefined);
    await each('readAll', {}, () => undefined);
    for (let round = 0; round < sizes.rounds; round += 1) {
      step(`read all, rebuild: round ${round + 1} of ${sizes.rounds}`);
      await each('readAll', {}, (name, value) => keep(name, 'read all', value));
      await each('rebuild', {}, (name, value) => value !== undefined && keep(name, 'rebuild', value));
    }
  });
}

async function answered() {
  await withEach(DRIVERS.filter(isLedger), '-answers', async (each) => {
    step('answers: warming up');
    await each('answering', { commitments: sizes.answers }, () => undefined);
    for (let round = 0; round < sizes.rounds; round += 1) {
      step(`answers: round ${round + 1} of ${sizes.rounds}`);
      await each('answering', { commitments: sizes.answers }, (name, value) => keep(name, 'answers', value));
    }
  });
}

async function servedOver() {
  const { served } = await import('./served.mjs');
  step('answers over HTTP');
  for (const [what, times] of Object.entries(await served({ commitments: sizes.answers, requests: sizes.requests })))
    for (const ms of times) keep('throughline-embedded', `served ${what}`, ms);
}

async function importing() {
  step('import');
  keep('throughline-embedded', 'import', JSON.parse(node([join(here, 'import.mjs'), String(sizes.facts)]).trim().split('\n').at(-1)));
}

async function growth() {
  for (const driver of DRIVERS.filter(isLedger)) {
    const process = await start(driver, await placeOf(`${driver.name}-grown`, driver.on));
    for (const to of grow) {
      step(`growth: ${driver.says} to ${to} events`);
      keep(driver.name, 'growth', await process.ask('growing', { to }));
    }
    await process.close();
  }
}

function isLedger({ name }) {
  return name.startsWith('throughline');
}

async function placeOf(name, on) {
  return on === 'folder' ? { folder: join(folder, name) } : { url: await database(name.replaceAll('-', '_')) };
}

/** Dumped and restored into another cluster (the embedded ledger: its database made again from the journal). */
async function restored({ name, module, open, on, place, process: running, says }) {
  if (name === 'plain-embedded') return;
  step(`restore: ${says}`);
  const before = await running.ask('inOrder');
  let after;
  if (on === 'folder') after = await running.ask('restore');
  else {
    const file = join(folder, `${name}.sql`);
    dump(place.url, file);
    after = inAnotherCluster({ name, module, open, file });
  }
  const lost = before.length - after.length;
  keep(name, 'restore', { events: before.length, lost, inOrder: before.every((id, n) => id === after[n]) && lost === 0 });
}

function inAnotherCluster(asked) {
  const out = join(folder, `${asked.name}.ids`);
  node(['infra/local/postgres.mjs', 'run', '--', process.execPath, join(here, 'restored.mjs'), JSON.stringify({ ...asked, out })]);
  return JSON.parse(readFileSync(out, 'utf8'));
}

function node(args) {
  const done = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] });
  if (done.status !== 0) throw new Error(`${args.join(' ')} ended with ${done.status}`);
  return done.stdout;
}

/** The peers have a package and a lock of their own: nothing of them is in the product. */
function install() {
  const peers = join(here, 'peers');
  const installed = statSync(join(peers, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  if (installed !== undefined && installed.mtimeMs > statSync(join(peers, 'package-lock.json')).mtimeMs) return;
  const options = { cwd: peers, encoding: 'utf8', shell: process.platform === 'win32' };
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  if (done.status !== 0) throw new Error(`the peers could not be installed: ${done.stderr}`);
}
