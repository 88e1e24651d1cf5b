import {
  type CivilDate,
  type Confirmations,
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
      return state;
    case 'EvidenceContentErased': {
      const { revision } = fact.data;
      if (revisionOf(state, revision) === undefined) return new DoesNotApply('R16', `there was no revision ${revision} yet`);
      return { ...state, revisions: state.revisions.map((r) => (r.revision === revision ? { ...r, erasedOn: day } : r)) };
    }
    default:
      return never(fact);
  }
}

const logged = logging(applied);

/** Whether it is retracted is asked again with every word on a record: a retraction that its party contests never was. */
function evolve(state: EvidenceState, fact: Fact<EvidenceEvent>): EvidenceState | DoesNotApply {
  const next = logged(state, fact);
  const mayRetract = fact.type === 'EvidenceRetracted' || fact.type === 'RecordConfirmed' || fact.type === 'RecordContested';
  return next instanceof DoesNotApply || !mayRetract ? next : withRetraction(next);
}

function withRetraction({ retractedOn: _, ...state }: EvidenceState): EvidenceState {
  const words = wordsOnEvidence(state);
  const [retractedOn] = state.log
    .values()
    .filter((fact) => fact.type === 'EvidenceRetracted' && !isContested(fact, state, words))
    .map(({ day }) => day)
    .sort();
  return { ...state, ...(retractedOn === undefined ? {} : { retractedOn }) };
}

export const evidenceShape: Shape<EvidenceState, EvidenceEvent> = { family: 'evidence', initial, evolve };

/** What parties said of the records. A word comes after what it is about in the log, not in the order of days of a view. */
export function wordsOnEvidence({ log }: Pick<EvidenceState, 'log'>): Confirmations {
  return confirmationsIn(log.values().toSorted((a, b) => (a.position < b.position ? -1 : 1)));
}

/** The party whose evidence it is says that it did not do this: then it never stood. */
function isContested(fact: Fact<EvidenceEvent>, { party }: Pick<EvidenceState, 'party'>, words: Confirmations): boolean {
  return party !== undefined && standsSince({ fact, party }, [], words) === undefined;
}

export function revisionOf(state: EvidenceState, revision: number): EvidenceRevision | undefined {
  return state.revisions.find((its) => its.revision === revision);
}

/**
 * What the appraising parties make of a revision on a day: of each party its latest word; where two differ, the
 * less favourable. An appraisal that is unconfirmed or contested says nothing.
 */
export function appraisalOf(state: EvidenceState, revision: number, on: CivilDate): 'accepted' | 'rejected' | 'unappraised' {
  const latest = new Map<PartyId, Appraisal['verdict']>();
  const words = wordsOnEvidence(state);
  const submitted = submissionOf(state, revision);
  for (const { revision: of, by, verdict, day, eventId } of state.appraisals) {
    const fact = of === revision && day <= on ? state.log.get(eventId) : undefined;
    if (fact !== undefined && standsSince({ fact, party: by }, submitted, words) !== undefined) latest.set(by, verdict);
  }
  const verdicts = [...latest.values()];
  if (verdicts.includes('rejected')) return 'rejected';
  return verdicts.includes('accepted') ? 'accepted' : 'unappraised';
}

/** The other side of an appraisal: the submission of that revision by its party; none where no party is named. */
export function submissionOf({ party, log }: EvidenceState, revision: number): readonly Side[] {
  const fact = log
    .values()
    .find((its) =>
      revision === 1 ? its.type === 'EvidenceSubmitted' : its.type === 'EvidenceRevised' && its.data.revision === revision,
    );
  return party === undefined || fact === undefined ? [] : [{ fact, party }];
}

/** The party contests that it submitted the revision, or the item at all: what it never brought forward supports nothing. */
export function isDisowned(state: EvidenceState, revision: number): boolean {
  const words = wordsOnEvidence(state);
  return [...submissionOf(state, 1), ...submissionOf(state, revision)].some((side) => standsSince(side, [], words) === undefined);
}

/** How a revision stands on a day; `retracted` also where its party says that it never submitted it. */
export type EvidenceStanding = 'open' | 'accepted' | 'rejected' | 'retracted' | 'expired';

/**
 * Rule 7: how a revision stands on a day, for the pages and for the scorecard alike.
 * @returns undefined where it was not there yet
 */
export function evidenceStanding(state: EvidenceState, revision: number, on: CivilDate): EvidenceStanding | undefined {
  const its = revisionOf(state, revision);
  if (its === undefined || its.day > on) return undefined;
  if (isDisowned(state, revision)) return 'retracted';
  if (state.retractedOn !== undefined && state.retractedOn <= on) return 'retracted';
  const appraisal = appraisalOf(state, revision, on);
  if (appraisal === 'rejected') return 'rejected';
  if (state.expiresOn !== undefined && state.expiresOn < on) return 'expired';
  return appraisal === 'accepted' ? 'accepted' : 'open';
}

/** Rule 7: whether a revision counts on a day. Rejected, retracted or expired, it no longer does. */
export function counts(state: EvidenceState, revision: number, on: CivilDate): boolean {
  const standing = evidenceStanding(state, revision, on);
  return standing === 'open' || standing === 'accepted';
}
