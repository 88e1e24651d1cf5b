import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Test } from 'supertest';
import writeWorkbook from 'write-excel-file/node';
import { derivedId, newId } from '#kernel';
import { mapping } from '../../libs/imports/src/testing/tables.js';
import { HouseOfOne, refuses } from './house-of-one.js';

jest.setTimeout(60_000);

type Standing = Readonly<{
  id: string;
  partnership: string;
  state: string;
  done: number;
  total: number;
  result: Readonly<{
    dryRun: boolean;
    recorded: { total: number; byKind: Record<string, number> };
    skipped: { byReason: Record<string, number> };
    refused: Record<string, unknown>[];
    problems: Record<string, unknown>[];
    absent: Record<string, unknown>[];
  }>;
}>;

type Files = Readonly<Record<string, string | Buffer>>;

const CLAIM = 'd1,c1,north,2025-02-01,2025-02-02';

/** A partnership of two schools, told in tables. */
const valley = (key: string, change: Files = {}): Files => ({
  'partnership.csv': `key,name,purpose,fiscal_year_start,time_zone,formed_on\n${key},Valley,Reading,07-01,America/New_York,2024-08-01\n`,
  'organizations.csv': 'key,name,kind,occurred_on\nnorth,North School,school,2024-08-01\nsouth,South School,school,2024-08-01\n',
  'parties.csv': 'key,organization,occurred_on\np1,north,2024-08-01\np2,south,2024-08-01\n',
  'commitments.csv':
    'key,statement,owing,owed_to,due_on,occurred_on\nc1,Coach every new teacher,north,south,2025-02-15,2024-09-01\n',
  'claims.csv': `key,commitment,party,fulfilled_on,occurred_on\n${CLAIM}\n`,
  ...change,
});

const SOURCES = '3a1f8f0e-0c55-5b0e-9a39-6f8de2a4c7d1';
const idOf = (key: string) => derivedId(derivedId(SOURCES, key), 'partnership partnership');

