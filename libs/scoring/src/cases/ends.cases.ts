import { type Case, dayNotes } from '../testing/figures.js';

const reason = { text: 't', sha256: '0' };

/** Who ended what, in whose hands a share was, and which date was the first. A owes B, due 15 February 2025, where nothing else is said. */
export const endCases: readonly Case[] = [
  {
    name: 'withdrawn on 1 February by A, who names B; B has said nothing',
    why: 'until B confirms it A did it alone: it ends the work, and takes no date away',
    proves: [2, 6, 9],
    tell: (h) => {
      h.made('c');
      h.withdrawn('c', ['A', 'B'], { on: '2025-02-01', id: 'end' });
    },
    commitments: { missed: ['c'], unconfirmed: ['c end'] },
    also: ({ lateness }) => ({ lateness: [lateness.items, []] }),
  },
  {
    name: 'the same, contested by B',
    why: 'what B denies takes back nothing of what A said',
    proves: [2, 6, 9],
    tell: (h) => {
      h.made('c');
      h.withdrawn('c', ['A', 'B'], { on: '2025-02-01', id: 'end' });
      h.commitment('c', { type: 'RecordContested', data: { eventId: 'end', party: 'B', reason } }, 'B', '2025-02-03');
    },
    commitments: { missed: ['c'], unconfirmed: ['c end'] },
    also: ({ lateness }) => ({ lateness: [lateness.items, []] }),
  },
  {
    name: 'withdrawn on 1 February by an office in the name of A, contested by A',
    why: 'A never withdrew it: it is open, and late',
    proves: [2, 9],
    tell: (h) => {
      h.made('c');
      h.withdrawn('c', ['A'], { on: '2025-02-01', id: 'end', recordedBy: 'office' });
      h.commitment('c', { type: 'RecordContested', data: { eventId: 'end', party: 'A', reason } }, 'A', '2025-02-03');
    },
    commitments: { missed: ['c'] },
    also: ({ lateness }) => ({ lateness: [dayNotes(lateness), ['c 44']] }),
  },
  {
    name: 'withdrawn by an office in the name of A, who names B; B confirms it, A contests it',
    why: 'B agreed to what A never did: nothing ended',
    proves: [2, 9],
    tell: (h) => {
      h.made('c');
      h.withdrawn('c', ['A', 'B'], { on: '2025-02-01', id: 'end', recordedBy: 'office' });
      h.confirmed('c', 'end', 'B', '2025-02-02');
      h.commitment('c', { type: 'RecordContested', data: { eventId: 'end', party: 'A', reason } }, 'A', '2025-02-03');
    },
    commitments: { missed: ['c'] },
    also: ({ lateness }) => ({ lateness: [dayNotes(lateness), ['c 44']] }),
  },
  {
    name: 'one of A and C is enough; A declares its share broken, then C withdraws alone',
    why: 'who still owes has ended it: whoever broke its share need not agree',
    proves: [6, 9, 'R6'],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'], more: { completion: { atLeast: 1 } } });
      h.broken('c', 'A', '2025-01-10');
      h.withdrawn('c', ['C'], '2025-01-20');
    },
    commitments: { missed: ['c'] },
    also: ({ lateness }) => ({ lateness: [lateness.items, []] }),
  },
  {
    name: 'no date of the whole, A by 15 February; one withdrawn by both on 1 February, one struck',
    why: 'a date of a share that went with the whole is listed under what took it away',
    proves: [2, 8],
    tell: (h) => {
      for (const id of ['c', 'd'])
        h.made(
          id,
          { owes: [{ party: 'A', dueOn: '2025-02-15' }], more: { dueBasis: 'none' } },
          { on: '2024-09-01', id: `${id}1` },
        );
      const end = h.withdrawn('c', ['A', 'B'], '2025-02-01');
      h.confirmed('c', end, 'B', '2025-02-02');
      const strike = h.corrected('d', 'd1', null, ['A', 'B'], '2025-02-01');
      h.confirmed('d', strike, 'B', '2025-02-02');
    },
    commitments: { withdrawn: ['c A 2025-02-15'], struck: ['d A 2025-02-15'] },
  },
  {
    name: 'announced for 30 April and its milestone reached, both written down by an office and contested by A',
    why: 'an act that its party contests was never done: nothing is pushed, and nothing reached',
    proves: [6, 12],
    tell: (h) => {
      h.made('c');
      h.milestone('c', 'm', '2024-09-01', '2025-02-01');
      h.announced('c', 'A', '2025-04-30', { on: '2025-02-10', recordedBy: 'office', id: 'later' });
      h.reached('c', 'm', { on: '2025-01-20', recordedBy: 'office', id: 'reached' });
      for (const eventId of ['later', 'reached'])
        h.commitment('c', { type: 'RecordContested', data: { eventId, party: 'A', reason } }, 'A', '2025-02-12');
    },
    commitments: { missed: ['c'] },
    also: ({ milestones }) => ({
      reached: [milestones.reached, []],
      missed: [milestones.outcomes.missed.map(({ milestoneId }) => milestoneId), ['m']],
    }),
  },
  {
    name: 'due 15 November, handed over by A to C on 20 November, C released on 10 December',
    why: 'the share ended before the quarter in the hands that it had come to: not carried in',
    proves: [4],
    tell: (h) => {
      h.made('c', { due: '2024-11-15' });
      const transfer = h.transferred('c', 'A', 'C', ['A', 'C', 'B'], '2024-11-20');
      for (const party of ['B', 'C']) h.confirmed('c', transfer, party, '2024-11-20');
      h.released('c', 'C', ['B'], '2024-12-10');
    },
    commitments: {},
  },
  {
    name: 'handed over by A to C on 10 April, which claims to have done it on 20 March',
    why: 'a move after the last day judged does not count: by then it was the share of A, and not done',
    proves: [5, 7],
    known: '2025-04-20',
    tell: (h) => {
      h.made('c');
      const transfer = h.transferred('c', 'A', 'C', ['A', 'C', 'B'], '2025-04-10');
      for (const party of ['B', 'C']) h.confirmed('c', transfer, party, '2025-04-10');
      h.claimed('c', 'C', '2025-04-12', { fulfilledOn: '2025-03-20' });
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'no date of the whole; A by 15 February, C on no day; A released by B on 1 December',
    why: 'a date that nobody owes any more is none: listed until one is agreed',
    proves: [3, 8],
    tell: (h) => {
      h.made('c', { owes: [{ party: 'A', dueOn: '2025-02-15' }, 'C'], more: { dueBasis: 'none' } });
      h.released('c', 'A', ['B'], '2024-12-01');
    },
    commitments: { noDate: ['c'], released: ['c A 2025-02-15'] },
  },
  {
    name: 'no date at all; on 10 July C takes on a share by 30 December',
    why: 'in the quarter it had no date: one that is agreed later dates it from then on',
    proves: [3],
    known: '2025-07-20',
    tell: (h) => {
      h.made('c', { more: { dueBasis: 'none' } });
      const data = { party: 'C', dueOn: '2025-12-30', agreedBy: ['C', 'A', 'B'] } as const;
      const added = h.commitment('c', { type: 'ShareAdded', data }, 'C', '2025-07-10');
      for (const party of ['A', 'B']) h.confirmed('c', added, party, '2025-07-10');
    },
    commitments: { noDate: ['c'] },
  },
  {
    name: 'no date of the whole, A by 15 February; on 10 July C takes on a share by 30 December',
    why: 'the original date is the first there was, and the date in force that of the last day judged',
    proves: [9],
    known: '2025-07-20',
    tell: (h) => {
      h.made('c', { owes: [{ party: 'A', dueOn: '2025-02-15' }], more: { dueBasis: 'none' } });
      const data = { party: 'C', dueOn: '2025-12-30', agreedBy: ['C', 'A', 'B'] } as const;
      const added = h.commitment('c', { type: 'ShareAdded', data }, 'C', '2025-07-10');
      for (const party of ['A', 'B']) h.confirmed('c', added, party, '2025-07-10');
    },
    commitments: { missed: ['c'] },
    also: ({ slippage, lateness }) => ({
      slippage: [dayNotes(slippage), ['c 0']],
      lateness: [dayNotes(lateness), ['c 44']],
    }),
  },
  {
    name: 'due 15 February, and superseded on 10 July by one that was due 20 March',
    why: 'what is superseded after the last day judged gave its successor no date by then',
    proves: [5, 9, 'R13'],
    known: '2025-07-20',
    tell: (h) => {
      h.made('c');
      h.made('d', { due: '2025-03-20' });
      h.superseded('c', 'd', ['A'], '2025-07-10');
    },
    commitments: { missed: ['c', 'd'] },
    also: ({ slippage }) => ({ slippage: [dayNotes(slippage), ['c 0', 'd 0']] }),
  },
];
