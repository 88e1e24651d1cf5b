import {
  type CivilDate,
  confirmationsIn,
  DoesNotApply,
  type EventAboutFact,
  type Fact,
  FactLog,
  type Id,
  logging,
  never,
  type OccurredOn,
  type Shape,
  type Side,
  standsSince,
} from '#kernel';
import type { EvidenceMethod, PartyId } from '../commitment/commitment.events.js';
import type { Confidentiality, EvidenceContent, EvidenceEvent } from './evidence.events.js';

export type Appraisal = Readonly<{
  revision: number;
  by: PartyId;
  verdict: 'accepted' | 'rejected';
  strength?: 'weak' | 'moderate' | 'strong';
  day: CivilDate;
  eventId: Id;
}>;

export type EvidenceRevision = Readonly<{ revision: number; content: EvidenceContent; day: CivilDate; erasedOn?: CivilDate }>;

/** An item of evidence as it stands, with every revision it ever had. */
export type EvidenceState = Readonly<{
  partnershipId?: Id;
  title: string;
  method: EvidenceMethod;
  collectedOn: OccurredOn;
  /** The submitting party; absent where the source of an import names none. */
  party?: PartyId;
  expiresOn?: CivilDate;
  confidentiality: Confidentiality;
  /** In order; revision 1 is the submission. */
  revisions: readonly EvidenceRevision[];
  /** In the order they were recorded; of each party and revision the latest is its word. */
  appraisals: readonly Appraisal[];
  retractedOn?: CivilDate;
  /** Every fact by its id, for corrections and confirmations. */
  log: FactLog<EvidenceEvent>;
}>;

const initial: EvidenceState = {
  title: '',
  method: 'document',
  collectedOn: '1970-01-01',
  confidentiality: 'partnership',
  revisions: [],
  appraisals: [],
  log: FactLog.empty(),
};

function applied(state: EvidenceState, fact: Fact<Exclude<EvidenceEvent, EventAboutFact>>): EvidenceState | DoesNotApply {
  const { day } = fact;
  if (state.partnershipId === undefined && fact.type !== 'EvidenceSubmitted')
    return new DoesNotApply('R16', 'the evidence was not submitted yet');
  switch (fact.type) {
    case 'EvidenceSubmitted': {
      if (state.partnershipId !== undefined) return new DoesNotApply('R16', 'the evidence was submitted already');
      const { content, ...submission } = fact.data;
      return { ...state, ...submission, revisions: [{ revision: 1, content, day }] };
    }
    case 'EvidenceRevised': {
      const { revision, content } = fact.data;
      if (revision !== state.revisions.length + 1)
        return new DoesNotApply('R16', `revision ${revision} does not follow revision ${state.revisions.length}`);
      return { ...state, revisions: [...state.revisions, { revision, content, day }] };
    }
    case 'EvidenceAppraised': {
      const { revision, by, verdict, strength } = fact.data;
      if (by === state.party) return new DoesNotApply('R5', 'a party never appraises its own evidence');
      if (revisionOf(state, revision) === undefined) return new DoesNotApply('R16', `there was no revision ${revision} yet`);
      const appraisal = { revision, by, verdict, ...(strength === undefined ? {} : { strength }), day, eventId: fact.id };
      return { ...state, appraisals: [...state.appraisals, appraisal] };
    }
    case 'EvidenceRetracted':
      return { ...state, retractedOn: day };
    case 'EvidenceContentErased': {
      const { revision } = fact.data;
      if (revisionOf(state, revision) === undefined) return new DoesNotApply('R16', `there was no revision ${revision} yet`);
      return { ...state, revisions: state.revisions.map((r) => (r.revision === revision ? { ...r, erasedOn: day } : r)) };
    }
    default:
      return never(fact);
  }
}

export const evidenceShape: Shape<EvidenceState, EvidenceEvent> = { family: 'evidence', initial, evolve: logging(applied) };

export function revisionOf(state: EvidenceState, revision: number): EvidenceRevision | undefined {
  return state.revisions.find((its) => its.revision === revision);
}

/**
 * What the appraising parties make of a revision on a day: of each party its latest word; where two differ, the
 * less favourable. An appraisal that is unconfirmed or contested says nothing.
 */
export function appraisalOf(state: EvidenceState, revision: number, on: CivilDate): 'accepted' | 'rejected' | 'unappraised' {
  const latest = new Map<PartyId, Appraisal>();
  const confirmations = confirmationsIn(state.log.values());
  for (const appraisal of state.appraisals) {
    if (appraisal.revision !== revision || appraisal.day > on) continue;
    const fact = state.log.get(appraisal.eventId);
    if (
      fact === undefined ||
      standsSince({ fact, party: appraisal.by }, submissions(state, revision), confirmations) === undefined
    )
      continue;
    latest.set(appraisal.by, appraisal);
  }
  const verdicts = [...latest.values()].map(({ verdict }) => verdict);
  if (verdicts.includes('rejected')) return 'rejected';
  return verdicts.includes('accepted') ? 'accepted' : 'unappraised';
}

/** The other side of an appraisal: the submission of that revision by its party. */
function submissions(state: EvidenceState, revision: number): readonly Side[] {
  const { party } = state;
  if (party === undefined) return [];
  const isOf = (fact: Fact<EvidenceEvent>) =>
    revision === 1 ? fact.type === 'EvidenceSubmitted' : fact.type === 'EvidenceRevised' && fact.data.revision === revision;
  return state.log
    .values()
    .filter(isOf)
    .map((fact) => ({ fact, party }));
}

/** Rule 7: whether a revision counts on a day. Rejected, retracted or expired, it no longer does. */
export function counts(state: EvidenceState, revision: number, on: CivilDate): boolean {
  const its = revisionOf(state, revision);
  if (its === undefined || its.day > on) return false;
  if (state.retractedOn !== undefined && state.retractedOn <= on) return false;
  if (state.expiresOn !== undefined && state.expiresOn < on) return false;
  return appraisalOf(state, revision, on) !== 'rejected';
}
