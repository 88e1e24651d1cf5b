import { invalid } from '#kernel';

export type PageRequest = Readonly<{
  limit?: number;
  cursor?: string;
  /** The list that is paged through: a cursor of another one is refused. */
  list?: string;
}>;

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
export function cursorFor(key: readonly (string | number)[], list = ''): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

/**
 * The sort key a cursor names; undefined where there is no cursor.
 * @param length of how many parts keys of this list are; any where nobody can say
 * @throws LedgerError `invalid` (R15) where it was not made by this list
 */
export function keyIn({ cursor, list = '' }: PageRequest, length?: number): readonly (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [of, ...key] = Array.isArray(said) ? (said as unknown[]) : [];
    if (of === list && (length === undefined || key.length === length) && key.every(isPart)) return key;
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
export function pageOf<T>(
  read: readonly T[],
  limit: number,
  keyOf: (item: T) => readonly (string | number)[],
  list?: string,
): Page<T> {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return { items, next: read.length > limit && last !== undefined ? cursorFor(keyOf(last), list) : null };
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
  const after = keyIn(request, first?.key.length);
  const rest = after === undefined ? keyed : keyed.filter(({ key }) => compareKeys(key, after) > 0);
  const page = pageOf(rest.slice(0, limit + 1), limit, ({ key }) => key, request.list);
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

function isPart(part: unknown): part is string | number {
  // No text of a database holds NUL, so no key does.
  return typeof part === 'number' || (typeof part === 'string' && !part.includes('\0'));
}

/** Text as it is searched: without case and accents. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words somebody looks for, as they are searched. */
export function wordsIn(text: string): readonly string[] {
  return searchable(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
