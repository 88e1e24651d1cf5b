/** What is wrong with a JSON document, and where: `tables[3].fields.status`. */
export type Wrong = Readonly<{ path: string; message: string }>;

/** Names everything that is wrong with a value at once. */
export type Checked = (value: unknown, path: string) => readonly Wrong[];

const wrong = (path: string, message: string): readonly Wrong[] => [{ path: path === '' ? '(whole)' : path, message }];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that is not empty. Blanks count: a separator may be nothing else. */
export const text: Checked = (value, path) =>
  typeof value === 'string' && value !== '' ? [] : wrong(path, 'must be a text that is not empty');

export const flag: Checked = (value, path) => (typeof value === 'boolean' ? [] : wrong(path, 'must be true or false'));

export function textThat(holds: (value: string) => boolean, message: string): Checked {
  return (value, path) => (typeof value === 'string' && holds(value) ? [] : wrong(path, message));
}

export function choice(...words: readonly string[]): Checked {
  return textThat((value) => words.includes(value), `must be one of ${words.join(', ')}`);
}

export function optional(checked: Checked): Checked {
  return (value, path) => (value === undefined ? [] : checked(value, path));
}

export function listOf(item: Checked, least = 0): Checked {
  return (value, path) => {
    if (!Array.isArray(value)) return wrong(path, 'must be a list');
    if (value.length < least) return wrong(path, `must name at least ${least}`);
    return value.flatMap((one: unknown, at) => item(one, `${path}[${at}]`));
  };
}

/** Any names, each with a value of one kind. */
export function dictionary(item: Checked): Checked {
  return (value, path) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, one]) => item(one, `${path}.${name}`))
      : wrong(path, 'must be an object');
}

/** Exactly these names. */
export function record(fields: Readonly<Record<string, Checked>>): Checked {
  return (value, path) => {
    if (!isObject(value)) return wrong(path, 'must be an object');
    const at = (name: string) => (path === '' ? name : `${path}.${name}`);
    return [
      ...Object.entries(fields).flatMap(([name, checked]) => checked(value[name], at(name))),
      ...Object.keys(value)
        .filter((name) => !Object.hasOwn(fields, name))
        .map((name) => ({ path: at(name), message: `is not known here; known are ${Object.keys(fields).join(', ')}` })),
    ];
  };
}

/** One of several forms. */
export function either(message: string, ...forms: readonly Checked[]): Checked {
  return (value, path) => (forms.some((form) => form(value, path).length === 0) ? [] : wrong(path, message));
}
