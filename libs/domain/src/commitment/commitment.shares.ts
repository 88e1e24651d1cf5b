import { refused } from '#kernel';
import { requireActing, requireRunning } from '../acting.js';
import { requireKnown } from '../beside.js';
import { requireOwner } from './commitment.course.js';
import type { PartyId } from './commitment.events.js';
import {
  type DataOf,
  type Matter,
  requireActorOneOf,
  requireAgreedBy,
  requireHasSay,
  requireMember,
  requireNotBefore,
  requireOneOf,
} from './commitment.matter.js';
import { repeated } from './commitment.says.js';
import {
  heldShares,
  isBroken,
  isContested,
  isVerified,
  neededForRelease,
  neededForShare,
  neededForTransfer,
  shareHeldBy,
} from './commitment.standing.js';
import type { CommitmentState, HeldShare } from './commitment.state.js';

/** Rule 2: somebody else is owed, so that nobody owes only itself. */
function requireOwedToAnother(party: PartyId, owedTo: readonly PartyId[], field: string): void {
  if (owedTo.every((owed) => owed === party)) throw refused('R2', field, `party ${party} would owe only itself`);
}

/** Rules 1, 2, 4, 10 and 16 for a new commitment. */
export function decideMaking(data: DataOf<'CommitmentMade'>, matter: Omit<Matter, 'terms' | 'madeOn'>): void {
  const { partnership, on } = matter;
  const { shares, owedTo, completion, dueOn, verifier } = data;
  requireTwoSides(data);
  const owingParties = shares.map(({ party }) => party);
  for (const [index, { party }] of shares.entries()) requireMember(partnership, party, on, `shares[${index}].party`);
  for (const [index, party] of owedTo.entries()) requireMember(partnership, party, on, `owedTo[${index}]`);
  requireMaker(matter, owingParties);
  requireRunning(partnership, on);
  for (const [index, { party }] of shares.entries()) requireOwedToAnother(party, owedTo, `shares[${index}].party`);
  requireNotBefore(dueOn, on, 'dueOn');
  for (const [index, share] of shares.entries()) requireNotBefore(share.dueOn, on, `shares[${index}].dueOn`);
  if (completion !== 'all' && completion.atLeast > shares.length)
    throw refused('R4', 'completion.atLeast', `asks for ${completion.atLeast} shares, but there are ${shares.length}`);
  if (verifier !== undefined) {
    requireMember(partnership, verifier, on, 'verifier');
    if (owingParties.includes(verifier)) throw refused('R5', 'verifier', 'a party that owes does not verify');
  }
  requireNamedThere(data, matter);
  requireOwner(partnership, data.owner, on);
}

/** Rule 2: somebody owes and somebody is owed, each named once. */
function requireTwoSides({ shares, owedTo }: DataOf<'CommitmentMade'>): void {
  if (shares.length === 0) throw refused('R2', 'shares', 'somebody must owe: name at least one share');
  if (owedTo.length === 0) throw refused('R2', 'owedTo', 'it must be owed to somebody: name at least one party');
  const twice = repeated(shares.map(({ party }) => party));
  if (twice !== undefined) throw refused('R2', 'shares', `party ${twice} has two shares: put them into one`);
  if (repeated(owedTo) !== undefined) throw refused('R2', 'owedTo', `party ${repeated(owedTo)} is named twice`);
}

/** Rule 16: what a new commitment names beside its parties is there. */
function requireNamedThere(
  data: DataOf<'CommitmentMade'>,
  { partnership, context, facts }: Omit<Matter, 'terms' | 'madeOn'>,
): void {
  const { changesAgreedBy } = data;
  requireKnown(partnership.goals, data.goalId, 'goalId', 'goal');
  if (changesAgreedBy !== 'every-party')
    requireKnown(partnership.bodies, changesAgreedBy.bodyId, 'changesAgreedBy.bodyId', 'governance body');
  requireKnown(facts.meetings, data.pledgedAt, 'pledgedAt', 'meeting');
  requireKnown(facts.commitments, data.answers, 'answers', 'commitment');
  if (data.answers === context.id) throw refused('R16', 'answers', 'a commitment does not answer itself');
  for (const [index, { indicatorId }] of data.doneWhen.entries())
    requireKnown(facts.indicators, indicatorId, `doneWhen[${index}].indicatorId`, 'indicator');
}

