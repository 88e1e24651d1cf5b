import { Controller, Get, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type AllPage, START } from '#event-store';
import { type Id, invalid, LedgerError, type Metadata, type Recorded } from '#kernel';
import { OpenLedger } from '#platform';
import { AsNumber, IsCount, IsId, IsWords, Optional } from '../checks.js';
import { isPosition, Reading } from '../reading.js';

class FeedAsked {
  /** The position of the last event that is known; from the first event on where it is left out. */
  @Optional() @IsWords(40) after?: string;
  /** How many events at most; fewer come where they would be more than 4 MiB together. */
  @Optional() @AsNumber() @IsCount(1, 1_000) limit?: number;
  /** Seconds to wait for an event where there is none yet. */
  @Optional() @AsNumber() @IsCount(0, 30) wait?: number;
  /** The ledger that `after` is a position of: refused where it is another now. */
  @Optional() @IsId() ledger?: Id;
  /** The `position` of a receipt: waits until that write is in the answer. */
  @Optional() @IsWords(40) atLeast?: string;
}

/** An event as it leaves the ledger. Free texts are references; their words are not in it. */
export type WireEvent = Readonly<{
  position: string;
  stream: string;
  /** Decimal digits: it may be larger than a JSON number holds exactly. */
  revision: string;
  id: Id;
  type: string;
  /** The version of the data's form; older ones are given in the newest. */
  schema: number;
  recordedAt: string;
  data: unknown;
  metadata: Metadata;
}>;

const LIMIT = 100;
/** A page ends before it holds more, though never before its first event: a thousand events may be half a gigabyte. */
const PAGE_BYTES = 4 * 1024 * 1024;
/** So many are held at once beside the page. */
const READ_AT_ONCE = 50;

/** The log itself, for who builds something of it elsewhere. */
@Controller('events')
export class FeedController {
  constructor(
    private readonly ledger: OpenLedger,
    private readonly reading: Reading,
  ) {}

  /**
   * Events after a position, in the order of the log, each once. `next` is where to go on, also at the end of the log;
   * `caughtUp` says that nothing lay behind it.
   */
  @Get()
  async listEvents(@Query() asked: FeedAsked, @Req() request: Request) {
    const { after = START, limit = LIMIT, wait = 0 } = asked;
    if (!isPosition(after)) throw invalid([{ field: 'after', rule: 'R15', message: 'wanted the position of an event' }]);
    await this.reading.reached(asked.atLeast);
    const ledger = await this.ledger.store.ledgerId();
    if (asked.ledger !== undefined && asked.ledger !== ledger) throw forked('ledger', `this is ledger ${ledger}`);
    const head = await this.ledger.store.head();
    if (after > head) throw forked('after', `this ledger ends at ${head}`);
    const page = after === head && wait > 0 ? await this.next(after, limit, wait, request) : await this.read(after, limit);
    const { scannedTo, caughtUp, events } = page;
    return { ledger, position: scannedTo, caughtUp, items: events.map(asOnTheWire), next: scannedTo };
  }

  private async read(after: string, limit: number): Promise<AllPage> {
    const events: Recorded[] = [];
    for (let from = after, bytes = 0; ; ) {
      const page = await this.ledger.store.readAll(from, { limit: Math.min(READ_AT_ONCE, limit - events.length) });
      for (const event of page.events) {
        bytes += Buffer.byteLength(JSON.stringify([event.data, event.metadata]));
        const last = events.at(-1);
        if (last !== undefined && bytes > PAGE_BYTES) return { events, scannedTo: last.position, caughtUp: false };
        events.push(event);
      }
      if (page.caughtUp || events.length === limit) return { ...page, events };
      from = page.scannedTo;
    }
  }

  /** The next events as soon as there are some; none after the time, or where who asked has hung up. */
  private async next(after: string, limit: number, seconds: number, request: Request): Promise<AllPage> {
    const waiting = new AbortController();
    const end = () => waiting.abort();
    const timer = setTimeout(end, seconds * 1_000);
    request.socket.once('close', end);
    try {
      for await (const _ of this.ledger.store.subscribeAll(after, { signal: waiting.signal, batchSize: 1 }))
        return await this.read(after, limit);
      return { events: [], scannedTo: after, caughtUp: true };
    } finally {
      clearTimeout(timer);
      request.socket.off('close', end);
      end();
    }
  }
}

function asOnTheWire({ position, stream, revision, id, type, schema, recordedAt, data, metadata }: Recorded): WireEvent {
  return { position, stream, revision: String(revision), id, type, schema, recordedAt, data, metadata };
}

/** A reader that stands where this ledger has not been: it was restored from a backup, or is another. */
function forked(field: string, why: string): LedgerError {
  const message = `${why}: what was read before is of another history; read again from the first event`;
  return new LedgerError('conflict', 'FEED_FORKED', message, [{ field, rule: 'R15', message }]);
}
