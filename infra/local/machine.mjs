// What the local engines ask of the machine they run on.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';

export const isRoot = process.getuid?.() === 0;

/** Below the ports that systems give to outgoing connections: see `freePort`. */
const PORTS = { from: 20_000, to: 32_000 };

/**
 * Runs a program to its end.
 * @returns what it printed, where `options` keep it
 * @throws Error where it ends with anything but 0
 */
export function succeed(command, args, options = {}) {
  // A server that it starts inherits what it is given: a pipe that this holds open would never end.
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  const result = spawnSync(command, args, { encoding: 'utf8', cwd: tmpdir(), ...quiet, ...options });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')} failed${result.error ? `: ${result.error.message}` : ''}`);
  return result.stdout?.trim() ?? '';
}

/** Whether a program is there: asked for its version, it answers. */
export function isInstalled(command, ask = '--version') {
  return spawnSync(command, [ask], { stdio: 'ignore' }).status === 0;
}

/** Whether `installPackages` can do anything here. */
export const installsPackages = isRoot && existsSync('/usr/bin/apt-get');

/** Installs Debian's packages, without asking anything. */
export function installPackages(...names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  succeed('apt-get', ['update', '-qq'], { env });
  succeed('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { env });
}

/**
 * A port on which nobody listens, another each time that this process asks. By default of those that no outgoing connection is
 * given, so that nobody gets it by chance while a server that had it is away: a client that knocks at a port of the outgoing
 * range again and again is one day given that very port, and is connected with itself.
 */
export async function freePort({ from, to } = PORTS) {
  for (;;) {
    const port = from + Math.floor(Math.random() * (to - from));
    if (given.has(port)) continue;
    // Before it is looked at: who asks meanwhile is given another.
    given.add(port);
    if (await isFree(port)) return port;
    given.delete(port);
  }
}

/** What this process was given is taken, whether anybody listens there yet or not. */
const given = new Set();

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
