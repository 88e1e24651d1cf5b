import {
  type CommandMeta,
  canonicalJson,
  type Decider,
  type Event,
  type Id,
  idMadeBy,
  invalid,
  LedgerError,
  type Metadata,
  notFound,
  type Receipt,
  type StreamName,
  sha256,
} from '#kernel';
import { StreamExists } from './port.js';

/** A command with all that is settled before its stream is read. */
export type Asked<State, Command extends Readonly<{ type: string }>, E extends Event, Facts> = Readonly<{
  decider: Decider<State, Command, E, Facts>;
  stream: StreamName;
  id: Id;
  command: Command;
  meta: CommandMeta;
  digest: string;
  /** By which what comes of it is one trace with it. */
  traceparent: string | undefined;
}>;

/** What a receipt is made of, but for the events. */
export type Making = Readonly<{
  decider: Pick<Decider<never, never, never, never>, 'makes'>;
  id: Id;
  stream: string;
  command: Readonly<{ type: string }>;
  meta: CommandMeta;
}>;

/**
 * SHA-256 over what the caller asked for: who runs the same command id with anything else is refused.
 * @throws LedgerError `invalid` where it has no canonical JSON
 */
export function commandDigest(target: string, command: unknown, meta: CommandMeta): string {
  const { actor, occurredOn, assertedAt, provenance } = meta;
  try {
    return sha256(canonicalJson({ target, command, actor, occurredOn, assertedAt, provenance }));
  } catch (error) {
    const message = `it has no canonical JSON: ${error instanceof Error ? error.message : String(error)}`;
    throw invalid([{ field: 'command', rule: 'R15', message }]);
  }
}

/**
 * Whether the stream is as the command and its caller expect it.
 * @throws StreamExists; LedgerError `not-found`; `stale` where it moved past the revision that the caller decided on
 */
export function requireExpected<State, Command extends Readonly<{ type: string }>, E extends Event, Facts>(
  { decider, stream, id, command, meta }: Asked<State, Command, E, Facts>,
  { revision }: Readonly<{ revision: bigint }>,
): void {
  const expects = decider.expects(command);
  if (expects === 'new' && revision >= 0n) throw new StreamExists(stream, revision);
  if (expects === 'existing' && revision < 0n) throw notFound('id', `${decider.family} ${id}`);
  if (meta.ifRevision !== undefined && meta.ifRevision !== revision) {
    throw new LedgerError('stale', 'STALE_REVISION', `${stream} is at revision ${revision}, you decided on ${meta.ifRevision}`);
  }
}

/** What every event of a command bears, but for its partnership. */
export function metadataOf(
  { meta, digest, traceparent }: Pick<Asked<never, never, never, never>, 'meta' | 'digest' | 'traceparent'>,
  occurredOn: Metadata['occurredOn'],
  decidedOn: Metadata['decidedOn'],
): Metadata {
  const { commandId, actor, recordedBy, assertedAt, provenance } = meta;
  return {
    occurredOn,
    actor,
    recordedBy,
    commandId,
    commandDigest: digest,
    decidedOn,
    correlationId: meta.correlationId ?? commandId,
    causationId: meta.causationId ?? commandId,
    ...(assertedAt === undefined ? {} : { assertedAt }),
    ...(provenance === undefined ? {} : { provenance }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** The receipt of a command, but for its events and whether they were recorded before. */
export function receipt(
  { decider, id, stream, command, meta }: Making,
  { revision, position }: Readonly<{ revision: bigint; position: string }>,
): Pick<Receipt, 'id' | 'stream' | 'revision' | 'position' | 'made'> {
  const thing = decider.makes?.(command);
  return { id, stream, revision, position, made: thing === undefined ? {} : { [`${thing}Id`]: idMadeBy(meta, thing) } };
}

/** The command's id came with something else before (rule 14). */
export function reused(commandId: Id): LedgerError {
  return new LedgerError('reused', 'COMMAND_REUSED', `command ${commandId} was already given, with other content`);
}
