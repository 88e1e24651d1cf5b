import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openEmbedded, type Protection } from '#event-store';
import { newId } from '#kernel';
import { cutDatabase, pretendRestart, seeded } from './damage.js';
import { tell } from './figures.js';
import { lostIn, survival } from './survival.js';
import { nothingYet, Victim } from './victim.js';

const ERASURES_OF_A_BURST = 60;
const CUTS_OF_A_CONTROL = 6;
const KILLS_OF_A_CONTROL = 6;
const nothingLost = { lost: [], doubled: [], gaps: [], textsLost: [], notErased: [] };

export type Sizes = Readonly<{
  kills: number;
  cuts: number;
  erasures: number;
  /** In each burst. */
  appends: number;
  /** Also the same with one protection switched off, which must show the loss that it prevents. */
  controls: boolean;
  /** Makes a run the same again. */
  seed: number;
}>;

/** What the embedded ledger survives, each beside its control. Registers the tests. */
export function embeddedFaults(sizes: Sizes): void {
  const random = seeded(sizes.seed);
  let folder: string;
  const victims: Victim[] = [];

  const start = async (...[at, options]: Parameters<typeof Victim.start>) => {
    const victim = await Victim.start(at, options);
    victims.push(victim);
    return victim;
  };

  const figure: typeof tell = (...words) => {
    if (sizes.controls) tell(...words);
  };

  const control = (name: string, work: () => Promise<void>) => {
    if (sizes.controls) it(`control: ${name}`, work);
  };

  // A cut may by chance fall where nothing was lost: what is switched off must show its loss within a few.
  const lostToCuts = async (switchedOff: Protection) => {
    for (let round = 0; round < CUTS_OF_A_CONTROL; round += 1) {
      const cut = join(folder, `cut ${round}`);
      const victim = await start(cut, { switchedOff: switchedOff === 'journal' ? ['journal'] : [] });
      await victim.done();
      await victim.kill();
      await cutDatabase(cut, random);
      if (switchedOff === 'replay') await pretendRestart(cut);
      const lost = await lostIn(cut, victim.acknowledged, switchedOff);
      if (lost > 0) return lost;
    }
    return 0;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-fault-'));
  });
  afterEach(async () => {
    for (const victim of victims.splice(0)) await victim.kill();
    await rm(folder, { recursive: true, force: true });
  });

  describe(`kill -9 in bursts of ${sizes.appends} appends (seed ${sizes.seed})`, () => {
    it(`loses nothing acknowledged and doubles nothing, ${sizes.kills} times, and starts without a hand`, async () => {
      const since = Date.now();
      const acknowledged = nothingYet();
      for (let round = 0; round < sizes.kills; round += 1) {
        const victim = await start(folder, { acknowledged, appends: sizes.appends });
        // Two events an append, on the average.
        await victim.acknowledges(Math.floor(random() * sizes.appends * 2));
        await victim.kill();
        expect(await survival(folder, acknowledged)).toMatchObject(nothingLost);
      }
      const counts = { kills: sizes.kills, acknowledged: acknowledged.events.length, lost: 0, doubled: 0 };
      figure('kill -9 of a process that appends', counts, since);
    });

    control('of a process that acknowledges an append before it is one, a kill loses what was acknowledged', async () => {
      const since = Date.now();
      let kills = 0;
      let lost = 0;
      for (; lost === 0 && kills < KILLS_OF_A_CONTROL; kills += 1) {
        const killed = join(folder, `kill ${kills}`);
        const victim = await start(killed, { appends: sizes.appends, switchedOff: ['acknowledges-what-is-there'] });
        // While it is in the middle of it: about two events an append.
        await victim.acknowledges(1 + Math.floor(random() * sizes.appends));
        await victim.kill();
        lost = await lostIn(killed, victim.acknowledged);
      }
      figure('kill -9 of a process that appends', { kills, lost }, since, 'the append before the acknowledgement');
      expect(lost).toBeGreaterThan(0);
    });
  });

  describe('a power cut: database files cut at random bytes', () => {
    it(`loses nothing acknowledged, ${sizes.cuts} times: after a kill, after a restart of the machine, after closing`, async () => {
      const since = Date.now();
      const acknowledged = nothingYet();
      for (let round = 0; round < sizes.cuts; round += 1) {
        const victim = await start(folder, { acknowledged, appends: Math.ceil(sizes.appends / 2) });
        await victim.done();
        await victim.kill();
        if (round % 3 === 1) await pretendRestart(folder);
        if (round % 3 === 2) await survival(folder, acknowledged);
        // Cut in its log alone, PostgreSQL comes up sound after a kill, and shorter.
        const mended = round % 3 === 0 ? /made again from the journal|were put into the database/ : /made again from the journal/;
        const cut = await cutDatabase(folder, random);
        const after = await survival(folder, acknowledged);
        expect({ cut, ...after }).toMatchObject(nothingLost);
        expect(after.notes).toContainEqual(expect.stringMatching(mended));
      }
      figure('a power cut', { cuts: sizes.cuts, acknowledged: acknowledged.events.length, lost: 0, doubled: 0 }, since);
    });

    control('without the journal, the same cut loses what was acknowledged', async () => {
      const since = Date.now();
      const lost = await lostToCuts('journal');
      figure('a power cut', { lost }, since, 'the journal');
      expect(lost).toBeGreaterThan(0);
    });

    control('with replay switched off, the same cut shows the loss', async () => {
      const since = Date.now();
      const lost = await lostToCuts('replay');
      figure('a power cut', { lost }, since, 'replay');
      expect(lost).toBeGreaterThan(0);
    });
  });

  describe('a second process on the folder', () => {
    it('is refused with the reason while the first lives, and welcome when it was killed', async () => {
      const since = Date.now();
      const victim = await start(folder, { appends: 1 });
      const second = openEmbedded({ folder });
      await expect(second).rejects.toMatchObject({ kind: 'unavailable', code: 'FOLDER_IN_USE' });
      // What is refused for another reason than the state of the database is no loss that a control may count.
      await expect(lostIn(folder, victim.acknowledged)).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
      await expect(second).rejects.toThrow(new RegExp(`in use by process ${victim.pid} on \\S+ since \\d{4}-`));
      await victim.kill();
      expect(await survival(folder, victim.acknowledged)).toMatchObject(nothingLost);
      figure('a second process on the folder', { refused: 1, opened: 0 }, since);
    });

    control('with the lock switched off, two processes have one folder open', async () => {
      const since = Date.now();
      const first = await start(folder, { appends: 1, switchedOff: ['lock'] });
      const second = await openEmbedded({ folder, switchedOff: ['lock'] });
      expect(first.pid).not.toBe(process.pid);
      await second.close();
      figure('a second process on the folder', { refused: 0, opened: 1 }, since, 'the lock');
    });
  });

  describe('a process that is killed while it erases texts', () => {
    it(`leaves of each the text or its absence, ${sizes.erasures} times, and the journal whole`, async () => {
      const since = Date.now();
      const acknowledged = nothingYet();
      for (let round = 0; round < sizes.erasures; round += 1) {
        const victim = await start(folder, { program: 'eraser', acknowledged });
        await victim.acknowledges(1 + Math.floor(random() * ERASURES_OF_A_BURST));
        await victim.kill();
        // What the journal alone says must be the same, and it holds no word of what was erased.
        await rm(join(folder, 'database'), { recursive: true });
        expect(await survival(folder, acknowledged)).toMatchObject(nothingLost);
        const journal = await readFile(join(folder, 'journal', 'texts.ndjson'), 'utf8');
        for (const id of acknowledged.erased) expect(journal).toMatch(new RegExp(`"id":"${id}","content":null,"salt":null`));
        expect((await readdir(join(folder, 'journal'))).filter((name) => name.endsWith('.part'))).toEqual([]);
      }
      const counts = { kills: sizes.erasures, erased: acknowledged.erased.size, 'there again': 0, lost: 0 };
      figure('kill -9 of a process that erases texts', counts, since);
    });

    control('with replay switched off, a database from before the erasure shows the text again', async () => {
      const first = await openEmbedded({ folder });
      const text = await first.texts.draft(newId(), 'what', 'said in anger');
      await first.texts.keep([text]);
      await first.close();
      await cp(join(folder, 'database'), join(folder, 'database before'), { recursive: true });
      const ledger = await openEmbedded({ folder });
      await ledger.texts.erase(text.id);
      await ledger.close();
      await rm(join(folder, 'database'), { recursive: true });
      await rename(join(folder, 'database before'), join(folder, 'database'));
      const seen = async (switchedOff: readonly Protection[]) => {
        const again = await openEmbedded({ folder, switchedOff });
        const read = await again.texts.read([text.id]);
        await again.close();
        return read.get(text.id);
      };
      expect(await seen(['replay'])).toBe(text.content);
      await rm(join(folder, 'closed.json'));
      expect(await seen([])).toBeNull();
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
