import type { MilestoneItem } from '../scorecard.js';
import { type Case, outcomes } from '../testing/figures.js';
import type { History } from '../testing/history.js';

const reason = { text: 't', sha256: '0' };
const names = (items: readonly MilestoneItem[]) => items.map(({ milestoneId }) => milestoneId);
const far = { due: '2025-12-31' } as const;

function endedInDecember(h: History): void {
  for (const id of ['broken', 'withdrawn', 'released']) {
    h.made(id);
    h.milestone(id, 'm', '2024-09-01', '2025-02-01');
  }
  h.broken('broken', 'A', '2024-12-20');
  h.withdrawn('withdrawn', ['A'], '2024-12-20');
  h.released('released', 'A', ['B'], '2024-12-20');
}

/** Evidence, silence and milestones. */
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
  {
    name: 'milestones: in time, late, missed, moved before and on the date, dropped before and on the date',
    why: 'the owner may move or drop one before its date, not on it',
    proves: [12],
    tell: (h) => {
      h.made('c', far);
      for (const id of ['in-time', 'late', 'missed', 'moved', 'moved-on-the-day', 'dropped', 'dropped-on-the-day']) {
        h.milestone('c', id, '2024-09-01', '2025-02-15');
      }
      h.reached('c', 'in-time', '2025-02-15');
      h.reached('c', 'late', '2025-02-16');
      h.rescheduled('c', 'moved', '2025-04-20', '2025-02-14');
      h.rescheduled('c', 'moved-on-the-day', '2025-04-20', '2025-02-15');
      h.dropped('c', 'dropped', '2025-02-14');
      h.dropped('c', 'dropped-on-the-day', '2025-02-15');
    },
    commitments: {},
    also: ({ milestones: m }) => ({
      kept: [names(m.outcomes.kept), ['in-time']],
      keptLate: [names(m.outcomes.keptLate), ['late']],
      pushed: [names(m.outcomes.pushed), ['moved-on-the-day']],
      missed: [names(m.outcomes.missed), ['dropped-on-the-day', 'missed']],
      rescheduled: [names(m.rescheduled), ['moved']],
      dropped: [names(m.dropped), ['dropped']],
      rate: [m.followThrough, { kept: 1, counted: 5, rate: { num: 1, den: 5 } }],
      planned: [names(m.planned), ['in-time', 'late', 'missed', 'moved', 'moved-on-the-day']],
    }),
  },
  {
    name: 'a milestone moved on 10 February, made known on 18 March; another reached, reopened, reached again',
    why: 'known too late, the old date stands; reopened is not reached from its own day on',
    proves: [12],
    tell: (h) => {
      h.made('c', far);
      for (const id of ['a', 'b', 'd']) h.milestone('c', id, '2024-09-01', '2025-02-15');
      h.rescheduled('c', 'a', '2025-03-20', { on: '2025-02-10', recorded: '2025-03-18' });
      for (const id of ['b', 'd']) {
        h.reached('c', id, '2025-02-10');
        h.reopened('c', id, '2025-03-01');
      }
      h.reached('c', 'd', '2025-03-10');
    },
    commitments: {},
    also: ({ milestones: m }) => ({
      missed: [names(m.outcomes.missed), ['a', 'b']],
      keptLate: [m.outcomes.keptLate.map((d) => `${d.milestoneId} ${d.reachedOn}`), ['d 2025-03-10']],
      reopened: [names(m.reopened), ['b', 'd']],
      reached: [names(m.reached), ['d']],
    }),
  },
  {
    name: 'milestones of 15 February, corrected by A on 10 February naming B, who confirmed on 17 March, on 18 March, and never',
    why: 'a correction that names another party is known since its confirmation: the 30th day is in time, the 31st is not',
    proves: [1, 12, 'R11'],
    tell: (h) => {
      h.made('c', far);
      for (const milestoneId of ['in-time', 'too-late', 'never']) {
        h.milestone('c', milestoneId, { on: '2024-09-01', id: `plan of ${milestoneId}` }, '2025-02-15');
        const data = { milestoneId, title: milestoneId, dueOn: '2025-04-20' };
        h.corrected('c', `plan of ${milestoneId}`, { data }, ['A', 'B'], { on: '2025-02-10', id: `correction ${milestoneId}` });
      }
      h.confirmed('c', 'correction in-time', 'B', '2025-03-17');
      h.confirmed('c', 'correction too-late', 'B', '2025-03-18');
    },
    commitments: {},
    also: ({ milestones: m }) => ({
      rescheduled: [names(m.rescheduled), ['in-time']],
      pushed: [names(m.outcomes.pushed), ['too-late']],
      missed: [names(m.outcomes.missed), ['never']],
    }),
  },
  {
    name: 'milestones carried in, pending, and those that ended with their commitment',
    why: 'as for commitments; a milestone ends with its commitment',
    proves: [4, 12],
    known: '2025-03-10',
    tell: (h) => {
      h.made('c', far);
      h.milestone('c', 'old', '2024-09-01', '2024-12-01');
      h.milestone('c', 'old-and-done', '2024-09-01', '2024-12-01');
      h.reached('c', 'old-and-done', '2024-12-10');
      h.milestone('c', 'ahead', '2024-09-01', '2025-03-20');
      h.made('d', far);
      h.milestone('d', 'ended', '2024-09-01', '2025-02-20');
      const withdrawal = h.withdrawn('d', ['A', 'B'], '2025-02-10');
      h.confirmed('d', withdrawal, 'B', '2025-02-10');
    },
    commitments: {},
    also: ({ milestones: m }) => ({
      carriedIn: [m.carriedIn.map((c) => `${c.milestoneId} ${c.ageDays}`), ['old 99']],
      pending: [names(m.pending), ['ahead']],
      ended: [names(m.endedWithCommitment), ['ended']],
      outcomes: [outcomes(m.outcomes), {}],
    }),
  },
  {
    name: 'a milestone of 15 February, moved on 20 February to 30 April and dropped on 31 March',
    why: 'dropped by the last day judged it is ended, and no longer pushed',
    proves: [6, 12],
    tell: (h) => {
      h.made('c', far);
      h.milestone('c', 'm', '2024-09-01', '2025-02-15');
      h.rescheduled('c', 'm', '2025-04-30', '2025-02-20');
      h.dropped('c', 'm', '2025-03-31');
    },
    commitments: {},
    also: ({ milestones: m }) => ({ outcomes: [outcomes(m.outcomes), { missed: ['c'] }] }),
  },
  {
    name: 'a milestone of 15 November and one without a date; the commitment done on 10 December and verified',
    why: 'milestones end with their commitment: fulfilled before the quarter, nothing of it is carried in',
    proves: [4, 12],
    tell: (h) => {
      h.made('c');
      h.milestone('c', 'old', '2024-09-01', '2024-11-15');
      h.milestone('c', 'undated', '2024-09-01');
      h.claimed('c', 'A', '2024-12-10');
      h.judged('c', 'B', 'A', 'met', '2024-12-12');
    },
    commitments: { kept: ['c'], verified: ['c'] },
    also: ({ milestones: m }) => ({
      listed: [
        [m.carriedIn, m.planned, m.undated],
        [[], [], []],
      ],
    }),
  },
  {
    name: 'milestones of 1 February; on 20 December A declares its commitment broken, withdraws another alone, is released from a third',
    why: 'what A ends alone takes no date away; a release that is agreed does',
    proves: [2, 6, 12],
    tell: endedInDecember,
    commitments: { missed: ['broken', 'withdrawn'], released: ['released A 2025-02-15'] },
    also: ({ milestones: m }) => ({
      outcomes: [outcomes(m.outcomes), { missed: ['broken', 'withdrawn'] }],
      ended: [m.endedWithCommitment.map(({ commitmentId }) => commitmentId), ['released']],
    }),
  },
  {
    name: 'the same in the quarter after',
    why: 'ended before the quarter: carried into none that follows',
    proves: [4, 12],
    quarter: 'FY2025-Q4',
    known: '2025-07-10',
    tell: endedInDecember,
    commitments: {},
    also: ({ milestones: m }) => ({
      listed: [
        [m.carriedIn, m.planned],
        [[], []],
      ],
    }),
  },
  {
    name: 'milestones without a date, reported in words of their source',
    why: 'listed with the last word by the last day judged, never counted; a source that falls silent reports nothing',
    proves: [12],
    tell: (h) => {
      h.made('c', far);
      for (const id of ['a', 'b', 'd', 'e']) h.milestone('c', id, '2024-09-01');
      h.says('c', 'a', 'In Progress', '2024-12-01');
      h.says('c', 'a', 'Complete', '2025-02-01');
      h.says('c', 'a', 'In Progress', '2025-04-02');
      h.says('c', 'b', 'In Progress', '2025-03-31');
      h.says('c', 'd', 'In Progress', '2024-12-01');
      h.says('c', 'd', null, '2025-01-15');
    },
    commitments: {},
    also: ({ milestones: m, activity }) => ({
      words: [
        m.words.map((w) => [w.kind, w.word, names(w.milestones)]),
        [
          ['no-longer-stated', '', ['d']],
          ['none', '', ['e']],
          ['source', 'Complete', ['a']],
          ['source', 'In Progress', ['b']],
        ],
      ],
      undated: [m.undated.map((u) => `${u.milestoneId} ${u.saidOn}`), ['a 2025-02-01', 'b 2025-03-31', 'd 2025-01-15', 'e null']],
      reports: [activity.statusReports.onMilestones.length, 2],
      'on milestones': [names(activity.statusReports.milestonesReportedOn), ['a', 'b']],
      rate: [m.followThrough.rate, null],
    }),
  },
];
