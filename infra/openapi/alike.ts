import { dayOf, type Instant } from '#kernel';

/** Where today is asked for: where the walk's partnerships are, and where nothing says so, as of people. */
const ZONES = ['America/New_York', 'UTC'];

/** What differs from one run to the next. */
export type Run = Readonly<{
  ownerId: string;
  ledgerId: string;
  /** When it began and ended: midnight may lie between. */
  within: readonly Instant[];
}>;

/** Replaces instants, hashes, ids that are new in each run, today and secrets; the same one by the same each time. */
export function alike({ ownerId, ledgerId, within }: Run): (value: unknown) => unknown {
  const today = new Set<unknown>(within.flatMap((instant) => ZONES.map((zone) => dayOf(instant, zone))));
  const ofToday = new RegExp(`(?:${[...today].join('|')})T[\\d:.]+Z`, 'g');
  const instants = new Map<string, string>();
  const hashes = new Map<string, string>();
  const ids = new Map([[ownerId, '00000000-0000-7000-8000-000000000000']]);
  const text = (said: string): string =>
    said
      .replaceAll(ledgerId, '4317006e-bcaf-43d2-bdd5-d408bac11b33')
      .replaceAll(ofToday, (instant) => numbered(instants, instant, later))
      .replaceAll(/\b[0-9a-f]{64}\b/g, (hash) => numbered(hashes, hash, (number) => number.toString(16).padStart(64, '0')))
      .replaceAll(/\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, (id) =>
        numbered(ids, id, (number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`),
      );
  const same = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(same);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        // Elsewhere the same day is one that the walk names.
        if (key === 'on' && today.has(inner)) return [key, '2025-04-10'];
        if (key === 'token') return [key, `union-lead.${'x'.repeat(43)}`];
        if (key === 'next' && typeof inner === 'string' && !/^\d{20}$/.test(inner)) return [key, 'WyJjdXJzb3IiXQ'];
        return [key, same(inner)];
      }),
    );
  };
  return same;
}

function numbered(known: Map<string, string>, found: string, make: (number: number) => string): string {
  const replaced = known.get(found) ?? make(known.size + 1);
  known.set(found, replaced);
  return replaced;
}

function later(number: number): string {
  return new Date(Date.UTC(2025, 3, 10, 14, 0, 0, number)).toISOString();
}
