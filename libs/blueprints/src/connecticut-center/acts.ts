import type {
  CommitmentCommand,
  EvidenceContent,
  EvidenceMethod,
  EvidenceTarget,
  MeetingCommand,
  PartyId,
  Quantity,
  Share,
} from '#domain';
import type { CivilDate, Id, OccurredOn, TextRef } from '#kernel';
import type { Person } from '../scenario.js';
import { book, partnershipId } from './people.js';

type When = Readonly<{ on: OccurredOn; by: Person; recordedBy?: Person; assertedOn?: CivilDate }>;

const partyOf = (person: Person): PartyId => {
  if (person.partyId === undefined) throw new Error('the facilitator acts for no party');
  return person.partyId;
};

/** The stream of a commitment of this scenario. */
export const commitmentId = (key: string): Id => book.id(`commitment/${key}`);

const evidenceId = (key: string): Id => book.id(`evidence/${key}`);

const meetingId = (key: string): Id => book.id(`meeting/${key}`);

export function say(content: string): TextRef {
  return book.text(content);
}

/** One act on a commitment, under a key of its own. */
export function act(key: string, when: When, commitment: string, command: CommitmentCommand): void {
  book.record(`${commitment}/${key}`, when, { family: 'commitment', id: commitmentId(commitment), command });
}

type Promise_ = Readonly<{
  statement: string;
  shares: readonly Share[];
  owedTo: readonly PartyId[];
  dueOn?: CivilDate;
  goalId: Id;
  pledgedAt?: string;
  every?: Readonly<{ period: 'month' | 'quarter'; quantity?: Quantity }>;
  doneWhen?: readonly string[];
  atLeast?: number;
  evidence?: Readonly<{ minimum: number; methods?: readonly EvidenceMethod[] }>;
  owner?: Person;
}>;

/** Somebody promises something. */
export function promise(key: string, when: When, terms: Promise_): void {
  const { dueOn, goalId, pledgedAt, every, doneWhen = [], atLeast, evidence, owner } = terms;
  act('made', when, key, {
    type: 'MakeCommitment',
    partnershipId,
    statement: terms.statement,
    shares: terms.shares,
    owedTo: terms.owedTo,
    goalId,
    ...(dueOn === undefined ? { dueBasis: 'none' } : { dueBasis: 'stated', dueOn }),
    ...(pledgedAt === undefined ? {} : { pledgedAt: meetingId(pledgedAt) }),
    ...(every === undefined ? {} : { every }),
    doneWhen: doneWhen.map((text, index) => ({ id: `c${index + 1}`, text })),
    completion: atLeast === undefined ? 'all' : { atLeast },
    ...(evidence === undefined ? {} : { evidenceRequirement: evidence }),
    changesAgreedBy: 'every-party',
    owner:
      owner?.roleId === undefined ? 'without-owner' : { personId: owner.personId, roleId: owner.roleId, party: partyOf(owner) },
  });
}

export function report(
  key: string,
  when: When,
  commitment: string,
  light: 'on-track' | 'at-risk' | 'off-track',
  narrative: string,
): void {
  const party = partyOf(when.by);
  act(key, when, commitment, { type: 'ReportProgress', of: { kind: 'share', party }, party, light, narrative: say(narrative) });
}

/** Evidence, and what it stands behind. */
export function evidence(
  key: string,
  when: When,
  item: Readonly<{
    title: string;
    method: EvidenceMethod;
    collectedOn: OccurredOn;
    content: EvidenceContent;
    commitment: string;
    to?: EvidenceTarget;
    stance?: 'supports' | 'contradicts';
  }>,
): void {
  book.record(`evidence/${key}`, when, {
    family: 'evidence',
    id: evidenceId(key),
    command: {
      type: 'SubmitEvidence',
      partnershipId,
      title: item.title,
      method: item.method,
      collectedOn: item.collectedOn,
      party: partyOf(when.by),
      confidentiality: 'partnership',
      content: item.content,
    },
  });
  act(`link/${key}`, when, item.commitment, {
    type: 'LinkEvidence',
    evidenceId: evidenceId(key),
    revision: 1,
    to: item.to ?? { kind: 'whole' },
    stance: item.stance ?? 'supports',
    by: partyOf(when.by),
  });
}

