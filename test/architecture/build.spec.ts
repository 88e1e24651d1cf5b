import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** Stands in for the compiler: it notes that it ran, takes away the program that was there, takes its time, and writes it anew. */
const COMPILER = `
  const { appendFileSync, existsSync, rmSync, writeFileSync } = require('node:fs');
  appendFileSync('compiled', 'x');
  rmSync('dist/program.mjs', { force: true });
  if (process.env.KILLED === 'while it builds') {
    process.kill(process.ppid, 'SIGKILL');
    process.exit();
  }
  setTimeout(() => {
    if (!existsSync('apps/wrong')) return writeFileSync('dist/program.mjs', '');
    console.error('apps/wrong is wrong');
    process.exitCode = 1;
  }, 300);
`;
const COMMAND = `import('./infra/build.mjs').then(({ build }) => build()).then(() => import('./dist/program.mjs'))`;
const AT_ONCE = 4;
/** Who waits for nothing is ended before the test is given up. */
const LONGEST_MS = 20_000;

describe('commands that start at the same time', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'throughline-'));
    const compiler = join(root, 'node_modules', '@nestjs', 'cli', 'bin');
    for (const folder of [compiler, join(root, 'apps'), join(root, 'infra', 'local')]) await mkdir(folder, { recursive: true });
    await writeFile(join(compiler, 'nest.js'), COMPILER);
    for (const part of ['infra/build.mjs', 'infra/local/lock.mjs']) await cp(part, join(root, part));
    await save();
  });
  afterEach(() => rm(root, { recursive: true }));

  const save = () => writeFile(join(root, 'nest-cli.json'), '{}');
  const runs = async (environment: NodeJS.ProcessEnv = {}) => {
    const env = { ...process.env, ...environment };
    const command = spawn(process.execPath, ['-e', COMMAND], { cwd: root, env, timeout: LONGEST_MS });
    let said = '';
    command.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const [code, signal] = (await once(command, 'close')) as [number | null, string | null];
    return { ended: code ?? signal, said };
  };
  const runAtOnce = () => Promise.all(Array.from({ length: AT_ONCE }, () => runs()));
  const builds = async () => (await readFile(join(root, 'compiled'), 'utf8')).length;
  const built = async () => (await readdir(join(root, 'dist'))).sort();
  const well = Array.from({ length: AT_ONCE }, () => ({ ended: 0, said: '' }));

  it('build once, and none finds its program half written; where nothing was saved since, not again', async () => {
    expect([await runAtOnce(), await builds()]).toEqual([well, 1]);
    expect([await runAtOnce(), await builds()]).toEqual([well, 1]);
    await save();
    expect([await runAtOnce(), await builds()]).toEqual([well, 2]);
    expect(await built()).toEqual(['.built', 'program.mjs']);
  });

  it('wait for nobody where nothing was saved since', async () => {
    await runs();
    await writeFile(join(root, 'dist', '.building.lock'), String(process.pid));
    expect([await runAtOnce(), await builds()]).toEqual([well, 1]);
  });

  it('are not held up by one that was killed while it built, and again only one of them builds', async () => {
    expect((await runs({ KILLED: 'while it builds' })).ended).toBe('SIGKILL');
    expect(await built()).toEqual(['.building.lock']);
    expect([await runAtOnce(), await builds()]).toEqual([well, 2]);
    expect(await built()).toEqual(['.built', 'program.mjs']);
  });

  it('each say what the compiler said where it fails, and leave nothing that holds up the next', async () => {
    await writeFile(join(root, 'apps', 'wrong'), '');
    const told = { ended: 1, said: expect.stringContaining('the build failed:\napps/wrong is wrong\n') };
    expect(await runAtOnce()).toEqual(well.map(() => told));
    expect(await built()).toEqual([]);
    await rm(join(root, 'apps', 'wrong'));
    expect(await runAtOnce()).toEqual(well);
  });
});
