import { describe, expect, it } from '@jest/globals';
import { unsafeOf } from './relaying.js';

describe('how the brokers are spoken to', () => {
  const sasl = { mechanism: 'plain', username: 'relay', password: 'a-secret' } as const;

  it('is unsafe where the password goes as it is, which is told without it', () => {
    const [said, ...more] = unsafeOf({ tls: false, sasl });
    expect(said).toContain('THROUGHLINE_KAFKA_TLS');
    expect(said).not.toContain('a-secret');
    expect(more).toEqual([]);
  });

  it.each([
    ['over TLS', { tls: true, sasl }],
    ['with a password that is never sent', { tls: false, sasl: { ...sasl, mechanism: 'scram-sha-512' as const } }],
    ['without signing in', { tls: false }],
  ])('is not %s', (_, how) => {
    expect(unsafeOf(how)).toEqual([]);
  });
});
