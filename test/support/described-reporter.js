import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** What comes before a route or from beneath it, from the same few lines for all of them: met on one, it is met for each. */
const ALIKE = new Set(['409', '413', '429', '500', '503']);

/** End-to-end suites of other runs: on a PostgreSQL server, as commands are typed. */
const ELSEWHERE = /\.(typed|postgres)\.spec\.ts$/;

/**
 * After a run of all end-to-end suites, names every route and status that is described and was never met, and fails. A run of
 * some files or tests that somebody chose is not judged, nor one of other suites alone. Any other must have had every end-to-end
 * suite: else one that is not started any more would switch this off, and nobody would be told.
 */
export default class DescribedReporter {
  #filesChosen;
  #testsChosen;
  #faults = [];
  #folder = '';

  constructor({ testPathPatterns, testNamePattern, findRelatedTests, onlyChanged, onlyFailures, shard }) {
    this.#filesChosen = testPathPatterns.isSet() || [findRelatedTests, onlyChanged, onlyFailures, shard].some(Boolean);
    this.#testsChosen = Boolean(testNamePattern);
  }

  onRunStart() {
    // Each spec file leaves there what it met: see witness.ts. Workers are started after this, and know it by name.
    this.#folder = mkdtempSync(join(tmpdir(), 'throughline-met-'));
    process.env.THROUGHLINE_MET = this.#folder;
  }

  onRunComplete(_contexts, { testResults }) {
    const ran = new Set(testResults.map(({ testFilePath }) => basename(testFilePath)));
    const suites = readdirSync('test/e2e').filter((name) => name.endsWith('.spec.ts') && !ELSEWHERE.test(name));
    const met = new Set(readdirSync(this.#folder).flatMap((name) => readFileSync(join(this.#folder, name), 'utf8').split('\n')));
    rmSync(this.#folder, { recursive: true });
    const absent = suites.filter((name) => !ran.has(name));
    const isOfOthers = suites.length > 0 && absent.length === suites.length;
    if (this.#testsChosen || (absent.length > 0 && (this.#filesChosen || isOfOthers))) return;
    this.#faults = [
      ...(suites.length === 0 ? ['there is no end-to-end suite'] : []),
      ...absent.map((name) => `an end-to-end suite did not run: ${name}`),
      ...neverMet(met).map((pair) => `described and never met: ${pair}`),
    ];
    for (const fault of this.#faults) process.stderr.write(`${fault}\n`);
    process.stdout.write(`${met.size} routes and statuses met\n`);
  }

  getLastError() {
    return this.#faults.length > 0 ? new Error('what is described was not met') : undefined;
  }
}

function neverMet(met) {
  const metAnywhere = new Set([...met].map((pair) => pair.split(' ')[1]));
  const { paths } = JSON.parse(readFileSync('libs/http/src/openapi/openapi.json', 'utf8'));
  const operations = Object.values(paths).flatMap((verbs) => Object.values(verbs));
  const described = operations.flatMap(({ operationId, responses }) =>
    Object.keys(responses).map((status) => ({ status, pair: `${operationId} ${status}` })),
  );
  const isMet = ({ status, pair }) => (ALIKE.has(status) ? metAnywhere.has(status) : met.has(pair));
  return described.filter((its) => !isMet(its)).map(({ pair }) => pair);
}
