import { earlierQuarters, scorecardV1 } from '#scoring';
import { type Case, outcomes } from '../testing/figures.js';
import { history } from '../testing/history.js';

const reason = { text: 't', sha256: '0' };

/** Meetings, indicators, goals, children, earlier quarters and breaches. */
export const figureCases: readonly Case[] = [
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
    name: 'monthly bodies until December, until 30 January, until 28 February and without end; the partnership ended on 31 January',
    why: 'a body goes with its partnership: January was whole to the last two, of February and March nothing is expected',
    proves: [13, 'R10'],
    tell: (h) => {
      for (const [bodyId, from, until] of [
        ['board', '2024-12-15', undefined],
        ['council', '2024-12-15', '2024-12-31'],
        ['panel', '2024-12-15', '2025-01-30'],
        ['team', '2024-12-15', '2025-02-28'],
      ] as const) {
        h.partnership({ type: 'BodyEstablished', data: { bodyId, name: bodyId, cadence: 'month' } }, from);
        if (until !== undefined) h.partnership({ type: 'BodyDissolved', data: { bodyId } }, until);
      }
      h.partnership({ type: 'PartnershipEnded', data: { reason } }, '2025-01-31');
    },
    commitments: {},
    also: ({ meetings }) => ({
      expected: [
        meetings.bodies.map((b) => [b.bodyId, b.expected]),
        [
          ['board', ['2025-01-31']],
          ['panel', []],
          ['team', ['2025-01-31']],
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
    name: 'the fifth quarter of a fiscal year that moved to October; a child without one missed a promise of those days',
    why: 'where a child has no quarter of that name, its own stands that runs when the quarter ends',
    proves: [15],
    quarter: 'FY2026-Q5',
    known: '2026-10-10',
    tell: (h) => {
      h.partnership({ type: 'ReviewCalendarChanged', data: { fiscalYearStart: '10-01', from: '2025-10-01' } }, '2025-05-01');
    },
    commitments: {},
    also: (_, h) => {
      const child = history();
      child.made('x', { due: '2026-08-15' });
      const { children } = scorecardV1(
        { events: h.events(), children: [{ partnershipId: 'child', events: child.events() }] },
        { quarter: 'FY2026-Q5', asOf: '2026-10-10T12:00:00.000Z', basis: 'ledger' },
      );
      const quarter = { first: '2026-07-01', last: '2026-09-30' };
      const followThrough = { kept: 0, counted: 1, rate: { num: 0, den: 1 } };
      return { children: [children, [{ partnershipId: 'child', quarter, followThrough }]] };
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
    name: 'due 15 August and 15 September; on 20 October it becomes known that September began another fiscal year',
    why: 'a row is about the same days then and now, whatever they were called then; each day is in one row',
    proves: [16],
    quarter: 'FY2026-Q2',
    known: '2026-01-10',
    tell: (h) => {
      h.made('c', { due: '2025-08-15' });
      h.made('d', { due: '2025-09-15' });
      h.partnership(
        { type: 'ReviewCalendarChanged', data: { fiscalYearStart: '09-01', from: '2025-09-01' } },
        { on: '2025-08-20', recorded: '2025-10-20' },
      );
    },
    commitments: { missed: ['d'], carriedIn: ['c 2025-08-15 107 days open'] },
    also: (_, h) => {
      const request = { quarter: 'FY2026-Q3', asOf: '2026-01-10T12:00:00.000Z', basis: 'ledger' } as const;
      const rows = earlierQuarters({ events: h.events() }, request, 3);
      const missed = ({ scorecard }: (typeof rows)[number]['knownNow']) => outcomes(scorecard.commitments.outcomes).missed;
      return {
        rows: [
          rows.map(({ quarter, knownThen, knownNow }) => [...Object.values(quarter), missed(knownThen), missed(knownNow)]),
          [
            ['FY2026-Q2', '2025-09-01', '2025-11-30', ['d'], ['d']],
            ['FY2026-Q1', '2025-07-01', '2025-08-31', ['c'], ['c']],
            ['FY2025-Q4', '2025-04-01', '2025-06-30', undefined, undefined],
          ],
        ],
        'the scorecard of those days': [
          Object.values(rows[1]?.knownThen.scorecard.quarter ?? {}),
          ['FY2026-Q1', '2025-07-01', '2025-08-31'],
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
