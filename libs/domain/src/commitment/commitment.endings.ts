import { refused } from '#kernel';
import { type DataOf, type Matter, owing, requireActorOneOf, requireHasSay } from './commitment.matter.js';
import { endOf, partiesTo } from './commitment.standing.js';
import type { CommitmentState } from './commitment.state.js';

/**
 * Rule 13: a reason is given. One whole side ends a commitment, all that owe or all that are owed; whether it was agreed as
 * a change of terms, so that its dates no longer count, shows from who agreed.
 */
export function decideWithdrawn(data: DataOf<'CommitmentWithdrawn'> | DataOf<'CommitmentSuperseded'>, matter: Matter): void {
  const { state, terms, context } = matter;
  const reason: unknown = data.reason;
  if (reason === undefined) throw refused('R13', 'reason', 'say why: a commitment does not end without a reason');
  requireActorOneOf(matter, partiesTo(state), 'a party that owes or is owed', 'member only');
  requireHasSay(matter, data.agreedBy);
  const { actor } = context;
  if (actor.kind !== 'person') return;
  const wanting = [...data.agreedBy, ...(actor.partyId === undefined ? [] : [actor.partyId])];
  const isWhole = (side: readonly string[]) => side.every((party) => wanting.includes(party));
  if (!isWhole(owing(state)) && !isWhole(terms.owedTo))
    throw refused(
      'R12',
      'agreedBy',
      'all that owe, or all that are owed, must want it: one of several does not end it for the others',
    );
}

/** Rule 13: superseded by another open commitment of the same partnership, which keeps the original date. */
export function decideSuperseded(data: DataOf<'CommitmentSuperseded'>, matter: Matter): void {
  const { facts, context } = matter;
  const successorId: string | undefined = data.successorId;
  if (successorId === context.id) throw refused('R13', 'successorId', 'a commitment does not supersede itself');
  requireSuccessor(successorId === undefined ? undefined : facts.commitments.get(successorId));
  decideWithdrawn(data, matter);
}

/** Rule 13: the commitment that takes the place of another is there, in the same partnership, and has not ended. */
export function requireSuccessor(successor: CommitmentState | undefined): void {
  if (successor === undefined)
    throw refused('R13', 'successorId', 'name the commitment of this partnership that takes its place');
  if (endOf(successor) !== undefined) throw refused('R13', 'successorId', 'the successor has ended already');
}
