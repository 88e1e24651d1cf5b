import { type CivilDate, type Id, isAboutFact, type Recorded } from '#kernel';
import type { LedgerEvent } from '../../acts.js';
import type { CommitmentEvent } from '../../commitment/commitment.events.js';
import { type Breach, before, dayOf, type Log, type Of, wasMember } from './log.js';

type Making = Of<CommitmentEvent, 'CommitmentMade'>;

/** The rules that the stream of one commitment shows broken. */
export function commitmentRules(events: readonly Recorded<CommitmentEvent>[], log: Log, breach: Breach): void {
  const [made] = events;
  if (made?.type !== 'CommitmentMade') return breach('R16', made as Recorded<LedgerEvent>, 'it was never made');
  const later = events.slice(1);
  makingRules(made, log, breach);
  orderRules(made, later, breach);
  dateRules(later, breach);
  fulfilmentRules(made, later, breach);
  nameRules(later, log, breach);
}

/** Rules 2, 4, 5 and 16 for the promise itself. */
function makingRules(made: Making, log: Log, breach: Breach): void {
  const { shares, owedTo, dueOn, completion, verifier } = made.data;
  const owing = new Set(shares.map(({ party }) => party));
  if (owing.size === 0 || owedTo.length === 0) breach('R2', made, 'nobody owes or is owed');
  if (owing.size !== shares.length) breach('R2', made, 'a party has two shares');
  if (shares.some(({ party }) => owedTo.every((owed) => owed === party))) breach('R2', made, 'a party owes only itself');
  for (const date of [dueOn, ...shares.map((share) => share.dueOn)])
    if (date !== undefined && date < dayOf(made)) breach('R2', made, `${date} lies before its making`);
  for (const party of [...owing, ...owedTo])
    if (!wasMember(before(log, made), party, dayOf(made))) breach('R16', made, 'it binds a party that was no member');
  if (completion !== 'all' && completion.atLeast > shares.length) breach('R4', made, 'it can never be complete');
  if (verifier !== undefined && owing.has(verifier)) breach('R5', made, 'who owes was named to verify');
}

/** Rules 2 and 6: nothing before it was made, and after its end only what an ended commitment accepts. */
function orderRules(made: Making, later: readonly Recorded<CommitmentEvent>[], breach: Breach): void {
  let ended = false;
  for (const event of later) {
    if (event.type === 'CommitmentMade') breach('R16', event, 'it was made twice');
    if (!isAboutFact(event) && dayOf(event) < dayOf(made)) breach('R2', event, 'it lies before the making');
    if (ended && !isAboutFact(event) && event.type !== 'EvidenceLinked' && event.type !== 'EvidenceUnlinked')
      breach('R6', event, 'the commitment had ended');
    ended ||= endsAtOnce(event, made.data.owedTo);
  }
}

/** Rule 2: a date is never before the day of the fact that sets it. */
function dateRules(later: readonly Recorded<CommitmentEvent>[], breach: Breach): void {
  const proposed = new Map<Id, CivilDate>();
  for (const event of later) {
    if (event.type === 'DueDateProposed') proposed.set(event.data.proposalId, event.data.dueOn);
    const date = dateSetBy(event, proposed);
    if (date !== undefined && date < dayOf(event)) breach('R2', event, `${date} lies before it`);
  }
}

function dateSetBy(event: Recorded<CommitmentEvent>, proposed: ReadonlyMap<Id, CivilDate>): CivilDate | undefined {
  switch (event.type) {
    case 'ShareAdded':
    case 'MilestonePlanned':
    case 'MilestoneRescheduled':
    case 'DueDateProposed':
      return event.data.dueOn;
    case 'DueDateAnnounced':
      return event.data.expectedOn;
    case 'DueDateAgreed':
      return proposed.get(event.data.proposalId);
    default:
      return undefined;
  }
}

/** Rules 4 and 5: who owes claims, who is owed or named to verify judges, nobody its own share. */
function fulfilmentRules(made: Making, later: readonly Recorded<CommitmentEvent>[], breach: Breach): void {
  const owing = new Set(made.data.shares.map(({ party }) => party));
  const judging = [...made.data.owedTo, ...(made.data.verifier === undefined ? [] : [made.data.verifier])];
  const claimants = new Map<Id, Id>();
  for (const event of later) {
    if (event.type === 'ShareAdded') owing.add(event.data.party);
    if (event.type === 'ShareTransferred') owing.add(event.data.to);
    if (event.type === 'FulfilmentClaimed') {
      claimants.set(event.data.claimId, event.data.party);
      if (!owing.has(event.data.party)) breach('R4', event, 'who claims never held a share');
      if (event.data.fulfilledOn > dayOf(event)) breach('R15', event, 'it will be done later');
    }
    if (event.type === 'FulfilmentVerified' || event.type === 'FulfilmentRejected') {
      const { by, claimId } = event.data;
      if (claimants.get(claimId) === by) breach('R5', event, 'a party judged its own share');
      if (!judging.includes(by)) breach('R5', event, 'it was not for this party to judge');
    }
  }
}

const NAMED = {
  milestoneId: 'MilestonePlanned',
  proposalId: 'DueDateProposed',
  linkId: 'EvidenceLinked',
  claimId: 'FulfilmentClaimed',
};

/** Rules 13 and 16: what a fact names is there. */
function nameRules(later: readonly Recorded<CommitmentEvent>[], log: Log, breach: Breach): void {
  for (const event of later) {
    const data = event.data as Readonly<Record<string, unknown>>;
    const earlier = before(log, event);
    for (const [field, type] of Object.entries(NAMED)) {
      const isNamed = typeof data[field] === 'string' && event.type !== type;
      const isThere = () =>
        earlier.some((its) => its.type === type && (its.data as Readonly<Record<string, unknown>>)[field] === data[field]);
      if (isNamed && !isThere()) breach('R16', event, `there is no such ${field}`);
    }
    const streams = new Set(earlier.map(({ stream }) => stream));
    if (event.type === 'EvidenceLinked' && !streams.has(`evidence-${event.data.evidenceId}`))
      breach('R16', event, 'the evidence is not there');
    if (event.type === 'CommitmentSuperseded') {
      const successor = `commitment-${event.data.successorId}`;
      if (successor === event.stream || !streams.has(successor)) breach('R13', event, 'there is no successor');
    }
  }
}

/** A withdrawal by the one party that is owed, in its own hand: nobody else's word is needed, and none can contest it. */
function endsAtOnce(event: Recorded<CommitmentEvent>, owedTo: readonly Id[]): boolean {
  if (event.type !== 'CommitmentWithdrawn' && event.type !== 'CommitmentSuperseded') return false;
  const { actor, recordedBy } = event.metadata;
  const byOwnHand = actor.kind === 'person' && recordedBy.id === actor.personId;
  return byOwnHand && owedTo.length === 1 && actor.partyId === owedTo[0];
}
