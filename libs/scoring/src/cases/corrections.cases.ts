import { type Case, dayNotes } from '../testing/figures.js';

/** What corrections do, and what they cannot do. A owes B, due 15 February 2025. */
export const correctionCases: readonly Case[] = [
  {
    name: 'made on 10 January; ten days later A alone corrects the date to 15 March',
    why: 'alone within 30 days, before anything was claimed or due: corrected terms; the first value stays the baseline',
    proves: [1, 8, 9, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2025-01-10', id: 'making' });
      h.corrected('c', 'making', { data: h.terms({ due: '2025-03-15' }) }, ['A'], '2025-01-20');
      h.claimed('c', 'A', '2025-03-10');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], correctedTerms: ['c'] },
    also: (card) => ({ slippage: [dayNotes(card.slippage), ['c 28']] }),
  },
  {
    name: 'the same on 10 February, 31 days after the recording',
    why: 'a party alone corrects terms only within 30 days of recording them',
    proves: [1, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2025-01-10', id: 'making' });
      h.corrected('c', 'making', { data: h.terms({ due: '2025-03-15' }) }, ['A'], '2025-02-10');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'A alone corrects the date on 20 January, after it claimed',
    why: 'not after something was claimed',
    proves: [1, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2025-01-10', id: 'making' });
      h.claimed('c', 'A', '2025-01-15', { fulfilledOn: '2025-01-15' });
      h.corrected('c', 'making', { data: h.terms({ due: '2025-01-12' }) }, ['A'], '2025-01-20');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: 'on 1 February both correct the date to 20 March, B confirmed on 2 February',
    why: 'an agreed correction is a move agreed on the day it was recorded: in time',
    proves: [1, 8, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const correction = h.corrected('c', 'making', { data: h.terms({ due: '2025-03-20' }) }, ['A', 'B'], '2025-02-01');
      h.confirmed('c', correction, 'B', '2025-02-02');
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'], correctedTerms: ['c'] },
  },
  {
    name: 'on 10 March both correct the date to 15 April and date the correction 1 February',
    why: 'it counts from the day it was recorded: it never releases an earlier date',
    proves: [1, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const when = { on: '2025-02-01', recorded: '2025-03-10' } as const;
      const correction = h.corrected('c', 'making', { data: h.terms({ due: '2025-04-15' }) }, ['A', 'B'], when);
      h.confirmed('c', correction, 'B', '2025-03-11');
    },
    commitments: { pushed: ['c'], reDated: ['c'], correctedTerms: ['c'] },
  },
  {
    name: 'A wrote down that B agreed to the correction, and B never confirmed',
    why: 'an unconfirmed agreement moves nothing',
    proves: [1, 8],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      h.corrected('c', 'making', { data: h.terms({ due: '2025-03-20' }) }, ['A', 'B'], { on: '2025-02-01', id: 'correction' });
    },
    commitments: { missed: ['c'], unconfirmed: ['c correction'] },
  },
  {
    name: 'two agreed corrections: on 1 February to 20 March, on 10 March to 30 April',
    why: 'each correction is a move of its own: both dates were taken away in time',
    proves: [1, 8, 'R11', 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const first = h.corrected('c', 'making', { data: h.terms({ due: '2025-03-20' }) }, ['A', 'B'], '2025-02-01');
      h.confirmed('c', first, 'B', '2025-02-02');
      const second = h.corrected('c', 'making', { data: h.terms({ due: '2025-04-30' }) }, ['A', 'B'], '2025-03-10');
      h.confirmed('c', second, 'B', '2025-03-11');
    },
    commitments: { renegotiated: ['c 2025-02-15', 'c 2025-03-20'] },
  },
  {
    name: 'a correction of the date that was itself struck',
    why: 'what stood before it stands again',
    proves: [1, 'R11'],
    tell: (h) => {
      h.made('c', {}, { on: '2025-01-10', id: 'making' });
      h.corrected('c', 'making', { data: h.terms({ due: '2025-03-15' }) }, ['A'], { on: '2025-01-20', id: 'correction' });
      h.corrected('c', 'correction', null, ['A'], '2025-01-25');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'a corrected statement, on 20 March, by A alone',
    why: 'words are not terms: nothing else changes',
    proves: [8, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      h.corrected('c', 'making', { data: h.terms({ more: { statement: 'it shall be done' } }) }, ['A'], '2025-03-20');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'an unjudged claim of 20 February corrected to 10 February',
    why: 'the corrected day counts; for recorded afterwards the claim is known since its first version, 20 February',
    proves: [5, 8, 'R11'],
    tell: (h) => {
      h.made('c');
      const claimId = h.claimed('c', 'A', { on: '2025-02-20', id: 'claim' });
      h.corrected('c', 'claim', { data: { claimId, party: 'A', fulfilledOn: '2025-02-10', evidence: [] } }, ['A'], '2025-03-01');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], recordedAfterwards: ['c'] },
  },
  {
    name: 'the same as known on 28 February',
    why: 'a correction is known from its own recording on',
    proves: [5, 'R11'],
    tell: (h) => {
      h.made('c');
      const claimId = h.claimed('c', 'A', { on: '2025-02-20', id: 'claim' });
      h.corrected('c', 'claim', { data: { claimId, party: 'A', fulfilledOn: '2025-02-10', evidence: [] } }, ['A'], '2025-03-01');
    },
    known: '2025-02-28',
    commitments: { keptLate: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: 'a claim that was struck',
    why: 'as if it had never been made',
    proves: [5, 'R11'],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', { on: '2025-02-10', id: 'claim' });
      h.corrected('c', 'claim', null, ['A'], '2025-02-12');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: "B's agreement of 20 February, corrected on 25 March to 10 February",
    why: 'a corrected agreement is known since the correction: 38 days after the date',
    proves: [1, 'R11'],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], '2025-02-10');
      h.agreed('c', proposalId, 'B', { on: '2025-02-20', id: 'agreement' });
      h.corrected('c', 'agreement', { occurredOn: '2025-02-10' }, ['B'], '2025-03-25');
    },
    commitments: { missed: ['c'], reDated: ['c'] },
  },
  {
    name: "B's agreement of 20 February, corrected on 10 March to 10 February",
    why: 'made known within 30 days of the date: it releases',
    proves: [1, 'R11'],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], '2025-02-10');
      h.agreed('c', proposalId, 'B', { on: '2025-02-20', id: 'agreement' });
      h.corrected('c', 'agreement', { occurredOn: '2025-02-10' }, ['B'], '2025-03-10');
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'] },
  },
  {
    name: 'a proposal to 20 March agreed in January, corrected by both on 25 March to 30 April',
    why: 'the first agreement keeps its release of 15 February; the correction moves 20 March too late',
    proves: [1, 'R12'],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], { on: '2025-01-10', id: 'proposal' });
      h.agreed('c', proposalId, 'B', '2025-01-12');
      const said = { proposalId, of: { kind: 'whole' }, by: 'A', dueOn: '2025-04-30', reason: { text: 't', sha256: '0' } };
      const correction = h.corrected('c', 'proposal', { data: said }, ['A', 'B'], '2025-03-25');
      h.confirmed('c', correction, 'B', '2025-03-26');
    },
    commitments: { pushed: ['c'], reDated: ['c'], renegotiated: ['c 2025-02-15'] },
  },
  {
    name: 'the making struck by A alone five days later',
    why: 'alone within 30 days, before anything hung on it: struck, uncounted',
    proves: [2, 8, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2025-01-20', id: 'making' });
      h.corrected('c', 'making', null, ['A'], '2025-01-25');
    },
    commitments: { struck: ['c 2025-02-15'] },
  },
  {
    name: 'the making struck by A alone after the date',
    why: 'striking the making is a change of all its terms: it needs every party',
    proves: [2, 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2025-01-20', id: 'making' });
      h.corrected('c', 'making', null, ['A'], '2025-02-18');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'the making struck by both on 20 March',
    why: 'struck, whenever the correction became known',
    proves: [2, 8],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const strike = h.corrected('c', 'making', null, ['A', 'B'], '2025-03-20');
      h.confirmed('c', strike, 'B', '2025-03-21');
    },
    commitments: { struck: ['c 2025-02-15'] },
  },
  {
    name: 'the same as known on 19 March',
    why: 'the strike was not known yet: it was missed',
    proves: [2, 3],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const strike = h.corrected('c', 'making', null, ['A', 'B'], '2025-03-20');
      h.confirmed('c', strike, 'B', '2025-03-21');
    },
    known: '2025-03-19',
    commitments: { missed: ['c'] },
  },
];
