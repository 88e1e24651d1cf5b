/**
 * Runs the faults (`npm run test:faults`) on every core and prints every figure again at the end. FAULT_SIZE=small
 * takes fewer rounds; FAULT_PAGE=write writes docs/reference/faults.md where all passed. Further words go to Jest.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem, version } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'throughline-figures-'));
const path = join(folder, 'figures.ndjson');
writeFileSync(path, '');
const began = Date.now();
const small = process.env.FAULT_SIZE === 'small';
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const words = [...jest, '--config', 'jest.faults.config.js', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', env: { ...process.env, FAULT_FIGURES: path } });
const figures = readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
rmSync(folder, { recursive: true });

const counted = ({ counts }) => Object.entries(counts).map(([name, count]) => `${name} ${count.toLocaleString('en')}`).join(', ');
const named = ({ fault, guard }) => (guard === undefined ? fault : `${fault}, without ${guard}`);
process.stdout.write(`\n${figures.map((figure) => `${named(figure)}: ${counted(figure)}, ${figure.seconds} s`).join('\n')}\n`);
if (process.env.FAULT_PAGE === 'write') {
  if (status !== 0) throw new Error('the page of figures is written where every fault passed');
  writeFileSync('docs/reference/faults.md', page());
}
process.exitCode = status ?? 1;

function page() {
  const table = (of) => [
    '| fault | figures | seconds |',
    '| --- | --- | --- |',
    ...of.map((figure) => `| ${named(figure)} | ${counted(figure)} | ${figure.seconds} |`),
  ];
  const machine = `${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${version()}`;
  return [
    '# Faults',
    '',
    `As they were run on ${new Date(began).toISOString().slice(0, 10)}: ${machine}, Node ${process.version}, ${small ? 'small size' : 'full size'},`,
    `${Math.round((Date.now() - began) / 60_000)} minutes in all. Written by \`FAULT_PAGE=write npm run test:faults\`; \`FAULT_SIZE=small\` takes fewer rounds, as CI`,
    'does. A run prints its seed; `FAULT_SEED=<seed>` makes it the same again.',
    '',
    'Lost: acknowledged, and not there. Doubled: there twice. A kill is `kill -9` of the real process.',
    '',
    ...table(figures.filter(({ guard }) => guard === undefined)),
    '',
    '## Controls',
    '',
    'The same with one named guard switched off. Each must show the loss that its guard prevents; some try a few rounds until',
    'chance shows it.',
    '',
    ...table(figures.filter(({ guard }) => guard !== undefined)),
    '',
    'What to do where such a thing happens: [when something fails](../operations/README.md).',
    '',
  ].join('\n');
}
