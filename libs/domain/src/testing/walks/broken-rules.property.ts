import { describe, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type CivilDate, type Family, type Id, type Recorded } from '#kernel';
import type { LedgerEvent } from '../../acts.js';
import { text } from '../given.js';
import { brokenRules, brokenRulesAboutFacts } from './broken-rules.js';
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

/** The log, and a correction of one of its facts by whose act that was, which nobody decided on. */
function correcting(
  log: Log,
  fact: Recorded<LedgerEvent> | undefined,
  changes: (data: Readonly<Record<string, unknown>>) => object | null,
  recordedAt = log.at(-1)?.recordedAt,
): Log | undefined {
  if (fact === undefined || recordedAt === undefined) return undefined;
  const changed = changes(fact.data);
  const { occurredOn } = fact.metadata;
  const replacement = changed === null ? null : { data: { ...fact.data, ...changed }, occurredOn };
  const data = { corrects: fact.id, replacement, reason: text('slip') };
  const position = String(log.length + 1).padStart(20, '0');
  return [...log, { ...fact, type: 'FactCorrected', data, id: NOWHERE, position, recordedAt }];
}

const later = (event: Recorded<LedgerEvent> | undefined, days: number) =>
  event && (`${addDays(event.recordedAt.slice(0, 10) as CivilDate, days)}T16:00:00.000Z` as const);

/** A promise on which somebody built: something was claimed of it. */
const builtOn = (log: Log) => {
  const claim = log.find(({ type }) => type === 'FulfilmentClaimed');
  return log.find((event) => event.type === 'CommitmentMade' && event.stream === claim?.stream && event.data.doneWhen.length > 0);
};
/** A promise on which nobody built, the date of which lies far ahead. */
const farAhead = (log: Log) =>
  log.find(
    (event) =>
      event.type === 'CommitmentMade' &&
      event.data.shares.every(({ dueOn }) => dueOn === undefined) &&
      (event.data.dueOn ?? '') > (later(event, 45) ?? '') &&
      !log.some(
        (its) => its.stream === event.stream && ['FulfilmentClaimed', 'EvidenceLinked', 'FactCorrected'].includes(its.type),
      ),
  );
const withData = (log: Log, type: LedgerEvent['type'], field: string, value: unknown) =>
  log.findLast((event) => event.type === type && (event.data as Readonly<Record<string, unknown>>)[field] === value);

/** Whose act the last event of a type was, and who wrote it down, said otherwise. */
const signed =
  (type: LedgerEvent['type'], by: (event: Recorded<LedgerEvent>, log: Log) => Partial<Recorded['metadata']>): Tamper =>
  (log) => {
    const found = log.findLast((event) => event.type === type);
    return (
      found && log.map((event) => (event === found ? { ...event, metadata: { ...event.metadata, ...by(event, log) } } : event))
    );
  };

const dayBefore = (event: Recorded<LedgerEvent>) => addDays(event.metadata.occurredOn as CivilDate, -1);
const claimantOf = (log: Log, claimId: Id) =>
  log.flatMap((event) => (event.type === 'FulfilmentClaimed' && event.data.claimId === claimId ? [event.data.party] : []))[0];
const submitterOf = (log: Log, stream: string) =>
  log.flatMap((event) => (event.type === 'EvidenceSubmitted' && event.stream === stream ? [event.data.party] : []))[0];

