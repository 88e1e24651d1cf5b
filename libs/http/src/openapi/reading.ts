import type { Schema } from '../telling.js';

/** The parts of an OpenAPI description that its pages show. */
export type Described = Readonly<{
  info: Readonly<{ title: string; summary: string; description: string }>;
  servers: readonly Readonly<{ url: string }>[];
  tags: readonly Readonly<{ name: string; description: string }>[];
  paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  components: Readonly<Record<'schemas' | 'parameters' | 'responses' | 'headers', Readonly<Record<string, Schema>>>>;
}>;
export type DescribedOperation = Readonly<{
  operationId: string;
  summary: string;
  description: string;
  tags: readonly string[];
  parameters: readonly Schema[];
  requestBody?: Readonly<{ content: Readonly<Record<string, Media>> }>;
  responses: Readonly<Record<string, Schema>>;
}>;
export type Media = Readonly<{ schema: Schema; example?: unknown }>;

/** A route with its address and verb, in the order of the description. */
export type Listed = Readonly<{ verb: string; path: string; operation: DescribedOperation }>;

/** The routes of one part of the interface. */
export function listed({ paths }: Described, tag: string): readonly Listed[] {
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).flatMap(([verb, operation]) =>
      operation.tags.includes(tag) ? [{ verb: verb.toUpperCase(), path, operation }] : [],
    ),
  );
}

/** What a reference leads to; the schema itself where it is none. */
export function resolved({ components }: Described, schema: Schema): Schema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const [kind = '', name = ''] = reference.replace('#/components/', '').split('/');
  const found = (components as Readonly<Record<string, Readonly<Record<string, Schema>>>>)[kind]?.[name];
  if (found === undefined) throw new Error(`${reference} leads nowhere`);
  return found;
}

/** The fields of an object, each with whether it must be there. */
export function fieldsOf(schema: Schema): readonly Readonly<{ name: string; schema: Schema; isRequired: boolean }>[] {
  const required = (schema['required'] ?? []) as readonly string[];
  return Object.entries((schema['properties'] ?? {}) as Readonly<Record<string, Schema>>).map(([name, its]) => ({
    name,
    schema: its,
    isRequired: required.includes(name),
  }));
}

/**
 * What a value may be, in words.
 * @param link writes the name of a shape as a link to it
 */
export function inWords(schema: Schema, link: (name: string) => string): string {
  const { $ref: reference, type, items, anyOf, oneOf, minimum, maximum } = schema;
  const choices = schema['enum'] as readonly unknown[] | undefined;
  if (typeof reference === 'string') return link(reference.split('/').at(-1) ?? '');
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (choices !== undefined) return choices.map((choice) => JSON.stringify(choice)).join(', ');
  const either = (anyOf ?? oneOf) as readonly Schema[] | undefined;
  if (either !== undefined) return either.map((its) => inWords(its, link)).join(' or ');
  if (type === 'array') return `list of ${inWords(items as Schema, link)}`;
  if (type === 'object') {
    const fields = fieldsOf(schema).map((field) => `${field.name}${field.isRequired ? '' : '?'}: ${inWords(field.schema, link)}`);
    return fields.length === 0 ? 'object' : `{ ${fields.join('; ')} }`;
  }
  if (type === 'string') return textInWords(schema);
  if (typeof minimum === 'number') return `${String(type)} from ${minimum}${typeof maximum === 'number' ? ` to ${maximum}` : ''}`;
  return typeof type === 'string' ? type : 'anything';
}

function textInWords({ format, maxLength, pattern }: Schema): string {
  if (format === 'uuid') return 'id (UUID)';
  if (typeof format === 'string') return format;
  if (typeof maxLength === 'number') return `text of at most ${maxLength} characters`;
  return typeof pattern === 'string' ? `text of the form ${pattern}` : 'text';
}
