import type { CivilDate, Id } from '#kernel';
import type { PartnershipEvent } from '../partnership/partnership.events.js';
import { type Given, idOf, personOf } from './given.js';

/** The partnership that tests are about. */
export const PARTNERSHIP = idOf('partnership');

/**
 * A partnership of these parties, all members from the first day on, each with one person in one role, as `personOf`
 * has it; with one goal (`idOf('goal')`) and one body (`idOf('body')`). Fiscal year from July, New York.
 * @param later what happened to it afterwards
 */
export function partnershipWith(parties: readonly Id[], ...later: readonly Given<PartnershipEvent>[]): Given<PartnershipEvent>[] {
  const how = { on: '2024-07-01' } satisfies { on: CivilDate };
  return [
    {
      type: 'PartnershipFormed',
      data: {
        name: 'A partnership',
        purpose: 'That children learn',
        calendar: { fiscalYearStart: '07-01', timeZone: 'America/New_York' },
        history: 'lived',
      },
      how,
    },
    ...parties.flatMap((partyId): Given<PartnershipEvent>[] => {
      const person = personOf(partyId);
      if (person.kind !== 'person' || person.roleId === undefined) return [];
      const { personId, roleId } = person;
      return [
        { type: 'PartyJoined', data: { partyId, organizationId: idOf(`organization of ${partyId}`) }, how },
        { type: 'RoleAssigned', data: { roleId, personId, partyId, title: 'Director' }, how },
      ];
    }),
    { type: 'GoalSet', data: { goalId: idOf('goal'), title: 'Reading' }, how },
    { type: 'BodyEstablished', data: { bodyId: idOf('body'), name: 'The board' }, how },
    ...later,
  ];
}
