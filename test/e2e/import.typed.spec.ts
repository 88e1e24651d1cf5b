import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sha256 } from '#kernel';
import { mapping } from '../../libs/imports/src/testing/tables.js';
import { printed, typed } from '../support/command-line.js';

type Files = Readonly<Record<string, string>>;
type Problem = Readonly<{ field: string; rule: string; message: string }>;
type Imported = Readonly<{
  recorded: { total: number; byKind: Record<string, number> };
  skipped: { total: number; byReason: Record<string, number> };
  refusedTotal: number;
  problemsTotal: number;
  problems: Problem[];
  notes: string[];
}>;

const VALLEY: Files = {
  'partnership.csv':
    'key,name,purpose,fiscal_year_start,time_zone,formed_on\nvalley,Valley,Every child reads,07-01,America/New_York,2024-08-01\n',
  'organizations.csv': 'key,name,kind,occurred_on\nnorth,North,district,2024-08-01\nsouth,South,district,2024-08-01\n',
  'parties.csv': 'key,organization,occurred_on\np1,north,2024-08-01\np2,south,2024-08-01\n',
  'commitments.csv': 'key,statement,owing,owed_to,due_on,occurred_on\nc1,Coach,north,south,2025-02-15,2024-09-01\n',
};
const MAPPING = mapping('mapped');

const goals = (...rows: string[]) => ({ 'goals.csv': ['key,title,occurred_on', ...rows, ''].join('\n') });
const commitment = (row: string) => ({
  'commitments.csv': `key,statement,owing,owed_to,due_on,occurred_on\nc1,Coach,north,south,2025-02-15,2024-09-01\n${row}\n`,
});

/** Each opens the ledger from the disk, some several times. */
jest.setTimeout(120_000);

/** What is wrong, the files that make it so, and the problem: its file, line and column, and its rule. */
const CASES: readonly [string, Files, string, string][] = [
  ['an unknown party', commitment('c2,Read,west,south,,2024-09-01'), 'commitments.csv:3:owing', 'unknown-party'],
  ['a date before the making', commitment('c2,Read,north,south,2024-08-31,2024-09-01'), 'commitments.csv:3:due_on', 'R2'],
  ['a future fact', commitment('c2,Read,north,south,,2999-09-01'), 'commitments.csv:3:occurred_on', 'future'],
  ['an empty statement', commitment('c2, ,north,south,,2024-09-01'), 'commitments.csv:3:statement', 'required'],
  ['a wrong column', { 'goals.csv': 'key,title,titel\ng1,Read,Read\n' }, 'goals.csv:1:titel', 'unknown-column'],
  ['a bad date', goals('g1,Read,2025-02-29'), 'goals.csv:2:occurred_on', 'date'],
  ['a duplicate id', goals('g1,Read,2024-09-01', 'g1,Write,2024-09-01'), 'goals.csv:3:key', 'duplicate-id'],
  [
    'an unknown status word',
    { 'progress.csv': 'key,commitment,status,occurred_on\nr1,c1,On Trakc,2024-10-01\n' },
    'progress.csv:2:status',
    'unknown-word',
  ],
  ['a cell of 1 MB', goals(`g1,${'x'.repeat(1_000_000)},2024-09-01`), 'goals.csv:2:title', 'cell-size'],
  [
    'mixed line ends before a bad date',
    { 'goals.csv': 'key,title,occurred_on\r\ng1,Read,2024-09-01\ng2,Write,soon\r\n' },
    'goals.csv:3:occurred_on',
    'date',
  ],
  [
    'a byte order mark before a bad date',
    { 'goals.csv': '\uFEFFkey,title,occurred_on\ng1,Read,soon\n' },
    'goals.csv:2:occurred_on',
    'date',
  ],
  ['a missing file', { 'mapping.json': MAPPING }, 'aims.csv', 'missing-file'],
  [
    'a mapping that names a column that is not there',
    { 'mapping.json': MAPPING, 'aims.csv': 'id,goal\n1,Read\n' },
    'aims.csv:1:aim',
    'missing-column',
  ],
];

