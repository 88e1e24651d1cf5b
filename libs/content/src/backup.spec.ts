import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { backup, type Ledger, openEmbedded } from '#event-store';
import { newId, sha256 } from '#kernel';
import { FolderFiles } from './folder-files.js';
import { namedIn } from './named.js';

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

  const record = async (stream: string, type: string, data: object) => {
    await ledger.store.append(
      stream,
      [
        {
          type,
          schema: 1,
          id: newId(),
          data,
          metadata: {
            occurredOn: '2025-01-15',
            actor: { kind: 'clock' },
            recordedBy: { kind: 'clock', id: 'clock' },
            commandId: newId(),
            commandDigest: '',
            decidedOn: {},
            correlationId: 'test',
            causationId: 'test',
          },
        },
      ],
      'any',
    );
  };
  const bytesOf = (n: number) => Buffer.from(`minutes of meeting ${n}\n`.repeat(1 + (n % 7) * 400));
  const submit = async (n: number) =>
    files.submit(await files.receive([bytesOf(n)]), 'text/plain', (content) =>
      record(`evidence-${n}`, 'EvidenceSubmitted', { content }),
    );
  const erase = (n: number) =>
    files.erase(sha256(bytesOf(n)), () => record(`evidence-${n}`, 'EvidenceContentErased', { revision: 1 }));

  it('holds every file that the events in it name, also where it was erased meanwhile', async () => {
    for (let n = 0; n < FILES_BEFORE; n += 1) await submit(n);
    let isOver = false;
    let submitted = FILES_BEFORE;
    const saved = join(folder, 'saved');
    const backingUp = backup(join(folder, 'data'), saved).finally(() => {
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
});

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
