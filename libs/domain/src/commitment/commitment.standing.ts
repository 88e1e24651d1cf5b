import {
  type CivilDate,
  type Confirmations,
  type Fact,
  type Id,
  type Instant,
  lastDayMeant,
  latest,
  partyOf,
  type Side,
  standsSince,
  wordOf,
} from '#kernel';
import type { CommitmentEvent, Owner, PartyId } from './commitment.events.js';
import type {
  Agreed,
  Claim,
  CommitmentFact,
  CommitmentState,
  DateMove,
  EndingAct,
  EvidenceLink,
  HeldShare,
  Milestone,
  VerdictFact,
} from './commitment.state.js';

/** The parties a fact names as having agreed to it. */
export function agreedByOf(fact: CommitmentFact): readonly PartyId[] {
  return 'agreedBy' in fact.data ? (fact.data.agreedBy ?? []) : [];
}

/** The words of a matter: of the party that acts, and of each needed that the fact names as having agreed. */
function sidesOf(fact: CommitmentFact, needed: readonly PartyId[]): Side[] {
  const acting = partyOf(fact.actor);
  const others = agreedByOf(fact).filter((party) => party !== acting && needed.includes(party));
  return [...(acting === undefined ? [] : [acting]), ...others].map((party) => ({ fact, party }));
}

/**
 * Since when an act stands: when every party it needed is known to have agreed, each by its own hand or confirmed by it.
 * An act that needs nobody else stands unless the acting party contests it.
 */
export function agreedSince(state: CommitmentState, { fact, needed }: Agreed<CommitmentFact>): Instant | undefined {
  const sides = sidesOf(fact, needed);
  const words = needed.map((party) => {
    const side = sides.find((its) => its.party === party);
    return side && standsSince(side, sides, state.confirmations);
  });
  return latest([uncontestedSince(state, fact), ...words]);
}

/** One of those whose words an act is made of says that it was not so. */
export function isContested(state: CommitmentState, { fact, needed }: Agreed<CommitmentFact>): boolean {
  return sidesOf(fact, needed).some(({ party }) => wordOf(party, fact.id, state.confirmations)?.confirmed === false);
}

/** Since when a fact is the word of the party whose act it is: undefined where that party contests the record. */
function uncontestedSince(state: CommitmentState, fact: CommitmentFact): Instant | undefined {
  const acting = partyOf(fact.actor);
  return acting === undefined ? fact.knownSince : standsSince({ fact, party: acting }, [], state.confirmations);
}

/** Acts of one party alone: nobody else's word is asked, and none counts where that party says that it was not so. */
const OF_ONE_PARTY: ReadonlySet<CommitmentFact['type']> = new Set([
  'MilestonePlanned',
  'MilestoneReached',
  'MilestoneReopened',
  'MilestoneRescheduled',
  'MilestoneDropped',
  'ProgressReported',
  'DueDateAnnounced',
  'DueDateDeclined',
  'OwnerChanged',
  'EvidenceLinked',
  'EvidenceUnlinked',
]);

/** Whose word it is: of the party that the record names, else of the one that acted. */
function speaking(fact: Fact<CommitmentEvent>): PartyId | undefined {
  switch (fact.type) {
    case 'ProgressReported':
    case 'DueDateAnnounced':
      return fact.data.party ?? partyOf(fact.actor);
    case 'DueDateDeclined':
      return 'party' in fact.data.by ? fact.data.by.party : fact.data.by.bodyId;
    case 'EvidenceLinked':
      return fact.data.by ?? partyOf(fact.actor);
    default:
      return partyOf(fact.actor);
  }
}

/** An act of one party alone that this party contests: it was never done. */
export function isDenied(fact: Fact<CommitmentEvent>, confirmations: Confirmations): boolean {
  const party = OF_ONE_PARTY.has(fact.type) ? speaking(fact) : undefined;
  return party !== undefined && standsSince({ fact, party }, [], confirmations) === undefined;
}