describe('an import on the command line', () => {
  let folder: string;
  let data: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-import-'));
    data = join(folder, 'data');
    expect((await importing('valley', VALLEY)).code).toBe(0);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function tables(name: string, files: Files): Promise<string> {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content);
    return path;
  }

  async function importing(name: string, files: Files, ...options: string[]) {
    const path = await tables(name, files);
    const mapping = 'mapping.json' in files ? ['--mapping', join(path, 'mapping.json')] : [];
    return typed('import', path, ...mapping, '--json', '--data', data, ...options);
  }

  /** Everything that is recorded, as it lies on the disk. */
  const bytes = async (of = data) => {
    const journal = join(of, 'journal');
    const names = (await readdir(journal)).sort();
    return Promise.all(names.map(async (name) => `${name} ${sha256(await readFile(join(journal, name)))}`));
  };

  it.each(CASES)(
    '%s: exit 1, with file, line, column and rule, and the ledger stays as it was (R15)',
    async (what, files, field, rule) => {
      const before = await bytes();
      const ran = await importing(what, 'mapping.json' in files ? files : { ...VALLEY, ...files });
      expect(ran.code).toBe(1);
      const result = printed<Imported>(ran);
      expect(result.problems[0]).toMatchObject({ field, rule, message: expect.stringContaining(' ') });
      expect([result.recorded.total, result.refusedTotal, result.problemsTotal]).toEqual([0, 0, 1]);
      expect(await bytes()).toEqual(before);
    },
  );

  it('a dry run says what is then recorded, and leaves the ledger as it was', async () => {
    const files = { ...VALLEY, ...goals('g1,Read,2024-09-01', 'g2,Write,2024-09-02') };
    const before = await bytes();
    const dry = printed<Imported>(await importing('goals', files, '--dry-run'));
    expect(await bytes()).toEqual(before);
    const recorded = printed<Imported>(await importing('goals', files));
    expect(recorded.recorded).toEqual({ total: 2, byKind: { GoalSet: 2 } });
    expect({ ...dry, dryRun: false }).toEqual(recorded);
    expect(await bytes()).not.toEqual(before);
  });

  it('a dry run where there is no ledger yet says the same, and makes none', async () => {
    const before = await readdir(folder);
    const nowhere = join(folder, 'nowhere');
    const ran = await typed('import', join(folder, 'valley'), '--dry-run', '--json', '--data', nowhere);
    expect(printed<Imported>(ran).recorded.byKind).toMatchObject({ CommitmentMade: 1, PartyJoined: 2 });
    expect(await readdir(folder)).toEqual(before);
  });

  it('records the good rows beside the bad where that is asked for, and still says no', async () => {
    const files = { ...VALLEY, ...goals('g3,Count,2024-09-01', 'g4,Sing,soon') };
    const ran = await importing('good rows', files, '--good-rows-only');
    expect([ran.code, printed<Imported>(ran).recorded.byKind]).toEqual([1, { GoalSet: 1 }]);
  });

  it('what was recorded comes out as tables, and never among the files of something else', async () => {
    const to = join(folder, 'tables');
    const written = printed<{ files: string[] }>(
      await typed('export', 'valley', '--format', 'csv', '--to', to, '--json', '--data', data),
    );
    expect(written.files).toEqual((await readdir(to)).sort((a, b) => written.files.indexOf(a) - written.files.indexOf(b)));
    expect(await readFile(join(to, 'commitments.csv'), 'utf8')).toContain(',Coach,');
    for (const wrong of [
      ['--format', 'csv'],
      ['--to', join(folder, 'x')],
      ['--format', 'csv', '--to', to],
    ]) {
      const ran = await typed('export', 'valley', ...wrong, '--data', data);
      expect([ran.code, ran.stdout, ran.stderr]).toEqual([2, '', expect.stringContaining('--to [R15]')]);
    }
  });

  it('killed in the middle (kill -9), it goes on where it stopped: nothing is lost, nothing doubled', async () => {
    const reports = Array.from({ length: 900 }, (_, at) => `r${at},c1,on-track,Week ${at},2024-10-01`);
    const files = { ...VALLEY, 'progress.csv': ['key,commitment,status,narrative,occurred_on', ...reports, ''].join('\n') };
    const path = await tables('killed', files);
    const total = 1 + 2 + 2 + 1 + reports.length;
    const killed = join(folder, 'killed-data');
    const journal = async () => {
      const names = (await readdir(join(killed, 'journal')).catch(() => [])).filter((name) => name.startsWith('events-'));
      const sizes = await Promise.all(names.map(async (name) => (await stat(join(killed, 'journal', name))).size));
      return sizes.reduce((sum, size) => sum + size, 0);
    };
    const child = spawn(process.execPath, ['infra/throughline.mjs', 'import', path, '--data', killed], { stdio: 'ignore' });
    const ended = once(child, 'exit');
    // A report takes some 1,000 bytes: about a ninth of them is in.
    while ((await journal()) < 100_000 && child.exitCode === null) await pause(2);
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);

    const again = printed<Imported>(await typed('import', path, '--json', '--data', killed));
    const unchanged = again.skipped.byReason['unchanged'] ?? 0;
    expect(unchanged).toBeGreaterThan(0);
    expect(again.recorded.total).toBeGreaterThan(0);
    expect([unchanged + again.recorded.total, again.refusedTotal]).toEqual([total, 0]);
    const lines = (await typed('export', 'valley', '--data', killed)).stdout.split('\n');
    const keys = lines.flatMap((line) =>
      /"type":"ProgressReported"/.exec(line) === null ? [] : [/"row":(\d+)/.exec(line)?.[1]],
    );
    expect([keys.length, new Set(keys).size]).toEqual([reports.length, reports.length]);
    expect(printed<Imported>(await typed('import', path, '--json', '--data', killed)).recorded.total).toBe(0);
  }, 180_000);
});
