import { Transform, Type } from 'class-transformer';
import { IsIn, IsObject, ValidateBy, ValidateIf, ValidateNested, type ValidationError } from 'class-validator';
import {
  invalid,
  isCivilDate,
  isFiscalYearStart,
  isId,
  isOccurredOn,
  isQuarterName,
  isTimeZone,
  isWellFormed,
  type LedgerError,
  type Problem,
} from '#kernel';
import { type Schema, type SchemaOf, tells } from './telling.js';

/**
 * The shapes of requests, as decorators. They check what a field looks like; what it may say is decided by the domain.
 * Each also tells its schema: the description of the interface is made of the same words that refuse.
 */

type New<T extends object> = new () => T;

const NOT_BLANK = '\\S';
const LONGEST_ADDRESS = 2_000;

/** May be left out. Null is not "left out": class-validator's own IsOptional lets it through unchecked. */
export const Optional = () =>
  both(
    ValidateIf((_, value) => value !== undefined),
    tells({ isOptional: true }),
  );

function satisfies(name: string, wanted: string, validate: (value: unknown) => boolean, schema: Schema): PropertyDecorator {
  const validator = { validate: (value: unknown) => validate(value), defaultMessage: () => `wanted ${wanted}` };
  return both(ValidateBy({ name, validator }), tells({ schema: () => ({ ...schema, description: upper(wanted) }) }));
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?$/;
const SHA256 = /^[0-9a-f]{64}$/;

export const IsId = () => satisfies('id', 'an id (UUID)', isId, { type: 'string', format: 'uuid' });
export const IsDay = () => satisfies('day', 'a day that exists, as 2025-02-15', isCivilDate, { type: 'string', format: 'date' });
export const IsFactDay = () =>
  satisfies('occurredOn', 'a day, month or year that exists, as 2025-02-15, 2025-02 or 2025', isOccurredOn, {
    type: 'string',
    pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  });
export const IsQuarter = () =>
  satisfies('quarter', 'a fiscal quarter, as FY2025-Q3', (value) => typeof value === 'string' && isQuarterName(value), {
    type: 'string',
    pattern: '^FY\\d{4}-Q[1-9]\\d?$',
  });
export const IsZone = () => satisfies('timeZone', 'a time zone, as America/New_York', isTimeZone, { type: 'string' });
export const IsYearStart = () =>
  satisfies('fiscalYearStart', 'the first of a month, as 07-01', isFiscalYearStart, { type: 'string', pattern: '^\\d{2}-01$' });
export const IsDecimal = () =>
  satisfies('decimal', 'a decimal number as text, as "-12.50"', (value) => typeof value === 'string' && DECIMAL.test(value), {
    type: 'string',
    pattern: DECIMAL.source,
  });
export const IsUrl = () =>
  satisfies('url', 'an address that begins with https:// or http://', isWebAddress, {
    type: 'string',
    format: 'uri',
    maxLength: LONGEST_ADDRESS,
  });
export const IsSha256 = () =>
  satisfies('sha256', 'a SHA-256 in hex', (value) => typeof value === 'string' && SHA256.test(value), {
    type: 'string',
    pattern: SHA256.source,
  });

/** Words: not blank, whole characters, of a bounded length. */
export const IsWords = (atMost = 2_000) =>
  satisfies('words', `words: not empty, at most ${atMost} characters`, (value) => isWords(value, atMost), wordsAtMost(atMost));

/** Free text that is kept apart and can be erased. */
export const IsFreeText = () => IsWords(50_000);

export const IsOneOf = (choices: readonly string[]) =>
  both(IsIn(choices, { message: `wanted one of ${choices.join(', ')}` }), tells({ schema: () => ({ enum: choices }) }));
export const IsCount = (least = 0, most = 1_000_000_000) =>
  satisfies(
    'count',
    `a whole number from ${least} to ${most}`,
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    { type: 'integer', minimum: least, maximum: most },
  );
export const IsAmount = () =>
  satisfies(
    'amount',
    'a number that is not negative',
    (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
    { type: 'number', minimum: 0 },
  );

/** An object whose fields the domain checks, for it depends on the fact what they may be. */
export const IsPlainObject = () => both(IsObject({ message: 'wanted an object' }), tells({ schema: () => ({ type: 'object' }) }));

/** Null says something here. */
export const OrNull = () =>
  both(
    ValidateIf((_, value) => value !== null),
    tells({ isNullable: true }),
  );

/** An object of its own shape. */
export const IsA = (shape: () => New<object>) =>
  both(IsObject({ message: 'wanted an object' }), ValidateNested(), Type(shape), tells({ schema: (refer) => refer(shape()) }));

/** A list of objects of one shape. */
export const IsListOf = (shape: () => New<object>, most = 500) =>
  both(
    satisfies('list', `a list of at most ${most} objects`, (value) => isList(value, 0, most), {}),
    ValidateNested({ each: true, message: 'wanted an object in each place' }),
    Type(shape),
    listOf((refer) => refer(shape()), { maxItems: most }),
  );

/** A list of plain values, each checked by its own decorator with `each`. */
export const IsListOfIds = (least = 0) =>
  both(
    satisfies('ids', `a list of ${least} to 500 ids (UUID)`, (value) => isList(value, least, 500, isId), {}),
    listOf(() => ({ type: 'string', format: 'uuid' }), { minItems: least, maxItems: 500 }),
  );

export const IsListOfWords = (atMost = 500) =>
  both(
    satisfies(
      'words',
      `a list of at most 100 words, each not empty and of at most ${atMost} characters`,
      (value) => isList(value, 0, 100, (item) => isWords(item, atMost)),
      {},
    ),
    listOf(() => wordsAtMost(atMost), { maxItems: 100 }),
  );

export const IsListOfChoices = (choices: readonly string[]) =>
  both(
    satisfies(
      'choices',
      `a list of at most 100 of ${choices.join(', ')}`,
      (value) => isList(value, 0, 100, (item) => choices.includes(item as string)),
      {},
    ),
    listOf(() => ({ enum: choices }), { maxItems: 100 }),
  );

/** One of several shapes, told apart by `kind`. */
export const IsKindOf = (shapes: Readonly<Record<string, New<object>>>) =>
  both(
    IsObject({ message: 'wanted an object' }),
    ValidateNested(),
    Type(() => UnknownKind, {
      discriminator: { property: 'kind', subTypes: Object.entries(shapes).map(([name, value]) => ({ name, value })) },
      keepDiscriminatorProperty: true,
    }),
    tells({ schema: (refer) => ({ oneOf: Object.values(shapes).map(refer) }) }),
  );

/** A single word, or an object of a shape. */
export const IsWordOr = (word: string, shape: () => New<object>) =>
  both(
    ValidateIf((_, value) => value !== word),
    IsObject({ message: `wanted "${word}" or an object` }),
    ValidateNested(),
    Type(shape),
    tells({ schema: (refer) => ({ anyOf: [{ const: word }, refer(shape())] }) }),
  );

/** A number in a query or a form. */
export const AsNumber = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value));

