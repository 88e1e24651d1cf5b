import type {
  CommitmentEvent,
  CommitmentTerms,
  EvidenceEvent,
  EvidenceTarget,
  IndicatorEvent,
  MeetingEvent,
  OrganizationEvent,
  Owner,
  PartnershipEvent,
  Quantity,
} from '#domain';
import { type Event, type EventAboutFact, type Family, LedgerError } from '#kernel';

/** The events of each family of streams. */
export type EventsOf = {
  organization: OrganizationEvent;
  partnership: PartnershipEvent;
  commitment: CommitmentEvent;
  evidence: EvidenceEvent;
  indicator: IndicatorEvent;
  meeting: MeetingEvent;
};

/** The types of event that a family has for itself. */
export type OwnTypes<F extends Family> = Exclude<EventsOf[F]['type'], EventAboutFact['type']>;

type DataOf<E extends Event, Type extends E['type']> = Extract<E, { type: Type }>['data'];

/** Of each event, the fields that are told as they stand; or what is told in their place. */
type Tells<E extends Event> = {
  readonly [Type in E['type']]: readonly (keyof DataOf<E, Type>)[] | ((data: DataOf<E, Type>) => object);
};

/** Some fields of what is said, where they are there. */
function pick<Data extends object, Key extends keyof Data>(data: Data, ...keys: readonly Key[]): Pick<Data, Key> {
  const said: { [Its in Key]?: Data[Its] } = {};
  for (const key of keys) if (data[key] !== undefined) said[key] = data[key];
  return said as Pick<Data, Key>;
}

// Who answers for it, as a role of a party: the person is not told.
const ownerIn = (owner: Owner) => (owner === 'without-owner' ? owner : pick(owner, 'roleId', 'party'));

// A unit is a word; what is claimed later is in the same.
const amountIn = (quantity: Quantity) => pick(quantity, 'atLeast', 'atMost');

const shareIn = (share: CommitmentTerms['shares'][number]) => ({
  ...pick(share, 'party', 'dueOn'),
  ...(share.quantity === undefined ? {} : { quantity: amountIn(share.quantity) }),
});

// A criterion bears whatever name its parties gave it.
const targetIn = (to: EvidenceTarget) => (to.kind === 'criterion' ? pick(to, 'kind') : to);

/**
 * What the world outside is told of each event. A topic is copied by whoever reads it and nothing in it can be erased, so
 * it has no place for words: no names, titles, statements, reasons, references to texts, contents of evidence or their
 * hashes, and no persons. What is told is made of ids, days, numbers and choices of a closed list. Who needs the words asks
 * the interface for them, by id, and is told what he may see.
 *
 * A list names the fields that are told as they stand; a function makes what is told in their place. An event that is not
 * here does not compile.
 */
