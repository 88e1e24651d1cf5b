import { appendFile, cp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId, sha256 } from '#kernel';
import { filesBelow } from './durable-files.js';
import { lookAtLedger } from './look.js';
import { openEmbedded } from './open.js';
import { newFolder, notes } from './samples.js';

jest.setTimeout(60_000);

describe('a look at a ledger that nobody has open', () => {
  let whole: string;
  let folder: string;

  beforeAll(async () => {
    whole = await newFolder();
    const ledger = await openEmbedded({ folder: whole });
    const text = await ledger.texts.draft(newId(), 'reason', 'the snow');
    await ledger.texts.keep([text]);
    await ledger.store.append('meeting-1', notes(3, { text: text.id, sha256: text.sha256 }), 'no-stream');
    await ledger.close();
  });
  afterAll(async () => {
    await rm(whole, { recursive: true });
  });

  beforeEach(async () => {
    folder = await newFolder();
    await cp(whole, folder, { recursive: true, preserveTimestamps: true });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const asItLies = async () =>
    new Map(
      await Promise.all(
        (await filesBelow(folder)).map(async (file) => {
          const path = join(folder, file);
          return [file, `${(await stat(path)).mtimeMs} ${sha256(await readFile(path))}`] as const;
        }),
      ),
    );

  it('finds nothing in a whole one, and changes nothing in its folder', async () => {
    const before = await asItLies();
    expect(await lookAtLedger({ folder })).toEqual([]);
    expect(await asItLies()).toEqual(before);
  });

  it('takes away the copy of a look that was killed: it holds free texts', async () => {
    const left = join(tmpdir(), 'throughline-look-999999999-left');
    await mkdir(join(left, 'journal'), { recursive: true });
    await lookAtLedger({ folder });
    await expect(stat(left)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('says what the next start will mend, and leaves it to that', async () => {
    await rm(join(folder, 'closed.json'));
    await rm(join(folder, 'database'), { recursive: true });
    await appendFile(join(folder, 'journal', 'texts.ndjson'), '{"batch":');
    const before = await asItLies();
    const findings = await lookAtLedger({ folder });
    expect(findings.map(({ severity }) => severity)).toEqual(['note', 'note']);
    expect(findings[0]?.what).toContain('3 events that only the journal had were put into the database');
    expect(findings[1]?.what).toContain(`were cut off ${join(folder, 'journal', 'texts.ndjson')}`);
    expect(await asItLies()).toEqual(before);
    const ledger = await openEmbedded({ folder });
    expect(ledger.notes.map((note) => `opened on a trial: ${note}`)).toEqual(findings.map(({ what }) => what));
    await ledger.close();
    expect(await lookAtLedger({ folder })).toEqual([]);
  });

  it('opens a folder whose events lie on a server as its start does: after a power cut its database is not trusted', async () => {
    const beside = await newFolder();
    try {
      const ledger = await openEmbedded({ folder: beside, eventsElsewhere: true });
      await ledger.texts.keep([await ledger.texts.draft(newId(), 'reason', 'the snow')]);
      await ledger.close();
      // Nobody let go of it in order, and nobody knows of whoever had it: as the machine stopped.
      await rm(join(beside, 'closed.json'));
      const found = async (eventsElsewhere: boolean) =>
        (await lookAtLedger({ folder: beside, eventsElsewhere })).filter(({ what }) => what.includes('the machine stopped'))
          .length;
      expect([await found(true), await found(false)]).toEqual([1, 0]);
    } finally {
      await rm(beside, { recursive: true });
    }
  });

  it('names a file of the database that changed since it was closed, and what to do; done, all is well', async () => {
    const [page] = (await readdir(join(folder, 'database', 'pg_xact'))).sort();
    const path = join(folder, 'database', 'pg_xact', page ?? '');
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
    const findings = await lookAtLedger({ folder });
    expect(findings).toEqual([
      {
        severity: 'damage',
        where: path,
        what: 'since the ledger was closed: it does not match its checksum',
        todo: 'Move the folder `database` away: the next start makes it again from the journal',
      },
    ]);
    // The control: nothing else sees it.
    expect(await lookAtLedger({ folder, switchedOff: ['checksums'] })).toEqual([]);
    await rm(join(folder, 'database'), { recursive: true });
    await (await openEmbedded({ folder })).close();
    expect(await lookAtLedger({ folder })).toEqual([]);
  });

  it('tells a token that was replaced by hand from one whose bits turned', async () => {
    const path = join(folder, 'owner-token');
    const then = new Date('2025-01-15T12:00:00Z');
    await writeFile(path, 'a token');
    await utimes(path, then, then);
    await (await openEmbedded({ folder })).close();
    await writeFile(path, 'another');
    expect(await lookAtLedger({ folder })).toEqual([]);
    await utimes(path, then, then);
    expect(await lookAtLedger({ folder })).toMatchObject([{ severity: 'damage', where: path }]);
  });

  it('is refused while somebody has the ledger open', async () => {
    const ledger = await openEmbedded({ folder });
    await expect(lookAtLedger({ folder })).rejects.toMatchObject({ kind: 'unavailable', code: 'FOLDER_IN_USE' });
    await ledger.close();
  });
});
