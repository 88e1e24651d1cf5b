import { newId } from '#kernel';

/** A small report, as the benches append it. */
export function event() {
  const commandId = newId();
  return {
    id: newId(),
    type: 'ProgressReported',
    schema: 1,
    data: { status: 'on-track', percent: 50 },
    metadata: {
      occurredOn: '2025-02-15',
      actor: { kind: 'clock' },
      recordedBy: { kind: 'clock', id: 'clock' },
      commandId,
      commandDigest: commandId,
      decidedOn: {},
      correlationId: commandId,
      causationId: commandId,
    },
  };
}
