import { parse, v5, v7, validate } from 'uuid';

/** A UUID as text. */
export type Id = string;

// The namespace of all ids that are derived from a command id; a constant of the format, never changed.
const FAMILY_NAMESPACE = parse('6f1f2f4e-6a0c-5d57-9a3e-0d6f0b2f9d10');

/** An id made from another and a name: the same every time, so that a repeated command makes the same things. */
export function derivedId(id: Id, name: string): Id {
  // As bytes: to write the namespace down and read it again would take half the time of an id.
  return v5(name, v5(id, FAMILY_NAMESPACE, new Uint8Array(16)));
}

/** A new id that sorts by the time it was made. */
export function newId(): Id {
  return v7();
}

export function isId(text: unknown): text is Id {
  return typeof text === 'string' && validate(text);
}
