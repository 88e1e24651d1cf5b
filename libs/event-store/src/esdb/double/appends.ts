import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { Metadata, ServerDuplexStream, ServerReadableStream, ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { Faults } from './faults.js';
import type { EventLog, Expected, Proposed, WriteResult } from './log.js';
import { type Answer, batchAnswer, type Endpoint, failure, proposed, streamName, trailersOf, unaryAnswer } from './messages.js';
import { grpc, streams } from './protocol.js';

/** A node of the double, as its calls see it. */
export type Node = Readonly<{
  log: EventLog;
  faults: Faults;
  now: () => number;
  leader: () => Endpoint;
  /** Where a call is to go instead; undefined where this node serves it. */
  leaderInstead: (metadata: Metadata) => Endpoint | undefined;
}>;
type Write = { stream: string; expected: Expected; events: Proposed[] };

/** Both ways to append, and both ways to end a stream. */
export function appending({ log, faults, now, leader, leaderInstead }: Node) {
  /** What becomes of an append, faults considered. */
  async function answerTo({ stream, expected, events }: Write, metadata: Metadata): Promise<Answer> {
    await faults.reachable();
    const instead = leaderInstead(metadata);
    if (instead) return { kind: 'not-leader', leader: instead };
    const fault = faults.forAppend();
    const answer = ((): Answer => {
      switch (fault) {
        case undefined:
          return log.append(stream, events, expected);
        case 'not-leader':
          return { kind: 'not-leader', leader: leader() };
        case 'not-ready':
          return { kind: 'not-ready' };
        default: {
          if (fault.endsWith('-after-storing')) log.append(stream, events, expected);
          if (fault.startsWith('fails')) return { kind: 'failed' };
          return { kind: fault.startsWith('times-out') ? 'timed-out' : 'silence' };
        }
      }
    })();
    await faults.answersReleased();
    return answer;
  }

  function append(call: ServerReadableStream<AppendReq, AppendResp>, reply: sendUnaryData<AppendResp>): void {
    const write: Write = { stream: '', expected: 'any', events: [] };
    call.on('data', (request: AppendReq) => {
      const options = request.getOptions();
      if (options) {
        write.stream = streamName(options.getStreamIdentifier());
        write.expected = expectedOf(options, (given) => given.getRevision());
      }
      const message = request.getProposedMessage();
      if (message) write.events.push(proposed(message));
    });
    call.on('end', () => {
      void answerTo(write, call.metadata).then((answer) => {
        if (call.cancelled || answer.kind === 'silence') return;
        const message = unaryAnswer(write.stream, answer);
        if (message instanceof Error) reply(message);
        else reply(null, message);
      });
    });
  }

  function batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    if (!faults.batchPath) {
      call.emit('error', failure(grpc.status.UNIMPLEMENTED, 'BatchAppend is not offered'));
      return;
    }
    const pending = new Map<string, Write>();
    let ended = false;
    const respond = (correlationId: UUID, stream: string, answer: Answer): void => {
      if (ended || call.cancelled || answer.kind === 'silence') return;
      const message = batchAnswer(correlationId, stream, answer);
      if (message instanceof Error) {
        ended = true;
        call.emit('error', message);
      } else call.write(message);
    };
    call.on('data', (request: BatchAppendReq) => {
      const correlationId = request.getCorrelationId();
      if (correlationId === undefined) return;
      const key = correlationId.getString();
      const options = request.getOptions();
      if (options) {
        const stream = streamName(options.getStreamIdentifier());
        const deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
        if (deadline <= now()) return respond(correlationId, stream, { kind: 'timed-out' });
        pending.set(key, { stream, expected: expectedOf(options, (given) => given.getStreamPosition()), events: [] });
      }
      const write = pending.get(key);
      if (write === undefined) return;
      write.events.push(...request.getProposedMessagesList().map(proposed));
      if (!request.getIsFinal()) return;
      pending.delete(key);
      void answerTo(write, call.metadata).then((answer) => respond(correlationId, write.stream, answer));
    });
    call.on('end', () => call.end());
  }

  function ending<Request extends DeleteReq | TombstoneReq, Response extends DeleteResp | TombstoneResp>(
    end: (stream: string, expected: Expected) => WriteResult,
    respond: (position: { commit: string; prepare: string }) => Response,
  ) {
    return (call: ServerUnaryCall<Request, Response>, reply: sendUnaryData<Response>): void => {
      const options = call.request.getOptions();
      if (options === undefined) return reply(failure(grpc.status.INVALID_ARGUMENT, 'options are missing'));
      const stream = streamName(options.getStreamIdentifier());
      const result = end(
        stream,
        expectedOf(options, (given) => given.getRevision()),
      );
      if (result.kind !== 'written') return reply(trailersOf(stream, result));
      const { commit, prepare } = result.position;
      reply(null, respond({ commit: commit.toString(), prepare: prepare.toString() }));
    };
  }

  return {
    append,
    batchAppend,
    delete: ending<DeleteReq, DeleteResp>(
      (stream, expected) => log.deleteStream(stream, expected),
      ({ commit, prepare }) =>
        new streams.DeleteResp().setPosition(
          new streams.DeleteResp.Position().setCommitPosition(commit).setPreparePosition(prepare),
        ),
    ),
    tombstone: ending<TombstoneReq, TombstoneResp>(
      (stream, expected) => log.tombstone(stream, expected),
      ({ commit, prepare }) =>
        new streams.TombstoneResp().setPosition(
          new streams.TombstoneResp.Position().setCommitPosition(commit).setPreparePosition(prepare),
        ),
    ),
  };
}

type ExpectedOptions = { hasAny(): boolean; hasNoStream(): boolean; hasStreamExists(): boolean };

function expectedOf<Given extends ExpectedOptions>(options: Given, revision: (options: Given) => string): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return BigInt(revision(options));
}
