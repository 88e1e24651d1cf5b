import { describe, expect, it } from '@jest/globals';
import { derivedId } from '#kernel';
import type { PartnershipEvent } from '../partnership/partnership.events.js';
import { COMMAND_ID, type Given, idOf, scenario, text } from '../testing/given.js';
import { PARTNERSHIP, partnershipWith } from '../testing/partnership.js';
import { indicatorDecider } from './indicator.decider.js';
import type { IndicatorEvent } from './indicator.events.js';

const A = idOf('A');
const ID = idOf('indicator');
const PART = idOf('part');
const FAR = idOf('elsewhere');

const data = {
  partnershipId: PARTNERSHIP,
  name: 'Attendance',
  goalId: idOf('goal'),
  unit: '%',
  direction: 'up',
  baseline: { value: '81.5', asOf: '2024-06-30' },
  target: { value: '90', by: '2026-06-30' },
  dimensions: ['grade 3'],
  suppressBelow: 10,
} as const;
const defined: IndicatorEvent = { type: 'IndicatorDefined', data };
const define = { ...data, type: 'DefineIndicator' } as const;
const partOf = (partnershipId: string): Given<IndicatorEvent>[] => [
  { type: 'IndicatorDefined', data: { partnershipId, name: 'Part', unit: '%', direction: 'up' } },
];
const indicatorIn = (...later: readonly Given<PartnershipEvent>[]) =>
  scenario(indicatorDecider, `indicator-${ID}`, {
    beside: {
      [`partnership-${PARTNERSHIP}`]: partnershipWith([A], ...later),
      [`indicator-${ID}`]: partOf(PARTNERSHIP),
      [`indicator-${PART}`]: partOf(PARTNERSHIP),
      [`indicator-${FAR}`]: partOf(idOf('another partnership')),
    },
  });
const indicator = indicatorIn();
const read = { type: 'RecordReading', reading: { value: '84' }, asOf: '2024-12', n: 200, source: 'State report' } as const;
const { type: _type, ...reading } = read;
const recorded: IndicatorEvent = {
  type: 'ReadingRecorded',
  data: { ...reading, readingId: derivedId(COMMAND_ID, 'reading') },
};
const retired: IndicatorEvent = { type: 'IndicatorRetired', data: {} };

