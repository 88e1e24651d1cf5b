import { describe, expect, it } from '@jest/globals';
import { LedgerError } from '#kernel';
import { requireModest } from './json-body.js';

const codeOf = (body: string | Buffer, charset = 'utf-8'): string => {
  try {
    requireModest(undefined, undefined, Buffer.from(body), charset);
    return 'taken';
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
};

describe('a body of JSON by its bytes (R15)', () => {
  it('nests 32 levels and no deeper, of lists as of objects', () => {
    expect(codeOf(`${'['.repeat(32)}${']'.repeat(32)}`)).toBe('taken');
    expect(codeOf(`${'['.repeat(33)}${']'.repeat(33)}`)).toBe('INVALID_INPUT');
    expect(codeOf('{"a":'.repeat(33))).toBe('INVALID_INPUT');
    expect(codeOf('[]'.repeat(100))).toBe('taken');
  });

  it('holds at most 20,000 values', () => {
    const items = (count: number) => `[${Array.from({ length: count }, () => '1').join(',')}]`;
    const fields = (count: number) => `{${Array.from({ length: count }, (_, n) => `"${n}":1`).join(',')}}`;
    for (const made of [items, fields]) {
      expect(codeOf(made(20_000))).toBe('taken');
      expect(codeOf(made(20_001))).toBe('BODY_TOO_LARGE');
    }
    expect(codeOf('[[],'.repeat(10_001))).toBe('INVALID_INPUT');
  });

  it('is not counted within words, whatever stands there', () => {
    expect(codeOf(JSON.stringify('[{,'.repeat(30_000)))).toBe('taken');
    expect(codeOf(JSON.stringify({ a: `\\"${'['.repeat(40)}` }))).toBe('taken');
    expect(codeOf(`{"a":"\\\\","b":${'['.repeat(33)}`)).toBe('INVALID_INPUT');
  });

  it('is UTF-8 and says so', () => {
    expect(codeOf(Buffer.from('{"a":"caf\xe9"}', 'latin1'))).toBe('INVALID_INPUT');
    expect(codeOf(Buffer.from('{}', 'utf16le'), 'utf-16')).toBe('ENCODING_REFUSED');
  });
});
