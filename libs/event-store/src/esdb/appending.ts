import { LedgerError, type NewEvent, newId } from '#kernel';
import { onceStored } from '../once-stored.js';
import { type Appended, DuplicateEvent, type Expected, RevisionConflict, START, StreamExists, StreamMissing } from '../port.js';
import { type Append, atTheDoor } from '../sql/door.js';
import { Turns } from '../turns.js';
import type { Connection } from './connection.js';
import { typeOf } from './failures.js';
import type { LogCopy } from './log-copy.js';
import type { ServerStreams } from './server-streams.js';
import { appendOf, fromWire, toWire } from './wire.js';

/** Others may write to a stream for which the caller expects nothing exact; so often it is tried anew. */
const RACES = 100;

type Exact = 'no-stream' | Readonly<{ revision: bigint }>;

/** Appends to the streams of one ledger on the server, each once. */
export class Appending {
  private readonly turnsOfStreams = new Turns();
  private readonly turnsOfCommands = new Turns();

  constructor(
    private readonly connection: Connection,
    private readonly streams: ServerStreams,
    private readonly copy: LogCopy,
  ) {}

  /** As `EventStore.append`. */
  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    const append = atTheDoor(stream, events, expected);
    const onStream = () => this.turnsOfStreams.take(stream, () => this.appendNow(append, events));
    // The command's turn first, then the stream's, always: nobody waits in a circle. So a command that comes here on two
    // streams at once is known by the second; what another process does at that instant is not.
    return await this.turnsOfCommands.take(append.events[0]?.commandId ?? '', onStream);
  }

  /** Returns once every append that was handed in has its answer. */
  async ended(): Promise<void> {
    await Promise.all([this.turnsOfCommands.ended(), this.turnsOfStreams.ended()]);
  }

  private async appendNow(append: Append, events: readonly NewEvent[]): Promise<Appended> {
    const { stream, expected } = append;
    await this.requireNewIds(append);
    const appendId = newId();
    const wire = events.map((event, index) => toWire(event, append.events[index]?.body ?? '', appendId));
    for (let race = 1; ; race += 1) {
      const exact = await this.exactly(stream, expected);
      try {
        const revision = exact === 'no-stream' ? 'no_stream' : exact.revision;
        const { nextExpectedRevision } = await this.connection.append(this.streams.named(stream), wire, revision);
        return await onceStored(() => this.answered(append, appendId, nextExpectedRevision));
      } catch (error) {
        const actual = actualRevision(error);
        if (actual === undefined) throw error;
        if (typeof expected === 'object' || expected === 'no-stream' || race === RACES) throw conflict(append, actual);
      }
    }
  }

  /**
   * What the server is told to expect: always exact, because only then does it know a repeated append again for good. For
   * "any" and "a stream that exists" it forgets, and stores the same events twice.
   */
  private async exactly(stream: string, expected: Expected): Promise<Exact> {
    if (expected !== 'any' && expected !== 'stream-exists') return expected;
    const revision = await this.streams.lastRevision(stream);
    if (revision !== undefined) return { revision };
    if (expected === 'stream-exists') throw new StreamMissing(stream);
    return 'no-stream';
  }

  /**
   * The server takes an id again in another stream, or later in the same one. An id is made once, so that is a caller's
   * error; it is refused as far as the copy knows. An append that is repeated where it was stored, or at a revision that the
   * stream is past, is the server's to judge.
   */
  private async requireNewIds({ stream, expected, events }: Append): Promise<void> {
    const ids = events.map(({ id }) => id);
    if (new Set(ids).size < ids.length) throw new DuplicateEvent(stream);
    const first = expected === 'no-stream' ? 0n : typeof expected === 'object' ? expected.revision + 1n : undefined;
    const commandId = events[0]?.commandId ?? '';
    const elsewhere = await this.copy.streamOfCommand(commandId);
    if (elsewhere !== undefined && elsewhere !== stream)
      throw new LedgerError('reused', 'COMMAND_REUSED', `command ${commandId} is recorded on another stream`);
    for (const found of await this.copy.withIds(ids)) {
      // Where they lie behind the revision that is expected, the stream moved on: a conflict, which the server tells.
      const isServersToJudge = first !== undefined && found.stream === stream && BigInt(found.revision) >= first;
      if (!isServersToJudge) throw new DuplicateEvent(stream);
    }
  }

  /**
   * The server answers with the last revision alone: what was stored, where and when, is read. It answers the same where
   * these very events were stored before, by a copy of this append; that is told as the conflict it is, so that of five
   * copies of a command one recorded it.
   */
  private async answered(append: Append, appendId: string, last: bigint): Promise<Appended> {
    const { stream, events } = append;
    const stored = await this.streams.stored(stream, last + 1n - BigInt(events.length), events.length);
    if (stored.length < events.length || stored.some(({ id }, index) => id !== events[index]?.id))
      throw new LedgerError('corrupt', 'APPEND_DIFFERS', `${stream} holds other events at revision ${last} than were appended`);
    if (stored.some((event) => appendOf(event) !== appendId))
      throw conflict(append, (await this.streams.lastRevision(stream)) ?? last);
    const recorded = await this.streams.shown(stored.map((event) => fromWire(event, stream)));
    return { revision: last, position: recorded.at(-1)?.position ?? START, events: recorded };
  }
}

function conflict({ stream, expected }: Append, actual: bigint): LedgerError {
  if (expected === 'no-stream') return new StreamExists(stream, actual);
  // Of an id that is new, nobody can have stored a copy: who expects nothing exact gives an id twice.
  if (expected === 'any' || expected === 'stream-exists') return new DuplicateEvent(stream);
  return new RevisionConflict(stream, expected, actual);
}

/** The revision a stream has, where that is why an append was refused; -1 where there is no stream. */
function actualRevision(error: unknown): bigint | undefined {
  if (typeOf(error) !== 'wrong-expected-version') return undefined;
  const { actualVersion } = error as { actualVersion?: unknown };
  return typeof actualVersion === 'bigint' ? actualVersion : -1n;
}
