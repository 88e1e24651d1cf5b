import type { EventStore } from '#event-store';

/** For how many seconds the first event has been recorded that a reader at a position has not taken in; 0 where there is none. */
export async function secondsBehind(store: Pick<EventStore, 'readAll'>, position: string): Promise<number> {
  const [first] = (await store.readAll(position, { limit: 1 })).events;
  return first === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(first.recordedAt)) / 1000);
}
