import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, derivedId, isInstant, isWellFormed, sha256, toInstant } from '#kernel';

const vectors = join(process.cwd(), '..', 'shared', 'data', 'merkle-vectors', 'jcs', 'testdata');
const withVectors = existsSync(vectors) ? describe : describe.skip;

withVectors('canonical JSON, against the published vectors of RFC 8785', () => {
  const names = existsSync(vectors) ? readdirSync(join(vectors, 'input')) : ['vectors are absent'];
  it.each(names)('%s', (name) => {
    const input: unknown = JSON.parse(readFileSync(join(vectors, 'input', name), 'utf8'));
    expect(canonicalJson(input)).toBe(readFileSync(join(vectors, 'output', name), 'utf8'));
  });
});

describe('canonical JSON', () => {
  it('sorts keys and leaves out what is undefined', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'é\u0000'], c: undefined })).toBe('{"a":[true,null,"é\\u0000"],"b":1}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, undefined, 'half \ud83d of a pair'])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('knows half a character from a whole one', () => {
    expect(isWellFormed('half \ud83d of a pair')).toBe(false);
    expect(isWellFormed('a whole 😀')).toBe(true);
  });

  it('hashes to lower-case hex', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('ids', () => {
  it('are the same every time they are derived from the same command', () => {
    const command = '4b3f1f6e-3d1c-4f57-8f4e-0b3f8c1a2d3e';
    expect(derivedId(command, 'milestone')).toBe(derivedId(command, 'milestone'));
    expect(derivedId(command, 'milestone')).not.toBe(derivedId(command, 'claim'));
    // As every ledger has it: were it made otherwise, a repeated command would no longer find what it made.
    expect(derivedId('0198c5d0-0000-7000-8000-000000000001', 'milestone')).toBe('54b21065-678b-514b-b965-507991f30150');
  });
});

describe('instants', () => {
  it('take any offset and are kept in UTC with milliseconds', () => {
    expect(toInstant('2023-06-30T04:28:08-04:00')).toBe('2023-06-30T08:28:08.000Z');
    expect(toInstant('2023-06-30T04:28:08')).toBeUndefined();
    expect(isInstant('2023-06-30T08:28:08Z')).toBe(false);
  });
});
