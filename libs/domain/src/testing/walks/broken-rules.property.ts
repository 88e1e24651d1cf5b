import { describe, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDate, type Family, type Id, type Recorded } from '#kernel';
import type { LedgerEvent } from '../../acts.js';
import { brokenRules } from './broken-rules.js';
import { NOWHERE } from './picks.js';
import { steps, walk } from './walks.js';

jest.setTimeout(120_000);

type Log = readonly Recorded<LedgerEvent>[];
/** A log with one thing changed; undefined where there is nothing of the kind in it. */
type Tamper = (log: Log) => Log | undefined;

/** Changes what the last event of a type says. */
function saying<Type extends LedgerEvent['type']>(
  type: Type,
  change: (event: Recorded<Extract<LedgerEvent, { type: Type }>>, log: Log) => object,
): Tamper {
  return (log) => {
    const found = log.findLast((event) => event.type === type);
    if (found === undefined) return undefined;
    const data = { ...found.data, ...change(found as unknown as Recorded<Extract<LedgerEvent, { type: Type }>>, log) };
    return log.map((event) => (event === found ? ({ ...event, data } as Recorded<LedgerEvent>) : event));
  };
}

/** Leaves out the events of some types. */
const without =
  (...types: readonly LedgerEvent['type'][]): Tamper =>
  (log) =>
    log.some(({ type }) => types.includes(type)) ? log.filter(({ type }) => !types.includes(type)) : undefined;

/** The last event of a type comes once more. */
const twice =
  (type: LedgerEvent['type']): Tamper =>
  (log) => {
    const last = log.findLast((event) => event.type === type);
    return last && [...log, { ...last, id: NOWHERE, position: String(log.length + 1).padStart(20, '0') }];
  };

const ACTS: ReadonlySet<string> = new Set([
  'ProgressReported',
  'FollowedUp',
  'DueDateProposed',
  'DueDateAnnounced',
  'ShareAdded',
]);

/** An act on a commitment comes once more, after the first event of a type in its stream. */
const movedBehind =
  (type: LedgerEvent['type']): Tamper =>
  (log) => {
    const end = log.find((event) => event.type === type);
    const act = log.findLast((event) => event.stream === end?.stream && ACTS.has(event.type));
    return act && [...log, { ...act, id: NOWHERE, position: String(log.length + 1).padStart(20, '0') }];
  };

/** Everything by which a commitment may have found its end, or a share its answer. */
const withoutEnds = without(
  'ShareReleased',
  'ShareTransferred',
  'ShareKeptOn',
  'CommitmentBroken',
  'CommitmentWithdrawn',
  'CommitmentSuperseded',
  'FulfilmentVerified',
);

const dayBefore = (event: Recorded<LedgerEvent>) => addDays(event.metadata.occurredOn as CivilDate, -1);
const claimantOf = (log: Log, claimId: Id) =>
  log.flatMap((event) => (event.type === 'FulfilmentClaimed' && event.data.claimId === claimId ? [event.data.party] : []))[0];
const submitterOf = (log: Log, stream: string) =>
  log.flatMap((event) => (event.type === 'EvidenceSubmitted' && event.stream === stream ? [event.data.party] : []))[0];

const TAMPERED: readonly (readonly [rule: string, what: string, on: Family, tamper: Tamper])[] = [
  ['R1', 'nobody had joined', 'commitment', without('PartyJoined')],
  ['R1', 'nobody had a role', 'commitment', without('RoleAssigned')],
  ['R2', 'nobody is owed', 'commitment', saying('CommitmentMade', () => ({ owedTo: [] }))],
  [
    'R2',
    'a date announced lies before the day of it',
    'commitment',
    saying('DueDateAnnounced', (event) => ({ expectedOn: dayBefore(event) })),
  ],
  [
    'R2',
    'a date proposed lies before the day of it',
    'commitment',
    saying('DueDateProposed', (event) => ({ dueOn: dayBefore(event) })),
  ],
  ['R4', 'who claims holds no share', 'commitment', saying('FulfilmentClaimed', () => ({ party: NOWHERE }))],
  [
    'R5',
    'a party judges its own share',
    'commitment',
    saying('FulfilmentVerified', ({ data }, log) => ({ by: claimantOf(log, data.claimId) })),
  ],
  [
    'R5',
    'a party appraises its own evidence',
    'evidence',
    saying('EvidenceAppraised', ({ stream }, log) => ({ by: submitterOf(log, stream) })),
  ],
  ['R6', 'it goes on after it was withdrawn', 'commitment', movedBehind('CommitmentWithdrawn')],
  ['R8', 'a party leaves with an open share', 'partnership', withoutEnds],
  ['R9', 'the role of an owner ends', 'partnership', withoutEnds],
  ['R10', 'the partnership ends with an open commitment', 'partnership', withoutEnds],
  [
    'R13',
    'a commitment supersedes itself',
    'commitment',
    saying('CommitmentSuperseded', ({ stream }) => ({ successorId: stream.slice('commitment-'.length) })),
  ],
  ['R7', 'evidence is appraised after it was retracted', 'evidence', twice('EvidenceAppraised')],
  ['R15', 'what is done later is claimed', 'commitment', saying('FulfilmentClaimed', () => ({ fulfilledOn: '2999-01-01' }))],
  [
    'R15',
    'a value that stands for too few is shown',
    'indicator',
    saying('ReadingRecorded', () => ({ reading: { value: '1' }, n: 1 })),
  ],
  ['R16', 'a proposal that was never made is agreed to', 'commitment', without('DueDateProposed')],
  ['R16', 'evidence that was never submitted is linked', 'commitment', saying('EvidenceLinked', () => ({ evidenceId: NOWHERE }))],
  ['R16', 'a meeting is held twice', 'meeting', twice('MeetingHeld')],
  ['R16', 'an organization is merged twice', 'organization', twice('OrganizationMerged')],
];

describe('the rules, read from a log', () => {
  it.each(TAMPERED)('%s is broken where %s', async (rule, _what, family, tamper) => {
    for (const taken of fc.sample(steps, { numRuns: 3000, seed: 7 })) {
      const { world } = await walk(family, taken, false);
      const changed = tamper(world.log);
      if (changed !== undefined && brokenRules(changed).some((breach) => breach.startsWith(`${rule}:`))) return;
    }
    throw new Error('no walk showed it');
  });
});
