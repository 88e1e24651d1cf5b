import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ledger, openEmbedded } from '#event-store';
import { newId } from '#kernel';
import { People } from './people.js';

const AT = '2025-04-10T15:00:00.000Z';

describe('the directory of persons', () => {
  let folder: string;
  let ledger: Ledger;
  let people: People;
  const open = async () => {
    ledger = await openEmbedded({ folder });
    people = new People(ledger.texts);
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'people-'));
    await open();
  }, 60_000);
  afterAll(async () => {
    await ledger.close();
    await rm(folder, { recursive: true });
  });

  const erasure = (by = newId()) => ({ legalGround: 'Request of the person', by, at: AT });

  it('enters a person once, however often the command comes; other words under its id are refused (R14)', async () => {
    const key = newId();
    const { id } = await people.enter(key, { name: 'Ada Lovelace', email: 'ada@example.org' });
    expect(await people.enter(key, { name: 'Ada Lovelace', email: 'ada@example.org' })).toEqual({ id, alreadyRecorded: true });
    await expect(people.enter(key, { name: 'Ada King' })).rejects.toMatchObject({ kind: 'reused' });
    await expect(people.rename(key, newId(), { name: 'Ada King' })).rejects.toMatchObject({ kind: 'reused' });
    expect(await people.one(id)).toEqual({ personId: id, name: 'Ada Lovelace', email: 'ada@example.org', erased: null });
  });

  it('takes an id that events bear already, once, also of two who come at the same instant', async () => {
    const person = newId();
    const outcomes = await Promise.allSettled(['Grace', 'Hopper'].map((name) => people.enter(newId(), { name }, person)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(people.enter(newId(), { name: 'Grace' }, person)).rejects.toMatchObject({ code: 'PERSON_TAKEN' });
    await expect(people.rename(newId(), newId(), { name: 'Nobody' })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a new name replaces the old one for good: nothing in the folder holds it', async () => {
    const { id } = await people.enter(newId(), { name: 'Mary Oldname' });
    const key = newId();
    expect(await people.rename(key, id, { name: 'Mary Newname' })).toEqual({ id, alreadyRecorded: false });
    expect(await people.rename(key, id, { name: 'Mary Newname' })).toEqual({ id, alreadyRecorded: true });
    expect(await people.rename(newId(), id, { name: 'Mary Newname' })).toEqual({ id, alreadyRecorded: true });
    expect(await people.names([id, newId()])).toEqual(new Map([[id, 'Mary Newname']]));
    expect(await filesThatHold('Mary Oldname')).toEqual([]);
    expect(await filesThatHold('Mary Newname')).not.toEqual([]);
  });

  it('an erased person is nowhere in the folder; that it was, by whom and on what ground, stays', async () => {
    const { id } = await people.enter(newId(), { name: 'Erased Person' });
    const [key, by] = [newId(), newId()];
    expect(await people.erase(key, id, erasure(by))).toEqual({ id, alreadyRecorded: false });
    expect(await people.erase(key, id, { ...erasure(by), at: '2025-04-11T00:00:00.000Z' })).toEqual({
      id,
      alreadyRecorded: true,
    });
    await expect(people.erase(key, id, { ...erasure(by), legalGround: 'Other' })).rejects.toMatchObject({ kind: 'reused' });
    expect(await people.erase(newId(), id, erasure())).toEqual({ id, alreadyRecorded: true });
    const refused = { kind: 'refused', code: 'PERSON_ERASED' };
    await expect(people.rename(newId(), id, { name: 'Back' })).rejects.toMatchObject({ ...refused, problems: [{ field: 'id' }] });
    const entered = people.enter(newId(), { name: 'Back' }, id);
    await expect(entered).rejects.toMatchObject({ ...refused, problems: [{ field: 'personId' }] });
    expect(await people.one(id)).toEqual({ personId: id, name: null, email: null, erased: erasure(by) });
    expect(await people.names([id])).toEqual(new Map());
    expect(await filesThatHold('Erased Person')).toEqual([]);
  });

  it('is there again where the database was lost: the journal has it, without what was erased', async () => {
    const before = byId(await people.all());
    expect(before.filter(({ name }) => name !== null).length).toBeGreaterThanOrEqual(3);
    await ledger.close();
    await rm(join(folder, 'database'), { recursive: true });
    await open();
    expect(byId(await people.all())).toEqual(before);
  }, 60_000);

  const byId = (all: Awaited<ReturnType<People['all']>>) => [...all].sort((a, b) => (a.personId < b.personId ? -1 : 1));

  async function filesThatHold(words: string): Promise<string[]> {
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    const held: string[] = [];
    for (const path of paths) if ((await readFile(path)).includes(words)) held.push(path);
    return held;
  }
});
