import type { Quantity } from '#domain';
import type { CivilDate } from '#kernel';
import { type Case, dayNotes } from '../testing/figures.js';
import type { History, Terms } from '../testing/history.js';

/** The making of `c` in other words, agreed by all three on one day. */
function agreedAnew(h: History, terms: Partial<Terms>, on: CivilDate): void {
  const correction = h.corrected('c', 'making', { data: h.terms(terms) }, ['A', 'B', 'C'], on);
  for (const party of ['B', 'C']) h.confirmed('c', correction, party, on);
}

const bothOweOneIsEnough = { owes: ['A', 'C'], more: { completion: { atLeast: 1 } } };
const bothOweBothAreNeeded = { owes: ['A', 'C'], more: { completion: { atLeast: 2 } } };

/** The share of A handed over to C, agreed by all. */
function handedOver(h: History, on: CivilDate): void {
  const transfer = h.transferred('c', 'A', 'C', ['A', 'C', 'B'], on);
  for (const party of ['B', 'C']) h.confirmed('c', transfer, party, on);
}

/** Five visits each month, done until March; on 20 March all correct it to eight. */
function eightOfFive(asking: (quantity: Quantity) => Partial<Terms>): Pick<Case, 'tell' | 'commitments'> {
  const asks = (atLeast: number) => ({ ...asking({ atLeast, unit: 'visits' }), due: '2025-03-31' as const });
  return {
    tell: (h) => {
      h.made('c', asks(5), { on: '2025-01-01', id: 'making' });
      for (const on of ['2025-01-20', '2025-02-20', '2025-03-25'] as const) h.claimed('c', 'A', on, { quantity: 5 });
      agreedAnew(h, asks(8), '2025-03-20');
    },
    commitments: {
      kept: ['c/2025-01-31', 'c/2025-02-28'],
      missed: ['c/2025-03-31'],
      onlyClaimed: ['c/2025-01-31', 'c/2025-02-28'],
      correctedTerms: ['c/2025-01-31', 'c/2025-02-28', 'c/2025-03-31'],
    },
  };
}

const each = (period: 'month' | 'quarter'): Partial<Terms> => ({ due: '2025-12-31', more: { every: { period } } });

/** Moved on 10 January to 20 March and done in time; corrected by all on 25 March. */
function movedBefore(terms: Partial<Terms>): Pick<Case, 'tell' | 'commitments'> {
  return {
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
      h.claimed('c', 'A', '2025-03-18');
      agreedAnew(h, terms, '2025-03-25');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], renegotiated: ['c 2025-02-15'], correctedTerms: ['c'] },
  };
}

/** The whole by 30 June, A by 15 February until all take that date away on 5 January; on 20 January the whole moves to 10 March. */
function ownDateTakenAway(h: History): void {
  const by = (own: Readonly<{ dueOn?: CivilDate }>): Partial<Terms> => ({ owes: [{ party: 'A', ...own }], due: '2025-06-30' });
  h.made('c', by({ dueOn: '2025-02-15' }), { on: '2024-09-01', id: 'making' });
  agreedAnew(h, by({}), '2025-01-05');
  h.moved('c', '2025-03-10', ['A', 'B'], '2025-01-20');
}

