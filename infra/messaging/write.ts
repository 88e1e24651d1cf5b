/**
 * Writes docs/reference/asyncapi.yaml, or with `--check` says that it is stale. `npm run docs` runs it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { Sources } from '../openapi/types.js';
import { describeMessages, FORMS, MESSAGES } from './asyncapi.js';

const PATH = 'docs/reference/asyncapi.yaml';
const HEAD = '# What is told to Kafka, from the types in libs/messaging (written by `npm run docs`, checked by the tests).\n';

const text = HEAD + stringify(describeMessages(new Sources([MESSAGES], FORMS)), { lineWidth: 120, aliasDuplicateObjects: false });
if (!existsSync(PATH) || readFileSync(PATH, 'utf8') !== text) {
  if (process.argv.includes('--check')) {
    process.stderr.write(`${PATH} is stale: run npm run docs\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(PATH, text);
    process.stdout.write(`${PATH} written\n`);
  }
}
