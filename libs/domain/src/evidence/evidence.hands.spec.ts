import { describe, expect, it } from '@jest/globals';
import { foldView } from '#kernel';
import type { PartnershipEvent } from '../partnership/partnership.events.js';
import { type Given, idOf, recorded, scenario, text } from '../testing/given.js';
import { PARTNERSHIP, partnershipWith } from '../testing/partnership.js';
import { evidenceDecider } from './evidence.decider.js';
import type { EvidenceContent, EvidenceEvent } from './evidence.events.js';
import { appraisalOf, counts, evidenceShape, evidenceStanding } from './evidence.js';

const A = idOf('A');
const B = idOf('B');
const C = idOf('C');
const OFFICE = { kind: 'person', id: idOf('office') } as const;
const PDF: EvidenceContent = { kind: 'file', sha256: 'a'.repeat(64), size: 1024, mediaType: 'application/pdf' };
const LINK: EvidenceContent = { kind: 'link', url: 'https://example.org/report' };

const evidenceIn = (...later: readonly Given<PartnershipEvent>[]) =>
  scenario(evidenceDecider, `evidence-${idOf('evidence')}`, {
    party: A,
    beside: { [`partnership-${PARTNERSHIP}`]: partnershipWith([A, B, C], ...later) },
  });
const evidence = evidenceIn();
const data = {
  partnershipId: PARTNERSHIP,
  title: 'Observation of six classrooms',
  method: 'observation',
  collectedOn: '2024-12-10',
  party: A,
  expiresOn: '2025-12-31',
  confidentiality: 'partnership',
  content: PDF,
} as const;
const submitted: Given<EvidenceEvent> = { type: 'EvidenceSubmitted', data };
const revised: Given<EvidenceEvent> = { type: 'EvidenceRevised', data: { revision: 2, content: LINK } };
const retracted: Given<EvidenceEvent> = { type: 'EvidenceRetracted', data: { reason: text('wrong school') } };
const appraised = (by: string, verdict: 'accepted' | 'rejected', how: Given['how'] = { by }): Given<EvidenceEvent> => ({
  type: 'EvidenceAppraised',
  data: { revision: 1, by, verdict },
  how,
});
const appraise = { type: 'AppraiseEvidence', revision: 1, by: B, verdict: 'accepted' } as const;

/** An act recorded for its party by the office, under a name that its party's word on it can give. */
const written = (name: string, event: Given<EvidenceEvent>, by = A): Given<EvidenceEvent> => ({
  ...event,
  how: { by, recordedBy: OFFICE, id: idOf(name) },
});
const contested = (name: string, party: string): Given<EvidenceEvent> => ({
  type: 'RecordContested',
  data: { eventId: idOf(name), party, reason: text('not so') },
  how: { by: party },
});
const confirmed = (name: string, party: string): Given<EvidenceEvent> => ({
  type: 'RecordConfirmed',
  data: { eventId: idOf(name), party },
  how: { by: party },
});
const stateOf = (...events: readonly Given<EvidenceEvent>[]) => evidence.given(...events).folded().state;

describe('an appraisal that another hand gave before', () => {
  const byOffice = [written('submission', submitted), written('appraisal', appraised(B, 'accepted'), B)];

  it('R14: is given again by its own party, and counts then', async () => {
    const { type: _type, ...said } = appraise;
    expect(appraisalOf(stateOf(...byOffice), 1, '2025-06-30')).toBe('unappraised');
    await evidence
      .given(...byOffice)
      .when(appraise, { by: B, recordedBy: OFFICE })
      .thenNothing();
    await evidence
      .given(...byOffice)
      .when(appraise, { by: B })
      .then({ type: 'EvidenceAppraised', data: said });
    const given = evidence.given(...byOffice, appraised(B, 'accepted'));
    expect(appraisalOf(given.folded().state, 1, '2025-06-30')).toBe('accepted');
    await given.when(appraise, { by: B }).thenNothing();
  });

  it('R14: was never given where its party contests it: any hand may write it down again', async () => {
    for (const recordedBy of [B, OFFICE])
      expect(
        await evidence
          .given(...byOffice, contested('appraisal', B))
          .when(appraise, { by: B, recordedBy })
          .events(),
      ).toHaveLength(1);
  });

  it('is set beside the submission of the revision it is about', () => {
    const second = appraised(B, 'accepted');
    const of2 = written('appraisal', { ...second, data: { ...second.data, revision: 2 } } as Given<EvidenceEvent>, B);
    const state = stateOf(submitted, written('revision', revised), of2);
    expect(appraisalOf(state, 2, '2025-06-30')).toBe('unappraised');
    expect(appraisalOf(stateOf(submitted, revised, of2), 2, '2025-06-30')).toBe('accepted');
  });
});

