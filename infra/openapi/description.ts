import { ROLES, rolesThatMay } from '../../libs/http/src/identity/roles.js';
import { type Schema, type Shape, toldOf } from '../../libs/http/src/telling.js';
import { Components } from './components.js';
import { FAILURES, FIXED, HEADERS, INFO, PARAMETERS, problemSchema, SLICES } from './fixed.js';
import { codesOf } from './problems-page.js';
import type { Route } from './routes.js';
import type { Sources } from './types.js';

export type Recorded = Readonly<{ path: string; request?: unknown; response: Readonly<{ status: number; body?: unknown }> }>;
export type Examples = Readonly<Record<string, Recorded>>;
export type Operation = Readonly<{
  operationId: string;
  summary: string;
  description: string;
  tags: readonly string[];
  security: readonly Schema[];
  parameters: readonly Schema[];
  requestBody?: Readonly<{
    required: boolean;
    content: Readonly<Record<string, Readonly<{ schema: Schema; example?: unknown }>>>;
  }>;
  responses: Readonly<Record<string, Answered | Readonly<{ $ref: string }>>>;
}>;
export type Answered = Readonly<{
  description: string;
  headers?: Readonly<Record<string, Schema>>;
  content?: Readonly<Record<string, Readonly<{ schema: Schema; example?: unknown }>>>;
}>;
export type Description = Readonly<{
  openapi: string;
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<Record<string, Readonly<Record<string, Schema>>>> &
    Readonly<{ responses: Readonly<Record<string, Answered>> }>;
}> &
  Schema;

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/**
 * The OpenAPI 3.1 description: routes and checks from the framework, answers and words from the sources, examples as they
 * were answered.
 * @throws Error where two routes have one name, or one says nothing of what it is for
 */
export function describe(routes: readonly Route[], sources: Sources, examples: Examples): Description {
  const components = new Components();
  const shapes = new Map<Shape, Schema>();
  const read = routes.map((route) => ({ route, source: sources.route(route.className, route.handler) }));
  for (const { source } of read) if (source.answers !== 'file') components.note(source.answers);

  const refer = (shape: Shape): Schema => {
    const known = shapes.get(shape);
    if (known !== undefined) return known;
    const name = shape.name.replace(/Dto$/, '');
    const reference = { $ref: `#/components/schemas/${name}` };
    shapes.set(shape, reference);
    const { schema } = bodySchema(shape, sources, refer);
    if (components.schemas[name] !== undefined) throw new Error(`two shapes are called ${name}`);
    components.schemas[name] = schema;
    return reference;
  };

  const paths: Record<string, Record<string, Operation>> = {};
  const named = new Set<string>();
  // Requests take the plain names, answers what is left of them.
  for (const { route } of read) if (route.body !== undefined) refer(route.body);
  for (const { route, source } of read) {
    if (named.has(route.handler)) throw new Error(`two routes are called ${route.handler}: a client needs a name for each`);
    named.add(route.handler);
    const answers = answersOf(route, source.answers, components);
    const operation = operationOf(route, { ...source, answers }, refer, examples[route.handler], sources);
    paths[route.path] = { ...paths[route.path], [route.verb]: operation };
  }
  return {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(read.map(({ source }) => source.slice))].sort().map((name) => ({ name, description: SLICES[name] ?? '' })),
    paths,
    components: {
      securitySchemes: FIXED.securitySchemes,
      parameters: PARAMETERS,
      headers: HEADERS,
      responses: Object.fromEntries(Object.entries(FAILURES).map(([status, name]) => [name, failure(Number(status))])),
      schemas: sorted({ ...components.schemas, Problem: problemSchema() }),
    },
  };
}

function answersOf({ handler, records }: Route, answers: 'file' | Schema, components: Components): 'file' | Schema {
  if (answers === 'file') return answers;
  if (!records) return components.written(answers, upper(handler));
  return components.schemas['Receipt'] === undefined
    ? components.named('Receipt', answers)
    : { $ref: '#/components/schemas/Receipt' };
}

type Source = Readonly<{ says: string; slice: string; answers: 'file' | Schema }>;