/** What completion asks for on a day is what was agreed by its end: an agreed correction is a change from its own day on. */
export const agreedTermsCases: readonly Case[] = [
  {
    name: 'A or C, A in time; on 20 March all correct it to A and C',
    why: 'what happens after 15 February does not change how many were needed on it',
    proves: [7, 'R12'],
    tell: (h) => {
      h.made('c', bothOweOneIsEnough, { on: '2024-09-01', id: 'making' });
      h.claimed('c', 'A', '2025-02-10');
      agreedAnew(h, bothOweBothAreNeeded, '2025-03-20');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], correctedTerms: ['c'] },
    also: (card) => ({ needed: [card.commitments.outcomes.kept.map(({ needed }) => needed), [1]] }),
  },
  {
    name: 'the same on 15 February, the day itself',
    why: 'agreed by the end of the day: both were needed, and C did nothing',
    proves: [7, 'R12'],
    tell: (h) => {
      h.made('c', bothOweOneIsEnough, { on: '2024-09-01', id: 'making' });
      h.claimed('c', 'A', '2025-02-10');
      agreedAnew(h, bothOweBothAreNeeded, '2025-02-15');
    },
    commitments: { partlyKept: ['c'], correctedTerms: ['c'] },
  },
  {
    name: 'A alone owes and does it; on 10 March all correct it so that C owes too',
    why: 'C owed nothing on 15 February, and is silent from the day on which it agreed: 22 days are too few',
    proves: [7, 11, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      h.claimed('c', 'A', '2025-02-10');
      agreedAnew(h, { owes: ['A', 'C'] }, '2025-03-10');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], correctedTerms: ['c'] },
    also: ({ silent, byParty }) => ({
      silent: [silent.parties, []],
      parties: [byParty.map(({ party }) => party), ['A']],
    }),
  },
  {
    name: 'A and C owe, A does it; on 20 March all correct it so that C never owed',
    why: 'C owed on 15 February: taken out after the day, its share was missed',
    proves: [6, 7, 'R12'],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] }, { on: '2024-09-01', id: 'making' });
      h.claimed('c', 'A', '2025-02-10');
      agreedAnew(h, {}, '2025-03-20');
    },
    commitments: { partlyKept: ['c'], correctedTerms: ['c'] },
  },
  {
    name: 'the same on 1 February',
    why: 'agreed in time: only A was needed; the date of C was taken away by agreement',
    proves: [7, 8, 'R12'],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] }, { on: '2024-09-01', id: 'making' });
      h.claimed('c', 'A', '2025-02-10');
      agreedAnew(h, {}, '2025-02-01');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], released: ['c C 2025-02-15'], correctedTerms: ['c'] },
  },
  {
    name: 'A and C owe; taken out on 1 February by a correction, C takes a share on again on 5 February',
    why: 'a share that is added after the correction is a new one',
    proves: [2, 7, 'R12'],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] }, { on: '2024-09-01', id: 'making' });
      h.claimed('c', 'A', '2025-02-10');
      agreedAnew(h, {}, '2025-02-01');
      const added = h.commitment('c', { type: 'ShareAdded', data: { party: 'C', agreedBy: ['C', 'A', 'B'] } }, 'C', '2025-02-05');
      for (const party of ['A', 'B']) h.confirmed('c', added, party, '2025-02-05');
    },
    commitments: { partlyKept: ['c'], released: ['c C 2025-02-15'], correctedTerms: ['c'] },
  },
  {
    name: 'shares of 15 February and 10 March without a date of the whole; on 20 March all correct the one of A to 30 April',
    why: 'an agreed correction of a date is a move of the day it was recorded: 15 February stood for A, 10 March for the whole',
    proves: [1, 2, 'R12'],
    tell: (h) => {
      const owes = (dueOn: CivilDate) => [
        { party: 'A', dueOn },
        { party: 'C', dueOn: '2025-03-10' as const },
      ];
      const none = { dueBasis: 'none' } as const;
      h.made('c', { owes: owes('2025-02-15'), more: none }, { on: '2024-09-01', id: 'making' });
      agreedAnew(h, { owes: owes('2025-04-30'), more: none }, '2025-03-20');
    },
    commitments: { pushed: ['c'], correctedTerms: ['c'] },
    also: ({ byParty, slippage }) => ({
      'A and C': [
        byParty.map(({ party, outcomes }) => `${party} ${Object.entries(outcomes).find(([, its]) => its.length > 0)?.[0]}`),
        ['A pushed', 'C missed'],
      ],
      slippage: [dayNotes(slippage), ['c 51']],
    }),
  },
  {
    name: 'a share of A due on 30 June, transferred to C on 1 December, moved on 5 January to 20 March',
    why: 'the date in force is that of who holds the share; who gave it away has none',
    proves: [2, 9],
    tell: (h) => {
      h.made('c', { owes: [{ party: 'A', dueOn: '2025-06-30' }], more: { dueBasis: 'none' } });
      handedOver(h, '2024-12-01');
      h.moved('c', '2025-03-20', ['C', 'B'], '2025-01-05', 'C');
    },
    commitments: { missed: ['c'] },
    also: ({ slippage }) => ({ slippage: [dayNotes(slippage), ['c -102']] }),
  },
  {
    name: 'each month 5 of A; on 20 March all correct it to 8',
    why: 'a period that was over asked for what was agreed by its end',
    proves: [2, 7, 'R12'],
    ...eightOfFive((quantity) => ({ owes: [{ party: 'A', quantity }], more: { every: { period: 'month' } } })),
  },
  {
    name: 'each month 5 visits in all; on 20 March all correct it to 8',
    why: 'the same where the promise, not the share, says how much',
    proves: [2, 7, 'R12'],
    ...eightOfFive((quantity) => ({ more: { every: { period: 'month', quantity } } })),
  },
  {
    name: 'each month; on 10 March all correct it to each quarter',
    why: 'months that were over stay; the quarter that runs began before they did, and March was no month any more when it ended',
    proves: [2, 7, 'R12'],
    tell: (h) => {
      h.made('c', each('month'), { on: '2025-01-01', id: 'making' });
      h.claimed('c', 'A', '2025-01-20');
      agreedAnew(h, each('quarter'), '2025-03-10');
    },
    commitments: {
      kept: ['c/2025-01-31'],
      missed: ['c/2025-02-28'],
      onlyClaimed: ['c/2025-01-31'],
      correctedTerms: ['c/2025-01-31', 'c/2025-02-28'],
    },
  },
  {
    name: 'each quarter; on 10 February all correct it to each month',
    why: 'January was no period when it ended; February and March are',
    proves: [2, 7, 'R12'],
    tell: (h) => {
      h.made('c', each('quarter'), { on: '2025-01-01', id: 'making' });
      agreedAnew(h, each('month'), '2025-02-10');
      h.claimed('c', 'A', '2025-03-20');
    },
    commitments: {
      kept: ['c/2025-03-31'],
      missed: ['c/2025-02-28'],
      onlyClaimed: ['c/2025-03-31'],
      correctedTerms: ['c/2025-02-28', 'c/2025-03-31'],
    },
  },
  {
    name: 'moved on 10 January to 20 March and done in time; on 25 March all correct it so that C owes too',
    why: 'a move needs the word of those who owed or were owed when it was agreed',
    proves: [1, 7, 'R12'],
    ...movedBefore({ owes: ['A', 'C'] }),
  },
  {
    name: 'the same, so that C is owed too',
    why: 'a move needs the word of those who owed or were owed when it was agreed',
    proves: [1, 7, 'R12'],
    ...movedBefore({ to: ['B', 'C'] }),
  },
  {
    name: 'all correct it so that C owes too; then, the same day, A and B alone move it to 20 March',
    why: 'C owed when the move was agreed, and has not agreed',
    proves: [1, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      agreedAnew(h, { owes: ['A', 'C'] }, '2025-01-10');
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
    },
    commitments: { missed: ['c'], correctedTerms: ['c'] },
  },
  {
    name: 'the same the other way round',
    why: 'the move was agreed by all who owed and were owed; C comes in after it, on the new date',
    proves: [1, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
      agreedAnew(h, { owes: ['A', 'C'] }, '2025-01-10');
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'], correctedTerms: ['c'] },
  },
  {
    name: 'moved by A and B to 20 March; then, the same day, A hands its share over to C',
    why: 'who owed when the move was agreed has agreed to it; C takes over what was moved',
    proves: [1, 2],
    tell: (h) => {
      h.made('c', {}, '2024-09-01');
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
      handedOver(h, '2025-01-10');
      h.claimed('c', 'C', '2025-03-18');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], renegotiated: ['c 2025-02-15'], transferred: ['c A 2025-03-20'] },
  },
  {
    name: 'B alone moves it to 20 March; then, the same day, A hands its share over to C',
    why: 'A owed when B proposed it, and has not agreed; nor has C',
    proves: [1, 2],
    tell: (h) => {
      h.made('c', {}, '2024-09-01');
      h.moved('c', '2025-03-20', ['B'], '2025-01-10');
      handedOver(h, '2025-01-10');
      h.claimed('c', 'C', '2025-03-18');
    },
    commitments: { keptLate: ['c'], onlyClaimed: ['c'], transferred: ['c A 2025-02-15'] },
  },
  {
    name: 'A hands its share over to C; then, the same day, C and B move it to 20 March',
    why: 'who gave its share away need not agree any more',
    proves: [1, 2],
    tell: (h) => {
      h.made('c', {}, '2024-09-01');
      handedOver(h, '2025-01-10');
      h.moved('c', '2025-03-20', ['C', 'B'], '2025-01-10');
      h.claimed('c', 'C', '2025-03-18');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], renegotiated: ['c 2025-02-15'], transferred: ['c A 2025-03-20'] },
  },
  {
    name: 'A and D owe; D is released on 10 January; on 25 March all correct it so that C is owed too',
    why: 'a release needs the word of those to whom the share was owed then',
    proves: [7, 8, 'R12'],
    tell: (h) => {
      h.made('c', { owes: ['A', 'D'] }, { on: '2024-09-01', id: 'making' });
      h.released('c', 'D', ['B'], '2025-01-10');
      h.claimed('c', 'A', '2025-02-10');
      const words = { data: h.terms({ owes: ['A', 'D'], to: ['B', 'C'] }) };
      const correction = h.corrected('c', 'making', words, ['A', 'B', 'C', 'D'], '2025-03-25');
      for (const party of ['B', 'C', 'D']) h.confirmed('c', correction, party, '2025-03-25');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], released: ['c D 2025-02-15'], correctedTerms: ['c'] },
  },
  {
    name: 'A is released on 1 December from a promise with a milestone; on 10 July all correct it so that C owed it too',
    why: 'nobody held a share from 1 December to the end of the quarter: the promise was over, and its milestone with it',
    proves: [8, 12, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      h.milestone('c', 'm', '2024-09-01');
      h.released('c', 'A', ['B'], '2024-12-01');
      agreedAnew(h, { owes: ['A', 'C'] }, '2025-07-10');
    },
    known: '2025-07-20',
    commitments: { released: ['c A 2025-02-15'] },
    also: ({ milestones }) => ({ planned: [milestones.planned, []] }),
  },
  {
    name: 'on 10 January D takes on a share; on 25 March all correct it so that C owes too',
    why: 'a share that is added needs the word of those who owed or were owed then',
    proves: [7, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const added = h.commitment('c', { type: 'ShareAdded', data: { party: 'D', agreedBy: ['D', 'A', 'B'] } }, 'D', '2025-01-10');
      for (const party of ['A', 'B']) h.confirmed('c', added, party, '2025-01-10');
      h.claimed('c', 'A', '2025-02-10');
      agreedAnew(h, { owes: ['A', 'C'] }, '2025-03-25');
    },
    commitments: { partlyKept: ['c'], correctedTerms: ['c'] },
  },
  {
    name: 'withdrawn on 10 January by A and B; on 25 March all correct it so that C was owed too',
    why: 'an end needs the word of those who owed or were owed when it was agreed',
    proves: [2, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const end = h.withdrawn('c', ['A', 'B'], '2025-01-10');
      h.confirmed('c', end, 'B', '2025-01-10');
      agreedAnew(h, { to: ['B', 'C'] }, '2025-03-25');
    },
    commitments: { withdrawn: ['c 2025-02-15'] },
  },
  {
    name: 'the whole by 30 June, A by 15 February; on 5 January all take the date of A away, on 20 January the whole moves to 10 March',
    why: 'a share without a date of its own goes by that of the whole, wherever it moves',
    proves: [2, 6, 15, 'R12'],
    tell: (h) => {
      ownDateTakenAway(h);
    },
    commitments: { missed: ['c'], renegotiated: ['c A 2025-02-15'], correctedTerms: ['c'] },
    also: ({ byParty }) => ({
      A: [byParty.map(({ party, outcomes }) => [party, outcomes.missed.map(({ dueOn }) => dueOn)]), [['A', ['2025-03-10']]]],
    }),
  },
  {
    name: 'the same, the whole on 25 January to 15 March, on 1 February the share itself to 20 March, the whole on 5 February to 25 March',
    why: 'moved again by itself, the share goes by its own date',
    proves: [2, 15, 'R12'],
    tell: (h) => {
      ownDateTakenAway(h);
      h.moved('c', '2025-03-15', ['A', 'B'], '2025-01-25');
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-02-01', 'A');
      h.moved('c', '2025-03-25', ['A', 'B'], '2025-02-05');
    },
    commitments: {
      missed: ['c'],
      renegotiated: ['c A 2025-02-15', 'c 2025-03-10', 'c 2025-03-15', 'c A 2025-03-15'],
      correctedTerms: ['c'],
    },
    also: ({ byParty }) => ({
      A: [byParty.map(({ party, outcomes }) => [party, outcomes.missed.map(({ dueOn }) => dueOn)]), [['A', ['2025-03-20']]]],
    }),
  },
  {
    name: 'no date of the whole, A by 15 February; on 10 July all correct it so that C owes too, by 30 December',
    why: 'the original date is the first that was recorded, and slippage that of the last day judged',
    proves: [9, 'R12'],
    known: '2025-07-20',
    tell: (h) => {
      const by: Partial<Terms> = { owes: [{ party: 'A', dueOn: '2025-02-15' }], more: { dueBasis: 'none' } };
      h.made('c', by, { on: '2024-09-01', id: 'making' });
      agreedAnew(h, { ...by, owes: [...(by.owes ?? []), { party: 'C', dueOn: '2025-12-30' }] }, '2025-07-10');
    },
    commitments: { missed: ['c'], correctedTerms: ['c'] },
    also: ({ slippage, lateness }) => ({
      slippage: [dayNotes(slippage), ['c 0']],
      lateness: [dayNotes(lateness), ['c 44']],
    }),
  },
];
