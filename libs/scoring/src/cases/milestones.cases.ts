import type { MilestoneItem } from '../scorecard.js';
import { type Case, outcomes } from '../testing/figures.js';
import type { History } from '../testing/history.js';

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

/** Milestones. */
export const milestoneCases: readonly Case[] = [
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
    name: 'a milestone of 1 February; A is released from its commitment on 20 December, and C takes it on on 10 July',
    why: 'by the last day judged nobody owed it any more',
    proves: [12],
    known: '2025-07-20',
    tell: (h) => {
      h.made('c', far);
      h.milestone('c', 'm', '2024-09-01', '2025-02-01');
      h.released('c', 'A', ['B'], '2024-12-20');
      const added = h.commitment('c', { type: 'ShareAdded', data: { party: 'C', agreedBy: ['C', 'B'] } }, 'C', '2025-07-10');
      h.confirmed('c', added, 'B', '2025-07-10');
    },
    commitments: {},
    also: ({ milestones: m }) => ({
      outcomes: [outcomes(m.outcomes), {}],
      ended: [names(m.endedWithCommitment), ['m']],
      planned: [names(m.planned), []],
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
