import { cpus, platform, release, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import { DRIVERS } from './drivers.mjs';
import { targets } from './targets.mjs';

const NONE = '–';

/** The first line of the samples. */
export function about(run) {
  const peer = (name) => version(`./peers/node_modules/${name}/package.json`);
  return aboutRun(run, {
    throughline: version('../../package.json'),
    pglite: version('../../node_modules/@electric-sql/pglite/package.json'),
    pg: version('../../node_modules/pg/package.json'),
    emmett: peer('@event-driven-io/emmett-postgresql'),
    messageDb: peer('@eventide/message-db'),
  });
}

/** The machine, the versions, the day: what every page of benchmarks says of its run. */
export function aboutRun({ quick, sizes, seconds, server }, versions) {
  return {
    made: new Date().toISOString().slice(0, 10),
    quick,
    sizes,
    minutes: Math.round(seconds / 6) / 10,
    machine: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}`,
    node: process.version,
    server,
    versions,
  };
}

/** The version a package.json names, by its path from this folder. */
export function version(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version;
}

/** @param samples as they were kept; the page is worked out from nothing else */
export function report(samples, made) {
  const of = (driver, what, shape = {}) =>
    samples
      .filter((sample) => sample.driver === driver && sample.what === what && Object.entries(shape).every(([key, value]) => sample[key] === value))
      .map(({ value }) => value);
  return [
    ...opening(made),
    ...targets(of, made).flatMap((lines) => lines),
    ...appending(of),
    ...reading(of),
    ...correctness(of),
    ...answers(of),
    ...growth(of),
    ...how(made),
    '',
  ].join('\n');
}

function opening({ made, quick, machine, node, server, versions, minutes, again = [] }) {
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`; every sample is kept beside it in `benchmarks.ndjson`.',
    ...(quick ? ['', '**A quick run: its sizes are too small to compare anything.** It shows that the bench works.'] : []),
    '',
    `Measured on ${made} in ${minutes} minutes: ${machine}; Node ${node}; PostgreSQL ${server.version} (fsync ${server.fsync},`,
    `synchronous_commit ${server.synchronousCommit}); PGlite ${versions.pglite}; pg ${versions.pg}; Throughline ${versions.throughline};`,
    `\`@event-driven-io/emmett-postgresql\` ${versions.emmett}; message-db ${versions.messageDb}.`,
    '',
    ...again.map((run) => `Measured again by itself on ${run.made}, in ${run.minutes} minutes: ${run.parts.join(', ')}.`),
    ...(again.length === 0 ? [] : ['']),
    'A cell is the median, and in brackets the first and the third quartile.',
    '',
  ];
}

/** Median with quartiles, as a cell; a dash where nothing was measured. */
export function cell(measured, unit = '') {
  const values = listed(measured);
  if (values.length === 0) return NONE;
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => words(quantile(values, share)));
  return values.length === 1 ? `${middle}${unit}` : `${middle}${unit} (${low}–${high})`;
}

/** Samples as a list, without what a run did not measure. */
function listed(measured) {
  return [measured].flat().filter((value) => value !== undefined);
}

/** @returns NaN where there are no values */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

