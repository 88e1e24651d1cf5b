import type { IndicatorEvent } from '#domain';
import { addDays, type CivilDate, dayCounted, type Fact, type Id, inFactOrder } from '#kernel';
import type { Asking } from './items.js';
import { byText, type StreamFacts } from './ledger.js';
import { exact, type Rational, ratio, subtract } from './rational.js';
import type { IndicatorFigure, ReadingFigure } from './scorecard.js';

type IndicatorFact = Fact<IndicatorEvent>;
type Defined = Extract<IndicatorFact, { type: 'IndicatorDefined' | 'IndicatorRedefined' }>;
type Recorded = Extract<IndicatorFact, { type: 'ReadingRecorded' }>;

/** Line 14: of each indicator, and of each party or dimension it is read for, the last reading and that of the quarter before. */
export function indicatorFigures(streams: readonly StreamFacts[], asking: Asking): IndicatorFigure[] {
  return streams.flatMap((stream) => figuresOf(stream, asking));
}

function figuresOf(stream: StreamFacts, { quarter, e, dayOf }: Asking): IndicatorFigure[] {
  const facts = (inFactOrder(stream.facts) as IndicatorFact[]).filter((fact) => fact.type === 'ReadingRecorded' || fact.day <= e);
  const definition = facts.findLast(
    (fact): fact is Defined => fact.type === 'IndicatorDefined' || fact.type === 'IndicatorRedefined',
  );
  const retired = facts.find((fact) => fact.type === 'IndicatorRetired');
  if (definition === undefined || (retired !== undefined && retired.day < quarter.first)) return [];
  const defined = facts.indexOf(definition);
  const { unit, direction, baseline, suppressBelow } = definition.data;
  const revised = facts.slice(defined).findLast((fact) => fact.type === 'TargetRevised');
  const target = revised?.data.target ?? definition.data.target ?? null;

  const readings = facts.flatMap((fact, index) =>
    fact.type === 'ReadingRecorded'
      ? [{ fact, asOf: dayCounted(fact.data.asOf, dayOf(fact.recordedAt)), broken: index < defined }]
      : [],
  );
  const series = new Map(readings.map(({ fact }) => [seriesKey(fact), fact.data.for ?? null]));
  if (series.size === 0) series.set('', null);
  return [...series].sort(byText(([key]) => key)).map(([key, whom]) => {
    const upTo = (day: CivilDate) =>
      readings
        .filter((reading) => seriesKey(reading.fact) === key && reading.asOf <= day)
        .sort(byText(({ asOf }) => asOf))
        .at(-1);
    const last = upTo(e);
    const before = upTo(addDays(quarter.first, -1));
    const distance = (reading: typeof last): Rational | null => {
      const figure = reading === undefined || reading.broken ? null : readingFigure(reading.fact, reading.asOf, suppressBelow);
      if (figure === null || !('value' in figure) || baseline === undefined || target === null) return null;
      return distanceClosed(figure.value, baseline.value, target.value);
    };
    return {
      indicatorId: stream.id,
      for: whom,
      unit,
      direction,
      baseline: baseline?.value ?? null,
      target,
      last: last === undefined ? null : readingFigure(last.fact, last.asOf, suppressBelow),
      quarterBefore: before === undefined ? null : readingFigure(before.fact, before.asOf, suppressBelow),
      distanceClosed: distance(last),
      distanceClosedBefore: distance(before),
      seriesBroken: before?.broken ?? false,
    };
  });
}

function seriesKey({ data }: Recorded): string {
  return `${data.for?.party ?? ''} ${data.for?.dimension ?? ''}`.trim();
}

/** A value that stands for fewer than the indicator allows is suppressed, whoever recorded it. */
function readingFigure({ data }: Recorded, asOf: CivilDate, suppressBelow: number | undefined): ReadingFigure {
  const figure: Readonly<{ readingId: Id; asOf: CivilDate; n: number | null }> = {
    readingId: data.readingId,
    asOf,
    n: data.n ?? null,
  };
  if ('absent' in data.reading) return { ...figure, absent: data.reading.absent };
  const tooFew = suppressBelow !== undefined && data.n !== undefined && data.n < suppressBelow;
  return tooFew ? { ...figure, absent: 'suppressed' } : { ...figure, value: data.reading.value };
}

/**
 * How far a value has come from the baseline to the target, exactly: 1 is there, below 0 is further away than at the start.
 * @returns null where a number is missing or the target is the baseline
 */
export function distanceClosed(value: string, baseline: string, target: string): Rational | null {
  const [v, b, t] = [exact(value), exact(baseline), exact(target)];
  if (v === undefined || b === undefined || t === undefined) return null;
  return ratio(subtract(v, b), subtract(t, b));
}
