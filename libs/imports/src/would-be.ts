import { type RecordAct, recordingBy } from '#domain';
import {
  type Appended,
  atTheDoor,
  type DecisionStore,
  Decisions,
  type EventStore,
  type Expected,
  RevisionConflict,
  START,
  StreamExists,
  StreamMissing,
} from '#event-store';
import type { Instant, NewEvent, Recorded, Texts } from '#kernel';
import { Scratch } from './scratch.js';

/** So many events' streams are kept folded: what lies further back is read from the scratch file again. */
const EVENTS_KEPT = 1_000;

/** What would be appended to a stream: the revision of the first, and all by their numbers in the scratch file. */
type WouldBe = Readonly<{ first: bigint; events: number[] }>;

/**
 * A ledger as it was at one moment, and what would be recorded on it: appends go to a scratch file, and are read together
 * with what is stored. So the deciders of a dry run see the same as those of the run that follows.
 */
export class WouldBeStore implements DecisionStore {
  private readonly streams = new Map<string, WouldBe>();
  private readonly partnerships = new Map<string, number[]>();
  private last: bigint;

  constructor(
    private readonly store: DecisionStore,
    private readonly head: string,
    private readonly scratch: Scratch,
  ) {
    this.last = BigInt(head);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    // The same door as of the store, so that what it would refuse is refused here.
    const { events: bodies } = atTheDoor(stream, events, expected);
    const wouldBe = await this.wouldBeOf(stream);
    requireExpected(stream, expected, lastOf(wouldBe));
    const recordedAt = new Date().toISOString() as Instant;
    const recorded = bodies.map(({ id, body, partnershipId }) => {
      this.last += 1n;
      const position = String(this.last).padStart(START.length, '0');
      const revision = lastOf(wouldBe) + 1n;
      const number = this.scratch.add({ position, revision, recordedAt, id, stream }, body);
      wouldBe.events.push(number);
      if (partnershipId !== null) this.ofPartnership(partnershipId).push(number);
      return this.scratch.read(number);
    });
    return { revision: lastOf(wouldBe), position: recorded.at(-1)?.position ?? this.head, events: recorded };
  }

  async readStream(stream: string, from = 0n): Promise<readonly Recorded[]> {
    const wouldBe = this.streams.get(stream);
    if (wouldBe === undefined) return await this.stored(stream, from);
    const { first, events } = wouldBe;
    // Nothing is read that was not asked for: a decision asks for the tail of a long stream again and again.
    if (from >= first) return events.slice(Number(from - first)).map((number) => this.scratch.read(number));
    return [...(await this.stored(stream, from)), ...events.map((number) => this.scratch.read(number))];
  }

  async readPartnership(partnershipId: string, after = START, through?: string): Promise<readonly Recorded[]> {
    const until = through !== undefined && through < this.head ? through : this.head;
    const stored = await this.store.readPartnership(partnershipId, after, until);
    const [from, end] = [this.countTo(after), through === undefined ? Number.POSITIVE_INFINITY : this.countTo(through)];
    const kept = this.ofPartnership(partnershipId).filter((number) => number >= from && number < end);
    return [...stored, ...kept.map((number) => this.scratch.read(number))];
  }

  streamOfCommand(commandId: string): Promise<string | undefined> {
    return this.store.streamOfCommand(commandId);
  }

  private ofPartnership(partnershipId: string): number[] {
    const events = this.partnerships.get(partnershipId) ?? [];
    this.partnerships.set(partnershipId, events);
    return events;
  }

  /** How many would be recorded up to a position: they follow one another behind what is stored. */
  private countTo(position: string): number {
    return Number(BigInt(position) - BigInt(this.head));
  }

  private async wouldBeOf(stream: string): Promise<WouldBe> {
    const known = this.streams.get(stream);
    if (known !== undefined) return known;
    const stored = (await this.stored(stream, 0n)).at(-1)?.revision ?? -1n;
    // While the store was asked, another append may have come first.
    const begun = this.streams.get(stream) ?? { first: stored + 1n, events: [] };
    this.streams.set(stream, begun);
    return begun;
  }

  /** What others record meanwhile is not seen: it would stand in the middle of what would be. */
  private async stored(stream: string, from: bigint): Promise<readonly Recorded[]> {
    return (await this.store.readStream(stream, from)).filter(({ position }) => position <= this.head);
  }
}

function lastOf({ first, events }: WouldBe): bigint {
  return first + BigInt(events.length) - 1n;
}

function requireExpected(stream: string, expected: Expected, actual: bigint): void {
  if (expected === 'any') return;
  if (expected === 'no-stream') {
    if (actual >= 0n) throw new StreamExists(stream, actual);
  } else if (expected === 'stream-exists') {
    if (actual < 0n) throw new StreamMissing(stream);
  } else if (expected.revision !== actual) throw new RevisionConflict(stream, expected, actual);
}

/** Decides acts as if they were recorded, until it is ended. */
export type WouldRecord = Readonly<{ record: RecordAct; end: () => void }>;

/**
 * Decides acts on a ledger as if they were recorded, and records nothing: the same decisions over a store that keeps in
 * a scratch file what would be appended.
 */
export async function wouldRecord(
  ledger: Readonly<{ store: DecisionStore & Pick<EventStore, 'head'>; texts: Texts }>,
): Promise<WouldRecord> {
  const texts: Texts = {
    draft: (commandId, name, content) => ledger.texts.draft(commandId, name, content),
    keep: () => Promise.resolve(),
    read: (ids) => ledger.texts.read(ids),
    about: (persons) => ledger.texts.about(persons),
    erase: () => Promise.reject(new Error('a dry run erases nothing')),
  };
  const head = await ledger.store.head();
  const scratch = Scratch.open();
  const store = new WouldBeStore(ledger.store, head, scratch);
  const record = recordingBy(new Decisions(store, texts, { decidesUnread: true, eventsKept: EVENTS_KEPT }));
  return { record, end: () => scratch.end() };
}
