import {
  type Beside,
  type CivilDate,
  type Context,
  canonicalJson,
  type Decider,
  firstDayMeant,
  type Id,
  type Problem,
  refused,
} from '#kernel';
import { dayOfAct, requireAdministering, requireRunning } from '../acting.js';
import { everyFactOf, knownOf, partnershipBeside, requireKnown, requirePartnership } from '../beside.js';
import { type Beheld, deciderOf, type Slice, type Standing } from '../deciding.js';
import { evidenceShape } from '../evidence/evidence.js';
import {
  day,
  decimal,
  id,
  integer,
  list,
  object,
  occurrence,
  oneOf,
  optional,
  type Said,
  textRef,
  variant,
  words,
} from '../input.js';
import type { PartnershipState } from '../partnership/partnership.js';
import type { IndicatorCommand, IndicatorEvent } from './indicator.events.js';
import { type IndicatorState, indicatorShape } from './indicator.js';

/** Which of the indicators and of the evidence named are there. */
export type IndicatorFacts = Beheld & Readonly<{ indicators: ReadonlySet<Id>; evidence: ReadonlySet<Id> }>;

type DataOf<Type extends IndicatorEvent['type']> = Extract<IndicatorEvent, { type: Type }>['data'];
type Definition = Omit<DataOf<'IndicatorDefined'>, 'partnershipId'>;
type Reading = DataOf<'ReadingRecorded'>;

const target = object<NonNullable<Definition['target']>>({ value: decimal, by: day });
const definition = {
  name: words,
  goalId: optional(id),
  unit: words,
  direction: oneOf(['up', 'down']),
  baseline: optional(object<NonNullable<Definition['baseline']>>({ value: decimal, asOf: day })),
  target: optional(target),
  dimensions: optional(list(words)),
  madeOf: optional(list(object<NonNullable<Definition['madeOf']>[number]>({ indicatorId: id, weight: decimal }), 1)),
  suppressBelow: optional(integer(1)),
};

const says: Said<IndicatorEvent> = {
  IndicatorDefined: object<DataOf<'IndicatorDefined'>>({ partnershipId: id, ...definition }, together),
  IndicatorRedefined: object<DataOf<'IndicatorRedefined'>>({ ...definition, reason: textRef }, together),
  ReadingRecorded: object<Reading>({
    readingId: id,
    reading: variant('must be { value } or { absent }', (reading) =>
      'absent' in reading
        ? object<{ absent: string }>({
            absent: oneOf(['suppressed', 'not-applicable', 'not-available', 'not-collected', 'no-longer-reported']),
          })
        : object<{ value: string }>({ value: decimal }),
    ),
    asOf: occurrence,
    for: optional(object<NonNullable<Reading['for']>>({ party: optional(id), dimension: optional(words) })),
    n: optional(integer(0)),
    source: words,
    evidenceId: optional(id),
  }),
  TargetRevised: object<DataOf<'TargetRevised'>>({ target, reason: textRef }),
  IndicatorRetired: object<DataOf<'IndicatorRetired'>>({ reason: optional(textRef) }),
};

function together({ baseline, target, madeOf = [] }: Definition): readonly Problem[] {
  const problems: Problem[] = [];
  if (baseline !== undefined && target !== undefined && target.by <= baseline.asOf)
    problems.push({ field: 'target.by', rule: 'R15', message: `must lie after the day of the baseline, ${baseline.asOf}` });
  madeOf.forEach(({ indicatorId }, index) => {
    if (madeOf.findIndex((other) => other.indicatorId === indicatorId) !== index)
      problems.push({ field: `madeOf[${index}].indicatorId`, rule: 'R15', message: 'is named twice' });
  });
  return problems;
}

async function facts(beside: Beside, event: IndicatorEvent, state: IndicatorState): Promise<IndicatorFacts> {
  const partnershipId = event.type === 'IndicatorDefined' ? event.data.partnershipId : state.partnershipId;
  const isDefinition = event.type === 'IndicatorDefined' || event.type === 'IndicatorRedefined';
  const parts = isDefinition ? (event.data.madeOf ?? []).map(({ indicatorId }) => indicatorId) : [];
  const evidenceId = event.type === 'ReadingRecorded' ? event.data.evidenceId : undefined;
  return {
    ...(await partnershipBeside(beside, partnershipId)),
    indicators: await knownOf(beside, indicatorShape, parts, partnershipId),
    evidence: await knownOf(beside, evidenceShape, [evidenceId], partnershipId),
  };
}

