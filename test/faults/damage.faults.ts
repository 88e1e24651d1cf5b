import { cp, mkdtemp, open, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Contents, contentsOf, type Finding, openEmbedded } from '#event-store';
import { sha256 } from '#kernel';
import { rebuild } from '#projections';
import { PROJECTIONS } from '#read-models';
import { examineLedger } from '../../libs/platform/src/examine.js';
import { HouseOfOne } from '../e2e/house-of-one.js';
import { formPartnershipOfTwo, mentorsPromised } from '../e2e/partnership-of-two.js';
import { seeded } from './damage.js';
import { tell } from './figures.js';

const COMMITMENTS = 25;
const ROUNDS_OF_A_CONTROL = 40;
/** How many of ten damages are done to the ledger that was closed in order; the rest to one that was killed. */
const OF_TEN_CLOSED = 7;

type Damage = Readonly<{ file: string; what: string; undo: () => Promise<void> }>;

/** Bits that turn and files that are cut short, anywhere in a data folder, and what `doctor` says. Registers the tests. */
export function damageFaults({ flips, truncations }: Readonly<{ flips: number; truncations: number }>, seed: number): void {
  describe(`damage anywhere in the data folder (seed ${seed})`, () => {
    let folder: string;
    let whole: Contents;
    const closed = () => join(folder, 'closed');
    const killed = () => join(folder, 'killed');

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'throughline-damage-'));
      const house = await filledHouse();
      await house.ledger.settled();
      // As kill -9 leaves it: nothing was closed, and `lock` names who had it.
      await cp(house.folder, killed(), { recursive: true, preserveTimestamps: true });
      whole = await contentsOf(house.ledger.sql);
      await house.ledger.close();
      await cp(house.folder, closed(), { recursive: true, preserveTimestamps: true });
      await house.close();
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    const rounds = async (name: string, times: number, damaging: (at: string, random: () => number) => Promise<Damage>) => {
      const since = Date.now();
      const random = seeded(seed);
      const seen = { noticed: 0, harmless: 0, missed: [] as string[] };
      for (let round = 0; round < times; round += 1) {
        const at = round % 10 < OF_TEN_CLOSED ? closed() : killed();
        const damage = await damaging(at, random);
        const findings = await examineLedger(at);
        if (findings.some((finding) => names(finding, damage.file))) seen.noticed += 1;
        else if (mayBeHarmless(at, damage) && (await isProvenEqual(at))) seen.harmless += 1;
        else seen.missed.push(`${damage.what}: ${JSON.stringify(findings)}`);
        await damage.undo();
      }
      tell(
        name,
        { damages: times, noticed: seen.noticed, 'harmless by proof': seen.harmless, missed: seen.missed.length },
        since,
      );
      return seen;
    };

    /**
     * Of a ledger closed in order every file has its checksum. Of one that was killed doctor says nothing of what nothing reads
     * in its database, and of what the next start writes anew: pages from the write-ahead log, last lines of the journal.
     */
    const mayBeHarmless = (at: string, { file }: Damage) => at === killed() && /^(database|journal)\//.test(file);

    /** Opened as it lies, the ledger holds what it held, and its read models are what a rebuild gives. */
    const isProvenEqual = async (at: string): Promise<boolean> => {
      const copy = join(folder, 'copy');
      await cp(at, copy, { recursive: true, preserveTimestamps: true });
      try {
        const ledger = await openEmbedded({ folder: copy });
        try {
          if (JSON.stringify(await contentsOf(ledger.sql)) !== JSON.stringify(whole)) return false;
          for (const projection of PROJECTIONS)
            if ((await rebuild(ledger.sql, ledger.store, projection)).comparison?.equal === false) return false;
          return true;
        } finally {
          await ledger.close();
        }
      } catch {
        return false;
      } finally {
        await rm(copy, { recursive: true, force: true });
      }
    };

    it('finds nothing in either ledger before it is damaged', async () => {
      expect(await examineLedger(closed())).toEqual([]);
      expect((await examineLedger(killed())).filter(({ severity }) => severity === 'damage')).toEqual([]);
    });

    it(`${flips} bits that turn are each noticed, or lie where nothing is`, async () => {
      expect(await rounds('a bit that turns', flips, flipped)).toMatchObject({ missed: [] });
    });

    it(`${truncations} files that are cut short are each noticed, or lacked nothing that counts`, async () => {
      expect(await rounds('a file that is cut short', truncations, cutShort)).toMatchObject({ missed: [] });
    });

    it.each([
      ['a bit that turns', 'the checksums', flipped],
      ['a file that is cut short', 'the lengths and checksums', cutShortAsMarked],
    ])('control: %s in its database is missed without %s of the closed ledger', async (name, guard, damaging) => {
      const since = Date.now();
      const random = seeded(seed);
      let missed = 0;
      let round = 0;
      for (; missed === 0 && round < ROUNDS_OF_A_CONTROL; round += 1) {
        const damage = await damaging(closed(), random, 'database/');
        const isNoticed = (await examineLedger(closed())).some((finding) => names(finding, damage.file));
        const without = await examineLedger(closed(), undefined, ['checksums']);
        if (isNoticed && without.length === 0) missed += 1;
        await damage.undo();
      }
      tell(name, { damages: round, missed }, since, `${guard} of the closed ledger`);
      expect(missed).toBeGreaterThan(0);
    });
  });
}

