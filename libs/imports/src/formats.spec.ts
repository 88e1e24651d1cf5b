import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import writeWorkbook from 'write-excel-file/node';
import { type Ledger, openEphemeral } from '#event-store';
import { recorder } from '../../../test/support/record.js';
import { planImport, runImport } from './index.js';
import { removeTables, smallPartnership, tables } from './testing/tables.js';

jest.setTimeout(60_000);

type Cell =
  | Readonly<{ value: string; type: StringConstructor }>
  | Readonly<{ value: Date; type: DateConstructor; format: string }>
  | Readonly<{ value: string; type: 'Formula' }>;
type Sheets = Record<string, readonly (readonly Cell[])[]>;

const text = (value: string): Cell => ({ value, type: String });
const day = (iso: string): Cell => ({ value: new Date(`${iso}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' });

/** The small partnership as sheets; a cell that reads like a day is a date cell. */
function sheets(key: string): Sheets {
  return Object.fromEntries(
    Object.entries(smallPartnership(key)).map(([file, content]) => [
      file.replace('.csv', ''),
      content
        .trim()
        .split('\n')
        .map((line) => line.split(',').map((cell) => (/^\d{4}-\d\d-\d\d$/.test(cell) ? day(cell) : text(cell)))),
    ]),
  );
}

async function book(of: Sheets): Promise<Buffer> {
  const written = Object.entries(of).map(([sheet, data]) => ({ sheet, data: data.map((row) => [...row]) }));
  return await writeWorkbook(written as Parameters<typeof writeWorkbook>[0]).toBuffer();
}

const json = (key: string) =>
  Object.entries(smallPartnership(key)).flatMap(([file, content]) => {
    const [header = '', ...rows] = content.trim().split('\n');
    const names = header.split(',');
    return rows.map((row) => {
      const cells = row.split(',');
      return JSON.stringify({
        table: file.replace('.csv', ''),
        ...Object.fromEntries(names.map((name, at) => [name, cells[at]])),
      });
    });
  });

/** An archive of one part that says how large it is, whatever it holds. */
const archive = (content: Buffer, said: number): Buffer => archiveOf([['xl/workbook.xml', content, said]]);

type Part = readonly [name: string, content: Buffer, said?: number];

/** @param listed how many parts its end says first, where that is not the number of them */
function archiveOf(parts: readonly Part[], listed = parts.length, beforeEnd = Buffer.alloc(0)): Buffer {
  const number = (value: number, bytes: 2 | 4) => {
    const written = Buffer.alloc(bytes);
    written.writeUIntLE(value, 0, bytes);
    return written;
  };
  const [packed, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [called, content, said = content.length] of parts) {
    const [name, data] = [Buffer.from(called), deflateRawSync(content)];
    const sizes = [number(data.length, 4), number(said, 4), number(name.length, 2)];
    const local = [Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(8), ...sizes, number(0, 2), name, data];
    const head = Buffer.from('504b010214001400000008000000000000000000', 'hex');
    list.push(head, ...sizes, Buffer.alloc(12), number(at, 4), name);
    packed.push(...local);
    at += Buffer.concat(local).length;
  }
  const [numbers, size] = [[number(listed, 2), number(parts.length, 2)], Buffer.concat(list).length];
  const end = [Buffer.from('504b0506', 'hex'), Buffer.alloc(4), ...numbers, number(size, 4), number(at, 4), number(0, 2)];
  return Buffer.concat([...packed, ...list, beforeEnd, ...end]);
}

/** A workbook of one sheet, which lies where it says. */
function bareBook(sheet: string, path = 'xl/worksheets/sheet1.xml'): readonly Part[] {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = `<Relationship Id="rId1" Type="${office}/worksheet" Target="/${path}"/>`;
  const listed = '<workbook><sheets><sheet name="goals" sheetId="1" r:id="rId1"/></sheets></workbook>';
  return [
    ['xl/workbook.xml', Buffer.from(listed)],
    ['xl/_rels/workbook.xml.rels', Buffer.from(`<Relationships>${relation}</Relationships>`)],
    [path, Buffer.from(sheet)],
  ];
}

const cell = (address: string) => `<worksheet><sheetData><row><c ${address}><v>1</v></c></row></sheetData></worksheet>`;

const changed = (of: Sheets, sheet: string, rows: readonly (readonly Cell[])[]): Sheets => ({ ...of, [sheet]: rows });
const goals = (...cells: readonly Cell[]): readonly (readonly Cell[])[] => [
  [text('key'), text('title'), text('occurred_on')],
  cells,
];

type Case = readonly [what: string, name: string, made: () => Promise<Buffer | string> | Buffer | string, where: object];

const cases: readonly Case[] = [
  ['a workbook that is none', 'b.xlsx', () => 'key,title\n', { file: 'b.xlsx', rule: 'xlsx' }],
  [
    'a workbook with a password',
    'b.xlsx',
    () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    { file: 'b.xlsx', rule: 'xlsx', message: expect.stringContaining('password') },
  ],
  [
    'an archive that unpacks to more than it says',
    'b.xlsx',
    () => archive(Buffer.alloc(4_000_000), 100),
    { file: 'b.xlsx', rule: 'xlsx', message: expect.stringContaining('another size') },
  ],
  [
    'an archive that says it unpacks to gigabytes',
    'b.xlsx',
    () => archive(Buffer.alloc(4_000_000), 3_000_000_000),
    { file: 'b.xlsx', rule: 'xlsx', message: expect.stringContaining('more than') },
  ],
  [
    'an archive with more parts than its list is said to have',
    'b.xlsx',
    () => archiveOf(bareBook(cell('r="A1"')), 200),
    { file: 'b.xlsx', rule: 'xlsx', message: expect.stringContaining('damaged') },
  ],
  [
    'an archive with a second list of parts',
    'b.xlsx',
    () => archiveOf(bareBook(cell('r="A1"')), 3, Buffer.concat([Buffer.from('504b0607', 'hex'), Buffer.alloc(16)])),
    { file: 'b.xlsx', rule: 'xlsx', message: expect.stringContaining('beyond 4 GiB') },
  ],
  [
    'an archive with two parts of one name',
    'b.xlsx',
    () => archiveOf([...bareBook(cell('r="A1"')), ['xl/worksheets/sheet1.xml', Buffer.from('')]]),
    { file: 'b.xlsx', rule: 'xlsx', message: expect.stringContaining('one name') },
  ],
  [
    'a workbook of which one cell lies at the very end, in a sheet that lies elsewhere',
    'b.xlsx',
    () => archiveOf(bareBook(cell('r="XFD1048576"'), 'xl/elsewhere.xml')),
    { file: 'b.xlsx', rule: 'xlsx', message: expect.stringContaining('spans more than') },
  ],
  ...[`r='XFD1048576'`, 'x:r="XFD1048576"'].map(
    (address): Case => [
      `a workbook of which one cell lies at the very end, as ${address}`,
      'b.xlsx',
      () => archiveOf(bareBook(cell(address))),
      { file: 'b.xlsx', rule: 'xlsx', message: expect.stringContaining('spans more than') },
    ],
  ),
  ...['r="1e15"', 'r="&#88;FD1048576"', 'x=">" r="XFD1048576"', 'x="<" r="XFD1048576"'].map(
    (address): Case => [
      `a workbook with a cell of which nobody can say where it lies: ${address}`,
      'b.xlsx',
      () => archiveOf(bareBook(cell(address))),
      { file: 'b.xlsx', rule: 'xlsx', message: expect.stringContaining('damaged') },
    ],
  ),
  ...['<c ', '<a ', '<Relationship ', '<sheet '].map(
    (beginning): Case => [
      `a workbook of a million beginnings: ${beginning}`,
      'b.xlsx',
      () =>
        archiveOf(
          bareBook('').map(([name, content]) => [name, Buffer.concat([content, Buffer.from(beginning.repeat(1_000_000))])]),
        ),
      { file: 'b.xlsx', rule: 'xlsx' },
    ],
  ),
  [
    'half a workbook',
    'b.xlsx',
    async () => (await book(sheets('xlsx-half'))).subarray(0, 3000),
    { file: 'b.xlsx', rule: 'xlsx' },
  ],
  [
    'a sheet with a wrong column',
    'b.xlsx',
    () =>
      book(
        changed(sheets('xlsx-column'), 'goals', [
          [text('key'), text('titel')],
          [text('g1'), text('Read')],
        ]),
      ),
    { file: 'b.xlsx/goals', line: 1, column: 'titel', rule: 'unknown-column' },
  ],
  [
    'a sheet with a bad date',
    'b.xlsx',
    () => book(changed(sheets('xlsx-date'), 'goals', goals(text('g1'), text('Read'), text('15/08/2024')))),
    { file: 'b.xlsx/goals', line: 2, row: 1, column: 'occurred_on', rule: 'date' },
  ],
  [
    'a sheet that nobody knows',
    'b.xlsx',
    () => book({ ...sheets('xlsx-sheet'), Notes: [[text('hello')]] }),
    { file: 'Notes.csv', rule: 'unknown-file' },
  ],
  [
    'a sheet with a cell of 300 kB of letters of two bytes',
    'b.xlsx',
    () => book(changed(sheets('xlsx-cell'), 'goals', goals(text('g1'), text('é'.repeat(150_000)), day('2024-08-15')))),
    { file: 'b.xlsx/goals', line: 2, column: 'title', rule: 'cell-size' },
  ],
  [
    'lines of which one is broken',
    'b.ndjson',
    () => [...json('nd-broken'), '{"table":"goals","key":'].join('\n'),
    { file: 'b.ndjson', line: 11, rule: 'ndjson' },
  ],
  [
    'a line of 9 MiB that comes in many pieces, and the one after it',
    'b.ndjson',
    () => [...json('nd-long'), `{"table":"goals","title":"${'x'.repeat(9 * 1024 * 1024)}"}`, 'broken'].join('\n'),
    { file: 'b.ndjson', line: 11, rule: 'ndjson', message: 'the line is larger than 8 MiB' },
  ],
  [
    'lines that name more columns than a table has',
    'b.ndjson',
    () => [...json('nd-wide'), ...Array.from({ length: 1001 }, (_, n) => `{"table":"goals","c${n}":1}`)].join('\n'),
    { file: 'b.ndjson', rule: 'header', message: 'it names more than 1000 columns' },
  ],
  [
    'a line that does not say its table',
    'b.ndjson',
    () => [...json('nd-table'), '{"key":"g2"}'].join('\n'),
    { file: 'b.ndjson', line: 11, column: 'table', rule: 'ndjson' },
  ],
  [
    'a line with half a character',
    'b.ndjson',
    () => [...json('nd-half'), '{"table":"goals","key":"g2","title":"\\ud83d"}'].join('\n'),
    { file: 'b.ndjson', line: 11, column: 'title', rule: 'cell' },
  ],
  [
    'a line with a duplicate id, behind mixed line ends and a byte order mark',
    'b.ndjson',
    () => `\uFEFF${[...json('nd-twice'), '{"table":"goals","key":"g1","title":"Write"}'].join('\r\n')}\n`,
    { file: 'b.ndjson', line: 11, column: 'key', rule: 'duplicate-id' },
  ],
  [
    'a line with a wrong column',
    'b.ndjson',
    () => [...json('nd-column'), '{"table":"goals","key":"g2","titel":"Write"}'].join('\n'),
    { file: 'b.ndjson', line: 11, column: 'titel', rule: 'unknown-column' },
  ],
];

describe('workbooks and lines of JSON', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openEphemeral();
  });
  afterAll(() => ledger.close());
  afterEach(removeTables);

  const planned = async (name: string, content: Buffer | string) => planImport(`${tables({ [name]: content })}/${name}`);

  it.each(cases)('%s is named, and nothing is recorded (R15)', async (_what, name, made, where) => {
    const plan = await planned(name, await made());
    expect(plan.problems[0]).toMatchObject(where);
    const before = await ledger.store.head();
    const result = await runImport(plan, ledger, recorder(ledger));
    expect(result.recorded.total).toBe(0);
    expect(await ledger.store.head()).toBe(before);
  });

  it('say the same as tables of CSV: a second run in another form finds every fact recorded', async () => {
    const first = await runImport(await planImport(tables(smallPartnership('forms'))), ledger, recorder(ledger));
    const facts = first.recorded.total;
    expect(facts).toBeGreaterThan(8);
    for (const [name, content] of [
      ['b.xlsx', await book(sheets('forms'))],
      ['b.ndjson', json('forms').join('\n')],
    ] as const) {
      const plan = await planned(name, content);
      expect(plan.problems).toEqual([]);
      const again = await runImport(plan, ledger, recorder(ledger));
      expect(again.recorded.total).toBe(0);
      expect(again.skipped.byReason).toEqual({ unchanged: facts });
      expect(again.absent).toEqual([]);
    }
  });

  it('reads the days of date cells as they are shown, whatever the zone of the machine', async () => {
    const plan = await planned('b.xlsx', await book(sheets('days')));
    await runImport(plan, ledger, recorder(ledger));
    const events = await ledger.store.readPartnership(plan.partnershipId);
    expect(events.find(({ type }) => type === 'CommitmentMade')).toMatchObject({
      data: { dueOn: '2025-02-15' },
      metadata: { occurredOn: '2024-09-01' },
    });
    expect(readFileSync('docs/reference/import.md', 'utf8')).toContain('A date is the day that the cell shows, in no zone.');
  });
});
