import type { CivilDate, Problem, TextRef } from '#kernel';
import {
  check,
  day,
  id,
  integer,
  list,
  object,
  occurrence,
  oneOf,
  optional,
  type Said,
  textRef,
  variant,
  words,
} from '../input.js';
import {
  type CommitmentEvent,
  type CommitmentEventOf,
  type Criterion,
  type CriterionVerdict,
  EVIDENCE_METHODS,
  type EvidenceRequirement,
  type EvidenceRevisionRef,
  type Owner,
  type Quantity,
  type Share,
} from './commitment.events.js';

type DataOf<Type extends CommitmentEvent['type']> = CommitmentEventOf<Type>['data'];

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const positive = check((value) => isNumber(value) && value > 0, 'must be a number above 0');
const percent = check((value) => isNumber(value) && value >= 0 && value <= 100, 'must lie between 0 and 100');
const parties = list(id);

const wrong = (field: string, message: string): Problem => ({ field, rule: 'R15', message });

const quantity = object<Quantity>({ atLeast: positive, atMost: optional(positive), unit: words }, ({ atLeast, atMost }) =>
  atMost !== undefined && atMost < atLeast ? [wrong('atMost', `must not be less than ${atLeast}`)] : [],
);
const share = object<Share>({ party: id, does: optional(words), dueOn: optional(day), quantity: optional(quantity) });
const criterion = object<Criterion>({ id: words, text: words, indicatorId: optional(id), threshold: optional(words) });
const criterionVerdict = object<CriterionVerdict>({
  criterionId: words,
  verdict: oneOf(['met', 'partially-met', 'not-met']),
});
const evidence = object<EvidenceRevisionRef>({ evidenceId: id, revision: integer(1) });

const some = object<{ atLeast: number }>({ atLeast: integer(1) });
const allOrSome = check(
  (value) => value === 'all' || some.problems(value, '').length === 0,
  'must be "all" or { "atLeast": 1 or more }',
);
const ownerNamed = object<Exclude<Owner, string>>({ personId: id, roleId: id, party: id });
const owner = check(
  (value) => value === 'without-owner' || ownerNamed.problems(value, '').length === 0,
  'must be "without-owner" or { personId, roleId, party }',
);
const everyPartyOrBody = check(
  (value) => value === 'every-party' || object<{ bodyId: string }>({ bodyId: id }).problems(value, '').length === 0,
  'must be "every-party" or { bodyId }',
);
const requirement = object<EvidenceRequirement>({ minimum: integer(1), methods: optional(list(oneOf(EVIDENCE_METHODS), 1)) });

const kind = <K extends string>(its: K) => check((value) => value === its, `must be ${its}`);
const targets = {
  whole: object<{ kind: 'whole' }>({ kind: kind('whole') }),
  share: object<{ kind: 'share'; party: string }>({ kind: kind('share'), party: id }),
  milestone: object<{ kind: 'milestone'; milestoneId: string }>({ kind: kind('milestone'), milestoneId: id }),
  criterion: object<{ kind: 'criterion'; criterionId: string }>({ kind: kind('criterion'), criterionId: words }),
};
const targetAmong = (...kinds: (keyof typeof targets)[]) =>
  variant(`must be of kind ${kinds.join(', ')}`, (value) => targets[kinds.find((its) => its === value['kind']) ?? 'whole']);

const agreementBy = variant('must be { party } or { bodyId }', (value) =>
  'bodyId' in value ? object<{ bodyId: string }>({ bodyId: id }) : object<{ party: string }>({ party: id }),
);
const sourceStatus = check(
  (value) => value === 'no-longer-stated' || object<{ says: string }>({ says: words }).problems(value, '').length === 0,
  'must be "no-longer-stated" or { says }',
);

/** The id that two of a list share, if any. */
export function repeated(ids: readonly string[]): string | undefined {
  return ids.find((its, index) => ids.indexOf(its) !== index);
}

const uniqueCriteria = (field: string, ids: readonly string[]): readonly Problem[] => {
  const twice = repeated(ids);
  return twice === undefined ? [] : [wrong(field, `names criterion ${twice} twice`)];
};

// The union of the terms as one: that a date has a basis, and a basis a date, is asked below.
type MadeForm = Omit<DataOf<'CommitmentMade'>, 'dueBasis' | 'dueOn'> & Readonly<{ dueBasis: string; dueOn?: CivilDate }>;

type EndingForm = Readonly<{ reason?: TextRef; agreedBy: readonly string[] }>;

const verdictForm = { claimId: id, by: id, criteria: optional(list(criterionVerdict, 1)) };

