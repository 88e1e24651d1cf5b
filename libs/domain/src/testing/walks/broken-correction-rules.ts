import {
  canonicalJson,
  daysBetween,
  type Event,
  type FactCorrected,
  type Id,
  isAboutFact,
  partyOf,
  type Recorded,
} from '#kernel';
import type { LedgerEvent } from '../../acts.js';
import type { CommitmentEvent } from '../../commitment/commitment.events.js';
import type { EvidenceEvent } from '../../evidence/evidence.events.js';
import type { PartnershipEvent } from '../../partnership/partnership.events.js';
import { all, type Breach, before, type Log, type Of, recordingDay } from './log.js';

type Correction = Recorded<FactCorrected>;
type Word = Of<LedgerEvent, 'RecordConfirmed' | 'RecordContested'>;

/** What the corrections of a log, and the words of parties on its records, break: rules 1, 3, 11, 12 and 14. */
export function aboutFactRules(log: Log, breach: Breach): void {
  for (const event of log) {
    if (!isAboutFact(event)) continue;
    const earlier = before(log, event);
    const inStream = earlier.filter(({ stream }) => stream === event.stream);
    if (event.type === 'FactCorrected') correctionRules(event, inStream, earlier, breach);
    else wordRules(event, inStream, earlier, breach);
  }
}

/** Rule 11: what is corrected is a fact that is there, by whose act it was, and not into the future. */
function correctionRules(correction: Correction, inStream: Log, earlier: Log, breach: Breach): void {
  const target = inStream.find(({ id }) => id === correction.data.corrects);
  if (target === undefined) return breach('R11', correction, 'there is no such fact');
  const fact = rootOf(target, inStream);
  if (fact === undefined || fact.type === 'RecordConfirmed' || fact.type === 'RecordContested')
    return breach('R11', correction, 'a word on a record was corrected');
  if (!isOwnAct(fact, correction)) breach('R11', correction, 'it was the act of another');
  const { replacement } = correction.data;
  if (replacement !== null && replacement.occurredOn > recordingDay(correction))
    breach('R15', correction, 'the fact as corrected lies in the future');
  // Whether an earlier correction of it stands is a question of its own; asked here is of the first.
  if (target !== fact || !isUntouched(fact, inStream)) return;
  answeredRules(correction, fact, inStream, breach);
  if (replacement === null) namedRules(correction, fact, earlier, breach);
  if (fact.stream.startsWith('commitment-')) termsRules(correction, fact as Recorded<CommitmentEvent>, inStream, breach);
}

/** The fact that a correction, and one of a correction, is about in the end. */
function rootOf(target: Recorded<LedgerEvent>, inStream: Log): Recorded<LedgerEvent> | undefined {
  if (target.type !== 'FactCorrected') return target;
  const next = inStream.find(({ id }) => id === target.data.corrects);
  return next && rootOf(next, inStream);
}

const isUntouched = (fact: Recorded<Event>, among: Log) =>
  !all<LedgerEvent, 'FactCorrected'>(among, 'FactCorrected').some(({ data }) => data.corrects === fact.id);

/** What a facilitator corrects, whoever's act it was: all but what a party said of itself. */
function isForTheWhole({ stream, type }: Recorded<LedgerEvent>): boolean {
  if (stream.startsWith('commitment-')) return false;
  return stream.startsWith('evidence-') ? type === 'EvidenceContentErased' : type !== 'ContributionRecorded';
}

function isOwnAct(fact: Recorded<LedgerEvent>, { metadata: { actor } }: Correction): boolean {
  const author = partyOf(fact.metadata.actor);
  if (partyOf(actor) !== undefined) return partyOf(actor) === author;
  return author === undefined || isForTheWhole(fact);
}

