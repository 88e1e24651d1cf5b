import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ledger, openEmbedded, START, StoreUnavailable } from '#event-store';
import { newId } from '#kernel';
import { CALENDAR } from '../e2e/partnership-of-two.js';
import { buildPrograms } from '../support/program.js';
import { tell } from './figures.js';
import { type FullDisk, fullDisk } from './full-disk.js';
import { note } from './note.js';
import { Served } from './served.js';

// The journal comes near the end of its first segment with these, so that the next few go beyond what the disk takes.
const LARGE = { events: 40, characters: 405_000 };
const ATTEMPTS = 30;
const COMMANDS = 20;
/** How long the read models may take to show what was recorded. */
const SHOWN_WITHIN_MS = 120_000;
const MEGABYTE = 1024 * 1024;
/** Room for a few pages of the database, and then for none. */
const NEXT_TO_NOTHING = 64 * 1024;
const LOG_FILE = 16 * MEGABYTE;
const PARTNERSHIP = {
  name: 'Northfield joint team',
  purpose: 'Every class has a trained mentor.',
  calendar: CALENDAR,
  occurredOn: '2024-07-01',
};

type Outcomes = Readonly<{ stored: string[]; notStored: string[]; unknown: string[] }>;

/** What becomes of a ledger whose disk is full, and has room again, while it is open. Registers the tests. */
export function fullDiskFaults(): void {
  describe('a disk that is full', () => {
    let disk: FullDisk;
    const opened: Ledger[] = [];

    const open = async () => {
      const ledger = await openEmbedded({ folder: join(disk.folder, 'data') });
      opened.push(ledger);
      return ledger;
    };

    beforeEach(async () => {
      disk = await fullDisk();
    });
    afterEach(async () => {
      await Served.killAll();
      for (const ledger of opened.splice(0)) await ledger.close();
      await disk.remove();
    });

    /**
     * Appends before, while and after the disk is full; then only the journal is left, and not the database.
     * @param left bytes that are left free; as many as the database needs, and not the journal, where nothing is said
     */
    const throughFullDisk = async (left?: number) => {
      const ledger = await open();
      const before = await appended(ledger, LARGE.events, LARGE.characters);
      expect(before.stored).toHaveLength(LARGE.events);
      await disk.fill(left);
      const during = await appended(ledger, ATTEMPTS, LARGE.characters).finally(() => disk.makeRoom());
      const after = await appended(ledger, ATTEMPTS, 100);
      expect(after.stored).toHaveLength(ATTEMPTS);
      await ledger.close();
      await rm(join(disk.folder, 'data', 'database'), { recursive: true });
      return { before, during, after, ids: await idsOf(await open()) };
    };

    it('loses nothing acknowledged, says truthfully what is not stored, and heals by itself once there is room', async () => {
      const since = Date.now();
      const { before, during, after, ids } = await throughFullDisk();
      expect(during.unknown.length).toBeGreaterThan(0);
      const acknowledged = [...before.stored, ...during.stored, ...after.stored];
      const lost = acknowledged.filter((id) => !ids.includes(id));
      const doubled = ids.length - new Set(ids).size;
      tell('a full disk', { acknowledged: acknowledged.length, lost: lost.length, doubled }, since);
      expect(lost).toEqual([]);
      expect(during.notStored.filter((id) => ids.includes(id))).toEqual([]);
      expect(doubled).toBe(0);
    });

    it('is answered 503 over HTTP, reads go on, and it heals by itself: repeated with their keys, no command is lost or doubled', async () => {
      const since = Date.now();
      buildPrograms();
      const server = await Served.warm(join(disk.folder, 'served')).serve();
      const keys = Array.from({ length: COMMANDS }, () => newId());
      const form = (key: string) => server.ask('POST', '/partnerships', { 'Idempotency-Key': key }, PARTNERSHIP);
      const count = async () => ((await server.ask('GET', '/partnerships?limit=200'))?.body as { items: unknown[] }).items.length;
      expect((await form(keys[0] ?? ''))?.status).toBe(201);
      await disk.fill(0, server.pid);
      const during = await Promise.all(keys.map(form));
      const reads = await server.ask('GET', '/partnerships');
      await disk.makeRoom(server.pid);
      const after = await Promise.all(keys.map(form));
      const position =
        after
          .map((answer) => String(answer?.body['position']))
          .sort()
          .at(-1) ?? '';
      const deadline = Date.now() + SHOWN_WITHIN_MS;
      while ((await server.ask('GET', `/partnerships?atLeast=${position}`))?.status === 503) {
        if (Date.now() > deadline) throw new Error(`the lists did not show position ${position} within ${SHOWN_WITHIN_MS} ms`);
        await pause(100);
      }
      const recorded = await count();
      await server.stop();
      const refused = during.filter((answer) => answer?.status === 503);
      tell(
        'a full disk, over HTTP',
        {
          commands: COMMANDS,
          'answered 503': refused.length,
          recorded,
          lost: Math.max(0, COMMANDS - recorded),
          doubled: Math.max(0, recorded - COMMANDS),
        },
        since,
      );
      expect(refused.length).toBeGreaterThan(0);
      for (const answer of refused) expect(['OUTCOME_UNKNOWN', 'STORE_UNAVAILABLE']).toContain(answer?.body['code']);
      expect(reads?.status).toBe(200);
      for (const answer of after) expect([200, 201]).toContain(answer?.status);
      expect(recorded).toBe(COMMANDS);
    });

    it('is met where the database needs the next file of its write-ahead log: it is opened anew, and goes on', async () => {
      const since = Date.now();
      const ledger = await open();
      await nearEndOfLogFile(ledger);
      // The journal has room, and a file of 16 MB has none.
      await disk.fill(8 * MEGABYTE);
      const during = await appended(ledger, 6, LARGE.characters, 'of chance').finally(() => disk.makeRoom());
      const after = await appended(ledger, 6, 100);
      await ledger.close();
      const ids = await idsOf(await open());
      const acknowledged = [...during.stored, ...after.stored];
      const lost = acknowledged.filter((id) => !ids.includes(id));
      tell(
        'a full disk, at the next file of the write-ahead log',
        { appends: 12, acknowledged: acknowledged.length, lost: lost.length },
        since,
      );
      expect(during.notStored.length + during.unknown.length).toBeGreaterThan(0);
      expect(after.stored).toHaveLength(6);
      expect(lost).toEqual([]);
      expect(during.notStored.filter((id) => ids.includes(id))).toEqual([]);
    });

    it('control: of who acknowledges an append before it is one, what the same full disk refuses is lost', async () => {
      const since = Date.now();
      const { before, during, after, ids } = await throughFullDisk(NEXT_TO_NOTHING);
      const lostOf = (acknowledged: readonly string[]) => acknowledged.filter((id) => !ids.includes(id));
      expect(lostOf([...before.stored, ...during.stored, ...after.stored])).toEqual([]);
      const unheeded = [before, during, after].flatMap(({ stored, notStored, unknown }) => [...stored, ...notStored, ...unknown]);
      const lost = lostOf(unheeded).length;
      tell('a full disk', { acknowledged: unheeded.length, lost }, since, 'the append before the acknowledgement');
      expect(lost).toBeGreaterThan(0);
    });
  });
}

