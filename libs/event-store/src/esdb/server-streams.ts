import type { RecordedEvent } from '@eventstore/db-client';
import { LedgerError, type Recorded } from '#kernel';
import { recordedFrom, type Upcasters } from '../sql/rows.js';
import type { Connection } from './connection.js';
import type { Follower } from './follower.js';
import { prefixOf } from './log-reader.js';
import { fromWire, type ReadRow } from './wire.js';

/** The streams of one ledger on the server, and their events as the port shows them. */
export class ServerStreams {
  constructor(
    private readonly connection: Connection,
    private readonly ledger: string,
    private readonly follower: Follower,
    private readonly upcasters: Upcasters,
  ) {}

  /** What the server calls a stream of the ledger. */
  named(stream: string): string {
    return `${prefixOf(this.ledger)}${stream}`;
  }

  /** A stream from a revision on, as the port shows it; nothing where there is no such stream. */
  async from(stream: string, revision: bigint): Promise<readonly Recorded[]> {
    return await this.shown((await this.stored(stream, revision)).map((event) => fromWire(event, stream)));
  }

  /**
   * What lies on the server from a revision on, all or so many.
   * @throws LedgerError `corrupt` EVENT_MISSING where a revision is left out
   */
  async stored(stream: string, from: bigint, count?: number): Promise<readonly RecordedEvent[]> {
    const events = (await this.connection.readStream(this.named(stream), from, count)) ?? [];
    for (const [index, { revision }] of events.entries())
      if (revision !== from + BigInt(index)) {
        const message = `${stream} has revision ${revision} where ${from + BigInt(index)} was to come; run: throughline doctor`;
        throw new LedgerError('corrupt', 'EVENT_MISSING', message);
      }
    return events;
  }

  /** The revision of a stream's last event; undefined where there is no such stream. */
  async lastRevision(stream: string): Promise<bigint | undefined> {
    return (await this.connection.lastOf(this.named(stream)))?.revision;
  }

  /** Events as the port shows them: with a time that never goes back, in the current schema. */
  async shown(rows: readonly ReadRow[]): Promise<readonly Recorded[]> {
    return (await this.follower.timed(rows)).map((row) => recordedFrom(row, this.upcasters));
  }
}
