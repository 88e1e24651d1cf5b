import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream, ServiceError } from '@grpc/grpc-js';
import type { Node } from './appends.js';
import type { SubscriptionEnd } from './faults.js';
import type { Position, Stored } from './log.js';
import { checkpointMessage, eventMessage, failure, identifierOf, notLeader, streamName, trailersOf } from './messages.js';
import { grpc, streams } from './protocol.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;
type Asked = ReadReq.Options;
type Options = Node & Readonly<{ open: Set<OpenRead>; onSent: () => void }>;

/** What the server of 24.2 searches before it reports where it is, times the client's `checkpointInterval`. */
const SEARCH_WINDOW = 32;
/** What the checkpoint bug reports: -1 as an unsigned number. */
const NOWHERE: Position = { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n };

/** A call that is open on the server: a read in progress or a subscription. */
export class OpenRead {
  readonly #cancelled = new AbortController();

  constructor(
    private readonly call: Call,
    readonly isSubscription: boolean,
  ) {
    call.on('cancelled', () => this.#cancelled.abort());
  }

  get signal(): AbortSignal {
    return this.#cancelled.signal;
  }

  /** Writes with backpressure: a consumer that does not read stops the server. */
  async write(message: ReadResp): Promise<void> {
    if (this.signal.aborted || this.call.write(message)) return;
    await once(this.call, 'drain', { signal: this.signal }).catch(() => undefined);
  }

  end(): void {
    this.#cancelled.abort();
    this.call.end();
  }

  fail(error: ServiceError): void {
    this.#cancelled.abort();
    this.call.emit('error', error);
  }

  /** The drop of a subscription: by an error, or by the end that says nothing. */
  drop(how: SubscriptionEnd): void {
    if (how === 'error') this.fail(failure(grpc.status.UNAVAILABLE, 'The subscription was dropped'));
    else this.end();
  }
}

/** Streams/Read: one call for streams and `$all`, forwards and backwards, once or for good. */
export function reading({ log, faults, leaderInstead, open, onSent }: Options) {
  async function send(read: OpenRead, event: Stored): Promise<void> {
    onSent();
    await read.write(eventMessage(event));
  }

  async function answer(call: Call, read: OpenRead): Promise<void> {
    const asked = call.request.getOptions();
    if (asked === undefined) return read.fail(failure(grpc.status.INVALID_ARGUMENT, 'options are missing'));
    await faults.reachable();
    const leader = leaderInstead(call.metadata);
    if (leader) return read.fail(notLeader(leader));
    if (asked.hasSubscription()) return asked.hasAll() ? subscription(asked, read) : refuseStream(read);
    const found = asked.hasAll() ? allEvents(asked) : streamEvents(asked, read);
    if (found === undefined) return;
    let sent = 0;
    for (const event of found) {
      if (read.signal.aborted) return;
      if (faults.readsFailAfter === sent) return read.fail(failure(grpc.status.UNAVAILABLE, 'The connection was lost'));
      await send(read, event);
      sent += 1;
    }
    if (sent === 0 && !asked.hasAll()) await missing(asked, read);
    read.end();
  }

  /** Not an error: a message, and then the end of the call. */
  async function missing(asked: Asked, read: OpenRead): Promise<void> {
    const name = streamName(asked.getStream()?.getStreamIdentifier());
    if (log.stream(name) !== 'missing') return;
    const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name));
    await read.write(new streams.ReadResp().setStreamNotFound(notFound));
  }

  function streamEvents(asked: Asked, read: OpenRead): readonly Stored[] | undefined {
    const options = asked.getStream();
    const name = streamName(options?.getStreamIdentifier());
    const events = log.stream(name);
    if (events === 'deleted') {
      read.fail(trailersOf(name, { kind: 'stream-deleted' }));
      return undefined;
    }
    if (events === 'missing') return [];
    const backwards = asked.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const from = options?.hasRevision() ? BigInt(options.getRevision()) : undefined;
    const wanted = backwards
      ? events.filter(({ revision }) => from === undefined || revision <= from).reverse()
      : options?.hasEnd()
        ? []
        : events.filter(({ revision }) => from === undefined || revision >= from);
    return wanted.slice(0, limitOf(asked));
  }

  /** Forwards from a position on, backwards from before it. */
  function* allEvents(asked: Asked): Generator<Stored> {
    const backwards = asked.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
    const from = placeOf(asked);
    let left = limitOf(asked);
    const matches = filterOf(asked);
    for (let index = backwards ? from - 1 : from; index >= 0 && index < log.length && left > 0; index += backwards ? -1 : 1) {
      const event = log.at(index);
      if (event === undefined || !matches(event)) continue;
      left -= 1;
      yield event;
    }
  }

  /** The place in `$all` that the request names: the first event at its position or behind it. */
  function placeOf(asked: Asked): number {
    const options = asked.getAll();
    const position = options?.getPosition();
    if (position) {
      return log.indexOf({ commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) });
    }
    return options?.hasEnd() ? log.length : 0;
  }

  /** Confirmation, events behind the position, with a filter a checkpoint, caught up, and then what comes. */
  async function subscription(asked: Asked, read: OpenRead): Promise<void> {
    const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
    await read.write(new streams.ReadResp().setConfirmation(confirmation));
    const fromStart = asked.getAll()?.hasStart() ?? false;
    const checkpoints = checkpointing(asked, read, faults.checkpointBug && fromStart);
    const matches = filterOf(asked);
    const life = faults.forSubscription();
    let next = fromStart ? 0 : placeBehind(asked);
    let sent = 0;
    let caughtUp = false;
    while (!read.signal.aborted) {
      await faults.audible();
      if (read.signal.aborted) return;
      if (life?.events === sent) return read.drop(life.end);
      const event = log.at(next);
      if (next >= log.length) {
        if (!caughtUp) {
          await checkpoints.atTheEnd(log.at(next - 1)?.position);
          await read.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
        }
        caughtUp = true;
        await log.behind(next, read.signal);
        continue;
      }
      next += 1;
      if (event === undefined) continue;
      if (matches(event)) {
        await send(read, event);
        sent += 1;
      }
      await checkpoints.passed(event.position);
    }
  }

  /** A subscription starts behind its position, a read at it. */
  function placeBehind(asked: Asked): number {
    const place = placeOf(asked);
    const named = asked.getAll()?.getPosition();
    const at = log.at(place);
    return named &&
      at?.position.commit.toString() === named.getCommitPosition() &&
      at.position.prepare.toString() === named.getPreparePosition()
      ? place + 1
      : place;
  }

  return {
    read: (call: Call): void => {
      const read = new OpenRead(call, call.request.getOptions()?.hasSubscription() ?? false);
      open.add(read);
      read.signal.addEventListener('abort', () => open.delete(read));
      void answer(call, read);
    },
  };
}

