import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mapping } from '../../libs/imports/src/testing/tables.js';

type Said = Readonly<{
  recorded: number;
  skipped: number;
  refusedTotal: number;
  problemsTotal: number;
  bytesPerFact: number;
}>;

const RUN_SOURCES = new URL('../support/run-sources.js', import.meta.url).href;
const IMPORTER = fileURLToPath(new URL('./importer.ts', import.meta.url));

const PROMISES = 300;
const REPORTS = 2_700;
/** The partnership, two organizations and their joining. */
const TERMS = 5;
const FACTS = TERMS + PROMISES + REPORTS;

/** The heap of each process, in megabytes. The large tables are larger: who held them would not come to their end. */
const HEAP = 48;
/** A column that the mapping does not name, and that makes the tables as large. */
const REMARKS = 'x'.repeat(19_500);

/** What the decisions keep folded; and more than there are facts. */
const [FEW, EVERYTHING] = [500, 1_000_000];

/** At most a key for each row, and where each event of a dry run lies; and what an event kept folded takes at least. */
const BYTES_OF_A_KEY = 500;
const BYTES_OF_AN_EVENT = 900;

/** Each is a process that imports the tables. */
jest.setTimeout(240_000);

describe('the memory of an import', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-memory-'));
    await writeTables('small', '');
    await writeTables('large', REMARKS);
    expect((await stat(join(folder, 'large', 'reports.csv'))).size).toBeGreaterThan(HEAP * 2 ** 20);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function writeTables(name: string, remarks: string): Promise<void> {
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
    const write = (file: string, lines: readonly string[]) => writeFile(join(folder, name, file), `${lines.join('\n')}\n`);
    const tables = [
      { file: 'promises.csv', fact: 'commitment', key: 'id', fields: { statement: 'what', owing: 'by', owed_to: 'to' } },
      { file: 'reports.csv', fact: 'progress', key: 'id', fields: { commitment: 'of', status: 'status' } },
    ];
    await mkdir(join(folder, name));
    await write('mapping.json', [mapping(name, { statusWords: { Good: 'on-track' }, tables })]);
    await write('promises.csv', ['id,what,by,to', ...numbers(PROMISES).map((at) => `p${at},Coach teacher ${at},North,South`)]);
    await write('reports.csv', [
      'id,of,status,remarks',
      ...numbers(REPORTS).map((at) => `r${at},p${at % PROMISES},Good,${remarks}`),
    ]);
  }

  /** Imports these tables into the data folder of this name. */
  async function imported(tables: string, data: string, how: 'run' | 'dry', eventsKept: number): Promise<Said> {
    const heap = ['--expose-gc', `--max-old-space-size=${HEAP}`];
    const words = [join(folder, data), join(folder, tables), join(folder, tables, 'mapping.json'), how, String(eventsKept)];
    const command = [...heap, '--conditions=throughline-src', '--import', RUN_SOURCES, IMPORTER, ...words];
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await once(child, 'close')) as [number | null];
    const [stdout, stderr] = await said;
    if (code !== 0) throw new Error(`the importer ended with ${code}: ${stderr}`);
    return JSON.parse(stdout) as Said;
  }

  it('a dry run of tables larger than its heap keeps no row and none of the events that would be', async () => {
    const { bytesPerFact, ...said } = await imported('large', 'dry', 'dry', EVERYTHING);
    expect(said).toEqual({ recorded: FACTS, skipped: 0, refusedTotal: 0, problemsTotal: 0 });
    expect(bytesPerFact).toBeLessThan(BYTES_OF_A_KEY);
  });

  it('nor does the run that records keep more of a row than its key', async () => {
    const { bytesPerFact, ...said } = await imported('small', 'recorded', 'run', FEW);
    expect(said).toEqual({ recorded: FACTS, skipped: 0, refusedTotal: 0, problemsTotal: 0 });
    expect(bytesPerFact).toBeLessThan(BYTES_OF_A_KEY);
  });

  it('control: where every event is kept folded, the heap grows with each', async () => {
    expect((await imported('small', 'control', 'run', EVERYTHING)).bytesPerFact).toBeGreaterThan(BYTES_OF_AN_EVENT);
  });
});
