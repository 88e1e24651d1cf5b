import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { DescribedInterface, escaped } from '../support/described.js';

type Media = Readonly<Record<string, Readonly<{ example?: unknown }>>>;

describe('the description of the interface', () => {
  const described = DescribedInterface.served();

  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    const document = JSON.parse(readFileSync('libs/http/src/openapi/openapi.json', 'utf8')) as Parameters<
      Validator['validate']
    >[0];
    const { valid, errors } = await validator.validate(document);
    expect([valid, validator.version, errors]).toEqual([true, '3.1', undefined]);
  });

  it('has examples that are as described: recorded answers have not aged', () => {
    const aged: string[] = [];
    let examples = 0;
    const look = (content: Media, pointer: string) => {
      for (const [type, { example }] of Object.entries(content)) {
        if (example === undefined) continue;
        examples += 1;
        const wrong = described.wrongWith(example, `${pointer}/content/${escaped(type)}/schema`);
        if (wrong !== '') aged.push(`${pointer}: ${wrong}`);
      }
    };
    for (const [path, verbs] of Object.entries(described.document.paths)) {
      for (const [verb, { requestBody, responses }] of Object.entries(verbs)) {
        const pointer = `/paths/${escaped(path)}/${verb}`;
        look((requestBody?.content ?? {}) as Media, `${pointer}/requestBody`);
        for (const [status, { content }] of Object.entries(responses))
          look((content ?? {}) as Media, `${pointer}/responses/${status}`);
      }
    }
    expect(examples).toBeGreaterThan(100);
    expect(aged).toEqual([]);
  });

  it('gives every read a moment and every write a key, but where the decision names it', () => {
    const without = Object.entries(described.document.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).flatMap(([verb, { parameters }]) => {
        const said = JSON.stringify(parameters);
        const wanted = verb === 'get' ? ['"asOf"', '"on"', '"basis"', '"atLeast"'] : ['Idempotency-Key'];
        return wanted.every((name) => said.includes(name)) ? [] : `${verb.toUpperCase()} ${path}`;
      }),
    );
    const decision = readFileSync('docs/adr/0016-what-has-no-moment-and-no-key.md', 'utf8');
    const rows = decision.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) => [...row.matchAll(/`((?:GET|POST) [^`]+)`/g)].map(([, address]) => address));
    expect(without.sort()).toEqual(named.sort());
  });
});
