import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { release, take } from './local/lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');
const lock = join(root, 'dist', '.building.lock');

/** What a build is made from. */
const SOURCES = ['apps', 'libs', 'package.json', 'nest-cli.json', '.swcrc', 'tsconfig.json', 'tsconfig.base.json'];

/** A build takes seconds; who waits for longer is told for what. */
const SILENT_MS = 10_000;
const LOOKS_EVERY_MS = 100;

/**
 * Builds `dist` where a source is newer than the last build; in an installed package, which has no sources, nothing.
 * Commands that start at the same time take turns: one builds, the others wait and find it done, or try for themselves where
 * it failed. A command that was let through already waits for nobody: what it has yet to load may be of a later build.
 * @throws Error with what the compiler said
 */
export async function build() {
  // Nothing is fresh while another builds, as the stamp is written last.
  if (!existsSync(join(root, 'nest-cli.json')) || (await isFresh())) return;
  await mkdir(dirname(lock), { recursive: true });
  await takeTurn();
  try {
    if (!(await isFresh())) await compile();
  } finally {
    release(lock);
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
  for (let waited = 0; ; waited += LOOKS_EVERY_MS) {
    const holder = take(lock);
    if (holder === undefined) return;
    if (waited === SILENT_MS) console.error(`waiting for process ${holder}, which builds; remove ${lock} where none does`);
    await pause(LOOKS_EVERY_MS);
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
