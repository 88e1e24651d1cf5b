import type { Id } from '#kernel';
import type { CommitmentCommand } from '../../commitment/commitment.commands.js';
import { commitmentShape } from '../../commitment/commitment.js';
import { heldShares } from '../../commitment/commitment.standing.js';
import { text } from '../given.js';
import { NOWHERE, type Picks } from './picks.js';
import { bodies, date, evidence, goals, names, PARTNERSHIP, parties, partnership, STREAMS, type Wish } from './there.js';
import type { World } from './world.js';

const owner = (world: World, picks: Picks) => {
  const role = picks.of([...partnership(world).roles.values()]);
  return picks.onceIn(2) ? ('without-owner' as const) : { personId: role.personId, roleId: role.roleId, party: role.partyId };
};

function made(world: World, picks: Picks): Wish<CommitmentCommand> {
  const [by = picks.id(parties(world)), ...others] = picks.some(parties(world));
  const shares = [by, ...others].map((party) => ({ party, ...picks.seldom('dueOn', () => date(world, picks)) }));
  const due = picks.onceIn(4)
    ? { dueBasis: 'none' as const }
    : { dueBasis: 'stated' as const, dueOn: world.today(picks.number(90) - 5) };
  return {
    by,
    command: {
      type: 'MakeCommitment',
      partnershipId: PARTNERSHIP,
      statement: picks.of(names),
      shares,
      owedTo: picks.onceIn(2) ? parties(world).slice(0, 3) : [picks.id(parties(world).toReversed())],
      doneWhen: [{ id: 'c1', text: 'Minutes of every meeting' }],
      completion: picks.onceIn(3) ? { atLeast: 1 + picks.number(2) } : 'all',
      changesAgreedBy: picks.onceIn(5) ? { bodyId: picks.id(bodies(world)) } : 'every-party',
      owner: owner(world, picks),
      ...picks.seldom('verifier', () => picks.id(parties(world))),
      ...(picks.onceIn(5) ? { every: { period: 'month' as const } } : {}),
      ...(picks.onceIn(4) ? { goalId: picks.id(goals(world)) } : {}),
      ...due,
    },
  };
}

/** What the commitment that is acted on holds, to name in commands; never empty. */
function held(world: World, id: Id) {
  const state = world.state(commitmentShape, id);
  const terms = state.made?.data;
  const owing = heldShares(state).map(({ party }) => party);
  return {
    owing: owing.length > 0 ? owing : [NOWHERE],
    owed: terms?.owedTo ?? [NOWHERE],
    judges: [...(terms?.owedTo ?? [NOWHERE]), ...(terms?.verifier === undefined ? [] : [terms.verifier])],
    claims: [...state.claims.keys()],
    proposals: [...state.proposals.keys()],
    milestones: [...state.milestones.keys()],
    links: [...state.links.keys()],
  };
}

type CommitmentWish = (world: World, picks: Picks, id: Id) => Wish<CommitmentCommand>;

const shares: readonly CommitmentWish[] = [
  (world, picks, id) => {
    const { owed, owing } = held(world, id);
    const party = picks.id(parties(world));
    return {
      by: party,
      command: { type: 'AddShare', party, agreedBy: picks.onceIn(2) ? [...owed, ...owing] : picks.some(owed) },
    };
  },
  (world, picks, id) => {
    const { owed, owing } = held(world, id);
    const [from, to] = [picks.of(owing), picks.id(parties(world))];
    return {
      by: from,
      command: { type: 'TransferShare', from, to, agreedBy: picks.onceIn(2) ? [to, ...owed] : picks.some([to]) },
    };
  },
  (world, picks, id) => {
    const { owed, owing } = held(world, id);
    const agreedBy = picks.onceIn(2) ? owed : picks.some(owed);
    return { by: picks.of(owed), command: { type: 'ReleaseShare', party: picks.of(owing), agreedBy, reason: text('release') } };
  },
  (world, picks, id) => {
    const party = picks.of(held(world, id).owing);
    return { by: party, command: { type: 'KeepShareOn', party } };
  },
];

const milestones: readonly CommitmentWish[] = [
  (world, picks, id) => {
    const party = picks.of(held(world, id).owing);
    const title = picks.of(names);
    return { by: party, command: { type: 'PlanMilestone', title, party, ...picks.maybe('dueOn', () => date(world, picks)) } };
  },
  (world, picks, id) => {
    const planned = world.state(commitmentShape, id).milestones;
    const reached = [...planned.values()].find(({ state }) => state === 'reached');
    const reason = text('milestone');
    if (reached !== undefined && picks.onceIn(2)) {
      const { milestoneId, party } = reached.planned.data;
      return { by: party, command: { type: 'ReopenMilestone', milestoneId, reason } };
    }
    const milestoneId = picks.id(held(world, id).milestones);
    const by = planned.get(milestoneId)?.planned.data.party ?? picks.of(held(world, id).owing);
    const steps: readonly CommitmentCommand[] = [
      { type: 'ReachMilestone', milestoneId },
      { type: 'ReopenMilestone', milestoneId, reason },
      { type: 'RescheduleMilestone', milestoneId, dueOn: date(world, picks), reason },
      { type: 'DropMilestone', milestoneId, reason },
    ];
    return { by, command: picks.onceIn(2) ? { type: 'ReachMilestone', milestoneId } : picks.of(steps) };
  },
];