describe('a record of evidence that its party contests', () => {
  const retract = { type: 'RetractEvidence', reason: text('again') } as const;
  const countsIn = (revision: number, ...events: readonly Given<EvidenceEvent>[]) =>
    counts(stateOf(...events), revision, '2025-06-30');

  it('R7: a retraction never was: the item counts, is appraised, and may be retracted', async () => {
    const gone = [submitted, written('retraction', retracted)];
    const back = [...gone, contested('retraction', A)];
    expect([countsIn(1, ...gone), countsIn(1, ...back)]).toEqual([false, true]);
    expect([stateOf(...gone).retractedOn, stateOf(...back).retractedOn]).toEqual(['2025-01-01', undefined]);
    expect(
      await evidence
        .given(...back)
        .when(appraise, { by: B })
        .events(),
    ).toHaveLength(1);
    await evidence
      .given(...gone)
      .when(retract)
      .thenNothing();
    await evidence
      .given(...back)
      .when(retract)
      .then({ type: 'EvidenceRetracted', data: { reason: text('again') } });
    expect(countsIn(1, ...back, confirmed('retraction', A))).toBe(false);
  });

  it('R7: what was never submitted supports nothing, in no revision, until its party confirms it', async () => {
    const denied = [written('submission', submitted), revised, contested('submission', A)];
    expect([countsIn(1, ...denied), countsIn(2, ...denied)]).toEqual([false, false]);
    await evidence
      .given(...denied)
      .when(appraise, { by: B })
      .thenRefused('R7', 'id');
    await evidence
      .given(...denied)
      .when({ type: 'ReviseEvidence', content: PDF })
      .thenRefused('R7', 'id');
    const taken = [...denied, confirmed('submission', A)];
    expect([countsIn(1, ...taken), countsIn(2, ...taken)]).toEqual([true, true]);
  });

  it('R14: a revision was never brought: the one before it counts, and the same content may be brought by its party', async () => {
    const denied = [submitted, written('revision', revised), contested('revision', A)];
    expect([countsIn(1, ...denied), countsIn(2, ...denied)]).toEqual([true, false]);
    await evidence
      .given(...denied.slice(0, 2))
      .when({ type: 'ReviseEvidence', content: LINK })
      .thenNothing();
    await evidence
      .given(...denied)
      .when({ type: 'ReviseEvidence', content: LINK })
      .then({ type: 'EvidenceRevised', data: { revision: 3, content: LINK } });
  });

  it('R14: content that was erased is gone, whatever is said of it', async () => {
    const erased: Given<EvidenceEvent> = { type: 'EvidenceContentErased', data: { revision: 1, legalGround: 'GDPR 17' } };
    await evidence
      .given(submitted, written('erasure', erased), contested('erasure', A))
      .when({ type: 'EraseEvidenceContent', revision: 1, legalGround: 'GDPR 17' })
      .thenNothing();
  });
});

describe('how evidence stands on a day', () => {
  const on = (day: '2024-12-31' | '2025-06-30' | '2026-01-01', ...events: readonly Given<EvidenceEvent>[]) =>
    evidenceStanding(stateOf(submitted, ...events), 1, day);

  it('R7: open until it is appraised, and neither after it was rejected or retracted nor once it expired', () => {
    expect([on('2024-12-31'), on('2025-06-30')]).toEqual([undefined, 'open']);
    expect(on('2025-06-30', appraised(B, 'accepted'))).toBe('accepted');
    expect(on('2026-01-01', appraised(B, 'accepted'))).toBe('expired');
    expect(on('2026-01-01', appraised(B, 'rejected'))).toBe('rejected');
    expect(on('2026-01-01', appraised(B, 'rejected'), retracted)).toBe('retracted');
  });

  it('hears a word also in a view, where it was said for a day before that of what it is about', () => {
    const late = { on: '2025-02-10', id: idOf('appraisal') } as const;
    const events = recorded(
      `evidence-${idOf('evidence')}`,
      [
        { ...submitted, how: { recordedBy: OFFICE } },
        appraised(B, 'accepted', { ...late, by: B, recordedBy: OFFICE }),
        { ...confirmed('appraisal', B), how: { by: B, on: '2025-02-05' } },
      ],
      A,
    );
    const { state } = foldView(evidenceShape, events, { basis: 'ledger', timeZone: 'UTC', on: '2025-06-30' });
    expect(evidenceStanding(state, 1, '2025-06-30')).toBe('accepted');
  });
});
