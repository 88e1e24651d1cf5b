import {
  type CivilDate,
  DoesNotApply,
  type EventAboutFact,
  type Fact,
  FactLog,
  type Id,
  logging,
  never,
  type OccurredOn,
  type Shape,
} from '#kernel';
import type { PartyId } from '../commitment/commitment.events.js';
import type { IndicatorEvent, ReadingValue } from './indicator.events.js';

type Defined = Omit<Extract<IndicatorEvent, { type: 'IndicatorDefined' }>['data'], 'partnershipId'>;

/** A reading as it stands. Readings of different series are not compared. */
export type IndicatorReading = Readonly<{
  readingId: Id;
  /** How often the indicator had been redefined before: 0 for the first series. */
  series: number;
  reading: ReadingValue;
  asOf: OccurredOn;
  for?: Readonly<{ party?: PartyId; dimension?: string }>;
  n?: number;
  source: string;
  evidenceId?: Id;
}>;

/** An indicator as it stands: its definition in force, its target and its readings in the order they were recorded. */
export type IndicatorState = Readonly<{
  partnershipId?: Id;
  definedOn?: CivilDate;
  definition: Defined;
  /** The running series. A redefinition begins the next. */
  series: number;
  readings: readonly IndicatorReading[];
  retiredOn?: CivilDate;
  /** Every fact by its id, for corrections and confirmations. */
  log: FactLog<IndicatorEvent>;
}>;

const initial: IndicatorState = {
  definition: { name: '', unit: '', direction: 'up' },
  series: 0,
  readings: [],
  log: FactLog.empty(),
};

function applied(state: IndicatorState, fact: Fact<Exclude<IndicatorEvent, EventAboutFact>>): IndicatorState | DoesNotApply {
  if (state.partnershipId === undefined && fact.type !== 'IndicatorDefined')
    return new DoesNotApply('R16', 'the indicator was not defined yet');
  switch (fact.type) {
    case 'IndicatorDefined': {
      if (state.partnershipId !== undefined) return new DoesNotApply('R16', 'the indicator was defined already');
      const { partnershipId, ...definition } = fact.data;
      return { ...state, partnershipId, definition, definedOn: fact.day };
    }
    case 'IndicatorRedefined': {
      const { reason: _reason, ...definition } = fact.data;
      return { ...state, definition, series: state.series + 1 };
    }
    case 'ReadingRecorded':
      return { ...state, readings: [...state.readings, { ...fact.data, series: state.series }] };
    case 'TargetRevised':
      return { ...state, definition: { ...state.definition, target: fact.data.target } };
    case 'IndicatorRetired':
      return { ...state, retiredOn: fact.day };
    default:
      return never(fact);
  }
}

export const indicatorShape: Shape<IndicatorState, IndicatorEvent> = { family: 'indicator', initial, evolve: logging(applied) };
