import { describe, expect, it } from '@jest/globals';
import {
  type CivilDate,
  type FactCorrected,
  foldFacts,
  type Instant,
  inFactOrder,
  knownFacts,
  type OccurredOn,
  type Recorded,
} from '#kernel';
import { DoesNotApply } from './decider.js';

type Said = Readonly<{ type: 'Said'; data: Readonly<{ word: string }> }>;
type AnyEvent = Said | FactCorrected;

let count = 0;
function recorded(
  event: AnyEvent,
  at: { occurredOn: OccurredOn; recordedAt: Instant; assertedAt?: Instant; id?: string },
): Recorded<AnyEvent> {
  count += 1;
  const id = at.id ?? `e${count}`;
  return {
    ...event,
    id,
    schema: 1,
    stream: 'commitment-1',
    revision: BigInt(count),
    position: String(count).padStart(20, '0'),
    recordedAt: at.recordedAt,
    metadata: {
      occurredOn: at.occurredOn,
      ...(at.assertedAt === undefined ? {} : { assertedAt: at.assertedAt }),
      actor: { kind: 'clock' },
      recordedBy: { kind: 'clock', id: 'clock' },
      commandId: id,
      commandDigest: '',
      decidedOn: {},
      correlationId: id,
      causationId: id,
    },
  };
}
const said = (word: string): Said => ({ type: 'Said', data: { word } });
const correction = (corrects: string, replacement: { word: string; on: CivilDate } | null): FactCorrected => ({
  type: 'FactCorrected',
  data: {
    corrects,
    replacement: replacement === null ? null : { data: { word: replacement.word }, occurredOn: replacement.on },
    reason: { text: 't', sha256: '0' },
  },
});
const words = (facts: readonly { type: string; data: unknown }[]) =>
  facts.filter((f) => f.type === 'Said').map((f) => (f.data as Said['data']).word);
const zone = { timeZone: 'America/New_York', basis: 'ledger' } as const;

describe('facts known at an instant (rule 11)', () => {
  const a = recorded(said('a'), { id: 'a', occurredOn: '2025-01-10', recordedAt: '2025-01-10T12:00:00.000Z' });
  const b = recorded(said('b'), { id: 'b', occurredOn: '2025-01-12', recordedAt: '2025-01-12T12:00:00.000Z' });
  const c1 = recorded(correction('a', { word: 'a1', on: '2025-01-15' }), {
    id: 'c1',
    occurredOn: '2025-02-01',
    recordedAt: '2025-02-01T12:00:00.000Z',
  });
  const c2 = recorded(correction('a', { word: 'a2', on: '2025-01-09' }), {
    id: 'c2',
    occurredOn: '2025-03-01',
    recordedAt: '2025-03-01T12:00:00.000Z',
  });

  it('R11: a corrected fact keeps its place in the log and takes the words and the day of the correction', () => {
    const { facts } = knownFacts([a, b, c1], zone);
    expect(words(facts)).toEqual(['a1', 'b']);
    expect(words(inFactOrder(facts))).toEqual(['b', 'a1']);
    expect(facts[0]).toMatchObject({
      knownSince: '2025-02-01T12:00:00.000Z',
      firstKnownSince: '2025-01-10T12:00:00.000Z',
      day: '2025-01-15',
    });
    expect(facts[0]?.corrected).toMatchObject({ by: 'c1', first: { data: { word: 'a' }, day: '2025-01-10' }, day: '2025-02-01' });
  });

  it('R11: a correction is known from its own recording on, not before', () => {
    expect(words(knownFacts([a, b, c1], { ...zone, asOf: '2025-01-31T00:00:00.000Z' }).facts)).toEqual(['a', 'b']);
  });

  it('R11: the latest known correction wins', () => {
    expect(words(knownFacts([a, b, c1, c2], zone).facts)).toEqual(['a2', 'b']);
    expect(words(knownFacts([a, b, c1, c2], { ...zone, asOf: '2025-02-15T00:00:00.000Z' }).facts)).toEqual(['a1', 'b']);
  });

  it('R11: a struck fact is left out and listed apart', () => {
    const strike = recorded(correction('a', null), { id: 's', occurredOn: '2025-02-01', recordedAt: '2025-02-01T12:00:00.000Z' });
    const { facts, struck } = knownFacts([a, b, strike], zone);
    expect(words(facts)).toEqual(['b']);
    expect(struck).toEqual([expect.objectContaining({ id: 'a', struckBy: 's', struckOn: '2025-02-01' })]);
  });

  it('R11: a correction may itself be corrected', () => {
    const again = recorded(
      {
        type: 'FactCorrected',
        data: {
          corrects: 'c1',
          replacement: { data: correction('a', { word: 'a9', on: '2025-01-11' }).data, occurredOn: '2025-02-01' },
          reason: { text: 't', sha256: '0' },
        },
      },
      { id: 'cc', occurredOn: '2025-04-01', recordedAt: '2025-04-01T12:00:00.000Z' },
    );
    const { facts } = knownFacts([a, b, c1, again], zone);
    expect(words(facts)).toEqual(['a9', 'b']);
    expect(facts[0]?.knownSince).toBe('2025-04-01T12:00:00.000Z');
  });

  it('R11: where a correction is struck, what stood before it stands again', () => {
    const strikeSecond = recorded(correction('c2', null), {
      id: 'sc2',
      occurredOn: '2025-04-01',
      recordedAt: '2025-04-01T12:00:00.000Z',
    });
    expect(words(knownFacts([a, b, c2, strikeSecond], zone).facts)).toEqual(['a', 'b']);
    expect(words(knownFacts([a, b, c1, c2, strikeSecond], zone).facts)).toEqual(['a1', 'b']);
  });

  it('knows an imported fact since its source did, on basis source only', () => {
    const imported = recorded(said('x'), {
      occurredOn: '2023-06-01',
      recordedAt: '2025-01-01T00:00:00.000Z',
      assertedAt: '2023-06-02T00:00:00.000Z',
    });
    const asOf = '2024-01-01T00:00:00.000Z';
    expect(words(knownFacts([imported], { ...zone, asOf }).facts)).toEqual([]);
    expect(words(knownFacts([imported], { ...zone, basis: 'source', asOf }).facts)).toEqual(['x']);
  });

  it('counts a fact dated by its month on the last of the month, or on the recording day where that is earlier', () => {
    const past = recorded(said('m'), { occurredOn: '2024-11', recordedAt: '2025-01-01T00:00:00.000Z' });
    // 03:00 UTC on the 16th is still the 15th in New York.
    const running = recorded(said('m'), { occurredOn: '2025-01', recordedAt: '2025-01-16T03:00:00.000Z' });
    expect(knownFacts([past, running], zone).facts.map((f) => f.day)).toEqual(['2024-11-30', '2025-01-15']);
  });

  it('skips a fact that does not apply and lists it', () => {
    const shape = {
      family: 'commitment',
      initial: [] as readonly string[],
      evolve: (state: readonly string[], fact: { type: string; data: unknown }) =>
        fact.type === 'Said' && (fact.data as Said['data']).word === 'b' ? new DoesNotApply('R6', 'over') : [...state, fact.type],
    } as const;
    const folded = foldFacts(shape, knownFacts([a, b], zone).facts);
    expect(folded.state).toEqual(['Said']);
    expect(folded.anomalies).toEqual([{ eventId: 'b', stream: 'commitment-1', rule: 'R6', why: 'over' }]);
  });
});
