import { expect } from '@jest/globals';
import { canonicalJson, type Event, type Instant, type Metadata, type NewEvent, newId, type Recorded, type Texts } from '#kernel';
import { type AllPage, type EventStore, START } from '../port.js';
import type { Sql } from '../sql/sql.js';
import type { SqlEventStoreOptions } from '../sql/sql-event-store.js';

/** An engine under test, on a new and empty ledger. */
export type Opened = Readonly<{
  store: EventStore;
  texts: Texts;
  /** How the engine numbers its log: 1, 2, 3, or with gaps. */
  positions: 'dense' | 'ascending';
  /**
   * Puts an event behind the last one as it stood in a ledger that is old: at any revision, recorded at any time. Such a
   * ledger cannot be built event by event. Undefined where nobody can do that to the engine.
   */
  seed: ((row: Readonly<{ stream: string; revision: bigint; recordedAt?: Instant }>) => Promise<void>) | undefined;
  /** A second store on the same ledger, as another process has it. */
  another: (options?: SqlEventStoreOptions) => Promise<EventStore>;
  /** Ends the engine without goodbye, whatever is under way, and starts it again on what it kept. */
  killAndRestart: () => Promise<Opened>;
  close: () => Promise<void>;
}>;

/** An engine that keeps the events in tables, for what only the database itself can show. */
export type OpenedSql = Opened & Readonly<{ sql: Sql; seed: NonNullable<Opened['seed']> }>;

/**
 * Opens a new ledger; called once for each test.
 * @param use `to be killed`: with an engine of its own, which only then may be killed
 */
export type Open<Kind extends Opened = Opened> = (use?: 'to be killed') => Promise<Kind>;

/** Runs a test's work on a new ledger and closes it whatever happens. */
export function onNewLedger<Kind extends Opened>(open: Open<Kind>, work: (opened: Kind) => Promise<void>): () => Promise<void> {
  return async () => {
    const opened = await open();
    try {
      await work(opened);
    } finally {
      await opened.close();
    }
  };
}

export type Counted = Event<'Counted', { n: number; note?: string }>;

const METADATA: Metadata = {
  occurredOn: '2025-02-15',
  actor: { kind: 'clock' },
  recordedBy: { kind: 'clock', id: 'clock' },
  commandId: '018f0000-0000-7000-8000-000000000001',
  commandDigest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  decidedOn: {},
  correlationId: 'contract',
  causationId: 'contract',
};

/** An event with a new id, of a command of its own. */
export function counted(n: number, over: Partial<NewEvent<Counted>> = {}, metadata: Partial<Metadata> = {}): NewEvent<Counted> {
  const ids = { commandId: newId(), ...metadata };
  return { type: 'Counted', schema: 1, data: { n }, id: newId(), ...over, metadata: { ...METADATA, ...ids } };
}

/** See `Opened.seed`: a row as the table would hold it. */
export async function seedRow(
  sql: Sql,
  row: Readonly<{ stream: string; revision: bigint; recordedAt?: Instant }>,
): Promise<void> {
  await sql.query(
    `insert into events (position, stream, revision, id, type, command_id, recorded_at, body)
      values ((select coalesce(max(e.position), 0) + 1 from events e), $1, $2::bigint, $3::uuid, 'Counted', 'seed', $4::timestamptz, $5)`,
    [
      row.stream,
      String(row.revision),
      newId(),
      row.recordedAt ?? '2025-01-01T00:00:00.000Z',
      canonicalJson({ type: 'Counted', schema: 1, data: { n: 0 }, metadata: METADATA }),
    ],
  );
}

/** The log's positions are in order, each once, of one width; without a gap where the engine has none. */
export function expectLogOrder({ positions: how }: Pick<Opened, 'positions'>, events: readonly Recorded[]): void {
  const positions = events.map(({ position }) => position);
  if (how === 'dense') expect(positions).toEqual(densePositions(positions.length));
  expect(positions).toEqual([...new Set(positions)].sort());
  expect(new Set(positions.map((position) => position.length)).size).toBeLessThanOrEqual(1);
}

/** A position of the same form that no event of the ledger has yet. */
export function positionBehind(position: string): string {
  return String(BigInt(position) + 1n).padStart(position.length, '0');
}

/** Every event of the log, read in batches of a size. */
export async function everything(store: EventStore, limit = 1000): Promise<Recorded[]> {
  const events: Recorded[] = [];
  let page: AllPage = { events: [], scannedTo: START, caughtUp: false };
  while (!page.caughtUp) {
    page = await store.readAll(page.scannedTo, { limit });
    events.push(...page.events);
  }
  return events;
}

/** The positions a log of so many events must have: from 1, without a gap. */
export function densePositions(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(20, '0'));
}

/** What a promise was refused with; fails the test where it was not. */
export async function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome) return outcome.error;
  throw new Error('it was not refused');
}
