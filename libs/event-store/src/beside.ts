import { type Beside, type Event, foldKnown, type Id, type Recorded, type Seen, type Shape, streamName } from '#kernel';
import type { FoldedStreams } from './folded-streams.js';
import type { EventStore } from './port.js';

/**
 * What a decision may look at beside its own stream.
 * @param decidedOn is told the revision of each stream that was looked at
 */
export function besideOf(
  store: Pick<EventStore, 'readPartnership'>,
  streams: FoldedStreams,
  decidedOn: Record<string, string>,
): Beside {
  return {
    stream: async (shape, id) => {
      const name = streamName(shape.family, id);
      const { state, revision } = await streams.read(shape, name);
      decidedOn[name] = String(revision);
      return revision < 0n ? undefined : { state, revision };
    },
    all: async <State, E extends Event>(shape: Shape<State, E>, partnershipId: Id) => {
      const events = await store.readPartnership(partnershipId);
      const byStream = new Map<string, Recorded[]>();
      for (const event of events) {
        if (!event.stream.startsWith(`${shape.family}-`)) continue;
        const ofStream = byStream.get(event.stream);
        if (ofStream === undefined) byStream.set(event.stream, [event]);
        else ofStream.push(event);
      }
      const seen = new Map<Id, Seen<State>>();
      for (const [name, ofStream] of byStream) {
        const revision = ofStream.at(-1)?.revision ?? -1n;
        decidedOn[name] = String(revision);
        const { state } = foldKnown(shape, ofStream as Recorded<E>[]);
        seen.set(name.slice(shape.family.length + 1), { state, revision });
      }
      return seen;
    },
  };
}
