import { type Event, foldView, type Id, type Recorded, type Shape, streamParts, type ViewAt } from '#kernel';

/**
 * Every stream of a family as it stood at a moment, by id; those that were not there then are not among them.
 * @param events of any streams, in log order
 * @param at the moment, or how it is found for a stream: days are days of its partnership's zone
 */
export function statesAt<State, E extends Event>(
  shape: Shape<State, E>,
  events: readonly Recorded[],
  at: ViewAt | ((own: readonly Recorded<E>[]) => ViewAt),
): ReadonlyMap<Id, State> {
  const byId = new Map<Id, Recorded<E>[]>();
  for (const event of events) {
    const { family, id } = streamParts(event.stream);
    if (family !== shape.family) continue;
    const own = byId.get(id) ?? [];
    // A stream of a family holds only that family's events.
    own.push(event as Recorded<E>);
    byId.set(id, own);
  }
  const states = new Map<Id, State>();
  for (const [id, own] of byId) {
    const { state } = foldView(shape, own, typeof at === 'function' ? at(own) : at);
    if (state !== shape.initial) states.set(id, state);
  }
  return states;
}