/** Rule 1: a promise is the act of a party that owes. */
function requireMaker({ partnership, context }: Omit<Matter, 'terms' | 'madeOn'>, owingParties: readonly PartyId[]): void {
  const { actor } = context;
  if (actor.kind !== 'person') return;
  if (actor.partyId === undefined || !owingParties.includes(actor.partyId))
    throw refused('R1', 'actor.partyId', 'a commitment is made by a party that owes a share in it: say whose act it is');
  requireActing(partnership, context, actor.partyId, 'actor.partyId');
}

/** A new share is agreed by its party and by all whom a change of terms needs. */
export function decideShareAdded(data: DataOf<'ShareAdded'>, matter: Matter): void {
  const { state, terms, partnership, on } = matter;
  const { party, agreedBy } = data;
  requireMember(partnership, party, on, 'party');
  requireActorOneOf(
    matter,
    [party, ...heldShares(state).map((share) => share.party), ...terms.owedTo],
    'a party to the commitment, or the one that joins it,',
    'member only',
  );
  if (shareHeldBy(state, party) !== undefined)
    throw refused('R2', 'party', `party ${party} holds a share already: one per party`);
  if (terms.verifier === party) throw refused('R5', 'party', 'the party named to verify does not owe');
  requireOwedToAnother(party, terms.owedTo, 'party');
  requireNotBefore(data.dueOn, on, 'dueOn');
  requireHasSay(matter, agreedBy, [party]);
  requireAgreedBy(matter, 'R2', neededForShare(state, party), agreedBy);
}

/** Rule 8: the receiver and those it is owed to agree; rule 2: the receiver holds no other share and owes somebody else. */
export function decideShareTransferred(data: DataOf<'ShareTransferred'>, matter: Matter): void {
  const { state, terms, partnership, on } = matter;
  const { from, to, agreedBy } = data;
  const share = requireOpenShare(matter, from, 'from');
  requireOneOf(matter, from, 'from', [share.party], 'the party whose share it is', 'member only');
  requireMember(partnership, to, on, 'to');
  if (shareHeldBy(state, to) !== undefined) throw refused('R2', 'to', `party ${to} holds a share already: one per party`);
  if (terms.verifier === to) throw refused('R5', 'to', 'the party named to verify does not owe');
  requireOwedToAnother(to, terms.owedTo, 'to');
  requireHasSay(matter, agreedBy, [to]);
  requireAgreedBy(matter, 'R8', neededForTransfer(state, from, to), agreedBy);
}

/** Rule 8: those it is owed to agree; rule 4: what completion asks for never shrinks. */
export function decideShareReleased(data: DataOf<'ShareReleased'>, matter: Matter): void {
  const { state, terms } = matter;
  const { party, agreedBy } = data;
  requireOpenShare(matter, party, 'party');
  requireActorOneOf(matter, [party, ...terms.owedTo], 'the party that owes the share, or one it is owed to,', 'member only');
  // A release that waits for confirmation counts as given away: confirmed together, two would leave too few.
  const left = heldShares(state).filter((share) => share.party !== party && !share.exits.some(isBeingReleased(state))).length;
  if (terms.completion !== 'all' && left < terms.completion.atLeast)
    throw refused('R4', 'party', `completion asks for ${terms.completion.atLeast} shares, and ${left} would be left`);
  requireHasSay(matter, agreedBy);
  requireAgreedBy(matter, 'R8', neededForRelease(state, party), agreedBy);
}

/** A release that may still come to stand. */
function isBeingReleased(state: CommitmentState) {
  return (exit: HeldShare['exits'][number]) => exit.fact.type === 'ShareReleased' && !isContested(state, exit);
}

/** Rule 8: a party that leaves stays bound for its share. */
export function decideShareKeptOn(data: DataOf<'ShareKeptOn'>, matter: Matter): void {
  const share = requireOpenShare(matter, data.party, 'party');
  requireOneOf(matter, data.party, 'party', [share.party], 'the party whose share it is', 'member only');
}

/** Rule 6: broken is declared by a party that owes, of its own open share. */
export function decideBroken(data: DataOf<'CommitmentBroken'>, matter: Matter): void {
  const share = requireOpenShare(matter, data.party, 'party');
  requireOneOf(matter, data.party, 'party', [share.party], 'a party that owes', 'member only');
}

/** Rule 4: the party holds a share that is neither broken nor verified as met. */
export function requireOpenShare({ state }: Matter, party: PartyId, field: string): HeldShare {
  const share = shareHeldBy(state, party);
  if (share === undefined) throw refused('R4', field, `party ${party} holds no share in this commitment`);
  if (isBroken(state, share)) throw refused('R6', field, `party ${party} declared its share broken: it has ended`);
  if (isVerified(state, share)) throw refused('R4', field, `the share of party ${party} is verified as met already`);
  return share;
}
