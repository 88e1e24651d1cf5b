import { type CivilDate, firstDayMeant, type Id, type Period, periodOf, refused, type Span } from '#kernel';
import { fiscalYearStartOn, isSameOrganization, type PartnershipState } from '../partnership/partnership.js';
import type { PartyId } from './commitment.events.js';
import { type DataOf, type Matter, requireActorOneOf, requireEvidence, requireOneOf } from './commitment.matter.js';
import { requireOpenShare } from './commitment.shares.js';
import { dateInForce, isWithdrawn } from './commitment.standing.js';
import type { Claim } from './commitment.state.js';

/** Rule 4: fulfilment is claimed per share, by its party. Done before it was promised is accepted (rule 2). */
export function decideClaim(data: DataOf<'FulfilmentClaimed'>, matter: Matter): void {
  const { party, fulfilledOn, period, evidence } = data;
  const share = requireOpenShare(matter, party, 'party');
  requireOneOf(matter, party, 'party', [share.party], 'the party whose share it is', 'bound before');
  if (firstDayMeant(fulfilledOn) > matter.on)
    throw refused('R15', 'fulfilledOn', `${fulfilledOn} lies after ${matter.on}, the day of the claim: claim it once it is done`);
  if (period !== undefined) requirePeriod(period, matter);
  for (const [index, item] of evidence.entries()) requireEvidence(matter.facts, item, `evidence[${index}].`);
}

/** A claim of a standing promise names its period by the last day of a whole one (scoring line 2). */
function requirePeriod(period: NonNullable<DataOf<'FulfilmentClaimed'>['period']>, matter: Matter): void {
  const { terms, partnership, madeOn } = matter;
  if (terms.every === undefined) throw refused('R15', 'period', 'only a standing promise is claimed by the period');
  const span = requireWholePeriod(partnership, terms.every.period, period);
  const until = dateInForce(matter.state);
  if (span.first < madeOn || (until !== undefined && span.last > until))
    throw refused('R15', 'period', `the promise holds for whole periods from ${madeOn} to ${until ?? 'its end'}`);
}

/** The whole period that ends on a day, by the calendar that is in force on that day. */
export function requireWholePeriod(partnership: PartnershipState, every: Period, period: CivilDate): Span {
  const span = periodOf(period, every, fiscalYearStartOn(partnership, period));
  if (span.last !== period) throw refused('R15', 'period', `name the ${every} by its last day, ${span.last}`);
  return span;
}

function requireClaim({ state }: Matter, claimId: Id): Claim {
  const claim = state.claims.get(claimId);
  if (claim === undefined) throw refused('R16', 'claimId', `claim ${claimId} is not in this commitment`);
  return claim;
}

/** Rule 1: a claim is taken back by the party that made it. */
export function decideClaimWithdrawn(data: DataOf<'ClaimWithdrawn'>, matter: Matter): void {
  const { party } = requireClaim(matter, data.claimId).claimed.data;
  requireActorOneOf(matter, [party], 'the party that claimed', 'bound before');
}

/** Rule 5: judged by a party it is owed to, or by the verifier the commitment names; never by the one that claims. */
export function decideVerdict(data: DataOf<'FulfilmentVerified'> | DataOf<'FulfilmentRejected'>, matter: Matter): void {
  const { by, criteria = [] } = data;
  const claim = requireClaim(matter, data.claimId);
  const { owedTo, verifier, doneWhen } = matter.terms;
  requireNotOwnShare(matter, by, claim);
  if (!owedTo.includes(by) && by !== verifier)
    throw refused('R5', 'by', 'a verdict is given by a party it is owed to, or by the verifier the commitment names');
  requireOneOf(matter, by, 'by', [by], 'that party', 'bound before');
  if (isWithdrawn(matter.state, claim))
    throw refused('R4', 'claimId', `the claim was withdrawn on ${claim.withdrawn?.day ?? ''}`);
  const unknown = criteria.findIndex(({ criterionId }) => !doneWhen.some((criterion) => criterion.id === criterionId));
  if (unknown >= 0)
    throw refused(
      'R16',
      `criteria[${unknown}].criterionId`,
      `the commitment has no criterion ${criteria[unknown]?.criterionId ?? ''}`,
    );
}

/** Rule 5, also where the organization judges as another party of it. */
export function requireNotOwnShare(matter: Pick<Matter, 'partnership'>, by: PartyId, claim: Claim): void {
  if (isSameOrganization(matter.partnership, by, claim.claimed.data.party))
    throw refused('R5', 'by', 'a party never verifies its own share');
}
