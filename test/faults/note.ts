import { type NewEvent, newId } from '#kernel';

/** An event for a fault to happen to. */
export function note(what = 'a note of the length that notes have. '.repeat(6)): NewEvent {
  return {
    type: 'ContextNoted',
    schema: 1,
    id: newId(),
    data: { what },
    metadata: {
      occurredOn: '2025-01-15',
      partnershipId: '0198c5d0-0000-7000-8000-000000000001',
      actor: { kind: 'service', name: 'faults' },
      recordedBy: { kind: 'service', id: 'faults' },
      commandId: newId(),
      commandDigest: '',
      decidedOn: {},
      correlationId: 'faults',
      causationId: 'faults',
    },
  };
}
