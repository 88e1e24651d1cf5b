// An engine as a command: up | down | run -- <command>.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Serves the words of a command line where the module is what was started, and ends the process with 0 done, 1 failed,
 * 2 wrong use; `run` with the code of its command.
 * @param engine `name`; `options(words)` what may stand before `--`, undefined where it is not understood;
 *   `start({ ...options, signal, begins })` answers its place, told to `begins` before anything runs, so that what was begun
 *   can be taken away; `isUp(place, options)`; `stop(place)`; `environment(place)`
 */
export async function asCommand(module, engine) {
  if (process.argv[1] !== fileURLToPath(module)) return;
  const [action, ...rest] = process.argv.slice(2);
  const at = rest.indexOf('--');
  const options = engine.options(at < 0 ? rest : rest.slice(0, at));
  const command = at < 0 ? [] : rest.slice(at + 1);
  const isUnderstood = options !== undefined && (action === 'run' ? command.length > 0 : at < 0 && (action === 'up' || action === 'down'));
  if (!isUnderstood) {
    console.error(`use: ${engine.name} up${engine.use ?? ''} | down | run${engine.use ?? ''} -- <command>`);
    process.exit(2);
  }
  try {
    if (action === 'up') await up(engine, options);
    else if (action === 'down') await down(engine);
    else process.exitCode = await run(engine, options, command);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

const stateOf = ({ name }) => join(tmpdir(), `throughline-local-${name}.json`);
const placeOf = (state) => (existsSync(state) ? JSON.parse(readFileSync(state, 'utf8')) : undefined);

/** Starts it where it is not up, and prints what to export. What an earlier one left half started is taken away first. */
async function up(engine, options) {
  const before = placeOf(stateOf(engine));
  let place = before;
  if (before === undefined || !(await engine.isUp(before, options))) {
    await down(engine);
    place = await begin(engine, options, (begun) => writeFileSync(stateOf(engine), JSON.stringify(begun)));
  }
  for (const [key, value] of Object.entries(engine.environment(place))) console.log(`export ${key}=${value}`);
}

async function down(engine) {
  const place = placeOf(stateOf(engine));
  if (place === undefined) return;
  await engine.stop(place);
  rmSync(stateOf(engine));
}

/** Runs a command beside an engine of its own; the command's exit code. */
async function run(engine, options, [command, ...args]) {
  const place = await begin(engine, options, () => undefined);
  const env = { ...process.env, ...engine.environment(place) };
  const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  // The command hears the signal as well and ends; the engine is stopped after it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0)));
  });
  await engine.stop(place);
  return code;
}

/** Starts it; where that fails or is interrupted, takes away what was begun. */
async function begin(engine, options, told) {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new Error('interrupted'));
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  let begun;
  const begins = (place) => {
    begun = place;
    told(place);
  };
  try {
    const place = await engine.start({ ...options, signal: interrupted.signal, begins });
    interrupted.signal.throwIfAborted();
    return place;
  } catch (error) {
    if (begun !== undefined) await engine.stop(begun);
    rmSync(stateOf(engine), { force: true });
    throw interrupted.signal.aborted ? interrupted.signal.reason : error;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
