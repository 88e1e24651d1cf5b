import { describe, expect, it } from '@jest/globals';
import { evidenceDecider } from './evidence/evidence.decider.js';
import type { EvidenceEvent } from './evidence/evidence.events.js';
import { type Given, type How, idOf, scenario, text } from './testing/given.js';
import { PARTNERSHIP, partnershipWith } from './testing/partnership.js';

const A = idOf('A');
const B = idOf('B');
const FACT = idOf('the fact');
const evidence = scenario(evidenceDecider, `evidence-${idOf('evidence')}`, {
  party: A,
  beside: { [`partnership-${PARTNERSHIP}`]: partnershipWith([A, B]) },
});
const submitted = (how: How): Given<EvidenceEvent> => ({
  type: 'EvidenceSubmitted',
  data: {
    partnershipId: PARTNERSHIP,
    title: 'Survey',
    method: 'survey',
    collectedOn: '2024-12-10',
    party: A,
    confidentiality: 'public',
    content: { kind: 'link', url: 'https://example.org/survey' },
  },
  how: { id: FACT, ...how },
});
const onBehalf = submitted({ recordedBy: B });
const confirm = { type: 'ConfirmRecord', eventId: FACT, party: A } as const;
const contest = { type: 'ContestRecord', eventId: FACT, party: A, reason: text('we never said so') } as const;
const confirmed: EvidenceEvent = { type: 'RecordConfirmed', data: { eventId: FACT, party: A } };
const contested: EvidenceEvent = { type: 'RecordContested', data: { eventId: FACT, party: A, reason: text('we never said so') } };

describe('a fact recorded on behalf of a party', () => {
  it('is confirmed or contested by somebody of that party', async () => {
    await evidence.given(onBehalf).when(confirm).then(confirmed);
    await evidence.given(onBehalf).when(contest).then(contested);
  });

  it('R14: the same word again records nothing; the party may change its mind', async () => {
    await evidence.given(onBehalf, confirmed).when(confirm).thenNothing();
    await evidence.given(onBehalf, confirmed).when(contest).then(contested);
    await evidence.given(onBehalf, confirmed, contested).when(contest).thenNothing();
    await evidence.given(onBehalf, confirmed, contested).when(confirm).then(confirmed);
  });

  it('R1: not by another party, and not by an import', async () => {
    await evidence.given(onBehalf).when(confirm, { by: B }).thenRefused('R1', 'party');
    await evidence
      .given(onBehalf)
      .when(confirm, { by: { kind: 'importer' } })
      .thenRefused('R1', 'actor');
  });

  it('R1: not by the hand that recorded it', async () => {
    await evidence.given(onBehalf).when(confirm, { recordedBy: B }).thenRefused('R1', 'party');
  });

  it('R1: not through a third hand, which would again speak for the party', async () => {
    await evidence
      .given(onBehalf)
      .when(confirm, { recordedBy: { kind: 'person', id: idOf('third') } })
      .thenRefused('R1', 'actor');
  });

  it('R1: only by a party it concerns: whose act it was, or that it names', async () => {
    const byThird = submitted({ recordedBy: { kind: 'person', id: idOf('third') } });
    await evidence
      .given(byThird)
      .when({ ...confirm, party: B }, { by: B })
      .thenRefused('R1', 'eventId');
    const byImport = submitted({ by: { kind: 'importer' } });
    await evidence.given(byImport).when(confirm).then(confirmed);
  });

  it('R15: the fact and its party are named, and the fact is there', async () => {
    await evidence
      .given(onBehalf)
      .when({ ...confirm, eventId: 'x', party: '' })
      .thenInvalid('eventId', 'party');
    await evidence
      .given(onBehalf)
      .when({ ...contest, reason: 'no' as never })
      .thenInvalid('reason');
    await evidence
      .given(onBehalf)
      .when({ ...confirm, eventId: idOf('nothing') })
      .thenNotFound('eventId');
    await evidence.given().when(confirm).thenNotFound('eventId');
  });

  it('R1: also by a party that has left since', async () => {
    const left = scenario(evidenceDecider, `evidence-${idOf('evidence')}`, {
      party: A,
      beside: {
        [`partnership-${PARTNERSHIP}`]: partnershipWith([A, B], {
          type: 'PartyLeft',
          data: { partyId: A },
          how: { on: '2025-01-31' },
        }),
      },
    });
    expect(await left.given(onBehalf).when(confirm, { on: '2025-03-01' }).events()).toHaveLength(1);
  });
});
