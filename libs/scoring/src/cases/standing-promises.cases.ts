import { type Case, dayNotes, partyNotes } from '../testing/figures.js';

const monthly = { every: { period: 'month' } } as const;

/** Standing promises fall due at the end of each whole period; shares may have dates of their own. */
export const standingCases: readonly Case[] = [
  {
    name: 'every month, made 10 December, until 15 March; done in January only',
    why: 'whole months: January and February; March ends after the last day',
    proves: [2, 7, 8],
    tell: (h) => {
      h.made('c', { due: '2025-03-15', more: monthly }, '2024-12-10');
      h.claimed('c', 'A', '2025-01-20');
    },
    commitments: { kept: ['c/2025-01-31'], missed: ['c/2025-02-28'], onlyClaimed: ['c/2025-01-31'] },
    also: (card) => ({
      'no slippage of a standing promise': [
        [card.slippage.items, card.lateness.items],
        [[], []],
      ],
    }),
  },
  {
    name: 'every month, made on 1 January, until 28 February; another made on 2 January',
    why: 'the first period starts on or after the making, the last ends by the date',
    proves: [2],
    tell: (h) => {
      h.made('c', { due: '2025-02-28', more: monthly }, '2025-01-01');
      h.made('d', { due: '2025-02-28', more: monthly }, '2025-01-02');
    },
    commitments: { missed: ['c/2025-01-31', 'c/2025-02-28', 'd/2025-02-28'] },
  },
  {
    name: 'January done on 10 February, named by its last day',
    why: 'a claim names its period; it is late for January and nothing for February',
    proves: [2, 6],
    tell: (h) => {
      h.made('c', { due: '2025-02-28', more: monthly }, '2025-01-01');
      h.claimed('c', 'A', '2025-02-10', { period: '2025-01-31' });
    },
    commitments: { keptLate: ['c/2025-01-31'], missed: ['c/2025-02-28'], onlyClaimed: ['c/2025-01-31'] },
  },
  {
    name: 'three visits every week, from Monday 6 January to Sunday 19 January',
    why: 'claims of one week add up: 2 and 1 are three, two are not',
    proves: [2, 6],
    tell: (h) => {
      h.made(
        'c',
        { due: '2025-01-19', more: { every: { period: 'week', quantity: { atLeast: 3, unit: 'visits' } } } },
        '2025-01-06',
      );
      h.claimed('c', 'A', '2025-01-07', { quantity: 2 });
      h.claimed('c', 'A', '2025-01-10', { quantity: 1 });
      h.claimed('c', 'A', '2025-01-14', { quantity: 2 });
    },
    commitments: { kept: ['c/2025-01-12'], missed: ['c/2025-01-19'], onlyClaimed: ['c/2025-01-12'] },
    also: (card) => ({
      'done on the day the sum is reached': [card.commitments.outcomes.kept.map((i) => i.doneOn), ['2025-01-10']],
    }),
  },
  {
    name: 'three tenths every week, given as one tenth and two tenths',
    why: 'sums are exact',
    proves: [2],
    tell: (h) => {
      h.made(
        'c',
        { due: '2025-01-12', more: { every: { period: 'week', quantity: { atLeast: 0.3, unit: 'posts' } } } },
        '2025-01-06',
      );
      h.claimed('c', 'A', '2025-01-07', { quantity: 0.1 });
      h.claimed('c', 'A', '2025-01-08', { quantity: 0.2 });
    },
    commitments: { kept: ['c/2025-01-12'], onlyClaimed: ['c/2025-01-12'] },
  },
  {
    name: 'the sum is reached in the week after',
    why: 'done on the day the sum reaches what was promised: late',
    proves: [2, 6],
    tell: (h) => {
      h.made(
        'c',
        { due: '2025-01-12', more: { every: { period: 'week', quantity: { atLeast: 3, unit: 'visits' } } } },
        '2025-01-06',
      );
      h.claimed('c', 'A', '2025-01-07', { quantity: 2 });
      h.claimed('c', 'A', '2025-01-14', { quantity: 1, period: '2025-01-12' });
    },
    commitments: { keptLate: ['c/2025-01-12'], onlyClaimed: ['c/2025-01-12'] },
  },
  {
    name: 'a rejected part does not add up',
    why: 'only claims without verdict or met count',
    proves: [2, 5],
    tell: (h) => {
      h.made(
        'c',
        { due: '2025-01-12', more: { every: { period: 'week', quantity: { atLeast: 3, unit: 'visits' } } } },
        '2025-01-06',
      );
      h.claimed('c', 'A', '2025-01-07', { quantity: 2 });
      h.claimed('c', 'A', '2025-01-08', { quantity: 1 });
      h.judged('c', 'B', 'A', 'not-met', '2025-01-09');
    },
    commitments: { missed: ['c/2025-01-12'] },
  },
  {
    name: 'every fiscal quarter from October; the second done, the third claimed in April as done on 30 March',
    why: 'October to December was kept in its own quarter; this one is kept, and was recorded afterwards',
    proves: [2, 4, 8],
    tell: (h) => {
      h.made('c', { due: '2025-06-30', more: { every: { period: 'quarter' } } }, '2024-10-01');
      h.claimed('c', 'A', '2024-12-20');
      h.claimed('c', 'A', '2025-04-04', { fulfilledOn: '2025-03-30' });
    },
    commitments: { kept: ['c/2025-03-31'], onlyClaimed: ['c/2025-03-31'], recordedAfterwards: ['c/2025-03-31'] },
  },
  {
    name: 'every fiscal quarter from October, nothing done',
    why: 'each period is an item: the one before is carried in',
    proves: [2, 4],
    tell: (h) => h.made('c', { due: '2025-06-30', more: { every: { period: 'quarter' } } }, '2024-10-01'),
    commitments: { missed: ['c/2025-03-31'], carriedIn: ['c/2024-12-31 90 days open'] },
  },
  {
    name: 'quarters of a fiscal year from September: made 1 October',
    why: 'the first whole quarter is December to February',
    proves: [2],
    calendar: { fiscalYear: '09-01' },
    quarter: 'FY2025-Q2',
    tell: (h) => h.made('c', { due: '2025-06-30', more: { every: { period: 'quarter' } } }, '2024-10-01'),
    commitments: { missed: ['c/2025-02-28'] },
  },
  {
    name: 'every fiscal quarter from January; a new fiscal year begins on 1 February',
    why: 'a quarter is whole by the calendar of its last day: January to March is none, February to April is the first',
    proves: [2],
    quarter: 'FY2026-Q1',
    known: '2025-05-10',
    tell: (h) => {
      h.made('c', { due: '2025-12-31', more: { every: { period: 'quarter' } } }, '2025-01-01');
      h.partnership({ type: 'ReviewCalendarChanged', data: { fiscalYearStart: '02-01', from: '2025-02-01' } }, '2025-01-10');
      h.claimed('c', 'A', '2025-04-10', { period: '2025-04-30' });
    },
    commitments: { kept: ['c/2025-04-30'], onlyClaimed: ['c/2025-04-30'] },
  },
  {
    name: 'every month until 30 June; on 10 February both end it with February',
    why: 'the agreement takes March away; it was not needed for February',
    proves: [1, 2, 8],
    tell: (h) => {
      h.made('c', { due: '2025-06-30', more: monthly }, '2025-01-01');
      h.moved('c', '2025-02-28', ['A', 'B'], '2025-02-10');
    },
    commitments: { missed: ['c/2025-01-31', 'c/2025-02-28'], renegotiated: ['c/2025-03-31'] },
  },
  {
    name: 'every month until 31 January; on 20 February both carry it on to June',
    why: 'February ends after the agreement and belongs to it; no period is pushed by a later end',
    proves: [1, 2, 6],
    tell: (h) => {
      h.made('c', { due: '2025-01-31', more: monthly }, '2025-01-01');
      h.moved('c', '2025-06-30', ['A', 'B'], '2025-02-20');
    },
    commitments: { missed: ['c/2025-01-31', 'c/2025-02-28', 'c/2025-03-31'] },
  },
  {
    name: 'every month; withdrawn by both on 10 February',
    why: 'January fell due; February and March went with the agreement',
    proves: [2, 8],
    tell: (h) => {
      h.made('c', { due: '2025-06-30', more: monthly }, '2025-01-01');
      const withdrawal = h.withdrawn('c', ['A', 'B'], '2025-02-10');
      h.confirmed('c', withdrawal, 'B', '2025-02-10');
      h.claimed('c', 'A', { on: '2025-02-12', recorded: '2025-02-12' }, { fulfilledOn: '2025-01-31' });
    },
    commitments: {
      kept: ['c/2025-01-31'],
      onlyClaimed: ['c/2025-01-31'],
      recordedAfterwards: ['c/2025-01-31'],
      withdrawn: ['c/2025-02-28', 'c/2025-03-31'],
    },
  },
  {
    name: 'every month, no last day stated, known on 20 February',
    why: 'the periods give the dates; March and February lie ahead',
    proves: [2, 3],
    known: '2025-02-20',
    tell: (h) => h.made('c', { more: { ...monthly, dueBasis: 'none' } }, '2025-01-01'),
    commitments: { missed: ['c/2025-01-31'], pending: ['c/2025-02-28', 'c/2025-03-31'] },
  },
  {
    name: 'every month, no last day stated; on 20 February both agree that it ends with February',
    why: 'until then it went on: January and February fell due all the same, and the agreement takes March away',
    proves: [2, 8],
    tell: (h) => {
      h.made('c', { more: { every: { period: 'month' }, dueBasis: 'none' } }, '2025-01-01');
      h.moved('c', '2025-02-28', ['A', 'B'], '2025-02-20');
    },
    commitments: { missed: ['c/2025-01-31', 'c/2025-02-28'], renegotiated: ['c/2025-03-31'] },
  },
  {
    name: 'A and C every month, C hands over to D in February',
    why: 'of each period those count who held a share at its end',
    proves: [2, 7, 15],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'], due: '2025-02-28', more: monthly }, '2025-01-01');
      const transfer = h.transferred('c', 'C', 'D', ['D', 'B'], '2025-02-05');
      h.confirmed('c', transfer, 'D', '2025-02-05');
      h.confirmed('c', transfer, 'B', '2025-02-05');
      for (const day of ['2025-01-20', '2025-02-20'] as const) h.claimed('c', 'A', day);
      h.claimed('c', 'C', '2025-01-20');
      h.claimed('c', 'D', '2025-02-20');
    },
    commitments: {
      kept: ['c/2025-01-31', 'c/2025-02-28'],
      onlyClaimed: ['c/2025-01-31', 'c/2025-02-28'],
      transferred: ['c/2025-02-28 C'],
    },
    also: (card) => ({
      parties: [
        partyNotes(card),
        ['A: kept c/2025-01-31', 'A: kept c/2025-02-28', 'C: kept c/2025-01-31', 'D: kept c/2025-02-28'],
      ],
    }),
  },
  {
    name: 'the whole is due 31 March, the share of A already on 15 January; done 20 March',
    why: "the commitment is measured against its own date, the share against the share's",
    proves: [2, 6, 7, 15],
    tell: (h) => {
      h.made('c', { owes: [{ party: 'A', dueOn: '2025-01-15' }], due: '2025-03-31' });
      h.claimed('c', 'A', '2025-03-20');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: keptLate c']] }),
  },
  {
    name: 'no date of the whole; A by 15 January, C by 1 March; done 1 February and 25 February',
    why: "the commitment falls due on the latest of its shares'",
    proves: [2, 7, 9, 15],
    tell: (h) => {
      const owes = [
        { party: 'A', dueOn: '2025-01-15' },
        { party: 'C', dueOn: '2025-03-01' },
      ] as const;
      h.made('c', { owes, more: { dueBasis: 'none' } });
      h.claimed('c', 'A', '2025-02-01');
      h.claimed('c', 'C', '2025-02-25');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
    also: (card) => ({
      parties: [partyNotes(card), ['A: keptLate c', 'C: kept c']],
      'due on': [card.commitments.outcomes.kept.map((i) => i.dueOn), ['2025-03-01']],
      'done on 25 February, 4 days early': [dayNotes(card.lateness), ['c -4']],
    }),
  },
  {
    name: 'the whole moved to 20 April; the share of A has a date of its own, 15 February',
    why: 'a move of the whole leaves shares with a date of their own',
    proves: [2, 8, 15],
    tell: (h) => {
      h.made('c', { owes: [{ party: 'A', dueOn: '2025-02-15' }] });
      h.moved('c', '2025-04-20', ['A', 'B'], '2025-01-10');
    },
    commitments: { renegotiated: ['c 2025-02-15'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: missed c']] }),
  },
  {
    name: 'A and C owe; only the share of C is moved, to 20 March',
    why: 'C is measured against its own new date, the whole against the old one',
    proves: [1, 2, 7, 15],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] });
      const proposalId = h.moved('c', '2025-03-20', ['C', 'B'], '2025-01-10', 'C');
      h.agreed('c', proposalId, 'A', '2025-01-11');
      h.claimed('c', 'A', '2025-02-10');
      h.claimed('c', 'C', '2025-03-18');
    },
    commitments: { keptLate: ['c'], onlyClaimed: ['c'], renegotiated: ['c C 2025-02-15'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: kept c', 'C: kept c']] }),
  },
];
