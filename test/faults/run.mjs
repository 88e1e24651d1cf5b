/**
 * Runs the faults (`npm run test:faults`; with `--engines` those of `npm run test:engines`) and prints each figure again at the
 * end. FAULT_SIZE=small takes fewer rounds. Further words go to Jest: the name of a file runs that fault alone. Where all that
 * ran passed, FAULT_PAGE=write puts its figures into docs/reference/faults.json and makes docs/reference/faults.md from it;
 * other rows stay as they are.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pageOf } from './page.mjs';

const KEPT = 'docs/reference/faults.json';
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

const folder = mkdtempSync(join(tmpdir(), 'throughline-figures-'));
const path = join(folder, 'figures.ndjson');
writeFileSync(path, '');
const asked = process.argv.slice(2);
const config = asked[0] === '--engines' ? 'jest.engines.config.js' : 'jest.faults.config.js';
const words = [...jest, '--config', config, ...asked.filter((word) => word !== '--engines')];
const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', env: { ...process.env, FAULT_FIGURES: path } });
const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
rmSync(folder, { recursive: true });

const about = {
  size: process.env.FAULT_SIZE === 'small' ? 'small' : 'full',
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`,
};
const figures = lines.map((line) => ({ ...JSON.parse(line), ...about }));
for (const { fault, guard, counts, seconds } of figures)
  process.stdout.write(`${fault}${guard === undefined ? '' : `, without ${guard}`}: ${JSON.stringify(counts)}, ${seconds} s\n`);

if (process.env.FAULT_PAGE === 'write') {
  if (status !== 0) throw new Error('the page of figures is written where everything that ran passed');
  const nameOf = ({ fault, guard }) => `${fault} ${guard ?? ''}`;
  const fresh = new Set(figures.map(nameOf));
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')).filter((figure) => !fresh.has(nameOf(figure)));
  const all = [...kept, ...figures].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  writeFileSync(KEPT, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync('docs/reference/faults.md', pageOf(all));
}
process.exitCode = status ?? 1;
