import { once } from 'node:events';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EsdbDouble } from '../../libs/event-store/src/esdb/double/index.js';
import { type Ran, run, spawned } from '../support/program.js';
import { alongEveryRoute } from './every-route.js';
import { HouseOfOne } from './house-of-one.js';
import { Walk } from './walk.js';

const json = <T>(ran: Ran): T => JSON.parse(ran.stdout) as T;

/** What the store itself numbers and times differs from engine to engine, and texts are salted anew; nothing else may. */
function eventsWithoutTheStores(exported: string): unknown[] {
  const ofTheStore = (key: string, value: unknown): unknown => {
    if (['position', 'recordedAt', 'commandDigest'].includes(key)) return undefined;
    return typeof value === 'object' && value !== null && 'text' in value ? { ...value, sha256: undefined } : value;
  };
  const lines = exported.trim().split('\n');
  return lines.map((line) => JSON.parse(line, ofTheStore) as { event?: unknown }).filter(({ event }) => event !== undefined);
}

describe('throughline --store esdb', () => {
  let folder: string;
  let own: string;
  let data: string;
  let double: EsdbDouble;
  let embedded: Ran;
  const onServer = () => ['--store', 'esdb', '--esdb', double.connectionString(), '--data', data];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    [own, data] = [join(folder, 'own'), join(folder, 'on-server')];
    double = await EsdbDouble.start();
    embedded = await run('demo', '--once', '--json', '--data', own);
  }, 180_000);
  afterAll(async () => {
    await double.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('killed with -9 while it records, run again and again with the server restarted, gives the review of the embedded store', async () => {
    for (const events of [40, 120]) {
      const before = double.log.length;
      const killed = spawned('demo', '--once', ...onServer());
      const ended = once(killed, 'close');
      while (double.log.length < before + events && killed.exitCode === null) await pause(20);
      killed.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      await double.restart();
    }
    const again = await run('demo', '--once', '--json', ...onServer());
    expect(again.code).toBe(0);
    expect(json(again)).toEqual(json(embedded));
    const [here, there] = [await run('export', 'connecticut', '--data', own), await run('export', 'connecticut', ...onServer())];
    expect(eventsWithoutTheStores(here.stdout).length).toBeGreaterThan(200);
    expect(eventsWithoutTheStores(there.stdout)).toEqual(eventsWithoutTheStores(here.stdout));
  }, 300_000);

  it('review, projections and doctor work on it, and a folder is opened only as what it is', async () => {
    const { quarter } = json<{ scorecard: { quarter: { name: string } } }>(embedded).scorecard;
    const review = (...where: string[]) => run('review', 'connecticut', quarter.name, ...where);
    expect((await review(...onServer())).stdout).toBe((await review('--data', own)).stdout);
    expect((await run('projections', 'list', ...onServer())).code).toBe(0);
    expect((await run('projections', 'rebuild', 'log-copy', ...onServer())).stdout).toContain('made anew');
    expect((await run('projections', 'rebuild', 'partnerships', ...onServer())).stdout).toContain('equal to what served');
    // The double speaks the protocol of the client alone, and tells nobody over HTTP how it was started.
    const untold = { severity: 'note', what: expect.stringContaining('did not say how it was started') };
    const examined = await run('doctor', '--json', ...onServer());
    expect(json(examined)).toMatchObject({ data, whole: true, well: true, findings: [untold] });
    const asOwn = await run('review', 'connecticut', quarter.name, '--data', data);
    expect([asOwn.code, asOwn.stderr]).toEqual([2, expect.stringContaining('EventStoreDB')]);
    const asServers = await run('projections', 'list', ...onServer().slice(0, -1), own);
    expect([asServers.code, asServers.stderr]).toEqual([2, expect.stringContaining('STORE_DIFFERS')]);
  }, 180_000);

  it.each([
    ['doctor', 1, 'holds no ledger'],
    ['review connecticut FY2011-Q2', 2, 'NOT_A_LEDGER'],
    ['export connecticut', 2, 'NOT_A_LEDGER'],
    ['projections list', 2, 'NOT_A_LEDGER'],
    ['projections rebuild timeline', 2, 'NOT_A_LEDGER'],
    ['projections rebuild log-copy', 2, 'NOT_A_LEDGER'],
  ])(
    '%s founds no ledger by a mistyped name, nor where the folder does not say which it belongs to',
    async (words, code, said) => {
      const mistyped = () => run(...words.split(' '), ...onServer(), '--esdb-ledger', 'nroth');
      const before = double.log.length;
      const { stdout, stderr } = await mistyped();
      expect(stdout + stderr).toContain('the server holds no ledger in EventStoreDB, ledger "nroth", and none was made');
      await rename(join(data, 'store.json'), join(folder, 'aside.json'));
      const unmarked = await mistyped().finally(() => rename(join(folder, 'aside.json'), join(data, 'store.json')));
      expect([unmarked.code, unmarked.stdout + unmarked.stderr]).toEqual([code, expect.stringContaining(said)]);
      expect(double.log.length).toBe(before);
    },
    120_000,
  );

  it('serves what was recorded over HTTP before it was killed with -9', async () => {
    const first = await serving(...onServer());
    const answer = await first.ask('POST', '/organizations', { name: 'Orange County', kind: 'district' });
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    const second = await serving(...onServer());
    const found = await second.ask('GET', `/organizations/${id}`);
    expect(await found.json()).toMatchObject({ data: { name: 'Orange County' } });
    second.child.kill('SIGTERM');
    await once(second.child, 'close');
  }, 120_000);

  it("a backup holds texts and files, and says that the events are the server's", async () => {
    const copy = join(folder, 'backup');
    const backedUp = await run('backup', copy, '--json', '--data', data);
    expect(backedUp.stderr).toContain('EventStoreDB');
    const { contents, files } = json<{ contents: { events: { count: number }; texts: { count: number } }; files: object }>(
      backedUp,
    );
    expect(contents.events.count).toBe(0);
    expect(Object.keys(files)).toContain('store.json');
    const ofOwn = json<{ contents: { texts: { count: number; sha256: string } } }>(
      await run('backup', join(folder, 'backup-own'), '--json', '--data', own),
    );
    expect(contents.texts.count).toBe(ofOwn.contents.texts.count);
    const other = join(folder, 'restored');
    expect((await run('restore', copy, '--data', other)).code).toBe(0);
    const restored = await run('doctor', '--json', ...onServer().slice(0, -1), other);
    expect(json(restored)).toMatchObject({ whole: true });
  }, 120_000);

  it('doctor finds what hides events on the server', async () => {
    const stream = [...streamsOf(double)].find((name) => name.startsWith('throughline.commitment-')) ?? '';
    double.log.append(`$$${stream}`, [metadata({ $maxCount: 1 })], 'any');
    const examined = await run('doctor', ...onServer());
    expect([examined.code, examined.stdout]).toEqual([1, expect.stringContaining('$maxCount')]);
  }, 60_000);
});

