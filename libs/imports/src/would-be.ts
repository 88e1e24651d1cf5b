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

/** An event as it would be recorded, its body as text: a tenth of what it takes as an object. */
type Kept = Readonly<{ position: string; revision: bigint; recordedAt: Instant; id: string; stream: string; body: Buffer }>;

/**
 * A ledger as it was at one moment, and what would be recorded on it: appends are kept in memory, and read together with
 * what is stored. So the deciders of a dry run see the same as those of the run that follows.
 */
class WouldBeStore implements DecisionStore {
  private readonly streams = new Map<string, Kept[]>();
  private readonly partnerships = new Map<string, Kept[]>();
  private last: bigint;

  private constructor(
    private readonly store: DecisionStore,
    private readonly head: string,
  ) {
    this.last = BigInt(head);
  }

  static async over(store: DecisionStore & Pick<EventStore, 'head'>): Promise<WouldBeStore> {
    return new WouldBeStore(store, await store.head());
  }

  async append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    // The same door as of the store, so that what it would refuse is refused here.
    const { events: bodies } = atTheDoor(stream, events, expected);
    const before = await this.revisionOf(stream);
    requireExpected(stream, expected, before);
    const recordedAt = new Date().toISOString() as Instant;
    const kept = bodies.map(({ id, body }, place): Kept => {
      this.last += 1n;
      const position = String(this.last).padStart(START.length, '0');
      return { position, revision: before + BigInt(place + 1), recordedAt, id, stream, body: Buffer.from(body, 'utf8') };
    });
    this.streams.set(stream, [...(this.streams.get(stream) ?? []), ...kept]);
    bodies.forEach(({ partnershipId }, place) => {
      const one = kept[place];
      if (partnershipId === null || one === undefined) return;
      const others = this.partnerships.get(partnershipId);
      if (others === undefined) this.partnerships.set(partnershipId, [one]);
      else others.push(one);
    });
    const recorded = kept.map(recordedFrom);
    return {
      revision: before + BigInt(kept.length),
      position: kept.at(-1)?.position ?? this.head,
      events: recorded,
    };
  }

  async readStream(stream: string, from = 0n): Promise<readonly Recorded[]> {
    const stored = await this.stored(stream, from);
    const kept = (this.streams.get(stream) ?? []).filter(({ revision }) => revision >= from);
    return [...stored, ...kept.map(recordedFrom)];
  }

  async readPartnership(partnershipId: string, after = START, through?: string): Promise<readonly Recorded[]> {
    const until = through !== undefined && through < this.head ? through : this.head;
    const stored = await this.store.readPartnership(partnershipId, after, until);
    const kept = (this.partnerships.get(partnershipId) ?? []).filter(
      ({ position }) => position > after && (through === undefined || position <= through),
    );
    return [...stored, ...kept.map(recordedFrom)];
  }

  streamOfCommand(commandId: string): Promise<string | undefined> {
    return this.store.streamOfCommand(commandId);
  }

  private async revisionOf(stream: string): Promise<bigint> {
    const kept = this.streams.get(stream)?.at(-1)?.revision;
    if (kept !== undefined) return kept;
    const revision = (await this.stored(stream, 0n)).at(-1)?.revision ?? -1n;
    // While the store was asked, another append may have come first.
    return this.streams.get(stream)?.at(-1)?.revision ?? revision;
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

function recordedFrom({ body, ...place }: Kept): Recorded {
  return { ...(JSON.parse(body.toString('utf8')) as Omit<Recorded, keyof Kept>), ...place };
}

/**
 * Decides acts on a ledger as if they were recorded, and records nothing: the same decisions over a store that keeps in
 * memory what would be appended.
 */
export async function wouldRecord(
  ledger: Readonly<{ store: DecisionStore & Pick<EventStore, 'head'>; texts: Texts }>,
): Promise<RecordAct> {
  const store = await WouldBeStore.over(ledger.store);
  const texts: Texts = {
    draft: (commandId, name, content) => ledger.texts.draft(commandId, name, content),
    keep: () => Promise.resolve(),
    read: (ids) => ledger.texts.read(ids),
    about: (persons) => ledger.texts.about(persons),
    erase: () => Promise.reject(new Error('a dry run erases nothing')),
  };
  return recordingBy(new Decisions(store, texts, { decidesUnread: true }));
}
