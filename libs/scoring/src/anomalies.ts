import {
  type CommitmentEvent,
  commitmentShape,
  endOf,
  evidenceShape,
  indicatorShape,
  isMemberOn,
  type LedgerEvent,
  meetingShape,
  openSharesOf,
  ownedBy,
} from '#domain';
import {
  type Actor,
  type Anomaly,
  type Basis,
  type CivilDate,
  type Event,
  type Fact,
  foldFacts,
  type Id,
  type Instant,
  inFactOrder,
  type Recorded,
  type Shape,
} from '#kernel';
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

/** An anomaly with the day of its fact; undefined where the fact is not about a commitment, evidence, indicator or meeting. */
export type DatedAnomaly = Readonly<{ anomaly: Anomaly; day: CivilDate | undefined }>;

/** The same of what is known already; sorted by event. */
export function anomaliesIn(known: Known): readonly DatedAnomaly[] {
  const there = new Set([...known.commitments, ...known.evidence, ...known.meetings].map(({ id }) => id));
  const found = [
    ...known.anomalies,
    ...skipped(commitmentShape, known.commitments),
    ...skipped(evidenceShape, known.evidence),
    ...skipped(indicatorShape, known.indicators),
    ...skipped(meetingShape, known.meetings),
    ...factsOf(known).flatMap((fact) => [...actingBreaches(known, fact), ...existenceBreaches(known, there, fact)]),
    ...leavingBreaches(known),
  ];
  const days = new Map(found.length === 0 ? [] : factsOf(known).map((fact) => [fact.id, fact.day]));
  return found
    .sort(byText(({ eventId, rule, why }) => `${eventId} ${rule} ${why}`))
    .map((anomaly) => ({ anomaly, day: days.get(anomaly.eventId) }));
}

function factsOf(known: Known): readonly Fact<LedgerEvent>[] {
  return [known.commitments, known.evidence, known.indicators, known.meetings].flat().flatMap(({ facts }) => facts);
}

function skipped<State, E extends Event>(shape: Shape<State, E>, streams: readonly StreamFacts[]): readonly Anomaly[] {
  return streams.flatMap(({ facts }) => foldFacts(shape, inFactOrder(facts as readonly Fact<Event>[]) as Fact<E>[]).anomalies);
}

/** What a party that left may still do for what it was bound to (rule 1). */
const AFTER_LEAVING: ReadonlySet<string> = new Set([
  'ProgressReported',
  'MilestoneReached',
  'FulfilmentClaimed',
  'ClaimWithdrawn',
  'DueDateAnnounced',
  'DueDateProposed',
  'DueDateAgreed',
  'DueDateDeclined',
  'FollowedUp',
  'RecordConfirmed',
  'RecordContested',
  'FactCorrected',
  'FulfilmentVerified',
  'FulfilmentRejected',
  'EvidenceLinked',
  'CommitmentBroken',
]);

/** Rule 1, asked of the actor. */
function actingBreaches({ partnership }: Known, fact: Fact<LedgerEvent>): Anomaly[] {
  const { actor, day } = fact;
  if (actor.kind !== 'person' || actor.partyId === undefined) return [];
  const breach = (why: string): Anomaly[] => [{ eventId: fact.id, stream: fact.stream, rule: 'R1', why }];
  const party = partnership.parties.get(actor.partyId);
  if (party === undefined) return breach(`party ${actor.partyId} is not a party of this partnership`);
  const mayStill = party.leftOn !== undefined && party.leftOn < day && AFTER_LEAVING.has(fact.type);
  if (!isMemberOn(partnership, actor.partyId, day) && !mayStill)
    return breach(`party ${actor.partyId} was not a member on ${day}`);
  return heldRole(partnership, actor, day, mayStill) ? [] : breach(`the person held no role in party ${actor.partyId} on ${day}`);
}

type Person = Extract<Actor, { kind: 'person' }>;

/** A role ends when its party leaves; what the party may still do, its last role holders do. */
function heldRole({ roles }: Known['partnership'], actor: Person, day: CivilDate, afterwards: boolean): boolean {
  const role = actor.roleId === undefined ? undefined : roles.get(actor.roleId);
  if (role === undefined || role.partyId !== actor.partyId || role.personId !== actor.personId || role.from > day) return false;
  return role.until === undefined || role.until >= day || afterwards;
}

/** Rule 16: what a fact names must be there. */
function existenceBreaches(known: Known, there: ReadonlySet<Id>, fact: Fact<LedgerEvent>): Anomaly[] {
  const missing: string[] = [];
  const party = (id: Id | undefined) => {
    if (id !== undefined && !known.partnership.parties.has(id)) missing.push(`party ${id}`);
  };
  const stream = (what: string, id: Id | undefined) => {
    if (id !== undefined && !there.has(id)) missing.push(`${what} ${id}`);
  };
  switch (fact.type) {
    case 'CommitmentMade': {
      const { shares, owedTo, verifier, goalId, pledgedAt, answers } = fact.data;
      for (const id of [...shares.map((share) => share.party), ...owedTo, verifier]) party(id);
      if (goalId !== undefined && !known.partnership.goals.has(goalId)) missing.push(`goal ${goalId}`);
      stream('meeting', pledgedAt);
      stream('commitment', answers);
      break;
    }
    case 'ShareAdded':
      party(fact.data.party);
      break;
    case 'ShareTransferred':
      party(fact.data.to);
      break;
    case 'CommitmentSuperseded':
      stream('commitment', fact.data.successorId);
      break;
    case 'EvidenceLinked':
      stream('evidence', fact.data.evidenceId);
      break;
    case 'FulfilmentClaimed':
      for (const { evidenceId } of fact.data.evidence) stream('evidence', evidenceId);
      break;
    case 'EvidenceSubmitted':
      party(fact.data.party);
      break;
    case 'MeetingHeld':
      for (const { party: id } of fact.data.attendance) party(id);
      stream('evidence', fact.data.minutes);
      break;
    default:
      break;
  }
  return [...new Set(missing)].map((what) => ({
    eventId: fact.id,
    stream: fact.stream,
    rule: 'R16',
    why: `${what} is not there`,
  }));
}

/** Rules 8, 9 and 10: what was still open on the day that a party left, a role ended, or the partnership did. */
function leavingBreaches(known: Known): Anomaly[] {
  const opens = (day: CivilDate) =>
    known.commitments.map(({ id, facts }) => {
      const until = inFactOrder(facts.filter((fact) => fact.day <= day)) as Fact<CommitmentEvent>[];
      return { id, state: foldFacts(commitmentShape, until).state };
    });
  return known.endings.flatMap((fact): Anomaly[] => {
    const breach = (rule: Anomaly['rule'], why: string): Anomaly => ({ eventId: fact.id, stream: fact.stream, rule, why });
    switch (fact.type) {
      case 'PartyLeft':
        return opens(fact.day)
          .filter(({ state }) => openSharesOf(state, fact.data.partyId).length > 0)
          .map(({ id }) => breach('R8', `the party still owed an open share of commitment ${id}`));
      case 'RoleEnded':
        return opens(fact.day)
          .filter(({ state }) => ownedBy(state, fact.data.roleId))
          .map(({ id }) => breach('R9', `the role still owned the open commitment ${id}`));
      case 'PartnershipEnded':
        return fact.data.carriedOnBy !== undefined
          ? []
          : opens(fact.day)
              .filter(({ state }) => state.made !== undefined && endOf(state) === undefined)
              .map(({ id }) => breach('R10', `commitment ${id} was still open`));
      default:
        return [];
    }
  });
}
