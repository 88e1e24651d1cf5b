import type { CommitmentEvent } from '#domain';
import { type CivilDate, type Confirmations, dayCounted, type Fact, type Id, type Instant, standsSince } from '#kernel';
import { add, atLeast, type Exact, exactNumber, ZERO } from './rational.js';

export type Verdict = 'met' | 'partially-met' | 'not-met';

/** A claim with the verdict that stands on it (line 5). */
export type Claim = Readonly<{
  claimId: Id;
  eventId: Id;
  party: Id;
  fulfilledOn: CivilDate;
  claimedOn: CivilDate;
  /** The civil day since which it has been known at all. */
  knownOn: CivilDate;
  period?: CivilDate;
  quantity?: number;
  evidence: readonly Readonly<{ evidenceId: Id; revision: number }>[];
  verdict: Verdict | null;
  /** Judging parties differ. */
  contested: boolean;
}>;

export type Claims = Readonly<{ claims: readonly Claim[]; unconfirmed: readonly Id[] }>;

const SEVERITY = { met: 0, 'partially-met': 1, 'not-met': 2 } as const;

type Judgement = Readonly<{ by: Id; verdict: Verdict }>;

function judgementIn(fact: Fact<CommitmentEvent>, claimId: Id): Judgement | undefined {
  if (fact.type === 'FulfilmentVerified' && fact.data.claimId === claimId)
    return { by: fact.data.by, verdict: fact.data.verdict };
  if (fact.type === 'FulfilmentRejected' && fact.data.claimId === claimId) return { by: fact.data.by, verdict: 'not-met' };
  return undefined;
}

/**
 * The claims that stand, each with its standing verdict: of each judging party the latest, of two that differ the less
 * favourable. Withdrawn and contested claims are gone, unless the party contests the record of its withdrawal; unconfirmed verdicts judge nothing; nobody judges its own share.
 * @param facts of the commitment, in fact order
 */
export function claimsOf(
  facts: readonly Fact<CommitmentEvent>[],
  confirmations: Confirmations,
  dayOf: (instant: Instant) => CivilDate,
): Claims {
  const isWithdrawn = ({ claimId, party }: Readonly<{ claimId: Id; party: Id }>) =>
    facts.some(
      (fact) =>
        fact.type === 'ClaimWithdrawn' &&
        fact.data.claimId === claimId &&
        standsSince({ fact, party }, [], confirmations) !== undefined,
    );
  const claims: Claim[] = [];
  const unconfirmed: Id[] = [];
  for (const fact of facts) {
    if (fact.type !== 'FulfilmentClaimed' || isWithdrawn(fact.data)) continue;
    const { claimId, party, period, quantity, evidence } = fact.data;
    const side = { fact, party };
    if (standsSince(side, [], confirmations) === undefined) continue;
    const latest = new Map<Id, Verdict>();
    for (const judging of facts) {
      const judgement = judgementIn(judging, claimId);
      if (judgement === undefined || judgement.by === party) continue;
      if (standsSince({ fact: judging, party: judgement.by }, [side], confirmations) === undefined) unconfirmed.push(judging.id);
      else latest.set(judgement.by, judgement.verdict);
    }
    const verdicts = [...latest.values()].sort((a, b) => SEVERITY[b] - SEVERITY[a]);
    claims.push({
      claimId,
      eventId: fact.id,
      party,
      fulfilledOn: dayCounted(fact.data.fulfilledOn, dayOf(fact.recordedAt)),
      claimedOn: fact.day,
      knownOn: dayOf(fact.firstKnownSince),
      ...(period === undefined ? {} : { period }),
      ...(quantity === undefined ? {} : { quantity }),
      evidence,
      verdict: verdicts[0] ?? null,
      contested: new Set(verdicts).size > 1,
    });
  }
  return { claims, unconfirmed };
}

/** What claims come to by day e: f and p of line 5, and what they rest on. */
export type Fulfilment = Readonly<{
  /** f: the earliest day done by a claim that is unjudged or met. */
  doneOn: CivilDate | null;
  /** p: the same, partially met. */
  partlyOn: CivilDate | null;
  /** Verified as met, whatever else is claimed. */
  verified: boolean;
  contested: boolean;
  /** The day the claim that did it became known at all. */
  knownOn: CivilDate | null;
}>;

/**
 * @param needed how much must add up (a period of a standing promise); without it one claim is enough
 */
export function fulfilmentBy(e: CivilDate, claims: readonly Claim[], needed?: number): Fulfilment {
  const counting = claims.filter((claim) => claim.fulfilledOn <= e).sort((a, b) => (a.fulfilledOn < b.fulfilledOn ? -1 : 1));
  const done = reached(
    counting.filter((claim) => claim.verdict === null || claim.verdict === 'met'),
    needed,
  );
  const verified = reached(
    counting.filter((claim) => claim.verdict === 'met'),
    needed,
  );
  return {
    doneOn: done?.fulfilledOn ?? null,
    partlyOn: counting.find((claim) => claim.verdict === 'partially-met')?.fulfilledOn ?? null,
    verified: verified !== undefined,
    contested: counting.some((claim) => claim.contested),
    knownOn: done?.knownOn ?? null,
  };
}

/** The claim with which the sum reaches what is needed. One that names no quantity claims the whole. */
function reached(claims: readonly Claim[], needed: number | undefined): Claim | undefined {
  if (needed === undefined) return claims[0];
  const goal = exactNumber(needed);
  let sum: Exact = ZERO;
  return claims.find((claim) => {
    sum = add(sum, claim.quantity === undefined ? goal : exactNumber(claim.quantity));
    return atLeast(sum, goal);
  });
}