/** What each event of a commitment must say. */
export const says: Said<CommitmentEvent> = {
  CommitmentMade: object<MadeForm>(
    {
      partnershipId: id,
      statement: words,
      shares: list(share),
      owedTo: parties,
      goalId: optional(id),
      pledgedAt: optional(id),
      answers: optional(id),
      every: optional(
        object<NonNullable<MadeForm['every']>>({ period: oneOf(['week', 'month', 'quarter']), quantity: optional(quantity) }),
      ),
      doneWhen: list(criterion),
      completion: allOrSome,
      evidenceRequirement: optional(requirement),
      verifier: optional(id),
      changesAgreedBy: everyPartyOrBody,
      owner,
      dueBasis: oneOf(['stated', 'assumed', 'none']),
      dueOn: optional(day),
    },
    ({ dueBasis, dueOn, doneWhen }) => [
      ...((dueBasis === 'none') === (dueOn === undefined)
        ? []
        : [
            wrong(
              'dueOn',
              dueBasis === 'none' ? 'must be left out where there is no date' : `must be given: the date is ${dueBasis}`,
            ),
          ]),
      ...uniqueCriteria(
        'doneWhen',
        doneWhen.map((its) => its.id),
      ),
    ],
  ),
  ShareAdded: object<DataOf<'ShareAdded'>>({
    party: id,
    does: optional(words),
    dueOn: optional(day),
    quantity: optional(quantity),
    agreedBy: parties,
  }),
  ShareTransferred: object<DataOf<'ShareTransferred'>>({ from: id, to: id, agreedBy: parties, reason: optional(textRef) }),
  ShareReleased: object<DataOf<'ShareReleased'>>({ party: id, agreedBy: parties, reason: textRef }),
  ShareKeptOn: object<DataOf<'ShareKeptOn'>>({ party: id, reason: optional(textRef) }),
  MilestonePlanned: object<DataOf<'MilestonePlanned'>>({
    milestoneId: id,
    title: words,
    dueOn: optional(day),
    party: optional(id),
  }),
  MilestoneReached: object<DataOf<'MilestoneReached'>>({ milestoneId: id }),
  MilestoneReopened: object<DataOf<'MilestoneReopened'>>({ milestoneId: id, reason: textRef }),
  MilestoneRescheduled: object<DataOf<'MilestoneRescheduled'>>({ milestoneId: id, dueOn: day, reason: textRef }),
  MilestoneDropped: object<DataOf<'MilestoneDropped'>>({ milestoneId: id, reason: textRef }),
  ProgressReported: object<DataOf<'ProgressReported'>>(
    {
      of: targetAmong('whole', 'share', 'milestone'),
      party: optional(id),
      light: optional(oneOf(['on-track', 'at-risk', 'off-track'])),
      percent: optional(percent),
      narrative: optional(textRef),
      sourceStatus: optional(sourceStatus),
    },
    ({ light, percent: of100, narrative, sourceStatus: status }) =>
      light === undefined && of100 === undefined && narrative === undefined && status === undefined
        ? [wrong('light', 'a report says something: a light, a percentage, a narrative or the status of its source')]
        : [],
  ),
  FollowedUp: object<DataOf<'FollowedUp'>>({
    party: id,
    asked: textRef,
    answered: optional(textRef),
    answeredBy: optional(id),
    nextOn: optional(day),
  }),
  DueDateAnnounced: object<DataOf<'DueDateAnnounced'>>({ party: id, expectedOn: day, reason: textRef }),
  DueDateProposed: object<DataOf<'DueDateProposed'>>({
    proposalId: id,
    of: targetAmong('whole', 'share'),
    by: id,
    dueOn: day,
    reason: textRef,
  }),
  DueDateAgreed: object<DataOf<'DueDateAgreed'>>({ proposalId: id, by: agreementBy }),
  DueDateDeclined: object<DataOf<'DueDateDeclined'>>({ proposalId: id, by: agreementBy, reason: textRef }),
  OwnerChanged: object<DataOf<'OwnerChanged'>>({ owner, reason: optional(textRef) }),
  EvidenceLinked: object<DataOf<'EvidenceLinked'>>({
    linkId: id,
    evidenceId: id,
    revision: integer(1),
    to: targetAmong('whole', 'milestone', 'criterion'),
    stance: oneOf(['supports', 'contradicts']),
    by: optional(id),
  }),
  EvidenceUnlinked: object<DataOf<'EvidenceUnlinked'>>({ linkId: id, reason: textRef }),
  FulfilmentClaimed: object<DataOf<'FulfilmentClaimed'>>({
    claimId: id,
    party: id,
    fulfilledOn: occurrence,
    period: optional(day),
    quantity: optional(positive),
    evidence: list(evidence),
  }),
  ClaimWithdrawn: object<DataOf<'ClaimWithdrawn'>>({ claimId: id, reason: optional(textRef) }),
  FulfilmentVerified: object<DataOf<'FulfilmentVerified'>>(
    { ...verdictForm, verdict: oneOf(['met', 'partially-met']), reason: optional(textRef) },
    ({ criteria = [], verdict }) => [
      ...uniqueCriteria(
        'criteria',
        criteria.map((its) => its.criterionId),
      ),
      ...(verdict === 'met' && criteria.some((its) => its.verdict !== 'met')
        ? [wrong('verdict', 'cannot be met while a criterion is not met in full')]
        : []),
    ],
  ),
  FulfilmentRejected: object<DataOf<'FulfilmentRejected'>>({ ...verdictForm, reason: textRef }, ({ criteria = [] }) =>
    uniqueCriteria(
      'criteria',
      criteria.map((its) => its.criterionId),
    ),
  ),
  // That a reason and a successor are there is rule 13, asked with the other rules.
  CommitmentWithdrawn: object<EndingForm>({ reason: optional(textRef), agreedBy: parties }),
  CommitmentSuperseded: object<EndingForm & { successorId?: string }>({
    successorId: optional(id),
    reason: optional(textRef),
    agreedBy: parties,
  }),
  CommitmentBroken: object<DataOf<'CommitmentBroken'>>({ party: id, reason: textRef }),
};