/** A ledger with all that a folder may hold: events, texts, a token, evidence files, read models. */
async function filledHouse(): Promise<HouseOfOne> {
  const house = await HouseOfOne.open();
  const two = await formPartnershipOfTwo(house);
  for (let n = 0; n < COMMITMENTS; n += 1) {
    const { id } = await house.recorded(`/partnerships/${two.id}/commitments`, mentorsPromised(two), two.district.behalf);
    const report = { party: two.district.partyId, light: 'on-track', narrative: `Report ${n}.`, occurredOn: '2024-11-04' };
    await house.recorded(`/commitments/${id}/progress`, report, two.district.behalf);
  }
  await house
    .post(`/partnerships/${two.id}/evidence`, two.district.behalf)
    .field('title', 'Minutes')
    .field('method', 'minutes')
    .field('collectedOn', '2025-02-12')
    .field('party', two.district.partyId)
    .field('occurredOn', '2025-02-12')
    .attach('file', Buffer.from('A mentor is named for each.\n'.repeat(50)), { filename: 'm.txt', contentType: 'text/plain' })
    .expect(201);
  return house;
}

/** The kinds of files of a folder, so that small ones are met as often as large ones; half of all damages are the database's. */
async function filesToDamage(at: string): Promise<string[][]> {
  const entries = await readdir(at, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && (await stat(path)).size > 0) files.push(path.slice(at.length + 1));
  }
  const database = files.filter((file) => file.startsWith('database/')).sort();
  const isKilled = !files.includes('closed.json');
  // Who was killed left no checksum of its token: it shows when somebody signs in. `lock` holds nothing that is needed.
  const others = files.filter(
    (file) => !file.startsWith('database/') && file !== 'lock' && !(isKilled && file === 'owner-token'),
  );
  return [...others.map((file) => [file]), ...others.map(() => database)];
}

async function chosen(at: string, random: () => number, within: string): Promise<string> {
  const kinds = (await filesToDamage(at)).map((kind) => kind.filter((file) => file.startsWith(within)));
  const some = kinds.filter(({ length }) => length > 0);
  const kind = some[Math.floor(random() * some.length)] ?? [];
  return kind[Math.floor(random() * kind.length)] ?? '';
}

/** Turns one bit, as a disk does: the date of the file stays. */
async function flipped(at: string, random: () => number, within = ''): Promise<Damage> {
  const file = await chosen(at, random, within);
  const path = join(at, file);
  const { size, atime, mtime } = await stat(path);
  const place = Math.floor(random() * size);
  const bit = 1 << Math.floor(random() * 8);
  const turn = async () => {
    const handle = await open(path, 'r+');
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, place);
    await handle.write(Buffer.from([(buffer[0] ?? 0) ^ bit]), 0, 1, place);
    await handle.close();
    await utimes(path, atime, mtime);
  };
  await turn();
  return { file, what: `${at} ${file}, bit ${bit} of byte ${place} of ${size}`, undo: turn };
}

async function cutShort(at: string, random: () => number, within = ''): Promise<Damage> {
  const file = await chosen(at, random, within);
  const path = join(at, file);
  const { atime, mtime } = await stat(path);
  const before = await readFile(path);
  const left = Math.floor(random() * before.length);
  await truncate(path, left);
  await utimes(path, atime, mtime);
  const undo = async () => {
    await writeFile(path, before);
    await utimes(path, atime, mtime);
  };
  return { file, what: `${at} ${file}, cut at ${left} of ${before.length}`, undo };
}

/** The same, where the mark of the closed ledger gives the length that is there now: a start goes by that. */
async function cutShortAsMarked(at: string, random: () => number, within: string): Promise<Damage> {
  const damage = await cutShort(at, random, within);
  const path = join(at, 'closed.json');
  const before = await readFile(path, 'utf8');
  const { files } = JSON.parse(before) as { files: Record<string, object> };
  const { size } = await stat(join(at, damage.file));
  const marked = JSON.stringify({ ...files, [damage.file]: { ...files[damage.file], size } });
  await writeFile(path, `{"files":${marked},"sha256":"${sha256(marked)}"}\n`);
  const undo = async () => {
    await damage.undo();
    await writeFile(path, before);
  };
  return { ...damage, undo };
}

/** True where a finding says which file, or what it is a part of. */
function names({ where, what }: Finding, file: string): boolean {
  const said = `${where} ${what}`;
  if (said.includes(basename(file))) return true;
  if (file.startsWith('database/')) return /database/.test(said);
  return file === 'journal/ledger.json' && said.includes('LEDGER_FORKED');
}
