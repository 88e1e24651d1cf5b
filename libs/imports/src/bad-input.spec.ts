import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Ledger, openEphemeral } from '#event-store';
import { recorder } from '../../../test/support/record.js';
import { planImport, runImport } from './index.js';
import { CELL_LIMIT } from './table.js';
import { mapping, removeTables, smallPartnership, tables } from './testing/tables.js';

jest.setTimeout(60_000);

type Files = Record<string, string | Uint8Array>;

const good = () => smallPartnership('bad-input');
const with_ = (files: Files): Files => ({ ...good(), ...files });
const without = (file: string): Files => Object.fromEntries(Object.entries(good()).filter(([name]) => name !== file));
const goals = (...rows: string[]): Files => with_({ 'goals.csv': ['key,title,occurred_on', ...rows].join('\n') });

/** What is wrong, the files that are wrong, and the first problem: its place and rule. */
const cases: readonly [string, Files, object][] = [
  [
    'a wrong column',
    with_({ 'goals.csv': 'key,titel,occurred_on\ng1,Read,2024-08-15\n' }),
    { file: 'goals.csv', line: 1, column: 'titel', rule: 'unknown-column' },
  ],
  [
    'a column that is needed and not there',
    with_({ 'goals.csv': 'key,occurred_on\ng1,2024-08-15\n' }),
    { file: 'goals.csv', line: 1, column: 'title', rule: 'missing-column' },
  ],
  [
    'a column named twice',
    with_({ 'goals.csv': 'key,title,title\ng1,Read,Read\n' }),
    { file: 'goals.csv', line: 1, column: 'title', rule: 'header' },
  ],
  ['a bad date', goals('g1,Read,2025-02-29'), { file: 'goals.csv', line: 2, row: 1, column: 'occurred_on', rule: 'date' }],
  [
    'a bad date behind a cell of several lines, by the line on which its row starts',
    goals('g1,"Every\nchild\nreads",2024-08-15', 'g2,"And\nwrites",15/08/2024'),
    { file: 'goals.csv', line: 5, row: 2, column: 'occurred_on', rule: 'date' },
  ],
  [
    'a duplicate id',
    goals('g1,Read,2024-08-15', 'g1,Write,2024-08-15'),
    { file: 'goals.csv', line: 3, row: 2, column: 'key', rule: 'duplicate-id' },
  ],
  [
    'an unknown status word',
    with_({ 'progress.csv': 'key,milestone,status,occurred_on\nr1,m1,On Trakc,2024-10-01\n' }),
    { file: 'progress.csv', line: 2, column: 'status', rule: 'unknown-word' },
  ],
  [
    'an unknown party',
    with_({ 'commitments.csv': 'key,statement,owing,owed_to\nc1,Coach,north;West School,south\n' }),
    { file: 'commitments.csv', line: 2, column: 'owing', rule: 'unknown-party' },
  ],
  [
    'an unknown commitment',
    with_({ 'milestones.csv': 'key,commitment,title\nm1,c9,Coaches named\n' }),
    { file: 'milestones.csv', line: 2, column: 'commitment', rule: 'unknown-key' },
  ],
  [
    'an empty statement',
    with_({ 'commitments.csv': 'key,statement,owing,owed_to\nc1,  ,north,south\n' }),
    { file: 'commitments.csv', line: 2, column: 'statement', rule: 'required' },
  ],
  [
    'a future fact',
    goals('g1,Read,2024-08-15', 'g2,Write,2999-01-01'),
    { file: 'goals.csv', line: 3, row: 2, column: 'occurred_on', rule: 'future' },
  ],
  [
    'a source that recorded it in the future',
    with_({ 'goals.csv': 'key,title,recorded_at\ng1,Read,2999-01-01T00:00:00Z\n' }),
    { file: 'goals.csv', line: 2, column: 'recorded_at', rule: 'future' },
  ],
  [
    'a date before the making',
    with_({ 'commitments.csv': 'key,statement,owing,owed_to,due_on,occurred_on\nc1,Coach,north,south,2024-08-31,2024-09-01\n' }),
    { file: 'commitments.csv', line: 2, column: 'due_on', rule: 'R2' },
  ],
  [
    'a milestone due before it was planned',
    with_({ 'milestones.csv': 'key,commitment,title,due_on,occurred_on\nm1,c1,Coaches,2024-08-31,2024-09-01\n' }),
    { file: 'milestones.csv', line: 2, column: 'due_on', rule: 'R2' },
  ],
  [
    'a share done in the future',
    with_({ 'claims.csv': 'key,commitment,party,fulfilled_on\nd1,c1,north,2999-01\n' }),
    { file: 'claims.csv', line: 2, column: 'fulfilled_on', rule: 'future' },
  ],
  [
    'a meeting attended in the future',
    with_({ 'meetings.csv': 'key,title,kind,on,attended\nm1,Autumn,meeting,2999-01-01,north\n' }),
    { file: 'meetings.csv', line: 2, column: 'on', rule: 'future' },
  ],
  [
    'a partnership formed in the future',
    with_({ 'partnership.csv': 'key,name,purpose,fiscal_year_start,time_zone,formed_on\nx,N,P,07-01,UTC,2999-01-01\n' }),
    { file: 'partnership.csv', line: 2, column: 'formed_on', rule: 'partnership' },
  ],
  ['too few cells', goals('g1,Read'), { file: 'goals.csv', line: 2, column: 'occurred_on', rule: 'cell-count' }],
  [
    'a cell of 1 MB',
    goals('g1,Read,2024-08-15', `g2,${'x'.repeat(1_000_000)},2024-08-15`),
    { file: 'goals.csv', line: 3, row: 2, column: 'title', rule: 'cell-size' },
  ],
  [
    'text that is not UTF-8',
    with_({
      'goals.csv': Buffer.concat([Buffer.from('key,title\ng1,Read\ng2,caf'), Buffer.from([0xe9]), Buffer.from('\n')]),
    }),
    { file: 'goals.csv', line: 3, row: 2, column: 'title', rule: 'utf-8' },
  ],
  [
    'a quote that is never closed',
    goals('g1,Read,2024-08-15', 'g2,"Write,2024-08-15', 'g3,Count,2024-08-15'),
    { file: 'goals.csv', line: 3, column: 'title', rule: 'csv' },
  ],
  [
    'a quote inside a cell',
    goals('g1,The "best" readers,2024-08-15'),
    { file: 'goals.csv', line: 2, column: 'title', rule: 'csv' },
  ],
  [
    'lines that end with CR alone',
    with_({ 'goals.csv': 'key,title\rg1,Read\r' }),
    { file: 'goals.csv', line: 1, rule: 'header' },
  ],
  ['an empty file', with_({ 'goals.csv': '' }), { file: 'goals.csv', line: 1, rule: 'header' }],
  ['a missing file', without('partnership.csv'), { file: 'partnership.csv', rule: 'missing-file' }],
  ['a file that nobody knows', with_({ 'gaols.csv': 'key\n' }), { file: 'gaols.csv', rule: 'unknown-file' }],
  [
    'a partnership without its zone',
    with_({
      'partnership.csv': 'key,name,purpose,fiscal_year_start,time_zone,formed_on\nx,N,P,07-01,New York,2024-08-01\n',
    }),
    { file: 'partnership.csv', line: 2, column: 'time_zone', rule: 'partnership' },
  ],
  [
    'a mapping that names a column that is not there',
    { 'aims.csv': 'id,goal\n1,Read\n', 'mapping.json': mapping('bad-mapping') },
    { file: 'aims.csv', line: 1, column: 'aim', rule: 'missing-column' },
  ],
  [
    'a mapping that names a file that is not there',
    { 'mapping.json': mapping('bad-mapping') },
    { file: 'aims.csv', rule: 'missing-file' },
  ],
  [
    'a mapping with an unknown word',
    { 'aims.csv': 'id,aim\n1,Read\n', 'mapping.json': mapping('bad-mapping', { statusWord: {} }) },
    { file: 'mapping.json', column: 'statusWord', rule: 'mapping' },
  ],
  [
    'a mapping to a field that the fact does not have',
    {
      'aims.csv': 'id,aim\n1,Read\n',
      'mapping.json': mapping('bad-mapping', {
        tables: [{ file: 'aims.csv', fact: 'goal', key: 'id', fields: { title: 'aim', colour: 'aim' } }],
      }),
    },
    { file: 'mapping.json', column: 'tables[0].fields.colour', rule: 'mapping' },
  ],
  ['a mapping that is not JSON', { 'mapping.json': '{ "name": ' }, { file: 'mapping.json', rule: 'json' }],
];

