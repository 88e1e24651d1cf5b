import type { Schema } from '../telling.js';
import { type Described, fieldsOf, inWords, type Listed, listed, type Media, resolved } from './reading.js';

/**
 * The description as one page of plain HTML: headings, lists and tables that a keyboard and a screen reader know, found with
 * the browser's own search. No script, nothing from elsewhere: it is the same offline.
 */
export function descriptionPage(description: Described): string {
  const { info, tags, components } = description;
  const parts = tags.map((tag) => ({ ...tag, routes: listed(description, tag.name) }));
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${html(info.title)}: the interface</title><link rel="stylesheet" href="docs/style.css"></head><body>`,
    '<a class="skip" href="#routes">To the routes</a>',
    `<header><h1>${html(info.title)}</h1><p>${html(info.summary)}</p></header>`,
    '<nav aria-label="Routes">',
    ...parts.map(
      ({ name, routes }) =>
        `<h2><a href="#part-${html(name)}">${html(name)}</a></h2><ul>${routes.map(({ operation }) => `<li><a href="#${html(operation.operationId)}">${html(operation.operationId)}</a></li>`).join('')}</ul>`,
    ),
    '</nav><main id="routes">',
    `<p>${words(info.description)}</p><p>The same for machines: <a href="openapi.json">OpenAPI 3.1</a>.</p>`,
    ...parts.flatMap(({ name, description: about, routes }) => [
      `<section aria-labelledby="part-${html(name)}"><h2 id="part-${html(name)}">${html(name)}</h2><p>${words(about)}</p>`,
      ...routes.map((route) => routeSection(description, route)),
      '</section>',
    ]),
    '<section aria-labelledby="shapes"><h2 id="shapes">Shapes</h2>',
    ...Object.entries(components.schemas).map(([name, schema]) => shapeSection(name, schema)),
    '</section></main></body></html>',
    '',
  ].join('\n');
}

function routeSection(description: Described, { verb, path, operation }: Listed): string {
  const { operationId, summary, description: more, parameters, requestBody, responses } = operation;
  const given = parameters.map((its) => resolved(description, its));
  return [
    `<article aria-labelledby="${html(operationId)}"><h3 id="${html(operationId)}">${html(operationId)}</h3>`,
    `<p><code>${verb} ${html(path)}</code></p><p>${words(summary)}. ${words(more)}</p>`,
    ...(given.length === 0 ? [] : [table('Parameters', ['name', 'in', 'what', ''], given.map(parameterCells))]),
    ...Object.entries(requestBody?.content ?? {}).flatMap(([type, media]) => bodySection(description, type, media)),
    table(
      'Answers',
      ['status', 'what', 'body'],
      Object.entries(responses).map(([status, its]) => answerCells(status, resolved(description, its))),
    ),
    ...exampleOf(description, responses),
    '</article>',
  ].join('\n');
}

function parameterCells(parameter: Schema): string[] {
  const { name, in: place, required, schema, description } = parameter;
  const must = required === true ? '' : ' (may be left out)';
  return [
    `<code>${html(String(name))}</code>${must}`,
    html(String(place)),
    shapeWords(schema as Schema),
    words(textOf(description)),
  ];
}

function bodySection(description: Described, type: string, { schema, example }: Media): string[] {
  const fields = fieldsOf(resolved(description, schema)).map(fieldCells);
  return [
    table(`Body, ${html(type)}`, ['field', 'what', ''], fields),
    ...(example === undefined ? [] : [`<p>For example:</p><pre tabindex="0">${html(JSON.stringify(example, null, 2))}</pre>`]),
  ];
}

function fieldCells({ name, schema, isRequired }: ReturnType<typeof fieldsOf>[number]): string[] {
  const unless = 'default' in schema ? `; else ${JSON.stringify(schema['default'])}` : '';
  return [
    `<code>${html(name)}</code>${isRequired ? '' : ` (may be left out${html(unless)})`}`,
    shapeWords(schema),
    words(textOf(schema['description'])),
  ];
}

function answerCells(status: string, response: Schema): string[] {
  const content = Object.entries((response['content'] ?? {}) as Readonly<Record<string, Media>>);
  const body = content.map(([type, { schema }]) => `${html(type)}: ${shapeWords(schema)}`).join('; ');
  return [status, words(textOf(response['description'])), body];
}

/** The first answer that was recorded. */
function exampleOf(description: Described, responses: Readonly<Record<string, Schema>>): string[] {
  for (const [status, reference] of Object.entries(responses)) {
    for (const media of Object.values((resolved(description, reference)['content'] ?? {}) as Readonly<Record<string, Media>>)) {
      if (media.example === undefined) continue;
      return [`<p>Answered ${status}, for example:</p><pre tabindex="0">${html(JSON.stringify(media.example, null, 2))}</pre>`];
    }
  }
  return [];
}

function shapeSection(name: string, schema: Schema): string {
  const fields = fieldsOf(schema);
  const about = `<h3 id="shape-${html(name)}">${html(name)}</h3><p>${words(textOf(schema['description']))}</p>`;
  return fields.length === 0
    ? `${about}<p>${shapeWords(schema)}</p>`
    : about + table(name, ['field', 'what', ''], fields.map(fieldCells));
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((name) => `<th scope="col">${name === '' ? 'says' : name}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** What a value may be, with a link where it is a shape. */
function shapeWords(schema: Schema): string {
  return html(inWords(schema, (name) => `[[${name}]]`)).replaceAll(/\[\[(\w+)\]\]/g, '<a href="#shape-$1">$1</a>');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Words with code between backquotes. */
function words(text: string): string {
  return html(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export const STYLE = `:root { color-scheme: light dark; --line: light-dark(#767676, #8c8c8c); color: light-dark(#1a1a1a, #ececec); background: light-dark(#ffffff, #121212); }
code { overflow-wrap: anywhere; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 90rem; padding: 1rem; display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 0 2rem; }
header { grid-column: 1 / -1; }
nav { position: sticky; top: 0; max-height: 100vh; overflow: auto; font-size: 0.9rem; }
nav h2 { font-size: 1rem; margin: 1rem 0 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 0.2rem 0; overflow-wrap: anywhere; }
a { color: light-dark(#0b57d0, #a8c7fa); }
a:focus-visible, pre:focus-visible { outline: 3px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; }
article, section { border-top: 1px solid var(--line); margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; }
th, td { border: 1px solid var(--line); padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; font-weight: normal; overflow-wrap: anywhere; min-width: 3.5rem; }
thead th { font-weight: bold; overflow-wrap: normal; }
pre { overflow: auto; max-height: 24rem; padding: 0.5rem; border: 1px solid var(--line); }
@media (max-width: 50rem) { body { display: block; } nav { position: static; max-height: none; } }
@media print { nav, .skip { display: none; } body { display: block; } }
`;