export function appraise(
  key: string,
  when: When,
  verdict: 'accepted' | 'rejected',
  strength: 'weak' | 'moderate' | 'strong',
  reason: string,
): void {
  book.record(`appraisal/${key}`, when, {
    family: 'evidence',
    id: evidenceId(key),
    command: { type: 'AppraiseEvidence', revision: 1, by: partyOf(when.by), verdict, strength, reason: say(reason) },
  });
}

type Claiming = Readonly<{ fulfilledOn: OccurredOn; period?: CivilDate; quantity?: number; evidence?: readonly string[] }>;

export function claim(key: string, when: When, commitment: string, claiming: Claiming): void {
  act(key, when, commitment, {
    type: 'ClaimFulfilment',
    party: partyOf(when.by),
    fulfilledOn: claiming.fulfilledOn,
    ...(claiming.period === undefined ? {} : { period: claiming.period }),
    ...(claiming.quantity === undefined ? {} : { quantity: claiming.quantity }),
    evidence: (claiming.evidence ?? []).map((item) => ({ evidenceId: evidenceId(item), revision: 1 })),
  });
}

const claimId = (commitment: string, key: string): Id => book.made(`${commitment}/${key}`, 'claim');

export function verify(
  claimed: string,
  when: When,
  commitment: string,
  verdict: 'met' | 'partially-met' = 'met',
  reason?: string,
): void {
  act(`${claimed}/verdict`, when, commitment, {
    type: 'VerifyFulfilment',
    claimId: claimId(commitment, claimed),
    by: partyOf(when.by),
    verdict,
    ...(reason === undefined ? {} : { reason: say(reason) }),
  });
}

export function reject(claimed: string, when: When, commitment: string, reason: string): void {
  act(`${claimed}/verdict`, when, commitment, {
    type: 'RejectFulfilment',
    claimId: claimId(commitment, claimed),
    by: partyOf(when.by),
    reason: say(reason),
  });
}

/** One party proposes another day, the others agree: the move exists from the last agreement on. */
export function move(
  key: string,
  when: When,
  commitment: string,
  dueOn: CivilDate,
  reason: string,
  agreed: readonly When[],
): void {
  act(key, when, commitment, { type: 'ProposeDueDate', of: { kind: 'whole' }, by: partyOf(when.by), dueOn, reason: say(reason) });
  for (const [index, agreement] of agreed.entries()) {
    act(`${key}/agreed/${index}`, agreement, commitment, {
      type: 'AgreeDueDate',
      proposalId: book.made(`${commitment}/${key}`, 'proposal'),
      by: { party: partyOf(agreement.by) },
    });
  }
}

/** A meeting that was held, with what the parties thought of it. */
export function meeting(
  key: string,
  when: When,
  held: Readonly<{
    title: string;
    bodyId?: Id;
    kind?: 'meeting' | 'visit' | 'institute';
    there: readonly PartyId[];
    worked?: string;
    didNot?: string;
    change?: string;
  }>,
): void {
  const record = (step: string, command: MeetingCommand) =>
    book.record(`meeting/${key}/${step}`, when, { family: 'meeting', id: meetingId(key), command });
  record('scheduled', {
    type: 'ScheduleMeeting',
    partnershipId,
    kind: held.kind ?? 'meeting',
    title: held.title,
    on: when.on as CivilDate,
    ...(held.bodyId === undefined ? {} : { bodyId: held.bodyId }),
  });
  const { worked, didNot, change } = held;
  record('held', {
    type: 'HoldMeeting',
    attendance: held.there.map((party) => ({ party })),
    reflection: {
      ...(worked === undefined ? {} : { worked: say(worked) }),
      ...(didNot === undefined ? {} : { didNot: say(didNot) }),
      ...(change === undefined ? {} : { change: say(change) }),
    },
  });
}
