import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');
const turn = join(root, 'dist', '.building');

/** What a build is made from. */
const SOURCES = ['apps', 'libs', 'package.json', 'nest-cli.json', '.swcrc', 'tsconfig.json', 'tsconfig.base.json'];

/** A build takes seconds; who holds its turn for longer was killed. */
const LONGEST_BUILD_MS = 120_000;

/**
 * Builds `dist` where a source is newer than the last build; in an installed package, which has no sources, nothing.
 * Commands that start at the same time take turns, so that none runs what another is still writing.
 * @throws Error with what the compiler said
 */
export async function build() {
  if (!existsSync(join(root, 'nest-cli.json')) || (!existsSync(turn) && (await isFresh()))) return;
  await mkdir(dirname(turn), { recursive: true });
  await takeTurn();
  try {
    if (!(await isFresh())) await compile();
  } finally {
    await rm(turn, { recursive: true, force: true });
  }
}

async function isFresh() {
  const built = await stat(stamp).catch(() => undefined);
  if (built === undefined) return false;
  // The stamp bears the time at which the build began: what was saved while it ran is newer.
  const began = Number(await readFile(stamp, 'utf8'));
  for (const source of SOURCES) if (await isNewer(join(root, source), began)) return false;
  return true;
}

async function isNewer(path, than) {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return false;
  // A folder's own time tells of files that were removed or renamed.
  if (found.mtimeMs >= than) return true;
  if (!found.isDirectory()) return false;
  for (const name of await readdir(path)) if (!name.endsWith('.spec.ts') && (await isNewer(join(path, name), than))) return true;
  return false;
}

async function takeTurn() {
  for (;;) {
    try {
      await mkdir(turn);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const since = await stat(turn).catch(() => undefined);
    if (since !== undefined && Date.now() - since.mtimeMs > LONGEST_BUILD_MS) await rm(turn, { recursive: true, force: true });
    else await pause(100);
  }
}

async function compile() {
  const began = Date.now();
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const child = spawn(process.execPath, [nest, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`the build failed:\n${said}`);
  await writeFile(stamp, String(began));
}
