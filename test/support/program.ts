import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from '@jest/globals';

const THROUGHLINE = 'infra/throughline.mjs';

export type Ran = Readonly<{ code: number | null; stdout: string; stderr: string }>;

/** Builds the programs, so that what is started is what the sources say. */
export function buildPrograms(): void {
  const built = spawnSync(process.execPath, [THROUGHLINE, '--help'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the programs could not be built: ${built.stderr}`);
}

/** The built program, as somebody types it. */
export function spawned(...words: string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [THROUGHLINE, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The built program run to its end; it never shows where in the code an error comes from. */
export async function run(...words: string[]): Promise<Ran> {
  const child = spawned(...words);
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, 'close')) as [number | null];
  const [stdout, stderr] = await said;
  expect(stderr).not.toMatch(/^\s+at .*\(|node_modules/m);
  return { code, stdout, stderr };
}
