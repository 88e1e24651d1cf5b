import { describe, it } from '@jest/globals';
import type { CivilDate } from '#kernel';
import { MAX_WORDS } from '../input.js';
import { A, B, C, COMMITMENT, commitmentsIn, D, fact, made, OWNER, TERMS } from '../testing/commitment.js';
import { idOf, personOf, text } from '../testing/given.js';

const commitment = commitmentsIn();
const make = { type: 'MakeCommitment', ...TERMS } as const;
const making = (terms: object) => commitment.given().when({ ...make, ...terms }, { on: '2024-09-01' });
const three = { shares: [{ party: A }, { party: B }, { party: C }], owedTo: [D] };
const reason = text('reason');

describe('making a commitment', () => {
  it('records its terms as they were said', async () => {
    await making({}).then({ type: 'CommitmentMade', data: TERMS });
  });

  it('takes an owner, a goal, a verifier and a standing promise', async () => {
    const more = {
      owner: OWNER,
      goalId: idOf('goal'),
      verifier: C,
      every: { period: 'month', quantity: { atLeast: 2, unit: 'visits' } },
      changesAgreedBy: { bodyId: idOf('body') },
    } as const;
    await making(more).then({ type: 'CommitmentMade', data: { ...TERMS, ...more } });
  });

  it('R1: is the act of a party that owes, through a person who holds a role in it', async () => {
    await making({}).then({ type: 'CommitmentMade', data: TERMS });
    await commitment.given().when(make, { by: B }).thenRefused('R1', 'actor.partyId');
    await commitment
      .given()
      .when(make, { by: { kind: 'person', personId: idOf('nobody') } })
      .thenRefused('R1', 'actor.partyId');
    const stranger = { ...personOf(A), personId: idOf('stranger') } as ReturnType<typeof personOf>;
    await commitment.given().when(make, { by: stranger }).thenRefused('R1', 'actor.roleId');
  });

  it('R1: through a person from the first to the last day of the role', async () => {
    const ended = commitmentsIn([{ type: 'RoleEnded', data: { roleId: OWNER.roleId }, how: { on: '2024-12-31' } }]);
    const on = (day: CivilDate) => ended.given().when(make, { on: day });
    await on('2024-12-31').then({ type: 'CommitmentMade', data: TERMS });
    await on('2025-01-01').thenRefused('R1', 'actor.roleId');
    const roleId = idOf('a second role');
    const second = { personId: OWNER.personId, partyId: A, title: 'Lead' } as const;
    const starting = commitmentsIn([{ type: 'RoleAssigned', data: { roleId, ...second }, how: { on: '2024-12-01' } }]);
    const later = { kind: 'person', personId: OWNER.personId, partyId: A, roleId } as const;
    await starting.given().when(make, { on: '2024-11-30', by: later }).thenRefused('R1', 'actor.roleId');
    await starting.given().when(make, { on: '2024-12-01', by: later }).then({ type: 'CommitmentMade', data: TERMS });
  });

  it('R1: needs no role of an importer', async () => {
    await commitment
      .given()
      .when(make, { by: { kind: 'importer' } })
      .then({ type: 'CommitmentMade', data: TERMS });
  });

  it('R2: somebody owes, and it is owed to somebody', async () => {
    await making({ shares: [] }).thenRefused('R2', 'shares');
    await making({ owedTo: [] }).thenRefused('R2', 'owedTo');
  });

  it('R2: a party has one share', async () => {
    await making({ shares: [{ party: A }, { party: A }] }).thenRefused('R2', 'shares');
    await making({ owedTo: [B, B] }).thenRefused('R2', 'owedTo');
  });

  it('R2: no party owes only itself', async () => {
    await making({ owedTo: [A] }).thenRefused('R2', 'shares[0].party');
    const data = { ...TERMS, shares: [{ party: A }, { party: B }], owedTo: [A, B] };
    await making(data).then({ type: 'CommitmentMade', data });
  });

  it('R2: nothing is due before it is made, the day itself is not before', async () => {
    await making({ dueOn: '2024-08-31' }).thenRefused('R2', 'dueOn');
    await making({ shares: [{ party: A, dueOn: '2024-08-31' }] }).thenRefused('R2', 'shares[0].dueOn');
    await making({ dueOn: '2024-09-01' }).then({ type: 'CommitmentMade', data: { ...TERMS, dueOn: '2024-09-01' } });
  });

  it('R4: completion asks for no more shares than there are', async () => {
    await making({ completion: { atLeast: 2 } }).thenRefused('R4', 'completion.atLeast');
  });

  it('R5: a party that owes is not the verifier', async () => {
    await making({ verifier: A }).thenRefused('R5', 'verifier');
  });

  it('R10: an ended partnership takes up nothing new', async () => {
    const ended = commitmentsIn([{ type: 'PartnershipEnded', data: { reason }, how: { on: '2024-08-31' } }]);
    await ended.given().when(make, { on: '2024-09-01' }).thenRefused('R10', 'occurredOn');
  });

  it('R16: what it names must be there, and in the same partnership', async () => {
    await commitment
      .given()
      .when({ ...make, partnershipId: idOf('nowhere') })
      .thenNotFound('partnershipId');
    await making({ shares: [{ party: A }, { party: idOf('X') }] }).thenRefused('R16', 'shares[1].party');
    await making({ owedTo: [idOf('X')] }).thenRefused('R16', 'owedTo[0]');
    await making({ verifier: idOf('X') }).thenRefused('R16', 'verifier');
    await making({ goalId: idOf('X') }).thenRefused('R16', 'goalId');
    await making({ pledgedAt: idOf('X') }).thenRefused('R16', 'pledgedAt');
    await making({ answers: idOf('X') }).thenRefused('R16', 'answers');
    await making({ changesAgreedBy: { bodyId: idOf('X') } }).thenRefused('R16', 'changesAgreedBy.bodyId');
    await making({ doneWhen: [{ id: 'c1', text: 'Scores rise', indicatorId: idOf('X') }] }).thenRefused(
      'R16',
      'doneWhen[0].indicatorId',
    );
    await making({ owner: { ...OWNER, roleId: idOf('X') } }).thenRefused('R16', 'owner.roleId');
    await making({ owner: { ...OWNER, personId: idOf('X') } }).thenRefused('R16', 'owner.personId');
    await making({ owner: { ...OWNER, party: B } }).thenRefused('R16', 'owner.party');
  });

  it('takes a meeting and a commitment of its own partnership, and none of another', async () => {
    const meeting = (partnershipId: string) => [
      { type: 'MeetingScheduled', data: { partnershipId, kind: 'summit', title: 'Summit', on: '2024-09-01' } },
    ];
    const beside = commitmentsIn([], {
      [`meeting-${idOf('summit')}`]: meeting(TERMS.partnershipId),
      [`meeting-${idOf('elsewhere')}`]: meeting(idOf('another partnership')),
      [`commitment-${idOf('first')}`]: [made()],
      [`commitment-${idOf('foreign')}`]: [{ ...made(), data: { ...TERMS, partnershipId: idOf('another partnership') } }],
    });
    const named = { pledgedAt: idOf('summit'), answers: idOf('first') };
    await beside
      .given()
      .when({ ...make, ...named }, { on: '2024-09-01' })
      .then({ type: 'CommitmentMade', data: { ...TERMS, ...named } });
    await beside
      .given()
      .when({ ...make, pledgedAt: idOf('elsewhere') }, { on: '2024-09-01' })
      .thenRefused('R16', 'pledgedAt');
    await beside
      .given()
      .when({ ...make, answers: idOf('foreign') }, { on: '2024-09-01' })
      .thenRefused('R16', 'answers');
    await beside
      .given()
      .when({ ...make, answers: COMMITMENT }, { on: '2024-09-01' })
      .thenRefused('R16', 'answers');
  });

  it('R15: everything that is wrong in itself is named at once', async () => {
    await making({
      statement: ' ',
      shares: [{ party: 'nobody', quantity: { atLeast: 0, unit: '' } }],
      owedTo: B,
      doneWhen: [{ id: 'c1', text: 'x'.repeat(MAX_WORDS + 1) }],
      completion: { atLeast: 0 },
      dueOn: '2025-02-30',
      owner: 'somebody',
      changesAgreedBy: 'nobody',
      evidenceRequirement: { minimum: 0, methods: ['hearsay'] },
      surprise: true,
    }).thenInvalid(
      'statement',
      'shares[0].party',
      'shares[0].quantity.atLeast',
      'shares[0].quantity.unit',
      'owedTo',
      'doneWhen[0].text',
      'completion',
      'dueOn',
      'owner',
      'changesAgreedBy',
      'evidenceRequirement.minimum',
      'evidenceRequirement.methods[0]',
      'surprise',
    );
  });

  it('R15: a date has a basis, a basis has a date, and no criterion stands twice', async () => {
    await making({ dueBasis: 'none' }).thenInvalid('dueOn');
    await making({ dueOn: undefined }).thenInvalid('dueOn');
    await making({ doneWhen: [TERMS.doneWhen[0], TERMS.doneWhen[0]] }).thenInvalid('doneWhen');
    await making({ shares: [{ party: A, quantity: { atLeast: 3, atMost: 2, unit: 'visits' } }] }).thenInvalid(
      'shares[0].quantity.atMost',
    );
  });

  it('R15: nothing is recorded before it has happened, in the days of the partnership', async () => {
    const lateEvening = '2024-09-01T03:00:00.000Z';
    await commitment.given().when(make, { on: '2024-09-01', recordedAt: lateEvening }).thenRefused('R15', 'occurredOn');
    await commitment
      .given()
      .when(make, { on: '2024-08-31', recordedAt: lateEvening })
      .then({ type: 'CommitmentMade', data: TERMS });
  });

  it('R2: nothing happens to a commitment before it is made', async () => {
    await commitment
      .given(made())
      .when({ type: 'DeclareBroken', party: A, reason }, { on: '2024-08-31' })
      .thenRefused('R2', 'occurredOn');
  });
});

