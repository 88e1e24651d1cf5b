import { describe, expect, it } from '@jest/globals';
import { LedgerError } from '#kernel';
import type { CommitmentEvent, CommitmentTerms } from '../commitment/commitment.events.js';
import { type Given, idOf, scenario, text } from '../testing/given.js';
import { PARTNERSHIP, partnershipWith } from '../testing/partnership.js';
import { partnershipDecider } from './partnership.decider.js';

const A = idOf('A');
const B = idOf('B');
const C = idOf('C');
const ROLE_A = idOf(`role of ${A}`);
const COMMITMENT = idOf('commitment');
const CLAIM = idOf('claim');
const OTHER = idOf('other partnership');
const reason = text('why');

const terms: CommitmentTerms & { partnershipId: string } = {
  partnershipId: PARTNERSHIP,
  statement: 'Coaches visit every classroom',
  shares: [{ party: A }],
  owedTo: [B, C],
  doneWhen: [],
  completion: 'all',
  changesAgreedBy: 'every-party',
  owner: 'without-owner',
  dueBasis: 'none',
};
const owned = { personId: idOf(`person of ${A}`), roleId: ROLE_A, party: A } as const;
const promised = (said: Partial<CommitmentTerms> = {}): Given<CommitmentEvent> => ({
  type: 'CommitmentMade',
  data: { ...terms, ...said } as typeof terms,
  how: { by: A },
});

const besideCommitment = (...commitment: readonly Given<CommitmentEvent>[]) =>
  scenario(partnershipDecider, `partnership-${PARTNERSHIP}`, {
    beside: { [`commitment-${COMMITMENT}`]: commitment, [`partnership-${OTHER}`]: partnershipWith([]) },
  }).given(...partnershipWith([A, B, C]));

const leave = (partyId: string) => ({ type: 'LetPartyLeave', partyId }) as const;
const left = (partyId: string) => ({ type: 'PartyLeft', data: { partyId } }) as const;

describe('a party that leaves', () => {
  it('R8: with an open share does not leave before it is settled, and is told which commitment', async () => {
    const refusal = await besideCommitment(promised())
      .when(leave(A))
      .events()
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LedgerError);
    expect(refusal).toMatchObject({ code: 'RULE_8', problems: [{ rule: 'R8', field: 'partyId' }] });
    expect(String(refusal)).toContain(COMMITMENT);
  });

  it('R8: does not leave as the last of those that are owed, whoever left before', async () => {
    const owed = promised({ owedTo: [B, C] });
    const facts = [...partnershipWith([A, B, C]), { ...left(B), how: { by: B } }];
    const beside = { [`commitment-${COMMITMENT}`]: [owed] };
    const after = scenario(partnershipDecider, `partnership-${PARTNERSHIP}`, { beside }).given(...facts);
    await after.when(leave(C)).thenRefused('R8', 'partyId');
    await besideCommitment(owed).when(leave(C)).then(left(C));
  });

  it('R8: leaves once its share is transferred, released, declared broken or kept on', async () => {
    const agreedBy = [A, B, C];
    const confirm = (eventId: string, ...parties: readonly string[]) =>
      parties.map((party): Given<CommitmentEvent> => ({ type: 'RecordConfirmed', data: { eventId, party }, how: { by: party } }));
    const how = { by: A, id: idOf('disposition') };
    const released: Given<CommitmentEvent> = { type: 'ShareReleased', data: { party: A, agreedBy, reason }, how };
    await besideCommitment(promised(), released, ...confirm(how.id, B, C))
      .when(leave(A))
      .then(left(A));
    const transferred: Given<CommitmentEvent> = { type: 'ShareTransferred', data: { from: A, to: B, agreedBy }, how };
    await besideCommitment(promised({ owedTo: [C] }), transferred, ...confirm(how.id, B, C))
      .when(leave(A))
      .then(left(A));
    await besideCommitment(promised(), { type: 'CommitmentBroken', data: { party: A, reason }, how })
      .when(leave(A))
      .then(left(A));
    await besideCommitment(promised(), { type: 'ShareKeptOn', data: { party: A }, how })
      .when(leave(A))
      .then(left(A));
  });

  it('R8: an agreement that its parties have not confirmed settles nothing', async () => {
    const released: Given<CommitmentEvent> = {
      type: 'ShareReleased',
      data: { party: A, agreedBy: [B, C], reason },
      how: { by: A },
    };
    await besideCommitment(promised(), released).when(leave(A)).thenRefused('R8', 'partyId');
  });

  it('R8: does not leave while something is owed to it alone', async () => {
    await besideCommitment(promised({ owedTo: [B] }))
      .when(leave(B))
      .thenRefused('R8', 'partyId');
    await besideCommitment(promised()).when(leave(B)).then(left(B));
    const withdrawn: Given<CommitmentEvent> = { type: 'CommitmentWithdrawn', data: { reason, agreedBy: [B] }, how: { by: B } };
    await besideCommitment(promised({ owedTo: [B] }), withdrawn)
      .when(leave(B))
      .then(left(B));
  });

  it('R8: what was kept is no longer open', async () => {
    const claimed: Given<CommitmentEvent> = {
      type: 'FulfilmentClaimed',
      data: { claimId: CLAIM, party: A, fulfilledOn: '2025-01-01', evidence: [] },
      how: { by: A },
    };
    await besideCommitment(promised(), claimed).when(leave(A)).thenRefused('R8', 'partyId');
    const verified: Given<CommitmentEvent> = {
      type: 'FulfilmentVerified',
      data: { claimId: CLAIM, by: B, verdict: 'met' },
      how: { by: B },
    };
    await besideCommitment(promised(), claimed, verified).when(leave(A)).then(left(A));
  });

  it('R9: does not leave while its people own what others still owe, but where it is kept on they stay the owners', async () => {
    const ofB = promised({ shares: [{ party: B }], owedTo: [C], owner: owned });
    await besideCommitment(ofB).when(leave(A)).thenRefused('R9', 'partyId');
    const keptOn: Given<CommitmentEvent> = { type: 'ShareKeptOn', data: { party: A }, how: { by: A } };
    await besideCommitment(promised({ owner: owned }), keptOn)
      .when(leave(A))
      .then(left(A));
  });

  it('R16: was there, and had joined by then; R14: does not leave twice', async () => {
    await besideCommitment(promised())
      .when(leave(idOf('nobody')))
      .thenRefused('R16', 'partyId');
    const gone = scenario(partnershipDecider, `partnership-${PARTNERSHIP}`).given(
      ...partnershipWith([A], {
        type: 'PartyJoined',
        data: { partyId: B, organizationId: idOf('b') },
        how: { on: '2025-02-01' },
      }),
      { ...left(A), how: { on: '2025-02-01' } },
    );
    await gone.when(leave(A), { on: '2025-02-02' }).thenNothing();
    await gone.when(leave(B), { recordedAt: '2025-02-02T12:00:00.000Z' }).thenRefused('R16', 'occurredOn');
  });
});

