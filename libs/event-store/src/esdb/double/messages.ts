import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, BatchAppendReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServiceError } from '@grpc/grpc-js';
import { type Expected, MAX_APPEND_BYTES, type Position, type Proposed, type Stored, type WriteResult } from './log.js';
import { Any, GoogleEmpty, grpc, shared, status, streams } from './protocol.js';

export type Endpoint = Readonly<{ host: string; port: number }>;

/** An answer to an append: of the log, or of a fault. */
export type Answer =
  | WriteResult
  | Readonly<{ kind: 'not-leader'; leader: Endpoint }>
  | Readonly<{ kind: 'not-ready' | 'failed' | 'timed-out' | 'silence' }>;

export const streamName = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string): StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));

const uuid = (id: string): UUID => new shared.UUID().setString(id);

/** Both paths propose events alike. */
export function proposed(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** An event as a read and a subscription give it. */
export function eventMessage(stored: Stored): ReadResp {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuid(stored.id))
    .setStreamIdentifier(identifierOf(stored.stream))
    .setStreamRevision(stored.revision.toString())
    .setCommitPosition(stored.position.commit.toString())
    .setPreparePosition(stored.position.prepare.toString())
    .setData(stored.data)
    .setCustomMetadata(stored.metadata);
  const known = event.getMetadataMap();
  known.set('type', stored.type);
  known.set('content-type', stored.contentType);
  known.set('created', stored.createdTicks.toString());
  const read = new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(stored.position.commit.toString());
  return new streams.ReadResp().setEvent(read);
}

export function checkpointMessage({ commit, prepare }: Position): ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint()
    .setCommitPosition(commit.toString())
    .setPreparePosition(prepare.toString());
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

/** The error that ends a call, with what the server puts into the trailers. */
export function failure(code: number, details: string, trailers: Readonly<Record<string, string>> = {}): ServiceError {
  const metadata = new grpc.Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** An answer that ends the call on either path; undefined where the answer has a body. */
export function endOfCall(answer: Answer): ServiceError | undefined {
  if (answer.kind === 'failed') return failure(grpc.status.UNAVAILABLE, 'The connection was lost');
  return answer.kind === 'not-leader' ? notLeader(answer.leader) : undefined;
}

/** A node that does not lead names the one that does. */
export const notLeader = ({ host, port }: Endpoint): ServiceError =>
  failure(grpc.status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': port.toString(),
  });

/** The answer of the unary path: wrong versions in the body, everything else that is wrong in the trailers. */
export function unaryAnswer(stream: string, answer: Answer): InstanceType<typeof streams.AppendResp> | ServiceError {
  const response = new streams.AppendResp();
  switch (answer.kind) {
    case 'written': {
      const position = new streams.AppendResp.Position()
        .setCommitPosition(answer.position.commit.toString())
        .setPreparePosition(answer.position.prepare.toString());
      return response.setSuccess(
        new streams.AppendResp.Success().setCurrentRevision(answer.revision.toString()).setPosition(position),
      );
    }
    case 'wrong-version': {
      const wrong = new streams.AppendResp.WrongExpectedVersion();
      if (answer.current === undefined) wrong.setCurrentNoStream(new shared.Empty());
      else wrong.setCurrentRevision(answer.current.toString());
      if (answer.expected === 'any') wrong.setExpectedAny(new shared.Empty());
      else if (answer.expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
      else if (answer.expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
      else wrong.setExpectedRevision(answer.expected.toString());
      return response.setWrongExpectedVersion(wrong);
    }
    default:
      return endOfCall(answer) ?? trailersOf(stream, answer);
  }
}

/** What the server says in the trailers of unary calls, deletes included. */
export function trailersOf(stream: string, answer: Answer): ServiceError {
  const { FAILED_PRECONDITION, INVALID_ARGUMENT, UNAVAILABLE, ABORTED } = grpc.status;
  switch (answer.kind) {
    case 'wrong-version':
      return failure(FAILED_PRECONDITION, 'Append failed due to WrongExpectedVersion.', {
        exception: 'wrong-expected-version',
        'stream-name': stream,
        'expected-version': signed(answer.expected).toString(),
        ...(answer.current === undefined ? {} : { 'actual-version': answer.current.toString() }),
      });
    case 'stream-deleted':
      return failure(FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
        exception: 'stream-deleted',
        'stream-name': stream,
      });
    case 'too-large':
      return failure(INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`, {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': MAX_APPEND_BYTES.toString(),
      });
    case 'not-ready':
      return failure(UNAVAILABLE, 'Server Is Not Ready');
    default:
      return failure(ABORTED, 'Operation timed out');
  }
}

const signed = (expected: Expected): bigint =>
  typeof expected === 'bigint' ? expected : { no_stream: -1n, any: -2n, stream_exists: -4n }[expected];

/** The answer of the batch path: success, or a google.rpc.Status with one packed Any. */
export function batchAnswer(
  correlationId: UUID,
  stream: string,
  answer: Answer,
): InstanceType<typeof streams.BatchAppendResp> | ServiceError {
  const response = new streams.BatchAppendResp().setCorrelationId(correlationId).setStreamIdentifier(identifierOf(stream));
  if (answer.kind === 'written') {
    const position = new shared.AllStreamPosition()
      .setCommitPosition(answer.position.commit.toString())
      .setPreparePosition(answer.position.prepare.toString());
    return response.setSuccess(
      new streams.BatchAppendResp.Success().setCurrentRevision(answer.revision.toString()).setPosition(position),
    );
  }
  return endOfCall(answer) ?? response.setError(batchError(stream, answer));
}

function batchError(stream: string, answer: Answer): InstanceType<typeof status.Status> {
  const packed = (message: { serializeBinary(): Uint8Array }, name: string, code: number, text: string) => {
    const details = new Any();
    details.pack(message.serializeBinary(), name);
    return new status.Status().setCode(code).setMessage(text).setDetails(details);
  };
  switch (answer.kind) {
    case 'wrong-version': {
      const wrong = new shared.WrongExpectedVersion();
      if (answer.current === undefined) wrong.setCurrentNoStream(new GoogleEmpty());
      else wrong.setCurrentStreamRevision(answer.current.toString());
      if (answer.expected === 'any') wrong.setExpectedAny(new GoogleEmpty());
      else if (answer.expected === 'no_stream') wrong.setExpectedNoStream(new GoogleEmpty());
      else if (answer.expected === 'stream_exists') wrong.setExpectedStreamExists(new GoogleEmpty());
      else wrong.setExpectedStreamPosition(answer.expected.toString());
      return packed(wrong, 'event_store.client.WrongExpectedVersion', grpc.status.FAILED_PRECONDITION, 'WrongExpectedVersion');
    }
    case 'stream-deleted': {
      const deleted = new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream));
      return packed(deleted, 'event_store.client.StreamDeleted', grpc.status.FAILED_PRECONDITION, 'StreamDeleted');
    }
    case 'too-large': {
      const exceeded = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES);
      return packed(
        exceeded,
        'event_store.client.MaximumAppendSizeExceeded',
        grpc.status.INVALID_ARGUMENT,
        'MaximumAppendSizeExceeded',
      );
    }
    case 'not-ready':
      return packed(new GoogleEmpty(), 'google.protobuf.Empty', grpc.status.OK, 'Server Is Not Ready');
    default:
      return packed(new shared.Timeout(), 'event_store.client.Timeout', grpc.status.DEADLINE_EXCEEDED, 'Timeout');
  }
}
