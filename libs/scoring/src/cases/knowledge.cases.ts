import { type Case, dayNotes } from '../testing/figures.js';

const noDate = { more: { dueBasis: 'none' } } as const;

/** Dates that are not stated or only partly known, and facts recorded afterwards or imported. */
export const knowledgeCases: readonly Case[] = [
  {
    name: 'no date stated, open in the quarter',
    why: 'listed as without date, never counted',
    proves: [3, 8],
    tell: (h) => h.made('c', noDate),
    commitments: { noDate: ['c'] },
    also: (card) => ({ rate: [card.commitments.followThrough, { kept: 0, counted: 0, rate: null }] }),
  },
  {
    name: 'no date stated, done before the quarter, and another made after it',
    why: 'neither was open in the quarter',
    proves: [3],
    tell: (h) => {
      h.made('c', noDate);
      h.claimed('c', 'A', '2024-12-20');
      h.made('d', noDate, '2025-04-01');
    },
    commitments: {},
  },
  {
    name: 'no date stated, agreed on 10 February for 20 March',
    why: 'a date agreed later makes it dated from then on; it is also its original date',
    proves: [3, 9],
    tell: (h) => {
      h.made('c', noDate);
      h.moved('c', '2025-03-20', ['A', 'B'], '2025-02-10');
      h.claimed('c', 'A', '2025-03-25');
    },
    commitments: { keptLate: ['c'], onlyClaimed: ['c'] },
    also: (card) => ({
      slippage: [dayNotes(card.slippage), ['c 0']],
      lateness: [dayNotes(card.lateness), ['c 5']],
    }),
  },
  {
    name: 'done in February 2025, says the source, and no more; due 15 February',
    why: 'a month counts as its last day: 28 February',
    proves: [5, 6],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-03-05', { fulfilledOn: '2025-02' });
    },
    commitments: { keptLate: ['c'], onlyClaimed: ['c'] },
    also: (card) => ({ lateness: [dayNotes(card.lateness), ['c 13']] }),
  },
  {
    name: 'done in February 2025, recorded on 12 February',
    why: 'or the recording day, where that is earlier',
    proves: [5, 6],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-12', { fulfilledOn: '2025-02' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: 'due 31 January, written down only on 5 March, not done',
    why: 'the promise was made known after it fell due',
    proves: [8],
    tell: (h) => h.made('c', { due: '2025-01-31' }, { on: '2024-09-01', recorded: '2025-03-05' }),
    commitments: { missed: ['c'], recordedAfterwards: ['c'] },
  },
  {
    name: 'done on 20 January, the promise and the claim recorded on 1 February',
    why: 'the promise was made known before it fell due, but after it was done',
    proves: [8],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', recorded: '2025-02-01' });
      h.claimed('c', 'A', { on: '2025-01-20', recorded: '2025-02-01' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], recordedAfterwards: ['c'] },
  },
  {
    name: 'done on 20 August, promised on 1 September',
    why: 'accepted, and marked as already done when promised',
    proves: [8, 'R2'],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2024-09-05', { fulfilledOn: '2024-08-20' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], recordedAfterwards: ['c'], alreadyDoneWhenPromised: ['c'] },
  },
  {
    name: 'imported: made, due and done in a tracker that knew it in time, recorded here on 1 May',
    why: 'on basis source it was known then',
    proves: [5, 8],
    basis: 'source',
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', recorded: '2025-05-01', asserted: '2024-09-01' });
      h.claimed('c', 'A', { on: '2025-02-10', recorded: '2025-05-01', asserted: '2025-02-12' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: 'the same on basis ledger, known on 10 April',
    why: 'this ledger knew nothing of it yet',
    proves: [8],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', recorded: '2025-05-01', asserted: '2024-09-01' });
      h.claimed('c', 'A', { on: '2025-02-10', recorded: '2025-05-01', asserted: '2025-02-12' });
    },
    commitments: {},
  },
  {
    name: 'the same on basis ledger, known on 10 May',
    why: 'kept, and recorded afterwards',
    proves: [8],
    known: '2025-05-10',
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', recorded: '2025-05-01', asserted: '2024-09-01' });
      h.claimed('c', 'A', { on: '2025-02-10', recorded: '2025-05-01', asserted: '2025-02-12' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], recordedAfterwards: ['c'] },
  },
  {
    name: 'owed to B and C: A corrects a proposal to 20 March, that B agreed to, to 30 April; C agrees; then B confirms',
    why: 'when C agreed, the correction was not known to stand: C agreed to 20 March, and it fell due',
    proves: [1, 'R11'],
    tell: (h) => {
      h.made('c', { to: ['B', 'C'] });
      const proposalId = h.moved('c', '2025-03-20', ['A'], { on: '2025-01-10', id: 'proposal' });
      h.agreed('c', proposalId, 'B', '2025-01-11');
      const reason = { text: 't', sha256: '0' };
      const data = { proposalId, of: { kind: 'whole' }, by: 'A', dueOn: '2025-04-30', reason };
      const correction = h.corrected('c', 'proposal', { data }, ['A', 'B'], '2025-01-12');
      h.agreed('c', proposalId, 'C', '2025-01-13');
      h.confirmed('c', correction, 'B', '2025-01-20');
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'] },
  },
];
