import type { CommitmentEvent, CommitmentTerms } from '#domain';
import type { EventStore } from '#event-store';
import { derivedId, type Id, type NewEvent, newId, type Recorded } from '#kernel';

const ROOT = '00000000-0000-7000-8000-00000000000c';
const PARTY = derivedId(ROOT, 'party');
const OTHER = derivedId(ROOT, 'other party');

/** Partnerships among which the commitments of a history are shared out. */
export const PARTNERSHIPS = ['one', 'two', 'three'].map((name) => derivedId(ROOT, name));

const MADE = {
  statement: 'We will read with every child',
  shares: [{ party: PARTY, does: 'reads', quantity: { atLeast: 4, unit: 'visits' } }],
  owedTo: [OTHER],
  doneWhen: [{ id: 'seen', text: 'it is seen' }],
  completion: 'all',
  changesAgreedBy: 'every-party',
  owner: { personId: derivedId(ROOT, 'person'), roleId: derivedId(ROOT, 'role'), party: PARTY },
  dueBasis: 'stated',
  dueOn: '2025-02-15',
} satisfies CommitmentTerms;

function event(partnershipId: Id, said: CommitmentEvent): NewEvent<CommitmentEvent> {
  const id = newId();
  return {
    ...said,
    id,
    schema: 1,
    metadata: {
      occurredOn: '2025-01-10',
      partnershipId,
      actor: { kind: 'person', personId: derivedId(ROOT, 'person'), partyId: PARTY, roleId: derivedId(ROOT, 'role') },
      recordedBy: { kind: 'person', id: derivedId(ROOT, 'person') },
      commandId: newId(),
      commandDigest: '0'.repeat(64),
      decidedOn: {},
      correlationId: id,
      causationId: id,
    },
  };
}

/** Appends so many events on so many commitments, those of one stream among those of others. */
export async function happen(store: EventStore, events: number, streams = Math.ceil(events / 5)): Promise<readonly Recorded[]> {
  const ids = Array.from({ length: streams }, () => newId());
  const recorded: Recorded[] = [];
  for (let from = 0; from < events; from += streams) {
    const round = ids.slice(0, Math.min(streams, events - from)).map(async (id, index) => {
      const partnershipId = PARTNERSHIPS[index % PARTNERSHIPS.length] ?? ROOT;
      const said: CommitmentEvent =
        from === 0
          ? { type: 'CommitmentMade', data: { ...MADE, partnershipId } }
          : { type: 'FulfilmentClaimed', data: { claimId: newId(), party: PARTY, fulfilledOn: '2025-01-10', evidence: [] } };
      return (await store.append(`commitment-${id}`, [event(partnershipId, said)], 'any')).events;
    });
    recorded.push(...(await Promise.all(round)).flat());
  }
  return recorded.sort((a, b) => (a.position < b.position ? -1 : 1));
}
