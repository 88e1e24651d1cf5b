import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Ledger, openEphemeral } from '#event-store';
import { LedgerError, type Recorded } from '#kernel';
import { recorder } from '../../../test/support/record.js';
import { exportPartnership, exportTables, planImport, runImport } from './index.js';
import type { ImportOptions } from './run.js';
import { documentedTables } from './testing/reference.js';
import { mapping, removeTables, smallPartnership, tables } from './testing/tables.js';

jest.setTimeout(60_000);

const REFERENCE = 'docs/reference/import.md';

/** The example of the reference: each block of CSV under the name of its file. */
function example(): Record<string, string> {
  const text = readFileSync(REFERENCE, 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^`([a-z-]+\.csv)`\n```csv\n([^`]+)```/gm)].map(([, file = '', rows = '']) => [file, rows]),
  );
}

describe('importing the documented tables', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openEphemeral();
  }, 60_000);
  afterAll(() => ledger.close());
  afterEach(removeTables);

  const importFiles = async (files: Record<string, string>, options: Partial<ImportOptions> = {}, record = recorder(ledger)) => {
    const plan = await planImport(tables(files));
    return await runImport(plan, ledger, record, { ...options });
  };

  it('takes the example of the reference as it stands, and a dry run says the same', async () => {
    const dry = await importFiles(example(), { dryRun: true });
    const result = await importFiles(example());
    expect(result.problems).toEqual([]);
    expect(result.refused).toEqual([]);
    expect({ ...dry, dryRun: false }).toEqual(result);
    expect(result.recorded.byKind).toEqual({
      CommitmentMade: 2,
      DueDateAgreed: 2,
      DueDateProposed: 1,
      EvidenceLinked: 1,
      EvidenceSubmitted: 1,
      FulfilmentClaimed: 1,
      FulfilmentVerified: 1,
      GoalSet: 1,
      MeetingHeld: 1,
      MeetingScheduled: 1,
      MilestonePlanned: 1,
      MilestoneReached: 1,
      OrganizationRegistered: 3,
      PartnershipFormed: 1,
      PartyJoined: 3,
      ProgressReported: 3,
    });
  });

  it('has a reference that lists exactly the columns there are', () => {
    expect(readFileSync(REFERENCE, 'utf8')).toContain(documentedTables());
  });

  it('takes a meeting that was written down after it was held, as set for its day on that day at the latest', async () => {
    const files = {
      ...smallPartnership('minutes'),
      'meetings.csv': [
        'key,title,kind,on,attended,recorded_at',
        'm1,Autumn meeting,meeting,2024-09-10,north,2024-09-12',
        'm2,Winter meeting,meeting,2024-12-10,north,',
        '',
      ].join('\n'),
    };
    const { refused, recorded } = await importFiles(files);
    expect(refused).toEqual([]);
    expect(recorded.byKind).toMatchObject({ MeetingScheduled: 2, MeetingHeld: 2 });
    expect((await importFiles(files)).recorded.total).toBe(0);
  });

  it('records A, B, A three times and an unchanged row never twice', async () => {
    const files = (title: string) => ({
      ...smallPartnership('a-b-a'),
      'goals.csv': `key,title,occurred_on\ng1,${title},2024-08-15\n`,
    });
    const runs = [];
    for (const title of ['Read', 'Write', 'Read', 'Read']) runs.push((await importFiles(files(title))).recorded);
    expect(runs.map(({ byKind }) => byKind)).toEqual([
      expect.objectContaining({ GoalSet: 1 }),
      { FactCorrected: 1 },
      { FactCorrected: 1 },
      {},
    ]);
  });

  it('reports a change anew where the table is a snapshot of today, and finds the same again', async () => {
    const board = mapping('snapshot', {
      statusWords: { Green: 'on-track', Red: 'off-track' },
      tables: [
        {
          file: 'board.csv',
          fact: 'commitment',
          key: 'id',
          fields: { statement: 'what', owing: 'who', owed_to: { value: 'South' }, occurred_on: { value: '2024-02-01' } },
        },
        { file: 'board.csv', fact: 'progress', key: 'id', snapshot: true, fields: { commitment: 'id', status: 'colour' } },
      ],
    });
    const importBoard = async (colour: string) => {
      const folder = tables({ 'board.csv': `id,what,who,colour\n1,Coach,North,${colour}\n`, 'mapping.json': board });
      const plan = await planImport(folder, `${folder}/mapping.json`);
      const result = await runImport(plan, ledger, recorder(ledger));
      return { ...result.recorded.byKind, refused: result.refused, notes: result.notes };
    };
    expect(await importBoard('Green')).toMatchObject({ CommitmentMade: 1, ProgressReported: 1, refused: [] });
    expect(await importBoard('Red')).toEqual({ ProgressReported: 1, refused: [], notes: [] });
    expect(await importBoard('Green')).toEqual({ ProgressReported: 1, refused: [], notes: [] });
    expect(await importBoard('Green')).toEqual({ refused: [], notes: [] });
    const note = 'status word "Mauve" (1 times): kept as the source\'s word, the mapping has no meaning for it';
    expect(await importBoard('Mauve')).toEqual({ ProgressReported: 1, refused: [], notes: [note] });
  });

  it('goes on where it was killed, and records each fact once', async () => {
    const files = smallPartnership('killed');
    let left = 5;
    const record = recorder(ledger);
    const dying: typeof record = (act, meta) => {
      left -= 1;
      // The answer of the last act is lost with the process, the act is not.
      if (left === 0) return record(act, meta).then(() => Promise.reject(new Error('killed')));
      return left < 0 ? Promise.reject(new Error('killed')) : record(act, meta);
    };
    await expect(importFiles(files, { parallel: 1 }, dying)).rejects.toThrow('killed');
    const rest = await importFiles(files);
    const whole = rest.recorded.total + (rest.skipped.byReason.unchanged ?? 0);
    expect(rest.skipped.byReason.unchanged).toBe(5);
    expect(whole).toBe((await planImport(tables(files))).steps);
    const events = await ledger.store.readPartnership(rest.partnership);
    expect(new Set(events.map(({ metadata }) => metadata.correlationId)).size).toBe(events.length);
  });

  it('lists what a rule of the ledger forbids with its row, and goes on', async () => {
    const files = {
      ...smallPartnership('refused'),
      // Rule 2: no party owes only itself.
      'commitments.csv':
        'key,statement,owing,owed_to,occurred_on\nc1,Coach,north,south,2024-09-01\nc2,Coach,north,north,2024-09-01\n',
    };
    const result = await importFiles(files);
    expect(result.refused).toMatchObject([{ file: 'commitments.csv', line: 3, row: 2, rule: 'R2' }]);
    expect(result.rows.commitment).toEqual({ read: 2, recorded: 1, unchanged: 0, skipped: 0, refused: 1 });
    expect(result.recorded.byKind.MilestonePlanned).toBe(1);
  });

  it('stops where the ledger is not there, and says so', async () => {
    const away = () => Promise.reject(new LedgerError('unavailable', 'STORE_UNAVAILABLE', 'away'));
    await expect(importFiles(smallPartnership('away'), {}, away)).rejects.toThrow('away');
  });

  it('tells how far it is, up to the last fact', async () => {
    const seen: number[] = [];
    let total = 0;
    await importFiles(smallPartnership('progress'), {
      progress: (done, of) => {
        seen.push(done);
        total = of;
      },
    });
    expect(seen.at(-1)).toBe(total);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('exports every event with its texts, in log order', async () => {
    const { partnership } = await importFiles(example());
    const lines: { event?: Recorded; text?: { id: string; content: string } }[] = [];
    for await (const line of exportPartnership(ledger.store, ledger.texts, partnership))
      lines.push(JSON.parse(line) as (typeof lines)[number]);
    const positions = lines.flatMap(({ event }) => event?.position ?? []);
    expect(positions).toEqual([...positions].sort());
    expect(positions).toHaveLength((await ledger.store.readPartnership(partnership)).length + 3);
    expect(lines.map(({ text }) => text?.content)).toContain('The export from the student system fails');
    const missing = exportPartnership(ledger.store, ledger.texts, '00000000-0000-7000-8000-000000000000');
    await expect(missing.next()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('exports tables that can be imported again, with formulas made harmless', async () => {
    const files = {
      ...example(),
      'partnership.csv': (example()['partnership.csv'] ?? '').replace('\nvalley,', '\nformulas,'),
      'goals.csv': 'key,title,occurred_on\nreading,"=HYPERLINK(""http://x"",""Read"")",2024-08-15\n',
    };
    const first = await importFiles(files);
    const exported = Object.fromEntries((await exportTables(ledger.store, ledger.texts, first.partnership)).tables);
    expect(exported['goals.csv']).toContain(`'=HYPERLINK`);
    expect(exported['goals.csv']).not.toContain(`,"=`);
    const again = await importFiles(exported);
    expect(again.problems).toEqual([]);
    expect(again.refused).toEqual([]);
    expect(again.recorded.byKind).toEqual(first.recorded.byKind);
  });

  it('counts what no table takes: a correction stands in the words of its fact alone', async () => {
    const goal = (title: string) => ({
      ...example(),
      'partnership.csv': (example()['partnership.csv'] ?? '').replace('\nvalley,', '\ncounted,'),
      'goals.csv': `key,title,occurred_on\nreading,${title},2024-08-15\n`,
    });
    const { partnership } = await importFiles(goal('Read'));
    const exported = () => exportTables(ledger.store, ledger.texts, partnership);
    expect((await exported()).leftOut).toEqual({});
    await importFiles(goal('Read well'));
    const { tables: files, leftOut } = await exported();
    expect(files.get('goals.csv')).toContain('Read well');
    expect(leftOut).toEqual({ FactCorrected: 1 });
  });
});