describe('shares', () => {
  const add = { type: 'AddShare', party: C, agreedBy: [B, C] } as const;
  const transfer = { type: 'TransferShare', from: A, to: C, agreedBy: [B, C] } as const;
  const release = { type: 'ReleaseShare', party: A, agreedBy: [B], reason } as const;

  it('R2: a share is added with the agreement of its party and of every party owing or owed', async () => {
    await commitment
      .given(made())
      .when(add)
      .then({ type: 'ShareAdded', data: { party: C, agreedBy: [B, C] } });
    await commitment
      .given(made())
      .when({ ...add, agreedBy: [B] })
      .thenRefused('R2', 'agreedBy');
    await commitment
      .given(made())
      .when({ ...add, agreedBy: [C] })
      .thenRefused('R2', 'agreedBy');
  });

  it('R2: a share is agreed by the body the commitment names', async () => {
    const byBody = made({ changesAgreedBy: { bodyId: idOf('body') } });
    const agreedBy = [C, idOf('body')];
    await commitment
      .given(byBody)
      .when({ ...add, agreedBy })
      .then({ type: 'ShareAdded', data: { party: C, agreedBy } });
    await commitment
      .given(byBody)
      .when({ ...add, agreedBy: [C] })
      .thenRefused('R2', 'agreedBy');
  });

  it('R2: an added share is one per party, not due before its day, and owed to somebody else', async () => {
    await commitment
      .given(made())
      .when({ ...add, party: A, does: 'More of it', agreedBy: [B] })
      .thenRefused('R2', 'party');
    await commitment
      .given(made())
      .when({ ...add, dueOn: '2024-12-31' })
      .thenRefused('R2', 'dueOn');
    await commitment
      .given(made())
      .when({ ...add, party: B, agreedBy: [B] })
      .thenRefused('R2', 'party');
  });

  it('R16: who is named as having agreed has a say in it, and who joins is a member', async () => {
    await commitment
      .given(made())
      .when({ ...add, agreedBy: [B, C, D] })
      .thenRefused('R16', 'agreedBy[2]');
    await commitment
      .given(made())
      .when({ ...add, party: idOf('X'), agreedBy: [B] })
      .thenRefused('R16', 'party');
  });

  it('R8: a share is transferred with the agreement of the receiver and of those it is owed to', async () => {
    await commitment
      .given(made())
      .when(transfer)
      .then({ type: 'ShareTransferred', data: { from: A, to: C, agreedBy: [B, C] } });
    await commitment
      .given(made())
      .when({ ...transfer, agreedBy: [B] })
      .thenRefused('R8', 'agreedBy');
    await commitment
      .given(made())
      .when({ ...transfer, agreedBy: [C] })
      .thenRefused('R8', 'agreedBy');
  });

  it('R2: a receiver holds no other share and does not owe only itself', async () => {
    await commitment
      .given(made(three))
      .when({ ...transfer, to: B, agreedBy: [B, D] })
      .thenRefused('R2', 'to');
    await commitment
      .given(made())
      .when({ ...transfer, to: B, agreedBy: [B] })
      .thenRefused('R2', 'to');
  });

  it('R5: the verifier takes no share', async () => {
    await commitment
      .given(made({ verifier: C }))
      .when(transfer)
      .thenRefused('R5', 'to');
    await commitment
      .given(made({ verifier: C }))
      .when(add)
      .thenRefused('R5', 'party');
  });

  it('R1: a share is given away by its party alone', async () => {
    await commitment.given(made()).when(transfer, { by: C }).thenRefused('R1', 'from');
    await commitment.given(made()).when(release, { by: C }).thenRefused('R1', 'actor.partyId');
  });

  it('R8: a share is released with the agreement of those it is owed to', async () => {
    await commitment
      .given(made())
      .when(release)
      .then({ type: 'ShareReleased', data: { party: A, agreedBy: [B], reason } });
    await commitment
      .given(made())
      .when({ ...release, agreedBy: [] })
      .thenRefused('R8', 'agreedBy');
    await commitment
      .given(made())
      .when({ ...release, agreedBy: [] }, { by: B })
      .then({ type: 'ShareReleased', data: { party: A, agreedBy: [], reason } });
  });

  it('R4: the number that completion asks for never shrinks by a release', async () => {
    const twoOfTwo = made({ shares: [{ party: A }, { party: C }], completion: { atLeast: 2 } });
    await commitment.given(twoOfTwo).when(release).thenRefused('R4', 'party');
  });

  it('R8: a share is kept on by its own party', async () => {
    await commitment
      .given(made())
      .when({ type: 'KeepShareOn', party: A })
      .then({ type: 'ShareKeptOn', data: { party: A } });
    await commitment.given(made()).when({ type: 'KeepShareOn', party: A }, { by: B }).thenRefused('R1', 'party');
    await commitment.given(made()).when({ type: 'KeepShareOn', party: C }, { by: C }).thenRefused('R4', 'party');
  });

  it('R14: a share that is so already is not recorded again', async () => {
    await commitment
      .given(made(), fact('ShareAdded', { party: C, agreedBy: [B, C] }))
      .when(add)
      .thenNothing();
    await commitment
      .given(made(), fact('ShareTransferred', { from: A, to: C, agreedBy: [B, C] }))
      .when(transfer)
      .thenNothing();
    await commitment
      .given(made(three), fact('ShareReleased', { party: A, agreedBy: [D], reason }))
      .when({ ...release, agreedBy: [D] })
      .thenNothing();
    await commitment
      .given(made(), fact('ShareKeptOn', { party: A }))
      .when({ type: 'KeepShareOn', party: A })
      .thenNothing();
  });
});