describe('an indicator', () => {
  it('is defined for a goal, with baseline and target', async () => {
    await indicator.given().when(define).then(defined);
  });

  it('R15: every field that is wrong is named at once', async () => {
    await indicator
      .given()
      .when({
        ...define,
        name: '',
        unit: ' ',
        direction: 'sideways' as 'up',
        baseline: { value: '8,5', asOf: '2024-06-31' },
        target: { value: 'NaN', by: '2026-06-30' },
        suppressBelow: 0,
        madeOf: [{ indicatorId: 'x', weight: '.5' }],
      })
      .thenInvalid(
        'name',
        'unit',
        'direction',
        'baseline.value',
        'baseline.asOf',
        'target.value',
        'suppressBelow',
        'madeOf[0].indicatorId',
        'madeOf[0].weight',
      );
  });

  it('R15: the target lies after the baseline, and no part is named twice', async () => {
    const part = { indicatorId: PART, weight: '0.5' };
    await indicator
      .given()
      .when({ ...define, target: { value: '90', by: '2024-06-30' }, madeOf: [part, part] })
      .thenInvalid('target.by', 'madeOf[1].indicatorId');
  });

  it('R16: its partnership and its goal are there, and the goal still stands', async () => {
    await indicator
      .given()
      .when({ ...define, partnershipId: idOf('nothing') })
      .thenNotFound('partnershipId');
    await indicator
      .given()
      .when({ ...define, goalId: idOf('no goal') })
      .thenRefused('R16', 'goalId');
    await indicatorIn({ type: 'GoalRetired', data: { goalId: idOf('goal') }, how: { on: '2024-12-31' } })
      .given()
      .when(define)
      .thenRefused('R16', 'goalId');
  });

  it('R16: what it is made of is there, in this partnership, and not itself', async () => {
    const madeOf = (indicatorId: string) => ({ ...define, madeOf: [{ indicatorId, weight: '0.5' }] });
    await indicator
      .given()
      .when(madeOf(idOf('none')))
      .thenRefused('R16', 'madeOf[0].indicatorId');
    await indicator.given().when(madeOf(FAR)).thenRefused('R16', 'madeOf[0].indicatorId');
    await indicator.given().when(madeOf(ID)).thenRefused('R16', 'madeOf[0].indicatorId');
    expect(await indicator.given().when(madeOf(PART)).events()).toHaveLength(1);
  });

  it('R10: a partnership that has ended defines none', async () => {
    await indicatorIn({ type: 'PartnershipEnded', data: { reason: text('done') }, how: { on: '2024-12-31' } })
      .given()
      .when(define)
      .thenRefused('R10', 'occurredOn');
  });

  it('takes readings, and reasons why there is none', async () => {
    await indicator.given(defined).when(read).then(recorded);
    const absent = { ...read, reading: { absent: 'suppressed' }, n: 4 } as const;
    expect(await indicator.given(defined).when(absent).events()).toHaveLength(1);
  });

  it('R15: a reading has a value or a reason, a day that has come, and a source', async () => {
    await indicator
      .given(defined)
      .when({ ...read, reading: { value: '1e3' }, asOf: '2024-13', n: -1, source: '' })
      .thenInvalid('reading.value', 'asOf', 'n', 'source');
    await indicator
      .given(defined)
      .when({ ...read, reading: { absent: 'forgotten' as 'suppressed' } })
      .thenInvalid('reading.absent');
    await indicator
      .given(defined)
      .when({ ...read, reading: 'high' as never })
      .thenInvalid('reading');
    await indicator
      .given(defined)
      .when({ ...read, asOf: '2025-02' })
      .thenRefused('R15', 'asOf');
  });

  it('R15: a value that stands for too few, or for nobody says how many, is recorded as suppressed', async () => {
    await indicator
      .given(defined)
      .when({ ...read, n: 9 })
      .thenRefused('R15', 'reading');
    const { n: _n, ...uncounted } = read;
    await indicator.given(defined).when(uncounted).thenRefused('R15', 'reading');
    expect(
      await indicator
        .given(defined)
        .when({ ...read, n: 10 })
        .events(),
    ).toHaveLength(1);
  });

  it('R16: whom a reading is for, its dimension and its evidence are there', async () => {
    await indicator
      .given(defined)
      .when({ ...read, for: { party: idOf('nobody') } })
      .thenRefused('R16', 'for.party');
    await indicator
      .given(defined)
      .when({ ...read, for: { dimension: 'grade 9' } })
      .thenRefused('R16', 'for.dimension');
    await indicator
      .given(defined)
      .when({ ...read, evidenceId: idOf('none') })
      .thenRefused('R16', 'evidenceId');
    expect(
      await indicator
        .given(defined)
        .when({ ...read, for: { party: A, dimension: 'grade 3' } })
        .events(),
    ).toHaveLength(1);
  });

  it('R14: the same reading again records nothing; another value is a new one', async () => {
    await indicator.given(defined, recorded).when(read).thenNothing();
    expect(
      await indicator
        .given(defined, recorded)
        .when({ ...read, reading: { value: '85' } })
        .events(),
    ).toHaveLength(1);
  });

  it('begins a new series when it is redefined', async () => {
    const { partnershipId: _partnershipId, ...definition } = data;
    const redefined: IndicatorEvent = {
      type: 'IndicatorRedefined',
      data: { ...definition, name: 'Attendance, new count', reason: text('new law') },
    };
    const command = { ...redefined.data, type: 'RedefineIndicator' } as const;
    await indicator.given(defined, recorded).when(command).then(redefined);
    const { state } = indicator.given(defined, recorded, redefined, recorded).folded();
    expect(state.readings.map(({ series }) => series)).toEqual([0, 1]);
    await indicator.given(defined, recorded, redefined).when(read).then(recorded);
    await indicator.given(defined, redefined).when(command).thenNothing();
  });

  it('R2: a revised target is not set for a day before it is revised', async () => {
    const revise = (by: '2024-12-31' | '2025-01-01') =>
      ({ type: 'ReviseTarget', target: { value: '88', by }, reason: text('late') }) as const;
    await indicator.given(defined).when(revise('2024-12-31')).thenRefused('R2', 'target.by');
    const { type: _revise, ...said } = revise('2025-01-01');
    await indicator.given(defined).when(revise('2025-01-01')).then({ type: 'TargetRevised', data: said });
    await indicator.given(defined, { type: 'TargetRevised', data: said }).when(revise('2025-01-01')).thenNothing();
  });

  it('R16: retired, it takes nothing more', async () => {
    await indicator.given(defined, retired).when(read).thenRefused('R16', 'id');
    await indicator.given(defined, retired).when({ type: 'RetireIndicator' }).thenNothing();
    await indicator.given(defined).when({ type: 'RetireIndicator' }).then(retired);
  });

  it('R16: nothing is read before it was defined', async () => {
    await indicator.given(defined).when(read, { on: '2024-12-31' }).thenRefused('R16', 'occurredOn');
  });

  it('R1: the clock reads nothing', async () => {
    await indicator
      .given(defined)
      .when(read, { by: { kind: 'clock' } })
      .thenRefused('R1', 'actor');
  });
});
