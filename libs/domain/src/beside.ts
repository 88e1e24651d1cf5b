import { type Beside, type Event, type Fact, type Id, notFound, refused, type Shape } from '#kernel';
import { commitmentShape } from './commitment/commitment.js';
import type { Beheld } from './deciding.js';
import { evidenceShape } from './evidence/evidence.js';
import { indicatorShape } from './indicator/indicator.js';
import { meetingShape } from './meeting/meeting.js';
import { type PartnershipState, partnershipShape } from './partnership/partnership.js';

/** The partnership a stream belongs to and its zone, as read beside it. */
export async function partnershipBeside(beside: Beside, partnershipId: Id | undefined): Promise<Beheld> {
  const seen = partnershipId === undefined ? undefined : await beside.stream(partnershipShape, partnershipId);
  return { partnership: seen?.state, timeZone: seen?.state.calendar.timeZone };
}

/** Rule 16: @throws LedgerError `not-found` where the partnership is not there */
export function requirePartnership(facts: Beheld, partnershipId: Id | undefined): PartnershipState {
  const { partnership } = facts;
  if (partnership?.formedOn === undefined) throw notFound('partnershipId', `partnership ${partnershipId ?? ''}`);
  return partnership;
}

/** Of the ids given, those that are streams of the partnership: looked up beside the stream (rule 16). */
export async function knownOf<State extends Readonly<{ partnershipId?: Id }>, E extends Event>(
  beside: Beside,
  shape: Shape<State, E>,
  ids: readonly (Id | undefined)[],
  partnershipId: Id | undefined,
): Promise<ReadonlySet<Id>> {
  const known = new Set<Id>();
  for (const id of ids) {
    const seen = id === undefined ? undefined : await beside.stream(shape, id);
    if (id !== undefined && partnershipId !== undefined && seen?.state.partnershipId === partnershipId) known.add(id);
  }
  return known;
}

/** Rule 16: what an id names must be there, and in this partnership. */
export function requireKnown(known: Readonly<{ has(id: Id): boolean }>, id: Id | undefined, field: string, what: string): void {
  if (id !== undefined && !known.has(id)) throw refused('R16', field, `${what} ${id} is not in this partnership`);
}

/** Every fact of the partnership and its streams: among them those that may name a fact which is to be struck (rule 11). */
export async function everyFactOf(beside: Beside, partnershipId: Id | undefined): Promise<readonly Fact[]> {
  if (partnershipId === undefined) return [];
  const partnership = await beside.stream(partnershipShape, partnershipId);
  const streams = [
    await beside.all(commitmentShape, partnershipId),
    await beside.all(evidenceShape, partnershipId),
    await beside.all(indicatorShape, partnershipId),
    await beside.all(meetingShape, partnershipId),
  ];
  const ofStreams = streams.flatMap((family) => [...family.values()].flatMap(({ state }): readonly Fact[] => state.log.values()));
  return [...(partnership?.state.log.values() ?? []), ...ofStreams];
}
