import { describe, expect, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { A, B, C, commitmentsIn, D, fact, made, OWNER } from '../testing/commitment.js';
import { COMMAND_ID, idOf, text } from '../testing/given.js';
import { dateInForce, originalDate } from './commitment.standing.js';

const commitment = commitmentsIn();
const reason = text('reason');
const proposalId = idOf('proposal');
const proposed = fact(
  'DueDateProposed',
  { proposalId, of: { kind: 'whole' }, by: A, dueOn: '2025-03-20', reason },
  { on: '2025-01-10', id: idOf('proposing') },
);
const agreed = (by: string, on: '2025-01-12' | '2025-02-20' = '2025-01-12') =>
  fact('DueDateAgreed', { proposalId, by: { party: by } }, { on, by });
const milestoneId = idOf('milestone');
const planned = fact('MilestonePlanned', { milestoneId, title: 'Teams named', dueOn: '2025-01-31' }, { on: '2024-09-01' });
const reached = fact('MilestoneReached', { milestoneId }, { on: '2024-12-01' });
const dropped = fact('MilestoneDropped', { milestoneId, reason }, { on: '2024-12-01' });

describe('dates', () => {
  const announce = { type: 'AnnounceDueDate', party: A, expectedOn: '2025-04-30', reason } as const;
  const propose = { type: 'ProposeDueDate', of: { kind: 'whole' }, by: A, dueOn: '2025-03-20', reason } as const;
  const agree = { type: 'AgreeDueDate', proposalId, by: { party: B } } as const;

  it('R2: an owing party announces a day alone, not before the day it does', async () => {
    await commitment
      .given(made())
      .when(announce)
      .then({ type: 'DueDateAnnounced', data: { party: A, expectedOn: '2025-04-30', reason } });
    await commitment.given(made()).when(announce, { on: '2025-05-01' }).thenRefused('R2', 'expectedOn');
    await commitment
      .given(made())
      .when({ ...announce, party: B }, { by: B })
      .thenRefused('R1', 'party');
  });

  it('an announcement leaves the date in force', () => {
    const { state } = commitment.given(made(), fact('DueDateAnnounced', { party: A, expectedOn: '2025-04-30', reason })).folded();
    expect(dateInForce(state)).toBe('2025-02-15');
    expect(state.announcements.at(-1)?.data.expectedOn).toBe('2025-04-30');
  });

  it('R2: a party owing or owed proposes a day, not before the day it does', async () => {
    const { type: _, ...data } = { ...propose, proposalId: derivedId(COMMAND_ID, 'proposal') };
    await commitment.given(made()).when(propose).then({ type: 'DueDateProposed', data });
    await commitment.given(made()).when(propose, { on: '2025-03-21' }).thenRefused('R2', 'dueOn');
    await commitment
      .given(made())
      .when({ ...propose, by: C }, { by: C })
      .thenRefused('R1', 'by');
    await commitment
      .given(made())
      .when({ ...propose, of: { kind: 'share', party: C } })
      .thenRefused('R4', 'of.party');
  });

  it('R2: a day already past is agreed by nobody (case 25)', async () => {
    await commitment.given(made(), proposed).when(agree, { by: B, on: '2025-03-21' }).thenRefused('R2', 'proposalId');
  });

  it('the move exists from the last agreement needed, of every party owing or owed', () => {
    const two = made({ shares: [{ party: A }, { party: C }] });
    expect(dateInForce(commitment.given(two, proposed, agreed(B)).folded().state)).toBe('2025-02-15');
    const { state } = commitment.given(two, proposed, agreed(B), agreed(C, '2025-02-20')).folded();
    expect(dateInForce(state)).toBe('2025-03-20');
    expect(originalDate(state)).toBe('2025-02-15');
    expect(state.moves).toMatchObject([{ dueOn: '2025-03-20', agreedOn: '2025-02-20' }]);
  });

  it('a move of the whole leaves a share with a date of its own, and a share is moved by itself', () => {
    const own = made({ shares: [{ party: A, dueOn: '2025-01-31' }, { party: C }] });
    const whole = commitment.given(own, proposed, agreed(B), agreed(C)).folded().state;
    expect([dateInForce(whole, A), dateInForce(whole, C)]).toEqual(['2025-01-31', '2025-03-20']);
    const ofShare = fact('DueDateProposed', { ...proposed.data, of: { kind: 'share', party: A } } as never);
    const share = commitment.given(own, ofShare, agreed(B), agreed(C)).folded().state;
    expect([dateInForce(share, A), dateInForce(share, C), originalDate(share, A)]).toEqual([
      '2025-03-20',
      '2025-02-15',
      '2025-01-31',
    ]);
  });

  it('an agreement written down by the hand that proposed moves nothing until the other party confirms it', () => {
    const onBehalf = fact(
      'DueDateAgreed',
      { proposalId, by: { party: B } },
      { on: '2025-01-12', by: B, recordedBy: A, id: idOf('agreement') },
    );
    const confirmed = fact('RecordConfirmed', { eventId: idOf('agreement'), party: B }, { on: '2025-02-01', by: B });
    expect(dateInForce(commitment.given(made(), proposed, onBehalf).folded().state)).toBe('2025-02-15');
    expect(dateInForce(commitment.given(made(), proposed, onBehalf, confirmed).folded().state)).toBe('2025-03-20');
  });

  it('a body agrees where the commitment names it, and no other', async () => {
    const byBody = made({ changesAgreedBy: { bodyId: idOf('body') } });
    const yes = { type: 'AgreeDueDate', proposalId, by: { bodyId: idOf('body') } } as const;
    await commitment
      .given(byBody, proposed)
      .when(yes, { by: B })
      .then({ type: 'DueDateAgreed', data: { proposalId, by: { bodyId: idOf('body') } } });
    await commitment.given(made(), proposed).when(yes, { by: B }).thenRefused('R12', 'by.bodyId');
    await commitment
      .given(byBody, proposed)
      .when({ ...yes, by: { bodyId: idOf('X') } }, { by: B })
      .thenRefused('R16', 'by.bodyId');
    const byTheBody = fact('DueDateAgreed', { proposalId, by: { bodyId: idOf('body') } }, { by: B, on: '2025-01-12' });
    expect(dateInForce(commitment.given(byBody, proposed, byTheBody).folded().state)).toBe('2025-03-20');
  });

  it('R12: what all agreed to is not declined afterwards', async () => {
    const decline = { type: 'DeclineDueDate', proposalId, by: { party: B }, reason } as const;
    await commitment
      .given(made(), proposed)
      .when(decline, { by: B })
      .then({ type: 'DueDateDeclined', data: { proposalId, by: { party: B }, reason } });
    await commitment
      .given(made(), proposed, agreed(B))
      .when(decline, { by: B, on: '2025-01-13' })
      .thenRefused('R12', 'proposalId');
    await commitment.given(made()).when(decline, { by: B }).thenRefused('R16', 'proposalId');
    await commitment
      .given(made(), proposed)
      .when({ ...agree, by: { party: C } }, { by: C })
      .thenRefused('R1', 'by.party');
  });

  it('R14: a date that was proposed, agreed or announced already is not recorded again', async () => {
    await commitment
      .given(made())
      .when({ ...propose, dueOn: '2025-02-15' })
      .thenNothing();
    await commitment.given(made(), proposed).when(propose, { on: '2025-01-11' }).thenNothing();
    await commitment.given(made(), proposed, agreed(B)).when(agree, { by: B, on: '2025-01-13' }).thenNothing();
    await commitment
      .given(made(), proposed)
      .when({ ...agree, by: { party: A } }, { on: '2025-01-11' })
      .thenNothing();
    await commitment
      .given(made(), fact('DueDateAnnounced', { party: A, expectedOn: '2025-04-30', reason }))
      .when(announce)
      .thenNothing();
    const declined = fact('DueDateDeclined', { proposalId, by: { party: B }, reason }, { by: B, on: '2025-01-12' });
    await commitment
      .given(made(), proposed, declined)
      .when({ type: 'DeclineDueDate', proposalId, by: { party: B }, reason }, { by: B, on: '2025-01-12' })
      .thenNothing();
  });
});

describe('milestones', () => {
  const plan = { type: 'PlanMilestone', title: 'Teams named', dueOn: '2025-01-31' } as const;
  const reschedule = { type: 'RescheduleMilestone', milestoneId, dueOn: '2025-02-10', reason } as const;

  it('are planned, reached, reopened, moved and dropped', async () => {
    const id = derivedId(COMMAND_ID, 'milestone');
    await commitment
      .given(made())
      .when(plan)
      .then({ type: 'MilestonePlanned', data: { milestoneId: id, title: 'Teams named', dueOn: '2025-01-31' } });
    await commitment
      .given(made(), planned)
      .when({ type: 'ReachMilestone', milestoneId })
      .then({ type: 'MilestoneReached', data: { milestoneId } });
    await commitment
      .given(made(), planned, reached)
      .when({ type: 'ReopenMilestone', milestoneId, reason }, { by: B })
      .then({ type: 'MilestoneReopened', data: { milestoneId, reason } });
    await commitment
      .given(made(), planned)
      .when(reschedule)
      .then({ type: 'MilestoneRescheduled', data: { milestoneId, dueOn: '2025-02-10', reason } });
    await commitment
      .given(made(), planned)
      .when({ type: 'DropMilestone', milestoneId, reason })
      .then({ type: 'MilestoneDropped', data: { milestoneId, reason } });
  });

  it('R2: have no day before the day that sets it', async () => {
    await commitment
      .given(made())
      .when({ ...plan, dueOn: '2024-12-31' })
      .thenRefused('R2', 'dueOn');
    await commitment
      .given(made(), planned)
      .when({ ...reschedule, dueOn: '2024-12-31' })
      .thenRefused('R2', 'dueOn');
  });

  it('R1: are moved by those who carry them', async () => {
    await commitment.given(made()).when(plan, { by: B }).thenRefused('R1', 'actor.partyId');
    await commitment.given(made(), planned).when(reschedule, { by: B }).thenRefused('R1', 'actor.partyId');
    const ofA = fact('MilestonePlanned', { milestoneId, title: 'Teams named', party: A }, { on: '2024-09-01' });
    const two = made({ shares: [{ party: A }, { party: C }] });
    await commitment.given(two, ofA).when(reschedule, { by: C }).thenRefused('R1', 'actor.partyId');
    await commitment
      .given(made())
      .when({ ...plan, party: C })
      .thenRefused('R16', 'party');
  });

  it('R6: take nothing more once they are dropped', async () => {
    await commitment
      .given(made(), planned, dropped)
      .when({ type: 'ReachMilestone', milestoneId })
      .thenRefused('R6', 'milestoneId');
  });

  it('R14: are not reached, opened, moved or dropped twice', async () => {
    await commitment
      .given(made(), planned)
      .when({ ...plan }, { on: '2024-09-02' })
      .thenNothing();
    await commitment.given(made(), planned, reached).when({ type: 'ReachMilestone', milestoneId }).thenNothing();
    await commitment.given(made(), planned).when({ type: 'ReopenMilestone', milestoneId, reason }).thenNothing();
    await commitment
      .given(made(), planned)
      .when({ ...reschedule, dueOn: '2025-01-31' })
      .thenNothing();
    await commitment.given(made(), planned, dropped).when({ type: 'DropMilestone', milestoneId, reason }).thenNothing();
  });

  it('R16: must have been planned', async () => {
    await commitment.given(made()).when({ type: 'ReachMilestone', milestoneId }).thenRefused('R16', 'milestoneId');
  });
});

describe('the course of a commitment', () => {
  it('R1: a report is the word of the party whose share it is', async () => {
    const report = { of: { kind: 'share', party: A }, party: A, light: 'on-track', percent: 40 } as const;
    await commitment
      .given(made())
      .when({ type: 'ReportProgress', ...report })
      .then({ type: 'ProgressReported', data: report });
    await commitment
      .given(made())
      .when({ type: 'ReportProgress', ...report, party: B }, { by: B })
      .thenRefused('R1', 'party');
    const { party: _, ...unsigned } = report;
    await commitment
      .given(made())
      .when({ type: 'ReportProgress', ...unsigned })
      .thenRefused('R1', 'party');
    await commitment
      .given(made())
      .when({ type: 'ReportProgress', ...unsigned }, { by: { kind: 'importer' } })
      .then({ type: 'ProgressReported', data: unsigned });
    await commitment
      .given(made())
      .when({ type: 'ReportProgress', ...report, of: { kind: 'share', party: C } })
      .thenRefused('R4', 'of.party');
    await commitment
      .given(made())
      .when({ type: 'ReportProgress', ...report, of: { kind: 'milestone', milestoneId } })
      .thenRefused('R16', 'of.milestoneId');
  });

  it('R15: a report says something, in percent of a hundred', async () => {
    const report = { type: 'ReportProgress', of: { kind: 'whole' }, party: A } as const;
    await commitment.given(made()).when(report).thenInvalid('light');
    await commitment
      .given(made())
      .when({ ...report, percent: 101 })
      .thenInvalid('percent');
    await commitment
      .given(made())
      .when({ ...report, light: 'green' as 'on-track', sourceStatus: { says: '' } })
      .thenInvalid('light', 'sourceStatus');
  });

  it('R1: the owner is followed up on by somebody else', async () => {
    const followUp = { party: A, asked: text('asked'), answered: text('answered'), answeredBy: A, nextOn: '2025-02-01' } as const;
    await commitment
      .given(made({ owner: OWNER }))
      .when({ type: 'FollowUp', ...followUp })
      .thenRefused('R1', 'actor.personId');
    const byB = { ...followUp, party: B };
    await commitment
      .given(made({ owner: OWNER }))
      .when({ type: 'FollowUp', ...byB }, { by: B })
      .then({ type: 'FollowedUp', data: byB });
    await commitment
      .given(made())
      .when({ type: 'FollowUp', ...byB, nextOn: '2024-12-31' }, { by: B })
      .thenRefused('R2', 'nextOn');
    await commitment
      .given(made())
      .when({ type: 'FollowUp', ...byB, answeredBy: D }, { by: B })
      .thenRefused('R16', 'answeredBy');
  });

  it('R15: an answer says what was answered', async () => {
    const followUp = { type: 'FollowUp', party: B, asked: text('asked'), answeredBy: A } as const;
    await commitment.given(made()).when(followUp, { by: B }).thenRefused('R15', 'answered');
  });

  it('R16: an owner holds the role on the day', async () => {
    const ended = commitmentsIn([{ type: 'RoleEnded', data: { roleId: OWNER.roleId }, how: { on: '2024-12-31' } }]);
    const two = made({ shares: [{ party: A }, { party: C }] });
    await ended.given(two).when({ type: 'ChangeOwner', owner: OWNER }, { by: C }).thenRefused('R16', 'owner.roleId');
  });

  it('R1: a person says whose act it is, where the fact names no party', async () => {
    const facilitator = { kind: 'person', personId: idOf('facilitator') } as const;
    await commitment
      .given(made())
      .when({ type: 'ChangeOwner', owner: OWNER }, { by: facilitator })
      .thenRefused('R1', 'actor.partyId');
    await commitment
      .given(made())
      .when({ type: 'ChangeOwner', owner: OWNER }, { by: { kind: 'importer' } })
      .then({ type: 'OwnerChanged', data: { owner: OWNER } });
  });

  it('the owner changes by the word of those who carry it, and it may be left without one', async () => {
    await commitment
      .given(made())
      .when({ type: 'ChangeOwner', owner: OWNER })
      .then({ type: 'OwnerChanged', data: { owner: OWNER } });
    await commitment.given(made()).when({ type: 'ChangeOwner', owner: OWNER }, { by: B }).thenRefused('R1', 'actor.partyId');
    await commitment
      .given(made())
      .when({ type: 'ChangeOwner', owner: { ...OWNER, roleId: idOf('X') } })
      .thenRefused('R16', 'owner.roleId');
    await commitment.given(made()).when({ type: 'ChangeOwner', owner: 'without-owner' }).thenNothing();
    const { state } = commitment.given(made({ owner: OWNER }), fact('OwnerChanged', { owner: 'without-owner' })).folded();
    expect(state.owners.map(({ owner, from }) => ({ owner, from }))).toEqual([
      { owner: OWNER, from: '2024-09-01' },
      { owner: 'without-owner', from: '2025-01-01' },
    ]);
  });
});

describe('evidence', () => {
  const link = {
    evidenceId: idOf('minutes'),
    revision: 2,
    to: { kind: 'criterion', criterionId: 'c1' },
    stance: 'supports',
    by: A,
  } as const;
  const linkId = idOf('link');
  const linked = fact('EvidenceLinked', { ...link, linkId });

  it('is linked to the whole, a milestone or a criterion, by any member', async () => {
    const linkedNow = { ...link, linkId: derivedId(COMMAND_ID, 'link') };
    await commitment
      .given(made())
      .when({ type: 'LinkEvidence', ...link })
      .then({ type: 'EvidenceLinked', data: linkedNow });
    const byD = { ...linkedNow, by: D, stance: 'contradicts', to: { kind: 'whole' } } as const;
    await commitment
      .given(made())
      .when({ type: 'LinkEvidence', ...link, by: D, stance: 'contradicts', to: { kind: 'whole' } }, { by: D })
      .then({ type: 'EvidenceLinked', data: byD });
  });

  it('R16: is there, in this partnership, in that revision', async () => {
    await commitment
      .given(made())
      .when({ type: 'LinkEvidence', ...link, evidenceId: idOf('X') })
      .thenRefused('R16', 'evidenceId');
    await commitment
      .given(made())
      .when({ type: 'LinkEvidence', ...link, evidenceId: idOf('foreign') })
      .thenRefused('R16', 'evidenceId');
    await commitment
      .given(made())
      .when({ type: 'LinkEvidence', ...link, revision: 3 })
      .thenRefused('R16', 'revision');
    await commitment
      .given(made())
      .when({ type: 'LinkEvidence', ...link, to: { kind: 'criterion', criterionId: 'c9' } })
      .thenRefused('R16', 'to.criterionId');
    await commitment
      .given(made())
      .when({ type: 'LinkEvidence', ...link, to: { kind: 'milestone', milestoneId } })
      .thenRefused('R16', 'to.milestoneId');
  });

  it('R1: is unlinked by the party that linked it', async () => {
    const unlink = { type: 'UnlinkEvidence', linkId, reason } as const;
    await commitment.given(made(), linked).when(unlink).then({ type: 'EvidenceUnlinked', data: { linkId, reason } });
    await commitment.given(made(), linked).when(unlink, { by: B }).thenRefused('R1', 'actor.partyId');
    await commitment.given(made()).when(unlink).thenRefused('R16', 'linkId');
  });

  it('R14: is not linked or unlinked twice', async () => {
    await commitment
      .given(made(), linked)
      .when({ type: 'LinkEvidence', ...link })
      .thenNothing();
    await commitment
      .given(made(), linked, fact('EvidenceUnlinked', { linkId, reason }))
      .when({ type: 'UnlinkEvidence', linkId, reason })
      .thenNothing();
  });
});
