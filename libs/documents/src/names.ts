import type { LedgerEvent } from '#domain';
import { type CivilDate, type Fact, type Id, inFactOrder, type Knowledge, knownFacts, type Recorded } from '#kernel';
import { day } from './days.js';

/** What the ids of a partnership are called, as known by the same instant as the figures. */
export type Names = Readonly<{
  partnership: string;
  purpose: string;
  /** Who owes and who is owed, and what was promised. */
  commitments: ReadonlyMap<Id, Readonly<{ statement: string; owing: readonly Id[]; owedTo: readonly Id[]; number: number }>>;
  parties: ReadonlyMap<Id, string>;
  goals: ReadonlyMap<Id, string>;
  bodies: ReadonlyMap<Id, string>;
  milestones: ReadonlyMap<Id, string>;
  indicators: ReadonlyMap<Id, string>;
  /** What a reader should know of a commitment beside its outcome, in the order it happened. */
  remarks: ReadonlyMap<Id, readonly Remark[]>;
}>;

export type Remark = Readonly<{ on: CivilDate; words: string }>;

/**
 * Collects names from a partnership's events. Commitments are numbered in the order they were made.
 * @param organizations the names of organizations, which stand in streams of their own
 */
export function namesOf(
  events: readonly Recorded<LedgerEvent>[],
  organizations: ReadonlyMap<Id, string>,
  knowledge: Knowledge,
): Names {
  const commitments = new Map<Id, { statement: string; owing: Id[]; owedTo: readonly Id[]; number: number }>();
  const [parties, goals, bodies, milestones, indicators] = [
    new Map<Id, string>(),
    new Map<Id, string>(),
    new Map<Id, string>(),
    new Map<Id, string>(),
    new Map<Id, string>(),
  ];
  let [partnership, purpose] = ['', ''];
  const { facts } = knownFacts(events, knowledge);
  for (const fact of facts) {
    const id = fact.stream.slice(fact.stream.indexOf('-') + 1);
    switch (fact.type) {
      case 'PartnershipFormed':
        [partnership, purpose] = [fact.data.name, fact.data.purpose];
        break;
      case 'PartyJoined':
        parties.set(fact.data.partyId, organizations.get(fact.data.organizationId) ?? fact.data.organizationId);
        break;
      case 'GoalSet':
        goals.set(fact.data.goalId, fact.data.title);
        break;
      case 'BodyEstablished':
        bodies.set(fact.data.bodyId, fact.data.name);
        break;
      case 'CommitmentMade': {
        const { statement, shares, owedTo } = fact.data;
        commitments.set(id, { statement, owing: shares.map((share) => share.party), owedTo, number: commitments.size + 1 });
        break;
      }
      case 'ShareAdded':
        commitments.get(id)?.owing.push(fact.data.party);
        break;
      case 'ShareTransferred':
        commitments.get(id)?.owing.push(fact.data.to);
        break;
      case 'MilestonePlanned':
        milestones.set(fact.data.milestoneId, fact.data.title);
        break;
      case 'IndicatorDefined':
      case 'IndicatorRedefined':
        indicators.set(id, fact.data.name);
        break;
      default:
        break;
    }
  }
  return { partnership, purpose, commitments, parties, goals, bodies, milestones, indicators, remarks: remarksIn(facts) };
}

function remarksIn(facts: readonly Fact<LedgerEvent>[]): ReadonlyMap<Id, readonly Remark[]> {
  const remarks = new Map<Id, Remark[]>();
  for (const fact of inFactOrder(facts)) {
    const words = remarkOf(fact);
    if (words === undefined) continue;
    const id = fact.stream.slice(fact.stream.indexOf('-') + 1);
    remarks.set(id, [...(remarks.get(id) ?? []), { on: fact.day, words }]);
  }
  return remarks;
}

function remarkOf(fact: Fact<LedgerEvent>): string | undefined {
  switch (fact.type) {
    case 'CommitmentBroken':
      return 'declared broken';
    case 'FulfilmentRejected':
      return 'claim rejected';
    case 'DueDateAnnounced':
      return `announced for ${day(fact.data.expectedOn)}`;
    case 'CommitmentWithdrawn':
      return 'withdrawn';
    default:
      return undefined;
  }
}