describe('a role that ends', () => {
  const end = { type: 'EndRole', roleId: ROLE_A } as const;
  const ended = { type: 'RoleEnded', data: { roleId: ROLE_A } } as const;

  it('R9: and owns an open commitment is refused until it has a new owner, or explicitly none', async () => {
    await besideCommitment(promised({ owner: owned }))
      .when(end)
      .thenRefused('R9', 'roleId');
    const handedOver = (owner: 'without-owner' | typeof owned): Given<CommitmentEvent> => ({
      type: 'OwnerChanged',
      data: { owner },
      how: { by: A },
    });
    await besideCommitment(promised({ owner: owned }), handedOver('without-owner'))
      .when(end)
      .then(ended);
    await besideCommitment(promised({ owner: owned }), handedOver({ ...owned, roleId: idOf('another role') }))
      .when(end)
      .then(ended);
  });

  it('R9: may own what has ended', async () => {
    const broken: Given<CommitmentEvent> = { type: 'CommitmentBroken', data: { party: A, reason }, how: { by: A } };
    await besideCommitment(promised({ owner: owned }), broken)
      .when(end)
      .then(ended);
  });
});

describe('a partnership that ends', () => {
  const end = { type: 'EndPartnership', reason } as const;

  it('R10: is refused until every open commitment has ended, or the partnership that carries it on is named', async () => {
    await besideCommitment(promised()).when(end).thenRefused('R10', 'carriedOnBy');
    await besideCommitment(promised())
      .when({ ...end, carriedOnBy: OTHER })
      .then({ type: 'PartnershipEnded', data: { reason, carriedOnBy: OTHER } });
    const broken: Given<CommitmentEvent> = { type: 'CommitmentBroken', data: { party: A, reason }, how: { by: A } };
    await besideCommitment(promised(), broken).when(end).then({ type: 'PartnershipEnded', data: { reason } });
  });

  it('R16: a contribution may name a commitment that is there', async () => {
    const contribute = {
      type: 'RecordContribution',
      partyId: A,
      kind: 'in-kind',
      towards: 'Rooms',
      commitmentId: COMMITMENT,
    } as const;
    expect(await besideCommitment(promised()).when(contribute, { by: A }).events()).toHaveLength(1);
  });
});
