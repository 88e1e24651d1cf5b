import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LedgerEvent } from '#domain';
import { type Ledger, openEphemeral } from '#event-store';
import { dayOf, endOfDay, type Recorded } from '#kernel';
import { recorder } from '../../../test/support/record.js';
import { type ImportResult, planImport, runImport } from './index.js';
import { removeTables, tables } from './testing/tables.js';

// The tracker that others kept lies beside the repository, never in it; without it these tests say that they were skipped.
const DATA = '../shared/data/us-ogp-nap5';
const MAPPING = 'libs/imports/mappings/us-ogp-nap5.json';
const describeWhereDataIs = existsSync(DATA) ? describe : describe.skip;

const ZONE = 'America/New_York';
/** January to March 2024: FY2024-Q2 of a fiscal year that starts on 1 October. */
const inQuarter = (event: Recorded) => {
  const day = dayOf(event.metadata.assertedAt ?? event.recordedAt, ZONE);
  return day >= '2024-01-01' && day <= '2024-03-31';
};

describeWhereDataIs('the tracker of the Fifth U.S. Open Government National Action Plan', () => {
  let ledger: Ledger;
  let first: ImportResult;
  let events: readonly Recorded<LedgerEvent>[];

  const importFrom = async (folder: string) => {
    const plan = await planImport(folder, MAPPING);
    const dry = await runImport(plan, ledger, recorder(ledger), { dryRun: true });
    const result = await runImport(plan, ledger, recorder(ledger));
    // What a dry run says is what a real run then records.
    expect({ ...dry, dryRun: false }).toEqual(result);
    return result;
  };
  const all = async () => (await ledger.store.readPartnership(first.partnership)) as readonly Recorded<LedgerEvent>[];
  const of = <Type extends LedgerEvent['type']>(type: Type) =>
    events.filter((event): event is Recorded<Extract<LedgerEvent, { type: Type }>> => event.type === type);
  const word = (event: Recorded<Extract<LedgerEvent, { type: 'ProgressReported' }>>) => {
    const status = event.data.sourceStatus;
    return typeof status === 'object' ? status.says : undefined;
  };

  beforeAll(async () => {
    ledger = await openEphemeral();
    first = await importFrom(DATA);
    events = await all();
  }, 120_000);
  afterAll(async () => {
    removeTables();
    await ledger.close();
  });

  it('is recorded whole: 36 commitments, 70 milestones, 229 links, nothing refused', () => {
    expect(first.problems).toEqual([]);
    expect(first.refused).toEqual([]);
    expect(first.recorded.byKind).toMatchObject({
      CommitmentMade: 36,
      MilestonePlanned: 70,
      EvidenceSubmitted: 229,
      EvidenceLinked: 229,
    });
  });

  it('accounts for each of the 353 versions: 324 recorded as reports, 29 skipped because they state nothing new', () => {
    expect(first.rows.progress).toEqual({ read: 353, recorded: 324, unchanged: 0, skipped: 29, refused: 0 });
    // 16 + 5 reworded a text that the table does not hold, 7 an agency's name (kept as alias), 1 opened an empty file.
    expect(first.skipped.byReason).toMatchObject({
      'progress: states nothing new (text)': 21,
      'progress: states nothing new (agency)': 7,
      'progress: states nothing new (status;agency;text;aug;progress;evidence)': 1,
    });
  });

  it('has 172 reports with a status word, 137 of milestones and 35 of commitments, 108 of them new words', () => {
    const worded = of('ProgressReported').filter((event) => word(event) !== undefined);
    expect(worded).toHaveLength(172);
    expect(worded.filter((event) => event.data.of.kind === 'milestone')).toHaveLength(137);
    expect(worded.filter((event) => event.data.of.kind === 'whole')).toHaveLength(35);
    expect(worded.filter((event) => word(event) !== event.metadata.provenance?.words?.previous_status)).toHaveLength(108);
  });

  it('says of 35 commitments that the source no longer states a status, since 30 June 2023', () => {
    const silent = of('ProgressReported').filter((event) => event.data.sourceStatus === 'no-longer-stated');
    expect(silent.map((event) => event.metadata.occurredOn)).toEqual(Array.from({ length: 35 }, () => '2023-06-30'));
    expect(new Set(silent.map((event) => event.stream)).size).toBe(35);
  });

  it('keeps debris as the words of the source, without a light', () => {
    const debris = of('ProgressReported').filter((event) =>
      ['Commitment', 'On Track -', 'No Trackab'].includes(word(event) ?? ''),
    );
    expect(debris).toHaveLength(8 + 10 + 4);
    expect(debris.filter((event) => event.data.light !== undefined)).toEqual([]);
    expect(first.notes.filter((note) => note.includes('debris'))).toHaveLength(3);
  });

  const milestone = (id: string) => {
    const planned = of('MilestonePlanned').find(({ metadata }) => metadata.provenance?.words?.subcommitment_id === id);
    if (planned === undefined) throw new Error(`${id} was not planned`);
    return planned.data.milestoneId;
  };
  const history = (id: string) =>
    events.flatMap((event) => {
      if (event.type === 'ProgressReported' && event.data.of.kind === 'milestone')
        return event.data.of.milestoneId === milestone(id) ? [word(event) ?? '-'] : [];
      if (event.type === 'MilestoneReached' || event.type === 'MilestoneReopened')
        return event.data.milestoneId === milestone(id) ? [event.type] : [];
      return [];
    });

  it('shows US0114.0 going back from Complete, the one milestone that was reopened', () => {
    expect(history('US0114.0')).toEqual([
      '-',
      '-',
      'Complete',
      'MilestoneReached',
      'Complete',
      'In Progress',
      'MilestoneReopened',
    ]);
    expect(of('MilestoneReopened').map((event) => event.metadata.occurredOn)).toEqual(['2024-03-01']);
  });

  it('shows a renamed word and a corrected typo', () => {
    expect(history('US0116.3')).toEqual(['-', '-', '-', 'On Track', ...Array.from({ length: 6 }, () => 'In Progress')]);
    expect(history('US0136.0')).toEqual(['-', 'Progress', 'In Progress', 'In Progress', 'In Progress']);
  });

  it('states no due date anywhere', () => {
    expect(of('CommitmentMade').filter((event) => event.data.dueBasis !== 'none')).toEqual([]);
    expect(of('MilestonePlanned').filter((event) => event.data.dueOn !== undefined)).toEqual([]);
  });

  it('takes the wording of an agency for an alias, never for a hand-over', () => {
    const wordings = new Map<string, Set<string>>();
    for (const event of of('ProgressReported')) {
      const agency = event.metadata.provenance?.words?.agency;
      if (event.data.of.kind !== 'milestone' || agency === undefined) continue;
      wordings.set(event.data.of.milestoneId, (wordings.get(event.data.of.milestoneId) ?? new Set()).add(agency));
    }
    expect(wordings.size).toBe(70);
    expect([...wordings.values()].filter((said) => said.size > 1)).toHaveLength(67);
    expect(events.filter(({ type }) => type === 'OwnerChanged' || type === 'ShareTransferred')).toEqual([]);
    expect(of('CommitmentMade').filter((event) => event.data.owner !== 'without-owner')).toEqual([]);
    expect(first.recorded.byKind).toMatchObject({ AliasAdded: 15, OrganizationRegistered: 41, PartyJoined: 41 });
    expect(first.notes.filter((note) => note.includes('names no organization'))).toEqual([]);
  });

  it('bears the instants of the source, and is the act of an importer', () => {
    const instants = of('ProgressReported').map((event) => event.metadata.assertedAt ?? '');
    expect(new Set(instants.map((at) => dayOf(at as `${number}-${number}-${number}T${string}Z`, ZONE))).size).toBe(18);
    expect(
      events.filter(({ metadata }) => metadata.actor.kind !== 'importer' || metadata.recordedBy.id !== 'us-ogp-nap5'),
    ).toEqual([]);
    expect(events.filter(({ metadata }) => metadata.provenance === undefined || metadata.assertedAt === undefined)).toEqual([]);
  });

  it('gives the review of FY2024-Q2 on basis source its figures', () => {
    const words = of('ProgressReported').filter((event) => event.data.of.kind === 'milestone' && word(event) !== undefined);
    const reports = words.filter(inQuarter);
    const target = (event: (typeof words)[number]) => (event.data.of.kind === 'milestone' ? event.data.of.milestoneId : '');
    expect(reports).toHaveLength(130);
    expect(new Set(reports.map(target)).size).toBe(70);
    expect(of('EvidenceLinked').filter(inQuarter)).toHaveLength(136);
    expect(of('MilestoneReopened').filter(inQuarter)).toHaveLength(1);
    const last = new Map<string, string>();
    for (const event of words)
      if ((event.metadata.assertedAt ?? '') <= endOfDay('2024-03-31', ZONE)) last.set(target(event), word(event) ?? '');
    const count = (status: string) => [...last.values()].filter((said) => said === status).length;
    expect([count('In Progress'), count('Complete'), count('Not Started')]).toEqual([36, 33, 1]);
  });

  it('records nothing the second time, a changed value the third, and that value back the fourth (A, B, A)', async () => {
    const position = await ledger.store.head();
    const second = await importFrom(DATA);
    expect(second.recorded).toEqual({ total: 0, byKind: {} });
    expect(second.skipped.byReason.unchanged).toBe(first.recorded.total);
    expect(await ledger.store.head()).toBe(position);

    const original = Object.fromEntries(
      readdirSync(DATA)
        .filter((file) => file.endsWith('.csv'))
        .map((file) => [file, readFileSync(join(DATA, file), 'utf8')]),
    );
    // The version that took US0114.0 back from Complete now says Complete again.
    const changed = (original['versions.csv'] ?? '')
      .split('\r\n')
      .map((line) =>
        line.startsWith('subcommitment,US0114.0,_subcommitments/us0114-0.md,5,')
          ? line.replace(',In Progress,', ',Complete,')
          : line,
      )
      .join('\r\n');
    expect(changed).not.toBe(original['versions.csv']);
    const third = await importFrom(tables({ ...original, 'versions.csv': changed }));
    // The report is corrected, and the reopening that followed from it is struck.
    expect(third.recorded.byKind).toEqual({ FactCorrected: 2 });
    const fourth = await importFrom(tables(original));
    expect(fourth.recorded.byKind).toEqual({ FactCorrected: 1, MilestoneReopened: 1 });
    expect((await importFrom(DATA)).recorded.total).toBe(0);
  }, 120_000);
});
