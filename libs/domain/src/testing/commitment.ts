import type { CivilDate, Id } from '#kernel';
import { commitmentDecider } from '../commitment/commitment.decider.js';
import type { CommitmentEvent, CommitmentEventOf, CommitmentTerms, PartyId } from '../commitment/commitment.events.js';
import type { EvidenceEvent } from '../evidence/evidence.events.js';
import type { PartnershipEvent } from '../partnership/partnership.events.js';
import { type Given, type How, idOf, personOf, type Streams, scenario } from './given.js';
import { PARTNERSHIP, partnershipWith } from './partnership.js';

export const A = idOf('A');
export const B = idOf('B');
export const C = idOf('C');
export const D = idOf('D');

/** The commitment that tests are about, and others beside it. */
export const COMMITMENT = idOf('commitment');

/** What other streams hold where it is not said: an item of evidence in two revisions, and one of another partnership. */
function besideWith(later: readonly Given<PartnershipEvent>[], more: Streams): Streams {
  const submitted = (partnershipId: Id): Given<EvidenceEvent> => ({
    type: 'EvidenceSubmitted',
    data: {
      partnershipId,
      title: 'Minutes',
      method: 'minutes',
      collectedOn: '2024-12-10',
      party: A,
      confidentiality: 'partnership',
      content: { kind: 'link', url: 'https://example.org/minutes' },
    },
  });
  return {
    [`partnership-${PARTNERSHIP}`]: partnershipWith([A, B, C, D], ...later),
    [`evidence-${idOf('minutes')}`]: [
      submitted(PARTNERSHIP),
      { type: 'EvidenceRevised', data: { revision: 2, content: { kind: 'link', url: 'https://example.org/corrected' } } },
    ],
    [`evidence-${idOf('foreign')}`]: [submitted(idOf('another partnership'))],
    ...more,
  };
}

/** Given / when / then for commitments between the member parties A, B, C and D; acts are A's where it is not said. */
export function commitmentsIn(later: readonly Given<PartnershipEvent>[] = [], more: Streams = {}) {
  return scenario(commitmentDecider, `commitment-${COMMITMENT}`, { party: A, beside: besideWith(later, more) });
}

export const OWNER = ((): { personId: Id; roleId: Id; party: PartyId } => {
  const person = personOf(A);
  if (person.kind !== 'person' || person.roleId === undefined) throw new Error('a party acts through a person in a role');
  return { personId: person.personId, roleId: person.roleId, party: A };
})();

/** A owes B by 15 February 2025, as the cases of the scorecard have it. */
export const TERMS: CommitmentTerms & { partnershipId: Id; dueBasis: 'stated'; dueOn: CivilDate } = {
  partnershipId: PARTNERSHIP,
  statement: 'Every grade team meets weekly.',
  shares: [{ party: A }],
  owedTo: [B],
  doneWhen: [{ id: 'c1', text: 'Minutes of every meeting' }],
  completion: 'all',
  changesAgreedBy: 'every-party',
  owner: 'without-owner',
  dueBasis: 'stated',
  dueOn: '2025-02-15',
};

/** Made on 1 September 2024, unless said otherwise. */
export function made(terms: Partial<CommitmentTerms> = {}, how: How = {}): Given<CommitmentEvent> {
  const data = { ...TERMS, ...terms } as CommitmentEventOf<'CommitmentMade'>['data'];
  return { type: 'CommitmentMade', data, how: { on: '2024-09-01', id: idOf('making'), ...how } };
}

/** An event of a commitment, with how it came to be. */
export function fact<Type extends CommitmentEvent['type']>(
  type: Type,
  data: CommitmentEventOf<Type>['data'],
  how: How = {},
): Given<CommitmentEvent> {
  return { type, data, how } as unknown as Given<CommitmentEvent>;
}

/** A party's claim, under the name that verdicts call it by. */
export function claimed(party: PartyId, how: How = {}, more: Partial<CommitmentEventOf<'FulfilmentClaimed'>['data']> = {}) {
  const data = { claimId: idOf(`claim of ${party}`), party, fulfilledOn: '2024-12-20' as CivilDate, evidence: [], ...more };
  return fact('FulfilmentClaimed', data, { on: '2025-01-05', by: party, id: idOf(`claiming of ${party}`), ...how });
}

/** A party's verdict on another's claim. */
export function judged(
  claimant: PartyId,
  by: PartyId,
  verdict: 'met' | 'partially-met' | 'not-met' = 'met',
  how: How = {},
): Given<CommitmentEvent> {
  const data = { claimId: idOf(`claim of ${claimant}`), by };
  const said: How = { on: '2025-01-10', by, id: idOf(`verdict of ${by} on ${claimant}`), ...how };
  if (verdict === 'not-met')
    return fact('FulfilmentRejected', { ...data, reason: { text: idOf('reason'), sha256: '0'.repeat(64) } }, said);
  return fact('FulfilmentVerified', { ...data, verdict }, said);
}
