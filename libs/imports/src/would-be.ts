import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** So many events' streams are kept folded: what lies further back is read from the scratch file again. */
const EVENTS_KEPT = 1_000;

/** Where an event got its place. */
type Placed = Pick<Recorded, 'position' | 'revision' | 'recordedAt' | 'id' | 'stream'>;

/** Events as they would be recorded, in a file for as long as a dry run lasts: in memory is only where each begins. */
class Scratch {
  private readonly ends: number[] = [];

  private constructor(
    private readonly folder: string,
    private readonly file: number,
  ) {}

  static async open(): Promise<Scratch> {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-dry-run-'));
    return new Scratch(folder, openSync(join(folder, 'events'), 'w+'));
  }

  /** @returns the number by which the event is read again */
  add({ revision, ...place }: Placed, body: string): number {
    const at = this.ends.at(-1) ?? 0;
    const event = Buffer.from(`${JSON.stringify({ ...place, revision: String(revision) })}\n${body}`, 'utf8');
    let written = 0;
    while (written < event.length) written += writeSync(this.file, event, written, event.length - written, at + written);
    return this.ends.push(at + event.length) - 1;
  }

  read(number: number): Recorded {
    const at = this.ends[number - 1] ?? 0;
    const event = Buffer.alloc((this.ends[number] ?? at) - at);
    let taken = 0;
    while (taken < event.length) {
      const more = readSync(this.file, event, taken, event.length - taken, at + taken);
      if (more === 0) throw new Error('the scratch file of a dry run was cut off');
      taken += more;
    }
    const [place = '', body = ''] = event.toString('utf8').split('\n', 2);
    const { revision, ...rest } = JSON.parse(place) as Omit<Placed, 'revision'> & { revision: string };
    return { ...(JSON.parse(body) as Omit<Recorded, keyof Placed>), ...rest, revision: BigInt(revision) };
  }

  async end(): Promise<void> {
    closeSync(this.file);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/**
 * A ledger as it was at one moment, and what would be recorded on it: appends go to a scratch file, and are read together
 * with what is stored. So the deciders of a dry run see the same as those of the run that follows.
 */
class WouldBeStore implements DecisionStore {
  private readonly streams = new Map<string, { revision: bigint; events: number[] }>();
  private readonly partnerships = new Map<string, number[]>();
  private last: bigint;

  private constructor(
    private readonly store: DecisionStore,
    private readonly head: string,
    private readonly scratch: Scratch,
  ) {
    this.last = BigInt(head);
  }

  static async over(store: DecisionStore & Pick<EventStore, 'head'>, scratch: Scratch): Promise<WouldBeStore> {
    return new WouldBeStore(store, await store.head(), scratch);
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    // The same door as of the store, so that what it would refuse is refused here.
    const { events: bodies } = atTheDoor(stream, events, expected);
    const before = await this.revisionOf(stream);
    requireExpected(stream, expected, before);
    const recordedAt = new Date().toISOString() as Instant;
    const kept = this.streams.get(stream) ?? { revision: before, events: [] };
    const recorded = bodies.map(({ id, body, partnershipId }) => {
      this.last += 1n;
      kept.revision += 1n;
      const position = String(this.last).padStart(START.length, '0');
      const number = this.scratch.add({ position, revision: kept.revision, recordedAt, id, stream }, body);
      kept.events.push(number);
      if (partnershipId !== null) this.ofPartnership(partnershipId).push(number);
      return this.scratch.read(number);
    });
    this.streams.set(stream, kept);
    return { revision: kept.revision, position: recorded.at(-1)?.position ?? this.head, events: recorded };
  }

  async readStream(stream: string, from = 0n): Promise<readonly Recorded[]> {
    const wouldBe = this.streams.get(stream);
    // Of a stream that would begin now nothing is stored.
    const isNew = wouldBe !== undefined && BigInt(wouldBe.events.length) === wouldBe.revision + 1n;
    const stored = isNew ? [] : await this.stored(stream, from);
    const kept = (wouldBe?.events ?? []).map((number) => this.scratch.read(number));
    return [...stored, ...kept.filter(({ revision }) => revision >= from)];
  }

  async readPartnership(partnershipId: string, after = START, through?: string): Promise<readonly Recorded[]> {
    const until = through !== undefined && through < this.head ? through : this.head;
    const stored = await this.store.readPartnership(partnershipId, after, until);
    const kept = this.ofPartnership(partnershipId).map((number) => this.scratch.read(number));
    return [...stored, ...kept.filter(({ position }) => position > after && (through === undefined || position <= through))];
  }

  streamOfCommand(commandId: string): Promise<string | undefined> {
    return this.store.streamOfCommand(commandId);
  }

  private ofPartnership(partnershipId: string): number[] {
    const events = this.partnerships.get(partnershipId) ?? [];
    this.partnerships.set(partnershipId, events);
    return events;
  }

  private async revisionOf(stream: string): Promise<bigint> {
    const kept = this.streams.get(stream)?.revision;
    if (kept !== undefined) return kept;
    const revision = (await this.stored(stream, 0n)).at(-1)?.revision ?? -1n;
    // While the store was asked, another append may have come first.
    return this.streams.get(stream)?.revision ?? revision;
  }

  /** What others record meanwhile is not seen: it would stand in the middle of what would be. */
  private async stored(stream: string, from: bigint): Promise<readonly Recorded[]> {
    return (await this.store.readStream(stream, from)).filter(({ position }) => position <= this.head);
  }
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
export type WouldRecord = Readonly<{ record: RecordAct; end: () => Promise<void> }>;

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
  const scratch = await Scratch.open();
  const store = await WouldBeStore.over(ledger.store, scratch).catch(async (error: unknown) => {
    await scratch.end();
    throw error;
  });
  const record = recordingBy(new Decisions(store, texts, { decidesUnread: true, eventsKept: EVENTS_KEPT }));
  return { record, end: () => scratch.end() };
}
