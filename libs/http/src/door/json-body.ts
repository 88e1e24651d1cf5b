import { isUtf8 } from 'node:buffer';
import { invalid, LedgerError } from '#kernel';

/** A body of JSON is at most this large, uncompressed; files come as multipart. */
const MOST_BYTES = 1024 * 1024;
/** A body nests at most this deep; what checks and canonicalises it would run out of stack on a deeper one. */
const DEEPEST = 32;
/** Fields and items in all. The longest list that is taken has 500 items; of the shapes here none needs a tenth of this. */
const MOST_VALUES = 20_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** How Express reads a body of JSON: what nobody would take is refused by its bytes, before anything is made of them. */
export const JSON_BODY = { limit: MOST_BYTES, verify: requireModest } as const;

/**
 * Looks once over the bytes, without recursion and without keeping anything.
 * @param charset as the request names it, UTF-8 where it names none
 * @throws LedgerError ENCODING_REFUSED; `invalid` for a body that is no UTF-8 or nests too deep; BODY_TOO_LARGE for one
 *   of too many values (R15)
 */
export function requireModest(_request: unknown, _response: unknown, body: Buffer, charset: string): void {
  // Bytes that are no UTF-8 would be recorded as question marks, for good.
  if (charset !== 'utf-8') throw encodingRefused();
  if (!isUtf8(body)) throw wrongBody('is not UTF-8');
  let depth = 0;
  let values = 0;
  let isInWord = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (isInWord) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInWord = false;
    } else if (byte === QUOTE) isInWord = true;
    else if (OPENING.has(byte)) {
      depth += 1;
      values += 1;
    } else if (CLOSING.has(byte)) depth -= 1;
    else if (byte === COMMA) values += 1;
    if (depth > DEEPEST) throw wrongBody(`nests deeper than ${DEEPEST} levels`);
    if (values > MOST_VALUES) throw tooMany();
  }
}

function wrongBody(message: string): LedgerError {
  return invalid([{ field: 'body', rule: 'R15', message }]);
}

function tooMany(): LedgerError {
  const message = `the body holds more than ${MOST_VALUES} values`;
  return new LedgerError('invalid', 'BODY_TOO_LARGE', message, [{ field: 'body', rule: 'R15', message }]);
}

function encodingRefused(): LedgerError {
  const message = 'wanted charset=utf-8';
  return new LedgerError('invalid', 'ENCODING_REFUSED', `Content-Type: ${message}`, [
    { field: 'Content-Type', rule: 'R15', message },
  ]);
}
