import { canonicalJson, invalid, isId, isWellFormed, type NewEvent } from '#kernel';
import { APPEND_LIMITS, type Expected } from '../port.js';

/** An event in the form its row has. */
export type EventToStore = Readonly<{
  id: string;
  type: string;
  partnershipId: string | null;
  commandId: string;
  body: string;
}>;

/** One append, checked and serialised: nothing about it can fail in the database for what it says. */
export type Append = Readonly<{ stream: string; expected: Expected; events: readonly EventToStore[]; bytes: number }>;

/**
 * Checks an append at the door, so that what one caller got wrong never reaches a batch with those of others (R15).
 * @throws LedgerError `invalid` naming the field: no events, more than APPEND_LIMITS, a lone surrogate, a value that
 *   JSON does not have, an id that is none
 */
export function atTheDoor(stream: string, events: readonly NewEvent[], expected: Expected): Append {
  requireName(stream, 'stream');
  if (typeof expected === 'object' && expected.revision < 0n) refuse('expected', 'a revision is 0 or more');
  if (events.length === 0) refuse('events', 'an append has at least one event');
  if (events.length > APPEND_LIMITS.events) refuse('events', `an append has at most ${APPEND_LIMITS.events} events`);
  const prepared = events.map((event, index) => toStore(event, `events[${index}]`));
  const bytes = prepared.reduce((sum, event) => sum + Buffer.byteLength(event.body), 0);
  if (bytes > APPEND_LIMITS.bytes) refuse('events', `an append has at most ${APPEND_LIMITS.bytes} bytes, this one has ${bytes}`);
  return { stream, expected, events: prepared, bytes };
}

function toStore(event: NewEvent, field: string): EventToStore {
  const { id, type, schema, data, metadata } = event;
  // The column holds a uuid, which the database writes in lower case: any other spelling would come back changed.
  if (!isId(id) || id !== id.toLowerCase()) refuse(`${field}.id`, 'an event id is a UUID in lower case');
  if (!Number.isSafeInteger(schema) || schema < 1) refuse(`${field}.schema`, 'a schema is a whole number from 1');
  requireName(type, `${field}.type`);
  requireName(metadata.commandId, `${field}.metadata.commandId`);
  if (metadata.partnershipId !== undefined) requireName(metadata.partnershipId, `${field}.metadata.partnershipId`);
  return {
    id,
    type,
    partnershipId: metadata.partnershipId ?? null,
    commandId: metadata.commandId,
    body: canonicalBody({ type, schema, data, metadata }, field),
  };
}

function canonicalBody(body: unknown, field: string): string {
  try {
    return canonicalJson(body);
  } catch (error) {
    return refuse(field, `it has no canonical JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Names lie in columns of their own, where U+0000 has no place.
 * @throws LedgerError `invalid`
 */
export function requireName(name: string, field: string): void {
  if (name === '' || name.length > 255) refuse(field, 'a name has 1 to 255 characters');
  if (/[\u0000-\u001f]/.test(name) || !isWellFormed(name))
    refuse(field, 'a name has no control characters and no half characters');
}

function refuse(field: string, message: string): never {
  throw invalid([{ field, rule: 'R15', message }]);
}
