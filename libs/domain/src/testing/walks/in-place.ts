import { type FactCorrected, type Id, isAboutFact, partyOf, type Recorded } from '#kernel';
import type { LedgerEvent } from '../../acts.js';

type Log = readonly Recorded<LedgerEvent>[];

/**
 * A stream as if its facts had been recorded in their final words from the start: every correction is written over the fact
 * that it corrects, and left out itself. One that waits for the word of others who are named as having agreed is left out.
 * @returns undefined where nothing is written over, and where a correction is of another kind: confirmed or contested by
 *   others, recorded on behalf, or itself corrected. Whether such a one stands is a question of its own.
 */
export function writtenInPlace(log: Log): Log | undefined {
  const corrections = log.filter((event): event is Recorded<FactCorrected> => event.type === 'FactCorrected');
  const isPlain = corrections.every(
    ({ id, metadata: { actor, recordedBy } }) =>
      actor.kind === 'person' && recordedBy.id === actor.personId && !log.some((other) => isSaidOf(other, id)),
  );
  const standing = corrections.filter(
    ({ data: { agreedBy = [] }, metadata: { actor } }) => !agreedBy.some((party) => party !== partyOf(actor)),
  );
  if (standing.length === 0 || !isPlain) return undefined;
  const last = new Map(standing.map(({ data }) => [data.corrects, data.replacement]));
  return log.flatMap((event) => {
    if (event.type === 'FactCorrected') return [];
    const replacement = last.get(event.id);
    if (replacement === undefined) return [event];
    if (replacement === null) return [];
    const { data, occurredOn } = replacement;
    return [{ ...event, data, metadata: { ...event.metadata, occurredOn } } as Recorded<LedgerEvent>];
  });
}

function isSaidOf(event: Recorded<LedgerEvent>, id: Id): boolean {
  if (event.type === 'FactCorrected') return event.data.corrects === id;
  return isAboutFact(event) && event.data.eventId === id;
}

// Where a state keeps how it came about, beside what it is.
const HISTORY: ReadonlySet<string> = new Set(['log', 'corrected', 'knownSince', 'firstKnownSince', 'confirmations']);

/** What a state says, without how it came to say it. */
export function plain(state: unknown): unknown {
  if (state instanceof Map) return [...state].map(([key, value]) => [key, plain(value)] as const);
  if (state instanceof Set) return [...state];
  if (Array.isArray(state)) return state.map(plain);
  if (typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(
    Object.entries(state)
      .filter(([key, value]) => !HISTORY.has(key) && value !== undefined)
      .map(([key, value]) => [key, plain(value)]),
  );
}
