import type { FiscalYearStart } from '#kernel';
import type { Scorecard } from '#scoring';
import { type Case, commitmentNotes, dayNotes } from '../testing/figures.js';
import type { History } from '../testing/history.js';

/** From a day on, which is the first of a fiscal year by the new calendar; said on 1 May 2025. */
const fiscalYearMoves = (h: History, from: `2025-${FiscalYearStart}`) => {
  const fiscalYearStart = from.slice(5) as FiscalYearStart;
  h.partnership({ type: 'ReviewCalendarChanged', data: { fiscalYearStart, from } }, '2025-05-01');
};
const daysOf = ({ quarter: { first, last } }: Scorecard) => [first, last];

/** The days of a quarter, calendars, agreed moves, and what is known when. Made 1 September 2024, A owes B, due 15 February 2025. */
export const dateCases: readonly Case[] = [
  {
    name: 'due on the first day of the quarter, not done',
    why: 'the first day belongs to the quarter',
    proves: [3],
    tell: (h) => h.made('c', { due: '2025-01-01' }),
    commitments: { missed: ['c'] },
  },
  {
    name: 'due on the last day of the quarter, not done',
    why: 'the last day belongs to the quarter',
    proves: [3],
    tell: (h) => h.made('c', { due: '2025-03-31' }),
    commitments: { missed: ['c'] },
  },
  {
    name: 'due on the last day, known at the end of that day',
    why: 'a day that is over can be judged',
    proves: [3],
    tell: (h) => h.made('c', { due: '2025-03-31' }),
    known: '2025-03-31',
    commitments: { missed: ['c'] },
  },
  {
    name: 'due on the last day, known the day before, done early',
    why: 'pending is listed with what is done already',
    proves: [3],
    tell: (h) => {
      h.made('c', { due: '2025-03-31' });
      h.claimed('c', 'A', '2025-03-29');
    },
    known: '2025-03-30',
    commitments: { pending: ['c 2025-03-31 done'] },
  },
  {
    name: 'due on the day before the quarter, not done',
    why: 'it is carried in, 90 days old on 31 March',
    proves: [4, 9],
    tell: (h) => h.made('c', { due: '2024-12-31' }),
    commitments: { carriedIn: ['c 2024-12-31 90 days open'] },
    also: (card) => ({ lateness: [dayNotes(card.lateness), ['c 90']] }),
  },
  {
    name: 'due before the quarter, done on the day before it',
    why: 'fulfilled before the quarter is not carried in',
    proves: [4],
    tell: (h) => {
      h.made('c', { due: '2024-11-15' });
      h.claimed('c', 'A', '2024-12-31');
    },
    commitments: {},
  },
  {
    name: 'due before the quarter, done on its first day',
    why: 'fulfilled in the quarter is carried in: 47 days from 15 November',
    proves: [4],
    tell: (h) => {
      h.made('c', { due: '2024-11-15' });
      h.claimed('c', 'A', '2025-01-01');
    },
    commitments: { carriedIn: ['c 2024-11-15 47 days done'] },
  },
  {
    name: 'due before the quarter, partly met before it',
    why: 'partly met is not fulfilled',
    proves: [4, 5],
    tell: (h) => {
      h.made('c', { due: '2024-11-15' });
      h.claimed('c', 'A', '2024-11-14');
      h.judged('c', 'B', 'A', 'partially-met', '2024-11-20');
    },
    commitments: { carriedIn: ['c 2024-11-15 136 days partlyKept'] },
  },
  {
    name: 'due before the quarter, withdrawn alone before it',
    why: 'it ended before the quarter: not carried in',
    proves: [4],
    tell: (h) => {
      h.made('c', { due: '2024-11-15' });
      h.withdrawn('c', ['A'], '2024-12-10');
    },
    commitments: {},
  },
  {
    name: 'due before the quarter, broken in it',
    why: 'what became of it is said; an end undone has no lateness',
    proves: [4, 9],
    tell: (h) => {
      h.made('c', { due: '2024-11-15' });
      h.broken('c', 'A', '2025-02-01');
    },
    commitments: { carriedIn: ['c 2024-11-15 136 days broken'] },
    also: (card) => ({ lateness: [card.lateness.items, []] }),
  },
  {
    name: 'fell due on 15 November, agreed on 20 November to 20 March',
    why: 'a new promise in this quarter: counted here, marked re-dated, not carried in',
    proves: [3, 4, 8],
    tell: (h) => {
      h.made('c', { due: '2024-11-15' });
      h.moved('c', '2025-03-20', ['A', 'B'], '2024-11-20');
      h.claimed('c', 'A', '2025-03-20');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], reDated: ['c'] },
    also: (card) => ({ slippage: [dayNotes(card.slippage), ['c 125']] }),
  },
  {
    name: 'due on the day after the quarter',
    why: 'it belongs to the next quarter',
    proves: [3],
    tell: (h) => h.made('c', { due: '2025-04-01' }),
    commitments: {},
  },
  {
    name: 'a fiscal year from September: due 30 November 2024 and 1 December',
    why: 'FY2025-Q1 is September to November 2024',
    proves: [3],
    calendar: { fiscalYear: '09-01' },
    quarter: 'FY2025-Q1',
    known: '2024-12-10',
    tell: (h) => {
      h.made('c', { due: '2024-11-30' });
      h.made('d', { due: '2024-12-01' });
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'a fiscal year from October: due 1 January and 31 December',
    why: 'FY2024-Q2 is January to March 2024; 31 December is carried in',
    proves: [3, 4],
    calendar: { fiscalYear: '10-01' },
    quarter: 'FY2024-Q2',
    known: '2024-04-10',
    tell: (h) => {
      h.made('c', { due: '2024-01-01' }, '2023-11-01');
      h.made('d', { due: '2023-12-31' }, '2023-11-01');
    },
    commitments: { missed: ['c'], carriedIn: ['d 2023-12-31 91 days open'] },
  },
  {
    name: 'a fiscal year from January: due 30 September 2025',
    why: 'FY2025-Q3 is July to September 2025',
    proves: [3],
    calendar: { fiscalYear: '01-01' },
    known: '2025-10-10',
    tell: (h) => {
      h.made('c', { due: '2025-09-30' });
      h.claimed('c', 'A', '2025-09-30');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: 'the fiscal year moves from July to September 2025',
    why: 'July and August are the first quarter of fiscal year 2026, cut short; September to November is its second',
    proves: [3],
    quarter: 'FY2026-Q2',
    known: '2025-12-10',
    tell: (h) => {
      fiscalYearMoves(h, '2025-09-01');
      h.made('c', { due: '2025-11-30' });
      h.made('d', { due: '2025-08-31' });
    },
    commitments: { missed: ['c'], carriedIn: ['d 2025-08-31 91 days open'] },
    also: (card, h) => ({
      quarter: [daysOf(card), ['2025-09-01', '2025-11-30']],
      'the quarter before': [daysOf(h.card('FY2026-Q1', '2025-12-10')), ['2025-07-01', '2025-08-31']],
    }),
  },
  {
    name: 'the fiscal year moves from July to October 2025: due 15 August and 1 October',
    why: 'July to September keeps its name; the quarters of fiscal year 2026 are counted on until the next one begins',
    proves: [3],
    quarter: 'FY2026-Q1',
    known: '2025-10-10',
    tell: (h) => {
      fiscalYearMoves(h, '2025-10-01');
      h.made('c', { due: '2025-08-15' });
      h.made('d', { due: '2025-10-01' });
    },
    commitments: { missed: ['c'] },
    also: (card, h) => ({
      quarter: [daysOf(card), ['2025-07-01', '2025-09-30']],
      'the fifth': [daysOf(h.card('FY2026-Q5', '2025-10-10')), ['2026-07-01', '2026-09-30']],
      'the year after': [daysOf(h.card('FY2027-Q1', '2025-10-10')), ['2026-10-01', '2026-12-31']],
    }),
  },
  {
    name: 'the fiscal year moves from October to July 2025: due 30 June and 1 July',
    why: 'fiscal year 2025 ends with its third quarter; July is of the year after',
    proves: [3],
    calendar: { fiscalYear: '10-01' },
    known: '2025-07-10',
    tell: (h) => {
      fiscalYearMoves(h, '2025-07-01');
      h.made('c', { due: '2025-06-30' });
      h.made('d', { due: '2025-07-01' });
    },
    commitments: { missed: ['c'] },
    also: (_, h) => ({ after: [commitmentNotes(h.card('FY2026-Q1', '2025-07-10')).missed, ['d']] }),
  },
  {
    name: 'recorded at half past midnight in London, half past seven in the evening in New York',
    why: 'the last instant of 31 March is that of the partnership: there it was known on 31 March',
    proves: [5],
    known: '2025-03-31',
    tell: (h) => {
      h.made('c', { due: '2025-03-31' });
      h.claimed('c', 'A', { on: '2025-03-31', recorded: '2025-03-31T23:30:00.000Z' });
      h.made('d', { due: '2025-03-31' });
      h.claimed('d', 'A', { on: '2025-03-31', recorded: '2025-04-01T03:59:59.999Z' });
    },
    commitments: { kept: ['c', 'd'], onlyClaimed: ['c', 'd'] },
  },
  {
    name: 'the same instant in a partnership whose days are those of London',
    why: 'there 03:59 is 4:59 on 1 April: not known on 31 March',
    proves: [5],
    calendar: { zone: 'Europe/London' },
    known: '2025-03-31',
    tell: (h) => {
      h.made('d', { due: '2025-03-31' });
      h.claimed('d', 'A', { on: '2025-03-31', recorded: '2025-04-01T03:59:59.999Z' });
    },
    commitments: { missed: ['d'] },
  },
  {
    name: 'announced on 1 February for 20 March, which has passed too',
    why: 'the last date announced does not lie after the last day judged: missed',
    proves: [1, 6],
    tell: (h) => {
      h.made('c');
      h.announced('c', 'A', '2025-03-20', '2025-02-01');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'announced for 31 March, the last day judged',
    why: 'a date on the last day does not lie after it',
    proves: [6],
    tell: (h) => {
      h.made('c');
      h.announced('c', 'A', '2025-03-31', '2025-02-20');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'announced for 30 April, then for 25 March',
    why: 'the last announcement counts',
    proves: [6],
    tell: (h) => {
      h.made('c');
      h.announced('c', 'A', '2025-04-30', '2025-02-20');
      h.announced('c', 'A', '2025-03-25', '2025-03-01');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'announced for 30 April, then declared broken',
    why: 'what has ended is not on its way any more',
    proves: [6],
    tell: (h) => {
      h.made('c');
      h.announced('c', 'A', '2025-04-30', '2025-02-20');
      h.broken('c', 'A', '2025-03-20');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'announced for 30 April, but only on 2 April',
    why: 'an announcement after the last day judged says nothing about the quarter',
    proves: [6],
    tell: (h) => {
      h.made('c');
      h.announced('c', 'A', '2025-04-30', '2025-04-02');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'proposed by A, declined by B',
    why: 'one party alone moves nothing',
    proves: [1],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], '2025-01-10');
      h.commitment(
        'c',
        { type: 'DueDateDeclined', data: { proposalId, by: { party: 'B' }, reason: { text: 't', sha256: '0' } } },
        'B',
        '2025-01-12',
      );
    },
    commitments: { missed: ['c'] },
    also: (card) => ({ slippage: [dayNotes(card.slippage), ['c 0']] }),
  },
  {
    name: 'owed to B and C; B agreed in time, C on 16 February',
    why: 'the move exists from the last agreement needed, a day too late',
    proves: [1],
    tell: (h) => {
      h.made('c', { to: ['B', 'C'] });
      const proposalId = h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
      h.agreed('c', proposalId, 'C', '2025-02-16');
    },
    commitments: { missed: ['c'], reDated: ['c'] },
  },
  {
    name: 'owed to B and C; C agreed on 15 February itself',
    why: 'dated on the old date is early enough',
    proves: [1],
    tell: (h) => {
      h.made('c', { to: ['B', 'C'] });
      const proposalId = h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
      h.agreed('c', proposalId, 'C', '2025-02-15');
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'] },
  },
  {
    name: 'changes are agreed by a board, and the board agreed',
    why: 'the named body is the one whose word is needed',
    proves: [1],
    tell: (h) => {
      h.made('c', { more: { changesAgreedBy: { bodyId: 'board' } } });
      const proposalId = h.moved('c', '2025-03-20', ['A'], '2025-01-10');
      h.commitment('c', { type: 'DueDateAgreed', data: { proposalId, by: { bodyId: 'board' } } }, 'C', '2025-01-20');
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'] },
  },
  {
    name: 'changes are agreed by a board, and only the parties agreed',
    why: 'without the body nothing moves',
    proves: [1],
    tell: (h) => {
      h.made('c', { more: { changesAgreedBy: { bodyId: 'board' } } });
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'moved to 20 March, then on 10 March to 30 April',
    why: 'both dates were taken away in time; nothing falls due in the quarter',
    proves: [1, 2, 8],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
      h.moved('c', '2025-04-30', ['A', 'B'], '2025-03-10');
    },
    commitments: { renegotiated: ['c 2025-02-15', 'c 2025-03-20'] },
  },
  {
    name: 'moved to 20 March, then back to 15 February',
    why: 'the date in force at the end of 15 February is 15 February',
    proves: [1, 2],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
      h.moved('c', '2025-02-15', ['A', 'B'], '2025-01-20');
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], renegotiated: ['c 2025-03-20'] },
  },
  {
    name: 'a move made known too late, then a second one in time for its own date',
    why: '15 February stood; 20 March was taken away by 12 March; 15 April lies ahead',
    proves: [1, 2, 6],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-03-20', ['A', 'B'], { on: '2025-02-10', recorded: '2025-03-18' });
      h.moved('c', '2025-04-15', ['A', 'B'], '2025-03-12');
    },
    commitments: { pushed: ['c'], reDated: ['c'], renegotiated: ['c 2025-03-20'] },
  },
  {
    name: 'the agreement of 10 February as known on 12 February',
    why: 'what was known then: a date that still lay ahead',
    proves: [1, 3],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-03-20', ['A', 'B'], { on: '2025-02-10', recorded: '2025-02-13' });
    },
    known: '2025-02-12',
    commitments: { pending: ['c 2025-02-15'] },
  },
];
