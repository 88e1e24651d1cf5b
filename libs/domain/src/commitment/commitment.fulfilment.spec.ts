import { describe, expect, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { A, B, C, COMMITMENT, claimed, commitmentsIn, D, fact, judged, made, TERMS } from '../testing/commitment.js';
import { COMMAND_ID, type Given, idOf, personOf, text } from '../testing/given.js';
import type { CommitmentEvent } from './commitment.events.js';
import { endOf, isDoneBeforePromised, isOpen, judgementOf, openSharesOf } from './commitment.standing.js';

const commitment = commitmentsIn();
const reason = text('reason');
const two = made({ shares: [{ party: A }, { party: C }] });
const claim = { type: 'ClaimFulfilment', party: A, fulfilledOn: '2024-12-20', evidence: [] } as const;
const claimId = idOf(`claim of ${A}`);
const verify = { type: 'VerifyFulfilment', claimId, by: B, verdict: 'met' } as const;
const reject = { type: 'RejectFulfilment', claimId, by: B, reason } as const;
const ends = (...facts: Given<CommitmentEvent>[]) => endOf(commitment.given(...facts).folded().state)?.kind;

describe('claims', () => {
  it('R4: are made per share, by the party that holds it', async () => {
    const data = { claimId: derivedId(COMMAND_ID, 'claim'), party: A, fulfilledOn: '2024-12-20', evidence: [] } as const;
    await commitment.given(made()).when(claim).then({ type: 'FulfilmentClaimed', data });
    await commitment
      .given(made())
      .when({ ...claim, party: C }, { by: C })
      .thenRefused('R4', 'party');
    await commitment.given(made()).when(claim, { by: B }).thenRefused('R1', 'party');
  });

  it('R4: a share that is verified as met is not claimed again', async () => {
    await commitment
      .given(two, claimed(A), judged(A, B))
      .when({ ...claim, fulfilledOn: '2024-12-01' }, { on: '2025-01-11' })
      .thenRefused('R4', 'party');
  });

  it('R2: may say that it was done before it was promised', async () => {
    const { state } = commitment.given(made(), claimed(A, {}, { fulfilledOn: '2024-08-01' })).folded();
    const [its] = state.claims.values();
    expect(its && isDoneBeforePromised(state, its)).toBe(true);
    const [event] = await commitment
      .given(made())
      .when({ ...claim, fulfilledOn: '2024-08-01' })
      .events();
    expect(event?.data).toMatchObject({ fulfilledOn: '2024-08-01' });
  });

  it('R15: are made once it is done, with quantities that are possible', async () => {
    await commitment
      .given(made())
      .when({ ...claim, fulfilledOn: '2025-01-02' })
      .thenRefused('R15', 'fulfilledOn');
    await commitment
      .given(made())
      .when({ ...claim, quantity: -1, fulfilledOn: '2024-13' })
      .thenInvalid('quantity', 'fulfilledOn');
    await commitment
      .given(made())
      .when({ ...claim, period: '2024-12-31' })
      .thenRefused('R15', 'period');
  });

  it('R15: of a standing promise name a whole period by its last day', async () => {
    const monthly = made({ every: { period: 'month' } });
    const [event] = await commitment
      .given(monthly)
      .when({ ...claim, period: '2024-12-31' })
      .events();
    expect(event?.data).toMatchObject({ period: '2024-12-31' });
    await commitment
      .given(monthly)
      .when({ ...claim, period: '2024-12-30' })
      .thenRefused('R15', 'period');
    await commitment
      .given(monthly)
      .when({ ...claim, period: '2024-08-31' })
      .thenRefused('R15', 'period');
    await commitment
      .given(monthly)
      .when({ ...claim, period: '2025-02-28' })
      .thenRefused('R15', 'period');
  });

  it('R16: rest on evidence that is there', async () => {
    const evidence = [
      { evidenceId: idOf('minutes'), revision: 1 },
      { evidenceId: idOf('X'), revision: 1 },
    ];
    await commitment
      .given(made())
      .when({ ...claim, evidence })
      .thenRefused('R16', 'evidence[1].evidenceId');
  });

  it('R1: are taken back by the party that made them', async () => {
    await commitment
      .given(made(), claimed(A))
      .when({ type: 'WithdrawClaim', claimId }, { on: '2025-01-06' })
      .then({ type: 'ClaimWithdrawn', data: { claimId } });
    await commitment
      .given(made(), claimed(A))
      .when({ type: 'WithdrawClaim', claimId }, { by: B, on: '2025-01-06' })
      .thenRefused('R1', 'actor.partyId');
  });

  it('R14: the same claim, withdrawal or verdict is not recorded twice', async () => {
    await commitment.given(made(), claimed(A)).when(claim, { on: '2025-01-06' }).thenNothing();
    await commitment
      .given(made(), claimed(A), fact('ClaimWithdrawn', { claimId }, { on: '2025-01-06' }))
      .when({ type: 'WithdrawClaim', claimId }, { on: '2025-01-06' })
      .thenNothing();
    await commitment.given(two, claimed(A), judged(A, B)).when(verify, { by: B, on: '2025-01-11' }).thenNothing();
    await commitment
      .given(two, claimed(A), judged(A, B, 'not-met'))
      .when(reject, { by: B, on: '2025-01-11' })
      .thenNothing();
  });

  it('a claim that was rejected may be made again as it was', async () => {
    const [event] = await commitment
      .given(made(), claimed(A), judged(A, B, 'not-met'))
      .when(claim, { on: '2025-01-11' })
      .events();
    expect(event?.type).toBe('FulfilmentClaimed');
  });
});

describe('verdicts', () => {
  const given = commitment.given(made({ verifier: C }), claimed(A));
  const on = { on: '2025-01-10' } as const;

  it('R5: are given by a party it is owed to, or by the verifier the commitment names', async () => {
    await given.when(verify, { by: B, ...on }).then({ type: 'FulfilmentVerified', data: { claimId, by: B, verdict: 'met' } });
    await given
      .when({ ...reject, by: C }, { by: C, ...on })
      .then({ type: 'FulfilmentRejected', data: { claimId, by: C, reason } });
    await given.when({ ...verify, by: D }, { by: D, ...on }).thenRefused('R5', 'by');
  });

  it('R5: a party never verifies its own share', async () => {
    const mutual = made({ shares: [{ party: A }, { party: B }], owedTo: [A, B] });
    await commitment
      .given(mutual, claimed(A))
      .when({ ...verify, by: A }, on)
      .thenRefused('R5', 'by');
    await commitment
      .given(mutual, claimed(A))
      .when(verify, { by: B, ...on })
      .then({ type: 'FulfilmentVerified', data: { claimId, by: B, verdict: 'met' } });
  });

  it('R5: nor by what its organization was before it left and came back', async () => {
    const again = idOf('A again');
    const person = personOf(again);
    if (person.kind !== 'person' || person.roleId === undefined) throw new Error('a party acts through a person in a role');
    const { personId, roleId } = person;
    const how = { on: '2024-11-01' } as const;
    const back = commitmentsIn([
      { type: 'PartyLeft', data: { partyId: A }, how: { on: '2024-10-01' } },
      { type: 'PartyJoined', data: { partyId: again, organizationId: idOf(`organization of ${A}`) }, how },
      { type: 'RoleAssigned', data: { roleId, personId, partyId: again, title: 'Director' }, how },
    ]);
    const owedBoth = made({ shares: [{ party: again }, { party: C }], owedTo: [A, B] }, { by: C });
    const verdict = { type: 'VerifyFulfilment', claimId: idOf(`claim of ${again}`), by: A, verdict: 'met' } as const;
    await back.given(owedBoth, claimed(again)).when(verdict, { on: '2025-01-10' }).thenRefused('R5', 'by');
    expect(
      await back
        .given(owedBoth, claimed(C))
        .when({ ...verdict, claimId: idOf(`claim of ${C}`) }, { on: '2025-01-10' })
        .events(),
    ).toHaveLength(1);
  });

  it('R5: 28 schools that owe each other verify each other, never themselves (case 12)', async () => {
    const schools = Array.from({ length: 28 }, (_, index) => idOf(`school ${index}`));
    const joined = schools.flatMap((partyId) => [
      { type: 'PartyJoined' as const, data: { partyId, organizationId: partyId }, how: { on: '2024-07-01' as const } },
    ]);
    const network = commitmentsIn(joined);
    const all = made({ shares: schools.map((party) => ({ party })), owedTo: schools });
    const claims = schools.map((school) => claimed(school));
    const [first = '', second = ''] = schools;
    const by = { kind: 'importer' } as const;
    await network
      .given(all, ...claims)
      .when({ ...verify, claimId: idOf(`claim of ${first}`), by: first }, { by, ...on })
      .thenRefused('R5', 'by');
    const met = { claimId: idOf(`claim of ${first}`), by: second, verdict: 'met' } as const;
    await network
      .given(all, ...claims)
      .when({ type: 'VerifyFulfilment', ...met }, { by, ...on })
      .then({ type: 'FulfilmentVerified', data: met });
    const verdicts = schools.map((school, index) => judged(school, schools[(index + 1) % 28] ?? ''));
    expect(endOf(network.given(all, ...claims, ...verdicts.slice(1)).folded().state)).toBeUndefined();
    expect(endOf(network.given(all, ...claims, ...verdicts).folded().state)).toEqual({ kind: 'kept' });
  });

  it('R4: judge a claim that stands', async () => {
    await given.when({ ...verify, claimId: idOf('X') }, { by: B, ...on }).thenRefused('R16', 'claimId');
    const withdrawn = fact('ClaimWithdrawn', { claimId }, { on: '2025-01-06' });
    await commitment
      .given(made(), claimed(A), withdrawn)
      .when(verify, { by: B, ...on })
      .thenRefused('R4', 'claimId');
  });

  it('R15 and R16: speak of criteria that the commitment has, once each', async () => {
    const met = { criterionId: 'c1', verdict: 'met' } as const;
    await given
      .when({ ...verify, criteria: [met, { ...met, criterionId: 'c9' }] }, { by: B, ...on })
      .thenRefused('R16', 'criteria[1].criterionId');
    await given.when({ ...verify, criteria: [met, met] }, { by: B, ...on }).thenInvalid('criteria');
    await given.when({ ...verify, criteria: [{ ...met, verdict: 'not-met' }] }, { by: B, ...on }).thenInvalid('verdict');
  });

  it('of several parties the least favourable counts, and the claim is contested', () => {
    const { state } = commitment.given(made({ verifier: C }), claimed(A), judged(A, B, 'not-met'), judged(A, C)).folded();
    const [its] = state.claims.values();
    expect(its && judgementOf(state, its)).toMatchObject({ verdict: 'not-met', contested: true, by: [B, C] });
    expect(isOpen(state)).toBe(true);
  });

  it('written down by the hand that claimed judge nothing until the party confirms', () => {
    const onBehalf = judged(A, B, 'met', { recordedBy: A, id: idOf('verdict') });
    const confirmed = fact('RecordConfirmed', { eventId: idOf('verdict'), party: B }, { by: B, on: '2025-01-20' });
    expect(ends(made(), claimed(A), onBehalf)).toBeUndefined();
    expect(ends(made(), claimed(A), onBehalf, confirmed)).toBe('kept');
  });
});

describe('endings', () => {
  const withdraw = { type: 'WithdrawCommitment', reason, agreedBy: [] } as const;
  const successor = idOf('successor');
  const beside = commitmentsIn([], {
    [`commitment-${COMMITMENT}`]: [made()],
    [`commitment-${successor}`]: [made()],
    [`commitment-${idOf('over')}`]: [made(), fact('CommitmentBroken', { party: A, reason })],
    [`commitment-${idOf('foreign')}`]: [{ ...made(), data: { ...TERMS, partnershipId: idOf('another partnership') } }],
  });
  const supersede = { type: 'SupersedeCommitment', successorId: successor, reason, agreedBy: [] } as const;
  const broken = fact('CommitmentBroken', { party: A, reason });

  it('R4: enough shares verified as met keep it, all of them or the number agreed', () => {
    expect(ends(two, claimed(A), judged(A, B))).toBeUndefined();
    expect(ends(two, claimed(A), judged(A, B), claimed(C), judged(C, B))).toBe('kept');
    expect(ends(made({ shares: [{ party: A }, { party: C }], completion: { atLeast: 1 } }), claimed(A), judged(A, B))).toBe(
      'kept',
    );
  });

  it('R6: partially met is no end', () => {
    expect(ends(made(), claimed(A), judged(A, B, 'partially-met'))).toBeUndefined();
  });

  it('R6: an ended commitment takes evidence and what is said of its facts, and nothing else', async () => {
    const link = { evidenceId: idOf('minutes'), revision: 1, to: { kind: 'whole' }, stance: 'supports', by: A } as const;
    for (const ended of [[claimed(A), judged(A, B)], [broken], [fact('CommitmentWithdrawn', { reason, agreedBy: [B] })]]) {
      const given = commitment.given(made(), ...ended);
      await given
        .when({ type: 'ReportProgress', of: { kind: 'whole' }, party: A, light: 'on-track' }, { on: '2025-01-11' })
        .thenRefused('R6', 'id');
      await given.when({ type: 'PlanMilestone', title: 'More' }, { on: '2025-01-11' }).thenRefused('R6', 'id');
      const [event] = await given.when({ type: 'LinkEvidence', ...link }, { on: '2025-01-11' }).events();
      expect(event?.type).toBe('EvidenceLinked');
    }
  });

  it('R6: broken ends the share of the party that says so', async () => {
    await commitment
      .given(made())
      .when({ type: 'DeclareBroken', party: A, reason })
      .then({ type: 'CommitmentBroken', data: { party: A, reason } });
    await commitment.given(made()).when({ type: 'DeclareBroken', party: A, reason }, { by: B }).thenRefused('R1', 'party');
    const oneOfTwo = made({ shares: [{ party: A }, { party: C }], completion: { atLeast: 1 } });
    await commitment.given(oneOfTwo, broken).when(claim).thenRefused('R6', 'party');
    const { state } = commitment.given(oneOfTwo, broken).folded();
    expect([openSharesOf(state, A).length, openSharesOf(state, C).length]).toEqual([0, 1]);
  });

  it('R6: the commitment is broken when completion can no longer be reached', () => {
    expect(ends(two, broken)).toBe('broken');
    const oneOfTwo = made({ shares: [{ party: A }, { party: C }], completion: { atLeast: 1 } });
    expect(ends(oneOfTwo, broken)).toBeUndefined();
    expect(ends(oneOfTwo, broken, fact('CommitmentBroken', { party: C, reason }, { by: C }))).toBe('broken');
  });

  it('an act that its party contests ends nothing', () => {
    const onBehalf = fact('CommitmentBroken', { party: A, reason }, { by: A, recordedBy: B, id: idOf('breaking') });
    const contested = fact('RecordContested', { eventId: idOf('breaking'), party: A, reason }, { on: '2025-01-03' });
    expect(ends(made(), onBehalf)).toBe('broken');
    expect(ends(made(), onBehalf, contested)).toBeUndefined();
  });

  it('R13: withdrawn and superseded need a reason', async () => {
    const { reason: _w, ...withdrawSilently } = withdraw;
    await commitment
      .given(made())
      .when(withdrawSilently as typeof withdraw)
      .thenRefused('R13', 'reason');
    const { reason: _s, ...supersedeSilently } = supersede;
    await beside
      .given(made())
      .when(supersedeSilently as typeof supersede)
      .thenRefused('R13', 'reason');
  });

  it('R13: superseded needs a successor, another one, open, in the same partnership', async () => {
    await beside
      .given(made())
      .when(supersede)
      .then({ type: 'CommitmentSuperseded', data: { successorId: successor, reason, agreedBy: [] } });
    const { successorId: _, ...nameless } = supersede;
    await beside
      .given(made())
      .when(nameless as typeof supersede)
      .thenRefused('R13', 'successorId');
    for (const successorId of [COMMITMENT, idOf('over'), idOf('foreign'), idOf('X')])
      await beside
        .given(made())
        .when({ ...supersede, successorId })
        .thenRefused('R13', 'successorId');
  });

  it('R12: one of several that owe does not end it for the others', async () => {
    await commitment.given(two).when(withdraw).thenRefused('R12', 'agreedBy');
    await commitment
      .given(two)
      .when(withdraw, { by: B })
      .then({ type: 'CommitmentWithdrawn', data: { reason, agreedBy: [] } });
    await commitment
      .given(two)
      .when({ ...withdraw, agreedBy: [C] })
      .then({ type: 'CommitmentWithdrawn', data: { reason, agreedBy: [C] } });
    await commitment
      .given(made())
      .when({ ...withdraw, agreedBy: [D] })
      .thenRefused('R16', 'agreedBy[0]');
    await commitment.given(made()).when(withdraw, { by: D }).thenRefused('R1', 'actor.partyId');
  });

  it('another party named as wanting the end has to confirm it', () => {
    const withdrawn = fact('CommitmentWithdrawn', { reason, agreedBy: [C] }, { id: idOf('withdrawal') });
    const confirmed = fact('RecordConfirmed', { eventId: idOf('withdrawal'), party: C }, { by: C, on: '2025-01-20' });
    expect(ends(two, withdrawn)).toBeUndefined();
    expect(ends(two, withdrawn, confirmed)).toBe('withdrawn');
  });

  it('R14: an end that has come is not recorded again', async () => {
    await commitment
      .given(made(), fact('CommitmentWithdrawn', { reason, agreedBy: [] }))
      .when(withdraw)
      .thenNothing();
    await commitment.given(made(), broken).when({ type: 'DeclareBroken', party: A, reason }).thenNothing();
    await beside
      .given(made(), fact('CommitmentSuperseded', { successorId: successor, reason, agreedBy: [] }))
      .when(supersede)
      .thenNothing();
  });
});
