import { describe, expect, it } from '@jest/globals';
import type { PartnershipEvent } from '../partnership/partnership.events.js';
import { type Given, idOf, scenario, text } from '../testing/given.js';
import { PARTNERSHIP, partnershipWith } from '../testing/partnership.js';
import { EVIDENCE_MEDIA_TYPES, MAX_EVIDENCE_BYTES } from './evidence.content.js';
import { evidenceDecider } from './evidence.decider.js';
import type { EvidenceContent, EvidenceEvent } from './evidence.events.js';
import { appraisalOf, counts } from './evidence.js';

const A = idOf('A');
const B = idOf('B');
const C = idOf('C');
const IMPORTER = { kind: 'importer' } as const;
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
const submit = { ...data, type: 'SubmitEvidence' } as const;
const revised: Given<EvidenceEvent> = { type: 'EvidenceRevised', data: { revision: 2, content: LINK } };
const retracted: Given<EvidenceEvent> = { type: 'EvidenceRetracted', data: { reason: text('wrong school') } };
const appraised = (by: string, verdict: 'accepted' | 'rejected', how: Given['how'] = { by }): Given<EvidenceEvent> => ({
  type: 'EvidenceAppraised',
  data: { revision: 1, by, verdict },
  how,
});
const appraise = { type: 'AppraiseEvidence', revision: 1, by: B, verdict: 'accepted' } as const;

