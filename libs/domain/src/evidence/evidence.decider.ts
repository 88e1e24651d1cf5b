import {
  type Beside,
  type Context,
  canonicalJson,
  type Decider,
  firstDayMeant,
  type Id,
  isOwnWord,
  partyOf,
  type Recorder,
  refused,
} from '#kernel';
import { dayOfAct, requireActing, requireRunning } from '../acting.js';
import { everyFactOf, partnershipBeside, requirePartnership } from '../beside.js';
import { EVIDENCE_METHODS, type PartyId } from '../commitment/commitment.events.js';
import { type Beheld, deciderOf, type Slice, type Standing } from '../deciding.js';
import { day, id, integer, object, occurrence, oneOf, optional, type Said, textRef, words } from '../input.js';
import { isSameOrganization, type PartnershipState } from '../partnership/partnership.js';
import { evidenceContent } from './evidence.content.js';
import type { EvidenceCommand, EvidenceEvent, EvidenceEventOf } from './evidence.events.js';
import { type EvidenceState, evidenceShape, isDisowned, revisionOf, submissionOf, wordsOnEvidence } from './evidence.js';

type DataOf<Type extends EvidenceEvent['type']> = EvidenceEventOf<Type>['data'];

const says: Said<EvidenceEvent> = {
  EvidenceSubmitted: object<DataOf<'EvidenceSubmitted'>>(
    {
      partnershipId: id,
      title: words,
      method: oneOf(EVIDENCE_METHODS),
      collectedOn: occurrence,
      party: optional(id),
      expiresOn: optional(day),
      confidentiality: oneOf(['public', 'partnership', 'parties']),
      content: evidenceContent,
    },
    ({ collectedOn, expiresOn }) =>
      expiresOn !== undefined && expiresOn < firstDayMeant(collectedOn)
        ? [{ field: 'expiresOn', rule: 'R15', message: `must not lie before it was collected, ${collectedOn}` }]
        : [],
  ),
  EvidenceRevised: object<DataOf<'EvidenceRevised'>>({
    revision: integer(2),
    content: evidenceContent,
    reason: optional(textRef),
  }),
  EvidenceAppraised: object<DataOf<'EvidenceAppraised'>>({
    revision: integer(1),
    by: id,
    verdict: oneOf(['accepted', 'rejected']),
    strength: optional(oneOf(['weak', 'moderate', 'strong'])),
    reason: optional(textRef),
  }),
  EvidenceRetracted: object<DataOf<'EvidenceRetracted'>>({ reason: textRef }),
  EvidenceContentErased: object<DataOf<'EvidenceContentErased'>>({ revision: integer(1), legalGround: words }),
};

function facts(beside: Beside, event: EvidenceEvent, state: EvidenceState): Promise<Beheld> {
  return partnershipBeside(beside, event.type === 'EvidenceSubmitted' ? event.data.partnershipId : state.partnershipId);
}

function decide(event: EvidenceEvent, state: EvidenceState, context: Context<Beheld>): Standing {
  const partnership = requirePartnership(context.facts, state.partnershipId);
  const on = dayOfAct(context, context.facts.timeZone);
  const submittedOn = state.revisions[0]?.day;
  if (submittedOn !== undefined && on < submittedOn)
    throw refused('R16', 'occurredOn', `the evidence was submitted on ${submittedOn}`);
  switch (event.type) {
    case 'EvidenceSubmitted':
      return decideSubmission(event.data, partnership, context);
    case 'EvidenceRevised': {
      requireSubmitter(state, partnership, context);
      if (isLatestContent(event.data.content, state)) return 'already-true';
      requireNotRetracted(state);
      return 'new';
    }
    case 'EvidenceAppraised':
      return decideAppraisal(event.data, state, partnership, context);
    case 'EvidenceRetracted':
      requireSubmitter(state, partnership, context);
      return state.retractedOn === undefined ? 'new' : 'already-true';
    case 'EvidenceContentErased': {
      requireEraser(state, partnership, context);
      const its = requireRevision(state, event.data.revision);
      if (its.content.kind === 'link') throw refused('R16', 'revision', 'a link has no content here that could be erased');
      // The content is gone, also where the record of its erasure is contested: no word brings it back.
      return its.erasedOn === undefined ? 'new' : 'already-true';
    }
    case 'FactCorrected':
    case 'RecordConfirmed':
    case 'RecordContested':
      return 'new';
  }
}

function decideSubmission(
  { party, collectedOn }: DataOf<'EvidenceSubmitted'>,
  partnership: PartnershipState,
  context: Context<Beheld>,
): Standing {
  const on = dayOfAct(context, context.facts.timeZone);
  if (party === undefined && context.actor.kind !== 'importer')
    throw refused('R1', 'party', 'evidence is submitted by a party; only a source that names none may leave it out');
  if (party !== undefined) requireActing(partnership, context, party, 'party');
  requireRunning(partnership, on);
  if (firstDayMeant(collectedOn) > on) throw refused('R15', 'collectedOn', `${collectedOn} lies after its submission on ${on}`);
  return 'new';
}

/** Rule 5, also where the organization appraises as another party of it. */
export function requireNotOwnEvidence(partnership: PartnershipState, { party }: Pick<EvidenceState, 'party'>, by: PartyId): void {
  if (party !== undefined && isSameOrganization(partnership, party, by))
    throw refused('R5', 'by', 'a party never appraises its own evidence');
}

