import { type Id, type Metadata, type Recorded, streamName } from '#kernel';

type Differs = Partial<Omit<Recorded, 'metadata'>> & Readonly<{ metadata?: Partial<Metadata> }>;

/** An event as a store gives it back; nobody in particular recorded it. */
export function recordedEvent(id: Id, differs: Differs): Recorded {
  return {
    type: 'PartnershipResumed',
    data: {},
    id,
    schema: 1,
    stream: streamName('partnership', id),
    revision: 0n,
    position: '0'.repeat(20),
    recordedAt: '2025-01-01T00:00:00.000Z',
    ...differs,
    metadata: {
      occurredOn: '2025-01-01',
      actor: { kind: 'clock' },
      recordedBy: { kind: 'clock', id: 'clock' },
      commandId: id,
      commandDigest: '',
      decidedOn: {},
      correlationId: id,
      causationId: id,
      ...differs.metadata,
    },
  };
}
