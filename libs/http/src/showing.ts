import type { TextRef, Texts } from '#kernel';

/** What states hold for deciding alone: every fact again, and answers that wait for their question. */
const INTERNAL = ['log', 'confirmations', 'waiting'] as const;
type Internal = (typeof INTERNAL)[number];

/** A free text with its content, null where it was erased. */
export type ShownText = TextRef & Readonly<{ content: string | null }>;

/** A value as it is shown: what `plain` and `withTexts` make of it. The description of the interface is read from this type. */
export type Shown<T> = T extends bigint
  ? string
  : T extends TextRef
    ? ShownText
    : T extends ReadonlyMap<unknown, infer Held>
      ? readonly Shown<Held>[]
      : T extends readonly (infer Item)[]
        ? readonly Shown<Item>[]
        : T extends object
          ? { [Key in keyof T as Exclude<Key, Internal>]: Shown<T[Key]> }
          : T;

/** A value as JSON shows it: maps as lists of what they hold, whole numbers of any size as text. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Map) return [...(value as Map<unknown, unknown>).values()].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => ((INTERNAL as readonly string[]).includes(key) ? [] : [[key, plain(inner)]])),
  );
}

/** Puts the content beside each reference to a free text; null where it was erased. */
export async function withTexts(value: unknown, texts: Pick<Texts, 'read'>): Promise<unknown> {
  const ids = new Set<string>();
  walk(value, (reference) => ids.add(reference.text));
  if (ids.size === 0) return value;
  const contents = await texts.read([...ids]);
  walk(value, (reference) => Object.assign(reference, { content: contents.get(reference.text) ?? null }));
  return value;
}

type Reference = { text: string; sha256: string };

function walk(value: unknown, found: (reference: Reference) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (isReference(value)) found(value);
  else for (const inner of Object.values(value)) walk(inner, found);
}

function isReference(value: object): value is Reference {
  return 'text' in value && typeof value.text === 'string' && 'sha256' in value && typeof value.sha256 === 'string';
}
