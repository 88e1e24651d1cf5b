// A lock between processes: a file with the id of the process that has it. What a process left that is gone holds nobody up.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** A process writes its id into the file as soon as it made it; a file without one for longer than this was left so. */
const NAMELESS_MS = 5_000;

/**
 * Takes the lock, where no process that runs has it.
 * @returns undefined where it was taken; else the id of the process that has it, zero where that is not written in yet
 */
export function take(lock) {
  for (;;) {
    if (makes(lock, String(process.pid))) return undefined;
    const holder = holderOf(lock);
    // Undefined: let go in between.
    if (holder !== undefined && !(isGone(lock, holder) && clears(lock, holder))) return holder;
  }
}

/** Lets go of the lock, where this process has it still: somebody may have removed it by hand, and another taken it. */
export function release(lock) {
  if (holderOf(lock) === process.pid) rmSync(lock, { force: true });
}

/** @returns whether the file was not there before */
function makes(path, text) {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(lock) {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10) || 0;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Takes away what a process left that is gone. Only one at a time does so for the same process, and looks again before it does:
 * another may have done so since, and a third have the lock by now.
 * @returns false where another is at it
 */
function clears(lock, holder) {
  const clearing = `${lock}.${holder}`;
  if (!makes(clearing, '')) return false;
  try {
    if (holderOf(lock) === holder && isGone(lock, holder)) rmSync(lock);
  } finally {
    rmSync(clearing);
  }
  return true;
}

function isGone(lock, holder) {
  if (holder === 0) return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > NAMELESS_MS;
  // This process's own id was that of one before it: in a container they begin again each time.
  return holder === process.pid || !isRunning(holder);
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
