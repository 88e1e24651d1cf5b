import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId } from '#kernel';
import { START } from '../port.js';
import { type EmbeddedOptions, type Ledger, openEmbedded } from './open.js';
import { newFolder, notes } from './samples.js';

jest.setTimeout(60_000);

const FIRST_SEGMENT = 'events-00000000000000000001.ndjson';

describe('a ledger in a folder', () => {
  let folder: string;
  const opened: Ledger[] = [];

  const open = async (options: Partial<EmbeddedOptions> = {}) => {
    const ledger = await openEmbedded({ folder, ...options });
    opened.push(ledger);
    return ledger;
  };
  const everything = (ledger: Ledger) => ledger.store.readAll(START, { limit: 1000 });

  /** Three events and a text, closed in order. */
  const closed = async () => {
    const first = await open();
    await first.store.append('meeting-1', notes(3), 'no-stream');
    const text = await first.texts.draft(newId(), 'reason', 'the snow');
    await first.texts.keep([text]);
    const before = await everything(first);
    await first.close();
    return { first, text, before };
  };

  beforeEach(async () => {
    folder = await newFolder();
  });
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is found again as it was left: events, texts and its id', async () => {
    const { first, text, before } = await closed();

    const second = await open();
    expect(await everything(second)).toEqual(before);
    expect(await second.texts.read([text.id])).toEqual(new Map([[text.id, 'the snow']]));
    expect(second.ledgerId).toBe(first.ledgerId);
    expect(second.notes).toEqual([]);
    await second.store.append('meeting-1', notes(1), { revision: 2n });
    expect(await second.store.head()).toBe('00000000000000000004');
  });

  it('is made again from its journal where the database is gone, with the same id', async () => {
    const { first, text, before } = await closed();
    await rm(join(folder, 'database'), { recursive: true });

    const second = await open();
    expect(await everything(second)).toEqual(before);
    expect(await second.texts.read([text.id])).toEqual(new Map([[text.id, 'the snow']]));
    expect(second.ledgerId).toBe(first.ledgerId);
    expect(second.notes).toEqual(['3 events that only the journal had were put into the database']);
  });

  it('writes to the journal what only the database has', async () => {
    const first = await open();
    await first.store.append('meeting-1', notes(3), 'no-stream');
    const before = await everything(first);
    await first.close();
    // As if the process had died between commit and flush, for each of the three.
    await writeFile(join(folder, 'journal', FIRST_SEGMENT), '');

    const second = await open();
    expect(second.notes).toContain('3 events that only the database had were written to the journal');
    await second.close();
    await rm(join(folder, 'database'), { recursive: true });
    expect(await everything(await open())).toEqual(before);
  });

  it('is not opened where a line of the journal was changed: file and line are named', async () => {
    const first = await open();
    for (let n = 0; n < 3; n += 1) await first.store.append(`meeting-${n}`, notes(1), 'no-stream');
    await first.close();
    const path = join(folder, 'journal', FIRST_SEGMENT);
    const whole = await readFile(path, 'utf8');
    const lines = whole.split('\n');
    await writeFile(path, [lines[0], lines[1]?.replace('note', 'Note'), ...lines.slice(2)].join('\n'));

    const damaged = open();
    await expect(damaged).rejects.toMatchObject({ kind: 'corrupt', code: 'JOURNAL_DAMAGED' });
    await expect(damaged).rejects.toThrow(`${FIRST_SEGMENT}, line 2: it does not match its checksum`);
    // Refusing let go of the folder: put back, it opens.
    await writeFile(path, whole);
    expect((await everything(await open())).events).toHaveLength(3);
  });

  it('is not opened where journal and database have different events: the position is named', async () => {
    const first = await open();
    await first.store.append('meeting-1', notes(1), 'no-stream');
    await first.close();
    await rename(join(folder, 'journal'), join(folder, 'journal of the first'));
    await rename(join(folder, 'database'), join(folder, 'database of the first'));
    const other = await open();
    await other.store.append('meeting-1', notes(1), 'no-stream');
    await other.close();
    await rm(join(folder, 'database'), { recursive: true });
    await rename(join(folder, 'database of the first'), join(folder, 'database'));

    const mixed = open();
    await expect(mixed).rejects.toMatchObject({ kind: 'corrupt', code: 'LEDGER_DIFFERS' });
    await expect(mixed).rejects.toThrow('different events at position 00000000000000000001');
  });

  it('lets others read while it is open, and refuses to append for them', async () => {
    const first = await open();
    await first.store.append('meeting-1', notes(2), 'no-stream');
    const copy = await open({ readOnly: true });
    expect(await everything(copy)).toEqual(await everything(first));
    expect(copy.ledgerId).toBe(first.ledgerId);
    await expect(copy.store.append('meeting-1', notes(1), 'any')).rejects.toMatchObject({ code: 'READ_ONLY' });
  });

  it('shows nothing before it is in the journal', async () => {
    const ledger = await open();
    await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const appending = ledger.store.append(`meeting-${n}`, notes(1), 'no-stream');
        const { events } = await everything(ledger);
        const journal = await readFile(join(folder, 'journal', FIRST_SEGMENT), 'utf8').catch(() => '');
        for (const { id } of events) expect(journal).toContain(id);
        await appending;
      }),
    );
  });

  it('forgets an erased text everywhere, and no replay brings it back', async () => {
    const ledger = await open();
    const commandId = newId();
    const secret = await ledger.texts.draft(commandId, 'reason', 'a child was ill, says her mother');
    const other = await ledger.texts.draft(commandId, 'narrative', 'the room was cold');
    await ledger.texts.keep([secret, other]);
    await ledger.texts.erase(secret.id);
    expect(await ledger.texts.read([secret.id, other.id])).toEqual(
      new Map([
        [secret.id, null],
        [other.id, 'the room was cold'],
      ]),
    );
    // What the command refers to stays the same, so that a repeat is recognised.
    expect(await ledger.texts.draft(commandId, 'reason', secret.content)).toMatchObject({ sha256: secret.sha256, salt: '' });
    await ledger.close();
    const journal = await readFile(join(folder, 'journal', 'texts.ndjson'), 'utf8');
    expect(journal).not.toContain('a child was ill');
    expect(journal).not.toContain(secret.salt);
    expect(journal).toContain(secret.sha256);

    await rm(join(folder, 'database'), { recursive: true });
    const again = await open();
    expect(await again.texts.read([secret.id])).toEqual(new Map([[secret.id, null]]));
    expect(await readdir(folder)).not.toContainEqual(expect.stringContaining('set-aside'));
  });
});