/** Rule 11: whom another party's fact answers, or whose word on it is recorded, has agreed to the correction. */
function answeredRules({ data, ...correction }: Correction, fact: Recorded<LedgerEvent>, inStream: Log, breach: Breach): void {
  const agreed = new Set<Id | undefined>([...(data.agreedBy ?? []), partyOf(fact.metadata.actor)]);
  const answering = inStream.flatMap((its) => (isUntouched(its, inStream) ? answerers(its, fact) : []));
  for (const party of answering)
    if (!agreed.has(party)) breach('R11', { data, ...correction }, `${party} answered the fact and has not agreed`);
}

/** Who says something of a fact in an event: a verdict on a claim, a word on a proposal, an appraisal, a confirmation. */
function answerers(event: Recorded<LedgerEvent>, fact: Recorded<LedgerEvent>): readonly Id[] {
  const isOf = (field: string) =>
    (event.data as Readonly<Record<string, unknown>>)[field] === (fact.data as Readonly<Record<string, unknown>>)[field];
  switch (event.type) {
    case 'FulfilmentVerified':
    case 'FulfilmentRejected':
      return fact.type === 'FulfilmentClaimed' && isOf('claimId') ? [event.data.by] : [];
    case 'DueDateAgreed':
    case 'DueDateDeclined':
      if (fact.type !== 'DueDateProposed' || !isOf('proposalId')) return [];
      return ['party' in event.data.by ? event.data.by.party : event.data.by.bodyId];
    case 'EvidenceAppraised':
      return revisionOf(fact) === event.data.revision ? [event.data.by] : [];
    case 'RecordConfirmed':
      return event.data.eventId === fact.id ? [event.data.party] : [];
    default:
      return [];
  }
}

function revisionOf(fact: Recorded<LedgerEvent>): number | undefined {
  const revised = fact as Recorded<EvidenceEvent>;
  return revised.type === 'EvidenceRevised' ? revised.data.revision : revised.type === 'EvidenceSubmitted' ? 1 : undefined;
}

/** By which field of a fact others name what it made. */
const MADE: Readonly<Record<string, string>> = {
  PartyJoined: 'partyId',
  RoleAssigned: 'roleId',
  BodyEstablished: 'bodyId',
  GoalSet: 'goalId',
  MilestonePlanned: 'milestoneId',
  DueDateProposed: 'proposalId',
  EvidenceLinked: 'linkId',
  FulfilmentClaimed: 'claimId',
};

/** Rule 11: a fact that others name is not struck before them. */
function namedRules(correction: Correction, fact: Recorded<LedgerEvent>, earlier: Log, breach: Breach): void {
  const made = (fact.data as Readonly<Record<string, unknown>>)[MADE[fact.type] ?? ''];
  const naming = earlier.find(
    (its) =>
      typeof made === 'string' &&
      its.id !== fact.id &&
      !isAboutFact(its) &&
      isUntouched(its, earlier) &&
      JSON.stringify([its.data, its.metadata.actor]).includes(`"${made}"`),
  );
  if (naming !== undefined) breach('R11', correction, `${naming.type} at ${naming.position} names what was struck`);
}

const ALONE_WITHIN_DAYS = 30;

type Terms = Of<CommitmentEvent, 'CommitmentMade'>['data'];

/** Rules 3 and 12: a correction does what an agreement does only with those whose agreement that needs. */
function termsRules(correction: Correction, fact: Recorded<CommitmentEvent>, inStream: Log, breach: Breach): void {
  const { replacement, agreedBy = [] } = correction.data;
  const agreed = new Set<Id | undefined>([...agreedBy, partyOf(correction.metadata.actor)]);
  switch (fact.type) {
    case 'CommitmentWithdrawn':
    case 'CommitmentSuperseded':
      if (!isOnlyTheReason(fact, replacement) && fact.data.agreedBy.some((party) => !agreed.has(party)))
        breach('R12', correction, 'who agreed to the end has not agreed to the correction');
      break;
    case 'CommitmentMade': {
      const next = replacement?.data as Terms | undefined;
      if (changesTerms(fact.data, next) && neededFor(fact.data, next).some((party) => !agreed.has(party)))
        aloneRules(correction, fact, inStream, breach);
      break;
    }
    default:
  }
}

