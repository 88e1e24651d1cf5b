import { type Channel, channel } from 'node:diagnostics_channel';

/** What an operator counts of the store, by the name of what happened. Counts and short words: nothing of what is recorded. */
export type Measured = Readonly<{
  /** A command was run: what became of it, or the code of its refusal. */
  command: Readonly<{ outcome: 'recorded' | 'already' | 'refused' | 'conflict' | 'unavailable' | 'failed' }>;
  /** A command is decided again: somebody was faster, or nobody knows what was stored. */
  again: Readonly<{ because: 'conflict' | 'unknown' }>;
  /** An append was answered. */
  append: Readonly<{ seconds: number; outcome: 'stored' | 'conflict' | 'unavailable' | 'unknown' | 'failed' }>;
  /** Appends that were gathered into one statement. */
  batch: Readonly<{ appends: number }>;
  /** A relay told so many events to the brokers, which acknowledged them. */
  told: Readonly<{ events: number }>;
  /** How a relay of this process is doing, and what the names of its topics begin with. */
  relay: Readonly<{ topics: string; state: string }>;
}>;

const CHANNELS: Readonly<Record<keyof Measured, Channel>> = {
  command: channel('throughline:command'),
  again: channel('throughline:again'),
  append: channel('throughline:append'),
  batch: channel('throughline:batch'),
  told: channel('throughline:told'),
  relay: channel('throughline:relay'),
};

/** What goes on to hold once it was said, and is said again only where it changes. */
const HOLDING: ReadonlySet<keyof Measured> = new Set(['relay']);
const latest = new Map<keyof Measured, unknown>();

/** Tells whoever counts in this process, and who counts later what goes on to hold. Of the rest nothing is said where nobody counts. */
export function measure<What extends keyof Measured>(what: What, said: () => Measured[What]): void {
  const told = CHANNELS[what];
  const holds = HOLDING.has(what);
  if (!holds && !told.hasSubscribers) return;
  const now = said();
  if (holds) latest.set(what, now);
  told.publish(now);
}

/**
 * Hears of everything of a kind that happens in this process; of what goes on to hold also where it was said before.
 * @returns ends it
 */
export function heard<What extends keyof Measured>(what: What, hears: (said: Measured[What]) => void): () => void {
  const listener = (said: unknown) => hears(said as Measured[What]);
  CHANNELS[what].subscribe(listener);
  if (latest.has(what)) listener(latest.get(what));
  return () => void CHANNELS[what].unsubscribe(listener);
}
