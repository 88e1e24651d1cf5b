import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Ran, run, spawned } from '../support/program.js';

const json = (ran: Ran): Record<string, unknown> => JSON.parse(ran.stdout) as Record<string, unknown>;

describe('throughline on the command line', () => {
  let folder: string;
  let data: string;
  let demo: Ran;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-'));
    data = join(folder, 'data');
    demo = await run('demo', '--once', '--json', '--data', data);
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is the program that the package names, from whatever folder it is called', async () => {
    const { bin, version } = JSON.parse(await readFile('package.json', 'utf8')) as Record<string, string> & {
      bin: { throughline: string };
    };
    // As npm installs it: a link in a folder of programs.
    const program = join(folder, 'throughline');
    await symlink(resolve(bin.throughline), program);
    expect(execFileSync(program, ['--version'], { cwd: folder, encoding: 'utf8' }).trim()).toBe(version);
  });

  it('demo records a history and prints its review, and nothing but JSON on stdout', () => {
    expect(demo.code).toBe(0);
    expect(json(demo)).toMatchObject({ scorecard: { scoringVersion: 1, history: 'reconstructed', basis: 'source' } });
  });

  it('demo run again records nothing, and prints the same review', async () => {
    const again = await run('demo', '--once', '--json', '--data', data);
    expect(again.stderr).toContain('0 acts recorded');
    expect(again.stdout).toBe(demo.stdout);
  }, 60_000);

  it('review finds a partnership by a part of its name and writes text, Markdown and CSV', async () => {
    const quarter = (json(demo)['scorecard'] as { quarter: { name: string } }).quarter.name;
    const review = (format: string) => run('review', 'connecticut', quarter, '--format', format, '--data', data);
    expect((await review('text')).stdout).toMatch(/^Quarterly accountability review/);
    expect((await review('md')).stdout).toMatch(/^# Quarterly accountability review/);
    expect((await review('csv')).code).toBe(0);
  }, 60_000);

  it('a backup, restored elsewhere, exports the same history; both are whole', async () => {
    const [copy, other] = [join(folder, 'backup'), join(folder, 'other')];
    expect((await run('backup', copy, '--data', data)).code).toBe(0);
    expect((await run('restore', copy, '--data', other)).code).toBe(0);
    const [first, second] = [
      await run('export', 'connecticut', '--data', data),
      await run('export', 'connecticut', '--data', other),
    ];
    expect(first.stdout.split('\n').length).toBeGreaterThan(200);
    expect(second.stdout).toBe(first.stdout);
    const examined = await run('doctor', '--json', '--data', other);
    expect([examined.code, json(examined)]).toEqual([0, { data: other, whole: true, well: true, findings: [] }]);
  }, 120_000);

  it('doctor names an evidence file that was changed and one that is gone, and says no', async () => {
    const copy = join(folder, 'damaged');
    expect((await run('restore', join(folder, 'backup'), '--data', copy)).code).toBe(0);
    const names = (await readdir(join(copy, 'files'), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name)).sort();
    const [changed, gone] = names;
    await appendFile(join(copy, 'files', changed ?? ''), 'a byte more');
    await rm(join(copy, 'files', gone ?? ''));
    const examined = await run('doctor', '--data', copy);
    expect(examined.code).toBe(1);
    expect(examined.stdout).toContain((changed ?? '').slice(3));
    expect(examined.stdout).toContain((gone ?? '').slice(3));
    expect(examined.stdout).toMatch(
      / {2}why it matters: .*\n {2}Put the file back .*\n {2}more: docs\/operations\/damaged\.md\n/,
    );
  }, 60_000);

  it('doctor says that it cannot tell where the store does not answer, and never that a ledger is whole that nobody read', async () => {
    const mistyped = join(folder, 'dta');
    // Nobody listens at port 1.
    const words = ['doctor', '--data', mistyped, '--store', 'postgres', '--postgres', 'postgres://127.0.0.1:1/none'];
    const examined = await run(...words);
    expect([examined.code, examined.stdout]).toEqual([1, expect.stringMatching(/: cannot tell whether the ledger is whole/)]);
    expect(examined.stdout).toContain(`trouble: ${mistyped}: there is no such folder`);
    expect(examined.stdout).toContain('trouble: PostgreSQL: does not answer');
    expect(examined.stdout).not.toMatch(/dta is whole|ENOENT/);
    const unread = [
      { where: mistyped, unread: true },
      { where: 'PostgreSQL', unread: true },
    ];
    expect(json(await run(...words, '--json'))).toMatchObject({ whole: null, well: false, findings: unread });
  }, 60_000);

  it('projections are listed and built anew', async () => {
    const listed = JSON.parse((await run('projections', 'list', '--json', '--data', data)).stdout) as {
      name: string;
      lag: string;
    }[];
    expect(listed.every(({ lag }) => lag === '0')).toBe(true);
    const rebuilt = await run('projections', 'rebuild', 'partnerships', '--json', '--data', data);
    expect(json(rebuilt)).toMatchObject({ name: 'partnerships', comparison: { equal: true } });
  }, 60_000);

  it('start serves with a token that its owner alone can read; a second program on the folder is told so', async () => {
    const server = spawned('start', '--port', '0', '--json', '--data', data);
    try {
      const [line] = (await once(server.stdout, 'data')) as [Buffer];
      const { api, tokenFile } = JSON.parse(line.toString()) as { api: string; tokenFile: string };
      if (process.platform !== 'win32') expect((await stat(tokenFile)).mode & 0o777).toBe(0o600);
      const token = (await readFile(tokenFile, 'utf8')).trim();
      const answer = await fetch(`${api}/partnerships`, { headers: { authorization: `Bearer ${token}` } });
      expect([answer.status, ((await answer.json()) as { items: unknown[] }).items.length]).toEqual([200, 1]);
      const outside = await fetch(new URL('/', api));
      expect([outside.status, ((await outside.json()) as { code: string }).code]).toEqual([404, 'NO_SUCH_ROUTE']);

      const taken = await run('start', '--port', new URL(api).port, '--data', join(folder, 'another'));
      expect([taken.code, taken.stdout]).toEqual([2, '']);
      expect(taken.stderr).toMatch(/^CANNOT_LISTEN: refused\.\n {2}--port \[R15\] .* is in use; choose another/);

      const second = await run('projections', 'list', '--json', '--data', data);
      expect([second.code, (JSON.parse(second.stderr) as { code: string }).code]).toEqual([1, 'FOLDER_IN_USE']);
    } finally {
      server.kill('SIGTERM');
    }
    expect(await once(server, 'close')).toEqual([0, null]);
  }, 60_000);

  it.each([
    ['no such command', ['enlighten'], 'enlighten'],
    ['a missing word', ['review', 'connecticut'], 'quarter'],
    ['an unknown option', ['start', '--loud'], '--loud'],
    ['an unknown format', ['review', 'connecticut', 'FY2011-Q2', '--format', 'pdf'], '--format'],
    ['a port that is none', ['start', '--port', 'eighty'], '--port'],
    ['a quarter that is none', ['review', 'connecticut', '2011-Q2'], 'quarter'],
    ['a quarter too far ahead', ['review', 'connecticut', 'FY9998-Q4'], 'quarter [R15] 9998-06-30 lies more than 100 years'],
    ['a partnership that is not there', ['review', 'atlantis', 'FY2011-Q2'], 'there are: Connecticut Center for School Change'],
    ['a folder that is not there', ['import', 'nowhere'], 'nowhere'],
  ])(
    '%s is wrong use: exit 2, with the word that is wrong',
    async (_, words, wrong) => {
      const ran = await run(...words, ...(words[0] === 'enlighten' ? [] : ['--data', data]));
      expect([ran.code, ran.stdout]).toEqual([2, '']);
      expect(ran.stderr).toContain(wrong);
    },
    30_000,
  );

  it('a file that is no tables is wrong use, and says what tables are', async () => {
    const ran = await run('import', 'README.md', '--data', data);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('README.md [unknown-file] this is no folder of CSV, no XLSX workbook and no NDJSON');
  }, 30_000);

  it('a folder that cannot be imported is wrong use, and says what is wanted', async () => {
    const ran = await run('import', 'docs', '--data', data);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('partnership.csv [missing-file]');
    expect(ran.stdout).toContain('docs/reference/import.md');
  }, 30_000);

  it('a command that only looks makes no ledger where there is none; a data folder that is a file is said to be one', async () => {
    const mistyped = join(folder, 'dta');
    for (const words of [['doctor'], ['projections', 'list'], ['export', 'x'], ['review', 'x', 'FY2011-Q2']]) {
      const ran = await run(...words, '--data', mistyped);
      expect([ran.code, ran.stdout]).toEqual([2, '']);
      expect(ran.stderr).toContain(`there is no ledger in ${mistyped}`);
    }
    await expect(stat(mistyped)).rejects.toThrow('ENOENT');
    const file = join(folder, 'backup', 'manifest.json');
    const ran = await run('start', '--data', file);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(`${file} is a file`)]);
  }, 60_000);
});