const TAMPERED: readonly (readonly [rule: string, what: string, on: Family, tamper: Tamper])[] = [
  ['R1', 'nobody had joined', 'commitment', without('PartyJoined')],
  ['R1', 'nobody had a role', 'commitment', without('RoleAssigned')],
  [
    'R1',
    'a party closes an organization',
    'organization',
    signed('OrganizationClosed', () => ({ actor: { kind: 'person', personId: NOWHERE, partyId: NOWHERE, roleId: NOWHERE } })),
  ],
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

const TAMPERED_ABOUT_FACTS: typeof TAMPERED = [
  [
    'R11',
    'another party corrects',
    'evidence',
    signed('FactCorrected', () => ({ actor: { kind: 'person', personId: NOWHERE, partyId: NOWHERE, roleId: NOWHERE } })),
  ],
  [
    'R11',
    'a facilitator corrects the act of a party',
    'commitment',
    (log) => {
      const fact = log.findLast(({ type, metadata: { actor } }) => type === 'ProgressReported' && 'partyId' in actor);
      return signed('FactCorrected', () => ({ actor: { kind: 'person', personId: NOWHERE } }))(
        correcting(log, fact, () => ({ percent: 1 })) ?? [],
      );
    },
  ],
  ['R11', 'what was never recorded is corrected', 'meeting', saying('FactCorrected', () => ({ corrects: NOWHERE }))],
  [
    'R11',
    'a word on a record is corrected',
    'evidence',
    (log) =>
      correcting(
        log,
        log.findLast(({ type }) => type === 'RecordConfirmed'),
        () => null,
      ),
  ],
  [
    'R11',
    'a claim is corrected without who judged it',
    'commitment',
    (log) => {
      const verdict = log.findLast((event) => event.type === 'FulfilmentVerified' || event.type === 'FulfilmentRejected');
      if (verdict?.type !== 'FulfilmentVerified' && verdict?.type !== 'FulfilmentRejected') return undefined;
      return correcting(log, withData(log, 'FulfilmentClaimed', 'claimId', verdict.data.claimId), () => ({ quantity: '1' }));
    },
  ],
  [
    'R11',
    'evidence is corrected without who appraised it',
    'evidence',
    (log) => {
      const appraised = log.findLast((event) => event.type === 'EvidenceAppraised' && event.data.revision === 1);
      const submitted = log.find((event) => event.type === 'EvidenceSubmitted' && event.stream === appraised?.stream);
      return correcting(log, submitted, () => ({ title: 'another' }));
    },
  ],
  [
    'R11',
    'a milestone is struck that was reached',
    'commitment',
    (log) => {
      const reached = log.findLast((event) => event.type === 'MilestoneReached');
      if (reached?.type !== 'MilestoneReached') return undefined;
      return correcting(log, withData(log, 'MilestonePlanned', 'milestoneId', reached.data.milestoneId), () => null);
    },
  ],
  [
    'R15',
    'a fact is corrected to a day to come',
    'indicator',
    saying('FactCorrected', ({ data: { replacement } }) => ({
      replacement: replacement === null ? null : { ...replacement, occurredOn: '2999-01-01' },
    })),
  ],
  [
    'R3',
    'a party alone corrects criteria once something was claimed',
    'commitment',
    (log) => correcting(log, builtOn(log), () => ({ doneWhen: [] })),
  ],
  [
    'R12',
    'a party alone corrects a date once something was claimed',
    'commitment',
    (log) => correcting(log, builtOn(log), () => ({ dueOn: '2999-01-01' })),
  ],
  [
    'R12',
    'a party alone corrects a date that has come',
    'commitment',
    (log) => {
      const made = farAhead(log);
      const day = made?.type === 'CommitmentMade' ? made.data.dueOn : undefined;
      return correcting(log, made, () => ({ dueOn: '2999-01-01' }), day && `${day}T16:00:00.000Z`);
    },
  ],
  [
    'R12',
    'a party alone corrects a date it set 31 days ago',
    'commitment',
    (log) => correcting(log, farAhead(log), () => ({ dueOn: '2999-01-01' }), later(farAhead(log), 31)),
  ],
  [
    'R12',
    'a party alone strikes an end that others agreed to',
    'commitment',
    (log) =>
      correcting(
        log,
        log.findLast(({ type }) => type === 'CommitmentWithdrawn'),
        () => null,
      ),
  ],
  [
    'R1',
    'who recorded a fact confirms the record',
    'evidence',
    signed('RecordConfirmed', ({ data }, log) => ({
      recordedBy: (log.find(({ id }) => id === (data as { eventId: Id }).eventId) ?? { metadata: { recordedBy: undefined } })
        .metadata.recordedBy as Recorded['metadata']['recordedBy'],
    })),
  ],
  ['R1', 'a party confirms the record of what others did', 'evidence', saying('RecordConfirmed', () => ({ party: NOWHERE }))],
  ['R14', 'a party confirms a record twice', 'evidence', twice('RecordConfirmed')],
];

describe('the rules, read from a log', () => {
  const isShown = async (
    [rule, family, tamper]: readonly [string, Family, Tamper],
    about: 'none' | 'some',
    broken: (log: Log) => readonly string[],
  ) => {
    for (const taken of fc.sample(steps, { numRuns: 3000, seed: 7 })) {
      const { world } = await walk(family, taken, about);
      const changed = tamper(world.log);
      if (changed !== undefined && broken(changed).some((breach) => breach.startsWith(`${rule}:`))) return;
    }
    throw new Error('no walk showed it');
  };

  it.each(TAMPERED)('%s is broken where %s', (rule, _what, family, tamper) =>
    isShown([rule, family, tamper], 'none', brokenRules),
  );

  it.each(TAMPERED_ABOUT_FACTS)('%s is broken where %s', (rule, _what, family, tamper) =>
    isShown([rule, family, tamper], 'some', brokenRulesAboutFacts),
  );
});