/** What an object becomes whose `kind` names no shape: never valid. */
class UnknownKind {
  @satisfies('kind', 'a kind that is known here', () => false, {})
  kind!: string;
}

/** The path of a field as the domain writes it, too: `shares[0].party`. */
function fieldAt(parent: string, name: string): string {
  if (parent === '') return name;
  return /^\d+$/.test(name) ? `${parent}[${name}]` : `${parent}.${name}`;
}

function both(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
}

function listOf(items: SchemaOf, bounds: Schema): PropertyDecorator {
  return tells({ schema: (refer) => ({ type: 'array', ...bounds, items: items(refer) }) });
}

function wordsAtMost(atMost: number): Schema {
  return { type: 'string', minLength: 1, maxLength: atMost, pattern: NOT_BLANK };
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isList(value: unknown, least: number, most: number, isGood: (item: unknown) => boolean = () => true): boolean {
  return Array.isArray(value) && value.length >= least && value.length <= most && value.every(isGood);
}

function isWords(value: unknown, atMost: number): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= atMost && isWellFormed(value);
}

function isWebAddress(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS || !URL.canParse(value)) return false;
  return ['http:', 'https:'].includes(new URL(value).protocol);
}

/** Every wrong field of a request at once, by its path. */
export function wrongInput(errors: readonly ValidationError[]): LedgerError {
  return invalid(errors.flatMap((error) => problemsOf(error, '')));
}

function problemsOf(error: ValidationError, parent: string): Problem[] {
  const field = fieldAt(parent, error.property);
  const broken = Object.entries(error.constraints ?? {});
  // What is no object at all is said once, in the words of its own check.
  const told = broken.length > 1 ? broken.filter(([name]) => name !== 'nestedValidation') : broken;
  const own = told.map(([name, message]) => ({
    field,
    rule: 'R15',
    message: name === 'whitelistValidation' ? 'is not known here' : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, field))];
}