/** A milestone as its steps leave it, without those that their party contests. */
export function milestoneAfter(
  { milestoneId, planned, steps }: Pick<Milestone, 'milestoneId' | 'planned' | 'steps'>,
  confirmations: Confirmations,
): Milestone {
  let state: Milestone['state'] = 'open';
  let { dueOn } = planned.data;
  for (const step of steps) {
    if (isDenied(step, confirmations)) continue;
    if (step.type === 'MilestoneRescheduled') dueOn = step.data.dueOn;
    else state = step.type === 'MilestoneReached' ? 'reached' : step.type === 'MilestoneDropped' ? 'dropped' : 'open';
  }
  return { milestoneId, planned, ...(dueOn === undefined ? {} : { dueOn }), state, steps };
}

/** The links that stand: neither taken back nor contested. */
export function standingLinks({ links, confirmations }: CommitmentState): readonly EvidenceLink[] {
  return [...links.values()].filter(
    ({ linked, unlinked }) => !isDenied(linked, confirmations) && (unlinked === undefined || isDenied(unlinked, confirmations)),
  );
}

/**
 * The shares held now: required by `completion`, whoever they came from (rule 4), one of a party, the first that stands. A
 * broken share is still held.
 */
export function heldShares(state: CommitmentState): readonly HeldShare[] {
  const held = state.shares.filter(
    (share) =>
      agreedSince(state, share.entered) !== undefined && !share.exits.some((exit) => agreedSince(state, exit) !== undefined),
  );
  return held.filter(({ party }, index) => held.findIndex((other) => other.party === party) === index);
}

export function shareHeldBy(state: CommitmentState, party: PartyId): HeldShare | undefined {
  return heldShares(state).find((share) => share.party === party);
}

/** The party declared that it will not do its share. */
export function isBroken(state: CommitmentState, share: HeldShare): boolean {
  return share.broken !== undefined && uncontestedSince(state, share.broken) !== undefined;
}

/** Every party that owes or is owed in this commitment now. */
export function partiesTo(state: CommitmentState): readonly PartyId[] {
  return [...new Set([...heldShares(state).map(({ party }) => party), ...(state.made?.data.owedTo ?? [])])];
}

/** Whose agreement a change of terms needs: every party's, or that of the body the commitment names. */
export function neededForChange(state: CommitmentState): readonly PartyId[] {
  const by = state.made?.data.changesAgreedBy;
  return by === undefined || by === 'every-party' ? partiesTo(state) : [by.bodyId];
}

/** Who must agree to a new share: its party, and all a change of terms needs. */
export function neededForShare(state: CommitmentState, party: PartyId): readonly PartyId[] {
  return [...new Set([party, ...neededForChange(state)])];
}

/** Rule 8: who must agree that a party is released: those it owes. */
export function neededForRelease(state: CommitmentState, party: PartyId): readonly PartyId[] {
  return (state.made?.data.owedTo ?? []).filter((owed) => owed !== party);
}

/** Rule 8: who must agree to a transfer beside the party that gives: the receiver, and those it is owed to. */
export function neededForTransfer(state: CommitmentState, from: PartyId, to: PartyId): readonly PartyId[] {
  return [...new Set([to, ...neededForRelease(state, from)])];
}

/** Since when an agreed move of a date stands; undefined while it is unconfirmed: then it moves nothing. */
export function moveStandsSince(state: CommitmentState, move: DateMove): Instant | undefined {
  return latest(move.sides.map((side) => standsSince(side, move.sides, state.confirmations)));
}

/** The date of the whole (or a share's own, else that of the whole) as the last standing move has it. */
export function dateInForce(state: CommitmentState, party?: PartyId): CivilDate | undefined {
  const own = party === undefined ? undefined : ownDateOf(state, party);
  return own ?? lastMove(state, undefined)?.dueOn ?? state.made?.data.dueOn;
}

/** A share's own date in force; undefined where the date of the whole applies to it. */
export function ownDateOf(state: CommitmentState, party: PartyId): CivilDate | undefined {
  return lastMove(state, party)?.dueOn ?? shareHeldBy(state, party)?.dueOn;
}

function lastMove(state: CommitmentState, party: PartyId | undefined): DateMove | undefined {
  return state.moves.findLast(
    (move) => (move.of.kind === 'share' ? move.of.party : undefined) === party && moveStandsSince(state, move) !== undefined,
  );
}

