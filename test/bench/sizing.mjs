// Works the figures of docs/explanation/sizing.md out of what was measured, between its markers:
//
//   node test/bench/sizing.mjs [--check] [--page <file>]     writes them; with --check exits with 1 where they are stale
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, page: { type: 'string', default: 'docs/explanation/sizing.md' } } });
const BILLION = 1e9;
/** Texts and bookkeeping do not grow with events; these do. */
const LOG = 'events';

const lines = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : []);
const [about, ...stored] = lines('docs/reference/storage.ndjson');
const [machine, ...measured] = lines('docs/reference/benchmarks.ndjson');
const largest = stored.toSorted((a, b) => a.events - b.events).at(-1);

const page = readFileSync(values.page, 'utf8');
const parts = { bytes: bytesOfAnEvent, installations, billion: ofABillion, rates: ratesOf };
const written = page.replace(/<!-- figures: (\w+) -->[\s\S]*?<!-- end -->/g, (_, name) => `<!-- figures: ${name} -->\n${parts[name]()}\n<!-- end -->`);
if (values.check) {
  if (written !== page) {
    process.stderr.write(`${values.page} is stale: run node test/bench/sizing.mjs\n`);
    process.exitCode = 1;
  }
} else writeFileSync(values.page, written);

/** Bytes of the largest run by what takes them, beside those of the smaller ones, so that growth can be seen. */
function bytesOfAnEvent() {
  const rows = [
    ['the event itself', (run) => table(run, LOG)],
    ...[...new Set(largest.relations.filter(({ table, index }) => table === LOG && index !== undefined).map(({ index }) => index))].map((index) => [
      `index \`${index}\``,
      (run) => sum(run.relations.filter((one) => one.index === index)),
    ]),
    ['**the log in PostgreSQL**', (run) => sum(run.relations.filter((one) => one.table === LOG))],
    ...[...new Set(largest.relations.filter(({ table }) => table.startsWith('rm_')).map(({ table }) => table))].map((name) => [
      `read model \`${name.slice(3)}\``,
      (run) => sum(run.relations.filter((one) => one.table === name)),
    ]),
    ['**all read models**', readModels],
    ['a line of the embedded journal', ({ journalBytes, events }) => journalBytes * events],
    ['a message in Kafka, uncompressed, one replica', ({ messageBytes, events }) => messageBytes * events],
  ];
  const head = ['bytes for each event', ...stored.map(({ events }) => `${events.toLocaleString('en')} events`)];
  return [
    `Measured on ${about.made}: PostgreSQL ${about.server}, Node ${about.node}; partnerships of ${about.commitments.toLocaleString('en')} commitments, ten events each.`,
    '',
    ...tableOf(head, rows.map(([says, of]) => [says, ...stored.map((run) => Math.round(of(run) / run.events).toLocaleString('en'))])),
  ].join('\n');
}

/** Bytes multiplied, for installations of four sizes. */
function installations() {
  const log = sum(largest.relations.filter(({ table }) => table === LOG)) / largest.events;
  const models = readModels(largest) / largest.events;
  const rows = [
    ['one partnership', 1e4, 'one process, embedded'],
    ['a network of 100', 1e6, 'one process, embedded; or the services'],
    ['a state, 10^4 partnerships', 1e8, 'the services, one PostgreSQL'],
    ['10^5 partnerships', 1e9, 'below'],
  ];
  return tableOf(
    ['installation', 'events', 'the log', 'read models', 'runs on'],
    rows.map(([says, events, on]) => [says, `10^${Math.log10(events)}`, inWords(log * events), inWords(models * events), on]),
  ).join('\n');
}

function inWords(bytes) {
  const [unit, size] = [['TB', 1e12], ['GB', 1e9], ['MB', 1e6]].find(([, least]) => bytes >= least);
  const many = bytes / size;
  return `${many >= 10 ? Math.round(many) : many.toFixed(1)} ${unit}`;
}

/** The same for 10^9 events, by multiplication: worked out, not measured. */
function ofABillion() {
  const log = sum(largest.relations.filter(({ table }) => table === LOG)) / largest.events;
  const models = readModels(largest) / largest.events;
  const rows = [
    ['the log in PostgreSQL, with its indexes', log],
    ['all read models, one build', models],
    ['all read models while one after the other is rebuilt', models + Math.max(...groups(largest)) / largest.events],
    ['Kafka, replication 3, uncompressed', largest.messageBytes * 3],
  ];
  const hours = ((largest.readModelSeconds / largest.events) * BILLION) / 3600;
  return [
    ...tableOf(['10^9 events', 'TB'], rows.map(([says, bytes]) => [says, ((bytes * BILLION) / 1e12).toFixed(2)])),
    '',
    `Filling all read models took a projector ${largest.readModelSeconds} processor seconds for ${largest.events.toLocaleString('en')} events, the server's own not`,
    `counted: ${Math.round(hours).toLocaleString('en')} processor hours for 10^9.`,
  ].join('\n');
}

/** Rates that the benchmarks measured on PostgreSQL, as they grew. */
function ratesOf() {
  const growth = measured.filter(({ driver, what }) => driver === 'throughline-server' && what === 'growth').map(({ value }) => value);
  if (growth.length === 0) return 'Not measured on this machine yet.';
  const days = (perSecond) => (BILLION / perSecond / 3600).toFixed(1);
  return [
    `Measured on ${machine.made}: ${machine.machine}; PostgreSQL ${machine.server.version}.`,
    '',
    ...tableOf(
      ['events in the log', 'appended/s, 128 at once', 'read/s', 'rebuilt/s (timeline)', 'hours for 10^9 at that rate'],
      growth.map((at) => [at.events, at.appendsPerSecond, at.readPerSecond, at.rebuiltPerSecond].map((n) => Math.round(n).toLocaleString('en')).concat(days(at.rebuiltPerSecond))),
    ),
  ].join('\n');
}

function readModels(run) {
  return sum(run.relations.filter(({ table }) => table.startsWith('rm_')));
}

function groups(run) {
  const names = new Set(run.relations.map(({ table }) => table).filter((name) => name.startsWith('rm_')));
  return [...names].map((name) => sum(run.relations.filter(({ table }) => table === name)));
}

function table(run, name) {
  return sum(run.relations.filter((one) => one.table === name && one.index === undefined));
}

function sum(relations) {
  return relations.reduce((all, { bytes }) => all + bytes, 0);
}

function tableOf(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
}