describe('a party that left', () => {
  const left = commitmentsIn([{ type: 'PartyLeft', data: { partyId: A }, how: { on: '2024-12-31' } }]);
  const kept = [made(), fact('ShareKeptOn', { party: A }, { on: '2024-12-30' })] as const;

  it('R1: still reports, claims and answers for what it was bound to', async () => {
    const report = { of: { kind: 'share', party: A }, party: A, light: 'at-risk' } as const;
    await left
      .given(...kept)
      .when({ type: 'ReportProgress', ...report })
      .then({ type: 'ProgressReported', data: report });
    const [claim] = await left
      .given(...kept)
      .when({ type: 'ClaimFulfilment', party: A, fulfilledOn: '2024-12-20', evidence: [] })
      .events();
    if (claim?.type !== 'FulfilmentClaimed') throw new Error('the claim was not recorded');
  });

  it('R1: does nothing else', async () => {
    await left
      .given(...kept)
      .when({ type: 'ProposeDueDate', of: { kind: 'whole' }, by: A, dueOn: '2025-03-20', reason })
      .thenRefused('R1', 'by');
    await left
      .given(...kept)
      .when({ type: 'WithdrawCommitment', reason, agreedBy: [] })
      .thenRefused('R1', 'actor.partyId');
    await left
      .given(made({ shares: [{ party: C }] }))
      .when({ type: 'ReportProgress', of: { kind: 'whole' }, party: A, light: 'on-track' })
      .thenRefused('R1', 'party');
  });
});
