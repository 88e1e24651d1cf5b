import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** What comes before a route or from beneath it, from the same few lines for all of them: met on one, it is met for each. */
const ALIKE = new Set(['409', '413', '429', '500', '503']);

/** After a run of all end-to-end suites, names every route and status that is described and was never met, and fails. */
export default class DescribedReporter {
  #missing = [];
  #folder = '';

  onRunStart() {
    // Each spec file leaves there what it met: see witness.ts. Workers are started after this, and know it by name.
    this.#folder = mkdtempSync(join(tmpdir(), 'throughline-met-'));
    process.env.THROUGHLINE_MET = this.#folder;
  }

  onRunComplete(_contexts, { testResults }) {
    const ran = new Set(testResults.map(({ testFilePath }) => basename(testFilePath)));
    const suites = readdirSync('test/e2e').filter((name) => /(?<!\.typed)\.spec\.ts$/.test(name));
    const met = new Set(readdirSync(this.#folder).flatMap((name) => readFileSync(join(this.#folder, name), 'utf8').split('\n')));
    rmSync(this.#folder, { recursive: true });
    if (!suites.every((name) => ran.has(name))) return;
    const metAnywhere = new Set([...met].map((pair) => pair.split(' ')[1]));
    const { paths } = JSON.parse(readFileSync('libs/http/src/openapi/openapi.json', 'utf8'));
    for (const { operationId, responses } of Object.values(paths).flatMap((verbs) => Object.values(verbs)))
      for (const status of Object.keys(responses))
        if (!(ALIKE.has(status) ? metAnywhere.has(status) : met.has(`${operationId} ${status}`)))
          this.#missing.push(`${operationId} ${status}`);
    for (const pair of this.#missing) process.stderr.write(`described and never met: ${pair}\n`);
    process.stdout.write(`${met.size} routes and statuses met\n`);
  }

  getLastError() {
    return this.#missing.length > 0 ? new Error('what is described was not met') : undefined;
  }
}
