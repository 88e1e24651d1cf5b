import type { IndicatorCommand } from '#domain';
import type { Id } from '#kernel';
import type { Cells } from './cells.js';
import type { Slot, Stated, World } from './world.js';

type Definition = Omit<Extract<IndicatorCommand, { type: 'DefineIndicator' }>, 'type' | 'partnershipId'>;
type Reading = Omit<Extract<IndicatorCommand, { type: 'RecordReading' }>, 'type'>;

const ABSENCES = ['suppressed', 'not-applicable', 'not-available', 'not-collected', 'no-longer-reported'] as const;
const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?$/;

export function indicator(cells: Cells, key: string, world: World): Stated | undefined {
  const name = cells.must('name');
  const unit = cells.must('unit');
  const direction = cells.mustChoose('direction', ['up', 'down'] as const);
  const goalKey = world.reference(cells, 'goal', 'goal');
  const goalId = goalKey === undefined ? undefined : world.find('goal', goalKey);
  const baseline = valueOn(cells, 'baseline', 'baseline_on');
  const target = valueOn(cells, 'target', 'target_by');
  const dimensions = items(cells.get('dimensions'));
  const madeOf = parts(cells, world);
  const suppressBelow = count(cells, 'suppress_below');
  if (name === undefined || unit === undefined || direction === undefined || !cells.isGood) return undefined;
  const definition: Definition = {
    name,
    unit,
    direction,
    ...(goalId === undefined ? {} : { goalId }),
    ...(baseline === undefined ? {} : { baseline: { value: baseline.value, asOf: baseline.on } }),
    ...(target === undefined ? {} : { target: { value: target.value, by: target.on } }),
    ...(dimensions.length === 0 ? {} : { dimensions }),
    ...(madeOf.length === 0 ? {} : { madeOf }),
    ...(suppressBelow === undefined ? {} : { suppressBelow }),
  };
  const { partnershipId } = world;
  return { slots: [onIndicator(world, key, 'indicator', { type: 'DefineIndicator', partnershipId, ...definition })] };
}

export function reading(cells: Cells, key: string, world: World): Stated | undefined {
  const of = world.mustRefer(cells, 'indicator', 'indicator');
  const value = decimal(cells, 'value');
  const absent = cells.choice('absent', ABSENCES);
  const asOf = cells.must('as_of') === undefined ? undefined : cells.occurrence('as_of');
  const party = world.party(cells, 'party');
  const dimension = cells.get('dimension');
  const n = count(cells, 'n');
  const source = cells.must('source');
  const evidenceKey = world.reference(cells, 'evidence', 'evidence');
  if (cells.isGood && (value === undefined) === (absent === undefined))
    cells.wrong('value', 'one-of', 'give either a value, or in absent why there is none');
  if (of === undefined || asOf === undefined || source === undefined || !cells.isGood) return undefined;
  const said: Reading = {
    reading: value === undefined ? { absent: absent ?? 'not-available' } : { value },
    asOf,
    source,
    ...meant(party, dimension),
    ...(n === undefined ? {} : { n }),
    ...(evidenceKey === undefined ? {} : { evidenceId: world.idOf('evidence', evidenceKey) }),
  };
  return {
    slots: [{ ...onIndicator(world, of, 'reading', { type: 'RecordReading', ...said }), makes: { kind: 'reading', key } }],
  };
}

/** Whom or what a value is for, where a row says so. */
function meant(party: Id | undefined, dimension: string | undefined): Pick<Reading, 'for'> {
  if (party === undefined && dimension === undefined) return {};
  return { for: { ...(party === undefined ? {} : { party }), ...(dimension === undefined ? {} : { dimension }) } };
}

function onIndicator(world: World, key: string, slot: string, command: IndicatorCommand): Slot {
  return { slot, act: () => ({ family: 'indicator', id: world.idOf('indicator', key), command }) };
}

function items(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function decimal(cells: Cells, field: string): string | undefined {
  const value = cells.get(field);
  if (value === undefined || DECIMAL.test(value)) return value;
  return cells.wrong(field, 'number', `"${value.slice(0, 80)}" is no decimal number, written like 47.25`);
}

function count(cells: Cells, field: string): number | undefined {
  const value = cells.get(field);
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  return cells.wrong(field, 'number', `"${value.slice(0, 80)}" is no whole number`);
}

/** A value with its day: both or neither. */
function valueOn(cells: Cells, field: string, dayField: string) {
  const value = decimal(cells, field);
  const on = cells.day(dayField);
  if (value !== undefined && on !== undefined) return { value, on };
  if (cells.get(field) !== undefined && cells.get(dayField) === undefined) cells.must(dayField);
  if (cells.get(dayField) !== undefined && cells.get(field) === undefined) cells.must(field);
  return undefined;
}

/** What an index is made of: `reading=0.6;attendance=0.4`. */
function parts(cells: Cells, world: World) {
  return items(cells.get('made_of')).flatMap((item) => {
    const [key = '', weight = '', ...rest] = item.split('=').map((part) => part.trim());
    if (rest.length > 0 || !DECIMAL.test(weight)) {
      cells.wrong('made_of', 'number', `"${item.slice(0, 80)}" is no key with its weight, written like reading=0.6`);
      return [];
    }
    if (!world.has('indicator', key)) {
      cells.wrong('made_of', 'unknown-key', `there is no indicator "${key}" in a row before this one`);
      return [];
    }
    return [{ indicatorId: world.idOf('indicator', key), weight }];
  });
}
