// Engines as a command: up | down | run -- <command>.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { release, take } from './lock.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Serves the words of a command line where the module is what was started, and ends the process with 0 done, 1 failed,
 * 2 wrong use; `run` with the code of its command.
 * @param served `name`; `use`, the options in words; `options(words)`, what may stand before `--`, undefined where it is not
 *   understood; `hint`, what `up` says at its end; `engines`, each with `name`; `title`; `start({ ...options, signal, begins })`,
 *   which answers its place (`folder` holds all that it keeps), told to `begins` before anything runs, so that what was begun can
 *   be taken away; `isUp(place, options)`, which throws where it is there otherwise than asked for; `startAgain(place)`, on what it
 *   kept; `stop(place)`, which removes what it kept; `environment(place)`, for tests; `settings(place)`, for the program
 */
export async function asCommand(module, served) {
  const started = process.argv[1] ?? '';
  if (!existsSync(started) || realpathSync(started) !== fileURLToPath(module)) return;
  const [action, ...rest] = process.argv.slice(2);
  const at = rest.indexOf('--');
  const options = served.options(at < 0 ? rest : rest.slice(0, at));
  const command = at < 0 ? [] : rest.slice(at + 1);
  const isUnderstood = options !== undefined && (action === 'run' ? command.length > 0 : at < 0 && (action === 'up' || action === 'down'));
  if (!isUnderstood) {
    console.error(`use: ${served.name} up${served.use ?? ''} | down | run${served.use ?? ''} -- <command>`);
    process.exit(2);
  }
  try {
    if (action === 'up') await alone(served, () => up(served, options));
    else if (action === 'down') await alone(served, () => down(served));
    else process.exitCode = await run(served, options, command);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** Where `up` notes what it started: a file for each clone, so that none ends what another one runs. */
function noteOf({ name }) {
  const clone = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
  return join(tmpdir(), `throughline-local-${name}-${clone}.json`);
}

/** What is noted of each engine, by its name: `{ place, isWhole }`, the last false until it was up once. */
function noted(served) {
  const note = noteOf(served);
  if (!existsSync(note)) return {};
  // It says which programs are run and which folders removed; in a temporary folder anybody may write a file of that name.
  const found = lstatSync(note);
  if (!found.isFile()) throw new Error(`${note} is no file of this command; remove it`);
  if (found.uid !== (process.getuid?.() ?? found.uid)) throw new Error(`${note} is another user's`);
  return JSON.parse(readFileSync(note, 'utf8'));
}

function keep(served, known) {
  if (Object.keys(known).length === 0) rmSync(noteOf(served), { force: true });
  else {
    const written = `${noteOf(served)}.${process.pid}`;
    writeFileSync(written, JSON.stringify(known), { mode: 0o600, flag: 'wx' });
    renameSync(written, noteOf(served));
  }
}

/** One at a time: two that begin at once would each start engines, and know only their own. */
async function alone(served, act) {
  const lock = `${noteOf(served)}.lock`;
  const holder = take(lock);
  if (holder !== undefined)
    throw new Error(`${served.name} is at work already (process ${holder}): wait for it, or remove ${lock} where nothing is`);
  try {
    await act();
  } finally {
    release(lock);
  }
}

/** Starts those that are not up, and prints what to export; what it did is said beside that, on stderr. */
async function up(served, options) {
  const say = (engine, what) => console.error(`${engine.title}: ${what}`);
  const places = await begin(served, options, { known: noted(served), keeps: (known) => keep(served, known), say });
  for (const [key, value] of Object.entries({ ...all('environment', places), ...all('settings', places) }))
    console.log(`export ${key}=${quoted(value)}`);
  if (served.hint !== undefined) console.error(served.hint);
}

/** As a shell reads it back. */
function quoted(value) {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

async function down(served) {
  const known = noted(served);
  for (const engine of served.engines.toReversed()) {
    if (known[engine.name] === undefined) {
      console.log(`${engine.title}: nothing to end`);
      continue;
    }
    await engine.stop(known[engine.name].place);
    delete known[engine.name];
    keep(served, known);
    console.log(`${engine.title}: ended, its data is gone`);
  }
}

/** Runs a command beside engines of its own; the command's exit code. */
async function run(served, options, [command, ...args]) {
  const places = await begin(served, options, { known: {}, keeps: () => undefined, say: () => undefined });
  const env = { ...process.env, ...all('environment', places) };
  const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  // The command hears the signal as well and ends; the engines are stopped after it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0)));
  });
  for (const [engine, place] of [...places].reverse()) await engine.stop(place);
  return code;
}

/** What the engines say of their places, in one. */
function all(what, places) {
  return Object.assign({}, ...[...places].map(([engine, place]) => engine[what](place)));
}

/**
 * Brings every engine up: one that is known and was ended by something else on what it kept, any other anew. Where that fails or
 * is interrupted, what was made here is taken away; what was there before keeps its data.
 * @returns the place of each engine
 */
async function begin({ engines }, options, { known, keeps, say }) {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new Error('interrupted'));
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const made = [];
  const forget = async (engine) => {
    if (known[engine.name] === undefined) return;
    await engine.stop(known[engine.name].place);
    delete known[engine.name];
    keeps(known);
  };
  const remember = (engine, place, isWhole) => {
    known[engine.name] = { place, isWhole };
    keeps(known);
  };
  try {
    const places = new Map();
    for (const engine of engines) {
      const before = known[engine.name];
      if (before?.isWhole && existsSync(before.place.folder)) {
        say(engine, await wakes(engine, before.place, options));
      } else {
        // What an earlier one left half made.
        await forget(engine);
        made.push(engine);
        const begins = (place) => remember(engine, place, false);
        const place = await engine.start({ ...options, signal: interrupted.signal, begins });
        remember(engine, place, true);
        say(engine, 'started, and empty');
      }
      interrupted.signal.throwIfAborted();
      places.set(engine, known[engine.name].place);
    }
    return places;
  } catch (error) {
    for (const engine of made.reverse()) await forget(engine);
    throw interrupted.signal.aborted ? interrupted.signal.reason : error;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** @returns what to say of an engine that was up before */
async function wakes(engine, place, options) {
  if (await engine.isUp(place, options)) return 'runs already, with its data';
  try {
    await engine.startAgain(place);
  } catch (error) {
    throw new Error(`${engine.title} does not start on what it kept in ${place.folder} (down takes it away): ${error.message}`);
  }
  return 'had ended; started again, with its data';
}
