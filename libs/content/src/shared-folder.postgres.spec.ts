import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type OpenPostgres, openPostgres } from '#event-store';
import { sha256 } from '#kernel';
import { OwnDatabase } from '../../../test/support/own-database.js';
import { namedContents } from './named.js';
import { Holding } from './testing/holding.js';

jest.setTimeout(120_000);

const MINUTES = 'Minutes of 12 March. Present: three principals.\n';
const HASH = sha256(MINUTES);
const ROUNDS = 40;
const TWO_DAYS_MS = 48 * 3_600_000;

/** Two real processes on one folder and one PostgreSQL schema. */
describe('evidence files that several processes share', () => {
  const database = OwnDatabase.named('content');
  let schemas = 0;
  let schema: string;
  let folder: string;
  let ledger: OpenPostgres;
  let processes: Holding[];

  beforeAll(() => database.make());
  afterAll(() => database.remove());
  beforeEach(async () => {
    schema = `content_${(schemas += 1)}`;
    folder = await mkdtemp(join(tmpdir(), 'throughline-shared-'));
    ledger = await openPostgres({ connectionString: database.url, schema, connections: 3 });
    processes = [];
  });
  afterEach(async () => {
    for (const one of processes) await one.kill();
    await ledger.close();
    await rm(folder, { recursive: true });
  });

  const start = async (guard: 'shared' | 'nobody-else' = 'shared') => {
    const one = await Holding.start(database.url, schema, folder, guard);
    processes.push(one);
    return one;
  };
  const two = async (guard?: 'shared' | 'nobody-else') => [await start(guard), await start(guard)] as const;
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  const held = () => readdir(join(folder, 'held'));
  const submit = (n: number | string, text = MINUTES) => ({ does: 'submit', stream: `evidence-${n}`, text }) as const;
  const erase = (n: number | string, text = MINUTES) =>
    ({ does: 'erase', stream: `evidence-${n}`, text, sha256: sha256(text) }) as const;

  /** One submits what the other erases the last naming of, and is not through when that is. */
  const submittedWhileErased = async (guard: 'shared' | 'nobody-else') => {
    const [one, other] = await two(guard);
    expect(await one.told(submit(1))).toBe('done');
    expect(await other.told({ ...submit(2), waits: true })).toBe('waits');
    expect(await one.told(erase(1))).toBe('done');
    expect(await other.told({ does: 'go' })).toBe('done');
    expect(await namedContents(ledger.store)).toEqual(new Set([HASH]));
    return existsSync(pathOf(HASH));
  };

  it('keeps a file that one submits while another erases the last other fact that named it', async () => {
    expect(await submittedWhileErased('shared')).toBe(true);
    expect(await readFile(pathOf(HASH), 'utf8')).toBe(MINUTES);
    expect(await held()).toEqual([]);
  });

  it('control: where the processes know nothing of each other, the ledger names a file that is gone', async () => {
    expect(await submittedWhileErased('nobody-else')).toBe(false);
  });

  it('removes the bytes with the last fact that names them, whichever process lets go last', async () => {
    const [one, other] = await two();
    expect(await one.told(submit(1))).toBe('done');
    expect(await other.told({ ...submit(2), waits: true, refused: true })).toBe('waits');
    expect(await one.told(erase(1))).toBe('done');
    expect(existsSync(pathOf(HASH))).toBe(true);
    expect(await other.told({ does: 'go' })).toBe('failed: a rule forbids it');
    expect(existsSync(pathOf(HASH))).toBe(false);
    expect(await held()).toEqual([]);
  });

  it(`is right after ${ROUNDS} rounds in which one submits and the other erases, both at once`, async () => {
    const [one, other] = await two();
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = `minutes ${round % 4}`;
      expect(await one.told(submit(`${round}-a`, text))).toBe('done');
      const answers = await Promise.all([one.told(submit(`${round}-b`, text)), other.told(erase(`${round}-a`, text))]);
      expect(answers).toEqual(['done', 'done']);
      expect(existsSync(pathOf(sha256(text)))).toBe(true);
      // Of every second text nothing is left in the end.
      if (round % 2 === 1) expect(await other.told(erase(`${round}-b`, text))).toBe('done');
    }
    const named = [...(await namedContents(ledger.store))].sort();
    const kept = (await readdir(folder, { recursive: true }))
      .map((path) => path.slice(-64))
      .filter((name) => /^[0-9a-f]{64}$/.test(name));
    expect(kept.sort()).toEqual(named);
    expect(await held()).toEqual([]);
  });

  it('settles at the next start what a process that was killed with -9 held, and nothing that a live one holds', async () => {
    const [one, other] = await two();
    expect(await one.told({ ...submit(1), waits: true })).toBe('waits');
    expect(await other.told({ ...submit(2, 'live'), waits: true })).toBe('waits');
    await one.kill();
    expect((await held()).sort()).toEqual([HASH, sha256('live')].sort());
    await start();
    expect(existsSync(pathOf(HASH))).toBe(false);
    expect(await held()).toEqual([sha256('live')]);
    expect(await other.told({ does: 'go' })).toBe('done');
    expect(await readFile(pathOf(sha256('live')), 'utf8')).toBe('live');
  });

  it('puts a file back that was removed while what tells the processes of each other was away', async () => {
    const [one, other] = await two();
    expect(await one.told(submit(1))).toBe('done');
    expect(await other.told({ ...submit(2), waits: true })).toBe('waits');
    await database.admin.query(
      `select pg_terminate_backend(a.pid, 5000) from pg_stat_activity a
        where a.application_name = 'throughline locks' and a.datname = current_database()`,
    );
    expect(await one.told(erase(1))).toMatch(/^done|^failed/);
    // The lock of the one that waits is gone: to the other nobody seems to hold the file.
    if (existsSync(pathOf(HASH))) await one.told(erase(1));
    expect(existsSync(pathOf(HASH))).toBe(false);
    expect(await other.told({ does: 'go' })).toBe('done');
    expect(await readFile(pathOf(HASH), 'utf8')).toBe(MINUTES);
  });

  const startedWhileOneReceives = async (guard: 'shared' | 'nobody-else') => {
    const one = await start(guard);
    expect(await one.told({ does: 'receive', text: 'half a file', waits: true })).toBe('waits');
    const old = join(folder, 'incoming', 'of a process that is gone');
    await writeFile(old, 'half a file');
    await utimes(old, new Date(), new Date(Date.now() - TWO_DAYS_MS));
    await start(guard);
    expect(existsSync(old)).toBe(false);
    return (await readdir(join(folder, 'incoming'))).length;
  };

  it('leaves at a start what another process is being sent, and removes what came in two days ago', async () => {
    expect(await startedWhileOneReceives('shared')).toBe(1);
  });

  it('control: where it thinks the folder its own, a start removes what another process is being sent', async () => {
    expect(await startedWhileOneReceives('nobody-else')).toBe(0);
  });
});
