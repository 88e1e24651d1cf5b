import { type Case, dayNotes, partyNotes } from '../testing/figures.js';

const reason = { text: 't', sha256: '0' };

/** Whose word counts, and who holds a share when. A owes B, due 15 February 2025, where nothing else is said. */
export const partyCases: readonly Case[] = [
  {
    name: "A's own hand wrote down B's agreement too",
    why: 'two sides by one hand are unconfirmed: nothing moves',
    proves: [1, 8],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], { on: '2025-01-10', id: 'asked' });
      h.agreed('c', proposalId, 'B', { on: '2025-01-10', recordedBy: 'person-A', id: 'yes' });
    },
    commitments: { missed: ['c'], unconfirmed: ['c asked+yes'] },
  },
  {
    name: 'the same, confirmed by B on 17 March',
    why: 'the confirmation gives its known-since: 30 days after the date',
    proves: [1],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], '2025-01-10');
      const yes = h.agreed('c', proposalId, 'B', { on: '2025-01-10', recordedBy: 'person-A' });
      h.confirmed('c', yes, 'B', '2025-03-17');
    },
    commitments: { missed: ['c'], renegotiated: ['c 2025-02-15'] },
  },
  {
    name: 'the same, confirmed by B on 18 March',
    why: 'a day too late: the date stood',
    proves: [1],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], '2025-01-10');
      const yes = h.agreed('c', proposalId, 'B', { on: '2025-01-10', recordedBy: 'person-A' });
      h.confirmed('c', yes, 'B', '2025-03-18');
    },
    commitments: { missed: ['c'], reDated: ['c'] },
  },
  {
    name: 'the same, confirmed by the very hand that wrote it down',
    why: 'nobody confirms its own record of another',
    proves: [1],
    tell: (h) => {
      h.made('c');
      const proposalId = h.moved('c', '2025-03-20', ['A'], { on: '2025-01-10', id: 'asked' });
      h.agreed('c', proposalId, 'B', { on: '2025-01-10', recordedBy: 'person-A', id: 'yes' });
      h.confirmed('c', 'yes', 'B', { on: '2025-01-11', recordedBy: 'person-A' });
    },
    commitments: { missed: ['c'], unconfirmed: ['c asked+yes'] },
  },
  {
    name: "A's hand wrote down that B rejected A's claim",
    why: 'an unconfirmed verdict judges nothing',
    proves: [5, 8],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-10');
      h.judged('c', 'B', 'A', 'not-met', { on: '2025-02-12', recordedBy: 'person-A', id: 'no' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], unconfirmed: ['c no'] },
  },
  {
    name: 'the same, confirmed by B',
    why: 'now it is the word of B',
    proves: [5],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-10');
      const no = h.judged('c', 'B', 'A', 'not-met', { on: '2025-02-12', recordedBy: 'person-A' });
      h.confirmed('c', no, 'B', '2025-02-13');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'a claim recorded for A by an office, contested by A',
    why: 'an act that its party contests never stands',
    proves: [5],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', { on: '2025-02-10', recordedBy: 'office', id: 'claim' });
      h.commitment('c', { type: 'RecordContested', data: { eventId: 'claim', party: 'A', reason } }, 'A', '2025-02-11');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'imported verdicts and claims by one importer',
    why: 'one importer recorded both sides: the verdict judges nothing',
    proves: [5, 8],
    basis: 'source',
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', { on: '2025-02-10', recorded: '2025-03-01', asserted: '2025-02-10' });
      h.judged('c', 'B', 'A', 'not-met', { on: '2025-02-12', recorded: '2025-03-01', asserted: '2025-02-12', id: 'no' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], unconfirmed: ['c no'] },
  },
  {
    name: 'owed to B and C: B says met, C says not met',
    why: 'where two differ, the less favourable; the item is contested',
    proves: [5, 8],
    tell: (h) => {
      h.made('c', { to: ['B', 'C'] });
      h.claimed('c', 'A', '2025-02-10');
      h.judged('c', 'C', 'A', 'not-met', '2025-02-11');
      h.judged('c', 'B', 'A', 'met', '2025-02-12');
    },
    commitments: { missed: ['c'], contested: ['c'] },
  },
  {
    name: 'B rejects, then verifies',
    why: 'of one party the latest verdict counts',
    proves: [5],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-10');
      h.judged('c', 'B', 'A', 'not-met', '2025-02-11');
      h.judged('c', 'B', 'A', 'met', '2025-02-20');
    },
    commitments: { kept: ['c'], verified: ['c'] },
  },
  {
    name: 'a verdict of 20 February written down before one of 11 February',
    why: 'latest is by the order of days, not of recording',
    proves: [5],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-02-10');
      h.judged('c', 'B', 'A', 'met', '2025-02-20');
      h.judged('c', 'B', 'A', 'not-met', { on: '2025-02-11', recorded: '2025-02-25' });
    },
    commitments: { kept: ['c'], verified: ['c'] },
  },
  {
    name: 'a claim withdrawn on 5 April',
    why: 'a withdrawal counts however late',
    proves: [5],
    tell: (h) => {
      h.made('c');
      const claimId = h.claimed('c', 'A', '2025-02-10');
      h.unclaimed('c', claimId, 'A', '2025-04-05');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'a claim of 10 February withdrawn on 12 February, another made on 14 February',
    why: 'a withdrawal takes back the claim that it names, and no other',
    proves: [5],
    tell: (h) => {
      h.made('c');
      const claimId = h.claimed('c', 'A', '2025-02-10');
      h.unclaimed('c', claimId, 'A', '2025-02-12');
      h.claimed('c', 'A', '2025-02-14');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: 'a withdrawal of the claim recorded for A by an office, contested by A',
    why: 'A never took its claim back: it stands',
    proves: [5],
    tell: (h) => {
      h.made('c');
      const claimId = h.claimed('c', 'A', '2025-02-10');
      h.unclaimed('c', claimId, 'A', { on: '2025-03-01', recordedBy: 'office', id: 'withdrawal' });
      h.commitment('c', { type: 'RecordContested', data: { eventId: 'withdrawal', party: 'A', reason } }, 'A', '2025-03-02');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
  },
  {
    name: 'fulfilled on 2 April',
    why: 'after the last day judged: not done by then',
    proves: [5],
    tell: (h) => {
      h.made('c');
      h.claimed('c', 'A', '2025-04-02');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'A and C owe; B releases C on 1 February; A does its share',
    why: 'a released share is not required; C is uncounted',
    proves: [2, 7, 8, 15],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] });
      h.released('c', 'C', ['B'], '2025-02-01');
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], released: ['c C 2025-02-15'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: kept c']] }),
  },
  {
    name: 'C released by A, who owes beside it',
    why: 'only those it is owed to release a share',
    proves: [1, 2, 7],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] });
      h.released('c', 'C', ['A'], '2025-02-01');
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { partlyKept: ['c'] },
  },
  {
    name: 'the release by B on 20 February',
    why: 'what happens after the date does not change what was needed',
    proves: [7, 15],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] });
      h.released('c', 'C', ['B'], '2025-02-20');
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { partlyKept: ['c'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: kept c', 'C: missed c']] }),
  },
  {
    name: 'the release by B dated 10 February, recorded 20 March',
    why: 'made known 33 days after the date: the share fell due',
    proves: [2, 7],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] });
      h.released('c', 'C', ['B'], { on: '2025-02-10', recorded: '2025-03-20' });
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { partlyKept: ['c'] },
  },
  {
    name: 'the only share released in time',
    why: 'nobody owes it any more: it does not fall due',
    proves: [2, 8],
    tell: (h) => {
      h.made('c');
      h.released('c', 'A', ['B'], '2025-02-01');
    },
    commitments: { released: ['c A 2025-02-15'] },
  },
  {
    name: 'C hands its share to D on 1 February; D and B confirmed; A and D do it',
    why: "the receiver's share instead of the giver's",
    proves: [2, 7, 8, 15],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] });
      const transfer = h.transferred('c', 'C', 'D', ['D', 'B'], '2025-02-01');
      h.confirmed('c', transfer, 'D', '2025-02-02');
      h.confirmed('c', transfer, 'B', '2025-02-03');
      h.claimed('c', 'A', '2025-02-10');
      h.claimed('c', 'D', '2025-02-12');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'], transferred: ['c C 2025-02-15'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: kept c', 'D: kept c']] }),
  },
  {
    name: 'the same, but B never confirmed',
    why: 'the transfer moves nothing: C still owes',
    proves: [1, 2, 7],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] });
      const transfer = h.transferred('c', 'C', 'D', ['D', 'B'], { on: '2025-02-01', id: 'transfer' });
      h.confirmed('c', transfer, 'D', '2025-02-02');
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { partlyKept: ['c'], unconfirmed: ['c transfer'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: kept c', 'C: missed c']] }),
  },
  {
    name: 'handed over on 20 February, after the date; D does it on 10 March',
    why: 'the commitment was kept late; the share of C was missed',
    proves: [6, 7, 15],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'] });
      const transfer = h.transferred('c', 'C', 'D', ['D', 'B'], '2025-02-20');
      h.confirmed('c', transfer, 'D', '2025-02-20');
      h.confirmed('c', transfer, 'B', '2025-02-20');
      h.claimed('c', 'A', '2025-02-10');
      h.claimed('c', 'D', '2025-03-10');
    },
    commitments: { keptLate: ['c'], onlyClaimed: ['c'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: kept c', 'C: missed c']] }),
  },
  {
    name: 'C leaves on 1 February, kept on for its share, and claims on 10 February',
    why: 'a party that left may still do what it was bound to',
    proves: [6, 15, 'R8'],
    tell: (h) => {
      h.made('c', { owes: ['C'] });
      h.commitment('c', { type: 'ShareKeptOn', data: { party: 'C' } }, 'C', '2025-01-31');
      h.partnership({ type: 'PartyLeft', data: { partyId: 'C' } }, '2025-02-01');
      h.claimed('c', 'C', '2025-02-10');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
    also: (card) => ({ anomalies: [card.anomalies.filter((a) => a.rule === 'R8'), []] }),
  },
  {
    name: 'C leaves with an open share, against the rule',
    why: 'a breach that was not locked is listed on the scorecard',
    proves: [15, 'R8', 'R16'],
    tell: (h) => {
      h.made('c', { owes: ['C'] });
      h.partnership({ type: 'PartyLeft', data: { partyId: 'C' } }, { on: '2025-02-01', id: 'leaving' });
    },
    commitments: { missed: ['c'] },
    also: (card) => ({ anomalies: [card.anomalies.map((a) => `${a.rule} ${a.eventId}`), ['R8 leaving']] }),
  },
  {
    name: 'at least two of A, B and C; C released; A did it',
    why: 'the number that was promised never shrinks',
    proves: [7, 'R4'],
    tell: (h) => {
      h.made('c', { owes: ['A', 'B', 'C'], to: ['D'], more: { completion: { atLeast: 2 } } });
      h.released('c', 'C', ['D'], '2025-01-10');
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { partlyKept: ['c'], released: ['c C 2025-02-15'] },
  },
  {
    name: 'at least one of A and C; A breaks its share, C does its own',
    why: 'one share was asked for, one was kept',
    proves: [2, 7, 'R6'],
    tell: (h) => {
      h.made('c', { owes: ['A', 'C'], more: { completion: { atLeast: 1 } } });
      h.broken('c', 'A', '2024-12-01');
      h.claimed('c', 'C', '2025-02-10');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: missed c', 'C: kept c']] }),
  },
  {
    name: 'withdrawn on 1 February with the word of both',
    why: 'agreed before the date: uncounted',
    proves: [2, 8],
    tell: (h) => {
      h.made('c');
      const withdrawal = h.withdrawn('c', ['A', 'B'], '2025-02-01');
      h.confirmed('c', withdrawal, 'B', '2025-02-02');
    },
    commitments: { withdrawn: ['c 2025-02-15'] },
  },
  {
    name: 'the same, confirmed by B on 20 March',
    why: 'agreed too late to be known in time: missed',
    proves: [1, 2],
    tell: (h) => {
      h.made('c');
      const withdrawal = h.withdrawn('c', ['A', 'B'], '2025-02-01');
      h.confirmed('c', withdrawal, 'B', '2025-03-20');
    },
    commitments: { missed: ['c'] },
  },
  {
    name: 'a share added to C on 10 January, with the word of A, B and C',
    why: 'a share that was added is required like the others',
    proves: [7],
    tell: (h) => {
      h.made('c');
      const added = h.commitment('c', { type: 'ShareAdded', data: { party: 'C', agreedBy: ['A', 'B', 'C'] } }, 'A', '2025-01-10');
      h.confirmed('c', added, 'B', '2025-01-11');
      h.confirmed('c', added, 'C', '2025-01-12');
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { partlyKept: ['c'] },
    also: (card) => ({ parties: [partyNotes(card), ['A: kept c', 'C: missed c']] }),
  },
  {
    name: 'four commitments, 5 early, on the day, 10 late and 21 late',
    why: 'the middle of four is the mean of the middle two: (0 + 10) / 2 = 5',
    proves: [9],
    tell: (h) => {
      for (const [id, on] of [
        ['a', '2025-02-10'],
        ['b', '2025-02-15'],
        ['c', '2025-02-25'],
        ['d', '2025-03-08'],
      ] as const) {
        h.made(id);
        h.claimed(id, 'A', on);
      }
    },
    commitments: { kept: ['a', 'b'], keptLate: ['c', 'd'], onlyClaimed: ['a', 'b', 'c', 'd'] },
    also: (card) => ({
      days: [dayNotes(card.lateness), ['a -5', 'b 0', 'c 10', 'd 21']],
      middle: [card.lateness.median, { num: 5, den: 1 }],
      worst: [card.lateness.worst, 21],
      'two of four': [card.commitments.followThrough, { kept: 2, counted: 4, rate: { num: 2, den: 4 } }],
    }),
  },
];
