import { People } from '#content';
import type { TextRef, Texts } from '#kernel';

/** What states hold for deciding alone: every fact again, and answers that wait for their question. */
const INTERNAL = ['log', 'confirmations', 'waiting'] as const;
type Internal = (typeof INTERNAL)[number];

/** A free text with its content, null where it was erased. */
export type ShownText = TextRef & Readonly<{ content: string | null }>;

/** A value as it is shown: what `Showing` makes of it. The description of the interface is read from this type. */
export type Shown<T> = T extends bigint
  ? string
  : T extends TextRef
    ? ShownText
    : T extends ReadonlyMap<unknown, infer Held>
      ? readonly Shown<Held>[]
      : T extends readonly (infer Item)[]
        ? readonly Shown<Item>[]
        : T extends object
          ? { [Key in keyof T as Exclude<Key, Internal>]: Shown<T[Key]> } & Named<T>
          : T;

/** Beside a person's id stands what the directory calls the person; null where it does not, or not any more. */
type Named<T> = T extends Readonly<{ personId: string }> ? Readonly<{ personName: string | null }> : unknown;

/** Shows values: free texts and names lie apart from events, and are put beside their references when somebody asks. */
export class Showing {
  private readonly people: People;

  constructor(private readonly texts: Pick<Texts, 'read'> & ConstructorParameters<typeof People>[0]) {
    this.people = new People(texts);
  }

  async show<T>(value: T): Promise<Shown<T>> {
    // What the three make of it is what Shown says.
    return (await this.withNames(await withTexts(plain(value), this.texts))) as Shown<T>;
  }

  private async withNames(value: unknown): Promise<unknown> {
    const persons: { personId: string }[] = [];
    walk(value, isOfPerson, (holder) => persons.push(holder));
    const names = await this.people.names([...new Set(persons.map(({ personId }) => personId))]);
    for (const holder of persons) Object.assign(holder, { personName: names.get(holder.personId) ?? null });
    return value;
  }
}

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
async function withTexts(value: unknown, texts: Pick<Texts, 'read'>): Promise<unknown> {
  const references: Reference[] = [];
  walk(value, isReference, (reference) => references.push(reference));
  if (references.length === 0) return value;
  const contents = await texts.read([...new Set(references.map(({ text }) => text))]);
  for (const reference of references) Object.assign(reference, { content: contents.get(reference.text) ?? null });
  return value;
}

type Reference = { text: string; sha256: string };

/** Finds every object of a kind in a value, however deep. */
function walk<T extends object>(value: unknown, is: (value: object) => value is T, found: (value: T) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (is(value)) found(value);
  for (const inner of Object.values(value)) walk(inner, is, found);
}

function isReference(value: object): value is Reference {
  return 'text' in value && typeof value.text === 'string' && 'sha256' in value && typeof value.sha256 === 'string';
}

function isOfPerson(value: object): value is { personId: string } {
  return 'personId' in value && typeof value.personId === 'string';
}
