import type { Beside, Id } from '#kernel';
import { knownOf, partnershipBeside } from '../beside.js';
import type { Beheld } from '../deciding.js';
import { evidenceShape } from '../evidence/evidence.js';
import { indicatorShape } from '../indicator/indicator.js';
import { meetingShape } from '../meeting/meeting.js';
import type { CommitmentEvent } from './commitment.events.js';
import { commitmentShape } from './commitment.js';
import type { CommitmentState } from './commitment.state.js';

/** What is read beside a commitment: its partnership, and what an event names, as far as it is of the same partnership. */
export type CommitmentFacts = Beheld &
  Readonly<{
    /** How many revisions each item of evidence has. */
    evidence: ReadonlyMap<Id, number>;
    meetings: ReadonlySet<Id>;
    indicators: ReadonlySet<Id>;
    commitments: ReadonlyMap<Id, CommitmentState>;
  }>;

/** Reads what an event names beside the stream. */
export async function facts(beside: Beside, event: CommitmentEvent, state: CommitmentState): Promise<CommitmentFacts> {
  const made = event.type === 'CommitmentMade' ? event.data : undefined;
  const partnershipId = made?.partnershipId ?? state.made?.data.partnershipId;
  return {
    ...(await partnershipBeside(beside, partnershipId)),
    evidence: await evidenceNamedBy(event, beside, partnershipId),
    commitments: await commitmentsNamedBy(event, beside, partnershipId),
    meetings: await knownOf(beside, meetingShape, [made?.pledgedAt], partnershipId),
    indicators: await knownOf(beside, indicatorShape, made?.doneWhen.map(({ indicatorId }) => indicatorId) ?? [], partnershipId),
  };
}

async function evidenceNamedBy(event: CommitmentEvent, beside: Beside, partnershipId?: Id): Promise<ReadonlyMap<Id, number>> {
  const links = event.type === 'EvidenceLinked' ? [event.data] : [];
  const items = event.type === 'FulfilmentClaimed' ? event.data.evidence : links;
  const revisions = new Map<Id, number>();
  for (const { evidenceId } of items) {
    const seen = await beside.stream(evidenceShape, evidenceId);
    if (seen?.state.partnershipId !== undefined && seen.state.partnershipId === partnershipId)
      revisions.set(evidenceId, seen.state.revisions.length);
  }
  return revisions;
}

async function commitmentsNamedBy(
  event: CommitmentEvent,
  beside: Beside,
  partnershipId?: Id,
): Promise<ReadonlyMap<Id, CommitmentState>> {
  const id = nameOfAnother(event);
  const seen = id === undefined ? undefined : await beside.stream(commitmentShape, id);
  const { made } = seen?.state ?? {};
  if (id === undefined || seen === undefined || made?.data.partnershipId !== partnershipId) return new Map();
  return new Map([[id, seen.state]]);
}

function nameOfAnother(event: CommitmentEvent): Id | undefined {
  if (event.type === 'CommitmentMade') return event.data.answers;
  return event.type === 'CommitmentSuperseded' ? event.data.successorId : undefined;
}
