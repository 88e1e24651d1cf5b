import type { CivilDate, Event, EventAboutFact, Id, OccurredOn, TextRef } from '#kernel';
import type { CommandAboutFact } from '../about-facts.js';
import type { PartyId } from '../commitment/commitment.events.js';
import type { Decimal } from '../partnership/partnership.events.js';

/** Why there is no value. */
export type Absence = 'suppressed' | 'not-applicable' | 'not-available' | 'not-collected' | 'no-longer-reported';

export type ReadingValue = Readonly<{ value: Decimal }> | Readonly<{ absent: Absence }>;

type Definition = {
  name: string;
  goalId?: Id;
  unit: string;
  direction: 'up' | 'down';
  baseline?: Readonly<{ value: Decimal; asOf: CivilDate }>;
  target?: Readonly<{ value: Decimal; by: CivilDate }>;
  dimensions?: readonly string[];
  /** An index: the indicators it is made of, with their weights. */
  madeOf?: readonly Readonly<{ indicatorId: Id; weight: Decimal }>[];
  /** Values that stand for fewer than this many are suppressed. */
  suppressBelow?: number;
};

type Reading = {
  reading: ReadingValue;
  asOf: OccurredOn;
  /** Whom or which dimension the value is for. */
  for?: Readonly<{ party?: PartyId; dimension?: string }>;
  n?: number;
  source: string;
  evidenceId?: Id;
};

export type IndicatorEvent =
  | Event<'IndicatorDefined', Definition & { partnershipId: Id }>
  /** Breaks the series: values before and after are not compared. */
  | Event<'IndicatorRedefined', Definition & { reason: TextRef }>
  | Event<'ReadingRecorded', Reading & { readingId: Id }>
  | Event<'TargetRevised', { target: Readonly<{ value: Decimal; by: CivilDate }>; reason: TextRef }>
  | Event<'IndicatorRetired', { reason?: TextRef }>
  | EventAboutFact;

export type IndicatorCommand =
  | Readonly<{ type: 'DefineIndicator'; partnershipId: Id } & Definition>
  | Readonly<{ type: 'RedefineIndicator'; reason: TextRef } & Definition>
  | Readonly<{ type: 'RecordReading' } & Reading>
  | Readonly<{ type: 'ReviseTarget'; target: Readonly<{ value: Decimal; by: CivilDate }>; reason: TextRef }>
  | Readonly<{ type: 'RetireIndicator'; reason?: TextRef }>
  | CommandAboutFact;
