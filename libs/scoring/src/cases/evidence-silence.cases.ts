import type { Scorecard } from '../scorecard.js';
import type { Case } from '../testing/figures.js';
import type { History, When } from '../testing/history.js';

const reason = { text: 't', sha256: '0' };
const far = { due: '2025-12-31' } as const;

const oneItem = { more: { evidenceRequirement: { minimum: 1 } } } as const;

/** The commitments whose evidence is present, and those whose is accepted. */
const suffices = ({ evidence }: Scorecard) => [evidence.present, evidence.accepted];

function revised(h: History, id: string, revision: number, when: When): void {
  h.evidence(
    id,
    { type: 'EvidenceRevised', data: { revision, content: { kind: 'link', url: 'https://example.org' } } },
    'A',
    when,
  );
}

function accepted(h: History, id: string, revision: number, when: When): void {
  h.evidence(id, { type: 'EvidenceAppraised', data: { revision, by: 'B', verdict: 'accepted' } }, 'B', when);
}

function linked(h: History, id: string, evidenceId: string, revision: number, on: When): void {
  const link = {
    linkId: `link of ${id} to ${revision}`,
    evidenceId,
    revision,
    to: { kind: 'whole' },
    stance: 'supports',
  } as const;
  h.commitment(id, { type: 'EvidenceLinked', data: link }, 'A', on);
}

function claimedWith(h: History, id: string, evidenceId: string, revision: number, on: '2025-02-10' | '2025-02-20'): void {
  const claim = { claimId: `claim of ${id}`, party: 'A', fulfilledOn: on, evidence: [{ evidenceId, revision }] };
  h.commitment(id, { type: 'FulfilmentClaimed', data: claim }, 'A', on);
}

/** A contests that it did what was recorded for it. */
function contested(h: History, id: string, eventId: string): void {
  h.evidence(id, { type: 'RecordContested', data: { eventId, party: 'A', reason } }, 'A', '2025-03-01');
}

