import type { TextDraft, TextRef } from '#kernel';

/**
 * Free text has one of these names wherever it stands in a command; it leaves the command for the table of texts and a
 * reference takes its place. Statement, title and criteria are public words and stay.
 */
const FREE_TEXT = ['reason', 'narrative', 'asked', 'answered', 'worked', 'didNot', 'change'] as const;
type FreeText = (typeof FREE_TEXT)[number];

/** A text that is the content of evidence, as a request bears it. */
export type GivenText = Readonly<{ kind: 'text'; text: string }>;

/** What a request says, as a command says it: free texts are references. */
export type Worded<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends GivenText
      ? Readonly<{ kind: 'text'; text: TextRef }>
      : T extends readonly (infer Item)[]
        ? readonly Worded<Item>[]
        : { [Key in keyof T]: Key extends FreeText ? TextRef : Worded<T[Key]> };

/** The same without the day of the fact, which goes beside the command. */
export type Said<Body> = {
  [Key in keyof Body as Exclude<Key, 'occurredOn'>]: Key extends FreeText ? TextRef : Worded<Body[Key]>;
};

type Draft = (name: string, content: string) => Promise<TextDraft>;

/**
 * Takes the free texts out of what a request says.
 * @param draft makes the reference; called with the path of the text, the same each time the request is repeated
 * @returns plain objects: nothing of the classes that checked the request is left
 */
export async function worded<T extends object>(body: T, draft: Draft): Promise<{ said: Said<T>; texts: TextDraft[] }> {
  const texts: TextDraft[] = [];
  const take = async (name: string, content: string): Promise<TextRef> => {
    const text = await draft(name, content);
    texts.push(text);
    return { text: text.id, sha256: text.sha256 };
  };
  const plain = async (value: unknown, path: string): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map((item, index) => plain(item, `${path}.${index}`)));
    if (typeof value !== 'object' || value === null) return value;
    const entries: [string, unknown][] = [];
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined || (path === '' && key === 'occurredOn')) continue;
      const at = path === '' ? key : `${path}.${key}`;
      const isText =
        typeof inner === 'string' && (isFreeText(key) || (key === 'text' && 'kind' in value && value.kind === 'text'));
      entries.push([key, isText ? await take(at, inner) : await plain(inner, at)]);
    }
    return Object.fromEntries(entries);
  };
  // The walk keeps every key but the day and changes only free texts, which is what Said says.
  const said = (await plain(body, '')) as Said<T>;
  return { said, texts };
}

function isFreeText(key: string): boolean {
  return (FREE_TEXT as readonly string[]).includes(key);
}

/**
 * Every reference in a value to what is kept apart, a free text or the bytes of a file, with the path at which it stands.
 * Two that name the same are the same.
 */
export function* referencesIn(value: unknown, path = ''): Generator<readonly [path: string, reference: string]> {
  if (typeof value !== 'object' || value === null) return;
  const { text, sha256, kind } = value as Readonly<{ text?: unknown; sha256?: unknown; kind?: unknown }>;
  if (typeof sha256 === 'string' && typeof text === 'string') yield [path, `text ${text} ${sha256}`];
  else if (typeof sha256 === 'string' && kind === 'file') yield [path, `file ${sha256}`];
  for (const [key, inner] of Object.entries(value)) yield* referencesIn(inner, path === '' ? key : `${path}.${key}`);
}
