import type { EventStore } from '#event-store';
import { newId } from '#kernel';

/** Records an event of evidence, as the work of an act does, without a decider. */
export async function record(store: Pick<EventStore, 'append'>, stream: string, type: string, data: object): Promise<void> {
  const metadata = {
    occurredOn: '2025-01-15',
    actor: { kind: 'clock' },
    recordedBy: { kind: 'clock', id: 'clock' },
    commandId: newId(),
    commandDigest: '',
    decidedOn: {},
    correlationId: 'test',
    causationId: 'test',
  } as const;
  await store.append(stream, [{ type, schema: 1, id: newId(), data, metadata }], 'any');
}
