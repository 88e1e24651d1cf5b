import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel';
import { type Ledger, openEphemeral } from './embedded/open.js';
import { SqlTexts } from './texts.js';

describe('free texts', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openEphemeral();
  }, 60_000);
  afterAll(async () => {
    await ledger.close();
  });

  it('are referred to by a hash that anybody can compute who has salt and text', async () => {
    const { salt, sha256 } = await ledger.texts.draft(newId(), 'reason', 'naïve 🎓');
    const bytes = Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from('naïve 🎓', 'utf8')]);
    expect(Buffer.from(salt, 'hex')).toHaveLength(16);
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('of copies of one command drafted at once have one reference (R14)', async () => {
    const commandId = newId();
    const drafts = await Promise.all(Array.from({ length: 5 }, () => ledger.texts.draft(commandId, 'reason', 'snow')));
    expect(new Set(drafts.map(({ sha256 }) => sha256)).size).toBe(1);
    await Promise.all(drafts.map((draft) => ledger.texts.keep([draft])));
  });

  it('that were kept are drafted again with the same reference, by another process too (R14)', async () => {
    const commandId = newId();
    const first = await ledger.texts.draft(commandId, 'reason', 'snow');
    await ledger.texts.keep([first]);
    expect(await new SqlTexts(ledger.sql).draft(commandId, 'reason', 'snow')).toEqual(first);
    await ledger.texts.keep([first]);
  });

  it('with other content under the same command id are refused (R14)', async () => {
    const commandId = newId();
    await ledger.texts.keep([await ledger.texts.draft(commandId, 'reason', 'snow')]);
    await expect(ledger.texts.draft(commandId, 'reason', 'rain')).rejects.toMatchObject({
      kind: 'reused',
      problems: [{ field: 'reason', rule: 'R14' }],
    });
  });

  it('that another process kept first with another salt are to be drafted again', async () => {
    const commandId = newId();
    const mine = await ledger.texts.draft(commandId, 'reason', 'snow');
    const other = new SqlTexts(ledger.sql);
    const theirs = await other.draft(commandId, 'reason', 'snow');
    expect(theirs.sha256).not.toBe(mine.sha256);
    await other.keep([theirs]);
    await expect(ledger.texts.keep([mine])).rejects.toMatchObject({ kind: 'conflict', code: 'TEXT_RACED' });
    expect(await ledger.texts.draft(commandId, 'reason', 'snow')).toEqual(theirs);
  });

  it('that the table has and the journal could not take may be kept or not: nobody says that nothing was', async () => {
    const noRoom = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const journal = { kept: () => Promise.reject(noRoom), erasing: () => Promise.resolve(), erased: () => Promise.resolve() };
    const texts = new SqlTexts(ledger.sql, journal);
    const draft = await texts.draft(newId(), 'reason', 'snow');
    await expect(texts.keep([draft])).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN', cause: noRoom });
    expect(await ledger.texts.read([draft.id])).toEqual(new Map([[draft.id, 'snow']]));
  });

  it('are null where they were erased, and absent where they never were', async () => {
    const draft = await ledger.texts.draft(newId(), 'reason', 'snow');
    await ledger.texts.keep([draft]);
    await ledger.texts.erase(draft.id);
    await ledger.texts.erase(draft.id);
    await ledger.texts.keep([draft]);
    expect(await ledger.texts.read([draft.id, newId()])).toEqual(new Map([[draft.id, null]]));
  });

  it('with a character that no text can hold are refused, and the field is named (R15)', async () => {
    for (const content of ['a\u0000b', 'a\ud800b'])
      await expect(ledger.texts.draft(newId(), 'reason', content)).rejects.toMatchObject({
        kind: 'invalid',
        problems: [{ field: 'reason', rule: 'R15' }],
      });
  });
});
