import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { LedgerError, sha256 } from '#kernel';
import { checkTexts, type Finding, type TextReference, textsIn } from '../embedded/check.js';
import type { Progress } from '../embedded/reconcile.js';
import { START } from '../port.js';
import { prefixOf } from './log-reader.js';
import type { EsdbLooked } from './look.js';
import { positionText } from './positions.js';
import { fromWire, type ReadRow } from './wire.js';

/** What hides or removes events when the server is asked to, by the name it has in a stream's metadata. */
const FORBIDDEN = ['$maxAge', '$maxCount', '$tb'] as const;

/** Nodes that keep their time differ by less. */
const CLOCKS_DIFFER_BY_MS = 2_000;

const RESTORE = "Restore the server's latest backup and compare; keep this server as it is until then";
const COPY_ANEW = 'throughline projections rebuild log-copy --store esdb';

type Found = (where: string, what: string, todo?: string) => void;

/**
 * Looks at all of a ledger in EventStoreDB and changes nothing: every event against the hash it was recorded with, every
 * stream from revision 0 without a gap, the server's log against the copy of it that was made when each event was new;
 * what hides, removes or replaces events there (`$maxAge`, `$maxCount`, `$tb`, tombstones, what a scavenge or the redactor
 * leaves); ids recorded twice, which the server does not refuse; each text that an event refers to; whether the clock of the node
 * that leads had gone back.
 * @param findings where each finding is put at once: what was found stays found where the rest cannot be read
 * @returns what was found; without `damage` the ledger is whole
 */
export async function auditLedger(
  ledger: EsdbLooked,
  progress: Progress = () => undefined,
  findings: Finding[] = [],
): Promise<readonly Finding[]> {
  const found: Found = (where, what, todo = RESTORE) => findings.push({ severity: 'damage', where, what, todo });
  // What is copied after this may have come after the log was read.
  const { position: copiedTo } = await ledger.store.copy.copiedTo();
  const looked = new Looked(ledger, found);
  let done = 0;
  for await (const page of ledger.store.reader.everything()) {
    await looked.take(page);
    done += page.length;
    progress({ doing: 'reading the log of the server', done, total: done });
  }
  await looked.end(copiedTo);
  findings.push(...looked.clock());
  for (const { id, streams } of await ledger.store.copy.repeatedIds())
    found(`event ${id}`, `is recorded more than once: ${streams.join(', ')}`, 'A program gave one id twice: correct the fact');
  await checkTexts(ledger, looked.referred, found);
  return findings;
}

class Looked {
  readonly referred = new Map<string, TextReference>();
  private readonly prefix: string;
  private readonly revisions = new Map<string, bigint>();
  private readonly settings = new Map<string, unknown>();
  private position = START;
  /** By how much the clock of the node that led was behind, when the last event came. */
  private heldBackMs = 0;

  constructor(
    private readonly ledger: EsdbLooked,
    private readonly found: Found,
  ) {
    this.prefix = prefixOf(ledger.store.ledger);
  }

  async take(page: readonly AllStreamRecordedEvent[]): Promise<void> {
    const rows: ReadRow[] = [];
    for (const event of page) {
      const { streamId, type, data } = event;
      if (streamId.startsWith(`$$${this.prefix}`)) this.settings.set(streamId.slice(2), data);
      else if (streamId.startsWith(this.prefix) && type === '$streamDeleted')
        this.found(streamId, 'was deleted for good (a tombstone): nothing of it can be read', RESTORE);
      const stream = this.ledger.store.reader.streamOf(event);
      const row = stream === undefined ? undefined : this.checked(event, stream);
      if (row !== undefined) rows.push(row);
    }
    const last = page.at(-1);
    if (last === undefined) return;
    await this.compare(rows, positionText(last.position));
  }

  /** What the copy held beyond the server's end when the audit began, and what the streams are told to forget. */
  async end(copiedTo: string): Promise<void> {
    await this.compare([], copiedTo);
    for (const [stream, settings] of this.settings) {
      const told = FORBIDDEN.filter((name) => typeof settings === 'object' && settings !== null && name in settings);
      if (told.length > 0)
        this.found(
          stream,
          `its metadata has ${told.join(', ')}: events are hidden, and removed by the next scavenge`,
          'Take it out of the metadata of the stream, and look again',
        );
    }
  }

  /** Whether the clock of the node that leads had gone back when the last event came: what follows is held back, too. */
  clock(): readonly Finding[] {
    if (this.heldBackMs <= CLOCKS_DIFFER_BY_MS) return [];
    return [
      {
        severity: 'trouble',
        where: 'clock',
        what: `of the node that led ran ${Math.round(this.heldBackMs / 1000)} s behind when the last event was recorded`,
        why: 'All that is recorded before it has caught up bears one and the same instant',
        todo: 'Set the clocks of the nodes right and keep them so (NTP); if one was ahead before, wait',
        page: 'clock-behind.md',
      },
    ];
  }

  private checked(event: AllStreamRecordedEvent, stream: string): ReadRow | undefined {
    const expected = (this.revisions.get(stream) ?? -1n) + 1n;
    if (event.revision !== expected)
      this.found(event.streamId, `has revision ${event.revision} where ${expected} was to come: events were removed`);
    this.revisions.set(stream, event.revision);
    try {
      const row = fromWire(event, stream);
      for (const [id, hash] of textsIn(JSON.parse(row.body))) this.referred.set(id, { sha256: hash, event: row.id });
      return row;
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      this.found(event.streamId, error.message);
      return undefined;
    }
  }

  private async compare(rows: readonly ReadRow[], through: string): Promise<void> {
    const there = new Map(rows.map((row) => [row.position, row]));
    for (const copied of await this.ledger.store.copy.between(this.position, through)) {
      const where = `event ${copied.id} at ${copied.position}`;
      const { sha256: recorded, recordedAt: shown = copied.recordedAt } = there.get(copied.position) ?? {};
      this.heldBackMs = Date.parse(copied.recordedAt) - Date.parse(shown);
      if (sha256(copied.body) !== copied.sha256) this.found(where, 'its copy is not what was recorded', `Run: ${COPY_ANEW}`);
      if (recorded === undefined) this.found(where, 'was there when it was copied, and is there no more');
      else if (recorded !== copied.sha256) this.found(where, 'is another event than was copied when it was new');
    }
    this.position = through;
  }
}
