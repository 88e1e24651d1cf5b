import { type Decider, type Id, notFound, refused } from '#kernel';
import type { PartnershipState } from '../partnership/partnership.js';
import type { CommitmentCommand } from './commitment.commands.js';
import type { CommitmentEvent } from './commitment.events.js';
import { commitmentShape } from './commitment.js';
import type { CommitmentState } from './commitment.state.js';

export type CommitmentFacts = Readonly<{ partnership?: PartnershipState; evidence: ReadonlyMap<Id, number> }>;

export const commitmentDecider: Decider<CommitmentState, CommitmentCommand, CommitmentEvent, CommitmentFacts> = {
  ...commitmentShape,
  expects: (command) => (command.type === 'MakeCommitment' ? 'new' : 'existing'),
  facts: () => Promise.resolve({ evidence: new Map() }),
  decide: (command) => {
    if (command.type === 'MakeCommitment') throw notFound('partnershipId', 'the partnership');
    throw refused('R16', 'type', `${command.type} is not decided yet`);
  },
  partnershipOf: (state, events) =>
    state.made?.data.partnershipId ??
    events.flatMap((event) => (event.type === 'CommitmentMade' ? [event.data.partnershipId] : []))[0],
  timeZone: ({ partnership }) => partnership?.calendar.timeZone,
};
