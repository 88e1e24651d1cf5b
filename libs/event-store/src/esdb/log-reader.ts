import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { LedgerForked, START } from '../port.js';
import type { Connection } from './connection.js';
import { isNoPosition } from './failures.js';
import { type LogPosition, positionIn, positionText } from './positions.js';
import { fromWire, type ReadRow } from './wire.js';

/** Where a reader stands: behind an event of the ledger, or behind one of somebody else's that it passed over. */
export type Place = Readonly<{
  /** Of the last event of the ledger that was read: START before the first. */
  position: string;
  /** Where reading goes on: at or behind `position`. */
  at: LogPosition | 'start';
  /** The event that lies there, where it is known. */
  id?: string;
}>;

export type Read = Readonly<{
  rows: readonly ReadRow[];
  place: Place;
  /** Nothing of the ledger lay behind `place` when it was read. */
  caughtUp: boolean;
}>;

/** The most that is asked for at once where what others write is passed over. */
const AT_ONCE = 1000;

/**
 * The server's log as this ledger's own: of one server's `$all`, in its order, what lies in the ledger's streams. The
 * client has no filter for reading, so what others write is read and passed over.
 */
export class LogReader {
  private readonly prefix: string;

  /** @param ledger the name before every stream of the ledger on the server */
  constructor(
    private readonly connection: Connection,
    readonly ledger: string,
  ) {
    this.prefix = prefixOf(ledger);
  }

  /** @param id of the event that lies there, where it is known: another one there is another history */
  placeAt(position: string, id?: string | null): Place {
    return { position, at: positionIn(position) ?? 'start', ...(typeof id === 'string' ? { id } : {}) };
  }

  /**
   * The next events of the ledger, at most so many, and at least one where there is one.
   * @throws LedgerForked where no event lies at the place the reader stands at: the log lost its tail, or is another
   */
  async after(place: Place, limit: number): Promise<Read> {
    const rows: ReadRow[] = [];
    let { position, at, id } = place;
    const placed = (): Place => ({ position, at, ...(id === undefined ? {} : { id }) });
    for (let extra = 0; ; extra = Math.min(2 * extra + limit, AT_ONCE)) {
      // The event stood at comes first once more, and one more than is wanted says whether any lies behind.
      const count = limit - rows.length + extra + 2;
      const events = await this.read(at, count);
      const isStoodAt = at !== 'start' && this.isThere(events[0], at, position, id);
      for (const [index, event] of events.entries()) {
        const isNew = index > 0 || !isStoodAt;
        const stream = isNew ? this.streamOf(event) : undefined;
        if (stream !== undefined) {
          if (rows.length === limit) return { rows, place: this.placeAt(position, rows.at(-1)?.id), caughtUp: false };
          rows.push(fromWire(event, stream));
          position = positionText(event.position);
        }
      }
      const last = events.at(-1);
      if (last !== undefined) ({ position: at, id } = last);
      if (events.length < count) return { rows, place: placed(), caughtUp: true };
      if (rows.length === limit) return await this.full(rows, placed());
    }
  }

  /** The page is full and the log went on with other things: only reading on says whether anything of the ledger follows. */
  private async full(rows: readonly ReadRow[], place: Place): Promise<Read> {
    const { rows: more, place: beyond } = await this.after(place, 1);
    const caughtUp = more.length === 0;
    return { rows, place: caughtUp ? beyond : this.placeAt(place.position, rows.at(-1)?.id), caughtUp };
  }

  /** The whole log of the server as it stands, whoever wrote it, in pages. */
  async *everything(): AsyncGenerator<readonly AllStreamRecordedEvent[], void> {
    let at: LogPosition | 'start' = 'start';
    for (;;) {
      const events = await this.read(at, AT_ONCE);
      const last = at;
      const page: readonly AllStreamRecordedEvent[] =
        last === 'start' ? events : events.filter(({ position }) => !isSame(position, last));
      if (page.length > 0) yield page;
      if (events.length < AT_ONCE) return;
      at = events.at(-1)?.position ?? at;
    }
  }

  /** The event that lies exactly there; undefined where none of the ledger does. */
  async at(position: string): Promise<ReadRow | undefined> {
    const [event] = await this.read(positionIn(position) ?? 'start', 1).catch((error: unknown) => {
      if (error instanceof LedgerForked) return [];
      throw error;
    });
    const stream = event === undefined ? undefined : this.streamOf(event);
    if (event === undefined || stream === undefined || positionText(event.position) !== position) return undefined;
    return fromWire(event, stream);
  }

  private async read(at: LogPosition | 'start', count: number): Promise<AllStreamRecordedEvent[]> {
    try {
      return await this.connection.readLog(at, count);
    } catch (error) {
      if (error instanceof Error && isNoPosition(error.cause) && at !== 'start') throw forked(at);
      throw error;
    }
  }

  /**
   * Whether the event stood at comes first once more; otherwise what comes first is new.
   * @throws LedgerForked where it must be there and is not
   */
  private isThere(first: AllStreamRecordedEvent | undefined, at: LogPosition, position: string, id?: string): boolean {
    const isThere = first !== undefined && isSame(first.position, at);
    // An event of somebody else may be scavenged while a reader stands at it; one of the ledger never is.
    const isOfLedger = position !== START && positionText(at) === position;
    if (!isThere && (isOfLedger || first === undefined)) throw forked(at);
    if (isThere && id !== undefined && first.id !== id) throw forked(at);
    return isThere;
  }

  /** The ledger's own name of the event's stream; undefined where it is not the ledger's, or says that a stream was deleted. */
  streamOf({ streamId, type }: AllStreamRecordedEvent): string | undefined {
    if (!streamId.startsWith(this.prefix) || type.startsWith('$')) return undefined;
    return streamId.slice(this.prefix.length);
  }
}

/** Before the name of every stream of a ledger on the server. */
export function prefixOf(ledger: string): string {
  return `${ledger}.`;
}

function isSame(one: LogPosition, other: LogPosition): boolean {
  return one.commit === other.commit && one.prepare === other.prepare;
}

function forked(at: LogPosition): LedgerForked {
  return new LedgerForked(
    `no event lies at ${positionText(at)}, where one was read before: the server lost the end of its log, or is another`,
  );
}
