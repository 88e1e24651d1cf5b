import { addDays, type Id, isAboutFact, type Recorded, streamParts } from '#kernel';
import type { LedgerEvent } from '../../acts.js';
import type { CommitmentEvent } from '../../commitment/commitment.events.js';
import type { EvidenceEvent } from '../../evidence/evidence.events.js';
import type { IndicatorEvent } from '../../indicator/indicator.events.js';
import type { MeetingEvent } from '../../meeting/meeting.events.js';
import type { OrganizationEvent } from '../../organization/organization.events.js';
import type { PartnershipEvent } from '../../partnership/partnership.events.js';
import { commitmentRules } from './broken-commitment-rules.js';
import { aboutFactRules } from './broken-correction-rules.js';
import { all, type Breach, before, dayOf, type Log, membership, recordingDay, streamsOf, wasMember } from './log.js';

/**
 * What a log without corrections shows against the rules: read from the events alone, one rule after the other, without
 * the states or the decisions that wrote them. It asks less than the deciders do, and what it asks it asks in another way.
 * @returns a sentence for each breach, with the rule's number; none for a log that keeps the rules
 */
export function brokenRules(log: Log): readonly string[] {
  return breachesIn((breach) => everyRule(log, breach));
}

/**
 * What a log shows against the rules of what is said about its facts: who corrects what, when, and with whose agreement
 * (rules 3, 11 and 12), and who has a word on a record (rules 1 and 14). Read from the events alone, as `brokenRules`.
 * @returns a sentence for each breach, with the rule's number; none for a log that keeps them
 */
export function brokenRulesAboutFacts(log: Log): readonly string[] {
  return breachesIn((breach) => aboutFactRules(log, breach));
}

function breachesIn(look: (breach: Breach) => void): readonly string[] {
  const broken: string[] = [];
  look((rule, event, why) => broken.push(`${rule}: ${event.type} at ${event.position}: ${why}`));
  return broken;
}

function everyRule(log: Log, breach: Breach): void {
  for (const [stream, events] of streamsOf(log)) {
    switch (streamParts(stream).family) {
      case 'commitment':
        commitmentRules(events as Recorded<CommitmentEvent>[], log, breach);
        break;
      case 'partnership':
        partnershipRules(events as Recorded<PartnershipEvent>[], log, breach);
        break;
      case 'evidence':
        evidenceRules(events as Recorded<EvidenceEvent>[], breach);
        break;
      case 'indicator':
        indicatorRules(events as Recorded<IndicatorEvent>[], log, breach);
        break;
      case 'meeting':
        meetingRules(events as Recorded<MeetingEvent>[], log, breach);
        break;
      case 'organization':
        organizationRules(events as Recorded<OrganizationEvent>[], log, breach);
        break;
    }
  }
  for (const event of log) {
    actorRules(event, log, breach);
    // Where no zone is known, the latest day anywhere is today.
    const latest = event.stream.startsWith('organization-') ? addDays(recordingDay(event), 1) : recordingDay(event);
    if (dayOf(event) > latest) breach('R15', event, 'it lies in the future');
  }
}

/** What a party that left may still do: answer for what it was bound to. */
const AFTER_LEAVING: readonly string[] = [
  'ProgressReported',
  'MilestoneReached',
  'MilestoneReopened',
  'DueDateAnnounced',
  'DueDateAgreed',
  'DueDateDeclined',
  'FulfilmentClaimed',
  'ClaimWithdrawn',
  'FulfilmentVerified',
  'FulfilmentRejected',
  'EvidenceLinked',
  'EvidenceRevised',
  'EvidenceRetracted',
  'EvidenceContentErased',
  'RecordConfirmed',
  'RecordContested',
];

/** Rule 1: a person acts for a party that is a member, in a role that the person has there. */
function actorRules(event: Recorded<LedgerEvent>, log: Log, breach: Breach): void {
  const { actor } = event.metadata;
  if (actor.kind !== 'person' || actor.partyId === undefined) return;
  if (event.stream.startsWith('organization-')) return breach('R1', event, 'no party acts outside of its partnership');
  const earlier = before(log, event);
  const member = membership(earlier, actor.partyId);
  const role = all<PartnershipEvent, 'RoleAssigned'>(earlier, 'RoleAssigned').find(({ data }) => data.roleId === actor.roleId);
  const on = dayOf(event);
  if (member === undefined || on < member.from) breach('R1', event, 'its party was not a member');
  else if (member.until !== undefined && on > member.until && !AFTER_LEAVING.includes(event.type))
    breach('R1', event, `its party had left on ${member.until}`);
  if (role === undefined || role.data.personId !== actor.personId || role.data.partyId !== actor.partyId || dayOf(role) > on)
    breach('R1', event, 'the person had no such role');
}

/** Anything that may settle a share of a party in a commitment (rule 8). */
function maySettle(event: Recorded<LedgerEvent>, party: Id): boolean {
  switch (event.type) {
    case 'ShareReleased':
    case 'ShareKeptOn':
      return event.data.party === party;
    case 'ShareTransferred':
      return event.data.from === party;
    default:
      return mayEnd(event);
  }
}

