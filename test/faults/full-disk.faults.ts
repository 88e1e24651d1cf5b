import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Ledger, openEmbedded, type Protection, START, StoreUnavailable } from '#event-store';
import { type NewEvent, newId } from '#kernel';
import { type FullDisk, fullDisk } from './full-disk.js';

// The journal comes near the end of its first segment with these, so that the next few go beyond what the disk takes.
const LARGE = { events: 40, characters: 405_000 };
const ATTEMPTS = 30;

type Outcomes = Readonly<{ stored: string[]; notStored: string[]; unknown: string[] }>;

/** What becomes of a ledger whose disk is full, and has room again, while it is open. Registers the tests. */
export function fullDiskFaults(): void {
  describe('a disk that is full', () => {
    let disk: FullDisk;
    const opened: Ledger[] = [];

    const open = async (switchedOff: readonly Protection[] = []) => {
      const ledger = await openEmbedded({ folder: join(disk.folder, 'data'), switchedOff });
      opened.push(ledger);
      return ledger;
    };

    beforeEach(async () => {
      disk = await fullDisk();
    });
    afterEach(async () => {
      for (const ledger of opened.splice(0)) await ledger.close();
      await disk.remove();
    });

    it('loses nothing acknowledged, says truthfully what is not stored, and heals by itself once there is room', async () => {
      const ledger = await open();
      const before = await appended(ledger, LARGE.events, LARGE.characters);
      expect(before.stored).toHaveLength(LARGE.events);
      await disk.fill();
      const during = await appended(ledger, ATTEMPTS, LARGE.characters).finally(() => disk.makeRoom());
      expect(during.unknown.length).toBeGreaterThan(0);
      const after = await appended(ledger, ATTEMPTS, 100);
      expect(after.stored).toHaveLength(ATTEMPTS);

      await ledger.close();
      // What the journal holds, and not only the database.
      await rm(join(disk.folder, 'data', 'database'), { recursive: true });
      const ids = await idsOf(await open());
      const acknowledged = [...before.stored, ...during.stored, ...after.stored];
      expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
      expect(during.notStored.filter((id) => ids.includes(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('control: without the journal, what is acknowledged then is gone with the database', async () => {
      const ledger = await open(['journal']);
      await disk.fill();
      const during = await appended(ledger, ATTEMPTS, 100).finally(() => disk.makeRoom());
      await ledger.close();
      await rm(join(disk.folder, 'data', 'database'), { recursive: true });
      const ids = await idsOf(await open());
      expect(during.stored.filter((id) => !ids.includes(id)).length).toBeGreaterThan(0);
    });
  });
}

async function appended(ledger: Ledger, times: number, characters: number): Promise<Outcomes> {
  const outcomes: Outcomes = { stored: [], notStored: [], unknown: [] };
  for (let n = 0; n < times; n += 1) {
    const event = note('x'.repeat(characters));
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

function note(what: string): NewEvent {
  return {
    type: 'ContextNoted',
    schema: 1,
    id: newId(),
    data: { what },
    metadata: {
      occurredOn: '2025-01-15',
      actor: { kind: 'service', name: 'faults' },
      recordedBy: { kind: 'service', id: 'faults' },
      commandId: newId(),
      commandDigest: '',
      decidedOn: {},
      correlationId: 'faults',
      causationId: 'faults',
    },
  };
}