function operationOf(
  route: Route,
  source: Source,
  refer: (shape: Shape) => Schema,
  example: Recorded | undefined,
  sources: Sources,
): Operation {
  const [summary = '', ...more] = source.says.split(/(?<=[.:]) /);
  const roles = rolesFor(route.needs);
  const isOpen = route.needs === 'nothing';
  const needs = isOpen ? 'Needs no token.' : `For a token of ${roles.join(', ')}.`;
  const inPath = route.inPath.map(({ name, schema }) => ({ name, in: 'path', required: true, schema }));
  const headers = headersOfWrite(route).map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return {
    operationId: route.handler,
    summary: summary.replace(/[.:]$/, ''),
    description: [more.join(' '), needs].filter((part) => part !== '').join(' '),
    tags: [source.slice],
    security: isOpen ? [] : [{ token: [] }],
    parameters: [...inPath, ...queryOf(route, sources, refer), ...headers],
    ...(route.body === undefined ? {} : { requestBody: requestBody(route, route.body, refer, example, sources) }),
    ...(route.body === undefined && route.takesFile ? { requestBody: FILES } : {}),
    responses: responsesOf(route, source.answers, example),
  };
}

/** A form of files alone. */
const FILES = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { file: { description: 'The tables, each file in a field of this name.' } },
        required: ['file'],
        additionalProperties: false,
      },
    },
  },
};

function rolesFor(needs: Route['needs']): readonly string[] {
  return rolesThatMay(needs);
}

function headersOfWrite({ writes, records }: Route): readonly string[] {
  if (!writes) return [];
  return records ? Object.keys(PARAMETERS) : ['Idempotency-Key', 'traceparent'];
}

function requestBody(
  { takesFile }: Route,
  body: Shape,
  refer: (shape: Shape) => Schema,
  example: Recorded | undefined,
  sources: Sources,
): NonNullable<Operation['requestBody']> {
  const asked = example?.request === undefined ? {} : { example: example.request };
  const json = { 'application/json': { schema: refer(body), ...asked } };
  if (!takesFile) return { required: true, content: json };
  // Of a form every field is text; instead of `link` and `text` it brings the file.
  const { schema } = bodySchema(body, sources, refer);
  const { link: _link, text: _text, ...fields } = schema['properties'] as Record<string, Schema>;
  const file = { description: 'The file, at most 25 MiB: an image, a PDF, an office document, text or CSV.' };
  const form = { ...schema, properties: { ...fields, file }, required: [...((schema['required'] ?? []) as string[]), 'file'] };
  return { required: true, content: { ...json, 'multipart/form-data': { schema: form } } };
}

function queryOf({ query }: Route, sources: Sources, refer: (shape: Shape) => Schema): Schema[] {
  if (query === undefined) return [];
  const { schema, words } = bodySchema(query, sources, refer);
  const required = (schema['required'] ?? []) as string[];
  return Object.entries(schema['properties'] as Record<string, Schema>).map(([name, { description, ...its }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description: words.get(name) ?? description,
    schema: its,
  }));
}

