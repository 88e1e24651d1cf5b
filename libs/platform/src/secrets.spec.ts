import { describe, expect, it } from '@jest/globals';
import { withoutTokens } from './secrets.js';

const SECRET = 'aB3_-'.repeat(8) + 'xyz';

describe('words without tokens', () => {
  it.each([
    ['an owner token', `019f0c6e-6a0c-7d57-9a3e-0d6f0b2f9d10.${SECRET}`],
    ['a named one', `data-office.${SECRET}`],
  ])('%s is struck out wherever it stands', (_which, token) => {
    expect(withoutTokens(`Bearer ${token}`)).toBe('Bearer [token]');
    expect(withoutTokens(`"/api/v1/partnerships?token=${token}&limit=1"`)).toBe('"/api/v1/partnerships?token=[token]&limit=1"');
    expect(withoutTokens(`${token}\n${token}`)).toBe('[token]\n[token]');
  });

  it('what is no token stays: hashes, ids, versions, fields, addresses', () => {
    const words = `sha256 ${'a'.repeat(64)} 019f0c6e-6a0c-7d57-9a3e-0d6f0b2f9d10 v1.2.3 shares[0].party https://example.org/a.pdf`;
    expect(withoutTokens(words)).toBe(words);
    expect(withoutTokens(`a.${SECRET}9`)).toBe(`a.${SECRET}9`);
  });
});
