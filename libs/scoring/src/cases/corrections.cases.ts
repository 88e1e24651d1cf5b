import { type Case, dayNotes } from '../testing/figures.js';

const reason = { text: 't', sha256: '0' };

/** What a proposal of A for the whole would have said. */
const proposed = (proposalId: string, dueOn: string) => ({ proposalId, of: { kind: 'whole' }, by: 'A', dueOn, reason });

/** What a correction of the making, agreed by both, would have said. */
const inOtherWords = (data: unknown) => ({
  corrects: 'making',
  replacement: { data, occurredOn: '2024-09-01' },
  reason,
  agreedBy: ['A', 'B'],
});

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
      const correction = h.corrected('c', 'proposal', { data: proposed(proposalId, '2025-04-30') }, ['A', 'B'], '2025-03-25');
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
  {
    name: 'on 20 January A corrects a date of 10 January to 15 March and names B, who never confirmed',
    why: 'a correction that names another party is not made alone: it waits for B, and 15 February stood',
    proves: [1, 8, 'R11', 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2025-01-10', id: 'making' });
      h.corrected('c', 'making', { data: h.terms({ due: '2025-03-15' }) }, ['A', 'B'], { on: '2025-01-20', id: 'correction' });
      h.claimed('c', 'A', '2025-03-10');
    },
    commitments: { keptLate: ['c'], onlyClaimed: ['c'], unconfirmed: ['c correction'] },
  },
  {
    name: 'on 1 February A corrects the date to 30 April and names B, who confirmed on 18 March',
    why: 'known since the confirmation, 31 days after the date: 15 February stood',
    proves: [1, 6, 8, 'R11', 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const correction = h.corrected('c', 'making', { data: h.terms({ due: '2025-04-30' }) }, ['A', 'B'], '2025-02-01');
      h.confirmed('c', correction, 'B', '2025-03-18');
    },
    commitments: { pushed: ['c'], reDated: ['c'], correctedTerms: ['c'] },
  },
  {
    name: 'the agreed correction to 20 March, which A then struck naming B, who never confirmed',
    why: 'an unconfirmed strike takes nothing back: 20 March stays',
    proves: [1, 8, 'R11'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const correction = h.corrected('c', 'making', { data: h.terms({ due: '2025-03-20' }) }, ['A', 'B'], '2025-02-01');
      h.confirmed('c', correction, 'B', '2025-02-02');
      h.corrected('c', correction, null, ['A', 'B'], { on: '2025-02-10', id: 'strike' });
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'], correctedTerms: ['c'], unconfirmed: ['c strike'] },
  },
  {
    name: 'the same strike, confirmed by B on 12 February',
    why: 'confirmed, it takes the correction back: 15 February stands again, and no terms are corrected',
    proves: [1, 'R11'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const correction = h.corrected('c', 'making', { data: h.terms({ due: '2025-03-20' }) }, ['A', 'B'], '2025-02-01');
      h.confirmed('c', correction, 'B', '2025-02-02');
      const strike = h.corrected('c', correction, null, ['A', 'B'], '2025-02-10');
      h.confirmed('c', strike, 'B', '2025-02-12');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'the agreed correction to 20 March, put in other words (30 April) that B never confirmed',
    why: 'the words that B agreed to stand: 20 March fell due',
    proves: [1, 8, 'R11'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const correction = h.corrected('c', 'making', { data: h.terms({ due: '2025-03-20' }) }, ['A', 'B'], '2025-02-01');
      h.confirmed('c', correction, 'B', '2025-02-02');
      const said = inOtherWords(h.terms({ due: '2025-04-30' }));
      h.corrected('c', correction, { data: said }, ['A', 'B'], { on: '2025-03-01', id: 'rewording' });
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'], correctedTerms: ['c'], unconfirmed: ['c rewording'] },
  },
  {
    name: 'the same other words, confirmed by B on 12 March',
    why: 'the first words are gone, and the last ones came on 1 March: 15 February stood, 30 April lies ahead',
    proves: [1, 6, 8, 'R11', 'R12'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      const correction = h.corrected('c', 'making', { data: h.terms({ due: '2025-03-20' }) }, ['A', 'B'], '2025-02-01');
      h.confirmed('c', correction, 'B', '2025-02-02');
      const said = inOtherWords(h.terms({ due: '2025-04-30' }));
      const rewording = h.corrected('c', correction, { data: said }, ['A', 'B'], '2025-03-01');
      h.confirmed('c', rewording, 'B', '2025-03-12');
    },
    commitments: { pushed: ['c'], reDated: ['c'], correctedTerms: ['c'] },
  },
  {
    name: 'the making struck by A on 10 February naming B, who never confirmed',
    why: 'an unconfirmed strike strikes nothing, and is listed',
    proves: [2, 8, 'R11'],
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      h.corrected('c', 'making', null, ['A', 'B'], { on: '2025-02-10', id: 'strike' });
    },
    commitments: { missed: ['c'], unconfirmed: ['c strike'] },
  },
  {
    name: 'a proposal to 20 March agreed in January, corrected by A on 10 March to 30 April naming B, who never confirmed',
    why: 'the date that both agreed to fell due; the correction waits, and is listed',
    proves: [1, 8, 'R11'],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], { on: '2025-01-10', id: 'proposal' });
      h.agreed('c', proposalId, 'B', '2025-01-12');
      h.corrected('c', 'proposal', { data: proposed(proposalId, '2025-04-30') }, ['A', 'B'], {
        on: '2025-03-10',
        id: 'correction',
      });
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'], unconfirmed: ['c correction'] },
  },
  {
    name: 'a proposal to 20 February agreed in January, corrected by A on 10 February to 20 March; B confirmed on 23 March',
    why: 'known since the confirmation, 31 days after the date: 20 February stood',
    proves: [1, 8, 'R11', 'R12'],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-02-20', ['A'], { on: '2025-01-10', id: 'proposal' });
      h.agreed('c', proposalId, 'B', '2025-01-12');
      const said = proposed(proposalId, '2025-03-20');
      const correction = h.corrected('c', 'proposal', { data: said }, ['A', 'B'], '2025-02-10');
      h.confirmed('c', correction, 'B', '2025-03-23');
    },
    commitments: { missed: ['c'], reDated: ['c'], renegotiated: ['c 2025-02-15'] },
  },
  {
    name: 'a proposal to 20 March that A corrected to 25 March before B agreed to it',
    why: 'B agreed to the words that stood then: 25 March fell due',
    proves: [1, 'R11'],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], { on: '2025-01-10', id: 'proposal' });
      h.corrected('c', 'proposal', { data: proposed(proposalId, '2025-03-25') }, ['A'], '2025-01-11');
      h.agreed('c', proposalId, 'B', '2025-01-12');
      h.claimed('c', 'A', '2025-03-24');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], renegotiated: ['c 2025-02-15'] },
  },
  {
    name: 'owed to B and C: A alone corrects its proposal to 20 March to 30 April after B, and before C, agreed to it',
    why: 'what B agreed to is not put in other words without B: 20 March fell due',
    proves: [1, 'R11'],
    tell: (h) => {
      h.made('c', { to: ['B', 'C'] });
      const proposalId = h.moved('c', '2025-03-20', ['A'], { on: '2025-01-10', id: 'proposal' });
      h.agreed('c', proposalId, 'B', '2025-01-11');
      h.corrected('c', 'proposal', { data: proposed(proposalId, '2025-04-30') }, ['A'], '2025-01-12');
      h.agreed('c', proposalId, 'C', '2025-01-13');
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'] },
  },
  {
    name: 'a proposal to 20 March agreed in January, corrected by A alone on 10 March to 30 April',
    why: 'refused where it is recorded; and if a ledger held it, it would not move the date that both agreed to',
    proves: [1, 'R11', 'R12'],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], { on: '2025-01-10', id: 'proposal' });
      h.agreed('c', proposalId, 'B', '2025-01-12');
      h.corrected('c', 'proposal', { data: proposed(proposalId, '2025-04-30') }, ['A'], '2025-03-10');
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'] },
  },
  {
    name: 'a claim of 20 February that B verified, corrected by A to 10 February naming B, who never confirmed',
    why: 'the claim stays as it was judged; the correction waits, and is listed',
    proves: [5, 8, 'R11'],
    tell: (h) => {
      h.made('c');
      const claimId = h.claimed('c', 'A', { on: '2025-02-20', id: 'claim' });
      h.judged('c', 'B', 'A', 'met', '2025-02-22');
      const said = { claimId, party: 'A', fulfilledOn: '2025-02-10', evidence: [] };
      h.corrected('c', 'claim', { data: said }, ['A', 'B'], { on: '2025-03-01', id: 'correction' });
    },
    commitments: { keptLate: ['c'], verified: ['c'], unconfirmed: ['c correction'] },
  },
];