function isOnlyTheReason(fact: Recorded<CommitmentEvent>, replacement: FactCorrected['data']['replacement']): boolean {
  const but = (data: unknown) => canonicalJson({ ...(data as object), reason: null });
  return replacement?.occurredOn === fact.metadata.occurredOn && but(fact.data) === but(replacement.data);
}

/** Of those whose agreement a change of terms needs, the ones that the terms name. */
function neededFor({ changesAgreedBy, owedTo }: Terms, next: Terms | undefined): readonly Id[] {
  const needed = typeof changesAgreedBy === 'object' ? [changesAgreedBy.bodyId] : owedTo;
  return next === undefined ? needed : [...needed, ...next.owedTo, ...next.shares.map(({ party }) => party)];
}

/** What a party alone corrects is fresh, nothing was built on it, and no date of it has come. */
function aloneRules(correction: Correction, made: Of<CommitmentEvent, 'CommitmentMade'>, inStream: Log, breach: Breach): void {
  const { dueOn, shares, doneWhen } = made.data;
  const next = correction.data.replacement?.data as Terms | undefined;
  const day = recordingDay(correction);
  const isBuiltOn = inStream.some(
    (its) => (its.type === 'FulfilmentClaimed' || its.type === 'EvidenceLinked') && isUntouched(its, inStream),
  );
  if (isBuiltOn && canonicalJson(doneWhen) !== canonicalJson(next?.doneWhen ?? []))
    breach('R3', correction, 'the criteria were locked');
  else if (isBuiltOn) breach('R12', correction, 'something was claimed or linked');
  if ([dueOn, ...shares.map((share) => share.dueOn)].some((date) => date !== undefined && date <= day))
    breach('R12', correction, 'a date had come');
  if (daysBetween(recordingDay(made), day) > ALONE_WITHIN_DAYS) breach('R12', correction, 'the terms were no longer fresh');
}

function changesTerms(terms: Terms, next: Terms | undefined): boolean {
  const of = ({ dueOn, every, doneWhen, completion, shares, owedTo }: Terms) =>
    canonicalJson({ dueOn, every, doneWhen, completion, shares, owedTo });
  return next === undefined || of(terms) !== of(next);
}

/** Rules 1 and 14: a party's own person says by own hand what another hand wrote of it, and says it once. */
function wordRules(word: Word, inStream: Log, earlier: Log, breach: Breach): void {
  const { eventId, party } = word.data;
  const { actor, recordedBy } = word.metadata;
  const fact = inStream.find(({ id }) => id === eventId);
  if (fact === undefined || fact.type === 'RecordConfirmed' || fact.type === 'RecordContested')
    return breach('R16', word, 'there is no such record');
  const isBody = all<PartnershipEvent, 'BodyEstablished'>(earlier, 'BodyEstablished').some(({ data }) => data.bodyId === party);
  if (!isBody && partyOf(actor) !== party) breach('R1', word, 'another party has said so');
  if (actor.kind !== 'person' || recordedBy.id !== actor.personId) breach('R1', word, 'it was not said by own hand');
  const by = fact.metadata.recordedBy;
  if (by.kind === recordedBy.kind && by.id === recordedBy.id) breach('R1', word, 'it was said by who recorded the fact');
  if (isUntouched(fact, inStream) && !concerns(fact, party)) breach('R1', word, 'the fact is not about that party');
  const last = all<LedgerEvent, Word['type']>(inStream, 'RecordConfirmed', 'RecordContested').findLast(
    ({ data }) => data.eventId === eventId && data.party === party,
  );
  if (last?.type === word.type) breach('R14', word, 'it had said so already');
}

function concerns({ data, metadata: { actor, recordedBy } }: Recorded<LedgerEvent>, party: Id): boolean {
  const isOnBehalf = actor.kind !== 'person' || recordedBy.id !== actor.personId;
  return JSON.stringify(data).includes(`"${party}"`) || (partyOf(actor) === party && isOnBehalf);
}
