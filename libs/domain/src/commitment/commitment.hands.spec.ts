import { describe, expect, it } from '@jest/globals';
import { A, B, C, claimed, commitmentsIn, D, fact, judged, made, OWNER } from '../testing/commitment.js';
import { type Given, type How, idOf, text } from '../testing/given.js';
import type { CommitmentEvent } from './commitment.events.js';
import { endOf, heldShares, openSharesOf } from './commitment.standing.js';

const commitment = commitmentsIn();
const reason = text('reason');
const OFFICE = { kind: 'person', id: idOf('office') } as const;
const two = made({ shares: [{ party: A }, { party: C }] });
const on = { on: '2025-01-20' } as const;
const contested = (eventId: string, party: string, how: How = {}) =>
  fact('RecordContested', { eventId, party, reason }, { on: '2025-01-15', by: party, ...how });
const confirmed = (eventId: string, party: string) =>
  fact('RecordConfirmed', { eventId, party }, { on: '2025-01-15', by: party });
/** Recorded for A by another hand. */
const act = { id: idOf('act'), recordedBy: OFFICE } as const;
const announce = { type: 'AnnounceDueDate', party: A, expectedOn: '2025-04-30', reason } as const;
const verify = { type: 'VerifyFulfilment', claimId: idOf(`claim of ${A}`), by: B, verdict: 'met' } as const;

describe('a word that another hand gave before', () => {
  it('R14: of a verdict is given again by its own party, and counts then', async () => {
    const written = [two, claimed(A, { recordedBy: OFFICE }), judged(A, B, 'met', { recordedBy: OFFICE })];
    const own = await commitment
      .given(...written)
      .when(verify, { ...on, by: B })
      .events();
    expect(own).toHaveLength(1);
    await commitment
      .given(...written)
      .when(verify, { ...on, by: B, recordedBy: OFFICE })
      .thenNothing();
    const given = commitment.given(...written, judged(A, B, 'met', { on: '2025-01-20', id: idOf('own verdict') }));
    expect(openSharesOf(given.folded().state, A)).toEqual([]);
    await given.when(verify, { on: '2025-01-21', by: B }).thenNothing();
  });

  it('R14: of an agreement to a date is given again by its own party', async () => {
    const proposalId = idOf('proposal');
    const agreed = { proposalId, by: { party: B } } as const;
    const given = commitment.given(
      made(),
      fact('DueDateProposed', { proposalId, of: { kind: 'whole' }, by: A, dueOn: '2025-03-20', reason }),
      fact('DueDateAgreed', agreed, { by: B, recordedBy: A }),
    );
    await given.when({ type: 'AgreeDueDate', ...agreed }, { ...on, by: B }).then({ type: 'DueDateAgreed', data: agreed });
    await given.when({ type: 'AgreeDueDate', ...agreed }, { ...on, by: B, recordedBy: A }).thenNothing();
  });
});

