import {
  type Described,
  fieldsOf,
  inWords,
  type Listed,
  listed,
  type Media,
  resolved,
} from '../../libs/http/src/openapi/reading.js';
import type { Schema } from '../../libs/http/src/telling.js';
import type { Examples } from './description.js';

/** The description as a page of the reference: each route with its parameters, body, answers and a request as it is typed. */
export function httpPage(description: Described, examples: Examples): string {
  return [
    '# HTTP',
    '',
    'Every route below `/api/v1`, from the routes and types that answer (written by `npm run docs`, checked by the tests).',
    'A running server shows the same at `/api/docs`, and for machines at `/api/openapi.json` (OpenAPI 3.1). Every `code` is',
    'explained in [problems](problems.md), every event in [events](events.md). A field or parameter with `?` may be left out.',
    '',
    description.info.description,
    '',
    '## What a write takes',
    '',
    ...Object.values(description.components.parameters).map(
      (its) => `- \`${its['name'] as string}\`: ${its['description'] as string}`,
    ),
    '',
    '## What may be answered instead',
    '',
    '| status | codes |',
    '| --- | --- |',
    ...failures(description),
    '',
    ...description.tags.flatMap(({ name, description: about }) => [
      `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      '',
      about,
      '',
      ...listed(description, name).flatMap((route) => routeLines(description, route, examples)),
    ]),
  ].join('\n');
}

function failures({ paths, components }: Described): string[] {
  const byStatus = new Map<string, string>();
  for (const { responses } of Object.values(paths).flatMap((verbs) => Object.values(verbs)))
    for (const [status, { $ref: reference }] of Object.entries(responses))
      if (typeof reference === 'string') byStatus.set(status, reference.split('/').at(-1) ?? '');
  return [...byStatus]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([status, name]) => `| ${status} | ${cell(components.responses[name]?.['description'] as string)} |`);
}

function routeLines(description: Described, { verb, path, operation }: Listed, examples: Examples): string[] {
  const { operationId, summary, description: more, parameters, requestBody, responses } = operation;
  const given = parameters.map((its) => resolved(description, its)).filter((its) => its['in'] !== 'header');
  const rows = given.map(({ name, required, schema, description: says }) =>
    row(
      `\`${String(name)}\`${required === true ? '' : '?'}`,
      inWords(schema as Schema, shape),
      typeof says === 'string' ? says : '',
    ),
  );
  const body = Object.values(requestBody?.content ?? {})[0];
  const fields = body === undefined ? [] : fieldRows(resolved(description, body.schema));
  return [
    `### ${operationId}`,
    '',
    `\`${verb} ${path}\``,
    '',
    `${summary}. ${more}`,
    '',
    ...(rows.length === 0 ? [] : ['| parameter | what | |', '| --- | --- | --- |', ...rows, '']),
    ...(fields.length === 0 ? [] : ['| field | what | |', '| --- | --- | --- |', ...fields, '']),
    `Answers ${Object.entries(responses)
      .map(([status, its]) => answer(description, status, its))
      .join(', ')}.`,
    '',
    ...typed(verb, operationId, examples),
  ];
}

function fieldRows(schema: Schema): string[] {
  return fieldsOf(schema).map(({ name, schema: its, isRequired }) => {
    const unless = 'default' in its ? ` Else ${JSON.stringify(its['default'])}.` : '';
    const says = typeof its['description'] === 'string' ? its['description'] : '';
    return row(`\`${name}\`${isRequired ? '' : '?'}`, inWords(its, shape), `${says}${unless}`);
  });
}

function answer(description: Described, status: string, response: Schema): string {
  if (typeof response['$ref'] === 'string') return status;
  const [media] = Object.values((resolved(description, response)['content'] ?? {}) as Readonly<Record<string, Media>>);
  const name = media?.schema['$ref'];
  return typeof name === 'string' ? `${status} (\`${name.split('/').at(-1) ?? ''}\`)` : status;
}

/** The request of an example as it is typed, and how it was answered; a long answer is left to the description. */
function typed(verb: string, operationId: string, examples: Examples): string[] {
  const example = examples[operationId];
  if (example === undefined) return [];
  const asked = [
    `curl -H "Authorization: Bearer $token" "$api${example.path}"`,
    ...(verb === 'POST' ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(example.request === undefined
      ? []
      : [`-H "Content-Type: application/json" -d '${JSON.stringify(example.request, null, 2)}'`]),
  ];
  const said = JSON.stringify(example.response.body, null, 2);
  const shown = said.length > 1_600 ? [] : ['', '```json', said, '```'];
  return ['```text', asked.join(' \\\n  '), '```', ...shown, ''];
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function shape(name: string): string {
  return `\`${name}\``;
}
