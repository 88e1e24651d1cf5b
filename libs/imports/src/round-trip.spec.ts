import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { namesOf, reviewDocument, toText } from '#documents';
import { type IndicatorCommand, type LedgerEvent, type OrganizationEvent, organizationShape } from '#domain';
import { type Ledger, openEphemeral } from '#event-store';
import { type CommandMeta, foldKnown, type Id, type Instant, newId, type Recorded } from '#kernel';
import { earlierQuarters, scorecardV1 } from '#scoring';
import { recorder } from '../../../test/support/record.js';
import { exportTables, planImport, runImport } from './index.js';
import { removeTables, smallPartnership, tables } from './testing/tables.js';

jest.setTimeout(60_000);

const PERSON = '0195a9a0-0000-7000-8000-000000000001';

/** Titles of goals that a spreadsheet would run, or that look as if they were made harmless, by the cells that say them. */
const TITLES = {
  "'=1+1": '=1+1',
  "'-3": '-3',
  "'＝1+1": '＝1+1',
  "''=1+1": "'=1+1",
  "''＠x": "'＠x",
  "'Tis ours": "'Tis ours",
};

/** The example of the reference, with what it does not show: roles, a departure, indicators and a milestone taken back. */
function history(): Record<string, string> {
  const text = readFileSync('docs/reference/import.md', 'utf8');
  const example = Object.fromEntries(
    [...text.matchAll(/^`([a-z-]+\.csv)`\n```csv\n([^`]+)```/gm)].map(([, file = '', rows = '']) => [file, rows]),
  );
  return {
    ...example,
    'organizations.csv': `${example['organizations.csv'] ?? ''}east,East School,school,,2024-08-01\n`,
    'parties.csv': `${example['parties.csv'] ?? ''}p4,east,2024-08-01\n`,
    'roles.csv': `key,person,party,title,ended_on,occurred_on,recorded_at\nr1,${PERSON},north,Superintendent,2025-01-31,2024-08-01,2024-08-02\n`,
    'indicators.csv':
      'key,name,goal,unit,direction,baseline,baseline_on,target,target_by,dimensions,suppress_below,made_of,occurred_on\n' +
      'i1,Reads at grade,reading,percent,up,41.5,2024-09-01,60,2026-06-30,all;learners of English,10,,2024-09-01\n' +
      'i2,Change in absence,,days,down,,,,,,,,2024-09-01\n' +
      'i3,Both together,,points,up,,,,,,,i1=0.75;i2=0.25,2024-09-02\n',
    'readings.csv':
      'key,indicator,value,absent,as_of,party,dimension,n,source,evidence,occurred_on\n' +
      'v1,i1,47.25,,2025-01-31,north,all,120,Winter test,visits,2025-03-01\n' +
      'v2,i1,,suppressed,2025-01-31,south,learners of English,4,Winter test,,2025-02-10\n' +
      'v3,i2,-3.5,,2025-01,,,,Attendance file,,2025-02-10\n',
    'progress.csv':
      `${example['progress.csv'] ?? ''}` + 'r4,,coaches,open,One coach withdrew,,2024-11-20\nr5,,coaches,reached,,,2024-12-10\n',
    'goals.csv': `${example['goals.csv'] ?? ''}${Object.keys(TITLES)
      .map((cell, at) => `f${at},${cell},2024-08-15\n`)
      .join('')}`,
    'departures.csv': 'key,party,reason,occurred_on\nd1,east,"The school closed\nfor good",2025-02-01\n',
  };
}

const WITHOUT_IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const anonymous = (text: string) => text.replace(WITHOUT_IDS, '*').split(/\r?\n/).sort();

describe('exported tables, imported into an empty ledger', () => {
  let first: Ledger;
  let second: Ledger;
  beforeAll(async () => {
    [first, second] = await Promise.all([openEphemeral(), openEphemeral()]);
  }, 120_000);
  afterAll(async () => {
    removeTables();
    await first.close();
    await second.close();
  });

  const imported = async (ledger: Ledger, files: Record<string, string>) => {
    const plan = await planImport(tables(files));
    expect(plan.problems).toEqual([]);
    const dry = await runImport(plan, ledger, recorder(ledger), { dryRun: true });
    const result = await runImport(plan, ledger, recorder(ledger));
    expect(result.refused).toEqual([]);
    expect({ ...dry, dryRun: false }).toEqual(result);
    return result;
  };

  const exported = async (ledger: Ledger, partnership: Id) =>
    Object.fromEntries((await exportTables(ledger.store, ledger.texts, partnership)).tables);

  /** The review of a quarter in words, which name parties and promises and no ids. */
  const review = async (ledger: Ledger, partnership: Id, quarter: 'FY2025-Q2' | 'FY2025-Q3', asOf: Instant) => {
    const events = (await ledger.store.readPartnership(partnership)) as readonly Recorded<LedgerEvent>[];
    const organizations = new Map<Id, string>();
    for (const event of events) {
      if (event.type !== 'PartyJoined') continue;
      const id = event.data.organizationId;
      const { state } = foldKnown(
        organizationShape,
        (await ledger.store.readStream(`organization-${id}`)) as readonly Recorded<OrganizationEvent>[],
      );
      organizations.set(id, state.name);
    }
    const moment = { asOf, on: asOf.slice(0, 10), basis: 'source', timeZone: 'America/New_York' } as const;
    const request = { quarter, asOf, basis: 'source' } as const;
    const scorecard = scorecardV1({ events }, request);
    const names = namesOf(events, organizations, moment);
    return toText(reviewDocument(scorecard, earlierQuarters({ events }, request, 2), names), 200);
  };

  it('tell the same: every table, every kind of fact, and the scorecard of each quarter', async () => {
    const was = await imported(first, history());
    const files = await exported(first, was.partnership);
    const now = await imported(second, files);
    expect(now.recorded).toEqual(was.recorded);
    expect(now.recorded.byKind).toMatchObject({
      RoleAssigned: 1,
      RoleEnded: 1,
      PartyLeft: 1,
      IndicatorDefined: 3,
      ReadingRecorded: 3,
      MilestoneReached: 2,
      MilestoneReopened: 1,
    });
    const again = await exported(second, now.partnership);
    expect(Object.keys(again)).toEqual(Object.keys(files));
    for (const [file, content] of Object.entries(files)) expect(anonymous(again[file] ?? '')).toEqual(anonymous(content));
    const titles = async (ledger: Ledger, partnership: Id) =>
      ((await ledger.store.readPartnership(partnership)) as readonly Recorded<LedgerEvent>[]).flatMap((event) =>
        event.type === 'GoalSet' ? event.data.title : [],
      );
    expect(await titles(first, was.partnership)).toEqual(expect.arrayContaining(Object.values(TITLES)));
    expect(await titles(second, now.partnership)).toEqual(await titles(first, was.partnership));
    const asOf = new Date().toISOString() as Instant;
    for (const [quarter, named] of [
      ['FY2025-Q2', 'Coaches named'],
      ['FY2025-Q3', 'Coach every new teacher'],
    ] as const) {
      const said = await review(first, was.partnership, quarter, asOf);
      expect(said).toContain(named);
      expect(anonymous(await review(second, now.partnership, quarter, asOf))).toEqual(anonymous(said));
    }
  });

  it('take a dimension and a link as they can stand in a cell: a `;` becomes a comma, NUL its replacement', async () => {
    const was = await imported(first, { ...smallPartnership('signs') });
    const partnershipId = was.partnership;
    const record = recorder(first);
    const meta = (): CommandMeta => ({
      commandId: newId(),
      actor: { kind: 'importer' },
      recordedBy: { kind: 'importer', id: 'test' },
      occurredOn: '2024-10-01',
    });
    const [indicator, evidence] = [newId(), newId()];
    const measure = (command: IndicatorCommand) => record({ family: 'indicator', id: indicator, command }, meta());
    const dimensions = ['grade 3; boys', 'grade 3'];
    await measure({ type: 'DefineIndicator', partnershipId, name: 'Reads', unit: 'percent', direction: 'up', dimensions });
    for (const dimension of dimensions)
      await measure({
        type: 'RecordReading',
        reading: { value: '47' },
        asOf: '2024-09',
        for: { dimension },
        source: 'Winter test',
      });
    const content = { kind: 'link', url: 'https://example.org/\0minutes' } as const;
    const submitted = { title: 'Minutes', method: 'minutes', collectedOn: '2024-09', confidentiality: 'public' } as const;
    await record(
      { family: 'evidence', id: evidence, command: { type: 'SubmitEvidence', partnershipId, content, ...submitted } },
      meta(),
    );
    const now = await imported(second, await exported(first, partnershipId));
    const events = (await second.store.readPartnership(now.partnership)) as readonly Recorded<LedgerEvent>[];
    expect(
      events.flatMap(({ type, data }): unknown[] => {
        if (type === 'IndicatorDefined') return [data.dimensions];
        if (type === 'ReadingRecorded') return [data.for];
        return type === 'EvidenceSubmitted' ? [data.content] : [];
      }),
    ).toEqual([
      ['grade 3, boys', 'grade 3'],
      { kind: 'link', url: 'https://example.org/\uFFFDminutes' },
      { dimension: 'grade 3, boys' },
      { dimension: 'grade 3' },
    ]);
  });
});
