import { invalid } from '#kernel';

export type PageRequest = Readonly<{ limit?: number; cursor?: string }>;

/** A page of a list; `next` is null on the last one. */
export type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

export const PAGE_LIMIT = 50;
const MOST = 500;

/**
 * How many items a page holds.
 * @throws LedgerError `invalid` (R15) where the limit is no whole number from 1 to 500
 */
export function limitOf({ limit = PAGE_LIMIT }: PageRequest): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    throw invalid([{ field: 'limit', rule: 'R15', message: `must be a whole number from 1 to ${MOST}` }]);
  }
  return limit;
}

/** A cursor names the last item given by its sort key, so that items which come in between shift nothing. */
export function cursorFor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The sort key a cursor names; undefined where there is no cursor.
 * @throws LedgerError `invalid` (R15) where it was not made by this list
 */
export function keyIn({ cursor }: PageRequest, length: number): readonly (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isKey = Array.isArray(key) && key.length === length && key.every((part) => ['string', 'number'].includes(typeof part));
    if (isKey) return key as (string | number)[];
  } catch {
    // Not a cursor: said below.
  }
  throw invalid([
    { field: 'cursor', rule: 'R15', message: 'is not a cursor of this list: leave it out to begin at the first page' },
  ]);
}

/**
 * A page of a list that was read with one item more than the limit.
 * @param keyOf the sort key of an item, unique in the list
 */
export function pageOf<T>(read: readonly T[], limit: number, keyOf: (item: T) => readonly (string | number)[]): Page<T> {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return { items, next: read.length > limit && last !== undefined ? cursorFor(keyOf(last)) : null };
}

/** A page of a list that lies in memory, in the order of its keys; a key is unique in the list. */
export function pageWithin<T>(
  list: readonly T[],
  request: PageRequest,
  keyOf: (item: T) => readonly (string | number)[],
): Page<T> {
  const limit = limitOf(request);
  const keyed = list.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compareKeys(a.key, b.key));
  const [first] = keyed;
  // The list may have emptied since the page before.
  if (first === undefined) return { items: [], next: null };
  const after = keyIn(request, first.key.length);
  const rest = after === undefined ? keyed : keyed.filter(({ key }) => compareKeys(key, after) > 0);
  const page = pageOf(rest.slice(0, limit + 1), limit, ({ key }) => key);
  return { ...page, items: page.items.map(({ item }) => item) };
}

/** Sort keys part by part: numbers by size, texts by their characters. */
export function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** Text as it is searched: without case and accents. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