describe('a record that its party contests', () => {
  const command = (type: 'ReleaseShare' | 'DeclareBroken') =>
    type === 'ReleaseShare' ? ({ type, party: A, agreedBy: [B], reason } as const) : ({ type, party: A, reason } as const);

  it('R14: was never said: a release, a breach, a claim can be recorded anew', async () => {
    const release = fact('ShareReleased', { party: A, agreedBy: [B], reason }, { id: idOf('release') });
    await commitment.given(two, release).when(command('ReleaseShare'), on).thenNothing();
    expect(
      await commitment
        .given(two, release, contested(idOf('release'), B))
        .when(command('ReleaseShare'), on)
        .events(),
    ).toHaveLength(1);
    const broken = fact('CommitmentBroken', { party: A, reason }, { id: idOf('breach'), recordedBy: OFFICE });
    await commitment.given(two, broken).when(command('DeclareBroken'), on).thenNothing();
    expect(
      await commitment
        .given(two, broken, contested(idOf('breach'), A))
        .when(command('DeclareBroken'), on)
        .events(),
    ).toHaveLength(1);
    const claim = { type: 'ClaimFulfilment', party: A, fulfilledOn: '2024-12-20', evidence: [] } as const;
    await commitment
      .given(two, claimed(A, { recordedBy: OFFICE }))
      .when(claim, on)
      .thenNothing();
    const denied = commitment.given(two, claimed(A, { recordedBy: OFFICE }), contested(idOf(`claiming of ${A}`), A));
    expect(await denied.when(claim, on).events()).toHaveLength(1);
  });

  it('R14: was never said: also the hand that wrote it down may write it down again', async () => {
    const denied = commitment.given(
      two,
      claimed(A),
      judged(A, B, 'met', { recordedBy: OFFICE }),
      contested(idOf(`verdict of ${B} on ${A}`), B),
    );
    expect(await denied.when(verify, { ...on, by: B, recordedBy: OFFICE }).events()).toHaveLength(1);
  });

  it('R14: a share added or handed over is so again where the first record of it is contested', async () => {
    const addition = { party: D, agreedBy: [B, C, D] } as const;
    const added = fact('ShareAdded', addition, { id: idOf('addition') });
    await commitment
      .given(two, added)
      .when({ type: 'AddShare', ...addition }, on)
      .thenNothing();
    const notAdded = commitment.given(two, added, contested(idOf('addition'), D));
    expect(await notAdded.when({ type: 'AddShare', ...addition }, on).events()).toHaveLength(1);
    const handing = { from: A, to: D, agreedBy: [B, D] } as const;
    const handed = fact('ShareTransferred', handing, { id: idOf('handing') });
    await commitment
      .given(two, handed)
      .when({ type: 'TransferShare', ...handing }, on)
      .thenNothing();
    const notHanded = commitment.given(two, handed, contested(idOf('handing'), D));
    expect(await notHanded.when({ type: 'TransferShare', ...handing }, on).events()).toHaveLength(1);
  });

  it('R4: takes back no claim', async () => {
    const withdrawn = fact(
      'ClaimWithdrawn',
      { claimId: idOf(`claim of ${A}`) },
      { on: '2025-01-06', recordedBy: B, id: idOf('word') },
    );
    await commitment
      .given(made(), claimed(A), withdrawn)
      .when(verify, { ...on, by: B })
      .thenRefused('R4', 'claimId');
    const denied = commitment.given(made(), claimed(A), withdrawn, contested(idOf('word'), A));
    expect(await denied.when(verify, { ...on, by: B }).events()).toHaveLength(1);
    const judgedThen = commitment.given(made(), claimed(A), withdrawn, contested(idOf('word'), A), judged(A, B, 'met', on));
    expect(endOf(judgedThen.folded().state)).toEqual({ kind: 'kept' });
  });

  it('R14: of a party alone, was never done: it can be done anew, and what stood before it stands', async () => {
    const milestoneId = idOf('milestone');
    const planned = fact('MilestonePlanned', { milestoneId, title: 'Teams named', dueOn: '2025-02-01' });
    const link = { evidenceId: idOf('minutes'), revision: 1, to: { kind: 'whole' }, stance: 'supports', by: A } as const;
    const linkId = idOf('link');
    const acts = [
      [[], fact('DueDateAnnounced', { party: A, expectedOn: '2025-04-30', reason }, act), announce],
      [[planned], fact('MilestoneReached', { milestoneId }, act), { type: 'ReachMilestone', milestoneId }],
      [
        [planned],
        fact('MilestoneRescheduled', { milestoneId, dueOn: '2025-03-01', reason }, act),
        { type: 'RescheduleMilestone', milestoneId, dueOn: '2025-03-01', reason },
      ],
      [[planned], fact('MilestoneDropped', { milestoneId, reason }, act), { type: 'DropMilestone', milestoneId, reason }],
      [[], fact('MilestonePlanned', { milestoneId, title: 'Teams named' }, act), { type: 'PlanMilestone', title: 'Teams named' }],
      [[], fact('OwnerChanged', { owner: OWNER }, act), { type: 'ChangeOwner', owner: OWNER }],
      [[], fact('EvidenceLinked', { linkId, ...link }, act), { type: 'LinkEvidence', ...link }],
      [
        [fact('EvidenceLinked', { linkId, ...link })],
        fact('EvidenceUnlinked', { linkId, reason }, act),
        { type: 'UnlinkEvidence', linkId, reason },
      ],
    ] as const;
    for (const [before, said, command] of acts) {
      await commitment
        .given(made(), ...before, said)
        .when(command, on)
        .thenNothing();
      const denied = commitment.given(made(), ...before, said, contested(idOf('act'), A));
      expect([said.type, await denied.when(command, on).events()]).toEqual([said.type, [expect.anything()]]);
    }
  });

  it('R16: nothing is said of a milestone that its party never planned', async () => {
    const milestoneId = idOf('milestone');
    await commitment
      .given(made(), fact('MilestonePlanned', { milestoneId, title: 'Teams named' }, act), contested(idOf('act'), A))
      .when({ type: 'ReachMilestone', milestoneId }, on)
      .thenRefused('R16', 'milestoneId');
  });

  it('R8: keeps no party bound that says it did not stay', () => {
    const kept = fact('ShareKeptOn', { party: A }, { id: idOf('staying'), recordedBy: OFFICE });
    expect(openSharesOf(commitment.given(two, kept).folded().state, A)).toEqual([]);
    expect(openSharesOf(commitment.given(two, kept, contested(idOf('staying'), A)).folded().state, A)).toHaveLength(1);
  });
});

describe('acts that wait for confirmation', () => {
  it('R4: two releases that wait do not together leave fewer shares than completion asks for', async () => {
    const three = made({ shares: [{ party: A }, { party: C }, { party: D }], completion: { atLeast: 2 } });
    const release = fact('ShareReleased', { party: A, agreedBy: [B], reason }, { id: idOf('release') });
    const second = { type: 'ReleaseShare', party: C, agreedBy: [B], reason } as const;
    await commitment
      .given(three, release)
      .when(second, { ...on, by: C })
      .thenRefused('R4', 'party');
    const freed = commitment.given(three, release, contested(idOf('release'), B));
    expect(await freed.when(second, { ...on, by: C }).events()).toHaveLength(1);
  });

  it('R2: a share added twice is one share of its party, however both come to be confirmed', () => {
    const add = (id: string, does: string): Given<CommitmentEvent> =>
      fact('ShareAdded', { party: C, does, agreedBy: [A, B, C] }, { id: idOf(id) });
    const words = ['one', 'other'].flatMap((id) => [B, C].map((party) => confirmed(idOf(id), party)));
    const { state } = commitment.given(made(), add('one', 'visits'), add('other', 'reports'), ...words).folded();
    expect(heldShares(state).map(({ party, does }) => [party, does])).toEqual([
      [A, undefined],
      [C, 'visits'],
    ]);
  });
});
