import { type EventStore, START } from '#event-store';
import { type FactCorrected, type Id, type OccurredOn, type Recorded } from '#kernel';
import type { Place } from './problem.js';

/** What the ledger holds of one fact of a source: where its chain of changes began, and where it stands. */
export type HeldFact = Readonly<{
  /** The fact that corrections correct, in its stream; absent once it was struck. */
  root?: Readonly<{ eventId: Id; commandId: Id; stream: string; occurredOn: OccurredOn }>;
  /** Where it stands. */
  last: Readonly<{ eventId: Id; commandId: Id }>;
  /** The event before the last of the chain. */
  replaced?: Id;
  /** What the source called it, and where it stood when it was last recorded. */
  kind: string;
  place: Place;
}>;

/** What the ledger holds of a source, by the identity of its facts. */
export type Held = ReadonlyMap<Id, HeldFact>;

const PAGE = 1000;

/**
 * Reads from the ledger's own events what earlier runs recorded of a source: each bears the identity of its fact as its
 * correlation. Nothing else is kept, so that nothing can disagree with the ledger.
 * @param name the source's, as its mapping says
 */
export async function readHeld(store: Pick<EventStore, 'readAll'>, name: string): Promise<Held> {
  const held = new Map<Id, HeldFact>();
  for (let after = START, caughtUp = false; !caughtUp; ) {
    const page = await store.readAll(after, { limit: PAGE });
    for (const event of page.events) {
      const { recordedBy, correlationId } = event.metadata;
      if (recordedBy.kind !== 'importer' || recordedBy.id !== name) continue;
      held.set(correlationId, next(held.get(correlationId), event));
    }
    ({ scannedTo: after, caughtUp } = page);
  }
  return held;
}

function next(before: HeldFact | undefined, event: Recorded): HeldFact {
  const { commandId, occurredOn } = event.metadata;
  const last = { eventId: event.id, commandId };
  const own = { eventId: event.id, commandId, stream: event.stream, occurredOn };
  const { provenance } = event.metadata;
  const place = {
    file: provenance?.source ?? '',
    ...(provenance?.row === undefined ? {} : { row: provenance.row }),
  };
  if (before === undefined) return { root: own, last, kind: event.type, place };
  if (before.last.commandId === commandId) return before;
  const replaced = before.last.eventId;
  const { kind } = before;
  if (event.type !== 'FactCorrected') return { root: own, last, replaced, kind: event.type, place };
  const isStruck = (event.data as FactCorrected['data']).replacement === null;
  const now = { last, replaced, kind, place };
  return isStruck || before.root === undefined ? now : { root: before.root, ...now };
}
