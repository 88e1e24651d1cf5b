import type { EventStore } from '#event-store';
import type { Event, Recorded } from '#kernel';

/** At most so many events are remembered by a projection; streams asked for longest ago are forgotten first. */
const REMEMBERED_EVENTS = 20_000;

/**
 * The past of streams, as far as the batch in hand goes. A batch brings the newest events of a stream; the earlier
 * ones are remembered from the batches before, or read from the store once. It holds nothing but the log, so it stays
 * right when a transaction was rolled back and the batch comes again.
 */
export class Histories {
  private readonly remembered = new Map<string, Recorded[]>();
  private batch = new Map<string, Recorded[]>();
  private size = 0;

  constructor(
    private readonly store: Pick<EventStore, 'readStream'>,
    private readonly limit = REMEMBERED_EVENTS,
  ) {}

  /** Takes in the next batch. Batches follow each other without a gap: what is remembered stays complete. */
  take(events: readonly Recorded[]): void {
    this.batch = byStream(events);
    for (const [stream, newer] of this.batch) {
      const known = this.remembered.get(stream);
      for (const event of newer) {
        if (known === undefined || event.revision !== BigInt(known.length)) continue;
        known.push(event);
        this.size++;
      }
    }
  }

  /** Every event of a stream up to a position of the batch, in order; empty where there is none. */
  async upTo(stream: string, position: string): Promise<readonly Recorded[]> {
    const events = this.remembered.get(stream) ?? (await this.read(stream));
    this.remember(stream, events);
    return events.filter((event) => event.position <= position);
  }

  private async read(stream: string): Promise<Recorded[]> {
    const inBatch = this.batch.get(stream);
    return inBatch?.[0]?.revision === 0n ? [...inBatch] : [...(await this.store.readStream(stream))];
  }

  private remember(stream: string, events: Recorded[]): void {
    this.size += events.length - (this.remembered.get(stream)?.length ?? 0);
    this.remembered.delete(stream);
    this.remembered.set(stream, events);
    for (const [oldest, held] of this.remembered) {
      if (this.size <= this.limit) break;
      this.remembered.delete(oldest);
      this.size -= held.length;
    }
  }
}

/** A batch's events by the stream they are of, each in order. */
export function byStream<E extends Event>(events: readonly Recorded<E>[]): Map<string, Recorded<E>[]> {
  const streams = new Map<string, Recorded<E>[]>();
  for (const event of events) {
    const held = streams.get(event.stream);
    if (held === undefined) streams.set(event.stream, [event]);
    else held.push(event);
  }
  return streams;
}