function words(value) {
  if (Number.isNaN(value)) return NONE;
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

function table(head, rows) {
  return [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows.map((row) => `| ${row.join(' | ')} |`), ''];
}

function appending(of) {
  const shapes = [
    [1, 1],
    [16, 1],
    [1, 10],
    [16, 10],
  ];
  return [
    '## Appends per second',
    '',
    'Every writer has a stream of its own, names the revision it expects, and waits for its answer. The floor is one caller',
    'that inserts the events of all writers with one statement and checks nothing.',
    '',
    ...table(
      ['', ...shapes.map(([writers, size]) => `${writers} ${writers === 1 ? 'writer' : 'writers'}, ${size} ${size === 1 ? 'event' : 'events'}`)],
      DRIVERS.map(({ name, says }) => [says, ...shapes.map(([writers, size]) => cell(of(name, 'append', { writers, size })))]),
    ),
  ];
}

function reading(of) {
  const rate = (name, what) => {
    const [there] = of(name, 'loaded');
    const least = Math.min(...of(name, what).map(({ events }) => events));
    const incomplete = Number.isFinite(least) && least < there ? `, only ${least.toLocaleString('en')} of ${there.toLocaleString('en')} events` : '';
    return `${cell(of(name, what).map(({ perSecond }) => perSecond))}${incomplete}`;
  };
  const [sample] = of('throughline-server', 'read all');
  return [
    '## Reading all, and rebuilding a projection: events per second',
    '',
    `${sample.events.toLocaleString('en')} events, those of a stream spread over the log. The projection is the timeline, a row for each event`,
    'with three indexes; each peer fills the same table by its own means, the floor in one transaction. The ledger builds it',
    'beside the one that serves, in transactions that hold their checkpoint, and compares the two before it switches.',
    '',
    ...table(
      ['', 'read all', 'rebuild'],
      DRIVERS.map(({ name, says }) => [says, rate(name, 'read all'), rate(name, 'rebuild')]),
    ),
  ];
}

function correctness(of) {
  const one = (name, what, say) => (of(name, what).length === 0 ? NONE : say(of(name, what)[0]));
  return [
    '## What is kept while it is fast',
    '',
    '| column | measures |',
    '| --- | --- |',
    '| missed | of what 16 writers append, what a reader that follows them never gets, and what it gets twice |',
    '| duplicated | a caller that heard no answer appends the same again, knowing no revision: how often it then stands twice |',
    '| double-create | two callers create one stream at once, each only if it is not there: how often both are told yes |',
    '| restore | dumped, restored into another cluster (embedded: made again from the journal), read: lost, and in the same order |',
    '',
    ...table(
      ['', 'missed', 'duplicated', 'double-create', 'restore'],
      DRIVERS.map(({ name, says }) => [
        says,
        one(name, 'missed', ({ missed, twice, appended }) => `${missed} of ${appended}${twice === 0 ? '' : `, ${twice} twice`}`),
        one(name, 'duplicated', ({ twice, repeated }) => `${twice} of ${repeated}`),
        one(name, 'double-create', ({ both, pairs }) => `${both} of ${pairs}`),
        one(name, 'restore', ({ lost, events, inOrder }) => `${lost} of ${events} lost${inOrder ? '' : ', order changed'}`),
      ]),
    ),
  ];
}

const SERVED = ['scorecard', 'state', 'board', 'timeline'];

function answers(of) {
  const rows = DRIVERS.filter(({ name }) => of(name, 'answers').length > 0).map(({ name, says }) => {
    const ms = (what) => cell(of(name, 'answers').map((sample) => sample[what]));
    return [says, ...['parse', 'read', 'state', 'readAndState', 'scorecard', 'readAndScorecard'].map(ms)];
  });
  const [sample] = of('throughline-embedded', 'answers');
  const served = SERVED.map((what) => {
    const times = (when) => of('throughline-embedded', `served ${what} ${when}`);
    return [what, ...['after a write', 'again'].flatMap((when) => [0.5, 0.95].map((share) => words(quantile(times(when), share))))];
  });
  const [{ facts, factsPerSecond, rounds, appendsPerSecond, percentOfAppend }] = of('throughline-embedded', 'import');
  const megabytes = rounds.map((round) => round.megabytes);
  return [
    `## Answers about a partnership of ${sample.events.toLocaleString('en')} events, in milliseconds`,
    '',
    'State: what its route answers, the partnership and everything in it as of a day, and what is broken in it. Scorecard: the quarter',
    'in which all of its commitments fall due, its bytes, and four earlier quarters as known then and now.',
    '',
    ...table(['', 'parse the events', 'read', 'state', 'read and state', 'scorecard', 'read and scorecard'], rows),
    'Over HTTP, from `throughline start` on the embedded engine: right after a fact was recorded in that partnership, so that nothing',
    'kept from an answer before can be the answer, and the same question again.',
    '',
    ...table(['', 'after a write, p50', 'p95', 'again, p50', 'p95'], served),
    `Import on the embedded engine: ${words(facts)} dated facts at ${words(factsPerSecond)} a second, beside`,
    `${words(appendsPerSecond)} appends a second in the same run with as many under way: ${percentOfAppend} %. The process, which does both and holds`,
    `the database, had ${megabytes[0]} MB after the first tenth and at most ${Math.max(...megabytes)} MB; what an import itself keeps is in`,
    '[Importing tables](import.md#memory).',
    '',
  ];
}

function growth(of) {
  const grown = DRIVERS.filter(({ name }) => of(name, 'growth').length > 0);
  return [
    '## How cost grows',
    '',
    'One ledger grows; at each size it is read and its timeline rebuilt. The answers are about one partnership in it, the',
    'largest there is, of 10,000 events at most. Its first read comes right after the rebuild, while the memory of the database (128 MB',
    'of the embedded engine, of which an event takes 1.5 kB) is full of what that wrote.',
    '',
    ...grown.flatMap(({ name, says }) => [
      `### ${says}`,
      '',
      ...table(
        ['events', 'appended/s', 'read/s', 'rebuilt/s', 'events of the partnership', 'first read, ms', 'read, ms', 'read and state, ms', 'read and scorecard, ms'],
        of(name, 'growth').map((at) => [
          at.events.toLocaleString('en'),
          ...['appendsPerSecond', 'readPerSecond', 'rebuiltPerSecond'].map((rate) => words(at[rate])),
          at.partnershipEvents.toLocaleString('en'),
          ...['firstRead', 'read', 'readAndState', 'readAndScorecard'].map((what) => cell(at[what])),
        ]),
      ),
      ...grew(of(name, 'growth')),
    ]),
  ];
}

/** What the sizes say, where the same partnership was asked about at two of them. */
function grew(sizes) {
  const last = sizes.at(-1);
  const first = sizes.find(({ partnershipEvents }) => partnershipEvents === last.partnershipEvents);
  if (first === last) return [];
  const grown = (what) => {
    const [least, most] = [first, last].map((at) => median(listed(at[what])));
    return Number.isNaN(most / least) ? [] : [`${GROWS[what]} ${(most / least).toFixed(1)} times`];
  };
  return [
    `From ${first.events.toLocaleString('en')} to ${last.events.toLocaleString('en')} events, with the same partnership asked about:`,
    `${Object.keys(GROWS).flatMap(grown).join(', ')}.`,
    '',
  ];
}

/** What is compared between two sizes of a ledger, as the sentence below its table says it: how many times as much it came to. */
const GROWS = {
  readPerSecond: 'events read in a second',
  rebuiltPerSecond: 'events rebuilt in a second',
  firstRead: 'the first read of the partnership after the rebuild',
  read: 'a read after that',
  readAndState: 'read and state',
  readAndScorecard: 'read and scorecard',
};

function how({ sizes }) {
  return [
    '## How it was made',
    '',
    '- `npm run bench` starts a PostgreSQL server of its own with fsync on, and installs the peers from their own lock.',
    `- A process and a database for each; ${sizes.rounds} rounds of everything, each round asks one after the other, so that what else the`,
    '  machine does meets each of them alike. Loads before the first round are not counted.',
    `- An append round lasts ${sizes.appendMs} ms. Defaults everywhere: connections, batch sizes and polling as each brings them; readers that`,
    '  poll do so every 10 ms and take 1,000 events at a time (100 where they follow).',
    '- message-db reads by category, so its events lie in one; it appends several events with a call each in one transaction.',
    '- Plain SQL is a floor, not a ledger: its correctness columns show what the speed leaves out.',
    '- `npm run bench -- --quick` runs all of it small, in about three minutes, and writes elsewhere; `--only answers,served` measures',
    '  parts again and keeps the samples of the others.',
  ];
}
