import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Scorecard } from '#scoring';
import { printed, typed } from '../support/command-line.js';

// The tracker that others kept lies beside the repository, never in it; without it these tests say that they were skipped.
const TRACKER = '../shared/data/us-ogp-nap5';
const MAPPING = 'libs/imports/mappings/us-ogp-nap5.json';
const describeWhereDataIs = existsSync(TRACKER) ? describe : describe.skip;

type Imported = Readonly<{
  recorded: { total: number; byKind: Record<string, number> };
  skipped: { byReason: Record<string, number> };
  refusedTotal: number;
  problemsTotal: number;
  rows: Record<string, { read: number; recorded: number; skipped: number; refused: number }>;
}>;

jest.setTimeout(180_000);

describeWhereDataIs("a government's own tracker, imported and reviewed on the command line", () => {
  let folder: string;
  let data: string;
  let dry: Imported;
  let first: Imported;

  const importing = async (from: string, ...options: string[]) => {
    const ran = await typed('import', from, '--mapping', MAPPING, '--json', '--data', data, ...options);
    expect(ran.code).toBe(0);
    return printed<Imported>(ran);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-tracker-'));
    data = join(folder, 'data');
    dry = await importing(TRACKER, '--dry-run');
    first = await importing(TRACKER);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is recorded whole: 36 commitments, 70 milestones, 229 evidence links; of 353 versions each is accounted for', () => {
    expect(first.recorded.byKind).toMatchObject({
      CommitmentMade: 36,
      MilestonePlanned: 70,
      EvidenceLinked: 229,
      MilestoneReopened: 1,
    });
    expect(first.rows['progress']).toMatchObject({ read: 353, recorded: 324, skipped: 29, refused: 0 });
    expect([first.refusedTotal, first.problemsTotal]).toEqual([0, 0]);
  });

  it('a dry run said so before', () => {
    expect({ ...dry, dryRun: false }).toEqual(first);
  });

  it('FY2024-Q2 as the source knew it: no date, no rate; 33 complete, 36 in progress, 1 not started; 130 reports, 136 links', async () => {
    const review = await typed('review', 'Open Government', 'FY2024-Q2', '--basis', 'source', '--json', '--data', data);
    const { scorecard } = printed<{ scorecard: Scorecard }>(review);
    const { commitments, milestones, activity, quarter } = scorecard;
    expect([quarter.first, quarter.last]).toEqual(['2024-01-01', '2024-03-31']);
    expect(commitments.followThrough).toEqual({ kept: 0, counted: 0, rate: null });
    expect(commitments.noDate).toHaveLength(36);
    expect([milestones.planned.length, milestones.undated.length, milestones.reopened.length]).toEqual([70, 70, 1]);
    expect(milestones.words.map(({ word, milestones: which }) => [word, which.length])).toEqual([
      ['Complete', 33],
      ['In Progress', 36],
      ['Not Started', 1],
    ]);
    const { onMilestones, milestonesReportedOn } = activity.statusReports;
    expect([onMilestones.length, milestonesReportedOn.length, activity.evidenceLinks.length]).toEqual([130, 70, 136]);
  });

  it('and says it in words', async () => {
    const { stdout } = await typed('review', 'Open Government', 'FY2024-Q2', '--basis', 'source', '--data', data);
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toContain('Follow-through: no rate: nothing was counted.');
    expect(said).toContain('36 open promises state no date and cannot be late');
    expect(said).toContain('130 status reports on 70 of 70 milestones, 0 status reports on promises, 136 evidence links');
  });

  it('a second run records nothing; a third, with one value back at an earlier one, records that', async () => {
    const second = await importing(TRACKER);
    expect([second.recorded.total, second.skipped.byReason['unchanged']]).toEqual([0, first.recorded.total]);

    const changed = join(folder, 'changed');
    await mkdir(changed);
    let lines = 0;
    for (const file of readdirSync(TRACKER).filter((name) => name.endsWith('.csv'))) {
      // The version that took US0114.0 back from Complete says Complete again, as the one before it.
      const content = readFileSync(join(TRACKER, file), 'utf8').replace(/^subcommitment,US0114\.0,[^,]*,5,.*$/m, (line) => {
        lines += 1;
        return line.replace(',In Progress,', ',Complete,');
      });
      await writeFile(join(changed, file), content);
    }
    expect(lines).toBe(1);
    // The report is corrected, and the reopening that followed from it is struck.
    expect((await importing(changed)).recorded.byKind).toEqual({ FactCorrected: 2 });
    expect((await importing(changed)).recorded.total).toBe(0);
    expect((await importing(TRACKER)).recorded.byKind).toEqual({ FactCorrected: 1, MilestoneReopened: 1 });
  });
});
