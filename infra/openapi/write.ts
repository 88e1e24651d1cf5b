/**
 * Writes what the interface says of itself, or with `--check` says what is stale: the OpenAPI description that the server
 * answers with, and the pages of the reference. `npm run docs` runs it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { HttpModule, NamedTokens } from '#http';
import type { Described } from '../../libs/http/src/openapi/reading.js';
import { describe, type Examples } from './description.js';
import { httpPage } from './markdown.js';
import { problemsPage } from './problems-page.js';
import { routesOf } from './routes.js';
import { Sources } from './types.js';

const EXAMPLES = 'infra/openapi/examples.json';
const isCheck = process.argv.includes('--check');

function put(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (isCheck) {
    process.stderr.write(`${path} is stale: run npm run docs\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    process.stdout.write(`${path} written\n`);
  }
}

const examples = existsSync(EXAMPLES) ? (JSON.parse(readFileSync(EXAMPLES, 'utf8')) as Examples) : {};
// The module is only looked at: no token is ever asked for.
const routes = routesOf(HttpModule.with(new NamedTokens('.')));
const description = describe(routes, new Sources(['libs/http/src/http.module.ts']), examples);
put('libs/http/src/openapi/openapi.json', `${JSON.stringify(description, null, 1)}\n`);
put('docs/reference/http.md', httpPage(description as unknown as Described, examples));
put('docs/reference/problems.md', problemsPage());