const course: readonly CommitmentWish[] = [
  (world, picks, id) => {
    const party = picks.of(held(world, id).owing);
    const light = picks.of(['on-track', 'at-risk', 'off-track'] as const);
    return { by: party, command: { type: 'ReportProgress', of: { kind: 'share', party }, party, light } };
  },
  (world, picks, id) => {
    const party = picks.of(held(world, id).owed);
    const command = {
      type: 'FollowUp',
      party,
      asked: text('asked'),
      ...picks.maybe('nextOn', () => date(world, picks)),
    } as const;
    return { by: party, command };
  },
  (world, picks, id) => {
    const party = picks.of(held(world, id).owing);
    return { by: party, command: { type: 'AnnounceDueDate', party, expectedOn: date(world, picks), reason: text('late') } };
  },
  (world, picks, id) => ({
    by: picks.of(held(world, id).owing),
    command: { type: 'ChangeOwner', owner: owner(world, picks) },
  }),
  (world, picks, id) => {
    const by = picks.of([...held(world, id).owing, ...parties(world)]);
    const to = picks.of([{ kind: 'whole' }, { kind: 'criterion', criterionId: picks.of(['c1', 'c9']) }] as const);
    return { by, command: { type: 'LinkEvidence', ...evidence(world, picks), to, stance: 'supports', by } };
  },
  (world, picks, id) => {
    const linkId = picks.id(held(world, id).links);
    const by = world.state(commitmentShape, id).links.get(linkId)?.linked.data.by ?? picks.id(parties(world));
    return { by, command: { type: 'UnlinkEvidence', linkId, reason: text('unlinked') } };
  },
];

const dates: readonly CommitmentWish[] = [
  (world, picks, id) => {
    const { owing, owed } = held(world, id);
    const by = picks.of([...owing, ...owed]);
    const of = picks.onceIn(3) ? ({ kind: 'share', party: picks.of(owing) } as const) : ({ kind: 'whole' } as const);
    return { by, command: { type: 'ProposeDueDate', of, by, dueOn: date(world, picks), reason: text('moved') } };
  },
  (world, picks, id) => {
    const { owing, owed, proposals } = held(world, id);
    const party = picks.of([...owing, ...owed]);
    return { by: party, command: { type: 'AgreeDueDate', proposalId: picks.id(proposals), by: { party } } };
  },
  (world, picks, id) => {
    const { owing, owed, proposals } = held(world, id);
    const party = picks.of([...owing, ...owed]);
    const command = { type: 'DeclineDueDate', proposalId: picks.id(proposals), by: { party }, reason: text('no') } as const;
    return { by: party, command };
  },
];

const claims: readonly CommitmentWish[] = [
  (world, picks, id) => {
    const party = picks.of(held(world, id).owing);
    const fulfilledOn = world.today(picks.number(12) - 10);
    return {
      by: party,
      command: { type: 'ClaimFulfilment', party, fulfilledOn, evidence: picks.some([evidence(world, picks)]) },
    };
  },
  (world, picks, id) => {
    const { claims, owing } = held(world, id);
    return { by: picks.of(owing), command: { type: 'WithdrawClaim', claimId: picks.id(claims) } };
  },
  (world, picks, id) => {
    const { claims, judges } = held(world, id);
    const by = picks.of([...judges, ...judges, ...parties(world)]);
    const verdict = picks.of(['met', 'partially-met'] as const);
    return { by, command: { type: 'VerifyFulfilment', claimId: picks.id(claims), by, verdict } };
  },
  (world, picks, id) => {
    const { claims, judges } = held(world, id);
    const by = picks.of([...judges, ...parties(world)]);
    return { by, command: { type: 'RejectFulfilment', claimId: picks.id(claims), by, reason: text('rejected') } };
  },
];

const endings: readonly CommitmentWish[] = [
  (world, picks, id) => {
    const { owing, owed } = held(world, id);
    const agreedBy = picks.some([...owing, ...owed]);
    return { by: picks.of([...owing, ...owed]), command: { type: 'WithdrawCommitment', reason: text('withdrawn'), agreedBy } };
  },
  (world, picks, id) => {
    const { owing, owed } = held(world, id);
    const agreedBy = picks.some([...owing, ...owed]);
    const successorId = picks.id(STREAMS.commitment);
    const command = { type: 'SupersedeCommitment', successorId, reason: text('superseded'), agreedBy } as const;
    return { by: picks.of([...owing, ...owed]), command };
  },
  (world, picks, id) => {
    const party = picks.of(held(world, id).owing);
    return { by: party, command: { type: 'DeclareBroken', party, reason: text('broken') } };
  },
];

/** Mostly what is done day by day: who ends everything at once learns little. */
export const commitmentWishes: readonly CommitmentWish[] = [
  made,
  ...shares,
  ...milestones,
  ...milestones,
  ...milestones,
  ...course,
  ...dates,
  ...dates,
  ...dates,
  ...claims,
  ...claims,
  ...claims,
  ...endings,
];