function decideAppraisal(
  data: DataOf<'EvidenceAppraised'>,
  state: EvidenceState,
  partnership: PartnershipState,
  context: Context<Beheld>,
): Standing {
  const { by, revision } = data;
  requireNotOwnEvidence(partnership, state, by);
  requireActing(partnership, context, by, 'by');
  const its = requireRevision(state, revision);
  if (isAppraisedSo(data, state, context.recordedBy)) return 'already-true';
  requireNotRetracted(state);
  if (its.day > dayOfAct(context, context.facts.timeZone))
    throw refused('R16', 'occurredOn', `revision ${revision} was submitted on ${its.day}`);
  return 'new';
}

/** Rule 14: the party's last appraisal of the revision says the same, whatever its reason, and is its own word. */
function isAppraisedSo(
  { by, revision, verdict, strength }: DataOf<'EvidenceAppraised'>,
  state: EvidenceState,
  hand: Recorder,
): boolean {
  const last = state.appraisals.findLast((its) => its.by === by && its.revision === revision);
  const fact = last && state.log.get(last.eventId);
  if (fact === undefined || last?.verdict !== verdict || last.strength !== strength) return false;
  return isOwnWord({ fact, party: by }, submissionOf(state, revision), wordsOnEvidence(state), hand);
}

/** Rule 14: the latest revision is of this content, which is there; one that its party contests is none. */
function isLatestContent(content: DataOf<'EvidenceRevised'>['content'], state: EvidenceState): boolean {
  const latest = state.revisions.at(-1);
  if (latest === undefined || latest.erasedOn !== undefined || isDisowned(state, latest.revision)) return false;
  return canonicalJson(latest.content) === canonicalJson(content);
}

function requireRevision(state: EvidenceState, revision: number) {
  const its = revisionOf(state, revision);
  if (its === undefined)
    throw refused('R16', 'revision', `there is no revision ${revision}: the latest is ${state.revisions.length}`);
  return its;
}

function requireNotRetracted(state: EvidenceState): void {
  if (state.retractedOn !== undefined) throw refused('R7', 'id', `the evidence was retracted on ${state.retractedOn}`);
  if (isDisowned(state, 1))
    throw refused('R7', 'id', `party ${state.party ?? ''} contests that it submitted this: it is submitted anew, or confirmed`);
}

/** Rule 1: what was submitted is the submitting party's to change, also after it left. */
function requireSubmitter(state: EvidenceState, partnership: PartnershipState, context: Context<Beheld>): void {
  if (state.party !== undefined) requireActing(partnership, context, state.party, 'actor.partyId', true);
  else if (context.actor.kind === 'clock' || partyOf(context.actor) !== undefined)
    throw refused('R1', 'actor', 'no party submitted it: who acts for the whole partnership changes it');
}

/** The law is obeyed by the submitting party, or by whoever answers for the whole. */
function requireEraser(state: EvidenceState, partnership: PartnershipState, context: Context<Beheld>): void {
  if (context.actor.kind === 'clock' || partyOf(context.actor) !== undefined) requireSubmitter(state, partnership, context);
}

/** Parties that appraised a revision: they answered what was submitted (rule 11). */
function appraisersOf(revision: number, state: EvidenceState): readonly Id[] {
  return state.appraisals.filter((appraisal) => appraisal.revision === revision).map(({ by }) => by);
}

const slice: Slice<EvidenceState, EvidenceCommand, EvidenceEvent, Beheld> = {
  shape: evidenceShape,
  leadsTo: {
    SubmitEvidence: { event: 'EvidenceSubmitted', opens: true },
    ReviseEvidence: { event: 'EvidenceRevised' },
    AppraiseEvidence: { event: 'EvidenceAppraised' },
    RetractEvidence: { event: 'EvidenceRetracted' },
    EraseEvidenceContent: { event: 'EvidenceContentErased' },
  },
  says,
  numbered: (event, state) =>
    event.type === 'EvidenceRevised' ? { ...event, data: { ...event.data, revision: state.revisions.length + 1 } } : event,
  isOpen: (state) => state.partnershipId !== undefined,
  facts,
  decide,
  partnershipOf: (state, events) => {
    const [first] = events;
    return state.partnershipId ?? (first?.type === 'EvidenceSubmitted' ? first.data.partnershipId : undefined);
  },
  correcting: {
    fixed: {
      EvidenceSubmitted: 'partnershipId',
      EvidenceRevised: 'revision',
      EvidenceAppraised: 'revision',
      EvidenceContentErased: 'revision',
    },
    isAdministrative: (fact) => fact.type === 'EvidenceContentErased',
    answering: (fact, state) => {
      if (fact.type === 'EvidenceSubmitted') return appraisersOf(1, state);
      return fact.type === 'EvidenceRevised' ? appraisersOf(fact.data.revision, state) : [];
    },
    elsewhere: (beside, state) => everyFactOf(beside, state.partnershipId),
  },
};

/** Evidence: submitted, revised, appraised by others, retracted; its content may be erased where the law asks for it. */
export const evidenceDecider: Decider<EvidenceState, EvidenceCommand, EvidenceEvent, Beheld> = deciderOf(slice);
