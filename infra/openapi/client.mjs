/**
 * Writes the types of a client of the interface, from its description, with a public generator, where those that are there
 * are of another description or none are. They are not kept in the repository: what reads types (`npm run typecheck`,
 * `npm run lint`) runs this first, so that the test's client is always held against the description as it is.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const TYPES = new URL('../../test/client/throughline.d.ts', import.meta.url);
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const description = read('libs/http/src/openapi/openapi.json');
const generator = JSON.parse(read('package.json')).devDependencies['openapi-typescript'];
// At the very end: where writing was cut off it is missing.
const stamp = `// openapi-typescript ${generator}, SHA-256 ${createHash('sha256').update(description).digest('hex')}\n`;

if (!existsSync(TYPES) || !readFileSync(TYPES, 'utf8').endsWith(stamp)) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  writeFileSync(TYPES, astToString(await openapiTS(JSON.parse(description))) + stamp);
}
