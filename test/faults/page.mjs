/** The page of figures, from what was kept of the runs. A test compares it with docs/reference/faults.md. */
export function pageOf(figures) {
  const counted = ({ counts }) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count.toLocaleString('en')}`)
      .join(', ');
  const table = (of) => [
    '| fault | figures | seconds | size, day |',
    '| --- | --- | --- | --- |',
    ...of.map((figure) => {
      const name = figure.guard === undefined ? figure.fault : `${figure.fault}, without ${figure.guard}`;
      return `| ${name} | ${counted(figure)} | ${figure.seconds} | ${figure.size}, ${figure.date} |`;
    }),
  ];
  const machines = [...new Set(figures.map(({ machine }) => machine))];
  return [
    '# Faults',
    '',
    'What was done to the program on purpose, and what came of it. Lost: acknowledged, and not there. Doubled: there twice. A kill is',
    '`kill -9` of the real process. Of topics: lost is what was recorded and no message tells; repeated, what was told again, which a',
    'consumer drops; disordered, streams of which an event was told before an earlier one. Each row is of the last run of that fault,',
    'at the size and on the day that it says.',
    '',
    'Harmless by proof: damage that `doctor` does not name, after which the ledger, opened as it lies, holds byte for byte what it held,',
    'with read models as a rebuild makes them. It happens only to a ledger that was not closed in order: of one closed in order every file',
    'has its checksum. There it lies in what nothing reads of the database (the databases that PostgreSQL keeps to copy new ones from, maps',
    'of free room, caches), in pages that the next start writes anew from the write-ahead log, or in whole last lines of the journal, which',
    'that start writes anew from the database.',
    '',
    ...table(figures.filter(({ guard }) => guard === undefined)),
    '',
    '## Controls',
    '',
    'The same with one named guard switched off: it must show the loss that the guard prevents. Some try a few rounds until chance',
    'shows it.',
    '',
    ...table(figures.filter(({ guard }) => guard !== undefined)),
    '',
    '## Again',
    '',
    '| command | does |',
    '| --- | --- |',
    '| `npm run test:faults` | every fault at full size |',
    '| `npm run test:faults -- postgres.fault` | one file of them: api, damage, embedded, full-disk, move, paused, postgres, projector, silent, together |',
    '| `npm run test:engines` | those of Kafka, EventStoreDB and the services on real engines, which it starts, with all else that needs them |',
    '| `npm run test:engines -- test/engines/leader` | one file of them: broker-away, esdb-cut, leader, one-of-three, postgres-killed, relay-killed, topics |',
    '| `FAULT_SIZE=small npm run test:faults` | fewer rounds of the same code, as CI does |',
    '| `FAULT_SEED=<seed> npm run test:faults` | the rounds of a run again: it prints its seed |',
    '| `FAULT_PAGE=write npm run test:faults` | writes this page, with `test:engines` its rows |',
    '',
    `Run on: ${machines.join('; ')}. A PostgreSQL server must be installed, and for Kafka Java 17`,
    'and Maven (root on Debian installs them by itself), and root is needed for a small volume of its own; without, the limit of a',
    'file stands for the full disk.',
    '',
    'What to do where such a thing happens: [when something fails](../operations/README.md).',
    '',
  ].join('\n');
}
