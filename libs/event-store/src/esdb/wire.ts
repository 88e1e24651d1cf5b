import type { JSONEventData, RecordedEvent } from '@eventstore/db-client';
import { canonicalJson, invalid, LedgerError, type Metadata, type NewEvent, sha256 } from '#kernel';
import type { StoredRow } from '../sql/rows.js';
import { positionText } from './positions.js';

/** Metadata as the server holds it: the two ids under the names its own tools look for, and the hash of the body. */
type WireMetadata = Omit<Metadata, 'correlationId' | 'causationId'> &
  Readonly<{
    schema: number;
    sha256: string;
    append: string;
    /** When another store recorded it, from which it was moved here; the server's own time is that of the move. */
    recordedAt?: string;
    $correlationId: string;
    $causationId: string;
  }>;

/**
 * An event as it was read from the server, checked against its hash. `recordedAt` is the server's clock as it stood, or what
 * it was where the event was moved here.
 */
export type ReadRow = StoredRow & Readonly<{ sha256: string }>;

/**
 * An event in the form in which the server keeps it: JSON that operators can read. Bytes cannot be kept so, because the
 * client parses and writes JSON anew; so the metadata bears the SHA-256 of the canonical body.
 * @param body the canonical body, from the door
 * @param append the id of this one append, by which its answer is told from that to the same events sent before
 */
export function toWire(event: NewEvent, body: string, append: string): JSONEventData {
  const { id, type, schema, data, metadata } = event;
  // The client writes `undefined` into a buffer, and its throw is nobody's to catch.
  if (data === undefined) throw invalid([{ field: 'data', rule: 'R15', message: 'an event has data' }]);
  if (type.startsWith('$')) throw invalid([{ field: 'type', rule: 'R15', message: "types with $ are the server's own" }]);
  return { id, contentType: 'application/json', type, data: data, metadata: wireMetadata({ schema, metadata, body, append }) };
}

/** An event of another store in the form in which the server keeps it, with the time at which that store recorded it. */
export function carriedToWire({ id, body, recordedAt }: StoredRow, append: string): JSONEventData {
  const { type, schema, data, metadata } = JSON.parse(body) as Pick<NewEvent, 'type' | 'schema' | 'data' | 'metadata'>;
  const wire = { ...wireMetadata({ schema, metadata, body, append }), recordedAt };
  return { id, contentType: 'application/json', type, data, metadata: wire };
}

function wireMetadata(event: Readonly<{ schema: number; metadata: Metadata; body: string; append: string }>): WireMetadata {
  const { correlationId, causationId, ...rest } = event.metadata;
  const { schema, append, body } = event;
  return { ...rest, schema, sha256: sha256(body), append, $correlationId: correlationId, $causationId: causationId };
}

/**
 * The event the server answered with, its body composed again and compared with its hash.
 * @throws LedgerError `corrupt` EVENT_ALTERED where it is not what was recorded, or nobody of this ledger wrote it
 */
export function fromWire(event: RecordedEvent, stream: string): ReadRow {
  const { id, type, data, revision, created, position } = event;
  if (position === undefined) throw altered(event, 'the server does not say where it lies: it is older than 22.6');
  const metadata = event.metadata as WireMetadata | undefined;
  if (!event.isJson || typeof metadata?.sha256 !== 'string') throw altered(event, 'it was not written by this ledger');
  const {
    schema,
    sha256: recorded,
    append: _,
    recordedAt,
    $correlationId: correlationId,
    $causationId: causationId,
    ...rest
  } = metadata;
  const body = canonicalJson({ type, schema, data, metadata: { ...rest, correlationId, causationId } });
  if (sha256(body) !== recorded) throw altered(event, 'it does not match the hash it was recorded with');
  return {
    position: positionText(position),
    stream,
    revision: String(revision),
    id,
    type,
    partnershipId: rest.partnershipId ?? null,
    commandId: rest.commandId,
    recordedAt: recordedAt ?? created.toISOString(),
    body,
    sha256: recorded,
  };
}

/** The append that stored the event. */
export function appendOf({ metadata }: RecordedEvent): string | undefined {
  return (metadata as Partial<WireMetadata> | undefined)?.append;
}

function altered({ streamId, revision, id }: RecordedEvent, why: string): LedgerError {
  return new LedgerError('corrupt', 'EVENT_ALTERED', `event ${id} at revision ${revision} of ${streamId}: ${why}`);
}
