import type { EventStore, Held, Sql } from '#event-store';
import { LedgerError } from '#kernel';
import { buildsOf, createBuild, furthestOf, servingBuild } from './builds.js';
import { partitionsOf } from './partition.js';
import type { PoisonPolicy, Projection } from './projection.js';
import { rebuild } from './rebuild.js';
import { LOOK_AGAIN_MS, rest } from './rest.js';

/** Another's rebuild that has not moved for so long was given up: its longest step is the comparison. */
const GIVEN_UP_AFTER_MS = 60_000;

export type Making = Readonly<{
  sql: Sql;
  store: EventStore;
  projection: Projection;
  /** Into how many partitions it is folded, if it allows it; as many as now, or one, where it is not said. */
  partitions: number | undefined;
  policy: PoisonPolicy;
  signal: AbortSignal;
  /** The lease under which it is done, where several processes could. */
  held: Held | undefined;
  /** Told before another shape is built. */
  rebuilds: () => void;
}>;

/**
 * Makes a build that can serve: a projection that was never built starts empty; one of another shape is built beside what
 * serves.
 * @throws see `rebuild`
 */
export async function makeBuild(making: Making): Promise<void> {
  const { sql, store, projection, partitions, policy, signal, held, rebuilds } = making;
  const serving = await servingBuild(sql, projection.name);
  if (serving?.version === projection.version) return;
  if (serving === undefined) {
    await firstBuild(sql, store, projection, partitionsOf(projection, partitions ?? 1));
    return;
  }
  rebuilds();
  const divided = partitions === undefined ? {} : { partitions };
  await rebuild(sql, store, projection, { signal, policy, ...divided, ...(held === undefined ? {} : { held }) });
}

async function firstBuild(sql: Sql, store: EventStore, projection: Projection, partitions: number): Promise<void> {
  try {
    await createBuild(sql, projection, await store.ledgerId(), { serving: true, partitions });
  } catch (error) {
    // Another process was faster: its build serves.
    if ((await servingBuild(sql, projection.name)) === undefined) throw error;
  }
}

/** True where a rebuild ended because another of the same projection was begun. */
export function isTakenOver(error: unknown): boolean {
  return error instanceof LedgerError && error.code === 'REBUILD_TAKEN_OVER';
}

/** Waits while another rebuilds. Whoever took over may be killed, or give up: then the rebuild is to be begun again here. */
export async function whileOthersRebuild(sql: Sql, name: string, signal: AbortSignal): Promise<void> {
  let [stood, since] = ['', Date.now()];
  while (!signal.aborted) {
    const building = await buildsOf(sql, name).catch(() => []);
    const stands = building.flatMap((build) => (build.serving ? [] : [furthestOf(build)])).join();
    if (stands === '') return;
    if (stands !== stood) [stood, since] = [stands, Date.now()];
    else if (Date.now() - since > GIVEN_UP_AFTER_MS) return;
    await rest(LOOK_AGAIN_MS, signal);
  }
}
