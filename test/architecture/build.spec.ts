import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** Stands in for the compiler: it notes that it ran, and takes its time. */
const COMPILER = `require('node:fs').appendFileSync('compiled', 'x'); setTimeout(() => undefined, 300)`;
const AT_ONCE = 4;

describe('commands that start at the same time', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'throughline-'));
    const compiler = join(root, 'node_modules', '@nestjs', 'cli', 'bin');
    for (const folder of [compiler, join(root, 'apps'), join(root, 'infra')]) await mkdir(folder, { recursive: true });
    await writeFile(join(compiler, 'nest.js'), COMPILER);
    await cp('infra/build.mjs', join(root, 'infra', 'build.mjs'));
    await save();
  });
  afterAll(() => rm(root, { recursive: true }));

  const save = () => writeFile(join(root, 'nest-cli.json'), '{}');
  const buildsAtOnce = async () => {
    const program = `import('./infra/build.mjs').then(({ build }) => build())`;
    const commands = Array.from({ length: AT_ONCE }, () => spawn(process.execPath, ['-e', program], { cwd: root }));
    const ended = await Promise.all(commands.map((command) => once(command, 'close')));
    return { codes: ended.map(([code]) => code as number), builds: (await readFile(join(root, 'compiled'), 'utf8')).length };
  };
  const codes = Array.from({ length: AT_ONCE }, () => 0);

  it('build once, so that none finds its program half written; where nothing was saved since, not again', async () => {
    expect(await buildsAtOnce()).toEqual({ codes, builds: 1 });
    expect(await buildsAtOnce()).toEqual({ codes, builds: 1 });
    await save();
    expect(await buildsAtOnce()).toEqual({ codes, builds: 2 });
  });
});
