import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#kernel';
import { counted } from '../contract/opened.js';
import { positionText, type StoredRow } from '../sql/rows.js';
import { carryToServer, rowsOnServer } from './carrying.js';
import { Connection } from './connection.js';
import { EsdbDouble } from './double/index.js';
import { found, foundWhole, ledgerIdOf } from './founding.js';

/** Events of three streams that come by turns, recorded years ago. */
function rowsOf(count: number): StoredRow[] {
  return Array.from({ length: count }, (_, index) => {
    const { id, ...event } = counted(index, { data: { n: index, note: 'Größe \u2028 \u0000' } });
    return {
      position: positionText(BigInt(index + 1)),
      stream: `stream-${Math.floor(index / 2) % 3}`,
      revision: String(2 * Math.floor(index / 6) + (index % 2)),
      id,
      type: event.type,
      partnershipId: null,
      commandId: event.metadata.commandId,
      recordedAt: new Date(Date.UTC(2011, 1, 1) + Math.floor(index / 4)).toISOString(),
      body: canonicalJson(event),
    };
  });
}

async function allOnServer(connection: Connection): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  for await (const block of rowsOnServer(connection, 'moved')) rows.push(...block);
  return rows;
}

describe('events that are carried to EventStoreDB', () => {
  let double: EsdbDouble;
  let connection: Connection;

  beforeEach(async () => {
    double = await EsdbDouble.start();
    connection = Connection.to(double.connectionString(), { patience: 2_000 });
  });
  afterEach(async () => {
    await connection.close();
    await double.stop();
  });

  it('lie there in their order, each as it was, with the time at which it was recorded first', async () => {
    const rows = rowsOf(24);
    await carryToServer(connection, 'moved', rows);
    expect(await allOnServer(connection)).toEqual(rows);
    // Two of a stream that follow each other go in one append.
    expect(double.calls.append).toBe(12);
  });

  it('lie there once each, and in order, where answers are lost', async () => {
    const rows = rowsOf(12);
    double.faults.onNextAppends('fails-after-storing', 'fails', 'silent-after-storing', 'not-ready');
    await carryToServer(connection, 'moved', rows);
    expect(await allOnServer(connection)).toEqual(rows);
  });

  it('are not put behind others', async () => {
    const [rows, others] = [rowsOf(6), rowsOf(6)];
    await carryToServer(connection, 'moved', others);
    await expect(carryToServer(connection, 'moved', rows)).rejects.toMatchObject({ code: 'TARGET_DIFFERS' });
    expect(await allOnServer(connection)).toEqual(others);
  });

  it('keep what was recorded there afterwards from being earlier, whatever the clock of the server says', async () => {
    const [first, ...rest] = rowsOf(2);
    if (first === undefined) throw new Error('there are two');
    const late = new Date(Date.now() + 3_600_000).toISOString();
    await carryToServer(connection, 'moved', [first, { ...(rest[0] ?? first), recordedAt: late }]);
    const stored = double.log.at(double.log.length - 1);
    if (stored === undefined) throw new Error('it was stored');
    const { recordedAt: _, ...metadata } = JSON.parse(Buffer.from(stored.metadata).toString()) as Record<string, unknown>;
    const native = { ...stored, id: randomUUID(), metadata: Buffer.from(JSON.stringify(metadata)) };
    double.log.append('moved.stream-9', [native], 'any');
    const times = (await allOnServer(connection)).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([first.recordedAt, late, late]);
  });

  it('are no ledger to anybody before all of them are there', async () => {
    const ledgerId = randomUUID();
    await found(connection, 'moved', { ledgerId, movedFrom: 'another' });
    await expect(ledgerIdOf(connection, 'moved')).rejects.toMatchObject({ code: 'MOVE_UNFINISHED' });
    await foundWhole(connection, 'moved');
    expect(await ledgerIdOf(connection, 'moved')).toBe(ledgerId);
  });
});
