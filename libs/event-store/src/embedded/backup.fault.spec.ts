import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId, type TextDraft } from '#kernel';
import { START } from '../port.js';
import { backup, type Manifest, restore } from './backup.js';
import { checkEvidence, checkLedger } from './check.js';
import { contentsOf } from './contents.js';
import { type Ledger, openEmbedded } from './open.js';
import { newFolder, notes } from './samples.js';

jest.setTimeout(60_000);

const EVIDENCE = Buffer.from('minutes of the third meeting');
const EVIDENCE_HASH = createHash('sha256').update(EVIDENCE).digest('hex');

const naming = { take: () => undefined, named: () => new Set([EVIDENCE_HASH]) };

describe('a backup', () => {
  let folder: string;
  let ledger: Ledger;
  let kept: TextDraft;
  let manifest: Manifest;
  const saved = () => join(folder, 'saved');

  beforeAll(async () => {
    folder = await newFolder();
    ledger = await openEmbedded({ folder: join(folder, 'data') });
    kept = await ledger.texts.draft(newId(), 'reason', 'the snow');
    const erased = await ledger.texts.draft(newId(), 'reason', 'gone');
    await ledger.texts.keep([kept, erased]);
    await ledger.texts.erase(erased.id);
    await ledger.store.append('meeting-1', notes(3, { text: kept.id, sha256: kept.sha256 }), 'no-stream');
    await mkdir(join(folder, 'data', 'files', EVIDENCE_HASH.slice(0, 2)), { recursive: true });
    await writeFile(join(folder, 'data', 'files', EVIDENCE_HASH.slice(0, 2), EVIDENCE_HASH), EVIDENCE);
    manifest = await backup(join(folder, 'data'), saved(), naming);
  });
  afterAll(async () => {
    await ledger.close();
    await rm(folder, { recursive: true });
  });

  it('of a ledger in use says what it holds', async () => {
    expect(manifest.contents).toEqual(await contentsOf(ledger.sql));
    expect(manifest.contents).toMatchObject({
      events: { count: 3, lastPosition: '00000000000000000003' },
      texts: { count: 2, erased: 1 },
    });
    expect(manifest.ledgerId).toBe(ledger.ledgerId);
    expect(manifest.files[`files/${EVIDENCE_HASH.slice(0, 2)}/${EVIDENCE_HASH}`]).toBe(EVIDENCE_HASH);
  });

  it('restores to an equal ledger with an id of its own', async () => {
    const target = join(folder, 'restored');
    await restore(saved(), target);
    const copy = await openEmbedded({ folder: target });
    try {
      const all = { limit: 100 };
      expect(await copy.store.readAll(START, all)).toEqual(await ledger.store.readAll(START, all));
      expect(await contentsOf(copy.sql)).toEqual(await contentsOf(ledger.sql));
      expect(await copy.texts.read([kept.id])).toEqual(new Map([[kept.id, 'the snow']]));
      expect(await readFile(join(target, 'files', EVIDENCE_HASH.slice(0, 2), EVIDENCE_HASH))).toEqual(EVIDENCE);
      expect(copy.ledgerId).not.toBe(ledger.ledgerId);
      expect(await checkLedger(copy)).toEqual([]);
    } finally {
      await copy.close();
    }
  });

  it('of which one byte was changed is refused with the name of the file, and nothing is written', async () => {
    const file = 'journal/events-00000000000000000001.ndjson';
    const path = join(saved(), file);
    const whole = await readFile(path);
    const changed = Buffer.from(whole);
    changed[200] = (changed[200] ?? 0) ^ 1;
    await writeFile(path, changed);
    const target = join(folder, 'never');
    const refused = restore(saved(), target);
    await expect(refused).rejects.toMatchObject({ kind: 'corrupt', code: 'BACKUP_DAMAGED', problems: [{ field: file }] });
    await expect(readFile(join(target, 'lock'))).rejects.toMatchObject({ code: 'ENOENT' });
    await writeFile(path, whole);
  });

  it('is not written over anything, nor restored over anything', async () => {
    await expect(backup(join(folder, 'data'), saved(), naming)).rejects.toMatchObject({ kind: 'invalid', code: 'NOT_EMPTY' });
    await expect(restore(saved(), join(folder, 'data'))).rejects.toMatchObject({ kind: 'invalid', code: 'NOT_EMPTY' });
    await expect(restore(folder, join(folder, 'new'))).rejects.toMatchObject({ kind: 'invalid', code: 'NOT_A_BACKUP' });
  });

  it('is told apart from a damaged ledger: each damage is found and named', async () => {
    const target = join(folder, 'damaged');
    await restore(saved(), target);
    const evidence = join(target, 'files', EVIDENCE_HASH.slice(0, 2), EVIDENCE_HASH);
    await writeFile(evidence, 'something else');
    const copy = await openEmbedded({ folder: target });
    try {
      await copy.sql.query('delete from texts where id = $1', [kept.id]);
      const path = join(target, 'journal', 'events-00000000000000000001.ndjson');
      await writeFile(path, (await readFile(path, 'utf8')).replace('note 0', 'Note 0'));
      const findings = [...(await checkLedger(copy)), ...(await checkEvidence(join(target, 'files'), () => undefined))];
      expect(findings.map(({ severity }) => severity)).toEqual(['damage', 'damage', 'damage']);
      expect(findings).toContainEqual(expect.objectContaining({ where: `text ${kept.id}` }));
      expect(findings).toContainEqual(expect.objectContaining({ where: evidence }));
      expect(findings).toContainEqual(expect.objectContaining({ where: 'events-00000000000000000001.ndjson:1' }));
    } finally {
      await copy.close();
    }
  });
});
