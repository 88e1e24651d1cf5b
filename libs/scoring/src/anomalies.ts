import {
  type CommitmentEvent,
  type CommitmentState,
  type Commitments,
  commitmentShape,
  type EvidenceEvent,
  evidenceShape,
  indicatorShape,
  type LedgerEvent,
  meetingShape,
  type PartnershipEvent,
  partnershipShape,
  requireCommitmentsSettled,
  requireKnown,
  requireOwnershipSettled,
  requireRolesSettled,
  requireSharesSettled,
} from '#domain';
import {
  type Anomaly,
  addDays,
  type Basis,
  type CivilDate,
  type Event,
  type Fact,
  type Folded,
  foldFacts,
  type Id,
  type Instant,
  inFactOrder,
  LedgerError,
  type Recorded,
  type Shape,
} from '#kernel';
import { type Ask, asksBeyond, type Beyond } from './beyond-stream.js';
import { byText, type Known, knownAt, type StreamFacts } from './ledger.js';

/**
 * Facts that did not apply at their place, and breaches of rules that look beyond one stream and are not locked when a
 * command is decided (rule 16): membership, role, existence, open items at leaving.
 * @param events all events of one partnership's streams in log order
 */
export function breaches(
  events: readonly Recorded<LedgerEvent>[],
  at: Readonly<{ asOf?: Instant; basis?: Basis }> = {},
): Anomaly[] {
  const asOf = at.asOf ?? events.at(-1)?.recordedAt;
  if (asOf === undefined) return [];
  return anomaliesIn(knownAt(events, { asOf, basis: at.basis ?? 'ledger' })).map(({ anomaly }) => anomaly);
}

/** An anomaly with the day of its fact. */
export type DatedAnomaly = Readonly<{ anomaly: Anomaly; day: CivilDate }>;

/** The same of what is known already; sorted by event. */
export function anomaliesIn(known: Known): readonly DatedAnomaly[] {
  const commitments = folds(commitmentShape, known.commitments);
  const evidence = folds(evidenceShape, known.evidence);
  const indicators = folds(indicatorShape, known.indicators);
  const meetings = folds(meetingShape, known.meetings);
  const facts = [known.commitments, known.evidence, known.indicators, known.meetings].flat().flatMap((stream) => stream.facts);
  const beyond: Beyond = {
    partnership: known.partnership,
    commitments: opened(commitments, ({ made }) => made),
    evidence: opened(evidence, ({ partnershipId }) => partnershipId),
    revisions: revisionsOf(known.evidence),
    indicators: opened(indicators, ({ partnershipId }) => partnershipId),
    meetings: opened(meetings, ({ partnershipId }) => partnershipId),
    before: (fact, commitmentId) => {
      const stream = known.commitments.find(({ id }) => id === commitmentId);
      const state = stream && standingBy(stream, addDays(fact.day, -1), fact);
      return state?.made && state;
    },
  };
  const found = [
    ...known.anomalies,
    ...[commitments, evidence, indicators, meetings].flat().flatMap(({ anomalies }) => anomalies),
    ...facts.flatMap((fact) => broken(fact, asksBeyond(fact, beyond))),
    ...known.partnership.log.values().flatMap((fact) => broken(fact, asksOfPartnership(fact, known, beyond))),
  ];
  const days = new Map(found.length === 0 ? [] : [...facts, ...known.about].map((fact) => [fact.id, fact.day]));
  return found.sort(byText(({ eventId, rule, why }) => `${eventId} ${rule} ${why}`)).flatMap((anomaly) => {
    const day = days.get(anomaly.eventId);
    return day === undefined ? [] : [{ anomaly, day }];
  });
}

type FoldedStream<State> = Folded<State> & Readonly<{ id: Id }>;

function folds<State, E extends Event>(shape: Shape<State, E>, streams: readonly StreamFacts[]): readonly FoldedStream<State>[] {
  return streams.map(({ id, facts }) => ({
    id,
    ...foldFacts(shape, inFactOrder(facts as readonly Fact<Event>[]) as Fact<E>[]),
  }));
}

/** Streams by id, without those whose opening is not there: it was struck, or not known yet. */
function opened<State>(streams: readonly FoldedStream<State>[], opening: (state: State) => unknown): ReadonlyMap<Id, State> {
  return new Map(streams.flatMap(({ id, state }) => (opening(state) === undefined ? [] : [[id, state]])));
}

/** How many revisions each item of evidence has, in log order as its decider numbers them, whatever their days. */
function revisionsOf(evidence: readonly StreamFacts[]): ReadonlyMap<Id, number> {
  const folded = evidence.map(({ id, facts }) => ({ id, ...foldFacts(evidenceShape, facts as readonly Fact<EvidenceEvent>[]) }));
  return new Map([...opened(folded, ({ partnershipId }) => partnershipId)].map(([id, { revisions }]) => [id, revisions.length]));
}

/**
 * A commitment as it stood for a fact beside it: what had happened by a day, however late it became known, and what was
 * recorded before the fact, which its decider saw.
 */
function standingBy({ facts }: StreamFacts, day: CivilDate, beside: Fact): CommitmentState {
  const seen = facts.filter((its) => its.day <= day || its.position < beside.position);
  return foldFacts(commitmentShape, inFactOrder(seen) as Fact<CommitmentEvent>[]).state;
}

/** Asks each rule of a fact; each refusal is a breach, listed once. */
function broken({ id: eventId, stream }: Fact, asks: readonly Ask[]): readonly Anomaly[] {
  const found = new Map<string, Anomaly>();
  for (const ask of asks) {
    const refusal = refusalOf(ask);
    for (const { rule, message: why } of refusal?.problems ?? [])
      found.set(`${rule} ${why}`, { eventId, stream, rule: rule as Anomaly['rule'], why });
  }
  return [...found.values()];
}

function refusalOf(ask: Ask): LedgerError | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
}

/** Rules 8, 9 and 10: what was still open when a party left, a role ended, or the partnership did; rule 16: what it names. */
function asksOfPartnership(fact: Fact<PartnershipEvent>, known: Known, beyond: Beyond): readonly Ask[] {
  const each = (): readonly Commitments[] =>
    known.commitments.map((stream) => new Map([[stream.id, { state: standingBy(stream, fact.day, fact), revision: 0n }]]));
  switch (fact.type) {
    case 'PartyLeft': {
      const { partyId } = fact.data;
      const facts = known.partnership.log.values();
      const before = foldFacts(partnershipShape, facts.slice(0, facts.indexOf(fact))).state;
      return each().flatMap((one) => [
        () => requireSharesSettled(one, before, partyId),
        () => requireRolesSettled(one, before, partyId),
      ]);
    }
    case 'RoleEnded':
      return each().map((one) => () => requireOwnershipSettled(one, fact.data.roleId, 'roleId'));
    case 'PartnershipEnded':
      return each().map((one) => () => requireCommitmentsSettled(one, fact.data.carriedOnBy));
    case 'ContributionRecorded':
      return [() => requireKnown(beyond.commitments, fact.data.commitmentId, 'commitmentId', 'commitment')];
    default:
      return [];
  }
}
