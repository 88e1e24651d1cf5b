import { readFileSync } from 'node:fs';
import { aboutRun, cell, median, quantile, version } from './report.mjs';

const TARGET = 0.7;

/** The first line of the samples. */
export function about(run) {
  const pom = readFileSync(new URL('../../infra/local/kafka/pom.xml', import.meta.url), 'utf8');
  return aboutRun(run, {
    throughline: version('../../package.json'),
    kafkajs: version('../../node_modules/kafkajs/package.json'),
    pg: version('../../node_modules/pg/package.json'),
    kafka: /<artifactId>kafka_[\d.]+<\/artifactId>\s*<version>([^<]+)</.exec(pom)[1],
  });
}

/** @param samples as they were kept; the page is worked out from nothing else */
export function report(samples, made) {
  const of = (what, shape = {}) =>
    samples
      .filter((sample) => sample.what === what && Object.entries(shape).every(([key, value]) => sample[key] === value))
      .map(({ value }) => value);
  return [...opening(made), ...telling(of), ...folding(samples), ...commands(of), ...latencies(of), ...how(made), ''].join('\n');
}

function opening({ made, quick, machine, node, server, versions, minutes }) {
  return [
    '# Benchmarks of the services',
    '',
    'Written by `npm run bench:engines`; every sample is kept beside it in `benchmarks-engines.ndjson`. The store alone, beside',
    'others: [benchmarks](benchmarks.md).',
    ...(quick ? ['', '**A quick run: its sizes are too small to compare anything.** It shows that the bench works.'] : []),
    '',
    `Measured on ${made} in ${minutes} minutes: ${machine}; Node ${node}; PostgreSQL ${server.version} (fsync ${server.fsync},`,
    `synchronous_commit ${server.synchronousCommit}); Apache Kafka ${versions.kafka}, one broker; kafkajs ${versions.kafkajs}; pg ${versions.pg};`,
    `Throughline ${versions.throughline}. Engines, services and whoever asks them share its processors.`,
    '',
    'A cell is the median, and in brackets the first and the third quartile.',
    '',
  ];
}

function telling(of) {
  const [relay, plain] = [of('relay'), of('producer')];
  const share = median(relay) / median(plain);
  const percent = (of) => `${Math.round(of * 100)} %`;
  const verdict = share >= TARGET ? 'met' : `missed by ${percent(1 - share / TARGET)}`;
  return [
    '## Telling Kafka: messages per second',
    '',
    'The relay reads the log from PostgreSQL, makes the messages, sends them, and moves its checkpoint behind each batch that every',
    'in-sync replica has. The plain producer of kafkajs sends the very same messages, ready in memory as the texts that the relay hands',
    'over, as many at a time, with the same acknowledgement, and remembers nothing. Both are as fast as one thread: that of the relay',
    'also reads the rows, parses them, makes the messages, and waits for the checkpoint.',
    '',
    `| ${['messages', 'relay', 'plain producer', 'share', `wanted: at least ${percent(TARGET)}`].join(' | ')} |`,
    '| --- | --- | --- | --- | --- |',
    `| ${[of('messages')[0].toLocaleString('en'), cell(relay), cell(plain), percent(share), verdict].join(' | ')} |`,
    '',
  ];
}

function folding(samples) {
  return [
    '## A read model in partitions',
    '',
    'The board of commitments taken in from the start of the log, and built anew beside the one that serves; in brackets beside each',
    'figure its quartiles, and how many times it is one partition in one process.',
    '',
    ...partitionsTable(samples),
  ];
}

/** A table with medians and quartiles, and how many times as fast as one partition in one process. */
function partitionsTable(samples) {
  const of = (what, shape) =>
    samples
      .filter((sample) => sample.what === what && sample.processes === shape.processes && sample.partitions === shape.partitions)
      .map(({ value }) => value);
  const row = (says, what, processes) => {
    const base = median(of(what, { processes: 1, partitions: 1 }));
    const cells = [1, 2, 4].map((partitions) => {
      const values = of(what, { processes, partitions });
      return `${cell(values)}, ${(median(values) / base).toFixed(2)} x`;
    });
    return `| ${[says, ...cells].join(' | ')} |`;
  };
  return [
    '| events per second | 1 partition | 2 partitions | 4 partitions |',
    '| --- | --- | --- | --- |',
    row('catch-up, one process', 'catch-up', 1),
    row('catch-up, two processes', 'catch-up', 2),
    row('rebuild, one process', 'rebuild in partitions', 1),
    '',
  ];
}

function commands(of) {
  const [one, two] = [1, 2].map((processes) => of('commands', { processes }));
  return [
    '## Commands per second over HTTP',
    '',
    'Sixteen clients register organizations and wait for each answer: at one `ledger`, and shared out to two on one database.',
    '',
    '| one process | two processes | |',
    '| --- | --- | --- |',
    `| ${cell(one)} | ${cell(two)} | ${(median(two) / median(one)).toFixed(2)} x |`,
    '',
  ];
}

function latencies(of) {
  const rows = ['answered', 'in the read model', 'on the topic'].map((until) => {
    const values = of('latency', { until });
    return `| ${[until, ...[0.5, 0.99].map((share) => quantile(values, share).toFixed(1)), values.length.toLocaleString('en')].join(' | ')} |`;
  });
  return [
    '## From a command to everybody: milliseconds',
    '',
    'From sending a command to `ledger`, one at a time: until it is answered; until `queries` answers with it, asked with `atLeast`,',
    'from what `projector` has folded; until a consumer has its message from `relay`.',
    '',
    '| until it is | p50 | p99 | commands |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

function how({ sizes }) {
  return [
    '## How it was made',
    '',
    '- `npm run bench:engines` starts a PostgreSQL server with fsync on and a Kafka broker of its own; Java 17 and Maven must be there.',
    `- ${sizes.rounds} rounds of each comparison, each asking one after the other, so that what else the machine does meets each alike.`,
    '  Rounds that only warm programs up are not counted.',
    '- Topics with 12 partitions, new for each round; a round includes connecting. Defaults everywhere else.',
    '- `npm run bench:engines -- --quick` runs all of it small and writes elsewhere.',
  ];
}
