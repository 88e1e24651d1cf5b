import { type CivilDate, type Context, refused } from '#kernel';
import type { Standing } from '../deciding.js';
import type { DataOf, PartnershipFacts } from './partnership.facts.js';
import type { PartnershipState } from './partnership.js';
import { requireCommitmentsSettled } from './partnership.settling.js';

/** In a pause dates stand and cadences rest (rule 10). */
export function decidePause(state: PartnershipState, on: CivilDate): Standing {
  const last = state.pauses.at(-1);
  if (last !== undefined && last.until === undefined) return 'already-true';
  if (last?.until !== undefined && on < last.until)
    throw refused('R10', 'occurredOn', `the partnership was resumed on ${last.until}: it is not paused again before`);
  return 'new';
}

export function decideResumption(state: PartnershipState, on: CivilDate): Standing {
  const last = state.pauses.at(-1);
  if (last === undefined || last.until !== undefined) return 'already-true';
  if (on < last.from) throw refused('R10', 'occurredOn', `the partnership was paused on ${last.from}: it is not resumed before`);
  return 'new';
}

/** A partnership ends when its open commitments have, or another carries them on (rule 10). */
export function decideEnd(
  data: DataOf<'PartnershipEnded'>,
  state: PartnershipState,
  context: Context<PartnershipFacts>,
): Standing {
  const { carriedOnBy } = data;
  if (state.endedOn !== undefined) return 'already-true';
  if (carriedOnBy === context.id) throw refused('R10', 'carriedOnBy', 'a partnership that ends does not carry itself on');
  const { other } = context.facts;
  if (carriedOnBy !== undefined && other?.formedOn === undefined)
    throw refused('R16', 'carriedOnBy', `partnership ${carriedOnBy} is not there`);
  if (other?.endedOn !== undefined)
    throw refused('R10', 'carriedOnBy', `partnership ${carriedOnBy ?? ''} ended on ${other.endedOn}`);
  requireCommitmentsSettled(context.facts.commitments ?? new Map(), carriedOnBy);
  return 'new';
}