/** Anything after which a commitment may have ended (rule 6). */
function mayEnd(event: Recorded<LedgerEvent>): boolean {
  return ['CommitmentWithdrawn', 'CommitmentSuperseded', 'CommitmentBroken', 'FulfilmentVerified', 'ShareReleased'].includes(
    event.type,
  );
}

function partnershipRules(events: readonly Recorded<PartnershipEvent>[], log: Log, breach: Breach): void {
  for (const event of events) {
    const earlier = before(log, event);
    const ended = all<PartnershipEvent, 'PartnershipEnded'>(earlier, 'PartnershipEnded')[0];
    if (ended !== undefined && !isAboutFact(event) && dayOf(event) > dayOf(ended)) breach('R10', event, 'it had ended');
    if (event.type === 'RoleAssigned') {
      const member = membership(earlier, event.data.partyId);
      if (member === undefined || dayOf(event) < member.from) breach('R1', event, 'its party was not a member');
    }
    onceRules(event, earlier, breach);
    const left = openAfter(event, streamsOf(earlier.filter(({ stream }) => stream.startsWith('commitment-'))));
    if (left !== undefined) breach(left, event, 'a commitment is open that this should have waited for');
  }
}

/** Rule 14: what is so already is not recorded again. */
function onceRules(event: Recorded<PartnershipEvent>, earlier: Log, breach: Breach): void {
  const said = (type: LedgerEvent['type'], isSame: (data: never) => boolean) =>
    earlier.filter((its) => its.type === type && isSame(its.data as never)).length;
  switch (event.type) {
    case 'PartyJoined': {
      const joined = all<PartnershipEvent, 'PartyJoined'>(earlier, 'PartyJoined');
      const hasLeft = (partyId: Id) => said('PartyLeft', (data: { partyId: Id }) => data.partyId === partyId) > 0;
      if (joined.some(({ data }) => data.organizationId === event.data.organizationId && !hasLeft(data.partyId)))
        breach('R1', event, 'the organization is a party already');
      break;
    }
    case 'PartyLeft':
      if (said('PartyLeft', (data: { partyId: Id }) => data.partyId === event.data.partyId) > 0)
        breach('R14', event, 'it had left already');
      break;
    case 'RoleEnded':
      if (said('RoleEnded', (data: { roleId: Id }) => data.roleId === event.data.roleId) > 0)
        breach('R14', event, 'it had ended already');
      break;
    case 'PartnershipPaused':
    case 'PartnershipResumed': {
      const pauses = said('PartnershipPaused', () => true) - said('PartnershipResumed', () => true);
      if (pauses !== (event.type === 'PartnershipPaused' ? 0 : 1)) breach('R14', event, 'it was so already');
      break;
    }
    case 'PartnershipEnded':
      if (said('PartnershipEnded', () => true) > 0) breach('R14', event, 'it had ended already');
      break;
    default:
  }
}

/** Rules 8, 9 and 10: which of them a leaving or an end breaks, because a commitment was left without an answer. */
function openAfter(event: Recorded<PartnershipEvent>, commitments: ReadonlyMap<string, Log>): 'R8' | 'R9' | 'R10' | undefined {
  const some = (isLeft: (facts: Log) => boolean) => [...commitments.values()].some(isLeft);
  switch (event.type) {
    case 'PartyLeft': {
      const { partyId } = event.data;
      const owes = (facts: Log) =>
        all<CommitmentEvent, 'CommitmentMade'>(facts, 'CommitmentMade')[0]?.data.shares.some(({ party }) => party === partyId);
      return some((facts) => owes(facts) === true && !facts.some((fact) => maySettle(fact, partyId))) ? 'R8' : undefined;
    }
    case 'RoleEnded': {
      const ownerOf = (facts: Log) =>
        all<CommitmentEvent, 'CommitmentMade' | 'OwnerChanged'>(facts, 'CommitmentMade', 'OwnerChanged').findLast(
          (fact) => fact.type === 'CommitmentMade' || !isContestedIn(facts, fact.id),
        )?.data.owner;
      const owns = (facts: Log) => {
        const owner = ownerOf(facts);
        return owner !== undefined && owner !== 'without-owner' && owner.roleId === event.data.roleId;
      };
      return some((facts) => owns(facts) && !facts.some(mayEnd)) ? 'R9' : undefined;
    }
    case 'PartnershipEnded':
      return event.data.carriedOnBy === undefined && some((facts) => !facts.some(mayEnd)) ? 'R10' : undefined;
    default:
      return undefined;
  }
}

function evidenceRules(events: readonly Recorded<EvidenceEvent>[], breach: Breach): void {
  revisionRules(events, breach);
  retractionRules(events, breach);
  submitterRules(events, breach);
}

