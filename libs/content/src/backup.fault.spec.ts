import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { backup, type Ledger, openEmbedded } from '#event-store';
import { type Recorded, sha256 } from '#kernel';
import { FolderFiles } from './folder-files.js';
import { NamedFiles, namedIn } from './named.js';
import { record } from './testing/recording.js';

jest.setTimeout(60_000);

const FILES_BEFORE = 30;

describe('a backup that is taken while evidence comes and goes', () => {
  let folder: string;
  let ledger: Ledger;
  let files: FolderFiles;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-evidence-'));
    ledger = await openEmbedded({ folder: join(folder, 'data') });
    files = await FolderFiles.open(join(folder, 'data', 'files'), namedIn(ledger.store));
  });
  afterAll(async () => {
    await ledger.close();
    await rm(folder, { recursive: true });
  });

  const bytesOf = (n: number) => Buffer.from(`minutes of meeting ${n}\n`.repeat(1 + (n % 7) * 400));
  const submit = async (n: number) =>
    files.submit(await files.receive([bytesOf(n)]), 'text/plain', (content) =>
      record(ledger.store, `evidence-${n}`, 'EvidenceSubmitted', { content }),
    );
  const erase = (n: number) =>
    files.erase(sha256(bytesOf(n)), () => record(ledger.store, `evidence-${n}`, 'EvidenceContentErased', { revision: 1 }));

  it('holds every file that the events in it name, also where it was erased meanwhile', async () => {
    for (let n = 0; n < FILES_BEFORE; n += 1) await submit(n);
    let isOver = false;
    let submitted = FILES_BEFORE;
    const saved = join(folder, 'saved');
    const backingUp = backup(join(folder, 'data'), saved, new NamedFiles()).finally(() => {
      isOver = true;
    });
    const writing = (async () => {
      for (; !isOver; submitted += 1) await submit(submitted);
    })();
    const erasing = (async () => {
      for (let n = 0; n < FILES_BEFORE && !isOver; n += 1) await erase(n);
    })();
    await Promise.all([backingUp, writing, erasing]);

    const named = await hashesIn(saved);
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThan(submitted);
    expect(existsSync(join(folder, 'data', 'files', pathOf(sha256(bytesOf(0)))))).toBe(false);
    for (const hash of named) expect([hash, existsSync(join(saved, 'files', pathOf(hash)))]).toEqual([hash, true]);
  });

  it('names no file without its bytes where one comes and goes while it runs, and keeps none that was erased', async () => {
    const [stays, passing] = [1_000, 1_001];
    const came = await journalOf(folder);
    await submit(stays);
    await submit(passing);
    await erase(passing);
    const data = join(folder, 'as another process has it');
    await cp(join(folder, 'data'), data, { recursive: true });
    const journal = join(data, 'journal', SEGMENT);
    const [lineStays, linePassing, lineErased] = (await journalOf(folder)).slice(came.length).split(/(?<=\n)/);
    await writeFile(journal, `${came}${lineStays}`);
    const path = join(data, 'files', pathOf(sha256(bytesOf(passing))));
    const saved = join(folder, 'saved while one came and went');
    let comesAfterTheFirstLook = () => {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, bytesOf(passing));
      appendFileSync(journal, linePassing ?? '');
      comesAfterTheFirstLook = () => undefined;
    };
    const named = new NamedFiles();
    const naming = {
      take: (event: Recorded) => {
        named.take(event);
        if (event.stream !== `evidence-${passing}` || event.type !== 'EvidenceSubmitted') return;
        appendFileSync(journal, lineErased ?? '');
        rmSync(path);
      },
      named: () => named.named(),
    };
    await backup(data, saved, naming, () => comesAfterTheFirstLook());

    const kept = (await readdir(join(saved, 'files'), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
    expect(kept.map((name) => name.slice(-64)).sort()).toEqual([...named.named()].sort());
    expect(kept).toContain(pathOf(sha256(bytesOf(stays))));
    expect(await readFile(join(saved, 'journal', SEGMENT), 'utf8')).toContain('EvidenceContentErased');
    expect((await hashesIn(saved)).includes(sha256(bytesOf(passing)))).toBe(false);
  });
});

const SEGMENT = 'events-00000000000000000001.ndjson';

function journalOf(folder: string): Promise<string> {
  return readFile(join(folder, 'data', 'journal', SEGMENT), 'utf8');
}

/** The hashes that the events of a backup name, but for those whose erasure it holds too. */
async function hashesIn(saved: string): Promise<string[]> {
  const journal = join(saved, 'journal');
  const names = (await readdir(journal)).filter((name) => name.startsWith('events-'));
  const lines = (await Promise.all(names.map((name) => readFile(join(journal, name), 'utf8')))).join('').trim().split('\n');
  const events = lines.map((line) => JSON.parse(line) as { stream: string; type: string; body: string });
  const erased = new Set(events.filter(({ type }) => type === 'EvidenceContentErased').map(({ stream }) => stream));
  return events.flatMap(({ stream, body }) => {
    const { data } = JSON.parse(body) as { data: { content?: { sha256: string } } };
    return data.content === undefined || erased.has(stream) ? [] : [data.content.sha256];
  });
}

function pathOf(hash: string): string {
  return join(hash.slice(0, 2), hash);
}
