import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connecticutCenter } from '#blueprints';
import { NamedFiles, People } from '#content';
import { moveLedger, openEmbedded, openPostgres, placeTyped, START, type StorePlace } from '#event-store';
import { derivedId, type Id, newId } from '#kernel';
import { counted } from '../../libs/event-store/src/contract/opened.js';
import { EsdbDouble } from '../../libs/event-store/src/esdb/double/index.js';
import { printed, type Said, typed } from '../support/command-line.js';
import { OwnDatabase } from '../support/own-database.js';

jest.setTimeout(240_000);

const { quarter } = connecticutCenter.review;

type Told = Readonly<{
  from: { ledgerId: string };
  to: { ledgerId: string };
  equal: boolean;
  already: boolean;
  digest: string;
  contents: Readonly<{
    events: { count: number };
    texts: { count: number; erased: number };
    files: { count: number; missing: number };
    tokens: { count: number };
  }>;
}>;

/** A store, as the options of a move name it and as those of any other command do. */
type Store = Readonly<{ kind: StorePlace['kind']; folder: string; move: readonly string[]; open: readonly string[] }>;

/** All of it typed, in this process: the command line on a real PostgreSQL server and on the protocol double of EventStoreDB. */
describe('throughline move', () => {
  const databases: OwnDatabase[] = [];
  let double: EsdbDouble;
  let folder: string;
  let own: Store;
  let review: string;
  let now: string;
  let asOf: string;
  let asKnownThen: string;
  let erased: Id;

  beforeAll(async () => {
    double = await EsdbDouble.start();
    folder = await mkdtemp(join(tmpdir(), 'throughline-move-'));
    own = embedded('own');
    expect((await typed('demo', '--once', ...own.open)).code).toBe(0);
    expect((await typed('tokens', 'add', 'guest', '--role', 'viewer', '--data', own.folder)).code).toBe(0);
    await writeFile(join(own.folder, 'owner-token'), `${newId()}.${'x'.repeat(43)}\n`, { mode: 0o600 });
    erased = await eraseAndEnter(own.folder);
    now = new Date().toISOString();
    review = await reviewOf(own, now);
    expect(review).toMatch(/^Quarterly accountability review/);
    asKnownThen = await reviewOf(own, asOf);
    expect(asKnownThen).not.toBe(review);
  });
  afterAll(async () => {
    await double.stop();
    for (const database of databases) await database.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const embedded = (name: string): Store => {
    const data = join(folder, name);
    return { kind: 'embedded', folder: data, move: [data], open: ['--data', data] };
  };
  const postgres = async (name: string): Promise<Store> => {
    const database = OwnDatabase.named(`move_${name}`);
    await database.make();
    databases.push(database);
    const at = database.url;
    const data = join(folder, name);
    return { kind: 'postgres', folder: data, move: [at, data], open: ['--store', 'postgres', '--postgres', at, '--data', data] };
  };
  const esdb = (name: string): Store => {
    const data = join(folder, name);
    const move = [`${double.connectionString()}&ledger=${name}`, data];
    return {
      kind: 'esdb',
      folder: data,
      move,
      open: ['--store', 'esdb', '--esdb', double.connectionString(), '--esdb-ledger', name, '--data', data],
    };
  };
  const move = (from: Store, to: Store): Promise<Said> => {
    const side = (option: string, [store = '', data]: readonly string[]) => [
      `--${option}`,
      store,
      ...(data === undefined ? [] : [`--${option}-data`, data]),
    ];
    return typed('move', ...side('from', from.move), ...side('to', to.move), '--json');
  };
  /** On the ledger's own basis, on which the time of recording counts. */
  const reviewOf = async ({ open }: Store, known: string) =>
    (await typed('review', 'connecticut', quarter, '--basis', 'ledger', '--as-of', known, ...open)).stdout;

  /** Erases a free text and a person's entry, and enters another; picks a moment in the middle of the recording. */
  const eraseAndEnter = async (data: string): Promise<Id> => {
    const ledger = await openEmbedded({ folder: data });
    const { events } = await ledger.store.readAll(START, { limit: 1000 });
    asOf = events[Math.floor(events.length / 2)]?.recordedAt ?? '';
    const [text] = await ledger.sql.query<{ id: Id }>('select t.id::text as id from texts t order by t.id limit 1');
    if (text === undefined) throw new Error('the demonstration has free texts');
    await ledger.texts.erase(text.id);
    const people = new People(ledger.texts);
    const [stays, goes] = [derivedId(newId(), 'stays'), derivedId(newId(), 'goes')];
    await people.enter(newId(), { name: 'Ada Example', email: 'ada@example.org' }, stays);
    await people.enter(newId(), { name: 'Bo Example' }, goes);
    await people.erase(newId(), goes, { legalGround: 'asked for it', by: stays, at: '2026-01-01T00:00:00.000Z' });
    await ledger.close();
    return text.id;
  };

  it('carries a ledger between all three kinds of store, in every direction, and it stays equal to what it was', async () => {
    const ways = [
      own,
      await postgres('one'),
      esdb('two'),
      embedded('three'),
      esdb('four'),
      await postgres('five'),
      embedded('six'),
    ];
    const before = await everyFile(own.folder);
    const digests = new Set<string>();
    const ids = new Set<string>();
    for (const [index, to] of ways.slice(1).entries()) {
      const from = ways[index] ?? own;
      const said = await move(from, to);
      expect([from.kind, to.kind, said.code, said.stderr]).toEqual([
        from.kind,
        to.kind,
        0,
        expect.not.stringContaining('closed in order'),
      ]);
      const told = printed<Told>(said);
      expect(told).toMatchObject({ equal: true, already: false, contents: { files: { missing: 0 }, tokens: { count: 2 } } });
      // A free text, and what a person was called.
      expect(told.contents.texts.erased).toBe(2);
      digests.add(told.digest);
      ids.add(told.from.ledgerId).add(told.to.ledgerId);
      expect(existsSync(join(to.folder, '.moving'))).toBe(false);
      // Byte for byte: as known after it was recorded, and at a moment in the middle of the recording.
      expect(await reviewOf(to, now)).toBe(review);
      expect(await reviewOf(to, asOf)).toBe(asKnownThen);
    }
    expect(digests.size).toBe(1);
    expect(ids.size).toBe(ways.length);
    expect(await everyFile(own.folder)).toEqual(before);
    // What the server itself says of when it got them is the time of the move.
    const carried = Array.from({ length: double.log.length }, (_, index) => double.log.at(index)).filter(
      (event) => event?.stream.startsWith('two.') === true,
    );
    expect(carried.length).toBeGreaterThan(200);
    expect(Math.min(...carried.map((event) => Number((event?.createdTicks ?? 0n) / 10_000n)))).toBeGreaterThan(Date.parse(asOf));

    // And it goes on: of what was recorded before nothing is recorded again, and what was erased is erased.
    const [, inPostgres, onServer] = ways as [Store, Store, Store];
    for (const store of [inPostgres, onServer])
      expect((await typed('demo', '--once', ...store.open)).stderr).toContain('0 acts recorded');
    const last = await openEmbedded({ folder: join(folder, 'six') });
    expect((await last.texts.read([erased])).get(erased)).toBeNull();
    expect((await new People(last.texts).all()).map(({ name }) => name).sort()).toEqual(['Ada Example', null]);
    await last.close();
  });

  it('takes texts of a ledger in EventStoreDB to PostgreSQL too, and works with a role that may do no more than the program', async () => {
    const [from, inPostgres, back] = [embedded('roles'), await postgres('roles_server'), embedded('roles-back')];
    await smallLedger(from.folder, 4);
    const role = `app_${process.pid}`;
    const database = databases.at(-1) as OwnDatabase;
    await database.makeRole(role);
    const { url: owner } = database;
    const app = database.as(role);
    const to = ['--to', app, '--to-data', inPostgres.folder, '--to-owner', owner, '--json'];
    const there = printed<Told>(await typed('move', '--from', from.folder, ...to));
    const server = await openPostgres({ connectionString: app, owner });
    await expect(server.sql.query('delete from events')).rejects.toThrow();
    expect(await server.store.append('later', [counted(9)], 'no-stream')).toMatchObject({ position: '5'.padStart(20, '0') });
    await server.close();

    const esdbAt = [`${double.connectionString()}&ledger=roles`, '--to-postgres', `${app}?schema=beside`, '--to-owner', owner];
    const data = join(folder, 'roles-esdb');
    const told = printed<Told>(
      await typed('move', '--from', app, '--from-data', inPostgres.folder, '--to', ...esdbAt, '--to-data', data, '--json'),
    );
    expect([there.contents.events.count, told.contents.events.count]).toEqual([4, 5]);
    const fromServer = ['--from', `${double.connectionString()}&ledger=roles`, '--from-postgres', `${app}?schema=beside`];
    const again = printed<Told>(await typed('move', ...fromServer, '--from-data', data, '--to', back.folder, '--json'));
    expect(again.digest).toBe(told.digest);
    expect((await typed('projections', 'list', ...back.open)).code).toBe(0);
  });

  it('run again, says that it was done, and once the source went on refuses', async () => {
    const [from, to] = [embedded('again'), embedded('again-moved')];
    await smallLedger(from.folder, 5);
    expect(printed<Told>(await move(from, to))).toMatchObject({ already: false });
    expect(printed<Told>(await move(from, to))).toMatchObject({ already: true, equal: true });
    await smallLedger(from.folder, 1);
    expect(await move(from, to)).toMatchObject({ code: 2, stderr: expect.stringContaining('NOT_EMPTY') });
  });

  it('refuses a place that holds another ledger, and one that another ledger is half moved into', async () => {
    const [from, other] = [embedded('refused'), embedded('refused-other')];
    await smallLedger(from.folder, 3);
    await smallLedger(other.folder, 3);
    expect(await move(from, other)).toMatchObject({ code: 2, stderr: expect.stringContaining('NOT_EMPTY') });
    const [schema, server] = [await postgres('refused_pg'), esdb('refused_esdb')];
    for (const to of [schema, server]) {
      expect((await move(from, to)).code).toBe(0);
      const another = { ...to, folder: `${to.folder}-2`, move: [to.move[0] ?? '', `${to.folder}-2`] };
      expect(await move(other, another)).toMatchObject({ code: 2, stderr: expect.stringContaining('NOT_EMPTY') });
    }
    const half = embedded('refused-half');
    await mkdir(join(half.folder, '.moving'), { recursive: true });
    await writeFile(join(half.folder, '.moving', 'moving.json'), JSON.stringify({ format: 1, from: newId(), ledgerId: newId() }));
    expect(await move(from, half)).toMatchObject({ code: 2, stderr: expect.stringContaining('NOT_EMPTY') });
    expect(await typed('demo', '--once', '--data', half.folder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('MOVE_UNFINISHED'),
    });
  });

  it('reads from a folder that nobody has open, and holds off who would append to a schema meanwhile', async () => {
    const [from, to] = [embedded('busy'), await postgres('busy_server')];
    await smallLedger(from.folder, 3);
    const open = await openEmbedded({ folder: from.folder });
    const refused = await move(from, to).finally(open.close);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('FOLDER_IN_USE') });
    expect((await move(from, to)).code).toBe(0);

    const connectionString = to.move[0] ?? '';
    const server = await openPostgres({ connectionString, lockTimeoutMs: 100 });
    const outcomes: Promise<unknown>[] = [];
    const place = placeTyped('--from', { store: connectionString, data: to.folder });
    await moveLedger({
      from: place,
      to: { kind: 'embedded', folder: join(folder, 'from-busy') },
      naming: new NamedFiles(),
      progress: ({ doing }) => {
        if (doing === 'copying events' && outcomes.length === 0)
          outcomes.push(server.store.append('late', [counted(1)], 'any').catch((error: unknown) => error));
      },
    });
    expect(await Promise.all(outcomes)).toEqual([expect.objectContaining({ outcome: 'not-stored' })]);
    expect(await server.store.append('late', [counted(1)], 'any')).toMatchObject({ revision: 0n });
    await server.close();
  });

  it('says that events were recorded in EventStoreDB meanwhile, and brings them over when it is run again', async () => {
    const [from, to] = [esdb('told'), embedded('told-moved')];
    await smallLedger(join(folder, 'told-own'), 3);
    expect((await move(embedded('told-own'), from)).code).toBe(0);
    const place = placeTyped('--from', { store: from.move[0] ?? '', data: from.folder });
    const target: StorePlace = { kind: 'embedded', folder: to.folder };
    const appended = double.log.at(double.log.length - 2);
    let isLate = false;
    const moving = moveLedger({
      from: place,
      to: target,
      naming: new NamedFiles(),
      progress: ({ doing }) => {
        if (doing !== 'comparing' || isLate || appended === undefined) return;
        isLate = true;
        const { stream, type, contentType, data, metadata } = appended;
        double.log.append(stream, [{ id: newId(), type, contentType, data, metadata }], 'any');
      },
    });
    await expect(moving).rejects.toMatchObject({ code: 'SOURCE_CHANGED' });
    expect(printed<Told>(await move(from, to))).toMatchObject({ equal: true, contents: { events: { count: 4 } } });
  });

  it.each([
    [['--to', '/tmp/x'], '--from'],
    [['--from', 'postgres://localhost/x', '--to', '/tmp/x'], '--from-data'],
    [['--from', 'mysql://localhost/x', '--to', '/tmp/x'], '--from'],
    [['--from', '/tmp/y', '--to', 'esdb://localhost?ledger=No', '--to-data', '/tmp/x'], '--to'],
    [['--from', '/tmp/y', '--to', 'postgres://u:secret@localhost/x?schema=Bad', '--to-data', '/tmp/x'], '--to'],
    [['--from', '/tmp/y', '--to', '/tmp/x', '--to-owner', 'postgres://localhost'], '--to-owner'],
    [['--from', join(tmpdir(), 'nobody-made-this'), '--to', '/tmp/x'], '--from'],
  ])('names the option that is wrong (R15): %j', async (words, option) => {
    const said = await typed('move', ...words);
    expect([said.code, said.stdout]).toEqual([2, '']);
    expect(said.stderr).toContain(`${option} [R15]`);
    expect(said.stderr).not.toContain('secret');
  });
});

async function smallLedger(folder: string, events: number): Promise<void> {
  const ledger = await openEmbedded({ folder });
  for (let n = 0; n < events; n += 1) await ledger.store.append(`stream-${n % 2}`, [counted(n)], 'any');
  const text = await ledger.texts.draft(newId(), 'what', 'what was said');
  await ledger.texts.keep([text]);
  await ledger.close();
}

/** SHA-256 of every file, and when it was written; but for the lock, which names who has the folder. */
async function everyFile(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name !== 'lock').sort();
  const files = new Map<string, string>();
  for (const name of names) {
    const path = join(folder, name);
    const { mtimeMs, mode } = await stat(path);
    const isFile = (await stat(path)).isFile();
    const digest = isFile
      ? createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      : '';
    files.set(name, `${digest} ${mode} ${isFile ? mtimeMs : ''}`);
  }
  return files;
}