/** The schema of a request's shape, as its checks tell it, with the words of its sources. */
function bodySchema(shape: Shape, sources: Sources, refer: (shape: Shape) => Schema) {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  const words = new Map<string, string>();
  const unsaid = new shape() as Record<string, unknown>;
  const chain = classesOf(shape);
  for (const [name, { schema, isOptional, isNullable }] of toldOf(shape)) {
    if (schema === undefined) throw new Error(`${shape.name}.${name} is checked by nothing that tells its schema`);
    const described = chain.map((its) => sources.ofField(its, name)).find((said) => said !== '');
    if (described !== undefined) words.set(name, described);
    const told = isNullable === true ? { anyOf: [schema(refer), { type: 'null' }] } : schema(refer);
    const unless = unsaid[name] === undefined ? {} : { default: unsaid[name] };
    properties[name] = { ...told, ...(described === undefined ? {} : { description: described }), ...unless };
    if (isOptional !== true && unsaid[name] === undefined) required.push(name);
  }
  const says = chain.map((its) => sources.ofClass(its)).find((said) => said !== '');
  const schema: Schema = {
    type: 'object',
    ...(says === undefined ? {} : { description: says }),
    properties,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
  return { schema, words };
}

function classesOf(shape: Shape): readonly string[] {
  const names: string[] = [];
  for (let at: unknown = shape; typeof at === 'function' && at.name !== ''; at = Object.getPrototypeOf(at)) names.push(at.name);
  return names;
}

/** Every status that can come, the good ones with what they bear. */
function responsesOf(route: Route, answers: 'file' | Schema, example: Recorded | undefined): Operation['responses'] {
  const answered = example?.response;
  const good = (status: number, description: string): [string, Answered] => [
    String(status),
    {
      description,
      headers: headersOf(route, answers),
      content: contentOf(route, answers, answered?.status === status ? answered.body : undefined),
    },
  ];
  const responses: [string, Operation['responses'][string]][] = route.isRepeatable
    ? [good(200, 'Nothing was recorded now: it was recorded before, or is so already.'), good(201, 'Recorded.')]
    : [good(route.status, answers === 'file' ? 'The content, as an attachment.' : 'As asked for.')];
  for (const status of failuresOf(route))
    responses.push([String(status), { $ref: `#/components/responses/${FAILURES[status]}` }]);
  return Object.fromEntries(responses.sort(([a], [b]) => Number(a) - Number(b)));
}

function contentOf({ handler }: Route, answers: 'file' | Schema, example: unknown): NonNullable<Answered['content']> {
  if (answers === 'file') return { '*/*': { schema: {} } };
  if (handler === 'readMetrics') return { 'text/plain': { schema: answers } };
  return { 'application/json': { schema: answers, ...(example === undefined ? {} : { example }) } };
}

function headersOf({ records, needs, status }: Route, answers: 'file' | Schema): Record<string, Schema> {
  const names = [
    ...(records ? ['ETag', 'Ledger-Position'] : []),
    ...(answers === 'file' ? ['Content-Disposition'] : []),
    ...(status === 202 ? ['Location'] : []),
    ...(needs === 'nothing' ? [] : ['RateLimit', 'RateLimit-Policy']),
  ];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** What only some routes can say. */
const OWN_FAILURES: Readonly<Record<string, readonly number[]>> = { downloadEvidence: [410], listEvents: [409] };

function failuresOf(route: Route): readonly number[] {
  const { handler, writes, records, verb, needs, body, takesFile } = route;
  if (handler === 'live') return [500];
  return [
    ...(bringsWords(route) ? [400] : []),
    ...(needs === 'nothing' ? [] : [401, 429]),
    ...(rolesFor(needs).length < ROLES.length ? [403] : []),
    ...(namesWhatMayBeMissing(route) ? [404] : []),
    ...(verb === 'post' ? [409] : []),
    ...(records ? [412] : []),
    ...(writes ? [422] : []),
    ...(body === undefined && !takesFile ? [] : [413, 415]),
    ...(OWN_FAILURES[handler] ?? []),
    500,
    503,
  ];
}

/** Words of the caller that may not be in order: in the query, the body or the headers of a write. */
function bringsWords({ query, body, writes }: Route): boolean {
  return query !== undefined || body !== undefined || writes;
}

/** Something that may not be there, named in the path or in a question that is posted. Tables bring what they name. */
function namesWhatMayBeMissing({ handler, inPath, verb, writes }: Route): boolean {
  const isPostedQuestion = verb === 'post' && !writes;
  return isPostedQuestion || (inPath.length > 0 && handler !== 'importTables');
}

const HEADERS_OF_FAILURES: Readonly<Record<number, readonly string[]>> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

function failure(status: number): Answered {
  const codes = codesOf(status);
  const names = [...(HEADERS_OF_FAILURES[status] ?? []), 'RateLimit', 'RateLimit-Policy'];
  return {
    description: `${codes.map((code) => `\`${code}\``).join(', ')}`,
    headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    content: { 'application/problem+json': { schema: PROBLEM } },
  };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
