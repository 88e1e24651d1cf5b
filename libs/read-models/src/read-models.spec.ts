import { describe, expect, it } from '@jest/globals';
import type { LedgerEvent } from '#domain';
import { dayOf, type Instant, type Recorded } from '#kernel';
import { commitmentViews } from '#scoring';
import { contents } from '../../projections/src/testing/tallies.js';
import {
  listCommitments,
  listEvidence,
  listGoals,
  listIndicators,
  listMeetings,
  listOrganizations,
  listParties,
  listPartnerships,
  PROJECTIONS,
} from './index.js';
import { DISTRICT, idOf, PARTNERSHIP, told, UNION } from './testing/told.js';
import { history, REASON, readModelsOfOneTest } from './testing/two-parties.js';

const NOW: Instant = '2025-04-10T15:00:00.000Z';

const { sql, store, runner, recorded } = readModelsOfOneTest();

describe('the commitments board', () => {
  it('says of each commitment what the pure functions say, worst first', async () => {
    await recorded();
    const events = (await store().readPartnership(PARTNERSHIP)) as readonly Recorded<LedgerEvent>[];
    const views = commitmentViews(events, { on: '2025-04-10', basis: 'ledger' });
    const { data, position, figures } = await listCommitments(sql(), PARTNERSHIP, { now: NOW });
    expect({ position, figures }).toEqual({ position: await store().head(), figures: 'complete' });
    expect(data?.items.map(({ terms, status }) => [terms.statement, status])).toEqual([
      ['We will break', 'broken'],
      ['We will be off track', 'overdue'],
      ['We will be overdue', 'overdue'],
      ['We will be due', 'due'],
      ['We will have no date', 'no-date'],
      ['We will keep late', 'kept-late'],
      ['We will keep', 'kept'],
    ]);
    for (const { withoutOwner, linked, ...row } of data?.items ?? []) {
      expect(row).toEqual(views.get(row.commitmentId));
      expect(linked).toEqual({ supporting: row.commitmentId === idOf('keep') ? [idOf('minutes')] : [], contradicting: [] });
      expect(withoutOwner).toBe(row.terms.statement === 'We will have no date');
    }
  });

  it('takes the day from the zone of the partnership', async () => {
    await recorded();
    const statusAt = async (now: Instant) =>
      (await listCommitments(sql(), PARTNERSHIP, { now })).data?.items.find(({ commitmentId }) => commitmentId === idOf('be due'))
        ?.status;
    // In New York it is still 1 June when it is 2 June in Greenwich.
    expect(await statusAt('2025-06-02T03:59:59.000Z')).toBe('due');
    expect(await statusAt('2025-06-02T04:00:00.000Z')).toBe('overdue');
  });

  it('is filtered by status, party, goal and due date', async () => {
    await recorded();
    const found = async (filter: Omit<Parameters<typeof listCommitments>[2], 'now'>) =>
      (await listCommitments(sql(), PARTNERSHIP, { now: NOW, ...filter })).data?.items.map(({ commitmentId }) => commitmentId);
    expect(await found({ status: ['due', 'no-date'] })).toEqual([idOf('be due'), idOf('have no date')]);
    expect(await found({ party: UNION, goal: idOf('goal') })).toEqual([idOf('keep late'), idOf('keep')]);
    expect(await found({ goal: null, dueFrom: '2025-03-01', dueTo: '2025-03-15' })).toEqual([
      idOf('be off track'),
      idOf('be overdue'),
    ]);
    expect(await found({ party: idOf('nobody') })).toEqual([]);
  });

  it('is given page by page, each commitment once, and refuses a cursor of another list (R15)', async () => {
    await recorded();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { data } = await listCommitments(sql(), PARTNERSHIP, {
        now: NOW,
        limit: 3,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...(data?.items ?? []).map(({ terms }) => terms.statement));
      cursor = data?.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    const refused = { kind: 'invalid', problems: [{ field: 'cursor', rule: 'R15' }] };
    await expect(listCommitments(sql(), PARTNERSHIP, { now: NOW, cursor: 'WzFd' })).rejects.toMatchObject(refused);
    const { data: first } = await listCommitments(sql(), PARTNERSHIP, { now: NOW, limit: 3 });
    const emptied = { now: NOW, status: ['superseded'], limit: 3, cursor: first?.next ?? '' } as const;
    expect((await listCommitments(sql(), PARTNERSHIP, emptied)).data).toEqual({ items: [], next: null });
  });

  it('knows no partnership that is not there', async () => {
    await recorded();
    expect((await listCommitments(sql(), idOf('elsewhere'), { now: NOW })).data).toBeNull();
  });
});

describe('the evidence register', () => {
  it('lists what an item supports, and counts it only until it expires (R7)', async () => {
    await recorded();
    const { data } = await listEvidence(sql(), PARTNERSHIP, { now: NOW });
    expect(data?.items).toMatchObject([
      {
        evidenceId: idOf('minutes'),
        title: 'Minutes\u0000 of February',
        revisions: [{ revision: 1, appraisal: 'unappraised', counts: true }],
        supports: [{ commitmentId: idOf('keep'), revision: 1 }],
        contradicts: [],
      },
    ]);
    const later = await listEvidence(sql(), PARTNERSHIP, { now: '2025-04-11T15:00:00.000Z' });
    expect(later.data?.items[0]?.revisions[0]?.counts).toBe(false);
  });

  it('lists a rejection by another party, and no longer what was unlinked (R7)', async () => {
    await recorded([
      ...history(),
      told(
        'evidence',
        idOf('minutes'),
        { type: 'EvidenceAppraised', data: { revision: 1, by: UNION, verdict: 'rejected' } },
        { by: UNION },
      ),
      told('commitment', idOf('keep'), { type: 'EvidenceUnlinked', data: { linkId: idOf('link'), reason: REASON } }),
    ]);
    const { data } = await listEvidence(sql(), PARTNERSHIP, { now: NOW, evidenceId: idOf('minutes') });
    expect(data?.items).toMatchObject([{ revisions: [{ appraisal: 'rejected', counts: false }], supports: [] }]);
  });
});

describe('parties, goals, organizations, indicators and meetings', () => {
  it('say how commitments stand, with the ids they counted', async () => {
    await recorded();
    const parties = await listParties(sql(), PARTNERSHIP, { now: NOW });
    expect(parties.data).toMatchObject([
      {
        partyId: DISTRICT,
        name: 'École Valley Schools',
        kind: 'district',
        owes: { broken: [idOf('break')], kept: [idOf('keep')] },
        owed: {},
      },
      { partyId: UNION, name: 'Teachers United', owes: {}, owed: { due: [idOf('be due')] } },
    ]);
    const goals = await listGoals(sql(), PARTNERSHIP, { now: NOW });
    expect(goals.data).toMatchObject([
      { goal: { title: 'Data use' }, commitments: { kept: [idOf('keep')], 'kept-late': [idOf('keep late')] } },
      { goal: null, commitments: { 'no-date': [idOf('have no date')] } },
    ]);
  });

  it('are found by name and alias, whatever the case and accents', async () => {
    await recorded();
    const names = async (q: string) => (await listOrganizations(sql(), { q })).data.items.map(({ name }) => name);
    expect(await names('ecole')).toEqual(['École Valley Schools']);
    expect(await names('evs valley')).toEqual(['École Valley Schools']);
    expect(await names('nowhere')).toEqual([]);
    const first = await listOrganizations(sql(), { limit: 1 });
    const second = await listOrganizations(sql(), { limit: 1, cursor: first.data.next ?? '' });
    expect([...first.data.items, ...second.data.items].map(({ name }) => name)).toEqual([
      'École Valley Schools',
      'Teachers United',
    ]);
    expect(second.data.next).toBeNull();
  });

  it('keep an absent value with its reason, and a meeting with its day', async () => {
    await recorded();
    expect((await listIndicators(sql(), PARTNERSHIP)).data).toMatchObject([
      { indicatorId: idOf('indicator'), readings: [{ reading: { absent: 'suppressed' }, asOf: '2024' }] },
    ]);
    expect((await listMeetings(sql(), PARTNERSHIP)).data).toMatchObject([{ title: 'Winter summit', on: '2025-01-20' }]);
    expect((await listPartnerships(sql())).data.items).toMatchObject([
      { partnershipId: PARTNERSHIP, name: 'Valley Partnership' },
    ]);
  });
});

it('the board says what a view of the events says, of today', async () => {
  const events = (await recorded()).filter(({ metadata }) => metadata.partnershipId === PARTNERSHIP);
  const now = events.at(-1)?.recordedAt ?? NOW;
  const on = dayOf(now, 'America/New_York');
  const board = await listCommitments(sql(), PARTNERSHIP, { now });
  expect(new Map(board.data?.items.map(({ withoutOwner: _owner, linked: _linked, ...row }) => [row.commitmentId, row]))).toEqual(
    new Map(commitmentViews(events, { on, asOf: now, basis: 'ledger' })),
  );
});

it('every read model equals its rebuild, byte for byte', async () => {
  await recorded();
  for (const projection of PROJECTIONS) {
    const before = await contents(sql(), projection);
    expect(before.split('\n').length).toBeGreaterThan(1);
    const { comparison } = await runner().rebuild(projection.name, { batchSize: 4 });
    expect(comparison).toMatchObject({ equal: true });
    expect(await contents(sql(), projection)).toBe(before);
  }
});

describe('every read model', () => {
  /** The same history of another partnership: every id is another. */
  const elsewhere = (all: readonly ReturnType<typeof told>[], place: string) =>
    JSON.parse(JSON.stringify(all).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => idOf(`${place} ${id}`))) as typeof all;

  it('is folded in partitions to what it is in one, byte for byte', async () => {
    const places = ['here', 'there', 'elsewhere', 'far away', 'near by'];
    const events = await recorded(places.flatMap((place) => elsewhere(history(), place)));
    const ofStream = new Map<string, Set<string | undefined>>();
    for (const { stream, metadata } of events)
      ofStream.set(stream, (ofStream.get(stream) ?? new Set()).add(metadata.partnershipId));
    expect([...ofStream.values()].every(({ size }) => size === 1)).toBe(true);
    for (const projection of PROJECTIONS) {
      expect(projection.partitionedBy).toBe('partnership');
      const inOne = await contents(sql(), projection);
      const { comparison } = await runner().rebuild(projection.name, { partitions: 4, batchSize: 20 });
      expect([projection.name, comparison?.equal]).toEqual([projection.name, true]);
      expect(await contents(sql(), projection)).toBe(inOne);
    }
    expect((await runner().status()).map(({ partitions }) => partitions)).toEqual(PROJECTIONS.map(() => 4));
  });
});
