import type { Recorded } from '#kernel';
import type { Lying } from './engines.js';

/** What is wrong with topics as an account of the log; all empty where nothing is. */
export type Wrong = Readonly<{
  /** Events of which no message tells. */
  lost: readonly string[];
  /** Messages that tell of no event of the log. */
  foreign: readonly string[];
  /** Streams whose events, each where it was first told, are not in order; or lie in several partitions. */
  disordered: readonly string[];
}>;

export const NOTHING_WRONG: Wrong = { lost: [], foreign: [], disordered: [] };

/** Compares what lies on the topics with the log. */
export function wrongWith(lying: readonly Lying[], log: readonly Recorded[]): Wrong {
  const told = new Set(lying.map(({ event }) => event.id));
  const recorded = new Set(log.map(({ id }) => id));
  const streams = new Map<string, { places: Set<string>; revisions: bigint[] }>();
  for (const { key, topic, partition, event } of lying) {
    const stream = streams.get(key) ?? { places: new Set<string>(), revisions: [] };
    streams.set(key, stream);
    stream.places.add(`${topic}/${partition}`);
    if (!stream.revisions.includes(event.data.revision)) stream.revisions.push(event.data.revision);
  }
  return {
    lost: log.filter(({ id }) => !told.has(id)).map(({ id }) => id),
    foreign: lying.filter(({ event }) => !recorded.has(event.id)).map(({ event }) => event.id),
    disordered: [...streams]
      .filter(([, { places, revisions }]) => places.size > 1 || revisions.some((revision, index) => revision !== BigInt(index)))
      .map(([name]) => name),
  };
}

/** How many messages came again. */
export function repeatsIn(lying: readonly Lying[]): number {
  return lying.length - new Set(lying.map(({ event }) => event.id)).size;
}

/** Waits until something holds; fails after the time. */
export async function until(holds: () => Promise<boolean> | boolean, withinMs = 60_000, what = 'it'): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`${what} did not come about within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