export const TELLINGS = {
  organization: {
    OrganizationRegistered: ['kind'],
    OrganizationRenamed: [],
    OrganizationMerged: ['into'],
    OrganizationClosed: [],
    AliasAdded: [],
    SizeRecorded: ['asOf'],
  },
  partnership: {
    PartnershipFormed: ['calendar', 'history', 'parent', 'lateAfterDays'],
    TheoryOfActionRevised: [],
    ReviewCalendarChanged: ['fiscalYearStart', 'from'],
    PartyJoined: ['partyId', 'organizationId', 'partOf'],
    PartyLeft: ['partyId'],
    RoleAssigned: ['roleId', 'partyId', 'succeeds'],
    RoleEnded: ['roleId'],
    BodyEstablished: ['bodyId', 'cadence'],
    BodyDissolved: ['bodyId'],
    GoalSet: ['goalId'],
    GoalRetired: ['goalId'],
    ContributionRecorded: ['contributionId', 'partyId', 'kind', 'commitmentId'],
    ContextNoted: ['kind'],
    PartnershipPaused: [],
    PartnershipResumed: [],
    PartnershipEnded: ['carriedOnBy'],
  },
  commitment: {
    CommitmentMade: (data) => ({
      ...pick(data, 'owedTo', 'goalId', 'pledgedAt', 'answers', 'completion', 'evidenceRequirement', 'verifier'),
      ...pick(data, 'changesAgreedBy', 'dueBasis', 'dueOn'),
      shares: data.shares.map(shareIn),
      ...(data.every === undefined ? {} : { every: standing(data.every) }),
      /** How many criteria it is to be judged by. */
      criteria: data.doneWhen.length,
      owner: ownerIn(data.owner),
    }),
    ShareAdded: (data) => ({ ...shareIn(data), ...pick(data, 'agreedBy') }),
    ShareTransferred: ['from', 'to', 'agreedBy'],
    ShareReleased: ['party', 'agreedBy'],
    ShareKeptOn: ['party'],
    MilestonePlanned: ['milestoneId', 'dueOn', 'party'],
    MilestoneReached: ['milestoneId'],
    MilestoneReopened: ['milestoneId'],
    MilestoneRescheduled: ['milestoneId', 'dueOn'],
    MilestoneDropped: ['milestoneId'],
    ProgressReported: ['of', 'party', 'light', 'percent'],
    FollowedUp: (data) => ({ ...pick(data, 'party', 'answeredBy', 'nextOn'), isAnswered: data.answered !== undefined }),
    DueDateAnnounced: ['party', 'expectedOn'],
    DueDateProposed: ['proposalId', 'of', 'by', 'dueOn'],
    DueDateAgreed: ['proposalId', 'by'],
    DueDateDeclined: ['proposalId', 'by'],
    OwnerChanged: (data) => ({ owner: ownerIn(data.owner) }),
    EvidenceLinked: (data) => ({ ...pick(data, 'linkId', 'revision', 'stance', 'by'), ...linked(data) }),
    EvidenceUnlinked: ['linkId'],
    FulfilmentClaimed: ['claimId', 'party', 'fulfilledOn', 'period', 'quantity', 'evidence'],
    ClaimWithdrawn: ['claimId'],
    FulfilmentVerified: ['claimId', 'by', 'verdict'],
    FulfilmentRejected: ['claimId', 'by'],
    CommitmentWithdrawn: ['agreedBy'],
    CommitmentSuperseded: ['successorId', 'agreedBy'],
    CommitmentBroken: ['party'],
  },
  evidence: {
    EvidenceSubmitted: (data) => ({
      ...pick(data, 'method', 'collectedOn', 'party', 'expiresOn', 'confidentiality'),
      content: data.content.kind,
    }),
    EvidenceRevised: (data) => ({ ...pick(data, 'revision'), content: data.content.kind }),
    EvidenceAppraised: ['revision', 'by', 'verdict', 'strength'],
    EvidenceRetracted: [],
    EvidenceContentErased: ['revision'],
  },
  indicator: {
    IndicatorDefined: ['goalId', 'direction', 'baseline', 'target', 'madeOf', 'suppressBelow'],
    IndicatorRedefined: ['goalId', 'direction', 'baseline', 'target', 'madeOf', 'suppressBelow'],
    ReadingRecorded: (data) => ({
      ...pick(data, 'readingId', 'asOf', 'evidenceId'),
      ...(data.for?.party === undefined ? {} : { for: pick(data.for, 'party') }),
      // Which dimension is a word, and a value that stands for nobody knows which few is no value.
      reading: data.for?.dimension === undefined ? data.reading : ({ withheld: 'of-a-dimension' } as const),
    }),
    TargetRevised: ['target'],
    IndicatorRetired: [],
  },
  meeting: {
    MeetingScheduled: ['kind', 'on', 'bodyId', 'confidentiality'],
    MeetingHeld: ['attendance', 'guests', 'minutes'],
    MeetingCancelled: [],
  },
} as const satisfies { readonly [F in Family]: Tells<Extract<EventsOf[F], { type: OwnTypes<F> }>> };

function standing({ period, quantity }: NonNullable<CommitmentTerms['every']>) {
  return { period, ...(quantity === undefined ? {} : { quantity: amountIn(quantity) }) };
}

function linked(data: DataOf<CommitmentEvent, 'EvidenceLinked'>) {
  return { ...pick(data, 'evidenceId'), to: targetIn(data.to) };
}

type Told<Data, Telling> = Telling extends readonly (infer Key)[]
  ? Pick<Data, Key & keyof Data>
  : Telling extends (data: never) => infer Said
    ? Said
    : never;

/** What is told of each type of event of a family, beside what is said about its facts. */
export type Payloads<F extends Family> = {
  readonly [Type in OwnTypes<F> & keyof (typeof TELLINGS)[F]]: Told<
    DataOf<EventsOf[F], Type & EventsOf[F]['type']>,
    (typeof TELLINGS)[F][Type]
  >;
};

type Telling = readonly string[] | ((data: never) => object);

/**
 * What is told of an event's data.
 * @throws LedgerError `corrupt` UNTOLD_EVENT for a type of which nothing is said here: never skipped, for a consumer could
 *   not know that it lacks something
 */
export function toldOf(family: Family, type: string, data: unknown): object {
  const tellings: Readonly<Record<string, Telling>> | undefined = TELLINGS[family];
  const telling = tellings?.[type];
  if (telling === undefined)
    throw new LedgerError('corrupt', 'UNTOLD_EVENT', `nothing says what is told of ${type} of the family ${family}`);
  if (typeof telling === 'function') return telling(data as never);
  return pick(data as Readonly<Record<string, unknown>>, ...telling);
}
