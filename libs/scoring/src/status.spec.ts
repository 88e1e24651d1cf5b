import { describe, expect, it } from '@jest/globals';
import { type Basis, type CivilDate, endOfDay } from '#kernel';
import { commitmentView, commitmentViews, difference, type Status } from '#scoring';
import { type History, history } from './testing/history.js';

const reason = { text: 't', sha256: '0' };

/** The commitment `c` as it was on a day, as known at the end of that day where nothing else is said. */
function view(told: History, on: CivilDate, known: CivilDate = on, basis: Basis = 'ledger') {
  const found = commitmentViews(told.events(), { on, asOf: endOfDay(known, 'America/New_York'), basis }).get('c');
  if (found === undefined) throw new Error('c is not known');
  return found;
}

type Row = readonly [name: string, tell: (h: History) => void, on: CivilDate, status: Status];

/** A owes B, made 1 September 2024, due 15 February 2025. */
const rows: readonly Row[] = [
  ['due before its date', () => {}, '2025-02-14', 'due'],
  ['due on its date', () => {}, '2025-02-15', 'due'],
  ['overdue the day after', () => {}, '2025-02-16', 'overdue'],
  ['due where an agreement moved it', (h) => h.moved('c', '2025-03-20', ['A', 'B'], '2025-02-20'), '2025-02-21', 'due'],
  ['overdue where it was only announced', (h) => h.announced('c', 'A', '2025-04-30', '2025-02-16'), '2025-02-17', 'overdue'],
  ['claimed', (h) => h.claimed('c', 'A', '2025-02-10'), '2025-02-20', 'claimed'],
  [
    'overdue again when the claim is withdrawn',
    (h) => h.unclaimed('c', h.claimed('c', 'A', '2025-02-10'), 'A', '2025-02-18'),
    '2025-02-20',
    'overdue',
  ],
  [
    'withdrawn by both',
    (h) => void h.confirmed('c', h.withdrawn('c', ['A', 'B'], '2025-01-10'), 'B', '2025-01-10'),
    '2025-01-11',
    'withdrawn',
  ],
  ['withdrawn by the one side that owes', (h) => h.withdrawn('c', ['A'], '2025-03-28'), '2025-03-28', 'withdrawn'],
  ['superseded', (h) => h.superseded('c', 'next', ['A'], '2025-02-10'), '2025-02-10', 'superseded'],
  ['broken', (h) => h.broken('c', 'A', '2024-12-20'), '2024-12-20', 'broken'],
  ['still due before it was broken', (h) => h.broken('c', 'A', '2024-12-20'), '2024-12-19', 'due'],
];