/** The date first promised: of a share its own, kept through transfers, else that of the whole; without one, the first agreed. */
export function originalDate(state: CommitmentState, party?: PartyId): CivilDate | undefined {
  if (party !== undefined) {
    const own = shareHeldBy(state, party)?.originalDueOn ?? firstMove(state, party)?.dueOn;
    if (own !== undefined) return own;
  }
  const { made } = state;
  const first = made?.corrected?.first.data.dueOn ?? made?.data.dueOn;
  return first ?? firstMove(state, undefined)?.dueOn;
}

function firstMove(state: CommitmentState, party: PartyId | undefined): DateMove | undefined {
  return state.moves.find(
    (move) => (move.of.kind === 'share' ? move.of.party : undefined) === party && moveStandsSince(state, move) !== undefined,
  );
}

export type Judgement = Readonly<{
  verdict: 'met' | 'partially-met' | 'not-met';
  /** Judging parties differ; the less favourable verdict counts (scoring line 5). */
  contested: boolean;
  knownSince: Instant;
  by: readonly PartyId[];
}>;

const FAVOUR = { 'not-met': 0, 'partially-met': 1, met: 2 } as const;

export function verdictOf(fact: VerdictFact): Judgement['verdict'] {
  return fact.type === 'FulfilmentRejected' ? 'not-met' : fact.data.verdict;
}

/** Since when a verdict is that party's own; undefined while one hand wrote down both claim and verdict. */
export function verdictStandsSince(state: CommitmentState, claim: Claim, verdict: VerdictFact): Instant | undefined {
  const claimed: Side = { fact: claim.claimed, party: claim.claimed.data.party };
  return standsSince({ fact: verdict, party: verdict.data.by }, [claimed], state.confirmations);
}

/** What the judging parties make of a claim: of each its last verdict, of these the least favourable. */
export function judgementOf(state: CommitmentState, claim: Claim): Judgement | undefined {
  const byParty = new Map<PartyId, { verdict: Judgement['verdict']; since: Instant }>();
  for (const fact of claim.verdicts) {
    const since = verdictStandsSince(state, claim, fact);
    if (since !== undefined) byParty.set(fact.data.by, { verdict: verdictOf(fact), since });
  }
  const words = [...byParty.values()].sort((a, b) => FAVOUR[a.verdict] - FAVOUR[b.verdict]);
  const [least] = words;
  if (least === undefined) return undefined;
  return {
    verdict: least.verdict,
    contested: words.some(({ verdict }) => verdict !== least.verdict),
    knownSince: latest(words.map(({ since }) => since)) ?? least.since,
    by: [...byParty.keys()],
  };
}

/** A claim that its party took back; the record of that may itself be contested. */
export function isWithdrawn(state: CommitmentState, { claimed, withdrawn }: Claim): boolean {
  return (
    withdrawn !== undefined && standsSince({ fact: withdrawn, party: claimed.data.party }, [], state.confirmations) !== undefined
  );
}

/** A claim that counts: neither withdrawn nor contested as a record. */
export function isStandingClaim(state: CommitmentState, claim: Claim): boolean {
  const { claimed } = claim;
  const since = standsSince({ fact: claimed, party: claimed.data.party }, [], state.confirmations);
  return since !== undefined && !isWithdrawn(state, claim);
}

/** Claims of a share that count, made by its party. */
export function standingClaims(state: CommitmentState, party: PartyId): readonly Claim[] {
  return [...state.claims.values()].filter((claim) => claim.claimed.data.party === party && isStandingClaim(state, claim));
}

/** A share is done where a standing claim of it is judged met. Of a standing promise no single claim is the end. */
export function isVerified(state: CommitmentState, share: HeldShare): boolean {
  if (state.made?.data.every !== undefined) return false;
  return standingClaims(state, share.party).some((claim) => judgementOf(state, claim)?.verdict === 'met');
}

/** How many shares must be verified: all that are held, or the number agreed, which never shrinks (rule 4). */
export function requiredCount(state: CommitmentState): number {
  const completion = state.made?.data.completion ?? 'all';
  return completion === 'all' ? heldShares(state).length : completion.atLeast;
}

