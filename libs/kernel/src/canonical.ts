import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * RFC 8785 canonical JSON.
 * @throws where a value has no canonical form: NaN, bigint, a lone surrogate
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('undefined has no canonical JSON');
  return text;
}

/** SHA-256 in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  // In one call: a hash object each time would take twice as long.
  return hash('sha256', content);
}

/** True where every character of the text is a whole one: a lone surrogate has no UTF-8 and no canonical form. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
