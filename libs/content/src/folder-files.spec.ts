import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MAX_EVIDENCE_BYTES } from '#domain';
import { LedgerError, sha256 } from '#kernel';
import { FolderFiles } from './folder-files.js';

const MINUTES = Buffer.from('Minutes of 12 March. Present: three principals.\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const refusal = new Error('a rule forbids it');

describe('evidence files in a folder', () => {
  let folder: string;
  let named: Set<string>;
  let files: FolderFiles;

  const open = () => FolderFiles.open(folder, (hash) => Promise.resolve(named.has(hash)));
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  /** Submits as the ledger does: what is accepted is named. */
  const accepted = async (bytes: Uint8Array, declared?: string) =>
    files.submit(await files.receive([bytes]), declared, (content) => {
      named.add(content.sha256);
      return Promise.resolve(content);
    });
  const left = async () => ({ incoming: await readdir(join(folder, 'incoming')), held: await readdir(join(folder, 'held')) });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'));
    named = new Set();
    files = await open();
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('keeps a file under its hash and gives back the same bytes', async () => {
    const content = await accepted(MINUTES, 'text/plain');
    expect(content).toEqual({ kind: 'file', sha256: sha256(MINUTES), size: MINUTES.length, mediaType: 'text/plain' });
    const { size, stream } = await files.read(content.sha256);
    expect(size).toBe(MINUTES.length);
    expect(await buffer(stream)).toEqual(MINUTES);
    expect(await left()).toEqual({ incoming: [], held: [] });
  });

  it('keeps the same content once, however often and at once it is submitted', async () => {
    await Promise.all(Array.from({ length: 8 }, () => accepted(MINUTES, 'text/plain')));
    const kept: string[] = [];
    for await (const hash of files.all()) kept.push(hash);
    expect(kept).toEqual([sha256(MINUTES)]);
  });

  it('takes a file of exactly 25 MiB and refuses one byte more, naming field and rule (R15)', async () => {
    const most = Buffer.alloc(MAX_EVIDENCE_BYTES, 'a');
    expect((await accepted(most)).size).toBe(26_214_400);
    await expect(files.receive([most, Buffer.from('b')])).rejects.toMatchObject({
      kind: 'invalid',
      code: 'FILE_TOO_LARGE',
      problems: [{ field: 'file', rule: 'R15' }],
    });
    expect((await left()).incoming).toEqual([]);
  });

  it('removes the file of a refused command (R15)', async () => {
    const received = await files.receive([MINUTES]);
    await expect(files.submit(received, 'text/plain', () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(existsSync(pathOf(received.sha256))).toBe(false);
    expect(await left()).toEqual({ incoming: [], held: [] });
  });

  it('leaves the file of a command whose outcome is not known: the store may still be at it, and the next start asks (R14)', async () => {
    const unknown = new LedgerError('unavailable', 'OUTCOME_UNKNOWN', 'the line went dead');
    const received = await files.receive([MINUTES]);
    await expect(files.submit(received, undefined, () => Promise.reject(unknown))).rejects.toBe(unknown);
    const { sha256: hash } = received;
    expect(await left()).toEqual({ incoming: [], held: [hash] });
    // It was recorded after all.
    named.add(hash);
    files = await open();
    expect(await readFile(pathOf(hash))).toEqual(MINUTES);
    expect(await left()).toEqual({ incoming: [], held: [] });
  });

  it('leaves the file of a refused command where an earlier fact names the same content', async () => {
    const { sha256: hash } = await accepted(MINUTES);
    await expect(files.submit(await files.receive([MINUTES]), undefined, () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(await readFile(pathOf(hash))).toEqual(MINUTES);
  });

  it('leaves the file of a refused command while another submission of the same content is under way', async () => {
    let accept = () => {};
    const decided = new Promise<void>((resolve) => {
      accept = resolve;
    });
    const [first, second] = [await files.receive([MINUTES]), await files.receive([MINUTES])];
    const winner = files.submit(first, undefined, async ({ sha256: hash }) => {
      await decided;
      named.add(hash);
    });
    await expect(files.submit(second, undefined, () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(existsSync(pathOf(first.sha256))).toBe(true);
    accept();
    await winner;
    expect(await readFile(pathOf(first.sha256))).toEqual(MINUTES);
  });

  it('asks the ledger at the next start what became of a file whose command a crash cut off', async () => {
    const [lost, kept] = [sha256('lost'), sha256(MINUTES)];
    await accepted(MINUTES);
    for (const hash of [lost, kept]) await writeFile(join(folder, 'held', hash), '');
    await accepted(Buffer.from('lost'));
    named.delete(lost);
    await writeFile(join(folder, 'held', lost), '');
    await writeFile(join(folder, 'incoming', 'half'), 'half a fi');
    files = await open();
    expect(existsSync(pathOf(lost))).toBe(false);
    expect(existsSync(pathOf(kept))).toBe(true);
    expect(await left()).toEqual({ incoming: [], held: [] });
  });

  it('keeps file and marker where the ledger does not answer', async () => {
    files = await FolderFiles.open(folder, () => Promise.reject(new LedgerError('unavailable', 'STORE_UNAVAILABLE', 'away')));
    const received = await files.receive([MINUTES]);
    await expect(files.submit(received, undefined, () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(existsSync(pathOf(received.sha256))).toBe(true);
    expect((await left()).held).toEqual([received.sha256]);
  });

  it('erases the bytes with the last fact that names them', async () => {
    const { sha256: hash } = await accepted(MINUTES);
    await files.erase(hash, () => Promise.resolve());
    expect(existsSync(pathOf(hash))).toBe(true);
    await files.erase(hash, () => Promise.resolve(named.delete(hash)));
    expect(existsSync(pathOf(hash))).toBe(false);
  });

  it('refuses to hand out bytes that were changed on the disk, at every download', async () => {
    const { sha256: hash } = await accepted(MINUTES);
    const flipped = Buffer.from(MINUTES);
    flipped[3] = (flipped[3] ?? 0) ^ 1;
    await writeFile(pathOf(hash), flipped);
    await expect(files.read(hash)).rejects.toMatchObject({ kind: 'corrupt', code: 'CONTENT_CORRUPT' });
    await accepted(MINUTES);
    expect(await buffer((await files.read(hash)).stream)).toEqual(MINUTES);
  });

  it('says so where the file of a named content is gone', async () => {
    await expect(files.read(sha256(MINUTES))).rejects.toMatchObject({ kind: 'corrupt', code: 'CONTENT_MISSING' });
  });

  it('holds many files of one work until it ends, then removes those that nothing names', async () => {
    const [one, two] = await files.keeping(async (keep) => {
      const both = [await keep(MINUTES, 'text/plain'), await keep(PNG, 'image/png')] as const;
      named.add(both[1].sha256);
      return both;
    });
    expect(existsSync(pathOf(one.sha256))).toBe(false);
    expect(existsSync(pathOf(two.sha256))).toBe(true);
  });

  describe('the media type (R15)', () => {
    const zip = (...names: string[]) =>
      Buffer.concat(
        names.map((name) => {
          const header = Buffer.alloc(30);
          header.writeUInt32LE(0x04034b50, 0);
          header.writeUInt16LE(20, 4);
          header.writeUInt16LE(name.length, 26);
          return Buffer.concat([header, Buffer.from(name)]);
        }),
      );
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

    it.each([
      ['a picture', PNG, 'image/png', 'image/png'],
      ['a picture whose sender says nothing', PNG, undefined, 'image/png'],
      ['a picture of unknown kind to its sender', PNG, 'application/octet-stream', 'image/png'],
      ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf', 'application/pdf'],
      ['text in UTF-8', Buffer.from('Größe: ½ Tag\n'), 'text/plain; charset=utf-8', 'text/plain'],
      ['a table', Buffer.from('day,kept\n2025-02-15,3\n'), 'text/csv', 'text/csv'],
      ['a table as Windows declares it', Buffer.from('day,kept\n'), 'application/vnd.ms-excel', 'text/csv'],
      ['an old spreadsheet', compound, 'application/vnd.ms-excel', 'application/vnd.ms-excel'],
    ])('takes %s', async (_, bytes, declared, mediaType) => {
      expect((await accepted(bytes, declared)).mediaType).toBe(mediaType);
    });

    it.each([
      ['a picture declared as PDF', PNG, 'application/pdf'],
      ['text declared as a picture', MINUTES, 'image/png'],
      ['an archive', zip('a.txt'), 'application/zip'],
      ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 'application/octet-stream'],
      ['a page of HTML declared as such', Buffer.from('<!doctype html><script>'), 'text/html'],
      ['text that is not UTF-8', Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65]), 'text/plain'],
      ['text with a NUL', Buffer.from('a\0b'), 'text/plain'],
      ['text cut off within a character', Buffer.from('Größe').subarray(0, 3), 'text/plain'],
      ['an old office file whose sender does not say which', compound, undefined],
    ])('refuses %s', async (_, bytes, declared) => {
      await expect(accepted(bytes, declared)).rejects.toMatchObject({
        kind: 'invalid',
        code: 'MEDIA_TYPE_REFUSED',
        problems: [{ field: 'file', rule: 'R15' }],
      });
      expect(await readdir(folder)).toEqual(['held', 'incoming']);
    });

    it('refuses an empty file', async () => {
      await expect(accepted(Buffer.alloc(0), 'text/plain')).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        problems: [{ field: 'file', rule: 'R15' }],
      });
    });
  });
});
