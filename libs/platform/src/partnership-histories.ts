import type { LedgerEvent } from '#domain';
import { type EventStore, START } from '#event-store';
import type { Id, Recorded } from '#kernel';

type Events = readonly Recorded<LedgerEvent>[];
type History = Readonly<{ events: Events; through: string }>;

/** At most so many events are held; what was asked for longest ago is let go first. */
const HELD_EVENTS = 50_000;
const NOTHING: History = { events: [], through: START };

/** Partnerships by the one they are part of. */
type Formed = Readonly<{ parts: ReadonlyMap<Id, readonly Id[]>; through: string }>;
const NONE_FORMED: Formed = { parts: new Map(), through: START };

/**
 * The histories that were asked for lately, so that an answer reads only what was recorded since the one before. Events
 * never change: what is held is right for as long as the ledger is the same one.
 */
export class PartnershipHistories {
  private readonly held = new Map<Id, Promise<History>>();
  private formed: Promise<Formed> = Promise.resolve(NONE_FORMED);

  constructor(
    private readonly store: Pick<EventStore, 'readPartnership' | 'readAll'>,
    private readonly limit = HELD_EVENTS,
  ) {}

  /**
   * Every event of a partnership up to a position, in log order.
   * @returns the very same list as before where nothing was added: what was made of it still holds
   */
  async of(id: Id, through: string): Promise<Events> {
    const before = this.held.get(id) ?? Promise.resolve(NOTHING);
    const history = before.catch(() => NOTHING).then((known) => this.extended(id, known, through));
    this.held.delete(id);
    this.held.set(id, history);
    const { events } = await history;
    await this.letGo();
    return (events.at(-1)?.position ?? START) <= through ? events : events.filter(({ position }) => position <= through);
  }

  /** The partnerships that were formed as parts of another, up to a position at least, in the order of their forming. */
  async partsOf(parent: Id, through: string): Promise<readonly Id[]> {
    const before = this.formed.catch(() => NONE_FORMED);
    this.formed = before.then((known) => this.moreFormed(known, through));
    return (await this.formed).parts.get(parent) ?? [];
  }

  private async extended(id: Id, known: History, through: string): Promise<History> {
    if (known.through >= through) return known;
    const { events } = known;
    // Only deciders append, and theirs are the ledger's events. The last one held is read again: after a failover that
    // lost the tail another event stands at its position.
    const tail = (await this.store.readPartnership(id, events.at(-2)?.position, through)) as Events;
    const last = events.at(-1);
    if (last === undefined) return { events: tail, through };
    if (tail[0]?.id !== last.id) return this.extended(id, NOTHING, through);
    return { events: tail.length === 1 ? events : [...events, ...tail.slice(1)], through };
  }

  private async moreFormed(known: Formed, through: string): Promise<Formed> {
    const parts = new Map(known.parts);
    let after = known.through;
    while (after < through) {
      const page = await this.store.readAll(after, { limit: 1000, types: ['PartnershipFormed'] });
      for (const { data, metadata } of page.events as Recorded<LedgerEvent>[]) {
        const { parent } = data as { parent?: Id };
        const { partnershipId } = metadata;
        if (parent !== undefined && partnershipId !== undefined) parts.set(parent, [...(parts.get(parent) ?? []), partnershipId]);
      }
      after = page.scannedTo;
      if (page.caughtUp) break;
    }
    return { parts, through: after };
  }

  private async letGo(): Promise<void> {
    let size = 0;
    for (const [id, history] of [...this.held].reverse()) {
      size += (await history.catch(() => NOTHING)).events.length;
      if (size > this.limit && this.held.get(id) === history) this.held.delete(id);
    }
  }
}

const ofStores = new WeakMap<EventStore, PartnershipHistories>();

/** The histories of a store: one for all that read from it. */
export function historiesOf(store: EventStore): PartnershipHistories {
  const histories = ofStores.get(store) ?? new PartnershipHistories(store);
  ofStores.set(store, histories);
  return histories;
}
