import { type CivilDate, type Context, refused } from '#kernel';
import { requireActing } from '../acting.js';
import { isMemberOn, type PartnershipState } from '../partnership/partnership.js';
import type { CommitmentEvent, CommitmentEventOf, EvidenceRevisionRef, PartyId } from './commitment.events.js';
import type { CommitmentFacts } from './commitment.facts.js';
import { heldShares, isBroken, partiesTo } from './commitment.standing.js';
import type { CommitmentState } from './commitment.state.js';

export type DataOf<Type extends CommitmentEvent['type']> = CommitmentEventOf<Type>['data'];

/** A decision under way: the commitment, its terms, and everything the act is judged by. */
export type Matter = Readonly<{
  state: CommitmentState;
  terms: DataOf<'CommitmentMade'>;
  /** The day the commitment was made. */
  madeOn: CivilDate;
  partnership: PartnershipState;
  facts: CommitmentFacts;
  context: Context<CommitmentFacts>;
  /** The day the act counts on. */
  on: CivilDate;
}>;

/** A party that was bound by this commitment: owing at any time, owed, or named to verify. */
export function isBound({ state }: Pick<Matter, 'state'>, party: PartyId): boolean {
  const { owedTo = [], verifier } = state.made?.data ?? {};
  return state.shares.some((share) => share.party === party) || owedTo.includes(party) || verifier === party;
}

/** Parties that owe now and did not break their word. */
export function owing(state: CommitmentState): readonly PartyId[] {
  return heldShares(state)
    .filter((share) => !isBroken(state, share))
    .map(({ party }) => party);
}

/** Rule 1, and that the party is among those whose act it can be. */
export function requireOneOf(
  matter: Matter,
  party: PartyId,
  field: string,
  among: readonly PartyId[],
  whose: string,
  mayHaveLeft: 'bound before' | 'member only',
): void {
  requireActing(matter.partnership, matter.context, party, field, mayHaveLeft === 'bound before' && isBound(matter, party));
  if (!among.includes(party)) throw refused('R1', field, `only ${whose} can do this; party ${party} is not`);
}

/** Rule 1 for an act whose event names no party: it is the actor's party's. An importer acts for its source. */
export function requireActorOneOf(
  matter: Matter,
  among: readonly PartyId[],
  whose: string,
  mayHaveLeft: 'bound before' | 'member only',
): void {
  const { actor } = matter.context;
  if (actor.kind !== 'person') return;
  if (actor.partyId === undefined) throw refused('R1', 'actor.partyId', `only ${whose} can do this: say whose act it is`);
  requireOneOf(matter, actor.partyId, 'actor.partyId', among, whose, mayHaveLeft);
}

/** An act of a person names the party it is the act of; only a source may leave it out. */
export function requireNamed(matter: Matter, party: PartyId | undefined, field: string): asserts party is PartyId {
  if (party === undefined && matter.context.actor.kind === 'person')
    throw refused('R1', field, 'say whose act it is: only a source that names no party may leave it out');
}

/** Rule 16: a party that is bound by an act must be a member on its day. */
export function requireMember(partnership: PartnershipState, party: PartyId, on: CivilDate, field: string): void {
  if (!isMemberOn(partnership, party, on))
    throw refused('R16', field, `party ${party} is not a member of this partnership on ${on}`);
}

/** Rule 2: no date that a fact sets lies before the day of the fact. */
export function requireNotBefore(date: CivilDate | undefined, on: CivilDate, field: string): void {
  if (date !== undefined && date < on) throw refused('R2', field, `${date} lies before ${on}, the day of the act that sets it`);
}

/** Every agreement an act needs is said to be given; whether it stands shows when it is confirmed. */
export function requireAgreedBy(
  matter: Matter,
  rule: `R${number}`,
  needed: readonly PartyId[],
  agreedBy: readonly PartyId[],
): void {
  const { actor } = matter.context;
  const acting = 'partyId' in actor ? actor.partyId : undefined;
  const missing = needed.filter((party) => party !== acting && !agreedBy.includes(party));
  if (missing.length > 0) throw refused(rule, 'agreedBy', `${missing.join(', ')} must agree, and is not named as having agreed`);
}

/** Who is named as having agreed has a say in it: a party to the commitment, one that joins it, or its body. */
export function requireHasSay(matter: Matter, agreedBy: readonly PartyId[], joining: readonly PartyId[] = []): void {
  const { changesAgreedBy } = matter.terms;
  const body = changesAgreedBy === 'every-party' ? [] : [changesAgreedBy.bodyId];
  const having = [...partiesTo(matter.state), ...joining, ...body];
  const stranger = agreedBy.findIndex((party) => !having.includes(party));
  if (stranger >= 0) throw refused('R16', `agreedBy[${stranger}]`, `${agreedBy[stranger]} is no party to this commitment`);
}

/** Rule 16: evidence is there, in this partnership, in that revision. */
export function requireEvidence(facts: Pick<CommitmentFacts, 'evidence'>, item: EvidenceRevisionRef, field: string): void {
  const revisions = facts.evidence.get(item.evidenceId);
  if (revisions === undefined)
    throw refused('R16', `${field}evidenceId`, `evidence ${item.evidenceId} is not in this partnership`);
  if (item.revision > revisions)
    throw refused('R16', `${field}revision`, `there is no revision ${item.revision} of it: the latest is ${revisions}`);
}