/** Fills the database's write-ahead log, and not the journal, until its file of 16 MB is nearly used up. */
async function nearEndOfLogFile({ sql }: Ledger): Promise<void> {
  await sql.query('create table ballast (content text)');
  for (;;) {
    const [row] = await sql.query<{ at: string }>(`select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::text as at`);
    const left = LOG_FILE - (Number(row?.at) % LOG_FILE);
    if (left < 0.6 * MEGABYTE) return;
    await sql.query('insert into ballast values ($1)', [randomBytes(left > 1.5 * MEGABYTE ? 200_000 : 30_000).toString('hex')]);
  }
}

/** @param of chance: what the database cannot make smaller */
async function appended(ledger: Ledger, times: number, characters: number, of?: 'of chance'): Promise<Outcomes> {
  const outcomes: Outcomes = { stored: [], notStored: [], unknown: [] };
  for (let n = 0; n < times; n += 1) {
    const event = note(of === undefined ? 'x'.repeat(characters) : randomBytes(characters / 2).toString('hex'));
    await ledger.store.append(`meeting-${newId()}`, [event], 'no-stream').then(
      () => outcomes.stored.push(event.id),
      (error: unknown) => {
        if (!(error instanceof StoreUnavailable)) throw error;
        (error.outcome === 'unknown' ? outcomes.unknown : outcomes.notStored).push(event.id);
      },
    );
  }
  return outcomes;
}

async function idsOf({ store }: Ledger): Promise<string[]> {
  return (await store.readAll(START, { limit: 1000 })).events.map(({ id }) => id);
}