export type End =
  | Readonly<{ kind: 'withdrawn' | 'superseded'; act: EndingAct }>
  | Readonly<{ kind: 'broken' | 'kept' | 'released' }>;

/**
 * How the commitment ended, if it did (rule 6): withdrawn, superseded, broken when completion can no longer be reached,
 * kept when enough shares are verified as met, released when no share is left. Partially met is no end.
 */
export function endOf(state: CommitmentState): End | undefined {
  const act = state.endings.find((ending) => endsSince(state, ending) !== undefined);
  if (act !== undefined) return { kind: act.fact.type === 'CommitmentSuperseded' ? 'superseded' : 'withdrawn', act };
  if (state.made === undefined) return undefined;
  const held = heldShares(state);
  if (held.length === 0) return { kind: 'released' };
  const needed = requiredCount(state);
  if (held.filter((share) => isVerified(state, share)).length >= needed) return { kind: 'kept' };
  const unbroken = held.filter((share) => !isBroken(state, share)).length;
  return unbroken < needed && unbroken < held.length ? { kind: 'broken' } : undefined;
}

/**
 * Since when a withdrawal or supersession ends the commitment: one whole side must want it, all that owe or all that are
 * owed. Whether all agreed, as a change of terms needs, is another question: `agreedSince` of the same act.
 */
export function endsSince(state: CommitmentState, { fact }: EndingAct): Instant | undefined {
  const owing = heldShares(state)
    .filter((share) => !isBroken(state, share))
    .map(({ party }) => party);
  const owed = state.made?.data.owedTo ?? [];
  if (fact.actor.kind !== 'person') return uncontestedSince(state, fact);
  return agreedSince(state, { fact, needed: owing }) ?? agreedSince(state, { fact, needed: owed });
}

/** Made, and not ended. */
export function isOpen(state: CommitmentState): boolean {
  return state.made !== undefined && endOf(state) === undefined;
}

/** A share that can still be fulfilled: held, neither broken nor verified as met, in an open commitment. */
export function isShareOpen(state: CommitmentState, share: HeldShare): boolean {
  return isOpen(state) && !isBroken(state, share) && !isVerified(state, share);
}

/** Rule 8: the party stays bound for its share, and does not contest the record of it. */
export function isKeptOn(state: CommitmentState, party: PartyId): boolean {
  const keptOn = shareHeldBy(state, party)?.keptOn;
  return keptOn !== undefined && uncontestedSince(state, keptOn) !== undefined;
}

/** Rule 8: the open shares a party must still find an answer for before it leaves. One it is kept on for has its answer. */
export function openSharesOf(state: CommitmentState, party: PartyId): readonly HeldShare[] {
  if (isKeptOn(state, party)) return [];
  return heldShares(state).filter((share) => share.party === party && isShareOpen(state, share));
}

export function ownerOf(state: CommitmentState): Owner {
  return state.owners.findLast(({ fact }) => !isDenied(fact, state.confirmations))?.owner ?? 'without-owner';
}

/** Rule 9: an open commitment whose owner holds this role. */
export function ownedBy(state: CommitmentState, roleId: Id): boolean {
  const owner = ownerOf(state);
  return isOpen(state) && owner !== 'without-owner' && owner.roleId === roleId;
}

/** Rule 3: the criteria are locked from the first claim or linked evidence on, also where that was taken back. */
export function areCriteriaLocked(state: CommitmentState): boolean {
  return state.claims.size > 0 || state.links.size > 0;
}

/** The last light somebody reported of the whole, and when. */
export function lastLight(state: CommitmentState): CommitmentState['reports'][number] | undefined {
  return state.reports.findLast((report) => report.data.light !== undefined && !isDenied(report, state.confirmations));
}

/** The claim says that it was done before it was promised (rule 2). */
export function isDoneBeforePromised(state: CommitmentState, claim: Claim): boolean {
  return state.made !== undefined && lastDayMeant(claim.claimed.data.fulfilledOn) < state.made.day;
}
