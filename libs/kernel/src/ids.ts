import { hash } from 'node:crypto';
import { parse, stringify, v7, validate } from 'uuid';

/** A UUID as text. */
export type Id = string;

// The namespace of all ids that are derived from a command id; a constant of the format, never changed.
const FAMILY_NAMESPACE = parse('6f1f2f4e-6a0c-5d57-9a3e-0d6f0b2f9d10');

// Many ids are made from one and the same, one after the other.
let lastNamespace: Readonly<{ of: Id; bytes: Uint8Array }> | undefined;

/** An id made from another and a name: the same every time, so that a repeated command makes the same things. */
export function derivedId(id: Id, name: string): Id {
  if (lastNamespace?.of !== id) lastNamespace = { of: id, bytes: named(FAMILY_NAMESPACE, id) };
  return stringify(named(lastNamespace.bytes, name));
}

/** RFC 9562, version 5: the first 16 bytes of SHA-1 over the namespace and the name. An import makes several for each fact. */
function named(namespace: Uint8Array, name: string): Uint8Array {
  const bytes = hash('sha1', Buffer.concat([namespace, Buffer.from(name, 'utf8')]), 'buffer').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes;
}

/** A new id that sorts by the time it was made. */
export function newId(): Id {
  return v7();
}

export function isId(text: unknown): text is Id {
  return typeof text === 'string' && validate(text);
}
