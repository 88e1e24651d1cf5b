import { median, quantile } from './report.mjs';

/** What is wanted, what was measured, and by how much it is missed. */
export function targets(of) {
  const append = (driver, writers) => median(of(driver, 'append', { writers, size: 1 }));
  const rate = (driver, what) => median(of(driver, what).map(({ perSecond }) => perSecond));
  const answer = (driver, what) => median(of(driver, 'answers').map((sample) => sample[what]));
  const p95 = quantile(of('throughline-embedded', 'served scorecard after a write'), 0.95);
  const [{ percentOfAppend, factsPerSecond }] = of('throughline-embedded', 'import');
  const rows = [
    atLeast('append, 16 writers, PostgreSQL, to Emmett', append('throughline-server', 16) / append('emmett', 16), 4, times, WHY.together),
    atLeast('append, 16 writers, PostgreSQL, to the floor', append('throughline-server', 16) / append('plain-server', 16), 0.5, percent, WHY.together),
    atLeast('append, 1 writer, PostgreSQL, to Emmett', append('throughline-server', 1) / append('emmett', 1), 1.5, times, WHY.alone),
    ...['server', 'embedded'].flatMap((on) => [
      atLeast(`rebuild, ${on}, to plain SQL`, rate(`throughline-${on}`, 'rebuild') / rate(`plain-${on}`, 'rebuild'), 0.5, percent, WHY.rebuild),
      atLeast(`read all, ${on}, to SELECT and JSON.parse`, rate(`throughline-${on}`, 'read all') / rate(`plain-${on}`, 'read all'), 0.6, percent, WHY.read[on]),
      atMost(`as-of state, ${on}, read and answered, to the parse of its events`, answer(`throughline-${on}`, 'readAndState') / answer(`throughline-${on}`, 'parse'), 3, times, WHY.state[on]),
    ]),
    atMost('scorecard of a quarter, served after a write, p95', p95, 250, (ms) => `${Math.round(ms)} ms`, WHY.scorecard),
    atLeast('import, embedded, to the appends of 16 writers', factsPerSecond / append('throughline-embedded', 16), 0.4, percent, WHY.imported),
    atLeast('import, embedded, to appends with as many under way', percentOfAppend / 100, 0.4, percent, WHY.imported),
  ];
  return ['## Targets', '', '| what | wanted | measured | |', '| --- | --- | --- | --- |', ...rows, ''];
}

/** What the ledger does there that the other does not: said where a target is missed. */
const WHY = {
  together: 'each append is judged by the revision it names, numbered without a gap and answered on its own',
  alone: 'one writer alone waits for one statement and one flush, here as there',
  rebuild: 'each batch commits with its checkpoint, facts are put in their latest words, and the result is compared with what serves',
  read: {
    server: 'each page counts its events against the end of the log, and each event bears its place and instant',
    embedded: 'the database runs in a thread of its own: rows are handed over, and the process stays free meanwhile',
  },
  state: {
    server: 'the events are fetched and parsed, and then put in the order of their facts, folded and judged as of the day',
    embedded: 'the rows are handed over from the thread of the database and parsed, and then put in the order of their facts, folded and judged as of the day',
  },
  scorecard: 'the answer holds the quarter and four earlier ones, each as known then and now',
  imported: 'each fact is a command: its stream is read, its rules are asked, and only then is it appended',
};

const percent = (share) => `${Math.round(share * 100)} %`;
const times = (factor) => `${factor.toFixed(1)} x`;

function atLeast(what, measured, wanted, say, why) {
  if (Number.isNaN(measured)) return unmeasured(what, `at least ${say(wanted)}`);
  const verdict = measured >= wanted ? 'met' : `missed by ${percent(1 - measured / wanted)}: ${why}`;
  return `| ${what} | at least ${say(wanted)} | ${say(measured)} | ${verdict} |`;
}

function atMost(what, measured, wanted, say, why) {
  if (Number.isNaN(measured)) return unmeasured(what, `at most ${say(wanted)}`);
  const verdict = measured <= wanted ? 'met' : `missed by ${percent(measured / wanted - 1)}: ${why}`;
  return `| ${what} | at most ${say(wanted)} | ${say(measured)} | ${verdict} |`;
}

function unmeasured(what, wanted) {
  return `| ${what} | ${wanted} | – | not measured in this run |`;
}
