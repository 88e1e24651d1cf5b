import { setTimeout as pause } from 'node:timers/promises';
import { LedgerError, newId } from '#kernel';
import { APPEND_LIMITS, START, StoreUnavailable } from '../port.js';
import { positionText, type StoredRow } from '../sql/rows.js';
import type { Connection } from './connection.js';
import { typeOf } from './failures.js';
import { LogReader, prefixOf } from './log-reader.js';
import { carriedToWire } from './wire.js';

const AT_ONCE = 1000;
const WAITS_MS = [100, 500, 2_000, 5_000] as const;

/**
 * Every event of a ledger on the server, in the order of its log, as a table would hold it: numbered from 1 without a gap,
 * and recorded no earlier than the one before it (`Follower`).
 */
export async function* rowsOnServer(connection: Connection, ledger: string): AsyncGenerator<StoredRow[]> {
  const reader = new LogReader(connection, ledger);
  let place = reader.placeAt(START);
  let latest = '';
  let count = 0n;
  for (;;) {
    const page = await reader.after(place, AT_ONCE);
    const rows = page.rows.map(({ sha256: _, ...row }): StoredRow => {
      latest = row.recordedAt < latest ? latest : row.recordedAt;
      count += 1n;
      return { ...row, position: positionText(count), recordedAt: latest };
    });
    if (rows.length > 0) yield rows;
    if (page.caughtUp) return;
    place = page.place;
  }
}

/**
 * Appends rows of another store behind those that are there, in their order: the server has one order, that of the appends,
 * so the next is sent when the last is answered. When each was recorded goes along, because the server's own time is that
 * of its arrival. `$all` then holds every event once, whatever is not answered: what is there is read before it is repeated.
 * @throws StoreUnavailable; LedgerError `corrupt` TARGET_DIFFERS where other events lie in a stream than were put there
 */
export async function carryToServer(connection: Connection, ledger: string, rows: readonly StoredRow[]): Promise<void> {
  for (const run of runsOf(rows)) await carryRun(connection, ledger, run);
}

async function carryRun(connection: Connection, ledger: string, run: readonly StoredRow[]): Promise<void> {
  const [first] = run;
  if (first === undefined) return;
  const stream = `${prefixOf(ledger)}${first.stream}`;
  const appendId = newId();
  const events = run.map((row) => carriedToWire(row, appendId));
  const revision = BigInt(first.revision);
  for (let attempt = 0; ; attempt += 1) {
    try {
      await connection.append(stream, events, revision === 0n ? 'no_stream' : revision - 1n);
      return;
    } catch (error) {
      const wait = WAITS_MS[attempt];
      const isConflict = typeOf(error) === 'wrong-expected-version';
      if (!isConflict && (!(error instanceof StoreUnavailable) || wait === undefined)) throw error;
      const there = (await connection.readStream(stream, revision, run.length)) ?? [];
      if (there.length === run.length && there.every(({ id }, index) => id === run[index]?.id)) return;
      if (isConflict || there.length > 0 || wait === undefined) throw differs(stream, revision);
      await pause(wait);
    }
  }
}

/** Rows that follow each other in one stream, as much as one append may hold. */
function* runsOf(rows: readonly StoredRow[]): Generator<readonly StoredRow[]> {
  let run: StoredRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(row.body);
    const isOver = run.length === APPEND_LIMITS.events || bytes + size > APPEND_LIMITS.bytes;
    if (run.length > 0 && (run[0]?.stream !== row.stream || isOver)) {
      yield run;
      run = [];
      bytes = 0;
    }
    run.push(row);
    bytes += size;
  }
  if (run.length > 0) yield run;
}

function differs(stream: string, revision: bigint): LedgerError {
  const message = `${stream} holds other events from revision ${revision} on than are moved there`;
  return new LedgerError('corrupt', 'TARGET_DIFFERS', message);
}
