import { describe, expect, it } from '@jest/globals';
import { A, B, commitmentsIn, D, made } from './testing/commitment.js';
import { text } from './testing/given.js';

const claim = { type: 'ClaimFulfilment', party: A, fulfilledOn: '2024-12-20', evidence: [] } as const;

describe('whose act it is', () => {
  it('R1: the clock acts for no party', async () => {
    await commitmentsIn()
      .given(made())
      .when(claim, { by: { kind: 'clock' } })
      .thenRefused('R1', 'actor');
  });

  it('R1: what a source names as the act of one party is not that of another', async () => {
    const given = commitmentsIn().given(made());
    await given.when(claim, { by: { kind: 'importer', partyId: B } }).thenRefused('R1', 'party');
    expect(await given.when(claim, { by: { kind: 'importer', partyId: A } }).events()).toHaveLength(1);
    expect(await given.when(claim, { by: { kind: 'importer' } }).events()).toHaveLength(1);
  });

  it('R1: in a month that still runs, a party is asked for its membership on the recording day', async () => {
    const leaving = commitmentsIn([{ type: 'PartyLeft', data: { partyId: B }, how: { on: '2025-01-16' } }]);
    const followUp = { type: 'FollowUp', party: B, asked: text('how far') } as const;
    const given = leaving.given(made({ owedTo: [B, D] }));
    const evening = { by: B, on: '2025-01', recordedAt: '2025-01-17T04:00:00.000Z' } as const;
    expect(await given.when(followUp, evening).events()).toHaveLength(1);
    await given.when(followUp, { ...evening, recordedAt: '2025-01-17T05:00:00.000Z' }).thenRefused('R1', 'party');
  });
});
