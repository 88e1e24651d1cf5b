import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '../../infra/openapi/problems.js';

const sources = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.(spec|property|contract)\.|\/(testing|contract|double|properties)\//.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8')),
);
const code = sources.join('\n');

/** A code stands after the kind of a LedgerError, the status of a problem, or where a helper makes one of the two. */
const MADE =
  /(?:'(?:invalid|refused|not-found|conflict|stale|reused|unavailable|corrupt)',\s*|(?:problem\(\d+|status|kind), (?:\w+ \? '[A-Z_]+' : )?|(?:wrong|wrongData|refusal|forked)\(|=== '[a-z]+' \? |' : )'([A-Z]+(?:_[A-Z]+)*)'/g;

describe('the list of problems', () => {
  const listed = PROBLEMS.map((problem) => problem.code);

  it('names every code once', () => {
    expect(listed.length).toBe(new Set(listed).size);
  });

  it('names every code that the sources have', () => {
    const made = new Set([...code.matchAll(MADE)].flatMap(([, found]) => (found === undefined ? [] : [found])));
    expect(made.size).toBeGreaterThan(50);
    // A setting that is wrong is named where a code may stand.
    const isSetting = (found: string) => /^(THROUGHLINE|OTEL|TALLY)_/.test(found);
    expect([...made].filter((found) => !listed.includes(found) && !isSetting(found))).toEqual([]);
  });

  it('names every rule that refuses, and no other', () => {
    const refusing = new Set([...code.matchAll(/refused\('R(\d+)'/g)].map(([, number]) => `RULE_${number}`));
    const rules = listed.filter((its) => its.startsWith('RULE_'));
    expect([...refusing].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it('names no code that the sources do not have', () => {
    const gone = listed.filter((its) => !its.startsWith('RULE_') && !code.includes(`'${its}'`));
    expect(gone).toEqual([]);
  });
});