describe('bad input (R15)', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openEphemeral();
  }, 60_000);
  afterAll(() => ledger.close());
  afterEach(removeTables);

  it.each(cases)('%s is named with file, line, column and rule, and nothing is recorded', async (_what, files, where) => {
    const folder = tables(files);
    const plan = await planImport(folder, 'mapping.json' in files ? `${folder}/mapping.json` : undefined);
    expect(plan.problems[0]).toMatchObject(where);
    const { file, line, column } = { line: undefined, column: undefined, ...plan.problems[0] };
    expect(plan.problems[0]?.field).toBe([file, line, column].filter((part) => part !== undefined).join(':'));
    expect(plan.problems[0]?.message).not.toBe('');
    const before = await ledger.store.head();
    const result = await runImport(plan, ledger, recorder(ledger));
    expect(result.recorded.total).toBe(0);
    expect(result.problems).toEqual(plan.problems);
    expect(await ledger.store.head()).toBe(before);
  });

  it('leaves nothing wrong in the same tables without the fault', async () => {
    expect((await planImport(tables(good()))).problems).toEqual([]);
  });

  it('takes CRLF beside LF and a byte order mark, and says so', async () => {
    const folder = tables(with_({ 'goals.csv': '\uFEFFkey,title\r\ng1,"Every\nchild"\r\ng2,Write\ng3,Count\r\n' }));
    const plan = await planImport(folder);
    expect(plan.problems).toEqual([]);
    expect(plan.rows.goal).toBe(3);
    expect(plan.notes).toEqual([
      'goals.csv: begins with a byte order mark, passed over',
      'goals.csv: line ends are mixed (1 LF, 3 CRLF), both taken',
    ]);
  });

  it('takes a cell of the largest size and refuses one byte more, counted in bytes', async () => {
    const ofBytes = (bytes: number) => `é${'x'.repeat(bytes - 2)}`;
    const rules = async (cell: string) =>
      (await planImport(tables(goals('g1,Read,2024-08-15', `g2,${cell},2024-08-15`)))).problems.map(({ rule }) => rule);
    expect(await rules(ofBytes(CELL_LIMIT))).toEqual([]);
    expect(await rules(ofBytes(CELL_LIMIT + 1))).toEqual(['cell-size']);
  });

  it('records the good rows beside the bad only where that is asked for', async () => {
    const files = {
      ...smallPartnership('good-rows'),
      'goals.csv': 'key,title,occurred_on\ng1,Read,2024-08-15\ng2,Write,someday\n',
    };
    const plan = await planImport(tables(files));
    expect(plan.problemCount).toBe(1);
    const result = await runImport(plan, ledger, recorder(ledger), { goodRowsOnly: true });
    expect(result.recorded.byKind).toMatchObject({ PartnershipFormed: 1, PartyJoined: 3, GoalSet: 1 });
    expect(result.problems).toHaveLength(1);
  });

  it('names the line of a fault far down in a large table', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `g${at},"Read\n${at}",2024-08-15`);
    const quoteInside = await planImport(tables(goals(...rows, 'g,The "best",2024-08-15', 'h,Write,2024-08-15')));
    expect(quoteInside.problems[0]).toMatchObject({ file: 'goals.csv', line: 6002, column: 'title', rule: 'csv' });
    const neverClosed = await planImport(tables(goals(...rows, 'g,"Best,2024-08-15', 'h,Write,2024-08-15')));
    expect(neverClosed.problems[0]).toMatchObject({ file: 'goals.csv', line: 6002, column: 'title', rule: 'csv' });
  });

  it('lists a thousand problems and counts the rest', async () => {
    const plan = await planImport(tables(goals(...Array.from({ length: 1500 }, (_, at) => `g${at},Read,never`))));
    expect(plan.problems).toHaveLength(1000);
    expect(plan.problemCount).toBe(1500 + 1); // and the commitment whose goal is not there
  });
});
