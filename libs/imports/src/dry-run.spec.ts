import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Ledger, openEphemeral } from '#event-store';
import { recorder } from '../../../test/support/record.js';
import { planImport, runImport } from './index.js';
import { removeTables, smallPartnership, tables } from './testing/tables.js';

jest.setTimeout(60_000);

type Files = Record<string, string>;

const rows = (...lines: string[]) => `${lines.join('\n')}\n`;
const claims = (...lines: string[]) => rows('key,commitment,party,fulfilled_on,occurred_on', ...lines);
const verdicts = (...lines: string[]) => rows('key,claim,by,verdict,reason,occurred_on', ...lines);

/** Tables in which every row is good by itself; what is wrong shows only in the history before it. */
const cases: readonly [string, Files, readonly object[]][] = [
  [
    'a party that judges its own share (R5)',
    {
      'claims.csv': claims('d1,c1,north,2025-02-01,2025-02-02'),
      'verdicts.csv': verdicts('v1,d1,north,met,,2025-02-10'),
    },
    [{ file: 'verdicts.csv', line: 2, row: 1, rule: 'R5' }],
  ],
  [
    'a share that is claimed by a party that does not owe it, and what rests on that claim',
    {
      'claims.csv': claims('d1,c1,south,2025-02-01,2025-02-02', 'd2,c1,north,2025-02-01,2025-02-02'),
      'verdicts.csv': verdicts('v1,d1,north,met,,2025-02-10', 'v2,d2,south,met,,2025-02-10'),
    },
    [
      { file: 'claims.csv', row: 1 },
      { file: 'verdicts.csv', row: 1 },
    ],
  ],
  [
    'a commitment that a party owes only itself (R2)',
    { 'commitments.csv': rows('key,statement,owing,owed_to,due_on,occurred_on', 'c1,Coach,north,north,2025-02-15,2024-09-01') },
    [
      { file: 'commitments.csv', row: 1, rule: 'R2' },
      { file: 'milestones.csv', row: 1 },
    ],
  ],
  [
    'an organization that joins before the partnership was formed (R16)',
    {
      'parties.csv': rows('key,organization,occurred_on', 'p1,north,2024-08-01', 'p2,south,2024-07-01', 'p3,college,2024-08-01'),
    },
    [
      { file: 'commitments.csv', row: 1 },
      { file: 'milestones.csv', row: 1 },
      { file: 'parties.csv', row: 2, rule: 'R16' },
    ],
  ],
];

describe('a dry run', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openEphemeral();
  }, 60_000);
  afterAll(() => ledger.close());
  afterEach(removeTables);

  const stored = async () => ({
    events: await ledger.sql.query('select * from events order by position'),
    texts: await ledger.sql.query('select * from texts order by id'),
  });

  it.each(cases)('names %s as the run that follows does, and records nothing', async (what, files, refused) => {
    const folder = tables({ ...smallPartnership(`dry-${what.replace(/[^a-z]+/g, '-')}x`), ...files });
    const plan = await planImport(folder);
    expect(plan.problems).toEqual([]);
    const before = await stored();
    const dry = await runImport(plan, ledger, recorder(ledger), { dryRun: true });
    expect(await stored()).toEqual(before);
    expect(dry.refused).toMatchObject(refused);
    expect(dry.refusedTotal).toBe(refused.length);
    const run = await runImport(plan, ledger, recorder(ledger));
    expect({ ...dry, dryRun: false }).toEqual(run);
  });

  it('asks on what is stored, too: corrections of earlier rows, and facts that others rest on (R11)', async () => {
    const files: Files = {
      ...smallPartnership('dry-again'),
      'claims.csv': claims('d1,c1,north,2025-02-01,2025-02-02'),
      'verdicts.csv': verdicts('v1,d1,south,met,,2025-02-10'),
    };
    await runImport(await planImport(tables(files)), ledger, recorder(ledger));
    // The day of a claim that another party judged, another statement, and one more milestone.
    const changed = {
      ...files,
      'claims.csv': claims('d1,c1,north,2025-01-15,2025-02-02'),
      'commitments.csv': (files['commitments.csv'] ?? '').replace('Coach every', 'Visit every'),
      'milestones.csv': `${files['milestones.csv'] ?? ''}m2,c1,First visits,2024-10-01\n`,
    };
    const plan = await planImport(tables(changed));
    const before = await stored();
    const dry = await runImport(plan, ledger, recorder(ledger), { dryRun: true });
    expect(await stored()).toEqual(before);
    const run = await runImport(plan, ledger, recorder(ledger));
    expect({ ...dry, dryRun: false }).toEqual(run);
    expect(dry.recorded.byKind).toMatchObject({ MilestonePlanned: 1 });
    expect(dry.refused).toMatchObject([{ file: 'claims.csv', row: 1, rule: 'R11' }]);
  });

  it('sees the ledger as it was when it began: what others record meanwhile stands behind it', async () => {
    const files = { ...smallPartnership('dry-beside'), 'claims.csv': claims('d1,c1,north,2025-02-01,2025-02-02') };
    const plan = await planImport(tables(files));
    let first: Promise<unknown> | undefined;
    const dry = await runImport(plan, ledger, recorder(ledger), {
      dryRun: true,
      progress: () => {
        first ??= runImport(plan, ledger, recorder(ledger));
      },
    });
    expect({ ...dry, dryRun: false }).toEqual(await first);
    expect(dry.refused).toEqual([]);
  });
});
