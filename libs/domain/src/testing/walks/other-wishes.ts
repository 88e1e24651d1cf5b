import type { EvidenceCommand, EvidenceContent } from '../../evidence/evidence.events.js';
import type { IndicatorCommand } from '../../indicator/indicator.events.js';
import type { MeetingCommand } from '../../meeting/meeting.events.js';
import type { OrganizationCommand } from '../../organization/organization.events.js';
import type { PartnershipCommand } from '../../partnership/partnership.events.js';
import { idOf, text } from '../given.js';
import { NOWHERE, type Picks } from './picks.js';
import { bodies, date, decimal, evidence, goals, names, PARTNERSHIP, parties, roles, STREAMS, type Wishes } from './there.js';
import type { World } from './world.js';

export const organizationWishes: Wishes<OrganizationCommand> = [
  (_, picks) => ({ command: { type: 'RegisterOrganization', name: picks.of(names), kind: 'school' } }),
  (_, picks) => ({ command: { type: 'RenameOrganization', name: picks.of(names) } }),
  (_, picks) => ({ command: { type: 'AddAlias', alias: picks.of(names) } }),
  (_, picks) => ({ command: { type: 'MergeOrganization', into: picks.id(STREAMS.organization) } }),
  () => ({ command: { type: 'CloseOrganization' } }),
  (world, picks) => ({
    command: { type: 'RecordSize', count: picks.number(900), unit: 'pupils', asOf: world.today(picks.number(9) - 7) },
  }),
];

export const partnershipWishes: Wishes<PartnershipCommand> = [
  (_, picks) => ({ command: { type: 'JoinParty', organizationId: picks.id(STREAMS.organization) } }),
  (world, picks) => ({ command: { type: 'LetPartyLeave', partyId: picks.id(parties(world)) } }),
  (world, picks) => ({
    command: {
      type: 'AssignRole',
      personId: idOf(picks.of(names)),
      partyId: picks.id(parties(world)),
      title: picks.of(['Principal', 'Treasurer']),
      ...picks.seldom('succeeds', () => picks.id(roles(world))),
    },
  }),
  (world, picks) => ({ command: { type: 'EndRole', roleId: picks.id(roles(world)) } }),
  (_, picks) => ({ command: { type: 'EstablishBody', name: picks.of(names), cadence: 'month' } }),
  (world, picks) => ({ command: { type: 'DissolveBody', bodyId: picks.id(bodies(world)) } }),
  (_, picks) => ({ command: { type: 'SetGoal', title: picks.of(names) } }),
  (world, picks) => ({ command: { type: 'RetireGoal', goalId: picks.id(goals(world)) } }),
  () => ({ command: { type: 'PausePartnership', reason: text('pause') } }),
  () => ({ command: { type: 'ResumePartnership' } }),
  (_, picks) => ({ command: { type: 'EndPartnership', reason: text('end'), ...picks.maybe('carriedOnBy', () => NOWHERE) } }),
  (_, picks) => ({ command: { type: 'ReviseTheoryOfAction', theoryOfAction: picks.of(names) } }),
  (_, picks) => ({
    command: { type: 'ChangeReviewCalendar', fiscalYearStart: picks.of(['07-01', '09-01']), from: '2025-09-01' },
  }),
  (_, picks) => ({ command: { type: 'NoteContext', kind: 'strike', title: picks.of(names) } }),
  (world, picks) => {
    const partyId = picks.id(parties(world));
    const towards = picks.of(names);
    return {
      by: partyId,
      command: { type: 'RecordContribution', partyId, kind: 'staff-days', amount: decimal(picks), unit: 'days', towards },
    };
  },
];

const content = (picks: Picks): EvidenceContent =>
  picks.onceIn(2)
    ? { kind: 'link', url: `https://example.org/${picks.of(names)}` }
    : { kind: 'text', text: text(picks.of(names)) };

export const evidenceWishes: Wishes<EvidenceCommand> = [
  (world, picks) => {
    const party = picks.id(parties(world));
    const submission = {
      title: picks.of(names),
      method: 'minutes',
      confidentiality: 'partnership',
      content: content(picks),
    } as const;
    const collectedOn = world.today(picks.number(9) - 7);
    return { by: party, command: { type: 'SubmitEvidence', partnershipId: PARTNERSHIP, party, collectedOn, ...submission } };
  },
  (world, picks) => ({ by: picks.id(parties(world)), command: { type: 'ReviseEvidence', content: content(picks) } }),
  (world, picks) => {
    const by = picks.id(parties(world));
    const verdict = picks.of(['accepted', 'rejected'] as const);
    return { by, command: { type: 'AppraiseEvidence', revision: 1 + picks.number(2), by, verdict } };
  },
  (world, picks) => ({ by: picks.id(parties(world)), command: { type: 'RetractEvidence', reason: text('retracted') } }),
  (world, picks) => ({
    by: picks.id(parties(world)),
    command: { type: 'EraseEvidenceContent', revision: 1 + picks.number(2), legalGround: 'a court order' },
  }),
];

const definition = (world: World, picks: Picks) => ({
  name: picks.of(names),
  unit: 'percent',
  direction: picks.of(['up', 'down'] as const),
  ...picks.maybe('goalId', () => picks.id(goals(world))),
  ...picks.maybe('baseline', () => ({ value: decimal(picks), asOf: world.today(-30) })),
  ...picks.maybe('target', () => ({ value: decimal(picks), by: world.today(picks.number(90) - 40) })),
  ...picks.seldom('madeOf', () => [{ indicatorId: picks.id(STREAMS.indicator), weight: '1' }]),
  ...picks.maybe('suppressBelow', () => 10),
});

export const indicatorWishes: Wishes<IndicatorCommand> = [
  (world, picks) => ({ command: { type: 'DefineIndicator', partnershipId: PARTNERSHIP, ...definition(world, picks) } }),
  (world, picks) => ({ command: { type: 'RedefineIndicator', ...definition(world, picks), reason: text('redefined') } }),
  (world, picks) => ({
    command: {
      type: 'RecordReading',
      reading: picks.onceIn(3) ? { absent: 'suppressed' } : { value: decimal(picks) },
      asOf: world.today(picks.number(12) - 10),
      source: picks.of(names),
      ...picks.maybe('n', () => picks.number(20)),
      ...picks.maybe('for', () => ({ party: picks.id(parties(world)) })),
      ...picks.seldom('evidenceId', () => evidence(world, picks).evidenceId),
    },
  }),
  (world, picks) => ({
    command: { type: 'ReviseTarget', target: { value: decimal(picks), by: date(world, picks) }, reason: text('target') },
  }),
  (_, picks) => ({
    command: picks.onceIn(2) ? { type: 'RetireIndicator' } : { type: 'RetireIndicator', reason: text('retired') },
  }),
];

export const meetingWishes: Wishes<MeetingCommand> = [
  (world, picks) => ({
    command: {
      type: 'ScheduleMeeting',
      partnershipId: PARTNERSHIP,
      kind: 'meeting',
      title: picks.of(names),
      on: date(world, picks),
      ...picks.seldom('bodyId', () => picks.id(bodies(world))),
    },
  }),
  (world, picks) => ({
    command: {
      type: 'HoldMeeting',
      attendance: picks
        .some(parties(world))
        .map((party) => ({ party, ...picks.seldom('roles', () => [picks.id(roles(world))]) })),
      ...picks.seldom('minutes', () => evidence(world, picks).evidenceId),
    },
  }),
  (_, picks) => ({ command: picks.onceIn(2) ? { type: 'CancelMeeting' } : { type: 'CancelMeeting', reason: text('cancelled') } }),
];
