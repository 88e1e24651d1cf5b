import { earlierQuarters, scorecardV1 } from '#scoring';
import type { MilestoneItem } from '../scorecard.js';
import { type Case, outcomes } from '../testing/figures.js';
import { history } from '../testing/history.js';

const reason = { text: 't', sha256: '0' };
const names = (items: readonly MilestoneItem[]) => items.map(({ milestoneId }) => milestoneId);
const far = { due: '2025-12-31' } as const;

/** Evidence, silence, milestones, meetings, indicators, goals, children and earlier quarters. */
export const figureCases: readonly Case[] = [
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
      outcomes: [outcomes(m.outcomes as never), {}],
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
  {
    name: 'a board that meets every month, paused from 10 February to 20 February; meetings in January and March',
    why: 'February rests: two periods were expected, both had a meeting',
    proves: [13, 'R10'],
    tell: (h) => {
      h.partnership({ type: 'BodyEstablished', data: { bodyId: 'board', name: 'Board', cadence: 'month' } }, '2024-12-15');
      h.partnership({ type: 'PartnershipPaused', data: { reason } }, '2025-02-10');
      h.partnership({ type: 'PartnershipResumed', data: {} }, '2025-02-20');
      for (const [id, on, parties] of [
        ['m1', '2025-01-15', ['A', 'B']],
        ['m2', '2025-03-31', ['A']],
        ['m3', '2025-04-01', ['A']],
      ] as const) {
        h.meeting(
          id,
          { type: 'MeetingScheduled', data: { partnershipId: 'p', kind: 'meeting', title: id, on, bodyId: 'board' } },
          '2025-01-01',
        );
        h.meeting(id, { type: 'MeetingHeld', data: { attendance: parties.map((party) => ({ party })) } }, on);
      }
      h.meeting(
        'm4',
        { type: 'MeetingScheduled', data: { partnershipId: 'p', kind: 'visit', title: 'm4', on: '2025-02-01' } },
        '2025-01-01',
      );
      h.meeting('m4', { type: 'MeetingHeld', data: { attendance: [] } }, '2025-02-01');
    },
    commitments: {},
    also: ({ meetings }) => ({
      meetings: [
        meetings,
        {
          bodies: [
            {
              bodyId: 'board',
              expected: ['2025-01-31', '2025-03-31'],
              met: ['2025-01-31', '2025-03-31'],
              held: ['m1', 'm2'],
              attendance: [
                { party: 'A', meetings: ['m1', 'm2'] },
                { party: 'B', meetings: ['m1'] },
              ],
            },
          ],
          others: ['m4'],
        },
      ],
    }),
  },
  {
    name: 'a board established on 2 January that never met, and a yearly one',
    why: 'January was not whole; a year ends in another quarter',
    proves: [13],
    tell: (h) => {
      h.partnership({ type: 'BodyEstablished', data: { bodyId: 'board', name: 'Board', cadence: 'month' } }, '2025-01-02');
      h.partnership({ type: 'BodyEstablished', data: { bodyId: 'council', name: 'Council', cadence: 'year' } }, '2024-07-01');
    },
    commitments: {},
    also: ({ meetings }) => ({
      expected: [
        meetings.bodies.map((b) => [b.bodyId, b.expected, b.met]),
        [
          ['board', ['2025-02-28', '2025-03-31'], []],
          ['council', [], []],
        ],
      ],
    }),
  },
  {
    name: 'an indicator from 40 to 70: 46.5 in December, 52.0 in March; a value as of April',
    why: '(52 - 40) / (70 - 40) = 2/5; before (46.5 - 40) / 30 = 13/60; what is as of April is not yet',
    proves: [14],
    tell: (h) => {
      h.indicator(
        'i',
        {
          type: 'IndicatorDefined',
          data: {
            partnershipId: 'p',
            name: 'i',
            unit: '%',
            direction: 'up',
            baseline: { value: '40', asOf: '2024-06-30' },
            target: { value: '70', by: '2026-06-30' },
          },
        },
        '2024-09-01',
      );
      for (const [readingId, value, asOf, on] of [
        ['r1', '46.5', '2024-12-15', '2025-01-10'],
        ['r2', '52.0', '2025-03-31', '2025-04-05'],
        ['r3', '99', '2025-04-01', '2025-04-05'],
      ] as const) {
        h.indicator('i', { type: 'ReadingRecorded', data: { readingId, reading: { value }, asOf, source: 's' } }, on);
      }
    },
    commitments: {},
    also: ({ indicators: [i] }) => ({
      last: [i?.last, { readingId: 'r2', asOf: '2025-03-31', n: null, value: '52.0' }],
      before: [i?.quarterBefore?.readingId, 'r1'],
      distance: [
        [i?.distanceClosed, i?.distanceClosedBefore],
        [
          { num: 2, den: 5 },
          { num: 13, den: 60 },
        ],
      ],
    }),
  },
  {
    name: 'indicators: worse than at the start; past the target; target equal to baseline; suppressed; redefined; meant to fall',
    why: 'not clamped, null where it cannot be said, and an absence keeps its reason',
    proves: [14],
    tell: (h) => {
      const define = (id: string, target: string, suppressBelow?: number) =>
        h.indicator(
          id,
          {
            type: 'IndicatorDefined',
            data: {
              partnershipId: 'p',
              name: id,
              unit: '%',
              direction: 'up',
              baseline: { value: '10', asOf: '2024-06-30' },
              target: { value: target, by: '2026-06-30' },
              ...(suppressBelow === undefined ? {} : { suppressBelow }),
            },
          },
          '2024-09-01',
        );
      const read = (id: string, value: string, n?: number, on: '2024-12-01' | '2025-02-01' = '2025-02-01') =>
        h.indicator(
          id,
          {
            type: 'ReadingRecorded',
            data: { readingId: `${id}-${on}`, reading: { value }, asOf: on, source: 's', ...(n === undefined ? {} : { n }) },
          },
          on,
        );
      define('a', '20');
      read('a', '9.5');
      define('b', '20');
      read('b', '25');
      define('c', '10');
      read('c', '12');
      define('d', '20', 10);
      read('d', '15', 9);
      define('f', '5');
      read('f', '8');
      define('e', '20');
      read('e', '12', undefined, '2024-12-01');
      h.indicator(
        'e',
        {
          type: 'IndicatorRedefined',
          data: {
            reason,
            name: 'e',
            unit: '%',
            direction: 'up',
            baseline: { value: '0', asOf: '2025-01-01' },
            target: { value: '20', by: '2026-06-30' },
          },
        },
        '2025-01-10',
      );
      read('e', '5');
    },
    commitments: {},
    also: ({ indicators }) => ({
      distances: [
        indicators.map((i) => i.distanceClosed),
        [{ num: -1, den: 20 }, { num: 3, den: 2 }, null, null, { num: 1, den: 4 }, { num: 2, den: 5 }],
      ],
      suppressed: [indicators[3]?.last, { readingId: 'd-2025-02-01', asOf: '2025-02-01', n: 9, absent: 'suppressed' }],
      broken: [
        [indicators[4]?.seriesBroken, indicators[4]?.distanceClosedBefore],
        [true, null],
      ],
    }),
  },
  {
    name: 'two commitments towards goal g, one missed, and one towards no goal',
    why: 'by goal, and those without',
    proves: [15],
    tell: (h) => {
      h.partnership({ type: 'GoalSet', data: { goalId: 'g', title: 'g' } }, '2024-08-01');
      h.made('a', { more: { goalId: 'g' } });
      h.made('b', { more: { goalId: 'g' } });
      h.made('c');
      h.claimed('a', 'A', '2025-02-10');
    },
    commitments: { kept: ['a'], missed: ['b', 'c'], onlyClaimed: ['a'] },
    also: ({ byGoal }) => ({
      goals: [
        byGoal.map((g) => [g.goalId, outcomes(g.outcomes)]),
        [
          ['g', { kept: ['a'], missed: ['b'] }],
          [null, { missed: ['c'] }],
        ],
      ],
    }),
  },
  {
    name: 'one kept and one missed here; a child with its own calendar kept one and missed two',
    why: 'children stand in a table of their own and are never summed in',
    proves: [15],
    tell: (h) => {
      h.made('a');
      h.made('b');
      h.claimed('a', 'A', '2025-02-10');
    },
    commitments: { kept: ['a'], missed: ['b'], onlyClaimed: ['a'] },
    also: (card, h) => {
      const child = history({ fiscalYear: '09-01' });
      for (const id of ['x', 'y', 'z']) child.made(id, { due: '2025-03-15' });
      child.claimed('x', 'A', '2025-03-10');
      const children = [{ partnershipId: 'child', events: child.events() }];
      const withChild = scorecardV1(
        { events: h.events(), children },
        { quarter: 'FY2025-Q3', asOf: '2025-06-10T00:00:00.000Z', basis: 'ledger' },
      );
      return {
        own: [withChild.commitments.followThrough, card.commitments.followThrough],
        child: [
          withChild.children,
          [
            {
              partnershipId: 'child',
              quarter: { first: '2025-03-01', last: '2025-05-31' },
              followThrough: { kept: 1, counted: 3, rate: { num: 1, den: 3 } },
            },
          ],
        ],
      };
    },
  },
  {
    name: 'due 15 November, done on 10 November, made known on 20 February',
    why: 'as known 30 days after the end of that quarter it was missed, as known now it was kept; no quarter before the forming',
    proves: [16],
    tell: (h) => {
      h.made('c', { due: '2024-11-15' });
      h.claimed('c', 'A', '2025-02-20', { fulfilledOn: '2024-11-10' });
    },
    commitments: {},
    also: (_, h) => {
      const request = { quarter: 'FY2025-Q3', asOf: '2025-04-10T12:00:00.000Z', basis: 'ledger' } as const;
      const [before, ...further] = earlierQuarters({ events: h.events() }, request, 2);
      return {
        quarter: [before?.quarter, { name: 'FY2025-Q2', first: '2024-10-01', last: '2024-12-31' }],
        published: [before?.asPublished, 'not recorded yet'],
        then: [
          [before?.knownThen.asOf, before?.knownThen.followThrough.kept],
          ['2025-01-31T04:59:59.999Z', 0],
        ],
        now: [
          [before?.knownNow.asOf, before?.knownNow.followThrough.kept],
          ['2025-04-10T12:00:00.000Z', 1],
        ],
        'two were asked for': [further.map((q) => q.quarter.name), ['FY2025-Q1']],
        'never before the forming in January 2020': [
          earlierQuarters({ events: h.events() }, request, 100).at(-1)?.quarter.name,
          'FY2020-Q3',
        ],
      };
    },
  },
  {
    name: 'a silent importer, a foreign party and a goal that is not there',
    why: 'rules that look beyond a stream are checked again, and each breach is listed',
    proves: [15, 'R1', 'R16'],
    tell: (h) => {
      h.made('c', { owes: ['Z'], more: { goalId: 'nowhere' } }, { on: '2024-09-01', id: 'making' });
      h.claimed('c', 'Z', { on: '2025-02-10', id: 'claim' });
    },
    commitments: { kept: ['c'], onlyClaimed: ['c'] },
    also: ({ anomalies }) => ({
      anomalies: [anomalies.map((a) => `${a.rule} ${a.eventId}`), ['R1 claim', 'R16 making', 'R16 making']],
    }),
  },
];
