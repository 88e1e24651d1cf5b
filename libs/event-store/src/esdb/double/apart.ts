import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ScenarioName } from './scenarios.js';
import type { Observed } from './stage.js';

const RUN_SOURCES = new URL('../../../../../test/support/run-sources.js', import.meta.url).href;
const PLAY = fileURLToPath(new URL('./play.ts', import.meta.url));

/**
 * Plays a scenario in a process of its own, where an exception that nobody catches can be counted.
 * @param subject the module that opens what is under test, and the name of its OpenStore
 */
export async function playedApart(name: ScenarioName, subject: Readonly<{ module: URL; open: string }>): Promise<Observed> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=throughline-src',
    '--disable-warning=ExperimentalWarning',
    `--import=${RUN_SOURCES}`,
    PLAY,
    name,
    subject.module.href,
    subject.open,
  ]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Observed;
}
