// Applies listed small changes, one at a time, to a scratch copy of the pure rooms and runs the specs of the changed room.
// Every change must turn them red: a change that survives names a rule that no test holds.
//
//   npm run test:mutate               all lists in test/mutations
//   npm run test:mutate -- scoring    one list
//
// A list is [{ "name", "file", "find", "replace" }]; `find` must occur exactly once in `file`. `"specs"` narrows the run.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rooms = ['kernel', 'domain', 'scoring'];
const workers = 2;

/** A copy of everything the specs of the pure rooms need. */
function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'mutations-'));
  for (const room of rooms) cpSync(join(root, 'libs', room), join(folder, 'libs', room), { recursive: true });
  for (const file of ['package.json', 'jest.config.js', '.swcrc']) cpSync(join(root, file), join(folder, file));
  cpSync(join(root, 'docs', 'reference'), join(folder, 'docs', 'reference'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Runs specs; says how many tests failed and whether a file could not be run at all. */
function specs(folder, paths) {
  const outputFile = join(folder, 'result.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const options = ['--rootDir', folder, '--reporters=default', '--runInBand', '--silent', '--watchman=false'];
  // Cases worked out by hand must catch a change: what random histories happen to find is left out.
  options.push('--testPathIgnorePatterns=properties|walks', '--json', `--outputFile=${outputFile}`, '--');
  rmSync(outputFile, { force: true });
  return new Promise((resolve, reject) => {
    const run = spawn(
      process.execPath,
      ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...options, ...paths],
      { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let stderr = '';
    run.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    run.on('error', reject);
    run.on('close', (code) => {
      try {
        const { numFailedTests, numRuntimeErrorTestSuites, numTotalTests } = JSON.parse(readFileSync(outputFile, 'utf8'));
        resolve({ failed: numFailedTests, broken: numRuntimeErrorTestSuites, total: numTotalTests, code, stderr });
      } catch {
        reject(new Error(`jest gave no answer:\n${stderr}`));
      }
    });
  });
}

const asked = process.argv.slice(2);
const lists = readdirSync(join(root, 'test', 'mutations'))
  .filter((file) => file.endsWith('.json') && (asked.length === 0 || asked.includes(file.replace('.json', ''))))
  .sort();
const mutants = lists.flatMap((list) =>
  JSON.parse(readFileSync(join(root, 'test', 'mutations', list), 'utf8')).map((mutant) => ({ ...mutant, list })),
);
if (mutants.length === 0) {
  console.error(`no list of changes${asked.length > 0 ? ` named ${asked.join(', ')}` : ''}`);
  process.exit(2);
}
const pathsOf = ({ specs: narrowed, file }) => narrowed ?? [file.split('/').slice(0, 2).join('/')];
const nameOf = ({ name, rule, file, find }) => name ?? `${rule} · ${file}: ${find.replaceAll(/\s+/gu, ' ')}`;

const folders = Array.from({ length: workers }, scratch);
const failures = [];
try {
  // A red baseline would catch every change and prove nothing.
  const all = [...new Set(mutants.flatMap(pathsOf))].sort();
  const baseline = await specs(folders[0], all);
  if (baseline.code !== 0) throw new Error(`the specs are red without any change:\n${baseline.stderr}`);
  console.error(`baseline: ${baseline.total} tests green in ${all.join(', ')}`);

  const waiting = [...mutants.entries()];
  let done = 0;
  await Promise.all(
    folders.map(async (folder) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [, mutant] = next;
        const verdict = await tried(folder, mutant);
        done += 1;
        if (verdict !== 'caught') failures.push(`${verdict}: ${mutant.list} · ${nameOf(mutant)}`);
        console.error(`[${String(done).padStart(3)}/${mutants.length}] ${verdict.padEnd(8)} ${mutant.list} · ${nameOf(mutant)}`);
      }
    }),
  );
} catch (error) {
  failures.push(error.message);
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** `caught`, or why not. The change is taken back before the next one. */
async function tried(folder, mutant) {
  const path = join(folder, mutant.file);
  const source = readFileSync(path, 'utf8');
  const found = source.split(mutant.find).length - 1;
  if (found !== 1) return `FOUND ${found} TIMES`;
  writeFileSync(path, source.replace(mutant.find, () => mutant.replace));
  try {
    const { failed, broken } = await specs(folder, pathsOf(mutant));
    // A file that no longer loads is a typing error in the list, not a rule that a test holds.
    return failed > 0 ? 'caught' : broken > 0 ? 'BROKEN' : 'SURVIVED';
  } finally {
    writeFileSync(path, source);
  }
}

for (const failure of failures) console.log(failure);
if (failures.length === 0) console.log(`all ${mutants.length} changes caught`);
process.exitCode = failures.length === 0 ? 0 : 1;