describe('the status of a commitment in a view', () => {
  it.each(rows)('%s', (_name, tell, on, status) => {
    const told = history();
    told.made('c');
    tell(told);
    expect(view(told, on).status).toBe(status);
  });

  it.each([
    ['kept', '2025-02-15'],
    ['kept-late', '2025-02-16'],
  ] as const)('is %s where it was done on %s and verified', (status, done) => {
    const told = history();
    told.made('c');
    told.claimed('c', 'A', done);
    told.judged('c', 'B', 'A', 'met', '2025-02-20');
    expect(view(told, '2025-02-20')).toMatchObject({ status, doneOn: done });
    expect(view(told, '2025-02-19').status).toBe('claimed');
  });

  it('is kept-late although the date was moved after it fell due, as on the scorecard', () => {
    const told = history();
    told.made('c');
    told.moved('c', '2025-03-20', ['A', 'B'], '2025-02-20');
    told.claimed('c', 'A', '2025-03-19');
    told.judged('c', 'B', 'A', 'met', '2025-03-20');
    expect(view(told, '2025-03-31')).toMatchObject({ status: 'kept-late', slippageDays: 33, latenessDays: 32 });
  });

  it('is partially-met, which is not an end', () => {
    const told = history();
    told.made('c');
    told.claimed('c', 'A', '2025-02-14');
    told.judged('c', 'B', 'A', 'partially-met', '2025-03-10');
    expect(view(told, '2025-03-09').status).toBe('claimed');
    expect(view(told, '2025-03-10').status).toBe('partially-met');
  });

  it('counts a verdict from its own day, while the scorecard takes it however late', () => {
    const told = history();
    told.made('c');
    told.claimed('c', 'A', '2025-02-14');
    told.judged('c', 'B', 'A', 'not-met', '2025-04-02');
    expect(view(told, '2025-03-31', '2025-04-10').status).toBe('claimed');
    expect(view(told, '2025-04-02', '2025-04-10').status).toBe('overdue');
  });

  it('counts the milestones of its whole life, also once it has ended', () => {
    const told = history();
    told.made('c');
    for (const milestoneId of ['m', 'n']) told.milestone('c', milestoneId, '2024-09-02');
    told.reached('c', 'm', '2024-09-03');
    told.confirmed('c', told.withdrawn('c', ['A', 'B'], '2025-01-10'), 'B', '2025-01-10');
    const days = ['2025-01-09', '2025-01-10', '2025-01-11'] as const;
    expect(days.map((day) => view(told, day).milestones)).toEqual(days.map(() => ({ reached: 1, planned: 2 })));
  });

  it('is struck where the making was', () => {
    const told = history();
    told.made('c', {}, { on: '2025-01-20', id: 'making' });
    told.corrected('c', 'making', null, ['A'], '2025-01-25');
    expect(view(told, '2025-01-31').status).toBe('struck');
  });

  it('has no date where none was stated', () => {
    const told = history();
    told.made('c', { more: { dueBasis: 'none' } });
    expect(view(told, '2025-01-31')).toMatchObject({ status: 'no-date', dueOn: null, slippageDays: null, latenessDays: null });
  });

  it('of a standing promise is overdue while a period that passed is not done, and claimed when the last one is', () => {
    const told = history();
    told.made('c', { due: '2025-02-28', more: { every: { period: 'month' } } }, '2025-01-01');
    told.claimed('c', 'A', '2025-02-03', { period: '2025-01-31' });
    told.claimed('c', 'A', '2025-02-28');
    expect(view(told, '2025-01-30').status).toBe('due');
    expect(view(told, '2025-02-01').status).toBe('overdue');
    expect(view(told, '2025-02-04').status).toBe('due');
    expect(view(told, '2025-02-28')).toMatchObject({ status: 'claimed', doneOn: '2025-02-28' });
  });

  it('needs as many shares as were promised', () => {
    const told = history();
    told.made('c', { owes: ['A', 'C'] });
    told.claimed('c', 'A', '2025-02-10');
    told.judged('c', 'B', 'A', 'met', '2025-02-11');
    expect(view(told, '2025-02-12').status).toBe('due');
    told.released('c', 'C', ['B'], '2025-02-13');
    expect(view(told, '2025-02-13')).toMatchObject({
      status: 'kept',
      shares: [
        { party: 'A', state: 'met' },
        { party: 'C', state: 'released' },
      ],
    });
  });
});

describe('terms that were agreed after the day of a view, whatever day the correction bears', () => {
  const anew = (told: ReturnType<typeof history>, terms: Parameters<typeof told.terms>[0]) => {
    const dated = { on: '2025-02-01', recorded: '2025-03-10' } as const;
    const correction = told.corrected('c', 'making', { data: told.terms(terms) }, ['A', 'B', 'C'], dated);
    for (const party of ['B', 'C']) told.confirmed('c', correction, party, dated);
  };

  it('ask for no more shares on it, and list none', () => {
    const told = history();
    told.made('c', { owes: ['A', 'C'], more: { completion: { atLeast: 1 } } }, { on: '2024-09-01', id: 'making' });
    told.claimed('c', 'A', '2025-02-10');
    told.judged('c', 'B', 'A', 'met', '2025-02-12');
    anew(told, { owes: ['A', 'C', 'D'], more: { completion: { atLeast: 2 } } });
    const parties = (on: CivilDate) => view(told, on, '2025-04-10').shares.map(({ party }) => party);
    expect([view(told, '2025-02-20', '2025-04-10').status, parties('2025-02-20')]).toEqual(['kept', ['A', 'C']]);
    expect([view(told, '2025-03-20', '2025-04-10').status, parties('2025-03-20')]).toEqual(['overdue', ['A', 'C', 'D']]);
  });
});