/** Only a filtered subscription says how far it has searched. */
function checkpointing(asked: Asked, read: OpenRead, bug: boolean) {
  const filter = asked.getFilter();
  const window = filter?.hasMax() ? filter.getMax() : SEARCH_WINDOW;
  const interval = window * (filter?.getCheckpointintervalmultiplier() ?? 1);
  let passed = 0;
  const report = async (position: Position): Promise<void> => {
    passed = 0;
    if (filter) await read.write(checkpointMessage(position));
  };
  return {
    passed: async (position: Position): Promise<void> => {
      passed += 1;
      if (passed >= interval) await report(position);
    },
    atTheEnd: (last: Position = { commit: 0n, prepare: 0n }): Promise<void> => report(bug ? NOWHERE : last),
  };
}

function refuseStream(read: OpenRead): void {
  read.fail(failure(grpc.status.UNIMPLEMENTED, 'the double knows subscriptions to $all only'));
}

function limitOf(asked: Asked): number {
  return asked.hasCount() ? Number(asked.getCount()) : Infinity;
}

function filterOf(asked: Asked): (event: Stored) => boolean {
  const filter = asked.getFilter();
  if (filter === undefined) return () => true;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const said = filter.hasEventType() ? (event: Stored) => event.type : (event: Stored) => event.stream;
  const prefixes = expression?.getPrefixList() ?? [];
  if (prefixes.length > 0) return (event) => prefixes.some((prefix) => said(event).startsWith(prefix));
  const regex = new RegExp(expression?.getRegex() ?? '', 'u');
  return (event) => regex.test(said(event));
}
