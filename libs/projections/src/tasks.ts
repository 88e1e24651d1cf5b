import { CommitSignal, type Held } from '#event-store';
import { sha256 } from '#kernel';
import type { Part } from './bookkeeping.js';
import type { Build } from './builds.js';
import type { Projection } from './projection.js';

/** Nothing is to be done before something has ended. */
const LONG_MS = 3_600_000;

/** Something one process does for a projection: it makes a build that can serve, or follows the log for a part of one. */
export type Task = Readonly<{ projection: Projection; part?: Part }>;

/** By the name under which at most one process does it. */
export type Tasks = ReadonlyMap<string, Task>;

/**
 * What there is to do, as the builds stand.
 * @param replaces which builds of another version are built anew: where several processes run, one that was not updated yet
 *   must not undo what an updated one built
 */
export function tasksFor(projections: readonly Projection[], builds: readonly Build[], replaces: 'any' | 'newer'): Tasks {
  const tasks = new Map<string, Task>();
  for (const projection of projections) {
    const { name, version } = projection;
    const serving = builds.find((build) => build.name === name && build.serving);
    if (serving?.version === version)
      for (const part of serving.parts) tasks.set(`projection/${name}/${part.partition}`, { projection, part });
    else if (replaces === 'any' || serving === undefined || serving.version < version)
      tasks.set(`projection/${name}`, { projection });
  }
  return tasks;
}

/**
 * Who shares the work of these projections: processes that have the same to do. One of another version counts for itself,
 * so that nobody waits for it to take a share of what it does not know.
 */
export function groupOf(projections: readonly Projection[]): string {
  const known = projections.map(({ name, version }) => `${name} ${version}`).sort();
  return `projections/${sha256(known.join('\n')).slice(0, 8)}`;
}

/** A task in hand: `lost` says that it must end. */
export type InHand = Pick<Held, 'name' | 'lost'>;

/**
 * Does everything there is to do, until the signal: as `Leases.sharing`, for a process that shares with nobody.
 * @param names asked again whenever something has ended
 */
export async function doingAll(
  signal: AbortSignal,
  names: () => Promise<readonly string[]>,
  work: (task: InHand) => Promise<void>,
): Promise<void> {
  const changes = new CommitSignal();
  const inHand = new Map<string, Promise<void>>();
  const begin = (name: string) => {
    const ended = work({ name, lost: signal }).finally(() => {
      inHand.delete(name);
      changes.wake();
    });
    inHand.set(name, ended);
  };
  while (!signal.aborted) {
    const { mark } = changes;
    for (const name of await names()) if (!inHand.has(name)) begin(name);
    await changes.after(mark, LONG_MS, signal);
  }
  await Promise.all(inHand.values());
}