/** Evidence and silence. */
export const evidenceCases: readonly Case[] = [
  {
    name: 'two items of two methods by two parties, both accepted; two were asked for',
    why: 'present, accepted and triangulated',
    proves: [10],
    tell: (h) => {
      h.made('c', { more: { evidenceRequirement: { minimum: 2 } } });
      h.submitted('x', 'A', 'observation', '2025-02-01');
      h.submitted('y', 'C', 'survey', '2025-02-01');
      for (const item of ['x', 'y']) {
        h.linked('c', item, '2025-02-02');
        h.appraised(item, 'B', 'accepted', '2025-02-03');
      }
      h.claimed('c', 'A', '2025-02-10');
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
    also: ({ evidence }) => ({
      evidence: [
        evidence,
        { over: ['c'], required: ['c'], present: ['c'], accepted: ['c'], triangulated: ['c'], contradicted: [], withAny: ['c'] },
      ],
    }),
  },
  {
    name: 'the same, but one item is rejected',
    why: 'a rejected item no longer counts: one of two',
    proves: [10, 'R7'],
    tell: (h) => {
      h.made('c', { more: { evidenceRequirement: { minimum: 2 } } });
      h.submitted('x', 'A', 'observation', '2025-02-01');
      h.submitted('y', 'C', 'survey', '2025-02-01');
      for (const item of ['x', 'y']) h.linked('c', item, '2025-02-02');
      h.appraised('x', 'B', 'accepted', '2025-02-03');
      h.appraised('y', 'B', 'rejected', '2025-02-03');
    },
    commitments: { missed: ['c'] },
    also: ({ evidence }) => ({
      present: [
        [evidence.required, evidence.present, evidence.withAny],
        [['c'], [], ['c']],
      ],
    }),
  },
  {
    name: 'an item retracted on 20 March, one expired on 30 March, one unlinked, one that A accepted itself',
    why: 'none of the first three counts; the last is present and not accepted, for nobody appraises its own',
    proves: [10, 'R5', 'R7'],
    tell: (h) => {
      for (const id of ['a', 'b', 'c', 'd']) h.made(id, { more: { evidenceRequirement: { minimum: 1 } } });
      h.submitted('w', 'A', 'survey', '2025-02-01');
      h.evidence('w', { type: 'EvidenceRetracted', data: { reason } }, 'A', '2025-03-20');
      h.submitted('x', 'A', 'survey', '2025-02-01', '2025-03-30');
      h.submitted('y', 'A', 'survey', '2025-02-01');
      h.submitted('z', 'A', 'survey', '2025-02-01');
      h.appraised('z', 'A', 'accepted', '2025-02-03');
      h.linked('a', 'w', '2025-02-02');
      h.linked('b', 'x', '2025-02-02');
      h.commitment(
        'c',
        {
          type: 'EvidenceLinked',
          data: { linkId: 'l', evidenceId: 'y', revision: 1, to: { kind: 'whole' }, stance: 'supports' },
        },
        'A',
        '2025-02-02',
      );
      h.commitment('c', { type: 'EvidenceUnlinked', data: { linkId: 'l', reason } }, 'A', '2025-02-05');
      h.linked('d', 'z', '2025-02-02');
    },
    commitments: { missed: ['a', 'b', 'c', 'd'] },
    also: ({ evidence }) => ({
      counts: [
        [evidence.present, evidence.accepted],
        [['d'], []],
      ],
    }),
  },
  {
    name: 'an item that expires on 31 March; only a survey counts; two items of one method; two of one party; one against',
    why: 'the last day is still good; methods are asked for; neither one method nor one party triangulates',
    proves: [10],
    tell: (h) => {
      for (const id of ['a', 'b', 'c', 'd']) h.made(id, { more: { evidenceRequirement: { minimum: 1, methods: ['survey'] } } });
      h.submitted('x', 'A', 'survey', '2025-02-01', '2025-03-31');
      h.submitted('y', 'A', 'interview', '2025-02-01');
      h.submitted('z', 'C', 'survey', '2025-02-01');
      h.linked('a', 'x', '2025-02-02');
      h.linked('b', 'y', '2025-02-02');
      h.linked('b', 'z', '2025-02-02', 'contradicts');
      h.linked('c', 'x', '2025-02-02');
      h.linked('c', 'z', '2025-02-02');
      h.linked('d', 'x', '2025-02-02');
      h.linked('d', 'y', '2025-02-02');
    },
    commitments: { missed: ['a', 'b', 'c', 'd'] },
    also: ({ evidence }) => ({
      counts: [
        [evidence.present, evidence.triangulated, evidence.contradicted],
        [['a', 'c', 'd'], [], ['b']],
      ],
    }),
  },
  {
    name: 'due in December and claimed in March, with the evidence named in the claim',
    why: 'what is claimed in the quarter is looked at; what a claim rests on supports it',
    proves: [10],
    tell: (h) => {
      h.submitted('x', 'A', 'survey', '2025-02-01');
      h.made('c', { ...far, more: { evidenceRequirement: { minimum: 1 } } });
      h.claimed('c', 'A', '2025-03-10', { evidence: ['x'] });
      h.made('d', far);
    },
    commitments: {},
    also: ({ evidence }) => ({
      counts: [
        [evidence.over, evidence.present],
        [['c'], ['c']],
      ],
    }),
  },
  {
    name: 'revision 1 submitted by A; revision 2 and its acceptance by B written by one office; in d the revision by A itself',
    why: 'an appraisal is set beside the revision it is about: one hand for both sides is unconfirmed',
    proves: [10, 'R5'],
    tell: (h) => {
      for (const [id, item, hand] of [
        ['c', 'x', 'office'],
        ['d', 'y', 'person-A'],
      ] as const) {
        h.made(id, oneItem);
        h.submitted(item, 'A', 'survey', '2025-02-01');
        revised(h, item, 2, { on: '2025-02-02', recordedBy: hand });
        accepted(h, item, 2, { on: '2025-02-03', recordedBy: 'office' });
        linked(h, id, item, 2, '2025-02-04');
      }
    },
    commitments: { missed: ['c', 'd'] },
    also: (card) => ({ suffices: [suffices(card), [['c', 'd'], ['d']]] }),
  },
  {
    name: 'revision 1 linked and rejected; revision 2 accepted and named in the claim; in d revision 1 linked again afterwards',
    why: 'of each item the latest reference says which revision, a link or a claim alike',
    proves: [10, 'R7'],
    tell: (h) => {
      for (const [id, item] of [
        ['c', 'x'],
        ['d', 'y'],
      ] as const) {
        h.made(id, oneItem);
        h.submitted(item, 'A', 'survey', '2025-02-01');
        h.linked(id, item, '2025-02-02');
        h.appraised(item, 'B', 'rejected', '2025-02-03');
        revised(h, item, 2, '2025-02-05');
        accepted(h, item, 2, '2025-02-06');
        claimedWith(h, id, item, 2, '2025-02-10');
      }
      h.linked('d', 'y', '2025-02-20');
    },
    commitments: { kept: ['c', 'd'], onlyClaimed: ['c', 'd'] },
    also: (card) => ({ suffices: [suffices(card), [['c'], ['c']]] }),
  },
  {
    name: 'revision 2 accepted and linked; then A claims with the rejected revision 1; in d the claim came first',
    why: 'the claim is the later reference in the one, the link in the other',
    proves: [10],
    tell: (h) => {
      for (const [id, item, on] of [
        ['c', 'x', '2025-02-20'],
        ['d', 'y', '2025-02-10'],
      ] as const) {
        h.made(id, oneItem);
        h.submitted(item, 'A', 'survey', '2025-02-01');
        h.appraised(item, 'B', 'rejected', '2025-02-03');
        revised(h, item, 2, '2025-02-05');
        accepted(h, item, 2, '2025-02-06');
        linked(h, id, item, 2, '2025-02-15');
        claimedWith(h, id, item, 1, on);
      }
    },
    commitments: { kept: ['d'], keptLate: ['c'], onlyClaimed: ['c', 'd'] },
    also: (card) => ({ suffices: [suffices(card), [['d'], ['d']]] }),
  },
  {
    name: 'written by an office for A: the submission of w, of x, revision 2 of y, the retraction of z; A contests all but w',
    why: 'what a party contests never stood: x supports nothing, of y the first revision counts, z was not retracted',
    proves: [10, 'R7'],
    tell: (h) => {
      const office = (id: string) => ({ on: '2025-02-01', recordedBy: 'office', id }) as const;
      for (const item of ['w', 'x']) h.submitted(item, 'A', 'survey', office(`submission of ${item}`));
      for (const item of ['y', 'z']) h.submitted(item, 'A', 'survey', '2025-02-01');
      revised(h, 'y', 2, office('revision of y'));
      h.evidence('z', { type: 'EvidenceRetracted', data: { reason } }, 'A', office('retraction of z'));
      for (const [item, eventId] of [
        ['x', 'submission of x'],
        ['y', 'revision of y'],
        ['z', 'retraction of z'],
      ] as const)
        contested(h, item, eventId);
      for (const [id, item, revision] of [
        ['of-w', 'w', 1],
        ['of-x', 'x', 1],
        ['of-y-1', 'y', 1],
        ['of-y-2', 'y', 2],
        ['of-z', 'z', 1],
      ] as const) {
        h.made(id, oneItem);
        linked(h, id, item, revision, '2025-02-02');
      }
    },
    commitments: { missed: ['of-w', 'of-x', 'of-y-1', 'of-y-2', 'of-z'] },
    also: ({ evidence }) => ({ present: [evidence.present, ['of-w', 'of-y-1', 'of-z']] }),
  },
  {
    name: 'one item of evidence asked for by all since a correction of 10 July, as known on 20 July',
    why: 'what is asked for is what was agreed by the last day judged: nothing in this quarter, one item in the one that runs',
    proves: [10, 'R12'],
    known: '2025-07-20',
    tell: (h) => {
      h.made('c', {}, { on: '2024-09-01', id: 'making' });
      h.submitted('x', 'A', 'survey', '2025-02-01');
      h.linked('c', 'x', '2025-02-02');
      const correction = h.corrected('c', 'making', { data: h.terms(oneItem) }, ['A', 'B'], '2025-07-10');
      h.confirmed('c', correction, 'B', '2025-07-10');
    },
    commitments: { missed: ['c'] },
    also: ({ evidence }, h) => {
      const running = h.card('FY2026-Q1', '2025-07-20').evidence;
      return {
        required: [
          [evidence.required, running.required],
          [[], ['c']],
        ],
        present: [
          [evidence.present, running.present, evidence.withAny],
          [[], ['c'], ['c']],
        ],
      };
    },
  },
  {
    name: 'two shares open without a word, one from 2 March, one from 3 March',
    why: 'open on 30 days is silent, on 29 days not',
    proves: [11],
    tell: (h) => {
      h.made('c', far, '2025-03-02');
      h.made('d', { ...far, owes: ['C'] }, '2025-03-03');
    },
    commitments: {},
    also: ({ silent }) => ({ silent: [silent, { parties: ['A'], shares: [{ commitmentId: 'c', party: 'A', openDays: 30 }] }] }),
  },
  {
    name: 'one reports, one is asked and answers, one is asked and does not, one only links evidence',
    why: 'a report and an answered follow-up are signs of life; a question is not, nor is a link',
    proves: [11],
    tell: (h) => {
      for (const id of ['a', 'b', 'c', 'd']) h.made(id, far);
      h.commitment('a', { type: 'ProgressReported', data: { of: { kind: 'whole' }, light: 'on-track' } }, 'A', '2025-02-01');
      h.commitment(
        'b',
        { type: 'FollowedUp', data: { party: 'B', asked: reason, answered: reason, answeredBy: 'A' } },
        'B',
        '2025-02-01',
      );
      h.commitment('c', { type: 'FollowedUp', data: { party: 'B', asked: reason } }, 'B', '2025-02-01');
      h.submitted('x', 'A', 'survey', '2025-02-01');
      h.linked('d', 'x', '2025-02-01');
    },
    commitments: {},
    also: ({ silent }) => ({ silent: [silent.shares.map((s) => `${s.commitmentId} ${s.openDays}`), ['c 90', 'd 90']] }),
  },
  {
    name: 'reported on the last day of December; done on 30 January and on 31 January; ended on 31 January',
    why: 'a word before the quarter is none in it; done on the 31st day it was open for 30, and its claim is a word',
    proves: [11],
    tell: (h) => {
      for (const id of ['a', 'b', 'c']) h.made(id, far);
      h.commitment('a', { type: 'ProgressReported', data: { of: { kind: 'whole' }, light: 'on-track' } }, 'A', '2024-12-31');
      h.claimed('b', 'A', { on: '2025-04-02', recorded: '2025-04-02' }, { fulfilledOn: '2025-01-31' });
      h.withdrawn('c', ['B'], '2025-01-30');
    },
    commitments: {},
    also: ({ silent }) => ({ silent: [silent.shares.map((s) => `${s.commitmentId} ${s.openDays}`), ['a 90', 'b 30']] }),
  },
];
