import { type Case, dayNotes, partyNotes } from '../testing/figures.js';

const schools = Array.from({ length: 28 }, (_, i) => `school-${String(i + 1).padStart(2, '0')}`);

/** The numbered cases of the domain, known on 10 April 2025 where nothing else is said. What is a refusal is proven where it is refused. */
export const tableCases: readonly Case[] = [
  {
    name: '#1 claimed 18 December, verified 20 December, due 15 February',
    why: 'it fell due in the quarter; being done early does not matter',
    proves: [2, 3, 6, 7, 8],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2024-12-18');
      h.judged('c', 'B', 'A', 'met', '2024-12-20');
    },
    commitments: { kept: ['c'], verified: ['c'] },
    also: (card) => ({
      rate: [card.commitments.followThrough, { kept: 1, counted: 1, rate: { num: 1, den: 1 } }],
      'line 9, early by 59 days': [dayNotes(card.lateness), ['c -59']],
    }),
  },
  {
    name: '#2 agreed on 10 January to 20 March, done 18 March',
    why: 'the agreement came before 15 February and releases it; 20 March falls due',
    proves: [1, 2, 8, 9],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-03-20', ['A', 'B'], { on: '2025-01-10', id: 'agreement' });
      h.claimed('c', 'A', '2025-03-18');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], renegotiated: ['c 2025-02-15'] },
    also: (card) => ({
      'by which agreement': [card.commitments.uncounted.renegotiated.map((r) => r.eventId), ['agreement']],
      'slippage from 15 February to 20 March': [dayNotes(card.slippage), ['c 33']],
      'lateness from 15 February to 18 March': [dayNotes(card.lateness), ['c 31']],
    }),
  },
  {
    name: '#3 due 10 April, agreed on 5 February forward to 20 March, not done',
    why: 'a date can be agreed to come earlier; it then falls due earlier',
    proves: [1, 2, 9],
    tell: (h) => {
      h.made('c', { due: '2025-04-10' });
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-02-05');
    },
    commitments: { missed: ['c'] },
    also: (card) => ({ 'slippage may be negative': [dayNotes(card.slippage), ['c -21']] }),
  },
  {
    name: '#4 not done; agreed on 20 February to 20 March; done 19 March',
    why: 'an agreement after the date does not take the date back',
    proves: [1, 6, 8],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-02-20');
      h.claimed('c', 'A', '2025-03-19');
    },
    commitments: { keptLate: ['c'], onlyClaimed: ['c'], reDated: ['c'] },
  },
  {
    name: '#5 agreed to 20 March; on 25 March announced for 30 April, nobody agreed',
    why: 'an announcement never releases a date; it says that the work goes on',
    proves: [1, 6],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-10');
      h.announced('c', 'A', '2025-04-30', '2025-03-25');
    },
    commitments: { pushed: ['c'], renegotiated: ['c 2025-02-15'] },
    also: (card) => ({ 'the date in force stays': [dayNotes(card.slippage), ['c 33']] }),
  },
  {
    name: '#6 an agreement dated 10 February, recorded 18 March, to 20 March; not done',
    why: 'made known 31 days after the date: it stood; 20 March is not later than the last day judged',
    proves: [1, 2, 3],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-03-20', ['A', 'B'], { on: '2025-02-10', recorded: '2025-03-18' });
    },
    commitments: { missed: ['c'], reDated: ['c'] },
    also: (card) => ({ 'the first day counts': [card.commitments.outcomes.missed.map((i) => i.dueOn), ['2025-02-15']] }),
  },
  {
    name: '#6 the same recorded a day earlier',
    why: 'made known on the 30th day after the date: it releases',
    proves: [1, 2],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-03-20', ['A', 'B'], { on: '2025-02-10', recorded: '2025-03-17' });
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'] },
    also: (card) => ({ 'the new date counts': [card.commitments.outcomes.missed.map((i) => i.dueOn), ['2025-03-20']] }),
  },
  {
    name: '#6b the same as the first, to 30 April',
    why: 'the old date stood, but another day was agreed that still lies ahead',
    proves: [1, 6],
    tell: (h) => {
      h.made('c');
      h.moved('c', '2025-04-30', ['A', 'B'], { on: '2025-02-10', recorded: '2025-03-18' });
    },
    commitments: { pushed: ['c'], reDated: ['c'] },
  },
  {
    name: '#7 claimed on 5 March as fulfilled on 10 February',
    why: 'the day it was done counts, not the day it was written down; that it became known after the date is said beside it',
    proves: [5, 6, 8],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-03-05', { fulfilledOn: '2025-02-10' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], recordedAfterwards: ['c'] },
  },
  {
    name: '#8 claimed 14 February, rejected 2 April',
    why: 'a verdict counts however late it was given',
    proves: [5, 6],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-14');
      h.judged('c', 'B', 'A', 'not-met', '2025-04-02');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: '#8 the same as known on 1 April',
    why: 'the rejection was not known yet: an unjudged claim stands',
    proves: [5, 8],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-14');
      h.judged('c', 'B', 'A', 'not-met', '2025-04-02');
    },
    known: '2025-04-01',
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: '#9 claimed 14 February, rejected, claimed again 10 March, verified',
    why: 'the first claim was not met; the second one is, and came after the date',
    proves: [5, 6, 8],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-14');
      h.judged('c', 'B', 'A', 'not-met', '2025-02-20');
      h.claimed('c', 'A', '2025-03-10');
      h.judged('c', 'B', 'A', 'met', '2025-03-12');
    },
    commitments: { keptLate: ['c'], verified: ['c'] },
  },
  {
    name: '#10 A, B and C owe, all are needed; A and B in time, C not',
    why: 'a commitment of three is kept by three',
    proves: [6, 7, 15],
    tell: (h) => {
      h.made('c', { owes: ['A', 'B', 'C'], to: ['D'] });
      h.claimed('c', 'A', '2025-02-10');
      h.claimed('c', 'B', '2025-02-15');
    },
    commitments: { partlyKept: ['c'] },
    also: (card) => ({
      parties: [partyNotes(card), ['A: kept c', 'B: kept c', 'C: missed c']],
      needed: [card.commitments.outcomes.partlyKept.map((item) => item.needed), [3]],
    }),
  },
  {
    name: '#11 at least two of A, B and C: A on 10 February, B on 20 February, C nothing',
    why: 'two did it, but the second came after the date',
    proves: [7, 15],
    tell: (h) => {
      h.made('c', { owes: ['A', 'B', 'C'], to: ['D'], more: { completion: { atLeast: 2 } } });
      h.claimed('c', 'A', '2025-02-10');
      h.claimed('c', 'B', '2025-02-20');
    },
    commitments: { keptLate: ['c'], onlyClaimed: ['c'] },
    also: (card) => ({
      parties: [partyNotes(card), ['A: kept c', 'B: keptLate c', 'C: missed c']],
      'done on the day the second was done': [dayNotes(card.lateness), ['c 5']],
    }),
  },
  {
    name: '#12 28 schools owe each other, all claimed, each verified by the next',
    why: 'each is verified by another: all 28 shares are verified',
    proves: [5, 7, 8, 'R5'],
    tell: (h) => {
      h.made('c', { owes: schools, to: schools });
      schools.forEach((school, i) => {
        h.claimed('c', school, '2025-02-10');
        h.judged('c', schools[(i + 1) % 28] ?? '', school, 'met', '2025-02-12');
      });
    },
    commitments: { kept: ['c'], verified: ['c'] },
    also: (card) => ({
      needed: [card.commitments.outcomes.kept.map((item) => item.needed), [28]],
      'a share each': [card.byParty.map((p) => p.followThrough.kept), schools.map(() => 1)],
    }),
  },
  {
    name: '#12 the same, but one school verified itself',
    why: 'a party never verifies its own share: 27 of 28 are verified, the item is only claimed',
    proves: [5, 8, 'R5'],
    tell: (h) => {
      h.made('c', { owes: schools, to: schools });
      schools.forEach((school, i) => {
        h.claimed('c', school, '2025-02-10');
        h.judged('c', i === 0 ? school : (schools[(i + 1) % 28] ?? ''), school, 'met', '2025-02-12');
      });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: '#13 C wanted to leave on 1 February with an open share and was refused',
    why: 'refused, C is still bound: its share falls due and is missed',
    proves: [2, 15],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] });
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { partlyKept: ['c'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: kept c', 'C: missed c']] }),
  },
  {
    name: '#14 A declares on 20 December that it will not do it',
    why: 'a promise broken early still falls due; it is missed in the quarter it was due in',
    proves: [2, 6],
    tell: (h) => {
      h.made('c');
      h.broken('c', 'A', '2024-12-20');
    },
    commitments: { missed: ['c'] },
    also: (card) => ({ 'ended and never done: no lateness': [card.lateness.items, []] }),
  },
  {
    name: '#15 missed, then withdrawn alone on 28 March',
    why: 'nobody takes a date back alone, and not after it passed',
    proves: [2, 6],
    tell: (h) => {
      h.made('c');
      h.withdrawn('c', ['A'], '2025-03-28');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: '#16 superseded on 10 February, agreed, by one due 30 June',
    why: 'the agreement came before the date, and B confirmed its word: superseded, uncounted',
    proves: [1, 2, 8],
    tell: (h) => {
      h.made('c');
      h.made('next', { due: '2025-06-30' }, '2025-02-10');
      const supersession = h.superseded('c', 'next', ['A', 'B'], '2025-02-10');
      h.confirmed('c', supersession, 'B', '2025-02-11');
    },
    commitments: { superseded: ['c 2025-02-15'] },
  },
  {
    name: '#16 superseded alone',
    why: 'without agreement the date stood; it ended undone',
    proves: [2, 6],
    tell: (h) => {
      h.made('c');
      h.made('next', { due: '2025-06-30' }, '2025-02-10');
      h.superseded('c', 'next', ['A'], '2025-02-10');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: '#16 the successor in its own quarter',
    why: 'a successor keeps the original date of what it superseded: 15 February to 30 June are 135 days',
    proves: [9],
    tell: (h) => {
      h.made('c');
      h.made('next', { due: '2025-06-30' }, '2025-02-10');
      h.superseded('c', 'next', ['A'], '2025-02-10');
    },
    quarter: 'FY2025-Q4',
    known: '2025-07-10',
    commitments: { missed: ['next'] },
    also: (card) => ({ slippage: [dayNotes(card.slippage), ['next 135']] }),
  },
  {
    name: '#17 the running quarter, known on 10 February, due 15 March, open',
    why: 'a day that has not come cannot be judged',
    proves: [3],
    tell: (h) => h.made('c', { due: '2025-03-15' }),
    known: '2025-02-10',
    commitments: { pending: ['c 2025-03-15'] },
    also: (card) => ({ rate: [card.commitments.followThrough, { kept: 0, counted: 0, rate: null }] }),
  },
  {
    name: '#18 due 15 November, done 20 January',
    why: 'its own quarter has counted it; here it is carried in, 66 days old when it was done',
    proves: [4, 9],
    tell: (h) => {
      h.made('c', { due: '2024-11-15' });
      h.claimed('c', 'A', '2025-01-20');
    },
    commitments: { carriedIn: ['c 2024-11-15 66 days done'] },
    also: (card) => ({
      rate: [card.commitments.followThrough.rate, null],
      lateness: [dayNotes(card.lateness), ['c 66']],
    }),
  },
  {
    name: '#19 on 20 March A alone says "we meant 15 April"',
    why: 'refused where it is recorded; and if a ledger held it, it would not move the date',
    proves: [1, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      h.corrected('c', 'making', { data: h.terms({ due: '2025-04-15' }) }, ['A'], '2025-03-20');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: '#20 due on the first day of the quarter, moved by agreement on that day',
    why: 'dated on the old date is early enough: it falls due on the new date',
    proves: [1, 2, 8],
    tell: (h) => {
      h.made('c', { due: '2025-01-01' });
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-01-01');
      h.claimed('c', 'A', '2025-03-20');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], renegotiated: ['c 2025-01-01'] },
  },
  {
    name: '#21 partially met 10 March, the rest done 28 March',
    why: 'partly met is not an end; the claim that did it came after the date',
    proves: [5, 6],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-14');
      h.judged('c', 'B', 'A', 'partially-met', '2025-03-10');
      h.claimed('c', 'A', '2025-03-28');
    },
    commitments: { keptLate: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: '#22 made, due 31 January and done 20 January, all recorded on 5 March',
    why: 'the facts count by their days; that they were written down afterwards is said',
    proves: [6, 8],
    tell: (h) => {
      h.made('c', { due: '2025-01-31' }, { on: '2024-09-01', recorded: '2025-03-05' });
      h.claimed('c', 'A', { on: '2025-01-20', recorded: '2025-03-05' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], recordedAfterwards: ['c'] },
  },
  {
    name: '#23 claimed 5 April as fulfilled on 10 February',
    why: 'a claim counts on whatever day it was made, and is listed as recorded afterwards',
    proves: [5, 8],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-04-05', { fulfilledOn: '2025-02-10' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], recordedAfterwards: ['c'] },
  },
  {
    name: '#24 verified as met; the earlier day that A alone wanted was refused',
    why: 'the claim stays as it was judged: done on 20 February, late',
    proves: [5, 6],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-20');
      h.judged('c', 'B', 'A', 'met', '2025-02-22');
    },
    commitments: { keptLate: ['c'], verified: ['c'] },
  },
  {
    name: '#25 an agreement on 10 February to 1 February, a day already past, was refused',
    why: 'the date stays',
    proves: [1, 2],
    tell: (h) => h.made('c'),
    commitments: { missed: ['c'] },
    also: (card) => ({ 'on its day': [card.commitments.outcomes.missed.map((i) => i.dueOn), ['2025-02-15']] }),
  },
];
