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

function opening({ made, quick, machine, node, server, versions, minutes }) {
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
    'A cell is the median, and in brackets the first and the third quartile.',
    '',
  ];
}

/** Median with quartiles, as a cell. */
export function cell(values, unit = '') {
  if (values.length === 0) return NONE;
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => words(quantile(values, share)));
  return values.length === 1 ? `${middle}${unit}` : `${middle}${unit} (${low}–${high})`;
}

export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

function words(value) {
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

function answers(of) {
  const rows = DRIVERS.filter(({ name }) => of(name, 'answers').length > 0).map(({ name, says }) => {
    const ms = (what) => cell(of(name, 'answers').map((sample) => sample[what]));
    return [says, ...['parse', 'state', 'readAndState', 'scorecard', 'readAndScorecard'].map(ms)];
  });
  const [sample] = of('throughline-embedded', 'answers');
  const served = ['scorecard', 'board', 'timeline'].map((what) => {
    const times = of('throughline-embedded', `served ${what}`);
    return [what, ...[0.5, 0.95].map((share) => words(quantile(times, share)))];
  });
  const [{ facts, factsPerSecond, rounds, appendsPerSecond, percentOfAppend }] = of('throughline-embedded', 'import');
  const megabytes = Math.max(...rounds.map((round) => round.megabytes));
  return [
    `## Answers about a partnership of ${sample.events.toLocaleString('en')} events, in milliseconds`,
    '',
    'State: the partnership and every commitment in a view of a day. Scorecard: the quarter in which all of them fall due, its bytes,',
    'and four earlier quarters as known then and now.',
    '',
    ...table(['', 'parse the events', 'state', 'read and state', 'scorecard', 'read and scorecard'], rows),
    'Over HTTP, from `throughline start` on the embedded engine:',
    '',
    ...table(['', 'p50', 'p95'], served),
    `Import on the embedded engine: ${words(facts)} dated facts at ${words(factsPerSecond)} a second with ${megabytes} MB, beside`,
    `${words(appendsPerSecond)} appends a second in the same run with as many under way: ${percentOfAppend} %.`,
    '',
  ];
}

function growth(of) {
  return [
    '## How cost grows',
    '',
    'One ledger grows; at each size it is read and its timeline rebuilt. The answers are about one partnership in it, the',
    'largest there is, of 10,000 events at most: they cost what it holds, not what the ledger holds.',
    '',
    ...DRIVERS.filter(({ name }) => of(name, 'growth').length > 0).flatMap(({ name, says }) => [
      `### ${says}`,
      '',
      ...table(
        ['events', 'appended/s', 'read/s', 'rebuilt/s', 'events of the partnership', 'state, ms', 'scorecard, ms'],
        of(name, 'growth').map((at) => [
          at.events.toLocaleString('en'),
          ...['appendsPerSecond', 'readPerSecond', 'rebuiltPerSecond'].map((rate) => words(at[rate])),
          at.partnershipEvents.toLocaleString('en'),
          words(at.readAndState),
          words(at.readAndScorecard),
        ]),
      ),
    ]),
  ];
}

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
    '- `npm run bench -- --quick` runs all of it small, in about three minutes, and writes elsewhere.',
  ];
}
