import { setTimeout as pause } from 'node:timers/promises';

/** How soon what has stopped, or found the database or another away, looks again. */
export const LOOK_AGAIN_MS = 1000;

/** How soon it is tried again what failed for a reason that nobody foresaw: a defect, or another ledger by mistake. */
export const TRY_AGAIN_MS = 5_000;

/** Waits, but not beyond an abort. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