function decide(event: IndicatorEvent, state: IndicatorState, context: Context<IndicatorFacts>): Standing {
  const partnership = requirePartnership(context.facts, state.partnershipId);
  const on = dayOfAct(context, context.facts.timeZone);
  requireAdministering(partnership, context);
  if (state.definedOn !== undefined && on < state.definedOn)
    throw refused('R16', 'occurredOn', `the indicator was defined on ${state.definedOn}`);
  if (event.type === 'IndicatorRetired' && state.retiredOn !== undefined) return 'already-true';
  if (state.retiredOn !== undefined) throw refused('R16', 'id', `the indicator was retired on ${state.retiredOn}`);
  switch (event.type) {
    case 'IndicatorDefined':
      requireRunning(partnership, on);
      requireParts(event.data, partnership, context);
      return 'new';
    case 'IndicatorRedefined': {
      const { reason: _reason, ...redefinition } = event.data;
      if (canonicalJson(redefinition) === canonicalJson(state.definition)) return 'already-true';
      requireParts(event.data, partnership, context);
      return 'new';
    }
    case 'ReadingRecorded':
      if (isRecorded(event.data, state)) return 'already-true';
      requireReading(event.data, state, partnership, context);
      return 'new';
    case 'TargetRevised': {
      const { by } = event.data.target;
      if (canonicalJson(event.data.target) === canonicalJson(state.definition.target ?? null)) return 'already-true';
      if (by < on) throw refused('R2', 'target.by', `${by} lies before the day the target was revised, ${on}`);
      return 'new';
    }
    case 'IndicatorRetired':
    case 'FactCorrected':
    case 'RecordConfirmed':
    case 'RecordContested':
      return 'new';
  }
}

function requireParts(data: Definition, partnership: PartnershipState, context: Context<IndicatorFacts>): void {
  requireGoal(partnership, data.goalId, dayOfAct(context, context.facts.timeZone));
  data.madeOf?.forEach(({ indicatorId }, index) => {
    const field = `madeOf[${index}].indicatorId`;
    if (indicatorId === context.id) throw refused('R16', field, 'an indicator is not made of itself');
    requireKnown(context.facts.indicators, indicatorId, field, 'indicator');
  });
}

/** Rule 16: the goal that is measured was set, and not retired before that day. */
export function requireGoal(partnership: PartnershipState, goalId: Id | undefined, on: CivilDate): void {
  requireKnown(partnership.goals, goalId, 'goalId', 'goal');
  const retiredOn = goalId === undefined ? undefined : partnership.goals.get(goalId)?.retiredOn;
  if (retiredOn !== undefined && retiredOn < on) throw refused('R16', 'goalId', `the goal was retired on ${retiredOn}`);
}

function requireReading(
  data: Reading,
  state: IndicatorState,
  partnership: PartnershipState,
  context: Context<IndicatorFacts>,
): void {
  const on = dayOfAct(context, context.facts.timeZone);
  const { suppressBelow, dimensions = [] } = state.definition;
  if (firstDayMeant(data.asOf) > on) throw refused('R15', 'asOf', `${data.asOf} lies after the day of the reading, ${on}`);
  requireKnown(partnership.parties, data.for?.party, 'for.party', 'party');
  requireKnown(new Set(dimensions), data.for?.dimension, 'for.dimension', 'dimension');
  requireKnown(context.facts.evidence, data.evidenceId, 'evidenceId', 'evidence');
  if (suppressBelow === undefined || 'absent' in data.reading) return;
  if (data.n === undefined || data.n < suppressBelow)
    throw refused(
      'R15',
      'reading',
      `a value that stands for fewer than ${suppressBelow}, or for nobody says how many, is recorded as { absent: "suppressed" }`,
    );
}

/** True where the latest reading of that day, for the same, says the same (rule 14). */
function isRecorded(data: Reading, state: IndicatorState): boolean {
  const matter = (reading: Omit<Reading, 'readingId'>) => canonicalJson([reading.asOf, reading.for ?? {}, reading.source]);
  const last = state.readings.findLast((reading) => reading.series === state.series && matter(reading) === matter(data));
  if (last === undefined) return false;
  const { series: _series, readingId: _readingId, ...said } = last;
  const { readingId: _new, ...saying } = data;
  return canonicalJson(said) === canonicalJson(saying);
}

const slice: Slice<IndicatorState, IndicatorCommand, IndicatorEvent, IndicatorFacts> = {
  shape: indicatorShape,
  leadsTo: {
    DefineIndicator: { event: 'IndicatorDefined', opens: true },
    RedefineIndicator: { event: 'IndicatorRedefined' },
    RecordReading: { event: 'ReadingRecorded', makes: 'reading' },
    ReviseTarget: { event: 'TargetRevised' },
    RetireIndicator: { event: 'IndicatorRetired' },
  },
  says,
  isOpen: (state) => state.partnershipId !== undefined,
  facts,
  decide,
  partnershipOf: (state, events) => {
    const [first] = events;
    return state.partnershipId ?? (first?.type === 'IndicatorDefined' ? first.data.partnershipId : undefined);
  },
  correcting: {
    fixed: { IndicatorDefined: 'partnershipId', ReadingRecorded: 'readingId' },
    isAdministrative: () => true,
    answering: () => [],
    elsewhere: (beside, state) => everyFactOf(beside, state.partnershipId),
  },
};

/** Indicators of goals: defined, read, redefined (which breaks the series), retired. */
export const indicatorDecider: Decider<IndicatorState, IndicatorCommand, IndicatorEvent, IndicatorFacts> = deciderOf(slice);
