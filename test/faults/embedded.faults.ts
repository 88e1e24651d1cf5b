import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbedded } from '#event-store';
import { cutDatabase, pretendRestart, seeded } from './damage.js';
import { survival } from './survival.js';
import { Victim } from './victim.js';

const EVENTS_OF_A_BURST = 400;
const nothingLost = { lost: [], doubled: [], gaps: [], textsLost: [] };

/**
 * What the embedded ledger survives, each beside its control: the same with one protection switched off.
 * @param sizes how often; `seed` makes a run the same again
 */
export function embeddedFaults(sizes: Readonly<{ kills: number; cuts: number; seed: number }>): void {
  const random = seeded(sizes.seed);
  let folder: string;
  const victims: Victim[] = [];

  const start = async (...[at, options]: Parameters<typeof Victim.start>) => {
    const victim = await Victim.start(at, options);
    victims.push(victim);
    return victim;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-fault-'));
  });
  afterEach(async () => {
    for (const victim of victims.splice(0)) await victim.kill();
    await rm(folder, { recursive: true, force: true });
  });

  describe(`kill -9 in bursts of 200 appends (seed ${sizes.seed})`, () => {
    it(`loses nothing acknowledged and doubles nothing, ${sizes.kills} times, and starts without a hand`, async () => {
      const acknowledged = { events: [], texts: new Map<string, string>() };
      for (let round = 0; round < sizes.kills; round += 1) {
        const victim = await start(folder, { acknowledged });
        await victim.acknowledges(Math.floor(random() * EVENTS_OF_A_BURST));
        await victim.kill();
        expect(await survival(folder, acknowledged)).toMatchObject(nothingLost);
      }
    });

    it('control: without the journal, a power cut after the kill loses what was acknowledged', async () => {
      const victim = await start(folder, { switchedOff: ['journal'] });
      await victim.done();
      await victim.kill();
      await cutDatabase(folder, random);
      const { lost } = await survival(folder, victim.acknowledged, ['journal']);
      expect(lost.length).toBeGreaterThan(0);
    });
  });

  describe('a power cut: database files cut at random bytes', () => {
    it(`loses nothing acknowledged, ${sizes.cuts} times: after a kill, after a restart of the machine, after closing`, async () => {
      const acknowledged = { events: [], texts: new Map<string, string>() };
      for (let round = 0; round < sizes.cuts; round += 1) {
        const victim = await start(folder, { acknowledged, appends: 100 });
        await victim.done();
        await victim.kill();
        if (round % 3 === 1) await pretendRestart(folder);
        if (round % 3 === 2) await survival(folder, acknowledged);
        const cut = await cutDatabase(folder, random);
        const after = await survival(folder, acknowledged);
        expect({ cut, ...after }).toMatchObject(nothingLost);
        expect(after.notes).toContainEqual(expect.stringContaining('made again from the journal'));
      }
    });

    it('control: with replay switched off, the same cut shows the loss', async () => {
      const victim = await start(folder);
      await victim.done();
      await victim.kill();
      await cutDatabase(folder, random);
      await pretendRestart(folder);
      const { lost } = await survival(folder, victim.acknowledged, ['replay']);
      expect(lost.length).toBeGreaterThan(0);
    });
  });

  describe('a second process on the folder', () => {
    it('is refused with the reason while the first lives, and welcome when it was killed', async () => {
      const victim = await start(folder, { appends: 1 });
      const second = openEmbedded({ folder });
      await expect(second).rejects.toMatchObject({ kind: 'unavailable', code: 'FOLDER_IN_USE' });
      await expect(second).rejects.toThrow(new RegExp(`in use by process ${victim.pid} on \\S+ since \\d{4}-`));
      await victim.kill();
      expect(await survival(folder, victim.acknowledged)).toMatchObject(nothingLost);
    });

    it('control: with the lock switched off, two processes have one folder open', async () => {
      const first = await start(folder, { appends: 1, switchedOff: ['lock'] });
      const second = await start(folder, { appends: 1, switchedOff: ['lock'] });
      expect(first.pid).not.toBe(second.pid);
    });
  });

  describe('a torn end of the journal', () => {
    it('is cut off, where a write was never finished', async () => {
      const victim = await start(folder);
      await victim.done();
      await victim.kill();
      const path = join(folder, 'journal', 'events-00000000000000000001.ndjson');
      const whole = await readFile(path);
      await writeFile(path, Buffer.concat([whole, whole.subarray(0, Math.floor(random() * 600) + 1)]));
      const after = await survival(folder, victim.acknowledged);
      expect(after).toMatchObject(nothingLost);
      expect(after.notes).toContainEqual(expect.stringContaining('was never finished'));
      expect(await readFile(path)).toEqual(whole);
    });
  });
}
