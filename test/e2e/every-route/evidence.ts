import type { Walk } from '../walk.js';
import { type Acting, made, PEOPLE } from './acting.js';

export async function evidenceAndClaims(
  walk: Walk,
  id: string,
  commitmentId: string,
  district: Acting,
  union: Acting,
): Promise<void> {
  const about = { method: 'minutes', collectedOn: '2025-02-12', party: district.partyId, occurredOn: '2025-02-12' };
  const file = { content: 'A mentor is named for each of 14 new teachers.\n', name: 'minutes.txt', type: 'text/plain' };
  const fields = { ...about, title: 'Minutes of the mentoring group' };
  const submit = (title: string) =>
    walk.post('submitEvidence', `/partnerships/${id}/evidence`, { ...about, title, text: 'A mentor was named.' }, district.for);
  const evidence = await walk.post('submitEvidence', `/partnerships/${id}/evidence`, undefined, {
    ...district.for,
    form: { fields, file },
  });
  const item = `/evidence/${evidence.id}`;
  await walk.get('downloadEvidence', `${item}/content`);
  await walk.post(
    'reviseEvidence',
    `${item}/revisions`,
    { link: 'https://district.example/minutes', occurredOn: '2025-02-13' },
    district.for,
  );
  const verdict = { revision: 1, by: union.partyId, verdict: 'accepted', strength: 'strong', occurredOn: '2025-02-13' };
  await walk.post('appraiseEvidence', `${item}/appraisals`, verdict, union.for);
  const second = await submit('A page from a diary');
  await walk.post(
    'retractEvidence',
    `/evidence/${second.id}/retraction`,
    { reason: 'It was of another year.', occurredOn: '2025-02-13' },
    district.for,
  );
  const third = await submit('A teacher says');
  await walk.post(
    'eraseEvidenceContent',
    `/evidence/${third.id}/erasure`,
    { revision: 1, legalGround: 'Consent withdrawn', occurredOn: '2025-02-13' },
    district.for,
  );
  const on = `/commitments/${commitmentId}`;
  const link = async () => {
    const words = {
      evidenceId: evidence.id,
      to: { kind: 'criterion', criterionId: 'named' },
      by: district.partyId,
      occurredOn: '2025-02-12',
    };
    return made(await walk.post('linkEvidence', `${on}/evidence`, words, district.for), 'linkId');
  };
  await walk.post(
    'unlinkEvidence',
    `${on}/evidence/${await link()}/removal`,
    { reason: 'It belongs elsewhere.', occurredOn: '2025-02-12' },
    district.for,
  );
  await link();
  const claim = async (occurredOn: string) => {
    const words = {
      party: district.partyId,
      fulfilledOn: '2025-02-12',
      evidence: [{ evidenceId: evidence.id, revision: 1 }],
      occurredOn,
    };
    return made(await walk.post('recordClaim', `${on}/claims`, words, district.for), 'claimId');
  };
  const withdrawn = { reason: 'One was still without.', occurredOn: '2025-02-13' };
  await walk.post('withdrawClaim', `${on}/claims/${await claim('2025-02-13')}/withdrawal`, withdrawn, district.for);
  const met = {
    by: union.partyId,
    verdict: 'met',
    criteria: [{ criterionId: 'named', verdict: 'met' }],
    occurredOn: '2025-02-15',
  };
  await walk.post('recordVerdict', `${on}/claims/${await claim('2025-02-14')}/verdict`, met, union.for);
  await walk.get('listEvidence', `/partnerships/${id}/evidence?on=2025-03-31`);
  await walk.get('getEvidence', `${item}?on=2025-03-31`);
}

/** The union's own person says of what another hand recorded for the union: so it was, and so it was not. */
export async function wordsOnRecords(
  walk: Walk,
  id: string,
  commitmentId: string,
  district: Acting,
  union: Acting,
): Promise<void> {
  const member = { partnershipId: id, partyId: union.partyId };
  const token = await walk.post('makeToken', '/tokens', {
    name: 'union-lead',
    role: 'member',
    personId: PEOPLE.union,
    member,
    expiresOn: '2099-12-31',
  });
  const signedIn = { headers: { Authorization: `Bearer ${(token as unknown as Readonly<{ token: string }>).token}` } };
  const stream = await walk.house.ledger.store.readStream(`commitment-${commitmentId}`);
  const eventOf = (type: string) => stream.find((event) => event.type === type)?.id ?? '';
  const on = `/commitments/${commitmentId}`;
  const party = { party: union.partyId, occurredOn: '2025-02-16' };
  await walk.post('confirmRecord', `${on}/records/${eventOf('FulfilmentVerified')}/confirmation`, party, signedIn);
  await walk.post(
    'contestRecord',
    `${on}/records/${eventOf('FollowedUp')}/contestation`,
    { ...party, reason: 'Nobody of us asked.' },
    signedIn,
  );
  const data = { of: { kind: 'whole' }, party: district.partyId, light: 'at-risk', percent: 50 };
  const corrected = {
    corrects: eventOf('ProgressReported'),
    replacement: { data, occurredOn: '2024-11-04' },
    reason: 'The list was counted twice.',
    occurredOn: '2025-02-16',
  };
  await walk.post('correctFact', `${on}/corrections`, corrected, district.for);
  await walk.get('listTokens', '/tokens');
  await walk.post('makeToken', '/tokens', { name: 'left-behind', role: 'viewer' });
  await walk.post('revokeToken', '/tokens/left-behind/revocation', undefined);
}
