import { isFiscalYearStart, isTimeZone, type Problem, type ReviewCalendar } from '#kernel';
import { amount, check, day, id, integer, object, oneOf, optional, type Said, textRef, words } from '../input.js';
import type { PartnershipEvent, PartnershipEventOf } from './partnership.events.js';

type DataOf<Type extends PartnershipEvent['type']> = PartnershipEventOf<Type>['data'];

const fiscalYearStart = check(isFiscalYearStart, 'must be the first of a month, such as "07-01"');
const because = object<{ reason: DataOf<'PartnershipPaused'>['reason'] }>({ reason: textRef });

/** What each fact of a partnership must say. */
export const says: Said<PartnershipEvent> = {
  PartnershipFormed: object<DataOf<'PartnershipFormed'>>({
    name: words,
    purpose: words,
    calendar: object<ReviewCalendar>({
      fiscalYearStart,
      timeZone: check(isTimeZone, 'must be a time zone, such as "America/New_York"'),
    }),
    history: oneOf(['lived', 'imported', 'reconstructed']),
    blueprint: optional(words),
    parent: optional(id),
    theoryOfAction: optional(words),
    lateAfterDays: optional(integer(0)),
  }),
  TheoryOfActionRevised: object<DataOf<'TheoryOfActionRevised'>>({ theoryOfAction: words, reason: optional(textRef) }),
  ReviewCalendarChanged: object<DataOf<'ReviewCalendarChanged'>>({ fiscalYearStart, from: day }, beginsYear),
  PartyJoined: object<DataOf<'PartyJoined'>>({
    partyId: id,
    organizationId: id,
    cohort: optional(words),
    partOf: optional(id),
  }),
  PartyLeft: object<DataOf<'PartyLeft'>>({ partyId: id, reason: optional(textRef) }),
  RoleAssigned: object<DataOf<'RoleAssigned'>>({ roleId: id, personId: id, partyId: id, title: words, succeeds: optional(id) }),
  RoleEnded: object<DataOf<'RoleEnded'>>({ roleId: id, reason: optional(textRef) }),
  BodyEstablished: object<DataOf<'BodyEstablished'>>({
    bodyId: id,
    name: words,
    cadence: optional(oneOf(['week', 'month', 'quarter', 'half-year', 'year'])),
  }),
  BodyDissolved: object<DataOf<'BodyDissolved'>>({ bodyId: id, reason: optional(textRef) }),
  GoalSet: object<DataOf<'GoalSet'>>({ goalId: id, title: words, framework: optional(words) }),
  GoalRetired: object<DataOf<'GoalRetired'>>({ goalId: id, reason: optional(textRef) }),
  ContributionRecorded: object<DataOf<'ContributionRecorded'>>(
    {
      contributionId: id,
      partyId: id,
      kind: oneOf(['staff-days', 'money', 'in-kind']),
      amount: optional(amount),
      unit: optional(words),
      towards: words,
      commitmentId: optional(id),
    },
    namesCurrency,
  ),
  ContextNoted: object<DataOf<'ContextNoted'>>({
    kind: oneOf(['strike', 'takeover', 'law', 'leadership', 'funding', 'other']),
    title: words,
    narrative: optional(textRef),
  }),
  PartnershipPaused: because,
  PartnershipResumed: object<DataOf<'PartnershipResumed'>>({ reason: optional(textRef) }),
  PartnershipEnded: object<DataOf<'PartnershipEnded'>>({ reason: textRef, carriedOnBy: optional(id) }),
};

function beginsYear({ fiscalYearStart, from }: DataOf<'ReviewCalendarChanged'>): readonly Problem[] {
  if (from.slice(5) === fiscalYearStart) return [];
  return [
    { field: 'from', rule: 'R15', message: `must be the first day of a fiscal year of the new calendar, ${fiscalYearStart}` },
  ];
}

function namesCurrency({ kind, amount, unit }: DataOf<'ContributionRecorded'>): readonly Problem[] {
  if (kind !== 'money' || amount === undefined || unit !== undefined) return [];
  return [{ field: 'unit', rule: 'R15', message: 'an amount of money names its currency' }];
}