describe('importing over HTTP', () => {
  let house: HouseOfOne;
  beforeAll(async () => {
    house = await HouseOfOne.open();
  });
  afterAll(() => house.close());

  const send = (key: string, files: Files, query = '', headers: Record<string, string> = {}): Test => {
    const test = house.post(`/partnerships/${idOf(key)}/imports${query}`, headers);
    for (const [filename, content] of Object.entries(files)) test.attach('file', Buffer.from(content), { filename });
    return test;
  };

  const ended = async (begun: Test): Promise<Standing> => {
    const response = await begun;
    const first = response.body as Standing;
    expect({ status: response.status, body: first }).toMatchObject({ status: 202 });
    const location = `/partnerships/${first.partnership}/imports/${first.id}`;
    expect(response.headers['location']).toBe(`/api/v1${location}`);
    for (;;) {
      const standing = (await house.get(location).expect(200)).body as Standing;
      if (!['waiting', 'running'].includes(standing.state)) return standing;
    }
  };

  it('says in a dry run what a run then records, and records it once (R14)', async () => {
    const before = await house.everything();
    const dry = await ended(send('http-valley', valley('http-valley'), '?dryRun=true'));
    expect(await house.everything()).toEqual(before);
    const key = { 'Idempotency-Key': newId() };
    const run = await ended(send('http-valley', valley('http-valley'), '?dryRun=false', key));
    expect(run).toMatchObject({ state: 'done', done: 7, total: 7 });
    expect(run.result.recorded.byKind).toMatchObject({ CommitmentMade: 1, FulfilmentClaimed: 1 });
    expect({ ...dry.result, dryRun: false }).toEqual(run.result);

    const after = await house.everything();
    expect(await ended(send('http-valley', valley('http-valley'), '?dryRun=false', key))).toEqual(run);
    const again = await ended(send('http-valley', valley('http-valley')));
    expect(again.result).toMatchObject({ recorded: { total: 0 }, skipped: { byReason: { unchanged: 7 } } });
    expect(await house.everything()).toEqual(after);
    const board = await house.get(`/partnerships/${idOf('http-valley')}/commitments`).expect(200);
    expect((board.body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('refuses a key that comes with other tables or options (R14)', async () => {
    const key = { 'Idempotency-Key': newId() };
    await ended(send('http-key', valley('http-key'), '?dryRun=true', key));
    const other = valley('http-key', { 'claims.csv': 'key,commitment,party,fulfilled_on\n' });
    await refuses(send('http-key', other, '?dryRun=true', key), [422, 'COMMAND_REUSED', 'Idempotency-Key', 'R14']);
    await refuses(send('http-key', valley('http-key'), '', key), [422, 'COMMAND_REUSED', 'Idempotency-Key', 'R14']);
  });

  it('says of an import that its process was killed, and takes it up where it is sent again', async () => {
    const key = { 'Idempotency-Key': newId() };
    const run = await ended(send('http-killed', valley('http-killed'), '', key));
    const where = `/partnerships/${run.partnership}/imports/${run.id}`;
    const silentFor = (seconds: number) =>
      house.ledger.sql.query(
        `update imports set state = 'running', done = 3, result = null, touched_at = now() - $2 * interval '1 second' where id = $1`,
        [run.id, seconds],
      );
    await silentFor(5);
    expect((await house.get(where).expect(200)).body).toMatchObject({ state: 'running', done: 3 });
    expect((await send('http-killed', valley('http-killed'), '', key)).body).toMatchObject({ state: 'running', done: 3 });
    await silentFor(60);
    expect((await house.get(where).expect(200)).body).toMatchObject({ state: 'stopped', done: 3 });
    const again = await ended(send('http-killed', valley('http-killed'), '', key));
    expect(again).toMatchObject({ id: run.id, state: 'done', done: 7 });
    expect(again.result).toMatchObject({ recorded: { total: 0 }, skipped: { byReason: { unchanged: 7 } } });
  });

  it('names bad rows, and rows that a rule forbids, by file, line, column and rule', async () => {
    const bad = valley('http-bad', { 'goals.csv': 'key,title,occurred_on\ng1,Read,2025-02-30\n' });
    const before = await house.everything();
    expect((await ended(send('http-bad', bad))).result).toMatchObject({
      recorded: { total: 0 },
      problems: [{ file: 'goals.csv', line: 2, column: 'occurred_on', rule: 'date' }],
    });
    expect(await house.everything()).toEqual(before);
    const good = await ended(send('http-bad', bad, '?goodRowsOnly=true&dryRun=true'));
    expect(good.result.recorded.byKind).toMatchObject({ CommitmentMade: 1 });

    const verdicts = 'key,claim,by,verdict,occurred_on\nv1,d1,north,met,2025-02-10\n';
    const own = await ended(send('http-own', valley('http-own', { 'verdicts.csv': verdicts }), '?dryRun=true'));
    expect(own.result.refused).toMatchObject([{ file: 'verdicts.csv', line: 2, rule: 'R5' }]);
  });

  it('tells of rows that are in no table now, and leaves what they said', async () => {
    await ended(send('http-gone', valley('http-gone')));
    const gone = await ended(
      send('http-gone', valley('http-gone', { 'claims.csv': 'key,commitment,party,fulfilled_on,occurred_on\n' })),
    );
    expect(gone.result).toMatchObject({
      recorded: { total: 0 },
      absent: [{ kind: 'FulfilmentClaimed', file: 'claims.csv', row: 1 }],
    });
  });

  it('takes a workbook, a file of NDJSON, and tables with their mapping', async () => {
    const header = ['key', 'name', 'purpose', 'fiscal_year_start', 'time_zone', 'formed_on'];
    const text = (cells: readonly string[]) => cells.map((value) => ({ value, type: String }));
    const book = await writeWorkbook([
      {
        sheet: 'partnership',
        data: [text(header), text(['http-book', 'Valley', 'Reading', '07-01', 'UTC', '2024-08-01'])],
      },
    ]).toBuffer();
    expect((await ended(send('http-book', { 'history.xlsx': book }))).result.recorded.byKind).toEqual({
      PartnershipFormed: 1,
    });
    const line = {
      table: 'partnership',
      key: 'http-lines',
      name: 'Valley',
      purpose: 'Reading',
      fiscal_year_start: '07-01',
      time_zone: 'UTC',
      formed_on: '2024-08-01',
    };
    expect((await ended(send('http-lines', { 'history.ndjson': JSON.stringify(line) }))).result.recorded.byKind).toEqual({
      PartnershipFormed: 1,
    });
    const theirs = { 'aims.csv': 'id,aim\n1,Read\n', 'mapping.json': mapping('http-theirs') };
    expect((await ended(send('http-theirs', theirs))).result.recorded.byKind).toMatchObject({ GoalSet: 1, PartyJoined: 2 });
  });

  const bomb = () => {
    const packed = deflateRawSync(Buffer.alloc(8 * 1024 * 1024));
    const name = Buffer.from('xl/workbook.xml');
    const sizes = Buffer.alloc(8);
    sizes.writeUInt32LE(packed.length, 0);
    sizes.writeUInt32LE(1000, 4);
    const local = Buffer.concat([
      Buffer.from('504b03041400000008000000000000000000', 'hex'),
      sizes,
      two(name.length),
      two(0),
      name,
    ]);
    const central = Buffer.concat([
      Buffer.from('504b0102140014000000080000000000', 'hex'),
      Buffer.alloc(4),
      sizes,
      two(name.length),
      Buffer.alloc(16),
      name,
    ]);
    const end = Buffer.alloc(22);
    end.write('PK\u0005\u0006', 'latin1');
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length + packed.length, 16);
    return Buffer.concat([local, packed, central, end]);
  };
  const two = (value: number) => {
    const bytes = Buffer.alloc(2);
    bytes.writeUInt16LE(value);
    return bytes;
  };

  it.each<[string, () => Files, string]>([
    ['no tables at all', () => ({}), 'file'],
    ['a file that is no table', () => ({ 'history.pdf': '%PDF' }), 'file'],
    ['a workbook beside tables', () => ({ ...valley('http-wrong'), 'history.xlsx': 'PK' }), 'file'],
    ['two mappings', () => ({ 'aims.csv': '', 'a.json': '{}', 'b.json': '{}' }), 'file'],
    ['tables of another partnership', () => valley('http-other'), 'id'],
    ['tables without their partnership', () => ({ 'goals.csv': 'key,title\n' }), 'partnership.csv'],
    ['a mapping that is not JSON', () => ({ 'aims.csv': 'id,aim\n', 'mapping.json': '{' }), 'mapping.json'],
    ['a workbook that is none', () => ({ 'history.xlsx': 'PKnot a workbook' }), 'history.xlsx'],
    ['a workbook that unpacks to more than it says', () => ({ 'history.xlsx': bomb() }), 'history.xlsx'],
    ['lines that are not JSON', () => ({ 'history.ndjson': '{"table":' }), 'history.ndjson:1'],
  ])('refuses %s, and the ledger is the same before and after (R15)', async (_what, files, field) => {
    const before = await house.everything();
    await refuses(send('http-wrong', files()), [400, 'INVALID_INPUT', field, 'R15']);
    expect(await house.everything()).toEqual(before);
  });

  it('refuses more than it takes, and knows no import that was not begun here', async () => {
    const large = { ...valley('http-large'), 'goals.csv': Buffer.alloc(65 * 1024 * 1024, 'x') };
    await refuses(send('http-large', large), [413, 'FILE_TOO_LARGE', 'file', 'R15']);
    await refuses(house.get(`/partnerships/${newId()}/imports/${newId()}`), [404, 'NOT_FOUND', 'importId', 'R15']);
  });
});