describe('an item of evidence', () => {
  it('is submitted by a member party as a file, a link or a text', async () => {
    await evidence.given().when(submit).then({ type: 'EvidenceSubmitted', data });
    for (const content of [LINK, { kind: 'text', text: text('testimony') } as const])
      await evidence
        .given()
        .when({ ...submit, content })
        .then({ type: 'EvidenceSubmitted', data: { ...data, content } });
  });

  it('R15: every field that is wrong is named at once', async () => {
    await evidence
      .given()
      .when({
        ...submit,
        title: '',
        method: 'hearsay' as 'survey',
        collectedOn: '2024-11-31',
        confidentiality: 'secret' as 'public',
        content: { kind: 'file', sha256: 'A'.repeat(64), size: 1.5, mediaType: 'video/mp4' },
      })
      .thenInvalid('title', 'method', 'collectedOn', 'confidentiality', 'content.sha256', 'content.size', 'content.mediaType');
  });

  it('R15: a file is at most 25 MiB, and not empty', async () => {
    const sized = (size: number) => evidence.given().when({ ...submit, content: { ...PDF, size } as EvidenceContent });
    expect(MAX_EVIDENCE_BYTES).toBe(26_214_400);
    expect(await sized(26_214_400).events()).toHaveLength(1);
    await sized(26_214_401).thenInvalid('content.size');
    await sized(0).thenInvalid('content.size');
  });

  it('R15: images, PDF, office documents, text and tables are taken, nothing else', async () => {
    const typed = (mediaType: string) => evidence.given().when({ ...submit, content: { ...PDF, mediaType } as EvidenceContent });
    for (const mediaType of EVIDENCE_MEDIA_TYPES) expect(await typed(mediaType).events()).toHaveLength(1);
    for (const mediaType of ['text/html', 'image/svg+xml', 'application/zip', 'application/octet-stream', 'PDF'])
      await typed(mediaType).thenInvalid('content.mediaType');
  });

  it('R15: a link is an address of the web that gives no sign-in away', async () => {
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'ftp://example.org/a',
      'example.org',
      '',
      'https://u:p@example.org',
    ])
      await evidence
        .given()
        .when({ ...submit, content: { kind: 'link', url } })
        .thenInvalid('content.url');
    await evidence
      .given()
      .when({ ...submit, content: { kind: 'rumour' } as never })
      .thenInvalid('content');
  });

  it('R15: it was collected before it was submitted, and does not expire before it was collected', async () => {
    await evidence
      .given()
      .when({ ...submit, collectedOn: '2025-01-02' })
      .thenRefused('R15', 'collectedOn');
    expect(
      await evidence
        .given()
        .when({ ...submit, collectedOn: '2025-01' })
        .events(),
    ).toHaveLength(1);
    await evidence
      .given()
      .when({ ...submit, expiresOn: '2024-12-09' })
      .thenInvalid('expiresOn');
  });

  it('R1: a source, too, submits only for what is a party of the partnership', async () => {
    await evidence
      .given()
      .when({ ...submit, party: idOf('stranger') }, { by: IMPORTER })
      .thenRefused('R1', 'party');
  });

  it('R1: only a member party submits, through a person in its role; a source that names no party may leave it out', async () => {
    const { party: _party, ...anonymous } = submit;
    await evidence.given().when(anonymous).thenRefused('R1', 'party');
    expect(await evidence.given().when(anonymous, { by: IMPORTER }).events()).toHaveLength(1);
    await evidence.given().when(submit, { by: B }).thenRefused('R1', 'party');
    await evidence
      .given()
      .when({ ...submit, party: idOf('nobody') })
      .thenRefused('R1', 'party');
    await evidenceIn({ type: 'PartyLeft', data: { partyId: A }, how: { on: '2024-12-31' } })
      .given()
      .when(submit)
      .thenRefused('R1', 'party');
  });

  it('R16: its partnership is there', async () => {
    await evidence
      .given()
      .when({ ...submit, partnershipId: idOf('nothing') })
      .thenNotFound('partnershipId');
  });

  it('R10: a partnership that has ended takes up none', async () => {
    await evidenceIn({ type: 'PartnershipEnded', data: { reason: text('done') }, how: { on: '2024-12-31' } })
      .given()
      .when(submit)
      .thenRefused('R10', 'occurredOn');
  });

  it('is revised under the next number, and the old content is kept', async () => {
    await evidence
      .given(submitted)
      .when({ type: 'ReviseEvidence', content: LINK })
      .then({ type: 'EvidenceRevised', data: { revision: 2, content: LINK } });
    const { state } = evidence.given(submitted, revised).folded();
    expect(state.revisions.map(({ revision, content }) => [revision, content])).toEqual([
      [1, PDF],
      [2, LINK],
    ]);
  });

  it('R14: the same content, appraisal, retraction or erasure again records nothing', async () => {
    await evidence.given(submitted).when({ type: 'ReviseEvidence', content: PDF }).thenNothing();
    await evidence.given(submitted, appraised(B, 'accepted')).when(appraise, { by: B }).thenNothing();
    await evidence
      .given(submitted, retracted)
      .when({ type: 'RetractEvidence', reason: text('again') })
      .thenNothing();
    const erased: EvidenceEvent = { type: 'EvidenceContentErased', data: { revision: 1, legalGround: 'GDPR 17' } };
    await evidence
      .given(submitted, erased)
      .when({ ...erased.data, type: 'EraseEvidenceContent' })
      .thenNothing();
  });

  it('R1: only the submitting party revises and retracts, also after it left', async () => {
    await evidence.given(submitted).when({ type: 'ReviseEvidence', content: LINK }, { by: B }).thenRefused('R1', 'actor.partyId');
    await evidence
      .given(submitted)
      .when({ type: 'RetractEvidence', reason: text('x') }, { by: B })
      .thenRefused('R1', 'actor.partyId');
    const left = evidenceIn({ type: 'PartyLeft', data: { partyId: A }, how: { on: '2025-01-31' } });
    expect(
      await left
        .given(submitted)
        .when({ type: 'RetractEvidence', reason: text('x') }, { on: '2025-03-01' })
        .events(),
    ).toHaveLength(1);
    const { party: _party, ...anonymous } = data;
    const unnamed = evidence.given({ type: 'EvidenceSubmitted', data: anonymous, how: { by: IMPORTER } });
    await unnamed.when({ type: 'RetractEvidence', reason: text('x') }, { by: A }).thenRefused('R1', 'actor');
    expect(await unnamed.when({ type: 'RetractEvidence', reason: text('x') }, { by: IMPORTER }).events()).toHaveLength(1);
  });

  it('R5: a party never appraises its own evidence', async () => {
    await evidence
      .given(submitted)
      .when({ ...appraise, by: A })
      .thenRefused('R5', 'by');
    await evidence
      .given(submitted)
      .when({ ...appraise, by: A }, { by: IMPORTER })
      .thenRefused('R5', 'by');
    const { type: _type, ...said } = appraise;
    await evidence.given(submitted).when(appraise, { by: B }).then({ type: 'EvidenceAppraised', data: said });
  });

  it('R5: nor does its organization once it left and came back as another party', async () => {
    const AGAIN = idOf('A again');
    const person = { personId: idOf(`person of ${AGAIN}`), roleId: idOf(`role of ${AGAIN}`), partyId: AGAIN };
    const back = evidenceIn(
      { type: 'PartyLeft', data: { partyId: A }, how: { on: '2025-01-10' } },
      { type: 'PartyJoined', data: { partyId: AGAIN, organizationId: idOf(`organization of ${A}`) }, how: { on: '2025-01-20' } },
      { type: 'RoleAssigned', data: { ...person, title: 'Director' }, how: { on: '2025-01-20' } },
    );
    await back
      .given(submitted)
      .when({ ...appraise, by: AGAIN }, { by: AGAIN, on: '2025-02-01' })
      .thenRefused('R5', 'by');
    expect(await back.given(submitted).when(appraise, { by: B, on: '2025-02-01' }).events()).toHaveLength(1);
  });

  it("R1: an appraisal is the appraising party's own act", async () => {
    await evidence.given(submitted).when(appraise, { by: C }).thenRefused('R1', 'by');
  });

  it('R16: an appraisal names a revision that is there', async () => {
    await evidence
      .given(submitted)
      .when({ ...appraise, revision: 2 }, { by: B })
      .thenRefused('R16', 'revision');
    const later: Given<EvidenceEvent> = { ...revised, how: { on: '2025-02-01' } };
    await evidence
      .given(submitted, later)
      .when({ ...appraise, revision: 2 }, { by: B, on: '2025-01-31', recordedAt: '2025-02-02T12:00:00.000Z' })
      .thenRefused('R16', 'occurredOn');
  });

  it('R16: nothing became of it before it was submitted', async () => {
    const retract = { type: 'RetractEvidence', reason: text('x') } as const;
    await evidence.given(submitted).when(retract, { on: '2024-12-31' }).thenRefused('R16', 'occurredOn');
  });

  it('R7: retracted, it is neither revised nor appraised', async () => {
    await evidence.given(submitted, retracted).when(appraise, { by: B }).thenRefused('R7', 'id');
    await evidence.given(submitted, retracted).when({ type: 'ReviseEvidence', content: LINK }).thenRefused('R7', 'id');
  });

  it('R7: rejected, retracted or expired it no longer counts, from that day on', () => {
    const on = (...events: readonly Given<EvidenceEvent>[]) => evidence.given(submitted, ...events).folded().state;
    expect(counts(on(), 1, '2025-12-31')).toBe(true);
    expect(counts(on(), 1, '2026-01-01')).toBe(false);
    expect(counts(on(), 1, '2024-12-31')).toBe(false);
    expect(counts(on(), 2, '2025-06-30')).toBe(false);
    const rejected = on(appraised(B, 'rejected', { by: B, on: '2025-02-01' }));
    expect([counts(rejected, 1, '2025-01-31'), counts(rejected, 1, '2025-02-01')]).toEqual([true, false]);
    const gone = on({ ...retracted, how: { on: '2025-02-01' } });
    expect([counts(gone, 1, '2025-01-31'), counts(gone, 1, '2025-02-01')]).toEqual([true, false]);
  });

  it('R7: of each party the latest appraisal counts; where two differ, the less favourable', () => {
    const appraisal = (...events: readonly Given<EvidenceEvent>[]) =>
      appraisalOf(evidence.given(submitted, ...events).folded().state, 1, '2025-06-30');
    expect(appraisal()).toBe('unappraised');
    expect(appraisal(appraised(B, 'rejected'), appraised(B, 'accepted'))).toBe('accepted');
    expect(appraisal(appraised(B, 'accepted'), appraised(C, 'rejected'))).toBe('rejected');
  });

  it('an appraisal written down by the hand that submitted counts only once its party confirms it', () => {
    const byOneHand = appraised(B, 'rejected', { by: B, recordedBy: A, id: idOf('appraised') });
    const confirmed: Given<EvidenceEvent> = {
      type: 'RecordConfirmed',
      data: { eventId: idOf('appraised'), party: B },
      how: { by: B },
    };
    const appraisal = (...events: readonly Given<EvidenceEvent>[]) =>
      appraisalOf(evidence.given(submitted, ...events).folded().state, 1, '2025-06-30');
    expect([appraisal(byOneHand), appraisal(byOneHand, confirmed)]).toEqual(['unappraised', 'rejected']);
  });

  it('its content is erased on a legal ground, once, and the hash stays', async () => {
    const erase = { type: 'EraseEvidenceContent', revision: 1, legalGround: 'GDPR 17 (1) b' } as const;
    const { type: _type, ...said } = erase;
    await evidence.given(submitted).when(erase).then({ type: 'EvidenceContentErased', data: said });
    await evidence
      .given(submitted)
      .when({ ...erase, legalGround: ' ' })
      .thenInvalid('legalGround');
    await evidence
      .given(submitted)
      .when({ ...erase, revision: 3 })
      .thenRefused('R16', 'revision');
    await evidence
      .given(submitted, revised)
      .when({ ...erase, revision: 2 })
      .thenRefused('R16', 'revision');
    const { state } = evidence.given(submitted, { type: 'EvidenceContentErased', data: said }).folded();
    expect(state.revisions).toEqual([{ revision: 1, content: PDF, day: '2025-01-01', erasedOn: '2025-01-01' }]);
  });

  it('R1: content is erased by its party or by who answers for the whole, not by another party', async () => {
    const erase = { type: 'EraseEvidenceContent', revision: 1, legalGround: 'GDPR 17' } as const;
    await evidence.given(submitted).when(erase, { by: B }).thenRefused('R1', 'actor.partyId');
    const facilitator = { kind: 'person', personId: idOf('facilitator') } as const;
    expect(await evidence.given(submitted).when(erase, { by: facilitator }).events()).toHaveLength(1);
  });
});