describe('beside the status', () => {
  it('stands no announcement of a party that owes nothing any more, nor one that it contests', () => {
    const told = history();
    told.made('c', { owes: ['A', 'C'] });
    told.announced('c', 'C', '2025-04-30', '2025-02-01');
    told.announced('c', 'A', '2025-05-31', { on: '2025-02-02', recordedBy: 'office', id: 'later' });
    expect(view(told, '2025-02-03').expectedOn).toBe('2025-05-31');
    told.commitment('c', { type: 'RecordContested', data: { eventId: 'later', party: 'A', reason } }, 'A', '2025-02-04');
    expect(view(told, '2025-02-04').expectedOn).toBe('2025-04-30');
    told.released('c', 'C', ['B'], '2025-02-05');
    expect(view(told, '2025-02-05').expectedOn).toBeNull();
  });

  it('stand the announcement, the last light with its age, the milestones and the pause', () => {
    const told = history();
    told.made('c');
    told.announced('c', 'A', '2025-04-30', '2025-02-01');
    told.commitment('c', { type: 'ProgressReported', data: { of: { kind: 'whole' }, light: 'at-risk' } }, 'A', '2025-02-01');
    told.milestone('c', 'm', '2024-09-01', '2025-01-15');
    told.milestone('c', 'n', '2024-09-01', '2025-03-15');
    told.reached('c', 'm', '2025-01-10');
    told.partnership({ type: 'PartnershipPaused', data: { reason } }, '2025-02-05');
    expect(view(told, '2025-02-11')).toMatchObject({
      status: 'due',
      dueOn: '2025-02-15',
      expectedOn: '2025-04-30',
      lastLight: { light: 'at-risk', on: '2025-02-01', ageDays: 10 },
      milestones: { reached: 1, planned: 2 },
      paused: true,
      disputed: 'not recorded yet',
    });
    told.moved('c', '2025-03-20', ['A', 'B'], '2025-02-12');
    expect(view(told, '2025-02-12')).toMatchObject({ dueOn: '2025-03-20', expectedOn: null });
  });

  it('R7: stand the claims that rest on evidence that fell', () => {
    const told = history();
    told.submitted('x', 'A', 'survey', '2025-02-01');
    told.submitted('y', 'A', 'survey', '2025-02-01', '2025-02-28');
    told.made('c');
    told.claimed('c', 'A', '2025-02-10', { evidence: ['x', 'y'] });
    told.appraised('x', 'B', 'rejected', '2025-02-20');
    const flagged = (on: CivilDate) => view(told, on).claims.map((claim) => claim.restsOnFallen);
    expect(flagged('2025-02-19')).toEqual([[]]);
    expect(flagged('2025-02-20')).toEqual([['x']]);
    expect(flagged('2025-03-01')).toEqual([['x', 'y']]);
  });

  it('stand what was recorded on behalf until its party says so, and what became known late', () => {
    const told = history();
    told.made('c');
    told.claimed('c', 'A', { on: '2025-01-01', recorded: '2025-01-31', recordedBy: 'office', id: 'in-time' });
    told.claimed('c', 'A', { on: '2025-01-01', recorded: '2025-02-01', recordedBy: 'office', id: 'late' });
    expect(view(told, '2025-01-31', '2025-02-01')).toMatchObject({ onBehalf: ['in-time', 'late'], late: ['late'] });
    told.confirmed('c', 'late', 'A', '2025-02-02');
    expect(view(told, '2025-02-02').onBehalf).toEqual(['in-time']);
  });

  it('is the same from the events of one commitment alone', () => {
    const told = history();
    told.made('c');
    told.made('d');
    told.claimed('c', 'A', '2025-02-10');
    const request = {
      on: '2025-02-20',
      asOf: endOfDay('2025-02-20', 'America/New_York'),
      basis: 'ledger',
      timeZone: 'America/New_York',
      lateAfterDays: 30,
    } as const;
    const own = told.events().filter((event) => event.stream === 'commitment-c');
    expect(commitmentView(own, request)).toEqual(view(told, '2025-02-20'));
    expect(commitmentView([], request)).toBeUndefined();
  });
});

describe('the difference between two views', () => {
  it('names what changed, what came and what went', () => {
    const told = history();
    told.made('c');
    told.made('d', {}, '2025-02-12');
    told.claimed('c', 'A', '2025-02-10');
    const at = (on: CivilDate) => commitmentViews(told.events(), { on, basis: 'ledger' });
    expect(difference(at('2025-02-09'), at('2025-02-12'))).toEqual([
      { commitmentId: 'c', field: 'status', before: 'due', after: 'claimed' },
      { commitmentId: 'c', field: 'doneOn', before: null, after: '2025-02-10' },
      { commitmentId: 'd', field: 'made', before: null, after: 'due' },
    ]);
    expect(difference(at('2025-02-12'), at('2025-02-09')).at(-1)).toEqual({
      commitmentId: 'd',
      field: 'gone',
      before: 'due',
      after: null,
    });
    expect(difference(at('2025-02-12'), at('2025-02-12'))).toEqual([]);
  });
});