describe('the interface over EventStoreDB', () => {
  let double: EsdbDouble;
  let house: HouseOfOne;

  beforeAll(async () => {
    double = await EsdbDouble.start();
    house = await HouseOfOne.open({}, { kind: 'esdb', connectionString: double.connectionString(), ledger: 'throughline' });
  }, 60_000);
  // To close it is to be told what was not as described.
  afterAll(async () => {
    await house.close().finally(() => double.stop());
  }, 60_000);

  it('does on every route what is described, with positions of 40 digits', async () => {
    const walk = new Walk(house);
    await alongEveryRoute(walk);
    const positions = walk.steps.flatMap(({ answer }) => answer.headers['ledger-position'] ?? []);
    expect(positions.length).toBeGreaterThan(50);
    expect(positions.filter((position) => !/^\d{40}$/.test(position))).toEqual([]);
    const last = positions.at(-1) ?? '';
    for (const asked of [`/partnerships?atLeast=${last}`, `/events?after=${last}&atLeast=${last}`])
      expect((await house.get(asked)).status).toBe(200);
  }, 120_000);
});

/** The program serving, and a way to ask it as its owner. */
async function serving(...words: string[]) {
  const child = spawned('start', '--port', '0', '--json', ...words);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('}\n')) break;
  }
  const { api, tokenFile } = JSON.parse(said) as { api: string; tokenFile: string };
  const authorization = `Bearer ${(await readFile(tokenFile, 'utf8')).trim()}`;
  const ask = (method: 'GET' | 'POST', path: string, body?: object) =>
    fetch(`${api}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { child, ask };
}

function* streamsOf({ log }: EsdbDouble): Generator<string> {
  for (let index = 0; index < log.length; index += 1) {
    const event = log.at(index);
    if (event !== undefined) yield event.stream;
  }
}

function metadata(value: object) {
  const bytes = new TextEncoder();
  return {
    id: crypto.randomUUID(),
    type: '$metadata',
    contentType: 'application/json',
    data: bytes.encode(JSON.stringify(value)),
    metadata: new Uint8Array(),
  };
}