/** Rules 15 and 16: submitted once, of something collected by then; revisions are counted one by one, and there if appraised. */
function revisionRules(events: readonly Recorded<EvidenceEvent>[], breach: Breach): void {
  let revisions = 0;
  for (const event of events) {
    switch (event.type) {
      case 'EvidenceSubmitted':
        if (revisions > 0) breach('R16', event, 'it was submitted twice');
        if (event.data.collectedOn > dayOf(event)) breach('R15', event, 'it was collected later');
        revisions = 1;
        break;
      case 'EvidenceRevised':
        revisions += 1;
        if (event.data.revision !== revisions) breach('R16', event, 'revisions are not counted one by one');
        break;
      case 'EvidenceAppraised':
        if (event.data.revision > revisions) breach('R16', event, 'there is no such revision');
        break;
      default:
    }
  }
}

/** Rules 7 and 14: what was retracted is not revised, appraised or retracted again, while its party does not contest that. */
function retractionRules(events: readonly Recorded<EvidenceEvent>[], breach: Breach): void {
  for (const [index, event] of events.entries()) {
    const earlier = events.slice(0, index);
    if (!earlier.some(({ id, type }) => type === 'EvidenceRetracted' && !isContestedIn(earlier, id))) continue;
    if (event.type === 'EvidenceRevised' || event.type === 'EvidenceAppraised') breach('R7', event, 'it was retracted');
    if (event.type === 'EvidenceRetracted') breach('R14', event, 'it was retracted already');
  }
}

/** The last word on a record is that it was not so. */
function isContestedIn(events: Log, eventId: string): boolean {
  const isWord = ({ type, data }: LedgerEvent) =>
    (type === 'RecordConfirmed' || type === 'RecordContested') && data.eventId === eventId;
  return events.findLast(isWord)?.type === 'RecordContested';
}

/** Rules 1 and 5: who submitted it revises it, and does not appraise it. */
function submitterRules(events: readonly Recorded<EvidenceEvent>[], breach: Breach): void {
  const submitted = events[0]?.type === 'EvidenceSubmitted' ? events[0].data : undefined;
  for (const event of events) {
    const { actor } = event.metadata;
    if (event.type === 'EvidenceRevised' && actor.kind === 'person' && actor.partyId !== submitted?.party)
      breach('R1', event, 'another party submitted it');
    if (event.type === 'EvidenceAppraised' && event.data.by === submitted?.party)
      breach('R5', event, 'a party appraised its own evidence');
  }
}

function indicatorRules(events: readonly Recorded<IndicatorEvent>[], log: Log, breach: Breach): void {
  let suppressBelow = 0;
  let retired = false;
  for (const event of events) {
    if (retired && !isAboutFact(event)) breach('R16', event, 'it was retired');
    switch (event.type) {
      case 'IndicatorDefined':
      case 'IndicatorRedefined':
        suppressBelow = event.data.suppressBelow ?? 0;
        for (const { indicatorId } of event.data.madeOf ?? []) {
          const part = `indicator-${indicatorId}`;
          if (part === event.stream) breach('R16', event, 'it is made of itself');
          if (!before(log, event).some(({ stream }) => stream === part)) breach('R16', event, 'a part is not there');
        }
        break;
      case 'ReadingRecorded': {
        const { reading, n, asOf } = event.data;
        if ('value' in reading && n !== undefined && n < suppressBelow) breach('R15', event, 'it stands for too few');
        if (asOf > dayOf(event)) breach('R15', event, 'it was read later');
        break;
      }
      case 'IndicatorRetired':
        retired = true;
        break;
      default:
    }
  }
}

function meetingRules(events: readonly Recorded<MeetingEvent>[], log: Log, breach: Breach): void {
  const became = events.filter(({ type }) => type === 'MeetingHeld' || type === 'MeetingCancelled');
  for (const event of became.slice(1)) breach('R16', event, 'it was held or cancelled already');
  for (const event of all<MeetingEvent, 'MeetingHeld'>(events, 'MeetingHeld'))
    for (const { party } of event.data.attendance)
      if (!wasMember(before(log, event), party, dayOf(event))) breach('R1', event, 'a stranger attended');
}

function organizationRules(events: readonly Recorded<OrganizationEvent>[], log: Log, breach: Breach): void {
  let gone = false;
  for (const event of events) {
    if (gone && !isAboutFact(event) && event.type !== 'AliasAdded') breach('R16', event, 'it was merged or closed');
    if (event.type === 'OrganizationMerged') {
      const into = before(log, event).filter(({ stream }) => stream === `organization-${event.data.into}`);
      if (into.length === 0) breach('R16', event, 'what it is merged into is not there');
      if (into.some(({ type }) => type === 'OrganizationMerged' || type === 'OrganizationClosed'))
        breach('R16', event, 'what it is merged into was merged or closed');
      if (`organization-${event.data.into}` === event.stream) breach('R16', event, 'it is merged into itself');
    }
    gone ||= event.type === 'OrganizationMerged' || event.type === 'OrganizationClosed';
  }
}
