import {
  type Event,
  type EventAboutFact,
  invalid,
  isCivilDate,
  isId,
  isOccurredOn,
  isWellFormed,
  type Problem,
  type TextRef,
} from '#kernel';

/**
 * What a value must look like (rule 15). A check names everything that is wrong at once, each with its path
 * (`madeOf[1].weight`), so that a form can be mended in one go. It takes `unknown`: the words of a correction
 * come as they were typed.
 */
export type Check = Readonly<{ optional: boolean; problems: (value: unknown, field: string) => readonly Problem[] }>;

type Required = Check & Readonly<{ optional: false }>;
type Optional = Check & Readonly<{ optional: true }>;

/** Public words longer than this belong into a document or a free text. */
export const MAX_WORDS = 10_000;

/** More than this in one list is more than anybody promised; rules may look at every two of a list. */
export const MAX_ITEMS = 1_000;

// Lines and tabs aside, what steers a terminal or a printer has no place in words that are shown to others.
const CONTROL = /[^\P{Cc}\n\r\t]/u;

const problem = (field: string, message: string): Problem => ({ field, rule: 'R15', message });

/** A check by one question. */
export function check(holds: (value: unknown) => boolean, message: string): Required {
  return { optional: false, problems: (value, field) => (holds(value) ? [] : [problem(field, message)]) };
}

/** May be left out. */
export function optional(required: Required): Optional {
  return { optional: true, problems: (value, field) => (value === undefined ? [] : required.problems(value, field)) };
}

export const words = check(
  (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= MAX_WORDS && isWellFormed(value) && !CONTROL.test(value),
  `must be a text that is not empty, of at most ${MAX_WORDS} characters, none of them a control character`,
);
export const id = check(isId, 'must be a UUID');
export const day = check(isCivilDate, 'must be a day that exists, such as 2025-02-15');
export const occurrence = check(
  isOccurredOn,
  'must be a day, a month or a year that exists, such as 2025-02-15, 2025-02 or 2025',
);
export const sha256Hex = check(
  (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  'must be a SHA-256 in lower-case hex, 64 characters',
);
export const decimal = check(isDecimal, 'must be a decimal number as text, such as "-12.50"');
export const amount = check(
  (value) => isDecimal(value) && !value.startsWith('-'),
  'must be a decimal number that is not negative',
);

function isDecimal(value: unknown): value is string {
  return typeof value === 'string' && /^-?(0|[1-9]\d{0,29})(\.\d{1,30})?$/.test(value);
}

export function integer(least: number): Required {
  return check(
    (value) => Number.isSafeInteger(value) && (value as number) >= least,
    `must be a whole number of at least ${least}`,
  );
}

export function oneOf(choices: readonly string[]): Required {
  return check((value) => choices.includes(value as string), `must be one of ${choices.join(', ')}`);
}

export function list(of: Required, least = 0): Required {
  return {
    optional: false,
    problems: (value, field) => {
      if (!Array.isArray(value)) return [problem(field, 'must be a list')];
      if (value.length > MAX_ITEMS) return [problem(field, `must name at most ${MAX_ITEMS}`)];
      if (value.length < least) return [problem(field, `must name at least ${least}`)];
      return value.flatMap((item: unknown, index) => of.problems(item, `${field}[${index}]`));
    },
  };
}

/** For each field of `T` its check; what may be left out in `T` may be left out here, and nothing else. */
export type Fields<T> = { readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Optional : Required };

/**
 * An object with exactly these fields.
 * @param together what must hold between fields; asked only where each is right by itself
 */
export function object<T>(fields: Fields<T>, together?: (value: T) => readonly Problem[]): Required {
  const checks = Object.entries<Check>(fields);
  return {
    optional: false,
    problems: (value, field) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [problem(field, 'must be an object')];
      const at = (name: string) => (field === '' ? name : `${field}.${name}`);
      const given = value as Readonly<Record<string, unknown>>;
      const wrong = checks.flatMap(([name, its]) => its.problems(given[name], at(name)));
      const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
      const all = [...wrong, ...unknown.map((name) => problem(at(name), 'is not known here'))];
      if (all.length > 0 || together === undefined) return all;
      return together(value as T).map((found) => ({ ...found, field: at(found.field) }));
    },
  };
}

/** One of several forms, told apart by the field that only it has, or by the value of a field that all have. */
export function variant(message: string, choose: (value: Readonly<Record<string, unknown>>) => Required | undefined): Required {
  return {
    optional: false,
    problems: (value, field) => {
      const chosen = typeof value === 'object' && value !== null ? choose(value as Readonly<Record<string, unknown>>) : undefined;
      return chosen === undefined ? [problem(field, message)] : chosen.problems(value, field);
    },
  };
}

/** A reference to a free text that lies apart. */
export const textRef = object<TextRef>({ text: id, sha256: sha256Hex });

/** What each event of a family must say. */
export type Said<E extends Event> = { readonly [Type in Exclude<E['type'], EventAboutFact['type']>]: Check };

/**
 * @throws LedgerError `invalid`, naming every field that is wrong
 */
export function requireSaid(says: Check, data: unknown, under = ''): void {
  const problems = says.problems(data, under);
  if (problems.length > 0) throw invalid(problems);
}
